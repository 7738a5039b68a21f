"""The parts of a workbook as they stream past: cells of a sheet, shared strings, attributes of elements.

In: elements, told by `xml_alir`. Out: `LembarMentah`, strings, attributes. Raises `LembarDitolak` for a sheet beyond
the limits, at the cell that is too much; ValueError and LookupError for what makes no sense.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from generator.model.alamat import POLA_ALAMAT, huruf_kolom, nomor_kolom
from generator.model.angka import Lokasi
from generator.model.kolom import IsiSel, Sel
from generator.sources.huruf import bersih, cari, laporkan
from generator.sources.xml_alir import lokal
from generator.temuan import Kumpulan

BATAS_BARIS = 20_000
BATAS_KOLOM = 400
BATAS_TEKS = 32_767
BATAS_GABUNGAN = 100_000
BATAS_LEBAR = 16_384
BATAS_POTONG = 256
"""Pieces of a text, each at most as long as what the parser is given at a time (64 kB)."""

_DIKENAL = ("sheetData", "c", "v", "f", "is", "t", "rPh", "mergeCell", "col")
_UNSUR = {
    f"{ns} {nama}": nama
    for ns in (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    for nama in _DIKENAL
}
_SANDI = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PASANGAN = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class LembarDitolak(Exception):
    """A sheet beyond the limits."""


class LembarRusak(ValueError):
    """A sheet that makes no sense."""


@dataclass(slots=True)
class Jatah:
    """What the sheets of one workbook may still hold together: cells, and characters of text."""

    sel: int
    huruf: int

    def lewat(self, teks: str) -> str:
        """Count a text; what is too much, or ''."""
        self.huruf -= len(teks)
        if len(teks) > BATAS_TEKS:
            return f"lebih panjang dari {BATAS_TEKS} huruf"
        return "" if self.huruf >= 0 else "membuat teks buku kerja terlalu banyak"


@dataclass(frozen=True, slots=True)
class LembarMentah:
    """Cells by (row, column), both from 1; merges as (row1, col1, row2, col2); widths of columns in characters.

    `kotor`: the places of this sheet (or the sheet itself) at which hidden characters or unusual blanks stood, with the
    text as it was; cells and name are without them.
    """

    nama: str
    berkas: str
    sel: dict[tuple[int, int], Sel]
    gabungan: tuple[tuple[int, int, int, int], ...]
    lebar: dict[int, float]
    kotor: tuple[tuple[Lokasi, str], ...] = ()

    def di(self, baris: int, kolom: int) -> Sel:
        """The cell, or an empty one with its address."""
        ada = self.sel.get((baris, kolom))
        return ada or Sel(None, Lokasi(self.berkas, self.nama, f"{huruf_kolom(kolom)}{baris}"))

    def laporkan_huruf(self, temuan: Kumpulan) -> None:
        """What `kotor` holds as findings, one for each cell."""
        for tempat, teks in self.kotor:
            laporkan(temuan, tempat, "sel" if tempat.sel else "nama lembar", teks, cari(teks))


def tanpa_sandi(teks: str) -> str:
    """The text meant by '_x000A_' and the like; two halves of a letter make one."""
    if "_x" not in teks:
        return teks
    terurai = _SANDI.sub(lambda m: chr(int(m[1], 16)), teks)
    return _PASANGAN.sub(lambda m: m[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), terurai)


def _bilangan(teks: str) -> int | Decimal:
    """A stored number as the shortest decimal that reads back equal: 82.769999999999996 -> 82.77."""
    nilai = Decimal(repr(float(teks)))
    if not nilai.is_finite():
        raise ValueError(teks)
    return int(nilai) if nilai == nilai.to_integral_value() and abs(nilai) < 10**18 else nilai


class AlirUnsur:
    """The attributes of the elements with that (parent, name), names without namespaces. `hasil`: in order."""

    def __init__(self, *dicari: tuple[str, str]) -> None:
        self._dicari = dicari
        self._jalan = [""]
        self.hasil: list[dict[str, str]] = []

    def mulai(self, nama: str, atribut: dict[str, str]) -> None:
        nama = lokal(nama)
        if (self._jalan[-1], nama) in self._dicari:
            self.hasil.append(atribut)
        self._jalan.append(nama)

    def akhir(self, nama: str) -> None:
        self._jalan.pop()

    def teks(self, isi: str) -> None:
        pass


class AlirTeks:
    """Shared strings, without phonetic readings. `isi`: as seen, by number; `kotor`: as read, those that differ."""

    def __init__(self, jatah: Jatah) -> None:
        self._jatah = jatah
        self.isi: list[str] = []
        self.kotor: dict[int, str] = {}
        self._bagian: list[str] = []
        self._terima = False
        self._fonetik = False

    def mulai(self, nama: str, atribut: dict[str, str]) -> None:
        match _UNSUR.get(nama):
            case "t":
                self._terima = not self._fonetik
            case "rPh":
                self._fonetik = True

    def akhir(self, nama: str) -> None:
        match lokal(nama):
            case "t":
                self._terima = False
            case "rPh":
                self._fonetik = False
            case "si":
                teks = tanpa_sandi("".join(self._bagian))
                self._bagian = []
                if lewat := self._jatah.lewat(teks):
                    raise LembarDitolak(f"teks bersama nomor {len(self.isi) + 1} {lewat}")
                if cari(teks):
                    self.kotor[len(self.isi)] = teks
                    teks = bersih(teks)
                self.isi.append(teks)

    def teks(self, isi: str) -> None:
        if self._terima:
            self._bagian.append(isi)
            if len(self._bagian) > BATAS_POTONG:
                raise LembarDitolak(f"teks bersama nomor {len(self.isi) + 1} terlalu panjang")


class AlirLembar:
    """One sheet. `tanggal`: the styles that show a number as a date."""

    def __init__(self, berkas: str, nama: str, bersama: AlirTeks, tanggal: Collection[str], jatah: Jatah) -> None:
        self.sel: dict[tuple[int, int], Sel] = {}
        self._berkas, self._nama = berkas, bersih(nama)
        self._bersama, self._tanggal, self._jatah = bersama, tanggal, jatah
        self._gabungan: list[tuple[int, int, int, int]] = []
        self._lebar: dict[int, float] = {}
        self._banyak_lebar = 0
        self._kotor = [(Lokasi(berkas, self._nama), nama)] if cari(nama) else []
        self._di_data = self._fonetik = self._rumus = False
        self._c: dict[str, str] | None = None
        self._v: list[str] | None = None
        self._langsung: list[str] | None = None
        self._tampung: list[str] | None = None  # where text goes now

    def lembar(self) -> LembarMentah:
        """What was read."""
        gabungan, kotor = tuple(self._gabungan), tuple(self._kotor)
        return LembarMentah(self._nama, self._berkas, self.sel, gabungan, self._lebar, kotor)

    def mulai(self, nama: str, atribut: dict[str, str]) -> None:
        jenis = _UNSUR.get(nama)
        if jenis == "c":
            if self._di_data:
                self._c, self._v, self._langsung, self._rumus = atribut, None, None, False
        elif jenis == "v":
            self._v = self._tampung = []
        elif jenis == "f":
            self._rumus = True
        elif jenis == "is":
            self._langsung = []
        elif jenis == "t":
            self._tampung = None if self._fonetik else self._langsung
        elif jenis == "rPh":
            self._fonetik = True
        elif jenis == "sheetData":
            self._di_data = True
        elif jenis == "mergeCell":
            self._gabung(atribut.get("ref", ""))
        elif jenis == "col":
            self._lebarkan(atribut)

    def akhir(self, nama: str) -> None:
        jenis = _UNSUR.get(nama)
        if jenis == "c":
            if self._c is not None:
                self._catat(self._c)
                self._c = None
        elif jenis in ("v", "t"):
            self._tampung = None
        elif jenis == "rPh":
            self._fonetik = False
        elif jenis == "sheetData":
            self._di_data = False

    def teks(self, isi: str) -> None:
        if self._tampung is not None:
            self._tampung.append(isi)
            if len(self._tampung) > BATAS_POTONG:
                raise LembarDitolak(f"lembar {self._nama}: isi sel {(self._c or {}).get('r', '')} terlalu panjang")

    def _lebarkan(self, kolom: dict[str, str]) -> None:
        self._banyak_lebar += 1
        if self._banyak_lebar > BATAS_LEBAR:
            raise LembarDitolak(f"lembar {self._nama} memuat terlalu banyak lebar kolom")
        for i in range(int(kolom.get("min", "1")), min(int(kolom.get("max", "1")), BATAS_KOLOM) + 1):
            self._lebar[i] = float(kolom.get("width", "9"))

    def _gabung(self, rujukan: str) -> None:
        a, _, b = rujukan.partition(":")
        ma, mb = POLA_ALAMAT.fullmatch(a), POLA_ALAMAT.fullmatch(b or a)
        if ma and mb:
            self._gabungan.append((int(ma[2]), nomor_kolom(ma[1]), int(mb[2]), nomor_kolom(mb[1])))
        if len(self._gabungan) > BATAS_GABUNGAN:
            raise LembarDitolak(f"lembar {self._nama} memuat terlalu banyak sel gabungan")

    def _catat(self, c: dict[str, str]) -> None:
        alamat = c.get("r", "")
        m = POLA_ALAMAT.fullmatch(alamat)
        if not m:
            raise LembarRusak(f"lembar {self._nama}: sel tanpa alamat")
        nilai, galat, asli = self._nilai(c.get("t", "n"))
        if nilai is None and not self._rumus and not galat:
            return
        baris, kolom = int(m[2]), nomor_kolom(m[1])
        self._jatah.sel -= 1
        if baris > BATAS_BARIS or kolom > BATAS_KOLOM or self._jatah.sel < 0:
            raise LembarDitolak(f"lembar {self._nama} terlalu besar (sel {alamat} berisi)")
        tempat = Lokasi(self._berkas, self._nama, alamat)
        if isinstance(nilai, str) and c.get("t") != "s" and (lewat := self._jatah.lewat(nilai)):
            raise LembarDitolak(f"lembar {self._nama}: teks sel {alamat} {lewat}")
        if asli is not None:
            self._kotor.append((tempat, asli))
        self.sel[baris, kolom] = Sel(nilai, tempat, self._rumus, galat, c.get("s") in self._tanggal)

    def _nilai(self, jenis: str) -> tuple[IsiSel, str, str | None]:
        """(value, Excel's error, the text as it was where it held what nobody sees) of the cell at hand."""
        if jenis == "inlineStr":
            return self._terlihat("".join(self._langsung)) if self._langsung is not None else (None, "", None)
        v = "".join(self._v) if self._v is not None else ""
        if not v and not (jenis == "str" and self._rumus and self._v is not None):
            return None, "", None  # '' is a value of a formula, never of a cell
        if jenis == "s":
            return self._bersama.isi[int(v)], "", self._bersama.kotor.get(int(v))
        if jenis == "str":
            return self._terlihat(v)
        if jenis == "d":
            return v[:10], "", None
        if jenis == "b":
            return v == "1", "", None
        return (None, v, None) if jenis == "e" else (_bilangan(v), "", None)

    def _terlihat(self, teks: str) -> tuple[IsiSel, str, str | None]:
        teks = tanpa_sandi(teks)
        return (bersih(teks), "", teks) if cari(teks) else (teks, "", None)
