"""Waiting for what another process does: for the event, however long a busy machine takes, never for a fixed time."""

from __future__ import annotations

import time
from collections.abc import Callable

BATAS = 300.0  # seconds after which something will not happen any more


def sampai(syarat: Callable[[], object], apa: str) -> None:
    """Until it is so; `apa` says what did not come."""
    habis = time.monotonic() + BATAS
    while not syarat():
        assert time.monotonic() < habis, f"tidak kunjung: {apa}"
        time.sleep(0.02)
