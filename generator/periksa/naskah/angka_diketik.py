"""A typed number that equals a datum: it stays as it is when the workbook changes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.angka import angka_naskah
from generator.temuan import Temuan

KODE = "angka-diketik"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for t in angka_naskah(b):
        if t.usul and not t.angka.tahun:
            pesan = f'"{t.pokok}" diketik, padahal nilainya ada dalam data'
            yield Temuan(KODE, t.tempat, pesan, f"Tulis {t.usul}.", t.pokok)
