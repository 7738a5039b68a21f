"""Pagu without a target in the same year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.rencana import SEBUTAN
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import beranggaran, bertarget, di
from generator.temuan import Temuan
from generator.tree.format import rupiah

KODE = "pagu-tanpa-target"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for c in beranggaran(b):
        for tahun, pagu in c.pagu.items():
            if pagu.nilai and len(c.indikator) and not bertarget(c, tahun):
                sebutan = f'{SEBUTAN[c.tingkat]} {c.kode} "{c.nama}"'
                pesan = f"{sebutan} mempunyai pagu {tahun} ({rupiah(pagu)}) tanpa target tahun itu"
                yield Temuan(KODE, di(c.indikator[0].target[tahun]), pesan, pokok=f"{c.kode} {tahun}")
