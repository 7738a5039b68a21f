"""Tables -> the bytes of a workbook, with header, widths, filter and frozen panes. It knows no plan.

Text is text: it carries the apostrophe of a spreadsheet (`quotePrefix`), so that '=1+1' stays text even after the cell
is edited. Same tables, same bytes: stored, not deflated, as the bytes of zlib differ between machines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Literal
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from generator.model.alamat import huruf_kolom
from generator.writers.xml_text import escape

NilaiSel = str | int | Decimal | None
Bentuk = Literal["teks", "umum", "angka", "rupiah", "persen"]
BATAS_TEKS = 32_767
"""Characters that a cell holds."""
_BENTUK: dict[Bentuk, tuple[int, str]] = {
    "teks": (49, ""),
    "umum": (0, ""),
    "angka": (164, "[>=10000][$-421]#,##0;[<=-10000][$-421]-#,##0;General"),
    "rupiah": (165, "[$-421]#,##0"),
    "persen": (166, "[$-421]0.00%"),
}
"""Id and code of the number formats; those without code are built in. Short numbers may be years: no thousands."""
_GAYA: dict[Bentuk, int] = {b: n for n, b in enumerate(_BENTUK, 2)}
_KEPALA = 1
_KUTIP = ' quotePrefix="1"'
_UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LOLOS = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a spreadsheet would read as the code of a character."""
_AWAL = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Kolom:
    """`lebar` in characters. `bentuk` is that of its numbers; text is text in every column."""

    judul: str
    lebar: int
    bentuk: Bentuk = "teks"


@dataclass(frozen=True, slots=True)
class LembarKerja:
    """`beku`: how many columns stay in sight besides the header."""

    nama: str
    kolom: Sequence[Kolom]
    baris: Sequence[Sequence[NilaiSel]]
    beku: int = 0


def tulis_xlsx(lembar: Sequence[LembarKerja]) -> bytes:
    """The workbook."""
    bagian = {
        "[Content_Types].xml": _jenis_isi(len(lembar)),
        "_rels/.rels": f'<Relationships xmlns="{_PAKET}/relationships"><Relationship Id="rId1" '
        f'Type="{_HUBUNGAN}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": _buku(lembar),
        "xl/_rels/workbook.xml.rels": _hubungan(len(lembar)),
        "xl/styles.xml": _gaya(),
        **{f"xl/worksheets/sheet{n}.xml": _lembar(x) for n, x in enumerate(lembar, 1)},
    }
    wadah = BytesIO()
    with ZipFile(wadah, "w", ZIP_STORED) as paket:
        for nama, xml in bagian.items():
            entri = ZipInfo(nama, (1980, 1, 1, 0, 0, 0))
            entri.create_system = 0
            paket.writestr(entri, (_AWAL + xml).encode())
    return wadah.getvalue()


def _jenis_isi(banyak: int) -> str:
    lembar = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_JENIS}.worksheet+xml"/>'
        for n in range(1, banyak + 1)
    )
    return (
        f'<Types xmlns="{_PAKET}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_JENIS}.sheet.main+xml"/>{lembar}'
        f'<Override PartName="/xl/styles.xml" ContentType="{_JENIS}.styles+xml"/></Types>'
    )


def _hubungan(banyak: int) -> str:
    lembar = "".join(
        f'<Relationship Id="rId{n}" Type="{_HUBUNGAN}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, banyak + 1)
    )
    gaya = f'<Relationship Id="rId{banyak + 1}" Type="{_HUBUNGAN}/styles" Target="styles.xml"/>'
    return f'<Relationships xmlns="{_PAKET}/relationships">{lembar}{gaya}</Relationships>'


def _buku(lembar: Sequence[LembarKerja]) -> str:
    """The sheets, and the filter of each under the name by which Excel knows it."""
    isi = "".join(f'<sheet name="{escape(x.nama)}" sheetId="{n}" r:id="rId{n}"/>' for n, x in enumerate(lembar, 1))
    saringan = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{n}" hidden="1">'
        f"'{escape(x.nama)}'!$A$1:${huruf_kolom(len(x.kolom))}${len(x.baris) + 1}</definedName>"
        for n, x in enumerate(lembar)
    )
    return (
        f'<workbook xmlns="{_UTAMA}" xmlns:r="{_HUBUNGAN}"><sheets>{isi}</sheets>'
        f"<definedNames>{saringan}</definedNames></workbook>"
    )


def _gaya() -> str:
    sendiri = [(n, kode) for n, kode in _BENTUK.values() if kode]
    bentuk = "".join(f'<numFmt numFmtId="{n}" formatCode="{escape(kode)}"/>' for n, kode in sendiri)
    rata = '<alignment vertical="top" wrapText="1"/>'
    isi = "".join(
        f'<xf numFmtId="{n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"'
        f"{_KUTIP if n == _BENTUK['teks'][0] else ''}>{rata}</xf>"
        for n, _ in _BENTUK.values()
    )
    return (
        f'<styleSheet xmlns="{_UTAMA}"><numFmts count="{len(sendiri)}">{bentuk}</numFmts>'
        '<fonts count="2"><font><sz val="10"/><name val="Arial"/><family val="2"/></font>'
        '<font><b/><sz val="10"/><name val="Arial"/><family val="2"/></font></fonts>'
        '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
        '</fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF2"/><bgColor indexed="64"/></patternFill>'
        "</fill></fills>"
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(_BENTUK) + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" '
        f'applyFill="1" applyAlignment="1"{_KUTIP}>{rata}</xf>{isi}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _lembar(x: LembarKerja) -> str:
    akhir = f"{huruf_kolom(len(x.kolom))}{len(x.baris) + 1}"
    lebar = "".join(f'<col min="{n}" max="{n}" width="{k.lebar}" customWidth="1"/>' for n, k in enumerate(x.kolom, 1))
    petak = "bottomRight" if x.beku else "bottomLeft"
    beku = f'xSplit="{x.beku}" ' if x.beku else ""
    kepala = "".join(_teks(f"{huruf_kolom(n)}1", k.judul, _KEPALA) for n, k in enumerate(x.kolom, 1))
    isi = "".join(f'<row r="{r}">{"".join(_baris(x.kolom, b, r))}</row>' for r, b in enumerate(x.baris, 2))
    return (
        f'<worksheet xmlns="{_UTAMA}"><dimension ref="A1:{akhir}"/><sheetViews><sheetView workbookViewId="0">'
        f'<pane {beku}ySplit="1" topLeftCell="{huruf_kolom(x.beku + 1)}2" activePane="{petak}" state="frozen"/>'
        f'<selection pane="{petak}"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13"/>'
        f'<cols>{lebar}</cols><sheetData><row r="1">{kepala}</row>{isi}</sheetData>'
        f'<autoFilter ref="A1:{akhir}"/></worksheet>'
    )


def _baris(kolom: Sequence[Kolom], isi: Sequence[NilaiSel], baris: int) -> Iterator[str]:
    for n, (k, nilai) in enumerate(zip(kolom, isi, strict=True), 1):
        alamat = f"{huruf_kolom(n)}{baris}"
        if isinstance(nilai, str):
            if nilai:
                yield _teks(alamat, nilai, _GAYA["teks"])
        elif nilai is not None:
            angka = format(nilai, "f") if isinstance(nilai, Decimal) else str(int(nilai))
            umum: Bentuk = "umum" if isinstance(nilai, Decimal) else "angka"
            gaya = _GAYA[umum if k.bentuk == "teks" else k.bentuk]
            yield f'<c r="{alamat}" s="{gaya}"><v>{angka}</v></c>'


def _teks(alamat: str, isi: str, gaya: int) -> str:
    isi = isi if len(isi) <= BATAS_TEKS else f"{isi[: BATAS_TEKS - 1]}…"
    isi = _LOLOS.sub("_x005F_", isi)
    spasi = "" if isi == isi.strip() else ' xml:space="preserve"'
    return f'<c r="{alamat}" s="{gaya}" t="inlineStr"><is><t{spasi}>{escape(isi)}</t></is></c>'
