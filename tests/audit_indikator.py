"""Rows 26 to 49 of the audit, each as the adopted document had it: edits that put the fault back, findings of it."""

from __future__ import annotations

from dataclasses import replace

from audit_butir import HILANG, KEMBALI, kasus
from tanam import Ganti, Potong, Sel, isi_sel, tabel

from generator.tree.nodes import Table, plain

TERBANYAK = "{{ pegawai.pendidikan.kolom_terbanyak."


def _nihil(t: Table) -> Table:
    """NIHIL alone, without its explanation."""
    sel = next(c for r in t.rows for c in r.cells if plain(c.content) == "NIHIL")
    return replace(t, rows=(replace(t.rows[0], cells=(sel,)),))


def _indikator(kode: str, nama: str) -> Sel:
    return Sel("cascade.xlsx › Indikator", kode, "Indikator", nama)


KASUS = [
    # indicators
    kasus(26, "indikator-tujuan", _indikator("tepat-waktu", "Indeks Kepuasan Masyarakat"), ("indikator-ganda", "ikm")),
    kasus(
        26,
        "tabel-4-1",
        isi_sel(
            "teknik-perumusan",
            "pemerintahan-pelayanan",
            "Persentase Pelayanan yang Tepat Waktu sesuai SOP (Persen)",
            "Indeks Kepuasan Masyarakat (Nilai)",
        ),
        (KEMBALI, "tabel-4-1-indikator-tujuan"),
    ),
    kasus(
        28,
        "sasaran-2",
        Sel(
            "cascade.xlsx › Sasaran",
            "pelayanan-publik",
            "Sasaran",
            "Meningkatnya Kepuasan Masyarakat terhadap penyelenggaraan Pemerintahan dan Pelayanan Publik di kecamatan.",
        ),
        (KEMBALI, "tabel-3-3-sasaran-2"),
        (KEMBALI, "tabel-4-1-sasaran-2"),
    ),
    kasus(
        29,
        "keluaran-1-6",
        _indikator(
            "7.01.01.2.06",
            "Tersedianya Fasilitas dan Layanan yang Mendukung Kelancaran Tugas dan Fungsi Perangkat Daerah",
        ),
        ("keluaran-sebagai-indikator", "7.01.01.2.06"),
        (KEMBALI, "tabel-4-1-7-01-01-2-06-indikator"),
    ),
    kasus(
        29,
        "indikator-1-7",
        _indikator("7.01.01.2.07", "Persentase Layanan Administrasi Tepat Waktu"),
        ("indikator-ganda", "7.01.01.2.07"),
        (KEMBALI, "tabel-4-1-7-01-01-2-07-indikator"),
    ),
    kasus(
        31,
        "nilai-lakip",
        Sel("kinerja_pelayanan.xlsx › Indikator", "akip", "Indikator", "Nilai LAKIP"),
        ("nama-indikator-berbeda", "akip"),
        ("ejaan-nama", "akip: AKIP / LAKIP"),
        (KEMBALI, "tabel-2-7-nama-akip"),
    ),
    kasus(31, "nilai-lakip-bab", Ganti("20", "{{ akip.nama }}", "Nilai LAKIP"), (KEMBALI, "bab-2-nilai-akip")),
    kasus(37, "nihil-tanpa-penjelasan", Sel("ikk.xlsx › Pernyataan", "penjelasan", "Nilai", None), ("nihil-salah", "")),
    kasus(37, "nihil-saja", tabel("ikk", _nihil), ("tabel-kosong", "tabel:ikk")),
    # staff
    kasus(
        38,
        "s2-diketik",
        Potong("20", "didominasi lulusan", " dari keseluruhan", "didominasi oleh lulusan S2 sebanyak 2 orang"),
        (KEMBALI, "bab-2-pendidikan-terbanyak"),
    ),
    kasus(
        38,
        "s2-kolom",
        Potong("20", TERBANYAK, " dari keseluruhan", 'S2 sebanyak {{ pegawai.pendidikan.kolom["S2"].jumlah }} orang'),
        (HILANG, "bab-2-pendidikan-terbanyak"),
    ),
    kasus(
        39,
        "seluruh-struktural",
        Potong(
            "20",
            "Pendataan menurut jabatan mencakup",
            "Jabatan struktural itu terdiri",
            "Seluruh pegawai yang tercatat menduduki jabatan struktural. ",
        ),
        ("klaim-diketik", "Seluruh pegawai yang tercatat menduduki jabatan"),
        (KEMBALI, "bab-2-jabatan-struktural"),
    ),
    kasus(
        41,
        "hanya-18",
        Potong("20", "Selain itu, terdapat {{ pegawai.golongan", "Jumlah pegawai menurut golongan"),
        (HILANG, "bab-2-golongan-lengkap"),
    ),
    kasus(
        41,
        "jumlah-pns",
        Ganti("20", "Jumlah pegawai menurut golongan", "Jumlah PNS berdasarkan golongan"),
        (HILANG, "bab-2-pns-pegawai"),
    ),
    # references and law
    kasus(
        42,
        "t-c-5",
        Ganti("20", "({{ anggaran.formulir }})", "(T-C.5)"),
        ("angka-lepas", "pada T-C.5"),
        (KEMBALI, "bab-2-rujukan-t-c-24"),
    ),
    kasus(
        43,
        "perda-56-2016",
        Ganti("20", '{{ hukum["perbup-56-2016"].judul }}', "Peraturan Daerah Nomor 56 Tahun 2016"),
        ("hukum-tanpa-baris", "Peraturan Daerah Nomor 56 Tahun 2016"),
        (KEMBALI, "bab-2-perbup-56-2016"),
    ),
    kasus(
        43,
        "sumber-gambar",
        Ganti(
            "dasar_hukum.xlsx",
            "Peraturan Bupati Luwu Timur Nomor 56 Tahun 2016",
            "Peraturan Daerah Kabupaten Luwu Timur Nomor 56 Tahun 2016",
        ),
        (KEMBALI, "bab-2-gambar-2-1-sumber"),
    ),
    kasus(
        44,
        "uu-25-2004",
        Ganti("dasar_hukum.xlsx", "Sistem Perencanaan Pembangunan Nasional", "Sistem Perencanaan"),
        ("hukum-judul", "uu-25-2004"),
        (KEMBALI, "bab-1-uu-25-2004"),
    ),
    kasus(
        45,
        "permendagri-86-2017",
        Ganti(
            "dasar_hukum.xlsx",
            "Evaluasi Rancangan Peraturan Daerah tentang",
            "Evaluasi Rancangan Peraturan Daerah tentang Rancangan Peraturan Daerah tentang",
        ),
        ("hukum-judul", "permendagri-86-2017"),
        (KEMBALI, "bab-1-permendagri-86-2017"),
    ),
    kasus(
        46,
        "tanpa-tutup",
        Ganti("dasar_hukum.xlsx", "Nomor 6987)", "Nomor 6987"),
        ("kurung-pincang", "(Lembaran Negara Republi"),
        (KEMBALI, "bab-1-uu-59-2024"),
    ),
    kasus(
        46,
        "tanpa-buka",
        Ganti(
            "dasar_hukum.xlsx",
            "(Berita Negara Republik Indonesia Tahun 2020 Nomor 288)",
            "Berita Negara Republik Indonesia Tahun 2020 Nomor 288)",
        ),
        ("kurung-pincang", "sia Tahun 2020 Nomor 288)"),
        (KEMBALI, "bab-1-permendagri-18-2020"),
    ),
    kasus(
        49,
        "kalimat-terputus",
        Ganti("10", "atas pelaksanaan Renstra perangkat daerah.", "atas pelaksanaan"),
        ("kalimat-terputus", "pemantauan dan evaluasi atas pelaksanaan"),
    ),
]
