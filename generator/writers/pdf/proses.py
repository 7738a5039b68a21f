"""Child processes that end with all their descendants: at a time limit, at an interrupt, and when this process dies."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.sela import tanpa_sela

Proses = subprocess.Popen[bytes]


def jalankan(perintah: Sequence[str], *, lingkungan: Mapping[str, str], catatan: Path, batas: float) -> int:
    """Run a command to its end and return its status.

    Raises `subprocess.TimeoutExpired` after `batas` seconds; the group is ended then, and at any other exception.
    """
    proses = None
    try:
        with tanpa_sela():  # else one that runs already, but is not known here yet, would go on
            proses = _mulai(perintah, lingkungan=lingkungan, catatan=catatan)
        return proses.wait(batas)
    finally:
        if proses is not None:
            _akhiri(proses)


def _mulai(perintah: Sequence[str], *, lingkungan: Mapping[str, str], catatan: Path) -> Proses:
    """Start a command in a process group of its own; what it prints is appended to the file `catatan`.

    On Linux the kernel also ends it when the calling thread dies, so call this from a thread that outlives the work.
    """
    with catatan.open("ab") as keluaran:
        if sys.platform == "win32":
            return subprocess.Popen(  # noqa: S603 – no shell; the program is LibreOffice or Word
                perintah,
                stdin=subprocess.DEVNULL,
                stdout=keluaran,
                stderr=subprocess.STDOUT,
                env=lingkungan,
                creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
            )
        setpriv = shutil.which("setpriv") if sys.platform == "linux" else None
        return subprocess.Popen(  # noqa: S603 – the same
            [setpriv, "--pdeathsig", "KILL", *perintah] if setpriv else perintah,
            stdin=subprocess.DEVNULL,
            stdout=keluaran,
            stderr=subprocess.STDOUT,
            env=lingkungan,
            start_new_session=True,
        )


def _akhiri(proses: Proses) -> None:
    """End a process and its whole group at once; LibreOffice has nothing to save."""
    if sys.platform == "win32":
        perintah = ["taskkill", "/T", "/F", "/PID", str(proses.pid)]
        subprocess.run(perintah, capture_output=True, check=False)  # noqa: S603 – the number of a process of our own
        proses.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(proses.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        proses.wait(10)
