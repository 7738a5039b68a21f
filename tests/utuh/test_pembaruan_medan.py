"""Updating all fields and lists in LibreOffice over UNO changes no number."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from docx_teks import rapat
from susunan import Susunan

from generator.writers.pdf.libreoffice import cari_soffice

SISTEM = "/usr/bin/python3"
AKSI = Path(__file__).with_name("segarkan.py")


def _ada_uno() -> bool:
    try:
        return subprocess.run([SISTEM, "-c", "import uno"], capture_output=True).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not _ada_uno(), reason="python3-uno tidak terpasang: medan tidak diperbarui lewat UNO")
def test_updating_all_fields_changes_no_number(kalaena: Susunan, tmp_path: Path) -> None:
    perintah = [SISTEM, str(AKSI), str(kalaena.docx), str(tmp_path), str(cari_soffice())]
    hasil = subprocess.run(perintah, capture_output=True, text=True, timeout=600)
    assert hasil.returncode == 0, hasil.stderr
    assert int(hasil.stdout) == 4
    sebelum, sesudah = (
        [rapat(t) for t in (tmp_path / f"{n}.txt").read_text(encoding="utf-8-sig").splitlines() if t.strip()]
        for n in ("sebelum", "sesudah")
    )
    assert sebelum == sesudah  # LibreOffice puts a blank where the tab after a number stood, no more
    assert len(sebelum) > 2000
