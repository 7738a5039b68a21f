"""The workbook of one year's Renja: what the Renstra does not say of that year. All of it is optional.

`buku_renja(2027)` describes content/data/renja/2027.xlsx. Where a cell of pagu or target is blank the Renstra's holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from pydantic import Field, create_model

from generator.model.kolom import (
    Baris,
    Kode,
    KodeBoleh,
    PecahanBoleh,
    Rujukan,
    Rupiah,
    TanggalBoleh,
    TeksBoleh,
    TeksWajib,
    pilihan,
)
from generator.model.skema import Buku, Lembar

FOLDER = "renja"  # in content/data
ASAL_USULAN = ("musrenbang", "pokir", "lainnya")


class Umum(Baris):
    tanggal: TanggalBoleh = Field(description="Tanggal penandatanganan Renja; kosong bila belum ditetapkan")
    rkpd: TeksBoleh = Field(description="Sebutan RKPD tahun itu atau rancangan awalnya, boleh kosong")
    tanggal_pk: TanggalBoleh = Field(description="Tanggal perjanjian kinerja; kosong bila belum ditetapkan")
    kepala_daerah: TeksBoleh = Field(description="Nama kepala daerah dalam perjanjian kinerja; kosong bila belum ada")


class RencanaTahun(Baris):
    """A sub kegiatan in the year. `tempat` is where it is carried out (`lokasi` is the row's own cell)."""

    kode: Annotated[Kode, Rujukan("rencana")] = Field(title="Kode", description="Kode sub kegiatan")
    pagu: Rupiah = Field(
        title="Pagu", description="Pagu tahun itu bila berbeda dari Renstra; kosong berarti sama dengan Renstra"
    )
    target: PecahanBoleh = Field(
        title="Target",
        description="Target indikator pertama bila berbeda dari Renstra; indikator lain di lembar Target",
    )
    alasan: TeksBoleh = Field(title="Alasan", description="Mengapa pagu atau target berbeda; wajib bila berbeda")
    tempat: TeksBoleh = Field(title="Lokasi", description="Lokasi pelaksanaan")
    sumber_dana: TeksBoleh = Field(title="Sumber Dana", description="Sumber dana, misalnya PAD atau DAU")
    kelompok_sasaran: TeksBoleh = Field(title="Kelompok Sasaran", description="Kelompok sasaran penerima manfaat")
    catatan: TeksBoleh = Field(title="Catatan", description="Catatan penting, boleh kosong")


class TargetTahun(Baris):
    indikator: Annotated[Kode, Rujukan("indikator")] = Field(
        title="Indikator", description="Kode indikator di cascade.xlsx › Indikator"
    )
    target: PecahanBoleh = Field(
        title="Target", description="Target tahun itu bila berbeda dari Renstra; kosong berarti sama dengan Renstra"
    )
    alasan: TeksBoleh = Field(title="Alasan", description="Mengapa target berbeda; wajib bila berbeda")


class Realisasi(Baris):
    """An indicator's past. n is the Renja's year; `buku_renja` puts the years into the headers."""

    indikator: Annotated[Kode, Rujukan("indikator")] = Field(
        title="Indikator", description="Kode indikator di cascade.xlsx › Indikator"
    )
    realisasi_awal: PecahanBoleh = Field(title="Realisasi s.d. n-3", description="")
    target_evaluasi: PecahanBoleh = Field(title="Target n-2", description="")
    realisasi_evaluasi: PecahanBoleh = Field(title="Realisasi n-2", description="")
    target_lalu: PecahanBoleh = Field(title="Target n-1", description="")
    perkiraan_lalu: PecahanBoleh = Field(title="Perkiraan n-1", description="")
    catatan: TeksBoleh = Field(title="Catatan", description="Catatan analisis, boleh kosong")


class Usulan(Baris):
    kode: Annotated[KodeBoleh, Rujukan("nomenklatur")] = Field(
        title="Kode", description="Kode program, kegiatan, atau sub kegiatan yang menampungnya; kosong bila belum ada"
    )
    usulan: TeksWajib = Field(title="Usulan", description="Program atau kegiatan yang diusulkan")
    asal: pilihan(*ASAL_USULAN) = Field(title="Asal", description="Siapa yang mengusulkan")  # type: ignore[valid-type]
    tempat: TeksBoleh = Field(title="Lokasi", description="Lokasi yang diusulkan")
    indikator: TeksBoleh = Field(title="Indikator", description="Indikator kinerja")
    volume: TeksBoleh = Field(title="Volume", description="Besaran atau volume dengan satuannya")
    catatan: TeksBoleh = Field(title="Catatan", description="Catatan, misalnya hasil penelaahan")


class Rkpd(Baris):
    kode: Annotated[Kode, Rujukan("rencana")] = Field(title="Kode", description="Kode sub kegiatan")
    tempat: TeksBoleh = Field(title="Lokasi", description="Lokasi menurut rancangan awal RKPD")
    indikator: TeksBoleh = Field(title="Indikator", description="Indikator menurut rancangan awal RKPD")
    target: TeksBoleh = Field(title="Target", description="Target menurut rancangan awal RKPD dengan satuannya")
    pagu: Rupiah = Field(title="Pagu", description="Pagu indikatif menurut rancangan awal RKPD")
    kebutuhan: Rupiah = Field(
        title="Kebutuhan Dana", description="Kebutuhan dana hasil analisis; kosong berarti sama dengan pagu Renja"
    )
    catatan: TeksBoleh = Field(title="Catatan", description="Catatan penting, boleh kosong")

    @property
    def terisi(self) -> bool:
        """It says anything of the RKPD's draft."""
        return bool(self.tempat or self.indikator or self.target or self.pagu.nilai is not None)


class Inovasi(Baris):
    nama: TeksWajib = Field(title="Nama", description="Nama inovasi")
    uraian: TeksWajib = Field(title="Uraian", description="Uraian singkat inovasi")
    keterangan: TeksBoleh = Field(title="Keterangan", description="Keterangan, boleh kosong")


@dataclass(frozen=True, slots=True)
class IsiRenja:
    """All rows of one year's workbook."""

    umum: Umum
    rencana_tahun: tuple[RencanaTahun, ...]
    target_tahun: tuple[TargetTahun, ...]
    realisasi: tuple[Realisasi, ...]
    usulan: tuple[Usulan, ...]
    rkpd: tuple[Rkpd, ...]
    inovasi: tuple[Inovasi, ...]


def berkas_renja(tahun: int) -> str:
    """The workbook's path below content/data: 'renja/2027.xlsx'."""
    return f"{FOLDER}/{tahun}.xlsx"


@lru_cache
def buku_renja(tahun: int) -> Buku:
    """The workbook of year n, its headers of past years spelled out."""
    return Buku(
        f"{FOLDER}/{tahun}",
        f"Masukan Renja tahun {tahun}",
        (
            Lembar("Umum", "umum", Umum, "Penandatanganan dan sebutan RKPD", tunggal=True),
            Lembar(
                "Sub Kegiatan",
                "rencana_tahun",
                RencanaTahun,
                "Satu baris tiap sub kegiatan; nama dan angka Renstra dicantumkan sebagai bantuan",
                kunci="kode",
                boleh_kosong=True,
                bantuan=(NAMA_BANTUAN, f"Pagu Renstra {tahun}", f"Target Renstra {tahun}", "Satuan"),
                urutan_bebas=True,
            ),
            Lembar(
                "Target",
                "target_tahun",
                TargetTahun,
                "Satu baris tiap indikator selain indikator pertama sub kegiatan",
                kunci="indikator",
                boleh_kosong=True,
                bantuan=(NAMA_BANTUAN, f"Target Renstra {tahun}", "Satuan"),
                urutan_bebas=True,
            ),
            Lembar(
                "Realisasi",
                "realisasi",
                _realisasi(tahun),
                "Capaian tahun-tahun sebelumnya; target kosong berarti sama dengan Renstra",
                kunci="indikator",
                boleh_kosong=True,
                bantuan=(NAMA_BANTUAN, "Satuan"),
                urutan_bebas=True,
            ),
            Lembar("Usulan", "usulan", Usulan, "Usulan pemangku kepentingan; kosong dicetak NIHIL", boleh_kosong=True),
            Lembar(
                "RKPD",
                "rkpd",
                Rkpd,
                "Rancangan awal RKPD menurut sub kegiatan",
                kunci="kode",
                boleh_kosong=True,
                bantuan=(NAMA_BANTUAN,),
                urutan_bebas=True,
            ),
            Lembar("Inovasi", "inovasi", Inovasi, "Inovasi perangkat daerah; kosong dicetak NIHIL", boleh_kosong=True),
        ),
    )


NAMA_BANTUAN = "Nama (bantuan)"


def _realisasi(tahun: int) -> type[Realisasi]:
    """The row type of the sheet Realisasi for year n: 'Realisasi s.d. 2024', 'Target 2025', …"""
    awal, evaluasi, lalu = tahun - 3, tahun - 2, tahun - 1
    kolom = {
        "realisasi_awal": (f"Realisasi s.d. {awal}", f"Realisasi kumulatif sejak awal Renstra sampai tahun {awal}"),
        "target_evaluasi": (f"Target {evaluasi}", f"Target Renja tahun {evaluasi} bila berbeda dari Renstra"),
        "realisasi_evaluasi": (f"Realisasi {evaluasi}", f"Realisasi Renja tahun {evaluasi}"),
        "target_lalu": (f"Target {lalu}", f"Target Renja tahun berjalan ({lalu}) bila berbeda dari Renstra"),
        "perkiraan_lalu": (f"Perkiraan {lalu}", f"Perkiraan realisasi tahun {lalu}, dipakai tabel T-C.30"),
    }
    medan = {n: (PecahanBoleh, Field(title=judul, description=uraian)) for n, (judul, uraian) in kolom.items()}
    return create_model(f"Realisasi{tahun}", __base__=Realisasi, **medan)  # type: ignore[call-overload, no-any-return]
