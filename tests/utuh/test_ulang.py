"""Two builds, in two places and times, give the same bytes; an unchanged build does nothing; PDF is sound for qpdf."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypdf
import pytest
from susunan import AKAR, TEMPLAT, Susunan, susun_ke

from generator.pipeline import Tempat, susun


def test_another_place_and_time_give_the_same_bytes(kalaena: Susunan, tmp_path: Path) -> None:
    isi = tmp_path / "tempat lain" / "content"
    shutil.copytree(AKAR / "content", isi)
    lain = susun_ke(tmp_path / "hasil lain", isi=isi)
    for a, b in ((kalaena.docx, lain.docx), (kalaena.pdf, lain.pdf), (kalaena.md, lain.md)):
        assert a.read_bytes() == b.read_bytes(), a.name


def test_unchanged_sources_build_nothing_until_an_output_is_touched(kalaena: Susunan, tmp_path: Path) -> None:
    kalaena = Susunan(Path(shutil.copytree(kalaena.folder, tmp_path / "build")))
    tempat = Tempat(AKAR / "content", TEMPLAT, kalaena.folder)
    waktu = kalaena.docx.stat().st_mtime_ns
    hasil = susun(tempat, lambda _: None)
    assert not hasil.berubah and hasil.pdf
    assert kalaena.docx.stat().st_mtime_ns == waktu
    asli = kalaena.md.read_bytes()
    kalaena.md.write_text("diubah tangan")
    assert susun(tempat, lambda _: None).berubah
    assert kalaena.md.read_bytes() == asli


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf tidak terpasang")
def test_qpdf_finds_nothing(kalaena: Susunan) -> None:
    hasil = subprocess.run(["qpdf", "--check", str(kalaena.pdf)], capture_output=True, text=True)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    assert "WARNING" not in hasil.stderr


def test_the_manifest_names_program_and_fonts_with_their_versions(kalaena: Susunan) -> None:
    manifes = json.loads((kalaena.pdf.parent / "manifest.json").read_text(encoding="utf-8"))
    assert re.match(r"LibreOffice \d+\.\d+ \S+", manifes["pembuat_pdf"])
    huruf = {nama.split()[0]: nama.split()[1:] for nama in manifes["huruf"].split(", ")}
    tertanam = {
        str(f["/BaseFont"]).lstrip("/").rpartition("+")[2]
        for h in pypdf.PdfReader(kalaena.pdf).pages
        for f in (o.get_object() for o in h["/Resources"].get("/Font", {}).values())
    }
    assert set(huruf) == tertanam
    if shutil.which("fc-list"):
        assert all(re.fullmatch(r"\d+\.\d\d", v[0]) for v in huruf.values())


def test_docx_carries_nothing_of_the_machine(kalaena: Susunan) -> None:
    with zipfile.ZipFile(kalaena.docx) as z:
        assert {i.date_time for i in z.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        semua = b"".join(z.read(n) for n in z.namelist())
    assert b"w:rsid" not in semua and b"updateFields" not in semua
    assert str(Path.home()).encode() not in semua
