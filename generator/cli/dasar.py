"""What the commands share: the application, options, where to read and write, and how findings are said."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator import __version__

if TYPE_CHECKING:
    from generator.tempat import Tempat
    from generator.temuan import Kumpulan

STATUS_GALAT, STATUS_SALAH_PAKAI, STATUS_TANPA_PDF = 1, 2, 3

aplikasi = typer.Typer(
    name="renstra",
    help="Menyusun Renstra dari naskah Markdown dan buku kerja Excel menjadi DOCX, PDF, dan Markdown.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _bentuk(nilai: str) -> str:
    if nilai not in ("teks", "json"):
        raise typer.BadParameter("pilih teks atau json")
    return nilai


def _tanpa_cache(ya: bool) -> bool:
    if ya:
        from generator.simpanan import PEUBAH

        os.environ[PEUBAH] = "1"
    return ya


Isi = Annotated[str, typer.Option(help="Folder isi (memuat chapters/ dan data/).")]
Keluaran = Annotated[str, typer.Option(help="Folder hasil; bawaan: build/ di sebelah folder isi.")]
Dokumen = Annotated[str, typer.Option(help="renstra, renja-TAHUN, atau pk-TAHUN.")]
TanpaCache = Annotated[
    bool, typer.Option("--tanpa-cache", callback=_tanpa_cache, help="Tanpa simpanan di build/.cache.")
]
Bentuk = Annotated[str, typer.Option("--format", callback=_bentuk, help="Bentuk jawaban: teks atau json.")]


def _versi(tampil: bool) -> None:
    if tampil:
        typer.echo(f"renstra {__version__}")
        raise typer.Exit


@aplikasi.callback()
def utama(
    versi: Annotated[bool, typer.Option("--versi", callback=_versi, is_eager=True, help="Tampilkan versi.")] = False,
) -> None:
    """Menyusun Renstra dari naskah Markdown dan buku kerja Excel menjadi DOCX, PDF, dan Markdown."""
    from generator.kekurangan import terlalu_sempit
    from generator.penyapuan import sapu_semua

    if sempit := terlalu_sempit():
        typer.echo(f"Tidak dijalankan: {sempit}.", err=True)
        raise typer.Exit(STATUS_GALAT)
    akar = proyek()
    sapu_semua(akar / "build", akar / "content")


# ---------------------------------------------------------------- places


def proyek() -> Path:
    """The project's folder: the nearest from here upward that holds content/; else where the program lies."""
    kini = Path.cwd()
    for calon in (kini, *kini.parents):
        if (calon / "content" / "data").is_dir():
            return calon
    rumah = Path(__file__).resolve().parents[2]
    return rumah if (rumah / "content" / "data").is_dir() else kini


def tempat(isi: str, templat: str = "", keluaran: str = "") -> Tempat:
    """Where to read and write; ends with status 2 when there is no such content folder."""
    from generator.penyapuan import sapu_semua
    from generator.tempat import Tempat, templat_bawaan

    akar = Path(isi).resolve().parent if isi else proyek()
    hasil = Tempat(
        Path(isi).resolve() if isi else akar / "content",
        Path(templat).resolve() if templat else templat_bawaan(akar),
        Path(keluaran).resolve() if keluaran else akar / "build",
    )
    if not hasil.isi.is_dir():
        typer.echo(f"Folder isi {hasil.isi} tidak ada. Jalankan dari folder proyek, atau sebut dengan --isi.", err=True)
        raise typer.Exit(STATUS_SALAH_PAKAI)
    if isi or keluaran:  # other places than those that every command has swept
        sapu_semua(hasil.keluaran, hasil.isi)
    return hasil


def dokumen(asal: Tempat, nama: str) -> Tempat:
    """The place of a document named 'renstra', 'renja-2027' or 'pk-2027'; ends with status 2 for another name."""
    from generator.tempat import tempat_bernama

    try:
        return tempat_bernama(asal, nama)
    except LookupError:
        typer.echo(f'Dokumen "{nama}" tidak dikenal; pilih renstra, renja-TAHUN, atau pk-TAHUN.', err=True)
        raise typer.Exit(STATUS_SALAH_PAKAI) from None


def ringkas(path: Path) -> str:
    """Relative to where the user stands, when that is shorter."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


# ---------------------------------------------------------------- what is said


def kabar(pesan: str) -> None:
    """Progress: one line that is overwritten on a terminal, plain lines elsewhere; '' ends it."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{pesan} …" if pesan else "\r\x1b[K")
        sys.stderr.flush()
    elif pesan:
        print(pesan, file=sys.stderr, flush=True)


def cetak(temuan: Kumpulan, bentuk: str) -> None:
    """Findings: as JSON on the standard output, as text on the standard error."""
    from generator.temuan import sebagai_json, sebagai_teks

    if bentuk == "json":
        typer.echo(sebagai_json(temuan))
    elif len(temuan):
        typer.echo(sebagai_teks(temuan), err=True)


def tak_diganti(temuan: Kumpulan, pesan: str) -> None:
    """Say that nothing was replaced; not after a publication that could not be put back: its finding tells what is."""
    if not any(t.kode == "terbit-terputus" for t in temuan):
        typer.echo(pesan, err=True)
