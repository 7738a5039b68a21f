"""Tables for the page: columns by name, rows without merged cells, and rows that nothing changed as a real table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from generator.banding.laporan.sebaris import Sebaris
from generator.tree.grid import Place, grid
from generator.tree.nodes import Row, Table, plain
from generator.writers.html.tabel import baris_tabel, geser, kepala_tabel
from generator.writers.xml_text import escape

BATAS_PENGENAL = 3
"""Cells at the beginning of a row of which one may say what the row is about."""
BATAS_TEKS = 100
"""Letters of each."""
_KATA = re.compile(r"[^\W\d]{3}")


def judul_kolom(t: Table) -> list[str]:
    """What every column is called: its headings from top to bottom."""
    judul: list[list[str]] = [[] for _ in t.widths]
    for _, petak in grid([r for r in t.header if r.key != "kolom"], len(t.widths)).across():
        for p in petak:
            teks = plain(p.cell.content)
            for k in p.columns:
                if teks and teks not in judul[k]:
                    judul[k].append(teks)
    return [" – ".join(nama) or f"kolom {n}" for n, nama in enumerate(judul, 1)]


def pengenal(petak: Sequence[Place]) -> str:
    """What a reader knows a row by, as text: '1 · 7.01.01 · PROGRAM PENUNJANG'.

    Cells that other rows share say less; they do where a row has no words of its own.
    """
    sendiri = [p for p in petak if p.height == 1]
    hasil: list[str] = []
    for isi in (sendiri, petak):
        hasil = []
        for p in isi[:BATAS_PENGENAL]:
            teks = " ".join(plain(p.cell.content).split())
            hasil += [f"{teks[:BATAS_TEKS].rstrip()}…" if len(teks) > BATAS_TEKS else teks] if teks else []
            if _KATA.search(teks):
                return " · ".join(hasil)
    return " · ".join(hasil)


def tabel_baris(t: Table, baris: Iterable[str], tulis: Sebaris, *, kepala: Sequence[str] = ()) -> str:
    """Rows (HTML) of a table under its header. `kepala`: attributes of the rows of the header, of a table whose rows
    have sources in a further column."""
    asal = f'<th scope="col" rowspan="{len(t.header)}">Sumber</th>' if kepala else ""
    atas = kepala_tabel(grid(t.header, len(t.widths)), tulis, kepala, asal)
    return geser(f"<table>{atas}<tbody>{''.join(baris)}</tbody></table>")


def baris_lepas(r: Row, tempat: Iterable[Place], tulis: Sebaris) -> str:
    """A row without those around it: it has all of the merged cells that stand in it."""
    return baris_tabel(r, (p._replace(height=1) for p in tempat), tulis)


def tabel_data(kepala: Sequence[str], baris: Iterable[Sequence[str]], angka_dari: int, keterangan: str = "") -> str:
    """A table of the page's own: texts in the first columns, from `angka_dari` on numbers. Cells are HTML."""
    judul = f"<caption>{escape(keterangan)}</caption>" if keterangan else ""
    atas = "".join(f'<th scope="col"{_ka(n, angka_dari)}>{escape(k)}</th>' for n, k in enumerate(kepala))
    isi = "".join(f"<tr>{''.join(f'<td{_ka(n, angka_dari)}>{s}</td>' for n, s in enumerate(b))}</tr>" for b in baris)
    return geser(f"<table>{judul}<thead><tr>{atas}</tr></thead><tbody>{isi}</tbody></table>")


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
    return geser(f"<table><thead><tr>{atas}</tr></thead>{''.join(isi)}</table>")


def _ka(kolom: int, angka_dari: int) -> str:
    return ' class="ka"' if kolom >= angka_dari else ""
