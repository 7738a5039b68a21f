"""tabel-kosong: a table holds nothing, or says NIHIL without saying why.

A table may be empty by declaration: it prints its header and NIHIL, with the explanation (audit 37).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import sebutan, tempat
from generator.temuan import Temuan
from generator.tree.nodes import Table, plain
from generator.tree.walk import blocks

KODE = "tabel-kosong"
NIHIL = "NIHIL"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for t in blocks(b.dokumen):
        if not isinstance(t, Table):
            continue
        isi = {plain(c.content).strip() for r in t.rows for c in r.cells} - {"", "-"}
        if not isi:
            pesan = f"{sebutan(t.caption)} tidak berisi"
        elif isi == {NIHIL}:
            pesan = f"{sebutan(t.caption)} NIHIL tanpa penjelasan"
        else:
            continue
        yield Temuan(KODE, tempat(t.caption.asal), pesan, pokok=t.caption.label)
