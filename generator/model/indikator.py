"""What measures the plan: IKU, IKK, and the operational definition of each indicator with its formula and scales."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.kolom import (
    Baris,
    Kode,
    PecahanBoleh,
    PerTahun,
    Rujukan,
    TeksBoleh,
    TeksWajib,
    YaTidak,
    pilihan,
)
from generator.model.skema import Buku, Lembar

SISIPAN = ("interval AKIP", "skala IKM", "unsur layanan")


class Iku(Baris):
    indikator: Annotated[Kode, Rujukan("indikator")] = Field(
        title="Indikator", description="Kode indikator di cascade.xlsx › Indikator"
    )
    keterangan: TeksBoleh = Field(title="Keterangan", description="Catatan, boleh kosong")


class Ikk(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek")
    nama: TeksWajib = Field(title="Indikator", description="Nama indikator kinerja kunci")
    satuan: TeksWajib = Field(title="Satuan", description="Satuan")
    target: Annotated[dict[int, PecahanBoleh], PerTahun("Target")] = Field(description="Target tahun itu")
    keterangan: TeksBoleh = Field(title="Keterangan", description="Catatan, boleh kosong")


class PernyataanIkk(Baris):
    nihil: YaTidak = Field(description="ya bila perangkat daerah ini tidak mempunyai IKK")
    penjelasan: TeksBoleh = Field(description="Penjelasan yang dicetak di bawah NIHIL; wajib bila nihil ya")


class Definisi(Baris):
    indikator: Annotated[Kode, Rujukan("indikator")] = Field(
        title="Indikator", description="Kode indikator di cascade.xlsx › Indikator"
    )
    interpretasi: TeksWajib = Field(title="Interpretasi", description="Arti indikator")
    sumber_data: TeksWajib = Field(title="Sumber Data", description="Sumber data")
    penanggung_jawab: TeksWajib = Field(title="Penanggung Jawab", description="Perangkat daerah penanggung jawab")


class Rumus(Baris):
    indikator: Annotated[Kode, Rujukan("indikator")] = Field(title="Indikator", description="Kode indikator")
    keterangan: TeksBoleh = Field(title="Keterangan", description="Kata-kata sebelum rumus")
    rumus: TeksBoleh = Field(title="Rumus", description="Rumus dalam LaTeX; lihat docs/panduan.md")
    sisipan: pilihan("-", *SISIPAN) = Field(  # type: ignore[valid-type]
        title="Sisipan",
        description="Tabel kecil di bawah rumus: lembar AKIP, lembar IKM, atau unsur layanan; - bila tidak",
    )


class PredikatAkip(Baris):
    predikat: TeksWajib = Field(title="Predikat", description="Predikat, misalnya AA")
    interval: TeksWajib = Field(title="Interval", description="Interval nilai, misalnya 90 – 100")
    sebutan: TeksWajib = Field(title="Sebutan", description="Sebutan predikat")
    penjelasan: TeksWajib = Field(title="Penjelasan", description="Penjelasan predikat")


class SkalaIkm(Baris):
    nilai: TeksWajib = Field(title="Nilai Persepsi", description="Nilai persepsi, misalnya 1")
    interval: TeksWajib = Field(title="Interval", description="Nilai interval")
    konversi: TeksWajib = Field(title="Konversi", description="Nilai interval konversi")
    mutu: TeksWajib = Field(title="Mutu", description="Mutu pelayanan")
    kinerja: TeksWajib = Field(title="Kinerja", description="Kinerja unit pelayanan")


BUKU_IKU = Buku(
    "iku",
    "Indikator kinerja utama",
    (Lembar("IKU", "iku", Iku, "Satu baris tiap indikator; nama dan target tidak diketik lagi", kunci="indikator"),),
)
BUKU_IKK = Buku(
    "ikk",
    "Indikator kinerja kunci",
    (
        Lembar("Pernyataan", "pernyataan_ikk", PernyataanIkk, "Nihil atau tidak", tunggal=True),
        Lembar(
            "IKK",
            "ikk",
            Ikk,
            "Satu baris tiap indikator kinerja kunci",
            kunci="kode",
            boleh_kosong=True,
            nama_baris="nama",
        ),
    ),
)
BUKU_DEFINISI = Buku(
    "definisi_operasional",
    "Definisi operasional indikator",
    (
        Lembar(
            "Definisi",
            "definisi",
            Definisi,
            "Satu baris tiap indikator",
            kunci="indikator",
            boleh_kosong=True,
            urutan_bebas=True,
        ),
        Lembar(
            "Rumus",
            "rumus",
            Rumus,
            "Langkah penghitungan, menurut urutan cetak",
            boleh_kosong=True,
            kelompok=("indikator",),
        ),
        Lembar("AKIP", "predikat_akip", PredikatAkip, "Interval nilai AKIP", boleh_kosong=True),
        Lembar("IKM", "skala_ikm", SkalaIkm, "Nilai persepsi, interval, mutu, dan kinerja", boleh_kosong=True),
    ),
)
