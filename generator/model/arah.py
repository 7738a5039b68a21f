"""How the plan is to be reached: legal grounds of the tujuan, strategies, stages, policy directions, priorities."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.kolom import Baris, Kode, Rujukan, Tahun, TeksBoleh, TeksWajib
from generator.model.skema import Buku, Lembar


class Nspk(Baris):
    tujuan: Annotated[Kode, Rujukan("tujuan")] = Field(title="Tujuan", description="Kode tujuan di cascade.xlsx")
    peraturan: Annotated[Kode, Rujukan("peraturan")] = Field(
        title="Peraturan", description="Kode peraturan di dasar_hukum.xlsx"
    )
    penjelasan: TeksBoleh = Field(title="Penjelasan", description="Kata-kata sesudah judul peraturan, boleh kosong")


class Strategi(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek")
    sasaran: Annotated[Kode, Rujukan("sasaran")] = Field(title="Sasaran", description="Kode sasaran di cascade.xlsx")
    uraian: TeksWajib = Field(title="Strategi", description="Rumusan strategi")


class Tahapan(Baris):
    tahun: Tahun = Field(title="Tahun", description="Tahun tahapan")
    uraian: TeksWajib = Field(title="Tahapan", description="Rumusan tahapan")


class ArahKebijakan(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek")
    rpjmd: TeksBoleh = Field(title="Arah Kebijakan RPJMD", description="Kosong bila sama dengan baris di atasnya")
    renstra: TeksWajib = Field(title="Arah Kebijakan Renstra", description="Arah kebijakan perangkat daerah")
    keterangan: TeksBoleh = Field(title="Keterangan", description="Catatan, boleh kosong")


class OperasionalisasiNspk(Baris):
    arah_kebijakan: Annotated[Kode, Rujukan("arah_kebijakan")] = Field(
        title="Arah Kebijakan", description="Kode baris lembar Arah Kebijakan"
    )
    uraian: TeksWajib = Field(title="Uraian", description="Butir operasionalisasi NSPK")


class Prioritas(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek")
    program_prioritas: TeksWajib = Field(title="Program Prioritas", description="Program prioritas pembangunan daerah")
    kegiatan: Annotated[Kode, Rujukan("rencana")] = Field(
        title="Kegiatan", description="Kode kegiatan atau sub kegiatan di cascade.xlsx › Rencana"
    )
    keterangan: TeksBoleh = Field(title="Keterangan", description="Catatan, boleh kosong")


BUKU_TUJUAN = Buku(
    "tujuan_sasaran",
    "NSPK yang relevan dengan tujuan",
    (Lembar("NSPK", "nspk", Nspk, "Satu baris tiap peraturan", boleh_kosong=True),),
)
BUKU_STRATEGI = Buku(
    "strategi",
    "Strategi tiap sasaran",
    (Lembar("Strategi", "strategi", Strategi, "Strategi", kunci="kode", induk="sasaran"),),
)
BUKU_TAHAPAN = Buku(
    "penahapan",
    "Penahapan Renstra",
    (Lembar("Tahapan", "tahapan", Tahapan, "Satu baris tiap tahun", kunci="tahun", urutan_bebas=True),),
)
BUKU_ARAH = Buku(
    "arah_kebijakan",
    "Arah kebijakan Renstra",
    (
        Lembar("Arah Kebijakan", "arah_kebijakan", ArahKebijakan, "Satu baris tiap arah kebijakan", kunci="kode"),
        Lembar(
            "Operasionalisasi NSPK",
            "operasionalisasi_nspk",
            OperasionalisasiNspk,
            "Butir tiap baris",
            boleh_kosong=True,
            kelompok=("arah_kebijakan",),
        ),
    ),
)
BUKU_PRIORITAS = Buku(
    "prioritas",
    "Kegiatan yang mendukung program prioritas pembangunan daerah",
    (Lembar("Prioritas", "prioritas", Prioritas, "Satu baris tiap kegiatan", kunci="kode", boleh_kosong=True),),
)
