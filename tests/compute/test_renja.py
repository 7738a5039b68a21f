"""The Renja of the fictitious office, whose plan of 2024-2026 was signed in 2023."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from kantor import Kantor
from kantor_renja import konteks_renja, sub, tulis_renja

from generator.compute.evaluasi import IndikatorRenja, laju
from generator.compute.konteks import Konteks
from generator.compute.renja import KonteksRenja, Renja, kerangka_tahun, tahun_renja
from generator.model.angka import Angka

SATU, DUA, LOMBA = "2.23.01.2.01.0001", "2.23.02.2.01.0001", "2.23.02.2.02.0003"


def _renja(k: Konteks, tahun: int) -> Renja:
    return KonteksRenja(k, None, tahun).renja


# ---------------------------------------------------------------- years


def test_the_years_are_those_of_the_plan_after_its_own_date(konteks_kantor: Konteks) -> None:
    assert [t.nilai for t in tahun_renja(konteks_kantor)] == [2024, 2025, 2026]


def test_a_plan_signed_in_its_first_year_leaves_that_year_out(kantor: Kantor) -> None:
    kantor.isi_sel("profil › Profil!B20", "2024-03-01")
    assert [t.nilai for t in tahun_renja(kantor.konteks())] == [2025, 2026]


def test_years_around_n(konteks_kantor: Konteks) -> None:
    r = _renja(konteks_kantor, 2025)
    tahun = (r.tahun_awal, r.tahun_evaluasi, r.tahun_lalu, r.tahun, r.tahun_depan)
    assert [t.nilai for t in tahun] == [2022, 2023, 2024, 2025, 2026]
    assert (r.urutan, r.pertama, r.terakhir, r.ada_prakiraan, r.transisi) == (2, False, False, True, False)


@pytest.mark.parametrize(("tahun", "pertama", "terakhir"), [(2024, True, False), (2026, False, True)])
def test_first_and_last_year(konteks_kantor: Konteks, tahun: int, pertama: bool, terakhir: bool) -> None:
    r = _renja(konteks_kantor, tahun)
    assert (r.pertama, r.terakhir, r.ada_prakiraan) == (pertama, terakhir, not terakhir)


def test_a_year_after_the_period_is_one_of_transition(kantor: Kantor) -> None:
    kantor.isi_sel("profil › Profil!B12", 2025)
    k = kantor.konteks()
    assert [_renja(k, t).transisi for t in (2024, 2025, 2026)] == [False, False, True]


def test_the_outline_is_chosen_per_year(konteks_kantor: Konteks) -> None:
    assert [kerangka_tahun(konteks_kantor.isi, t) for t in (2025, 2026)] == ["86-2017", "14-2026"]


def test_the_chapters_of_the_outline_are_names(konteks_kantor: Konteks) -> None:
    bab = KonteksRenja(konteks_kantor, None, 2025).kerangka
    assert [(b.nomor, str(b.judul)) for b in bab] == [(1, "PENDAHULUAN"), (2, "RENCANA")]
    assert bab[0].nomor.asal[0].lembar == "Kerangka Renja"
    assert len(konteks_kantor.kerangka) == 3  # the Renstra's own are left as they are


# ---------------------------------------------------------------- money


def test_without_a_workbook_all_is_as_in_the_renstra(konteks_kantor: Konteks) -> None:
    for tahun in (2024, 2025, 2026):
        r = _renja(konteks_kantor, tahun)
        assert r.pagu == r.pagu_renstra == konteks_kantor.rencana.pagu[tahun]
        assert not r.terisi and not len(r.perbedaan)
        assert [b.pagu for b in r.program] == [c.pagu[tahun] for c in konteks_kantor.rencana.program]


def test_forward_estimates_are_the_next_years_plan(konteks_kantor: Konteks) -> None:
    ini, depan = _renja(konteks_kantor, 2025), _renja(konteks_kantor, 2026)
    assert ini.prakiraan == depan.pagu == 1990
    assert [b.prakiraan for b in ini.subkegiatan] == [b.pagu for b in depan.subkegiatan]
    assert depan.pagu_lalu == ini.pagu == 1700


def test_in_the_last_year_there_is_no_forward_estimate(konteks_kantor: Konteks) -> None:
    r = _renja(konteks_kantor, 2026)
    assert r.prakiraan.nilai is None and all(b.prakiraan.nilai is None for b in r.subkegiatan)
    assert r.laju_prakiraan.nilai is None


def test_growth(konteks_kantor: Konteks) -> None:
    r = _renja(konteks_kantor, 2025)
    assert r.laju_pagu == Decimal(200) / 1500 and r.laju_prakiraan == Decimal(290) / 1700


def test_a_changed_pagu_goes_up_to_the_total(kantor: Kantor) -> None:
    tulis_renja(kantor.data, 2025, Sub_Kegiatan=[sub(DUA, Pagu=650, Alasan="Harga naik")])
    r = konteks_renja(kantor, 2025).renja
    assert [r[k].pagu for k in (DUA, "2.23.02.2.01", "2.23.02", "layanan", "baca")] == [650] * 5
    assert (r.pagu, r.pagu_renstra, r.selisih_pagu) == (1750, 1700, 50)
    assert r["2.23.02"].pagu_renstra == 600 and r[DUA].berubah and not r[SATU].berubah
    assert str(r.pagu.asal[-1] if len(r.pagu.asal) == 1 else r[DUA].pagu.asal[0]).endswith(
        "2025.xlsx › Sub Kegiatan!B2"
    )
    assert r.prakiraan == 1990  # the Renstra's


def test_every_difference_with_its_reason(kantor: Kantor) -> None:
    baris = [sub(DUA, Pagu=650, Target=125, Alasan="Harga naik"), sub(SATU, Pagu=1100), sub(LOMBA, Pagu=40)]
    tulis_renja(kantor.data, 2025, Sub_Kegiatan=baris, Target=[["eksemplar", 365, None]])
    beda = [
        (str(p.kode), p.hal, p.indikator, p.renstra, p.renja, p.selisih, p.alasan)
        for p in konteks_renja(kantor, 2025).renja.perbedaan
    ]
    assert beda == [
        (DUA, "Pagu", None, 600, 650, 50, "Harga naik"),
        (DUA, "Target", "Jumlah Judul", 120, 125, 5, "Harga naik"),
        (DUA, "Target", "Jumlah Eksemplar", 360, 365, 5, None),
        (LOMBA, "Pagu", None, 0, 40, 40, None),
    ]


def test_nothing_instead_of_a_blank_is_no_difference(kantor: Kantor) -> None:
    """Lomba has no pagu and no target in 2024: 0 says the same."""
    tulis_renja(kantor.data, 2024, Sub_Kegiatan=[sub(LOMBA, Pagu=0, Target=0)])
    assert not len(konteks_renja(kantor, 2024).renja.perbedaan)


def test_a_sub_kegiatan_that_is_dropped_is_a_difference(kantor: Kantor) -> None:
    tulis_renja(kantor.data, 2026, Sub_Kegiatan=[sub(LOMBA, Pagu=0, Target=0, Alasan="Ditunda")])
    r = konteks_renja(kantor, 2026).renja
    assert [str(s.kode) for s in r.subkegiatan] == [SATU, DUA]
    assert [(p.hal, p.renja) for p in r.perbedaan] == [("Pagu", 0), ("Target", 0)]
    assert r.pagu == 1900
    with pytest.raises(LookupError, match="tidak ada dalam Renja 2026"):
        r[LOMBA]


# ---------------------------------------------------------------- what the year plans


def test_what_has_neither_pagu_nor_target_nor_forward_estimate_is_left_out(kantor: Kantor) -> None:
    kantor.isi_sel("pendanaan › Pagu!C4", None)
    kantor.isi_sel("pendanaan › Pagu!D4", None)
    for sel in ("G14", "H14", "I14"):
        kantor.isi_sel(f"cascade › Indikator!{sel}", None)
    r = konteks_renja(kantor, 2025).renja
    assert [str(s.kode) for s in r.subkegiatan] == [SATU, DUA]
    assert [str(g.kode) for g in r.kegiatan] == ["2.23.01.2.01", "2.23.02.2.01"]  # nothing below 2.23.02.2.02


def test_a_sub_kegiatan_with_a_forward_estimate_only_stays(konteks_kantor: Konteks) -> None:
    r = _renja(konteks_kantor, 2025)
    assert not r[LOMBA].pagu and r[LOMBA].prakiraan == 90
    assert [str(s.kode) for s in r.subkegiatan_berpagu] == [SATU, DUA]


def test_new_and_largest(konteks_kantor: Konteks) -> None:
    r = _renja(konteks_kantor, 2026)
    assert [str(s.kode) for s in r.subkegiatan_baru] == [LOMBA]
    assert r.program_terbesar.kode == "2.23.01"


def test_words_of_the_year(kantor: Kantor) -> None:
    isi = sub(DUA, Lokasi="Kota", Sumber_Dana="PAD", Kelompok_Sasaran="Warga", Catatan="Dua tahap")
    tulis_renja(kantor.data, 2025, Sub_Kegiatan=[isi])
    r = konteks_renja(kantor, 2025).renja
    b = r[DUA]
    assert (b.tempat, b.sumber_dana, b.kelompok_sasaran, b.catatan) == ("Kota", "PAD", "Warga", "Dua tahap")
    assert (r[SATU].tempat, r[SATU].sumber_dana) == (None, None)


# ---------------------------------------------------------------- T-C.29


@pytest.mark.parametrize(
    ("satuan", "hasil"),
    [("%", True), ("Persen", True), ("Nilai", True), (" indeks ", True), ("Dokumen", False), ("Orang", False)],
)
def test_rates_and_scores(satuan: str, hasil: bool) -> None:
    assert laju(satuan) is hasil


def _kolom(i: IndikatorRenja) -> list[object]:
    """Columns 4 to 11 of T-C.29."""
    angka = (
        *(i.target_akhir, i.realisasi_awal, i.target_evaluasi, i.realisasi_evaluasi),
        *(i.tingkat_realisasi, i.target_lalu, i.perkiraan_sampai, i.tingkat_capaian),
    )
    return [a.nilai for a in angka]


@pytest.fixture
def renja_2026(kantor: Kantor) -> Renja:
    """n-3 = 2023, before the plan; n-2 = 2024; n-1 = 2025."""
    realisasi = [
        # until 2023, target 2024, reached 2024, target 2025, expected 2025, remark
        ["judul", None, None, 99, None, None, None],
        ["eksemplar", 12, 300, 240, 400, 380, None],
        ["2.23.02", 38, None, 44, None, 49, "naik"],
        ["rencana", None, None, None, None, None, None],
    ]
    tulis_renja(kantor.data, 2026, Realisasi=realisasi)
    return konteks_renja(kantor, 2026).renja


def test_worked_example_of_a_count(renja_2026: Renja) -> None:
    """Titles: planned 110 + 120 + 130; 99 of 110 in 2024, 120 to come in 2025."""
    judul, _ = renja_2026[DUA].indikator
    assert _kolom(judul) == [360, None, 110, 99, Decimal("0.9"), 120, 219, Decimal(219) / 360]


def test_what_is_entered_takes_the_place_of_the_plans_targets(renja_2026: Renja) -> None:
    _, eksemplar = renja_2026[DUA].indikator
    assert _kolom(eksemplar) == [1080, 12, 300, 240, Decimal("0.8"), 400, 652, Decimal(652) / 1080]
    assert eksemplar.renstra[2024] == 330 and eksemplar.perkiraan_lalu == 380


def test_worked_example_of_a_rate(renja_2026: Renja) -> None:
    """The last target is the plan's, the latest value stands for the sum."""
    (i,) = renja_2026["2.23.02"].indikator
    assert _kolom(i) == [55, 38, 45, 44, Decimal(44) / 45, 50, 50, Decimal(50) / 55]


def test_a_sum_with_an_unknown_year_of_the_plan_is_unknown(renja_2026: Renja) -> None:
    (i,) = renja_2026[SATU].indikator
    assert _kolom(i) == [7, None, 2, None, None, 2, None, None]


def test_a_year_without_target_needs_no_realisation(renja_2026: Renja) -> None:
    (i,) = renja_2026[LOMBA].indikator
    assert i.target_evaluasi.nilai is None and _kolom(i) == [3, None, None, None, None, 1, 1, Decimal(1) / 3]


def test_a_rate_is_not_estimated_from_a_target_alone(kantor: Kantor) -> None:
    """One realisation, of either year, is enough; the target of n-1 is then the latest value."""
    for awal, evaluasi, harapan in ((None, None, None), (38, None, 50), (None, 44, 50)):
        baris = ["2.23.02", awal, None, evaluasi, None, None, None]
        tulis_renja(kantor.data, 2026, Realisasi=[baris])
        (i,) = konteks_renja(kantor, 2026).renja["2.23.02"].indikator
        assert (i.target_lalu, i.perkiraan_sampai.nilai) == (50, harapan)
        assert i.tingkat_capaian.nilai == (None if harapan is None else Decimal(50) / 55)


def test_nothing_reached_and_nothing_aimed_at_is_no_attainment(kantor: Kantor) -> None:
    """Lomba has no target until n-1."""
    (i,) = konteks_renja(kantor, 2025).renja[LOMBA].indikator
    assert not i.target_lalu and (i.perkiraan_sampai.nilai, i.tingkat_capaian.nilai) == (None, None)
    tulis_renja(kantor.data, 2025, Realisasi=[["lomba", None, None, 0, None, None, None]])
    (i,) = konteks_renja(kantor, 2025).renja[LOMBA].indikator
    assert i.perkiraan_sampai == 0  # somebody looked, and it is nothing


def test_a_sum_needs_the_years_before_n_minus_two_only_where_there_was_a_target(kantor: Kantor) -> None:
    """The rule alone, on one indicator: the fictitious plan is too short for column 5."""
    (i, _) = konteks_renja(kantor, 2026).renja[DUA].indikator
    semua = replace(i, realisasi_evaluasi=Angka(99), realisasi_awal=Angka(None))
    assert replace(semua, bertarget_awal=False).perkiraan_sampai == 219
    assert replace(semua, bertarget_awal=True).perkiraan_sampai.nilai is None
    assert replace(semua, bertarget_awal=True, realisasi_awal=Angka(0)).perkiraan_sampai == 219


def test_what_the_period_plans_is_evaluated_also_where_the_year_has_none(kantor: Kantor) -> None:
    """Lomba has neither pagu nor target in 2026."""
    for sel in ("pendanaan › Pagu!D4", "cascade › Indikator!I14"):
        kantor.isi_sel(sel, None)
    r = konteks_renja(kantor, 2026).renja
    assert [str(s.kode) for s in r.subkegiatan] == [SATU, DUA]
    assert [str(b.kode) for b in r.dievaluasi if b.tingkat == "subkegiatan"] == [SATU, DUA, LOMBA]
    assert "2.23.02.2.02" in [str(b.kode) for b in r.dievaluasi] and "lomba" in [str(i.kode) for i in r.indikator]


def test_what_no_year_of_the_period_plans_is_not_evaluated(kantor: Kantor) -> None:
    for sel in ("pendanaan › Pagu!C4", "pendanaan › Pagu!D4", *(f"cascade › Indikator!{k}14" for k in "GHI")):
        kantor.isi_sel(sel, None)
    r = konteks_renja(kantor, 2025).renja
    assert [str(b.kode) for b in r.dievaluasi if b.tingkat != "program"] == [
        *("2.23.01.2.01", SATU),
        *("2.23.02.2.01", DUA),
    ]


def test_one_unit_has_one_name(kantor: Kantor) -> None:
    kantor.isi_sel("cascade › Indikator!D3", "Persen")
    (i, *_) = konteks_renja(kantor, 2025).renja["layanan"].indikator
    assert i.sebutan.endswith("(%)") and i.laju and i.satuan.asal


def test_origins_of_a_column(renja_2026: Renja) -> None:
    judul, _ = renja_2026[DUA].indikator
    assert {a.berkas.rpartition("/")[2] for a in judul.tingkat_capaian.asal} == {"2026.xlsx", "cascade.xlsx"}
    assert judul.tingkat_realisasi.rumus == "realisasi 2024 / target 2024"


def test_history_comes_from_the_former_plan_under_the_same_code(kantor: Kantor) -> None:
    """'kunjungan' is an indicator of the former plan too; of 2023 it has a target but no realisation."""
    (i, *_) = konteks_renja(kantor, 2025).renja["layanan"].indikator
    assert (i.target_evaluasi, i.realisasi_evaluasi.nilai, i.target_lalu) == (1500, None, 1500)
    (i, *_) = konteks_renja(kantor, 2024).renja["layanan"].indikator
    assert (i.target_evaluasi, i.realisasi_evaluasi, i.tingkat_realisasi) == (1200, 1200, 1)
    assert i.realisasi_awal.nilai is None  # persons are counted from the plan's first year on


def test_history_of_a_rate_goes_back_to_n_minus_three(kantor: Kantor) -> None:
    kantor.isi_sel("cascade › Indikator!D3", "Indeks")
    (i, *_) = konteks_renja(kantor, 2024).renja["layanan"].indikator
    assert i.realisasi_awal == 900


def test_the_baseline_is_no_realisation(konteks_kantor: Konteks) -> None:
    assert all(i.realisasi_evaluasi.nilai is None for i in _renja(konteks_kantor, 2025).indikator)


def test_which_indicators_were_reached(renja_2026: Renja) -> None:
    assert [str(i.kode) for i in renja_2026.indikator_terisi] == ["2.23.02", "judul", "eksemplar"]
    assert not len(renja_2026.indikator_tercapai) and renja_2026.realisasi_ada


def test_iku_have_the_remark_of_their_own_sheet(renja_2026: Renja) -> None:
    assert [(str(i.kode), i.keterangan) for i in renja_2026.iku] == [("kunjungan", None), ("puas", "survei")]


# ---------------------------------------------------------------- spending, proposals


def test_spending_is_known_of_the_years_of_its_sheet(konteks_kantor: Konteks) -> None:
    a = _renja(konteks_kantor, 2025).anggaran_evaluasi
    assert a is not None and (a.tahun, a.anggaran, a.realisasi) == (2023, 360, 330)
    assert a.rasio == Decimal(330) / 360 and [p.kode for p in a.program] == ["2.23.01", "2.23.02"]
    assert _renja(konteks_kantor, 2026).anggaran_evaluasi is None


def test_proposals_by_who_makes_them(kantor: Kantor) -> None:
    usulan = [
        [DUA, "Buku anak", "musrenbang", "Hulu", "Jumlah buku", "100 eks", None],
        [None, "Taman baca", "pokir", None, None, None, None],
    ]
    tulis_renja(kantor.data, 2025, Usulan=usulan, Inovasi=[["Bus", "Keliling", None]])
    r = konteks_renja(kantor, 2025).renja
    assert (len(r.usulan), [str(u.usulan) for u in r.musrenbang], [str(u.usulan) for u in r.pokir]) == (
        2,
        ["Buku anak"],
        ["Taman baca"],
    )
    assert [str(i.nama) for i in r.inovasi] == ["Bus"]


def test_a_row_of_the_rkpd_without_content_says_nothing(kantor: Kantor) -> None:
    tulis_renja(
        kantor.data, 2025, RKPD=[[SATU, None, None, None, None, 5, None], [DUA, None, None, None, 7, None, None]]
    )
    r = konteks_renja(kantor, 2025).renja
    assert [str(b.kode) for b in r.rkpd] == [DUA] and r.rkpd_ada
    assert r.baris_rkpd(SATU) is not None


def test_dates_and_years_of_the_document(kantor: Kantor) -> None:
    k = konteks_renja(kantor, 2025)
    assert (k.masa, k.tanggal_dokumen, k.tahun_terbit) == (2025, None, "2024")
    tulis_renja(kantor.data, 2025, Umum=[["tanggal", "2025-01-07", None], ["rkpd", "RKPD 2025", None]])
    k = konteks_renja(kantor, 2025)
    assert k.tanggal_dokumen is not None and (k.tahun_terbit, k.renja.rkpd_sebutan) == ("2025", "RKPD 2025")
