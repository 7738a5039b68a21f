"""A Renja as a workbook to copy into SIPD-RI: sub kegiatan on one sheet, sums of kegiatan and programs on the other.

Codes are text, amounts and targets numbers; what is not given is left blank, so nothing but data is copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.compute.butir import Butir
from generator.compute.renja import Renja
from generator.model.angka import Angka, Teks
from generator.sources.buku_baru import simpan

LEMBAR_SUB, LEMBAR_JUMLAH = "Sub Kegiatan", "Jumlah"
_UANG, _TEKS = "#,##0", "@"
_LEBAR = {"Kode": 20, "Nama": 60, "Indikator": 60, "Satuan": 14, "Lokasi": 24, "Sumber Dana": 20, "Tingkat": 14}
LEBAR_LAIN = 18


def tulis_sipd(r: Renja, path: Path) -> None:
    """Write the workbook; the same Renja gives the same bytes."""
    wb = Workbook()
    sub = wb.active
    assert isinstance(sub, Worksheet)
    sub.title = LEMBAR_SUB
    banyak = max((len(s.indikator) for s in r.subkegiatan), default=1)
    pagu = [f"Pagu {r.tahun.nilai}", f"Pagu {r.tahun_depan.nilai}"]
    judul = ["Kode", "Nama", "Indikator", "Satuan", "Target", *pagu, "Lokasi", "Sumber Dana", "Kelompok Sasaran"]
    lain = [f"{nama} {i}" for i in range(2, banyak + 1) for nama in ("Indikator", "Satuan", "Target")]
    _tulis(sub, [*judul, *lain], [_baris(s) for s in r.subkegiatan])
    _tulis(wb.create_sheet(LEMBAR_JUMLAH), ["Kode", "Nama", "Tingkat", *pagu], list(_jumlah(r)))
    simpan(wb, path)


def _baris(s: Butir) -> list[Any]:
    """A sub kegiatan; its first indicator in the columns that SIPD asks for, further ones behind all others."""
    pertama, *lain = [_ukuran(i.nama, i.satuan, i.target) for i in s.indikator] or [[None, None, None]]
    milik = [_teks(s.tempat), _teks(s.sumber_dana), _teks(s.kelompok_sasaran)]
    pagu = [_angka(s.pagu), _angka(s.prakiraan)]
    return [str(s.kode), str(s.nama), *pertama, *pagu, *milik, *(x for i in lain for x in i)]


def _ukuran(nama: Teks, satuan: Teks, target: Angka) -> list[Any]:
    return [str(nama), str(satuan), _angka(target)]


def _jumlah(r: Renja) -> Iterator[list[Any]]:
    """Programs with their kegiatan below them, then all together."""
    for p in r.program:
        for b in (p, *p.kegiatan):
            yield [str(b.kode), str(b.nama), b.tingkat, _angka(b.pagu), _angka(b.prakiraan)]
    yield [None, "Total", None, _angka(r.pagu), _angka(r.prakiraan)]


def _angka(a: Angka) -> int | float | None:
    return float(a.nilai) if isinstance(a.nilai, Decimal) else a.nilai


def _teks(t: Teks | None) -> str | None:
    return None if t is None else str(t)


def _tulis(ws: Worksheet, judul: Sequence[str], baris: Sequence[Sequence[Any]]) -> None:
    ws.append(list(judul))
    for b in baris:
        ws.append(list(b))
    ws.freeze_panes = "C2"
    for k, nama in enumerate(judul, 1):
        ws.cell(1, k).font = Font(bold=True)
        ws.cell(1, k).alignment = Alignment(wrap_text=True, vertical="center")
        ws.column_dimensions[get_column_letter(k)].width = _LEBAR.get(nama.rstrip(" 0123456789"), LEBAR_LAIN)
        for r in range(2, len(baris) + 2):
            sel = ws.cell(r, k)
            if isinstance(sel.value, str):
                sel.data_type, sel.number_format = "s", _TEKS
            elif nama.startswith("Pagu"):
                sel.number_format = _UANG
