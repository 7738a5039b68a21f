"""The declarations of all rules: whole, with examples, each planted in a test; a code is declared once."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from generator.periksa.aturan import Aturan, Rumpun
from generator.periksa.daftar import ATURAN, ATURAN_PK, ATURAN_RENJA, RUMPUN
from generator.temuan import JENIS_TAHAP, KATALOG

SEMUA = [(r, a) for r in RUMPUN for a in r.daftar]


@pytest.mark.parametrize(("rumpun", "aturan"), [pytest.param(r, a, id=a.kode) for r, a in SEMUA])
def test_deklarasi(rumpun: Rumpun, aturan: Aturan) -> None:
    j = aturan.jenis
    assert KATALOG[j.kode] is j
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", j.kode)
    assert re.fullmatch(r"[A-Z].*[.]", j.arti) and re.fullmatch(r"[A-Z].*\S", j.obat)
    assert j.salah.strip() and j.baik.strip() and j.salah != j.baik
    assert "`" not in j.salah + j.baik and "\n" not in j.salah + j.baik  # they are code in a cell of docs/temuan.md
    assert re.fullmatch(r"[A-Z].*[.:].*", aturan.periksa.__doc__ or "", re.S)
    assert rumpun.judul and re.fullmatch(r"[A-Z].*[.]", rumpun.uraian)


def test_setiap_kode_sekali() -> None:
    """What is found in another way elsewhere ('juga') is declared in one place all the same."""
    jenis = dict.fromkeys(a.jenis for _, a in SEMUA)
    assert len({j.kode for j in jenis}) == len(jenis)
    milik_tahap = {j.kode for j in JENIS_TAHAP}
    assert {j.kode for j in jenis} & milik_tahap == {"spasi-ganda"}  # met while a cell is read, too
    assert {j.kode for j in jenis} | milik_tahap == set(KATALOG)
    contoh = {"arti": "Arti.", "obat": "Obat.", "salah": "a", "baik": "b"}
    with pytest.raises(ValueError, match="jumlah-kontrol dideklarasikan dua kali"):
        Rumpun("Uji", "Uji.")("jumlah-kontrol", "galat", **contoh)


def test_setiap_aturan_berjalan() -> None:
    """No rule is declared and left out of every document."""
    berjalan = {a.kode for a in (*ATURAN, *ATURAN_RENJA, *ATURAN_PK)}
    assert berjalan == {a.kode for _, a in SEMUA}


def test_setiap_aturan_ditanam() -> None:
    """Some test below this folder names the code: of a fault that it plants."""
    tertulis = {
        simpul.value
        for path in Path(__file__).parent.rglob("test_*.py")
        if path != Path(__file__)
        for simpul in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(simpul, ast.Constant) and isinstance(simpul.value, str)
    }
    assert {a.kode for _, a in SEMUA} - tertulis == set()
