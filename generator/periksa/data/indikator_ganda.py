"""Two items of one level measured by an indicator of the same name: one of them may carry its neighbour's.

A tujuan and a sasaran count as one level: who reaches the one must not have reached the other by that alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import cabang, di, samakan
from generator.temuan import Temuan

KODE = "indikator-ganda"


def periksa(b: Bahan) -> Iterator[Temuan]:
    terlihat: dict[tuple[str, str], str] = {}
    for c in cabang(b):
        for i in c.indikator:
            kunci = ("tujuan" if c.tingkat == "sasaran" else c.tingkat, samakan(i.nama))
            if kunci in terlihat:
                pesan = f'indikator {i.kode} "{i.nama}" sama dengan indikator {terlihat[kunci]}'
                yield Temuan(KODE, di(i.nama), pesan, pokok=str(i.kode))
            terlihat.setdefault(kunci, str(i.kode))
