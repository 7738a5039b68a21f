"""The pieces of the page's second half: a change with its anchor and sources, two sides, a gap of what stayed the same.

Every change is noted once, in the order of the comparison; `Antrean` gives each mark in the tree its change.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.banding.laporan.sebaris import asal_nilai
from generator.banding.perubahan import Perubahan
from generator.tree.nodes import Deleted, Inserted, Revision
from generator.writers.xml_text import escape

TIADA = '<span class="tiada">(tidak ada)</span>'
_ENTAH = "?"
"""Something blank that moved: the list does not say which version has it."""


@dataclass(frozen=True, slots=True)
class Bernomor:
    """A change with its number in the list, from 1. `pasangan`: number of the other end of a move, if it is known."""

    nomor: int
    isi: Perubahan
    pasangan: int = 0

    @property
    def asal(self) -> tuple[str, str]:
        """Sources in the older and newer version: where the words stand, and the cells of values among them."""
        p = self.isi
        lama, baru = asal_nilai(p.isi, Deleted), asal_nilai(p.isi, Inserted)
        return _gabung(p.asal_lama, lama), _gabung(p.asal_baru, baru)

    @property
    def jangkar(self) -> str:
        """The name of its anchor."""
        return f"u{self.nomor}"


def _gabung(tempat: str, sel: str) -> str:
    """A cell's first address may already be the place."""
    awal = sel.partition(" dan ")[0].partition(",")[0]
    return tempat if tempat and tempat.partition(" dan ")[0] == awal else "; ".join(filter(None, (tempat, sel)))


class Antrean:
    """The changes by revision and sort, handed out in their order."""

    def __init__(self, perubahan: Sequence[Perubahan]) -> None:
        self._antre: dict[tuple[str, str], deque[Bernomor]] = defaultdict(deque)
        pasangan = _pindah(perubahan)
        for n, p in enumerate(perubahan, 1):
            self._antre[_revisi(p), p.apa].append(Bernomor(n, p, pasangan.get(n, 0)))

    def ambil(self, revisi: Revision, apa: str) -> Bernomor:
        """The next change of what one version has ('baru', 'hapus') or of words in both ('')."""
        calon = [q for q in (self._antre[revisi, apa], self._antre[_ENTAH, apa] if revisi else None) if q]
        return min(calon, key=lambda q: q[0].nomor).popleft()

    @property
    def sisa(self) -> list[Bernomor]:
        """Changes that nothing in the tree asked for."""
        return sorted((b for antre in self._antre.values() for b in antre), key=lambda b: b.nomor)


def _revisi(p: Perubahan) -> str:
    if p.jenis == "berubah":
        return ""
    if p.jenis == "pindah":
        return "hapus" if p.lama or p.asal_lama else "baru" if p.baru or p.asal_baru else _ENTAH
    return "baru" if p.jenis == "ditambah" else "hapus"


def _pindah(perubahan: Iterable[Perubahan]) -> dict[int, int]:
    """The two ends of what moved without another word, each by the number of the other."""
    ujung: dict[tuple[str, str], tuple[deque[int], deque[int]]] = defaultdict(lambda: (deque(), deque()))
    for n, p in enumerate(perubahan, 1):
        if p.jenis == "pindah" and (p.lama or p.baru):
            ujung[p.apa, p.lama or p.baru][not p.lama].append(n)
    hasil: dict[int, int] = {}
    for dari, ke in ujung.values():
        for a, b in zip(dari, ke, strict=False):
            hasil |= {a: b, b: a}
    return hasil


# ---------------------------------------------------------------- HTML


def pasang(lama: str, baru: str) -> str:
    """Both sides; a blank one says so."""
    return (
        f'<div class="pasang"><div class="lama"><b class="sisi">Lama</b>{lama or TIADA}</div>'
        f'<div class="baru"><b class="sisi">Baru</b>{baru or TIADA}</div></div>'
    )


def sesisi(revisi: Revision, isi: str) -> str:
    """Both sides of what only one version has."""
    return pasang(isi, "") if revisi == "hapus" else pasang("", isi)


def kartu(perubahan: Sequence[Bernomor], isi: str, *, nama: str = "", bersumber: bool = True) -> str:
    """A place where the keyboard stops: its first change is its anchor. `nama`: what it is about, as HTML.

    `bersumber`: the source of the first change is said at the top.
    """
    b = perubahan[0]
    nomor, jenis = b.jangkar, b.isi.jenis
    asal = f"{_ujung(b)}{sumber(b) if bersumber else ''}"
    return (
        f'<article class="u" id="{nomor}" data-n="{_deret(perubahan)}" tabindex="-1"><p class="ket">'
        f'<a href="#{nomor}">{_deret(perubahan)}</a> <span class="cap {jenis}">{jenis}</span> '
        f"{nama or escape(b.isi.apa)}{asal}</p>{isi}</article>"
    )


def _deret(perubahan: Sequence[Bernomor]) -> str:
    awal, akhir = perubahan[0].nomor, perubahan[-1].nomor
    return str(awal) if awal == akhir else f"{awal}–{akhir}"


def _ujung(b: Bernomor) -> str:
    """Where something moved to or from."""
    if not b.pasangan:
        return ""
    arah = "ke" if b.isi.lama else "dari"
    return f' {arah} <a href="#u{b.pasangan}">nomor {b.pasangan}</a>'


def sumber(b: Bernomor) -> str:
    """Where the change stands in the sources of both versions."""
    lama, baru = b.asal
    if not lama and not baru:
        return ""
    if lama == baru:
        return f' <span class="asal">lama dan baru: {escape(lama)}</span>'
    sebut = [f"{nama}: {escape(x)}" for nama, x in (("lama", lama), ("baru", baru)) if x]
    return f' <span class="asal">{" · ".join(sebut)}</span>'


def celah(isi: Sequence[str], sebut: str) -> str:
    """What stayed the same between two changes: shown when asked for."""
    if not isi:
        return ""
    return (
        f'<div class="celah"><button type="button" aria-expanded="false">{sebut}</button>'
        f"<template>{''.join(isi)}</template></div>"
    )
