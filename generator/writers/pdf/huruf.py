"""Which fonts a PDF was set in, and in which versions: other versions may break lines and pages elsewhere."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pikepdf import Pdf

_BENTUK = "%{postscriptname}\t%{fontversion}\n"


def versi_terpasang() -> dict[str, str]:
    """Version by PostScript name of every installed font; empty where fontconfig is not."""
    if shutil.which("fc-list") is None:
        return {}
    try:
        perintah = ["fc-list", "-f", _BENTUK]
        hasil = subprocess.run(perintah, capture_output=True, text=True, timeout=60)  # noqa: S603 – nothing of the user's
    except (OSError, subprocess.TimeoutExpired):
        return {}
    baris = (b.partition("\t") for b in hasil.stdout.splitlines())
    return {nama: f"{int(v) / 65536:.2f}" for nama, _, v in baris if nama and v.isdigit()}  # 16.16 fixed point


def huruf(pdf: Pdf, versi: Mapping[str, str]) -> list[str]:
    """The fonts embedded in a PDF, with their versions where known: 'LiberationSans 1.07'."""
    import pikepdf

    nama = set()
    for halaman in pdf.pages:
        sumber = halaman.obj.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
        nama |= {str(f.get("/BaseFont", "")).lstrip("/").rpartition("+")[2] for _, f in sumber.items()}
    return [f"{n} {versi.get(n, '')}".rstrip() for n in sorted(nama) if n]
