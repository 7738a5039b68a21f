"""What workbooks a plan is made of: books, their sheets, and the field of `Isi` that each sheet fills."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.kolom import Baris


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet. `medan`: the field of `Isi`; `kunci`: the field that must be unique.

    `tunggal`: a key/value sheet (columns Kunci, Nilai, Keterangan) that fills one record of `baris`. `bantuan`: columns
    that only help whoever fills the sheet in; they are not read.
    """

    nama: str
    medan: str
    baris: type[Baris]
    uraian: str
    kunci: str = ""
    tunggal: bool = False
    boleh_kosong: bool = False
    bantuan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Buku:
    """A workbook `content/data/<nama>.xlsx`."""

    nama: str
    uraian: str
    lembar: tuple[Lembar, ...]

    @property
    def berkas(self) -> str:
        return f"{self.nama}.xlsx"
