"""A numeral of a chapter that comes from no cell: typed, or a constant or counter that an expression prints.

Every numeral of prose, legal references and page numbers aside, must come from an expression, so that it can be followed
to its cells.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.angka import angka_naskah
from generator.periksa.naskah.bilangan import angka_ketik
from generator.periksa.naskah.ketikan import cetakan
from generator.temuan import Temuan

KODE = "angka-tanpa-asal"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for t in angka_naskah(b):
        if not t.usul:
            pesan = f'"{t.pokok}" diketik dan tidak sama dengan data mana pun'
            yield Temuan(KODE, t.tempat, pesan, pokok=t.pokok)
    for c in cetakan(b):
        for _, v in c.nilai:
            if v.angka is not None and not v.asal and not v.angka.rumus and next(angka_ketik(v.text), None):
                pesan = f'ungkapan mencetak "{v.text}", yang tidak berasal dari sel mana pun'
                yield Temuan(KODE, str(c.asal), pesan, pokok=v.text)
