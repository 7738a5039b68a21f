"""Read an .xlsx file into cells: value, address, formula and error, merges and column widths, in one pass.

Why not openpyxl here: it reads values or formulas, not both, so that a formula that was never calculated takes two
passes, and the two of them take half a second of a build of one (docs/keputusan/0004). It still writes our workbooks.

In: a path, or the bytes of a file. Out: `LembarMentah` by sheet name. Raises `BukuDitolak` (code of the catalogue,
message, remedy) for what must not be opened or cannot be read. Parts are read as streams (`lembar_alir`): a hostile
sheet stops at a limit, not when it is in memory.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.berkas import BATAS_SUMBER, Bacaan, BerkasDitolak
from generator.paket import Paket, PaketDitolak, PaketRusak
from generator.sources.lembar_alir import (
    AlirLembar,
    AlirTeks,
    AlirUnsur,
    Jatah,
    LembarDitolak,
    LembarMentah,
    LembarRusak,
)
from generator.sources.xml_alir import Penerima, XmlDitolak, XmlRusak, alirkan

BATAS_BERKAS = BATAS_SUMBER
BATAS_UNSUR = 5_000_000
"""Elements of all parts together."""
BATAS_SEL = 400_000
"""Cells that hold something, of all sheets together."""
BATAS_HURUF = 16 * 2**20
"""Characters of text, of all sheets together."""

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships id"
_TERLARANG = (
    (re.compile(r"(^|/)vbaproject\.bin$|^xl/macrosheets/"), "memuat makro"),
    (re.compile(r"^xl/externallinks/"), "bertaut ke buku kerja lain"),
    (re.compile(r"^xl/(activex|embeddings)/"), "memuat objek tertanam atau kendali ActiveX"),
)
_POLA_TANGGAL = re.compile(r"[yd]", re.IGNORECASE)
_HIASAN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')  # words, colours and fillers of a number format


class BukuDitolak(Exception):
    """A workbook that is not opened, why, and what to do where the catalogue does not say."""

    def __init__(self, kode: str, pesan: str, obat: str = "") -> None:
        super().__init__(pesan)
        self.kode = kode
        self.pesan = pesan
        self.obat = obat


def baca_xlsx(path: Path, berkas: str, bacaan: Bacaan | None = None) -> dict[str, LembarMentah]:
    """All sheets of a workbook by name, in order. `berkas` is the name that places carry."""
    return urai_xlsx(_isi_berkas(path, berkas, bacaan or Bacaan()), berkas)


def _isi_berkas(path: Path, berkas: str, bacaan: Bacaan) -> bytes:
    try:
        return bacaan.baca(path, berkas, BATAS_BERKAS)
    except BerkasDitolak as e:
        raise BukuDitolak("berkas-ditolak", e.pesan, e.obat) from e


def urai_xlsx(isi: bytes, berkas: str) -> dict[str, LembarMentah]:
    """All sheets of the workbook that these bytes are."""
    try:
        return _Buku(isi, berkas).baca()
    except PaketRusak as e:
        raise BukuDitolak("buku-rusak", f"buku kerja tidak dapat dibuka ({e})") from e
    except XmlRusak as e:
        raise BukuDitolak("buku-rusak", f"isi buku kerja tidak terbaca ({e})") from e
    except (PaketDitolak, LembarDitolak) as e:
        raise BukuDitolak("buku-ditolak", str(e)) from e
    except XmlDitolak as e:
        raise BukuDitolak("buku-ditolak", f"buku kerja memuat {e}") from e
    except LembarRusak as e:
        raise BukuDitolak("buku-rusak", str(e)) from e
    except (ValueError, LookupError, ArithmeticError) as e:
        raise BukuDitolak("buku-rusak", "isi buku kerja tidak lengkap atau rusak") from e


class _Buku:
    """One workbook while it is read; the parts share the limits."""

    def __init__(self, isi: bytes, berkas: str) -> None:
        self.berkas = berkas
        self.paket = Paket(isi, "buku kerja", ".xlsx")
        self.sisa_unsur = BATAS_UNSUR
        self.jatah = Jatah(BATAS_SEL, BATAS_HURUF)
        for nama in self.paket.nama:
            for pola, apa in _TERLARANG:
                if pola.search(nama.lower()):
                    raise PaketDitolak(f"buku kerja {apa} ({nama})")

    def _periksa_jenis(self) -> None:
        """A workbook with macros is one by its content types too, whatever its parts and the file are called."""
        semua = self._unsur("[Content_Types].xml", ("Types", "Override"), ("Types", "Default"))
        if any(re.search("macroenabled|vbaproject", a.get("ContentType", ""), re.IGNORECASE) for a in semua):
            raise PaketDitolak("buku kerja memuat makro ([Content_Types].xml)")

    def baca(self) -> dict[str, LembarMentah]:
        self._periksa_jenis()
        tujuan = {}
        for r in self._unsur("xl/_rels/workbook.xml.rels", ("Relationships", "Relationship")):
            sasaran = r.get("Target", "")
            penuh = sasaran.lstrip("/") if sasaran.startswith("/") else posixpath.normpath(f"xl/{sasaran}")
            tujuan[r.get("Id")] = penuh
        teks = AlirTeks(self.jatah)
        if "xl/sharedStrings.xml" in self.paket.nama:
            self._alirkan("xl/sharedStrings.xml", teks)
        tanggal = self._gaya_tanggal()
        hasil: dict[str, LembarMentah] = {}
        for s in self._unsur("xl/workbook.xml", ("sheets", "sheet")):
            target = tujuan[s.get(_R) or s.get(_R_STRICT)]
            if "/worksheets/" in target:
                alir = AlirLembar(self.berkas, s.get("name", ""), teks, tanggal, self.jatah)
                self._alirkan(target, alir)
                lembar = alir.lembar()
                if lembar.nama in hasil:
                    raise LembarDitolak(f"buku kerja memuat dua lembar bernama {lembar.nama}")
                hasil[lembar.nama] = lembar
        return hasil

    def _alirkan(self, nama: str, penerima: Penerima) -> None:
        self.sisa_unsur -= alirkan(self.paket.potongan(nama), penerima, self.sisa_unsur)

    def _unsur(self, nama: str, *dicari: tuple[str, str]) -> list[dict[str, str]]:
        """The attributes of the elements of that (parent, name), in order."""
        penerima = AlirUnsur(*dicari)
        self._alirkan(nama, penerima)
        return penerima.hasil

    def _gaya_tanggal(self) -> frozenset[str]:
        """The indices of cell styles that show a number as a date."""
        if "xl/styles.xml" not in self.paket.nama:
            return frozenset()
        tanggal = {str(n) for n in (*range(14, 18), 22)}
        gaya: list[str] = []
        for a in self._unsur("xl/styles.xml", ("numFmts", "numFmt"), ("cellXfs", "xf")):
            if "formatCode" in a and _POLA_TANGGAL.search(_HIASAN.sub("", a["formatCode"])):
                tanggal.add(a.get("numFmtId", ""))
            elif "formatCode" not in a:
                gaya.append(a.get("numFmtId", "0"))
        return frozenset(str(i) for i, n in enumerate(gaya) if n in tanggal)


Pembaca = Callable[[Path, str], dict[str, LembarMentah]]
"""`baca_xlsx`, or what stands for it."""


class PembacaSekali:
    """`baca_xlsx` for those who read the same workbooks in turn: what has the same bytes is parsed once.

    `terolah`: what was made of a workbook, by what it is and the id of its cells, which live as long as the reader.
    """

    def __init__(self, bacaan: Bacaan) -> None:
        self._bacaan = bacaan
        self._terbaca: dict[tuple[str, bytes], dict[str, LembarMentah]] = {}
        self.terolah: dict[tuple[str, int], tuple[dict[str, Any], Any]] = {}

    def __call__(self, path: Path, berkas: str) -> dict[str, LembarMentah]:
        isi = _isi_berkas(path, berkas, self._bacaan)
        kunci = (berkas, hashlib.sha256(isi).digest())
        if kunci not in self._terbaca:
            self._terbaca[kunci] = urai_xlsx(isi, berkas)
        return self._terbaca[kunci]
