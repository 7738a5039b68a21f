"""A program, kegiatan or sub kegiatan of the plan for which nobody is in charge."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.rencana import SEBUTAN
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import beranggaran
from generator.temuan import Temuan

KODE = "tanpa-penanggung-jawab"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for c in beranggaran(b):
        if c.penanggung_jawab is None:
            pesan = f'{SEBUTAN[c.tingkat]} {c.kode} "{c.nama}" tidak mempunyai penanggung jawab'
            yield Temuan(KODE, str(c.lokasi), pesan, pokok=str(c.kode))
