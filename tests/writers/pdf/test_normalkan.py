"""Equal DOCX, equal bytes; still a valid, tagged PDF/A-2b."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from generator.writers.pdf.libreoffice import LibreOffice
from generator.writers.pdf.normalkan import normalkan

WAKTU = datetime(2025, 8, 17, 3, 4, 5, tzinfo=UTC)
BuatDocx = Callable[..., Path]


@pytest.fixture
def mentah(soffice: Path, buat_docx: BuatDocx, induk: Path, tmp_path: Path) -> Path:
    with LibreOffice(soffice, induk=induk) as lo:
        lo.konversi(buat_docx(), tmp_path / "mentah.pdf")
    return tmp_path / "mentah.pdf"


def test_bita_sama(soffice: Path, buat_docx: BuatDocx, tmp_path: Path) -> None:
    """Another time, another folder, once and twice with one `LibreOffice`."""
    docx, hasil, asal = buat_docx(), [], []
    for nama, kali in (("satu", 1), ("dua tempat", 1), ("tiga", 2)):
        folder = tmp_path / nama
        folder.mkdir()
        with LibreOffice(soffice, induk=folder) as lo:
            for _ in range(kali):
                lo.konversi(docx, folder / "a.pdf")
        asal.append((folder / "a.pdf").read_bytes())
        normalkan(folder / "a.pdf", folder / "b.pdf", WAKTU)
        hasil.append((folder / "b.pdf").read_bytes())
        time.sleep(1.1)  # the dates in a PDF have seconds
    assert asal[0] != asal[1], "tanpa normalisasi pun sama: uji ini tidak menguji apa-apa"
    assert hasil[0] == hasil[1] == hasil[2]


def test_lain_isi_lain_bita(soffice: Path, buat_docx: BuatDocx, induk: Path, tmp_path: Path) -> None:
    for n, judul in enumerate(("Judul A", "Judul B")):
        with LibreOffice(soffice, induk=induk) as lo:
            lo.konversi(buat_docx(f"{n}.docx", judul), tmp_path / "m.pdf")
        normalkan(tmp_path / "m.pdf", tmp_path / f"{n}.pdf", WAKTU)
    a, b = (pikepdf.open(tmp_path / f"{n}.pdf") for n in range(2))
    with a, b:
        assert a.trailer.ID[0] != b.trailer.ID[0]


def test_tanggal(mentah: Path, tmp_path: Path) -> None:
    wita = timezone(timedelta(hours=8))
    normalkan(mentah, tmp_path / "n.pdf", WAKTU.astimezone(wita))
    with pikepdf.open(tmp_path / "n.pdf") as pdf:
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20250817030405Z"
        xmp = pdf.Root.Metadata.read_bytes().decode()
        assert re.findall(r"<xmp:(\w*Date)>([^<]*)<", xmp) == [
            (nama, "2025-08-17T03:04:05Z") for nama in ("CreateDate", "ModifyDate", "MetadataDate")
        ]
        assert "/DocChecksum" not in pdf.trailer
        profil = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
        assert profil[24:36] == bytes(12) and profil[36:40] == b"acsp"
    with pikepdf.open(mentah) as lama:
        asli = lama.Root.OutputIntents[0].DestOutputProfile.read_bytes()
        assert asli[24:36] != bytes(12)
        assert profil == asli[:24] + bytes(12) + asli[36:]


def test_tetap_pdf_a_dan_bertanda(mentah: Path, tmp_path: Path) -> None:
    normalkan(mentah, tmp_path / "n.pdf", WAKTU)
    with pikepdf.open(tmp_path / "n.pdf") as pdf:
        assert pdf.Root.MarkInfo.Marked and pdf.Root.StructTreeRoot.Type == "/StructTreeRoot"
        assert str(pdf.Root.Lang) == "id-ID"
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert "/Filter" not in pdf.Root.Metadata
        xmp = pdf.Root.Metadata.read_bytes().decode()
    for ada in ("<pdfaid:part>2<", "<pdfaid:conformance>B<", "<pdfuaid:part>1<", ">Contoh Rencana<"):
        assert ada in xmp
    lama, baru = PdfReader(mentah), PdfReader(tmp_path / "n.pdf")
    assert [h.extract_text() for h in lama.pages] == [h.extract_text() for h in baru.pages]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf tidak terpasang")
def test_qpdf_check(mentah: Path, tmp_path: Path) -> None:
    normalkan(mentah, tmp_path / "n.pdf", WAKTU)
    hasil = subprocess.run(["qpdf", "--check", tmp_path / "n.pdf"], capture_output=True, text=True)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    assert "No syntax or stream encoding errors" in hasil.stdout


def test_tanpa_masalah_menurut_pikepdf(mentah: Path, tmp_path: Path) -> None:
    """The same library as qpdf, for machines without its program."""
    normalkan(mentah, tmp_path / "n.pdf", WAKTU)
    with pikepdf.open(tmp_path / "n.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []
