"""Rules over the numbered tree and the register of corrections: one a file, in this order."""

from __future__ import annotations

from generator.periksa.bahan import Aturan
from generator.periksa.dokumen import (
    angka_tanpa_asal,
    gambar_melebihi,
    judul_bab,
    judul_kosong,
    kerangka,
    koreksi_dipertahankan,
    koreksi_kembali,
    koreksi_tercetak,
    nomor_kolom,
    nomor_urut,
    rujukan_kotak,
    sel_sempit,
    tabel_kosong,
    teks_alternatif,
)

ATURAN_UMUM: tuple[Aturan, ...] = tuple(
    Aturan(m.KODE, m.periksa)
    for m in (
        judul_kosong,
        nomor_urut,
        nomor_kolom,
        tabel_kosong,
        sel_sempit,
        gambar_melebihi,
        teks_alternatif,
        rujukan_kotak,
        angka_tanpa_asal,
    )
)
"""Those that hold for every document, whatever its outline."""

ATURAN: tuple[Aturan, ...] = (
    *(Aturan(m.KODE, m.periksa) for m in (kerangka, judul_bab)),
    *ATURAN_UMUM,
    *(Aturan(m.KODE, m.periksa) for m in (koreksi_tercetak, koreksi_kembali, koreksi_dipertahankan)),
)
