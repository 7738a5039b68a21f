"""A law named in a chapter or a cell that no row of dasar_hukum.xlsx has; often its kind or number is mistyped."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.hukum import baris_hukum, baris_untuk, kutipan
from generator.periksa.naskah.ketikan import semua_potongan
from generator.temuan import Temuan

KODE = "hukum-tanpa-baris"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p in semua_potongan(b):
        if p.medan.startswith("peraturan."):  # a law may name those that it changes
            continue
        for k in kutipan(p.teks):
            if baris_untuk(b, k) is None:
                mirip = next((r for r, asli in baris_hukum(b) if asli.kunci == k.kunci), None)
                usul = f"; maksudnya {mirip.sebutan}?" if mirip else ""
                pesan = f'"{k.teks}" tidak ada dalam dasar_hukum.xlsx{usul}'
                yield Temuan(KODE, str(p.tempat(k.awal)), pesan, pokok=" ".join(k.teks.split()))
