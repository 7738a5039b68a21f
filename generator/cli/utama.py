"""The entry point of `renstra`: Ctrl-C, wrong usage and what nobody foresaw are said in a line, not a traceback."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer

from generator.cli import susun, tanya, versi
from generator.cli.dasar import STATUS_DIHENTIKAN, STATUS_GALAT, STATUS_SALAH_PAKAI, aplikasi, kabar

__all__ = ["main", "susun", "tanya", "versi"]


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
        kabar("")
        typer.echo("Dihentikan; keluaran lama tidak diganti.", err=True)
        sys.exit(STATUS_DIHENTIKAN)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(STATUS_GALAT)
    except Exception as e:  # noqa: BLE001 – the last resort: what nobody foresaw is said in a line
        kabar("")
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


def _catat_cacat(e: Exception) -> str:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="renstra-cacat-", suffix=".txt", delete=False, encoding="utf-8") as f:
        traceback.print_exception(e, file=f)
    return (
        f"Kesalahan dalam program ({type(e).__name__}: {e}). Keluaran lama tidak diganti.\n"
        f"Kirimkan berkas {f.name} kepada pengembang."
    )
