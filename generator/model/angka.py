"""Values that know where they came from: `Angka` (numbers) and `Teks` (words)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from generator.lokasi import Lokasi as Lokasi  # what a value comes from is part of what it is
from generator.lokasi import UtuhBagiPydantic

Bilangan = int | Decimal


class Teks(str):
    """A string with the cells it came from; otherwise an ordinary `str`."""

    __slots__ = ("asal",)
    asal: tuple[Lokasi, ...]

    def __new__(cls, isi: str, asal: tuple[Lokasi, ...] = ()) -> Self:
        diri = super().__new__(cls, isi)
        diri.asal = asal
        return diri


def gabung_asal(*bagian: object) -> tuple[Lokasi, ...]:
    """The origins of all parts, each once, in order."""
    urut: dict[Lokasi, None] = {}
    for b in bagian:
        urut.update(dict.fromkeys(getattr(b, "asal", ())))
    return tuple(urut)


@dataclass(frozen=True, slots=True, eq=False)
class Angka(UtuhBagiPydantic):
    """A number (`int`, `Decimal` or `None` for a blank), its origins, and in words how it was derived.

    Money is an integer of Rupiah; a ratio is a Decimal fraction. Arithmetic merges origins. Division by a blank or
    zero gives a blank (domain rule: "a ratio with a blank or 0 base prints '-'"). Nothing is rounded here.
    """

    nilai: Bilangan | None
    asal: tuple[Lokasi, ...] = ()
    rumus: str = ""

    def _hitung(self, lain: Angka | Bilangan, tanda: str) -> Angka:
        kanan = lain if isinstance(lain, Angka) else Angka(lain)
        a, b = self.nilai, kanan.nilai
        hasil: Bilangan | None
        if a is None or b is None:
            hasil = None
        elif tanda == "+":
            hasil = a + b
        elif tanda == "-":
            hasil = a - b
        elif tanda == "×":
            hasil = a * b
        else:
            hasil = Decimal(a) / Decimal(b) if b else None
        return Angka(hasil, gabung_asal(self, kanan), f"{self.sebutan} {tanda} {kanan.sebutan}")

    @property
    def sebutan(self) -> str:
        """The value as a term of a formula in words."""
        if self.rumus:
            return f"({self.rumus})"
        if self.asal:
            return f"{self.asal[0].lembar}!{self.asal[0].sel}" if self.asal[0].lembar else str(self.asal[0])
        return str(self.nilai)

    def __add__(self, lain: Angka | Bilangan) -> Angka:
        return self._hitung(lain, "+")

    def __radd__(self, lain: Bilangan) -> Angka:
        return Angka(lain)._hitung(self, "+")

    def __sub__(self, lain: Angka | Bilangan) -> Angka:
        return self._hitung(lain, "-")

    def __rsub__(self, lain: Bilangan) -> Angka:
        return Angka(lain)._hitung(self, "-")

    def __mul__(self, lain: Angka | Bilangan) -> Angka:
        return self._hitung(lain, "×")

    def __rmul__(self, lain: Bilangan) -> Angka:
        return Angka(lain)._hitung(self, "×")

    def __truediv__(self, lain: Angka | Bilangan) -> Angka:
        return self._hitung(lain, "/")

    def __rtruediv__(self, lain: Bilangan) -> Angka:
        return Angka(lain)._hitung(self, "/")

    def __neg__(self) -> Angka:
        return Angka(None if self.nilai is None else -self.nilai, self.asal, f"-{self.sebutan}")

    def __abs__(self) -> Angka:
        return Angka(-self.nilai if self.nilai and self.nilai < 0 else self.nilai, self.asal, f"|{self.sebutan}|")

    def __eq__(self, lain: object) -> bool:
        return self.nilai == (lain.nilai if isinstance(lain, Angka) else lain)

    def __hash__(self) -> int:
        return hash(self.nilai)

    def _urut(self, lain: Angka | Bilangan) -> tuple[Bilangan, Bilangan]:
        a, b = self.nilai, lain.nilai if isinstance(lain, Angka) else lain
        if a is None or b is None:
            raise TypeError("nilai kosong tidak dapat dibandingkan")
        return a, b

    def __lt__(self, lain: Angka | Bilangan) -> bool:
        a, b = self._urut(lain)
        return a < b

    def __le__(self, lain: Angka | Bilangan) -> bool:
        a, b = self._urut(lain)
        return a <= b

    def __gt__(self, lain: Angka | Bilangan) -> bool:
        a, b = self._urut(lain)
        return a > b

    def __ge__(self, lain: Angka | Bilangan) -> bool:
        a, b = self._urut(lain)
        return a >= b

    def __bool__(self) -> bool:
        return bool(self.nilai)

    def __index__(self) -> int:
        if not isinstance(self.nilai, int):
            raise TypeError("bukan bilangan bulat")
        return self.nilai


def jumlah(nilai: Iterable[Angka], rumus: str = "") -> Angka:
    """Sum, blanks counting as nothing; blank when all are blank."""
    daftar = list(nilai)
    hasil: Bilangan | None = None
    for a in daftar:
        if a.nilai is not None:
            hasil = a.nilai if hasil is None else hasil + a.nilai
    return Angka(hasil, gabung_asal(*daftar), rumus or f"jumlah {len(daftar)} nilai")
