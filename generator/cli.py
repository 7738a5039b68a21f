"""The command `renstra`: one function per command, nothing else.

Exit status: 0 done, 1 findings of severity galat, 2 wrong usage, 3 a missing program (no PDF), 130 interrupted.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # before pydantic is imported: it would scan all packages

import typer

from generator import __version__

if TYPE_CHECKING:
    from generator.pemuatan import Bersama
    from generator.pipeline import Tempat
    from generator.temuan import Kumpulan

STATUS_GALAT, STATUS_SALAH_PAKAI, STATUS_TANPA_PDF, STATUS_DIHENTIKAN = 1, 2, 3, 130

aplikasi = typer.Typer(
    name="renstra",
    help="Menyusun Renstra dari naskah Markdown dan buku kerja Excel menjadi DOCX, PDF, dan Markdown.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _versi(tampil: bool) -> None:
    if tampil:
        typer.echo(f"renstra {__version__}")
        raise typer.Exit


@aplikasi.callback()
def utama(
    versi: Annotated[bool, typer.Option("--versi", callback=_versi, is_eager=True, help="Tampilkan versi.")] = False,
) -> None:
    """Menyusun Renstra dari naskah Markdown dan buku kerja Excel menjadi DOCX, PDF, dan Markdown."""


def _akar() -> Path:
    """The project's folder: the nearest from here upward that holds content/; else where the program lies."""
    kini = Path.cwd()
    for calon in (kini, *kini.parents):
        if (calon / "content" / "data").is_dir():
            return calon
    rumah = Path(__file__).resolve().parent.parent
    return rumah if (rumah / "content" / "data").is_dir() else kini


def _kabar(pesan: str) -> None:
    """Progress: one line that is overwritten on a terminal, plain lines elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{pesan} …" if pesan else "\r\x1b[K")
        sys.stderr.flush()
    elif pesan:
        print(pesan, file=sys.stderr, flush=True)


def _cetak(temuan: Kumpulan, bentuk: str) -> None:
    from generator.temuan import sebagai_json, sebagai_teks

    if bentuk == "json":
        typer.echo(sebagai_json(temuan))
    elif len(temuan):
        typer.echo(sebagai_teks(temuan), err=True)


def _bentuk_periksa(nilai: str) -> str:
    if nilai not in ("teks", "json", "sarif"):
        raise typer.BadParameter("pilih teks, json, atau sarif")
    return nilai


def _bentuk(nilai: str) -> str:
    if nilai not in ("teks", "json"):
        raise typer.BadParameter("pilih teks atau json")
    return nilai


@aplikasi.command()
def susun(
    isi: Annotated[str, typer.Option(help="Folder isi (memuat chapters/ dan data/).")] = "",
    keluaran: Annotated[str, typer.Option(help="Folder hasil; bawaan: build/ di sebelah folder isi.")] = "",
    templat: Annotated[str, typer.Option(help="Templat Word; bawaan: templates/renstra.docx.")] = "",
    paksa: Annotated[bool, typer.Option("--paksa", help="Susun walau sumber tidak berubah.")] = False,
    tanpa_pdf: Annotated[bool, typer.Option("--tanpa-pdf", help="Hanya DOCX dan Markdown.")] = False,
    format: Annotated[str, typer.Option(callback=_bentuk, help="Bentuk temuan: teks atau json.")] = "teks",
) -> None:
    """Susun Renstra: build/renstra.docx, .pdf, .md, jejak.html, dan manifest.json."""
    _susun([_tempat(isi, templat, keluaran)], paksa=paksa, tanpa_pdf=tanpa_pdf, format=format)


@aplikasi.command()
def renja(
    tahun: Annotated[int, typer.Argument(help="Tahun Renja; tanpa tahun: semua tahun.")] = 0,
    siapkan: Annotated[bool, typer.Option("--siapkan", help="Buat buku kerja tahun itu; yang ada dibiarkan.")] = False,
    isi: Annotated[str, typer.Option(help="Folder isi (memuat chapters/ dan data/).")] = "",
    keluaran: Annotated[str, typer.Option(help="Folder hasil; bawaan: build/ di sebelah folder isi.")] = "",
    paksa: Annotated[bool, typer.Option("--paksa", help="Susun walau sumber tidak berubah.")] = False,
    tanpa_pdf: Annotated[bool, typer.Option("--tanpa-pdf", help="Hanya DOCX dan Markdown.")] = False,
    format: Annotated[str, typer.Option(callback=_bentuk, help="Bentuk temuan: teks atau json.")] = "teks",
) -> None:
    """Susun Renja dari Renstra: build/renja-TAHUN.docx, .pdf, .md, dan sipd-TAHUN.xlsx."""
    from generator import pipeline
    from generator.temuan import GagalSusun

    asal = _tempat(isi, keluaran=keluaran)
    bersama = pipeline.buat_bersama()
    try:
        semua = [tahun] if tahun else pipeline.tahun_renja(asal, bersama=bersama)
        tempat = [pipeline.tempat_renja(asal, t) for t in semua]
        if siapkan:
            for t in tempat:
                path, dibuat = pipeline.siapkan_renja(t)
                typer.echo(f"  {_ringkas(path)} {'dibuat' if dibuat else 'sudah ada, dibiarkan'}")
            return
    except GagalSusun as e:
        _cetak(e.temuan, format)
        raise typer.Exit(STATUS_GALAT) from None
    _susun(tempat, paksa=paksa, tanpa_pdf=tanpa_pdf, format=format, bersama=bersama)
    for t in tempat:
        path = pipeline.tulis_sipd(t, bersama=bersama)
        if format == "teks":
            typer.echo(f"  {_ringkas(path)}")


@aplikasi.command()
def pk(
    tahun: Annotated[int, typer.Argument(help="Tahun Perjanjian Kinerja.")],
    isi: Annotated[str, typer.Option(help="Folder isi (memuat chapters/ dan data/).")] = "",
    keluaran: Annotated[str, typer.Option(help="Folder hasil; bawaan: build/ di sebelah folder isi.")] = "",
    paksa: Annotated[bool, typer.Option("--paksa", help="Susun walau sumber tidak berubah.")] = False,
    tanpa_pdf: Annotated[bool, typer.Option("--tanpa-pdf", help="Hanya DOCX dan Markdown.")] = False,
    format: Annotated[str, typer.Option(callback=_bentuk, help="Bentuk temuan: teks atau json.")] = "teks",
) -> None:
    """Susun Perjanjian Kinerja setiap pejabat: build/pk-TAHUN.docx, .pdf, .md."""
    from generator.pipeline import tempat_pk

    tempat = tempat_pk(_tempat(isi, keluaran=keluaran), tahun)
    _susun([tempat], paksa=paksa, tanpa_pdf=tanpa_pdf, format=format)


def _susun(
    tempat: Sequence[Tempat], *, paksa: bool, tanpa_pdf: bool, format: str, bersama: Bersama | None = None
) -> None:
    """Build each document in turn and say what came of it; stops at the first that fails."""
    from generator import pipeline
    from generator.temuan import GagalSusun, Kumpulan

    temuan, ada_pdf = Kumpulan(), True
    for t in tempat:
        try:
            hasil = pipeline.susun(t, _kabar, paksa=paksa, pdf=not tanpa_pdf, bersama=bersama)
        except GagalSusun as e:
            _kabar_selesai()
            _cetak(e.temuan, format)
            typer.echo(f"{t.nama}: tidak ada keluaran yang diganti.", err=True)
            raise typer.Exit(STATUS_GALAT) from None
        _kabar_selesai()
        ada_pdf = ada_pdf and hasil.pdf
        temuan.masukkan(hasil.temuan)
        if format == "teks":
            _cetak(hasil.temuan, format)
            _laporkan(hasil)
    if format != "teks":
        _cetak(temuan, format)
    if not ada_pdf and not tanpa_pdf:
        raise typer.Exit(STATUS_TANPA_PDF)


def _tempat(isi: str, templat: str = "", keluaran: str = "") -> Tempat:
    """Where to read and write; ends with status 2 when there is no such content folder."""
    from generator.pipeline import Tempat

    akar = Path(isi).resolve().parent if isi else _akar()
    tempat = Tempat(
        Path(isi).resolve() if isi else akar / "content",
        Path(templat).resolve() if templat else _templat(akar),
        Path(keluaran).resolve() if keluaran else akar / "build",
    )
    if not tempat.isi.is_dir():
        typer.echo(
            f"Folder isi {tempat.isi} tidak ada. Jalankan dari folder proyek, atau sebut dengan --isi.", err=True
        )
        raise typer.Exit(STATUS_SALAH_PAKAI)
    return tempat


@aplikasi.command()
def periksa(
    isi: Annotated[str, typer.Option(help="Folder isi (memuat chapters/ dan data/).")] = "",
    format: Annotated[str, typer.Option(callback=_bentuk_periksa, help="teks, json, atau sarif.")] = "teks",
    tegas: Annotated[bool, typer.Option("--tegas", help="Peringatan pun membuat status 1.")] = False,
    semua: Annotated[bool, typer.Option("--semua", help="Tampilkan juga temuan yang diterima register.")] = False,
    lain: Annotated[list[str] | None, typer.Option(help="Nama perangkat daerah lain, dipisahkan koma.")] = None,
    dokumen: Annotated[str, typer.Option(help="renstra, renja-TAHUN, atau pk-TAHUN.")] = "renstra",
) -> None:
    """Periksa data, naskah, dan dokumen; tidak mengubah keluaran apa pun."""
    from generator import pipeline
    from generator.temuan import sebagai_json, sebagai_laporan

    nama_lain = [n.strip() for bagian in lain or () for n in bagian.split(",") if n.strip()]
    hasil = pipeline.periksa(_dokumen(_tempat(isi), dokumen), nama_lain)
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
    isi: Annotated[str, typer.Option(help="Folder isi (memuat chapters/ dan data/).")] = "",
    keluaran: Annotated[str, typer.Option(help="Folder hasil; bawaan: build/ di sebelah folder isi.")] = "",
    dokumen: Annotated[str, typer.Option(help="renstra, renja-TAHUN, atau pk-TAHUN.")] = "renstra",
    format: Annotated[str, typer.Option(callback=_bentuk, help="Bentuk jawaban: teks atau json.")] = "teks",
) -> None:
    """Dari sel mana sebuah angka, dan di mana sebuah sel tercetak; tanpa tempat: laman build/jejak.html."""
    from generator import pipeline
    from generator.jejak.tanya import jawab
    from generator.temuan import GagalSusun

    asal = _dokumen(_tempat(isi, keluaran=keluaran), dokumen)
    try:
        indeks = pipeline.jejak(asal)
        if tempat:
            jawaban = jawab(indeks, tempat, baris, kolom)
            typer.echo(jawaban.json() if format == "json" else jawaban.teks())
        else:
            typer.echo(f"  {_ringkas(pipeline.tulis_jejak(asal, indeks))}")
    except GagalSusun as e:
        _cetak(e.temuan, format)
        raise typer.Exit(STATUS_GALAT) from None


def _dokumen(tempat: Tempat, nama: str) -> Tempat:
    """The place of a document named 'renstra', 'renja-2027' or 'pk-2027'."""
    from generator.pipeline import tempat_pk, tempat_renja

    jenis, _, tahun = nama.partition("-")
    if nama == "renstra":
        return tempat
    if jenis not in ("renja", "pk") or not re.fullmatch(r"\d{4}", tahun, re.ASCII):
        typer.echo(f'Dokumen "{nama}" tidak dikenal; pilih renstra, renja-TAHUN, atau pk-TAHUN.', err=True)
        raise typer.Exit(STATUS_SALAH_PAKAI)
    return (tempat_renja if jenis == "renja" else tempat_pk)(tempat, int(tahun))


def _kabar_selesai() -> None:
    if sys.stderr.isatty():
        _kabar("")


def _templat(akar: Path) -> Path:
    """The project's template, or the one that came with the program."""
    milik = akar / "templates" / "renstra.docx"
    return milik if milik.is_file() else Path(__file__).resolve().parent.parent / "templates" / "renstra.docx"


def _laporkan(hasil: object) -> None:
    from generator.pipeline import Hasil

    assert isinstance(hasil, Hasil)
    if not hasil.berubah:
        typer.echo("Sumber tidak berubah; keluaran sudah mutakhir (--paksa untuk menyusun ulang).")
    for path in hasil.berkas:
        halaman = f", {hasil.halaman} halaman" if path.suffix == ".pdf" else ""
        typer.echo(f"  {_ringkas(path)}  ({path.stat().st_size // 1024} kB{halaman})")


def _ringkas(path: Path) -> str:
    """Relative to where the user stands, when that is shorter."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


@aplikasi.command()
def siapkan(
    folder: Annotated[str, typer.Argument(help="Folder isi baru, misalnya content.")],
) -> None:
    """Buat buku kerja kosong berikut Petunjuk untuk perangkat daerah lain; yang sudah ada tidak disentuh."""
    from generator.model.isi import SEMUA_BUKU
    from generator.sources.buku_baru import tulis_buku

    data = Path(folder) / "data"
    data.mkdir(parents=True, exist_ok=True)
    (Path(folder) / "chapters" / "renstra").mkdir(parents=True, exist_ok=True)
    for buku in SEMUA_BUKU:
        path = data / buku.berkas
        if path.exists():
            typer.echo(f"  {path} sudah ada, dibiarkan")
        else:
            tulis_buku(buku, path, {})
            typer.echo(f"  {path} dibuat")


@aplikasi.command()
def temuan() -> None:
    """Tampilkan katalog temuan (isi docs/temuan.md)."""
    from generator.katalog import katalog_markdown

    typer.echo(katalog_markdown(), nl=False)


def main() -> None:
    """The entry point: Ctrl-C and what nobody foresaw are said in one line, never as a traceback."""
    import gc
    import signal

    gc.disable()  # a build is short and keeps nearly all it makes: collecting costs a tenth of its time

    def berhenti(nomor: int, _: object) -> None:
        raise KeyboardInterrupt

    for nama in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, nama):
            signal.signal(getattr(signal, nama), berhenti)
    try:
        status = aplikasi(standalone_mode=False)
        if status == STATUS_DIHENTIKAN:  # how typer says that it met Ctrl-C
            raise KeyboardInterrupt
        sys.exit(status)
    except (KeyboardInterrupt, typer.Abort):
        _kabar_selesai()
        typer.echo("Dihentikan; keluaran lama tidak diganti.", err=True)
        sys.exit(STATUS_DIHENTIKAN)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(STATUS_GALAT)
    except Exception as e:
        _kabar_selesai()
        if type(e).__name__ == "NoArgsIsHelpError":
            typer.echo(str(e))
            sys.exit(STATUS_SALAH_PAKAI)
        if hasattr(e, "format_message"):  # typer brings its own click: its errors are known by what they can do
            typer.echo(f"Salah pakai: {_salah_pakai(e)}\nBantuan: renstra --help", err=True)
            sys.exit(STATUS_SALAH_PAKAI)
        typer.echo(_catat_cacat(e), err=True)
        sys.exit(STATUS_GALAT)


def _salah_pakai(e: Any) -> str:
    """What the parser of the command line found wrong, in Indonesian."""
    param = getattr(e, "param", None)
    nama = (getattr(param, "opts", None) or [""])[-1]
    match type(e).__name__:
        case "NoSuchOption":
            dekat = f"; maksudnya {e.possibilities[0]}?" if e.possibilities else ""
            return f"pilihan {e.option_name} tidak dikenal{dekat}"
        case "MissingParameter":
            return f"{nama} harus disebut"
        case "BadParameter":
            return f"nilai {nama} salah: {e.message}"
        case "BadOptionUsage":
            return f"pilihan {e.option_name} harus diikuti nilainya"
    for awal, kata in (("No such command", "perintah tidak dikenal:"), ("Got unexpected extra", "kata berlebih:")):
        if e.message.startswith(awal):
            return f"{kata} {e.message[len(awal) :].split('(')[-1].strip(' .)')}"
    return str(e.message)


def _catat_cacat(e: Exception) -> str:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="renstra-cacat-", suffix=".txt", delete=False, encoding="utf-8") as f:
        traceback.print_exception(e, file=f)
    return (
        f"Kesalahan dalam program ({type(e).__name__}: {e}). Keluaran lama tidak diganti.\n"
        f"Kirimkan berkas {f.name} kepada pengembang."
    )


if __name__ == "__main__":
    main()
