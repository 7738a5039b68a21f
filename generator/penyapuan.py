"""What killed commands left behind, in every place that the program works in: put right, and removed.

In: the output folder and the content folder. Living commands, on whatever machine, hold their folders by a lock.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from generator import keluaran, sementara
from generator.tempat import FOLDER_BANDING, FOLDER_VERSI

_PDF = "renstra-pdf-"
_LAIN = ("renstra-versi-", "renstra-word-")


def sapu_semua(hasil: Path, isi: Path) -> None:
    """Sweep the output folders, the folders of workbooks and the system's temporary folder. Never fails."""
    folder = [hasil, hasil / FOLDER_BANDING, hasil / FOLDER_VERSI]
    for f in (*_sementara(folder), *folder):
        if sementara.daftar(f, _PDF):
            from generator.writers.pdf.sementara import sapu

            sapu(f)
    for f in (*folder, isi / "data", isi / "data" / "renja"):
        keluaran.sapu(f, partial(_putuskan, f))


def _sementara(folder: list[Path]) -> list[Path]:
    """The system's temporary folder, swept but for PDFs; and where versions are built, below their working folders."""
    dalam = [kerja / keluaran.DALAM for f in folder for kerja in sementara.daftar(f, keluaran.AWALAN)]
    try:
        umum = Path(tempfile.gettempdir())
    except OSError:
        return dalam  # whoever needs one says that there is none
    if sementara.daftar(umum, *_LAIN):
        for awalan in _LAIN:
            sementara.sapu(umum, awalan)
    return [umum, *dalam]


def _putuskan(folder: Path, catatan: Mapping[str, str]) -> bool | None:
    """Only versions have a decision of their own: their tag."""
    from generator.banding.versi import tag_terjadi

    return tag_terjadi(folder, catatan)
