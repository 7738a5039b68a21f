"""koreksi-kembali: a fault that the register calls corrected is printed again at its place.

This catches every fault that was ever found, whatever its kind, when it comes back with a copied cell or sentence.
Source: koreksi.xlsx › Koreksi, columns Tempat, Tercetak and Kini.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.kutipan import kutipan, tercetak
from generator.periksa.dokumen.tempat_koreksi import peta_dokumen, rapikan
from generator.temuan import Temuan

KODE = "koreksi-kembali"
DIPERTAHANKAN = "dipertahankan"


def periksa(b: Bahan) -> Iterator[Temuan]:
    peta = peta_dokumen(b)
    for k in b.isi.koreksi:
        if k.keputusan == DIPERTAHANKAN or k.tercetak is None:
            continue
        tempat = peta.cari(k.tempat)
        if tempat.hilang:
            continue
        kini = kutipan(k.kini)
        for isi in kutipan(k.tercetak):
            if isi not in kini and tercetak(isi, tempat, kini):
                seharusnya = f'; seharusnya "{rapikan(k.kini)}"' if k.kini and kini else ""
                pesan = f'{k.tempat}: "{isi}" tercetak lagi{seharusnya}'
                yield Temuan(KODE, str(k.tercetak.asal[0]), pesan, pokok=str(k.kode))
