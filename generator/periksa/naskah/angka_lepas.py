"""A typed numeral that is no datum: nobody can tell where it comes from.

Every numeral of prose, legal references and page numbers aside, must come from an expression. What expressions print
without origin is the rule of `periksa/dokumen`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.angka import angka_naskah
from generator.temuan import Temuan

KODE = "angka-lepas"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for t in angka_naskah(b):
        if not t.usul:
            pesan = f'"{t.pokok}" diketik dan tidak sama dengan data mana pun'
            yield Temuan(KODE, t.tempat, pesan, pokok=t.pokok)
