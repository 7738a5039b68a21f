"""The register of corrections against the office's document: places, quotations, the three rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compute.konteks import Konteks
from generator.model.koreksi import Koreksi
from generator.periksa.dokumen.kutipan import hanya_uraian, kutipan, tercetak
from generator.periksa.dokumen.tempat_koreksi import Peta, Tempat
from generator.tree.nodes import Document

from .conftest import koreksi, temuan


@pytest.fixture(scope="module")
def peta(dokumen_kantor: Document) -> Peta:
    return Peta(dokumen_kantor)


TERCETAK = [
    # place, printed there, not printed there
    ("Kata Pengantar", "berlaku 3 (tiga) tahun", "memakai Undang-Undang"),
    ("Bab I, 1.1, butir 1", "(Lembaran Negara 129)", "Kepala Dinas"),
    ("Bab II, pengantar", "Menyambung 1.1", "Pagu Rp5.190"),
    ("Bab I–II", "Menyambung 1.1", "Pagu Rp5.190"),
    ("Bab I dan III", "Pagu Rp5.190", "Menyambung 1.1"),
    ("di mana saja", "Pagu Rp5.190", "Pagu Rp5.191"),
    ("Tabel 2.7, judul", "Tabel capaian-kinerja Tahun 2021–2023", "Indikator"),
    ("Gambar 2.1, sumber", "Peraturan Wali Kota Nomor 9", "Undang-Undang"),
    ("Tabel 2.7, kepala kolom", "Target Renstra Tahun ke-", "(01)"),
    ("Tabel 2.7, kepala kolom target renstra", "Target Renstra Tahun ke-", "Rasio"),
    ("Tabel 2.8, kepala kolom rasio", "2021 2022 2023", "Uraian"),
    ("Tabel 2.7, nomor kolom", "(01) (02)", "Ket"),
    ("Bab II, Tabel 2.7, Indeks Literasi", "60,6", "1.200"),
    ("Bab II, Tabel 2.7, baris 2", "60,6", "1.200"),
    ("Tabel 2.7, Indeks Literasi, realisasi 2021", "60,6", "60"),
    ("Tabel 2.7, literasi, target 2021", "50,5", "60,6"),
    ("Tabel 2.7, target 2021", "1.000", "60,6"),
    ("Tabel 2.8, baris TOTAL, anggaran 2021", "110", "100"),
    ("Tabel 3.8, 2.23.02, pagu 2026", "790", "55"),
    ("Tabel 3.8, 2.23.02, target 2026", "55", "790"),
    ("Tabel 3.8, 2.23.02, nama", "PROGRAM PEMBINAAN PERPUSTAKAAN", "Perencanaan Dinas"),
    ("Tabel 3.8, 2.23.02, nama", "Program Pembinaan Perpustakaan", "Program Pembinaan"),
    ("Tabel 3.3, Terjaganya arsip kota (T2)", "Menata arsip", "Membuka malam"),
    ("Tabel 3.3, Meningkatnya layanan perpustakaan (S1.1), strategi", "Membuka malam", "Menata arsip"),
    ("Tabel 2.1, 2.2, dan 2.3, judul", "Tabel pegawai-jabatan", "Tabel pegawai-status"),
    ("Tabel 2.1 sampai dengan Tabel 2.3, judul", "Tabel pegawai-pendidikan", "Tabel pegawai-status"),
    ("Kotak indikator puas, Interpretasi", "Makin tinggi makin baik", "Nilai dihitung"),
    ("Kotak indikator, indikator", "Kepuasan Pemustaka (Nilai)", "Makin tinggi"),
    ("Bab III, 3.1, Program Pembinaan", "2.1.1. Pengembangan Koleksi", "Penyusunan Rencana Dinas"),
    ("Bab III, 3.1, Pembudayaan Gemar Membaca", "2.2.1. Lomba Baca", "Pengembangan Koleksi"),
    ("Bab III, 3.1, Program Pembinaan, Pembudayaan Gemar Membaca", "Lomba Baca", "Pengembangan Koleksi"),
    ("Bab III, 3.1, Penyusunan Rencana", "Pengembangan Koleksi", "tidak di mana pun"),
]


@pytest.mark.parametrize(("tempat", "ya", "tidak"), TERCETAK)
def test_tempat(peta: Peta, tempat: str, ya: str, tidak: str) -> None:
    t = peta.cari(tempat)
    assert not t.hilang
    assert tercetak(ya, t), t
    assert ya == "Program Pembinaan Perpustakaan" or not tercetak(tidak, t)


@pytest.mark.parametrize(
    ("tempat", "hilang"),
    [
        ("Bab IV, 4.1", ("4.1", "bab iv")),
        ("Tabel 9.9, x", ("Tabel 9.9",)),
        ("Tabel 2.1 sampai dengan Tabel 2.99", ("Tabel 2.99",)),
        ("Kotak indikator lain", ("Kotak indikator-lain",)),
    ],
)
def test_tempat_yang_tidak_ada(peta: Peta, tempat: str, hilang: tuple[str, ...]) -> None:
    assert peta.cari(tempat).hilang == hilang


def test_kutipan() -> None:
    assert kutipan(None) == kutipan(" ") == kutipan("(gambar dibuat ulang)") == []
    assert kutipan("a; (uraian);b …") == ["a", "b"]
    assert kutipan("(01) (02)") == ["(01) (02)"]
    assert not hanya_uraian("(belum tutup")


@pytest.mark.parametrize(
    ("k", "teks", "ada"),
    [
        ("Nilai AKIP", "Nilai AKIP naik", True),
        ("nilai AKIP", "Nilai AKIP naik", False),
        ("Program Baca", "PROGRAM BACA KOTA", True),
        ("x", "(X × 25)", False),
        ("10", "tahun 2010, 1.10, 10,5, dan 10.000", False),
        ("10", "10.", True),
        ("0,62%", "10,62%", False),
        ("0,62%", "sebesar 0,62%.", True),
        ("antar lembaga", "antar lembagaku", False),
        ("“kutip”", '"kutip"', True),
        ("di … sana", "di sini dan di sana", True),
        ("di … sana … sini", "di sini dan di sana", False),
    ],
)
def test_tercetak(k: str, teks: str, ada: bool) -> None:
    assert tercetak(kutipan(k)[0], Tempat(teks)) is ada


def test_kesalahan_yang_termuat_dalam_yang_benar() -> None:
    """The fault may be part of the right wording; only elsewhere it has come back."""
    benar = ["Bahan Logistik Kantor"]
    assert not tercetak("Bahan Logistik", Tempat("Penyediaan Bahan Logistik Kantor"), benar)
    assert not tercetak("Bahan Logistik", Tempat("BAHAN LOGISTIK KANTOR"), benar)
    assert tercetak("Bahan Logistik", Tempat("Bahan Logistik Kantor dan Bahan Logistik"), benar)


# ---------------------------------------------------------------- rules


def _temuan(kode: str, konteks: Konteks, dokumen: Document, *baris: Koreksi) -> list[tuple[str, str]]:
    baru = Konteks(replace(konteks.isi, koreksi=baris))
    return [(t.pokok, t.pesan) for t in temuan(kode, baru, dokumen)]


def test_kini_tercetak(konteks_kantor: Konteks, dokumen_kantor: Document) -> None:
    benar = [
        koreksi("a", "Tabel 3.8, 2.23.02, pagu 2026", "791", "790"),
        koreksi("b", "Bab I", "UU", None),
        koreksi("c", "Bab I", "UU", "(ditulis ulang)"),
        koreksi("d", "Tabel 2.7, literasi, target 2021–2023", None, "50,5 55,0 60,0"),
        koreksi("e", "Tabel 3.8, 2.23.02, baseline dan target", None, "40 45 50 55"),
    ]
    assert _temuan("koreksi-tidak-tercetak", konteks_kantor, dokumen_kantor, *benar) == []
    salah = [
        koreksi("f", "Tabel 3.8, 2.23.02, pagu 2026", "790", "791"),
        koreksi("g", "Tabel 3.8, 2.23.02, baseline dan target", None, "40 50 45 55"),
        koreksi("h", "Tabel 9.1, judul", None, "Tabel"),
        koreksi("i", "Bab I", None, "Perpustakaan; Kearsipan"),
    ]
    assert _temuan("koreksi-tidak-tercetak", konteks_kantor, dokumen_kantor, *salah) == [
        ("f", '"791" tidak tercetak pada Tabel 3.8, 2.23.02, pagu 2026'),
        ("g", '"40 50 45 55" tidak tercetak pada Tabel 3.8, 2.23.02, baseline dan target'),
        ("h", "Tabel 9.1 tidak ada dalam dokumen"),
        ("i", '"Kearsipan" tidak tercetak pada Bab I'),
    ]


def test_kesalahan_kembali(konteks_kantor: Konteks, dokumen_kantor: Document) -> None:
    benar = [
        koreksi("a", "Tabel 3.8, 2.23.02, pagu 2026", "791", "790"),
        koreksi("b", "Tabel 3.8, 2.23.02, pagu 2026", "790", "790", "dipertahankan"),
        koreksi("c", "Tabel 3.8, 2.23.02, pagu 2026", "(tidak tercetak)", "790"),
        koreksi("d", "Tabel 3.8, 2.23.02", "Kegemaran", "Kegemaran Membaca; kegemaran membaca"),
        koreksi("e", "Tabel 9.1", "790", "791"),
        koreksi("f", "Bab I", None, "Perpustakaan"),
    ]
    assert _temuan("koreksi-kembali", konteks_kantor, dokumen_kantor, *benar) == []
    salah = [
        koreksi("g", "Tabel 3.8, 2.23.02, pagu 2026", "790", "789", "dihitung"),
        koreksi("h", "Tabel 3.8, 2.23.02", "Kegemaran; Membaca", "(ditulis ulang)"),
    ]
    assert _temuan("koreksi-kembali", konteks_kantor, dokumen_kantor, *salah) == [
        ("g", 'Tabel 3.8, 2.23.02, pagu 2026: "790" tercetak lagi; seharusnya "789"'),
        ("h", 'Tabel 3.8, 2.23.02: "Kegemaran" tercetak lagi'),
        ("h", 'Tabel 3.8, 2.23.02: "Membaca" tercetak lagi'),
    ]


def test_yang_dipertahankan(konteks_kantor: Konteks, dokumen_kantor: Document) -> None:
    baris = [
        koreksi("a", "Bab I", "x", "x", "dipertahankan", "Diputuskan dinas."),
        koreksi("b", "Bab I", "x", "y", "satu nama"),
    ]
    assert _temuan("koreksi-dipertahankan", konteks_kantor, dokumen_kantor, *baris) == [
        ("a", "Bab I: Diputuskan dinas.")
    ]
