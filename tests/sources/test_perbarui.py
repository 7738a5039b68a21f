"""A filled workbook gets what it lacks, and nothing else of it changes: every workbook, saved by whatever program."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from copy import copy
from pathlib import Path
from typing import Any

import pytest
from buku_excel import LAIN, bagian, kemas, seperti_excel, seperti_libreoffice
from kantor import DATA
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from generator.compute.konteks import Konteks
from generator.model.isi import SEMUA_BUKU
from generator.model.renja import buku_renja
from generator.model.skema import Buku
from generator.renja.siapkan import siapkan
from generator.sources.buku_baru import tulis_buku
from generator.sources.kepala import judul_polos
from generator.sources.perbarui import perbarui_buku
from generator.sources.xlsx import BukuDitolak, urai_xlsx

BUKU = {b.nama: b for b in SEMUA_BUKU}
MITRA, PROFIL = BUKU["mitra"], BUKU["profil"]
LEMBAR_MITRA = "xl/worksheets/sheet2.xml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, konteks_kantor: Konteks) -> Path:
    """Every workbook of the office, a year's one too."""
    tempat = tmp_path_factory.mktemp("buku")
    for buku in SEMUA_BUKU:
        tulis_buku(buku, tempat / buku.berkas, DATA[buku.nama])
    siapkan(tempat, konteks_kantor, 2025)
    return tempat


def muat(isi: bytes) -> Workbook:
    return load_workbook(io.BytesIO(isi), rich_text=True)


def simpan(wb: Workbook) -> bytes:
    keluar = io.BytesIO()
    wb.save(keluar)
    return keluar.getvalue()


def rupa(wb: Workbook, kecuali: str = "Petunjuk") -> dict[str, Any]:
    """Everything of the cells and sheets that openpyxl tells: values, styles, notes, widths, panes, rules, merges."""
    hasil: dict[str, Any] = {}
    for ws in wb:
        if ws.title == kecuali:
            continue
        for baris in ws.iter_rows():
            for s in baris:
                if s.value is not None or s.has_style:
                    gaya = (s.font, s.fill, s.border, s.alignment, s.number_format, s.protection)
                    catatan = s.comment and (s.comment.text, s.comment.author)
                    hasil[f"{ws.title}!{s.coordinate}"] = (s.value, *map(copy, gaya), catatan)
        hasil |= {f"{ws.title} lebar {k}": d.width for k, d in ws.column_dimensions.items()}
        hasil[f"{ws.title} lain"] = (ws.freeze_panes, sorted(map(str, ws.merged_cells.ranges)), ws.sheet_state)
        hasil |= {f"{ws.title} turun {v.sqref}": (v.type, v.formula1) for v in ws.data_validations.dataValidation}
        hasil |= {f"{ws.title} syarat {c.sqref}": str(c.rules) for c in ws.conditional_formatting}
    return hasil


def berubah(lama: Workbook, baru: Workbook, kecuali: set[str]) -> list[str]:
    """What differs outside the columns of `kecuali` ('Desa C')."""
    a, b = rupa(lama), rupa(baru)
    beda = [k for k, v in a.items() if b.get(k) != v]
    return [k for k in beda if re.sub(r"!([A-Z]+)\d+$| lebar ([A-Z]+)$", r" \1\2", k) not in kecuali]


def kosongkan(wb: Workbook, buku: Buku) -> dict[str, str]:
    """Take the last column of its own from every sheet; sheet -> header."""
    diambil = {}
    for lembar in buku.lembar:
        if lembar.tunggal:
            continue
        *_, judul = judul_polos(lembar)
        ws = wb[lembar.nama]
        k = next(s.column for s in ws[1] if s.value == judul)
        for r in range(1, ws.max_row + 1):
            ws.cell(r, k).value, ws.cell(r, k).comment = None, None
        diambil[lembar.nama] = judul
    return diambil


@pytest.mark.parametrize("buku", (*SEMUA_BUKU, buku_renja(2025)), ids=lambda b: b.nama)
def test_a_column_taken_away_comes_back_and_nothing_else_changes(folder: Path, buku: Buku) -> None:
    wb = load_workbook(folder / buku.berkas)
    diambil = kosongkan(wb, buku)
    if buku.lembar[0].nama in diambil:
        wb[buku.lembar[0].nama]["B3"].comment = Comment("catatan saya", "Perencana")
    isi = simpan(wb)
    hasil = perbarui_buku(buku, isi, buku.berkas)
    lama, baru = muat(isi), muat(hasil.isi)
    datang = set()
    for nama, judul in diambil.items():
        kepala = next(s for s in baru[nama][1] if s.value == judul)
        datang.add(f"{nama} {kepala.column_letter}")
        assert any(f'"{nama}": kolom "{judul}"' in d for d in hasil.ditambah)
        assert kepala.comment.text and copy(kepala.fill) == copy(baru[nama]["A1"].fill)
        assert kepala.column > max((s.column for s in lama[nama][1] if s.value), default=0)
    assert not hasil.dibiarkan and berubah(lama, baru, datang) == []
    lagi = perbarui_buku(buku, hasil.isi, buku.berkas)
    assert (lagi.isi, lagi.ditambah) == (hasil.isi, [])
    assert bagian(hasil.isi)["xl/theme/theme1.xml"] == bagian(isi)["xl/theme/theme1.xml"]


@pytest.mark.parametrize("buku", SEMUA_BUKU, ids=lambda b: b.nama)
def test_a_workbook_made_by_the_program_is_up_to_date(folder: Path, buku: Buku) -> None:
    isi = (folder / buku.berkas).read_bytes()
    hasil = perbarui_buku(buku, isi, buku.berkas)
    assert (hasil.ditambah, hasil.dibiarkan) == ([], []) and hasil.isi is isi


# ---------------------------------------------------------------- saved by others


def _tanpa(folder: Path, *kolom: str) -> bytes:
    wb = load_workbook(folder / "mitra.xlsx")
    for k in kolom:
        for s in wb["Mitra"][k]:
            s.value, s.comment = None, None
    return simpan(wb)


def _unsur(isi: bytes) -> list[bytes]:
    """The elements of a sheet that an update has no business with."""
    milik = {"dimension", "cols", "sheetData", "dataValidations", "legacyDrawing"}
    return [etree.tostring(e, method="c14n") for e in etree.fromstring(isi) if etree.QName(e).localname not in milik]


def test_what_excel_writes_around_a_sheet_stays_byte_for_byte(folder: Path) -> None:
    isi = seperti_excel(_tanpa(folder, "C"), LEMBAR_MITRA, "B4")
    hasil = perbarui_buku(MITRA, isi, "mitra.xlsx")
    lama, baru = bagian(isi), bagian(hasil.isi)
    berubah = {n for n in lama if lama[n] != baru[n]}
    assert berubah <= {LEMBAR_MITRA, "xl/styles.xml", *(n for n in lama if "omment" in n)}
    assert LAIN.keys() <= lama.keys() - berubah and baru.keys() == lama.keys()
    assert _unsur(lama[LEMBAR_MITRA]) == _unsur(baru[LEMBAR_MITRA])
    assert b"x14ac:dyDescent" in baru[LEMBAR_MITRA] and b"x14:dataBar" in baru[LEMBAR_MITRA]
    assert urai_xlsx(hasil.isi, "mitra.xlsx")["Mitra"].di(1, 3).isi == "Peran"


def test_a_column_comes_right_of_a_table(folder: Path) -> None:
    isi = seperti_excel(_tanpa(folder, "C"), LEMBAR_MITRA, "F4")
    hasil = perbarui_buku(MITRA, isi, "mitra.xlsx")
    assert urai_xlsx(hasil.isi, "mitra.xlsx")["Mitra"].di(1, 7).isi == "Peran"


def test_as_libreoffice_writes_it(folder: Path) -> None:
    """Columns come as one range to the edge: the new one is taken out of it, and seen."""
    isi = seperti_libreoffice(_tanpa(folder, "C"), LEMBAR_MITRA)
    hasil = perbarui_buku(MITRA, isi, "mitra.xlsx")
    assert 'kolom "Peran" (C)' in hasil.ditambah[0]
    cols = re.findall(rb"<col [^>]*>", bagian(hasil.isi)[LEMBAR_MITRA])
    batas = [tuple(re.search(rb'%s="(\d+)"' % n, c)[1] for n in (b"min", b"max")) for c in cols]  # type: ignore[index]
    assert batas == [(b"1", b"1"), (b"2", b"2"), (b"3", b"3"), (b"4", b"1024")]
    assert b'hidden="true"' not in cols[2] and b'hidden="true"' in cols[3]
    assert perbarui_buku(MITRA, hasil.isi, "mitra.xlsx").ditambah == []


def test_saved_by_libreoffice_itself(folder: Path, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("LibreOffice tidak ada")
    (tmp_path / "profil.xlsx").write_bytes((folder / "profil.xlsx").read_bytes())
    perintah = [soffice, f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*perintah, "--outdir", tmp_path / "o", tmp_path / "profil.xlsx"], check=False, timeout=300)
    if not (tmp_path / "o" / "profil.xlsx").exists():
        pytest.skip("LibreOffice Calc tidak ada")
    wb = load_workbook(tmp_path / "o" / "profil.xlsx")
    diambil = kosongkan(wb, PROFIL)
    isi = simpan(wb)
    hasil = perbarui_buku(PROFIL, isi, "profil.xlsx")
    lama, baru = muat(isi), muat(hasil.isi)
    datang = {f"{n} {s.column_letter}" for n, j in diambil.items() for s in baru[n][1] if s.value == j}
    assert berubah(lama, baru, datang) == [] and len(datang) == len(diambil)


def test_strict_workbooks(folder: Path) -> None:
    ganti = [
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ]
    semua = bagian(_tanpa(folder, "C"))
    for a, b in ganti:
        semua = {n: d.replace(a, b) for n, d in semua.items()}
    hasil = perbarui_buku(MITRA, kemas(semua), "mitra.xlsx")
    assert urai_xlsx(hasil.isi, "mitra.xlsx")["Mitra"].di(1, 3).isi == "Peran"
    assert not any(b"schemas.openxmlformats.org/spreadsheetml" in d for d in bagian(hasil.isi).values())


# ---------------------------------------------------------------- what comes


def test_a_new_column_looks_like_its_neighbour(folder: Path) -> None:
    wb = load_workbook(folder / "sarana.xlsx")
    ws = wb["Sarana"]
    for s in ws["C"]:
        s.value = None
    ws["D2"].font, ws["D2"].fill = copy(ws["A1"].font), copy(ws["A1"].fill)
    baru = muat(perbarui_buku(BUKU["sarana"], simpan(wb), "sarana.xlsx").isi)["Sarana"]
    assert (baru["E1"].value, baru["E2"].font.b, baru["E2"].number_format) == ("Jumlah", True, "#,##0.00")
    assert baru.column_dimensions["E"].number_format == "#,##0.00" and baru["D2"].number_format == "@"


def test_a_key_comes_below_the_last_one(folder: Path) -> None:
    wb = load_workbook(folder / "profil.xlsx")
    ws = wb["Profil"]
    ws.delete_rows(5)
    akhir = ws.max_row
    hasil = perbarui_buku(PROFIL, simpan(wb), "profil.xlsx")
    baru = muat(hasil.isi)["Profil"]
    assert (baru.cell(akhir + 1, 1).value, baru.cell(akhir + 1, 2).value) == ("daerah", None)
    assert baru.cell(akhir + 1, 3).value and hasil.ditambah == ['lembar "Profil": kunci daerah']


def test_years_that_other_columns_have(folder: Path) -> None:
    wb = load_workbook(folder / "anggaran_realisasi.xlsx")
    ws = wb["Sub Kegiatan"]
    k = next(s.column for s in ws[1] if s.value == "Realisasi 2022")
    for s in ws.iter_cols(k, k):
        for x in s:
            x.value = None
    hasil = perbarui_buku(BUKU["anggaran_realisasi"], simpan(wb), "anggaran_realisasi.xlsx")
    assert 'kolom "Realisasi 2022"' in hasil.ditambah[0]


def test_missing_sheets_come_last_with_headers_notes_and_lists(folder: Path) -> None:
    wb = load_workbook(folder / "profil.xlsx")
    for nama in ("Desa", "Profil", "Petunjuk"):
        del wb[nama]
    hasil = perbarui_buku(PROFIL, simpan(wb), "profil.xlsx")
    baru = muat(hasil.isi)
    assert set(baru.sheetnames[-3:]) == {"Desa", "Profil", "Petunjuk"}
    assert [s.value for s in baru["Desa"][1]] == ["Kode", "Jenis", "Nama"] and baru["Desa"]["A1"].comment
    assert baru["Desa"].data_validations.dataValidation[0].formula1 == '"Desa,Kelurahan"'
    assert (baru["Desa"].freeze_panes, baru["Desa"]["A1"].font.b) == ("A2", True)
    assert baru["Profil"]["A2"].value == "perangkat_daerah" and baru["Petunjuk"]["A5"].value == "Lembar"
    assert perbarui_buku(PROFIL, hasil.isi, "profil.xlsx").ditambah == []


def test_petunjuk_is_brought_up_to_date_and_own_rows_stay(folder: Path) -> None:
    wb = load_workbook(folder / "mitra.xlsx")
    ws = wb["Petunjuk"]
    ws["C6"], ws["F6"] = "lama", "catatan saya"
    ws.delete_rows(7)
    ws.append(["Lain", "Kolom saya", "uraian"])
    hasil = perbarui_buku(MITRA, simpan(wb), "mitra.xlsx")
    baru = [[s.value for s in b] for b in muat(hasil.isi)["Petunjuk"].iter_rows(min_row=6)]
    assert hasil.ditambah == ["penjelasan di lembar Petunjuk"]
    assert [b[1] for b in baru] == ["Kode", "Peran", "Kolom saya", "Nama"] and baru[0][5] == "catatan saya"
    assert baru[0][2] != "lama" and baru[2][:3] == ["Lain", "Kolom saya", "uraian"]


def test_notes_of_the_program_are_brought_up_to_date_and_others_stay(folder: Path) -> None:
    wb = load_workbook(folder / "mitra.xlsx")
    ws = wb["Mitra"]
    asli = ws["A1"].comment.text
    ws["A1"].comment = Comment("usang", "Petunjuk")
    ws["B1"].comment = Comment("milik saya", "Perencana")
    ws["C1"].comment = None
    baru = muat(perbarui_buku(MITRA, simpan(wb), "mitra.xlsx").isi)["Mitra"]
    assert (baru["A1"].comment.text, baru["B1"].comment.text) == (asli, "milik saya")
    assert baru["C1"].comment.author == "Petunjuk"


@pytest.mark.parametrize(
    ("aturan", "daerah", "menjadi"),
    [
        ('"Desa"', "B2:B9", {"B2:B9": '"Desa,Kelurahan"'}),  # ours, of an earlier program
        ('"Desa"', "B2:C9", {"C2:C9": '"Desa"', "B2:B9": '"Desa,Kelurahan"'}),  # over a column that is not its own
        ("Lain!$A$1:$A$2", "B2:B9", {"B2:B9": "Lain!$A$1:$A$2"}),  # the planner's
        ('"Desa,Kelurahan"', "B2:B9", {"B2:B9": '"Desa,Kelurahan"'}),
        ("", "", {"B2:B500": '"Desa,Kelurahan"'}),
    ],
)
def test_drop_down_lists(folder: Path, aturan: str, daerah: str, menjadi: dict[str, str]) -> None:
    wb = load_workbook(folder / "profil.xlsx")
    ws = wb["Desa"]
    ws.data_validations.dataValidation.clear()
    if aturan:
        v = DataValidation("list", formula1=aturan)
        v.add(daerah)
        ws.add_data_validation(v)
    baru = muat(perbarui_buku(PROFIL, simpan(wb), "profil.xlsx").isi)["Desa"]
    assert {str(v.sqref): v.formula1 for v in baru.data_validations.dataValidation} == menjadi


def test_a_mistyped_header_or_renamed_sheet_is_said_not_doubled(folder: Path) -> None:
    wb = load_workbook(folder / "profil.xlsx")
    wb["Desa"]["C1"] = "nama "
    wb["Batas"].title = "Batas Wilayah"
    wb["Profil"]["A3"] = "jeniss"
    hasil = perbarui_buku(PROFIL, simpan(wb), "profil.xlsx")
    assert not hasil.ditambah
    assert [re.findall(r'"([^"]+)"', d)[:2] for d in hasil.dibiarkan] == [
        ["Profil", "jenis"],
        ["Desa", "Nama"],
        ["Batas", "Batas Wilayah"],
    ]


def test_a_long_sheet(folder: Path) -> None:
    wb = load_workbook(folder / "mitra.xlsx")
    for i in range(5000):
        wb["Mitra"].append([f"m{i}", "Nama", None])
    for s in wb["Mitra"]["C"]:
        s.value = None
    baru = urai_xlsx(perbarui_buku(MITRA, simpan(wb), "mitra.xlsx").isi, "mitra.xlsx")["Mitra"]
    assert baru.di(1, 3).isi == "Peran" and baru.di(5001, 2).isi == "Nama"


# ---------------------------------------------------------------- refused


@pytest.mark.parametrize(
    ("nama", "isi", "kode"),
    [
        ("_xmlsignatures/sig1.xml", b"<a/>", "buku-ditolak"),
        ("xl/revisions/revisionHeaders.xml", b"<a/>", "buku-ditolak"),
        ("xl/vbaProject.bin", b"x", "buku-ditolak"),
        ("xl/comments/comment1.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "buku-ditolak"),
        ("xl/comments/comment1.xml", b"<a", "buku-rusak"),
        (
            "xl/styles.xml",
            b"<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>",
            "buku-rusak",
        ),
        ("xl/drawings/commentsDrawing1.vml", b"bukan kotak", "buku-ditolak"),
    ],
)
def test_what_an_edit_would_break_is_refused(folder: Path, nama: str, isi: bytes, kode: str) -> None:
    semua = bagian(_tanpa(folder, "C"))
    gambar = next(n for n in semua if n.endswith(".vml"))
    catatan = next(n for n in semua if n.startswith("xl/comments"))
    semua[{"xl/drawings/commentsDrawing1.vml": gambar, "xl/comments/comment1.xml": catatan}.get(nama, nama)] = isi
    with pytest.raises(BukuDitolak) as e:
        perbarui_buku(MITRA, kemas(semua), "mitra.xlsx")
    assert e.value.kode == kode


def test_a_signed_workbook_that_lacks_nothing_is_left_alone(folder: Path) -> None:
    isi = kemas({**bagian((folder / "mitra.xlsx").read_bytes()), "_xmlsignatures/sig1.xml": b"<a/>"})
    assert perbarui_buku(MITRA, isi, "mitra.xlsx").isi is isi
