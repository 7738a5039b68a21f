"""Rows of a sheet -> their cells by header, each with its address, so that two versions can be laid side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from generator.model.angka import Angka, Lokasi, Teks
from generator.model.kolom import Baris, IsiSel, KolomBebas, PerTahun, Tanggal
from generator.model.skema import Lembar, metadata

KOSONG: IsiSel = None


@dataclass(frozen=True, slots=True)
class Isian:
    """What a cell holds, dates as text, and where."""

    isi: IsiSel
    lokasi: Lokasi


BarisIsian = Mapping[str, Isian]
"""The cells of a row by header, in the order of the sheet."""


def judul_medan(jenis: type[Baris]) -> dict[str, str]:
    """The header of every field that is one column; in a key/value sheet the key."""
    return {
        n: f.title or n
        for n, f in jenis.model_fields.items()
        if n != "lokasi" and not metadata(f, PerTahun) and not metadata(f, KolomBebas)
    }


def isian(lembar: Lembar, baris: Sequence[Baris]) -> list[BarisIsian]:
    """The cells of every row. A blank cell's column is that of the same field in other rows."""
    susunan = _Susunan(lembar.baris)
    hasil = [dict(susunan.sel(b)) for b in baris]
    huruf: dict[str, str] = {}
    for sel in hasil:
        for judul, s in sel.items():
            if s.lokasi.sel and judul not in huruf and not _ditebak(s):
                huruf[judul] = re.sub(r"\d+", "", s.lokasi.sel)
    if lembar.tunggal:  # every key has a row of its own
        return [
            {j: replace(s, lokasi=replace(s.lokasi, sel="")) if _ditebak(s) else s for j, s in sel.items()}
            for sel in hasil
        ]
    return [{j: _beralamat(s, huruf.get(j, "")) for j, s in sel.items()} for sel in hasil]


class _Susunan:
    """How the fields of a row type become columns."""

    def __init__(self, jenis: type[Baris]) -> None:
        self.judul = judul_medan(jenis)
        self.tahun = {n: m.judul for n, f in jenis.model_fields.items() if (m := metadata(f, PerTahun))}
        self.medan = [n for n in jenis.model_fields if n != "lokasi"]

    def sel(self, b: Baris) -> Iterator[tuple[str, Isian]]:
        for n in self.medan:
            nilai = getattr(b, n)
            if n in self.judul:
                yield self.judul[n], _isian(nilai, b.lokasi)
                continue
            for kunci, satu in nilai.items():
                yield f"{self.tahun[n]} {kunci}" if n in self.tahun else str(kunci), _isian(satu, b.lokasi)


def _isian(nilai: Any, baris: Lokasi) -> Isian:
    """`baris` is the row's first cell: where a value that knows no cell of its own stands, but for the column."""
    asal = getattr(nilai, "asal", ())
    lokasi = asal[0] if asal else replace(baris, sel=f"?{re.sub(r'[^0-9]', '', baris.sel)}" if baris.sel else "")
    match nilai:
        case Angka():
            return Isian(_rapi(nilai.nilai), lokasi)
        case Tanggal():
            return Isian(nilai.nilai.isoformat() if nilai.hari else f"{nilai.nilai:%Y-%m}", lokasi)
        case Teks():
            return Isian(str(nilai), lokasi)
        case bool():
            return Isian("ya" if nilai else "tidak", lokasi)
    return Isian(KOSONG if nilai is None else str(nilai), lokasi)


def _rapi(n: int | Decimal | None) -> IsiSel:
    """A whole number is an int, however it was typed."""
    return int(n) if isinstance(n, Decimal) and n == n.to_integral_value() else n


def _ditebak(s: Isian) -> bool:
    return s.lokasi.sel.startswith("?")


def _beralamat(s: Isian, huruf: str) -> Isian:
    """With the column that other rows know; a cell of which nobody knows it is called by its row's first cell."""
    return replace(s, lokasi=replace(s.lokasi, sel=s.lokasi.sel.replace("?", huruf or "A"))) if _ditebak(s) else s
