"""How long whole commands take and how much memory they need: `make bench`. Not part of the tests, and nothing fails.

What is compared runs in turns (A B A B …), so that both sides see the same machine. A table of medians, goals and
ratios closes the run. Goals are those of docs/kinerja.md.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.writers.pdf.gagal import GagalPdf
from generator.writers.pdf.libreoffice import SARINGAN, cari_soffice

AKAR = Path(__file__).resolve().parent.parent
_SKRIP = Path(sys.executable).with_name("renstra")
RENSTRA = [str(_SKRIP)] if _SKRIP.is_file() else [sys.executable, "-m", "generator"]
PANDOC = shutil.which("pandoc")
BANYAK, SEDIKIT = 11, 7  # rounds of the short commands and of those that start LibreOffice


@dataclass
class Ukuran:
    """One line of the table. `lawan`: what it is compared with; `sasaran`: the goal, in seconds or as a ratio."""

    nama: str
    waktu: list[float]
    sasaran: float = 0.0
    lawan: str = ""
    waktu_lawan: list[float] = field(default_factory=list)
    memori: int = 0  # kB of the largest process

    @property
    def median(self) -> float:
        return statistics.median(self.waktu)

    @property
    def rasio(self) -> float:
        return self.median / statistics.median(self.waktu_lawan) if self.waktu_lawan else 0.0

    def baris(self) -> str:
        capai = self.rasio or self.median
        nilai = "" if not self.sasaran else "tercapai" if capai <= self.sasaran else "BELUM"
        satuan = "×" if self.rasio else " s"
        sasaran = f"≤ {self.sasaran:g}{satuan}" if self.sasaran else ""
        lawan = f"{self.rasio:.2f}× {self.lawan} ({statistics.median(self.waktu_lawan):.3f} s)" if self.rasio else ""
        memori = f"{self.memori / 1024:.0f} MiB" if self.memori else ""
        return f"{self.nama:<44} {self.median:8.3f} s {memori:>8}  {sasaran:<9} {nilai:<9} {lawan}".rstrip()


class Tabel:
    """Prints the table when pytest has ended."""

    def __init__(self) -> None:
        self.isi: list[Ukuran] = []

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if self.isi:
            terminalreporter.section("renstra: median, memori proses terbesar, sasaran")
            for ukuran in self.isi:
                terminalreporter.write_line(ukuran.baris())


@pytest.fixture(scope="session")
def tabel(request: pytest.FixtureRequest) -> Tabel:
    hasil = Tabel()
    request.config.pluginmanager.register(hasil, "renstra-tabel")
    return hasil


@pytest.fixture(scope="session")
def soffice() -> Path:
    try:
        jalan = cari_soffice()
    except GagalPdf as e:
        pytest.skip(e.pesan)
    if jalan is None:
        pytest.skip("LibreOffice tidak ada")
    return jalan


@pytest.fixture
def keluaran(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "build"


def jalankan(*perintah: str | Path) -> int:
    """Run a command to its end; the kB of its largest process, 0 where the system does not tell."""
    proses = subprocess.Popen(perintah, cwd=AKAR, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert proses.stderr is not None
    galat = proses.stderr.read()
    memori = 0
    if hasattr(os, "wait4"):
        _, status, pakai = os.wait4(proses.pid, 0)
        proses.returncode = os.waitstatus_to_exitcode(status)
        memori = pakai.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    else:
        proses.wait()
    proses.stderr.close()
    if proses.returncode != 0:
        pytest.fail(f"{' '.join(map(str, perintah))}: status {proses.returncode}\n{galat.decode(errors='replace')}")
    return memori


def ukur(
    benchmark: Any,
    kerja: Callable[[], int],
    *,
    putaran: int,
    lawan: Callable[[], object] | None = None,
    siapkan: Callable[[], object] | None = None,
) -> tuple[list[float], list[float], int]:
    """Times of `kerja`, of `lawan` in turns with it, and the memory of `kerja`. One round of each warms up."""
    waktu_lawan: list[float] = []
    memori: list[int] = []

    def sebelum() -> None:
        if lawan is not None:
            mulai = time.perf_counter()
            lawan()
            waktu_lawan.append(time.perf_counter() - mulai)
        if siapkan is not None:
            siapkan()

    benchmark.pedantic(lambda: memori.append(kerja()), setup=sebelum, rounds=putaran, warmup_rounds=1, iterations=1)
    return list(benchmark.stats.stats.data), waktu_lawan[1:], max(memori)


def susun(keluaran: Path, *pilihan: str) -> Callable[[], int]:
    return lambda: jalankan(*RENSTRA, "susun", "--keluaran", keluaran, *pilihan)


def test_help(benchmark: Any, tabel: Tabel) -> None:
    waktu, _, memori = ukur(benchmark, lambda: jalankan(*RENSTRA, "--help"), putaran=BANYAK)
    tabel.isi.append(Ukuran("renstra --help", waktu, 0.2, memori=memori))


def test_docx_dan_markdown(benchmark: Any, tabel: Tabel, keluaran: Path, tmp_path: Path) -> None:
    """Without LibreOffice, against pandoc making a DOCX of the Markdown that the build has written."""
    susun(keluaran, "--tanpa-pdf")()

    def pandoc() -> None:
        assert PANDOC is not None
        jalankan(PANDOC, keluaran / "renstra.md", "-o", tmp_path / "pandoc.docx")

    waktu, waktu_lawan, memori = ukur(
        benchmark,
        susun(keluaran, "--tanpa-pdf", "--paksa"),
        putaran=BANYAK,
        lawan=pandoc if PANDOC else None,
    )
    tabel.isi.append(Ukuran("DOCX dan Markdown", waktu, 1.0 if PANDOC else 0.0, "pandoc", waktu_lawan, memori))


def test_lengkap(benchmark: Any, tabel: Tabel, keluaran: Path, tmp_path: Path, soffice: Path) -> None:
    """Everything, against LibreOffice alone converting the same DOCX with the same options on a profile in use."""
    susun(keluaran)()
    profil = (tmp_path / "profil").as_uri()

    def libreoffice() -> None:
        pilihan = (f"-env:UserInstallation={profil}", "--headless", "--norestore", "--convert-to", SARINGAN)
        jalankan(soffice, *pilihan, "--outdir", tmp_path, keluaran / "renstra.docx")

    libreoffice()  # makes the profile
    waktu, waktu_lawan, memori = ukur(benchmark, susun(keluaran, "--paksa"), putaran=SEDIKIT, lawan=libreoffice)
    tabel.isi.append(Ukuran("lengkap", waktu, 1.3, "LibreOffice saja", waktu_lawan, memori))


def test_lengkap_pertama(benchmark: Any, tabel: Tabel, keluaran: Path, soffice: Path) -> None:
    """Everything in an empty folder: no build before it tells on which pages the front matter falls."""
    waktu, _, memori = ukur(
        benchmark,
        susun(keluaran),
        putaran=SEDIKIT,
        siapkan=lambda: shutil.rmtree(keluaran, ignore_errors=True),
    )
    tabel.isi.append(Ukuran("lengkap, folder hasil kosong", waktu, memori=memori))


def test_tanpa_perubahan(benchmark: Any, tabel: Tabel, keluaran: Path, soffice: Path) -> None:
    susun(keluaran)()
    waktu, _, memori = ukur(benchmark, susun(keluaran), putaran=BANYAK)
    tabel.isi.append(Ukuran("lengkap, sumber tidak berubah", waktu, 0.3, memori=memori))
