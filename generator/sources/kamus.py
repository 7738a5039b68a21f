"""kamus.txt: the project's own words, one a line, '#' begins a remark.

In: the file, which may be missing. Out: its words in small letters, or findings.
"""

from __future__ import annotations

from pathlib import Path

from generator.berkas import Bacaan, ada
from generator.sources.naskah import baca_teks
from generator.temuan import Kumpulan


def baca_kamus(path: Path, berkas: str, temuan: Kumpulan, bacaan: Bacaan) -> frozenset[str]:
    """The words of the file."""
    teks = baca_teks(path, berkas, temuan, bacaan) if ada(path) else None
    kata = (baris.partition("#")[0].strip().lower() for baris in (teks or "").splitlines())
    return frozenset(k for k in kata if k)
