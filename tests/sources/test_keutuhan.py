"""Rules over the workbooks as a whole."""

from __future__ import annotations

from typing import Any

import pytest
from kantor import Kantor, ringkas

from generator.sources.keutuhan import periksa_keutuhan
from generator.temuan import KATALOG, Kumpulan

DATA = "content/data/"
NOMENKLATUR = DATA + "cascade.xlsx › Nomenklatur!A"
JABATAN = DATA + "organisasi.xlsx › Jabatan!"
RENCANA, INDIKATOR = DATA + "cascade.xlsx › Rencana!", DATA + "cascade.xlsx › Indikator!"
PAGU, NIHIL = DATA + "pendanaan.xlsx › Pagu!", DATA + "ikk.xlsx › Pernyataan!A1"

# cells to change -> findings with their places and parts of their messages
KASUS: list[tuple[str, dict[str, Any], list[tuple[str, str, str]]]] = [
    (
        "anggaran pada kegiatan",
        {"anggaran_realisasi › Sub Kegiatan!A3": "2.23.02.2.01"},
        [
            (
                "tingkat-kode",
                DATA + "anggaran_realisasi.xlsx › Sub Kegiatan!A3",
                '"2.23.02.2.01" adalah kode kegiatan; harus kode sub kegiatan',
            )
        ],
    ),
    (
        "anggaran pada kode lain",
        {"anggaran_realisasi › Sub Kegiatan!A3": "2.23"},
        [
            ("kode-asing", DATA + "anggaran_realisasi.xlsx › Sub Kegiatan!A3", ""),
            (
                "tingkat-kode",
                DATA + "anggaran_realisasi.xlsx › Sub Kegiatan!A3",
                '"2.23" adalah kode yang tidak dikenal bentuknya; harus kode sub kegiatan',
            ),
        ],
    ),
    (
        "anggaran pada program",
        {"anggaran_realisasi › Sub Kegiatan!A3": "2.23.02"},
        [("tingkat-kode", DATA + "anggaran_realisasi.xlsx › Sub Kegiatan!A3", "adalah kode program")],
    ),
    (
        "program pendukung bukan program",
        {"kinerja_pelayanan › Program Pendukung!B2": "2.23.02.2.01.0001"},
        [
            (
                "tingkat-kode",
                DATA + "kinerja_pelayanan.xlsx › Program Pendukung!B2",
                "adalah kode sub kegiatan; harus kode program",
            )
        ],
    ),
    (
        "kode nomenklatur tak berbentuk",
        {"cascade › Nomenklatur!A11": "2.23.2", "cascade › Nomenklatur!B11": "x"},
        [("tingkat-kode", NOMENKLATUR + "11", '"2.23.2" bukan kode program, kegiatan, atau sub kegiatan')],
    ),
    (
        "kegiatan tanpa program",
        {"cascade › Nomenklatur!A11": "2.23.07.2.01", "cascade › Nomenklatur!B11": "x"},
        [("induk-hilang", NOMENKLATUR + "11", 'induk "2.23.07" dari kode "2.23.07.2.01" tidak ada')],
    ),
    (
        "sub kegiatan tanpa kegiatan",
        {"cascade › Nomenklatur!A11": "2.23.01.2.09.0001", "cascade › Nomenklatur!B11": "x"},
        [("induk-hilang", NOMENKLATUR + "11", 'induk "2.23.01.2.09"')],
    ),
    (
        "rencana tanpa induknya",
        {
            "cascade › Nomenklatur!A11": "2.23.01.2.02",
            "cascade › Nomenklatur!B11": "x",
            "cascade › Rencana!A3": "2.23.01.2.02",
        },
        [
            (
                "induk-hilang",
                RENCANA + "A4",
                'induk "2.23.01.2.01" dari "2.23.01.2.01.0001" tidak ada di lembar Rencana',
            ),
            ("kode-asing", INDIKATOR + "B7", '"2.23.01.2.01" tidak ada'),
        ],
    ),
    (
        "program tanpa sasaran",
        {"cascade › Rencana!B2": None},
        [("sasaran-rencana", RENCANA + "A2", '"2.23.01": program harus menyebut sasaran yang didukungnya')],
    ),
    (
        "kegiatan bersasaran",
        {"cascade › Rencana!B3": "tertib"},
        [("sasaran-rencana", RENCANA + "B3", '"2.23.01.2.01": hanya program menyebut sasaran')],
    ),
    (
        "sub kegiatan bersasaran",
        {"cascade › Rencana!B9": "layanan"},
        [("sasaran-rencana", RENCANA + "B9", '"2.23.02.2.02.0003": hanya program menyebut sasaran')],
    ),
    (
        "pagu pada kegiatan, dan karena itu tidak pada sub kegiatannya",
        {"pendanaan › Pagu!A4": "2.23.02.2.02"},
        [
            ("tingkat-kode", PAGU + "A4", "adalah kode kegiatan; harus kode sub kegiatan"),
            ("pagu-hilang", RENCANA + "A9", '"2.23.02.2.02.0003" tidak mempunyai baris di pendanaan.xlsx › Pagu'),
        ],
    ),
    (
        "indikator milik kode asing",
        {"cascade › Indikator!B3": "tak-ada"},
        [("kode-asing", INDIKATOR + "B3", '"tak-ada" tidak ada di cascade.xlsx › Tujuan, Sasaran, atau Rencana')],
    ),
    (
        "indikator milik yang hanya ada dalam nomenklatur",
        {"cascade › Indikator!B14": "2.23.02.2.01.0002"},
        [("kode-asing", INDIKATOR + "B14", '"2.23.02.2.01.0002"')],
    ),
    (
        "pagu lebih panjang daripada target",
        {"pendanaan › Pagu!E1": "Pagu 2027"},
        [("tahun-berbeda", PAGU + "A2", "pagu bertahun 2024–2027, target bertahun 2024–2026; harus sama")],
    ),
    (
        "target bergeser",
        {"cascade › Indikator!G1": "Target 2027"},
        [("tahun-berbeda", PAGU + "A2", "pagu bertahun 2024–2026, target bertahun 2025–2027")],
    ),
    (
        "nihil tetapi berisi",
        {"ikk › Pernyataan!B2": "ya", "ikk › Pernyataan!B3": "x"},
        [("nihil-salah", NIHIL, "IKK dinyatakan nihil, tetapi lembar IKK berisi 1 baris")],
    ),
    (
        "kosong tetapi tidak nihil",
        {f"ikk › IKK!{k}2": None for k in "ABCDEF"},
        [("nihil-salah", NIHIL, "lembar IKK kosong, tetapi tidak dinyatakan nihil")],
    ),
    (
        "nihil tanpa penjelasan",
        {"ikk › Pernyataan!B2": "ya", **{f"ikk › IKK!{k}2": None for k in "ABCDEF"}},
        [("nihil-salah", NIHIL, "IKK dinyatakan nihil tanpa penjelasan")],
    ),
    (
        "nihil dengan penjelasan",
        {"ikk › Pernyataan!B2": "ya", "ikk › Pernyataan!B3": "x", **{f"ikk › IKK!{k}2": None for k in "ABCDEF"}},
        [],
    ),
    # a sheet that cannot be read is blamed once: rules that need it wait
    ("tujuan tak terbaca", {"cascade › Tujuan!B2": None}, [("sel-kosong", DATA + "cascade.xlsx › Tujuan!B2", "")]),
    ("rencana tak terbaca", {"cascade › Rencana!C2": None}, [("sel-kosong", RENCANA + "C2", "")]),
    ("pagu tak terbaca", {"pendanaan › Pagu!B2": -1}, [("angka-negatif", PAGU + "B2", "")]),
    (
        "IKK tak terbaca",
        {"ikk › Pernyataan!B2": "ya", "ikk › IKK!D2": "x"},
        [("data-bukan-angka", DATA + "ikk.xlsx › IKK!D2", "")],
    ),
    (
        "periode terbalik",
        {"profil › Profil!B12": 2023},
        [("periode-salah", DATA + "profil.xlsx › Profil!B12", "periode_akhir 2023 sebelum periode_awal 2024")],
    ),
    (
        "dua pimpinan",
        {"organisasi › Jabatan!E3": None},
        [("jabatan-salah", JABATAN + "A3", '"sekretaris" tanpa atasan')],
    ),
    (
        "atasan berputar",
        {"organisasi › Jabatan!E3": "layanan", "organisasi › Jabatan!E4": "sekretaris"},
        [("jabatan-salah", JABATAN + "E3", "sekretaris → layanan → sekretaris")],
    ),
    (
        "atasan diri sendiri, tanpa pimpinan",
        {"organisasi › Jabatan!E2": "kepala"},
        [("jabatan-salah", JABATAN + "E2", "kepala → kepala")],
    ),
    (
        "tanpa tugas pokok",
        {"tugas_fungsi › Tugas!B6": "fungsi"},
        [("tugas-pokok-kosong", JABATAN + "A3", '"sekretaris" (Sekretaris Dinas) tidak mempunyai tugas pokok')],
    ),
    (
        "sub rincian tanpa rincian",
        {"tugas_fungsi › Tugas!B4": "fungsi"},
        [
            (
                "pilihan-salah",
                DATA + "tugas_fungsi.xlsx › Tugas!B5",
                'sub rincian jabatan "kepala" tidak didahului rincian tugasnya',
            )
        ],
    ),
    (
        "sub rincian milik jabatan lain",
        {"tugas_fungsi › Tugas!A5": "layanan"},
        [("pilihan-salah", DATA + "tugas_fungsi.xlsx › Tugas!B5", '"layanan"')],
    ),
    (
        "semuanya sekaligus",
        {
            "anggaran_realisasi › Sub Kegiatan!A3": "2.23.02",
            "cascade › Nomenklatur!A11": "2.23.01.2.09.0001",
            "cascade › Nomenklatur!B11": "x",
            "profil › Profil!B12": 2023,
            "organisasi › Jabatan!E3": None,
            "tugas_fungsi › Tugas!B6": "fungsi",
            "mitra › Mitra!B2": None,
        },
        [
            ("sel-kosong", DATA + "mitra.xlsx › Mitra!B2", ""),
            ("tingkat-kode", DATA + "anggaran_realisasi.xlsx › Sub Kegiatan!A3", ""),
            ("induk-hilang", NOMENKLATUR + "11", ""),
            ("periode-salah", DATA + "profil.xlsx › Profil!B12", ""),
            ("jabatan-salah", JABATAN + "A3", ""),
            ("tugas-pokok-kosong", JABATAN + "A3", ""),
        ],
    ),
]


@pytest.mark.parametrize(("ubahan", "harapan"), [k[1:] for k in KASUS], ids=[k[0] for k in KASUS])
def test_keutuhan(kantor: Kantor, ubahan: dict[str, Any], harapan: list[tuple[str, str, str]]) -> None:
    for sel, nilai in ubahan.items():
        kantor.isi_sel(sel, nilai)
    isi, temuan = kantor.baca()
    assert ringkas(temuan) == [(kode, tempat) for kode, tempat, _ in harapan]
    for t, (_, _, pesan) in zip(temuan, harapan, strict=True):
        assert pesan in t.pesan
    assert (isi is None) == any(KATALOG[kode].berat == "galat" for kode, _, _ in harapan)


def test_periode_satu_tahun(kantor: Kantor) -> None:
    kantor.isi_sel("profil › Profil!B12", 2024)
    isi, temuan = kantor.baca()
    assert isi is not None, list(temuan)


def test_lembar_yang_tidak_terbaca_ditunda() -> None:
    temuan = Kumpulan()
    periksa_keutuhan({}, temuan)
    assert not len(temuan)
