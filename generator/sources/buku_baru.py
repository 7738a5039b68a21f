"""Make workbooks for planners: "Petunjuk", frozen headers, widths, number formats, drop-down lists, codes as text.

The columns come from the row types of the model, so a workbook and what the reader expects cannot differ.
"""

from __future__ import annotations

import datetime
import io
import re
import textwrap
import zipfile
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from pydantic.fields import FieldInfo

from generator.model.kolom import Bentuk, KolomBebas, PerTahun, Rujukan
from generator.model.skema import Buku, Lembar, metadata
from generator.sources.buku import KOLOM_TUNGGAL, PETUNJUK, tempat_medan

IsiLembar = tuple[Sequence[str], Sequence[Sequence[Any]]]

_KEPALA = PatternFill("solid", fgColor="D9E2EC")
_BANTUAN = PatternFill("solid", fgColor="F2F2F2")
_ABU = "595959"
BARIS_KEPALA, LEBAR_PETUNJUK = 5, (20, 30, 70, 45, 70)
URAIAN_BANTUAN = "Bantuan bagi pengisi; tidak dibaca program"
_SISI = Side("thin", color="B8C4CE")
_GARIS = Border(left=_SISI, right=_SISI, top=_SISI, bottom=_SISI)
_WAKTU = datetime.datetime(2025, 1, 1)


def judul_kolom(lembar: Lembar, tahun: Sequence[int] = ()) -> list[str]:
    """The headers of a sheet; year columns for the given years; free columns are left to the caller."""
    if lembar.tunggal:
        return list(KOLOM_TUNGGAL)
    judul: list[str] = []
    for nama, medan in lembar.baris.model_fields.items():
        if nama == "lokasi" or metadata(medan, KolomBebas):
            continue
        per_tahun = metadata(medan, PerTahun)
        judul += [f"{per_tahun.judul} {t}" for t in tahun] if per_tahun else [medan.title or nama]
    return judul


def medan_kolom(lembar: Lembar, judul: str) -> FieldInfo | None:
    """The field that a column of that header fills."""
    bebas = None
    for medan in lembar.baris.model_fields.values():
        per_tahun = metadata(medan, PerTahun)
        if medan.title == judul or (per_tahun and judul.startswith(per_tahun.judul + " ")):
            return medan
        if metadata(medan, KolomBebas):
            bebas = medan
    return bebas


def lebar_kolom(panjang: int) -> int:
    """The width of a column whose longest content has that many characters."""
    return min(max(panjang + 2, 9), 60)


def baris_turun(terisi: int) -> int:
    """Down to which row a column offers its values."""
    return max(terisi + 200, 500)


def keterangan_kunci(medan: FieldInfo) -> str:
    """What a key/value sheet says beside a key."""
    return textwrap.shorten(medan.description or "", 200)


def _aman(nilai: Any) -> Any:
    """Text that a spreadsheet would take for a formula is kept as text."""
    if isinstance(nilai, Decimal):
        return float(nilai)
    return nilai


def _tulis_lembar(ws: Worksheet, lembar: Lembar, judul: Sequence[str], baris: Sequence[Sequence[Any]]) -> None:
    ws.append(list(judul))
    for b in baris:
        ws.append([_aman(n) for n in b])
    ws.freeze_panes = "C2" if len(judul) > 5 and not lembar.tunggal else "A2"
    for k, nama in enumerate(judul, 1):
        bantu = nama in lembar.bantuan
        medan = None if lembar.tunggal or bantu else medan_kolom(lembar, nama)
        bentuk = metadata(medan, Bentuk) if medan else None
        kepala = ws.cell(1, k)
        kepala.font, kepala.fill, kepala.border = Font(bold=True), _KEPALA, _GARIS
        kepala.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        if catatan := URAIAN_BANTUAN if bantu else medan.description if medan else "":
            kepala.comment = Comment(catatan, "Petunjuk", width=260, height=90)
        if bentuk:
            ws.column_dimensions[get_column_letter(k)].number_format = bentuk.format
        panjang = max([len(nama), *(len(str(b[k - 1])) for b in baris if k <= len(b) and b[k - 1] is not None)])
        lebar = lebar_kolom(panjang)
        ws.column_dimensions[get_column_letter(k)].width = lebar
        for r in range(2, len(baris) + 2):
            sel = ws.cell(r, k)
            sel.border = _GARIS
            sel.alignment = Alignment(wrap_text=lebar >= 60, vertical="top")
            if bentuk:
                sel.number_format = bentuk.format
            elif lembar.tunggal and k == 2:
                sel.number_format = "yyyy-mm-dd" if isinstance(sel.value, datetime.date) else "General"
            if isinstance(sel.value, str):
                sel.data_type = "s"
            if bantu:
                sel.fill, sel.font = _BANTUAN, Font(color=_ABU, italic=True)
                sel.number_format = (
                    "@" if isinstance(sel.value, str) else "#,##0" if isinstance(sel.value, int) else "General"
                )
        if bentuk and bentuk.pilihan:
            daftar = DataValidation(
                "list", formula1='"' + ",".join(bentuk.pilihan) + '"', allow_blank=True, showErrorMessage=True
            )
            daftar.error, daftar.errorTitle = "Pilih dari daftar.", nama
            daftar.add(f"{get_column_letter(k)}2:{get_column_letter(k)}{baris_turun(len(baris))}")
            ws.add_data_validation(daftar)


def baris_petunjuk(buku: Buku) -> list[list[str]]:
    """The rows of the sheet Petunjuk: what the workbook is, headers (`BARIS_KEPALA`), and a row for every column."""
    baris = [
        [f"{buku.berkas} — {buku.uraian}"],
        ["Ubah isi sel saja; judul kolom, nama lembar, dan nama berkas dibaca persis seperti tertulis."],
        ["Jumlah, rasio, dan pertumbuhan dihitung oleh program: jangan diketik. Kode selalu teks."],
        [],
        ["Lembar", "Kolom", "Isi", "Bentuk", "Keterangan"],
    ]
    for lembar in buku.lembar:
        for nama, medan in lembar.baris.model_fields.items():
            if nama == "lokasi":
                continue
            per_tahun, bentuk, rujukan = (metadata(medan, m) for m in (PerTahun, Bentuk, Rujukan))
            judul = f"{per_tahun.judul} <tahun>" if per_tahun else nama if lembar.tunggal else medan.title or nama
            catatan = [lembar.uraian]
            if rujukan:
                catatan.append(f"kode harus ada di {tempat_medan(rujukan.medan)}")
            if lembar.kunci == nama:
                catatan.append("tidak boleh ganda")
            baris.append(
                [lembar.nama, judul, medan.description or "", bentuk.uraian if bentuk else "", "; ".join(catatan)]
            )
        baris += [[lembar.nama, nama, URAIAN_BANTUAN, "", lembar.uraian] for nama in lembar.bantuan]
    return baris


def _tulis_petunjuk(ws: Worksheet, buku: Buku) -> None:
    for isi in baris_petunjuk(buku):
        ws.append(isi)
    ws["A1"].font = Font(bold=True, size=14)
    for sel in ws[BARIS_KEPALA]:
        sel.font, sel.fill, sel.border = Font(bold=True), _KEPALA, _GARIS
    for huruf, lebar in zip("ABCDE", LEBAR_PETUNJUK, strict=True):
        ws.column_dimensions[huruf].width = lebar
    for baris in ws.iter_rows(min_row=BARIS_KEPALA + 1):
        for sel in baris:
            sel.alignment, sel.border = Alignment(wrap_text=True, vertical="top"), _GARIS
    ws.freeze_panes = f"A{BARIS_KEPALA + 1}"


def tulis_buku(buku: Buku, path: Path, isi: Mapping[str, IsiLembar]) -> None:
    """Write one workbook; the same content gives the same bytes. `isi`: sheet -> (headers, rows)."""
    wb = Workbook()
    petunjuk = wb.active
    assert isinstance(petunjuk, Worksheet)
    petunjuk.title = PETUNJUK
    _tulis_petunjuk(petunjuk, buku)
    for lembar in buku.lembar:
        judul, baris = isi.get(lembar.nama, (judul_kolom(lembar), ()))
        if lembar.tunggal and not baris:
            medan = lembar.baris.model_fields
            baris = [[n, None, keterangan_kunci(m)] for n, m in medan.items() if n != "lokasi"]
        _tulis_lembar(wb.create_sheet(lembar.nama), lembar, judul, baris)
    wb.active = 1
    simpan(wb, path)


def simpan(wb: Workbook, path: Path) -> None:
    """Save a workbook without the time of saving."""
    wb.properties.creator = wb.properties.lastModifiedBy = "renstra"
    wb.properties.created = wb.properties.modified = _WAKTU
    mentah = io.BytesIO()
    wb.save(mentah)
    path.write_bytes(_kemas_ulang(mentah.getvalue()))


def _kemas_ulang(isi: bytes) -> bytes:
    """The same ZIP with fixed times and order; the time of saving that openpyxl writes is put back."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as z, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in sorted(z.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            data = z.read(nama)
            if nama == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2025-01-01T00:00:00Z", data)
            info = zipfile.ZipInfo(nama, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            baru.writestr(info, data)
    return keluar.getvalue()
