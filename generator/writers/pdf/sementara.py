"""The working folder of one conversion, and what LibreOffice leaves outside of it."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from generator import sementara
from generator.writers.pdf.letak import soket

AWALAN = "renstra-pdf-"
PROFIL = "profil"


class Sementara(sementara.Ruang):
    """A folder `renstra-pdf-*` in `induk` (default: the system's), until `hapus`."""

    def __init__(self, induk: Path | None = None) -> None:
        super().__init__(AWALAN, induk)

    def hapus(self) -> None:
        """Remove the folder and all that LibreOffice left outside it. May be called twice."""
        buang_soket(self.folder)
        super().hapus()


def buang_soket(folder: Path) -> bool:
    """Remove the sockets of the LibreOffices whose profiles lie in a working folder; always True: it may go."""
    for profil in folder.resolve().glob(f"{PROFIL}*"):
        for alamat in soket(profil):
            with contextlib.suppress(OSError):
                alamat.unlink()
    return True


def sapu(induk: Path | None = None) -> list[Path]:
    """Remove what killed builds left in `induk` (default: the system's temporary folder); gives the folders removed."""
    return sementara.sapu(induk or Path(tempfile.gettempdir()), AWALAN, buang_soket)
