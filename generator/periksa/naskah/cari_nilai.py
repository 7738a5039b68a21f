"""Which expression prints a value: the names that chapters speak with, searched for a number or a year.

Only asked when a typed numeral was found, so the whole of the names is walked then and not before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.compute.daftar import Daftar, Periode, Tahun
from generator.document.ungkapan.kosakata import nama_naskah, rekaman
from generator.model.angka import Angka, Bilangan
from generator.model.kolom import Tanggal
from generator.periksa.bahan import Bahan
from generator.periksa.naskah.bilangan import SEKITAR, AngkaKetik
from generator.tree.format import bulatkan

DALAM = 6
_DAUN = (Angka, Tahun, Tanggal, str, int, Decimal)
KECIL = 100  # a whole number below is found everywhere: only one whose name stands beside it counts
_LEWAT = {"induk", "anak", "desimal", "nomor", "program_terbesar"}
_LEWAT |= {"kolom_terbanyak", "terbanyak", "rasio_tertinggi", "rasio_terendah"}
_RENTANG = re.compile(r"\b(\d{4})\s?[-–]\s?(\d{4})\b")
_SEPANJANG = 12  # letters of a span of years
_BENDA = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:orang\s+|buah\s+)?((?:sub\s)?[^\W\d_]+)", re.I)
_KATA = re.compile(r"[^\W\d_]{3,}")


def semua_nilai(b: Bahan) -> list[tuple[str, Any]]:
    """(expression, number, year or day) of everything that an expression may print."""

    return b.ingat("semua nilai", lambda: list(_telusuri(nama_naskah(b.konteks))))


def _telusuri(nama: Mapping[str, object]) -> Iterator[tuple[str, Any]]:
    """Level by level, so that each thing is met by its shortest name."""
    kini: list[tuple[str, Any]] = list(nama.items())
    terlihat: dict[int, Any] = {}  # the objects themselves, so that no number of one is used again
    for _ in range(DALAM):
        berikut: list[tuple[str, Any]] = []
        for ungkapan, v in kini:
            if isinstance(v, (Angka, Tahun, Tanggal, Periode)):
                yield ungkapan, v
            if v is None or isinstance(v, _DAUN) or id(v) in terlihat:
                continue
            terlihat[id(v)] = v
            berikut += _isi(ungkapan, v)
        kini = berikut


def _isi(ungkapan: str, v: Any) -> Iterator[tuple[str, Any]]:
    """What stands directly below a name."""
    if isinstance(v, Mapping):
        yield from ((f"{ungkapan}[{_kunci(k)}]", isi) for k, isi in v.items())
    elif isinstance(v, Daftar):
        yield from ((f"{ungkapan}[{_kunci(k)}]", isi) for k, isi in v._menurut.items())
    elif isinstance(v, Periode):
        yield from ((f"{ungkapan}[{i}]", t) for i, t in enumerate(v) if 0 < i < len(v) - 1)
    if isinstance(v, (Mapping, tuple, list)):
        return
    for nama in rekaman(v).nama:
        if nama in _LEWAT:
            continue
        try:
            isi = getattr(v, nama)
        except (LookupError, TypeError, ValueError, ArithmeticError, AssertionError):
            continue
        yield f"{ungkapan}.{nama}", isi


def _kunci(kunci: object) -> str:
    return f'"{kunci}"' if isinstance(kunci, str) else str(kunci)


def usul_angka(b: Bahan, teks: str, a: AngkaKetik) -> str:
    """The expression that prints a typed numeral, or ''. Of several, the one whose words stand nearest in the text."""
    if a.nilai is None:
        return ""
    calon = b.ingat(f"ungkapan {a.nilai} {a.persen} {a.desimal}", lambda: _calon(b, a))
    terbaik, skor = _terdekat(calon, *_sekitar(teks, a))
    if not terbaik or (isinstance(a.nilai, int) and a.nilai < KECIL and not a.persen and not skor):
        return ""
    return f"{{{{ {terbaik}{_saringan(teks, a)} }}}}"


def _calon(b: Bahan, a: AngkaKetik) -> list[str]:
    """The expressions that print this numeral."""
    return [u for u, v in semua_nilai(b) if isinstance(v, Angka) and v.nilai is not None and _sama(a, v.nilai)]


def _sekitar(teks: str, a: AngkaKetik) -> tuple[str, str]:
    """The text before and after a numeral, as far as it is looked at."""
    return teks[max(0, a.awal - SEKITAR) : a.awal], teks[a.akhir : a.akhir + SEKITAR]


def _sama(a: AngkaKetik, nilai: Bilangan) -> bool:
    assert a.nilai is not None
    if a.persen and bulatkan(Decimal(nilai) * 100, a.desimal) == a.nilai:
        return True
    return nilai == a.nilai or (0 < a.desimal == 2 and bulatkan(nilai, 2) == a.nilai)


def _saringan(teks: str, a: AngkaKetik) -> str:
    if a.rupiah:
        return " | rupiah"
    if a.persen:
        return f" | persen({a.desimal})"
    if re.match(r"\s*\(\s*[a-z]", _sekitar(teks, a)[1]):
        return " | bilang"
    return f" | angka({a.desimal})" if a.desimal else ""


def usul_tahun(b: Bahan, teks: str, a: AngkaKetik) -> str:
    """The expression that prints a typed year, or a span of years of which it is one end; or ''."""
    awal = max(0, a.awal - _SEPANJANG)
    cocok = _RENTANG.finditer(teks[awal : a.akhir + _SEPANJANG])
    rentang = next((m for m in cocok if a.awal - awal in (m.start(1), m.start(2))), None)
    calon: list[str] = []
    for u, v in semua_nilai(b):
        match v:
            case Periode() if rentang and (v.awal.nilai, v.akhir.nilai) == (int(rentang[1]), int(rentang[2])):
                return f"{{{{ {u} }}}}"
            case Tahun() if v.nilai == a.tahun:
                calon.append(u)
            case Tanggal() if v.nilai.year == a.tahun:
                calon.append(u)
    terbaik, _ = _terdekat(calon, *_sekitar(teks, a))
    return f"{{{{ {terbaik} }}}}" if terbaik else ""


def _terdekat(calon: list[str], sebelum: str, sesudah: str) -> tuple[str, int]:
    """The candidate with the most words in the text around, the word after the numeral first; and how many."""
    if not calon:
        return "", 0
    kata = [
        w.lower().removesuffix("nya") for w in (*reversed(_KATA.findall(sebelum)[-5:]), *_KATA.findall(sesudah)[:5])
    ]
    depan = _BENDA.match(sesudah)
    benda = "".join(depan[1].lower().split()) if depan else ""

    def cocok(u: str) -> int:
        nama = {w.lower() for w in _KATA.findall(u.replace("_", " "))}
        akhir = u.removesuffix(".jumlah").rpartition(".")[2].partition("[")[0]
        return 4 * (akhir == benda) + 2 * (benda in nama) + sum(w in nama for w in set(kata))

    def urut(u: str) -> tuple[int, int, int]:
        return (u.count(".") + u.count("[") - cocok(u), not u.startswith("periode."), len(u))

    terbaik = min(calon, key=urut)
    return terbaik, cocok(terbaik)
