"""The real content as Renja of each year: sums, forward estimates, and what no workbook says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from cetakan import konteks_kalaena
from kantor import blok, isi_tabel, paragraf, tabel

from generator import pipeline
from generator.compute.renja import KonteksRenja, tahun_renja
from generator.model.angka import Teks
from generator.periksa.bahan import Bahan
from generator.periksa.jalan import jalankan
from generator.temuan import GagalSusun, Kumpulan
from generator.tree.format import angka
from generator.tree.nodes import Chart, Document, Table, plain

AKAR = Path(__file__).resolve().parents[1]
PAGU = {2026: 3_474_475_490, 2027: 3_563_126_458, 2028: 3_652_159_893, 2029: 3_743_419_163, 2030: 3_846_959_915}
BERSAMA = pipeline.buat_bersama()


@cache
def bahan(tahun: int) -> Bahan:
    tempat = pipeline.Tempat(AKAR / "content", AKAR / "templates" / "renstra.docx", AKAR / "build")
    return pipeline.muat(pipeline.tempat_renja(tempat, tahun), Kumpulan(), bersama=BERSAMA)


def dokumen(tahun: int) -> Document:
    return bahan(tahun).dokumen


def test_the_years() -> None:
    assert [t.nilai for t in tahun_renja(konteks_kalaena())] == list(PAGU)


@pytest.mark.parametrize("tahun", PAGU)
def test_the_total_is_the_renstras(tahun: int) -> None:
    k = bahan(tahun).konteks
    assert isinstance(k, KonteksRenja)
    if k.renja.terisi:
        pytest.skip(f"masukan {tahun} dapat mengubah pagu")
    assert k.renja.pagu == PAGU[tahun] == sum(s.pagu.nilai or 0 for s in k.renja.subkegiatan)
    isi = isi_tabel(tabel(dokumen(tahun), "tc-33"))
    assert isi["total"][1] == angka(PAGU[tahun])


@pytest.mark.parametrize("tahun", PAGU)
def test_every_sub_kegiatan_with_pagu_stands_in_tc_33_once(tahun: int) -> None:
    k = konteks_kalaena()
    berpagu = [str(s.kode) for s in k.rencana.subkegiatan if s.pagu[tahun]]
    kode = [r.cells[0].content for r in tabel(dokumen(tahun), "tc-33").rows]
    tercetak = [str(getattr(c[0], "text", "")) for c in kode if c]
    assert len(berpagu) in (43, 44) and all(tercetak.count(b) == 1 for b in berpagu)


@pytest.mark.parametrize("tahun", list(PAGU)[:-1])
def test_forward_estimates_equal_the_next_years_plan(tahun: int) -> None:
    k = konteks_kalaena()
    isi = isi_tabel(tabel(dokumen(tahun), "tc-33"))
    assert isi["total"][-1] == angka(PAGU[tahun + 1])
    for s in k.rencana.subkegiatan:
        if str(s.kode) in isi:
            assert isi[str(s.kode)][-1] == (angka(s.pagu[tahun + 1]) if s.pagu[tahun + 1] else "-"), s.kode


def test_the_forward_estimate_of_the_last_year_is_declared_absent() -> None:
    isi = isi_tabel(tabel(dokumen(2030), "tc-33"))
    assert "Prakiraan maju tahun 2031 tidak ada" in isi["tanpa-prakiraan"][0]
    assert isi["total"] == ["TOTAL", angka(PAGU[2030]), "", ""]
    assert not any("2031" in plain(c.content) for r in tabel(dokumen(2030), "tc-33").header for c in r.cells)


@pytest.mark.parametrize("tahun", PAGU)
def test_every_sub_kegiatan_of_the_renstra_is_evaluated(tahun: int) -> None:
    """All 44, also the one that has no pagu in 2030; nothing is said to be reached from a target alone."""
    k = konteks_kalaena()
    isi = isi_tabel(tabel(dokumen(tahun), "tc-29"))
    assert {str(s.kode) for s in k.rencana.subkegiatan} <= isi.keys() and len(k.rencana.subkegiatan) == 44
    for kode, baris in isi.items():
        tanpa_realisasi = baris[4] == baris[6] == "-"
        assert not (tanpa_realisasi and "(%)" in baris[2]) or baris[9:] == ["-", "-"], kode
        assert "0" not in (baris[5], baris[8]), kode


@pytest.mark.parametrize("tahun", PAGU)
def test_every_form_is_placed_with_its_number_and_code(tahun: int) -> None:
    for i in range(29, 34):
        t = tabel(dokumen(tahun), f"tc-{i}")
        assert t.caption.number[:2] in ("2.", "4.") and t.caption.title[0].text == f"T-C.{i}. "  # type: ignore[union-attr]


def test_history_of_the_main_indicators() -> None:
    """2024 is the last year of the former plan, whose values Table 2.7 of the Renstra prints."""
    isi = isi_tabel(tabel(dokumen(2026), "tc-30"))
    assert isi["akip"][4:9] == ["73,00", "70,01", "70,50", "71,00", "61,10"]
    assert isi["ikm"][4:9] == ["83,00", "86,25", "86,45", "86,70", "86,11"]


def test_a_year_outside_the_plan_is_one_clear_finding() -> None:
    for tahun in (2025, 2031):
        with pytest.raises(GagalSusun) as galat:
            bahan(tahun)
        (t,) = galat.value.temuan
        assert (t.kode, t.tempat) == ("tahun-renja", f"renja-{tahun}")
        assert t.pesan == f"tahun {tahun} di luar Renstra; Renja dapat disusun untuk tahun 2026 sampai 2030"


@pytest.mark.parametrize("tahun", PAGU)
def test_the_rules_find_nothing_but_what_is_not_filled_in(tahun: int) -> None:
    kode = {t.kode for t in jalankan(bahan(tahun)).temuan}
    assert kode <= {"renja-buku-belum-ada", "renja-belum-diisi", "tabel-kosong"}


@pytest.mark.parametrize("tahun", PAGU)
def test_the_other_outline_too(tahun: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.compute.renja.kerangka_tahun", lambda *_: Teks("14-2026"))
    b = bahan.__wrapped__(tahun)
    assert [n.berkas.split("/")[3] for n in b.naskah][:1] == ["14-2026"]
    kode = {t.kode for t in jalankan(b).temuan}
    assert kode <= {"renja-buku-belum-ada", "renja-belum-diisi", "tabel-kosong"}
    isi = isi_tabel(tabel(b.dokumen, "program-14-2026"))
    assert isi["total"][1] == angka(PAGU[tahun])


@pytest.mark.parametrize("tahun", PAGU)
def test_a_sub_kegiatan_that_stops_is_named(tahun: int) -> None:
    """One has pagu until 2029."""
    k = bahan(tahun).konteks
    assert isinstance(k, KonteksRenja)
    if k.renja.terisi:
        pytest.skip(f"masukan {tahun} dapat mengubah pagu")
    kode = ["7.01.01.2.07.0001"] if tahun == 2030 else []
    assert [str(s.kode) for s in k.renja.subkegiatan_berhenti] == kode
    assert ("tidak lagi berpagu" in " ".join(paragraf(dokumen(tahun)))) == bool(kode)


@pytest.mark.parametrize("kerangka", ["86-2017", "14-2026"])
@pytest.mark.parametrize("tahun", PAGU)
def test_every_table_and_chart_names_its_source(tahun: int, kerangka: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.compute.renja.kerangka_tahun", lambda *_: Teks(kerangka))
    ada = [b for b in blok(bahan.__wrapped__(tahun).dokumen) if isinstance(b, Table | Chart)]
    assert len(ada) > 10
    assert [b.caption.name for b in ada if not plain(b.source).startswith("Sumber: ")] == []
