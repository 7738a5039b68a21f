"""Laws and regulations: the list of 1.2 and whatever else the text cites."""

from __future__ import annotations

from pydantic import Field

from generator.model.angka import Teks
from generator.model.kolom import Baris, Kode, TeksBoleh, TeksWajib, YaTidak
from generator.model.skema import Buku, Lembar


class Peraturan(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek untuk dirujuk dari naskah, misalnya uu-23-2014")
    sebutan: TeksWajib = Field(title="Sebutan", description="Jenis, nomor, dan tahun: Undang-Undang Nomor … Tahun …")
    tentang: TeksWajib = Field(title="Tentang", description="Judul peraturan, tanpa kata tentang")
    keterangan: TeksBoleh = Field(title="Keterangan", description="Lembaran Negara, perubahan, dan seterusnya")
    dalam_daftar: YaTidak = Field(title="Dalam Daftar", description="ya bila tercantum dalam Dasar Hukum")

    @property
    def judul(self) -> Teks:
        return Teks(f"{self.sebutan} tentang {self.tentang}", self.sebutan.asal + self.tentang.asal)

    @property
    def lengkap(self) -> Teks:
        if not self.keterangan:
            return self.judul
        return Teks(f"{self.judul} {self.keterangan}", self.judul.asal + self.keterangan.asal)


BUKU = Buku(
    "dasar_hukum",
    "Peraturan yang menjadi dasar atau dikutip naskah",
    (
        Lembar(
            "Dasar Hukum",
            "peraturan",
            Peraturan,
            "Satu baris tiap peraturan, menurut urutan cetak",
            kunci="kode",
            nama_baris="sebutan",
        ),
    ),
)
