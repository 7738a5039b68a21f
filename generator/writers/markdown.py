"""Document -> Markdown: stable text for git diff, one paragraph or table row per line.

Numbers are written out, page numbers are left out, so that a change of one source line changes one line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.tree.grid import grid
from generator.tree.lists import items
from generator.tree.nodes import (
    Block,
    Caption,
    Cell,
    Chart,
    Contents,
    Diagram,
    Document,
    Emphasis,
    Formula,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    List,
    PageBreak,
    Paragraph,
    Particulars,
    Reference,
    SignatureBlock,
    SignaturePair,
    Strong,
    Table,
    Text,
    Value,
)
from generator.tree.walk import blocks

_LEPAS = str.maketrans({c: "\\" + c for c in "\\`*_{}[]<>#|"})


def tulis_markdown(dokumen: Document) -> str:
    """The whole document."""
    bagian = [f"# {_lepas(dokumen.title)}"]
    for b in blocks(dokumen):
        bagian += _blok(b)
    return "\n\n".join(bagian) + "\n"


def _lepas(teks: str) -> str:
    return teks.translate(_LEPAS)


def _inlines(isi: Iterable[Inline]) -> str:
    hasil: list[str] = []
    for n in isi:
        match n:
            case Text(text) | Value(text=text) | Reference(text=text):
                hasil.append(_lepas(text))
            case Strong(children):
                hasil.append(f"**{_inlines(children)}**")
            case Emphasis(children):
                hasil.append(f"*{_inlines(children)}*")
            case LineBreak():
                hasil.append(" ")
            case Formula(latex):
                hasil.append(f"${latex}$")
    return "".join(hasil)


def _blok(b: Block) -> list[str]:
    match b:
        case Heading():
            nomor = f"{b.prefix} " if b.prefix else ""
            return [f"{'#' * b.level} {_lepas(nomor)}{_inlines(b.content)}"]
        case Paragraph():
            if b.style == "rumus":
                return [f"${_inlines(b.content)}$"]  # displayed
            return [("> " if b.style == "kutipan" else "") + _inlines(b.content)]
        case List():
            return [_daftar(b)]
        case Table():
            return [_takarir(b.caption), "\n".join(_tabel(b)), *_sumber(b.source)]
        case Chart():
            return [_takarir(b.caption), _lepas(b.alt), *_sumber(b.source)]
        case Diagram():
            return [_takarir(b.caption), *(_lepas(d.alt) for d in (b, *b.more)), *_sumber(b.source)]
        case Contents():
            return ["\n".join(f"- {_lepas(f'{e.label} {e.text}'.strip())}" for e in b.entries)] if b.entries else []
        case SignatureBlock():
            return [_baris(b.lines)]
        case SignaturePair(left, right):
            return [*_blok(left), *_blok(right)]
        case Particulars(lines):
            return [_baris((*label, Text(": "), *isi) for label, isi in lines)]
        case PageBreak():
            return []
    raise AssertionError(b)


def _baris(isi: Iterable[Inlines]) -> str:
    """Lines that stay lines; blank ones are left out."""
    return "\\\n".join(_inlines(x) for x in isi if x)


def _takarir(c: Caption) -> str:
    return f"**{c.prefix}** {_inlines(c.title)}" if c.prefix else f"**{_inlines(c.title)}**"


def _sumber(isi: Sequence[Inline]) -> list[str]:
    return [_inlines(isi)] if isi else []


def _daftar(d: List) -> str:
    """A line per paragraph, with the marks that the DOCX prints."""
    return "\n".join(f"{'   ' * i.depth}{i.mark or '  '} {_inlines(i.paragraph.content)}" for i in items(d))


def _tabel(t: Table) -> list[str]:
    """A pipe table; header rows are joined into one, whose merged cells stand at every column."""
    banyak = len(t.widths)
    kepala = [""] * banyak
    for petak in grid([r for r in t.header if r.key != "kolom"], banyak).cells:
        baru = (_inlines(c.content) for c in petak)
        kepala = [a if b in ("", a) else f"{a} – {b}" if a else b for a, b in zip(kepala, baru, strict=True)]
    baris = [f"| {' | '.join(kepala)} |", f"|{'---|' * banyak}"]
    for _, letak in grid(t.rows, banyak).own():
        sel = [""] * banyak
        for p in letak:
            sel[p.column] = _sel(p.cell)
        baris.append(f"| {' | '.join(sel)} |")
    return baris


def _sel(c: Cell) -> str:
    teks = _inlines(c.content)
    return f"**{teks}**" if c.strong and teks else teks
