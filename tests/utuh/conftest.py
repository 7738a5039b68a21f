"""The real content, built once with LibreOffice for all tests of the whole."""

from __future__ import annotations

import os

import pytest
from sekali import sekali
from susunan import Susunan, susun_ke

from generator.writers.pdf.libreoffice import cari_soffice


@pytest.fixture(scope="session")
def kalaena(tmp_path_factory: pytest.TempPathFactory) -> Susunan:
    """Skipped without LibreOffice, but in CI, which must have it, a failure."""
    if cari_soffice() is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice tidak terpasang di CI")
        pytest.skip("LibreOffice tidak terpasang")
    return Susunan(sekali(tmp_path_factory, "kalaena", susun_ke))
