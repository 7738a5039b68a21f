"""Two blanks between words of a chapter. In a cell they are found while the workbook is read, and printed as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import NILAI, cetakan, potongan_naskah
from generator.temuan import Temuan

KODE = "spasi-ganda"
_GANDA = re.compile(r"(\S+)[ \t\u00a0]{2,}(\S+)")


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p in potongan_naskah(b):
        for m in _GANDA.finditer(p.teks):
            yield _temuan(str(p.tempat(m.start())), m)
    for c in cetakan(b):  # an empty value between two blanks
        for teks, letak in c.jendela(20):
            if teks[letak - 1 : letak + 1] == "  ":
                yield from (_temuan(str(c.asal), m) for m in _GANDA.finditer(teks))


def _temuan(tempat: str, m: re.Match[str]) -> Temuan:
    teks = f"{m[1]} {m[2]}".replace(NILAI, "…")
    return Temuan(KODE, tempat, f'dua spasi dalam "{teks.replace(" ", "  ")}"', pokok=teks)
