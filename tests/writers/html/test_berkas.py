"""Files of the package: what a template takes, and that a wheel holds them all."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import generator
from generator.writers.html.berkas import berkas, isikan

PAKET = Path(generator.__file__).parent


def test_what_is_put_into_a_template_is_no_template() -> None:
    assert isikan("<p>@SATU@</p><!--@DUA@-->", SATU="@DUA@ \\1", DUA="@SATU@") == "<p>@DUA@ \\1</p>@SATU@"


def test_a_file_of_a_package_is_read_as_it_is() -> None:
    assert berkas("generator.jejak.laman", "gaya.css") == (PAKET / "jejak/laman/gaya.css").read_text(encoding="utf-8")


def test_a_wheel_holds_every_page_style_and_script(tmp_path: Path) -> None:
    proyek = tmp_path / "proyek"
    shutil.copytree(PAKET, proyek / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for nama in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(PAKET.parent / nama, proyek)
    bangun = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", bangun, tmp_path], cwd=proyek, check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as z:
        isi = {n for n in z.namelist() if n.startswith("generator/")}
    assert isi == {p.relative_to(proyek).as_posix() for p in (proyek / "generator").rglob("*") if p.is_file()}
