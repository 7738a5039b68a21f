"""Past performance: indicators with targets and realisation per year, assets, partners."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.kolom import (
    Baris,
    Bulat,
    Kode,
    Pecahan,
    PecahanBoleh,
    PerTahun,
    Rujukan,
    TeksBoleh,
    TeksWajib,
)
from generator.model.skema import Buku, Lembar


class Capaian(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek, misalnya ikm")
    indikator: TeksWajib = Field(title="Indikator", description="Nama indikator sebagaimana dicetak")
    satuan: TeksWajib = Field(title="Satuan", description="Satuan, misalnya Nilai atau Persen")
    desimal: Bulat = Field(title="Desimal", description="Banyaknya angka di belakang koma yang dicetak")
    target_lain: TeksBoleh = Field(title="Target Indikator Lainnya", description="Target lain; kosong dicetak -")
    target: Annotated[dict[int, PecahanBoleh], PerTahun("Target")] = Field(description="Target Renstra tahun itu")
    realisasi: Annotated[dict[int, PecahanBoleh], PerTahun("Realisasi")] = Field(description="Realisasi tahun itu")
    keterangan: TeksBoleh = Field(title="Keterangan", description="Catatan kolom terakhir tabel")


class Unsur(Baris):
    unsur: TeksWajib = Field(title="Unsur", description="Unsur layanan dalam survei kepuasan masyarakat")


class SasaranLalu(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek")
    sasaran: TeksWajib = Field(title="Sasaran", description="Sasaran strategis Renstra periode sebelumnya")
    indikator: Annotated[Kode, Rujukan("capaian")] = Field(title="Indikator", description="Kode di lembar Indikator")


class ProgramPendukung(Baris):
    sasaran: Annotated[Kode, Rujukan("sasaran_lalu")] = Field(title="Sasaran", description="Kode sasaran")
    program: Annotated[Kode, Rujukan("nomenklatur")] = Field(title="Program", description="Kode program")


class Barang(Baris):
    kelompok: TeksWajib = Field(title="Kelompok", description="Kelompok barang; baris sekelompok berurutan")
    nama: TeksWajib = Field(title="Nama", description="Nama sarana atau prasarana")
    jumlah: Pecahan = Field(title="Jumlah", description="Banyaknya atau luasnya")
    satuan: TeksWajib = Field(title="Satuan", description="Satuan: Unit, Buah, Persil, M², …")


class Mitra(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek")
    nama: TeksWajib = Field(title="Nama", description="Nama mitra")
    peran: TeksWajib = Field(title="Peran", description="Peran mitra, dalam satu atau dua kalimat")


BUKU = Buku(
    "kinerja_pelayanan",
    "Capaian kinerja pelayanan pada Renstra sebelumnya",
    (
        Lembar(
            "Indikator",
            "capaian",
            Capaian,
            "Target dan realisasi tiap indikator per tahun",
            kunci="kode",
            nama_baris="indikator",
        ),
        Lembar("Unsur", "unsur", Unsur, "Unsur survei kepuasan masyarakat", kunci="unsur", boleh_kosong=True),
        Lembar("Sasaran Lalu", "sasaran_lalu", SasaranLalu, "Sasaran Renstra sebelumnya", kunci="kode"),
        Lembar("Program Pendukung", "program_pendukung", ProgramPendukung, "Program pendukung sasaran"),
    ),
)
BUKU_SARANA = Buku(
    "sarana", "Sarana dan prasarana", (Lembar("Sarana", "sarana", Barang, "Satu baris tiap jenis barang"),)
)
BUKU_MITRA = Buku(
    "mitra",
    "Mitra perangkat daerah",
    (Lembar("Mitra", "mitra", Mitra, "Satu baris tiap mitra", kunci="kode", nama_baris="nama"),),
)
