"""Where something stands, and how it is printed."""

from __future__ import annotations

import pytest

from generator.lokasi import Lokasi


@pytest.mark.parametrize(
    ("lokasi", "tercetak", "dalam_buku"),
    [
        (Lokasi("data/a.xlsx", "Pagu", "F17"), "data/a.xlsx › Pagu!F17", "Pagu!F17"),
        (Lokasi("data/a.xlsx", "Pagu"), "data/a.xlsx › Pagu", "Pagu"),
        (Lokasi("data/a.xlsx"), "data/a.xlsx", ""),
        (Lokasi("bab.md", baris=7), "bab.md:7", ""),
        (Lokasi("blok tanda tangan"), "blok tanda tangan", ""),
    ],
)
def test_tercetak(lokasi: Lokasi, tercetak: str, dalam_buku: str) -> None:
    assert (str(lokasi), lokasi.dalam_buku) == (tercetak, dalam_buku)
