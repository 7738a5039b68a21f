"""More spent than budgeted in a year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di
from generator.temuan import Temuan
from generator.tree.format import rupiah

KODE = "realisasi-lebih"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p in b.konteks.anggaran.subkegiatan:
        for tahun, realisasi in p.realisasi.items():
            anggaran = p.anggaran[tahun]
            if (realisasi.nilai or 0) > (anggaran.nilai or 0):
                besar = f"realisasi {tahun} {rupiah(realisasi)}, anggaran {rupiah(anggaran)}"
                yield Temuan(KODE, di(realisasi), f'{p.kode} "{p.nama}": {besar}', pokok=f"{p.kode} {tahun}")
