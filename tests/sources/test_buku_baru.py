"""Workbooks made for planners: what stands in them, and that the reader reads them."""

from __future__ import annotations

import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from kantor import DATA
from openpyxl import load_workbook

from generator.model import anggaran, pegawai, profil
from generator.model.isi import SEMUA_BUKU
from generator.model.kolom import KolomBebas, PerTahun
from generator.model.skema import Buku, Lembar, metadata
from generator.sources.buku import baca_isi
from generator.sources.buku_baru import judul_kolom, tulis_buku
from generator.sources.xlsx import baca_xlsx
from generator.temuan import Kumpulan


def lembar(buku: Buku, nama: str) -> Lembar:
    return next(x for x in buku.lembar if x.nama == nama)


@pytest.fixture(scope="module")
def kosong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every workbook as `renstra siapkan` makes it: without rows."""
    folder = tmp_path_factory.mktemp("kosong")
    for buku in SEMUA_BUKU:
        tulis_buku(buku, folder / buku.berkas, {})
    return folder


def test_judul_kolom() -> None:
    sub_kegiatan = anggaran.BUKU.lembar[0]
    assert judul_kolom(sub_kegiatan, (2021, 2022)) == [
        *("Kode", "Anggaran 2021", "Anggaran 2022", "Realisasi 2021", "Realisasi 2022"),
    ]
    assert judul_kolom(lembar(profil.BUKU, "Profil")) == ["Kunci", "Nilai", "Keterangan"]
    assert judul_kolom(lembar(pegawai.BUKU, "Golongan")) == ["Kelompok"]


@pytest.mark.parametrize("buku", SEMUA_BUKU, ids=lambda b: b.nama)
def test_petunjuk_menjelaskan_setiap_kolom(kosong: Path, buku: Buku) -> None:
    wb = load_workbook(kosong / buku.berkas)
    assert wb.sheetnames == ["Petunjuk", *(x.nama for x in buku.lembar)]
    baris = list(wb["Petunjuk"].iter_rows(min_row=6, values_only=True))
    for x in buku.lembar:
        dijelaskan = {b[1] for b in baris if b[0] == x.nama}
        for nama, medan in x.baris.model_fields.items():
            if nama != "lokasi":
                per_tahun = metadata(medan, PerTahun)
                judul = f"{per_tahun.judul} <tahun>" if per_tahun else nama if x.tunggal else medan.title
                assert judul in dijelaskan
    assert all(b[2] and (b[3] or b[1] == "(kolom lain)") for b in baris)


@pytest.mark.parametrize("buku", SEMUA_BUKU, ids=lambda b: b.nama)
def test_judul_dibekukan_dan_lebar(kosong: Path, buku: Buku) -> None:
    wb = load_workbook(kosong / buku.berkas)
    for x in buku.lembar:
        ws = wb[x.nama]
        assert ws.freeze_panes in {"A2", "C2"}
        assert all(ws.column_dimensions[c.column_letter].width >= 9 for c in ws[1])
    assert wb.active.title == buku.lembar[0].nama


def test_buku_kosong_hanya_kurang_isinya(kosong: Path) -> None:
    """A new office starts from these: nothing but missing rows, years and values stands in the way."""
    temuan = Kumpulan()
    baca_isi(kosong, temuan)
    assert {t.kode for t in temuan} == {"lembar-kosong", "sel-kosong", "kolom-hilang"}
    hilang = {t.pesan for t in temuan if t.kode == "kolom-hilang"}
    assert hilang == {"tidak ada kolom nilai", *(f'tidak ada kolom "{j} <tahun>"' for j in _judul_tahunan())}


def _judul_tahunan() -> list[str]:
    medan = (m for b in SEMUA_BUKU for x in b.lembar for m in x.baris.model_fields.values())
    return [p.judul for m in medan if (p := metadata(m, PerTahun))]


def test_daftar_turun_format_dan_keterangan(tmp_path: Path) -> None:
    tulis_buku(profil.BUKU, tmp_path / "profil.xlsx", DATA["profil"])
    wb = load_workbook(tmp_path / "profil.xlsx")
    turun = {v.formula1 for v in wb["Desa"].data_validations.dataValidation}
    assert turun == {'"Desa,Kelurahan"'}
    assert [str(v.sqref) for v in wb["Batas"].data_validations.dataValidation] == ["A2:A500"]
    assert wb["Pejabat"]["E2"].number_format == "@"
    assert wb["Penduduk"]["B2"].number_format == "#,##0"
    assert wb["Profil"]["B20"].number_format == "yyyy-mm-dd"
    assert "18 angka" in wb["Pejabat"]["E1"].comment.text


@pytest.mark.parametrize("teks", ["=1+1", "+62 411", "-", "@satu", "'kutip", "<b>&amp;"])
def test_teks_tidak_menjadi_rumus(tmp_path: Path, teks: str) -> None:
    buku = next(b for b in SEMUA_BUKU if b.nama == "mitra")
    tulis_buku(buku, tmp_path / "mitra.xlsx", {"Mitra": (["Kode", "Nama", "Peran"], [["a", teks, "b"]])})
    sel = baca_xlsx(tmp_path / "mitra.xlsx", "mitra.xlsx")["Mitra"].di(2, 2)
    assert (sel.isi, sel.rumus) == (teks, False)


def test_isi_kembali_utuh(tmp_path: Path) -> None:
    """What is written is what is read, for every kind of value."""
    isi: list[list[Any]] = [["a", "Nama", Decimal("82.75"), "M²"], ["a", "Lain", 5, "Buah"]]
    buku = next(b for b in SEMUA_BUKU if b.nama == "sarana")
    tulis_buku(buku, tmp_path / "sarana.xlsx", {"Sarana": (["Kelompok", "Nama", "Jumlah", "Satuan"], isi)})
    mentah = baca_xlsx(tmp_path / "sarana.xlsx", "sarana.xlsx")["Sarana"]
    assert [[mentah.di(r, k).isi for k in range(1, 5)] for r in (2, 3)] == isi
    assert all(metadata(m, KolomBebas) is None for m in buku.lembar[0].baris.model_fields.values())


def test_byte_yang_sama(tmp_path: Path) -> None:
    for nama in ("a.xlsx", "b.xlsx"):
        tulis_buku(profil.BUKU, tmp_path / nama, DATA["profil"])
    satu, dua = ((tmp_path / n).read_bytes() for n in ("a.xlsx", "b.xlsx"))
    assert satu == dua
    with zipfile.ZipFile(tmp_path / "a.xlsx") as z:
        assert {i.date_time for i in z.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert z.read("docProps/core.xml").count(b">2025-01-01T00:00:00Z<") == 2
    tulis_buku(
        profil.BUKU,
        tmp_path / "b.xlsx",
        {**DATA["profil"], "Batas": (["Arah", "Wilayah"], [["Timur", date(2020, 1, 1)]])},
    )
    assert satu != (tmp_path / "b.xlsx").read_bytes()
