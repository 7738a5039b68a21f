"""A law's title that differs from the official one.

The row of dasar_hukum.xlsx governs what chapters, cells and other rows say of that law; `hukum_nasional` governs the
rows of the national laws that every regional plan cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.hukum import baris_hukum, baris_untuk, kutipan, rata
from generator.periksa.naskah.hukum_nasional import JUDUL
from generator.periksa.naskah.ketikan import semua_potongan
from generator.temuan import Temuan

KODE = "hukum-judul"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p, k in baris_hukum(b):
        resmi = JUDUL.get(k.penuh)
        if resmi and rata(resmi) != rata(p.tentang):
            pesan = f'judul {p.sebutan} tertulis "{p.tentang}"; judul resminya "{resmi}"'
            yield Temuan(KODE, str(p.tentang.asal[0]), pesan, pokok=str(p.kode))
    for potongan in semua_potongan(b):
        for k in kutipan(potongan.teks):
            baris = baris_untuk(b, k)
            if baris and k.judul and not f"{rata(k.judul)} ".startswith(f"{rata(baris.tentang)} "):
                tertulis = re.split(r"[.;]|\s\(", k.judul[: len(baris.tentang) + 20])[0]
                pesan = f'{k.teks} di sini berjudul "{tertulis}", di dasar_hukum.xlsx "{baris.tentang}"'
                yield Temuan(KODE, str(potongan.tempat(k.awal)), pesan, pokok=str(baris.kode))
