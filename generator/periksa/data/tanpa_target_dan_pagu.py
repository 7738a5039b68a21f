"""A sub kegiatan of the plan that has neither target nor pagu in a year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import bertarget, di
from generator.temuan import Temuan

KODE = "tanpa-target-dan-pagu"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for c in b.konteks.rencana.subkegiatan:
        for tahun, pagu in c.pagu.items():
            if not pagu.nilai and not bertarget(c, tahun):
                pesan = f'sub kegiatan {c.kode} "{c.nama}" tidak mempunyai target dan pagu {tahun}'
                yield Temuan(KODE, di(pagu), pesan, pokok=f"{c.kode} {tahun}")
