"""A chapter that somebody else wrote runs nothing and takes no more than its share, whichever command reads it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from kantor import Kantor
from susunan import AKAR, TEMPLAT

KEPALA = "---\nbab: 1\n---\n\n## Bagian\n\n"
UKUR = (
    "import resource, subprocess, sys; h = subprocess.run(sys.argv[1:], capture_output=True, text=True, timeout=240); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); print(h.stdout + h.stderr); sys.exit(h.returncode)"
)
PICKLE = "cos\nsystem\n(S'id > bocor'\ntR."
JAHAT = {
    "program": "{% if profil.parse_raw(" + repr(PICKLE) + ', proto="pickle", allow_pickle=true) %}{% endif %}',
    "berkas": '{% if profil.parse_file("/etc/passwd") %}{% endif %}',
    "perulangan": "{% for a in [1, 2, 3, 4, 5] %}" * 12 + "kata" + "{% endfor %}" * 12,
    "teks": "{% set x = 'kata' %}" + "{% set x = x ~ x %}" * 60 + "{{ x }}",
    "pangkat": "{{ 9 ** 99999999 }}",
    "kutipan": "> " * 10_000 + "kata",
    "baris": "kata " * 200_000,
    "tabel": ("|a" * 200 + "|\n") * 1000,
}  # fmt: skip


@pytest.mark.parametrize("jahat", JAHAT)
def test_every_command_refuses_it(kantor: Kantor, tmp_path: Path, jahat: str) -> None:
    templat = tmp_path / "templates"
    templat.mkdir()
    shutil.copy(TEMPLAT, templat)
    kantor.satu_bab(KEPALA + "tulis")
    baik = shutil.copytree(kantor.folder, tmp_path / "baik")
    kantor.satu_bab(KEPALA + JAHAT[jahat])
    isi = str(kantor.folder)
    perintah = (
        ["periksa", "--isi", isi],
        ["susun", "--tanpa-pdf", "--isi", isi, "--keluaran", str(tmp_path / "build")],
        ["banding", "--tanpa-pdf", str(baik), isi, "--keluaran", str(tmp_path / "banding")],
    )
    for kata in perintah:
        hasil = subprocess.run(
            [sys.executable, "-c", UKUR, sys.executable, "-m", "generator", *kata],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(AKAR)},
            capture_output=True,
            text=True,
            timeout=300,
        )
        memori, _, teks = hasil.stdout.partition("\n")
        assert hasil.returncode == (2 if kata[0] == "banding" else 1), teks
        assert "bab.md" in teks and "Kesalahan dalam program" not in teks and "Traceback" not in teks, teks[:2000]
        assert int(memori) < 512 * 1024, memori
    assert not list(tmp_path.rglob("bocor")) and not (tmp_path / "build" / "renstra.docx").exists()
