"""Puts one fault back into a copy of the real content, held in memory, and says what `renstra periksa` finds then.

A fault is an edit of cells (`Sel`, `Baris`, `Ganti` in a workbook), of the text of a chapter (`Ganti` in a chapter),
or,
where content cannot carry it because the program computes what is printed, of the numbered tree (`Sisip`, `Pohon`).
Workbooks without an edit are read once; the tree is built only when a rule looks at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from unittest.mock import patch

from generator.compute.konteks import Konteks
from generator.document.nodes import Block, Caption, Document, Inlines, Row, Table, Text, plain
from generator.document.susun import susun_dokumen
from generator.model.kolom import Sel as SelMentah
from generator.model.skema import Buku
from generator.periksa.bahan import Bahan
from generator.periksa.daftar import ATURAN
from generator.periksa.jalan import HasilPeriksa, jalankan, terima
from generator.sources.buku import baca_buku, baca_isi
from generator.sources.naskah import Naskah, baca_naskah
from generator.sources.xlsx import LembarMentah, baca_xlsx
from generator.temuan import Kumpulan

ISI = Path(__file__).parent.parent / "content"
DATA, KAMUS = ISI / "data", ISI / "kamus.txt"
Mentah = dict[str, LembarMentah]
Temu = frozenset[tuple[str, str]]  # (code, subject)


@dataclass(frozen=True)
class Sel:
    """A value into the cell of a row, named by its first cell, and a column, named by its heading."""

    lembar: str  # 'cascade.xlsx › Nomenklatur'
    baris: str
    kolom: str
    nilai: str | int | None


@dataclass(frozen=True)
class Baris:
    """A row more at the end of a sheet."""

    lembar: str
    sel: tuple[str | int | None, ...]


@dataclass(frozen=True)
class Ganti:
    """Words for others, wherever they stand in the cells of a workbook or in a chapter ('30', by its first figures)."""

    berkas: str
    lama: str
    baru: str


@dataclass(frozen=True)
class Pohon:
    """Every block of the tree through a function that returns it changed, or as it is."""

    ubah: Callable[[Block], Block]


Cacat = Sel | Baris | Ganti | Pohon


# ---------------------------------------------------------------- edits of tables in the tree


def tabel(nama: str, ubah: Callable[[Table], Table]) -> Pohon:
    """Change the table of a name."""
    return Pohon(lambda b: ubah(b) if isinstance(b, Table) and b.caption.name == nama else b)


def sel_tabel(nama: str, baris: str, lama: str, baru: str) -> Pohon:
    """In the rows of a key (or those that begin with it) the cells that print `lama` print `baru`; header rows too."""

    def tukar(r: Row) -> Row:
        if r.key != baris and not r.key.startswith(f"{baris}/"):
            return r
        return replace(r, cells=tuple(replace(c, content=ganti_kata(c.content, lama, baru)) for c in r.cells))

    return tabel(nama, lambda t: replace(t, header=tuple(map(tukar, t.header)), rows=tuple(map(tukar, t.rows))))


def judul_tabel(nama: str, **medan: Any) -> Pohon:
    """Change fields of a caption: its number, its title."""

    def ubah(b: Block) -> Block:
        c: Caption | None = getattr(b, "caption", None)
        return replace(b, caption=replace(c, **medan)) if c is not None and c.name == nama else b  # type: ignore[type-var]

    return Pohon(ubah)


def ganti_kata(isi: Inlines, lama: str, baru: str) -> Inlines:
    """The content, as bare text with words replaced where it prints them."""
    teks = plain(isi)
    return (Text(teks.replace(lama, baru)),) if lama in teks else isi


# ---------------------------------------------------------------- the content, as it is and with a fault


@cache
def _mentah(berkas: str) -> Mentah:
    return baca_xlsx(DATA / berkas, f"content/data/{berkas}")


@cache
def _medan_utuh(nama: str) -> tuple[dict[str, Any], Kumpulan]:
    from generator.model.isi import SEMUA_BUKU

    temuan = Kumpulan()
    buku = next(b for b in SEMUA_BUKU if b.nama == nama)
    tempat = f"content/data/{buku.berkas}"
    return baca_buku(buku, DATA / buku.berkas, tempat, temuan, lambda path, _: _mentah(path.name)), temuan


@cache
def _naskah() -> tuple[Naskah, ...]:
    return tuple(baca_naskah(ISI / "chapters" / "renstra", Kumpulan(), "content/chapters/renstra"))


class Malas:
    """The tree, built when a rule first looks at it: most faults of cells and chapters are seen without it."""

    def __init__(self, buat: Callable[[], Document]) -> None:
        self._buat = buat

    @cached_property
    def _jadi(self) -> Document:
        return self._buat()

    def __getattr__(self, nama: str) -> Any:
        return getattr(self._jadi, nama)


def bahan(cacat: Sequence[Cacat] = ()) -> tuple[Bahan | None, Kumpulan]:
    """The content with the faults and what reading found; None where it cannot be read."""
    temuan = Kumpulan()
    diubah = {c.lembar.partition(" › ")[0] for c in cacat if isinstance(c, Sel | Baris)}
    diubah |= {c.berkas for c in cacat if isinstance(c, Ganti) and c.berkas.endswith(".xlsx")}

    def buku(b: Buku, path: Path, berkas: str, kumpulan: Kumpulan, *_: object) -> dict[str, Any]:
        if b.berkas in diubah:
            return baca_buku(b, path, berkas, kumpulan, lambda path, _: _buku_bercacat(path.name, cacat))
        medan, isi = _medan_utuh(b.nama)
        kumpulan.masukkan(isi)
        return medan

    with patch("generator.sources.buku.baca_buku", buku):
        isi = baca_isi(DATA, temuan)
    if isi is None:
        return None, temuan
    konteks, naskah = Konteks(isi), _naskah_bercacat(cacat)

    def pohon() -> Document:
        dokumen = susun_dokumen(naskah, konteks, temuan, lambda buku, lembar: None, judul="RENSTRA")
        assert dokumen is not None, list(temuan)
        return _pohon_bercacat(dokumen, cacat)

    return Bahan(konteks, Malas(pohon), naskah, (), KAMUS), temuan  # type: ignore[arg-type]


def _buku_bercacat(berkas: str, cacat: Iterable[Cacat]) -> Mentah:
    lembar = {n: replace(m, sel=dict(m.sel)) for n, m in _mentah(berkas).items()}
    for c in cacat:
        if isinstance(c, Sel | Baris) and c.lembar.partition(" › ")[0] == berkas:
            m = lembar[c.lembar.partition(" › ")[2]]
            if isinstance(c, Sel):
                r = next(r for (r, k), s in m.sel.items() if k == 1 and r > 1 and str(s.isi) == c.baris)
                k = next(k for (r1, k), s in m.sel.items() if r1 == 1 and s.isi == c.kolom)
                assert m.di(r, k).isi != c.nilai, c
                _isi(m, r, k, c.nilai)
            else:
                r = m.baris_terakhir + 1
                for k, nilai in enumerate(c.sel, 1):
                    _isi(m, r, k, nilai)
        elif isinstance(c, Ganti) and c.berkas == berkas:
            letak = [(m, r, k, s.isi) for m in lembar.values() for (r, k), s in m.sel.items()]
            kena = [x for x in letak if isinstance(x[3], str) and c.lama in x[3] and x[0].nama != "Petunjuk"]
            assert kena, c
            for m, r, k, isi in kena:
                _isi(m, r, k, str(isi).replace(c.lama, c.baru))
    return lembar


def _isi(m: LembarMentah, r: int, k: int, nilai: str | int | None) -> None:
    m.sel[r, k] = SelMentah(nilai, m.di(r, k).lokasi)


def _naskah_bercacat(cacat: Iterable[Cacat]) -> list[Naskah]:
    naskah = list(_naskah())
    for c in cacat:
        if isinstance(c, Ganti) and not c.berkas.endswith(".xlsx"):
            i = next(i for i, n in enumerate(naskah) if n.berkas.rpartition("/")[2].startswith(f"{c.berkas}-"))
            n = naskah[i]
            assert c.lama in n.isi or c.lama in n.judul, c
            naskah[i] = replace(n, isi=n.isi.replace(c.lama, c.baru), judul=n.judul.replace(c.lama, c.baru))
    return naskah


def _pohon_bercacat(dokumen: Document, cacat: Iterable[Cacat]) -> Document:
    for c in cacat:
        if isinstance(c, Pohon):
            bagian = tuple(replace(s, blocks=tuple(map(c.ubah, s.blocks))) for s in dokumen.sections)
            assert bagian != dokumen.sections, c
            dokumen = replace(dokumen, sections=bagian)
    return dokumen


# ---------------------------------------------------------------- findings


@cache
def utuh() -> HasilPeriksa:
    """What `periksa` says of the content as it is."""
    b, temuan = bahan()
    assert b is not None, list(temuan)
    b.dokumen.sections  # noqa: B018 - what building finds belongs to it
    return jalankan(b, temuan)


def temu(h: HasilPeriksa) -> Temu:
    """(code, subject) of everything, accepted or not."""
    return frozenset((t.kode, t.pokok) for t in (*h.temuan, *(t for t, _ in h.diterima)))


def baru(cacat: Sequence[Cacat], kode: Iterable[str] | None = None) -> Temu:
    """(code, subject) of what a planner sees with the faults and not without; by the rules of some codes or by all."""
    b, temuan = bahan(cacat)
    semua = Kumpulan()
    semua.masukkan(temuan)
    if b is not None:
        aturan = [a for a in ATURAN if kode is None or a.kode in kode]
        for a in aturan:
            semua.masukkan(a.periksa(b))
        semua.masukkan(temuan)
        semua = terima(semua, b.isi.penerimaan, usang=False).temuan
    return frozenset((t.kode, t.pokok) for t in semua) - temu(utuh())
