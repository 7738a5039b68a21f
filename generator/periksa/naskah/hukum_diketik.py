"""A law typed in a chapter though dasar_hukum.xlsx has its row: name and title would come from there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.hukum import baris_untuk, kutipan
from generator.periksa.naskah.ketikan import potongan_naskah
from generator.temuan import Temuan

KODE = "hukum-diketik"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p in potongan_naskah(b):
        for k in kutipan(p.teks):
            baris = baris_untuk(b, k)
            if baris:
                medan = "judul" if k.judul else "sebutan"
                obat = f'Tulis {{{{ hukum["{baris.kode}"].{medan} }}}}.'
                yield Temuan(KODE, str(p.tempat(k.awal)), f'"{k.teks}" diketik', obat, k.teks)
