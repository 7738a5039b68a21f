"""Setting up: an environment that was moved or broken, folders with any name, and machines without this or that.

The project is a small one, pip a stand-in that writes what pip would write (and says what it was asked for), and PATH
holds only what a test puts there: nothing of the network, nothing of this machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

AKAR = Path(__file__).parents[1]
ALAT = (
    *("sh", "cat", "rm", "find", "head", "dirname", "readlink", "grep", "sed", "tail", "tee", "mktemp", "uname"),
    *("make", "env", "touch", "chmod", "mkdir", "mv", "cp"),
)
PIP = """
import os, pathlib, sys
with open(os.environ["CATATAN"], "a") as catatan:
    print(*sys.argv[1:], file=catatan)
if os.environ.get("PIP_GAGAL"):
    sys.exit("tidak ada sambungan")
site = next(p for p in map(pathlib.Path, sys.path) if p.name == "site-packages")
if "-e" in sys.argv:
    (site / "proyek.pth").write_text(os.getcwd() + "\\n")
    (site.parents[2] / "bin" / "renstra").write_text("#!" + sys.executable + "\\n")
else:
    (site / "pustaka").mkdir(exist_ok=True)
    (site / "pustaka" / "__init__.py").write_text("NAMA = 'pustaka'\\n")
    (site / "pustaka-1.dist-info").mkdir(exist_ok=True)
    (site / "pustaka-1.dist-info" / "RECORD").write_text("pustaka/__init__.py,sha256=x,17\\npustaka/a.pyc,,\\n")
"""
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="nama folder dan pengelola paket seperti di Linux"),
    pytest.mark.skipif(shutil.which("make") is None, reason="make tidak ada"),
]


class Proyek:
    """A project whose `make siap` works without the network."""

    def __init__(self, akar: Path, alat: Path) -> None:
        self.akar, self.bin, self.alat = akar, alat / "bin", alat
        self.python: str | None = None  # what PYTHON says
        self.pip_gagal = False

    def make(self, *sasaran: str) -> subprocess.CompletedProcess[str]:
        """`make` with that PATH; gives what it printed."""
        lingkungan = {
            "PATH": str(self.bin),
            "HOME": str(self.alat),
            "PYTHONPATH": str(self.alat / "palsu"),
            "RENSTRA_KAMUS": "/tidak/ada",
            "CATATAN": str(self.alat / "pip.txt"),
            **({"PIP_GAGAL": "1"} if self.pip_gagal else {}),
            **({"PYTHON": self.python} if self.python is not None else {}),
        }
        perintah = [str(self.bin / "make"), *(sasaran or (".venv/.siap",))]
        return subprocess.run(perintah, cwd=self.akar, env=lingkungan, capture_output=True, text=True, timeout=600)

    def naskah(self, nama: str) -> subprocess.CompletedProcess[str]:
        """One of the scripts, which look for LibreOffice and dictionaries nowhere but on PATH."""
        lingkungan = {"PATH": str(self.bin), "HOME": str(self.alat), "RENSTRA_KAMUS": "/tidak/ada"}
        perintah = [str(self.bin / "sh"), f"setup/{nama}.sh"]
        return subprocess.run(perintah, cwd=self.akar, env=lingkungan, capture_output=True, text=True, timeout=600)

    def perintah(self, nama: str, isi: str) -> None:
        """Put a command on PATH."""
        (self.bin / nama).unlink(missing_ok=True)
        (self.bin / nama).write_text(f"#!{self.bin}/sh\n{isi}\n")
        (self.bin / nama).chmod(0o755)

    def renstra(self) -> str:
        """What the command says that `make` calls."""
        return subprocess.run(
            [self.akar / ".venv" / "bin" / "renstra", "a b", "$HOME"],
            cwd=self.alat,
            env={"PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            timeout=600,
        ).stdout

    @property
    def panggilan_pip(self) -> list[str]:
        catatan = self.alat / "pip.txt"
        return catatan.read_text().splitlines() if catatan.exists() else []

    @property
    def site(self) -> Path:
        return next(self.akar.glob(".venv/lib/python*/site-packages"))


def _buat(akar: Path, alat: Path) -> Proyek:
    shutil.copytree(AKAR / "setup", akar / "setup")
    shutil.copy(AKAR / "Makefile", akar)
    (akar / "requirements.lock").write_text("")
    (akar / "pyproject.toml").write_text("")
    (akar / "generator").mkdir()
    (akar / "generator" / "__init__.py").write_text("")
    (akar / "generator" / "__main__.py").write_text(
        "import sys, pustaka\ndef main(): print(pustaka.NAMA, *sys.argv, sep='|')\n"
    )
    for nama in ("kamus", "libreoffice"):  # where they look besides PATH
        naskah = akar / "setup" / f"{nama}.sh"
        teks = naskah.read_text()
        for tempat in ("/usr/", "/opt/", "/snap/", "/Applications/", "/Library/"):
            teks = teks.replace(f" {tempat}", f" /tidak/ada{tempat}")
        assert teks != naskah.read_text()
        naskah.write_text(teks)
    (alat / "bin").mkdir(parents=True)
    (alat / "palsu" / "pip").mkdir(parents=True)
    (alat / "palsu" / "pip" / "__init__.py").write_text("")
    (alat / "palsu" / "pip" / "__main__.py").write_text(PIP)
    for nama in ALAT:
        asli = shutil.which(nama)
        assert asli is not None, nama
        (alat / "bin" / nama).symlink_to(asli)
    proyek = Proyek(akar, alat)
    # pip is a stand-in, so no environment needs a real one, which takes seconds
    proyek.perintah("python3", f'[ "$2" != venv ] || set -- "$@" --without-pip; exec "{sys.executable}" "$@"')
    proyek.perintah("id", "echo 1000")
    return proyek


@pytest.fixture(scope="module")
def siap(tmp_path_factory: pytest.TempPathFactory) -> Proyek:
    """A project that is set up; to be copied only."""
    folder = tmp_path_factory.mktemp("siap")
    proyek = _buat(folder / "proyek", folder / "alat")
    hasil = proyek.make()
    assert hasil.returncode == 0, hasil.stderr
    assert "Membuat lingkungan" in hasil.stdout and len(proyek.panggilan_pip) == 2
    return proyek


@pytest.fixture
def proyek(siap: Proyek, tmp_path: Path) -> Proyek:
    """A copy where the one that is set up was: set up, too."""
    shutil.copytree(siap.alat, tmp_path / "alat", symlinks=True)
    (tmp_path / "alat" / "pip.txt").unlink()
    shutil.copytree(siap.akar, tmp_path / "proyek", symlinks=True)
    salinan = Proyek(tmp_path / "proyek", tmp_path / "alat")
    assert salinan.make().returncode == 0  # it was moved
    (tmp_path / "alat" / "pip.txt").unlink()
    return salinan


@pytest.fixture
def baru(tmp_path: Path) -> Callable[[str], Proyek]:
    return lambda nama="proyek": _buat(tmp_path / nama, tmp_path / "alat")


# ---------------------------------------------------------------- the environment


def test_yang_utuh_tidak_disentuh(proyek: Proyek) -> None:
    for _ in range(2):
        hasil = proyek.make()
        assert (hasil.returncode, hasil.stderr, proyek.panggilan_pip) == (0, "", [])
    assert proyek.renstra() == "pustaka|renstra|a b|$HOME\n"


def test_dipindahkan(proyek: Proyek) -> None:
    """Nothing is built anew, so it needs no network."""
    penanda = proyek.akar / ".venv" / "penanda"
    penanda.touch()
    proyek.akar = proyek.akar.rename(proyek.alat / "pindah $HOME `touch x` 'a' é")
    hasil = proyek.make()
    assert hasil.returncode == 0, hasil.stderr
    assert "Membuat lingkungan" not in hasil.stdout and (proyek.akar / ".venv" / "penanda").exists()
    assert proyek.renstra() == "pustaka|renstra|a b|$HOME\n"
    assert str(proyek.akar) in (proyek.site / "proyek.pth").read_text()
    assert not [*proyek.alat.glob("x"), *proyek.akar.glob("x")]


def _python_hilang(venv: Path, _: Path) -> None:
    for path in (venv / "bin").glob("python*"):
        path.unlink()


def _python_usang(venv: Path, _: Path) -> None:
    """What it points to is gone, as after the system's Python was upgraded."""
    for path in (venv / "bin").glob("python*"):
        path.unlink()
        path.symlink_to("/tidak/ada/python3.1")


def _python_lain(_: Path, site: Path) -> None:
    site.parent.rename(site.parent.with_name("python3.1"))


def _modul_hilang(_: Path, site: Path) -> None:
    (site / "pustaka" / "__init__.py").unlink()


def _modul_terpotong(_: Path, site: Path) -> None:
    (site / "pustaka" / "__init__.py").write_text("NAMA")


def _pustaka_hilang(_: Path, site: Path) -> None:
    shutil.rmtree(site / "pustaka")
    shutil.rmtree(site / "pustaka-1.dist-info")


def _bukan_folder(venv: Path, _: Path) -> None:
    shutil.rmtree(venv)
    venv.write_text("bukan folder")


RUSAK = (
    *(_python_hilang, _python_usang, _python_lain, _modul_hilang, _modul_terpotong, _pustaka_hilang),
    _bukan_folder,
)


@pytest.mark.parametrize("rusak", RUSAK)
def test_rusak_lalu_dibuat_lagi(proyek: Proyek, rusak: Callable[[Path, Path], None]) -> None:
    rusak(proyek.akar / ".venv", proyek.site)
    hasil = proyek.make()
    assert hasil.returncode == 0, hasil.stderr
    assert "Membuat lingkungan" in hasil.stdout and "Traceback" not in hasil.stderr
    assert proyek.renstra() == "pustaka|renstra|a b|$HOME\n"
    assert "Memasang" not in proyek.make().stdout


def test_perintah_hilang_dipasang_lagi(proyek: Proyek) -> None:
    (proyek.akar / ".venv" / "bin" / "renstra").unlink()
    hasil = proyek.make()
    assert hasil.returncode == 0 and "Membuat lingkungan" not in hasil.stdout, hasil.stderr
    assert proyek.renstra() == "pustaka|renstra|a b|$HOME\n"


def test_pip_gagal_lalu_diulang(proyek: Proyek) -> None:
    """A half-made environment does not pass for whole; the same command again makes it."""
    _pustaka_hilang(proyek.akar / ".venv", proyek.site)
    proyek.pip_gagal = True
    for _ in range(2):
        hasil = proyek.make()
        assert hasil.returncode and "Periksa sambungan internet" in hasil.stderr
        assert not (proyek.akar / ".venv" / ".siap").exists()
    proyek.pip_gagal = False
    assert proyek.make().returncode == 0
    assert proyek.renstra() == "pustaka|renstra|a b|$HOME\n"


@pytest.mark.parametrize("nama", ["a $HOME `touch x` \"b\" 'c' \\n", "-x; touch x #1 & (2) % é", "baris\nbaru"])
def test_folder_bernama_apa_pun(baru: Callable[[str], Proyek], nama: str) -> None:
    proyek = baru(nama)
    hasil = proyek.make()
    assert hasil.returncode == 0, hasil.stderr
    (proyek.alat / "pip.txt").unlink()
    assert proyek.make().returncode == 0 and proyek.panggilan_pip == []
    assert not [*proyek.alat.glob("x"), *proyek.akar.glob("x"), *proyek.alat.parent.glob("x")]
    if "\n" not in nama:
        assert proyek.renstra() == "pustaka|renstra|a b|$HOME\n"


def test_titik_dua_disebut(baru: Callable[[str], Proyek]) -> None:
    hasil = baru("pukul 12:30").make()
    assert hasil.returncode and "titik dua" in hasil.stderr and "Traceback" not in hasil.stderr


@pytest.mark.parametrize("python", ["/tidak/ada/python3.12", "sh"])
def test_python_pilihan_yang_salah(proyek: Proyek, python: str) -> None:
    proyek.python = python
    (proyek.akar / ".venv" / ".utuh").unlink()
    hasil = proyek.make()
    assert hasil.returncode and f"PYTHON={python} bukan Python 3.11" in hasil.stderr


def test_python_tidak_ada(baru: Callable[[str], Proyek]) -> None:
    proyek = baru("proyek")
    proyek.perintah("python3", 'case "$*" in --version) echo "Python 3.9.2" ;; *) exit 1 ;; esac')
    hasil = proyek.make()
    assert hasil.returncode and "Python 3.11 atau lebih baru tidak ditemukan (Python 3.9.2)" in hasil.stderr
    proyek.perintah("apt-get", "exit 100")
    assert "sudo apt-get install -y python3 python3-venv" in proyek.make().stderr


def test_lingkungan_milik_orang_lain(proyek: Proyek) -> None:
    """Made with sudo: it cannot be removed, and what to type is said."""
    _python_hilang(proyek.akar / ".venv", proyek.site)
    proyek.perintah("rm", "exit 1")
    hasil = proyek.make()
    assert hasil.returncode and "sudo rm -rf .venv" in hasil.stderr


# ---------------------------------------------------------------- LibreOffice and the dictionary


def _tanpa_libreoffice(proyek: Proyek, naskah: str = "libreoffice") -> str:
    """What is said to somebody who may not install anything; the DOCX can be made, so the status is 0."""
    hasil = proyek.naskah(naskah)
    assert hasil.returncode == 0, hasil.stderr
    return hasil.stderr


APT = "sudo apt-get update && sudo apt-get install -y libreoffice-writer-nogui libreoffice-math-nogui"
DOCX = "DOCX dan Markdown tetap dibuat"


def test_tanpa_hak_dengan_apt(proyek: Proyek) -> None:
    proyek.perintah("apt-get", 'echo apt-get "$@" >>"$HOME/apt"; exit 100')
    pesan = _tanpa_libreoffice(proyek)
    assert APT in pesan and DOCX in pesan
    proyek.perintah("sudo", "exit 1")  # asks for a password
    assert APT in _tanpa_libreoffice(proyek)
    assert not (proyek.alat / "apt").exists(), "apt tidak boleh dicoba tanpa hak"
    assert "hunspell-id" in _tanpa_libreoffice(proyek, "kamus")


def test_apt_gagal(proyek: Proyek) -> None:
    """Allowed to, but there is no network: apt's last words, and what to type later."""
    proyek.perintah("id", "echo 0")
    proyek.perintah("apt-get", 'echo "E: Unable to locate package" >&2; exit 100')
    pesan = _tanpa_libreoffice(proyek)
    assert "E: Unable to locate package" in pesan and "Pemasangan gagal" in pesan and APT in pesan and DOCX in pesan


def test_apt_tanpa_folder_sementara(proyek: Proyek) -> None:
    proyek.perintah("id", "echo 0")
    proyek.perintah("apt-get", 'echo ada >>"$HOME/apt"')
    proyek.perintah("mktemp", "echo 'mktemp: Read-only file system' >&2; exit 1")
    pesan = _tanpa_libreoffice(proyek)
    assert "Folder sementara tidak dapat ditulisi" in pesan and APT in pesan and "mktemp" not in pesan
    assert not (proyek.alat / "apt").exists()


@pytest.mark.parametrize(
    ("pengelola", "saran"),
    [
        ("dnf", "sudo dnf install libreoffice-writer"),
        ("pacman", "sudo pacman -S libreoffice"),
        ("uname", "brew install --cask libreoffice"),
        ("", "dengan pengelola paket sistem ini"),
    ],
)
def test_tanpa_apt(proyek: Proyek, pengelola: str, saran: str) -> None:
    if pengelola:
        proyek.perintah(pengelola, "echo Darwin")
    pesan = _tanpa_libreoffice(proyek)
    assert saran in pesan and DOCX in pesan


def test_make_siap_tanpa_hak_berhasil(proyek: Proyek) -> None:
    """The whole target: nothing is installed, everything is said, and documents can be made."""
    proyek.perintah("apt-get", "exit 100")
    hasil = proyek.make("siap")
    assert hasil.returncode == 0
    assert DOCX in hasil.stderr and "ejaan tidak diperiksa" in hasil.stderr
    assert proyek.renstra() == "pustaka|renstra|a b|$HOME\n"
