"""Numbers as people type them: numerals with Indonesian separators, and number words.

`angka_ketik` gives every numeral of a text that is neither part of a name (S1, PBB-P2) nor of a legal reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.model.bilangan import baca_angka
from generator.periksa.naskah import hukum

_SATUAN = {
    k: n
    for n, k in enumerate(
        "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()  # noqa: SIM905
    )
}
_SKALA = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
KATA_BILANGAN = frozenset({*_SATUAN, *_SKALA, "belas", "puluh", "ratus", "seratus", "seribu"})
_DERET = "|".join(sorted(KATA_BILANGAN, key=len, reverse=True))
POLA_TERBILANG = rf"(?:{_DERET})(?:\s+(?:{_DERET}))*"

# a numeral: not glued to letters, but for 'ke-4', 'Rp500' and 'T-C.5'
_ANGKA = re.compile(
    r"(?<![\w.,/-])(?P<awalan>ke-|Rp\.?\s?|[A-Z]-[A-Z]\.)?-?(?P<angka>\d+(?:[.,]\d+)*)(?P<persen>\s?%)?(?![\w²³])(?!-[A-Za-z])"
)
# numerals joined by a dash or a slash: '2025-2029', '2025–2029', '4/5'
_SAMBUNG = re.compile(r"(?<=\d)[-–/](?=\d)")
_PASAL = re.compile(
    r"\b(?:pasal|ayat|huruf|poin|angka|butir)\s+\(?\d+[a-z]?\)?(?:\s*(?:,|dan|sampai dengan)\s*\(?\d+\)?)*", re.I
)


@dataclass(frozen=True, slots=True)
class AngkaKetik:
    """A numeral as typed. `nilai` is its value, None when it can be read two ways or not at all (4.3.1)."""

    teks: str
    nilai: int | Decimal | None
    awal: int
    akhir: int
    persen: bool = False
    rupiah: bool = False

    @property
    def desimal(self) -> int:
        return max(0, -int(self.nilai.as_tuple().exponent)) if isinstance(self.nilai, Decimal) else 0

    @property
    def tahun(self) -> int | None:
        """The year it may be: four digits without separator."""
        ya = re.fullmatch(r"(?:19|20)\d\d", self.teks) and not self.persen and not self.rupiah
        return int(self.teks) if ya else None


def angka_ketik(teks: str) -> Iterator[AngkaKetik]:
    """The numerals of a typed text, legal references aside."""
    if not any(map(str.isdigit, teks)):
        return
    polos = teks
    for pola in (hukum.KUTIPAN, hukum.KUTIPAN_PENDEK, _PASAL):
        polos = pola.sub(lambda m: " " * len(m[0]), polos)
    polos = _SAMBUNG.sub(" ", polos)
    for m in _ANGKA.finditer(polos):
        isi, awalan = m["angka"], m["awalan"] or ""
        if "." in awalan and "-" in awalan:  # the name of a form: T-C.24
            yield AngkaKetik(m[0], None, m.start(), m.end())
            continue
        ribuan = isi.isdigit() or re.fullmatch(r"\d{1,3}(?:\.\d{3})+", isi)
        nilai = int(isi.replace(".", "")) if ribuan else baca_angka(isi)
        yield AngkaKetik(isi, nilai, m.start("angka"), m.end("angka"), bool(m["persen"]), awalan.startswith("Rp"))


SEKITAR = 200  # letters on each side of a numeral among which its words are looked for


def pokok_angka(teks: str, a: AngkaKetik) -> str:
    """The numeral with the word after it, or before it: '31 sub', 'tahun 2025'."""
    if a.rupiah:
        return f"Rp{a.teks}"
    if teks[: a.awal].endswith("ke-"):
        return f"ke-{a.teks}"
    sesudah = re.match(r"\s?%|\s*(?:\([^)]*\)\s*)?([^\W\d_]+)", teks[a.akhir : a.akhir + SEKITAR])
    if sesudah:
        return f"{a.teks}%" if sesudah[1] is None else f"{a.teks} {sesudah[1]}"
    sebelum = re.search(r"([^\W\d_]+)\W*$", teks[max(0, a.awal - SEKITAR) : a.awal])
    return f"{sebelum[1]} {a.teks}" if sebelum else a.teks


def baca_terbilang(teks: str) -> int | None:
    """'tiga puluh dua' -> 32; None for what is no number."""
    jumlah = bagian = kini = 0
    kata = teks.lower().split()
    if not kata:
        return None
    for k in kata:
        if k in _SATUAN:
            kini += _SATUAN[k]
        elif k == "belas":
            kini += 10
        elif k == "puluh":
            bagian, kini = bagian + kini * 10, 0
        elif k == "ratus":
            bagian, kini = bagian + kini * 100, 0
        elif k == "seratus":
            bagian += 100
        elif k == "seribu":
            jumlah += 1000
        elif k in _SKALA:
            jumlah += (bagian + kini or 1) * _SKALA[k]
            bagian = kini = 0
        else:
            return None
    return jumlah + bagian + kini
