"""A tujuan, sasaran, program, kegiatan or sub kegiatan that nothing measures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.rencana import SEBUTAN
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import cabang
from generator.temuan import Temuan

KODE = "tanpa-indikator"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for c in cabang(b):
        if not len(c.indikator):
            pesan = f'{SEBUTAN[c.tingkat]} {c.kode} "{c.nama}" tidak mempunyai indikator'
            yield Temuan(KODE, str(c.lokasi), pesan, pokok=str(c.kode))
