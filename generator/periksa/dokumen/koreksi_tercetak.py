"""koreksi-tidak-tercetak: a row of the register of corrections says what the document prints, and it does not.

Source: koreksi.xlsx › Koreksi, columns Tempat and Kini. Kini blank or in brackets says nothing that can be looked up.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.kutipan import deret_tercetak, kutipan, tercetak
from generator.periksa.dokumen.tempat_koreksi import peta_dokumen
from generator.temuan import Temuan

KODE = "koreksi-tidak-tercetak"


def periksa(b: Bahan) -> Iterator[Temuan]:
    peta = peta_dokumen(b)
    for k in b.isi.koreksi:
        tempat = peta.cari(k.tempat)
        if tempat.hilang:
            pesan = f"{', '.join(tempat.hilang)} tidak ada dalam dokumen"
            yield Temuan(KODE, str(k.tempat.asal[0]), pesan, "Perbaiki kolom Tempat.", pokok=str(k.kode))
            continue
        for isi in kutipan(k.kini):
            if not tercetak(isi, tempat) and not deret_tercetak(isi, tempat):
                assert k.kini is not None
                yield Temuan(KODE, str(k.kini.asal[0]), f'"{isi}" tidak tercetak pada {k.tempat}', pokok=str(k.kode))
