"""What a comparison finds: the changes one by one, what cannot be marked, and the numbers that only moved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.banding.kata import banding_kata
from generator.tree.nodes import Block, Caption, Captioned, Document, Heading, Inlines, Revision, plain

Jenis = Literal["ditambah", "dihapus", "berubah", "pindah"]


@dataclass(frozen=True)
class Perubahan:
    """One change. `apa`: 'paragraf', 'judul', 'butir', 'takarir', 'sumber', 'baris', 'sel', 'gambar', 'tanda tangan'.

    `tempat` says where in the document; `asal` are the places of the sources, `isi` the inlines to show (with
    marks where both versions have it); `tanda` how many paragraphs, rows or cells carry a mark for it.
    """

    jenis: Jenis
    apa: str
    tempat: str
    lama: str
    baru: str
    asal_lama: str = ""
    asal_baru: str = ""
    isi: Inlines = ()
    tanda: int = 1


@dataclass
class Beda:
    """The result. `dokumen`: the newer document with the changes in it; `nomor_bergeser`: (older, newer) number."""

    dokumen: Document
    perubahan: list[Perubahan] = field(default_factory=list)
    tak_tertandai: list[str] = field(default_factory=list)
    nomor_bergeser: list[tuple[str, str]] = field(default_factory=list)

    @property
    def tanda(self) -> int:
        """How many paragraphs, rows and cells carry a mark."""
        return sum(p.tanda for p in self.perubahan)

    @property
    def sama(self) -> bool:
        """Nothing changed, numbers that moved apart."""
        return not self.perubahan and not self.tak_tertandai

    # ------------------------------------------------------------ noting

    def kata(
        self, apa: str, lama: Inlines, baru: Inlines, tempat: str, asal_lama: object = None, asal_baru: object = None
    ) -> Inlines:
        """Words of both versions, their changes marked and noted."""
        isi, berubah = banding_kata(lama, baru)
        if berubah:
            asal = (str(asal_lama or ""), str(asal_baru or ""))
            self.perubahan.append(Perubahan("berubah", apa, tempat, plain(lama), plain(baru), *asal, isi))
        return isi

    def satu(
        self, revisi: Revision, apa: str, isi: Inlines, tempat: str, asal: object, *, pindah: bool, tanda: int = 1
    ) -> None:
        """Note what one version has."""
        jenis: Jenis = "pindah" if pindah else "ditambah" if revisi == "baru" else "dihapus"
        kata, sumber = plain(isi), str(asal or "")
        if revisi == "hapus":
            self.perubahan.append(Perubahan(jenis, apa, tempat, kata, "", sumber, "", isi, tanda))
        else:
            self.perubahan.append(Perubahan(jenis, apa, tempat, "", kata, "", sumber, isi, tanda))

    def nomor(self, lama: Block, baru: Block) -> None:
        """Note the number of a block that is in both versions, if it moved."""
        a, b = nomor_blok(lama), nomor_blok(baru)
        if a != b:
            self.nomor_bergeser.append((a, b))


def nomor_blok(b: Block) -> str:
    """'BAB II', '2.1.', 'Tabel 2.7' or nothing."""
    if isinstance(b, Heading):
        return b.prefix
    return b.caption.prefix if isinstance(b, Captioned) else ""


def sebutan(c: Caption) -> str:
    """'Tabel 2.7'; a box is called by its title."""
    return c.prefix or plain(c.title)
