"""Whole commands over sources that are no plain files, lead elsewhere or lie on a slow network: said, and read once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from kantor import Kantor
from kantor_renja import tulis_renja
from susunan import AKAR

CATAT_BUKA = """
import json, os, sys, atexit
akar, catatan, dibuka = sys.argv[1], sys.argv[2], []
def catat(kejadian, isi):
    if kejadian == "open" and isinstance(isi[0], (str, bytes, os.PathLike)):
        path = os.path.realpath(os.fsdecode(isi[0]))
        if path.startswith(akar + os.sep) and (os.sep + "build" + os.sep) not in path:
            dibuka.append(os.path.relpath(path, akar))
sys.addaudithook(catat)
atexit.register(lambda: open(catatan, "w").write(json.dumps(dibuka)))
sys.argv = ["renstra", *sys.argv[3:]]
from generator.__main__ import main
main()
"""


@pytest.fixture
def proyek(kantor: Kantor) -> Path:
    """The office with a year's workbook, words of its own and templates, as a project's folder."""
    akar = kantor.folder.parent
    shutil.copytree(AKAR / "templates", akar / "templates")
    tulis_renja(kantor.data, 2025)
    (kantor.folder / "kamus.txt").write_text("renstra\n", encoding="utf-8")
    renja = kantor.folder / "chapters" / "renja" / "86-2017"
    renja.mkdir(parents=True)
    (renja / "10.md").write_text("---\njudul: PENDAHULUAN\nbab: 1\n---\n", encoding="utf-8")
    return akar


def renstra(akar: Path, *kata: str) -> subprocess.CompletedProcess[str]:
    return _jalankan(akar, "-m", "generator", *kata)


def _jalankan(akar: Path, *kata: str) -> subprocess.CompletedProcess[str]:
    lingkungan = {**os.environ, "PYTHONPATH": str(AKAR)}
    perintah = [sys.executable, *kata]
    return subprocess.run(perintah, cwd=akar, env=lingkungan, capture_output=True, text=True, timeout=300, check=False)


def _fifo(p: Path) -> None:
    os.mkfifo(p)


def _nol(p: Path) -> None:
    p.symlink_to("/dev/zero")


def _luar(p: Path) -> None:
    p.symlink_to("/etc/hostname")


SUSUN = ("susun", "--tanpa-pdf")
SUMBER = {
    "content/data/mitra.xlsx": SUSUN,
    "content/data/renja/2025.xlsx": ("renja", "2025", "--tanpa-pdf"),
    "content/chapters/renstra/10-bab-1.md": SUSUN,
    "content/kamus.txt": SUSUN,
    "templates/renstra.docx": SUSUN,
    "templates/pk.docx": ("pk", "2025", "--tanpa-pdf"),
}


def _satu_temuan(hasil: subprocess.CompletedProcess[str], tempat: str, pesan: str) -> None:
    assert hasil.returncode == 1, hasil.stderr
    assert "Traceback" not in hasil.stderr and "Kesalahan dalam program" not in hasil.stderr
    galat = [b for b in hasil.stderr.splitlines() if b.startswith("galat ")]
    assert len(galat) == 1 and galat[0].split() == ["galat", "berkas-ditolak", tempat], hasil.stderr
    assert pesan in hasil.stderr


@pytest.mark.parametrize(
    ("buat", "pesan"),
    [
        (_fifo, "melainkan pipa (FIFO)"),
        (_nol, "tautan yang keluar dari folder"),
        (_luar, "tautan yang keluar dari folder"),
    ],
    ids=["FIFO", "/dev/zero", "berkas lain"],
)
@pytest.mark.parametrize("nama", SUMBER)
def test_a_source_that_is_no_plain_file_is_one_finding(
    proyek: Path, nama: str, buat: Callable[[Path], None], pesan: str
) -> None:
    path = proyek / nama
    if "pk" in SUMBER[nama]:
        (proyek / "content" / "chapters" / "pk").mkdir()
        shutil.copy(proyek / "content/chapters/renja/86-2017/10.md", proyek / "content/chapters/pk/10.md")
    path.unlink(missing_ok=True)
    buat(path)
    _satu_temuan(renstra(proyek, *SUMBER[nama]), nama, pesan)
    assert not list((proyek / "build").glob("*.docx"))


@pytest.mark.parametrize(
    "perintah", [("periksa",), ("jejak",), ("banding", ".", "--tanpa-pdf"), ("susun", "--tanpa-pdf")]
)
def test_every_command_says_it(proyek: Path, perintah: tuple[str, ...]) -> None:
    path = proyek / "content" / "data" / "mitra.xlsx"
    path.unlink()
    _fifo(path)
    hasil = renstra(proyek, *perintah)
    assert hasil.returncode == (2 if "banding" in perintah else 1) and "Traceback" not in hasil.stderr
    assert "pipa (FIFO)" in hasil.stdout + hasil.stderr


@pytest.mark.parametrize("folder", ["content/data", "content/chapters/renstra"])
def test_a_folder_that_leads_out_is_one_finding(proyek: Path, tmp_path: Path, folder: str) -> None:
    luar = tmp_path / "luar"
    shutil.move(proyek / folder, luar)
    (proyek / folder).symlink_to(luar)
    hasil = renstra(proyek, *SUSUN, "--isi", "content")
    _satu_temuan(hasil, folder, "folder itu tautan yang keluar dari folder isi")


def test_links_within_the_folder_and_to_it_are_followed(proyek: Path, tmp_path: Path) -> None:
    data = proyek / "content" / "data"
    (data / "mitra.xlsx").rename(data / "mitra 2025.xlsx")
    (data / "mitra.xlsx").symlink_to("mitra 2025.xlsx")
    shutil.move(proyek / "content", tmp_path / "asli")
    (proyek / "content").symlink_to(tmp_path / "asli")
    assert renstra(proyek, *SUSUN).returncode == 0


def test_a_hostile_template_of_a_version_is_refused(proyek: Path, tmp_path: Path) -> None:
    """A comparison with somebody else's folder writes its redline in that folder's template."""
    kiriman = tmp_path / "kiriman"
    shutil.copytree(proyek / "content", kiriman / "content")
    shutil.copytree(proyek / "templates", kiriman / "templates")
    with zipfile.ZipFile(kiriman / "templates" / "renstra.docx", "a") as z:
        z.writestr("word/vbaProject.bin", b"x")
    hasil = renstra(proyek, "banding", ".", str(kiriman), "--tanpa-pdf")
    assert hasil.returncode == 2 and "templat-ditolak" in hasil.stderr and "makro (word/vbaProject.bin)" in hasil.stderr
    assert not list((proyek / "build").rglob("*.docx"))


# ---------------------------------------------------------------- a slow network folder


def dibuka(akar: Path, *kata: str) -> Counter[str]:
    """How often a command opens each source."""
    catatan = akar / "dibuka.json"
    hasil = _jalankan(akar, "-c", CATAT_BUKA, str(akar.resolve()), str(catatan), *kata)
    assert hasil.returncode in (0, 1), hasil.stderr
    isi: list[str] = json.loads(catatan.read_text(encoding="utf-8"))
    return Counter(n for n in isi if n.startswith(("content", "templates")))


def test_a_source_is_opened_once_and_once_more_to_see_that_it_did_not_change(proyek: Path) -> None:
    """Files on a network are slow to open. The first reading is the only one that anything is made of."""
    susun = dibuka(proyek, *SUSUN)
    assert {"content/data/mitra.xlsx", "content/kamus.txt", "content/chapters/renstra/10-bab-1.md"} <= set(susun)
    assert susun["templates/renstra.docx"] == 2
    assert set(susun.values()) == {2}
    lagi = dibuka(proyek, *SUSUN)
    assert set(lagi) == set(susun) and set(lagi.values()) == {1}  # nothing changed
    periksa = dibuka(proyek, "periksa")
    assert set(periksa.values()) == {1}
    assert set(dibuka(proyek, "jejak").values()) == {2}
    assert set(dibuka(proyek, "banding", ".", "--tanpa-pdf").values()) == {1}
