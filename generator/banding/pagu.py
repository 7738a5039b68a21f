"""Pagu of both versions per sub kegiatan, kegiatan, program and in total, by year (Rupiah).

What is above is the sum of what is below, in either version and in the difference: a sub kegiatan that moved is
counted under its old code in the older version and under its new one in the newer. In a Renja the years are its own,
as the year's workbook has it, and the next (prakiraan maju).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from generator.banding import beda_data
from generator.banding.beda_data import BarisBeda
from generator.compute.konteks import Konteks
from generator.compute.renja import KonteksRenja
from generator.model.anggaran import tingkat
from generator.model.angka import Bilangan

TingkatPagu = Literal["program", "kegiatan", "subkegiatan", "total"]
TOTAL: TingkatPagu = "total"
_Pagu = dict[int, Bilangan | None]


@dataclass(frozen=True, slots=True)
class Selisih:
    """An amount in both versions (Rupiah); None where a version has none."""

    lama: Bilangan | None
    baru: Bilangan | None

    @property
    def selisih(self) -> Bilangan:
        return (self.baru or 0) - (self.lama or 0)

    @property
    def bagian(self) -> Decimal | None:
        """The difference as a fraction of the older amount; None where that is blank or 0."""
        return beda_data.bagian(self.lama, self.selisih)

    @property
    def berubah(self) -> bool:
        return self.selisih != 0


@dataclass(frozen=True)
class PaguBeda:
    """A node of the plan, or the total. `keterangan`: that it is new, gone, renamed, or has moved, and where."""

    tingkat: TingkatPagu
    kode: str
    nama: str
    tahun: Mapping[int, Selisih]
    keterangan: str = ""

    @cached_property
    def jumlah(self) -> Selisih:
        """Of all years."""
        lama = [s.lama for s in self.tahun.values() if s.lama is not None]
        baru = [s.baru for s in self.tahun.values() if s.baru is not None]
        return Selisih(sum(lama) if lama else None, sum(baru) if baru else None)

    @property
    def berubah(self) -> bool:
        return bool(self.keterangan) or any(s.berubah for s in self.tahun.values())


def banding_pagu(lama: Konteks, baru: Konteks, data: Sequence[BarisBeda]) -> list[PaguBeda]:
    """Every node of either version in the order of codes, parents before their children, then the total."""
    a, b = _menurut_kode(lama), _menurut_kode(baru)
    keterangan = _keterangan(data)
    hasil: list[PaguBeda] = []
    for kode in sorted(a.keys() | b.keys(), key=lambda k: (k == TOTAL, k)):
        nama_lama, pagu_lama = a.get(kode, ("", {}))
        nama, pagu_baru = b.get(kode, (nama_lama, {}))
        tahun = {t: Selisih(pagu_lama.get(t), pagu_baru.get(t)) for t in sorted(pagu_lama.keys() | pagu_baru.keys())}
        sebab = keterangan.get(kode, "") or ("ditambah" if kode not in a else "dihapus" if kode not in b else "")
        if not sebab and nama != nama_lama:
            sebab = "ganti nama"
        jenis: TingkatPagu = TOTAL if kode == TOTAL else tingkat(kode)  # type: ignore[assignment]
        hasil.append(PaguBeda(jenis, kode, nama, tahun, sebab))
    semua = sorted({t for p in hasil for t in p.tahun})
    kosong = Selisih(None, None)
    return [
        PaguBeda(p.tingkat, p.kode, p.nama, {t: p.tahun.get(t, kosong) for t in semua}, p.keterangan) for p in hasil
    ]


def _menurut_kode(k: Konteks) -> dict[str, tuple[str, _Pagu]]:
    """Name and amounts of every node by code, and of 'total'."""
    if isinstance(k, KonteksRenja):
        return dict(_pagu_renja(k))
    r = k.rencana
    hasil = {
        str(c.kode): (str(c.nama), {t: a.nilai for t, a in c.pagu.items()})
        for c in (*r.program, *r.kegiatan, *r.subkegiatan)
    }
    return hasil | {TOTAL: ("Jumlah", {t: a.nilai for t, a in r.pagu.items()})}


def _pagu_renja(k: KonteksRenja) -> Iterator[tuple[str, tuple[str, _Pagu]]]:
    r = k.renja
    tahun, depan = r.tahun.nilai, r.tahun_depan.nilai
    for b in (*r.program, *r.kegiatan, *r.subkegiatan):
        yield str(b.kode), (str(b.nama), {tahun: b.pagu.nilai, depan: b.prakiraan.nilai})
    yield TOTAL, ("Jumlah", {tahun: r.pagu.nilai, depan: r.prakiraan.nilai})


def _keterangan(data: Sequence[BarisBeda]) -> dict[str, str]:
    """Where a code of the plan moved to, and whence."""
    hasil: dict[str, str] = {}
    for b in data:
        if b.medan == "rencana" and b.kunci_lama:
            hasil[b.kunci] = f"pindah dari {b.kunci_lama}"
            hasil[b.kunci_lama] = f"pindah ke {b.kunci}"
    return hasil
