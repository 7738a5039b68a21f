"""The document side by side: what changed as cards, what did not in gaps that open.

In: the comparison. Out: HTML, and the stops per chapter. The tree is walked once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from generator.banding.laporan.alir import Alir
from generator.banding.laporan.gambar import Gambar, gambar_beda
from generator.banding.laporan.sebaris import bertanda
from generator.banding.laporan.tabel_beda import tabel_beda
from generator.banding.perbandingan import Perbandingan
from generator.tree.lists import item_mark, kind_within
from generator.tree.nodes import (
    Block,
    Chart,
    Contents,
    Diagram,
    Heading,
    List,
    ListKind,
    PageBreak,
    Paragraph,
    Particulars,
    SignatureBlock,
    SignaturePair,
    Table,
    Text,
)
from generator.tree.walk import blocks, revision_of
from generator.writers.xml_text import escape


@dataclass(frozen=True)
class Naskah:
    """`bab`: each chapter that changed (HTML), its number of stops and the anchor of the first."""

    html: str
    bab: list[tuple[str, int, str]] = field(default_factory=list)

    @property
    def jumlah(self) -> int:
        """Stops in all."""
        return sum(n for _, n, _ in self.bab)


def tulis_naskah(p: Perbandingan) -> Naskah:
    """The whole second half of the page."""
    alir = Alir(p)
    gambar: Gambar = {(b.caption.kind, b.caption.name): b for b in blocks(p.lama) if isinstance(b, (Chart, Diagram))}
    for b in blocks(p.beda.dokumen):
        _satu(alir, b, gambar)
    alir.hilang = False
    alir.sisa()
    html = alir.selesai()
    return Naskah(html, [(bab, n, awal) for bab, (n, awal) in alir.bab.items()])


def _satu(alir: Alir, b: Block, gambar: Gambar) -> None:
    alir.hilang = revision_of(b) == "hapus"
    match b:
        case Heading():
            _judul(alir, b)
        case Paragraph():
            alir.isi(b.revision, "paragraf", b.content, f'<p class="{escape(b.style)}">', "</p>")
        case List():
            for awal_lama, awal, x in _butir(b):
                alir.isi(x.revision, "butir", x.content, awal, "</p>", awal_lama)
        case Table():
            tabel_beda(alir, b)
        case Chart() | Diagram():
            gambar_beda(alir, b, gambar)
        case SignatureBlock():
            _tanda_tangan(alir, b)
        case SignaturePair():
            _dua_tanda_tangan(alir, b)
        case Particulars():
            for nama, isi in b.lines:
                alir.isi(b.revision, "paragraf", isi, f"<p>{alir.kanan(nama)}: ", "</p>")
        case Contents() | PageBreak():
            pass


def _judul(alir: Alir, h: Heading) -> None:
    alir.judul(h)
    lama, baru = (escape(h.prefix),) * 2 if h.revision else alir.bernomor(h.prefix)
    if not h.revision and not bertanda(h.content) and lama != baru:
        baru = f"{lama} → {baru}"
    awal = f'<p class="judul t{h.level}">'
    alir.isi(h.revision, "judul", h.content, f"{awal}{baru} ", "</p>", f"{awal}{lama} ")


# ---------------------------------------------------------------- signatures


def _tanda_tangan(alir: Alir, b: SignatureBlock) -> None:
    for isi in b.lines:
        alir.isi(b.revision, "tanda tangan", isi, "<p>", "</p>")


def _dua_tanda_tangan(alir: Alir, b: SignaturePair) -> None:
    if b.revision:
        for kiri, kanan in b.rows:
            alir.isi(b.revision, "tanda tangan", (*kiri, Text(" | "), *kanan), "<p>", "</p>")
        return
    _tanda_tangan(alir, b.left)
    _tanda_tangan(alir, b.right)


# ---------------------------------------------------------------- lists


def _butir(
    d: List, tingkat: int = 0, induk: ListKind | Literal[""] = "", atas: tuple[str, str] = ("", "")
) -> Iterator[tuple[str, str, Paragraph]]:
    """The paragraphs of a list, each with what stands before it in the older and in the newer version."""
    jenis = kind_within(d, induk)
    awal = f'<p class="butir d{min(tingkat, 4)}">'
    urut = [0, 0]
    for item in d.items:
        revisi = next((x.revision for x in item.blocks[:1] if isinstance(x, Paragraph)), "")
        tanda: list[str] = []
        for sisi, lain in enumerate(("baru", "hapus")):
            urut[sisi] += revisi != lain
            tanda.append(item_mark(jenis, tingkat, max(urut[sisi], 1), atas[sisi]))
        pertama = True
        for x in item.blocks:
            if isinstance(x, List):
                yield from _butir(x, tingkat + 1, jenis, (tanda[0], tanda[1]))
                continue
            lama, baru = (f'{awal}<span class="tanda">{escape(t)}</span> ' if pertama else awal for t in tanda)
            yield lama, baru, x
            pertama = False
