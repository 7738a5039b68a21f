"""A word typed twice: 'yang yang', 'Kecamatan {{ profil.perangkat_daerah }}'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.kamus import nama_diri
from generator.periksa.naskah.ketikan import cetakan, semua_potongan
from generator.temuan import Temuan

KODE = "kata-ganda"
_GANDA = re.compile(r"(?<![\w-])([^\W\d_]{2,})\s+\1(?![\w-])", re.I)


def periksa(b: Bahan) -> Iterator[Temuan]:
    nama = " ".join(nama_diri(b)).lower()
    for p in semua_potongan(b):
        for m in _GANDA.finditer(p.teks):
            if m[0].lower() not in nama:
                yield _temuan(str(p.tempat(m.start())), m[0])
    for c in cetakan(b):  # where typed words and values meet
        for teks, letak in c.jendela(30):
            kiri, kanan = teks[:letak].split(), teks[letak:].split()
            if kiri and kanan and kiri[-1].lower() == kanan[0].lower() and kiri[-1].isalpha():
                ganda = f"{kiri[-1]} {kanan[0]}"
                if len(kiri[-1]) > 1 and ganda.lower() not in nama:
                    yield _temuan(str(c.asal), ganda)


def _temuan(tempat: str, teks: str) -> Temuan:
    teks = " ".join(teks.split())
    return Temuan(KODE, tempat, f'kata berulang "{teks}"', pokok=teks.lower())
