"""What many tests read is made once for all of them, also when they run in several processes (pytest-xdist)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def sekali(pabrik: pytest.TempPathFactory, nama: str, buat: Callable[[Path], object]) -> Path:
    """The folder that `buat` fills: by the first process that asks, while the others wait. To be read only.

    It is filled under another name and renamed, so what failed halfway is made anew and never taken for whole.
    """
    akar = pabrik.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        akar = akar.parent  # each process has a folder of its own in that of the session
    folder, separuh = akar / nama, akar / f"{nama}-separuh"
    with FileLock(akar / f"{nama}.kunci"):
        if not folder.is_dir():
            shutil.rmtree(separuh, ignore_errors=True)
            separuh.mkdir()
            buat(separuh)
            separuh.rename(folder)
    return folder
