"""The first target of an indicator lies below its last target in the former plan."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import capaian_lalu, di
from generator.temuan import Temuan
from generator.tree.format import angka

KODE = "target-turun"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for i in b.konteks.rencana.indikator:
        lalu = capaian_lalu(b, i)
        lama = [(t, a) for t, a in lalu.target.items() if a.nilai is not None] if lalu else []
        baru = [(t, a) for t, a in i.target.items() if a.nilai is not None]
        if lama and baru and baru[0][1] < lama[-1][1]:
            ada = f"target {baru[0][0]} {angka(baru[0][1])}, target {lama[-1][0]} {angka(lama[-1][1])}"
            yield Temuan(KODE, di(baru[0][1]), f'indikator {i.kode} "{i.nama}": {ada}', pokok=str(i.kode))
