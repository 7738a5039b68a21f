"""A Renja as a workbook to copy into SIPD-RI: sub kegiatan on one sheet, sums of kegiatan and programs on the other.

Codes are text, amounts and targets numbers; what is not given is left blank, so nothing but data is copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.compute.butir import Butir
from generator.compute.renja import Renja
from generator.model.angka import Angka, Teks
from generator.writers.xlsx import Kolom, LembarKerja, NilaiSel, tulis_xlsx

LEMBAR_SUB, LEMBAR_JUMLAH = "Sub Kegiatan", "Jumlah"
BEKU = 2
"""Columns that stay in sight: code and name."""
_LEBAR = {"Kode": 20, "Nama": 60, "Indikator": 60, "Satuan": 14, "Lokasi": 24, "Sumber Dana": 20, "Tingkat": 14}
LEBAR_LAIN = 18


def tulis_sipd(r: Renja, path: Path) -> None:
    """Write the workbook; the same Renja gives the same bytes."""
    banyak = max((len(s.indikator) for s in r.subkegiatan), default=1)
    pagu = (f"Pagu {r.tahun.nilai}", f"Pagu {r.tahun_depan.nilai}")
    judul = ("Kode", "Nama", "Indikator", "Satuan", "Target", *pagu, "Lokasi", "Sumber Dana", "Kelompok Sasaran")
    lain = (f"{nama} {i}" for i in range(2, banyak + 1) for nama in ("Indikator", "Satuan", "Target"))
    sub = _lembar(LEMBAR_SUB, (*judul, *lain), [_baris(s) for s in r.subkegiatan])
    jumlah = _lembar(LEMBAR_JUMLAH, ("Kode", "Nama", "Tingkat", *pagu), list(_jumlah(r)))
    path.write_bytes(tulis_xlsx((sub, jumlah)))


def _lembar(nama: str, judul: Sequence[str], baris: Sequence[Sequence[NilaiSel]]) -> LembarKerja:
    kolom = [
        Kolom(j, _LEBAR.get(j.rstrip(" 0123456789"), LEBAR_LAIN), "rupiah" if j.startswith("Pagu") else "teks")
        for j in judul
    ]
    return LembarKerja(nama, kolom, [(*b, *(None,) * (len(judul) - len(b))) for b in baris], BEKU)


def _baris(s: Butir) -> list[NilaiSel]:
    """A sub kegiatan; its first indicator in the columns that SIPD asks for, further ones behind all others."""
    pertama, *lain = [_ukuran(i.nama, i.satuan, i.target) for i in s.indikator] or [[None, None, None]]
    milik = [_teks(s.tempat), _teks(s.sumber_dana), _teks(s.kelompok_sasaran)]
    pagu = [s.pagu.nilai, s.prakiraan.nilai]
    return [str(s.kode), str(s.nama), *pertama, *pagu, *milik, *(x for i in lain for x in i)]


def _ukuran(nama: Teks, satuan: Teks, target: Angka) -> list[NilaiSel]:
    return [str(nama), str(satuan), target.nilai]


def _jumlah(r: Renja) -> Iterator[list[NilaiSel]]:
    """Programs with their kegiatan below them, then all together."""
    for p in r.program:
        for b in (p, *p.kegiatan):
            yield [str(b.kode), str(b.nama), b.tingkat, b.pagu.nilai, b.prakiraan.nilai]
    yield [None, "Total", None, r.pagu.nilai, r.prakiraan.nilai]


def _teks(t: Teks | None) -> str | None:
    return None if t is None else str(t)
