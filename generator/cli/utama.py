"""A command from its words to its status: Ctrl-C, wrong usage, a machine that is short of something and what nobody
foresaw are said in a line, not a traceback."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Any

import typer

from generator import DIHENTIKAN, STATUS_DIHENTIKAN
from generator.cli import sela, susun, tanya, versi
from generator.cli.dasar import STATUS_GALAT, STATUS_SALAH_PAKAI, aplikasi, kabar
from generator.kekurangan import kurang, sebab

__all__ = ["main", "susun", "tanya", "versi"]


def main() -> None:
    """Run the command and end with its status."""
    gc.disable()  # a build is short and keeps nearly all it makes: collecting costs a tenth of its time
    sela.selagi_bekerja()
    try:
        status = _jalankan()
    finally:
        sela.selesai()
    sys.exit(status)


def _jalankan() -> int:
    try:
        status: int = aplikasi(standalone_mode=False) or 0
        if status == STATUS_DIHENTIKAN:  # how typer says that it met Ctrl-C
            raise KeyboardInterrupt
        return status
    except (KeyboardInterrupt, typer.Abort):
        sela.selesai()
        kabar("")
        typer.echo("Dihentikan sesudah keluaran diganti." if _diterbitkan() else DIHENTIKAN, err=True)
        return STATUS_DIHENTIKAN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STATUS_GALAT
    except Exception as e:  # noqa: BLE001 – the last resort: what nobody foresaw is said in a line
        kabar("")
        if type(e).__name__ == "NoArgsIsHelpError":
            typer.echo(str(e))
            return STATUS_SALAH_PAKAI
        if hasattr(e, "format_message"):  # typer brings its own click: its errors are known by what they can do
            typer.echo(f"Salah pakai: {_salah_pakai(e)}\nBantuan: renstra --help", err=True)
            return STATUS_SALAH_PAKAI
        nasib = "" if _diterbitkan() else " Keluaran lama tidak diganti."
        if kata := kurang(e):
            typer.echo(f"Tidak selesai: {kata}.{nasib}", err=True)
        else:
            typer.echo(_catat_cacat(e, nasib), err=True)
        return STATUS_GALAT


def _diterbitkan() -> bool:
    """Whether this command has replaced outputs; what it published into a folder of its own is gone by now."""
    modul = sys.modules.get("generator.keluaran")
    return modul is not None and any(os.path.lexists(p) for p in modul.diterbitkan)


def _salah_pakai(e: Any) -> str:
    """What the parser of the command line found wrong, in Indonesian."""
    param = getattr(e, "param", None)
    nama = (getattr(param, "opts", None) or [""])[-1]
    nama = nama if nama.startswith("-") else nama.upper()  # an argument, as the help shows it
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


def _catat_cacat(e: Exception, nasib: str) -> str:
    """What nobody foresaw: its traceback into a file, and a line that says where; without a file, where it happened."""
    import tempfile
    import traceback

    kepala = f"Kesalahan dalam program ({type(e).__name__}: {e}).{nasib}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="renstra-cacat-", suffix=".txt", delete=False, encoding="utf-8"
        ) as f:
            traceback.print_exception(e, file=f)
    except OSError as tulis:
        baris = traceback.extract_tb(e.__traceback__)[-1]
        tempat = f"{Path(baris.filename).name}:{baris.lineno}"
        return (
            f"{kepala}\nCatatannya tidak dapat disimpan ({sebab(tulis)}). Kirimkan pesan ini, dan tempatnya: {tempat}."
        )
    return f"{kepala}\nKirimkan berkas {f.name} kepada pengembang."
