"""The numbered blocks of a document -> its sections: where pages turn, and where their numbers begin anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from generator.tree.nodes import Block, Contents, Diagram, Heading, Section, Table


def bagikan(blok: Sequence[Block]) -> list[Section]:
    """Sections: front matter in Roman numbers, chapters in Arabic from 1; wide tables on pages of their own.

    A chapter that an older version had begins nothing: no page number is counted from it.
    """
    bagian: list[Section] = []
    kini: list[Block] = []
    mendatar = False
    mulai = True
    awal = _awal_isi(blok)
    angka = awal is not None and not awal.number and awal is next(filter(_utama, blok))

    def tutup() -> None:
        nonlocal kini, mulai
        if kini:
            bagian.append(Section(tuple(kini), "angka" if angka else "romawi", mulai, mendatar))
            kini, mulai = [], False

    for b in blok:
        lebar = isinstance(b, (Table, Diagram)) and b.landscape
        mulai_isi = b is awal and not angka
        if lebar != mendatar or mulai_isi:
            tutup()
            mendatar = lebar
        if mulai_isi:
            angka = mulai = True
        kini.append(b)
    tutup()
    return bagian


def _utama(b: Block) -> TypeGuard[Heading]:
    """A title of the first level that the newer version has."""
    return isinstance(b, Heading) and b.level == 1 and b.revision != "hapus"


def _awal_isi(blok: Sequence[Block]) -> Heading | None:
    """What page 1 begins with: the first chapter, else the first title that is not of a list of contents."""
    judul = [(i, b) for i, b in enumerate(blok) if _utama(b)]
    bab = next((b for _, b in judul if b.number), None)
    batas = [*(i for i, _ in judul), len(blok)]
    isi = (b for (i, b), j in zip(judul, batas[1:], strict=True) if not any(isinstance(x, Contents) for x in blok[i:j]))
    return bab or next(isi, None)
