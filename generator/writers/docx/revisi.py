"""Tracked changes: runs, paragraph marks and rows that one of two versions has.

In: WordprocessingML as strings and a `Revision`. Out: the same, marked. Author and date are fixed and the ids come from
the counter of the bookmarks, so equal trees give equal bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.tree.nodes import Deleted, Inlines, Inserted, Revision
from generator.writers.docx.sebaris import Penanda

PEMBUAT = "Pembanding"
TANPA_NOMOR = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
"""Of a deleted heading, which prints its old number as words: no numbering of a style counts it."""
_UNSUR = {"baru": "ins", "hapus": "del"}
_AKHIR = re.compile(r"<w:rPr><w:(ins|del) [^>]*/></w:rPr>(?=(?:<w:sectPr>.*?</w:sectPr>)?</w:pPr>)")
_BUTIR_HAPUS = re.compile(
    r'<w:pStyle w:val="ListParagraph"/>((?:<w:keepNext/>)?)<w:numPr><w:ilvl w:val="(\d)"/><w:numId [^>]*/></w:numPr>'
    r"(?=<w:rPr><w:del )"
)


@dataclass
class PenandaRevisi:
    """Marks what is new and what is gone. `tanggal`: of all changes, as in '2025-08-17'."""

    penanda: Penanda
    tanggal: str

    def lari(self, revisi: Revision, isi: str) -> str:
        """Runs, in marks if they are new or gone."""
        if not revisi or not isi:
            return isi
        if revisi == "hapus":
            isi = isi.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            isi = isi.replace("<w:instrText ", "<w:delInstrText ").replace("</w:instrText>", "</w:delInstrText>")
        unsur = _UNSUR[revisi]
        return f"<w:{unsur} {self._sifat()}>{isi}</w:{unsur}>"

    def paragraf(self, revisi: Revision) -> str:
        """The property that marks a paragraph's end; it stands behind all others but the section's."""
        return f"<w:rPr>{self.baris(revisi)}</w:rPr>" if revisi else ""

    def baris(self, revisi: Revision) -> str:
        """The property that marks a row; it stands behind all others."""
        return f"<w:{_UNSUR[revisi]} {self._sifat()}/>" if revisi else ""

    def _sifat(self) -> str:
        return f'w:id="{self.penanda.nomor()}" w:author="{PEMBUAT}" w:date="{self.tanggal}T00:00:00Z"'


def seluruhnya(isi: Inlines) -> Revision:
    """What words are as a whole: 'baru' or 'hapus' when only one version has any."""
    if isi and all(isinstance(n, Inserted) for n in isi):
        return "baru"
    return "hapus" if isi and all(isinstance(n, Deleted) for n in isi) else ""


def untuk_tata_letak(isi: str) -> str:
    """The body as LibreOffice is to lay it out: no end of a paragraph is marked, an item that is gone has no number.

    It takes a paragraph without an end for the beginning of the next one, and prints the number that this would have.
    """
    if f'w:author="{PEMBUAT}"' not in isi:
        return isi
    isi = _BUTIR_HAPUS.sub(lambda m: f'<w:pStyle w:val="{gaya_lanjut(int(m[2]))}"/>{m[1]}', isi)
    return _AKHIR.sub("", isi)


def gaya_lanjut(tingkat: int) -> str:
    """The style of an item's further paragraphs, which stand below its words."""
    return f"DaftarLanjut{min(tingkat + 1, 3)}"
