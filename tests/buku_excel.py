"""Workbooks as Excel and LibreOffice save them, made of one of ours: the parts that openpyxl does not keep."""

from __future__ import annotations

import io
import re
import zipfile

MC = (
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac"'
    ' xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
)
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
EXT = f"""<extLst><ext xmlns:x14="{X14}" uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}"><x14:conditionalFormattings>
<x14:conditionalFormatting xmlns:xm="{XM}"><x14:cfRule type="dataBar" id="{{1}}"><x14:dataBar/></x14:cfRule>
<xm:sqref>A2:Z9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>
<ext xmlns:x14="{X14}" uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}"><x14:dataValidations count="1">
<x14:dataValidation type="list"><x14:formula1><xm:f xmlns:xm="{XM}">Lain!$A$1:$A$3</xm:f></x14:formula1>
<xm:sqref xmlns:xm="{XM}">C2:C9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"""
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LAIN = {
    "xl/printerSettings/printerSettings1.bin": b"\x00\x01pencetak",
    "xl/media/image1.png": b"\x89PNG\r\n\x1a\ngambar",
    "xl/drawings/drawing9.xml": b"<xdr:wsDr xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'/>",
    "xl/calcChain.xml": b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    "customXml/item1.xml": b"<a>  <b/>  </a>",
    "xl/persons/person.xml": b"<personList/>",
}
JENIS = "".join(
    f'<Override PartName="/xl/{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.{j}+xml"/>'
    for n, j in (
        ("sharedStrings", "spreadsheetml.sharedStrings"),
        ("tables/table1", "spreadsheetml.table"),
        ("drawings/drawing9", "drawing"),
        ("calcChain", "spreadsheetml.calcChain"),
    )
)
TABEL = (
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Tabel1" displayName="Tabel1"'
    ' ref="A1:{}" totalsRowShown="0"><autoFilter ref="A1:{}"/>'
    '<tableColumns count="2"><tableColumn id="1" name="Kode"/><tableColumn id="2" name="Nama"/></tableColumns></table>'
)


def bagian(isi: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        return {n: z.read(n) for n in z.namelist()}


def kemas(semua: dict[str, bytes]) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, data in semua.items():
            z.writestr(nama, data)
    return keluar.getvalue()


def seperti_excel(isi: bytes, lembar: str, tabel: str) -> bytes:
    """The workbook with what Excel writes around a sheet.

    `lembar`: its part; `tabel`: the last cell of a table in it.
    """
    b = {**bagian(isi), **LAIN, "xl/tables/table1.xml": TABEL.format(tabel, tabel).encode()}
    teks = b[lembar].decode()
    teks = teks.replace("<worksheet", f"<worksheet{MC}", 1)
    teks = re.sub(r'<row r="(\d+)"', r'<row r="\1" spans="1:3" x14ac:dyDescent="0.25"', teks)
    teks = teks.replace(
        "</sheetData>",
        '</sheetData><conditionalFormatting sqref="A2:B9"><cfRule type="expression" priority="1">'
        "<formula>A2=1</formula></cfRule></conditionalFormatting>",
    )
    teks = re.sub(r"(<pageMargins[^>]*/>)", r'\1<pageSetup paperSize="9" r:id="rIdP"/><drawing r:id="rIdD"/>', teks)
    teks = teks.replace("</worksheet>", f'<tableParts count="1"><tablePart r:id="rIdT"/></tableParts>{EXT}</worksheet>')
    b[lembar] = teks.encode()
    rels = lembar.replace("worksheets/", "worksheets/_rels/") + ".rels"
    kosong = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    tambahan = "".join(
        f'<Relationship Id="{n}" Type="{REL}/{j}" Target="{t}"/>'
        for n, j, t in (
            ("rIdP", "printerSettings", "../printerSettings/printerSettings1.bin"),
            ("rIdD", "drawing", "../drawings/drawing9.xml"),
            ("rIdT", "table", "../tables/table1.xml"),
        )
    )
    b[rels] = b.get(rels, kosong).decode().replace("</Relationships>", f"{tambahan}</Relationships>").encode()
    b["xl/workbook.xml"] = re.sub(
        rb"<definedNames ?/>",
        b'<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">Mitra!$A$1:$C$9</definedName>'
        b"</definedNames>",
        b["xl/workbook.xml"],
    )
    b["xl/_rels/workbook.xml.rels"] = b["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdS" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'.encode(),
    )
    b["[Content_Types].xml"] = b["[Content_Types].xml"].replace(b"</Types>", f"{JENIS}</Types>".encode())
    return kemas(_teks_bersama(b, lembar))


def _teks_bersama(b: dict[str, bytes], lembar: str) -> dict[str, bytes]:
    """Inline texts of the sheet as shared strings, the first of them in two fonts."""
    semua: list[str] = []

    def ganti(m: re.Match[str]) -> str:
        semua.append(m[2])
        return f'{m[1]} t="s"><v>{len(semua) - 1}</v></c>'

    teks = re.sub(r'(<c [^>]*?) t="inlineStr"><is>(.*?)</is></c>', ganti, b[lembar].decode())
    kaya = re.sub(r"<t[^>]*>(.)(.*)</t>", r"<r><rPr><b/></rPr><t>\1</t></r><r><t>\2</t></r>", semua[0])
    isi = "".join(f"<si>{s}</si>" for s in (kaya, *semua[1:]))
    return {
        **b,
        lembar: teks.encode(),
        "xl/sharedStrings.xml": (
            f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="{len(semua)}">{isi}</sst>'
        ).encode(),
    }


def seperti_libreoffice(isi: bytes, lembar: str) -> bytes:
    """The workbook with what LibreOffice writes: columns as one range to the edge, hidden ones too, every attribute
    spelled out, notes by nobody."""
    b, rinci = bagian(isi), 'collapsed="false" outlineLevel="0" style="0"'
    teks = b[lembar].decode()
    teks = re.sub(
        r"<cols>.*?</cols>",
        f'<cols><col customWidth="true" hidden="false" max="2" min="1" width="20" {rinci}/>'
        f'<col customWidth="false" hidden="true" max="1024" min="3" width="8.5" {rinci}/></cols>',
        teks,
    )
    teks = re.sub(
        r'<row r="(\d+)"',
        r'<row r="\1" customFormat="false" ht="12.8" hidden="false" customHeight="false" collapsed="false"',
        teks,
    )
    b[lembar] = teks.encode()
    for nama in b:
        if nama.startswith("xl/comments"):
            b[nama] = b[nama].replace(b"<author>Petunjuk</author>", b"<author> </author>")
    return kemas(b)
