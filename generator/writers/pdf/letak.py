"""Where LibreOffice can work, and what it leaves outside: folders whose names it cannot read, and its socket.

Measured on 7.4 with every printable character: a profile may lie in any folder when its URL is percent-encoded. What is
converted may not: `;` and `|` part the words of `--convert-to`, `%24` is decoded twice, and a name that is not UTF-8 is
no name at all.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

_TAK_TERBACA = frozenset(";|%")
_TERPANJANG = 800  # bytes; LibreOffice puts some hundred more behind it, and systems allow 1.024 to 4.096
_FOLDER_SOKET = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 – fixed in LibreOffice's pipe.cxx, whatever TMPDIR says
_TAK_DISANDIKAN = "/!$&'()*+,-.:=@_~"  # in the URLs that LibreOffice writes; Python leaves fewer characters alone


def tempat_kerja(induk: Path | None) -> Iterator[Path]:
    """The folders in which LibreOffice may work, best first: `induk`, then the temporary ones of the system."""
    if induk is not None:
        yield from filter(_terbaca, (induk.resolve(),))
    with contextlib.suppress(OSError):  # no usable one at all
        yield from filter(_terbaca, (Path(tempfile.gettempdir()).resolve(),))
    if sys.platform != "win32":
        yield from _FOLDER_SOKET


def _terbaca(folder: Path) -> bool:
    try:
        return _TAK_TERBACA.isdisjoint(str(folder)) and len(str(folder).encode()) <= _TERPANJANG
    except UnicodeEncodeError:  # bytes that are no UTF-8
        return False


def soket(profil: Path) -> list[Path]:
    """The socket by which a second LibreOffice would find the one on `profil`; it stays behind when that is killed."""
    if sys.platform == "win32":
        return []
    url = "file://" + quote(os.fsencode(profil.resolve()), safe=_TAK_DISANDIKAN)
    sidik = hashlib.md5(url.encode("utf-16-le"), usedforsecurity=False).digest()
    nama = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_" + "".join(f"{b:x}" for b in sidik)
    return [folder / nama for folder in _FOLDER_SOKET]
