"""judul-kosong: nothing stands below a heading, nor below the headings under it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import bagian_bagian, tempat
from generator.temuan import Temuan
from generator.tree.nodes import Heading, PageBreak, Paragraph, plain

KODE = "judul-kosong"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for bagian in bagian_bagian(b.dokumen):
        if not any(_berisi(x) for x in bagian.isi):
            judul = plain(bagian.judul.content)
            nama = f"{bagian.judul.number} {judul}".strip()
            yield Temuan(KODE, tempat(bagian.judul.asal), f'di bawah judul "{nama}" tidak ada isi', pokok=judul)


def _berisi(blok: object) -> bool:
    if isinstance(blok, Paragraph):
        return any(huruf.isalnum() for huruf in plain(blok.content))
    return not isinstance(blok, (Heading, PageBreak))
