"""Document -> Markdown: stable text for git diff, one paragraph or table row per line.

Numbers are written out, page numbers are left out, so that a change of one source line changes one line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.tree.nodes import (
    SEBUTAN,
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
    Row,
    SignatureBlock,
    SignaturePair,
    Strong,
    Table,
    Text,
    Value,
)

_LEPAS = str.maketrans({c: "\\" + c for c in "\\`*_{}[]<>#|"})


def tulis_markdown(dokumen: Document) -> str:
    """The whole document."""
    bagian = [f"# {_lepas(dokumen.title)}"]
    for s in dokumen.sections:
        for b in s.blocks:
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
            return ["\n".join(_daftar(b, ""))]
        case Table():
            return [_takarir(b.caption), "\n".join(_tabel(b)), *_sumber(b.source)]
        case Chart():
            return [_takarir(b.caption), _lepas(b.alt), *_sumber(b.source)]
        case Diagram():
            return [_takarir(b.caption), *(_lepas(d.alt) for d in (b, *b.more)), *_sumber(b.source)]
        case Contents():
            return ["\n".join(f"- {_lepas(f'{e.label} {e.text}'.strip())}" for e in b.entries)] if b.entries else []
        case SignatureBlock():
            return [_baris((b.place_date, b.title, b.name, *b.details))]
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
    if c.kind == "kotak":
        return f"**{_inlines(c.title)}**"
    return f"**{SEBUTAN[c.kind]} {c.number}** {_inlines(c.title)}"


def _sumber(isi: Sequence[Inline]) -> list[str]:
    return [_inlines(isi)] if isi else []


def tanda_butir(jenis: str, tingkat: int, urut: int, atas: str) -> str:
    """The mark of an item: 1. a. 1) a) for 'angka', a. 1) a) 1. for 'huruf', 1. 1.1. 1.1.1. for 'jenjang', - for
    'butir'; `atas` is the mark of the item around it."""
    if jenis == "jenjang":
        return f"{atas}{urut}."
    if jenis == "butir":
        return "-"
    huruf = chr(96 + urut) if urut < 27 else str(urut)
    return (f"{urut}.", f"{huruf}.", f"{urut})", f"{huruf})")[(tingkat + (jenis == "huruf")) % 4]


def _daftar(d: List, awal: str, tingkat: int = 0, induk: str = "", atas: str = "") -> list[str]:
    """Nested ordered lists go on with the marks of the list around them, as in the DOCX."""
    jenis = induk if induk not in ("", "butir") and d.kind != "butir" else d.kind
    baris: list[str] = []
    for i, item in enumerate(d.items, 1):
        tanda = tanda_butir(jenis, tingkat, i, atas)
        pertama = True
        for b in item.blocks:
            if isinstance(b, List):
                baris += _daftar(b, awal + "   ", tingkat + 1, jenis, tanda)
            else:
                baris.append(f"{awal}{tanda if pertama else '  '} {_inlines(b.content)}")
                pertama = False
    return baris


def _tabel(t: Table) -> list[str]:
    """A pipe table; header rows are joined into one."""
    banyak = len(t.widths)
    kepala = [""] * banyak
    for sel in _petak([r for r in t.header if r.key != "kolom"], banyak, ulang=True):
        kepala = [a if b in ("", a) else f"{a} – {b}" if a else b for a, b in zip(kepala, sel, strict=True)]
    baris = [f"| {' | '.join(kepala)} |", f"|{'---|' * banyak}"]
    baris += [f"| {' | '.join(sel)} |" for sel in _petak(t.rows, banyak, ulang=False)]
    return baris


def _petak(baris: Sequence[Row], banyak: int, *, ulang: bool) -> list[list[str]]:
    """Every row with one text per column; merged places repeat the text (`ulang`) or stay empty."""
    hasil: list[list[str]] = []
    turun: dict[int, tuple[int, str]] = {}
    for r in baris:
        petak: list[str] = []
        antre = list(r.cells)
        while len(petak) < banyak:
            k = len(petak)
            if k in turun:
                sisa, teks = turun.pop(k)
                if sisa > 1:
                    turun[k] = (sisa - 1, teks)
                petak.append(teks if ulang else "")
                continue
            sel = antre.pop(0) if antre else Cell(())
            teks = _inlines(sel.content)
            if sel.strong and not ulang and teks:
                teks = f"**{teks}**"
            for i in range(sel.col_span):
                if sel.row_span > 1:
                    turun[k + i] = (sel.row_span - 1, teks)
                petak.append(teks if i == 0 or ulang else "")
        hasil.append(petak[:banyak])
    return hasil
