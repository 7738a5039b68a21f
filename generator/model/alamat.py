"""Addresses of cells: 'F17' <-> column and row, and many cells told in few words: 'F2:F45, H3'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.model.angka import Lokasi

POLA_ALAMAT = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def huruf_kolom(nomor: int) -> str:
    """1 -> 'A', 27 -> 'AA'."""
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def nomor_kolom(huruf: str) -> int:
    """'A' -> 1, 'AA' -> 27."""
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + ord(h) - 64
    return nomor


def letak_sel(alamat: str) -> tuple[int, int] | None:
    """'F17' -> (row 17, column 6); None for what is no address."""
    m = POLA_ALAMAT.fullmatch(alamat)
    return (int(m[2]), nomor_kolom(m[1])) if m else None


def rentang(alamat: Iterable[str]) -> list[str]:
    """Addresses as blocks of cells, by column and row: F2, F3, G2, G3, H9 -> 'F2:G3', 'H9'."""
    baris_kolom: dict[int, list[int]] = {}
    for a in alamat:
        if letak := letak_sel(a):
            baris_kolom.setdefault(letak[1], []).append(letak[0])
    blok: list[list[int]] = []  # first row, last row, first column, last column
    terbuka: dict[tuple[int, int], list[int]] = {}  # blocks that end in the column before, by their rows
    for kolom in sorted(baris_kolom):
        kini: dict[tuple[int, int], list[int]] = {}
        for awal, akhir in _deret(sorted(set(baris_kolom[kolom]))):
            sambung = terbuka.get((awal, akhir))
            if sambung is not None and sambung[3] == kolom - 1:
                sambung[3] = kolom
                kini[awal, akhir] = sambung
            else:
                kini[awal, akhir] = [awal, akhir, kolom, kolom]
                blok.append(kini[awal, akhir])
        terbuka = kini
    return [_sebut(*b) for b in blok]


def _deret(bilangan: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of consecutive numbers as (first, last)."""
    hasil: list[tuple[int, int]] = []
    for n in bilangan:
        if hasil and n == hasil[-1][1] + 1:
            hasil[-1] = (hasil[-1][0], n)
        else:
            hasil.append((n, n))
    return hasil


def _sebut(awal: int, akhir: int, kiri: int, kanan: int) -> str:
    pertama, terakhir = f"{huruf_kolom(kiri)}{awal}", f"{huruf_kolom(kanan)}{akhir}"
    return pertama if pertama == terakhir else f"{pertama}:{terakhir}"


def ringkas(asal: Iterable[Lokasi], antara: str = "!") -> list[str]:
    """Origins by file and sheet, cells joined to blocks: 'content/data/pendanaan.xlsx!Pagu!F2:F45,H3'.

    `antara` stands between file and sheet. Lines of chapters and whole sheets stay as they are.
    """
    sel: dict[tuple[str, str], list[str]] = {}
    lain: list[str] = []
    for a in asal:
        if a.lembar and a.sel:
            sel.setdefault((a.berkas, a.lembar), []).append(a.sel)
        else:
            lain.append(str(a))
    return [f"{b}{antara}{le}!{','.join(rentang(s))}" for (b, le), s in sel.items()] + lain
