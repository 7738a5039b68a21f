"""How values are printed: numbers, money, percent, words, dates. The only place where anything is rounded (half up)."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from generator.model.angka import Angka, Bilangan

STRIP = "-"
TITIK_TITIK = "." * 24  # where something is to be written by hand
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_SATUAN = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_SKALA = ((10**3, "ribu"), (10**6, "juta"), (10**9, "miliar"), (10**12, "triliun"), (10**15, "kuadriliun"))
_ROMAWI = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAWI_TERBESAR = 3999
_ROMAWI_KECIL = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def nilai_dari(a: Angka | Bilangan | None) -> Bilangan | None:
    return a.nilai if isinstance(a, Angka) else a


def desimal_sendiri(nilai: Bilangan) -> int:
    """How many decimals a number has of its own: 82.750 -> 2."""
    return 0 if isinstance(nilai, int) else max(0, -int(nilai.normalize().as_tuple().exponent))


def bulatkan(nilai: Bilangan, desimal: int) -> Decimal:
    """Half up, away from zero at the half: 0.745 -> 0.75, -0.745 -> -0.75."""
    return Decimal(nilai).quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP)


def angka(a: Angka | Bilangan | None, desimal: int | None = None) -> str:
    """'1.234.567' or '82,75'. Without `desimal` a Decimal prints its own digits. Blank prints '-'."""
    nilai = nilai_dari(a)
    if nilai is None:
        return STRIP
    if desimal is None:
        desimal = desimal_sendiri(nilai)
    bulat = bulatkan(nilai, desimal)
    teks = f"{bulat + 0:,.{desimal}f}"
    if not bulat:
        teks = teks.lstrip("-")
    return teks.translate(str.maketrans(",.", ".,"))


def jumlah_orang(a: Angka | Bilangan | None) -> str:
    """A count or an amount in a table: 0 and blank print '-'."""
    return angka(a) if nilai_dari(a) else STRIP


def rasio(a: Angka | Bilangan | None) -> str:
    """A fraction with two decimals: '0,99', '-0,23', '-' for a blank."""
    return angka(a, 2)


def persen(a: Angka | Bilangan | None, desimal: int = 2) -> str:
    """A fraction as percent: 0.7464 -> '74,64%'."""
    nilai = nilai_dari(a)
    return STRIP if nilai is None else f"{angka(Decimal(nilai) * 100, desimal)}%"


def seratus(a: Angka | Bilangan | None, desimal: int = 2) -> str:
    """A fraction in a column headed '%': 0.7464 -> '74,64'."""
    return persen(a, desimal).removesuffix("%")


def rupiah(a: Angka | Bilangan | None, desimal: int = 0) -> str:
    """'Rp2.485.296.504'; negative '-Rp…'."""
    teks = angka(a, desimal)
    return teks if teks == STRIP else f"-Rp{teks[1:]}" if teks.startswith("-") else f"Rp{teks}"


def terbilang(nilai: int) -> str:
    """A whole number in Indonesian words, up to quadrillions."""
    if nilai < 0:
        return f"minus {terbilang(-nilai)}"
    if nilai < 12:
        return _SATUAN[nilai]
    if nilai < 20:
        return f"{_SATUAN[nilai - 10]} belas"
    if nilai < 100:
        return _rangkai(nilai, 10, "puluh")
    if nilai < 200:
        return _sambung("seratus", nilai - 100)
    if nilai < 1000:
        return _rangkai(nilai, 100, "ratus")
    if nilai < 2000:
        return _sambung("seribu", nilai - 1000)
    for skala, nama in _SKALA:
        if nilai < skala * 1000:
            return _rangkai(nilai, skala, nama)
    raise ValueError("bilangan terlalu besar untuk dibilang")


def _sambung(awal: str, sisa: int) -> str:
    return f"{awal} {terbilang(sisa)}" if sisa else awal


def _rangkai(nilai: int, skala: int, nama: str) -> str:
    return _sambung(f"{terbilang(nilai // skala)} {nama}", nilai % skala)


def romawi(nilai: int) -> str:
    """1 -> 'I', 14 -> 'XIV'."""
    if nilai < 1:
        raise ValueError("angka Romawi mulai dari satu")
    if nilai > _ROMAWI_TERBESAR:
        raise ValueError(f"{nilai} terlalu besar untuk angka Romawi")
    teks = ""
    for besar, huruf in (*_ROMAWI, *_ROMAWI_KECIL):
        teks += huruf * (nilai // besar)
        nilai %= besar
    return teks


def tanggal(hari: date) -> str:
    """'2 September 2025'."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def bulan_tahun(hari: date) -> str:
    """'Agustus 2025'."""
    return f"{BULAN[hari.month - 1]} {hari.year}"


def nip(teks: str) -> str:
    """'196910251998021004' -> '19691025 199802 1 004'."""
    return f"{teks[:8]} {teks[8:14]} {teks[14]} {teks[15:]}" if len(teks) == 18 else teks


def rangkai(butir: list[str]) -> str:
    """'A', 'A dan B', 'A, B, dan C'."""
    if len(butir) < 3:
        return " dan ".join(butir)
    return ", ".join(butir[:-1]) + f", dan {butir[-1]}"
