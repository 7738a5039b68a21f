"""Document -> one HTML file without script: to read in a browser, on a telephone, on paper.

The pieces (inlines, blocks, tables, pictures, the page itself) are those of the other pages of the program.
"""

from __future__ import annotations

from generator.tree.nodes import Chart, Contents, Diagram, Document, Heading, Table
from generator.tree.walk import blocks
from generator.writers.html.berkas import berkas
from generator.writers.html.blok import ID_DAFTAR_ISI, Penulis, senarai
from generator.writers.html.laman import susun_laman
from generator.writers.html.sebaris import Sebaris
from generator.writers.xml_text import escape

TINGKAT_SAMPING = 2
"""Levels of headings that the list beside the text shows."""


def tulis_html(dokumen: Document) -> bytes:
    """The whole document; same document, same bytes."""
    penulis = Penulis(Sebaris(tujuan(dokumen), asal=True))
    isi = "".join(penulis.blok(blocks(dokumen)))
    halaman = f'{_kepala(dokumen)}{_samping(dokumen)}<main id="isi" tabindex="-1">\n{isi}</main>\n'
    return susun_laman(dokumen.title, halaman, berkas(__name__, "gaya.css")).encode()


def tujuan(dokumen: Document) -> dict[str, str]:
    """Where references lead: the anchor by label."""
    hasil: dict[str, str] = {}
    for b in blocks(dokumen):
        if isinstance(b, Heading) and b.label and b.anchor:
            hasil[b.label] = b.anchor
        elif isinstance(b, (Table, Chart, Diagram)) and b.caption.anchor:
            hasil[b.caption.label] = b.caption.anchor
    return hasil


def _kepala(dokumen: Document) -> str:
    """What the cover says."""
    m = dokumen.meta
    judul = m.get("judul") or dokumen.title
    baris = (m.get("perangkat_daerah", ""), m.get("daerah", ""), f"Tahun {m['periode']}" if m.get("periode") else "")
    isi = "".join(f"<p>{escape(x)}</p>" for x in baris if x)
    return (
        '<a class="lompat" href="#isi">Langsung ke isi</a>\n'
        f'<header class="sampul"><h1>{escape(judul)}</h1>{isi}</header>\n'
    )


def _samping(dokumen: Document) -> str:
    """A list of chapters that stays in sight beside the text, where there is room: that of the document in short."""
    entri = next((b.entries for b in blocks(dokumen) if isinstance(b, Contents) and b.kind == "isi"), ())
    isi = "".join(senarai(entri, TINGKAT_SAMPING))
    if not isi:
        return ""
    return (
        f'<nav class="samping" aria-label="Bab">{isi}</nav>\n<a class="naik" href="#{ID_DAFTAR_ISI}">↑ Daftar isi</a>\n'
    )
