"""nomor-urut: a number of a heading or caption does not follow the one before it.

Numbers are made by the program; a gap means that something was dropped or numbered twice on its way.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import sebutan, tempat
from generator.temuan import Temuan
from generator.tree.format import romawi
from generator.tree.nodes import Captioned, Heading, plain
from generator.tree.walk import blocks

KODE = "nomor-urut"
DALAM = range(2, 5)
"""Levels of headings numbered within their chapter: 2.1., 2.1.1., 2.1.1.1."""


def periksa(b: Bahan) -> Iterator[Temuan]:
    bab = {"bab": 0, "lampiran": 0}
    awal = ""
    letak = [0] * 7  # of a heading among those of its level
    gambar: dict[str, int] = {}
    for blok in blocks(b.dokumen):
        if isinstance(blok, Heading) and blok.level == 1 and blok.number:
            jenis = blok.label.partition(":")[0]
            bab[jenis] = bab.get(jenis, 0) + 1
            awal = str(bab[jenis]) if jenis == "bab" else "L"
            letak, gambar = [0] * 7, {}
            harus, nama = romawi(bab[jenis]), f"{jenis} {plain(blok.content)}"
            nomor, asal = blok.number, blok.asal
        elif isinstance(blok, Heading) and blok.level in DALAM and blok.number:
            letak[blok.level] += 1
            letak[blok.level + 1 :] = [0] * (6 - blok.level)
            harus = ".".join([awal, *map(str, letak[2 : blok.level + 1])]) + "."
            nomor, asal, nama = blok.number, blok.asal, f'judul "{plain(blok.content)}"'
        elif isinstance(blok, Captioned) and blok.caption.prefix:
            c = blok.caption
            gambar[c.kind] = gambar.get(c.kind, 0) + 1
            harus, nomor, asal, nama = f"{awal}.{gambar[c.kind]}", c.number, c.asal, sebutan(c)
        else:
            continue
        if nomor != harus:
            yield Temuan(KODE, tempat(asal), f"{nama} bernomor {nomor}, seharusnya {harus}", pokok=nama)
