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
    """The outputs in a folder."""

    folder: Path

    @property
    def docx(self) -> Path:
        return self.folder / "renstra.docx"

    @property
    def pdf(self) -> Path:
        return self.folder / "renstra.pdf"

    @property
    def md(self) -> Path:
        return self.folder / "renstra.md"


def susun_ke(folder: Path, *, isi: Path = AKAR / "content", pdf: bool = True) -> Susunan:
    susun(Tempat(isi, TEMPLAT, folder), lambda _: None, pdf=pdf)
    return Susunan(folder)
