"""Waiting for what another process does: for the event, however long a busy machine takes, never for a fixed time.

A command that is to be killed at a moment waits for the test there (`tertahan`).
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

BATAS = 300.0  # seconds after which something will not happen any more

_TERTAHAN = """
import importlib, sys
import generator.__main__, generator.cli.utama
modul, sampai = importlib.import_module(sys.argv.pop(1)), sys.argv.pop(1)
kabar = modul.kabar
def tertahan(pesan):
    kabar(pesan)
    if pesan.startswith(sampai):
        print("tertahan", flush=True)
        sys.stdin.read()
modul.kabar = tertahan
generator.__main__.main()
"""


def sampai(syarat: Callable[[], object], apa: str) -> None:
    """Until it is so; `apa` says what did not come."""
    habis = time.monotonic() + BATAS
    while not syarat():
        assert time.monotonic() < habis, f"tidak kunjung: {apa}"
        time.sleep(0.02)


def tertahan(di: Path, lingkungan: Mapping[str, str], modul: str, pesan: str, *kata: str) -> subprocess.Popen[str]:
    """A command of a module of `generator.cli` that stands still at an announcement which begins with `pesan`."""
    perintah = [sys.executable, "-c", _TERTAHAN, modul, pesan, *kata]
    pipa = subprocess.PIPE
    proses = subprocess.Popen(
        perintah, cwd=di, env=lingkungan, stdin=pipa, stdout=pipa, stderr=subprocess.DEVNULL, text=True
    )
    assert proses.stdout is not None and proses.stdout.readline() == "tertahan\n"
    return proses
