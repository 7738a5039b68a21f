"""A sasaran none of whose indicators is a key performance indicator (IKU)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.temuan import Temuan

KODE = "sasaran-tanpa-iku"


def periksa(b: Bahan) -> Iterator[Temuan]:
    iku = {i.kode for i in b.konteks.iku}
    for s in b.konteks.rencana.sasaran:
        if not any(i.kode in iku for i in s.indikator):
            pesan = f'tidak satu pun indikator sasaran {s.kode} "{s.nama}" menjadi IKU'
            yield Temuan(KODE, str(s.lokasi), pesan, pokok=str(s.kode))
