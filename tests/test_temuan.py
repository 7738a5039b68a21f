"""The catalogue of findings: complete, used, and printed as docs/temuan.md says."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.katalog import KELOMPOK, katalog_markdown, kelompok
from generator.temuan import _DAFTAR, KATALOG, GagalSusun, Kumpulan, Temuan, sebagai_json, sebagai_teks

AKAR = Path(__file__).parent.parent
PELAPOR = {"tambah", "BukuDitolak", "GagalPdf"}  # calls whose first argument is a code
FUNGSI_PELAPOR = {*PELAPOR, "salah"}  # of `model.kolom`; the parser of formulas has a method of that name
TANPA = {"temuan.py", "katalog.py"}


def panggilan() -> Iterator[tuple[str, str]]:
    """(place, code) of every call that reports a finding by a code written out."""
    for path, pohon in _pohon():
        for simpul in ast.walk(pohon):
            if not isinstance(simpul, ast.Call) or not simpul.args:
                continue
            if isinstance(simpul.func, ast.Attribute):
                melapor = simpul.func.attr in PELAPOR
            else:
                melapor = getattr(simpul.func, "id", "") in FUNGSI_PELAPOR
            awal = simpul.args[0]
            if melapor and isinstance(awal, ast.Constant) and isinstance(awal.value, str):
                yield f"{path.relative_to(AKAR)}:{simpul.lineno}", awal.value


def _pohon() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((AKAR / "generator").rglob("*.py")):
        if path.name not in TANPA:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_katalog_tanpa_ganda() -> None:
    assert len(_DAFTAR) == len(KATALOG)
    for jenis in KATALOG.values():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", jenis.kode)
        assert jenis.berat in {"galat", "peringatan"}
        assert re.fullmatch(r"[A-Z].*[.]", jenis.arti)
        assert re.fullmatch(r"[A-Z].*[^ ]", jenis.obat)


def test_setiap_kode_yang_dipakai_ada() -> None:
    dipakai = list(panggilan())
    assert len(dipakai) > 50
    assert [d for d in dipakai if d[1] not in KATALOG] == []


def test_setiap_kode_katalog_dipakai() -> None:
    tertulis = {
        simpul.value
        for _, pohon in _pohon()
        for simpul in ast.walk(pohon)
        if isinstance(simpul, ast.Constant) and isinstance(simpul.value, str)
    }
    assert set(KATALOG) - tertulis == set()


def test_docs_temuan() -> None:
    """`renstra temuan > docs/temuan.md` after the catalogue changed."""
    assert (AKAR / "docs" / "temuan.md").read_text(encoding="utf-8") == katalog_markdown()


def test_kelompok() -> None:
    isi = list(kelompok())
    assert [j.kode for _, _, daftar in isi for j in daftar] == list(KATALOG)
    assert [daftar[0].kode for _, _, daftar in isi] == list(KELOMPOK)
    halaman = katalog_markdown()
    assert halaman.startswith("# Temuan\n")
    assert halaman.endswith("|\n")
    for jenis in KATALOG.values():
        assert f"| `{jenis.kode}` | {jenis.berat} | {jenis.arti} | " in halaman
    baris = [b for b in halaman.split("\n") if b.startswith("| `")]
    assert {len(re.findall(r"(?<!\\)\|", b)) for b in baris} == {5}


# ---------------------------------------------------------------- collecting and showing


@pytest.fixture
def kumpulan() -> Kumpulan:
    k = Kumpulan()
    k.tambah("berkas-asing", "data/a.xls", "berkas .xls tidak dibaca")
    k.tambah("sel-kosong", "data/a.xlsx › S!B2", "Nama: sel kosong", "Isi namanya.", "nama")
    k.tambah("berkas-asing", "data/a.xls", "berkas .xls tidak dibaca")
    return k


def test_kumpulan(kumpulan: Kumpulan) -> None:
    assert len(kumpulan) == 2  # the same finding once
    assert [t.kode for t in kumpulan] == ["berkas-asing", "sel-kosong"]
    assert [t.kode for t in kumpulan.galat] == ["sel-kosong"]
    assert [t.kode for t in kumpulan.peringatan] == ["berkas-asing"]
    assert str(GagalSusun(kumpulan)) == "1 galat"
    with pytest.raises(KeyError):
        kumpulan.tambah("tak-ada", "x", "y")


def test_sebagai_teks(kumpulan: Kumpulan) -> None:
    """Errors first, each with its place, message and remedy (its own or the catalogue's), and a count."""
    assert sebagai_teks(kumpulan).split("\n") == [
        "galat      sel-kosong               data/a.xlsx › S!B2",
        "           Nama: sel kosong",
        "           → Isi namanya.",
        "peringatan berkas-asing             data/a.xls",
        "           berkas .xls tidak dibaca",
        f"           → {KATALOG['berkas-asing'].obat}",
        "1 galat, 1 peringatan.",
    ]
    assert sebagai_teks([]) == "0 galat, 0 peringatan."


def test_sebagai_json(kumpulan: Kumpulan) -> None:
    assert json.loads(sebagai_json(kumpulan)) == [
        {
            "berat": "peringatan",
            "kode": "berkas-asing",
            "tempat": "data/a.xls",
            "pesan": "berkas .xls tidak dibaca",
            "obat": KATALOG["berkas-asing"].obat,
            "pokok": "",
        },
        {
            "berat": "galat",
            "kode": "sel-kosong",
            "tempat": "data/a.xlsx › S!B2",
            "pesan": "Nama: sel kosong",
            "obat": "Isi namanya.",
            "pokok": "nama",
        },
    ]
    assert Temuan("sel-kosong", "x", "y").berat == "galat"
