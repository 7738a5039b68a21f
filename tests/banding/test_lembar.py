"""What sheets say of their rows holds for columns that there are: a renamed one must not fall out silently."""

from __future__ import annotations

import pytest

from generator.banding.perbandingan import MEDAN_INDIKATOR
from generator.model.isi import SEMUA_BUKU, Isi
from generator.model.renja import buku_renja
from generator.model.skema import Lembar

LEMBAR = {x.medan: x for b in (*SEMUA_BUKU, buku_renja(2027)) for x in b.lembar}


@pytest.mark.parametrize("lembar", LEMBAR.values(), ids=LEMBAR)
def test_a_sheet_names_columns_that_it_has(lembar: Lembar) -> None:
    kolom = {lembar.kunci, lembar.nama_baris, lembar.induk, *lembar.kelompok} - {""}
    assert kolom <= set(lembar.baris.model_fields)
    assert not lembar.tentang or lembar.tentang in Isi.__dataclass_fields__


@pytest.mark.parametrize("lembar", LEMBAR.values(), ids=LEMBAR)
def test_a_key_has_no_default(lembar: Lembar) -> None:
    """Without its column every row would have the same one."""
    assert not lembar.kunci or lembar.baris.model_fields[lembar.kunci].is_required()


def test_a_sheet_s_order_is_either_free_or_within_groups() -> None:
    assert not [x.medan for x in LEMBAR.values() if x.urutan_bebas and x.kelompok]


def test_the_sheets_of_indicators_are_there() -> None:
    assert set(LEMBAR) >= MEDAN_INDIKATOR


def test_rows_are_named_moved_and_ordered_as_declared() -> None:
    """The comparison reads the declarations: these are what readers of a comparison rely on."""
    assert (LEMBAR["indikator"].nama_baris, LEMBAR["indikator"].induk) == ("nama", "milik")
    assert LEMBAR["sasaran"].kelompok == ("tujuan",) and LEMBAR["pagu"].urutan_bebas
    assert LEMBAR["kontrol_pagu"].tentang == LEMBAR["kontrol_anggaran"].tentang == "nomenklatur"
    assert not LEMBAR["peraturan"].urutan_bebas and LEMBAR["capaian"].nama_baris == "indikator"
