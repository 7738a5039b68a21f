"""Posts of the office and what the regulation lays down for each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.kolom import Baris, Kode, KodeBoleh, Rujukan, TeksBoleh, TeksWajib, pilihan
from generator.model.skema import Buku, Lembar

JENIS_TUGAS = ("tugas pokok", "fungsi", "rincian tugas", "sub rincian")


class Jabatan(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek, misalnya camat")
    nama: TeksWajib = Field(title="Jabatan", description="Nama jabatan sebagaimana dicetak")
    singkatan: TeksWajib = Field(title="Singkatan", description="Sebutan pendek dalam tabel, misalnya Kasubag …")
    unit: TeksBoleh = Field(title="Unit", description="Nama unit kerja yang dipimpin; kosong untuk pimpinan")
    atasan: Annotated[KodeBoleh, Rujukan("jabatan")] = Field(title="Atasan", description="Kode jabatan atasan langsung")
    dasar: TeksBoleh = Field(title="Dasar", description="Pasal yang mengatur, misalnya Pasal 2 ayat (2) huruf a")
    kedudukan: pilihan("lini", "staf") = Field(  # type: ignore[valid-type]
        title="Kedudukan", description="staf (misalnya sekretariat) digambar di samping garis komando"
    )


class Tugas(Baris):
    jabatan: Annotated[Kode, Rujukan("jabatan")] = Field(title="Jabatan", description="Kode jabatan di organisasi.xlsx")
    jenis: pilihan(*JENIS_TUGAS) = Field(  # type: ignore[valid-type]
        title="Jenis", description="sub rincian adalah bagian dari rincian tugas di atasnya"
    )
    uraian: TeksWajib = Field(title="Uraian", description="Bunyi peraturan, tanpa titik koma di akhir")


BUKU = Buku(
    "organisasi",
    "Susunan jabatan",
    (
        Lembar(
            "Jabatan",
            "jabatan",
            Jabatan,
            "Satu baris tiap jabatan, menurut urutan cetak",
            kunci="kode",
            nama_baris="nama",
            induk="atasan",
        ),
    ),
)
BUKU_TUGAS = Buku(
    "tugas_fungsi",
    "Tugas pokok, fungsi, dan rincian tugas tiap jabatan menurut peraturan",
    (Lembar("Tugas", "tugas", Tugas, "Satu baris tiap butir, menurut urutan cetak", kelompok=("jabatan", "jenis")),),
)
