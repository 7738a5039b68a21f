"""Nothing is lost: whatever goes wrong, the last outputs stay whole and nothing is left behind.

A build that is to be killed or interrupted at a moment waits there for the test (`_tertahan`, `_dengan_libreoffice`).
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from menunggu import sampai, tertahan
from sekali import sekali
from susunan import AKAR, perlu_libreoffice

from generator import pipeline
from generator.keluaran import AWALAN
from generator.pipeline import Tempat
from generator.temuan import GagalSusun
from generator.writers.pdf.libreoffice import cari_soffice

NAMA = ("renstra.docx", "renstra.md")


BATAS = 600  # seconds for one command, on a machine with a lot else to do


def _susun_proyek(akar: Path) -> None:
    shutil.copytree(AKAR / "content", akar / "content")
    shutil.copytree(AKAR / "templates", akar / "templates")
    assert _renstra(akar, "susun", "--tanpa-pdf").returncode == 0


@pytest.fixture
def proyek(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content, built without PDF, in a folder with a blank in its name."""
    return Path(shutil.copytree(sekali(tmp_path_factory, "proyek", _susun_proyek), tmp_path / "proyek saya"))


def _perintah(*kata: str) -> list[str]:
    return [sys.executable, "-m", "generator", *kata]


def _lingkungan(**lain: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(AKAR), **lain}


def _renstra(di: Path, *kata: str, **lain: str) -> subprocess.CompletedProcess[str]:
    perintah, lingkungan = _perintah(*kata), _lingkungan(**lain)
    return subprocess.run(perintah, cwd=di, env=lingkungan, capture_output=True, text=True, timeout=BATAS)


def _tempat(akar: Path) -> Tempat:
    return Tempat(akar / "content", akar / "templates" / "renstra.docx", akar / "build")


def _ubah_sel(akar: Path, buku: str, lembar: str, sel: str, isi: object) -> None:
    path = akar / "content" / "data" / buku
    wb = openpyxl.load_workbook(path)
    wb[lembar][sel] = isi
    wb.save(path)


def _keluaran(akar: Path) -> dict[str, bytes]:
    return {n: (akar / "build" / n).read_bytes() for n in NAMA}


def _bersih(akar: Path) -> bool:
    return not [p for p in (akar / "build").iterdir() if p.name.startswith((AWALAN, "renstra-pdf-"))]


def test_a_wrong_cell_stops_the_build_and_says_where(proyek: Path) -> None:
    sebelum = _keluaran(proyek)
    _ubah_sel(proyek, "anggaran_realisasi.xlsx", "Sub Kegiatan", "C2", "15 juta")
    hasil = _renstra(proyek, "susun", "--tanpa-pdf")
    assert hasil.returncode == 1
    assert "content/data/anggaran_realisasi.xlsx › Sub Kegiatan!C2" in hasil.stderr
    assert '"15 juta"' in hasil.stderr and "Traceback" not in hasil.stderr
    assert "\r" not in hasil.stderr  # piped: lines only
    assert _keluaran(proyek) == sebelum and _bersih(proyek)


def test_findings_as_json(proyek: Path) -> None:
    (proyek / "content" / "data" / "mitra.xlsx").unlink()
    hasil = _renstra(proyek, "susun", "--format", "json", "--tanpa-pdf")
    assert hasil.returncode == 1
    assert json.loads(hasil.stdout)[0]["kode"] == "buku-hilang"


def test_a_typo_in_an_expression_names_file_and_line(proyek: Path) -> None:
    path = proyek / "content" / "chapters" / "renstra" / "10-bab-1-pendahuluan.md"
    baris = path.read_text(encoding="utf-8").split("\n")
    baris[9] = "{{ profl.nama }} " + baris[9]
    path.write_text("\n".join(baris), encoding="utf-8")
    hasil = _renstra(proyek, "susun", "--tanpa-pdf")
    assert hasil.returncode == 1
    assert "content/chapters/renstra/10-bab-1-pendahuluan.md:10" in hasil.stderr
    assert 'nama "profl" tidak dikenal; maksudnya "profil"?' in hasil.stderr


def test_without_libreoffice_docx_and_markdown_are_written_and_the_status_says_so(proyek: Path) -> None:
    (proyek / "build" / "renstra.pdf").write_bytes(b"%PDF lama")
    hasil = _renstra(proyek, "susun", "--paksa", RENSTRA_SOFFICE="soffice-yang-tidak-ada")
    assert hasil.returncode == 3
    assert "pdf-tidak-ada" in hasil.stderr and "RENSTRA_SOFFICE" in hasil.stderr
    assert not (proyek / "build" / "renstra.pdf").exists()
    assert (proyek / "build" / "renstra-lama.pdf").read_bytes() == b"%PDF lama"
    lagi = _renstra(proyek, "susun", RENSTRA_SOFFICE="soffice-yang-tidak-ada")
    assert lagi.returncode == 3 and "tidak berubah" in lagi.stdout
    assert "RENSTRA_SOFFICE" in lagi.stderr


def test_an_unchanged_build_that_was_made_without_pdf_says_why_there_is_none(proyek: Path) -> None:
    """Built with --tanpa-pdf it has no page of lineage: that is made first."""
    hasil = _renstra(proyek, "susun", RENSTRA_SOFFICE="soffice-yang-tidak-ada")
    assert hasil.returncode == 3 and (proyek / "build" / "jejak.html").is_file()
    hasil = _renstra(proyek, "susun", RENSTRA_SOFFICE="soffice-yang-tidak-ada")
    assert hasil.returncode == 3 and "tidak berubah" in hasil.stdout
    assert hasil.stderr.count("pdf-tidak-ada") == 1 and "RENSTRA_SOFFICE" in hasil.stderr


def _tertahan(di: Path, pesan: str, *kata: str) -> subprocess.Popen[str]:
    return tertahan(di, _lingkungan(), "generator.cli.susun", pesan, *kata)


def _dengan_libreoffice(di: Path, *kata: str) -> subprocess.Popen[str]:
    """A build whose LibreOffice is at work, and will never come to an end."""
    lambat = di / "soffice-lambat"
    lambat.write_text(f"#!/bin/sh\n'{cari_soffice()}' \"$@\"\nsleep 3600\n")
    lambat.chmod(0o755)
    lingkungan, diam = _lingkungan(RENSTRA_SOFFICE=str(lambat)), subprocess.DEVNULL
    proses = subprocess.Popen(_perintah(*kata), cwd=di, env=lingkungan, stdout=diam, stderr=subprocess.PIPE, text=True)
    sampai(lambda: any((di / "build").glob("renstra-pdf-*/profil*/user/extensions")), "LibreOffice mulai")
    return proses


@pytest.mark.parametrize("saat", ["Membaca", "Menulis", "Memeriksa"])
def test_a_killed_build_leaves_the_last_output_and_the_next_build_sweeps(proyek: Path, saat: str) -> None:
    sebelum = _keluaran(proyek)
    _ubah_sel(proyek, "mitra.xlsx", "Mitra", "B2", "Mitra Baru")
    with _tertahan(proyek, saat, "susun", "--tanpa-pdf") as proses:
        proses.kill()
    _periksa_terbunuh(proyek, sebelum)


@perlu_libreoffice
@pytest.mark.parametrize("saat", ["menata", "mengonversi"])
def test_killed_with_libreoffice_at_work_it_leaves_no_more(proyek: Path, saat: str) -> None:
    sebelum = _keluaran(proyek)
    _ubah_sel(proyek, "mitra.xlsx", "Mitra", "B2", "Mitra Baru")
    with _tertahan(proyek, "Menata", "susun") if saat == "menata" else _dengan_libreoffice(proyek, "susun") as proses:
        proses.kill()
    _periksa_terbunuh(proyek, sebelum)


def _periksa_terbunuh(proyek: Path, sebelum: dict[str, bytes]) -> None:
    assert _keluaran(proyek) == sebelum
    assert not _bersih(proyek)
    assert _renstra(proyek, "susun", "--tanpa-pdf").returncode == 0
    assert _bersih(proyek)
    assert b"Mitra Baru" in _keluaran(proyek)["renstra.md"]


@perlu_libreoffice
@pytest.mark.parametrize("sinyal", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_says_so_and_cleans_up(proyek: Path, sinyal: signal.Signals) -> None:
    sebelum = _keluaran(proyek)
    proses = _dengan_libreoffice(proyek, "susun", "--paksa")
    proses.send_signal(sinyal)
    _, pesan = proses.communicate(timeout=BATAS)
    assert proses.returncode == 130
    assert "Menata" in pesan and "Dihentikan" in pesan and "Traceback" not in pesan
    assert _keluaran(proyek) == sebelum and _bersih(proyek)


@perlu_libreoffice
def test_two_builds_at_once_both_succeed(proyek: Path) -> None:
    diam = subprocess.DEVNULL
    dua = [
        subprocess.Popen(_perintah("susun", "--paksa"), cwd=proyek, env=_lingkungan(), stdout=diam, stderr=diam)
        for _ in range(2)
    ]
    assert [p.wait(BATAS) for p in dua] == [0, 0]
    assert _bersih(proyek)
    assert not _renstra(proyek, "susun").returncode


def test_a_full_disk_is_said_and_changes_nothing(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sebelum = _keluaran(proyek)
    asli = Path.write_bytes

    def penuh(self: Path, data: bytes) -> int:
        if self.name == "renstra.docx":
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return asli(self, data)

    monkeypatch.setattr(Path, "write_bytes", penuh)
    with pytest.raises(GagalSusun) as galat:
        pipeline.susun(_tempat(proyek), lambda _: None, paksa=True, pdf=False)
    temuan = galat.value.temuan.galat[0]
    assert (temuan.kode, "ruang disk habis" in temuan.pesan) == ("tidak-tertulis", True)
    assert _keluaran(proyek) == sebelum and _bersih(proyek)


def test_sources_that_change_during_the_build_are_refused(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sebelum = _keluaran(proyek)
    asli: Callable[..., object] = pipeline.muat

    def sunting(*a: object, **k: object) -> object:
        hasil = asli(*a, **k)
        _ubah_sel(proyek, "mitra.xlsx", "Mitra", "B2", "Disunting Kemudian")
        return hasil

    monkeypatch.setattr(pipeline, "muat", sunting)
    with pytest.raises(GagalSusun) as galat:
        pipeline.susun(_tempat(proyek), lambda _: None, paksa=True, pdf=False)
    assert [t.kode for t in galat.value.temuan.galat] == ["sumber-berubah"]
    assert _keluaran(proyek) == sebelum and _bersih(proyek)


def test_an_output_fault_is_found_before_publishing(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import generator.periksa.struktur as struktur

    sebelum = _keluaran(proyek)
    monkeypatch.setattr(struktur, "periksa_docx", lambda _: ["gaya X dipakai tetapi tidak ada"])
    with pytest.raises(GagalSusun) as galat:
        pipeline.susun(_tempat(proyek), lambda _: None, paksa=True, pdf=False)
    assert galat.value.temuan.galat[0].kode == "keluaran-salah"
    assert _keluaran(proyek) == sebelum and _bersih(proyek)


def test_a_broken_template_is_said(proyek: Path) -> None:
    (proyek / "templates" / "renstra.docx").write_bytes(b"bukan docx")
    hasil = _renstra(proyek, "susun", "--tanpa-pdf")
    assert hasil.returncode == 1 and "templat-salah" in hasil.stderr and "Traceback" not in hasil.stderr


@pytest.mark.parametrize(
    ("kata", "status", "pesan"),
    [
        (("susun", "--bla"), 2, "pilihan --bla tidak dikenal"),
        (("susunn",), 2, "perintah tidak dikenal"),
        (("susun", "--format", "xml"), 2, "pilih teks atau json"),
        (("susun", "--isi", "tidak-ada"), 2, "tidak ada"),
        (("siapkan",), 2, "FOLDER harus disebut"),
        (("renja", "abc"), 2, 'nilai TAHUN salah: "abc" bukan tahun; tulis empat angka, misalnya 2027'),
        (("pk", "1; touch x"), 2, '"1; touch x" bukan tahun'),
        (("pk", "٢٠٢٧"), 2, '"٢٠٢٧" bukan tahun'),
        (("--versi",), 0, ""),
        (("--help",), 0, ""),
    ],
)
def test_wrong_usage_is_said_in_one_line(tmp_path: Path, kata: tuple[str, ...], status: int, pesan: str) -> None:
    hasil = _renstra(tmp_path, *kata)
    assert hasil.returncode == status
    assert pesan in hasil.stderr and "Traceback" not in hasil.stderr


def test_new_workbooks_are_readable_templates_and_existing_ones_stay(tmp_path: Path) -> None:
    assert _renstra(tmp_path, "siapkan", "isi").returncode == 0
    path = tmp_path / "isi" / "data" / "profil.xlsx"
    wb = openpyxl.load_workbook(path)
    assert wb.sheetnames[0] == "Petunjuk" and wb["Desa"].freeze_panes == "A2"
    path.write_bytes(b"milik saya")
    assert "sudah ada" in _renstra(tmp_path, "siapkan", "isi").stdout
    assert path.read_bytes() == b"milik saya"
