"""Tables -> HTML: the merges of the grid as spans, scopes for who hears the table, a box in which wide ones scroll."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from generator.tree.grid import Grid, Place, grid
from generator.tree.nodes import Inlines, Row, Table, plain
from generator.writers.html.sebaris import sifat, tanda_seluruh

Tulis = Callable[[Inlines], str]
"""A writer of inlines."""
KOLOM_PENGENAL = 3
"""Columns among which a row may have the cell that names it."""
_KATA = re.compile(r"[^\W\d]{3}")
_KELAS = {"kiri": "", "tengah": "te", "kanan": "ka"}


def geser(isi: str, nama: str = "") -> str:
    """A box that scrolls sideways, with keys too, when what it holds is wider than the page. `nama`: what it holds."""
    peran = ' role="region"' if nama else ""
    return f'<div class="geser" tabindex="0"{peran}{sifat(aria_label=nama)}>{isi}</div>'


def tabel(t: Table, tulis: Tulis, takarir: str = "") -> str:
    """The whole table; every row says its key. `takarir`: the caption as HTML, '' for a box, which prints none."""
    banyak = len(t.widths)
    judul = f"<caption><div>{takarir}</div></caption>" if takarir else ""
    nama = "" if takarir else plain(t.caption.title)
    jumlah = sum(t.widths) or 1
    kolom = "".join(f'<col style="width:{100 * w / jumlah:.4g}%">' for w in t.widths)
    kelas = " ".join(filter(None, (t.size, "mendatar" if t.landscape else "")))
    kepala = kepala_tabel(grid(t.header, banyak), tulis)
    isi = "".join(
        baris_tabel(r, tempat, tulis, sifat(data_kunci=r.key)) for r, tempat in baris_sendiri(grid(t.rows, banyak))
    )
    return (
        f"<table{sifat(class_=kelas, aria_label=nama, style=f'--kolom:{banyak}')}>{judul}<colgroup>{kolom}</colgroup>"
        f"{kepala}<tbody>{isi}</tbody></table>"
    )


def baris_sendiri(g: Grid) -> Iterable[tuple[Row, list[Place]]]:
    """Every row with what begins in it, the blanks that fill it too."""
    for n, (r, tempat) in enumerate(g.across()):
        yield r, [p for p in tempat if p.row == n]


def kepala_tabel(g: Grid, tulis: Tulis, lain: Sequence[str] = (), akhir: str = "") -> str:
    """The `thead`. `lain`: further attributes of each row; `akhir`: a further cell, of the first one."""
    hasil: list[str] = []
    for n, (r, tempat) in enumerate(baris_sendiri(g)):
        sel = "".join(_judul_kolom(r, p, tulis) for p in tempat)
        hasil.append(f"<tr{lain[n] if lain else ''}>{sel}{'' if n else akhir}</tr>")
    return f"<thead>{''.join(hasil)}</thead>" if hasil else ""


def _judul_kolom(r: Row, p: Place, tulis: Tulis) -> str:
    """A heading; numbers of columns head nothing."""
    isi = tanda_seluruh(r.revision, tulis(p.cell.content))
    if r.key == "kolom":
        return f'<td class="te"{_rentang(p)}>{isi}</td>'
    return f'<th scope="{"colgroup" if p.width > 1 else "col"}"{_rentang(p)}>{isi}</th>'


def baris_tabel(r: Row, tempat: Iterable[Place], tulis: Tulis, lain: str = "", akhir: str = "") -> str:
    """A row of the body; its first cell with words is what it is called. `lain`: its attributes; `akhir`: a further
    cell."""
    hasil: list[str] = []
    bernama = False
    for p in tempat:
        isi = tanda_seluruh(r.revision, tulis(p.cell.content))
        if p.cell.strong and isi:
            isi = f"<strong>{isi}</strong>"
        nama = not bernama and p.column < KOLOM_PENGENAL and bool(_KATA.search(plain(p.cell.content)))
        bernama = bernama or nama
        unsur = "th" if nama else "td"
        kelas = sifat(scope="row" if nama else "", class_=_KELAS[p.cell.align])
        hasil.append(f"<{unsur}{kelas}{_rentang(p)}>{isi}</{unsur}>")
    return f"<tr{lain}>{''.join(hasil)}{akhir}</tr>"


def _rentang(p: Place) -> str:
    return sifat(colspan=str(p.width) if p.width > 1 else "", rowspan=str(p.height) if p.height > 1 else "")
