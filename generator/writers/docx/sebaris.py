"""Inlines -> runs, fields, bookmarks and links, as strings of WordprocessingML."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.document.nodes import Emphasis, Inline, LineBreak, Reference, Strong, Text, Value
from generator.writers.xml_text import escape

BATAS_NAMA = 40  # Word's limit for names of bookmarks


def bookmark(label: str) -> str:
    """The bookmark of a label such as 'tabel:sarana', at most 40 characters, unique for unique labels."""
    nama = "_Ref_" + re.sub(r"[^A-Za-z0-9]", "_", label)
    if len(nama) <= BATAS_NAMA and label.isascii() and "_" not in label:
        return nama
    return nama[:31] + "_" + hashlib.sha256(label.encode()).hexdigest()[:8]


def run(text: str, style: str = "") -> str:
    """A run; a character style or none."""
    if not text:
        return ""
    gaya = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{gaya}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(code: str, cached: str, style: str = "") -> str:
    """A complex field with its cached text."""
    gaya = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return (
        f'<w:r>{gaya}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{gaya}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r>{gaya}<w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r>{gaya}<w:t xml:space="preserve">{escape(cached)}</w:t></w:r>'
        f'<w:r>{gaya}<w:fldChar w:fldCharType="end"/></w:r>'
    )


@dataclass
class Penanda:
    """Gives bookmarks their numbers."""

    terakhir: int = 0

    def bungkus(self, nama: str, isi: str) -> str:
        """`isi` between the start and the end of a bookmark."""
        self.terakhir += 1
        n = self.terakhir
        return f'<w:bookmarkStart w:id="{n}" w:name="{escape(nama)}"/>{isi}<w:bookmarkEnd w:id="{n}"/>'


def _rujukan(r: Reference, style: str) -> str:
    """'Tabel ' and so on stand inside the bookmark, 'Bab ' outside it (the chapter prints BAB)."""
    nama = bookmark(r.target)
    if r.target.startswith("bab:"):
        kata, _, nomor = r.text.rpartition(" ")
        return run(f"{kata} ", style) + field(f"REF {nama} \\h", nomor, style)
    if r.target.startswith("bagian:"):
        return field(f"REF {nama} \\r \\h", r.text, style)
    return field(f"REF {nama} \\h", r.text, style)


def inlines(isi: Iterable[Inline], style: str = "") -> str:
    """Runs of inlines; `style` is the character style around them."""
    hasil: list[str] = []
    for n in isi:
        match n:
            case Text(text) | Value(text=text):
                hasil.append(run(text, style))
            case Strong(children):
                hasil.append(inlines(children, "Strong"))
            case Emphasis(children):
                hasil.append(inlines(children, "Emphasis"))
            case LineBreak():
                hasil.append("<w:r><w:br/></w:r>")
            case Reference():
                hasil.append(_rujukan(n, style))
    return "".join(hasil)


def paragraf(style: str, isi: str, tambahan: str = "") -> str:
    """A paragraph; `tambahan` are further properties in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tambahan}</w:pPr>{isi}</w:p>'
