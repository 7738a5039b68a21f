"""Problems, strategic issues, and the regency's plan (RPJMD) above this one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.kolom import Baris, Bulat, BulatBoleh, Kode, KodeBoleh, Rujukan, TeksWajib, YaTidak
from generator.model.skema import Buku, Lembar


class Permasalahan(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek")
    masalah_pokok: TeksWajib = Field(title="Masalah Pokok", description="Masalah pokok")
    masalah: TeksWajib = Field(title="Masalah", description="Masalah")
    akar_masalah: TeksWajib = Field(title="Akar Masalah", description="Akar masalah")


class Isu(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek")
    potensi: TeksWajib = Field(title="Potensi", description="Potensi daerah yang menjadi kewenangan")
    permasalahan: TeksWajib = Field(title="Permasalahan", description="Permasalahan")
    klhs: TeksWajib = Field(title="Isu KLHS", description="Isu KLHS yang relevan")
    global_: TeksWajib = Field(title="Global", description="Isu lingkungan dinamis global")
    nasional: TeksWajib = Field(title="Nasional", description="Isu lingkungan dinamis nasional")
    regional: TeksWajib = Field(title="Regional", description="Isu lingkungan dinamis regional")
    isu: TeksWajib = Field(title="Isu Strategis", description="Isu strategis")


class Analisis(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek")
    isu: TeksWajib = Field(title="Isu", description="Isu strategis hasil analisis")
    isu_tabel: Annotated[KodeBoleh, Rujukan("isu")] = Field(
        title="Isu Tabel", description="Kode baris lembar Isu; kosong bila tidak ada barisnya"
    )


class Visi(Baris):
    visi: TeksWajib = Field(title="Visi", description="Visi RPJMD, sama di tiap baris")
    pokok: TeksWajib = Field(title="Pokok Visi", description="Pokok visi")
    penjelasan: TeksWajib = Field(title="Penjelasan", description="Penjelasan pokok visi")


class MisiRpjmd(Baris):
    nomor: Bulat = Field(title="Nomor", description="Nomor misi")
    uraian: TeksWajib = Field(title="Misi", description="Rumusan misi")
    penjelasan: TeksWajib = Field(title="Penjelasan", description="Penjelasan misi")
    dilayani: YaTidak = Field(title="Dilayani", description="ya bila didukung perangkat daerah ini")


class TujuanRpjmd(Baris):
    nomor: Bulat = Field(title="Nomor", description="Nomor tujuan")
    uraian: TeksWajib = Field(title="Tujuan", description="Rumusan tujuan RPJMD")
    misi: BulatBoleh = Field(title="Misi", description="Nomor misi; kosong bila tidak disebut")
    dilayani: YaTidak = Field(title="Dilayani", description="ya bila didukung perangkat daerah ini")


class SasaranRpjmd(Baris):
    nomor: Bulat = Field(title="Nomor", description="Nomor sasaran")
    uraian: TeksWajib = Field(title="Sasaran", description="Rumusan sasaran RPJMD")
    tujuan: Bulat = Field(title="Tujuan", description="Nomor tujuan")
    dilayani: YaTidak = Field(title="Dilayani", description="ya bila didukung perangkat daerah ini")


BUKU_PERMASALAHAN = Buku(
    "permasalahan",
    "Pemetaan permasalahan",
    (Lembar("Permasalahan", "permasalahan", Permasalahan, "Satu baris tiap masalah pokok", kunci="kode"),),
)
BUKU = Buku(
    "isu_strategis",
    "Penentuan isu strategis",
    (
        Lembar("Isu", "isu", Isu, "Satu baris tiap baris tabel isu strategis", kunci="kode"),
        Lembar("Analisis", "analisis_isu", Analisis, "Isu strategis hasil analisis", kunci="kode", urutan_bebas=True),
    ),
)
BUKU_RPJMD = Buku(
    "rpjmd",
    "Visi, misi, tujuan, dan sasaran RPJMD",
    (
        Lembar("Visi", "visi", Visi, "Satu baris tiap pokok visi", kunci="pokok"),
        Lembar("Misi", "misi", MisiRpjmd, "Misi RPJMD", kunci="nomor"),
        Lembar("Tujuan", "tujuan_rpjmd", TujuanRpjmd, "Tujuan RPJMD", kunci="nomor"),
        Lembar("Sasaran", "sasaran_rpjmd", SasaranRpjmd, "Sasaran RPJMD", kunci="nomor"),
    ),
)
