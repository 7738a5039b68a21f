"""Commands that make no document: periksa, jejak, temuan; and siapkan, which makes the first workbooks."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    tak_diganti,
)
from generator.cli.dasar import dokumen as pilih_dokumen
from generator.cli.dasar import tempat as cari_tempat

if TYPE_CHECKING:
    from generator.tempat import Tempat


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
    konteks: typer.Context,
    folder: Annotated[
        str, typer.Argument(help="Folder isi, misalnya content; dengan --perbarui boleh tidak disebut.")
    ] = "",
    perbarui: Annotated[
        bool, typer.Option("--perbarui", help="Tambahkan kolom, lembar, dan penjelasan yang belum ada.")
    ] = False,
) -> None:
    """Buat buku kerja kosong, atau perbarui yang sudah terisi.

    Setiap buku memuat Petunjuk; isi yang sudah ada tidak disentuh.
    """
    if perbarui:
        _perbarui(cari_tempat(folder))
        return
    if not folder:
        import click

        raise click.MissingParameter(ctx=konteks, param=konteks.command.params[0])
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


def _perbarui(asal: Tempat) -> None:
    """Bring filled workbooks up to date, and say what was added to each."""
    from generator.pembaruan import perbarui
    from generator.temuan import GagalSusun

    try:
        semua = perbarui(asal.data, f"{asal.isi.name}/data")
    except GagalSusun as e:
        cetak(e.temuan, "teks")
        tak_diganti(e.temuan, "Tidak ada buku kerja yang diubah.")
        raise typer.Exit(STATUS_GALAT) from None
    for b in semua:
        for kata in b.ditambah:
            typer.echo(f"  {ringkas(asal.data / b.buku.berkas)}  {kata}")
        for kata in b.dibiarkan:
            typer.echo(f"  {ringkas(asal.data / b.buku.berkas)}  {kata}", err=True)
    if not any(b.ditambah for b in semua):
        typer.echo("Buku kerja sudah mutakhir.")
