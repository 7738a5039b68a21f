"""What a person typed: chapters without their expressions, and the text cells of the workbooks, in pieces.

A piece (`Potongan`) is a paragraph, heading, list item or title of a chapter, a text written inside an expression, or a
cell. An expression and a reference stand in it as `NILAI`; emphasis marks are left in `mentah` and out of `teks`.
`cetakan` gives the other side: what paragraphs and titles print, and where typed words and values meet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from typing import Literal, get_args

from generator.model.angka import Lokasi, Teks
from generator.model.kolom import Baris, TeksBoleh, TeksWajib
from generator.periksa.bahan import Bahan
from generator.sources.naskah import Naskah
from generator.tree.nodes import Inlines, plain
from generator.tree.walk import Role, blocks, flat, parts

NILAI = "\ue005"  # no chapter can hold it
PROSA: tuple[Role, ...] = ("heading", "paragraph", "item", "caption", "source")
REGISTER = ("koreksi", "penerimaan")  # they quote faults
Jenis = Literal["teks", "judul", "tetapan", "sel"]

_LABEL = re.compile(r"[ \t]*\{#[a-z0-9][a-z0-9-]*\}[ \t]*$", re.M)
_RUMUS = re.compile(r"^::: rumus[^\n]*\n(.*?)^:::[ \t]*$", re.M | re.S)
_UNGKAPAN = re.compile(r"\{\{(?:\"[^\"]*\"|'[^']*'|.)*?\}\}|\{%(?:\"[^\"]*\"|'[^']*'|.)*?%\}|\{#.*?#\}", re.S)
_KATA_UNGKAPAN = re.compile(r"\"[^\"]*\"|'[^']*'|[^\W\d]\w*|[=!]=|\S")
_RUJUKAN = re.compile(r"(?<!\w)@[a-z]+:[\w-]*\w")
_TANDA_BARIS = re.compile(r"\s*(?:#{1,6}\s+|>\s?|(?:\d+[.)]|[-*])\s+)*")
_DAFTAR = re.compile(r"\s*(?:>|\d+[.)]\s|[-*]\s|#)")
_TEBAL = re.compile(r"(?<!\\)\*+")
_ASING = re.compile(r"(?<![*\\\w])\*(?!\*)[^*\n]+\*(?!\*)|(?<!\w)_[^_\n]+_(?!\w)")
_PROSA = (get_args(TeksWajib)[1], get_args(TeksBoleh)[1])


@dataclass(frozen=True, slots=True)
class Potongan:
    """`asal`: its first line, or its cell. `medan`: 'nomenklatur.nama' of a cell."""

    mentah: str
    asal: Lokasi
    jenis: Jenis
    medan: str = ""

    @property
    def teks(self) -> str:
        """Without emphasis marks."""
        return _TEBAL.sub("", self.mentah) if "*" in self.mentah and self.jenis != "sel" else self.mentah

    @property
    def tanpa_asing(self) -> str:
        """Without what is emphasised: foreign words."""
        return _TEBAL.sub("", _ASING.sub(NILAI, self.mentah)) if self.jenis != "sel" else self.mentah

    def tempat(self, letak: int) -> Lokasi:
        """The place of a character of `teks`."""
        if not self.asal.baris:
            return self.asal
        return Lokasi(self.asal.berkas, baris=self.asal.baris + self.teks.count("\n", 0, letak))


@dataclass(frozen=True, slots=True)
class Cetakan:
    """What a paragraph or title prints. `sambungan`: where one part, typed or a value, meets the next."""

    teks: str
    sambungan: tuple[int, ...]
    asal: Lokasi

    def jendela(self, lebar: int) -> Iterator[tuple[str, int]]:
        """The text around every joint, and where the joint is in it."""
        for letak in self.sambungan:
            awal = max(0, letak - lebar)
            yield self.teks[awal : letak + lebar], letak - awal


# ---------------------------------------------------------------- chapters


@dataclass(frozen=True, slots=True)
class Ketikan:
    """A chapter as typed. `ungkapan`: every name with a code in it, such as hukum["uu-25-2009"], and its line."""

    potongan: tuple[Potongan, ...]
    ungkapan: tuple[tuple[str, str, Lokasi], ...]


@lru_cache(maxsize=64)
def ketikan(n: Naskah) -> Ketikan:
    """The pieces of a chapter."""

    def lokasi(baris: int) -> Lokasi:
        return Lokasi(n.berkas, baris=n.baris_awal + baris - 1)

    isi = _RUMUS.sub(lambda m: m[0].replace(m[1], "\n" * m[1].count("\n"), 1) if m[1] else m[0], n.isi)
    isi = _LABEL.sub("", isi)
    teks, tetapan, ungkapan = _tanpa_ungkapan(isi)
    potongan = [Potongan(n.judul, Lokasi(n.berkas, baris=2), "judul")] if n.judul else []
    potongan += _potong(_RUJUKAN.sub(NILAI, teks), lokasi)
    potongan += (Potongan(t, lokasi(baris), "tetapan") for baris, t in tetapan)
    return Ketikan(tuple(potongan), tuple((nama, kode, lokasi(baris)) for baris, nama, kode in ungkapan))


def _tanpa_ungkapan(teks: str) -> tuple[str, list[tuple[int, str]], list[tuple[int, str, str]]]:
    """The text with `NILAI` for expressions, nothing for statements; texts that expressions print; codes looked up."""
    bagian: list[str] = []
    tetapan: list[tuple[int, str]] = []
    kode: list[tuple[int, str, str]] = []
    ujung, baris = 0, 1
    for m in _UNGKAPAN.finditer(teks):
        baris += teks.count("\n", ujung, m.start())
        bagian += (teks[ujung : m.start()], NILAI if m[0].startswith("{{") else "", "\n" * m[0].count("\n"))
        if not m[0].startswith("{#"):
            for jenis, nama, isi in _teks_ungkapan(m[0][2:-2]):
                if jenis == "kode":
                    kode.append((baris, nama, isi))
                else:
                    tetapan.append((baris, isi))
        baris += m[0].count("\n")
        ujung = m.end()
    return "".join([*bagian, teks[ujung:]]), tetapan, kode


def _teks_ungkapan(isi: str) -> Iterator[tuple[str, str, str]]:
    """('kode', name, code) of every look-up, ('teks', '', words) of every text that is printed, in an expression."""
    nama, sebelum = "", ""
    kurung: list[bool] = []  # of every open bracket, whether a function's
    for kata in _KATA_UNGKAPAN.findall(isi):
        if kata[0] in "\"'":
            if sebelum == "cari":
                yield "kode", nama, kata[1:-1]
            elif not any(kurung) and sebelum not in ("==", "!=", "in"):
                yield "teks", "", kata[1:-1]
            sebelum = "teks"
        elif kata == "[":
            sebelum = "cari" if sebelum in ("nama", "]", ")") else "daftar"
            kurung.append(False)
        elif kata == "(":
            kurung.append(sebelum == "nama")
            sebelum = kata
        elif kata in ("]", ")"):
            if kurung:
                kurung.pop()
            sebelum = kata
        elif kata[0].isalpha() and kata not in ("in", "if", "else", "and", "or", "not"):
            nama, sebelum = kata, "nama"
        else:
            sebelum = kata


def _potong(teks: str, lokasi: Callable[[int], Lokasi]) -> Iterator[Potongan]:
    """Paragraphs, headings, list items and titles of fences; a line of statements ends a paragraph."""
    kini: list[str] = []
    awal, dalam_pagar = 1, False

    def tutup() -> Iterator[Potongan]:
        if kini:
            yield Potongan("\n".join(kini), lokasi(awal), "judul" if dalam_pagar else "teks")
            kini.clear()

    for i, b in enumerate(teks.split("\n"), 1):
        if b.startswith(":::"):
            yield from tutup()
            dalam_pagar = b.strip() != ":::" and not b.startswith("::: jenjang")
            continue
        if not b.strip() or _DAFTAR.match(b) or b.startswith("Sumber:"):
            yield from tutup()
        if b.strip():
            if not kini:
                awal = i
            tanda = _TANDA_BARIS.match(b)
            kini.append(b[tanda.end() if tanda else 0 :].rstrip())
    yield from tutup()


# ---------------------------------------------------------------- cells


def _medan_prosa(jenis: type[Baris]) -> list[str]:
    """The fields of a row that hold words: no codes, choices or numbers."""
    return [n for n, f in jenis.model_fields.items() if any(m in _PROSA for m in f.metadata)]


def potongan_sel(b: Bahan) -> tuple[Potongan, ...]:
    """Every text cell of the document's own workbooks, in the order of the sheets; not the register, not LaTeX."""
    masukan = b.konteks.masukan
    if masukan is None:
        return ()

    def semua() -> Iterator[Potongan]:
        medan_prosa: dict[type[Baris], list[str]] = {}
        for lembar in type(masukan).__slots__:
            if lembar in REGISTER:
                continue
            isi = getattr(masukan, lembar)
            for baris in isi if isinstance(isi, tuple) else (isi,):
                if type(baris) not in medan_prosa:
                    medan_prosa[type(baris)] = _medan_prosa(type(baris))
                for nama in medan_prosa[type(baris)]:
                    teks = getattr(baris, nama)
                    if isinstance(teks, Teks) and teks.asal and f"{lembar}.{nama}" != "rumus.rumus":
                        yield Potongan(str(teks), teks.asal[0], "sel", f"{lembar}.{nama}")

    return b.ingat("potongan sel", lambda: tuple(semua()))


def potongan_naskah(b: Bahan) -> Iterator[Potongan]:
    """All pieces of all chapters."""
    for n in b.naskah:
        yield from ketikan(n).potongan


def semua_potongan(b: Bahan) -> Iterator[Potongan]:
    """Chapters, then workbooks."""
    yield from potongan_naskah(b)
    yield from potongan_sel(b)


# ---------------------------------------------------------------- what is printed


def cetakan(b: Bahan) -> tuple[Cetakan, ...]:
    """Paragraphs, headings, list items and captions as they print; tables and pictures are not prose."""

    def semua() -> Iterator[Cetakan]:
        for bagian in chain.from_iterable(map(parts, blocks(b.dokumen))):
            if bagian.role in PROSA and bagian.asal and bagian.content:
                yield _rangkai(bagian.content, bagian.asal)

    return b.ingat("cetakan", lambda: tuple(semua()))


def _rangkai(isi: Inlines, asal: Lokasi) -> Cetakan:
    bagian = [plain((simpul,)) for simpul in flat(isi)]
    ujung = list(accumulate(map(len, bagian), initial=0))
    return Cetakan("".join(bagian), tuple(ujung[1:-1]), asal)
