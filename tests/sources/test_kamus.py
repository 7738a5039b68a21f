"""The project's own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from kantor import ringkas

from generator.berkas import Bacaan
from generator.sources.kamus import baca_kamus
from generator.temuan import Kumpulan


def baca(path: Path) -> tuple[frozenset[str], Kumpulan]:
    temuan = Kumpulan()
    return baca_kamus(path, "content/kamus.txt", temuan, Bacaan()), temuan


def test_a_word_a_line(tmp_path: Path) -> None:
    kamus = tmp_path / "kamus.txt"
    assert baca(kamus) == (frozenset(), Kumpulan())
    kamus.write_text("\ufeff# catatan\nAkuntabel\r\n\ndatabase # istilah\n", encoding="utf-8")
    assert baca(kamus) == ({"akuntabel", "database"}, Kumpulan())


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        (b"kata\n\xe9\n", ("naskah-rusak", "content/kamus.txt:2")),
        ("kata\nda\u00adta\n".encode(), ("huruf-tersembunyi", "content/kamus.txt:2")),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, isi: bytes, harapan: tuple[str, str]) -> None:
    (tmp_path / "kamus.txt").write_bytes(isi)
    assert ringkas(baca(tmp_path / "kamus.txt")[1]) == [harapan]


def test_a_folder_of_that_name_is_said(tmp_path: Path) -> None:
    (tmp_path / "kamus.txt").mkdir()
    assert ringkas(baca(tmp_path / "kamus.txt")[1]) == [("berkas-ditolak", "content/kamus.txt")]
