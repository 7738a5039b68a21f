"""Hand a command line to a LibreOffice that already runs (Linux).

A second `soffice` on a profile in use passes its arguments to the first over a socket and waits for the answer. This
does the same without loading a second LibreOffice (0,1 s). The conversation, as `strace` shows it on 7.4:

    server: InternalIPC::SendArguments NUL
    client: InternalIPC::Arguments 1 <URL of the working folder> {, <argument>} NUL
    server: InternalIPC::ProcessingDone NUL, when all is done

Whoever calls this goes another way when it returns False, so that a LibreOffice with other manners costs time only.
"""

from __future__ import annotations

import hashlib
import os
import socket
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

_FOLDER = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 – fixed in LibreOffice's pipe.cxx, whatever TMPDIR says
_SILAKAN = b"InternalIPC::SendArguments\0"
_SELESAI = b"InternalIPC::ProcessingDone\0"


def soket(profil: Path) -> list[Path]:
    """Where the socket of the LibreOffice that runs on `profil` may be."""
    if sys.platform == "win32":
        return []
    sidik = hashlib.md5(profil.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    nama = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_" + "".join(f"{b:x}" for b in sidik)
    return [folder / nama for folder in _FOLDER]


def serahkan(profil: Path, argumen: Sequence[str], *, tenggat: float, hidup: Callable[[], bool]) -> bool:
    """Let the LibreOffice on `profil` do `argumen`; True when it says that it has.

    `tenggat` is a `time.monotonic` value; `hidup` tells whether that LibreOffice still runs. Raises `TimeoutError`.
    """
    pesan = b"InternalIPC::Arguments1" + ",".join(map(_lolos, [profil.as_uri(), *argumen])).encode() + b"\0"
    try:
        with _sambung(profil, tenggat, hidup) as s:
            if _terima(s, tenggat) != _SILAKAN:
                return False
            s.sendall(pesan)
            return _terima(s, tenggat) == _SELESAI
    except TimeoutError:
        raise
    except OSError:
        return False


def _lolos(teks: str) -> str:
    return teks.replace("\\", "\\\\").replace(",", "\\,")


def _sambung(profil: Path, tenggat: float, hidup: Callable[[], bool]) -> socket.socket:
    """Connect, waiting for a LibreOffice that is still starting."""
    if sys.platform == "win32":
        raise ConnectionError
    while hidup():
        for alamat in soket(profil):
            s = socket.socket(socket.AF_UNIX)
            try:
                s.connect(str(alamat))
            except OSError:
                s.close()
            else:
                return s
        if time.monotonic() > tenggat:
            raise TimeoutError
        time.sleep(0.01)
    raise ConnectionError


def _terima(s: socket.socket, tenggat: float) -> bytes:
    """One message, up to its NUL; what there is of it if the other side hangs up."""
    isi = b""
    while not isi.endswith(b"\0") and len(isi) < 1024:
        s.settimeout(max(0.001, tenggat - time.monotonic()))
        bagian = s.recv(1024)
        if not bagian:
            break
        isi += bagian
    return isi
