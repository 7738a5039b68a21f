"""A baseline of 0 beside a first target of 100: nothing is done yet, or nobody has measured."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import deret, di
from generator.temuan import Temuan

KODE = "baseline-nol"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for i in b.konteks.rencana.indikator:
        awal = deret(b, i)[:2]
        if i.baseline.nilai == 0 and len(awal) == 2 and awal[1][1].nilai == 100:
            pesan = f'indikator {i.kode} "{i.nama}": baseline {awal[0][0]} adalah 0, target {awal[1][0]} langsung 100'
            yield Temuan(KODE, di(i.baseline), pesan, pokok=str(i.kode))
