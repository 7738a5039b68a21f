"""Ctrl-C and a polite kill while a command works: an exception that unwinds it. What is ignored stays so (nohup)."""

from __future__ import annotations

import _thread
import signal
import sys
import threading
from types import FrameType

_SINYAL = [getattr(signal, n) for n in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, n)]


def selagi_bekerja() -> None:
    """From now on an interrupt raises KeyboardInterrupt, also where Python would print it and go on."""
    for nomor in _SINYAL:
        if signal.getsignal(nomor) is not signal.SIG_IGN:
            signal.signal(nomor, _berhenti)
    sys.unraisablehook = _tak_tersampaikan


def selesai() -> None:
    """The work is done, or undone: an interrupt has nothing left to stop."""
    for nomor in _SINYAL:
        signal.signal(nomor, signal.SIG_IGN)


def _berhenti(nomor: int, _: FrameType | None) -> None:
    raise KeyboardInterrupt


def _tak_tersampaikan(kejadian: sys.UnraisableHookArgs) -> None:
    """An interrupt that fell into a callback that may not raise comes again, a moment later."""
    if not isinstance(kejadian.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(kejadian)
        return
    lagi = threading.Timer(0.01, _ulangi)
    lagi.daemon = True
    lagi.start()


def _ulangi() -> None:
    """Interrupt the main thread, out of a wait too."""
    utama = threading.main_thread().ident
    if sys.platform == "win32" or utama is None:
        _thread.interrupt_main()
    else:
        signal.pthread_kill(utama, signal.SIGINT)
