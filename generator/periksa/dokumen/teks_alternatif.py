"""teks-alternatif: a picture without alternative text, or with one that only repeats its title."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import sebutan, tempat
from generator.temuan import Temuan
from generator.tree.nodes import Chart, Diagram, plain
from generator.tree.walk import blocks

KODE = "teks-alternatif"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for blok in blocks(b.dokumen):
        if not isinstance(blok, (Chart, Diagram)):
            continue
        lembar = (blok, *blok.more) if isinstance(blok, Diagram) else (blok,)
        for gambar in lembar:
            alt = gambar.alt.strip(" .").casefold()
            if not alt or alt == plain(blok.caption.title).strip(" .").casefold():
                apa = "hanya mengulang judulnya" if alt else "kosong"
                pesan = f"teks alternatif {sebutan(blok.caption)} {apa}"
                yield Temuan(KODE, tempat(blok.caption.asal), pesan, pokok=blok.caption.label)
                break
