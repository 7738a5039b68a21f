"""The one exception of this package."""

from __future__ import annotations

import shutil
from pathlib import Path

RUANG_PALING_SEDIKIT = 8_000_000


class GagalPdf(Exception):
    """No PDF. `kode` is a code of the catalogue in `generator.temuan`, `pesan` one Indonesian sentence or two."""

    def __init__(self, kode: str, pesan: str) -> None:
        super().__init__(pesan)
        self.kode = kode
        self.pesan = pesan


def periksa_ruang(folder: Path) -> None:
    """Raise `GagalPdf("tidak-tertulis")` if the disk that holds `folder` is full: after a failure, the likely cause."""
    bebas = shutil.disk_usage(folder).free
    if bebas < RUANG_PALING_SEDIKIT:
        raise GagalPdf("tidak-tertulis", f"Ruang disk di {folder} tinggal {bebas // 1000} kB; PDF tidak dapat ditulis.")
