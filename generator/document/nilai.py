"""Values in prose: what an expression may give, how it prints by default, and the filters.

An expression's result never becomes Markdown: it is kept aside as a `Value` node and a marker stands for it until the text
has been parsed, so data can neither break nor inject markup, and keeps its origin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from generator.compute.daftar import Daftar, Periode, Tahun
from generator.compute.rasio import perubahan
from generator.document import format as cetak
from generator.document.nodes import Value
from generator.model.angka import Angka, gabung_asal, jumlah
from generator.model.kolom import Tanggal


class NilaiSalah(Exception):
    """A value that cannot be printed or a filter that does not fit it; the message is for planners."""


def sebagai_nilai(v: Any) -> Value:
    """A value as it prints by default. Raises NilaiSalah for what is no single value."""
    match v:
        case Value():
            return v
        case Angka():
            return Value(cetak.angka(v), v, v.asal)
        case Tahun():
            return Value(str(v.nilai), Angka(v.nilai, v.asal), v.asal)
        case Periode():
            return Value(f"{v.awal.nilai}–{v.akhir.nilai}", None, v.asal)
        case Tanggal():
            return Value(cetak.tanggal(v.nilai) if v.hari else cetak.bulan_tahun(v.nilai), None, v.asal)
        case str():
            return Value(str(v), None, getattr(v, "asal", ()))
        case bool() | float():
            raise NilaiSalah(f"ungkapan menghasilkan {type(v).__name__}, bukan nilai yang dapat dicetak")
        case int():
            return Value(cetak.angka(v), Angka(v))
        case None:
            return Value(cetak.STRIP)
        case Daftar() | list() | tuple():
            raise NilaiSalah("ungkapan menghasilkan daftar; pakai | daftar, .jumlah, atau {% for %}")
    raise NilaiSalah("ungkapan menghasilkan sebuah rekaman; sebutkan kolomnya, misalnya .nama")


def _angka(v: Any) -> Angka:
    match v:
        case Angka():
            return v
        case Tahun():
            return Angka(v.nilai, v.asal)
        case Value(angka=Angka() as a):
            return a
        case int() if not isinstance(v, bool):
            return Angka(v)
    raise NilaiSalah("saringan ini hanya untuk angka")


def _bulat(v: Any) -> tuple[Angka, int]:
    a = _angka(v)
    if not isinstance(a.nilai, int):
        raise NilaiSalah("hanya bilangan bulat yang dapat dibilang dengan kata")
    return a, a.nilai


def _bilang(v: Any) -> Value:
    a, n = _bulat(v)
    return Value(f"{cetak.angka(n)} ({cetak.terbilang(n)})", a, a.asal)


def _terbilang(v: Any) -> Value:
    a, n = _bulat(v)
    return Value(cetak.terbilang(n), a, a.asal)


def _romawi(v: Any) -> Value:
    a, n = _bulat(v)
    return Value(cetak.romawi(n), a, a.asal)


def _desimal(v: Any, desimal: int = 2) -> Value:
    a = _angka(v)
    return Value(cetak.angka(a, desimal), a, a.asal)


def _persen(v: Any, desimal: int = 2) -> Value:
    a = _angka(v)
    return Value(cetak.persen(a, desimal), a, a.asal)


def _rupiah(v: Any, desimal: int = 0) -> Value:
    a = _angka(v)
    return Value(cetak.rupiah(a, desimal), a, a.asal)


def _tanggal(v: Any) -> Value:
    if not isinstance(v, Tanggal) or not v.hari:
        raise NilaiSalah("saringan tanggal hanya untuk tanggal")
    return Value(cetak.tanggal(v.nilai), None, v.asal)


def _bulan_tahun(v: Any) -> Value:
    if not isinstance(v, Tanggal):
        raise NilaiSalah("saringan bulan_tahun hanya untuk tanggal atau bulan")
    return Value(cetak.bulan_tahun(v.nilai), None, v.asal)


def _daftar(v: Iterable[Any]) -> Value:
    nilai = [sebagai_nilai(b) for b in v]
    return Value(cetak.rangkai([n.text for n in nilai]), None, gabung_asal(*nilai))


def _ubah(fungsi: Callable[[str], str]) -> Callable[[Any], Value]:
    def saring(v: Any) -> Value:
        n = sebagai_nilai(v)
        return Value(fungsi(n.text), n.angka, n.asal)

    return saring


def _serap(v: Iterable[Any], nama: str) -> list[Any]:
    """The named attribute of every row: {{ desa | serap("nama") | daftar }}."""
    if nama.startswith("_"):
        raise NilaiSalah(f'"{nama}" tidak dapat diambil')
    return [getattr(b, nama) for b in v]


SARINGAN: dict[str, Callable[..., Any]] = {
    "angka": _desimal,
    "bilang": _bilang,
    "terbilang": _terbilang,
    "romawi": _romawi,
    "persen": _persen,
    "rupiah": _rupiah,
    "tanggal": _tanggal,
    "bulan_tahun": _bulan_tahun,
    "daftar": _daftar,
    "serap": _serap,
    "kecil": _ubah(lambda t: t[:1].lower() + t[1:]),
    "kalimat": _ubah(lambda t: t[:1].upper() + t[1:]),
    "besar": _ubah(str.upper),
}
FUNGSI: dict[str, Callable[..., Any]] = {
    "perubahan": perubahan,
    "jumlah": lambda nilai: jumlah(nilai),
}
