"""Numbers headings and captions, resolves references, fills lists of contents. Two passes over the blocks.

In: blocks in order. Out: the same blocks, numbered; what is wrong is a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.temuan import Kumpulan
from generator.tree.format import romawi
from generator.tree.nodes import (
    SEBUTAN,
    Block,
    Caption,
    Captioned,
    Contents,
    Entry,
    Heading,
    Inline,
    Reference,
    plain,
)
from generator.tree.walk import map_inlines, map_texts

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
        anchor = f"_Toc_{c.kind}_{self.awalan}_{urut}"
        c = replace(c, number=f"{self.awalan}.{urut}", first=urut == 1, anchor=anchor)
        self._catat(c.label, c.prefix, c.asal)
        self.entri[c.kind].append(Entry(1, c.prefix, plain(c.title), anchor))
        return c

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
        elif isinstance(b, Captioned) and b.caption.kind != "kotak":
            bernomor.append(replace(b, caption=nomor.judul_gambar(b.caption)))
        else:
            bernomor.append(b)
    hasil = [_isi(b, nomor) for b in bernomor]
    for b in hasil:
        if isinstance(b, Captioned) and b.caption.kind != "kotak" and b.caption.label not in nomor.dirujuk:
            pesan = f"{b.caption.prefix} tidak dirujuk dengan @{b.caption.label}"
            temuan.tambah("tidak-dirujuk", b.caption.asal or "-", pesan)
    return hasil


def _isi(b: Block, n: _Nomor) -> Block:
    """A block with its references resolved and its contents filled."""

    def resolve(node: Inline) -> Inline:
        return n.rujukan(node) if isinstance(node, Reference) else node

    if isinstance(b, Contents):
        return replace(b, entries=tuple(n.entri[b.kind]))
    return map_texts(b, lambda content: map_inlines(content, resolve))
