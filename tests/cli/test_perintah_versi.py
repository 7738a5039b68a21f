"""`renstra banding` and `renstra versi` as typed: what is written and said, the exit status, and what is refused."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from kantor import Kantor
from kantor_renja import tempat as tempat_renja
from typer.testing import CliRunner

from generator import penandaan
from generator.cli.utama import aplikasi
from generator.pipeline import Hasil
from generator.tempat import Tempat
from generator.temuan import Kumpulan
from generator.writers.pdf.libreoffice import cari_soffice

HASIL = ["laporan.html", "perubahan.json", "perubahan.xlsx", "redline.docx"]
PENULIS = {f"GIT_{siapa}_{apa}": "uji" for siapa in ("AUTHOR", "COMMITTER") for apa in ("NAME", "EMAIL")}


def git(*perintah: str) -> str:
    return subprocess.run(["git", *perintah], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def proyek(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office in a repository of its own, one version committed and called v1."""
    akar = kantor.folder.parent
    for nama in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(nama)
    for nama, isi in (PENULIS | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}).items():
        monkeypatch.setenv(nama, isi)
    monkeypatch.chdir(akar)
    git("init", "-q", "-b", "utama")
    (akar / ".gitignore").write_text("build/\n")
    git("add", "-A")
    git("commit", "-q", "-m", "satu")
    git("tag", "v1")
    return akar


def renstra(*kata: str) -> Any:
    return CliRunner().invoke(aplikasi, kata)


def banding(*kata: str) -> Any:
    return renstra("banding", *kata, "--tanpa-pdf")


def isi(proyek: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((proyek / "build" / "banding").glob("[!.]*"))}


# ---------------------------------------------------------------- banding


def test_the_help_explains_the_arguments() -> None:
    assert "Versi lama: tag, cabang, atau komit git" in renstra("banding", "--help").output


def test_nothing_changed(proyek: Path) -> None:
    jawab = banding("v1")
    assert jawab.exit_code == 0, jawab.output
    assert "v1 → salinan kerja" in jawab.output and "Tidak ada perubahan." in jawab.output
    assert list(isi(proyek)) == HASIL


def test_a_changed_amount(proyek: Path, kantor: Kantor) -> None:
    kantor.isi_sel("pendanaan › Pagu!B2", 2500)
    jawab = banding("v1", ".")
    assert jawab.exit_code == 1, jawab.output
    data = json.loads(isi(proyek)["perubahan.json"])
    (baris,) = data["data"]
    (sel,) = baris["sel"]
    assert (sel["baru"], sel["selisih"]) == (2500, 2500 - sel["lama"])
    assert f"+{sel['selisih']:,}".replace(",", ".") in jawab.output
    assert git("status", "--porcelain") == "M content/data/pendanaan.xlsx"  # the working tree is left alone


def test_the_same_comparison_gives_the_same_files(proyek: Path, kantor: Kantor) -> None:
    kantor.isi_sel("pendanaan › Pagu!B2", 2500)
    banding("v1")
    pertama = isi(proyek)
    banding("v1")
    assert isi(proyek) == pertama


def test_json_is_the_file(proyek: Path) -> None:
    jawab = banding("v1", "--format", "json")
    assert jawab.exit_code == 0
    assert jawab.stdout.encode() == isi(proyek)["perubahan.json"]


def test_a_year_s_renja(proyek: Path, kantor: Kantor) -> None:
    tempat_renja(kantor, 2025)
    git("add", "-A")
    git("commit", "-q", "-m", "renja")
    kantor.isi_sel("pendanaan › Pagu!B2", 2500)
    jawab = banding("HEAD", "--dokumen", "renja-2025", "--keluaran", "lain")
    assert jawab.exit_code == 1, jawab.output
    assert sorted(p.name for p in Path("lain").glob("[!.]*")) == HASIL


def test_a_pdf_of_an_older_comparison_does_not_stay(proyek: Path) -> None:
    banding("v1")
    (proyek / "build" / "banding" / "redline.pdf").write_bytes(b"lama")
    banding("v1")
    assert list(isi(proyek)) == HASIL


def test_a_version_with_faults_is_refused_and_named(proyek: Path, kantor: Kantor) -> None:
    banding("v1")
    lama = isi(proyek)
    kantor.isi_sel("pendanaan › Pagu!B2", "banyak")
    jawab = banding("v1")
    assert jawab.exit_code == 2
    assert "salinan kerja: content/data/pendanaan.xlsx › Pagu!B2" in jawab.output
    assert isi(proyek) == lama


def test_a_folder_that_cannot_be_written(proyek: Path) -> None:
    (proyek / "berkas").write_text("bukan folder")
    jawab = banding("v1", "--keluaran", "berkas/hasil")
    assert jawab.exit_code == 2 and "tidak-tertulis" in jawab.output


@pytest.mark.parametrize("kata", [("tidak-ada",), ("v1", "tidak-ada"), ("v1", "--dokumen", "renja"), ()])
def test_wrong_usage(proyek: Path, kata: tuple[str, ...]) -> None:
    assert banding(*kata).exit_code == 2
    assert not (proyek / "build").exists()


# ---------------------------------------------------------------- versi


@pytest.fixture
def tersusun(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that is there at once."""

    def susun(tempat: Tempat, kabar: object) -> Hasil:
        tempat.keluaran.mkdir(exist_ok=True)
        berkas = tuple(tempat.keluaran / f"renstra.{x}" for x in ("docx", "pdf", "md"))
        for p in berkas:
            p.write_text(p.name)
        return Hasil(True, True, berkas, 1)

    monkeypatch.setattr(penandaan, "susun", susun)


@pytest.mark.usefixtures("tersusun")
def test_a_version_is_tagged_and_kept(proyek: Path) -> None:
    jawab = renstra("versi", "v1.1")
    assert jawab.exit_code == 0, jawab.output
    simpanan = {p.name: p.read_text() for p in (proyek / "build" / "versi").glob("[!.]*")}
    assert simpanan == {"renstra-v1.1.docx": "renstra.docx", "renstra-v1.1.pdf": "renstra.pdf"}
    assert git("rev-parse", "v1.1^{commit}") == git("rev-parse", "HEAD")
    assert banding("v1.1").exit_code == 0


def _ubah(proyek: Path) -> None:
    with (proyek / "content" / "chapters" / "renstra" / "10-bab-1.md").open("a") as f:
        f.write("\nTambahan.\n")


def _baru(proyek: Path) -> None:
    (proyek / "content" / "data" / "baru.xlsx").write_bytes(b"")


def _tanpa_git(proyek: Path) -> None:
    shutil.rmtree(proyek / ".git")


TOLAK = [
    ("v1", None, "sudah ada"),
    ("dua kata", None, "nama versi hanya"),
    ("-d", None, "nama versi hanya"),
    ("rilis/v2", None, "nama versi hanya"),
    ("v2.lock", None, "nama versi hanya"),
    ("", None, "nama versi hanya"),
    ("v2", _ubah, "belum dikomit: content/chapters/renstra/10-bab-1.md"),
    ("v2", _baru, "belum dikomit: content/data/baru.xlsx"),
    ("v2", _tanpa_git, "bukan repositori git"),
]


@pytest.mark.usefixtures("tersusun")
@pytest.mark.parametrize(("nama", "ubah", "pesan"), TOLAK, ids=[f"{n}-{p[:12]}" for n, _, p in TOLAK])
def test_no_version(proyek: Path, nama: str, ubah: object, pesan: str) -> None:
    if callable(ubah):
        ubah(proyek)
    jawab = renstra("versi", "--", nama)
    assert jawab.exit_code == 1
    assert "versi-ditolak" in jawab.output and pesan in " ".join(jawab.output.split())
    assert not (proyek / "build" / "versi").exists()
    assert ubah is _tanpa_git or git("tag") == "v1"


@pytest.mark.usefixtures("tersusun")
def test_no_version_of_sources_with_faults(proyek: Path, kantor: Kantor) -> None:
    kantor.isi_sel("pendanaan › Pagu!B2", "banyak")
    git("commit", "-qam", "salah")
    jawab = renstra("versi", "v2")
    assert jawab.exit_code == 1 and "pendanaan.xlsx › Pagu!B2" in jawab.output
    assert git("tag") == "v1"


def test_no_version_without_pdf(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(penandaan, "susun", lambda t, k: Hasil(True, False, (), 0, Kumpulan()))
    jawab = renstra("versi", "v2")
    assert jawab.exit_code == 1 and "PDF tidak dapat dibuat" in jawab.output
    assert git("tag") == "v1"


@pytest.mark.skipif(cari_soffice() is None and "CI" not in os.environ, reason="LibreOffice tidak terpasang")
def test_a_redline_as_pdf(proyek: Path, kantor: Kantor) -> None:
    kantor.isi_sel("pendanaan › Pagu!B2", 2500)
    jawab = renstra("banding", "v1")
    assert jawab.exit_code == 1, jawab.output
    assert sorted(isi(proyek)) == sorted([*HASIL, "redline.pdf"])
    assert isi(proyek)["redline.pdf"].startswith(b"%PDF")


# ---------------------------------------------------------------- git absent


def test_without_git_only_versions_are_out_of_reach(
    proyek: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kosong = tmp_path / "tanpa apa pun"
    kosong.mkdir()
    monkeypatch.setenv("PATH", str(kosong))
    assert renstra("periksa").exit_code in (0, 1)
    assert renstra("susun", "--tanpa-pdf").exit_code == 0
    assert banding("content", ".").exit_code == 0
    for jawab in (banding("v1"), renstra("versi", "v2")):
        assert jawab.exit_code in (1, 2) and jawab.output.count("git tidak terpasang") == 1
        assert jawab.output.count("galat  ") == 1 and "Kesalahan dalam program" not in jawab.output
