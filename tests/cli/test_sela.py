"""Ctrl-C, a polite kill and nohup at every stage: one line and status 130, or nothing at all; never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from kantor import Kantor

from generator.cli import sela, utama

AKAR = Path(utama.__file__).parents[2]
_NASKAH = """
import signal, sys
saat, nomor = int(sys.argv[1]), int(sys.argv[2])
if sys.argv[3] == "abaikan":
    signal.signal(nomor, signal.SIG_IGN)
from generator.__main__ import main
hitung = 0

def kait(*_):
    global hitung
    hitung += 1
    if hitung == saat or (saat < 0 and hitung % -saat == 0):
        signal.raise_signal(nomor)

sys.addaudithook(kait)
sys.argv[1:] = sys.argv[4:]
main()
"""
"""The signal comes at a counted event of the interpreter (an import, a file opened …), so that no clock decides."""

posix = pytest.mark.skipif(sys.platform == "win32", reason="SIGHUP")


def renstra(
    kantor: Kantor, *kata: str, saat: int, nomor: int, abaikan: bool = False
) -> subprocess.CompletedProcess[str]:
    perintah = [sys.executable, "-c", _NASKAH, str(saat), str(int(nomor)), "abaikan" if abaikan else "-", *kata]
    env = {**os.environ, "PYTHONPATH": str(AKAR)}
    return subprocess.run(perintah, cwd=kantor.folder.parent, env=env, capture_output=True, text=True, timeout=120)


def sisa(kantor: Kantor) -> list[str]:
    return [p.name for p in (kantor.folder.parent / "build").glob(".susun-*")]


@pytest.mark.parametrize("saat", [1, 2, 3, 7, 15, 30, 60, 120, 250, 500, 800])
def test_an_interrupt_while_the_program_is_loaded(kantor: Kantor, saat: int) -> None:
    hasil = renstra(kantor, "periksa", saat=saat, nomor=signal.SIGINT)
    assert (hasil.returncode, hasil.stdout) == (130, "")
    assert hasil.stderr == "Dihentikan; keluaran lama tidak diganti.\n"


@pytest.mark.parametrize("saat", [1_000, 1_400, 1_800, 2_200, 2_600, 3_000, 3_400, 4_000])
@pytest.mark.parametrize("nomor", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_while_it_works(kantor: Kantor, saat: int, nomor: int) -> None:
    hasil = renstra(kantor, "susun", "--tanpa-pdf", saat=saat, nomor=nomor)
    assert hasil.returncode in (0, 130), hasil.stderr
    assert "Traceback" not in hasil.stderr and "Exception ignored" not in hasil.stderr
    berkas = sorted(p.name for p in (kantor.folder.parent / "build").glob("[!.]*"))
    if hasil.returncode == 130:
        kata = "Dihentikan sesudah keluaran diganti." if berkas else "Dihentikan; keluaran lama tidak diganti."
        assert hasil.stderr.count("Dihentikan") == 1 and kata in hasil.stderr
    assert berkas in ([], ["manifest.json", "renstra.docx", "renstra.md"]) and sisa(kantor) == []


@posix
@pytest.mark.parametrize("nomor", [signal.SIGHUP, signal.SIGINT])
def test_what_is_ignored_at_the_start_stays_ignored(kantor: Kantor, nomor: int) -> None:
    """nohup, and a job in the background of a script: the signal comes again and again, publication included."""
    hasil = renstra(kantor, "susun", "--tanpa-pdf", saat=-20, nomor=nomor, abaikan=True)
    assert hasil.returncode == 0, hasil.stderr
    assert (kantor.folder.parent / "build" / "renstra.docx").is_file()


def test_an_interrupt_that_a_callback_swallows_comes_again(kantor: Kantor) -> None:
    naskah = (
        "import signal, time, weakref\n"
        "from generator.cli import sela\n"
        "sela.selagi_bekerja()\n"
        "class X: pass\n"
        "x = X()\n"
        "r = weakref.ref(x, lambda _: signal.raise_signal(signal.SIGINT))\n"
        "try:\n"
        "    del x\n"
        "    time.sleep(600)\n"
        "except KeyboardInterrupt:\n"
        "    print('berhenti')\n"
    )
    env = {**os.environ, "PYTHONPATH": str(AKAR)}
    hasil = subprocess.run([sys.executable, "-c", naskah], env=env, capture_output=True, text=True, timeout=120)
    assert (hasil.stdout, hasil.stderr) == ("berhenti\n", "")


@posix
def test_nothing_is_left_to_stop_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    semula = {s: signal.getsignal(s) for s in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        sela.selesai()
        for s in semula:
            signal.raise_signal(s)
    finally:
        for s, penangan in semula.items():
            signal.signal(s, penangan)


def test_the_console_script_is_the_light_module() -> None:
    """What `renstra` imports before it answers: nothing of the command line, no library."""
    naskah = "import sys; import generator.__main__; print([m for m in sys.modules if m.startswith('generator')])"
    env = {**os.environ, "PYTHONPATH": str(AKAR)}
    hasil = subprocess.run([sys.executable, "-S", "-c", naskah], env=env, capture_output=True, text=True, timeout=60)
    assert hasil.stdout == "['generator', 'generator.__main__']\n"
    assert 'renstra = "generator.__main__:main"' in (AKAR / "pyproject.toml").read_text()
