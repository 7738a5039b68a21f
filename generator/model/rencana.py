"""The plan: tujuan, sasaran, program, kegiatan, sub kegiatan, their indicators with targets, and pagu (Rupiah).

One tree, keyed by code. Names stand in the nomenclature only, pagu at sub kegiatan only; labels and sums are computed.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.anggaran import Nomenklatur
from generator.model.kolom import (
    Baris,
    Bulat,
    Kode,
    KodeBoleh,
    PecahanBoleh,
    PerTahun,
    Rujukan,
    Rupiah,
    TeksBoleh,
    TeksWajib,
)
from generator.model.skema import Buku, Lembar


class Tujuan(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek; label T1, T2, … dihitung")
    uraian: TeksWajib = Field(title="Tujuan", description="Rumusan tujuan Renstra")


class Sasaran(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek; label S1.1, S1.2, … dihitung")
    tujuan: Annotated[Kode, Rujukan("tujuan")] = Field(title="Tujuan", description="Kode tujuan")
    uraian: TeksWajib = Field(title="Sasaran", description="Rumusan sasaran Renstra")


class Rencana(Baris):
    kode: Annotated[Kode, Rujukan("nomenklatur")] = Field(
        title="Kode", description="Kode program, kegiatan, atau sub kegiatan dalam Renstra ini"
    )
    sasaran: Annotated[KodeBoleh, Rujukan("sasaran")] = Field(
        title="Sasaran", description="Kode sasaran yang didukung; hanya untuk program"
    )
    uraian: TeksWajib = Field(title="Uraian", description="Outcome program, atau output kegiatan dan sub kegiatan")
    penanggung_jawab: Annotated[KodeBoleh, Rujukan("jabatan")] = Field(
        title="Penanggung Jawab", description="Kode jabatan di organisasi.xlsx; kosong bila belum ditetapkan"
    )


class Indikator(Baris):
    kode: Kode = Field(title="Kode", description="Kode indikator yang unik, misalnya kode yang diukurnya")
    milik: Kode = Field(title="Milik", description="Kode tujuan, sasaran, program, kegiatan, atau sub kegiatan")
    nama: TeksWajib = Field(title="Indikator", description="Nama indikator tanpa satuannya; hanya ditulis di sini")
    satuan: TeksWajib = Field(title="Satuan", description="Satuan, misalnya %, Nilai, atau Dokumen")
    desimal: Bulat = Field(title="Desimal", description="Banyaknya angka di belakang koma yang dicetak")
    baseline: PecahanBoleh = Field(title="Baseline", description="Keadaan pada tahun dasar di profil.xlsx")
    target: Annotated[dict[int, PecahanBoleh], PerTahun("Target")] = Field(description="Target tahun itu")
    keterangan: TeksBoleh = Field(title="Keterangan", description="Catatan kolom terakhir tabel, boleh kosong")


class Pagu(Baris):
    kode: Annotated[Kode, Rujukan("rencana")] = Field(title="Kode", description="Kode sub kegiatan")
    pagu: Annotated[dict[int, Rupiah], PerTahun("Pagu")] = Field(description="Pagu indikatif tahun itu")


class KontrolPagu(Baris):
    """Sums known from elsewhere (an adopted document, SIPD) that the computed ones must equal."""

    kode: Kode = Field(title="Kode", description="Kode program atau kegiatan, atau total")
    pagu: Annotated[dict[int, Rupiah], PerTahun("Pagu")] = Field(
        description="Jumlah pagu yang seharusnya; kosong bila tidak diperiksa"
    )


BUKU = Buku(
    "cascade",
    "Tujuan, sasaran, program, kegiatan, dan sub kegiatan dengan indikatornya",
    (
        Lembar("Tujuan", "tujuan", Tujuan, "Tujuan Renstra, menurut urutan cetak", kunci="kode", nama_baris="uraian"),
        Lembar(
            "Sasaran",
            "sasaran",
            Sasaran,
            "Sasaran Renstra, menurut urutan cetak",
            kunci="kode",
            nama_baris="uraian",
            induk="tujuan",
            kelompok=("tujuan",),
        ),
        Lembar(
            "Nomenklatur",
            "nomenklatur",
            Nomenklatur,
            "Satu baris tiap kode, urut menurut kode",
            kunci="kode",
            nama_baris="nama",
            urutan_bebas=True,
        ),
        Lembar(
            "Rencana",
            "rencana",
            Rencana,
            "Satu baris tiap kode yang ada dalam Renstra ini",
            kunci="kode",
            induk="sasaran",
            urutan_bebas=True,
        ),
        Lembar(
            "Indikator",
            "indikator",
            Indikator,
            "Satu baris tiap indikator",
            kunci="kode",
            nama_baris="nama",
            induk="milik",
            kelompok=("milik",),
        ),
    ),
)
BUKU_PENDANAAN = Buku(
    "pendanaan",
    "Pagu indikatif per sub kegiatan; kegiatan, program, dan total dihitung",
    (
        Lembar("Pagu", "pagu", Pagu, "Satu baris tiap sub kegiatan", kunci="kode", urutan_bebas=True),
        Lembar(
            "Kontrol",
            "kontrol_pagu",
            KontrolPagu,
            "Jumlah pembanding",
            kunci="kode",
            boleh_kosong=True,
            urutan_bebas=True,
            tentang="nomenklatur",
        ),
    ),
)
