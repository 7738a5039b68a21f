"""Tables for the page: columns by name, rows without merged cells, and rows that nothing changed as a real table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.banding.laporan.sebaris import Sebaris
from generator.document.nodes import Cell, Row, Table, plain
from generator.writers.xml_text import escape

BATAS_PENGENAL = 3
"""Cells at the beginning of a row of which one may say what the row is about."""
_KATA = re.compile(r"[^\W\d]{3}")


@dataclass(frozen=True, slots=True)
class Petak:
    """A cell in its column, from 0. `asli` is false where a cell merged downward reaches from above."""

    kolom: int
    sel: Cell
    asli: bool


def kisi(baris: Sequence[Row]) -> list[list[Petak]]:
    """The cells of every row; those merged downward are in every row that they cover."""
    hasil: list[list[Petak]] = []
    turun: dict[int, tuple[int, Cell]] = {}
    for r in baris:
        petak: list[Petak] = []
        lanjut: dict[int, tuple[int, Cell]] = {}
        antre = iter(r.cells)
        kolom = 0
        while True:
            if kolom in turun:
                sisa, sel = turun.pop(kolom)
                petak.append(Petak(kolom, sel, False))
            else:
                satu = next(antre, None)
                if satu is None:
                    break
                sisa, sel = satu.row_span, satu
                petak.append(Petak(kolom, sel, True))
            if sisa > 1:
                lanjut[kolom] = (sisa - 1, sel)
            kolom += sel.col_span
        hasil.append(petak)
        turun = lanjut
    return hasil


def judul_kolom(t: Table) -> list[str]:
    """What every column is called: its headings from top to bottom."""
    judul: list[list[str]] = [[] for _ in t.widths]
    for petak in kisi([r for r in t.header if r.key != "kolom"]):
        for p in petak:
            teks = plain(p.sel.content)
            for k in range(p.kolom, p.kolom + p.sel.col_span):
                if teks and teks not in judul[k]:
                    judul[k].append(teks)
    return [" – ".join(j) or f"kolom {n}" for n, j in enumerate(judul, 1)]


def pengenal(petak: Sequence[Petak], tulis: Sebaris) -> str:
    """The beginning of a row by which a reader knows it: '1 · 7.01.01 · PROGRAM PENUNJANG'."""
    hasil: list[str] = []
    for p in petak[:BATAS_PENGENAL]:
        teks = tulis(p.sel.content)
        if teks:
            hasil.append(teks)
        if _KATA.search(plain(p.sel.content)):
            break
    return " · ".join(hasil)


def tabel_html(t: Table, baris: Iterable[tuple[str, Sequence[Petak]]], tulis: Sebaris) -> str:
    """Rows of a table under its header. `baris`: attributes of the row and its cells."""
    kepala = "".join(f"<tr>{''.join(_sel(c, 'th', tulis) for c in r.cells)}</tr>" for r in t.header)
    isi = "".join(f"<tr{sifat}>{''.join(_petak(p, tulis) for p in petak)}</tr>" for sifat, petak in baris)
    return f'<div class="geser" tabindex="0"><table><thead>{kepala}</thead><tbody>{isi}</tbody></table></div>'


def _sel(c: Cell, unsur: str, tulis: Sebaris) -> str:
    tinggi = f' rowspan="{c.row_span}"' if c.row_span > 1 else ""
    return f"<{unsur}{_lebar(c)}{tinggi}>{tulis(c.content)}</{unsur}>"


def _petak(p: Petak, tulis: Sebaris) -> str:
    isi = tulis(p.sel.content)
    return f"<td{_lebar(p.sel)}{_rata(p.sel)}>{f'<b>{isi}</b>' if p.sel.strong and isi else isi}</td>"


def _lebar(c: Cell) -> str:
    return f' colspan="{c.col_span}"' if c.col_span > 1 else ""


def _rata(c: Cell) -> str:
    return ' class="ka"' if c.align == "kanan" else ' class="te"' if c.align == "tengah" else ""


def tabel_data(kepala: Sequence[str], baris: Iterable[Sequence[str]], angka_dari: int, keterangan: str = "") -> str:
    """A table of the page's own: texts in the first columns, from `angka_dari` on numbers. Cells are HTML."""
    judul = f"<caption>{escape(keterangan)}</caption>" if keterangan else ""
    atas = "".join(f'<th scope="col"{_ka(n, angka_dari)}>{escape(k)}</th>' for n, k in enumerate(kepala))
    isi = "".join(f"<tr>{''.join(f'<td{_ka(n, angka_dari)}>{s}</td>' for n, s in enumerate(b))}</tr>" for b in baris)
    return (
        f'<div class="geser" tabindex="0"><table>{judul}<thead><tr>{atas}</tr></thead>'
        f"<tbody>{isi}</tbody></table></div>"
    )


def _ka(kolom: int, angka_dari: int) -> str:
    return ' class="ka"' if kolom >= angka_dari else ""
