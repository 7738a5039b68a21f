"""A Renja goes through the same stages as the Renstra: outputs of its own, shared reading, one clear finding."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from kantor import Kantor, ringkas
from kantor_renja import sub, tempat, tulis_renja
from openpyxl import load_workbook

from generator import pipeline
from generator.model.angka import Lokasi
from generator.model.isi import SEMUA_BUKU
from generator.penelusuran import jejak
from generator.sources import xlsx
from generator.temuan import GagalSusun

DUA = "2.23.02.2.01.0001"


def _susun(kantor: Kantor, tahun: int = 2025, **pilihan: object) -> pipeline.Hasil:
    return pipeline.susun(tempat(kantor, tahun), lambda _: None, pdf=False, **pilihan)  # type: ignore[arg-type]


def _keluaran(kantor: Kantor) -> dict[str, bytes]:
    folder = kantor.folder.parent / "build"
    return (
        {p.name: p.read_bytes() for p in sorted(folder.glob("*")) if p.is_file() and p.name != ".kunci"}
        if folder.is_dir()
        else {}
    )


@pytest.fixture
def dibaca(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each workbook is parsed."""
    hitungan: Counter[str] = Counter()
    asli = xlsx.urai_xlsx

    def urai(isi: bytes, berkas: str) -> dict[str, xlsx.LembarMentah]:
        hitungan[berkas] += 1
        return asli(isi, berkas)

    monkeypatch.setattr(xlsx, "urai_xlsx", urai)
    return hitungan


def test_outputs_are_named_after_the_year(kantor: Kantor) -> None:
    hasil = _susun(kantor)
    nama = {p.name for p in hasil.berkas}
    assert {"renja-2025.docx", "renja-2025.md"} <= nama <= set(_keluaran(kantor))
    teks = _keluaran(kantor)["renja-2025.md"].decode()
    assert teks.startswith("# Rencana Kerja (Renja) Dinas Perpustakaan Kota Rawa Contoh Tahun 2025\n")
    assert "Pagu tahun 2025" in teks and "Rp1.700." in teks
    assert "Rawa Contoh, ........................" in teks  # the day of signing is not known


def test_each_document_has_a_manifest_of_its_own(kantor: Kantor) -> None:
    _susun(kantor, 2024)
    _susun(kantor, 2025)
    sumber = json.loads(_keluaran(kantor)["manifest-renja-2025.json"])["sumber"]
    assert "manifest-renja-2024.json" in _keluaran(kantor) and "manifest.json" not in _keluaran(kantor)
    assert "content/chapters/renja/86-2017/10-bab-1.md" in sumber and "templates/renja.docx" in sumber
    assert not any("chapters/renstra" in n for n in sumber)


def test_an_unchanged_one_is_left_alone_and_a_changed_workbook_builds_anew(kantor: Kantor) -> None:
    tulis_renja(kantor.data, 2025)
    assert _susun(kantor).berubah and not _susun(kantor).berubah
    tulis_renja(kantor.data, 2026)  # another year's is no source
    assert not _susun(kantor).berubah
    tulis_renja(kantor.data, 2025, Sub_Kegiatan=[sub(DUA, Pagu=650, Alasan="naik")])
    hasil = _susun(kantor)
    assert hasil.berubah and "Rp1.750." in _keluaran(kantor)["renja-2025.md"].decode()


def test_the_same_sources_give_the_same_bytes(kantor: Kantor) -> None:
    _susun(kantor)
    lama = _keluaran(kantor)
    _susun(kantor, paksa=True)
    assert _keluaran(kantor) == lama


def test_builds_of_one_process_parse_every_workbook_once(kantor: Kantor, dibaca: Counter[str]) -> None:
    tulis_renja(kantor.data, 2025)
    bersama = pipeline.buat_bersama()
    for tahun in (2024, 2025):
        assert _susun(kantor, tahun, bersama=bersama).berubah
    assert {n for n in dibaca if "/renja/" not in n} == {f"content/data/{b.berkas}" for b in SEMUA_BUKU}
    assert set(dibaca.values()) == {1}


def test_a_workbook_that_changed_between_builds_is_read_again(kantor: Kantor) -> None:
    bersama = pipeline.buat_bersama()
    _susun(kantor, 2024, bersama=bersama)
    kantor.isi_sel("pendanaan › Pagu!C3", 650)
    _susun(kantor, 2025, bersama=bersama)
    assert "Rp1.750." in _keluaran(kantor)["renja-2025.md"].decode()


def test_a_year_outside_the_plan_touches_nothing(kantor: Kantor) -> None:
    _susun(kantor)
    lama = _keluaran(kantor)
    with pytest.raises(GagalSusun) as galat:
        _susun(kantor, 2031)
    assert ringkas(galat.value.temuan) == [("tahun-renja", "renja-2031")]
    assert "2024 sampai 2026" in next(iter(galat.value.temuan)).pesan
    assert _keluaran(kantor) == lama


def test_a_fault_in_the_years_workbook_stops_the_build(kantor: Kantor) -> None:
    tulis_renja(kantor.data, 2025, Sub_Kegiatan=[sub("2.23.02")])
    with pytest.raises(GagalSusun) as galat:
        _susun(kantor)
    assert [t.kode for t in galat.value.temuan.galat] == ["tingkat-kode"] and not _keluaran(kantor)


def test_an_outline_without_chapters_is_said(kantor: Kantor) -> None:
    with pytest.raises(GagalSusun) as galat:
        _susun(kantor, 2026)  # follows 14-2026
    assert ("bab-hilang", "content/chapters/renja/14-2026") in ringkas(galat.value.temuan)


def test_years_that_can_be_made(kantor: Kantor) -> None:
    assert pipeline.tahun_renja(tempat(kantor, 2025)) == [2024, 2025, 2026]


def test_the_workbook_is_made_once(kantor: Kantor) -> None:
    path, dibuat = pipeline.siapkan_renja(tempat(kantor, 2025))
    assert dibuat and path == kantor.data / "renja" / "2025.xlsx"
    isi = path.read_bytes()
    assert pipeline.siapkan_renja(tempat(kantor, 2025)) == (path, False) and path.read_bytes() == isi
    with pytest.raises(GagalSusun):
        pipeline.siapkan_renja(tempat(kantor, 2031))
    assert [p.name for p in path.parent.iterdir()] == ["2025.xlsx"]


def test_the_sheet_for_sipd_comes_with_the_document_and_stands_in_its_manifest(kantor: Kantor) -> None:
    (path,) = (p for p in _susun(kantor).berkas if p.suffix == ".xlsx")
    assert path.name == "sipd-2025.xlsx" and load_workbook(path).sheetnames == ["Sub Kegiatan", "Jumlah"]
    assert path.name in json.loads(_keluaran(kantor)["manifest-renja-2025.json"])["keluaran"]
    path.write_bytes(b"disunting")
    assert _susun(kantor).berubah and load_workbook(path).sheetnames == ["Sub Kegiatan", "Jumlah"]


def test_lineage_knows_the_years_workbook(kantor: Kantor) -> None:
    tulis_renja(kantor.data, 2025, Sub_Kegiatan=[sub(DUA, Pagu=650, Alasan="naik", Lokasi="Hulu")])
    indeks = jejak(tempat(kantor, 2025))
    pagu, tempat_sub = (Lokasi("content/data/renja/2025.xlsx", "Sub Kegiatan", sel) for sel in ("B2", "E2"))
    assert {"650", "1.750"} <= {e.teks for e in indeks.pemakaian[pagu]}
    assert indeks.sel[pagu].kolom == "Pagu" and [e.teks for e in indeks.pemakaian[tempat_sub]] == ["Hulu"]
