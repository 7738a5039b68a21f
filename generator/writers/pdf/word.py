"""DOCX to PDF by an installed Microsoft Word through docx2pdf (Windows, macOS), where there is no LibreOffice.

Word writes no named destinations this way: page numbers cannot be read from its PDF, `halaman.destinations` is empty.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.sementara import Ruang
from generator.writers.pdf.batas import batas_dokumen, lewat_batas
from generator.writers.pdf.gagal import GagalPdf, periksa_ruang
from generator.writers.pdf.proses import jalankan

AWALAN = "renstra-word-"

_PERINTAH = "import sys; from docx2pdf import convert; convert(sys.argv[1], sys.argv[2])"


def ada_word() -> bool:
    """Whether Word and docx2pdf are installed."""
    if importlib.util.find_spec("docx2pdf") is None:
        return False
    if sys.platform == "win32":
        import winreg

        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "Word.Application"))
        except OSError:
            return False
        return True
    if sys.platform == "darwin":
        return any((a / "Microsoft Word.app").exists() for a in (Path("/Applications"), Path.home() / "Applications"))
    return False


class Word:
    """The same interface as `LibreOffice`. Word itself is the user's and is left as it was found."""

    mengevaluasi_medan = False  # it prints the fields' cached text
    menggambar_rumus = True
    versi = "Microsoft Word"

    def __init__(self, *, batas: float | None = None) -> None:
        """`batas`: seconds for one conversion; by the size of the document when None."""
        self._batas = batas

    def konversi(self, docx: Path, pdf: Path) -> None:
        """Convert `docx` into `pdf`, replacing it. Raises `GagalPdf`; `pdf` is then what it was."""
        sebelah = pdf.with_name(f"{pdf.stem}.{os.getpid()}.sementara.pdf")
        try:
            self._jalankan(docx, sebelah)
            os.replace(sebelah, pdf)
        finally:
            sebelah.unlink(missing_ok=True)

    def _jalankan(self, docx: Path, pdf: Path) -> None:
        with Ruang(AWALAN) as ruang:
            catatan = ruang.folder / "word.txt"
            batas = self._batas or batas_dokumen(docx)
            perintah = [sys.executable, "-c", _PERINTAH, str(docx.resolve()), str(pdf.resolve())]
            try:
                status = jalankan(perintah, lingkungan=os.environ, catatan=catatan, batas=batas)
            except subprocess.TimeoutExpired:
                raise lewat_batas("Microsoft Word", batas, "Tutup kotak pesan Word bila ada. ") from None
            if status == 0 and pdf.is_file():
                return
            kata = catatan.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        periksa_ruang(pdf.parent)
        raise GagalPdf("pdf-gagal", f"Microsoft Word tidak menghasilkan PDF: {kata[-1] if kata else 'tanpa pesan'}")

    def tutup(self) -> None:
        """Nothing to end."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, jenis: type[BaseException] | None, e: BaseException | None, jejak: TracebackType | None) -> None:
        self.tutup()
