"""Values in prose: what an expression may give, how it prints by default, and the filters.

An expression's result never becomes Markdown: it is kept aside as a `Value` node and a marker stands for it until the
text has been parsed, so data can neither break nor inject markup, and keeps its origin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from jinja2 import Environment, Undefined, pass_environment
from markupsafe import Markup

from generator.compute.daftar import Daftar, Periode, Tahun
from generator.compute.rasio import perubahan
from generator.model.angka import Angka, Teks, gabung_asal, jumlah
from generator.model.kolom import Tanggal
from generator.tree import format as cetak
from generator.tree.nodes import Value

DESIMAL_HITUNGAN = 2  # of a quotient, which has no end of its own
BATAS_DESIMAL = 10
BATAS_TEKS = 100_000  # letters of one value


class NilaiSalah(Exception):
    """A value that cannot be printed or a filter that does not fit it; the message is for planners."""


def sebagai_nilai(v: Any) -> Value:
    """A value as it prints by default. Raises NilaiSalah for what is no single value."""
    match v:
        case Value():
            return v
        case Angka():
            return Value(cetak.angka(v, _desimal_baku(v)), v, v.asal)
        case Tahun():
            return Value(str(v.nilai), Angka(v.nilai, v.asal), v.asal)
        case Periode() if not len(v):
            return Value(cetak.STRIP, None, v.asal)
        case Periode():
            teks = str(v.awal.nilai) if v.awal == v.akhir else f"{v.awal.nilai}–{v.akhir.nilai}"
            return Value(teks, None, v.asal)
        case Tanggal():
            return Value(cetak.tanggal(v.nilai) if v.hari else cetak.bulan_tahun(v.nilai), None, v.asal)
        case Markup():
            raise NilaiSalah("hasil makro dan {% set … %} … {% endset %} hanya dapat dicetak, tidak diolah lagi")
        case str():
            return Value(str(v), None, getattr(v, "asal", ()))
        case bool():
            raise NilaiSalah("ungkapan menghasilkan ya atau tidak; pakai {% if … %}")
        case int() | Decimal():
            return sebagai_nilai(Angka(v))
        case None:
            return Value(cetak.STRIP)
        case Daftar() | list() | tuple():
            raise NilaiSalah("ungkapan menghasilkan daftar; pakai | daftar, .jumlah, atau {% for %}")
    raise NilaiSalah("ungkapan menghasilkan sebuah rekaman; sebutkan kolomnya, misalnya .nama")


def _desimal_baku(a: Angka) -> int | None:
    """A number of the sources prints its own decimals, a computed one at most two."""
    if a.nilai is None or not a.rumus:
        return None
    return min(cetak.desimal_sendiri(a.nilai), DESIMAL_HITUNGAN)


def sambung(bagian: Iterable[Any]) -> Teks:
    """The operator ~: the parts as they print, in one text with all their origins."""
    nilai = _muat(bagian)
    return Teks("".join(n.text for n in nilai), gabung_asal(*nilai))


def _muat(bagian: Iterable[Any]) -> list[Value]:
    """The values as they print, which together make no longer text than one value may be."""
    nilai = [sebagai_nilai(b) for b in bagian]
    batasi_teks(sum(len(n.text) for n in nilai))
    return nilai


def batasi_teks(panjang: int) -> int:
    """The length of a text. Raises NilaiSalah for one longer than a value may be."""
    if panjang > BATAS_TEKS:
        raise NilaiSalah(f"nilai lebih panjang dari {cetak.angka(BATAS_TEKS)} huruf")
    return panjang


def _angka(v: Any) -> Angka:
    match v:
        case Angka():
            return v
        case Tahun():
            return Angka(v.nilai, v.asal)
        case Value(angka=Angka() as a):
            return a
        case int() | Decimal() if not isinstance(v, bool):
            return Angka(v)
    raise NilaiSalah("saringan ini hanya untuk angka")


def _bulat_dari(v: Any) -> int:
    nilai = _angka(v).nilai
    if not isinstance(nilai, int):
        raise NilaiSalah("hanya bilangan bulat yang ganjil atau genap")
    return nilai


def _bulat(fungsi: Callable[[int], str]) -> Callable[[Any], Value]:
    """A filter for whole numbers; a blank prints '-'."""

    def saring(v: Any) -> Value:
        a = _angka(v)
        if a.nilai is None:
            return Value(cetak.STRIP, a, a.asal)
        if not isinstance(a.nilai, int):
            raise NilaiSalah("hanya bilangan bulat yang dapat dibilang dengan kata")
        return Value(fungsi(a.nilai), a, a.asal)

    return saring


def _berdesimal(cetak_angka: Callable[[Angka, int], str], bawaan: int) -> Callable[..., Value]:
    """A filter for numbers that is told how many decimals to print."""

    def saring(v: Any, desimal: Any = bawaan) -> Value:
        a, banyak = _angka(v), _angka(desimal).nilai
        if not isinstance(banyak, int) or not 0 <= banyak <= BATAS_DESIMAL:
            raise NilaiSalah(f"banyaknya desimal harus 0 sampai {BATAS_DESIMAL}")
        return Value(cetak_angka(a, banyak), a, a.asal)

    return saring


def _titik(v: Any) -> Value:
    """A dotted line for what is not known."""
    return Value(cetak.TITIK_TITIK) if v is None or v == "" else sebagai_nilai(v)


def _tanggal(v: Any) -> Value:
    if not isinstance(v, Tanggal) or not v.hari:
        raise NilaiSalah("saringan tanggal hanya untuk tanggal")
    return Value(cetak.tanggal(v.nilai), None, v.asal)


def _bulan_tahun(v: Any) -> Value:
    if not isinstance(v, Tanggal):
        raise NilaiSalah("saringan bulan_tahun hanya untuk tanggal atau bulan")
    return Value(cetak.bulan_tahun(v.nilai), None, v.asal)


def _baris(v: Any) -> list[Any]:
    if isinstance(v, (str, Value)) or not isinstance(v, Iterable):
        raise NilaiSalah("saringan ini hanya untuk daftar")
    return list(v)


def _daftar(v: Any) -> Value:
    nilai = _muat(_baris(v))
    return Value(cetak.rangkai([n.text for n in nilai]) or cetak.STRIP, None, gabung_asal(*nilai))


def _ubah(fungsi: Callable[[str], str]) -> Callable[[Any], Value]:
    def saring(v: Any) -> Value:
        n = sebagai_nilai(v)
        return Value(fungsi(n.text), n.angka, n.asal)

    return saring


@pass_environment
def _serap(env: Environment, v: Any, nama: str) -> list[Any]:
    """The named attribute of every row: {{ desa | serap("nama") | daftar }}. The sandbox decides what may be had."""
    hasil = [env.getattr(b, nama) for b in _baris(v)]
    if any(isinstance(h, Undefined) for h in hasil):
        raise NilaiSalah(f'"{nama}" tidak ada pada baris daftar itu')
    return hasil


SARINGAN: dict[str, Callable[..., Any]] = {
    "angka": _berdesimal(cetak.angka, 2),
    "bilang": _bulat(lambda n: f"{cetak.angka(n)} ({cetak.terbilang(n)})"),
    "terbilang": _bulat(cetak.terbilang),
    "romawi": _bulat(cetak.romawi),
    "persen": _berdesimal(cetak.persen, 2),
    "rupiah": _berdesimal(cetak.rupiah, 0),
    "tanggal": _tanggal,
    "titik": _titik,
    "bulan_tahun": _bulan_tahun,
    "daftar": _daftar,
    "serap": _serap,
    "kecil": _ubah(lambda t: t[:1].lower() + t[1:]),
    "kalimat": _ubah(lambda t: t[:1].upper() + t[1:]),
    "besar": _ubah(str.upper),
}
FUNGSI: dict[str, Callable[..., Any]] = {
    "perubahan": lambda lama, baru: perubahan(_angka(lama), _angka(baru)),
    "jumlah": lambda nilai: jumlah(map(_angka, _baris(nilai))),
}
UJI: dict[str, Callable[[Any], bool]] = {
    "defined": lambda v: not isinstance(v, Undefined),
    "none": lambda v: v is None,
    "odd": lambda v: _bulat_dari(v) % 2 == 1,
    "even": lambda v: _bulat_dari(v) % 2 == 0,
}
