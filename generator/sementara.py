"""Private working folders: made, locked while their owner lives, and swept once it was killed.

In: where, and how the folder's name begins. Out: a folder that belongs to whoever holds the lock of its file `kunci`.
The system gives the lock back when the owner dies, whatever machine or container it ran in; a process number would say
nothing there. Where the file system has no locks, a folder is left over when it is older than a day.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import signal
import stat
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

KUNCI = "kunci"
_TERKUNCI, _TANPA_KUNCI = b"1", b"0"  # what the owner writes once it has the lock, or knows that there are none
_SEHARI = 86_400.0
_ACAK = r"(\d+-)?[a-z0-9_]{8}"  # how a name goes on: as `tempfile` makes it; earlier programs put a number before


class Ruang:
    """A folder '<awalan>…' in `induk` (default: the system's temporary folder), until `hapus`. Raises OSError.

    `pegangan` is the file that holds the lock: a child that inherits it holds the folder for as long as it lives.
    """

    def __init__(self, awalan: str, induk: Path | None = None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=awalan, dir=induk)).resolve()
        self.pegangan = -1
        try:
            self.pegangan = buka_kunci(self.folder / KUNCI)
            # the mark comes after the lock: a folder without it is still being made, and nobody sweeps it
            os.write(self.pegangan, _TERKUNCI if kunci(self.pegangan, tunggu=True) else _TANPA_KUNCI)
        except BaseException:
            self.hapus()
            raise

    def hapus(self) -> None:
        """Remove the folder. May be called twice."""
        pegangan, self.pegangan = self.pegangan, -1
        _hapus(self.folder, pegangan)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, jenis: type[BaseException] | None, e: BaseException | None, jejak: TracebackType | None) -> None:
        self.hapus()

    def tinggalkan(self) -> None:
        """Give the lock back and leave the folder to whoever sweeps next."""
        pegangan, self.pegangan = self.pegangan, -1
        _tutup(pegangan)


def daftar(induk: Path, *awalan: str) -> list[Path]:
    """The working folders in `induk`: real folders, ours or of the owner of `induk`, in the order of their names."""
    pola = re.compile(f"({'|'.join(map(re.escape, awalan))}){_ACAK}")
    hasil = []
    with contextlib.suppress(OSError), os.scandir(induk) as isi:
        for e in isi:
            with contextlib.suppress(OSError):
                if pola.fullmatch(e.name) and e.is_dir(follow_symlinks=False) and _milik_kita(e, induk):
                    hasil.append(Path(e.path))
    return sorted(hasil)


def sapu(induk: Path, awalan: str, sebelum: Callable[[Path], bool] = lambda _: True) -> list[Path]:
    """Remove what killed processes left in `induk`; gives the folders removed.

    `sebelum` is called before each, while its lock is held, and says whether it may go. Processes that still work in a
    folder left over are ended. Folders of others, of the living, and those being made stay.
    """
    dihapus = []
    for folder in daftar(induk, awalan):
        with contextlib.suppress(OSError), contextlib.ExitStack() as tumpukan:
            pegangan = _terlantar(folder)
            if pegangan is None:
                continue
            tumpukan.callback(_tutup, pegangan)
            if sebelum(folder):
                _bunuh_penghuni(folder)
                tumpukan.pop_all()
                _hapus(folder, pegangan)
                dihapus.append(folder)
    return dihapus


# ---------------------------------------------------------------- locks


def buka_kunci(path: Path, *, buat: bool = True) -> int:
    """Open, or make, a file to be locked. Raises OSError, also for a link or what is no plain file."""
    pilihan = os.O_RDWR | (os.O_CREAT if buat else 0)
    for nama in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        pilihan |= getattr(os, nama, 0)
    fd = os.open(path, pilihan, 0o600)
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise FileExistsError(errno.EEXIST, "bukan berkas biasa", str(path))
    return fd


def kunci(fd: int, *, tunggu: bool) -> bool | None:
    """Take the lock of an open file: True taken, False somebody has it, None this file system has no locks.

    With `tunggu` it is waited for. Closing the file, or dying, gives it back.
    """
    if sys.platform == "win32":
        return _kunci_windows(fd, tunggu=tunggu)
    import fcntl

    try:
        fcntl.flock(fd, fcntl.LOCK_EX | (0 if tunggu else fcntl.LOCK_NB))
    except OSError as e:
        return False if e.errno in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES) else None
    return True


def _kunci_windows(fd: int, *, tunggu: bool) -> bool | None:
    """The same by the first byte of the file. Waiting is asking again: `LK_LOCK` gives up after ten seconds."""
    import msvcrt

    while True:
        os.lseek(fd, 0, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        except OSError as e:
            if e.errno not in (errno.EACCES, errno.EDEADLK):
                return None
            if not tunggu:
                return False
            time.sleep(0.05)
        else:
            return True


# ---------------------------------------------------------------- left over


def _terlantar(folder: Path) -> int | None:
    """The held lock of a folder whose owner is gone; -1 for an old one without a lock; None when its owner may live."""
    umur = time.time() - folder.lstat().st_mtime
    if not (folder / KUNCI).exists():
        return -1 if umur > _SEHARI else None
    pegangan = buka_kunci(folder / KUNCI, buat=False)
    ada = kunci(pegangan, tunggu=False)
    tanda = b"" if ada is False else os.read(pegangan, 1)
    if ada and tanda == _TERKUNCI:
        return pegangan
    if ada is not False and umur > _SEHARI:  # no locks here or where it was made, or killed while it was being made
        return pegangan
    os.close(pegangan)
    return None


def _milik_kita(e: os.DirEntry[str], induk: Path) -> bool:
    """Whether the folder is this user's, or of whom the folder around it is: on a shared disk all may be one user's."""
    if sys.platform == "win32":
        return True
    return e.stat(follow_symlinks=False).st_uid in (os.getuid(), induk.stat().st_uid)


def _bunuh_penghuni(folder: Path) -> None:
    """End every LibreOffice whose profile lies in `folder` (Linux; elsewhere they end by themselves)."""
    if sys.platform != "linux":
        return
    tanda = f"/{folder.name}/".encode()  # letters and digits: the same in a path and in any URL
    for cmdline in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if any(a.startswith(b"-env:UserInstallation=") and tanda in a for a in cmdline.read_bytes().split(b"\0")):
                os.kill(int(cmdline.parent.name), signal.SIGKILL)


def _hapus(folder: Path, pegangan: int) -> None:
    """Remove a folder whose lock is held; the lock goes last, so that who dies here leaves what the next one sweeps."""
    try:
        for _ in range(20):
            sisa = [p for p in _isi(folder) if p.name != KUNCI]
            for path in sisa:
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    with contextlib.suppress(OSError):
                        path.unlink()
            if not sisa:
                break
            if any(os.path.lexists(p) for p in sisa):
                time.sleep(0.05)  # a process on its way out still writes, or Windows still holds a file
    finally:
        _tutup(pegangan)  # Windows removes no open file
    shutil.rmtree(folder, ignore_errors=True)


def _isi(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _tutup(pegangan: int) -> None:
    if pegangan >= 0:
        with contextlib.suppress(OSError):
            os.close(pegangan)
