"""Titles of the national laws that regional plans cite, and which of them later ones have replaced.

Sources: the State Gazette and the Ministry of Home Affairs' JDIH. Key: kind, body, number, year, as
`hukum.Kutipan.penuh` gives them.
"""

from __future__ import annotations

from datetime import date

Kunci = tuple[str, str, str, str]

_MUTAKHIR = (
    "Hasil Verifikasi, Validasi dan Inventarisasi Pemutakhiran Klasifikasi, Kodefikasi dan Nomenklatur Perencanaan"
    " Pembangunan dan Keuangan Daerah"
)

JUDUL: dict[Kunci, str] = {
    ("undang-undang", "", "17", "2003"): "Keuangan Negara",
    ("undang-undang", "", "1", "2004"): "Perbendaharaan Negara",
    ("undang-undang", "", "25", "2004"): "Sistem Perencanaan Pembangunan Nasional",
    ("undang-undang", "", "14", "2008"): "Keterbukaan Informasi Publik",
    ("undang-undang", "", "25", "2009"): "Pelayanan Publik",
    ("undang-undang", "", "6", "2014"): "Desa",
    ("undang-undang", "", "23", "2014"): "Pemerintahan Daerah",
    ("undang-undang", "", "30", "2014"): "Administrasi Pemerintahan",
    ("undang-undang", "", "1", "2022"): "Hubungan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah",
    ("undang-undang", "", "20", "2023"): "Aparatur Sipil Negara",
    ("undang-undang", "", "59", "2024"): "Rencana Pembangunan Jangka Panjang Nasional Tahun 2025-2045",
    ("peraturan pemerintah", "", "18", "2016"): "Perangkat Daerah",
    ("peraturan pemerintah", "", "2", "2018"): "Standar Pelayanan Minimal",
    ("peraturan pemerintah", "", "17", "2018"): "Kecamatan",
    ("peraturan pemerintah", "", "12", "2019"): "Pengelolaan Keuangan Daerah",
    ("peraturan pemerintah", "", "13", "2019"): "Laporan dan Evaluasi Penyelenggaraan Pemerintahan Daerah",
    ("peraturan presiden", "", "12", "2025"): "Rencana Pembangunan Jangka Menengah Nasional Tahun 2025-2029",
    ("peraturan menteri", "dalam negeri", "86", "2017"): (
        "Tata Cara Perencanaan, Pengendalian dan Evaluasi Pembangunan Daerah, Tata Cara Evaluasi Rancangan Peraturan"
        " Daerah tentang Rencana Pembangunan Jangka Panjang Daerah dan Rencana Pembangunan Jangka Menengah Daerah,"
        " serta Tata Cara Perubahan Rencana Pembangunan Jangka Panjang Daerah, Rencana Pembangunan Jangka Menengah"
        " Daerah, dan Rencana Kerja Pemerintah Daerah"
    ),
    ("peraturan menteri", "dalam negeri", "18", "2020"): (
        "Peraturan Pelaksanaan Peraturan Pemerintah Nomor 13 Tahun 2019 tentang Laporan dan Evaluasi Penyelenggaraan"
        " Pemerintahan Daerah"
    ),
    ("peraturan menteri", "dalam negeri", "77", "2020"): "Pedoman Teknis Pengelolaan Keuangan Daerah",
    ("peraturan menteri", "pendayagunaan aparatur negara dan reformasi birokrasi", "14", "2017"): (
        "Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik"
    ),
    ("keputusan menteri", "dalam negeri", "050-5889", "2021"): _MUTAKHIR,
    ("keputusan menteri", "dalam negeri", "900.1.15.5-3406", "2024"): (
        f"Perubahan Kedua atas Keputusan Menteri Dalam Negeri Nomor 050-5889 Tahun 2021 tentang {_MUTAKHIR}"
    ),
    ("instruksi menteri", "dalam negeri", "2", "2025"): (
        "Pedoman Penyusunan Rencana Pembangunan Jangka Menengah Daerah dan Rencana Strategis Perangkat Daerah Tahun"
        " 2025-2029"
    ),
}

# what is replaced: the law that replaced it, and from which day
DIGANTI: dict[Kunci, tuple[str, Kunci, date]] = {
    ("keputusan menteri", "dalam negeri", nomor, tahun): (
        "Keputusan Menteri Dalam Negeri Nomor 900.1-2850 Tahun 2025",
        ("keputusan menteri", "dalam negeri", "900.1-2850", "2025"),
        date(2025, 7, 31),
    )
    for nomor, tahun in (("050-5889", "2021"), ("900.1.15.5-1317", "2023"), ("900.1.15.5-3406", "2024"))
}
