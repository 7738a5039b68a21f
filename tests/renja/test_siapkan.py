"""The year's workbook is made with its rows filled in, can be read back as it is, and is never overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kantor import DEPAN, Kantor
from kantor_renja import baca, konteks_renja
from openpyxl import load_workbook

from generator.compute.konteks import Konteks
from generator.document.figures import GRAFIK_RENJA
from generator.document.tables import PENYUSUN_RENJA
from generator.model.renja import buku_renja
from generator.renja.siapkan import siapkan
from generator.sources.buku_baru import URAIAN_BANTUAN


def _kolom(path: Path, lembar: str, judul: str) -> list[Any]:
    ws = load_workbook(path)[lembar]
    k = next(c.column for c in ws[1] if c.value == judul)
    return [ws.cell(r, k).value for r in range(2, ws.max_row + 1)]


@pytest.fixture
def buku(tmp_path: Path, konteks_kantor: Konteks) -> Path:
    assert siapkan(tmp_path, konteks_kantor, 2025)
    return tmp_path / "renja" / "2025.xlsx"


def test_rows_come_from_the_plan(buku: Path, konteks_kantor: Konteks) -> None:
    sub = list(konteks_kantor.rencana.subkegiatan)
    assert _kolom(buku, "Sub Kegiatan", "Kode") == _kolom(buku, "RKPD", "Kode") == [str(s.kode) for s in sub]
    assert _kolom(buku, "Sub Kegiatan", "Nama (bantuan)") == [str(s.nama) for s in sub]
    assert _kolom(buku, "Sub Kegiatan", "Pagu Renstra 2025") == [1100, 600, 0]
    assert _kolom(buku, "Sub Kegiatan", "Target Renstra 2025") == [2, 120, 1]
    assert _kolom(buku, "Sub Kegiatan", "Satuan") == ["Dokumen", "Judul", "Kali"]


def test_every_indicator_has_a_row_for_its_past(buku: Path, konteks_kantor: Konteks) -> None:
    semua = [str(i.kode) for i in konteks_kantor.rencana.indikator]
    assert sorted(_kolom(buku, "Realisasi", "Indikator")) == sorted(semua)
    pertama = {"rencana", "judul", "lomba"}  # their targets stand beside their sub kegiatan
    assert sorted(_kolom(buku, "Target", "Indikator")) == sorted(set(semua) - pertama)


def test_what_is_to_be_filled_in_is_blank(buku: Path) -> None:
    for judul in ("Pagu", "Target", "Alasan", "Lokasi", "Sumber Dana", "Kelompok Sasaran", "Catatan"):
        assert _kolom(buku, "Sub Kegiatan", judul) == [None] * 3
    assert set(_kolom(buku, "Realisasi", "Realisasi 2023")) == {None}


@pytest.mark.parametrize("tahun", DEPAN)
def test_as_made_it_changes_nothing(kantor: Kantor, tahun: int) -> None:
    k = kantor.konteks()
    siapkan(kantor.data, k, tahun)
    hasil, temuan = baca(kantor.data, tahun, k.isi)
    assert hasil is not None and not len(temuan)
    r = konteks_renja(kantor, tahun).renja
    assert r.pagu == k.rencana.pagu[tahun] and not len(r.perbedaan) and not r.rkpd_ada


def test_an_existing_one_is_left_alone(tmp_path: Path, konteks_kantor: Konteks, buku: Path) -> None:
    buku.write_bytes(b"isian perencana")
    assert not siapkan(tmp_path, konteks_kantor, 2025)
    assert buku.read_bytes() == b"isian perencana"
    assert [p.name for p in buku.parent.iterdir()] == ["2025.xlsx"]


def test_help_columns_say_so(buku: Path) -> None:
    ws = load_workbook(buku)["Sub Kegiatan"]
    assert ws["B1"].comment is not None and ws["B1"].comment.text == URAIAN_BANTUAN
    assert ws["B2"].fill.fgColor.rgb != ws["A2"].fill.fgColor.rgb
    petunjuk = [r[2] for r in load_workbook(buku)["Petunjuk"].iter_rows(values_only=True) if r[1] == "Nama (bantuan)"]
    assert set(petunjuk) == {URAIAN_BANTUAN}


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path, konteks_kantor: Konteks, buku: Path) -> None:
    siapkan(tmp_path / "lagi", konteks_kantor, 2025)
    assert (tmp_path / "lagi" / "renja" / "2025.xlsx").read_bytes() == buku.read_bytes()


def test_the_guide_names_every_table_chart_and_sheet() -> None:
    panduan = (Path(__file__).resolve().parents[2] / "docs" / "renja.md").read_text(encoding="utf-8")
    for nama in (*PENYUSUN_RENJA, *GRAFIK_RENJA, *(f"| {le.nama} |" for le in buku_renja(2027).lembar)):
        assert nama in panduan
