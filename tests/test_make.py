"""What users give after make's name: it arrives at the commands word by word as typed, and runs nothing."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

AKAR = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make tidak ada")
JALANKAN = [
    "$(touch masuk)",
    "$$(touch masuk)",
    "`touch masuk`",
    '"; touch masuk; "',
    "'; touch masuk; '",
    "1; touch masuk",
    "1 && touch masuk",
    "1 | touch masuk",
    "1\ntouch masuk",
    "1\\\n\ttouch masuk",
    "> masuk",
    "$(shell touch masuk)",
    "${shell touch masuk}",
    "$(eval $(shell touch masuk))",
    "$(info x)$(file >masuk)",
    "a#b",
    "*",
    "~",
    "$HOME ${HOME} $$",
    "v1.0 dari dinas",
    "--help",
]


@pytest.fixture
def proyek(tmp_path: Path) -> Path:
    """The real Makefile; `renstra` and pytest only note what they are called with."""
    for nama in ("requirements.lock", "pyproject.toml"):
        (tmp_path / nama).touch()
    (tmp_path / "setup").mkdir()
    for nama in ("python", "utuh", "libreoffice", "kamus", "uji"):
        (tmp_path / "setup" / f"{nama}.sh").touch()
    shutil.copy(AKAR / "setup" / "opsi.py", tmp_path / "setup")
    shutil.copy(AKAR / "Makefile", tmp_path)
    bin_ = tmp_path / ".venv" / "bin"
    bin_.mkdir(parents=True)
    catat = 'import json,sys; open("dipanggil", "w", encoding="utf-8").write(json.dumps(sys.argv[1:]))'
    _program(bin_ / "renstra", f"exec '{sys.executable}' -c '{catat}' \"$@\"")
    _program(bin_ / "python", f'[ "$1" = -m ] && exec .venv/bin/renstra "$@"\nexec \'{sys.executable}\' "$@"')
    (tmp_path / ".venv" / ".siap").write_text(f"{tmp_path.resolve()}\n", encoding="utf-8")
    return tmp_path


def _program(path: Path, isi: str) -> None:
    path.write_text(f"#!/bin/sh\n{isi}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def make(proyek: Path, *kata: str, **lingkungan: str) -> subprocess.CompletedProcess[str]:
    bersih = {n: v for n, v in os.environ.items() if not n.startswith(("MAKE", "MFLAGS", "OPSI", "TAHUN"))}
    perintah = ["make", "--no-print-directory", *kata]
    return subprocess.run(
        perintah, cwd=proyek, env=bersih | lingkungan, capture_output=True, text=True, timeout=300, check=False
    )


def dipanggil(proyek: Path) -> list[str]:
    isi: list[str] = json.loads((proyek / "dipanggil").read_text(encoding="utf-8"))
    return isi


@pytest.mark.parametrize(
    ("sasaran", "nama", "awal"),
    [
        ("renja", "TAHUN", ["renja", "--"]),
        ("pk", "TAHUN", ["pk", "--"]),
        ("banding", "DARI", ["banding", "--"]),
        ("versi", "NAMA", ["versi", "--"]),
    ],
)
@pytest.mark.parametrize("nilai", JALANKAN)
def test_a_value_is_one_word_as_typed(proyek: Path, sasaran: str, nama: str, awal: list[str], nilai: str) -> None:
    jawab = make(proyek, sasaran, f"{nama}={nilai}")
    assert jawab.returncode == 0, jawab.stderr
    assert dipanggil(proyek) == [*awal, nilai]
    assert not (proyek / "masuk").exists()


@pytest.mark.parametrize("nilai", JALANKAN)
def test_the_second_version_and_values_of_the_environment(proyek: Path, nilai: str) -> None:
    """What stands in the environment becomes a variable of make too."""
    assert make(proyek, "banding", "DARI=v1", f"KE={nilai}").returncode == 0
    assert dipanggil(proyek) == ["banding", "--", "v1", nilai]
    assert make(proyek, "pk", TAHUN=nilai, PAKSA=nilai).returncode == 0
    assert dipanggil(proyek) == ["pk", "--paksa", "--", nilai]
    assert make(proyek, "renstra", f"PAKSA={nilai}", f"PYTHON={nilai}").returncode == 0
    assert not (proyek / "masuk").exists()


@pytest.mark.parametrize("nilai", [n for n in JALANKAN if n.count('"') % 2 == n.count("'") % 2 == 0])
def test_options_are_words_and_run_nothing(proyek: Path, nilai: str) -> None:
    for sasaran in ("periksa", "jejak", "renja-semua", "test", "bench", "golden"):
        make(proyek, sasaran, f"OPSI={nilai}")
    make(proyek, "pk", "TAHUN=2027", f"OPSI={nilai}")
    make(proyek, "banding", "DARI=v1", f"OPSI={nilai}")
    assert not (proyek / "masuk").exists()


@pytest.mark.parametrize(
    ("kata", "harapan"),
    [
        (("periksa", "OPSI=--tegas"), ["periksa", "--tegas"]),
        (("periksa", "OPSI=--lain 'Nama A, Nama B' --semua"), ["periksa", "--lain", "Nama A, Nama B", "--semua"]),
        (("periksa", 'OPSI=--lain "Nama A"'), ["periksa", "--lain", "Nama A"]),
        (("periksa", "OPSI=--lain * $(HOME) $HOME"), ["periksa", "--lain", "*", "$(HOME)", "$HOME"]),
        (("bench", "OPSI=-k 'pdf or docx'"), ["-m", "pytest", "bench", "--benchmark-only", "-k", "pdf or docx"]),
        (("renja", "TAHUN=2027", "OPSI=--tanpa-pdf"), ["renja", "--tanpa-pdf", "--", "2027"]),
        (("pk", "TAHUN=2027", "PAKSA=1", "OPSI=--tanpa-pdf"), ["pk", "--paksa", "--tanpa-pdf", "--", "2027"]),
        (
            ("banding", "DARI=v1.0", "KE=.", "OPSI=--dokumen renja-2027"),
            ["banding", "--dokumen", "renja-2027", "--", "v1.0", "."],
        ),
        (("renstra", "PAKSA=1"), ["susun", "--paksa"]),
        (("renstra",), ["susun"]),
        (("renja-semua",), ["renja"]),
    ],
)
def test_options_arrive(proyek: Path, kata: tuple[str, ...], harapan: list[str]) -> None:
    jawab = make(proyek, *kata)
    assert jawab.returncode == 0, jawab.stderr
    assert dipanggil(proyek) == harapan


@pytest.mark.parametrize("sasaran", ["renja", "pk", "banding", "versi"])
def test_a_missing_value_is_asked_for(proyek: Path, sasaran: str) -> None:
    jawab = make(proyek, sasaran)
    assert jawab.returncode == 2 and jawab.stderr.startswith("Sebut ") and not (proyek / "dipanggil").exists()


def test_quotes_that_do_not_pair_are_said(proyek: Path) -> None:
    jawab = make(proyek, "periksa", 'OPSI=--lain "Nama')
    assert jawab.returncode == 2 and "OPSI salah: tanda kutip tidak berpasangan" in jawab.stderr
    assert "Traceback" not in jawab.stderr and not (proyek / "dipanggil").exists()


def test_the_status_of_a_command_is_kept(proyek: Path) -> None:
    """A comparison that finds differences has status 1 and is no failure of make; others are."""
    for status, banding, lain in ((1, 0, 2), (2, 2, 2)):
        _program(proyek / ".venv" / "bin" / "renstra", f"exit {status}")
        assert make(proyek, "banding", "DARI=v1").returncode == banding
        assert make(proyek, "pk", "TAHUN=2027").returncode == lain
