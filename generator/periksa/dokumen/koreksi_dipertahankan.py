"""koreksi-dipertahankan: a doubtful fact that is printed as adopted until the office decides.

Source: koreksi.xlsx › Koreksi, rows with Keputusan "dipertahankan". Every one is a finding; the office accepts it in
Penerimaan with its reason, so that none is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.koreksi_kembali import DIPERTAHANKAN
from generator.temuan import Temuan

KODE = "koreksi-dipertahankan"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for k in b.isi.koreksi:
        if k.keputusan == DIPERTAHANKAN:
            yield Temuan(KODE, str(k.kode.asal[0]), f"{k.tempat}: {k.alasan}", pokok=str(k.kode))
