"""A target without pagu in the same year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.rencana import SEBUTAN
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import beranggaran, di
from generator.temuan import Temuan
from generator.tree.format import angka

KODE = "target-tanpa-pagu"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for c in beranggaran(b):
        for tahun, pagu in c.pagu.items():
            target = next((i.target[tahun] for i in c.indikator if i.target[tahun].nilai), None)
            if target is not None and not pagu.nilai:
                sebutan = f'{SEBUTAN[c.tingkat]} {c.kode} "{c.nama}"'
                pesan = f"{sebutan} mempunyai target {tahun} ({angka(target)}) tanpa pagu tahun itu"
                yield Temuan(KODE, di(target), pesan, pokok=f"{c.kode} {tahun}")
