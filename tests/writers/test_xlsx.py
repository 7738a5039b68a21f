"""The workbook writer: text is text whatever it begins with, numbers are numbers; and the changes written with it."""

from __future__ import annotations

import json
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from isi_kantor import IsiKantor, banding_isi
from openpyxl import load_workbook

from generator.banding.berkas_json import tulis_json
from generator.banding.berkas_xlsx import buku_perubahan
from generator.sources.xlsx import baca_xlsx
from generator.writers.xlsx import BATAS_TEKS, Kolom, LembarKerja, NilaiSel, tulis_xlsx

JAHAT = (
    *("=1+1", '=HYPERLINK("http://x","y")', "+62811", "-sekian", "@SUM(A1)", "'=1", " spasi ", "a<b>&\"'", "{=1}"),
    *("2.23.02", "2.23", "007", "1e5", "TRUE", "#REF!", "2025-01-01", "12,5%"),
)


def tulis(*isi: NilaiSel, kolom: Kolom | None = None, beku: int = 0) -> Any:
    """A sheet with these values in column A, read back."""
    lembar = LembarKerja("Uji & coba", (kolom or Kolom("Nilai", 10),), [(n,) for n in isi], beku)
    return load_workbook(BytesIO(tulis_xlsx([lembar])))["Uji & coba"]


def test_text_is_text() -> None:
    ws = tulis(*JAHAT, kolom=Kolom("=Judul", 10, "rupiah"))
    sel = [c for (c,) in ws.iter_rows()]
    assert [c.value for c in sel] == ["=Judul", *JAHAT]
    assert {(c.data_type, c.number_format, c.quotePrefix) for c in sel} == {("s", "@", True)}


def test_numbers_are_numbers() -> None:
    for bentuk, format_ in (("rupiah", "#,##0"), ("persen", "0.00%"), ("teks", "General"), ("angka", "#,##0")):
        ws = tulis(15103000, Decimal("-0.2500"), 0, None, "", kolom=Kolom("N", 9, bentuk))  # type: ignore[arg-type]
        assert [ws.cell(r, 1).value for r in range(2, 7)] == [15103000, -0.25, 0, None, None]
        assert {ws.cell(r, 1).data_type for r in range(2, 7)} == {"n"}
        assert format_ in ws["A2"].number_format
        assert not ws["A2"].quotePrefix


def test_numbers_of_a_column_of_text() -> None:
    """Thousands are set apart from ten thousand on, decimals are left as they are."""
    ws = tulis(2025, Decimal("62.5"))
    assert ws["A2"].number_format.startswith("[>=10000]")
    assert ws["A3"].number_format == "General"


@pytest.mark.parametrize("isi", ["_x0041_", "a_x000D_b", "__x0041_", "_x_x005F_", "x_x", "_x00G1_"])
def test_what_looks_like_the_code_of_a_character_stays(isi: str, tmp_path: Path) -> None:
    """As a spreadsheet reads it; openpyxl does not decode such text."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(tulis_xlsx([LembarKerja("Uji", (Kolom("N", 9),), [(isi,)])]))
    assert baca_xlsx(path, "a.xlsx")["Uji"].di(2, 1).isi == isi


def test_what_no_cell_can_hold() -> None:
    ws = tulis("a\x00b\ud800c", "x" * (BATAS_TEKS + 5), "y" * BATAS_TEKS)
    assert ws["A2"].value == "abc"
    assert (len(ws["A3"].value), ws["A3"].value[-2:]) == (BATAS_TEKS, "x…")
    assert ws["A4"].value == "y" * BATAS_TEKS


def test_blanks_around_words_are_kept() -> None:
    """Excel drops them without that attribute."""
    with zipfile.ZipFile(BytesIO(tulis_xlsx([LembarKerja("Uji", (Kolom("N", 9),), [(" a",), ("b c",)])]))) as z:
        xml = z.read("xl/worksheets/sheet1.xml").decode()
    assert '<t xml:space="preserve"> a</t>' in xml
    assert "<t>b c</t>" in xml


def test_header_stays_in_sight_and_filters() -> None:
    ws = tulis("a", "b")
    assert (ws.freeze_panes, ws.auto_filter.ref, ws.column_dimensions["A"].width) == ("A2", "A1:A3", 10)
    assert (ws.sheet_view.pane.ySplit, ws.sheet_view.pane.state) == (1, "frozen")
    assert ws["A1"].font.b
    assert tulis("a", beku=1).freeze_panes == "B2"


def test_a_row_of_another_length_is_a_fault() -> None:
    with pytest.raises(ValueError, match="zip"):
        tulis_xlsx([LembarKerja("Uji", (Kolom("N", 9),), [("a", "b")])])


# ---------------------------------------------------------------- the workbook of changes


def test_nothing_of_the_plan_becomes_a_formula() -> None:
    """Words of the sources stand in every column of text."""
    a, b = IsiKantor(), IsiKantor()
    for n, isi in enumerate(JAHAT):
        b.baris("mitra › Mitra").append([f"00{n}", f"{isi} {n}", isi])
    b.ubah("cascade › Nomenklatur", "2.23.02", "Nama", "=2+3")
    b.ubah("cascade › Indikator", "puas", "Satuan", "=cmd|'/c calc'!A1")
    b.ubah("cascade › Indikator", "puas", "Target 2025", 0.5)
    buku = load_workbook(BytesIO(buku_perubahan(banding_isi(a.konteks(), b.konteks()))))
    sel = [c for ws in buku for baris in ws.iter_rows() for c in baris if c.value is not None]
    assert {c.data_type for c in sel} == {"s", "n"}
    for c in sel:
        assert (c.data_type == "s") == isinstance(c.value, str)
        assert c.quotePrefix == (c.data_type == "s")
    semua = {c.value for c in sel}
    assert {isi.strip() for isi in JAHAT} | {"=2+3", "2.23.02 =2+3", "=cmd|'/c calc'!A1", "001"} <= semua


def test_kinds_of_columns() -> None:
    a, b = IsiKantor(), IsiKantor()
    b.ubah("pendanaan › Pagu", "2.23.02.2.01.0001", "Pagu 2025", 15103001)
    buku = load_workbook(BytesIO(buku_perubahan(banding_isi(a.konteks(), b.konteks()))))
    assert buku.sheetnames == ["Ringkasan", "Perubahan", "Pagu", "Indikator"]
    for lembar in ("Pagu", "Ringkasan"):
        kolom = {c.value: c.column_letter for c in buku[lembar][1]}
        for r in range(3 if lembar == "Ringkasan" else 2, buku[lembar].max_row + 1):
            for judul, bentuk in (*((j, "#,##0") for j in ("Lama", "Baru", "Selisih")), ("Persen", "0.00%")):
                c = buku[lembar][f"{kolom[judul]}{r}"]
                assert c.value is None or ((c.data_type, c.number_format) == ("n", f"[$-421]{bentuk}"))
    (kode,) = {c.value for c in buku["Perubahan"]["D"][1:]}
    assert kode == "2.23.02.2.01.0001"
    assert all(isinstance(c.value, str) for c in buku["Pagu"]["B"][1:-4])


def test_text_that_is_no_unicode_is_written_all_the_same() -> None:
    a, b = IsiKantor(), IsiKantor()
    b.ubah("mitra › Mitra", "sekolah", "Peran", "a\ud800b\x07")
    p = banding_isi(a.konteks(), b.konteks())
    (mitra,) = json.loads(tulis_json(p).encode("utf-8"))["data"]
    assert mitra["sel"][0]["baru"] == "a\ud800b\x07"
    assert load_workbook(BytesIO(buku_perubahan(p)))["Perubahan"]["I2"].value == "ab"
