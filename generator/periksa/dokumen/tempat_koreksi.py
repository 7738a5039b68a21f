"""Where a row of the register points: "Tabel 4.3, 7.01.06.2.01, pagu 2027" -> the words printed there.

A place is a list of parts between commas. The first ones name chapters ("Bab II"), parts ("2.1.3"), captions ("Tabel
2.7", "Tabel 2.1 sampai dengan Tabel 2.10", "Kotak indikator ikm") or front matter by its title; the finest of them
counts, and none means the whole document. The following parts may name a list item with text below it, by its first
words. In tables they may name a row, by its key, the words of one of its cells or its number ("baris 2"), a column, by
words of its heading ("pagu 2027"), or "judul", "sumber", "kepala kolom" (of some columns: "kepala kolom rasio"),
"nomor kolom". Whatever is not understood narrows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import BARIS_NOMOR_KOLOM, bagian_bagian
from generator.tree.format import romawi
from generator.tree.grid import grid
from generator.tree.lists import Item, items
from generator.tree.nodes import Block, Captioned, Document, List, Table, plain
from generator.tree.walk import blocks, lines, row_line

_JENIS = ("Tabel", "Grafik", "Gambar")
_BERGAMBAR = re.compile(rf"({'|'.join(_JENIS)}) ((?:L|\d+)\.\d+)")
_BAGIAN = re.compile(r"(?<![\w.])\d+(?:\.[1-9]\d*)+(?![\w.])")  # the codes of programs have zeros
_BAB = re.compile(r"\bBab ([IVXL]+)(?:([–-]| dan )([IVXL]+)\b)?")
_KOTAK = re.compile(r"Kotak (\w[\w -]*)")
_SAMBUNG = re.compile(r"\b(dan|nomor|judul)\b|[–-]")
_DALAM_KURUNG = re.compile(r"\([^)]*\)")
_RENTANG = re.compile(r"(\S+ \S+) sampai dengan (\S+ \S+)")


@dataclass(frozen=True, slots=True)
class Tempat:
    """`teks`: the lines printed there. `sel`: its cells where row and column are named. `hilang`: what is not there."""

    teks: str
    sel: tuple[str, ...] = ()
    hilang: tuple[str, ...] = ()


def rapikan(t: str) -> str:
    """One line with one kind of blank and of quote, so that only words and marks are compared."""
    return " ".join((t if t.isascii() else t.translate(_SERAGAM)).split())


def _baris_baris(baris: Iterable[str]) -> str:
    return "\n".join(map(rapikan, baris))


_SERAGAM = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\xad": None})


@dataclass
class Peta:
    """The document by the names of places; words are gathered when a row asks for them."""

    dokumen: Document
    _teks: dict[int, str] = field(default_factory=dict)
    _tabel: dict[int, TabelTerbaca] = field(default_factory=dict)
    _tempat: dict[str, Tempat] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.blok = list(blocks(self.dokumen))
        self.bernama: dict[str, tuple[Block, ...]] = {}
        self.kasar: dict[str, tuple[Block, ...]] = {}
        for b in bagian_bagian(self.dokumen):
            isi = (b.judul, *b.isi)
            if b.judul.level == 1:
                awal = "Bab " if b.judul.label.startswith("bab:") else "Lampiran "
                nama = f"{awal}{b.judul.number}" if b.judul.number else plain(b.judul.content)
                self.kasar[nama.casefold()] = isi
            elif b.judul.level < 5:  # numbered points begin anew under every part
                self.bernama[b.judul.number.rstrip(".")] = isi
        for blok in self.blok:
            if isinstance(blok, Captioned):
                c = blok.caption
                self.bernama[f"{c.kind.title()} {c.number or c.name}"] = (blok,)

    def cari(self, tempat: str) -> Tempat:
        if tempat not in self._tempat:
            self._tempat[tempat] = self._cari(tempat)
        return self._tempat[tempat]

    def _cari(self, tempat: str) -> Tempat:
        halus, kasar, rincian = self._uraikan(tempat.split(", "))
        hilang = tuple(n for n in halus if n not in self.bernama) + tuple(n for n in kasar if n not in self.kasar)
        halus, kasar = [n for n in halus if n in self.bernama], [n for n in kasar if n in self.kasar]
        blok = [b for n in halus for b in self.bernama[n]] or [b for n in kasar for b in self.kasar[n]]
        if halus and all(isinstance(b, Table) for b in blok):
            bagian = [self._terbaca(b).bagian(rincian) for b in blok if isinstance(b, Table)]
            return Tempat("\n".join(t for t, _ in bagian), tuple(s for _, sel in bagian for s in sel), hilang)
        if not blok and not hilang:
            blok = self.blok
        butir = [list(items(b)) for b in blok if isinstance(b, List)]
        terpilih: list[list[Item]] = []
        for r in rincian:
            terpilih = list(_butir(terpilih or butir, rapikan(r).casefold())) or terpilih
        if terpilih:
            return Tempat(_baris_baris(i.line for kelompok in terpilih for i in kelompok), (), hilang)
        return Tempat("\n".join(map(self._kata, blok)), (), hilang)

    def _terbaca(self, t: Table) -> TabelTerbaca:
        if id(t) not in self._tabel:
            self._tabel[id(t)] = TabelTerbaca(t)
        return self._tabel[id(t)]

    def _kata(self, b: Block) -> str:
        if id(b) not in self._teks:
            self._teks[id(b)] = _baris_baris(lines(b))
        return self._teks[id(b)]

    def _uraikan(self, bagian: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
        """Names of parts and captions, names of chapters, and the parts that say more."""
        halus: list[str] = []
        kasar: list[str] = []
        jenis = ""
        for i, b in enumerate(bagian):
            temu_halus, temu_kasar, jenis = self._nama(b, jenis)
            if not temu_halus and not temu_kasar:
                return halus, kasar, list(bagian[i:])
            halus += temu_halus
            kasar += temu_kasar
        return halus, kasar, []

    def _nama(self, bagian: str, jenis: str) -> tuple[list[str], list[str], str]:
        """The names in one part, none when it holds anything else. `jenis`: 'Tabel' where "2.3" follows "Tabel 2.1"."""
        if bagian.casefold() in self.kasar:
            return [], [bagian.casefold()], ""
        if m := _KOTAK.fullmatch(bagian):
            nama = f"Kotak {m[1].replace(' ', '-')}"
            return [n for n in self.bernama if n.startswith(f"{nama}-")] or [nama], [], ""
        sisa = _DALAM_KURUNG.sub("", bagian)
        if m := _RENTANG.fullmatch(sisa):
            return self._antara(m[1], m[2]), [], ""
        bergambar = [" ".join(m.groups()) for m in _BERGAMBAR.finditer(sisa)]
        sisa = _BERGAMBAR.sub("", sisa)
        nomor = _BAGIAN.findall(sisa)
        kasar = [n for m in _BAB.finditer(sisa) for n in _bab(*m.groups())]
        sisa = _SAMBUNG.sub("", _BAB.sub("", _BAGIAN.sub("", sisa)))
        if sisa.strip() or not (bergambar or nomor or kasar):
            return [], [], ""
        jenis = bergambar[-1].partition(" ")[0] if bergambar else jenis
        if jenis and not bergambar:
            nomor = [f"{jenis} {n}" for n in nomor]
        return [*bergambar, *nomor], kasar, jenis

    def _antara(self, awal: str, akhir: str) -> list[str]:
        """All captions of the kind from the first to the last."""
        nama = [n for n in self.bernama if n.partition(" ")[0] == awal.partition(" ")[0]]
        if awal not in nama or akhir not in nama:
            return [awal, akhir]
        return nama[nama.index(awal) : nama.index(akhir) + 1]


def _butir(daftar: Iterable[Sequence[Item]], awal: str) -> Iterator[list[Item]]:
    """The list items that begin with these words and say more below them, each with what is below."""
    for semua in daftar:
        akhir = 0
        for n, butir in enumerate(semua):
            kata = rapikan(plain(butir.paragraph.content)).casefold()
            if n < akhir or not butir.mark or not kata.startswith(awal) or kata[len(awal) : len(awal) + 1].isalnum():
                continue
            sesudah = (k for k, lain in enumerate(semua[n + 1 :], n + 1) if not lain.below(butir))
            akhir = next(sesudah, len(semua))
            if akhir > n + 1:
                yield list(semua[n:akhir])


def peta_dokumen(b: Bahan) -> Peta:
    return b.ingat("peta dokumen", lambda: Peta(b.dokumen))


def _bab(awal: str, sambung: str | None, akhir: str | None) -> list[str]:
    """'III', '–', 'V' -> the names of chapters III to V; ' dan ' joins two."""
    bab = [awal, akhir] if akhir else [awal]
    if akhir and sambung != " dan " and {awal, akhir} <= set(_ROMAWI):
        bab = _ROMAWI[_ROMAWI.index(awal) : _ROMAWI.index(akhir) + 1]
    return [f"bab {n.lower()}" for n in bab]


_ROMAWI = [romawi(n) for n in range(1, 40)]


# ---------------------------------------------------------------- within a table


class TabelTerbaca:
    """A table by the names of its rows and columns. In a box the header counts among the rows; no column is named."""

    def __init__(self, t: Table) -> None:
        self.tabel = t
        self.kotak = t.caption.kind == "kotak"
        baris = (*t.header, *t.rows) if self.kotak else t.rows
        self.kunci = [b.key.casefold() for b in baris]
        letak = grid(baris, len(t.widths))
        self.sel = [[rapikan(plain(c.content)) for c in b] for b in letak.cells]
        self.baris = [
            " ".join(filter(None, (kata[p.column] for p in petak)))
            for kata, (_, petak) in zip(self.sel, letak.across(), strict=True)
        ]
        self.menurut_kata: dict[str, set[int]] = {}
        for i, b in enumerate(self.sel):
            for kata in b:
                self.menurut_kata.setdefault(kata.casefold(), set()).add(i)
        kepala = grid([b for b in t.header if b.key != BARIS_NOMOR_KOLOM], len(t.widths)).cells
        rapat = [["".join(re.findall(r"\w+", plain(c.content).casefold())) for c in b] for b in kepala]
        self.judul = [[b[k] for b in rapat] for k in range(len(t.widths))]

    def bagian(self, rincian: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        """The words of the part that is meant, and its cells where row and column are named."""
        for r in rincian:
            if (isi := self._di_luar(r.casefold().split())) is not None:
                return _baris_baris(isi), ()
        baris: set[int] = set()
        kolom: set[int] = set()
        for r in rincian:
            baru = self._baris(r.casefold())
            if baru and not baris:
                baris = baru
            elif not self.kotak:
                kolom = self._kolom(r.casefold()) or kolom
        terpilih = sorted(baris) or range(len(self.sel))
        if kolom:
            sel = tuple(self.sel[i][k] for i in terpilih for k in sorted(kolom))
            return "\n".join(sel), sel if baris else ()
        if baris:
            return "\n".join(self.baris[i] for i in terpilih), ()
        return self._semua, ()

    @cached_property
    def _semua(self) -> str:
        return _baris_baris(lines(self.tabel))

    def _di_luar(self, kata: list[str]) -> list[str] | None:
        """The caption, the source line or the header, where they are meant."""
        t = self.tabel
        match kata:
            case ["judul"]:
                return [f"{t.caption.kind.title()} {t.caption.number} {plain(t.caption.title)}"]
            case ["sumber"]:
                return [plain(t.source)]
            case ["kepala" | "judul" | "nomor" as apa, "kolom", *kolom]:
                kepala = [b for b in t.header if (b.key == BARIS_NOMOR_KOLOM) == (apa == "nomor")]
                terpilih = self._kolom(" ".join(kolom))
                if not terpilih:
                    return [row_line(b) for b in kepala]
                letak = grid(kepala, len(t.widths)).across()
                return [
                    " ".join(plain(p.cell.content) for p in petak if terpilih & set(p.columns)) for _, petak in letak
                ]
        return None

    def _baris(self, nama: str) -> set[int]:
        nama = nama.removeprefix("dan ").removeprefix("baris ")
        temu = {i for i, k in enumerate(self.kunci) if k == nama or k.startswith(f"{nama}/")}
        return temu or self.menurut_kata.get(nama, set())

    def _kolom(self, nama: str) -> set[int]:
        """The columns whose headings, from the top down, hold all words; of several those whose own holds most."""
        kata = re.findall(r"\w+", nama.removeprefix("kolom "))
        nilai: dict[int, int] = {}
        for k, judul in enumerate(self.judul):
            if kata and judul and all(any(w in j for j in judul) for w in kata):
                nilai[k] = sum(w in judul[-1] for w in kata)
        terbaik = max(nilai.values(), default=0)
        return {k for k, n in nilai.items() if n == terbaik}
