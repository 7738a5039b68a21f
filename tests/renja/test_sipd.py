"""The sheet for SIPD: one row per sub kegiatan by code, codes as text, amounts as numbers, sums on a second sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kantor import Kantor
from kantor_renja import konteks_renja, sub, tulis_renja
from openpyxl import load_workbook

from generator.compute.konteks import Konteks
from generator.compute.renja import KonteksRenja
from generator.renja.sipd import tulis_sipd

SATU, DUA, LOMBA = "2.23.01.2.01.0001", "2.23.02.2.01.0001", "2.23.02.2.02.0003"
KOLOM = ("Kode", "Nama", "Indikator", "Satuan", "Target", "Pagu 2025", "Pagu 2026", "Lokasi", "Sumber Dana")


def _baris(path: Path, lembar: str) -> list[tuple[Any, ...]]:
    return list(load_workbook(path)[lembar].iter_rows(values_only=True))


@pytest.fixture
def sipd(kantor: Kantor, tmp_path: Path) -> Path:
    isi = sub(DUA, Pagu=650, Alasan="naik", Lokasi="Hulu", Sumber_Dana="=DAU", Kelompok_Sasaran="Warga")
    tulis_renja(kantor.data, 2025, Sub_Kegiatan=[isi])
    path = tmp_path / "sipd.xlsx"
    tulis_sipd(konteks_renja(kantor, 2025).renja, path)
    return path


def test_one_row_per_sub_kegiatan_by_code(sipd: Path) -> None:
    judul, *baris = _baris(sipd, "Sub Kegiatan")
    assert judul[:10] == (*KOLOM, "Kelompok Sasaran")
    assert [b[0] for b in baris] == [SATU, DUA, LOMBA]
    assert baris[0][:10] == (
        SATU,
        "Penyusunan Rencana Dinas",
        "Jumlah Dokumen",
        "Dokumen",
        2,
        1100,
        1200,
        None,
        None,
        None,
    )
    assert baris[1][2:10] == ("Jumlah Judul", "Judul", 120, 650, 700, "Hulu", "=DAU", "Warga")


def test_further_indicators_stand_behind(sipd: Path) -> None:
    judul, satu, dua, _ = _baris(sipd, "Sub Kegiatan")
    assert judul[10:] == ("Indikator 2", "Satuan 2", "Target 2")
    assert satu[10:] == (None,) * 3 and dua[10:] == ("Jumlah Eksemplar", "Eksemplar", 360)


def test_codes_are_text_and_amounts_numbers(sipd: Path) -> None:
    ws = load_workbook(sipd)["Sub Kegiatan"]
    assert {ws.cell(r, 1).data_type for r in (2, 3, 4)} == {"s"} and ws["A2"].number_format == "@"
    assert {ws.cell(r, k).data_type for r in (2, 3, 4) for k in (5, 6, 7)} == {"n"}
    assert ws["I3"].data_type == "s"  # no formula, whatever it begins with


def test_sums_of_kegiatan_and_programs(sipd: Path) -> None:
    _, *baris = _baris(sipd, "Jumlah")
    assert [(b[0], b[2], b[3], b[4]) for b in baris] == [
        ("2.23.01", "program", 1100, 1200),
        ("2.23.01.2.01", "kegiatan", 1100, 1200),
        ("2.23.02", "program", 650, 790),
        ("2.23.02.2.01", "kegiatan", 650, 700),
        ("2.23.02.2.02", "kegiatan", 0, 90),
        (None, None, 1750, 1990),
    ]
    sub_kegiatan = _baris(sipd, "Sub Kegiatan")[1:]
    assert sum(b[5] for b in sub_kegiatan) == 1750


def test_no_forward_estimate_is_a_blank(konteks_kantor: Konteks, tmp_path: Path) -> None:
    tulis_sipd(KonteksRenja(konteks_kantor, None, 2026).renja, tmp_path / "s.xlsx")
    judul, *baris = _baris(tmp_path / "s.xlsx", "Sub Kegiatan")
    assert judul[6] == "Pagu 2027" and {b[6] for b in baris} == {None}


def test_the_same_renja_gives_the_same_bytes(konteks_kantor: Konteks, tmp_path: Path) -> None:
    for nama in ("a.xlsx", "b.xlsx"):
        tulis_sipd(KonteksRenja(konteks_kantor, None, 2025).renja, tmp_path / nama)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
