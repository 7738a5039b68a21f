"""Cells and header rows, shared by the builders of tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.compute.daftar import Tahun
from generator.model.angka import Angka, Teks
from generator.tree import format as cetak
from generator.tree.nodes import Align, Cell, Inlines, Row, Text, Value


def kata(isi: str | None, align: Align = "kiri", *, strong: bool = False, span: int = 1) -> Cell:
    """A cell of words; a `Teks` keeps its origin, a blank prints '-'."""
    if isinstance(isi, Teks):
        return Cell((Value(str(isi), None, isi.asal),), align, col_span=span, strong=strong)
    return Cell((Text(isi if isi is not None else cetak.STRIP),), align, col_span=span, strong=strong)


def bilangan(a: Angka, teks: str, align: Align = "kanan", *, strong: bool = False) -> Cell:
    """A cell of a number, printed as `teks`."""
    return Cell((Value(teks, a, a.asal),), align, strong=strong)


def kata_boleh(isi: Teks | None, align: Align = "kiri") -> Cell:
    """Words that may be missing: then '-' in the middle of the cell."""
    return kata(isi, "tengah" if isi is None else align)


KOSONG = Cell(())


def angka_indikator(a: Angka, desimal: int | None = None) -> Cell:
    """A baseline or target with its indicator's decimals; a blank stays blank."""
    return bilangan(a, "" if a.nilai is None else cetak.angka(a, desimal), "tengah")


def nilai_indikator(a: Angka, desimal: int | None = None) -> Cell:
    """As `angka_indikator`, but a blank prints '-'."""
    return bilangan(a, cetak.angka(a, desimal), "tengah")


def uang(a: Angka, *, strong: bool = False) -> Cell:
    """Rupiah; 0 and a blank print '-'."""
    return bilangan(a, cetak.jumlah_orang(a), strong=strong)


def teks(t: str) -> Value:
    """Words with their origin."""
    return Value(str(t), None, t.asal if isinstance(t, Teks) else ())


def nihil(penjelasan: Inlines, banyak: int) -> tuple[Row, Row]:
    """The rows of a table that has none, over `banyak` columns: NIHIL, and why."""
    return (
        Row("nihil", (kata("NIHIL", "tengah", strong=True, span=banyak),)),
        Row("penjelasan", (Cell(penjelasan, col_span=banyak),)),
    )


def orang(a: Angka, *, strong: bool = False) -> Cell:
    """A count: 0 prints '-', a blank (not applicable) nothing."""
    return bilangan(a, "" if a.nilai is None else cetak.jumlah_orang(a), "tengah", strong=strong)


def nomor(n: int | str) -> Cell:
    return Cell((Text(str(n)),), "tengah")


def nilai_tahun(t: Tahun) -> Value:
    """A year with its origin."""
    return Value(str(t.nilai), Angka(t.nilai, t.asal), t.asal)


def judul(isi: str | Inlines, *, span: int = 1, rows: int = 1) -> Cell:
    """A header cell; a `Teks` keeps its origin."""
    if isinstance(isi, str):
        isi = (Value(str(isi), None, isi.asal) if isinstance(isi, Teks) else Text(isi),)
    return Cell(isi, "tengah", col_span=span, row_span=rows, strong=True)


def judul_tahun(t: Tahun, *, span: int = 1) -> Cell:
    return judul((nilai_tahun(t),), span=span)


def tahun_kepala(tahun: Iterable[Tahun]) -> tuple[Cell, ...]:
    """A header cell for each year."""
    return tuple(judul_tahun(t) for t in tahun)


def nomor_kolom(banyak: int) -> Row:
    """The row (01) (02) … that closes every header."""
    return Row("kolom", tuple(Cell((Text(f"({i:02d})"),), "tengah") for i in range(1, banyak + 1)))


def kepala(*baris: Sequence[Cell], banyak: int) -> tuple[Row, ...]:
    """Header rows and the row of column numbers. `banyak`: number of columns."""
    return (*(Row(f"kepala-{i}", tuple(b)) for i, b in enumerate(baris, 1)), nomor_kolom(banyak))
