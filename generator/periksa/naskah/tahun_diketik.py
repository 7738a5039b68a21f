"""A typed year that the profile or a table knows: 'Renstra Tahun 2026-2029' stays when the period changes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.angka import angka_naskah
from generator.temuan import Temuan

KODE = "tahun-diketik"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for t in angka_naskah(b):
        if t.usul and t.angka.tahun:
            pesan = f'tahun "{t.pokok}" diketik, padahal dikenal data'
            yield Temuan(KODE, t.tempat, pesan, f"Tulis {t.usul}.", t.pokok)
