"""An indicator that is 100 at the baseline and in every year: it measures nothing that could improve."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import deret, di
from generator.temuan import Temuan

KODE = "indikator-tetap"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for i in b.konteks.rencana.indikator:
        isi = deret(b, i)
        if len(isi) > 2 and i.baseline.nilai == 100 and all(a.nilai == 100 for _, a in isi):
            pesan = f'indikator {i.kode} "{i.nama}" sudah 100 pada {isi[0][0]} dan tetap 100 sampai {isi[-1][0]}'
            yield Temuan(KODE, di(i.baseline), pesan, pokok=str(i.kode))
