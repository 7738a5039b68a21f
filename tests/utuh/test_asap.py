"""Does it run at all: every module imported, a small office built. `.ci/python-lain` asks every Python there is."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
from kantor import Kantor
from susunan import AKAR, TEMPLAT

import generator

MODUL = [m.name for m in pkgutil.walk_packages(generator.__path__, "generator.") if m.name != "generator.__main__"]


@pytest.mark.filterwarnings("error::DeprecationWarning:generator")
def test_semua_modul_dimuat() -> None:
    assert len(MODUL) > 100
    for nama in MODUL:
        importlib.import_module(nama)


def test_kantor_disusun(kantor: Kantor, tmp_path: Path) -> None:
    """As a command, with the program's own deprecated calls as errors."""
    perintah = [sys.executable, "-W", "error::DeprecationWarning:generator", "-m", "generator", "susun", "--tanpa-pdf"]
    pilihan = ["--isi", kantor.folder, "--templat", TEMPLAT, "--keluaran", tmp_path / "build"]
    hasil = subprocess.run([*perintah, *pilihan], cwd=AKAR, capture_output=True, text=True, timeout=600)
    assert hasil.returncode == 0, hasil.stderr
    assert {p.name for p in (tmp_path / "build").iterdir()} >= {"renstra.docx", "renstra.md", "manifest.json"}
