"""Agreements of the fictitious office: a head, a secretary and a head of a section, one sub kegiatan nobody's."""

from __future__ import annotations

from typing import Any

import pytest
from kantor import Kantor
from kantor_pk import konteks_pk
from kantor_renja import sub, tulis_renja

from generator.compute.konteks import Konteks
from generator.compute.pk import KonteksPk, Perjanjian

SATU, DUA, LOMBA = "2.23.01.2.01.0001", "2.23.02.2.01.0001", "2.23.02.2.02.0003"
BARIS = {"2.23.01": 2, "2.23.01.2.01": 3, SATU: 4, "2.23.02": 5, "2.23.02.2.01": 6, DUA: 7, "2.23.02.2.02": 8, LOMBA: 9}


def pk(k: Konteks, tahun: int = 2025) -> KonteksPk:
    return KonteksPk(k, None, tahun)


def kode(butir: Any) -> list[str]:
    return [str(b.kode) for b in butir]


def ampu(kantor: Kantor, siapa: str | None, *butir: str) -> None:
    """Make a post answer for what stands on the sheet Rencana."""
    for b in butir:
        kantor.isi_sel(f"cascade › Rencana!D{BARIS[b]}", siapa)


# ---------------------------------------------------------------- who with whom


def test_one_agreement_per_post_with_the_post_above(konteks_kantor: Konteks) -> None:
    """The head of the office with the head of the region."""
    assert [(str(p.kode), p.utama, str(p.kedua.sebutan)) for p in pk(konteks_kantor).pk.perjanjian] == [
        ("kepala", True, "Wali Kota Rawa Contoh"),
        ("sekretaris", False, "Kepala Dinas Perpustakaan"),
        ("layanan", False, "Kepala Dinas Perpustakaan"),
    ]


def test_a_post_is_called_with_its_office(konteks_kantor: Konteks) -> None:
    """In short where its name ends with the kind of the office."""
    assert [str(p.pertama.sebutan) for p in pk(konteks_kantor).pk.perjanjian] == [
        *("Kepala Dinas Perpustakaan", "Sekretaris Dinas Perpustakaan"),
        "Kepala Bidang Layanan Dinas Perpustakaan Kota Rawa Contoh",
    ]


def test_names_are_those_of_the_sources_only(konteks_kantor: Konteks) -> None:
    k = pk(konteks_kantor).pk
    assert str(k["kepala"].pertama.nama) == "SITI CONTOH, S.Sos."
    assert [p.kode for p in k.tanpa_nama] == ["kepala_daerah", "sekretaris", "layanan"]
    assert k.tanggal is None


def test_the_years_workbook_names_the_head_of_the_region_and_the_day(kantor: Kantor) -> None:
    umum = [["tanggal_pk", "2025-01-06", None], ["kepala_daerah", "AMIR CONTOH", None]]
    tulis_renja(kantor.data, 2025, Umum=umum)
    k = konteks_pk(kantor, 2025)
    assert str(k.pk["kepala"].kedua.nama) == "AMIR CONTOH"
    assert k.tanggal_dokumen is not None and k.tanggal_dokumen.nilai.isoformat() == "2025-01-06"
    assert [p.kode for p in k.pk.tanpa_nama] == ["sekretaris", "layanan"]
    assert str(k.tahun_terbit) == "2025"


# ---------------------------------------------------------------- what


def test_the_head_promises_all_sasaran_with_all_programs(konteks_kantor: Konteks) -> None:
    p = pk(konteks_kantor).pk["kepala"]
    assert kode(p.sasaran) == ["layanan", "tertib"]
    assert kode(p.pagu) == kode(p.puncak) == ["2.23.01", "2.23.02"]
    assert kode(p.diampu) == ["2.23.02"]
    assert p.tingkat == ("sasaran",)


def test_others_promise_what_they_answer_for(konteks_kantor: Konteks) -> None:
    k = pk(konteks_kantor).pk
    assert kode(k["sekretaris"].sasaran) == kode(k["sekretaris"].pagu) == ["2.23.01", "2.23.01.2.01"]
    assert kode(k["layanan"].sasaran) == ["2.23.02.2.01", DUA, "2.23.02.2.02", LOMBA]
    assert kode(k["layanan"].puncak) == ["2.23.02.2.01", "2.23.02.2.02"]


def test_what_has_neither_pagu_nor_target_is_no_promise(konteks_kantor: Konteks) -> None:
    """In 2024 the contest has none of both; in 2025 it has a target without pagu."""
    assert kode(pk(konteks_kantor, 2024).pk["layanan"].butir) == ["2.23.02.2.01", DUA]
    assert pk(konteks_kantor, 2025).renja[LOMBA].pagu == 0


def test_a_forward_estimate_alone_is_no_promise(kantor: Kantor) -> None:
    """Nor is the kegiatan above it, although it has a target."""
    kantor.isi_sel("pendanaan › Pagu!C4", 80)  # the contest in 2025
    k = konteks_pk(kantor, 2024)
    assert LOMBA in kode(k.renja.subkegiatan)
    assert kode(k.pk["layanan"].butir) == ["2.23.02.2.01", DUA]


def test_a_post_that_answers_for_nothing_promises_what_those_below_it_do(kantor: Kantor) -> None:
    ampu(kantor, "layanan", "2.23.01", "2.23.01.2.01")
    kantor.isi_sel("organisasi › Jabatan!E4", "sekretaris")
    k = konteks_pk(kantor, 2025).pk
    assert not len(k["sekretaris"].diampu) and kode(k["sekretaris"].butir) == kode(k["layanan"].butir)
    assert k["layanan"].kedua.kode == "sekretaris"
    assert (k["sekretaris"].anggaran, k["sekretaris"].langsung.nilai) == (1700, None)


def test_a_post_with_nothing_at_all_has_no_agreement(kantor: Kantor) -> None:
    ampu(kantor, "kepala", "2.23.01", "2.23.01.2.01")
    k = konteks_pk(kantor, 2025).pk
    assert kode(k.perjanjian) == ["kepala", "layanan"]
    assert kode(k.tanpa_butir) == ["sekretaris"]


def test_an_office_whose_head_answers_for_all(kantor: Kantor) -> None:
    ampu(kantor, "kepala", *BARIS)
    k = konteks_pk(kantor, 2025).pk
    assert kode(k.perjanjian) == ["kepala"]
    assert k["kepala"].langsung == k.anggaran == 1700


# ---------------------------------------------------------------- money


@pytest.mark.parametrize(
    ("tahun", "harapan"),
    [(2024, (1500, 1000, 500)), (2025, (1700, 1100, 600)), (2026, (1990, 1200, 790))],
)
def test_an_agreement_holds_the_money_of_its_top_nodes(
    konteks_kantor: Konteks, tahun: int, harapan: tuple[int, int, int]
) -> None:
    """Programs and kegiatan below one's own program are not added again."""
    assert tuple(p.anggaran.nilai for p in pk(konteks_kantor, tahun).pk.perjanjian) == harapan


@pytest.mark.parametrize(("tahun", "sisa"), [(2024, 1000), (2025, 1100), (2026, 1200)])
def test_posts_and_remainder_are_the_renjas_total(konteks_kantor: Konteks, tahun: int, sisa: int) -> None:
    k = pk(konteks_kantor, tahun)
    assert kode(k.pk.subkegiatan_sisa) == kode(k.pk.sisa) == [SATU]
    assert k.pk.anggaran_sisa == sisa
    assert sum(p.langsung.nilai or 0 for p in k.pk.perjanjian) == k.renja.pagu.nilai - sisa  # type: ignore[operator]
    assert k.pk.anggaran == k.renja.pagu
    berisi = {a for s in k.renja.subkegiatan if s.pagu.nilai is not None for a in s.pagu.asal}
    assert berisi <= set(k.pk.anggaran.asal) <= set(k.renja.pagu.asal)


def test_without_remainder_nothing_is_left(kantor: Kantor) -> None:
    ampu(kantor, "sekretaris", SATU)
    k = konteks_pk(kantor, 2025).pk
    assert not len(k.sisa) and k.anggaran_sisa.nilai is None
    assert (k["sekretaris"].langsung, k.anggaran) == (1100, 1700)


def test_programs_and_kegiatan_without_penanggung_jawab_count_for_the_remainder_without_money(kantor: Kantor) -> None:
    """Their sub kegiatan have the money."""
    ampu(kantor, None, "2.23.02", "2.23.02.2.01")
    k = konteks_pk(kantor, 2025).pk
    assert kode(k.sisa) == [SATU, "2.23.02", "2.23.02.2.01"]
    assert (k.anggaran_sisa, k.anggaran) == (1100, 1700)


def test_the_years_pagu_counts(kantor: Kantor) -> None:
    tulis_renja(kantor.data, 2025, Sub_Kegiatan=[sub(DUA, Pagu=650, Alasan="Koleksi")])
    k = konteks_pk(kantor, 2025)
    assert (k.pk["layanan"].anggaran, k.pk["kepala"].anggaran, k.pk.anggaran) == (650, 1750, 1750)
    assert k.pk.anggaran == k.renja.pagu


# ---------------------------------------------------------------- below one's superior


def test_what_the_superior_does_not_hold(kantor: Kantor, konteks_kantor: Konteks) -> None:
    """The head of the office holds everything; a secretary only what is below the own program."""
    assert pk(konteks_kantor).pk.luar_atasan == ()
    kantor.isi_sel("organisasi › Jabatan!E4", "sekretaris")

    def luar(k: KonteksPk) -> list[tuple[str, str]]:
        return [(str(p.kode), str(s.kode)) for p, s in k.pk.luar_atasan]

    assert luar(konteks_pk(kantor, 2025)) == [("layanan", DUA), ("layanan", LOMBA)]
    ampu(kantor, "sekretaris", "2.23.02")
    assert luar(konteks_pk(kantor, 2025)) == []


def test_an_agreement_is_looked_up_by_the_post(konteks_kantor: Konteks) -> None:
    k = pk(konteks_kantor).pk
    assert isinstance(k["layanan"], Perjanjian)
    with pytest.raises(LookupError, match="perjanjian kinerja"):
        k["tiada"]
