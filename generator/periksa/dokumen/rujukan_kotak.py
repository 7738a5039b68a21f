"""rujukan-kotak: a sentence of an indicator's box points at "Tabel I" for what another table of the box holds.

The small tables of a box are named by the sentence above them ("Tabel I: …"). Where such a sentence names things, they
belong to that table; a later sentence that sends the reader to another one for the same thing is wrong (audit 8).
Source: definisi_operasional.xlsx › Rumus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import tempat
from generator.temuan import Temuan
from generator.tree.nodes import Row, Table, Value, plain
from generator.tree.walk import blocks, flat

KODE = "rujukan-kotak"
_TABEL = re.compile(r"\bTabel ([IVX]+)\b")


def periksa(b: Bahan) -> Iterator[Temuan]:
    for t in blocks(b.dokumen):
        if isinstance(t, Table) and t.caption.kind == "kotak":
            yield from _kotak(t)


def _kotak(t: Table) -> Iterator[Temuan]:
    kolom = _kolom(t.rows)
    for c in (c for r in t.rows for c in r.cells if not c.strong):
        teks = plain(c.content)
        m = _TABEL.search(teks)
        if not m:
            continue
        disebut = [j for j in kolom if j in teks.casefold()]
        if m[1] not in {n for nomor in kolom.values() for n in nomor}:
            apa = "yang tidak ada dalam kotak itu"
        elif disebut and not any(m[1] in kolom[j] for j in disebut):
            j = max(disebut, key=len)
            apa = f"sedangkan {j} ada pada Tabel {' dan '.join(sorted(kolom[j]))}"
        else:
            continue
        asal = next((n.asal for n in flat(c.content) if isinstance(n, Value) and n.asal), ())
        lokasi = asal[0] if asal else t.caption.asal
        yield Temuan(KODE, tempat(lokasi), f'"{teks}" menunjuk Tabel {m[1]}, {apa}', pokok=teks)


def _kolom(baris: tuple[Row, ...]) -> dict[str, set[str]]:
    """Headings of the small tables, each with the numbers of those that have it.

    A small table is a row of headings below a sentence that begins or ends with "Tabel I".
    """
    kolom: dict[str, set[str]] = {}
    nomor = ""
    for r in baris:
        teks = plain(r.cells[-1].content)
        kepala = [plain(c.content).casefold() for c in r.cells if c.strong]
        m = _TABEL.search(teks)
        if m and (teks.startswith(f"{m[0]}:") or teks.rstrip(".: ").endswith(f": {m[0]}")):
            nomor = m[1]
        elif len(kepala) > 1 and nomor:
            for k in kepala:
                kolom.setdefault(k, set()).add(nomor)
            nomor = ""
    return {k: n for k, n in kolom.items() if len(k) > 2}
