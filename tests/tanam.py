"""Puts one fault back into a copy of the real content, held in memory, and says what `renstra periksa` finds then.

A fault is an edit of cells (`Sel`, `Baris`, `Ganti` in a workbook), of the text of a chapter (`Ganti`, `Potong`), or,
where content cannot carry it because the program computes what is printed, of the numbered tree (`Pohon`).
Workbooks without an edit are read once; the tree is built only when a rule looks at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from unittest.mock import patch

from generator.berkas import Bacaan
from generator.compute.konteks import Konteks
from generator.document.susun import susun_dokumen
from generator.model.isi import Isi
from generator.model.kolom import Sel as SelMentah
from generator.model.skema import Buku
from generator.periksa.bahan import Bahan
from generator.periksa.daftar import ATURAN
from generator.periksa.jalan import HasilPeriksa, jalankan, terima
from generator.sources.buku import baca_buku, baca_isi
from generator.sources.kamus import baca_kamus
from generator.sources.naskah import Naskah, baca_naskah
from generator.sources.xlsx import LembarMentah, baca_xlsx
from generator.temuan import Kumpulan
from generator.tree.nodes import Block, Cell, Document, Row, Table, Text, plain

ISI = Path(__file__).parent.parent / "content"
DATA = ISI / "data"
KATA = baca_kamus(ISI / "kamus.txt", "content/kamus.txt", Kumpulan(), Bacaan())
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
class Potong:
    """The text of a chapter from some words up to others, for other words."""

    berkas: str
    awal: str
    akhir: str
    baru: str = ""


@dataclass(frozen=True)
class Pohon:
    """Every block of the tree through a function that returns it changed, or as it is."""

    ubah: Callable[[Block], Block]


Cacat = Sel | Baris | Ganti | Potong | Pohon


# ---------------------------------------------------------------- edits of the tree


def tabel(nama: str, ubah: Callable[[Table], Table]) -> Pohon:
    """Change the table of a name."""
    return Pohon(lambda b: ubah(b) if isinstance(b, Table) and b.caption.name == nama else b)


def isi_sel(nama: str, kunci: str, lama: str, baru: str, ke: int | None = None) -> Pohon:
    """In the rows of a key, header rows too, the cells that print words print others; only the `ke`-th if given."""

    def sel(i: int, c: Cell) -> Cell:
        teks = plain(c.content)
        kena = lama in teks and ke in (None, i)
        return replace(c, content=(Text(teks.replace(lama, baru)),)) if kena else c

    def baris(r: Row) -> Row:
        kena = r.key == kunci or r.key.startswith(f"{kunci}/")
        return replace(r, cells=tuple(sel(i, c) for i, c in enumerate(r.cells))) if kena else r

    return tabel(nama, lambda t: replace(t, header=tuple(map(baris, t.header)), rows=tuple(map(baris, t.rows))))


# ---------------------------------------------------------------- the content, as it is and with a fault


@cache
def _mentah(berkas: str) -> Mentah:
    return baca_xlsx(DATA / berkas, f"content/data/{berkas}")


@cache
def _medan(buku: Buku) -> tuple[dict[str, Any], Kumpulan]:
    temuan = Kumpulan()
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
    def jadi(self) -> Document:
        return self._buat()

    def __getattr__(self, nama: str) -> Any:
        return getattr(self.jadi, nama)


def bahan(cacat: Sequence[Cacat] = ()) -> tuple[Bahan | None, Kumpulan]:
    """The content with the faults and what reading found; None where it cannot be read."""
    if cacat and all(isinstance(c, Pohon) for c in cacat):
        asli, temuan = _bahan_utuh()
        return replace(asli, dokumen=_pohon_bercacat(asli.dokumen, cacat), _ingatan={}), temuan
    temuan = Kumpulan()
    isi = _isi_bercacat(cacat, temuan)
    if isi is None:
        return None, temuan
    konteks, naskah = Konteks(isi), _naskah_bercacat(cacat)

    def pohon() -> Document:
        dokumen = susun_dokumen(naskah, konteks, temuan, lambda buku, lembar: None, judul="RENSTRA")
        assert dokumen is not None, list(temuan)
        return dokumen

    return Bahan(konteks, Malas(pohon), naskah, (), KATA), temuan  # type: ignore[arg-type]


@cache
def _bahan_utuh() -> tuple[Bahan, Kumpulan]:
    b, temuan = bahan()
    assert b is not None, list(temuan)
    return replace(b, dokumen=b.dokumen.jadi), temuan  # type: ignore[attr-defined]


def _isi_bercacat(cacat: Sequence[Cacat], temuan: Kumpulan) -> Isi | None:
    diubah = {c.lembar.partition(" › ")[0] for c in cacat if isinstance(c, Sel | Baris)}
    diubah |= {c.berkas for c in cacat if isinstance(c, Ganti)}

    def buku(b: Buku, path: Path, berkas: str, kumpulan: Kumpulan, *_: object) -> dict[str, Any]:
        if b.berkas in diubah:
            return baca_buku(b, path, berkas, kumpulan, lambda path, _: _buku_bercacat(path.name, cacat))
        medan, dari_baca = _medan(b)
        kumpulan.masukkan(dari_baca)
        return medan

    with patch("generator.sources.buku.baca_buku", buku):
        return baca_isi(DATA, temuan)


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
                r = max(r for r, _ in m.sel) + 1
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
        if not isinstance(c, Ganti | Potong) or c.berkas.endswith(".xlsx"):
            continue
        i = next(i for i, n in enumerate(naskah) if n.berkas.rpartition("/")[2].startswith(f"{c.berkas}-"))
        isi = naskah[i].isi
        if isinstance(c, Ganti):
            assert c.lama in isi, c
            isi = isi.replace(c.lama, c.baru)
        else:
            awal = isi.index(c.awal)
            isi = isi[:awal] + c.baru + isi[isi.index(c.akhir, awal) :]
        naskah[i] = replace(naskah[i], isi=isi)
    return naskah


def _pohon_bercacat(dokumen: Document, cacat: Iterable[Cacat]) -> Document:
    for c in cacat:
        assert isinstance(c, Pohon), "an edit of the tree stands alone"
        bagian = tuple(replace(s, blocks=tuple(map(c.ubah, s.blocks))) for s in dokumen.sections)
        assert bagian != dokumen.sections, c
        dokumen = replace(dokumen, sections=bagian)
    return dokumen


# ---------------------------------------------------------------- findings


@cache
def utuh() -> HasilPeriksa:
    """What `periksa` says of the content as it is."""
    b, temuan = _bahan_utuh()
    return jalankan(b, temuan)


def baru(cacat: Sequence[Cacat], kode: Iterable[str] | None = None) -> Temu:
    """(code, subject) of what a planner sees with the faults and not without; by the rules of some codes or by all."""
    b, temuan = bahan(cacat)
    semua = Kumpulan()
    if b is not None:
        for a in ATURAN:
            if kode is None or a.kode in kode:
                semua.masukkan(a.periksa(b))
    semua.masukkan(temuan)
    sisa = terima(semua, b.isi.penerimaan, usang=False).temuan if b is not None else semua
    lama = {(t.kode, t.pokok) for t in (*utuh().temuan, *(t for t, _ in utuh().diterima))}
    return frozenset((t.kode, t.pokok) for t in sisa) - lama
