"""What the adopted document prints, cell by cell, and the register of corrections read as replacements in those cells.

`data/cetak_*.csv` are its tables. A row of the register is about the cells whose `tempat` it names in full or as a
beginning ('Tabel 4.3', 'Tabel 4.3, 7.01.04'); its printed words are replaced by those of now, several pairs joined by
'; '. Neither side is tidied but for `rapikan`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kantor import Kantor

from generator.compute.konteks import Konteks
from generator.model.koreksi import Koreksi
from generator.tree.nodes import Document

AKAR = Path(__file__).parent.parent
CETAK = Path(__file__).parent / "data"
GAMBAR = "(gambar)"  # a picture, which the text of the adopted document lacks
KOSONG = "(kosong)"
TANPA_TEKS = "(gambar, tidak ada dalam teks)"

# rows of the register that are about several tables, or about cells of a kind
LUAS: dict[str, tuple[str, ...]] = {
    "bab-3-5-rentang-tahun": tuple(f"Tabel {n}, judul" for n in ("3.1", "3.3", "3.4", "4.5", "4.6")),
    "tabel-4-garis-miring": ("Tabel 4.1", "Tabel 4.3", "Tabel 4.4"),
    "bab-3-tanda-kali": ("Kotak indikator akip", "Kotak indikator ikm"),
    "bab-3-permenpanrb-14-2017": ("Kotak indikator ikm, sumber",),
}
# rows that quote a cell with its neighbours, to tell it from others, and what they mean in the cell itself
ARTI: dict[str, list[tuple[str, str]]] = {
    "bab-3-ikm-bobot": [("x 0,11", "× 1/9")],
    "tabel-4-3-kepala-target": [("TARGET", "TAR-GET")],
}


@cache
def kantor_kalaena() -> Kantor:
    return Kantor(AKAR / "content")


@cache
def konteks_kalaena() -> Konteks:
    return kantor_kalaena().konteks()


@cache
def dokumen_kalaena() -> Document:
    hasil, temuan = kantor_kalaena().susun(konteks_kalaena())
    assert hasil is not None, list(temuan)
    assert not len(temuan)
    return hasil


@dataclass(frozen=True)
class Sel:
    """A printed cell. `ke`: which of an item's two rows in Table 4.3."""

    tabel: str
    baris: str
    kolom: str
    cetak: str
    ke: str = "1"

    @property
    def tempat(self) -> str:
        """'Tabel 4.3, 7.01.04, pagu 2027'."""
        if self.tabel == "kotak":
            return f"Kotak indikator {self.baris}, {self.kolom}"
        return ", ".join(x for x in (f"Tabel {self.tabel}", self.baris, self.kolom) if x)

    @property
    def kunci(self) -> tuple[str, str]:
        return (self.tempat, self.ke)

    @property
    def tanpa_teks(self) -> bool:
        return self.cetak == GAMBAR


@cache
def baca_cetak(tabel: str) -> tuple[Sel, ...]:
    """The cells of a table ('4.3') or of the boxes ('kotak')."""
    with (CETAK / f"cetak_{tabel.replace('.', '_')}.csv").open(encoding="utf-8", newline="") as f:
        return tuple(Sel(tabel, r["baris"], r["kolom"], r["cetak"], r.get("ke", "1")) for r in csv.DictReader(f))


def rapikan(teks: str) -> str:
    """Blanks that came twice or before a colon, and the stop that ends a cell: all that may differ unsaid."""
    return re.sub(r" +(?=[ :])", "", teks).strip().removesuffix(".")


def pasangan(r: Koreksi) -> list[tuple[str, str]]:
    """Printed words and those of now."""
    if r.kode in ARTI:
        return ARTI[r.kode]
    lama, kini = (r.tercetak or "").split("; "), (r.kini or "").split("; ")
    return list(zip(lama, kini, strict=True)) if len(lama) == len(kini) else [(r.tercetak or "", r.kini or "")]


@cache
def sebutan(kata: str) -> re.Pattern[str]:
    """The words where they stand for themselves: 'x' is not in 'Maksud', nor '1' in '10'."""
    awal, akhir = (r"(?<!\w)" if kata[:1].isalnum() else "", r"(?!\w)" if kata[-1:].isalnum() else "")
    return re.compile(awal + re.escape(kata) + akhir)


class Pemakaian:
    """Applies the register, and notes which of its rows, and which of their pairs, a cell was in need of."""

    def __init__(self, register: Iterable[Koreksi]) -> None:
        self.terpakai: set[tuple[str, int]] = set()
        self._menurut_tempat: dict[str, list[Koreksi]] = {}
        for r in register:
            for tempat in LUAS.get(r.kode, (r.tempat,)):
                self._menurut_tempat.setdefault(tempat, []).append(r)

    def tentang(self, sel: Sel) -> list[Koreksi]:
        """The rows about this cell, those whose place names it best first, those about several tables last."""
        potong = (*(m.start() for m in re.finditer(r", | ", sel.tempat)), len(sel.tempat))
        rows = [r for n in reversed(potong) for r in self._menurut_tempat.get(sel.tempat[:n], ())]
        return sorted(rows, key=lambda r: r.kode in LUAS)

    def terapkan(self, sel: Sel) -> str:
        """What the cell must print now."""
        teks = sel.cetak
        for r in self.tentang(sel):
            if r.keputusan == "dipertahankan":
                if sebutan(r.tercetak or "").search(teks):
                    self.terpakai.add((r.kode, 0))
                continue
            for i, (lama, kini) in enumerate(pasangan(r)):
                if lama == TANPA_TEKS:
                    baru = kini if sel.tanpa_teks else teks
                elif lama == KOSONG:
                    baru = teks or kini
                else:
                    baru = sebutan(lama).sub(lambda _, k=kini: k, teks)  # type: ignore[misc]
                if baru != teks:
                    self.terpakai.add((r.kode, i))
                    teks = baru
        return teks


def tak_terpakai(register: Sequence[Koreksi], pemakaian: Pemakaian, awalan: str) -> list[str]:
    """Rows of the register about cells of a table that no cell was in need of, or not all of their words.

    `awalan`: 'Tabel 4.3, ' or 'Kotak indikator '. A row about several tables must be used somewhere: see `LUAS`.
    """
    hasil: list[str] = []
    for r in register:
        if r.kode in LUAS or not r.tempat.startswith(awalan):
            continue
        banyak = 1 if r.keputusan == "dipertahankan" else len(pasangan(r))
        if any((r.kode, i) not in pemakaian.terpakai for i in range(banyak)):
            hasil.append(r.kode)
    return hasil
