"""Column types of the workbooks: what a cell must hold, and how it becomes a value with its origin.

A row type (`Baris`) is a pydantic model whose fields carry a title (the column's header), a description (the sheet
"Petunjuk" prints it) and one of the types below. Validators take a `Sel`, give a `Teks`, `Angka`, `date` or `bool`, and
raise `PydanticCustomError` whose type is a code of `generator.temuan.KATALOG`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo
from pydantic_core import PydanticCustomError

from generator.lokasi import Lokasi, UtuhBagiPydantic
from generator.model.angka import Angka, Teks
from generator.model.bilangan import BATAS_ANGKA, BATAS_TEKS_ANGKA, POLA_MIRIP_ANGKA, baca_angka, tanpa_mata_uang

IsiSel = str | int | Decimal | bool | None
Peringatan = Callable[[str, Lokasi, str, str], None]


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell as read. `rumus`: it holds a formula. `galat`: an Excel error such as '#REF!'. `tanggal`: its number
    is a day, counted as Excel does, and shown as a date."""

    isi: IsiSel
    lokasi: Lokasi
    rumus: bool = False
    galat: str = ""
    tanggal: bool = False

    @property
    def kosong(self) -> bool:
        """Nothing, blanks only, or a formula that gives ''."""
        if isinstance(self.isi, str):
            return not self.isi.strip()
        return self.isi is None and not self.rumus and not self.galat


@dataclass(frozen=True, slots=True)
class Bentuk:
    """How a column's type is described to planners and formatted in Excel."""

    uraian: str
    format: str = "General"
    pilihan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PerTahun:
    """The field collects the columns '<judul> <year>' into a dict by year."""

    judul: str


@dataclass(frozen=True, slots=True)
class KolomBebas:
    """The field collects every column that no other field names, by header."""


@dataclass(frozen=True, slots=True)
class Rujukan:
    """The cell must hold a code of the named field of `Isi`."""

    medan: str


class Baris(BaseModel):
    """A row of a sheet. `lokasi` is its first cell."""

    # built when the first row is read: rows that a cache gives back need no schema
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    lokasi: Lokasi


def salah(kode: str, pesan: str) -> PydanticCustomError:
    return PydanticCustomError(kode, "{pesan}", {"pesan": pesan})


def _peringatkan(info: ValidationInfo, kode: str, sel: Sel, pesan: str, pokok: str = "") -> None:
    lapor: Peringatan | None = (info.context or {}).get("peringatan")
    if lapor:
        lapor(kode, sel.lokasi, pesan, pokok)


def tampil(isi: IsiSel) -> str:
    """The content of a cell as it stands in a message."""
    if isinstance(isi, str):
        return f'"{isi}"' if len(isi) <= 60 else f'"{isi[:57]}…"'
    if isinstance(isi, bool):
        return "BENAR (TRUE)" if isi else "SALAH (FALSE)"
    return str(isi).replace(".", ",")


def _siap(sel: Any) -> Sel:
    """The cell, or a complaint about a formula without value or an Excel error."""
    if not isinstance(sel, Sel):  # a value built in code (tests, other sources) passes through as it is
        return Sel(sel, Lokasi("-"))
    if sel.galat:
        raise salah("sel-galat", f"sel berisi galat Excel {sel.galat}")
    if sel.rumus and sel.isi is None:
        raise salah("rumus-belum-dihitung", "sel berisi rumus yang belum pernah dihitung")
    return sel


# ---------------------------------------------------------------- text


_SPASI_GANDA = re.compile(r"(?<!\S)(\S+)[ \t\u00a0]{2,}(\S+)")


def _teks(sel: Any, info: ValidationInfo, *, wajib: bool) -> Teks | None:
    s = _siap(sel)
    if isinstance(s.isi, str):
        isi = " ".join(s.isi.split())
        if len(isi) < len(s.isi) and (ganda := _SPASI_GANDA.search(s.isi)):
            kata = f"{ganda[1]} {ganda[2]}"
            _peringatkan(info, "spasi-ganda", s, f'dua spasi dalam "{ganda[1]}  {ganda[2]}"; dibaca sebagai satu', kata)
        if isi:
            return Teks(isi, (s.lokasi,))
    elif s.isi is not None:
        raise salah("teks-berisi-angka", f"sel berisi {tampil(s.isi)}; harus teks")
    if wajib:
        raise salah("sel-kosong", "sel kosong; harus diisi")
    return None


POLA_KODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]*")


def _kode(sel: Any, info: ValidationInfo) -> Teks:
    s = _siap(sel)
    if isinstance(s.isi, (int, Decimal)) and not isinstance(s.isi, bool):
        raise salah("kode-bukan-teks", f"kode {tampil(s.isi)} tersimpan sebagai angka; harus teks")
    isi = _teks(sel, info, wajib=True)
    assert isi is not None
    if not POLA_KODE.fullmatch(isi):
        raise salah("kode-salah", f"kode {tampil(isi)} memuat tanda lain dari huruf, angka, titik, dan tanda hubung")
    return isi


def _nip(sel: Any, info: ValidationInfo) -> Teks:
    isi = _kode(sel, info)
    if not re.fullmatch(r"\d{18}", isi):
        raise salah("kode-salah", f"NIP {tampil(isi)} harus 18 angka")
    return isi


# ---------------------------------------------------------------- numbers


def _angka(sel: Any, info: ValidationInfo, *, wajib: bool, bulat: bool, negatif: bool = False) -> Angka:
    if isinstance(sel, Angka):
        return sel
    s = _siap(sel)
    harus = "bilangan bulat, misalnya 15103000" if bulat else "angka, misalnya 82,75"
    isi = s.isi
    if isinstance(isi, str):
        if isi.strip() in {"", "-"}:
            isi = None if not isi.strip() else 0
            if isi == 0:
                _peringatkan(info, "angka-sebagai-teks", s, 'sel berisi "-"; dibaca sebagai 0')
        else:
            terbaca = baca_angka(isi)
            if terbaca is None:
                mirip = POLA_MIRIP_ANGKA.fullmatch(tanpa_mata_uang(isi)) and len(isi) <= BATAS_TEKS_ANGKA
                kode = "angka-rancu" if mirip else "data-bukan-angka"
                raise salah(kode, f"sel berisi {tampil(isi)}; harus {harus}")
            _peringatkan(
                info, "angka-sebagai-teks", s, f"sel berisi teks {tampil(isi)}; dibaca sebagai {tampil(terbaca)}"
            )
            isi = terbaca
    if isi is None:
        if wajib:
            raise salah("sel-kosong", f"sel kosong; harus {harus}")
        return Angka(None, (s.lokasi,))
    if isinstance(isi, bool):
        raise salah("data-bukan-angka", f"sel berisi {tampil(isi)}; harus {harus}")
    if not -BATAS_ANGKA < isi < BATAS_ANGKA:
        raise salah("data-bukan-angka", f"sel berisi {tampil(isi)}; angka paling banyak 15 angka di depan koma")
    if bulat and isinstance(isi, Decimal):
        if isi != isi.to_integral_value():
            raise salah("angka-tak-bulat", f"sel berisi {tampil(isi)}; harus {harus}")
        isi = int(isi)
    if isi < 0 and not negatif:
        raise salah("angka-negatif", f"sel berisi {tampil(isi)}; tidak boleh negatif")
    return Angka(isi, (s.lokasi,))


TAHUN_AWAL, TAHUN_AKHIR = 1945, 2100


def _tahun(sel: Any, info: ValidationInfo) -> Angka:
    a = _angka(sel, info, wajib=True, bulat=True)
    if not isinstance(a.nilai, int) or not TAHUN_AWAL <= a.nilai <= TAHUN_AKHIR:
        raise salah("tahun-salah", f"sel berisi {tampil(a.nilai)}; harus tahun empat angka")
    return a


# ---------------------------------------------------------------- dates and choices

POLA_TANGGAL = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
POLA_BULAN = re.compile(r"([1-9]\d{3})-(0[1-9]|1[0-2])", re.ASCII)
HARI_PERTAMA_EXCEL = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Tanggal(UtuhBagiPydantic):
    """A day, or a month when `hari` is false."""

    nilai: date
    asal: tuple[Lokasi, ...] = ()
    hari: bool = True


def _wajib_isi(sel: Any, harus: str) -> Sel:
    s = _siap(sel)
    if s.kosong:
        raise salah("sel-kosong", f"sel kosong; harus {harus}")
    return s


def _tanggal(sel: Any, info: ValidationInfo) -> Tanggal:
    s = _wajib_isi(sel, "tanggal, misalnya 2025-09-02")
    try:
        if isinstance(s.isi, int) and not isinstance(s.isi, bool) and 20000 < s.isi < 80000:
            return Tanggal(HARI_PERTAMA_EXCEL + timedelta(days=s.isi), (s.lokasi,))
        if isinstance(s.isi, str) and (m := POLA_TANGGAL.fullmatch(s.isi.strip())):
            return Tanggal(date(*map(int, m.groups())), (s.lokasi,))
    except ValueError:
        pass
    raise salah("tanggal-salah", f"sel berisi {tampil(s.isi)}; harus tanggal, misalnya 2025-09-02")


def _bulan(sel: Any, info: ValidationInfo) -> Tanggal:
    s = _wajib_isi(sel, "bulan sebagai teks, misalnya 2025-08")
    if isinstance(s.isi, str) and (m := POLA_BULAN.fullmatch(s.isi.strip())):
        return Tanggal(date(int(m[1]), int(m[2]), 1), (s.lokasi,), hari=False)
    raise salah("tanggal-salah", f"sel berisi {tampil(s.isi)}; harus bulan sebagai teks, misalnya 2025-08")


def _pilihan(pilihan: tuple[str, ...]) -> Callable[[Any, ValidationInfo], Teks]:
    def periksa(sel: Any, info: ValidationInfo) -> Teks:
        isi = _teks(sel, info, wajib=True)
        assert isi is not None
        if isi not in pilihan:
            raise salah("pilihan-salah", f"sel berisi {tampil(isi)}; harus salah satu dari: {', '.join(pilihan)}")
        return isi

    return periksa


def _ya(sel: Any, info: ValidationInfo) -> bool:
    if isinstance(sel, bool):
        return sel
    return _pilihan(("ya", "tidak"))(sel, info) == "ya"


def pilihan(*nilai: str) -> Any:
    """A text column with a closed list of values (a drop-down list in Excel)."""
    return Annotated[Teks, Bentuk(f"salah satu dari: {', '.join(nilai)}", "@", nilai), BeforeValidator(_pilihan(nilai))]


TeksWajib = Annotated[Teks, Bentuk("teks, wajib diisi", "@"), BeforeValidator(lambda s, i: _teks(s, i, wajib=True))]
TeksBoleh = Annotated[
    Teks | None, Bentuk("teks, boleh kosong", "@"), BeforeValidator(lambda s, i: _teks(s, i, wajib=False))
]
Kode = Annotated[Teks, Bentuk("kode sebagai teks: huruf, angka, titik, tanda hubung", "@"), BeforeValidator(_kode)]
KodeBoleh = Annotated[
    Teks | None,
    Bentuk("kode sebagai teks, boleh kosong", "@"),
    BeforeValidator(lambda s, i: None if isinstance(s, Sel) and s.kosong else _kode(s, i)),
]
Nip = Annotated[Teks, Bentuk("18 angka sebagai teks, tanpa spasi", "@"), BeforeValidator(_nip)]
Bulat = Annotated[
    Angka, Bentuk("bilangan bulat", "#,##0"), BeforeValidator(lambda s, i: _angka(s, i, wajib=True, bulat=True))
]
BulatBoleh = Annotated[
    Angka,
    Bentuk("bilangan bulat; kosong bila tidak ada, 0 bila nihil", "#,##0"),
    BeforeValidator(lambda s, i: _angka(s, i, wajib=False, bulat=True)),
]
Rupiah = Annotated[
    Angka,
    Bentuk("Rupiah penuh tanpa desimal; kosong bila tidak ada", "#,##0"),
    BeforeValidator(lambda s, i: _angka(s, i, wajib=False, bulat=True)),
]
Pecahan = Annotated[
    Angka,
    Bentuk("angka, boleh berdesimal", "#,##0.00"),
    BeforeValidator(lambda s, i: _angka(s, i, wajib=True, bulat=False)),
]
PecahanBoleh = Annotated[
    Angka,
    Bentuk("angka, boleh berdesimal, boleh kosong", "#,##0.00"),
    BeforeValidator(lambda s, i: _angka(s, i, wajib=False, bulat=False)),
]
Tahun = Annotated[Angka, Bentuk("tahun empat angka", "0"), BeforeValidator(_tahun)]
TanggalWajib = Annotated[Tanggal, Bentuk("tanggal", "yyyy-mm-dd"), BeforeValidator(_tanggal)]
TanggalBoleh = Annotated[
    Tanggal | None,
    Bentuk("tanggal, boleh kosong", "yyyy-mm-dd"),
    BeforeValidator(lambda s, i: None if isinstance(s, Sel) and s.kosong else _tanggal(s, i)),
]
BulanWajib = Annotated[Tanggal, Bentuk("bulan sebagai teks tttt-bb, misalnya 2025-08", "@"), BeforeValidator(_bulan)]
YaTidak = Annotated[bool, Bentuk("ya atau tidak", "@", ("ya", "tidak")), BeforeValidator(_ya)]
