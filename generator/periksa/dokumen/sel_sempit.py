"""sel-sempit: a word or an amount is wider than its column, so that it is cut in the middle.

Tables are as wide as the text, so nothing leaves the page; what does not fit a column breaks between letters. Widths
are measured in Arial (`tree.drawing.arial`), with the sizes and margins of templates/renstra.docx.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import BARIS_NOMOR_KOLOM, sebutan, tempat
from generator.temuan import Temuan
from generator.tree.drawing.arial import longest_word
from generator.tree.drawing.ukuran import MENDATAR, TEGAK
from generator.tree.grid import grid
from generator.tree.nodes import Cell, Formula, Table, plain
from generator.tree.walk import blocks

KODE = "sel-sempit"
HURUF = {"biasa": 10.0, "kecil": 8.0, "renik": 7.0}
"""Points of the letters of a table by its size."""
HURUF_NOMOR_KOLOM = {"biasa": 8.0, "kecil": 7.0, "renik": 7.0}
TEPI = {"biasa": 2.85, "kecil": 2.85, "renik": 1.3}
"""Points between a cell's border and its text."""
KELONGGARAN = 0.5  # points: half a border, and what rounding to twentieths takes


def periksa(b: Bahan) -> Iterator[Temuan]:
    for t in blocks(b.dokumen):
        if isinstance(t, Table):
            yield from _tabel(t)


def _tabel(t: Table) -> Iterator[Temuan]:
    lebar = (MENDATAR if t.landscape else TEGAK).lebar
    titik = [w / sum(t.widths) * lebar for w in t.widths]
    sudah: set[str] = set()
    for baris, kepala in ((t.header, True), (t.rows, False)):
        for r, petak in grid(baris, len(t.widths)).own():
            nomor = r.key == BARIS_NOMOR_KOLOM
            huruf = (HURUF_NOMOR_KOLOM if nomor else HURUF)[t.size]
            for p in petak:
                ruang = sum(titik[k] for k in p.columns) - 2 * TEPI[t.size] + KELONGGARAN
                kata = _terlebar(p.cell, huruf, p.cell.strong or (kepala and not nomor), ruang)
                if kata and kata not in sudah:
                    sudah.add(kata)
                    pesan = f'{sebutan(t.caption)}, baris {r.key}: "{kata}" lebih lebar daripada kolomnya'
                    yield Temuan(KODE, tempat(t.caption.asal), pesan, pokok=f"{t.caption.name}: {kata}")


def _terlebar(c: Cell, huruf: float, tebal: bool, ruang: float) -> str:
    """The first word of a cell that does not fit, or ''."""
    teks = plain(c.content)
    if any(isinstance(n, Formula) for n in c.content):
        return ""
    # no letter is wider than the size: short words need no measuring
    panjang = (kata for kata in teks.split() if len(kata) * huruf > ruang)
    return next((kata for kata in panjang if longest_word(kata, huruf, tebal) > ruang), "")
