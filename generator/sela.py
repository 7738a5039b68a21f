"""Interrupts that wait until what must not be torn in two is done."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def tanpa_sela() -> Iterator[None]:
    """Ctrl-C and a polite kill wait until this is done; what is ignored (nohup) stays ignored."""
    tertunda: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    lama = {}
    for nama in ("SIGINT", "SIGTERM", "SIGHUP"):
        nomor = getattr(signal, nama, None)
        if nomor is not None and signal.getsignal(nomor) not in (signal.SIG_IGN, None):
            lama[nomor] = signal.signal(nomor, lambda n, _: tertunda.append(n))
    try:
        yield
    finally:
        for nomor, penangan in lama.items():
            signal.signal(nomor, penangan)
        if tertunda:
            signal.raise_signal(tertunda[0])
