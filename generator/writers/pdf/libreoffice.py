"""DOCX to PDF by LibreOffice: tagged PDF/A-2b, every bookmark a named destination, every heading an outline entry.

    with LibreOffice(cari_soffice()) as pengonversi:
        pengonversi.konversi(docx, pdf)

Each conversion has a hardened profile of its own (`profil`) in a folder of its own (`sementara`), and its temporary
files there: two at once do not meet, and nothing stays behind.
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

from generator.writers.pdf.batas import batas_dokumen, lewat_batas
from generator.writers.pdf.gagal import GagalPdf, periksa_ruang
from generator.writers.pdf.letak import tempat_kerja
from generator.writers.pdf.profil import tulis_profil, versi
from generator.writers.pdf.proses import jalankan
from generator.writers.pdf.sementara import PROFIL, Sementara, sapu

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
_DIBUNUH = (-9, 137)  # by the kernel, itself or seen through a shell
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

    def __init__(self, soffice: Path, *, batas: float | None = None, induk: Path | None = None) -> None:
        """Prepare the working folder in `induk`, or in the temporary folder if LibreOffice cannot read that name.

        `batas`: seconds for one conversion; by the size of the document when None. Nothing is started. Raises
        `GagalPdf`.
        """
        asli = soffice.resolve()
        langsung = asli.with_name("soffice.bin")  # without the shell script and the splash program in front of it
        self._bin = sys.platform == "linux" and langsung.is_file()
        self._program = langsung if self._bin else soffice
        self._batas = batas
        self._folder_program = asli.parent
        self._sementara = _buat_ruang(induk)

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
        batas = self._batas or batas_dokumen(docx)
        try:
            _pindahkan(self._jalankan(docx, batas), pdf)
        except subprocess.TimeoutExpired:
            raise lewat_batas("LibreOffice", batas) from None
        except OSError as e:
            if e.errno in (errno.ENOSPC, errno.EDQUOT):
                raise GagalPdf("tidak-tertulis", f"Ruang disk habis; {pdf} tidak dapat ditulis.") from e
            pesan = f"LibreOffice tidak dapat bekerja di {self._sementara.folder}: {e.strerror or e}."
            raise GagalPdf("pdf-gagal", pesan, "Pastikan folder itu dapat ditulisi, lalu susun lagi.") from e

    def tutup(self) -> None:
        """Remove the working folder. May be called twice."""
        self._sementara.hapus()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, jenis: type[BaseException] | None, e: BaseException | None, jejak: TracebackType | None) -> None:
        self.tutup()

    def _jalankan(self, docx: Path, batas: float) -> Path:
        """The PDF that LibreOffice made of a private copy of `docx`. Raises `GagalPdf` or `subprocess.TimeoutExpired`.

        The copy keeps LibreOffice's lock files, and anything named relative to the document, out of the user's folder.
        """
        tenggat = time.monotonic() + batas
        nomor = time.monotonic_ns()
        profil, folder = (self._sementara.folder / f"{nama}-{nomor}" for nama in (PROFIL, "dokumen"))
        tulis_profil(profil, self._folder_program)
        folder.mkdir()
        salinan, hasil, catatan = folder / "dokumen.docx", folder / "dokumen.pdf", folder / "catatan.txt"
        shutil.copyfile(docx, salinan)
        perintah = [*self._perintah(profil), "--convert-to", SARINGAN, "--outdir", str(folder), str(salinan)]
        status = _MULAI_ULANG
        for _ in range(3):  # it may ask to be started again after setting up a profile
            if status != _MULAI_ULANG:
                break
            sisa = max(0.1, tenggat - time.monotonic())
            try:
                status = jalankan(perintah, lingkungan=self._lingkungan(), catatan=catatan, batas=sisa)
            except (FileNotFoundError, PermissionError) as e:
                raise GagalPdf("pdf-tidak-ada", f"LibreOffice ({self._program}) tidak dapat dijalankan: {e}.") from e
        if status == 0 and _utuh(hasil):
            return hasil
        periksa_ruang(self._sementara.folder)
        kata = _kata(catatan) or "tanpa pesan"
        if status in _DIBUNUH:
            pesan = f"LibreOffice dihentikan oleh sistem (status {status}), biasanya karena memori habis."
            raise GagalPdf("pdf-gagal", pesan, "Tutup program lain, lalu susun lagi.")
        if status != 0:
            raise GagalPdf("pdf-gagal", f"LibreOffice berhenti dengan status {status}: {kata}.")
        raise GagalPdf("pdf-gagal", f"LibreOffice selesai tanpa menghasilkan PDF: {kata}.")

    def _perintah(self, profil: Path) -> list[str]:
        pilihan = ["--headless", "--norestore", "--nologo", "--nolockcheck"]
        return [str(self._program), f"-env:UserInstallation={profil.as_uri()}", *pilihan]

    def _lingkungan(self) -> dict[str, str]:
        """The environment: nothing of the machine's language, zone and desktop, no other program within reach.

        Its temporary folder (`lu*.tmp`, which hold the document and outlive it) is ours. It reads no dconf, which it
        would make files for, and makes no ~/.config where there is none; one that is there may name fonts.
        """
        isi = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "SAL_", "OOO_", "LANGUAGE"))}
        isi |= {"LANG": "C.UTF-8", "TZ": "UTC", "OOO_DISABLE_RECOVERY": "1"}
        sementara = self._sementara.folder / "tmp"
        sementara.mkdir(exist_ok=True)
        isi |= dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(sementara)) | {"DCONF_PROFILE": os.devnull}
        if not os.path.isdir(isi.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")):
            isi["XDG_CONFIG_HOME"] = str(sementara)
        if self._bin:
            isi |= {"PATH": str(self._sementara.folder / "kosong"), "SAL_USE_VCLPLUGIN": "svp"}
        return isi


def _buat_ruang(induk: Path | None) -> Sementara:
    """A working folder in the first place that takes one; what killed builds left there is swept."""
    sebab = ""
    for tempat in tempat_kerja(induk):
        try:
            sapu(tempat)
            return Sementara(tempat)
        except OSError as e:
            sebab = f"{tempat}: {e.strerror or e}"
    raise GagalPdf(
        "pdf-gagal", f"LibreOffice tidak punya folder kerja ({sebab}).", "Beri TMPDIR folder yang dapat ditulisi."
    )


def _utuh(pdf: Path) -> bool:
    """Whether the file is a PDF from its first line to its last."""
    if not pdf.is_file():
        return False
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
