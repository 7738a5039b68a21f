"""Numbers headings and captions, resolves references, fills lists of contents. Two passes over the blocks.

In: blocks in order. Out: the same blocks, numbered; what is wrong is a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.temuan import Kumpulan
from generator.tree.format import romawi
from generator.tree.nodes import (
    SEBUTAN,
    Block,
    Caption,
    Cell,
    Chart,
    Contents,
    Diagram,
    Emphasis,
    Entry,
    Heading,
    Inline,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Particulars,
    Reference,
    Row,
    Strong,
    Table,
    plain,
)

TINGKAT_DAFTAR_ISI = 4
AWALAN_LAMPIRAN = "L"


@dataclass
class _Nomor:
    """What has been numbered so far. `sebutan`: how a reference to a label reads; `awalan`: of captions' numbers."""

    temuan: Kumpulan
    bab: int = 0
    lampiran: int = 0
    awalan: str = ""
    hitungan: list[int] = field(default_factory=lambda: [0] * 7)
    urutan: dict[str, int] = field(default_factory=dict)
    sebutan: dict[str, str] = field(default_factory=dict)
    entri: dict[str, list[Entry]] = field(default_factory=lambda: {k: [] for k in ("isi", *SEBUTAN)})
    dirujuk: set[str] = field(default_factory=set)

    def _catat(self, label: str, sebutan: str, asal: object) -> None:
        if label in self.sebutan:
            self.temuan.tambah("label-ganda", asal or "-", f'"{label}" sudah dipakai')
        self.sebutan[label] = sebutan

    def judul(self, h: Heading) -> Heading:
        anchor = f"_Toc_judul_{len(self.entri['isi']) + self.hitungan[0]:04d}"
        self.hitungan[0] += 1  # headings below the list of contents need anchors of their own too
        if h.level == 1:
            self.hitungan[2:] = [0] * 5
            h = self._bab(h)
            nomor, label = h.number, h.prefix
        else:
            self.hitungan[h.level] += 1
            self.hitungan[h.level + 1 :] = [0] * (6 - h.level)
            awal = [self.bab, *self.hitungan[2 : h.level + 1]] if h.level < 5 else self.hitungan[5 : h.level + 1]
            label = nomor = ".".join(map(str, awal)) + "." if self.bab and not self.lampiran else ""
            if h.label:
                self._catat(h.label, nomor.rstrip(".") or plain(h.content), h.asal)
        if h.level <= TINGKAT_DAFTAR_ISI:
            self.entri["isi"].append(Entry(h.level, label, plain(h.content), anchor))
        return replace(h, number=nomor, anchor=anchor)

    def _bab(self, h: Heading) -> Heading:
        """A chapter or an annex with its number; front matter has none. Captions of all annexes count on: 'L.1'."""
        if h.label.startswith("lampiran:"):
            self.lampiran += 1
            if self.awalan != AWALAN_LAMPIRAN:
                self.awalan, self.urutan = AWALAN_LAMPIRAN, {}
            h = replace(h, number=romawi(self.lampiran), word="LAMPIRAN")
        elif h.label:
            self.bab += 1
            self.awalan, self.urutan = str(self.bab), {}
            h = replace(h, number=romawi(self.bab), word="BAB")
        if h.label:
            self._catat(h.label, f"{h.word.title()} {h.number}", h.asal)
        return h

    def judul_gambar(self, c: Caption) -> Caption:
        if not self.awalan:
            self.temuan.tambah("pagar-salah", c.asal or "-", f"{SEBUTAN[c.kind].lower()} hanya boleh di dalam bab")
        urut = self.urutan[c.kind] = self.urutan.get(c.kind, 0) + 1
        nomor = f"{self.awalan}.{urut}"
        self._catat(f"{c.kind}:{c.name}", f"{SEBUTAN[c.kind]} {nomor}", c.asal)
        anchor = f"_Toc_{c.kind}_{self.awalan}_{urut}"
        self.entri[c.kind].append(Entry(1, f"{SEBUTAN[c.kind]} {nomor}", plain(c.title), anchor))
        return replace(c, number=nomor, first=urut == 1, anchor=anchor)

    def rujukan(self, r: Reference) -> Reference:
        self.dirujuk.add(r.target)
        if r.target not in self.sebutan:
            jenis = r.target.partition(":")[0]
            ada = [t.partition(":")[2] for t in self.sebutan if t.startswith(f"{jenis}:")]
            pesan = f"@{r.target} tidak ada; yang ada: {', '.join(ada) or 'tidak satu pun'}"
            self.temuan.tambah("rujukan-asing", r.asal or "-", pesan)
        return replace(r, text=self.sebutan.get(r.target, "?"))


def nomori(blok: Sequence[Block], temuan: Kumpulan) -> list[Block]:
    """The blocks numbered and resolved."""
    nomor = _Nomor(temuan)
    bernomor: list[Block] = []
    for b in blok:
        if isinstance(b, Heading):
            bernomor.append(nomor.judul(b))
        elif isinstance(b, (Table, Chart, Diagram)) and b.caption.kind != "kotak":
            bernomor.append(replace(b, caption=nomor.judul_gambar(b.caption)))
        else:
            bernomor.append(b)
    hasil = [_isi(b, nomor) for b in bernomor]
    for b in hasil:
        if isinstance(b, (Table, Chart, Diagram)) and b.caption.kind != "kotak":
            label = f"{b.caption.kind}:{b.caption.name}"
            if label not in nomor.dirujuk:
                pesan = f"{SEBUTAN[b.caption.kind]} {b.caption.number} tidak dirujuk dengan @{label}"
                temuan.tambah("tidak-dirujuk", b.caption.asal or "-", pesan)
    return hasil


def _isi(b: Block, n: _Nomor) -> Block:
    """A block with its references resolved and its contents filled."""
    match b:
        case Contents():
            return replace(b, entries=tuple(n.entri[b.kind]))
        case Heading() | Paragraph():
            return replace(b, content=_inlines(b.content, n.rujukan))
        case List():
            return _daftar(b, n)
        case Table():
            tabel = replace(b, caption=_judul(b.caption, n), source=_inlines(b.source, n.rujukan))
            return replace(tabel, header=_baris(b.header, n), rows=_baris(b.rows, n))
        case Chart() | Diagram():
            return replace(b, caption=_judul(b.caption, n), source=_inlines(b.source, n.rujukan))
        case Particulars():
            isi = ((_inlines(nama, n.rujukan), _inlines(isi, n.rujukan)) for nama, isi in b.lines)
            return replace(b, lines=tuple(isi))
    return b


def _judul(c: Caption, n: _Nomor) -> Caption:
    return replace(c, title=_inlines(c.title, n.rujukan))


def _daftar(b: List, n: _Nomor) -> List:
    def isi(blok: Paragraph | List) -> Paragraph | List:
        return _daftar(blok, n) if isinstance(blok, List) else replace(blok, content=_inlines(blok.content, n.rujukan))

    return List(b.kind, tuple(ListItem(tuple(isi(x) for x in item.blocks)) for item in b.items))


def _baris(baris: Iterable[Row], n: _Nomor) -> tuple[Row, ...]:
    def sel(c: Cell) -> Cell:
        return replace(c, content=_inlines(c.content, n.rujukan)) if any(_ada_rujukan(x) for x in c.content) else c

    return tuple(replace(r, cells=tuple(sel(c) for c in r.cells)) for r in baris)


def _ada_rujukan(i: Inline) -> bool:
    return isinstance(i, Reference) or (isinstance(i, (Strong, Emphasis)) and any(map(_ada_rujukan, i.children)))


def _inlines(isi: Inlines, ubah: Callable[[Reference], Reference]) -> Inlines:
    def satu(i: Inline) -> Inline:
        if isinstance(i, Reference):
            return ubah(i)
        if isinstance(i, (Strong, Emphasis)):
            return replace(i, children=_inlines(i.children, ubah))
        return i

    return tuple(map(satu, isi))
