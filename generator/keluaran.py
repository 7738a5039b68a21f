"""Publishing: outputs are written aside and renamed together at the end, so the last output stays whole until then.

A build works in a folder '.susun-<process>-…' inside the output folder. A killed build leaves it behind; `sapu` of the
next build removes it. Two builds publish one after the other.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from generator.temuan import GagalSusun, Kumpulan

AWALAN = ".susun-"
_KUNCI = ".kunci"
_SEHARI = 86_400.0


@contextlib.contextmanager
def tanpa_gagal_tulis(temuan: Kumpulan, folder: Path) -> Iterator[None]:
    """What the disk refuses is a finding: raises `GagalSusun`."""
    try:
        yield
    except OSError as e:
        habis = e.errno in (errno.ENOSPC, errno.EDQUOT)
        pesan = "ruang disk habis" if habis else f"{e.strerror or e}"
        temuan.tambah("tidak-tertulis", e.filename or folder, f"tidak dapat ditulis: {pesan}")
        raise GagalSusun(temuan) from e


@contextlib.contextmanager
def ruang_kerja(folder: Path) -> Iterator[Path]:
    """A private folder beside the outputs, removed at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    sapu(folder)
    kerja = Path(tempfile.mkdtemp(prefix=f"{AWALAN}{os.getpid()}-", dir=folder))
    try:
        yield kerja
    finally:
        shutil.rmtree(kerja, ignore_errors=True)


def sapu(folder: Path) -> None:
    """Remove what killed builds left: their process is gone, or the folder is older than a day."""
    for sisa in folder.glob(f"{AWALAN}*"):
        nomor = sisa.name.removeprefix(AWALAN).partition("-")[0]
        with contextlib.suppress(OSError):
            if not (nomor.isdigit() and _hidup(int(nomor))) or time.time() - sisa.stat().st_mtime > _SEHARI:
                shutil.rmtree(sisa, ignore_errors=True)


def _hidup(nomor: int) -> bool:
    if sys.platform == "win32":
        return True  # asking would end the process there; the folder's age decides
    try:
        os.kill(nomor, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextlib.contextmanager
def _tanpa_sela() -> Iterator[None]:
    """Ctrl-C and a polite kill wait until the renaming is done."""
    tertunda: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    sinyal = [s for s in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, s)]
    lama = {s: signal.signal(getattr(signal, s), lambda n, _: tertunda.append(n)) for s in sinyal}
    try:
        yield
    finally:
        for s, penangan in lama.items():
            signal.signal(getattr(signal, s), penangan)
    if tertunda:
        signal.raise_signal(tertunda[0])


@contextlib.contextmanager
def _bergiliran(folder: Path) -> Iterator[None]:
    """One build publishes at a time."""
    with (folder / _KUNCI).open("w") as kunci:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(kunci, fcntl.LOCK_EX)
        yield


def terbitkan(kerja: Path, nama: list[str], folder: Path) -> None:
    """Rename the named files from the working folder into the output folder, the last one last."""
    for n in nama:
        with (kerja / n).open("rb") as f:
            os.fsync(f.fileno())
    with _bergiliran(folder), _tanpa_sela():
        for n in nama:
            os.replace(kerja / n, folder / n)
