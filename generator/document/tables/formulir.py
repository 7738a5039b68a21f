"""What the tables of a Renja and of a Perjanjian Kinerja have in common: a form's caption with its code, the columns of
code and name, amounts and targets whose absence is '-' in the middle of the cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.compute.butir import Butir
from generator.compute.renja import KonteksRenja
from generator.document.tables.sel import KOSONG, bilangan, kata, nihil, nilai_indikator
from generator.model.angka import Angka, Teks
from generator.tree import format as cetak
from generator.tree.nodes import Caption, Cell, Inlines, Row, Table, Text, Value


def berformulir(k: KonteksRenja, nama: str, caption: Caption) -> Caption:
    """'T-C.29. Rekapitulasi Evaluasi …': in front, where a line never breaks within the code."""
    return replace(caption, title=(Text(f"{k.renja.formulir[nama]}. "), *caption.title))


def bernama(b: Butir, *, pertama: bool = True) -> tuple[Cell, Cell]:
    """Code and name; blank in the further rows of a node. Programs in capitals, all but sub kegiatan bold."""
    if not pertama:
        return KOSONG, KOSONG
    tebal = b.tingkat != "subkegiatan"
    nama = Teks(b.nama.upper(), b.nama.asal) if b.tingkat == "program" else b.nama
    return Cell((Value(str(b.kode), None, b.kode.asal),), strong=tebal), kata(nama, strong=tebal)


def dana(a: Angka, *, strong: bool = False) -> Cell:
    """Rupiah; 0 and a blank print '-' like every other absence."""
    return bilangan(a, cetak.jumlah_orang(a), "kanan" if a else "tengah", strong=strong)


def bila_ada(a: Angka, desimal: int | None = None) -> Cell:
    """A target or what was reached of none: 0 and a blank print '-'."""
    return nilai_indikator(a, desimal) if a else bilangan(a, cetak.STRIP, "tengah")


def dengan_jumlah(baris: Iterable[Row], *jumlah: Row) -> tuple[Row, ...]:
    """Rows and their total, which is not alone on a page."""
    semua = [*baris]
    semua[-1:] = [replace(r, keep=True) for r in semua[-1:]]
    return (*semua, *jumlah)


def tabel_nihil(t: Table, sebab: Inlines) -> Table:
    """The header, NIHIL and why; it stays with the paragraph that leads to it."""
    return replace(t, rows=nihil(sebab, len(t.widths)), keep_before=True)
