"""Inlines -> runs, fields, bookmarks and links, as strings of WordprocessingML."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.tree.nodes import (
    Align,
    Deleted,
    Emphasis,
    Formula,
    Inline,
    Inserted,
    LineBreak,
    Reference,
    Revision,
    Strong,
    Text,
    Value,
)
from generator.writers.xml_text import escape

NBSP = "\u00a0"  # keeps a label and its number on one line
_TERIKAT = re.compile(
    r"(?<=\d) (?=\()|(?<=\bNomor) (?=\d)|(?<=\bPasal) (?=\d)|(?<=\bayat) (?=\()|(?<=\bhuruf) (?=[a-z]\b)"
)
BUKA_RUMUS, ANTARA_RUMUS, TUTUP_RUMUS = "\ue040", "\ue041", "\ue042"
BATAS_NAMA = 40  # Word's limit for names of bookmarks
_TAK_TERCETAK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")
_POLOS = re.compile("[a-z]+:[a-z0-9-]+")  # labels whose names cannot meet
_NOMOR = re.compile(r"[\d.]+")


def bersih(text: str) -> str:
    """Without what XML cannot hold and without private-use characters, of which the writer's own marks are."""
    return _TAK_TERCETAK.sub("", text)


def bookmark(label: str) -> str:
    """The bookmark of a label such as 'tabel:sarana', at most 40 characters, unique for unique labels.

    Word does not tell capitals from small letters in these names.
    """
    nama = "_Ref_" + re.sub(r"[^A-Za-z0-9]", "_", label)
    if len(nama) <= BATAS_NAMA and _POLOS.fullmatch(label):
        return nama
    return nama[:31] + "_" + hashlib.sha256(label.encode(errors="backslashreplace")).hexdigest()[:8]


def run(text: str, style: str = "") -> str:
    """A run; a character style or none."""
    if not text:
        return ""
    gaya = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{gaya}<w:t xml:space="preserve">{escape(bersih(text))}</w:t></w:r>'


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
    """Gives bookmarks and tracked changes their numbers."""

    terakhir: int = 0

    def nomor(self) -> int:
        """The next number."""
        self.terakhir += 1
        return self.terakhir

    def pasangan(self, nama: str) -> tuple[str, str]:
        """The start and the end of a bookmark."""
        n = self.nomor()
        return f'<w:bookmarkStart w:id="{n}" w:name="{escape(nama)}"/>', f'<w:bookmarkEnd w:id="{n}"/>'

    def bungkus(self, nama: str, isi: str) -> str:
        """`isi` between the start and the end of a bookmark."""
        buka, tutup = self.pasangan(nama)
        return f"{buka}{isi}{tutup}"


def _rujukan(r: Reference, style: str) -> str:
    r"""'Tabel ' and so on stand inside the bookmark, 'Bab ' and 'Lampiran ' outside it (the heading prints capitals).

    A section's number is \n, as the heading prints it: \r would put '1.2.2.1.' before a point numbered '2.'. A section
    without a number is called by its words.
    """
    nama, teks = bookmark(r.target), bersih(r.text)
    if r.target.startswith(("bab:", "lampiran:")):
        kata, _, nomor = teks.rpartition(" ")
        return run(f"{kata}{NBSP}", style) + field(f"REF {nama} \\h", nomor, style)
    if r.target.startswith("bagian:"):
        return field(f"REF {nama} \\n \\h" if _NOMOR.fullmatch(teks) else f"REF {nama} \\h", teks, style)
    return field(f"REF {nama} \\h", teks.replace(" ", NBSP), style)


def rumus(f: Formula, rata: Align | None = None, lebar: int = 0) -> str:
    """The mark of a formula (see `omml`): within words, or with `rata` displayed in a place `lebar` twentieths wide."""
    isi = (escape(bersih(f.latex)), rata or "", str(lebar), escape(bersih(str(f.asal or "-"))))
    return f"{BUKA_RUMUS}{ANTARA_RUMUS.join(isi)}{TUTUP_RUMUS}"


def _gabung(luar: str, dalam: str) -> str:
    """The character style of strong within emphasis, or the other way round."""
    return dalam if luar in ("", dalam) else "StrongEmphasis"


def tanpa_tanda(_: Value, isi: str) -> str:
    """The runs of a value as they are."""
    return isi


def _tanpa_revisi(_: Revision, isi: str) -> str:
    raise AssertionError(f"perubahan tanpa penanda: {isi}")


def inlines(
    isi: Iterable[Inline],
    style: str = "",
    tandai: Callable[[Value, str], str] = tanpa_tanda,
    revisi: Callable[[Revision, str], str] = _tanpa_revisi,
) -> str:
    """Runs of inlines; `style` is the character style around them, `tandai` wraps the run of a value and `revisi` runs
    that were inserted or deleted.
    """
    hasil: list[str] = []
    for n in isi:
        match n:
            case Text(text):
                hasil.append(run(_TERIKAT.sub(NBSP, text), style))
            case Value(text=text):
                hasil.append(tandai(n, run(_TERIKAT.sub(NBSP, text), style)))
            case Strong(children):
                hasil.append(inlines(children, _gabung(style, "Strong"), tandai, revisi))
            case Emphasis(children):
                hasil.append(inlines(children, _gabung(style, "Emphasis"), tandai, revisi))
            case Inserted(children):
                hasil.append(revisi("baru", inlines(children, style, tandai)))
            case Deleted(children):
                hasil.append(revisi("hapus", inlines(children, style)))
            case LineBreak():
                hasil.append("<w:r><w:br/></w:r>")
            case Reference():
                hasil.append(_rujukan(n, style))
            case Formula():
                hasil.append(rumus(n))
    return "".join(hasil)


def paragraf(style: str, isi: str, tambahan: str = "") -> str:
    """A paragraph; `tambahan` are further properties in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tambahan}</w:pPr>{isi}</w:p>'
