"""How long whole commands take and how much memory they need: `make bench`. Not part of the tests, and nothing fails.

What is compared runs in turns (A B A B …), so that both sides see the same machine. A table of medians, goals and
ratios closes the run; processor time, of all processes, stands beside the time elapsed, which a busy machine stretches.
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

import openpyxl
import pytest

from generator.writers.pdf.gagal import GagalPdf
from generator.writers.pdf.libreoffice import SARINGAN, cari_soffice

AKAR = Path(__file__).resolve().parent.parent
_SKRIP = Path(sys.executable).with_name("renstra")
RENSTRA = [str(_SKRIP)] if _SKRIP.is_file() else [sys.executable, "-m", "generator"]
PANDOC = shutil.which("pandoc")
BANYAK, SEDIKIT = 11, 7  # rounds of the short commands and of those that start LibreOffice


@dataclass(frozen=True)
class Pakai:
    """What a command used: seconds elapsed, seconds of processor, kB of its largest process (0: not known)."""

    waktu: float
    prosesor: float = 0.0
    memori: int = 0


@dataclass
class Ukuran:
    """One line of the table. `lawan`: what it is compared with; `sasaran`: the goal, in seconds or as a ratio."""

    nama: str
    pakai: list[Pakai]
    sasaran: float = 0.0
    lawan: str = ""
    pakai_lawan: list[Pakai] = field(default_factory=list)

    def baris(self) -> str:
        waktu, prosesor, memori = _tengah(self.pakai)
        rasio, banding = 0.0, ""
        if self.pakai_lawan:
            waktu_lawan, prosesor_lawan, _ = _tengah(self.pakai_lawan)
            rasio = waktu / waktu_lawan
            banding = f"{rasio:.2f}× {self.lawan} ({waktu_lawan:.3f} s, prosesor {prosesor_lawan:.3f} s)"
        sasaran = f"≤ {self.sasaran:g}{'×' if rasio else ' s'}" if self.sasaran else ""
        nilai = "" if not self.sasaran else "tercapai" if (rasio or waktu) <= self.sasaran else "BELUM"
        angka = f"{waktu:7.3f} s {prosesor:7.3f} s {memori / 1024:5.0f} MiB"
        return f"{self.nama:<30} {angka}  {sasaran:<8} {nilai:<8} {banding}".rstrip()


def _tengah(pakai: list[Pakai]) -> tuple[float, float, int]:
    """Median time and processor time, largest memory."""
    waktu, prosesor = (statistics.median(getattr(p, n) for p in pakai) for n in ("waktu", "prosesor"))
    return waktu, prosesor, max(p.memori for p in pakai)


class Tabel:
    """Prints the table when pytest has ended."""

    def __init__(self) -> None:
        self.isi: list[Ukuran] = []

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if self.isi:
            terminalreporter.section("renstra: median waktu dan waktu prosesor, memori proses terbesar, sasaran")
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


def jalankan(*perintah: str | Path, harapan: int = 0) -> Pakai:
    """Run a command to its end; fails the benchmark if it ends with another status."""
    mulai = time.perf_counter()
    proses = subprocess.Popen(perintah, cwd=AKAR, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert proses.stderr is not None
    galat = proses.stderr.read()
    if hasattr(os, "wait4"):
        _, status, r = os.wait4(proses.pid, 0)
        proses.returncode = os.waitstatus_to_exitcode(status)
        memori = r.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
        pakai = Pakai(time.perf_counter() - mulai, r.ru_utime + r.ru_stime, memori)
    else:
        proses.wait()
        pakai = Pakai(time.perf_counter() - mulai)
    proses.stderr.close()
    if proses.returncode != harapan:
        pytest.fail(f"{' '.join(map(str, perintah))}: status {proses.returncode}\n{galat.decode(errors='replace')}")
    return pakai


def ukur(
    benchmark: Any,
    kerja: Callable[[], Pakai],
    *,
    putaran: int,
    lawan: Callable[[], Pakai] | None = None,
    siapkan: Callable[[], object] | None = None,
) -> tuple[list[Pakai], list[Pakai]]:
    """What `kerja` used, and `lawan` run in turns with it. One round of each warms up."""
    pakai: list[Pakai] = []
    pakai_lawan: list[Pakai] = []

    def sebelum() -> None:
        if lawan is not None:
            pakai_lawan.append(lawan())
        if siapkan is not None:
            siapkan()

    benchmark.pedantic(lambda: pakai.append(kerja()), setup=sebelum, rounds=putaran, warmup_rounds=1, iterations=1)
    return pakai[1:], pakai_lawan[1:]


def susun(keluaran: Path, *pilihan: str) -> Callable[[], Pakai]:
    return lambda: jalankan(*RENSTRA, "susun", "--keluaran", keluaran, *pilihan)


def test_help(benchmark: Any, tabel: Tabel) -> None:
    pakai, _ = ukur(benchmark, lambda: jalankan(*RENSTRA, "--help"), putaran=BANYAK)
    tabel.isi.append(Ukuran("renstra --help", pakai, 0.2))


def test_docx_dan_markdown(benchmark: Any, tabel: Tabel, keluaran: Path, tmp_path: Path) -> None:
    """Without LibreOffice, against pandoc making a DOCX of the Markdown that the build has written."""
    susun(keluaran, "--tanpa-pdf")()

    def pandoc() -> Pakai:
        assert PANDOC is not None
        return jalankan(PANDOC, keluaran / "renstra.md", "-o", tmp_path / "pandoc.docx")

    pakai, pakai_lawan = ukur(
        benchmark,
        susun(keluaran, "--tanpa-pdf", "--paksa"),
        putaran=BANYAK,
        lawan=pandoc if PANDOC else None,
    )
    tabel.isi.append(Ukuran("DOCX dan Markdown", pakai, 1.0 if PANDOC else 0.0, "pandoc", pakai_lawan))


def test_lengkap(benchmark: Any, tabel: Tabel, keluaran: Path, tmp_path: Path, soffice: Path) -> None:
    """Everything, against LibreOffice alone converting the same DOCX with the same options on a profile in use."""
    susun(keluaran)()
    profil = (tmp_path / "profil").as_uri()

    def libreoffice() -> Pakai:
        pilihan = (f"-env:UserInstallation={profil}", "--headless", "--norestore", "--convert-to", SARINGAN)
        return jalankan(soffice, *pilihan, "--outdir", tmp_path, keluaran / "renstra.docx")

    libreoffice()  # makes the profile
    pakai, pakai_lawan = ukur(benchmark, susun(keluaran, "--paksa"), putaran=SEDIKIT, lawan=libreoffice)
    tabel.isi.append(Ukuran("lengkap", pakai, 1.3, "LibreOffice saja", pakai_lawan))


def test_lengkap_pertama(benchmark: Any, tabel: Tabel, keluaran: Path, soffice: Path) -> None:
    """Everything in an empty folder: no build before it tells on which pages the front matter falls."""
    pakai, _ = ukur(
        benchmark,
        susun(keluaran),
        putaran=SEDIKIT,
        siapkan=lambda: shutil.rmtree(keluaran, ignore_errors=True),
    )
    tabel.isi.append(Ukuran("lengkap, folder hasil kosong", pakai))


def test_tanpa_perubahan(benchmark: Any, tabel: Tabel, keluaran: Path, soffice: Path) -> None:
    susun(keluaran)()
    pakai, _ = ukur(benchmark, susun(keluaran), putaran=BANYAK)
    tabel.isi.append(Ukuran("lengkap, sumber tidak berubah", pakai, 0.3))


def test_periksa(benchmark: Any, tabel: Tabel) -> None:
    pakai, _ = ukur(benchmark, lambda: jalankan(*RENSTRA, "periksa"), putaran=BANYAK)
    tabel.isi.append(Ukuran("periksa", pakai, 3.0))


def test_renja(benchmark: Any, tabel: Tabel, keluaran: Path) -> None:
    """One year, DOCX and Markdown."""
    perintah = (*RENSTRA, "renja", "2027", "--keluaran", keluaran, "--tanpa-pdf", "--paksa")
    pakai, _ = ukur(benchmark, lambda: jalankan(*perintah), putaran=BANYAK)
    tabel.isi.append(Ukuran("Renja setahun", pakai, 1.5))


def test_renja_semua(benchmark: Any, tabel: Tabel, keluaran: Path) -> None:
    """All years in one process, DOCX and Markdown."""
    perintah = (*RENSTRA, "renja", "--keluaran", keluaran, "--tanpa-pdf", "--paksa")
    pakai, _ = ukur(benchmark, lambda: jalankan(*perintah), putaran=SEDIKIT)
    tabel.isi.append(Ukuran("Renja semua tahun", pakai, 4.0))


def test_banding(benchmark: Any, tabel: Tabel, keluaran: Path, tmp_path: Path) -> None:
    """Two versions of the whole Renstra, an amount and a paragraph apart; all outputs but the PDF."""
    lama = tmp_path / "lama" / "content"
    shutil.copytree(AKAR / "content", lama)
    bab = next((lama / "chapters" / "renstra").glob("*penutup*.md"))
    bab.write_text(f"{bab.read_text(encoding='utf-8').rstrip()}\n\nParagraf yang kemudian dihapus.\n", encoding="utf-8")
    buku = openpyxl.load_workbook(lama / "data" / "pendanaan.xlsx")
    sel = next(s for baris in buku["Pagu"].iter_rows(min_row=2) for s in baris if isinstance(s.value, int))
    sel.value += 1_000_000
    buku.save(lama / "data" / "pendanaan.xlsx")
    perintah = (*RENSTRA, "banding", lama.parent, AKAR, "--keluaran", keluaran, "--tanpa-pdf")
    pakai, _ = ukur(benchmark, lambda: jalankan(*perintah, harapan=1), putaran=SEDIKIT)
    tabel.isi.append(Ukuran("banding", pakai, 4.0))
