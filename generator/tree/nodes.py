"""The document tree: what every writer prints. Frozen; numbered and resolved before a writer sees it.

Document > Section > blocks > inlines. Nothing here knows a plan, a workbook or a file format.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal

from generator.model.angka import Angka, Lokasi

# ---------------------------------------------------------------- inlines


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A printed value: its text as formatted, the number behind it (if it is one) and its origins."""

    text: str
    angka: Angka | None = None
    asal: tuple[Lokasi, ...] = ()


@dataclass(frozen=True, slots=True)
class LineBreak:
    pass


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference. `target` is a label such as 'tabel:sarana'; `text` is filled when all is numbered."""

    target: str
    text: str = ""
    asal: Lokasi | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, made by `tree.rumus`; `text` says it in words on one line. Alone in its place it is displayed."""

    latex: str
    text: str
    asal: Lokasi | None = None


@dataclass(frozen=True, slots=True)
class Inserted:
    """Words that the older of two versions does not have."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """Words that the newer of two versions does not have."""

    children: tuple[Inline, ...]


Inline = Text | Strong | Emphasis | Value | LineBreak | Reference | Formula | Inserted | Deleted
Inlines = tuple[Inline, ...]

Revision = Literal["", "baru", "hapus"]
"""Of a block or row as a whole, between two versions: in both, in the newer only, in the older only."""

# ---------------------------------------------------------------- blocks

Kind = Literal["tabel", "grafik", "gambar", "kotak"]
"""A 'kotak' is a table without number or printed caption."""
SEBUTAN: dict[Kind, str] = {"tabel": "Tabel", "grafik": "Grafik", "gambar": "Gambar"}
"""How a caption of each kind begins."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is a chapter. `number` is '' for front matter, 'II' for a chapter, 'I' for an annex, '2.1.' below it.

    `label` is what references call it, `anchor` the name that contents point at, `word` what stands before the number
    of a chapter ('BAB') or an annex ('LAMPIRAN').
    """

    level: int
    content: Inlines
    label: str = ""
    number: str = ""
    anchor: str = ""
    asal: Lokasi | None = None
    word: str = ""
    revision: Revision = ""

    @property
    def prefix(self) -> str:
        """What is printed before the title: 'BAB II', '2.1.' or nothing."""
        return f"{self.word} {self.number}".strip()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`style` is a role ('badan', 'sumber', 'kutipan'), which the writer maps to a style of its own."""

    content: Inlines
    style: str = "badan"
    asal: Lokasi | None = None
    revision: Revision = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    blocks: tuple[Paragraph | List, ...]


ListKind = Literal["angka", "huruf", "jenjang", "butir"]
"""The sequence of marks: 'angka' (1. then a. then 1)), 'huruf' (a. then 1)), 'jenjang' (1. then 1.1. then 1.1.1.)."""


@dataclass(frozen=True, slots=True)
class List:
    kind: ListKind
    items: tuple[ListItem, ...]


Align = Literal["kiri", "tengah", "kanan"]


@dataclass(frozen=True, slots=True)
class Cell:
    """`col_span`/`row_span` count columns and rows; a covered place has no Cell. `strong` marks totals and groups."""

    content: Inlines
    align: Align = "kiri"
    col_span: int = 1
    row_span: int = 1
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`key` identifies the row between versions: a code or an id. `keep`: it stays on the page of the next row."""

    key: str
    cells: tuple[Cell, ...]
    keep: bool = False
    revision: Revision = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """`number` is '2.7'; `first` when it restarts its kind's count in the chapter; `anchor` as of headings.

    `revision` is that of the whole table or picture.
    """

    kind: Kind
    name: str
    title: Inlines
    number: str = ""
    first: bool = False
    anchor: str = ""
    asal: Lokasi | None = None
    revision: Revision = ""

    @property
    def prefix(self) -> str:
        """What is printed before the title: 'Tabel 2.7'; nothing for a box."""
        return f"{SEBUTAN[self.kind]} {self.number}" if self.kind in SEBUTAN else ""

    @property
    def label(self) -> str:
        """What references call it: 'tabel:sarana'."""
        return f"{self.kind}:{self.name}"


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are relative. `header` rows repeat on every page. `size` chooses the writer's letter size.

    `keep_before`: the paragraph before stays on its page.
    """

    caption: Caption
    widths: tuple[float, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    source: Inlines = ()
    landscape: bool = False
    size: Literal["biasa", "kecil", "renik"] = "biasa"
    keep_before: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: tuple[Angka, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A clustered column chart: one value per category and series; `horizontal`: of bars, read by their labels alone.

    `grid`: lines across the columns, which a label may stand on.
    """

    caption: Caption
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    value_title: str = ""
    source: Inlines = ()
    horizontal: bool = False
    grid: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a diagram, its first `strong` lines bold, made of `values`. Units: points, origin top left.

    'judul' names a column or a frame; 'kelompok' is a frame, drawn behind the boxes and lines that stand in it.
    """

    key: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    role: Literal["utama", "biasa", "lemah", "judul", "kelompok"] = "biasa"
    strong: int = 0
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A polyline of a diagram, in points."""

    points: tuple[tuple[float, float], ...]
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """A laid-out vector picture of boxes and lines. `more` are its further pages: pictures printed below it in turn,
    without captions and sources of their own.
    """

    caption: Caption
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float
    alt: str
    font_size: float = 9
    source: Inlines = ()
    landscape: bool = False
    more: tuple[Diagram, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Place and date, title, name, further lines (rank, NIP). Kept on one page.

    `by_hand`: the name is a dotted line to write on.
    """

    place_date: Inlines
    title: Inlines
    name: Inlines
    details: tuple[Inlines, ...]
    revision: Revision = ""
    by_hand: bool = False

    @property
    def lines(self) -> tuple[Inlines, ...]:
        """What is printed from top to bottom."""
        return (self.place_date, self.title, self.name, *self.details)


@dataclass(frozen=True, slots=True)
class SignaturePair:
    """Two signatures side by side, of which only the right one says place and date. Kept on one page."""

    left: SignatureBlock
    right: SignatureBlock
    revision: Revision = ""

    @property
    def rows(self) -> tuple[tuple[Inlines, Inlines], ...]:
        """What stands side by side: place and date, titles, names, further lines."""
        details = zip_longest(self.left.details, self.right.details, fillvalue=())
        head = ((s.place_date, s.title, s.name) for s in (self.left, self.right))
        return (*zip(*head, strict=True), *details)


@dataclass(frozen=True, slots=True)
class Particulars:
    """Lines of a label and what it says, set in two columns: 'Nama', 'Jabatan' of a person."""

    lines: tuple[tuple[Inlines, Inlines], ...]
    asal: Lokasi | None = None
    revision: Revision = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list of contents. `anchor` is the bookmark it points at."""

    level: int
    label: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Contents:
    """`kind` 'isi' lists headings; 'tabel', 'gambar', 'grafik' list captions. Filled when all is numbered."""

    kind: Literal["isi", "tabel", "gambar", "grafik"]
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Captioned = Table | Chart | Diagram
"""What a caption stands at."""

Block = Heading | Paragraph | List | Captioned | SignatureBlock | SignaturePair | Particulars | Contents | PageBreak

# ---------------------------------------------------------------- document


@dataclass(frozen=True, slots=True)
class Section:
    """`numbering` of pages: 'romawi' or 'angka'; `restart` begins again at 1."""

    blocks: tuple[Block, ...]
    numbering: Literal["romawi", "angka"] = "angka"
    restart: bool = False
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """`meta` fills the cover, header, footer and file properties: plain strings by name."""

    title: str
    sections: tuple[Section, ...]
    meta: dict[str, str] = field(default_factory=dict)


def plain(content: Inlines, *, deleted: bool = False) -> str:
    """The words of inlines without marks; with `deleted` those that are gone too, as a redline prints them."""
    parts: list[str] = []
    for node in content:
        match node:
            case Text(text) | Value(text=text) | Reference(text=text) | Formula(text=text):
                parts.append(text)
            case Strong(children) | Emphasis(children) | Inserted(children):
                parts.append(plain(children, deleted=deleted))
            case Deleted(children):
                parts.append(plain(children) if deleted else "")
            case LineBreak():
                parts.append(" ")
    return "".join(parts)
