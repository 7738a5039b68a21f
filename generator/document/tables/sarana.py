"""Table 2.6: assets by group."""

from __future__ import annotations

from itertools import groupby

from generator.compute.konteks import Konteks
from generator.document.tables.sel import judul, kata, kepala, nomor
from generator.model.angka import Teks, gabung_asal
from generator.tree import format as cetak
from generator.tree.nodes import Caption, Cell, Inlines, Row, Table, Text, Value


def sarana(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Groups numbered in Roman, their items from 1."""
    baris: list[Row] = []
    for i, (nama, kelompok_isi) in enumerate(groupby(k.sarana, key=lambda b: b.kelompok), 1):
        isi = list(kelompok_isi)
        kelompok = Teks(nama, gabung_asal(*(b.kelompok for b in isi)))
        romawi = Cell((Text(cetak.romawi(i)),), "tengah", strong=True)
        baris.append(Row(str(kelompok), (romawi, kata(kelompok, strong=True, span=2))))
        for j, b in enumerate(isi, 1):
            banyak = Value(cetak.angka(b.jumlah), b.jumlah, b.jumlah.asal)
            satuan = Value(f" {b.satuan}", None, b.satuan.asal)
            baris.append(Row(f"{kelompok}/{b.nama}", (nomor(j), kata(b.nama), Cell((banyak, satuan), "tengah"))))
    atas = (judul("No"), judul("SARANA DAN PRASARANA"), judul("JUMLAH"))
    return Table(caption, (0.6, 5.0, 1.8), kepala(atas, banyak=3), tuple(baris), source)
