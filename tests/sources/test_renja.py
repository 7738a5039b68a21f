"""The year's workbook is read against the plan; every fault has its cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from kantor import Kantor, ringkas, sunting
from kantor import _isi as isi_sel
from kantor_renja import baca, sub, tulis_renja

from generator.model.isi import Isi
from generator.model.renja import buku_renja

DUA = "2.23.02.2.01.0001"
BERKAS = "content/data/renja/2025.xlsx"


@pytest.fixture(scope="module")
def isi(kantor_asli: Kantor) -> Isi:
    hasil, _ = kantor_asli.baca()
    assert hasil is not None
    return hasil


def test_headers_carry_the_years() -> None:
    realisasi = next(le for le in buku_renja(2027).lembar if le.nama == "Realisasi")
    judul = [m.title for n, m in realisasi.baris.model_fields.items() if n != "lokasi"]
    tahunan = ["Realisasi s.d. 2024", "Target 2025", "Realisasi 2025", "Target 2026", "Perkiraan 2026"]
    assert judul == ["Indikator", *tahunan, "Catatan"]


def test_no_workbook_is_no_fault(tmp_path: Path, isi: Isi) -> None:
    hasil, temuan = baca(tmp_path, 2025, isi)
    assert hasil is None and not len(temuan)


def test_an_empty_workbook_is_read(tmp_path: Path, isi: Isi) -> None:
    tulis_renja(tmp_path, 2025)
    hasil, temuan = baca(tmp_path, 2025, isi)
    assert not len(temuan) and hasil is not None
    assert (hasil.umum.tanggal, hasil.rencana_tahun, hasil.usulan) == (None, (), ())


def test_values_with_their_cells(tmp_path: Path, isi: Isi) -> None:
    tulis_renja(tmp_path, 2025, Sub_Kegiatan=[sub(DUA, Pagu=650)], Realisasi=[["judul", 1, 2, 3.5, 4, 5, "x"]])
    hasil, _ = baca(tmp_path, 2025, isi)
    assert hasil is not None
    assert str(hasil.rencana_tahun[0].pagu.asal[0]) == f"{BERKAS} › Sub Kegiatan!B2"
    (r,) = hasil.realisasi
    assert [a.nilai for a in (r.realisasi_awal, r.target_evaluasi, r.target_lalu, r.perkiraan_lalu)] == [1, 2, 4, 5]
    assert str(r.realisasi_evaluasi.asal[0]) == f"{BERKAS} › Realisasi!D2"


@pytest.mark.parametrize(
    ("lembar", "baris", "kode", "sel"),
    [
        ("Sub_Kegiatan", sub("2.23.09.2.01.0001"), "kode-asing", "Sub Kegiatan!A2"),
        ("Sub_Kegiatan", sub("2.23.02"), "tingkat-kode", "Sub Kegiatan!A2"),
        ("Sub_Kegiatan", sub(DUA, Pagu=-1), "angka-negatif", "Sub Kegiatan!B2"),
        ("Sub_Kegiatan", sub(DUA, Pagu="15 juta"), "data-bukan-angka", "Sub Kegiatan!B2"),
        ("Target", ["entah", 1, None], "kode-asing", "Target!A2"),
        ("Realisasi", ["entah", *[None] * 6], "kode-asing", "Realisasi!A2"),
        ("RKPD", ["2.23.02.2.01", *[None] * 6], "tingkat-kode", "RKPD!A2"),
        ("Usulan", ["9.99.01", "Buku", "musrenbang", *[None] * 4], "kode-asing", "Usulan!A2"),
        ("Usulan", [None, "Buku", "teman", *[None] * 4], "pilihan-salah", "Usulan!C2"),
        ("Usulan", [None, None, "pokir", *[None] * 4], "sel-kosong", "Usulan!B2"),
        ("Umum", ["tanggal", "kapan-kapan", None], "tanggal-salah", "Umum!B2"),
    ],
)
def test_faults(tmp_path: Path, isi: Isi, lembar: str, baris: list[object], kode: str, sel: str) -> None:
    tulis_renja(tmp_path, 2025, **{lembar: [baris]})
    hasil, temuan = baca(tmp_path, 2025, isi)
    assert hasil is None and ringkas(temuan) == [(kode, f"{BERKAS} › {sel}")]


def test_a_sub_kegiatan_stands_once(tmp_path: Path, isi: Isi) -> None:
    tulis_renja(tmp_path, 2025, Sub_Kegiatan=[sub(DUA), sub(DUA)])
    assert ringkas(baca(tmp_path, 2025, isi)[1]) == [("kunci-ganda", f"{BERKAS} › Sub Kegiatan!A3")]


def test_a_target_stands_on_one_sheet(tmp_path: Path, isi: Isi) -> None:
    """The target of the first indicator of a sub kegiatan, beside it and on the sheet of targets."""
    tulis_renja(tmp_path, 2025, Sub_Kegiatan=[sub(DUA, Target=5)], Target=[["judul", 6, None]])
    assert ringkas(baca(tmp_path, 2025, isi)[1]) == [("kunci-ganda", f"{BERKAS} › Sub Kegiatan!C2")]
    tulis_renja(tmp_path, 2025, Sub_Kegiatan=[sub(DUA, Target=5)], Target=[["eksemplar", 6, None]])
    assert not len(baca(tmp_path, 2025, isi)[1])


def test_a_target_of_what_has_no_indicator(kantor: Kantor) -> None:
    kantor.isi_sel("cascade › Indikator!B8", "2.23.01.2.01")
    hasil, _ = kantor.baca()
    assert hasil is not None
    tulis_renja(kantor.data, 2025, Sub_Kegiatan=[sub("2.23.01.2.01.0001", Target=5)])
    assert ringkas(baca(kantor.data, 2025, hasil)[1]) == [("kode-asing", f"{BERKAS} › Sub Kegiatan!C2")]


def test_a_workbook_of_another_year_is_not_taken_for_this_one(tmp_path: Path, isi: Isi) -> None:
    tulis_renja(tmp_path, 2026).rename(tmp_path / "renja" / "2025.xlsx")
    kode = {t.kode for t in baca(tmp_path, 2025, isi)[1]}
    assert kode == {"kolom-asing", "kolom-hilang"}


def test_help_columns_are_not_read(tmp_path: Path, isi: Isi) -> None:
    """Whatever they hold, even an Excel error."""
    from generator.sources.buku_baru import tulis_buku

    path = tulis_renja(tmp_path, 2025)
    lembar = buku_renja(2025).lembar[1]
    judul = [
        "Kode",
        *lembar.bantuan,
        "Pagu",
        "Target",
        "Alasan",
        "Lokasi",
        "Sumber Dana",
        "Kelompok Sasaran",
        "Catatan",
    ]
    tulis_buku(buku_renja(2025), path, {"Sub Kegiatan": (judul, [[DUA, "Nama lain", 9, 9, "x", 650, *[None] * 6]])})
    sunting(path, "xl/worksheets/sheet3.xml", lambda akar: isi_sel(akar, "B2", "#REF!"))
    hasil, temuan = baca(tmp_path, 2025, isi)
    assert hasil is not None and not len(temuan)
    assert hasil.rencana_tahun[0].pagu == 650
