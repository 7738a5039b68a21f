"""A numeral and the count word beside it that disagree: '31 (tiga puluh dua)', in prose or in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.bilangan import baca_terbilang
from generator.periksa.naskah.ketikan import cetakan, semua_potongan
from generator.temuan import Temuan

KODE = "terbilang-salah"
_ANGKA = r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:0+|-))?"
_ANGKA_DULU = re.compile(rf"(?<![\d.,]){_ANGKA}\s*\(\s*([^\W\d_][^()\d]*)\)")
_KATA_DULU = re.compile(rf"\(\s*{_ANGKA}\s*\)")
_SATUAN = re.compile(r"\s+(?:rupiah|persen)\s*$")
KATA_TERPANJANG = 16


def periksa(b: Bahan) -> Iterator[Temuan]:
    # the printed side too: '{{ desa.jumlah }} (tiga puluh dua)'
    semua = [(p.teks, p.asal) for p in semua_potongan(b)] + [(c.teks, c.asal) for c in cetakan(b)]
    for teks, tempat in semua:
        if "(" in teks:
            for tertulis, angka, kata in _pasangan(teks):
                benar = baca_terbilang(kata)
                if benar is not None and benar != int(angka.replace(".", "")):
                    yield Temuan(KODE, str(tempat), f'"{tertulis}": kata "{kata}" berarti {benar}', pokok=tertulis)


def _pasangan(teks: str) -> Iterator[tuple[str, str, str]]:
    """(as written, numeral, words) of every '31 (tiga puluh satu)' and 'tiga puluh satu (31)'."""
    for m in _ANGKA_DULU.finditer(teks):
        yield " ".join(m[0].split()), m[1], _SATUAN.sub("", m[2]).strip()
    for m in _KATA_DULU.finditer(teks):
        kata = teks[: m.start()].split()[-KATA_TERPANJANG:]
        while kata and baca_terbilang(" ".join(kata)) is None:
            kata.pop(0)
        if kata:
            yield f"{' '.join(kata)} {m[0]}", m[1], " ".join(kata)
