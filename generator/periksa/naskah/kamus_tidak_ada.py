"""Spelling cannot be checked: the dictionary of Indonesian, or the library that reads it, is not installed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.kamus import folder_kamus, kamus
from generator.temuan import Temuan

KODE = "kamus-tidak-ada"


def periksa(b: Bahan) -> Iterator[Temuan]:
    if kamus(b) is None:
        apa = "pustaka chunspell" if folder_kamus() else "kamus hunspell id_ID"
        yield Temuan(KODE, "content/kamus.txt", f"ejaan tidak diperiksa karena {apa} tidak ada", pokok="kamus")
