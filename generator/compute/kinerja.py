"""Performance per indicator and year with its ratio: Table 2.7 (T-C.23)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compute.daftar import PerTahun
from generator.compute.rasio import rasio
from generator.model.angka import Angka, Lokasi, Teks
from generator.model.kinerja import Capaian


@dataclass(frozen=True, slots=True)
class KinerjaIndikator:
    """An indicator. `desimal`: decimals with which its values are printed."""

    kode: Teks
    nama: Teks
    satuan: Teks
    desimal: int
    target_lain: Teks | None
    target: PerTahun
    realisasi: PerTahun
    keterangan: Teks | None
    lokasi: Lokasi

    @property
    def rasio(self) -> PerTahun:
        """realisasi / target by year, fractions."""
        return PerTahun({t: rasio(r, self.target[t], f"realisasi {t} / target {t}") for t, r in self.realisasi.items()})


def kinerja_indikator(c: Capaian) -> KinerjaIndikator:
    """The indicator's row with its years in order."""

    def urut(nilai: dict[int, Angka]) -> PerTahun:
        return PerTahun(sorted(nilai.items()))

    return KinerjaIndikator(
        c.kode,
        c.indikator,
        c.satuan,
        c.desimal.__index__(),
        c.target_lain,
        urut(c.target),
        urut(c.realisasi),
        c.keterangan,
        c.lokasi,
    )
