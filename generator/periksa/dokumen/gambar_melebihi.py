"""gambar-melebihi: a picture is larger than a page leaves room for, or words of a box are wider than the box.

A picture wider than the text is made smaller, and its letters with it; a higher one leaves its page.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import sebutan, tempat
from generator.temuan import Temuan
from generator.tree.drawing.arial import text_width
from generator.tree.drawing.ukuran import MENDATAR, TEGAK
from generator.tree.nodes import Box, Diagram
from generator.tree.walk import blocks

KODE = "gambar-melebihi"
KELONGGARAN = 1.5  # points


def periksa(b: Bahan) -> Iterator[Temuan]:
    for d in blocks(b.dokumen):
        if isinstance(d, Diagram):
            for lembar in (d, *d.more):
                for pesan in _lembar(lembar, d.landscape):
                    yield Temuan(
                        KODE, tempat(d.caption.asal), f"{sebutan(d.caption)} {pesan}", pokok=f"gambar:{d.caption.name}"
                    )


def _lembar(d: Diagram, mendatar: bool) -> Iterator[str]:
    bidang = MENDATAR if mendatar else TEGAK
    if d.width > bidang.lebar + KELONGGARAN or d.height > bidang.tinggi + KELONGGARAN:
        yield (
            f"berukuran {d.width:.0f} × {d.height:.0f} titik, sedangkan halaman menyediakan "
            f"{bidang.lebar:.0f} × {bidang.tinggi:.0f}"
        )
    for kotak in d.boxes:
        if kata := _keluar(kotak, d.font_size):
            yield f'memuat tulisan yang lebih lebar daripada kotaknya: "{kata}"'
        if min(kotak.x, kotak.y, d.width - kotak.x - kotak.width, d.height - kotak.y - kotak.height) < -KELONGGARAN:
            yield f'memuat kotak di luar bidangnya: "{" ".join(kotak.lines)}"'


def _keluar(kotak: Box, huruf: float) -> str:
    """The first line of a box that is wider than it, or ''."""
    return next(
        (b for i, b in enumerate(kotak.lines) if text_width(b, huruf, i < kotak.strong) > kotak.width + KELONGGARAN), ""
    )
