"""One indicator under two names: in the plan and in the table of the former plan, which know it by one code.

A longer name may hold the shorter ('Nilai AKIP', 'Nilai AKIP Perangkat Daerah').
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di, samakan
from generator.temuan import Temuan

KODE = "nama-indikator-berbeda"


def periksa(b: Bahan) -> Iterator[Temuan]:
    lalu = {n.kode: n for n in b.konteks.kinerja}
    for i in b.konteks.rencana.indikator:
        n = lalu.get(i.kode)
        if n is None:
            continue
        kini, dulu = set(samakan(i.nama).split()), set(samakan(n.nama).split())
        if not (kini <= dulu or dulu <= kini):
            pesan = f'indikator {i.kode} bernama "{n.nama}", dalam rencana "{i.nama}"'
            yield Temuan(KODE, di(n.nama), pesan, pokok=str(i.kode))
