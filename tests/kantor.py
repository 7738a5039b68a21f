"""A small fictitious office with other names, years, codes and columns than the real one, and helpers to break it.

`tulis_kantor` writes its workbooks and chapters into a folder; `Kantor` reads, breaks and builds a copy of it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from generator.berkas import Bacaan
from generator.compute.konteks import Konteks
from generator.document.susun import susun_dokumen
from generator.document.tables.lembar import SelLembar
from generator.model.isi import SEMUA_BUKU, Isi
from generator.sources.buku import baca_isi
from generator.sources.buku_baru import tulis_buku
from generator.sources.naskah import baca_naskah
from generator.sources.xlsx import LembarMentah, PembacaSekali
from generator.temuan import Kumpulan, Temuan
from generator.tree.grid import BLANK, grid
from generator.tree.nodes import Block, Cell, Chart, Diagram, Document, Heading, Paragraph, Row, Table, plain

DINAS = "Dinas Perpustakaan Kota Rawa Contoh"
NIP = "198001012005012001"
LALU = (2021, 2022, 2023)
DEPAN = (2024, 2025, 2026)

Lembar = tuple[list[str], list[list[Any]]]


def _tahunan(*judul: str) -> list[str]:
    return [f"{j} {t}" for j in judul for t in LALU]


def _depan(*judul: str) -> list[str]:
    return [f"{j} {t}" for j in judul for t in DEPAN]


DATA: dict[str, dict[str, Lembar]] = {
    "profil": {
        "Profil": (
            ["Kunci", "Nilai", "Keterangan"],
            [
                ["perangkat_daerah", DINAS, None],
                ["jenis", "Dinas", None],
                ["nama", "Perpustakaan", None],
                ["daerah", "Kota Rawa Contoh", None],
                ["nama_daerah", "Rawa Contoh", None],
                ["provinsi", "Contoh Raya", None],
                ["kepala_daerah", "Wali Kota", None],
                ["wakil_kepala_daerah", "Wakil Wali Kota", None],
                ["pimpinan", "Kepala Dinas", None],
                ["periode_awal", 2024, None],
                ["periode_akhir", 2026, None],
                ["tahun_dasar", 2023, None],
                ["luas_km2", 12.5, None],
                ["luas_persen", None, None],
                ["lintang", None, None],
                ["bujur", None, None],
                ["jumlah_kecamatan", 3, None],
                ["tempat", "Rawa Contoh", None],
                ["tanggal", date(2023, 10, 5), None],
                ["batas_patahan", 2, None],
                ["batas_perubahan_pagu", 25, None],
            ],
        ),
        "Desa": (["Kode", "Jenis", "Nama"], [["hulu", "Kelurahan", "Hulu"], ["hilir", "Kelurahan", "Hilir"]]),
        "Batas": (["Arah", "Wilayah"], [["Utara", "Kota Sebelah"]]),
        "Penduduk": (["Tanggal", "Laki-laki", "Perempuan", "Kepala Keluarga"], [[date(2023, 6, 30), 400, 500, 250]]),
        "Pejabat": (
            ["Jabatan", "Nama", "Pangkat", "Golongan", "NIP"],
            [["kepala", "SITI CONTOH, S.Sos.", "Pembina", "IV.a", NIP]],
        ),
        "Nama Lain": (["Nama"], [["Kelautan"], ["Perhutanan Sosial"]]),
        "Kerangka": (["Nomor", "Judul"], [[1, "PENDAHULUAN"], [2, "GAMBARAN"], [3, "RENCANA"]]),
        "Tahun": (
            ["Buku", "Tahun Awal", "Tahun Akhir", "Alasan"],
            [
                ["anggaran_realisasi", 2021, 2023, "Riwayat Renstra sebelumnya"],
                ["kinerja_pelayanan", 2021, 2023, "Riwayat Renstra sebelumnya"],
            ],
        ),
        "Kerangka Bagian": (
            ["Nomor", "Judul", "Memuat"],
            [["1.1", "Latar Belakang", None], ["3.1", "Tujuan dan Program", "tabel:iku; tabel:ikk"]],
        ),
        "Renja": (["Tahun", "Kerangka"], [[2026, "14-2026"]]),
        "Kerangka Renja": (
            ["Kerangka", "Nomor", "Judul", "Memuat"],
            [
                ["86-2017", "1", "PENDAHULUAN", None],
                ["86-2017", "2", "RENCANA", None],
                ["86-2017", "2.1", "Program", "tabel:tc-33"],
                ["14-2026", "1", "PENDAHULUAN", None],
            ],
        ),
    },
    "dasar_hukum": {
        "Dasar Hukum": (
            ["Kode", "Sebutan", "Tentang", "Keterangan", "Dalam Daftar"],
            [
                ["uu-43-2007", "Undang-Undang Nomor 43 Tahun 2007", "Perpustakaan", "(Lembaran Negara 129)", "ya"],
                ["perwali-9", "Peraturan Wali Kota Nomor 9 Tahun 2019", "Susunan Dinas", None, "tidak"],
            ],
        )
    },
    "organisasi": {
        "Jabatan": (
            ["Kode", "Jabatan", "Singkatan", "Unit", "Atasan", "Dasar", "Kedudukan"],
            [
                ["kepala", "Kepala Dinas", "Kadis", None, None, "Pasal 3", "lini"],
                ["sekretaris", "Sekretaris Dinas", "Sekdis", "Sekretariat", "kepala", "Pasal 4", "staf"],
                ["layanan", "Kepala Bidang Layanan", "Kabid Layanan", "Bidang Layanan", "kepala", "Pasal 5", "lini"],
            ],
        )
    },
    "tugas_fungsi": {
        "Tugas": (
            ["Jabatan", "Jenis", "Uraian"],
            [
                ["kepala", "tugas pokok", "memimpin dinas"],
                ["kepala", "fungsi", "perumusan kebijakan perpustakaan"],
                ["kepala", "rincian tugas", "menetapkan rencana"],
                ["kepala", "sub rincian", "rencana tahunan"],
                ["sekretaris", "tugas pokok", "mengelola tata usaha"],
                ["layanan", "tugas pokok", "melayani pemustaka"],
                ["layanan", "rincian tugas", "meminjamkan buku"],
                ["layanan", "fungsi", "pelayanan keliling"],
            ],
        )
    },
    "pegawai": {
        "Keadaan": (["Kunci", "Nilai", "Keterangan"], [["per", "2023-09", None]]),
        "Golongan": (
            ["Kelompok", "Ruang: Muda", "Ruang: Madya", "Tanpa Ruang"],
            [["Golongan III", 4, 2, None], ["Tenaga Lepas", None, None, 3]],
        ),
        "Pendidikan": (
            ["Kelompok", "Laki-laki: Sarjana", "Laki-laki: Diploma", "Perempuan: Sarjana", "Perempuan: Diploma"],
            [["Golongan III", 1, 2, 3, 0], ["Tenaga Lepas", 0, 1, 1, 1]],
        ),
        "Jabatan": (["Jabatan", "Pustakawan", "Arsiparis"], [["Fungsional", 5, 1]]),
        "Status": (["Status Kepegawaian", "Jumlah"], [["PNS", 6], ["Lepas", 3]]),
        "Diklat": (["Jenis Diklat", "Pernah", "Seharusnya"], [["Pustakawan Ahli", 1, 4]]),
    },
    "sarana": {
        "Sarana": (
            ["Kelompok", "Nama", "Jumlah", "Satuan"],
            [
                ["Bangunan", "Gedung Baca", 1, "Unit"],
                ["Bangunan", "Halaman", 120.5, "m²"],
                ["Koleksi", "Buku", 9000, "Eks"],
            ],
        )
    },
    "kinerja_pelayanan": {
        "Indikator": (
            [
                *("Kode", "Indikator", "Satuan", "Desimal", "Target Indikator Lainnya"),
                *_tahunan("Target", "Realisasi"),
                "Keterangan",
            ],
            [
                [
                    "kunjungan",
                    "Jumlah Kunjungan",
                    "Orang",
                    0,
                    None,
                    1000,
                    1200,
                    1500,
                    900,
                    1200,
                    None,
                    "lihat buku tamu",
                ],
                ["literasi", "Indeks Literasi", "Indeks", 1, "IPLM", 50.5, 55, 60, 60.6, 50, 61, None],
            ],
        ),
        "Unsur": (["Unsur"], [["Kecepatan"]]),
        "Sasaran Lalu": (["Kode", "Sasaran", "Indikator"], [["baca", "Meningkatnya kegemaran membaca", "literasi"]]),
        "Program Pendukung": (["Sasaran", "Program"], [["baca", "2.23.02"]]),
    },
    "anggaran_realisasi": {
        "Sub Kegiatan": (
            ["Kode", *_tahunan("Anggaran", "Realisasi")],
            [
                ["2.23.01.2.01.0001", 100, 200, 300, 50, 100, 300],
                ["2.23.02.2.01.0001", None, 40, 60, None, 40, 30],
                ["2.23.02.2.01.0002", 10, 0, 0, 10, 0, 0],
            ],
        ),
        "Kontrol": (
            ["Kode", *_tahunan("Anggaran", "Realisasi")],
            [["2.23.02", 10, 40, 60, 10, 40, 30], ["total", 110, 240, None, None, None, 330]],
        ),
    },
    "cascade": {
        "Tujuan": (
            ["Kode", "Tujuan"],
            [["baca", "Terwujudnya masyarakat gemar membaca"], ["arsip", "Terjaganya arsip kota"]],
        ),
        "Sasaran": (
            ["Kode", "Tujuan", "Sasaran"],
            [
                ["layanan", "baca", "Meningkatnya layanan perpustakaan"],
                ["tertib", "arsip", "Meningkatnya tertib arsip"],
            ],
        ),
        "Nomenklatur": (
            ["Kode", "Nama"],
            [
                ["2.23.01", "Program Penunjang Perpustakaan"],
                ["2.23.01.2.01", "Perencanaan Dinas"],
                ["2.23.01.2.01.0001", "Penyusunan Rencana Dinas"],
                ["2.23.02", "Program Pembinaan Perpustakaan"],
                ["2.23.02.2.01", "Pengelolaan Perpustakaan Kota"],
                ["2.23.02.2.01.0001", "Pengembangan Koleksi"],
                ["2.23.02.2.01.0002", "Bulan Kunjung Perpustakaan"],
                ["2.23.02.2.02", "Pembudayaan Gemar Membaca"],
                ["2.23.02.2.02.0003", "Lomba Baca"],
            ],
        ),
        "Rencana": (
            ["Kode", "Sasaran", "Uraian", "Penanggung Jawab"],
            [
                ["2.23.01", "tertib", "Meningkatnya ketertiban", "sekretaris"],
                ["2.23.01.2.01", None, "Tersusunnya rencana", "sekretaris"],
                ["2.23.01.2.01.0001", None, "Tersusunnya dokumen", None],
                ["2.23.02", "layanan", "Meningkatnya kegemaran membaca", "kepala"],
                ["2.23.02.2.01", None, "Terkelolanya perpustakaan", "layanan"],
                ["2.23.02.2.01.0001", None, "Bertambahnya koleksi", "layanan"],
                ["2.23.02.2.02", None, "Terselenggaranya lomba", "layanan"],
                ["2.23.02.2.02.0003", None, "Terlaksananya lomba baca", "layanan"],
            ],
        ),
        "Indikator": (
            ["Kode", "Milik", "Indikator", "Satuan", "Desimal", "Baseline", *_depan("Target"), "Keterangan"],
            [
                ["iplm", "baca", "Indeks Literasi", "Indeks", 1, 61, 62.5, 63, 64.2, "IPLM"],
                ["kunjungan", "layanan", "Kunjungan", "Orang", 0, 1200, 1500, 1600, 1700, None],
                ["puas", "layanan", "Kepuasan Pemustaka", "Nilai", 2, None, 80.5, 81, 82.25, None],
                ["arsip", "tertib", "Arsip Tertib", "%", 0, 0, 50, 60, 70, None],
                ["2.23.01", "2.23.01", "Penunjang Berjalan", "%", 0, 100, 100, 100, 100, None],
                ["2.23.01.2.01", "2.23.01.2.01", "Ketercapaian", "%", 0, 100, 100, 100, 100, None],
                ["rencana", "2.23.01.2.01.0001", "Jumlah Dokumen", "Dokumen", 0, 2, 2, 2, 3, None],
                ["2.23.02", "2.23.02", "Kegemaran Membaca", "%", 0, 40, 45, 50, 55, None],
                ["2.23.02.2.01", "2.23.02.2.01", "Koleksi Layak", "%", 0, 70, 75, 80, 85, None],
                ["judul", "2.23.02.2.01.0001", "Jumlah Judul", "Judul", 0, 100, 110, 120, 130, None],
                ["eksemplar", "2.23.02.2.01.0001", "Jumlah Eksemplar", "Eksemplar", 0, 300, 330, 360, 390, None],
                ["2.23.02.2.02", "2.23.02.2.02", "Lomba Terlaksana", "%", 0, 100, 100, 100, 100, None],
                ["lomba", "2.23.02.2.02.0003", "Jumlah Lomba", "Kali", 0, 1, None, 1, 2, None],
            ],
        ),
    },
    "pendanaan": {
        "Pagu": (
            ["Kode", *_depan("Pagu")],
            [
                ["2.23.01.2.01.0001", 1000, 1100, 1200],
                ["2.23.02.2.01.0001", 500, 600, 700],
                ["2.23.02.2.02.0003", None, 0, 90],
            ],
        ),
        "Kontrol": (
            ["Kode", *_depan("Pagu")],
            [["2.23.02", 500, 600, 790], ["2.23.02.2.01", 500, None, 700], ["total", 1500, 1700, 1990]],
        ),
    },
    "tujuan_sasaran": {"NSPK": (["Tujuan", "Peraturan", "Penjelasan"], [["baca", "uu-43-2007", "yang utama"]])},
    "strategi": {
        "Strategi": (
            ["Kode", "Sasaran", "Strategi"],
            [
                ["s1", "layanan", "Menambah koleksi"],
                ["s2", "layanan", "Membuka malam"],
                ["s3", "tertib", "Menata arsip"],
            ],
        )
    },
    "penahapan": {"Tahapan": (["Tahun", "Tahapan"], [[2024, "Menata"], [2025, "Membangun"], [2026, "Memantapkan"]])},
    "arah_kebijakan": {
        "Arah Kebijakan": (
            ["Kode", "Arah Kebijakan RPJMD", "Arah Kebijakan Renstra", "Keterangan"],
            [["a1", "Kota cerdas", "Koleksi digital", None], ["a2", None, "Layanan keliling", "bertahap"]],
        ),
        "Operasionalisasi NSPK": (["Arah Kebijakan", "Uraian"], [["a1", "Standar layanan"], ["a1", "Survei"]]),
    },
    "prioritas": {
        "Prioritas": (
            ["Kode", "Program Prioritas", "Kegiatan", "Keterangan"],
            [["p1", "Kota Literasi", "2.23.02.2.01", "Taman baca"]],
        )
    },
    "iku": {"IKU": (["Indikator", "Keterangan"], [["kunjungan", None], ["puas", "survei"]])},
    "ikk": {
        "Pernyataan": (["Kunci", "Nilai", "Keterangan"], [["nihil", "tidak", None], ["penjelasan", None, None]]),
        "IKK": (
            ["Kode", "Indikator", "Satuan", *_depan("Target"), "Keterangan"],
            [["k1", "Rasio Koleksi", "Rasio", 0.5, 0.6, 0.75, None]],
        ),
    },
    "definisi_operasional": {
        "Definisi": (
            ["Indikator", "Interpretasi", "Sumber Data", "Penanggung Jawab"],
            [["puas", "Makin tinggi makin baik", "Survei", DINAS]],
        ),
        "Rumus": (
            ["Indikator", "Keterangan", "Rumus", "Sisipan"],
            [
                ["puas", "Nilai dihitung:", r"\frac{\text{jumlah nilai}}{\text{jumlah responden}}", "-"],
                ["puas", None, None, "skala IKM"],
                ["puas", "Unsurnya:", None, "unsur layanan"],
                ["puas", None, None, "interval AKIP"],
            ],
        ),
        "AKIP": (["Predikat", "Interval", "Sebutan", "Penjelasan"], [["A", "80 – 100", "Baik", "Memuaskan"]]),
        "IKM": (
            ["Nilai Persepsi", "Interval", "Konversi", "Mutu", "Kinerja"],
            [["1", "1,00–2,00", "25–50", "B", "Baik"]],
        ),
    },
    "rpjmd": {
        "Visi": (["Visi", "Pokok Visi", "Penjelasan"], [["Rawa Contoh Cerdas", "Cerdas", "Warga gemar membaca"]]),
        "Misi": (["Nomor", "Misi", "Penjelasan", "Dilayani"], [[1, "Mencerdaskan warga", "Literasi", "ya"]]),
        "Tujuan": (["Nomor", "Tujuan", "Misi", "Dilayani"], [[1, "Warga cerdas", 1, "ya"]]),
        "Sasaran": (["Nomor", "Sasaran", "Tujuan", "Dilayani"], [[1, "Literasi naik", 1, "ya"]]),
    },
    "permasalahan": {
        "Permasalahan": (
            ["Kode", "Masalah Pokok", "Masalah", "Akar Masalah"],
            [["koleksi", "Koleksi kurang", "Buku lama", "Anggaran kecil"]],
        )
    },
    "isu_strategis": {
        "Isu": (
            ["Kode", "Potensi", "Permasalahan", "Isu KLHS", "Global", "Nasional", "Regional", "Isu Strategis"],
            [
                [
                    "digital",
                    "Warga muda",
                    "Koleksi kurang",
                    "Kertas",
                    "Buku elektronik",
                    "Literasi",
                    "Kota",
                    "Koleksi digital",
                ]
            ],
        ),
        "Analisis": (
            ["Kode", "Isu", "Isu Tabel"],
            [["digital", "Koleksi digital", "digital"], ["ruang", "Ruang baca", None]],
        ),
    },
    "mitra": {"Mitra": (["Kode", "Nama", "Peran"], [["sekolah", "Sekolah", "Mengirim murid"]])},
    "koreksi": {
        "Koreksi": (["Kode", "Tempat", "Tercetak", "Kini", "Alasan", "Keputusan", "Butir Audit"], []),
        "Penerimaan": (["Temuan", "Pokok", "Alasan", "Butir Audit"], []),
    },
}

KEPALA_BAB = "---\njudul: {judul}\nbab: {nomor}\n---\n"
TABEL = (
    *("pegawai-golongan", "pegawai-pendidikan", "pegawai-jabatan", "pegawai-status", "pegawai-diklat", "sarana"),
    *("capaian-kinerja", "anggaran-realisasi", "permasalahan", "isu-strategis"),
)
GRAFIK = TABEL[:5]
TABEL_RENCANA = (
    *("perwujudan-visi", "tujuan-sasaran", "strategi", "penahapan", "arah-kebijakan", "teknik-perumusan"),
    *("rekapitulasi-program", "rencana-pendanaan", "prioritas", "iku", "ikk"),
)
NASKAH: dict[str, str] = {
    "00-pengantar.md": """\
---
judul: KATA PENGANTAR
depan: true
---

Renstra {{ profil.perangkat_daerah }} berlaku {{ periode.lama | bilang }} tahun.

::: tanda-tangan kepala
:::
""",
    "01-daftar.md": "---\njudul: DAFTAR\ndepan: true\n---\n\n::: daftar isi\n:::\n\n::: daftar tabel\n:::\n",
    "10-bab-1.md": KEPALA_BAB.format(judul="PENDAHULUAN", nomor=1)
    + """
## Latar Belakang {#latar}

Tahun {{ periode }} {{ profil.perangkat_daerah }} memakai {{ hukum["uu-43-2007"].judul }}.

{% for p in hukum.daftar %}
1. {{ p.lengkap }}.
{% endfor %}
""",
    "20-bab-2.md": KEPALA_BAB.format(judul="GAMBARAN", nomor=2)
    + """
## Pegawai dan Kinerja

Menyambung @bagian:latar, lihat @gambar:struktur-organisasi,
"""
    + ", ".join(f"@tabel:{n}" for n in TABEL)
    + ", dan "
    + ", ".join(f"@grafik:{n}" for n in GRAFIK)
    + """.

::: gambar struktur-organisasi
Struktur {{ profil.perangkat_daerah }}

Sumber: {{ hukum["perwali-9"].sebutan }}
:::

"""
    + "".join(f"::: tabel {n}\nTabel {n} Tahun {{{{ anggaran.tahun }}}}\n:::\n\n" for n in TABEL)
    + "".join(f"::: grafik {n}\nGrafik {n}\n:::\n\n" for n in GRAFIK),
    "30-bab-3.md": KEPALA_BAB.format(judul="RENCANA", nomor=3)
    + """
## Tujuan dan Program

Pagu {{ rencana.pagu_jumlah | rupiah }} dirinci pada """
    + ", ".join(f"@tabel:{n}" for n in TABEL_RENCANA)
    + """.

::: jenjang
{% for p in rencana.program %}
1. {{ p.nama }}

{% for g in p.kegiatan %}
   1. {{ g.nama }}

{% for s in g.subkegiatan %}
      1. {{ s.nama }}
{% endfor %}

{% endfor %}
{% endfor %}
:::

::: kotak indikator puas
:::

"""
    + "".join(f"::: tabel {n}\nTabel {n} Tahun {{{{ rencana.tahun }}}}\n:::\n\n" for n in TABEL_RENCANA),
}


def tulis_kantor(folder: Path) -> None:
    """Write `data/` and `chapters/renstra/` of the office into a folder."""
    (folder / "data").mkdir(parents=True)
    (folder / "chapters" / "renstra").mkdir(parents=True)
    for buku in SEMUA_BUKU:
        tulis_buku(buku, folder / "data" / buku.berkas, DATA[buku.nama])
    for nama, isi in NASKAH.items():
        (folder / "chapters" / "renstra" / nama).write_text(isi, encoding="utf-8")


class _Pembaca(PembacaSekali):
    """Opens every file anew, since tests change them; what has the same bytes is parsed once."""

    def __init__(self) -> None:
        super().__init__(Bacaan())

    def __call__(self, path: Path, berkas: str) -> dict[str, LembarMentah]:
        self._bacaan.lupakan()
        return super().__call__(path, berkas)


_PEMBACA = _Pembaca()
"""The workbooks that a test did not break are read, and made rows of, once."""


@dataclass(frozen=True)
class Kantor:
    """One copy of the office on disk."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def naskah(self) -> Path:
        return self.folder / "chapters" / "renstra"

    # ------------------------------------------------------------ breaking

    def isi_sel(self, tempat: str, nilai: Any) -> None:
        """Put a value into one cell: 'mitra › Mitra!B2'. '=…' is a formula never calculated, '#…' an Excel error."""
        lembar, _, alamat = tempat.partition("!")
        self._sunting(lembar, lambda akar: _isi(akar, alamat, nilai))

    def kosongkan(self, tempat: str) -> None:
        """Leave nothing but the header on a sheet: 'mitra › Mitra'."""
        self._sunting(tempat, _kosongkan)

    def _sunting(self, tempat: str, dengan: Callable[[Any], None]) -> None:
        nama, _, lembar = tempat.partition(" › ")
        urutan = list(DATA[nama]).index(lembar) + 2  # after "Petunjuk"
        sunting(self.data / f"{nama}.xlsx", f"xl/worksheets/sheet{urutan}.xml", dengan)

    def ubah_naskah(self, nama: str, isi: str) -> None:
        (self.naskah / nama).write_text(isi, encoding="utf-8")

    def satu_bab(self, isi: str) -> None:
        """Nothing but Bab I with this text; its first line is line 5 of 'bab.md'."""
        for path in self.naskah.glob("*.md"):
            path.unlink()
        self.ubah_naskah("bab.md", KEPALA_BAB.format(judul="BAB UJI", nomor=1) + isi)

    # ------------------------------------------------------------ reading

    def baca(self) -> tuple[Isi | None, Kumpulan]:
        temuan = Kumpulan()
        return baca_isi(self.data, temuan, baca=_PEMBACA), temuan

    def konteks(self) -> Konteks:
        isi, temuan = self.baca()
        assert isi is not None, list(temuan)
        return Konteks(isi)

    def susun(self, konteks: Konteks | None = None) -> tuple[Document | None, Kumpulan]:
        temuan = Kumpulan()
        naskah = baca_naskah(self.naskah, temuan, "content/chapters/renstra")
        return susun_dokumen(naskah, konteks or self.konteks(), temuan, self._lembar, judul="RENSTRA"), temuan

    def _lembar(self, buku: str, lembar: str) -> SelLembar | None:
        path = self.data / buku
        mentah = _PEMBACA(path, f"content/data/{buku}").get(lembar) if path.is_file() else None
        return SelLembar(mentah.sel, mentah.gabungan, mentah.lebar) if mentah else None


def sunting(path: Path, bagian: str, dengan: Callable[[Any], None]) -> None:
    """Edit one part of a package; saving with openpyxl would take longer than all the rest of a test."""
    with zipfile.ZipFile(path) as z:
        isi = {n: z.read(n) for n in z.namelist()}
    akar = etree.fromstring(isi[bagian])
    dengan(akar)
    isi[bagian] = etree.tostring(akar)
    with zipfile.ZipFile(path, "w") as z:
        for n, data in isi.items():
            z.writestr(n, data)


def _isi(akar: Any, alamat: str, nilai: Any) -> None:
    ns = akar.nsmap[None]
    data = akar.find(f"{{{ns}}}sheetData")
    sel = next((c for c in data.iter(f"{{{ns}}}c") if c.get("r") == alamat), None)
    if sel is None:
        sel = etree.SubElement(etree.SubElement(data, f"{{{ns}}}row"), f"{{{ns}}}c", r=alamat)
    for anak in list(sel):
        sel.remove(anak)
    jenis, tag = "n", "v"
    if isinstance(nilai, bool):
        jenis, nilai = "b", int(nilai)
    elif isinstance(nilai, str):
        jenis, tag = {"=": ("n", "f"), "#": ("e", "v")}.get(nilai[0], ("inlineStr", "t"))
        nilai = nilai.removeprefix("=")
    sel.set("t", jenis)
    if nilai is not None:
        wadah = etree.SubElement(sel, f"{{{ns}}}is") if jenis == "inlineStr" else sel
        etree.SubElement(wadah, f"{{{ns}}}{tag}").text = str(nilai)


def _kosongkan(akar: Any) -> None:
    baris = akar.find(f"{{{akar.nsmap[None]}}}sheetData")
    for b in list(baris)[1:]:
        baris.remove(b)


# ---------------------------------------------------------------- looking at findings and trees


def ringkas(temuan: Iterable[Temuan]) -> list[tuple[str, str]]:
    """(code, place) of every finding."""
    return [(t.kode, t.tempat) for t in temuan]


def blok(dokumen: Document) -> Iterator[Block]:
    for bagian in dokumen.sections:
        yield from bagian.blocks


def tabel(dokumen: Document, nama: str) -> Table:
    return next(b for b in blok(dokumen) if isinstance(b, Table) and b.caption.name == nama)


def sel_teks(baris: Row) -> list[str]:
    return [plain(s.content) for s in baris.cells]


def isi_tabel(t: Table) -> dict[str, list[str]]:
    """Cell texts of every row by key."""
    return {r.key: sel_teks(r) for r in t.rows}


def kisi(baris: Iterable[Row]) -> list[list[Cell]]:
    """The cell on every place of a block of rows, spans spread out; fails where cells overlap or reach too far."""
    semua = tuple(baris)
    letak = grid(semua, sum(c.col_span for c in semua[0].cells) if semua else 0)
    assert not letak.misfits
    for r, sendiri in letak.own():
        assert [(p.cell, p.height) for p in sendiri] == [(c, c.row_span) for c in r.cells]
    assert all(c is not BLANK for kini in letak.cells for c in kini)
    return letak.cells


def paragraf(dokumen: Document) -> list[str]:
    return [plain(b.content) for b in blok(dokumen) if isinstance(b, Paragraph)]


def judul(dokumen: Document) -> list[Heading]:
    return [b for b in blok(dokumen) if isinstance(b, Heading)]


def bergambar(dokumen: Document) -> list[Chart | Diagram]:
    return [b for b in blok(dokumen) if isinstance(b, (Chart, Diagram))]
