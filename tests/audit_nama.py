"""Rows 50 to 56 of the audit, each as the adopted document had it: edits that put the fault back, findings of it."""

from __future__ import annotations

from audit_butir import HILANG, KEMBALI, kasus
from tanam import Ganti, Sel, isi_sel

EJAAN = (
    *("meningktanya", "ketahan", "inobasi", "kompenen", "penyenggaraan", "enguatan", "kuallitas", "pemeberdayaan"),
    *("infromasi", "singkronisasi", "melaksakan"),
)


def _nama(kode: str, nama: str) -> Sel:
    return Sel("cascade.xlsx › Nomenklatur", kode, "Nama", nama)


def _singkatan(kode: str, nama: str) -> Sel:
    return Sel("organisasi.xlsx › Jabatan", kode, "Singkatan", nama)


KASUS = [
    # left-overs and names
    kasus(50, "dalam-kata-3", Ganti("30", "pemenuhan", "pemeKalaenan"), ("nama-asing", "pemeKalaenan")),
    kasus(50, "dalam-kata-4", Ganti("40", "pemenuhan", "pemeKalaenan"), ("nama-asing", "pemeKalaenan")),
    kasus(50, "kecil", Ganti("30", "pemenuhan", "pemekalaenan"), ("nama-asing", "pemekalaenan")),
    *(
        kasus(51, kode[-7:], _nama(kode, nama), ("ejaan-nama", f"{kode}: Kantor"))
        for kode, nama in (
            ("7.01.01.2.06.0001", "Penyediaan Komponen Instalasi Listrik/Penerangan Bangunan"),
            ("7.01.01.2.06.0004", "Penyediaan Bahan Logistik"),
            ("7.01.01.2.07.0010", "Pengadaan Sarana dan Prasarana Gedung atau Bangunan Lainnya"),
            ("7.01.01.2.08.0003", "Penyediaan Jasa Peralatan dan Perlengkapan"),
            ("7.01.01.2.08.0004", "Penyediaan Jasa Pelayanan Umum"),
            ("7.01.01.2.09.0010", "Pemeliharaan/Rehabilitasi Sarana dan Prasarana Gedung atau Bangunan Lainnya"),
        )
    ),
    kasus(
        51,
        "di-mana-mana",
        Ganti("cascade.xlsx", "Gedung Kantor atau", "Gedung  atau"),
        ("spasi-ganda", "Gedung atau"),
        (KEMBALI, "tabel-4-3-7-01-01-2-07-0010-nama"),
        (KEMBALI, "tabel-4-3-7-01-01-2-09-0010-nama"),
    ),
    kasus(
        52,
        "teks-bappeda",
        Ganti("30", "melaksanakannya sesuai dengan rencana", "menghasilkan perencanaan pembangunan yang berkualitas"),
        (KEMBALI, "bab-3-teks-bappeda"),
    ),
    kasus(
        52,
        "pengantar-tabel-2-10",
        Ganti(
            "20",
            "::: tabel isu-strategis",
            "perencanaan pembangunan daerah. sebagai berikut:\n\n::: tabel isu-strategis",
        ),
        (KEMBALI, "bab-2-isu-kalimat"),
    ),
    kasus(
        53,
        "dka-skpd",
        _nama("7.01.01.2.01.0004", "Koordinasi dan Penyusunan DKA-SKPD"),
        ("ejaan-nama", "7.01.01.2.01.0004: DKA-SKPD / DPA-SKPD"),
    ),
    kasus(
        53,
        "pemerintah-daerah",
        _nama("7.01.01.2.04", "Administrasi Pendapatan Daerah Kewenangan Pemerintah Daerah"),
        (KEMBALI, "tabel-2-8-nama-7-01-01-2-04"),
    ),
    kasus(
        53,
        "pengelolaan",
        _nama("7.01.01.2.05.0003", "Pendataan dan Pengelolaan Administrasi Kepegawaian"),
        ("ejaan-nama", "7.01.01.2.05.0003: Pengelolaan / Pengolahan"),
    ),
    kasus(
        53,
        "bahan-cetakan",
        _nama("7.01.01.2.06.0005", "Penyediaan Bahan Cetakan dan Penggandaan"),
        (KEMBALI, "bab-4-butir-6-6-4"),
    ),
    kasus(
        53,
        "pedesaan",
        _nama("7.01.06.2.01.0018", "Koordinasi Pelaksanaan Pembangunan Kawasan Pedesaan di Wilayah Kecamatan"),
        ("ejaan-nama", "kawasan pedesaan"),
    ),
    kasus(
        53,
        "gedung-kantor-atau",
        _nama("7.01.01.2.09.0009", "Pemeliharaan/Rehabilitasi Gedung Kantor atau Bangunan Lainnya"),
        (HILANG, "tabel-2-8-nama-7-01-01-2-09-0009"),
    ),
    kasus(
        53,
        "non-perizinan",
        _nama("7.01.02.2.04.0002", "Pelaksanaan Urusan Pemerintahan yang terkait dengan Non Perizinan"),
        ("ejaan-nama", "non perizinan"),
        (KEMBALI, "tabel-2-8-nama-7-01-02-2-04-0002"),
    ),
    kasus(
        53,
        "ketentraman",
        _nama("7.01.04", "Program Koordinasi Ketentraman dan Ketertiban Umum"),
        ("ejaan-nama", "koordinasi ketentraman"),
        (KEMBALI, "bab-2-program-trantib"),
    ),
    kasus(
        53,
        "pemerintah-desa",
        _nama("7.01.06", "Program Pembinaan dan Pengawasan Pemerintah Desa"),
        ("ejaan-nama", "7.01.06: Pemerintah / Pemerintahan"),
        (KEMBALI, "bab-2-program-pemdes"),
    ),
    kasus(
        53,
        "baperida",
        Ganti("50", '{{ mitra["bapperida"].nama }}', "Baperida"),
        ("ejaan-nama", "bersama baperida"),
        (KEMBALI, "bab-5-bapperida"),
    ),
    kasus(53, "mekar-sari", Sel("profil.xlsx › Desa", "mekarsari", "Nama", "Mekar Sari"), ("ejaan-nama", "mekarsari")),
    kasus(
        54,
        "tujuan-6",
        Sel("rpjmd.xlsx › Tujuan", "6", "Tujuan", "Terwujudnya tata kelola pemerintahan berintegrasi dan adaptif"),
        (KEMBALI, "bab-3-tujuan-6"),
    ),
    kasus(
        54,
        "tujuan-6-ringkasan",
        Ganti(
            "05", "{{ rpjmd.tujuan_dilayani.uraian }}", "Mewujudkan tata kelola pemerintahan berintegrasi dan adaptif"
        ),
        ("nama-diketik", "Mewujudkan tata kelola pemerintahan berintegrasi dan adaptif"),
        (KEMBALI, "ringkasan-tujuan-6"),
    ),
    kasus(
        54,
        "pokok-misi",
        isi_sel("perwujudan-visi", "kepala-1", "Pokok Visi", "Pokok Misi"),
        (KEMBALI, "tabel-3-1-pokok-visi"),
    ),
    kasus(
        55,
        "tp-ppk",
        Sel("mitra.xlsx › Mitra", "tp-pkk", "Nama", "Tim Penggerak PPK Kecamatan"),
        ("ejaan-nama", "tp-pkk: PPK / PKK"),
        (KEMBALI, "bab-2-tp-pkk"),
    ),
    kasus(
        55,
        "pelaayanan",
        _singkatan("kasi-pelayanan", "Kasi Pelaayanan Umum"),
        ("kata-tak-dikenal", "pelaayanan"),
        (KEMBALI, "tabel-4-3-7-01-02-2-04-0001-penanggung-jawab"),
    ),
    kasus(
        55,
        "masayarakat",
        _singkatan("kasi-pemberdayaan", "Kasi Pemberdayaan Masayarakat Desa"),
        ("kata-tak-dikenal", "masayarakat"),
        (KEMBALI, "tabel-4-3-7-01-03-2-01-0001-penanggung-jawab"),
    ),
    kasus(
        55,
        "pemeintahan",
        _singkatan("kasi-pemerintahan", "Kasi Pemeintahan Umum"),
        ("kata-tak-dikenal", "pemeintahan"),
        (KEMBALI, "tabel-4-3-7-01-05-2-01-0008-penanggung-jawab"),
    ),
    kasus(
        56,
        "dalam-bab",
        Ganti("30", "Sasaran menyatakan hasil tertentu", f"Sasaran {' '.join(EJAAN)} SInergi"),
        *(("kata-tak-dikenal", w) for w in (*EJAAN, "sinergi")),
    ),
    kasus(
        56,
        "dalam-sel",
        Ganti("cascade.xlsx", "Meningkatnya Kualitas Pelayanan", "Meningktanya Kualitas Pelayanan"),
        ("kata-tak-dikenal", "meningktanya"),
    ),
    kasus(
        56,
        "dan-dan",
        Ganti("tugas_fungsi.xlsx", "fasilitasi dan koordinasi", "fasilitasi dan dan koordinasi"),
        ("kata-ganda", "dan dan"),
        (KEMBALI, "tugas-dan-dan"),
    ),
]

# "What agrees and must go on agreeing" has no number, and faults that the document did not have
SEPAKAT = [
    kasus(
        0,
        "tabel-2-1",
        Sel("pegawai.xlsx › Golongan", "Golongan III", "Ruang: A", 6),
        ("pegawai-berbeda", "pendidikan Golongan III"),
        ("pegawai-berbeda", "pendidikan"),
        ("pegawai-berbeda", "status"),
    ),
    kasus(
        0,
        "tabel-2-2",
        Sel("pegawai.xlsx › Pendidikan", "PPPK", "Jenjang Pendidikan: SLTA", 3),
        ("pegawai-berbeda", "pendidikan PPPK"),
    ),
    kasus(
        0,
        "tabel-2-3",
        Sel("pegawai.xlsx › Jabatan", "Fungsional Umum", "Non Eselon", 18),
        ("pegawai-berbeda", "jabatan"),
    ),
    kasus(0, "tabel-2-4", Sel("pegawai.xlsx › Status", "PNS", "Jumlah", 15), ("pegawai-berbeda", "status")),
    kasus(
        0,
        "tabel-2-5",
        Sel("pegawai.xlsx › Diklat", "Bendaharawan", "Pernah Mengikuti", 2),
        ("diklat-berbeda", "Bendaharawan"),
    ),
    kasus(
        0,
        "tabel-2-7",
        Sel("kinerja_pelayanan.xlsx › Indikator", "akip", "Realisasi 2024", 62),
        ("baseline-berbeda", "akip"),
    ),
    kasus(
        0,
        "tabel-4-3",
        Sel("pendanaan.xlsx › Kontrol", "7.01.02", "Pagu 2026", 34_556_001),
        ("jumlah-kontrol", "7.01.02 pagu 2026 selisih -1"),
    ),
]
