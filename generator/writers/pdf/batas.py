"""How long one conversion may take: longer for a larger document, or as long as RENSTRA_BATAS_PDF says.

LibreOffice's time grows with the square of what a document's tables hold: 4 s for 1,7 MB of `word/document.xml`, 44 s
for 5,9 MB, 152 s for 10,4 MB (`docs/kinerja.md`). The limit is several times that, since it is there for a program that
hangs, not for a slow machine.
"""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

from generator.writers.pdf.gagal import GagalPdf

VARIABEL = "RENSTRA_BATAS_PDF"
DASAR = 300.0
"""Seconds for a small document, and for starting LibreOffice or Word from a slow disk."""
SETIAP_MB_KUADRAT = 10.0
TERLAMA = 86_400
"""Seconds: nobody waits for a PDF for more than a day."""


def batas_pilihan() -> float | None:
    """The seconds that RENSTRA_BATAS_PDF sets, or None. Raises `GagalPdf("pdf-gagal")` when they are no such number."""
    pilihan = os.environ.get(VARIABEL, "").strip()
    if not pilihan:
        return None
    if not re.fullmatch(r"[0-9]{1,5}", pilihan) or not 1 <= int(pilihan) <= TERLAMA:
        raise GagalPdf(
            "pdf-gagal",
            f'{VARIABEL} berisi "{pilihan[:40]}", yang bukan jumlah detik.',
            f"Isi dengan bilangan bulat 1 sampai {TERLAMA}, misalnya {VARIABEL}=900, atau kosongkan; lalu susun lagi.",
        )
    return float(pilihan)


def batas_dokumen(docx: Path) -> float:
    """The seconds that the conversion of a DOCX may take, by the size of its text."""
    try:
        with zipfile.ZipFile(docx) as paket:
            besar = paket.getinfo("word/document.xml").file_size / 1e6
    except (OSError, KeyError, zipfile.BadZipFile):
        besar = 0.0
    return min(DASAR + SETIAP_MB_KUADRAT * besar * besar, float(TERLAMA))


def lewat_batas(program: str, batas: float, dahulu: str = "") -> GagalPdf:
    """What to say when the time is up; `dahulu`: what to try first."""
    saran = min(TERLAMA, max(60, round(batas * 3)))
    return GagalPdf(
        "pdf-gagal",
        f"{program} belum selesai sesudah {batas:g} detik, lalu dihentikan.",
        f"{dahulu}Beri waktu lebih lama, misalnya: {VARIABEL}={saran} make renstra. Bila tetap tidak selesai, buka "
        f"DOCX di {program} dan simpan sebagai PDF.",
    )
