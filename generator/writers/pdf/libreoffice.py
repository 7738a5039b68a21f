"""DOCX to PDF by LibreOffice: tagged PDF/A-2b, every bookmark a named destination, every heading an outline entry.

    with LibreOffice.siap(cari_soffice()) as pengonversi:   # LibreOffice starts now, in the background (Linux)
        ...                                                 # the DOCX is built meanwhile
        pengonversi.konversi(docx, pdf)

Each run has a hardened profile of its own (`profil`) in a folder of its own (`sementara`), so two at once do not meet.
A waiting LibreOffice that does not do its work is replaced by a fresh one, once; the second failure is reported.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.writers.pdf.gagal import GagalPdf, periksa_ruang
from generator.writers.pdf.pemanasan import tulis_pemanasan
from generator.writers.pdf.pipa import serahkan
from generator.writers.pdf.profil import tulis_profil, versi
from generator.writers.pdf.proses import Proses, akhiri, jalankan, mulai
from generator.writers.pdf.sementara import Sementara

BATAS = 120.0
"""Seconds that one conversion may take."""

_SARINGAN = {
    "SelectPdfVersion": ("long", "2"),  # PDF/A-2b
    "PDFUACompliance": ("boolean", "true"),
    "UseTaggedPDF": ("boolean", "true"),
    "ExportBookmarks": ("boolean", "true"),
    "ExportBookmarksToPDFDestination": ("boolean", "true"),
    "ExportNotes": ("boolean", "false"),
    "IsSkipEmptyPages": ("boolean", "true"),  # no blank page before a restarted page 1: no printed number counts it
    "UseLosslessCompression": ("boolean", "true"),
    "ReduceImageResolution": ("boolean", "false"),
}
SARINGAN = "pdf:writer_pdf_Export:" + json.dumps(
    {nama: {"type": jenis, "value": nilai} for nama, (jenis, nilai) in _SARINGAN.items()}, separators=(",", ":")
)
"""The value of `--convert-to`."""

_MULAI_ULANG = 81
_BISING = ("javaldx", "java may not function", "convert ", "Overwriting: ")


def cari_soffice() -> Path | None:
    """The LibreOffice program, or None. RENSTRA_SOFFICE names one and is obeyed or, if wrong, refused by `GagalPdf`."""
    if pilihan := os.environ.get("RENSTRA_SOFFICE"):
        jalan = shutil.which(pilihan)
        if jalan is None:
            raise GagalPdf("pdf-tidak-ada", f"RENSTRA_SOFFICE menunjuk {pilihan}, tetapi program itu tidak ada.")
        return Path(jalan)
    for nama in ("soffice.com", "soffice") if sys.platform == "win32" else ("soffice", "libreoffice"):
        if jalan := shutil.which(nama):
            return Path(jalan)
    return next((p for p in _tempat_lazim() if p.is_file()), None)


def _tempat_lazim() -> list[Path]:
    if sys.platform == "win32":
        akar = [Path(os.environ.get(v, r"C:\Program Files")) for v in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
        return [a / "LibreOffice" / "program" / "soffice.com" for a in akar]
    if sys.platform == "darwin":
        akar = [Path("/Applications"), Path.home() / "Applications"]
        return [a / "LibreOffice.app" / "Contents" / "MacOS" / "soffice" for a in akar]
    akar = [Path("/usr/lib/libreoffice"), Path("/usr/lib64/libreoffice"), *sorted(Path("/opt").glob("libreoffice*"))]
    return [*(a / "program" / "soffice" for a in akar), Path("/snap/bin/libreoffice")]


class LibreOffice:
    """One LibreOffice for one build; closed by `tutup` or at the end of a `with` block."""

    mengevaluasi_medan = True  # it works page references out itself

    def __init__(self, soffice: Path, *, batas: float = BATAS, induk: Path | None = None) -> None:
        """Prepare the working folder in `induk` (default: the system's temporary folder). Nothing is started."""
        asli = soffice.resolve()
        langsung = asli.with_name("soffice.bin")  # without the shell script and the splash program in front of it
        self._bin = sys.platform == "linux" and langsung.is_file()
        self._program = langsung if self._bin else soffice
        self._batas = batas
        self._folder_program = asli.parent
        self._sementara = Sementara(induk)
        self._peladen: Proses | None = None

    @classmethod
    def siap(cls, soffice: Path, *, batas: float = BATAS, hangat: bool = True, induk: Path | None = None) -> Self:
        """A LibreOffice that starts now, in the background, where that is known to work (Linux); `konversi` waits less.

        Call it from the thread that lives as long as the build: the waiting LibreOffice ends with it.
        """
        diri = cls(soffice, batas=batas, induk=induk)
        if hangat and diri._bin:
            try:
                diri._hangatkan()
            except BaseException as e:
                if isinstance(e, OSError):
                    return diri
                diri.tutup()
                raise
        return diri

    @property
    def menggambar_rumus(self) -> bool:
        """Whether it has its Math module, a package of its own on many systems; without it formulas vanish.

        An installation that does not look like one is taken to be whole (a snap, a flatpak).
        """
        if not versi(self._folder_program):
            return True
        akar = self._folder_program.parent
        ada = (akar / d / "registry" / "math.xcd" for d in ("share", "Resources"))
        pustaka = (self._folder_program / n for n in ("libsmlo.so", "smlo.dll"))
        return any(p.is_file() for p in (*ada, *pustaka))

    @property
    def versi(self) -> str:
        """Name, version and build, such as 'LibreOffice 7.4 40(Build:2)'."""
        return versi(self._folder_program)

    def konversi(self, docx: Path, pdf: Path) -> None:
        """Convert `docx` into `pdf`, replacing it. Raises `GagalPdf`; `pdf` is then what it was."""
        if not docx.is_file():
            raise GagalPdf("pdf-gagal", f"{docx} tidak ada.")
        tenggat = time.monotonic() + self._batas
        try:
            hasil = self._lewat_peladen(docx, tenggat) or self._langsung(docx, tenggat)
            _pindahkan(hasil, pdf)
        except (TimeoutError, subprocess.TimeoutExpired):
            raise GagalPdf(
                "pdf-gagal", f"LibreOffice belum selesai sesudah {self._batas:g} detik, lalu dihentikan."
            ) from None
        except OSError as e:
            if e.errno in (errno.ENOSPC, errno.EDQUOT):
                raise GagalPdf("tidak-tertulis", f"Ruang disk habis; {pdf} tidak dapat ditulis.") from e
            raise GagalPdf("tidak-tertulis", f"{pdf} tidak dapat ditulis: {e.strerror or e}.") from e

    def tutup(self) -> None:
        """End LibreOffice and remove the working folder. May be called twice."""
        self._hentikan_peladen()
        self._sementara.hapus()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, jenis: type[BaseException] | None, e: BaseException | None, jejak: TracebackType | None) -> None:
        self.tutup()

    # ------------------------------------------------------------ the waiting LibreOffice

    def _hangatkan(self) -> None:
        profil = self._sementara.profil
        tulis_profil(profil, self._folder_program)
        pemanasan = self._sementara.folder / "pemanasan.docx"
        tulis_pemanasan(pemanasan)
        perintah = [*self._perintah(profil), str(pemanasan)]  # the open document keeps it alive and loads Writer
        self._peladen = mulai(perintah, lingkungan=self._lingkungan(), catatan=self._catatan("peladen"))

    def _lewat_peladen(self, docx: Path, tenggat: float) -> Path | None:
        """The PDF that the waiting LibreOffice made; None if there is none. Raises `TimeoutError`."""
        if self._peladen is None:
            return None
        argumen, hasil = self._tugas(docx, "hangat")
        try:
            serahkan(self._sementara.profil, argumen, tenggat=tenggat, hidup=lambda: self._hidup())
        except TimeoutError:
            self._hentikan_peladen()
            raise
        if _utuh(hasil):
            return hasil
        self._hentikan_peladen()
        return None

    def _hidup(self) -> bool:
        return self._peladen is not None and self._peladen.poll() is None

    def _hentikan_peladen(self) -> None:
        if self._peladen is not None:
            akhiri(self._peladen)
            self._peladen = None

    # ------------------------------------------------------------ the plain way

    def _langsung(self, docx: Path, tenggat: float) -> Path:
        """The PDF that a fresh LibreOffice made. Raises `GagalPdf` or `subprocess.TimeoutExpired`."""
        profil = self._sementara.folder / f"{self._sementara.profil.name}-{time.monotonic_ns()}"
        tulis_profil(profil, self._folder_program)
        argumen, hasil = self._tugas(docx, "langsung")
        catatan = self._catatan("langsung")
        status = _MULAI_ULANG
        for _ in range(3):  # it may ask to be started again after setting up a profile
            if status != _MULAI_ULANG:
                break
            sisa = max(0.1, tenggat - time.monotonic())
            perintah = [*self._perintah(profil), *argumen]
            try:
                status = jalankan(perintah, lingkungan=self._lingkungan(), catatan=catatan, batas=sisa)
            except (FileNotFoundError, PermissionError) as e:
                raise GagalPdf("pdf-tidak-ada", f"LibreOffice ({self._program}) tidak dapat dijalankan: {e}.") from e
        if status == 0 and _utuh(hasil):
            return hasil
        periksa_ruang(self._sementara.folder)
        kata = _kata(catatan) or "tanpa pesan"
        if status != 0:
            raise GagalPdf("pdf-gagal", f"LibreOffice berhenti dengan status {status}: {kata}.")
        raise GagalPdf("pdf-gagal", f"LibreOffice selesai tanpa menghasilkan PDF: {kata}.")

    # ------------------------------------------------------------ parts of a command

    def _perintah(self, profil: Path) -> list[str]:
        pilihan = ["--headless", "--norestore", "--nologo", "--nolockcheck"]
        return [str(self._program), f"-env:UserInstallation={profil.as_uri()}", *pilihan]

    def _tugas(self, docx: Path, nama: str) -> tuple[list[str], Path]:
        """The arguments that convert a private copy of `docx`, and the PDF that they make.

        The copy keeps LibreOffice's lock files, and anything named relative to the document, out of the user's folder.
        """
        folder = self._sementara.folder / f"{nama}-{time.monotonic_ns()}"
        folder.mkdir()
        salinan = folder / "dokumen.docx"
        shutil.copyfile(docx, salinan)
        return ["--convert-to", SARINGAN, "--outdir", str(folder), str(salinan)], folder / "dokumen.pdf"

    def _catatan(self, nama: str) -> Path:
        return self._sementara.folder / f"{nama}.txt"

    def _lingkungan(self) -> dict[str, str]:
        """The environment: nothing of the machine's language, zone and desktop, and no other program within reach."""
        isi = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "SAL_", "OOO_", "LANGUAGE"))}
        isi |= {"LANG": "C.UTF-8", "TZ": "UTC", "OOO_DISABLE_RECOVERY": "1"}
        if self._bin:
            isi |= {"PATH": str(self._sementara.folder / "kosong"), "SAL_USE_VCLPLUGIN": "svp"}
        return isi


def _utuh(pdf: Path) -> bool:
    """Whether the file is a PDF from its first line to its last."""
    try:
        with pdf.open("rb") as f:
            kepala = f.read(5)
            f.seek(-min(1024, pdf.stat().st_size), os.SEEK_END)
            return kepala == b"%PDF-" and b"%%EOF" in f.read()
    except OSError:
        return False


def _kata(catatan: Path) -> str:
    """What LibreOffice said, without what it always says."""
    baris = catatan.read_text(encoding="utf-8", errors="replace").splitlines() if catatan.exists() else []
    penting = dict.fromkeys(b.strip() for b in baris if b.strip() and not any(x in b for x in _BISING))
    return "; ".join(penting)[-600:].rstrip(".")


def _pindahkan(asal: Path, tujuan: Path) -> None:
    """Move a file to a place that may be on another disk; the old file stays whole until the new one is."""
    try:
        os.replace(asal, tujuan)
        return
    except OSError as e:
        if e.errno != errno.EXDEV:
            raise
    sebelah = tujuan.with_name(f".{tujuan.name}.{os.getpid()}.sementara")
    try:
        shutil.copyfile(asal, sebelah)
        os.replace(sebelah, tujuan)
    finally:
        with contextlib.suppress(OSError):
            sebelah.unlink()
