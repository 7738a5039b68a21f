"""Rules over the chapters as they are typed: one a file, in this order."""

from __future__ import annotations

from generator.periksa.bahan import Aturan
from generator.periksa.naskah import (
    angka_diketik,
    angka_lepas,
    bilangan_diketik,
    ejaan_nama,
    hukum_diganti,
    hukum_diketik,
    hukum_judul,
    hukum_lembaran,
    hukum_luar_daftar,
    hukum_tanpa_baris,
    kalimat_terputus,
    kamus_tidak_ada,
    kata_ganda,
    kata_tak_dikenal,
    klaim_diketik,
    kurung_pincang,
    nama_asing,
    nama_diketik,
    rujukan_buntu,
    rujukan_diketik,
    spasi_ganda,
    tahun_diketik,
    tanda_ganda,
    teks_sementara,
    terbilang_salah,
)

_MODUL = (
    # numbers and names
    *(angka_diketik, tahun_diketik, bilangan_diketik, angka_lepas, terbilang_salah, klaim_diketik),
    *(nama_diketik, nama_asing, ejaan_nama),
    # references and laws
    *(rujukan_diketik, rujukan_buntu),
    *(hukum_diketik, hukum_tanpa_baris, hukum_luar_daftar, hukum_judul, hukum_lembaran, hukum_diganti),
    # wording
    *(kata_ganda, tanda_ganda, spasi_ganda, kurung_pincang, kalimat_terputus, teks_sementara),
    *(kata_tak_dikenal, kamus_tidak_ada),
)
ATURAN: tuple[Aturan, ...] = tuple(Aturan(m.KODE, m.periksa) for m in _MODUL)
