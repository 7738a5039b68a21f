"""A target below the last realisation: that of the former plan's table, or else the baseline."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.rencana import Indikator
from generator.model.angka import Angka
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import capaian_lalu, di, tertulis
from generator.temuan import Temuan
from generator.tree.format import angka

KODE = "target-di-bawah-realisasi"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for i in b.konteks.rencana.indikator:
        tahun, terakhir = _terakhir(b, i)
        if terakhir.nilai is None:
            continue
        bawah = [(t, a) for t, a in i.target.items() if a.nilai is not None and a.nilai < terakhir.nilai]
        if bawah:
            pesan = f'indikator {i.kode} "{i.nama}": realisasi {angka(terakhir)} ({tahun}), target {tertulis(bawah)}'
            yield Temuan(KODE, di(bawah[0][1]), pesan, pokok=str(i.kode))


def _terakhir(b: Bahan, i: Indikator) -> tuple[int, Angka]:
    lalu = capaian_lalu(b, i)
    terisi = [(t, a) for t, a in lalu.realisasi.items() if a.nilai is not None] if lalu else []
    return terisi[-1] if terisi else (b.konteks.periode.dasar.nilai, i.baseline)
