"""Who signs, as WordprocessingML: one signature, two side by side, and the particulars of a person.

One signature is a chain of paragraphs whose styles keep each with the next. Two are a table without borders, whose rows
do not break and keep with the next: a page never ends among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.tree.nodes import Inlines, Particulars, SignatureBlock, SignaturePair, plain
from generator.writers.docx.revisi import PenandaRevisi
from generator.writers.docx.sebaris import bersih, paragraf, run
from generator.writers.xml_text import escape

GAYA_TABEL = "TabelPihak"
GAYA_PASANGAN = ("PihakTempat", "PihakJabatan", "PihakNama", "PihakRincian")
GAYA_IDENTITAS = "Identitas"
_TAB = "<w:r><w:tab/></w:r>"
Sebaris = Callable[[Inlines], str]
"""Runs of inlines, their numbers bookmarked."""


def baris_tunggal(s: SignatureBlock) -> Iterator[tuple[str, Inlines]]:
    """(style, words) of each paragraph of a signature."""
    yield "TandaTanganTempat", s.place_date
    yield "TandaTanganJabatan", s.title
    yield "TandaTangan" if s.by_hand else "TandaTanganNama", s.name
    for d in s.details[:-1]:
        yield "TandaTangan", d
    for d in s.details[-1:]:
        yield "TandaTanganAkhir", d


def pasangan(s: SignaturePair, lebar: int, sebaris: Sebaris, revisi: PenandaRevisi) -> str:
    """The `w:tbl` of two signatures, `lebar` twentieths of a point wide."""
    kolom = (lebar // 2, lebar - lebar // 2)
    nama = " dan ".join(filter(None, (plain(x.title).strip(" ,") for x in (s.left, s.right))))
    judul = escape(bersih(f"Tanda tangan {nama}"))
    hasil: list[str] = []
    for urut, isi in enumerate(s.rows):
        gaya = GAYA_PASANGAN[min(urut, len(GAYA_PASANGAN) - 1)]
        gaya_sel = (GAYA_PASANGAN[-1] if gaya == "PihakNama" and x.by_hand else gaya for x in (s.left, s.right))
        ikat = "" if urut == len(s.rows) - 1 else "<w:keepNext/>"
        sel = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{k}" w:type="dxa"/></w:tcPr>'
            f"{paragraf(g, revisi.lari(s.revision, sebaris(x)), ikat)}</w:tc>"
            for k, g, x in zip(kolom, gaya_sel, isi, strict=True)
        )
        hasil.append(f"<w:tr><w:trPr><w:cantSplit/>{revisi.baris(s.revision)}</w:trPr>{sel}</w:tr>")
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{GAYA_TABEL}"/><w:tblW w:w="{lebar}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{judul}"/>'
        f'<w:tblDescription w:val="{judul}"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{k}"/>' for k in kolom)
        + f"</w:tblGrid>{''.join(hasil)}</w:tbl>"
    )


def baris_identitas(p: Particulars, sebaris: Sebaris) -> Iterator[str]:
    """The runs of each line: label, colon, what it says, at the tabs of the style."""
    for keterangan, isi in p.lines:
        yield f"{sebaris(keterangan)}{_TAB}{run(':')}{_TAB}{sebaris(isi)}"
