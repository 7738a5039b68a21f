"""Where a version comes from: a folder, or a revision of git, whose files are unpacked beside, never checked out.

In: 'v1.0', a commit, a branch, a tag or a folder. Out: a folder with content/ and templates/, and the version's date.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.temuan import GagalSusun, Kumpulan


@dataclass(frozen=True)
class Versi:
    """A version. `akar` holds content/ and templates/; `tanggal` is the commit's, None for a folder."""

    nama: str
    akar: Path
    tanggal: date | None = None


@contextmanager
def ambil_versi(nama: str, proyek: Path) -> Iterator[Versi]:
    """The version's files, for as long as they are needed. Raises `GagalSusun` for what is neither folder nor revision.

    A name that is both a folder and a revision is the folder; 'git:NAMA' always is the revision.
    """
    revisi = nama.removeprefix("git:")
    folder = Path(nama).expanduser()
    if revisi == nama and folder.is_dir():
        yield _folder(nama, folder.resolve())
        return
    komit = _komit(revisi, proyek)
    if not komit:
        temuan = Kumpulan()
        temuan.tambah("versi-asing", nama, f'"{nama}" bukan folder dan bukan versi git di {proyek}')
        raise GagalSusun(temuan)
    with TemporaryDirectory(prefix="renstra-versi-") as sementara:
        akar = Path(sementara)
        _bongkar(komit, proyek, akar)
        if not (akar / "content").is_dir():
            temuan = Kumpulan()
            temuan.tambah("versi-asing", nama, f'versi git "{nama}" tidak memuat folder content')
            raise GagalSusun(temuan)
        yield Versi(nama, akar, _tanggal(komit, proyek))


def _folder(nama: str, folder: Path) -> Versi:
    """A project's folder, or its content folder."""
    if (folder / "content" / "data").is_dir():
        return Versi(nama, folder)
    if (folder / "data").is_dir() and folder.name == "content":
        return Versi(nama, folder.parent)
    temuan = Kumpulan()
    temuan.tambah("versi-asing", nama, f'folder "{nama}" tidak memuat content/data')
    raise GagalSusun(temuan)


def _git(proyek: Path, *perintah: str) -> bytes | None:
    """What git prints, or None when it fails or is not there."""
    try:
        hasil = subprocess.run(["git", "-C", str(proyek), *perintah], capture_output=True, check=False)
    except OSError:
        return None
    return hasil.stdout if hasil.returncode == 0 else None


def _komit(revisi: str, proyek: Path) -> str:
    """The full hash of a revision; '' when git knows none. Options are no revisions."""
    if not revisi or revisi.startswith("-"):
        return ""
    isi = _git(proyek, "rev-parse", "--verify", "--quiet", f"{revisi}^{{commit}}")
    return isi.decode().strip() if isi else ""


def _tanggal(komit: str, proyek: Path) -> date | None:
    isi = _git(proyek, "show", "-s", "--format=%ct", komit)
    return datetime.fromtimestamp(int(isi), UTC).date() if isi else None


def _bongkar(komit: str, proyek: Path, akar: Path) -> None:
    """Unpack content/ and templates/ of a commit: regular files only, nothing outside the folder."""
    ada = [n for n in ("content", "templates") if _git(proyek, "cat-file", "-e", f"{komit}:./{n}") is not None]
    isi = _git(proyek, "archive", "--format=tar", komit, "--", *ada) if ada else None
    if isi is None:
        return
    with tarfile.open(fileobj=io.BytesIO(isi)) as tar:
        tar.extractall(akar, filter="data")
