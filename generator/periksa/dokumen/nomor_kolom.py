"""nomor-kolom: the row (01) (02) … below the header of a table leaves out a number, or is not there.

Source: practice of the forms of Permendagri 86/2017; audit 25.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import BARIS_NOMOR_KOLOM, sebutan, tempat
from generator.temuan import Temuan
from generator.tree.nodes import Table, plain
from generator.tree.walk import blocks

KODE = "nomor-kolom"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for t in blocks(b.dokumen):
        if not isinstance(t, Table) or t.caption.kind == "kotak":
            continue
        harus = [f"({i:02d})" for i in range(1, len(t.widths) + 1)]
        ada = next(([plain(c.content) for c in r.cells] for r in t.header if r.key == BARIS_NOMOR_KOLOM), [])
        if ada != harus:
            pesan = (
                f"{sebutan(t.caption)} bernomor kolom {' '.join(ada) or '(tidak ada)'}, seharusnya {' '.join(harus)}"
            )
            yield Temuan(KODE, tempat(t.caption.asal), pesan, pokok=f"tabel:{t.caption.name}")
