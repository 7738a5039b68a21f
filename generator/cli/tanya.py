"""Commands that make no document: periksa, jejak, temuan; and siapkan, which makes the first workbooks."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.dasar import (
    STATUS_GALAT,
    Bentuk,
    Dokumen,
    Isi,
    Keluaran,
    TanpaCache,
    aplikasi,
    cetak,
    kabar,
    ringkas,
)
from generator.cli.dasar import dokumen as pilih_dokumen
from generator.cli.dasar import tempat as cari_tempat


def _bentuk_periksa(nilai: str) -> str:
    if nilai not in ("teks", "json", "sarif"):
        raise typer.BadParameter("pilih teks, json, atau sarif")
    return nilai


@aplikasi.command()
def periksa(
    isi: Isi = "",
    format: Annotated[str, typer.Option(callback=_bentuk_periksa, help="teks, json, atau sarif.")] = "teks",
    tegas: Annotated[bool, typer.Option("--tegas", help="Peringatan pun membuat status 1.")] = False,
    semua: Annotated[bool, typer.Option("--semua", help="Tampilkan juga temuan yang diterima register.")] = False,
    lain: Annotated[list[str] | None, typer.Option(help="Nama perangkat daerah lain, dipisahkan koma.")] = None,
    dokumen: Dokumen = "renstra",
    tanpa_cache: TanpaCache = False,
) -> None:
    """Periksa data, naskah, dan dokumen tanpa menyusun."""
    from generator import pipeline
    from generator.temuan import sebagai_json, sebagai_laporan

    nama_lain = [n.strip() for bagian in lain or () for n in bagian.split(",") if n.strip()]
    hasil = pipeline.periksa(pilih_dokumen(cari_tempat(isi), dokumen), nama_lain, kabar)
    kabar("")
    if format == "json":
        typer.echo(sebagai_json(hasil.temuan))
    elif format == "sarif":
        from generator.sarif import sebagai_sarif

        typer.echo(sebagai_sarif(hasil.temuan))
    else:
        typer.echo(sebagai_laporan(hasil.temuan, len(hasil.diterima)))
        for t, alasan in hasil.diterima if semua else ():
            typer.echo(f"diterima   {t.kode:<24} {t.tempat} [{t.pokok}]\n           {t.pesan}\n           {alasan}")
    if hasil.temuan.galat or (tegas and len(hasil.temuan)):
        raise typer.Exit(STATUS_GALAT)


@aplikasi.command()
def jejak(
    tempat: Annotated[
        str, typer.Argument(help='Sel ("pendanaan.xlsx!Pagu!F17") atau tempat dalam dokumen (tabel:rencana-pendanaan).')
    ] = "",
    baris: Annotated[str, typer.Option(help="Baris tabel: kode atau sebagian namanya.")] = "",
    kolom: Annotated[str, typer.Option(help="Kolom tabel: judulnya atau tahunnya.")] = "",
    isi: Isi = "",
    keluaran: Keluaran = "",
    dokumen: Dokumen = "renstra",
    tanpa_cache: TanpaCache = False,
    format: Bentuk = "teks",
) -> None:
    """Dari sel mana sebuah angka, di mana sebuah sel tercetak.

    Tanpa tempat: laman build/jejak.html, atau jejak-salinan-kerja.html bila keluaran belum disusun dari sumber ini.
    """
    from generator import penelusuran
    from generator.temuan import GagalSusun

    asal = pilih_dokumen(cari_tempat(isi, keluaran=keluaran), dokumen)
    try:
        if tempat:
            from generator.jejak.tanya import jawab

            jawaban = jawab(penelusuran.jejak(asal, kabar), tempat, baris, kolom)
            kabar("")
            typer.echo(jawaban.json() if format == "json" else jawaban.teks())
            return
        laman = penelusuran.tulis_jejak(asal, kabar)
        kabar("")
        if laman.name != asal.jejak:
            typer.echo(
                f"Salinan kerja berbeda dari keluaran yang ada; {asal.jejak} ditulis bila {asal.nama} disusun.",
                err=True,
            )
        typer.echo(f"  {ringkas(laman)}")
    except GagalSusun as e:
        cetak(e.temuan, format)
        raise typer.Exit(STATUS_GALAT) from None


@aplikasi.command()
def temuan() -> None:
    """Tampilkan katalog temuan (isi docs/temuan.md)."""
    from generator.katalog import katalog_markdown

    typer.echo(katalog_markdown(), nl=False)


@aplikasi.command()
def siapkan(
    folder: Annotated[str, typer.Argument(help="Folder isi baru, misalnya content.")],
) -> None:
    """Buat buku kerja kosong untuk perangkat daerah lain.

    Setiap buku memuat Petunjuk; yang sudah ada tidak disentuh.
    """
    from generator.keluaran import buat_baru, tanpa_gagal_tulis
    from generator.model.isi import SEMUA_BUKU
    from generator.sources.buku_baru import tulis_buku
    from generator.temuan import GagalSusun, Kumpulan

    data = Path(folder) / "data"
    try:
        with tanpa_gagal_tulis(Kumpulan(), data):
            (Path(folder) / "chapters" / "renstra").mkdir(parents=True, exist_ok=True)
            for buku in SEMUA_BUKU:
                dibuat = buat_baru(data / buku.berkas, partial(tulis_buku, buku, isi={}))
                typer.echo(f"  {data / buku.berkas} {'dibuat' if dibuat else 'sudah ada, dibiarkan'}")
    except GagalSusun as e:
        cetak(e.temuan, "teks")
        raise typer.Exit(STATUS_GALAT) from None
