"""A law of the list that was replaced before the plan was signed, while the new one is not in the list."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.hukum import baris_hukum
from generator.periksa.naskah.hukum_nasional import DIGANTI
from generator.temuan import Temuan
from generator.tree.format import tanggal

KODE = "hukum-diganti"


def periksa(b: Bahan) -> Iterator[Temuan]:
    ada = {k.penuh for _, k in baris_hukum(b)}
    for p, k in baris_hukum(b):
        nama, baru, sejak = DIGANTI.get(k.penuh, ("", k.penuh, b.isi.profil.tanggal.nilai))
        if nama and baru not in ada and sejak <= b.isi.profil.tanggal.nilai:
            pesan = f"{p.sebutan} telah diganti {nama} pada {tanggal(sejak)}, sebelum Renstra ini ditandatangani"
            yield Temuan(KODE, str(p.sebutan.asal[0]), pesan, pokok=str(p.kode))
