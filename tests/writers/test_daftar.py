"""The table of writers: every format gives the bytes of its kind of file, the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from kantor import Kantor

from generator.writers.daftar import PENULIS, Bahan
from generator.writers.docx.dokumen import tulis_docx

TEMPLAT = Path(__file__).resolve().parents[2] / "templates" / "renstra.docx"
AWAL = {"docx": b"PK\x03\x04", "md": b"# Renstra", "html": b"<!doctype html>"}


@pytest.mark.parametrize("bentuk", PENULIS)
def test_every_format(bentuk: str, kantor_asli: Kantor) -> None:
    dokumen, _ = kantor_asli.susun(kantor_asli.konteks())
    assert dokumen
    bahan = Bahan(dokumen, tulis_docx(dokumen, TEMPLAT), {})
    hasil = PENULIS[bentuk](bahan)
    assert hasil.startswith(AWAL[bentuk])
    assert hasil == PENULIS[bentuk](bahan)
