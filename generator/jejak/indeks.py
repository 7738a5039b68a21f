"""The index: one entry per printed value, and one per cell, joined both ways.

In: the numbered tree, the cells of the workbooks, and the pages of bookmarks as far as a layout has told them. Out:
`Indeks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.jejak.sel import Buku, LembarData, SelData
from generator.jejak.telusur import Jejak, Tempat, telusuri
from generator.model.angka import Angka, Lokasi
from generator.tree.nodes import Document
from generator.tree.tercetak import bernomor

HANYA_DIPERIKSA = "dipakai untuk memeriksa, tidak dicetak"


@dataclass(frozen=True, slots=True)
class Entri:
    """A printed value. `nomor` counts from 1 in the order of the document; `penanda` is its bookmark in the DOCX."""

    nomor: int
    teks: str
    angka: Angka | None
    asal: tuple[Lokasi, ...]
    tempat: Tempat
    penanda: str = ""

    @property
    def rumus(self) -> str:
        """How the number was derived, in words; '' for one that stands in a cell."""
        return self.angka.rumus if self.angka else ""


@dataclass(frozen=True)
class Indeks:
    """`judul`: of the document; `entri` in its order; `buku`: the workbooks by file name."""

    judul: str
    entri: tuple[Entri, ...]
    buku: Mapping[str, Buku]

    @cached_property
    def sel(self) -> dict[Lokasi, SelData]:
        """Every cell with content, and every cell that something was made of, in the order of the sheets."""
        return {s.lokasi: s for b in self.buku.values() for le in b.lembar.values() for s in le.sel()}

    @cached_property
    def pemakaian(self) -> dict[Lokasi, list[Entri]]:
        """The entries that each cell (or line of a chapter) is used in."""
        hasil: dict[Lokasi, list[Entri]] = {}
        for e in self.entri:
            for a in e.asal:
                hasil.setdefault(a, []).append(e)
        return hasil

    @cached_property
    def tak_tercetak(self) -> tuple[SelData, ...]:
        """The cells below the headings that nothing printed was made of.

        Of a sheet of which nothing at all is printed, though the program reads it, they are there to be checked.
        """
        dipakai = {(a.berkas, a.lembar) for a in self.pemakaian}
        return tuple(
            s
            if (s.lokasi.berkas, s.lokasi.lembar) in dipakai or not self._lembar(s.lokasi).dibaca
            else replace(s, peran=HANYA_DIPERIKSA)
            for s in self.sel.values()
            if not s.kepala and s.lokasi not in self.pemakaian
        )

    def _lembar(self, a: Lokasi) -> LembarData:
        return self.buku[a.berkas].lembar[a.lembar]


def susun_indeks(dokumen: Document, buku: Mapping[str, Buku], halaman: Mapping[str, str] | None = None) -> Indeks:
    """The index of a document; `halaman`: printed page by bookmark (see `halaman.halaman_cetak`), as far as known."""
    entri = tuple(_entri(dokumen, halaman or {}))
    for e in entri:
        for a in e.asal:
            if a.lembar and a.berkas in buku and a.lembar in buku[a.berkas].lembar:
                buku[a.berkas].lembar[a.lembar].catat(a, kepala=e.tempat.unsur == "kepala tabel")
    return Indeks(dokumen.title, entri, buku)


def _entri(dokumen: Document, halaman: Mapping[str, str]) -> Iterator[Entri]:
    """Every value that is a number or came from somewhere; other values are words of the chapter itself."""
    nomor = 0
    for v, tempat, penanda in _taksir_halaman(list(telusuri(dokumen, halaman))) if halaman else telusuri(dokumen, {}):
        if v.asal or v.angka is not None or bernomor(v):
            nomor += 1
            yield Entri(nomor, v.text, v.angka, v.asal, tempat, penanda)


def _taksir_halaman(jejak: list[Jejak]) -> Iterator[Jejak]:
    """What has no bookmark of its own stands between what has one: on that page, or on '84–85'."""
    sesudah: list[str] = []
    kini = ""
    for _, tempat, _ in reversed(jejak):
        kini = tempat.halaman or kini
        sesudah.append(kini)
    sebelum = ""
    for (v, tempat, penanda), nanti in zip(jejak, reversed(sesudah), strict=True):
        sebelum = tempat.halaman or sebelum
        if not tempat.halaman and sebelum and nanti and tempat.unsur != "sampul":
            tempat = replace(tempat, halaman=sebelum if sebelum == nanti else f"{sebelum}–{nanti}")
        yield v, tempat, penanda
