"""Staff: one month's state, as matrices of counts (persons)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.angka import Angka
from generator.model.kolom import Baris, BulanWajib, BulatBoleh, KolomBebas, TeksWajib
from generator.model.skema import Buku, Lembar

Sel2D = Annotated[dict[str, BulatBoleh], KolomBebas()]


class Keadaan(Baris):
    per: BulanWajib = Field(description="Bulan keadaan pegawai")


class BarisMatriks(Baris):
    """A row of counts by column header. A header 'Kelompok: Nama' puts the column under a common heading."""

    nama: TeksWajib
    sel: Sel2D = Field(
        title="(kolom lain)",
        description="Banyaknya; kosong bila tidak berlaku, 0 bila nihil. Judul 'Eselon: III.A' berarti kolom III.A "
        "di bawah judul bersama Eselon. Jumlah dihitung, jangan diketik",
    )

    @property
    def nilai(self) -> tuple[Angka, ...]:
        return tuple(self.sel.values())


class Golongan(BarisMatriks):
    nama: TeksWajib = Field(title="Kelompok", description="Golongan, PPPK, atau kelompok lain")


class Pendidikan(BarisMatriks):
    nama: TeksWajib = Field(title="Kelompok", description="Golongan, PPPK, atau kelompok lain")


class JabatanPegawai(BarisMatriks):
    nama: TeksWajib = Field(title="Jabatan", description="Jenis jabatan")


class Status(BarisMatriks):
    nama: TeksWajib = Field(title="Status Kepegawaian", description="Status kepegawaian")


class Diklat(BarisMatriks):
    nama: TeksWajib = Field(title="Jenis Diklat", description="Jenis diklat")


BUKU = Buku(
    "pegawai",
    "Keadaan pegawai",
    (
        Lembar("Keadaan", "keadaan_pegawai", Keadaan, "Waktu data", tunggal=True),
        Lembar(
            "Golongan", "pegawai_golongan", Golongan, "Pegawai menurut golongan ruang", kunci="nama", nama_baris="nama"
        ),
        Lembar(
            "Pendidikan",
            "pegawai_pendidikan",
            Pendidikan,
            "Pegawai menurut pendidikan",
            kunci="nama",
            nama_baris="nama",
        ),
        Lembar(
            "Jabatan",
            "pegawai_jabatan",
            JabatanPegawai,
            "Pegawai menurut jabatan dan eselon",
            kunci="nama",
            nama_baris="nama",
        ),
        Lembar(
            "Status", "pegawai_status", Status, "Pegawai menurut status kepegawaian", kunci="nama", nama_baris="nama"
        ),
        Lembar(
            "Diklat", "pegawai_diklat", Diklat, "Pegawai menurut diklat penjenjangan", kunci="nama", nama_baris="nama"
        ),
    ),
)
