"""judul-bab-berbeda: a chapter's title differs from the outline's, which the chapter on the outline (1.4) prints.

Source: profil.xlsx › Kerangka.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import bab_bab, tempat
from generator.temuan import Temuan
from generator.tree.nodes import plain

KODE = "judul-bab-berbeda"


def periksa(b: Bahan) -> Iterator[Temuan]:
    kerangka = {f"bab:{k.nomor.nilai}": k for k in b.isi.kerangka}
    for bab in bab_bab(b.dokumen):
        judul, k = plain(bab.judul.content), kerangka.get(bab.judul.label)
        if k is not None and judul != k.judul:
            pesan = f'bab {k.nomor.nilai} berjudul "{judul}", dalam kerangka "{k.judul}"'
            yield Temuan(KODE, tempat(bab.judul.asal), pesan, pokok=str(k.nomor.nilai))
