"""Tables for the page: columns by name, rows without merged cells, and rows that nothing changed as a real table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from generator.banding.laporan.sebaris import Sebaris
from generator.tree.nodes import Cell, Row, Table, plain
from generator.writers.xml_text import escape

BATAS_PENGENAL = 3
"""Cells at the beginning of a row of which one may say what the row is about."""
BATAS_TEKS = 100
"""Letters of each."""
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


def pengenal(petak: Sequence[Petak]) -> str:
    """What a reader knows a row by, as text: '1 · 7.01.01 · PROGRAM PENUNJANG'.

    Cells that other rows share say less; they do where a row has no words of its own.
    """
    sendiri = [p for p in petak if p.asli and p.sel.row_span == 1]
    hasil: list[str] = []
    for isi in (sendiri, petak):
        hasil = []
        for p in isi[:BATAS_PENGENAL]:
            teks = " ".join(plain(p.sel.content).split())
            hasil += [f"{teks[:BATAS_TEKS].rstrip()}…" if len(teks) > BATAS_TEKS else teks] if teks else []
            if _KATA.search(teks):
                return " · ".join(hasil)
    return " · ".join(hasil)


def tabel_html(
    t: Table, baris: Iterable[tuple[str, Sequence[Petak], str]], tulis: Sebaris, *, kepala: Sequence[str] = ()
) -> str:
    """Rows of a table under its header. `baris`: attributes of the row, its cells, and a further cell: its sources.

    `kepala`: attributes of the rows of the header, of a table whose rows have sources.
    """
    sifat = kepala or [""] * len(t.header)
    asal = f'<th rowspan="{len(t.header)}">Sumber</th>' if kepala else ""
    atas = "".join(
        f"<tr{x}>{''.join(_sel(c, 'th', tulis) for c in r.cells)}{'' if n else asal}</tr>"
        for n, (x, r) in enumerate(zip(sifat, t.header, strict=True))
    )
    isi = "".join(f"<tr{x}>{''.join(_petak(p, tulis) for p in petak)}{akhir}</tr>" for x, petak, akhir in baris)
    return f'<div class="geser" tabindex="0"><table><thead>{atas}</thead><tbody>{isi}</tbody></table></div>'


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


def tabel_kelompok(
    kepala: Sequence[str], kelompok: Iterable[tuple[str, Sequence[tuple[str, Sequence[str]]]]], angka: Collection[int]
) -> str:
    """Rows under what they are about, which stands in the first column. `kelompok`: that cell, and class and further
    cells of each row; `angka`: the columns of numbers. Cells are HTML."""
    kelas = [' class="ka"' if n in angka else "" for n in range(len(kepala))]
    atas = "".join(f'<th scope="col"{k}>{escape(j)}</th>' for k, j in zip(kelas, kepala, strict=True))
    isi: list[str] = []
    for nama, baris in kelompok:
        isi.append("<tbody>")
        for n, (apa, sel) in enumerate(baris):
            awal = "" if n else f'<th scope="rowgroup" rowspan="{len(baris)}">{nama}</th>'
            sisa = "".join(f"<td{k}>{s}</td>" for k, s in zip(kelas[1:], sel, strict=True))
            sifat = f' class="{apa}"' if apa else ""
            isi.append(f"<tr{sifat}>{awal}{sisa}</tr>")
        isi.append("</tbody>")
    return f'<div class="geser" tabindex="0"><table><thead><tr>{atas}</tr></thead>{"".join(isi)}</table></div>'


def _ka(kolom: int, angka_dari: int) -> str:
    return ' class="ka"' if kolom >= angka_dari else ""
