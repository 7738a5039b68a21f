"""Two tables of the same columns -> one whose rows and cells carry the changes.

Rows are matched by key and what they say, then by key, then by words. Cells merged downward stay merged only where
nothing moved within the merge: Word cannot delete or insert a row there and have both versions whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import replace

from generator.banding.kata import sidik, tanpa_rujukan
from generator.banding.perubahan import Beda, sebutan
from generator.banding.rupa import kata_baris, rupa_baris
from generator.banding.selaras import Pasangan, selaraskan
from generator.model.angka import Lokasi
from generator.tree.grid import Place, grid
from generator.tree.nodes import Cell, Inline, Inlines, Revision, Row, Table, Text, plain

_URUT = re.compile(r"(?:baris|rumus)-\d+")
"""Keys that are the place of a row, which says nothing of what it is."""


def sekolom(a: Table, b: Table) -> bool:
    """The same columns: what can be compared row by row."""
    return len(a.widths) == len(b.widths) and _bentuk(a.header) == _bentuk(b.header)


def beda_kolom(a: Table, b: Table) -> str:
    """What became of the columns, in words."""
    la, lb = (
        Counter(plain(c.content) for r in t.header for c in r.cells if r.key != "kolom" and c.content) for t in (a, b)
    )
    bagian = [*(f'kolom "{j}" ditambah' for j in lb - la), *(f'kolom "{j}" dihapus' for j in la - lb)]
    return "; ".join(bagian) or "susunan kolom berubah"


def banding_baris(beda: Beda, a: Table, b: Table) -> Table:
    """`b` with the changes in its header and rows, which are noted."""
    return _Tabel(beda, sebutan(b.caption)).banding(a, b)


def tandai_baris(
    beda: Beda, baris: Sequence[Row], revisi: Revision, nama: str, *, pindah: bool, tanda: int
) -> list[Row]:
    """Rows of a table that one version has; `tanda`: what the first one stands for."""
    return [_tandai(beda, r, revisi, nama, pindah=pindah, tanda=tanda if n == 0 else 1) for n, r in enumerate(baris)]


def _tandai(beda: Beda, r: Row, revisi: Revision, nama: str, *, pindah: bool, tanda: int = 1) -> Row:
    beda.satu(revisi, "baris", _isi(r), f"{nama}, {r.key}", _asal_baris(r), pindah=pindah, tanda=tanda)
    if revisi == "hapus":
        r = replace(r, cells=tuple(replace(c, content=tanpa_rujukan(c.content)) for c in r.cells))
    return replace(r, revision=revisi)


class _Tabel:
    """One table; `nama` is how it is called."""

    def __init__(self, beda: Beda, nama: str) -> None:
        self.beda, self.nama = beda, nama
        self.tampilan = False  # of a cell changed, which no mark shows

    def banding(self, a: Table, b: Table) -> Table:
        kolom = _kolom(b.header, len(b.widths))
        kepala = tuple(self._baris(x, y, k) for x, y, k in zip(a.header, b.header, kolom, strict=True))
        hasil = replace(b, header=kepala, rows=tuple(self._isi(a, b)))
        if self.tampilan or (a.widths, a.size) != (b.widths, b.size):
            self.beda.tak_tertandai.append(
                f"{self.nama}: lebar kolom, ukuran huruf, perataan, atau huruf tebal berubah"
            )
        return hasil

    def _isi(self, a: Table, b: Table) -> Iterator[Row]:
        la, lb = uraikan(a.rows, len(a.widths)), uraikan(b.rows, len(b.widths))
        ka, kb = _kunci(la), _kunci(lb)
        dikenal = {r.key for r in la if not _URUT.fullmatch(r.key)} & {r.key for r in lb}
        pasangan = selaraskan(
            [(r.key if r.key in dikenal else "", rupa_baris(r)) for r in la],
            [(r.key if r.key in dikenal else "", rupa_baris(r)) for r in lb],
            lambda i: kata_baris(la[i]),
            lambda j: kata_baris(lb[j]),
            [None if _URUT.fullmatch(k[0]) else k for k in ka],
            [None if _URUT.fullmatch(k[0]) else k for k in kb],
        )
        utuh = _gabungan_utuh(a.rows, b.rows, pasangan)
        if any(c.row_span > 1 for t, ada in ((a, utuh[0]), (b, utuh[1])) for c in _sel_selain(t.rows, ada)):
            self.beda.tak_tertandai.append(f"{self.nama}: gabungan sel pada baris yang berubah diuraikan")
        kolom, kolom_urai = _kolom(b.rows, len(b.widths)), _kolom(lb, len(b.widths))
        pindah = _pindah(la, lb, ka, kb, pasangan)
        for i, j in pasangan:
            if i is not None and j is not None:
                if j in utuh[1]:
                    yield self._baris(a.rows[i], b.rows[j], kolom[j])
                elif _bentuk([la[i]]) == _bentuk([lb[j]]):
                    yield self._baris(la[i], lb[j], kolom_urai[j])
                else:
                    yield _tandai(self.beda, la[i], "hapus", self.nama, pindah=False)
                    yield _tandai(self.beda, lb[j], "baru", self.nama, pindah=False)
            elif i is not None:
                yield _tandai(self.beda, la[i], "hapus", self.nama, pindah=i in pindah[0])
            elif j is not None:
                yield _tandai(self.beda, lb[j], "baru", self.nama, pindah=j in pindah[1])

    def _baris(self, a: Row, b: Row, kolom: Sequence[int]) -> Row:
        cells: list[Cell] = []
        for x, y, k in zip(a.cells, b.cells, kolom, strict=True):
            if sidik(x.content) != sidik(y.content):
                tempat = f"{self.nama}, {b.key}, kolom {k + 1}"
                isi = self.beda.kata("sel", x.content, y.content, tempat, _asal(x), _asal(y))
            else:
                isi = y.content
            self.tampilan |= bool(x.content and y.content) and (x.align, x.strong) != (y.align, y.strong)
            cells.append(replace(y, content=isi))
        return replace(b, cells=tuple(cells))


# ---------------------------------------------------------------- matching


def _kunci(baris: Sequence[Row]) -> list[tuple[str, int]]:
    """Keys, told apart where a table uses one twice."""
    kali: Counter[str] = Counter()
    hasil: list[tuple[str, int]] = []
    for r in baris:
        hasil.append((r.key, kali[r.key]))
        kali[r.key] += 1
    return hasil


def _pindah(
    a: Sequence[Row], b: Sequence[Row], ka: Sequence[Hashable], kb: Sequence[Hashable], pasangan: Sequence[Pasangan]
) -> tuple[set[int], set[int]]:
    """Rows that stand elsewhere in the other version: those of one key, and those of one name under another code."""
    hilang = [i for i, j in pasangan if j is None and i is not None]
    muncul = [j for i, j in pasangan if i is None and j is not None]
    kunci = {ka[i] for i in hilang} & {kb[j] for j in muncul}
    nama_a, nama_b = {i: _nama(a[i]) for i in hilang}, {j: _nama(b[j]) for j in muncul}
    kali_a, kali_b = Counter(nama_a.values()), Counter(nama_b.values())
    nama = {n for n in kali_a if n and kali_a[n] == kali_b[n] == 1}
    return (
        {i for i in hilang if ka[i] in kunci or nama_a[i] in nama},
        {j for j in muncul if kb[j] in kunci or nama_b[j] in nama},
    )


def _nama(r: Row) -> str:
    """The words of a row without digits: what it keeps when its code changes."""
    return " ".join(w for w in plain(_isi(r)).split() if not any(h.isdigit() for h in w))


# ---------------------------------------------------------------- merged cells


def uraikan(baris: Sequence[Row], kolom: int) -> list[Row]:
    """Rows without cells merged downward: what a merge covers becomes blank cells."""
    return [_urai(r, nomor, letak) for nomor, (r, letak) in enumerate(grid(baris, kolom).across())]


def _urai(r: Row, nomor: int, letak: Sequence[Place]) -> Row:
    if all(p.row == nomor and p.cell.row_span == 1 for p in letak):
        return r
    sel = (replace(p.cell, row_span=1, content=p.cell.content if p.row == nomor else ()) for p in letak)
    return replace(r, cells=tuple(sel))


def _kolom(baris: Sequence[Row], kolom: int) -> list[list[int]]:
    """The column, from 0, of every row's own cells."""
    return [[p.column for p in letak] for _, letak in grid(baris, kolom).own()]


def _gabungan_utuh(a: Sequence[Row], b: Sequence[Row], pasangan: Sequence[Pasangan]) -> tuple[set[int], set[int]]:
    """Rows of both versions whose merges can stay: no row between came or went, and they are the same.

    A merged cell is without marks: the layout says its words again on every page that it reaches.
    """
    pasti = {i: j for i, j in pasangan if i is not None and j is not None}
    kelompok_b = {awal: akhir for awal, akhir in _kelompok(b)}
    utuh: tuple[set[int], set[int]] = (set(), set())
    for awal, akhir in _kelompok(a):
        di = pasti.get(awal)
        if di is None or kelompok_b.get(di) != di + akhir - awal:
            continue
        if any(pasti.get(awal + n) != di + n for n in range(akhir - awal)):
            continue
        if _gabungan(a[awal:akhir]) == _gabungan(b[di : di + akhir - awal]):
            utuh[0].update(range(awal, akhir))
            utuh[1].update(range(di, di + akhir - awal))
    return utuh


def _kelompok(baris: Sequence[Row]) -> list[tuple[int, int]]:
    """From and to of the rows that merges hold together; a row without merges stands alone."""
    hasil: list[tuple[int, int]] = []
    awal = akhir = 0
    for n, r in enumerate(baris):
        if n >= akhir and n:
            hasil.append((awal, n))
            awal = n
        akhir = max(akhir, n + max((c.row_span for c in r.cells), default=1))
    if baris:
        hasil.append((awal, len(baris)))
    return hasil


def _gabungan(baris: Sequence[Row]) -> list[tuple[tuple[int, int, str], ...]]:
    """The shape of rows, with the words of merged cells."""
    return [tuple((c.col_span, c.row_span, sidik(c.content) if c.row_span > 1 else "") for c in r.cells) for r in baris]


def _sel_selain(baris: Sequence[Row], indeks: Collection[int]) -> Iterator[Cell]:
    return (c for n, r in enumerate(baris) if n not in indeks for c in r.cells)


def _bentuk(baris: Sequence[Row]) -> list[tuple[tuple[int, int], ...]]:
    return [tuple((c.col_span, c.row_span) for c in r.cells) for r in baris]


# ---------------------------------------------------------------- words and places


def _isi(r: Row) -> Inlines:
    hasil: list[Inline] = []
    for c in r.cells:
        if c.content:
            hasil += [*([Text(" | ")] if hasil else []), *c.content]
    return tuple(hasil)


def _asal(c: Cell) -> str:
    asal: tuple[Lokasi, ...] = tuple(a for i in c.content for a in _lokasi(i))
    return str(asal[0]) + (f" dan {len(asal) - 1} sel lain" if len(asal) > 1 else "") if asal else ""


def _lokasi(i: Inline) -> tuple[Lokasi, ...]:
    asal = getattr(i, "asal", None) or ()
    return asal if isinstance(asal, tuple) else (asal,)


def _asal_baris(r: Row) -> str:
    return next((a for a in map(_asal, r.cells) if a), "")
