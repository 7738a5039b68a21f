"""A numeral and the count word beside it that disagree: '31 (tiga puluh dua)', in prose or in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.bilangan import POLA_TERBILANG, baca_terbilang
from generator.periksa.naskah.ketikan import cetakan, semua_potongan
from generator.temuan import Temuan

KODE = "terbilang-salah"
_ANGKA = r"(?P<angka>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:0+|-))?"
_POLA = (
    re.compile(rf"(?<![\d.,]){_ANGKA}\s*\(\s*(?P<kata>{POLA_TERBILANG})(?:\s+(?:rupiah|persen))?\s*\)", re.I),
    re.compile(rf"\b(?P<kata>{POLA_TERBILANG})\s*\(\s*{_ANGKA}\s*\)", re.I),
)


def periksa(b: Bahan) -> Iterator[Temuan]:
    # the printed side too: '{{ desa.jumlah }} (tiga puluh dua)'
    for teks, tempat in (*((p.teks, str(p.asal)) for p in semua_potongan(b)), *((c.teks, str(c.asal)) for c in cetakan(b))):
        if "(" not in teks:
            continue
        for m in (m for pola in _POLA for m in pola.finditer(teks)):
            benar = baca_terbilang(m["kata"])
            if benar is not None and benar != int(m["angka"].replace(".", "")):
                pesan = f'"{m[0]}": kata "{m["kata"]}" berarti {benar}'
                yield Temuan(KODE, tempat, pesan, pokok=" ".join(m[0].split()))
