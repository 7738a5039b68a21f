"""bagian-hilang, judul-bab-berbeda: a chapter, part or table that the year's outline prescribes is missing or other.

Source: profil.xlsx › Kerangka Renja, the rows of the year's outline; a row whose number has no dot is a chapter.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen import judul_bab
from generator.periksa.dokumen.kerangka import KODE, hilang, periksa_bagian, tidak_memuat
from generator.periksa.dokumen.telusur import bab_bab, tempat
from generator.periksa.renja.bantu import renja
from generator.temuan import Temuan
from generator.tree.nodes import plain

__all__ = ["KODE", "periksa"]


def periksa(b: Bahan) -> Iterator[Temuan]:
    baris = [k for k in b.isi.kerangka_renja if k.kerangka == renja(b).kerangka]
    ada = {x.judul.label.removeprefix("bab:"): x for x in bab_bab(b.dokumen)}
    for k in (k for k in baris if "." not in k.nomor):
        bab = ada.get(str(k.nomor))
        if bab is None:
            yield hilang(k.lokasi, f"bab {k.nomor} {k.judul}", k.nomor)
            continue
        judul = plain(bab.judul.content)
        if judul != k.judul:
            pesan = f'bab {k.nomor} berjudul "{judul}", dalam kerangka "{k.judul}"'
            yield Temuan(judul_bab.KODE, tempat(bab.judul.asal), pesan, pokok=str(k.nomor))
        yield from tidak_memuat(bab, k, f"bab {k.nomor}")
    yield from periksa_bagian(b.dokumen, [k for k in baris if "." in k.nomor])
