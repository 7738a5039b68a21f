"""The catalogue of findings: complete, used, and printed as docs/temuan.md says."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.katalog import BAB, katalog_markdown, kelompok, semua_jenis
from generator.lokasi import Lokasi
from generator.temuan import (
    JENIS_TAHAP,
    KATALOG,
    GagalSusun,
    Jenis,
    Katalog,
    Kumpulan,
    Temuan,
    sebagai_json,
    sebagai_laporan,
    sebagai_teks,
)

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
    assert len({j.kode for j in JENIS_TAHAP}) == len(JENIS_TAHAP) < len(KATALOG)
    with pytest.raises(ValueError, match="sel-kosong dideklarasikan dua kali"):
        Katalog([*JENIS_TAHAP, Jenis("sel-kosong", "galat", "Arti.", "Obat.")])
    for jenis in KATALOG.values():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", jenis.kode)
        assert jenis.berat in {"galat", "peringatan"}
        assert re.fullmatch(r"[A-Z].*[.]", jenis.arti)
        assert re.fullmatch(r"[A-Z].*[^ ]", jenis.obat)
        assert bool(jenis.salah) == bool(jenis.baik) and (jenis.salah != jenis.baik or not jenis.salah), jenis


def test_katalog_tanpa_aturan() -> None:
    """No start of the program reads the rules; a code of theirs is enough for their declarations to be there."""
    perintah = """
import sys
import generator.cli, generator.pipeline
from generator.temuan import KATALOG, Kumpulan
Kumpulan().tambah("sel-kosong", "a.xlsx", "kosong")
assert KATALOG["sel-kosong"].berat == "galat"
assert not [m for m in sys.modules if m.startswith("generator.periksa")]
Kumpulan().tambah("jumlah-kontrol", "a.xlsx", "beda")
assert KATALOG["terbilang-salah"].berat == "galat"
berat = {"pydantic", "jinja2", "generator.model.kolom", "generator.compute.konteks", "generator.document.ungkapan"}
assert not berat & set(sys.modules), "the declarations load more than the tree"
"""
    jalan = subprocess.run([sys.executable, "-c", perintah], cwd=AKAR, capture_output=True, text=True, timeout=120)
    assert jalan.returncode == 0, jalan.stderr


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
    """Every kind stands on the page once, those of stages in their order, and every chapter begins where it says."""
    isi = list(kelompok())
    kode = [j.kode for j in semua_jenis()]
    assert len(kode) == len(set(kode)) and set(kode) == set(KATALOG)
    assert [k for k in kode if k in {j.kode for j in JENIS_TAHAP}] == [j.kode for j in JENIS_TAHAP]
    assert [daftar[0].kode for judul, _, daftar in isi if judul.startswith("## ") and daftar] == [
        b.awal for b in BAB if b.awal
    ]
    halaman = katalog_markdown()
    assert halaman.startswith("# Temuan\n")
    assert halaman.endswith("|\n")
    for jenis in KATALOG.values():
        assert f"| `{jenis.kode}` | {jenis.berat} | {jenis.arti} | " in halaman
        contoh = f" | `{jenis.salah}` | `{jenis.baik}` |" if jenis.salah else ""
        assert contoh in halaman.replace("\\|", "|"), jenis
    for tabel in re.findall(r"(?:^\|.*\n)+", halaman, re.M):
        assert len({len(re.findall(r"(?<!\\)\|", b)) for b in tabel.splitlines()}) == 1


# ---------------------------------------------------------------- collecting and showing


@pytest.fixture
def kumpulan() -> Kumpulan:
    k = Kumpulan()
    k.tambah("berkas-asing", "data/a.xls", "berkas .xls tidak dibaca")
    k.tambah("sel-kosong", Lokasi("data/a.xlsx", "S", "B2"), "Nama: sel kosong", "Isi namanya.", "nama")
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
    assert Temuan("sel-kosong", Lokasi("x"), "y").berat == "galat"


def test_sebagai_laporan(kumpulan: Kumpulan) -> None:
    """By file, each place within it as people say it; a colon or an arrow in a name parts nothing."""
    kumpulan.tambah("kepala-naskah", Lokasi("bab: satu › dua.md", baris=7), "kepala salah")
    kumpulan.tambah("sel-kosong", Lokasi("data/a.xlsx", "S"), "lembar", pokok="x")
    kumpulan.tambah("bab-hilang", "rapat 10:30", "tidak ada")
    obat = {k: KATALOG[k].obat for k in KATALOG}
    assert sebagai_laporan(kumpulan, 2).split("\n") == [
        "data/a.xls",
        "  peringatan berkas-asing             ",
        "             berkas .xls tidak dibaca",
        f"             → {obat['berkas-asing']}",
        "",
        "data/a.xlsx",
        "  galat      sel-kosong               S!B2 [nama]",
        "             Nama: sel kosong",
        "             → Isi namanya.",
        "  galat      sel-kosong               S [x]",
        "             lembar",
        f"             → {obat['sel-kosong']}",
        "",
        "bab: satu › dua.md",
        "  galat      kepala-naskah            baris 7",
        "             kepala salah",
        f"             → {obat['kepala-naskah']}",
        "",
        "rapat 10:30",
        "  galat      bab-hilang               ",
        "             tidak ada",
        f"             → {obat['bab-hilang']}",
        "",
        "4 galat, 1 peringatan, 2 diterima dalam register.",
    ]


def test_versi() -> None:
    """A place of one of several versions says which."""
    t = Temuan("sel-kosong", Lokasi("a.xlsx", "S", "B2"), "kosong", versi="2025-murni")
    assert (t.tempat, t.berkas) == ("2025-murni: a.xlsx › S!B2", "2025-murni: a.xlsx")
    assert json.loads(sebagai_json([t]))[0]["tempat"] == t.tempat
    assert sebagai_laporan([t]).split("\n")[0] == t.berkas
    assert t != Temuan("sel-kosong", t.lokasi, "kosong")


def test_tidak_ada_yang_mengurai_tempat() -> None:
    """Nothing takes a printed place apart again, nor looks for a part of it: `lokasi` has the parts."""

    def tempat(simpul: ast.AST) -> bool:
        return isinstance(simpul, ast.Attribute) and simpul.attr == "tempat"

    pengurai = {"partition", "rpartition", "split", "removeprefix", "removesuffix", "startswith", "endswith", "find"}
    for path, pohon in _pohon():
        for simpul in ast.walk(pohon):
            if isinstance(simpul, ast.Attribute) and simpul.attr in pengurai:
                assert not tempat(simpul.value), f"{path}:{simpul.lineno}"
            if isinstance(simpul, ast.Compare) and any(isinstance(o, ast.In | ast.NotIn) for o in simpul.ops):
                assert not any(map(tempat, simpul.comparators)), f"{path}:{simpul.lineno}"
