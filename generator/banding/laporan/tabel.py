"""Tables for the page: columns by name, rows without merged cells, and rows that nothing changed as a real table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from generator.banding.laporan.sebaris import Sebaris
from generator.tree.grid import Place, grid
from generator.tree.nodes import Cell, Table, plain
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


def tabel_html(
    t: Table, baris: Iterable[tuple[str, Sequence[Place], str]], tulis: Sebaris, *, kepala: Sequence[str] = ()
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
    return f"<{unsur}{_lebar(c.col_span)}{tinggi}>{tulis(c.content)}</{unsur}>"


def _petak(p: Place, tulis: Sebaris) -> str:
    isi = tulis(p.cell.content)
    return f"<td{_lebar(p.width)}{_rata(p.cell)}>{f'<b>{isi}</b>' if p.cell.strong and isi else isi}</td>"


def _lebar(kolom: int) -> str:
    return f' colspan="{kolom}"' if kolom > 1 else ""


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
