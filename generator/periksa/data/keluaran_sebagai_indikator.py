"""The text of an output or outcome used as its indicator: 'Tersedianya …' measures nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import cabang, di, samakan
from generator.temuan import Temuan

KODE = "keluaran-sebagai-indikator"
POLA_KELUARAN = re.compile(r"(ter|me|ber)\w+nya\b", re.IGNORECASE)


def periksa(b: Bahan) -> Iterator[Temuan]:
    keluaran = {samakan(c.uraian): c for c in cabang(b)}
    for i in (*b.konteks.rencana.indikator, *b.konteks.ikk):
        asal = keluaran.get(samakan(i.nama))
        if asal or POLA_KELUARAN.match(i.nama):
            milik = f", yaitu uraian {asal.kode}" if asal else ""
            pesan = f'indikator {i.kode} berbunyi keluaran, "{i.nama}"{milik}'
            yield Temuan(KODE, di(i.nama), pesan, pokok=str(i.kode))
