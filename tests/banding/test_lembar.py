"""What the comparison knows of sheets holds for sheets that there are: a renamed one must not fall out silently."""

from __future__ import annotations

import pytest

from generator.banding.lembar import INDUK, KELOMPOK, KONTROL, NAMA, URUTAN_BEBAS
from generator.banding.perbandingan import MEDAN_INDIKATOR
from generator.model.isi import SEMUA_BUKU
from generator.model.renja import buku_renja

LEMBAR = {x.medan: x for b in (*SEMUA_BUKU, buku_renja(2027)) for x in b.lembar}


@pytest.mark.parametrize("medan", sorted({*NAMA, *INDUK, *KELOMPOK, *KONTROL, *URUTAN_BEBAS, *MEDAN_INDIKATOR}))
def test_the_sheet_and_its_columns_are_there(medan: str) -> None:
    kolom = {*KELOMPOK.get(medan, ()), *(x[medan] for x in (NAMA, INDUK) if medan in x)}
    assert kolom <= set(LEMBAR[medan].baris.model_fields)


def test_a_sheet_s_order_is_either_free_or_within_groups() -> None:
    assert not URUTAN_BEBAS & set(KELOMPOK)
