"""How much work a function does, in lines of Python and not in seconds: the same on every machine, busy or idle."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def langkah(fungsi: Callable[[], object]) -> int:
    """How many lines run, a line again for each turn of its loop. Work within C counts as the line that asks for it."""
    jumlah = 0

    def hitung(_: FrameType, apa: str, __: Any) -> Any:
        nonlocal jumlah
        jumlah += apa == "line"
        return hitung

    lama = sys.gettrace()
    sys.settrace(hitung)
    try:
        fungsi()
    finally:
        sys.settrace(lama)
    return jumlah
