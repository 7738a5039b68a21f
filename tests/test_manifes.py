"""The program's hash: of every file that it is made of, pages as well as modules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import generator
from generator import manifes

PAKET = Path(generator.__file__).parent


@pytest.mark.parametrize("berkas", ["cli/utama.py", "jejak/laman/gaya.css", "jejak/laman/skrip.js"])
def test_a_changed_file_of_the_package_is_another_program(
    berkas: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    salinan = Path(shutil.copytree(PAKET, tmp_path / "generator"))
    monkeypatch.setattr(manifes, "_PAKET", salinan)
    semula = manifes.sidik_program()
    (salinan / berkas).write_text("lain", encoding="utf-8")
    assert manifes.sidik_program() != semula


def test_no_file_of_the_package_is_left_out_of_the_hash() -> None:
    suffixes = {p.suffix for p in PAKET.rglob("*") if p.is_file() and p.suffix != ".pyc"}
    assert suffixes == set(manifes.SUFIKS_PROGRAM)
