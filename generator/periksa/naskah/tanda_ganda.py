"""Doubled or stray punctuation: ',,', '..', ';.', a blank before a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import NILAI, cetakan, semua_potongan
from generator.temuan import Temuan

KODE = "tanda-baca-ganda"
# not '...', not '.,' after an abbreviation, not ' ;' inside a formula
_GANDA = re.compile(r"[,;:](?:\s*[,;:.])+|(?<!\.)\.\.(?!\.)|\.[;:]\.|[!?]{2,}|\(\s|\s\)|(?<=[\w)”%]) +[,.;:!?](?=\s|$)")


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p in semua_potongan(b):
        if p.jenis != "tetapan":
            for m in _GANDA.finditer(p.teks.replace(NILAI, "n")):
                yield _temuan(str(p.tempat(m.start())), p.teks, m)
    for c in cetakan(b):  # a value that ends in a stop before a typed one
        for teks, letak in c.jendela(24):
            for m in _GANDA.finditer(teks, letak - 2, letak + 2):
                if m.start() < letak < m.end():
                    yield _temuan(str(c.asal), teks, m)


def _temuan(tempat: str, teks: str, m: re.Match[str]) -> Temuan:
    sekitar = " ".join(teks[max(0, m.start() - 20) : m.end() + 8].replace(NILAI, "…").split(" ")[-6:]).strip()
    return Temuan(KODE, tempat, f'tanda baca "{m[0]}" dalam "{sekitar}"', pokok=sekitar)
