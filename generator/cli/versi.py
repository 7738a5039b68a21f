"""Commands on versions of the sources: banding (what two differ in) and versi (give one a name)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.dasar import (
    STATUS_GALAT,
    STATUS_SALAH_PAKAI,
    Bentuk,
    Dokumen,
    TanpaCache,
    aplikasi,
    cetak,
    kabar,
    proyek,
    ringkas,
    tak_diganti,
)
from generator.cli.dasar import dokumen as pilih_dokumen
from generator.cli.dasar import tempat as cari_tempat

STATUS_BERUBAH = 1


@aplikasi.command()
def banding(
    dari: Annotated[str, typer.Argument(help="Versi lama: tag, cabang, atau komit git; atau folder.")],
    ke: Annotated[str, typer.Argument(help="Versi baru; bawaan: salinan kerja (folder proyek).")] = "",
    dokumen: Dokumen = "renstra",
    keluaran: Annotated[str, typer.Option(help="Folder hasil; bawaan: build/banding.")] = "",
    tanpa_pdf: Annotated[bool, typer.Option("--tanpa-pdf", help="Tanpa redline.pdf.")] = False,
    tanpa_cache: TanpaCache = False,
    format: Bentuk = "teks",
) -> None:
    """Bandingkan dua versi sumber untuk penelaah.

    Hasilnya redline.docx, redline.pdf, laporan.html, perubahan.json, dan perubahan.xlsx di build/banding/.
    Status: 0 tidak ada perubahan, 1 ada perubahan, 2 tidak dapat dibandingkan.
    """
    from generator.banding.berkas_json import tulis_json
    from generator.banding.ringkas import ringkasan
    from generator.pembandingan import bandingkan
    from generator.temuan import GagalSusun

    akar = proyek()
    hasil_di = Path(keluaran).resolve() if keluaran else akar / "build" / "banding"
    pilih_dokumen(cari_tempat("", keluaran=keluaran), dokumen)
    try:
        hasil = bandingkan(dari, ke, akar, hasil_di, dokumen=dokumen, pdf=not tanpa_pdf, kabar=kabar)
    except GagalSusun as e:
        kabar("")
        cetak(e.temuan, format)
        tak_diganti(e.temuan, "Tidak dibandingkan; hasil yang lama tidak diganti.")
        raise typer.Exit(STATUS_SALAH_PAKAI) from None
    kabar("")
    p = hasil.perbandingan
    if format == "json":
        typer.echo(tulis_json(p), nl=False)
    else:
        cetak(hasil.temuan, format)
        typer.echo(ringkasan(p))
        for path in hasil.berkas:
            typer.echo(f"  {ringkas(path)}  ({path.stat().st_size // 1024} kB)")
    if not p.sama:
        raise typer.Exit(STATUS_BERUBAH)


@aplikasi.command()
def versi(
    nama: Annotated[str, typer.Argument(help="Nama versi, misalnya v1.1.")],
) -> None:
    """Beri nama versi sekarang; simpan DOCX dan PDF-nya.

    Namanya tag git pada komit terakhir, sesudah lolos periksa; salinannya di build/versi/.
    """
    from generator.penandaan import tandai
    from generator.temuan import GagalSusun

    try:
        hasil = tandai(nama, cari_tempat(""), kabar)
    except GagalSusun as e:
        kabar("")
        cetak(e.temuan, "teks")
        tak_diganti(e.temuan, f"Versi {nama} tidak dibuat.")
        raise typer.Exit(STATUS_GALAT) from None
    kabar("")
    typer.echo(f"Versi {nama} dibuat.")
    for path in hasil:
        typer.echo(f"  {ringkas(path)}  ({path.stat().st_size // 1024} kB)")
