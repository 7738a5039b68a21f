"""The one exception of this package."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

RUANG_PALING_SEDIKIT = 8_000_000


class GagalPdf(Exception):
    """No PDF. `kode` is a code of the catalogue in `generator.temuan`, `pesan` one Indonesian sentence or two.

    `obat` says what to do about it; '' for what the catalogue says.
    """

    def __init__(self, kode: str, pesan: str, obat: str = "") -> None:
        super().__init__(pesan)
        self.kode = kode
        self.pesan = pesan
        self.obat = obat


def periksa_ruang(folder: Path) -> None:
    """Raise `GagalPdf("tidak-tertulis")` if the disk that holds `folder` is full: after a failure, the likely cause."""
    bebas = shutil.disk_usage(folder).free
    if bebas < RUANG_PALING_SEDIKIT:
        raise GagalPdf("tidak-tertulis", f"Ruang disk di {folder} tinggal {bebas // 1000} kB; PDF tidak dapat ditulis.")


@contextlib.contextmanager
def harus_terbaca(pembuat: str) -> Iterator[None]:
    """Raise `GagalPdf("pdf-gagal")` for what a PDF that is none, or a broken one, does to those who read it.

    Only reading belongs inside: what pikepdf and pypdf make of broken objects are errors of any of these types.
    """
    import pikepdf

    try:
        yield
    except (
        pikepdf.PdfError,
        pikepdf.PasswordError,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ) as e:
        kata = " ".join(str(e).split())[:200] or type(e).__name__
        raise GagalPdf("pdf-gagal", f"PDF dari {pembuat} rusak: {kata}.") from e
