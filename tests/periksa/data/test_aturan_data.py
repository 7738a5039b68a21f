"""Rules over the workbooks: each finds what it should in the fictitious office, and nothing more.

A rule taken out of `ATURAN` leaves its cases without findings.
"""

from __future__ import annotations

from typing import Any

import pytest
from kantor import Kantor

from generator.periksa import data
from generator.periksa.bahan import Bahan
from generator.temuan import KATALOG, Temuan
from generator.tree.nodes import Document

DATA = "content/data/"
IND, RENCANA, NOMENKLATUR = "cascade › Indikator!", "cascade › Rencana!", "cascade › Nomenklatur!"
PAGU, KONTROL = "pendanaan › Pagu!", "pendanaan › Kontrol!"
BIAYA, LALU = "anggaran_realisasi › Sub Kegiatan!", "kinerja_pelayanan › Indikator!"
RUMUS, AKIP = "definisi_operasional › Rumus!", "definisi_operasional › AKIP!"

# what the office has as it stands
DASAR = {
    ("tanpa-indikator", "arsip"),
    ("indikator-kurang", "puas baseline"),
    ("target-tanpa-pagu", "2.23.02.2.02 2024"),
    ("target-tanpa-pagu", "2.23.02.2.02 2025"),
    ("target-tanpa-pagu", "2.23.02.2.02.0003 2025"),
    ("tanpa-target-dan-pagu", "2.23.02.2.02.0003 2024"),
    ("patahan-deret", "arsip 2024"),
    ("indikator-tetap", "2.23.01"),
    ("indikator-tetap", "2.23.01.2.01"),
    ("indikator-tetap", "2.23.02.2.02"),
    ("tanpa-penanggung-jawab", "2.23.01.2.01.0001"),
    ("prioritas-kegiatan", "2.23.02.2.01"),
    ("isu-tanpa-pasangan", "ruang"),
    ("sasaran-tanpa-iku", "tertib"),
    ("akip-peraturan", "skala"),
}

GAJI = {
    **{NOMENKLATUR + "A11": "2.23.01.2.02", NOMENKLATUR + "B11": "Administrasi Keuangan"},
    **{NOMENKLATUR + "A12": "2.23.01.2.02.0001", NOMENKLATUR + "B12": "Penyediaan Gaji"},
    **{RENCANA + "A10": "2.23.01.2.02", RENCANA + "C10": "Tertibnya keuangan"},
    **{RENCANA + "A11": "2.23.01.2.02.0001", RENCANA + "C11": "Tersedianya gaji"},
    **{IND + "A15": "gaji", IND + "B15": "2.23.01.2.02.0001", IND + "C15": "Jumlah Penerima Gaji"},
    **{IND + "D15": "Orang/bulan", IND + "E15": 0, IND + "F15": 7, IND + "G15": 7, IND + "H15": 7, IND + "I15": 8},
    **{PAGU + "A5": "2.23.01.2.02.0001", PAGU + "B5": 1, PAGU + "C5": 1, PAGU + "D5": 1},
}
AKIP_BAIK = " + ".join(
    rf"(0{{,}}{w} \times \text{{{k}}})" for k, w in (("Perencanaan", 30), ("Pengukuran Kinerja", 30))
)
AKIP_BAIK += r" + (15\% \times \text{Pelaporan}) + (1/4 \times \text{Evaluasi Internal})"
PREDIKAT = {AKIP + f"{k}{r}": p for r, p in enumerate(("AA", "A", "BB", "B", "CC", "C", "D"), 2) for k in "ABCD"}

# code, cells to change, subject of the finding, its place, part of its message
SALAH: list[tuple[str, dict[str, Any], str, str, str]] = [
    (
        "jumlah-kontrol",
        {KONTROL + "C2": 601},
        "2.23.02 pagu 2025 selisih -1",
        "pendanaan.xlsx › Kontrol!C2",
        "(selisih -1)",
    ),
    ("jumlah-kontrol", {PAGU + "B2": 1001}, "total pagu 2024 selisih 1", "pendanaan.xlsx › Kontrol!B4", "1.501"),
    ("jumlah-kontrol", {PAGU + "D3": 701}, "2.23.02.2.01 pagu 2026 selisih 1", "pendanaan.xlsx › Kontrol!D3", "701"),
    (
        "jumlah-kontrol",
        {"anggaran_realisasi › Kontrol!G3": 331},
        "total realisasi 2023 selisih -1",
        "anggaran_realisasi.xlsx › Kontrol!G3",
        "realisasi 2023 total",
    ),
    (
        "jumlah-kontrol",
        {BIAYA + "C3": 41},
        "2.23.02 anggaran 2022 selisih 1",
        "anggaran_realisasi.xlsx › Kontrol!C2",
        "41",
    ),
    ("jumlah-kontrol", {KONTROL + "A3": "2.23.09"}, "2.23.09 pagu", "pendanaan.xlsx › Kontrol!A3", "tidak ada pagu"),
    ("induk-tanpa-anak", {"cascade › Sasaran!B3": "baca"}, "arsip sasaran", "cascade.xlsx › Tujuan!A3", "sasaran"),
    ("induk-tanpa-anak", {RENCANA + "B2": "layanan"}, "tertib program", "cascade.xlsx › Sasaran!A3", "program"),
    ("induk-tanpa-anak", {"strategi › Strategi!B4": "layanan"}, "tertib strategi", "cascade.xlsx › Sasaran!A3", ""),
    (
        "induk-tanpa-anak",
        {
            **{RENCANA + "A9": "2.23.02.2.01.0002", IND + "B14": "2.23.02.2.01.0002"},
            **{PAGU + "A4": "2.23.02.2.01.0002"},
        },
        "2.23.02.2.02 sub kegiatan",
        "cascade.xlsx › Rencana!A8",
        "tidak mempunyai sub kegiatan",
    ),
    (
        "induk-tanpa-anak",
        {f"kinerja_pelayanan › Sasaran Lalu!{k}3": v for k, v in zip("ABC", ("lain", "Lain", "literasi"), strict=True)},
        "lain program lalu",
        "kinerja_pelayanan.xlsx › Sasaran Lalu!A3",
        "program pendukung",
    ),
    (
        "induk-tanpa-anak",
        {f"rpjmd › Tujuan!{k}3": v for k, v in zip("ABCD", (2, "Lain", 1, "tidak"), strict=True)},
        "tujuan RPJMD 2",
        "rpjmd.xlsx › Tujuan!A3",
        "sasaran",
    ),
    (
        "induk-tanpa-anak",
        {f"rpjmd › Misi!{k}3": v for k, v in zip("ABCD", (2, "Lain", "x", "tidak"), strict=True)},
        "misi RPJMD 2",
        "rpjmd.xlsx › Misi!A3",
        "tujuan",
    ),
    ("nomor-asing", {"rpjmd › Sasaran!C2": 9}, "sasaran 1", "rpjmd.xlsx › Sasaran!C2", "tujuan 9"),
    ("nomor-asing", {"rpjmd › Tujuan!C2": 7}, "tujuan 1", "rpjmd.xlsx › Tujuan!C2", "misi 7"),
    ("induk-salah", {IND + "B9": "2.23.01"}, "2.23.02", "cascade.xlsx › Indikator!B9", "milik 2.23.01"),
    (
        "induk-salah",
        {IND + "A11": "2.23.01.2.01.0001-a"},
        "2.23.01.2.01.0001-a",
        "cascade.xlsx › Indikator!B11",
        "milik 2.23.02.2.01.0001",
    ),
    ("induk-salah", {"rpjmd › Tujuan!D2": "tidak"}, "sasaran RPJMD 1", "rpjmd.xlsx › Sasaran!C2", "tujuannya (1)"),
    ("induk-salah", {"rpjmd › Misi!D2": "tidak"}, "tujuan RPJMD 1", "rpjmd.xlsx › Tujuan!C2", "misinya (1)"),
    ("tanpa-indikator", {IND + "B8": "2.23.01.2.01"}, "2.23.01.2.01.0001", "cascade.xlsx › Rencana!A4", "sub kegiatan"),
    ("indikator-kurang", {IND + "D3": "-"}, "kunjungan satuan", "cascade.xlsx › Indikator!D3", "satuan"),
    ("indikator-kurang", {IND + "F3": None}, "kunjungan baseline", "cascade.xlsx › Indikator!F3", "baseline"),
    ("indikator-kurang", {IND + "H3": None}, "kunjungan 2025", "cascade.xlsx › Indikator!H3", "target 2025"),
    ("indikator-kurang", {IND + "H12": None}, "eksemplar 2025", "cascade.xlsx › Indikator!H12", "target 2025"),
    (
        "indikator-kurang",
        {IND + "G8": None, IND + "H8": None, IND + "I8": None},
        "rencana target",
        "cascade.xlsx › Indikator!G8",
        "tahun mana pun",
    ),
    ("indikator-kurang", {"ikk › IKK!E2": None}, "k1 2025", "ikk.xlsx › IKK!E2", "Rasio Koleksi"),
    ("indikator-kurang", {LALU + "C3": "–"}, "literasi satuan", "kinerja_pelayanan.xlsx › Indikator!C3", "satuan"),
    ("target-tanpa-pagu", {PAGU + "C3": 0}, "2.23.02.2.01.0001 2025", "cascade.xlsx › Indikator!H11", "(120)"),
    ("target-tanpa-pagu", {PAGU + "C3": None}, "2.23.02.2.01 2025", "cascade.xlsx › Indikator!H10", "kegiatan"),
    ("pagu-tanpa-target", {IND + "G8": None}, "2.23.01.2.01.0001 2024", "cascade.xlsx › Indikator!G8", "Rp1.000"),
    ("pagu-tanpa-target", {IND + "G8": 0}, "2.23.01.2.01.0001 2024", "cascade.xlsx › Indikator!G8", "target"),
    ("tanpa-target-dan-pagu", {IND + "H14": None}, "2.23.02.2.02.0003 2025", "pendanaan.xlsx › Pagu!C4", "2025"),
    ("baseline-nol", {IND + "G5": 100}, "arsip", "cascade.xlsx › Indikator!F5", "langsung 100"),
    ("baseline-berbeda", {LALU + "K2": 1300}, "kunjungan", "cascade.xlsx › Indikator!F3", "realisasi 2023 1.300"),
    ("baseline-berbeda", {LALU + "K3": 62}, "iplm", "cascade.xlsx › Indikator!F2", "realisasi 2023 62"),
    ("patahan-deret", {IND + "G3": 2401}, "kunjungan 2024", "cascade.xlsx › Indikator!G3", "1.200 (2023)"),
    ("patahan-deret", {IND + "H3": 700}, "kunjungan 2025", "cascade.xlsx › Indikator!H3", "menjadi 700 (2025)"),
    ("patahan-deret", {IND + "G14": 0, IND + "H14": 3}, "lomba 2025", "cascade.xlsx › Indikator!H14", "0 (2024)"),
    ("patahan-deret", {"ikk › IKK!F2": 1.3}, "k1 2026", "ikk.xlsx › IKK!F2", "0,6 (2025) menjadi 1,3 (2026)"),
    (
        "patahan-deret",
        {LALU + "J2": 1900},
        "kunjungan realisasi 2022",
        "kinerja_pelayanan.xlsx › Indikator!J2",
        "lebih dari 2 kali",
    ),
    ("realisasi-kembar", {LALU + "J2": 900}, "kunjungan 2022", "kinerja_pelayanan.xlsx › Indikator!J2", "900"),
    (
        "realisasi-kembar",
        {BIAYA + "F2": 50},
        "2.23.01.2.01.0001 2022",
        "anggaran_realisasi.xlsx › Sub Kegiatan!F2",
        "2021 dan 2022",
    ),
    (
        "indikator-tetap",
        {IND + f"{k}10": 100 for k in "FGHI"},
        "2.23.02.2.01",
        "cascade.xlsx › Indikator!F10",
        "sampai 2026",
    ),
    ("target-di-bawah-realisasi", {IND + "H3": 1199}, "kunjungan", "cascade.xlsx › Indikator!H3", "1.199 (2025)"),
    ("target-di-bawah-realisasi", {IND + "G2": 60.9}, "iplm", "cascade.xlsx › Indikator!G2", "realisasi 61 (2023)"),
    ("target-di-bawah-realisasi", {IND + "G12": 299}, "eksemplar", "cascade.xlsx › Indikator!G12", "realisasi 300"),
    ("target-turun", {IND + "G3": 1499}, "kunjungan", "cascade.xlsx › Indikator!G3", "target 2023 1.500"),
    ("lonjakan-pagu", {PAGU + "B2": 600}, "2025", "pendanaan.xlsx › Pagu!C2", "naik 54,55%"),
    ("lonjakan-pagu", {PAGU + "D2": 300}, "2026", "pendanaan.xlsx › Pagu!D2", "turun 35,88%"),
    (
        "realisasi-lebih",
        {BIAYA + "E2": 101},
        "2.23.01.2.01.0001 2021",
        "anggaran_realisasi.xlsx › Sub Kegiatan!E2",
        "anggaran Rp100",
    ),
    ("tanpa-penanggung-jawab", {RENCANA + "D5": None}, "2.23.02", "cascade.xlsx › Rencana!A5", "program"),
    (
        "penanggung-jawab-asing",
        {"definisi_operasional › Definisi!D2": "Bidang Layanan dan Dinas Arsip"},
        "Bidang Layanan dan Dinas Arsip",
        "definisi_operasional.xlsx › Definisi!D2",
        "organisasi",
    ),
    ("gaji-berbeda", GAJI, "gaji", "cascade.xlsx › Indikator!F15", "7 orang (2023), ASN 2023 6 orang"),
    ("pegawai-berbeda", {"pegawai › Status!B2": 7}, "status", "pegawai.xlsx › Status!B2", "10"),
    ("pegawai-berbeda", {"pegawai › Jabatan!B2": 6}, "jabatan", "pegawai.xlsx › Jabatan!B2", "6 (ASN)"),
    ("pegawai-berbeda", {"pegawai › Pendidikan!B2": 2}, "pendidikan", "pegawai.xlsx › Pendidikan!B2", "10"),
    (
        "pegawai-berbeda",
        {"pegawai › Pendidikan!B2": 2},
        "pendidikan Golongan III",
        "pegawai.xlsx › Pendidikan!A2",
        "7",
    ),
    (
        "pegawai-berbeda",
        {"pegawai › Status!A3": "Tenaga Lepas", "pegawai › Status!B3": 4},
        "status Tenaga Lepas",
        "pegawai.xlsx › Status!A3",
        "menurut golongan 3",
    ),
    ("diklat-berbeda", {"pegawai › Diklat!B2": 5}, "Pustakawan Ahli", "pegawai.xlsx › Diklat!A2", "hanya 4"),
    *(
        (
            "diklat-berbeda",
            {"pegawai › Diklat!A2": diklat, "pegawai › Jabatan!B1": "Eselon: III.A"},
            diklat,
            "pegawai.xlsx › Diklat!A2",
            "seharusnya 4 orang (pernah mengikuti 1), pejabat eselon III 5 orang",
        )
        for diklat in ("Diklatpim III", "Diklat PIM Tingkat III", "PKA")
    ),
    (
        "tahun-luar-periode",
        {"profil › Tahun!B2": 2022},
        "anggaran_realisasi",
        "anggaran_realisasi.xlsx › Sub Kegiatan!B1",
        "tahun 2021 di luar periode 2024–2026",
    ),
    ("tahun-luar-periode", {"penahapan › Tahapan!A4": 2030}, "penahapan", "penahapan.xlsx › Tahapan!A4", "2030"),
    ("tahun-luar-periode", {"profil › Profil!B12": 2025}, "cascade", "cascade.xlsx › Indikator!I1", "tahun 2026"),
    ("tahun-luar-periode", {"profil › Tahun!A2": "sarana"}, "sarana 2021", "profil.xlsx › Tahun!A2", "tidak memuat"),
    (
        "keluaran-sebagai-indikator",
        {RENCANA + "C3": "Rencana tersusun", IND + "C7": "Rencana Tersusun"},
        "2.23.01.2.01",
        "cascade.xlsx › Indikator!C7",
        "uraian 2.23.01.2.01",
    ),
    (
        "keluaran-sebagai-indikator",
        {IND + "C8": "Terlaksananya Rapat"},
        "rencana",
        "cascade.xlsx › Indikator!C8",
        "berbunyi keluaran",
    ),
    (
        "indikator-ganda",
        {IND + "C13": "Koleksi  layak"},
        "2.23.02.2.02",
        "cascade.xlsx › Indikator!C13",
        "2.23.02.2.01",
    ),
    (
        "indikator-ganda",
        {IND + "C4": "Indeks Literasi"},
        "puas",
        "cascade.xlsx › Indikator!C4",
        "iplm",
    ),
    (
        "nama-indikator-berbeda",
        {LALU + "B2": "Jumlah Tamu"},
        "kunjungan",
        "kinerja_pelayanan.xlsx › Indikator!B2",
        '"Kunjungan"',
    ),
    *(
        ("nama-berlabel", {NOMENKLATUR + "B3": nama}, "2.23.01.2.01", "cascade.xlsx › Nomenklatur!B3", label)
        for nama, label in (
            ("KEG. 1.1 Perencanaan Dinas", '"KEG. 1.1"'),
            ("2.23.01.2.01 Perencanaan Dinas", '"2.23.01.2.01"'),
            ("OT1.1.2.2 Perencanaan Dinas", '"OT1.1.2.2"'),
            ("1.1. Perencanaan Dinas", '"1.1."'),
            ("Kegiatan Perencanaan Dinas", '"Kegiatan"'),
        )
    ),
    ("nama-berlabel", {IND + "C8": "SUB KEG. 6.4.1 Dokumen"}, "rencana", "cascade.xlsx › Indikator!C8", "6.4.1"),
    ("nama-berlabel", {"cascade › Tujuan!B2": "T1 Gemar membaca"}, "baca", "cascade.xlsx › Tujuan!B2", '"T1"'),
    ("nama-berlabel", {LALU + "B2": "3) Kunjungan"}, "kunjungan", "kinerja_pelayanan.xlsx › Indikator!B2", '"3)"'),
    (
        "prioritas-kegiatan",
        {"prioritas › Prioritas!C2": "2.23.02", "prioritas › Prioritas!D2": None},
        "2.23.02",
        "prioritas.xlsx › Prioritas!C2",
        "program",
    ),
    (
        "isu-tanpa-pasangan",
        {"isu_strategis › Analisis!C2": None},
        "tabel digital",
        "isu_strategis.xlsx › Isu!A2",
        "lembar Analisis",
    ),
    (
        "sasaran-tanpa-iku",
        {"iku › IKU!A2": "iplm", "iku › IKU!A3": "arsip"},
        "layanan",
        "cascade.xlsx › Sasaran!A2",
        "IKU",
    ),
    (
        "bobot-rumus",
        {RUMUS + "C2": " + ".join(rf"({h} \times 0{{,}}11)" for h in "abcdefghi")},
        "puas",
        "definisi_operasional.xlsx › Rumus!C2",
        "9 bobot dalam rumus indikator puas berjumlah 0,99",
    ),
    (
        "akip-peraturan",
        {IND + "C4": "Nilai AKIP", RUMUS + "C2": AKIP_BAIK.replace("{,}30", "{,}35", 1).replace("30", "25", 1)},
        "bobot puas",
        "definisi_operasional.xlsx › Rumus!C2",
        "perencanaan 35%, pengukuran 25%",
    ),
]

# content that a rule must let pass
BENAR: list[tuple[str, dict[str, Any], str]] = [
    ("jumlah-kontrol", {KONTROL + "B2": None, PAGU + "B3": 501, KONTROL + "B3": 501}, "2.23.02 pagu 2024 selisih 501"),
    ("induk-tanpa-anak", {f"rpjmd › Tujuan!{k}2": v for k, v in {"C": None}.items()}, "misi RPJMD 1"),
    ("nomor-asing", {"rpjmd › Tujuan!C2": None}, "tujuan 1"),
    ("induk-salah", {IND + "A11": "2.23.02.2.01.0001-a"}, "2.23.02.2.01.0001-a"),
    ("tanpa-indikator", {IND + "B2": "arsip"}, "arsip"),
    ("indikator-kurang", {IND + "F4": 80}, "puas baseline"),
    ("indikator-kurang", {PAGU + "C2": None, IND + "H8": None}, "rencana 2025"),
    ("target-tanpa-pagu", {PAGU + "C4": 1}, "2.23.02.2.02.0003 2025"),
    ("pagu-tanpa-target", {IND + "G11": None}, "2.23.02.2.01.0001 2024"),
    ("tanpa-target-dan-pagu", {PAGU + "B4": 1}, "2.23.02.2.02.0003 2024"),
    ("baseline-nol", {IND + "F5": 1, IND + "G5": 100}, "arsip"),
    ("baseline-berbeda", {LALU + "K2": 1200}, "kunjungan"),
    ("patahan-deret", {IND + "G3": 2400}, "kunjungan 2024"),
    ("patahan-deret", {IND + "G3": 2401, "profil › Profil!B21": 3}, "kunjungan 2024"),
    ("patahan-deret", {IND + "G5": 100}, "arsip 2024"),
    ("realisasi-kembar", {BIAYA + "E4": 0}, "2.23.02.2.01.0002 2022"),
    ("indikator-tetap", {IND + "H6": 99}, "2.23.01"),
    ("target-di-bawah-realisasi", {IND + "H3": 1200}, "kunjungan"),
    ("target-turun", {IND + "G3": 1500}, "kunjungan"),
    ("lonjakan-pagu", {PAGU + "B2": 600, "profil › Profil!B22": 55}, "2025"),
    ("realisasi-lebih", {BIAYA + "E2": 100}, "2.23.01.2.01.0001 2021"),
    ("tanpa-penanggung-jawab", {RENCANA + "D4": "sekretaris"}, "2.23.01.2.01.0001"),
    (
        "penanggung-jawab-asing",
        {"definisi_operasional › Definisi!D2": "Sekretariat dan Kabid Layanan"},
        "Sekretariat dan Kabid Layanan",
    ),
    ("gaji-berbeda", GAJI | {IND + "F15": 6}, "gaji"),
    ("pegawai-berbeda", {"pegawai › Jabatan!B2": 8}, "jabatan"),
    (
        "diklat-berbeda",
        {"pegawai › Diklat!A2": "Diklatpim III", "pegawai › Jabatan!B1": "Eselon: III.A", "pegawai › Diklat!C2": 5},
        "Diklatpim III",
    ),
    (
        "diklat-berbeda",
        {"pegawai › Diklat!A2": "Diklatpim III", "pegawai › Jabatan!B1": "Eselon: IV.A"},
        "Diklatpim III",
    ),
    (
        "tahun-luar-periode",
        {f"profil › Tahun!{k}4": v for k, v in zip("ABCD", ("penahapan", 2030, 2030, "x"), strict=True)}
        | {"penahapan › Tahapan!A4": 2030},
        "penahapan",
    ),
    ("keluaran-sebagai-indikator", {IND + "C7": "Persentase Rencana Tersusun"}, "2.23.01.2.01"),
    ("indikator-ganda", {IND + "C13": "Indeks Literasi"}, "2.23.02.2.02"),
    ("nama-indikator-berbeda", {LALU + "B2": "Banyaknya kunjungan (orang)"}, "kunjungan"),
    ("nama-berlabel", {NOMENKLATUR + "B3": "100 Hari Membaca 5.000 Buku 1.00.000"}, "2.23.01.2.01"),
    ("prioritas-kegiatan", {"prioritas › Prioritas!C2": "2.23.02.2.01.0001"}, "2.23.02.2.01.0001"),
    ("isu-tanpa-pasangan", {"isu_strategis › Analisis!C3": "digital"}, "ruang"),
    ("sasaran-tanpa-iku", {"iku › IKU!A2": "arsip"}, "tertib"),
    ("bobot-rumus", {RUMUS + "C2": r"(1/2 \times a) + (b \times 0{,}5) + (c \times 25)"}, "puas"),
    ("akip-peraturan", {IND + "C4": "Nilai AKIP", RUMUS + "C2": AKIP_BAIK}, "bobot puas"),
    ("akip-peraturan", PREDIKAT, "skala"),
]


def periksa(kantor: Kantor) -> dict[tuple[str, str], Temuan]:
    """The findings of the rules by code and subject; the content must be readable."""
    bahan = Bahan(kantor.konteks(), Document("", ()), ())
    daftar = [t for a in data.ATURAN for t in a.periksa(bahan)]
    temuan = {(t.kode, t.pokok): t for t in daftar}
    assert len(temuan) == len(daftar)  # no two findings of one subject
    return temuan


def nama_kasus(x: object) -> str:
    return x if isinstance(x, str) and x in KATALOG else "-"


def test_kantor_seadanya(kantor_asli: Kantor) -> None:
    assert set(periksa(kantor_asli)) == DASAR


@pytest.mark.parametrize(("kode", "sel", "pokok", "tempat", "pesan"), SALAH, ids=nama_kasus)
def test_ditemukan(kantor: Kantor, kode: str, sel: dict[str, Any], pokok: str, tempat: str, pesan: str) -> None:
    for alamat, nilai in sel.items():
        kantor.isi_sel(alamat, nilai)
    temuan = periksa(kantor)
    assert (kode, pokok) in temuan
    assert temuan[kode, pokok].tempat == DATA + tempat
    assert pesan in temuan[kode, pokok].pesan


@pytest.mark.parametrize(("kode", "sel", "pokok"), BENAR, ids=nama_kasus)
def test_dibiarkan(kantor: Kantor, kode: str, sel: dict[str, Any], pokok: str) -> None:
    for alamat, nilai in sel.items():
        kantor.isi_sel(alamat, nilai)
    assert (kode, pokok) not in periksa(kantor)


def test_kasus_bukan_keadaan_semula() -> None:
    assert [k for k, _, pokok, _, _ in SALAH if (k, pokok) in DASAR] == []


def test_setiap_aturan_diuji() -> None:
    kode = [a.kode for a in data.ATURAN]
    assert len(kode) == len(set(kode))
    assert {k for k, *_ in SALAH} == set(kode)
    assert {k for k, *_ in BENAR} == set(kode)
