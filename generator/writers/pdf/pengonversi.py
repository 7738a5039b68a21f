"""Which program makes the PDF: LibreOffice if there is one, else Microsoft Word."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.writers.pdf.batas import batas_pilihan
from generator.writers.pdf.gagal import GagalPdf
from generator.writers.pdf.libreoffice import LibreOffice, cari_soffice
from generator.writers.pdf.word import Word, ada_word

Pengonversi = LibreOffice | Word

_PASANG = {
    "linux": "sudo apt-get install libreoffice-writer-nogui libreoffice-math-nogui fonts-liberation",
    "darwin": "brew install --cask libreoffice",
    "win32": "winget install TheDocumentFoundation.LibreOffice",
}


def siapkan(*, induk: Path | None = None) -> Pengonversi:
    """The converter; close it with `tutup` or `with`. `induk` is the folder for its temporary files.

    Raises `GagalPdf`: "pdf-tidak-ada" with the command that installs LibreOffice, "pdf-gagal" when it cannot work.
    """
    soffice, batas = cari(), batas_pilihan()
    return LibreOffice(soffice, batas=batas, induk=induk) if soffice else Word(batas=batas)


def cari() -> Path | None:
    """LibreOffice's program, or None where Word is. Raises `GagalPdf("pdf-tidak-ada")` where there is neither."""
    soffice = cari_soffice()
    if soffice is None and not ada_word():
        pasang = _PASANG.get(sys.platform, _PASANG["linux"])
        raise GagalPdf("pdf-tidak-ada", f"LibreOffice tidak ditemukan. Pasang dengan: {pasang}")
    return soffice
