"""Blocks -> HTML. Every block says where it comes from in `data-sumber`: the line of the chapter.

Headings open sections that hold all up to the next one of their level or above. Out: flow content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from generator.tree.lists import item_mark, kind_within
from generator.tree.nodes import (
    Block,
    Captioned,
    Chart,
    Contents,
    Diagram,
    Entry,
    Heading,
    List,
    ListItem,
    ListKind,
    PageBreak,
    Paragraph,
    Particulars,
    SignatureBlock,
    SignaturePair,
    Table,
    plain,
)
from generator.tree.walk import asal_of, revision_of
from generator.writers.html.gambar import lukisan
from generator.writers.html.sebaris import Sebaris, sendirian, sifat, tanda_seluruh
from generator.writers.html.tabel import geser, tabel
from generator.writers.xml_text import escape

TINGKAT_TERDALAM = 6
"""HTML has no deeper headings."""
ID_DAFTAR_ISI = "daftar-isi"
_DAFTAR = {"isi": "Daftar isi", "tabel": "Daftar tabel", "gambar": "Daftar gambar", "grafik": "Daftar grafik"}
_BENTUK = {"1.": "", "a.": "huruf", "1)": "kurung", "a)": "huruf kurung"}
"""The class of an ordered list by the mark of its first item."""


class Penulis:
    """Writes the blocks of a document. `id`s are given once each: a second block of the same name has none."""

    def __init__(self, tulis: Sebaris) -> None:
        self.tulis = tulis
        self._nama: set[str] = set()
        self._gambar = 0

    def blok(self, blok: Iterable[Block]) -> Iterator[str]:
        """All of them, in sections."""
        buka: list[int] = []
        for b in blok:
            if isinstance(b, Heading):
                while buka and buka[-1] >= b.level:
                    buka.pop()
                    yield "</section>\n"
                buka.append(b.level)
                yield f'<section class="t{b.level}">\n'
            if html := self.satu(b):
                yield f"{html}\n"
        yield "</section>\n" * len(buka)

    def satu(self, b: Block) -> str:
        """One block, marked where one version only has it."""
        return tanda_seluruh("" if isinstance(b, (List, Table)) else revision_of(b), self._satu(b))

    def _satu(self, b: Block) -> str:
        sumber = self._sumber(b)
        match b:
            case Heading():
                return self._judul(b, sumber)
            case Paragraph():
                return self._paragraf(b, sumber)
            case List():
                return self._daftar(b, 0, "", sumber)
            case Table() | Chart() | Diagram():
                return self._berjudul(b, sumber)
            case SignatureBlock():
                return self._tanda_tangan(b)
            case SignaturePair(left, right):
                isi = self._tanda_tangan(left) + self._tanda_tangan(right)
                return f'<div class="pihak" style="--baris:{len(b.rows)}">{isi}</div>'
            case Particulars(lines):
                isi = "".join(f"<dt>{self.tulis(nama)}</dt><dd>{self.tulis(x)}</dd>" for nama, x in lines)
                return f'<dl class="rincian"{sumber}>{isi}</dl>'
            case Contents():
                return _daftar_isi(b, self._id(ID_DAFTAR_ISI) if b.kind == "isi" else "")
            case PageBreak():
                return '<hr class="halaman">'
        raise AssertionError(b)

    def _sumber(self, b: Block) -> str:
        asal = asal_of(b)
        return sifat(data_sumber=str(asal) if asal else "")

    def _id(self, nama: str) -> str:
        if not nama or nama in self._nama:
            return ""
        self._nama.add(nama)
        return sifat(id=nama)

    # ------------------------------------------------------------ words

    def _judul(self, h: Heading, sumber: str) -> str:
        nomor = f'<span class="nomor">{escape(h.prefix)}</span> ' if h.prefix else ""
        tingkat = h.level + 1  # the title of the document is the first
        lebih = f' aria-level="{tingkat}"' if tingkat > TINGKAT_TERDALAM else ""
        unsur = f"h{min(tingkat, TINGKAT_TERDALAM)}"
        return f"<{unsur}{self._id(h.anchor)}{lebih}{sumber}>{nomor}{self.tulis(h.content)}</{unsur}>"

    def _paragraf(self, p: Paragraph, sumber: str) -> str:
        isi = self.tulis(p.content)
        if sendirian(p.content):
            kelas = "rumus" if p.style == "rumus" else "rumus kiri"
            return f'<div class="{kelas}" tabindex="0"{sumber}>{isi}</div>'
        if p.style == "kutipan":
            return f"<blockquote{sumber}><p>{isi}</p></blockquote>"
        return f"<p{sifat(class_='' if p.style == 'badan' else p.style)}{sumber}>{isi}</p>"

    def _daftar(self, d: List, dalam: int, luar: ListKind | Literal[""], sumber: str = "") -> str:
        jenis = kind_within(d, luar)
        butir = "".join(self._butir(x, dalam, jenis) for x in d.items)
        if jenis == "butir":
            return f"<ul{sumber}>{butir}</ul>"
        kelas = "jenjang" if jenis == "jenjang" else _BENTUK[item_mark(jenis, dalam, 1, "")]
        return f"<ol{sifat(class_=kelas)}{sumber}>{butir}</ol>"

    def _butir(self, item: ListItem, dalam: int, jenis: ListKind) -> str:
        """An item; a single paragraph needs no element of its own."""
        hapus = all(revision_of(b) == "hapus" for b in item.blocks)
        kelas = sifat(class_="hapus" if hapus and item.blocks else "")
        match item.blocks:
            case (Paragraph() as p, *lain) if all(isinstance(x, List) for x in lain):
                awal = tanda_seluruh(p.revision, self.tulis(p.content))
                sisa: Sequence[Block] = lain
                sumber = self._sumber(p)
            case _:
                awal, sisa, sumber = "", item.blocks, ""
        isi = "".join(self._daftar(b, dalam + 1, jenis) if isinstance(b, List) else self.satu(b) for b in sisa)
        return f"<li{kelas}{sumber}>{awal}{isi}</li>"

    def _tanda_tangan(self, s: SignatureBlock) -> str:
        """A line for each part, blank ones too: two signatures stand level."""
        kelas = ("tempat", "jabatan", "nama titik" if s.by_hand else "nama")
        baris = zip((*kelas, *[""] * len(s.details)), s.lines, strict=True)
        return f'<div class="ttd">{"".join(f"<p{sifat(class_=k)}>{self.tulis(x)}</p>" for k, x in baris)}</div>'

    # ------------------------------------------------------------ tables and pictures

    def _berjudul(self, b: Captioned, sumber: str) -> str:
        """A figure of a caption, what it is of, and its source."""
        c = b.caption
        takarir = f'<span class="nomor">{escape(c.prefix)}</span> {self.tulis(c.title)}' if c.prefix else ""
        asal = f'<p class="sumber">{self.tulis(b.source)}</p>' if b.source else ""
        awal = f'<figure class="{c.kind}"{self._id(c.anchor)}{sumber}>'
        nama = c.prefix or plain(c.title)
        if isinstance(b, Table):
            judul = tanda_seluruh(c.revision, takarir)
            return f"{awal}{geser(tabel(b, self.tulis, judul), nama)}{tanda_seluruh(c.revision, asal)}</figure>"
        self._gambar += 1
        gambar = geser(lukisan(b, f"lukisan-{self._gambar}", asal=self.tulis.asal), nama)
        return f"{awal}<figcaption>{takarir}</figcaption>{gambar}{asal}</figure>"


def _daftar_isi(c: Contents, id_: str) -> str:
    nama = _DAFTAR[c.kind]
    if not c.entries:
        return f'<nav aria-label="{nama}"><p>Tidak ada.</p></nav>'
    return f'<nav{id_} aria-label="{nama}">{"".join(senarai(c.entries))}</nav>'


def senarai(entri: Iterable[Entry], sampai: int = TINGKAT_TERDALAM) -> Iterator[str]:
    """Entries as lists of links, those of a deeper level within the one above. `sampai`: the deepest level."""
    dalam: list[int] = []
    for e in (e for e in entri if e.level <= sampai):
        while len(dalam) > 1 and e.level < dalam[-1]:
            dalam.pop()
            yield "</li></ol>"
        if not dalam or e.level > dalam[-1]:
            dalam.append(e.level)
            yield '<ol class="senarai">'
        else:
            yield "</li>"
        label = f'<span class="nomor">{escape(e.label)}</span> ' if e.label else ""
        yield f'<li><a href="#{escape(e.anchor)}">{label}{escape(e.text)}</a>'
    yield "</li></ol>" * len(dalam)
