"""One year's workbook of the fictitious office, written sheet by sheet, and the names of its Renja."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kantor import KEPALA_BAB, Kantor

from generator.compute.konteks import Konteks
from generator.compute.renja import KonteksRenja
from generator.model.isi import Isi
from generator.model.renja import IsiRenja, berkas_renja, buku_renja
from generator.sources.buku_baru import judul_kolom, tulis_buku
from generator.sources.renja import baca_renja
from generator.tempat import Tempat, tempat_renja
from generator.temuan import Kumpulan

TEMPLAT = Path(__file__).resolve().parents[1] / "templates" / "renstra.docx"
NASKAH_RENJA = {
    "10-bab-1.md": KEPALA_BAB.format(judul="PENDAHULUAN", nomor=1)
    + "\n## Latar\n\nPagu tahun {{ renja.tahun }} {{ renja.pagu | rupiah }}.\n\n::: tanda-tangan kepala\n:::\n",
    "20-bab-2.md": KEPALA_BAB.format(judul="RENCANA", nomor=2)
    + "\n## Program\n\nLihat @tabel:tc-33.\n\n::: tabel tc-33\nRencana Tahun {{ renja.tahun }}\n:::\n",
}
KOLOM_SUB = ("Pagu", "Target", "Alasan", "Lokasi", "Sumber Dana", "Kelompok Sasaran", "Catatan")


def sub(kode: str, **isi: Any) -> list[Any]:
    """A row of the sheet of sub kegiatan: sub('2.23…', Pagu=1050, Alasan='…')."""
    return [kode, *(isi.get(k.replace(" ", "_")) for k in KOLOM_SUB)]


def tulis_renja(data: Path, tahun: int, **lembar: Sequence[Sequence[Any]]) -> Path:
    """Write the workbook; sheets by name with '_' for a blank, those not named empty but for their header."""
    path = data / berkas_renja(tahun)
    path.parent.mkdir(exist_ok=True)
    isi = {}
    for le in buku_renja(tahun).lembar:
        baris = lembar.get(le.nama.replace(" ", "_"))
        if le.tunggal and baris is not None:
            tertulis = {b[0]: b for b in baris}
            kunci = (n for n in le.baris.model_fields if n != "lokasi")
            isi[le.nama] = (judul_kolom(le), [tertulis.get(n, [n, None, None]) for n in kunci])
        elif baris is not None:
            isi[le.nama] = (judul_kolom(le), baris)
    kunci = (tahun, repr(isi))
    if kunci not in _tertulis:
        tulis_buku(buku_renja(tahun), path, isi)
        _tertulis[kunci] = path.read_bytes()
    path.write_bytes(_tertulis[kunci])
    return path


_tertulis: dict[tuple[int, str], bytes] = {}
"""The same rows are the same workbook; openpyxl takes longer to write it than all the rest of a test."""


def baca(data: Path, tahun: int, isi: Isi) -> tuple[IsiRenja | None, Kumpulan]:
    temuan = Kumpulan()
    return baca_renja(data, tahun, isi, temuan), temuan


def konteks_renja(kantor: Kantor, tahun: int, konteks: Konteks | None = None) -> KonteksRenja:
    """The names of a year's Renja, with the workbook that stands there, if any."""
    konteks = konteks or kantor.konteks()
    isi, temuan = baca(kantor.data, tahun, konteks.isi)
    assert not len(temuan), list(temuan)
    return KonteksRenja(konteks, isi, tahun)


def tempat(kantor: Kantor, tahun: int, kerangka: str = "86-2017") -> Tempat:
    """The place of the office's Renja, its chapters written."""
    folder = kantor.folder / "chapters" / "renja" / kerangka
    folder.mkdir(parents=True, exist_ok=True)
    for nama, isi in NASKAH_RENJA.items():
        (folder / nama).write_text(isi, encoding="utf-8")
    return tempat_renja(Tempat(kantor.folder, TEMPLAT, kantor.folder.parent / "build"), tahun)
