"""Around a build: folders with any name, a machine without HOME, TMPDIR or a language, and nothing left anywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from kantor import Kantor
from menunggu import sampai
from susunan import AKAR, TEMPLAT, perlu_libreoffice

from generator.simpanan import FOLDER

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nama dan tanda proses seperti di Linux")
HASIL = {"renstra.docx", "renstra.md", "jejak.html", "manifest.json"}
NAMA = ["Renstra (2025), Kec. A & B + C @ D = E! 'F' $HOME", '#1 100% [x] {y}; `z` ~ ^ ? * | \\ " \n é 日本', "-paksa"]


class Proyek:
    """The office in a folder of that name, with a HOME and a TMPDIR of its own."""

    def __init__(self, kantor: Kantor, tmp_path: Path, nama: str = "proyek") -> None:
        self.akar, self.rumah, self.sementara = tmp_path / nama, tmp_path / "rumah", tmp_path / "sementara"
        for folder in (self.akar, self.rumah, self.sementara):
            folder.mkdir()
        shutil.copytree(kantor.folder, self.akar / "content")
        shutil.copytree(TEMPLAT.parent, self.akar / "templates")

    def lingkungan(self, **lain: str | None) -> dict[str, str]:
        """The machine's, but for what is named; None: not set. Nothing of XDG, so that HOME is looked at."""
        isi = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "RENSTRA_"))}
        isi |= {"HOME": str(self.rumah), "TMPDIR": str(self.sementara), "PYTHONPATH": str(AKAR)}
        return {k: v for k, v in {**isi, **lain}.items() if v is not None}

    def mulai(self, *kata: str, **lain: str | None) -> subprocess.Popen[str]:
        pipa = subprocess.PIPE
        perintah = [sys.executable, "-m", "generator", *kata]
        return subprocess.Popen(
            perintah, cwd=self.akar, env=self.lingkungan(**lain), stdout=pipa, stderr=pipa, encoding="utf-8"
        )

    def jalankan(self, *kata: str, **lain: str | None) -> tuple[int, str]:
        with self.mulai(*kata, **lain) as proses:
            _, galat = proses.communicate(timeout=600)
        return proses.returncode, galat

    @property
    def keluaran(self) -> set[str]:
        folder = self.akar / "build"
        return {p.name for p in folder.iterdir()} - {".kunci", FOLDER} if folder.is_dir() else set()

    @property
    def tertinggal(self) -> list[Path]:
        """What there is in HOME but for the key of the cache, in TMPDIR, and beside the sources."""
        kunci = self.rumah / ".cache" / "renstra" / "kunci"
        ada = [p for f in (self.rumah, self.sementara) for p in f.rglob("*") if p not in (kunci, *kunci.parents)]
        return ada + [p for p in self.akar.iterdir() if p.name not in ("content", "templates", "build")]

    def palsu(self, isi: str) -> str:
        """A stand-in for LibreOffice that leaves what a real one leaves, then does `isi`."""
        program = self.akar.parent / "soffice-palsu"
        program.write_text(f'#!/bin/sh\nmkdir -p "$TMPDIR/lu1.tmp"\necho isi > "$TMPDIR/lu1.tmp/dokumen"\n{isi}\n')
        program.chmod(0o755)
        return str(program)


@perlu_libreoffice
@pytest.mark.parametrize("nama", NAMA)
def test_folder_bernama_apa_pun(kantor: Kantor, tmp_path: Path, nama: str) -> None:
    proyek = Proyek(kantor, tmp_path, nama)
    status, galat = proyek.jalankan("susun")
    assert status == 0, galat
    assert proyek.keluaran == HASIL | {"renstra.pdf"}
    assert proyek.tertinggal == []


@perlu_libreoffice
@pytest.mark.parametrize(
    "lain",
    [
        {"HOME": None},
        {"HOME": "/tidak/ada", "TMPDIR": "/tidak/ada"},
        {"HOME": "", "TMPDIR": "", "LANG": "", "LC_ALL": "POSIX"},
        {"LANG": "xx_YY.KOI8", "LC_ALL": "zz", "LANGUAGE": "zz"},
        {"HOME": "bukan/jalan/penuh", "PATH": "/usr/bin:/bin"},
    ],
    ids=lambda lain: " ".join(f"{k}={v}" for k, v in lain.items()).replace("/", "|"),
)
def test_mesin_yang_aneh(kantor: Kantor, tmp_path: Path, lain: dict[str, str | None]) -> None:
    proyek = Proyek(kantor, tmp_path)
    status, galat = proyek.jalankan("susun", **lain)
    assert status == 0, galat
    assert proyek.keluaran == HASIL | {"renstra.pdf"} and proyek.tertinggal == []


def test_susunan_yang_gagal_tidak_meninggalkan_apa_pun(kantor: Kantor, tmp_path: Path) -> None:
    proyek = Proyek(kantor, tmp_path)
    status, galat = proyek.jalankan("susun", RENSTRA_SOFFICE=proyek.palsu("kill -SEGV $$"))
    assert status == 3 and "pdf-gagal" in galat
    assert proyek.keluaran == HASIL and proyek.tertinggal == []
    (proyek.akar / "content" / "data" / "profil.xlsx").unlink()
    status, galat = proyek.jalankan("susun", RENSTRA_SOFFICE=proyek.palsu("sleep 600"))
    assert status == 1, galat
    assert proyek.keluaran == HASIL and proyek.tertinggal == []


def test_susunan_yang_dibunuh_disapu_yang_berikut(kantor: Kantor, tmp_path: Path) -> None:
    """Killed while LibreOffice worked: its files are in the output folder, and the next build removes them."""
    proyek = Proyek(kantor, tmp_path)
    tanda = tmp_path / "mulai"
    with proyek.mulai("susun", RENSTRA_SOFFICE=proyek.palsu(f'echo > "{tanda}"; sleep 600')) as proses:
        sampai(lambda: tanda.exists() or proses.poll() is not None, "LibreOffice mulai")
        assert tanda.exists()
        proses.kill()
    assert [n.partition("-")[0] for n in sorted(proyek.keluaran)] == [".susun", "renstra"]
    assert proyek.tertinggal == []
    status, galat = proyek.jalankan("susun", "--tanpa-pdf")
    assert status == 0, galat
    assert proyek.keluaran == HASIL - {"jejak.html"} and proyek.tertinggal == []
