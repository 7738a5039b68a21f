"""Building the real content in tests of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.pipeline import Tempat, susun
from generator.writers.pdf.libreoffice import cari_soffice

AKAR = Path(__file__).resolve().parents[2]
TEMPLAT = AKAR / "templates" / "renstra.docx"

perlu_libreoffice = pytest.mark.skipif(cari_soffice() is None, reason="LibreOffice tidak terpasang")


@dataclass(frozen=True)
class Susunan:
    docx: Path
    pdf: Path
    md: Path


def susun_ke(folder: Path, *, isi: Path = AKAR / "content", pdf: bool = True) -> Susunan:
    susun(Tempat(isi, TEMPLAT, folder), lambda _: None, pdf=pdf)
    return Susunan(folder / "renstra.docx", folder / "renstra.pdf", folder / "renstra.md")
