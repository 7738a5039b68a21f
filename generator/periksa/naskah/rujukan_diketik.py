"""A typed reference, 'Tabel 4.3', where @tabel:… would follow the numbering. Source: docs/panduan.md."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import potongan_naskah
from generator.periksa.naskah.rujukan import rujukan_ketik
from generator.temuan import Temuan

KODE = "rujukan-diketik"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p in potongan_naskah(b):
        for r in rujukan_ketik(b, p.teks):
            if r.label:
                pesan = f'"{r.teks}" diketik; nomornya tidak ikut berubah bila urutan berubah'
                yield Temuan(KODE, str(p.tempat(r.awal)), pesan, f"Tulis {r.label}.", r.teks)
