"""`::: tabel data=BUKU.xlsx#Lembar`: a sheet as it stands, so that planners add a table without code.

In: the cells of a sheet. Out: a table with the sheet's merges and relative widths; numbers right, words left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import chain

from generator.document.tables.sel import nomor_kolom
from generator.model.angka import Angka
from generator.model.kolom import HARI_PERTAMA_EXCEL, Sel
from generator.tree import format as cetak
from generator.tree.nodes import Caption, Cell, Inlines, LineBreak, Row, Table, Value


@dataclass(frozen=True, slots=True)
class SelLembar:
    """Cells by (row, column) from 1, merges (row1, col1, row2, col2), widths by column."""

    sel: dict[tuple[int, int], Sel]
    gabungan: tuple[tuple[int, int, int, int], ...]
    lebar: dict[int, float]


def salah_kepala(lembar: SelLembar, kepala: int) -> str:
    """What is wrong with the number of header rows for this sheet; '' when nothing is."""
    tinggi = max((r for r, _ in lembar.sel), default=0)
    if not 1 <= kepala < tinggi:
        return f"kepala={kepala}, sedangkan lembar berisi {tinggi} baris"
    lewat = next((g for g in lembar.gabungan if g[0] <= kepala < g[2]), None)
    return f"sel gabungan di baris {lewat[0]}–{lewat[2]} melewati baris kepala (kepala={kepala})" if lewat else ""


def _baris_teks(teks: str, sel: Sel) -> Inlines:
    """Lines within a cell stay lines."""
    baris = [b.strip() for b in teks.splitlines()] or [""]
    return tuple(
        chain.from_iterable(
            (*((LineBreak(),) if i else ()), Value(b, None, (sel.lokasi,))) for i, b in enumerate(baris)
        )
    )


def tabel_lembar(lembar: SelLembar, caption: Caption, source: Inlines, *, kepala: int, mendatar: bool) -> Table:
    """`kepala`: number of header rows; `mendatar`: landscape."""
    tinggi = max((r for r, _ in lembar.sel), default=0)
    banyak = max((k for _, k in lembar.sel), default=0)
    gabungan = [(a, b, min(c, tinggi), min(d, banyak)) for a, b, c, d in lembar.gabungan if a <= tinggi and b <= banyak]
    rentang = {(a, b): (c - a + 1, d - b + 1) for a, b, c, d in gabungan}
    tertutup = {(r, k) for a, b, c, d in gabungan for r in range(a, c + 1) for k in range(b, d + 1) if (r, k) != (a, b)}

    def sel(r: int, k: int) -> Cell:
        isi = lembar.sel.get((r, k))
        baris, kolom = rentang.get((r, k), (1, 1))
        if r <= kepala:
            judul = _baris_teks(str(isi.isi), isi) if isi and isi.isi is not None else ()
            return Cell(judul, "tengah", kolom, baris, strong=True)
        if isi is None or isi.isi is None:
            return Cell((), "kiri", kolom, baris)
        if isinstance(isi.isi, (str, bool)):
            teks = isi.isi if isinstance(isi.isi, str) else "ya" if isi.isi else "tidak"
            return Cell(_baris_teks(teks, isi), "kiri", kolom, baris)
        if isi.tanggal and isinstance(isi.isi, int):
            hari = cetak.tanggal(HARI_PERTAMA_EXCEL + timedelta(days=isi.isi))
            return Cell((Value(hari, None, (isi.lokasi,)),), "kiri", kolom, baris)
        angka = Angka(isi.isi, (isi.lokasi,))
        return Cell((Value(cetak.angka(angka), angka, angka.asal),), "kanan", kolom, baris)

    def isi_baris(r: int) -> tuple[Cell, ...]:
        return tuple(sel(r, k) for k in range(1, banyak + 1) if (r, k) not in tertutup)

    return Table(
        caption,
        tuple(lembar.lebar.get(k, 9.0) for k in range(1, banyak + 1)),
        (*(Row(f"kepala-{r}", isi_baris(r)) for r in range(1, kepala + 1)), nomor_kolom(banyak)),
        tuple(Row(f"baris-{r}", isi_baris(r)) for r in range(kepala + 1, tinggi + 1)),
        source,
        landscape=mendatar,
        size="kecil" if banyak > 5 else "biasa",
    )
