"""A child that is interrupted at the very moment at which it starts."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from menunggu import sampai

from generator.writers.pdf import proses as modul

LINGKUNGAN = {"PATH": os.environ.get("PATH", "")}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT")
@pytest.mark.parametrize("sinyal", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_while_it_starts_it_ends_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sinyal: signal.Signals
) -> None:
    """It runs, but the call that started it has not come back yet: on a busy machine that takes a while."""
    asli, dimulai = modul._mulai, []

    def mulai(*a: object, **k: object) -> modul.Proses:
        dimulai.append(asli(*a, **k))  # type: ignore[arg-type]
        sampai((tmp_path / "mulai").exists, "anak mulai")
        signal.raise_signal(sinyal)
        return dimulai[0]

    monkeypatch.setattr(modul, "_mulai", mulai)
    perintah = ["sh", "-c", f"sh -c 'sleep 3600; :' & echo > '{tmp_path}/mulai'; sleep 3600; :"]
    semula = signal.signal(sinyal, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            modul.jalankan(perintah, lingkungan=LINGKUNGAN, catatan=tmp_path / "catatan", batas=600)
    finally:
        signal.signal(sinyal, semula)
    hidup = dimulai[0].poll() is None
    if hidup:
        os.killpg(dimulai[0].pid, signal.SIGKILL)
    assert not hidup
    sampai(lambda: _habis(dimulai[0].pid), "semua berakhir")


def _habis(kelompok: int) -> bool:
    try:
        os.killpg(kelompok, 0)
    except ProcessLookupError:
        return True
    return False
