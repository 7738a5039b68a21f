"""The pieces of the page's second half: a change with its anchor and sources, two sides, a gap of what stayed the same.

Every change is noted once, in the order of the comparison; `Antrean` gives each mark in the tree its change.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.banding.laporan.sebaris import asal_nilai
from generator.banding.perubahan import Perubahan
from generator.document.nodes import Deleted, Inserted, Revision
from generator.writers.xml_text import escape

TIADA = '<span class="tiada">(tidak ada)</span>'


@dataclass(frozen=True, slots=True)
class Bernomor:
    """A change with its number in the list, from 1."""

    nomor: int
    isi: Perubahan

    @property
    def asal(self) -> tuple[str, str]:
        """Sources in the older and newer version: where the words stand, and the cells of values among them."""
        p = self.isi
        lama, baru = asal_nilai(p.isi, Deleted), asal_nilai(p.isi, Inserted)
        return _gabung(p.asal_lama, lama), _gabung(p.asal_baru, baru)


def _gabung(tempat: str, sel: str) -> str:
    """A cell's first address may already be the place."""
    return tempat if not sel or tempat.startswith(sel.partition(" dan ")[0]) else "; ".join(filter(None, (tempat, sel)))


class Antrean:
    """The changes by revision and sort, handed out in their order."""

    def __init__(self, perubahan: Iterable[Perubahan]) -> None:
        self._antre: dict[tuple[Revision, str], deque[Bernomor]] = defaultdict(deque)
        for n, p in enumerate(perubahan, 1):
            self._antre[_revisi(p), p.apa].append(Bernomor(n, p))

    def ambil(self, revisi: Revision, apa: str) -> Bernomor:
        """The next change of what one version has ('baru', 'hapus') or of words in both ('')."""
        return self._antre[revisi, apa].popleft()

    @property
    def sisa(self) -> list[Bernomor]:
        """Changes that nothing in the tree asked for."""
        return [b for antre in self._antre.values() for b in antre]


def _revisi(p: Perubahan) -> Revision:
    if p.jenis == "berubah":
        return ""
    if p.jenis == "pindah":
        return "hapus" if p.lama or p.asal_lama else "baru"
    return "baru" if p.jenis == "ditambah" else "hapus"


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


def tanda_seluruh(revisi: Revision, isi: str) -> str:
    """Words that one version has, marked as a whole."""
    if not isi:
        return ""
    return f"<del>{isi}</del>" if revisi == "hapus" else f"<ins>{isi}</ins>"


def kartu(perubahan: Sequence[Bernomor], isi: str, *, nama: str = "") -> str:
    """A place where the keyboard stops: its first change is its anchor. `nama`: what it is about, as HTML."""
    b = perubahan[0]
    nomor, jenis = f"u{b.nomor}", b.isi.jenis
    return (
        f'<article class="u" id="{nomor}" tabindex="-1"><p class="ket"><a href="#{nomor}">{_deret(perubahan)}</a> '
        f'<span class="cap {jenis}">{jenis}</span> {nama or escape(b.isi.apa)}{sumber(b)}</p>{isi}</article>'
    )


def _deret(perubahan: Sequence[Bernomor]) -> str:
    awal, akhir = perubahan[0].nomor, perubahan[-1].nomor
    return str(awal) if awal == akhir else f"{awal}–{akhir}"


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
        f'<div class="celah"><button type="button" aria-expanded="false">{len(isi)} {sebut}</button>'
        f"<template>{''.join(isi)}</template></div>"
    )
