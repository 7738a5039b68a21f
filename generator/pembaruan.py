"""Bring the workbooks of a content folder up to date: what the program knows today and they lack is added.

In: the folder of workbooks. Out: what was added to each, all of them published together or none. Raises `GagalSusun`:
a workbook that cannot be edited, that is open elsewhere, or that changed meanwhile is named, and nothing is written.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.berkas import OBAT_FOLDER, Bacaan, BerkasDitolak, ada, akar_sumber, keluar_dari
from generator.keluaran import ruang_kerja, tanpa_gagal_tulis, terbitkan
from generator.model.isi import SEMUA_BUKU
from generator.model.renja import FOLDER, buku_renja
from generator.model.skema import Buku
from generator.sources.buku_baru import tulis_buku
from generator.sources.perbarui import perbarui_buku
from generator.sources.xlsx import BukuDitolak
from generator.temuan import GagalSusun, Kumpulan

_PEMEGANG = (("~${}", "Excel"), (".~lock.{}#", "LibreOffice"))
"""The file that a program puts beside a workbook which it has open."""


@dataclass(frozen=True)
class BukuBaru:
    """A workbook that is behind. `isi`: its bytes brought up to date, None where there was none; `sidik` of the old."""

    buku: Buku
    ditambah: tuple[str, ...]
    dibiarkan: tuple[str, ...]
    isi: bytes | None = None
    sidik: str = ""


def perbarui(data: Path, nama: str) -> list[BukuBaru]:
    """Bring all workbooks of a folder up to date; those that were behind. `nama`: what places call the folder."""
    temuan = Kumpulan()
    if keluar_dari(akar_sumber(data, nama), data):
        temuan.tambah("berkas-ditolak", nama, "folder itu tautan yang keluar dari folder isi", OBAT_FOLDER)
        raise GagalSusun(temuan)
    hasil = [b for buku in _semua(data) if (b := _periksa(buku, data, nama, temuan))]
    if temuan.galat:
        raise GagalSusun(temuan)
    if any(b.ditambah for b in hasil):
        with tanpa_gagal_tulis(temuan, data):
            _terbitkan([b for b in hasil if b.ditambah], data, nama)
    return hasil


def _semua(data: Path) -> Iterator[Buku]:
    yield from SEMUA_BUKU
    for path in sorted((data / FOLDER).glob("*.xlsx")):
        if re.fullmatch(r"[1-9]\d{3}", path.stem, re.ASCII):
            yield buku_renja(int(path.stem))


def _periksa(buku: Buku, data: Path, nama: str, temuan: Kumpulan) -> BukuBaru | None:
    """What is missing of a workbook; None where it is up to date."""
    path, berkas = data / buku.berkas, f"{nama}/{buku.berkas}"
    if not ada(path):
        return BukuBaru(buku, ("dibuat",), ())
    try:
        isi = Bacaan().baca(path, berkas)
        baru = perbarui_buku(buku, isi, berkas)
    except BerkasDitolak as e:
        temuan.tambah("berkas-ditolak", berkas, e.pesan, e.obat)
        return None
    except BukuDitolak as e:
        temuan.tambah(e.kode, berkas, e.pesan, e.obat)
        return None
    if baru.ditambah and path.is_symlink():
        pesan = "berkas itu tautan; yang diperbarui berkas aslinya"
        temuan.tambah("berkas-ditolak", berkas, pesan, "Ganti tautan itu dengan berkas aslinya.")
    if baru.ditambah and (pemegang := _terbuka(path)):
        pesan = f"sedang terbuka di {pemegang}"
        temuan.tambah("tidak-tertulis", berkas, pesan, f"Simpan dan tutup buku itu di {pemegang}, lalu ulangi.")
    if not baru.ditambah and not baru.dibiarkan:
        return None
    return BukuBaru(buku, tuple(baru.ditambah), tuple(baru.dibiarkan), baru.isi, _sidik(isi))


def _terbuka(path: Path) -> str:
    """The program that has a workbook open, told by the file that it puts beside it; ''."""
    return next((p for pola, p in _PEMEGANG if os.path.lexists(path.with_name(pola.format(path.name)))), "")


def _terbitkan(semua: list[BukuBaru], data: Path, nama: str) -> None:
    with ruang_kerja(data) as ruang:
        for b in semua:
            sebelah, lama = ruang.folder / b.buku.berkas, data / b.buku.berkas
            sebelah.parent.mkdir(exist_ok=True)
            if b.isi is None:
                tulis_buku(b.buku, sebelah, {})
            else:
                sebelah.write_bytes(b.isi)
                shutil.copymode(lama, sebelah)

        def masih_sama() -> bool:
            return all(_sidik_kini(data / b.buku.berkas) == b.sidik for b in semua)

        if not terbitkan(ruang, [b.buku.berkas for b in semua], data, bila=masih_sama):
            temuan = Kumpulan()
            berubah = [b for b in semua if _sidik_kini(data / b.buku.berkas) != b.sidik]
            for b in berubah or semua:
                temuan.tambah("tidak-tertulis", f"{nama}/{b.buku.berkas}", "berubah selagi diperbarui", "Ulangi.")
            raise GagalSusun(temuan)


def _sidik(isi: bytes) -> str:
    return hashlib.sha256(isi).hexdigest()


def _sidik_kini(path: Path) -> str:
    return _sidik(path.read_bytes()) if ada(path) else ""
