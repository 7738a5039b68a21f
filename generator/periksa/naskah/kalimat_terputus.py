"""A paragraph, or a point of a list whose other points close, that ends without a closing mark: a sentence cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import potongan_sel
from generator.temuan import Temuan
from generator.tree.nodes import Block, List, Paragraph, Strong, plain
from generator.tree.walk import blocks

KODE = "kalimat-terputus"
_TUTUP = re.compile(r"[.:;!?…][”\"’)\]]*$|[”\"]$")
_KALIMAT = re.compile(r"[a-z]{3,}\)?\. [A-Z“]")  # more than one sentence


def periksa(b: Bahan) -> Iterator[Temuan]:
    for blok in blocks(b.dokumen):
        yield from _blok(blok)
    for p in potongan_sel(b):
        # a list of points joined by semicolons need not close
        if _KALIMAT.search(p.teks) and not _TUTUP.search(p.teks) and ";" not in p.teks.rpartition(". ")[2]:
            yield _temuan(str(p.asal), p.teks)


def _blok(blok: Block) -> Iterator[Temuan]:
    match blok:
        case Paragraph(style="badan") if not all(isinstance(n, Strong) for n in blok.content):
            if _terputus(blok):
                yield _temuan(str(blok.asal or "-"), plain(blok.content))
        case List():
            awal = [x.blocks[0] for x in blok.items if x.blocks and isinstance(x.blocks[0], Paragraph)]
            putus = [p for p in awal if _terputus(p)]
            if len(putus) * 2 < len(awal):
                yield from (_temuan(str(p.asal or "-"), plain(p.content)) for p in putus)
            for x in blok.items:
                for anak in x.blocks[1:]:
                    yield from _blok(anak)


def _terputus(p: Paragraph) -> bool:
    teks = plain(p.content).rstrip()
    # a list of points goes on with a comma; 'dan' and 'atau' close all but the last
    return len(teks.split()) > 3 and not _TUTUP.search(teks) and not re.search(r"[,;] ?(?:dan|atau)?$|,$", teks)


def _temuan(tempat: str, teks: str) -> Temuan:
    akhir = " ".join(teks.split()[-5:])
    return Temuan(KODE, tempat, f'kalimat berakhir tanpa tanda baca: "… {akhir}"', pokok=akhir)
