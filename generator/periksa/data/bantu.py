"""What several rules share: where a value stands, how a series runs, and which indicators measure the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.lokasi import Lokasi
from generator.model.angka import Angka, Teks
from generator.periksa.bahan import Bahan
from generator.tree.format import angka

if TYPE_CHECKING:
    from generator.compute.butir import Butir
    from generator.compute.kinerja import KinerjaIndikator
    from generator.compute.rencana import Cabang, Indikator


def di(nilai: Angka | Teks) -> Lokasi:
    """The place of a value: its first cell."""
    return nilai.asal[0] if nilai.asal else Lokasi("")


def sebutan(c: Butir | Cabang) -> str:
    """'kegiatan 7.01.02.2.01 "Koordinasi"'."""
    from generator.compute.rencana import SEBUTAN

    return f'{SEBUTAN[c.tingkat]} {c.kode} "{c.nama}"'


def cabang(b: Bahan) -> Iterator[Cabang]:
    """Every node of the plan, from tujuan down to sub kegiatan."""
    r = b.konteks.rencana
    for daftar in (r.tujuan, r.sasaran, r.program, r.kegiatan, r.subkegiatan):
        yield from daftar


def beranggaran(b: Bahan) -> Iterator[Cabang]:
    """The nodes that have pagu of their own or summed: program, kegiatan, sub kegiatan."""
    r = b.konteks.rencana
    for daftar in (r.program, r.kegiatan, r.subkegiatan):
        yield from daftar


def deret(b: Bahan, i: Indikator) -> list[tuple[int, Angka]]:
    """(year, value) of what is filled in: the baseline in the base year, then the targets."""
    semua = [(b.konteks.periode.dasar.nilai, i.baseline), *i.target.items()]
    return [(t, a) for t, a in semua if a.nilai is not None]


def tertulis(deret: list[tuple[int, Angka]]) -> str:
    """'6 (2024), 10 (2025)'."""
    return ", ".join(f"{angka(a)} ({t})" for t, a in deret)


def bertarget(c: Cabang, tahun: int) -> bool:
    """An indicator of the node has a target above 0 in that year."""
    return any(i.target[tahun].nilai for i in c.indikator)


def capaian_lalu(b: Bahan, i: Indikator) -> KinerjaIndikator | None:
    """The same indicator in the former plan: of the same code, or else of the same name."""
    return next(
        (c for c in b.konteks.kinerja if c.kode == i.kode),
        next((c for c in b.konteks.kinerja if samakan(c.nama) == samakan(i.nama)), None),
    )


def samakan(teks: str) -> str:
    """The words alone, to compare two wordings."""
    return " ".join(re.findall(r"\w+", teks.casefold()))
