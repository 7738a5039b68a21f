"""A strategic issue without its counterpart: analysed but not a row of the issue table, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.temuan import Temuan

KODE = "isu-tanpa-pasangan"


def periksa(b: Bahan) -> Iterator[Temuan]:
    isu = b.konteks.isu
    for a in isu.analisis:
        if a.isu_tabel is None:
            pesan = f'isu hasil analisis {a.kode} "{a.isu}" tidak mempunyai baris di lembar Isu'
            yield Temuan(KODE, str(a.lokasi), pesan, pokok=str(a.kode))
    teranalisis = {a.isu_tabel for a in isu.analisis}
    for i in isu:
        if i.kode not in teranalisis:
            pesan = f'isu {i.kode} "{i.isu}" tidak mempunyai baris di lembar Analisis'
            yield Temuan(KODE, str(i.lokasi), pesan, pokok=f"tabel {i.kode}")
