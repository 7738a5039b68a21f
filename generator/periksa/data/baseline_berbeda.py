"""The baseline of an indicator differs from its realisation in the base year, as the former plan's table has it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import capaian_lalu, di
from generator.temuan import Temuan
from generator.tree.format import angka

KODE = "baseline-berbeda"


def periksa(b: Bahan) -> Iterator[Temuan]:
    dasar = b.konteks.periode.dasar.nilai
    for i in b.konteks.rencana.indikator:
        lalu = capaian_lalu(b, i)
        realisasi = lalu.realisasi.get(dasar) if lalu else None
        if realisasi is None or realisasi.nilai is None or i.baseline.nilai is None:
            continue
        if realisasi.nilai != i.baseline.nilai:
            ada = f"baseline {dasar} {angka(i.baseline)}, realisasi {dasar} {angka(realisasi)} ({di(realisasi)})"
            yield Temuan(KODE, di(i.baseline), f'indikator {i.kode} "{i.nama}": {ada}', pokok=str(i.kode))
