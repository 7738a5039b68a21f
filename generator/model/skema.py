"""What workbooks a plan is made of: books, their sheets, and the field of `Isi` that each sheet fills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.kolom import Baris


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet. `medan`: the field of `Isi`; `kunci`: the field that must be unique.

    `tunggal`: a key/value sheet (columns Kunci, Nilai, Keterangan) that fills one record of `baris`. `bantuan`: columns
    that only help whoever fills the sheet in; they are not read.

    What two versions of a row are compared by, as fields of `baris`: `nama_baris` is what the row is called (others are
    called as the code that they are about), `induk` to what it belongs: another value moves the row. `tentang`: the
    field of `Isi` whose codes the keys are, where the type of the key does not say so (those of 'total' beside codes).
    The document prints rows in the order of the sheet, among rows of the same values of `kelompok` only, or sorts or
    looks them up itself: `urutan_bebas`.
    """

    nama: str
    medan: str
    baris: type[Baris]
    uraian: str
    kunci: str = ""
    tunggal: bool = False
    boleh_kosong: bool = False
    bantuan: tuple[str, ...] = ()
    nama_baris: str = ""
    induk: str = ""
    tentang: str = ""
    kelompok: tuple[str, ...] = ()
    urutan_bebas: bool = False


@dataclass(frozen=True, slots=True)
class Buku:
    """A workbook `content/data/<nama>.xlsx`."""

    nama: str
    uraian: str
    lembar: tuple[Lembar, ...]

    @property
    def berkas(self) -> str:
        return f"{self.nama}.xlsx"


def metadata(medan: FieldInfo, jenis: type[Any]) -> Any:
    """The mark of a type (PerTahun, KolomBebas, Rujukan, Bentuk) on a field, or None."""
    tumpukan: list[Any] = [*medan.metadata, medan.annotation]
    while tumpukan:
        m = tumpukan.pop(0)
        if isinstance(m, jenis):
            return m
        if get_origin(m) is not None:
            tumpukan.extend([*getattr(m, "__metadata__", ()), *get_args(m)])
    return None
