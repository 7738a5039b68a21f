"""Commands that make a document: susun, renja, pk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.dasar import (
    STATUS_GALAT,
    STATUS_TANPA_PDF,
    Bentuk,
    Isi,
    Keluaran,
    TanpaCache,
    aplikasi,
    cetak,
    kabar,
    ringkas,
    tak_diganti,
)
from generator.cli.dasar import tempat as cari_tempat

if TYPE_CHECKING:
    from generator.pemuatan import Bersama
    from generator.pipeline import Hasil, Tempat


def _tahun(nilai: str | int) -> int:
    """A year as typed; what is none is said in Indonesian, which typer's own conversion does not do."""
    if isinstance(nilai, str) and not re.fullmatch(r"[1-9]\d{3}", nilai, re.ASCII):
        raise typer.BadParameter(f'"{nilai}" bukan tahun; tulis empat angka, misalnya 2027')
    return int(nilai)


Templat = Annotated[str, typer.Option(help="Templat Word; bawaan: templates/renstra.docx.")]
Paksa = Annotated[bool, typer.Option("--paksa", help="Susun walau sumber tidak berubah.")]
Html = Annotated[bool, typer.Option("--html", help="Juga sebagai satu berkas HTML.")]
TanpaPdf = Annotated[bool, typer.Option("--tanpa-pdf", help="Hanya DOCX dan Markdown.")]


@aplikasi.command()
def susun(
    isi: Isi = "",
    keluaran: Keluaran = "",
    templat: Templat = "",
    paksa: Paksa = False,
    tanpa_pdf: TanpaPdf = False,
    html: Html = False,
    tanpa_cache: TanpaCache = False,
    format: Bentuk = "teks",
) -> None:
    """Susun Renstra: DOCX, PDF, Markdown, dan jejak.html.

    Hasilnya build/renstra.docx, .pdf, .md, jejak.html, dan manifest.json; dengan --html juga renstra.html.
    """
    _susun([cari_tempat(isi, templat, keluaran)], paksa=paksa, tanpa_pdf=tanpa_pdf, html=html, format=format)


@aplikasi.command()
def renja(
    tahun: Annotated[
        int, typer.Argument(parser=_tahun, metavar="TAHUN", help="Tahun Renja; tanpa tahun: semua tahun.")
    ] = 0,
    siapkan: Annotated[bool, typer.Option("--siapkan", help="Buat buku kerja tahun itu; yang ada dibiarkan.")] = False,
    isi: Isi = "",
    keluaran: Keluaran = "",
    paksa: Paksa = False,
    tanpa_pdf: TanpaPdf = False,
    html: Html = False,
    tanpa_cache: TanpaCache = False,
    format: Bentuk = "teks",
) -> None:
    """Susun Renja dan lembar SIPD dari Renstra.

    Hasilnya build/renja-TAHUN.docx, .pdf, .md, dan sipd-TAHUN.xlsx; dengan --html juga renja-TAHUN.html.
    """
    from generator import pipeline
    from generator.temuan import GagalSusun

    asal = cari_tempat(isi, keluaran=keluaran)
    bersama = pipeline.buat_bersama(kabar, asal.keluaran)
    try:
        semua = [tahun] if tahun else pipeline.tahun_renja(asal, bersama=bersama)
        tempat = [pipeline.tempat_renja(asal, t) for t in semua]
        if siapkan:
            for t in tempat:
                path, dibuat = pipeline.siapkan_renja(t)
                typer.echo(f"  {ringkas(path)} {'dibuat' if dibuat else 'sudah ada, dibiarkan'}")
            return
    except GagalSusun as e:
        cetak(e.temuan, format)
        raise typer.Exit(STATUS_GALAT) from None
    _susun(tempat, paksa=paksa, tanpa_pdf=tanpa_pdf, html=html, format=format, bersama=bersama)


@aplikasi.command()
def pk(
    tahun: Annotated[int, typer.Argument(parser=_tahun, metavar="TAHUN", help="Tahun Perjanjian Kinerja.")],
    isi: Isi = "",
    keluaran: Keluaran = "",
    paksa: Paksa = False,
    tanpa_pdf: TanpaPdf = False,
    html: Html = False,
    tanpa_cache: TanpaCache = False,
    format: Bentuk = "teks",
) -> None:
    """Susun Perjanjian Kinerja setiap pejabat.

    Hasilnya build/pk-TAHUN.docx, .pdf, dan .md; dengan --html juga pk-TAHUN.html.
    """
    from generator.pipeline import tempat_pk

    tempat = tempat_pk(cari_tempat(isi, keluaran=keluaran), tahun)
    _susun([tempat], paksa=paksa, tanpa_pdf=tanpa_pdf, html=html, format=format)


def _susun(
    tempat: Sequence[Tempat], *, paksa: bool, tanpa_pdf: bool, html: bool, format: str, bersama: Bersama | None = None
) -> None:
    """Build the documents, publish them together, and say what came of it."""
    from generator import pipeline
    from generator.temuan import GagalSusun, Kumpulan

    try:
        semua = pipeline.susun_semua(tempat, kabar, paksa=paksa, pdf=not tanpa_pdf, html=html, bersama=bersama)
    except GagalSusun as e:
        kabar("")
        cetak(e.temuan, format)
        tak_diganti(e.temuan, f"{', '.join(t.nama for t in tempat)}: tidak ada keluaran yang diganti.")
        raise typer.Exit(STATUS_GALAT) from None
    kabar("")
    if format != "teks":
        cetak(Kumpulan({t: None for hasil in semua for t in hasil.temuan}), format)
    else:
        for hasil in semua:
            cetak(hasil.temuan, format)
            _laporkan(hasil)
    if not all(hasil.pdf for hasil in semua) and not tanpa_pdf:
        raise typer.Exit(STATUS_TANPA_PDF)


def _laporkan(hasil: Hasil) -> None:
    if not hasil.berubah:
        typer.echo("Sumber tidak berubah; keluaran sudah mutakhir (--paksa untuk menyusun ulang).")
    for path in hasil.berkas:
        halaman = f", {hasil.halaman} halaman" if path.suffix == ".pdf" else ""
        typer.echo(f"  {ringkas(path)}  ({path.stat().st_size // 1024} kB{halaman})")
