"""The office: names, regency, period, area, villages, population, officials, outline."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.angka import Teks
from generator.model.kolom import (
    Baris,
    Bulat,
    Kode,
    Nip,
    Pecahan,
    PecahanBoleh,
    Rujukan,
    Tahun,
    TanggalWajib,
    TeksBoleh,
    TeksWajib,
    pilihan,
)
from generator.model.skema import Buku, Lembar

ARAH = ("Utara", "Timur", "Selatan", "Barat")
KERANGKA_BAKU = "86-2017"  # Permendagri 86/2017


class Profil(Baris):
    perangkat_daerah: TeksWajib = Field(description="Nama lengkap perangkat daerah")
    jenis: TeksWajib = Field(description="Jenis perangkat daerah, misalnya Kecamatan")
    nama: TeksWajib = Field(description="Nama perangkat daerah tanpa jenisnya")
    daerah: TeksWajib = Field(description="Nama lengkap daerah, misalnya Kabupaten …")
    nama_daerah: TeksWajib = Field(description="Nama daerah tanpa kata Kabupaten atau Kota")
    provinsi: TeksWajib = Field(description="Nama provinsi tanpa kata Provinsi")
    kepala_daerah: TeksWajib = Field(description="Sebutan kepala daerah: Bupati atau Wali Kota")
    wakil_kepala_daerah: TeksWajib = Field(description="Sebutan wakil kepala daerah")
    pimpinan: TeksWajib = Field(description="Sebutan pimpinan perangkat daerah, misalnya Camat")
    periode_awal: Tahun = Field(description="Tahun pertama Renstra")
    periode_akhir: Tahun = Field(description="Tahun terakhir Renstra")
    tahun_dasar: Tahun = Field(description="Tahun data dasar (baseline)")
    luas_km2: PecahanBoleh = Field(description="Luas wilayah dalam km²")
    luas_persen: PecahanBoleh = Field(description="Luas wilayah dalam persen dari luas daerah")
    lintang: TeksBoleh = Field(description="Letak lintang sebagaimana dicetak")
    bujur: TeksBoleh = Field(description="Letak bujur sebagaimana dicetak")
    jumlah_kecamatan: Bulat = Field(description="Banyaknya kecamatan di daerah")
    tempat: TeksWajib = Field(description="Tempat penandatanganan")
    tanggal: TanggalWajib = Field(description="Tanggal penandatanganan")
    batas_patahan: Pecahan = Field(description="Periksa: deret patah bila nilainya berubah lebih dari sekian kali")
    batas_perubahan_pagu: Pecahan = Field(description="Periksa: total pagu setahun berubah lebih dari sekian persen")


class Desa(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek yang unik, misalnya argomulyo")
    jenis: pilihan("Desa", "Kelurahan") = Field(title="Jenis", description="Desa atau Kelurahan")  # type: ignore[valid-type]
    nama: TeksWajib = Field(title="Nama", description="Nama tanpa kata Desa atau Kelurahan")

    @property
    def sebutan(self) -> Teks:
        return Teks(f"{self.jenis} {self.nama}", self.nama.asal)


class Batas(Baris):
    arah: pilihan(*ARAH) = Field(title="Arah", description="Arah mata angin")  # type: ignore[valid-type]
    wilayah: TeksWajib = Field(title="Wilayah", description="Wilayah yang berbatasan; satu baris tiap wilayah")


class Penduduk(Baris):
    tanggal: TanggalWajib = Field(title="Tanggal", description="Keadaan pada tanggal")
    laki_laki: Bulat = Field(title="Laki-laki", description="Penduduk laki-laki (jiwa)")
    perempuan: Bulat = Field(title="Perempuan", description="Penduduk perempuan (jiwa)")
    kepala_keluarga: Bulat = Field(title="Kepala Keluarga", description="Banyaknya kepala keluarga (KK)")


class Pejabat(Baris):
    jabatan: Annotated[Kode, Rujukan("jabatan")] = Field(title="Jabatan", description="Kode jabatan di organisasi.xlsx")
    nama: TeksWajib = Field(title="Nama", description="Nama dengan gelar, sebagaimana dicetak")
    pangkat: TeksWajib = Field(title="Pangkat", description="Pangkat, misalnya Pembina Tk. I")
    golongan: TeksWajib = Field(title="Golongan", description="Golongan ruang, misalnya IV.b")
    nip: Nip = Field(title="NIP", description="NIP, 18 angka")


class NamaLain(Baris):
    nama: TeksWajib = Field(
        title="Nama", description="Nama perangkat daerah sejenis tanpa jenisnya, misalnya nama kecamatan tetangga"
    )


class TahunLuar(Baris):
    buku: TeksWajib = Field(title="Buku", description="Nama buku kerja tanpa .xlsx, misalnya anggaran_realisasi")
    awal: Tahun = Field(title="Tahun Awal", description="Tahun pertama di luar periode Renstra")
    akhir: Tahun = Field(title="Tahun Akhir", description="Tahun terakhir di luar periode Renstra")
    alasan: TeksWajib = Field(title="Alasan", description="Mengapa tabelnya memuat tahun itu")


class BabKerangka(Baris):
    nomor: Bulat = Field(title="Nomor", description="Nomor bab")
    judul: TeksWajib = Field(title="Judul", description="Judul bab dengan huruf kapital")


class BagianKerangka(Baris):
    """A part that the outline prescribes below a chapter."""

    nomor: Kode = Field(title="Nomor", description="Nomor bagian dalam kerangka, misalnya 2.1.3")
    judul: TeksWajib = Field(
        title="Judul",
        description="Awal judul bagian, tanpa nama perangkat daerah; judul dalam naskah boleh lebih panjang",
    )
    memuat: TeksBoleh = Field(
        title="Memuat",
        description="Tabel, grafik, atau gambar yang wajib ada di bagian itu, misalnya tabel:iku; "
        "beberapa dipisahkan titik koma",
    )

    @property
    def isi(self) -> tuple[str, ...]:
        return _butir(self.memuat)


def _butir(teks: str | None) -> tuple[str, ...]:
    return tuple(m.strip() for m in (teks or "").split(";") if m.strip())


class KerangkaTahun(Baris):
    """Which outline the Renja of a year follows; a year that is not here follows `KERANGKA_BAKU`."""

    tahun: Tahun = Field(title="Tahun", description="Tahun Renja")
    kerangka: Kode = Field(title="Kerangka", description="Kode kerangka di lembar Kerangka Renja")


class BagianRenja(Baris):
    """A chapter ('2') or a part ('2.1') that an outline of the Renja prescribes."""

    kerangka: Kode = Field(title="Kerangka", description="Kode kerangka, sama dengan nama folder naskahnya")
    nomor: Kode = Field(title="Nomor", description="Nomor bab atau bagian, misalnya 2 atau 2.1")
    judul: TeksWajib = Field(
        title="Judul", description="Judul bab dengan huruf kapital, atau awal judul bagian; judul naskah boleh panjang"
    )
    memuat: TeksBoleh = Field(
        title="Memuat", description="Tabel, grafik, atau gambar yang wajib ada di situ, misalnya tabel:tc-29; dst."
    )

    @property
    def isi(self) -> tuple[str, ...]:
        return _butir(self.memuat)


BUKU = Buku(
    "profil",
    "Identitas perangkat daerah, wilayah, penduduk, pejabat, dan kerangka dokumen",
    (
        Lembar("Profil", "profil", Profil, "Identitas, periode, dan penandatanganan", tunggal=True),
        Lembar(
            "Desa",
            "desa",
            Desa,
            "Desa dan kelurahan di wilayah kerja",
            kunci="kode",
            boleh_kosong=True,
            nama_baris="nama",
        ),
        Lembar("Batas", "batas", Batas, "Batas wilayah menurut arah", boleh_kosong=True),
        Lembar("Penduduk", "penduduk", Penduduk, "Keadaan penduduk; baris terakhir yang dipakai", boleh_kosong=True),
        Lembar("Pejabat", "pejabat", Pejabat, "Pejabat yang menandatangani", kunci="jabatan", urutan_bebas=True),
        Lembar(
            "Nama Lain",
            "nama_lain",
            NamaLain,
            "Nama perangkat daerah sejenis, yang tidak boleh tertinggal dalam naskah",
            kunci="nama",
            boleh_kosong=True,
            urutan_bebas=True,
        ),
        Lembar("Kerangka", "kerangka", BabKerangka, "Judul bab menurut kerangka yang berlaku", kunci="nomor"),
        Lembar(
            "Tahun",
            "tahun_luar",
            TahunLuar,
            "Tahun tabel di luar periode Renstra",
            boleh_kosong=True,
            urutan_bebas=True,
        ),
        Lembar(
            "Kerangka Bagian",
            "kerangka_bagian",
            BagianKerangka,
            "Bagian yang wajib ada menurut kerangka yang berlaku",
            kunci="nomor",
            boleh_kosong=True,
            urutan_bebas=True,
        ),
        Lembar(
            "Renja",
            "kerangka_tahun",
            KerangkaTahun,
            f"Kerangka Renja menurut tahun; tahun yang tidak disebut memakai {KERANGKA_BAKU}",
            kunci="tahun",
            boleh_kosong=True,
            urutan_bebas=True,
        ),
        Lembar(
            "Kerangka Renja",
            "kerangka_renja",
            BagianRenja,
            "Bab dan bagian yang wajib ada menurut tiap kerangka Renja",
            boleh_kosong=True,
            urutan_bebas=True,
        ),
    ),
)
