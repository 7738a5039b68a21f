"""Where a version comes from: a folder, or a revision of git, whose files are unpacked beside, never checked out.

In: 'v1.0', a commit, a branch, a tag or a folder. Out: a folder with chapters/ and data/, and the version's date.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import NoReturn

from generator.keluaran import tanpa_gagal_tulis
from generator.sementara import Ruang
from generator.temuan import GagalSusun, Kumpulan

AWALAN = "renstra-versi-"
AWALAN_GIT = "git:"
FOLDER = ("content", "templates")
NAMA_VERSI = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
"""What a version may be called: a part of a file name, too."""
_MILIK_REPO_LAIN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
"""What git sets for the programs that it starts itself: it would point at that repository, not at the project's."""


@dataclass(frozen=True)
class Versi:
    """A version. `isi` is its content folder; `tanggal` is the commit's, None for a folder."""

    nama: str
    isi: Path
    tanggal: date | None = None

    @property
    def akar(self) -> Path:
        """The folder that holds the content folder, and templates/ if the version has any."""
        return self.isi.parent


@contextmanager
def ambil_versi(nama: str, proyek: Path) -> Iterator[Versi]:
    """The version's files, for as long as they are needed. Raises `GagalSusun` for what is neither folder nor revision.

    A name that is both a folder and a revision is the folder; 'git:NAMA' always is the revision.
    """
    revisi = nama.removeprefix(AWALAN_GIT)
    if nama and revisi == nama and Path(nama).expanduser().is_dir():
        yield Versi(nama, _isi_folder(nama, Path(nama).expanduser().resolve()))
        return
    komit = komit_dari(revisi, proyek)
    if not komit:
        _asing(nama, f'"{nama}" bukan folder dan bukan versi git di {proyek}{_sebab(proyek)}')
    if komit_dari(f"refs/tags/{revisi}", proyek) not in ("", komit):
        _asing(nama, f'"{nama}" nama sebuah tag, tetapi git membacanya sebagai komit lain; sebut "refs/tags/{revisi}"')
    with ambil_komit(komit, nama, proyek) as versi:
        yield versi


@contextmanager
def ambil_komit(komit: str, nama: str, proyek: Path) -> Iterator[Versi]:
    """The same for a commit by its full hash; `nama` is how findings call it."""
    with ExitStack() as tumpukan:
        with tanpa_gagal_tulis(Kumpulan(), Path(tempfile.gettempdir())):
            akar = tumpukan.enter_context(Ruang(AWALAN)).folder / "akar"
            akar.mkdir()
            _bongkar(komit, nama, proyek, akar)
        if not (akar / "content" / "data").is_dir():
            _asing(nama, f'versi git "{nama}" tidak memuat content/data')
        yield Versi(nama, akar / "content", _tanggal(komit, proyek))


def _asing(nama: str, pesan: str) -> NoReturn:
    temuan = Kumpulan()
    temuan.tambah("versi-asing", nama or "-", pesan)
    raise GagalSusun(temuan)


def _isi_folder(nama: str, folder: Path) -> Path:
    """The content folder: in a project's folder, or the folder itself."""
    for isi in (folder / "content", folder):
        if (isi / "data").is_dir():
            return isi
    _asing(nama, f'folder "{nama}" tidak memuat content/data')


# ---------------------------------------------------------------- git


def git(proyek: Path, *perintah: str, pegangan: int = -1) -> subprocess.CompletedProcess[bytes] | None:
    """Run git in the project's folder; None when it is not installed. `pegangan` is a file that git inherits."""
    lingkungan = {n: v for n, v in os.environ.items() if n not in _MILIK_REPO_LAIN}
    lingkungan["GIT_OPTIONAL_LOCKS"] = "0"  # asking writes nothing, so that a kill leaves no lock
    try:
        return subprocess.run(  # noqa: S603 – no shell; a revision that looks like an option has been refused
            ["git", "-C", str(proyek), *perintah],  # noqa: S607 – the user's git, wherever it stands
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env=lingkungan,
            pass_fds=(pegangan,) if pegangan >= 0 and sys.platform != "win32" else (),
        )
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return None


def kata_git(jawab: subprocess.CompletedProcess[bytes] | None) -> str:
    """The last line of what git complained of."""
    baris = jawab.stderr.decode("utf-8", "replace").strip().splitlines() if jawab else []
    return baris[-1] if baris else "sebabnya tidak disebut"


def _git(proyek: Path, *perintah: str) -> bytes | None:
    """What git prints, or None when it fails or is not there. Only commands that change nothing."""
    hasil = git(proyek, *perintah)
    return hasil.stdout if hasil and hasil.returncode == 0 else None


def _sebab(proyek: Path) -> str:
    """Why git knows no revision at all, if so."""
    if _git(proyek, "--version") is None:
        return "; git tidak terpasang"
    if _git(proyek, "rev-parse", "--git-dir") is None:
        return ", yang bukan repositori git (atau milik pengguna lain)"
    if (_git(proyek, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true":
        return (
            "; riwayat git di sini dangkal (hasil git clone --depth): ketik git fetch --unshallow --tags, lalu ulangi"
        )
    if not _git(proyek, "tag", "--list") and _git(proyek, "remote"):
        return "; di sini belum ada satu tag pun: ketik git fetch --tags, lalu ulangi"
    return ""


def komit_dari(revisi: str, proyek: Path) -> str:
    """The full hash of a revision; '' when git knows none. Options are no revisions."""
    if not revisi or revisi.startswith("-") or "\0" in revisi:
        return ""
    isi = _git(proyek, "rev-parse", "--verify", "--quiet", f"{revisi}^{{commit}}")
    return isi.decode().strip() if isi else ""


def tag_terjadi(folder: Path, catatan: Mapping[str, str]) -> bool | None:
    """Whether the tag `catatan["tag"]` stands on the commit `catatan["komit"]`; None when git cannot tell."""
    if not NAMA_VERSI.fullmatch(catatan.get("tag", "")):
        return False
    jawab = git(folder, "rev-parse", "--verify", "--quiet", f"refs/tags/{catatan['tag']}^{{commit}}")
    if jawab is None or jawab.returncode not in (0, 1):
        return None
    return jawab.stdout.decode().strip() == catatan.get("komit", "-")


def _tanggal(komit: str, proyek: Path) -> date | None:
    isi = _git(proyek, "rev-list", "--max-count=1", "--timestamp", komit)
    return datetime.fromtimestamp(int(isi.split()[0]), UTC).date() if isi else None


def _bongkar(komit: str, nama: str, proyek: Path, akar: Path) -> None:
    """Unpack the content and the templates of a commit: regular files only, nothing outside of the folder."""
    ada = [n for n in FOLDER if _git(proyek, "cat-file", "-e", f"{komit}:./{n}") is not None]
    if not ada:
        return
    jawab = git(proyek, "archive", "--format=tar", komit, "--", *ada)
    if jawab is None or jawab.returncode:
        _asing(nama, f'git tidak dapat membongkar versi "{nama}": {kata_git(jawab)}')
    with tarfile.open(fileobj=io.BytesIO(jawab.stdout)) as tar:
        for anggota in tar:
            dalam = PurePosixPath(anggota.name)
            sumber = tar.extractfile(anggota) if anggota.isfile() else None
            if sumber is None or dalam.is_absolute() or ".." in dalam.parts:
                continue
            path = akar / dalam
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(sumber.read())
