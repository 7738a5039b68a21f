"""The working folder of one conversion: made, locked while its owner lives, and swept when the owner was killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from generator.writers.pdf.letak import soket

AWALAN = "renstra-pdf-"
PROFIL = "profil"
_KUNCI = "kunci"
_SEHARI = 86_400.0
_BARU = 60.0


class Sementara:
    """A folder `renstra-pdf-*` in `induk` (default: the system's), until `hapus`."""

    def __init__(self, induk: Path | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=AWALAN, dir=induk)).resolve()
        self._kunci = os.open(self.folder / _KUNCI, os.O_CREAT | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600)
        _kunci(self._kunci)

    @property
    def profil(self) -> Path:
        return self.folder / PROFIL

    def hapus(self) -> None:
        """Remove the folder and all that LibreOffice left outside it. May be called twice."""
        if self._kunci >= 0:
            os.close(self._kunci)
            self._kunci = -1
        _hapus(self.folder)


def sapu(induk: Path | None = None) -> list[Path]:
    """Remove what killed builds left in `induk` (default: the system's temporary folder); return the folders removed.

    A folder is left over when nobody holds its lock, or when it is older than a day. A LibreOffice still at work on it
    is ended. Folders of other users and of builds under way stay.
    """
    dihapus = []
    for folder in sorted(Path(induk or tempfile.gettempdir()).glob(f"{AWALAN}*")):
        try:
            terlantar = folder.is_dir() and not folder.is_symlink() and _terlantar(folder)
        except OSError:  # somebody else's, or just gone
            continue
        if terlantar:
            _bunuh_penghuni(folder)
            _hapus(folder)
            dihapus.append(folder)
    return dihapus


def _terlantar(folder: Path) -> bool:
    umur = time.time() - folder.stat().st_mtime
    if umur > _SEHARI:
        return True
    if not (folder / _KUNCI).exists():
        return umur > _BARU
    fd = os.open(folder / _KUNCI, os.O_RDWR)
    try:
        return _kunci(fd)
    finally:
        os.close(fd)


def _kunci(fd: int) -> bool:
    """Take the lock of an open file, which the system gives back when the process dies. False if somebody has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _bunuh_penghuni(folder: Path) -> None:
    """End the processes that name `folder` in their command line (Linux; elsewhere they end by themselves)."""
    if sys.platform != "linux":
        return
    tanda = (folder.resolve() / PROFIL).as_uri().encode()
    for cmdline in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if tanda in cmdline.read_bytes():
                os.kill(int(cmdline.parent.name), signal.SIGKILL)


def _hapus(folder: Path) -> None:
    for profil in folder.resolve().glob(f"{PROFIL}*"):
        for alamat in soket(profil):
            with contextlib.suppress(OSError):
                alamat.unlink()
    for _ in range(20):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.05)  # a process on its way out still writes, or Windows still holds a file
