"""Fields of a Word template: only those that print what the document itself knows.

In: the root of a part. Out: nothing, or `MedanDitolak`. A list of what is allowed, not of what is forbidden: Word has
many fields that fetch, link or run, some of them old and unwritten. Instructions are put together over runs, as Word
does, and fields within fields are judged apart: one whose name comes out of another one has no name that can be judged.
"""

from __future__ import annotations

import re

from lxml import etree

BOLEH = frozenset(
    (
        *("=", "ADVANCE", "AUTHOR", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BARCODE", "BIBLIOGRAPHY", "BIDIOUTLINE"),
        *("CITATION", "COMMENTS", "COMPARE", "CREATEDATE", "DATE", "DISPLAYBARCODE", "DOCPROPERTY", "DOCVARIABLE"),
        *("EDITTIME", "EQ", "FILENAME", "FILESIZE", "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "HYPERLINK", "IF"),
        *("INDEX", "INFO", "KEYWORDS", "LASTSAVEDBY", "LISTNUM", "NOTEREF", "NUMCHARS", "NUMPAGES", "NUMWORDS"),
        *("PAGE", "PAGEREF", "PRINTDATE", "QUOTE", "REF", "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ"),
        *("SET", "STYLEREF", "SUBJECT", "SYMBOL", "TA", "TC", "TEMPLATE", "TIME", "TITLE", "TOA", "TOC"),
        *("USERADDRESS", "USERINITIALS", "USERNAME", "XE"),
    )
)
_NS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_DIBACA = ("fldChar", "fldSimple", "instrText", "delInstrText", "del", "moveFrom")
_UNSUR = {f"{{{ns}}}{n}": n for ns in _NS for n in _DIBACA}
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CABANG = {f"{_MC}Choice", f"{_MC}Fallback"}
_DALAM = "\ufffc"  # stands for a field within the instruction
_NAMA = re.compile(r"\s*(=|[^\s\"\\=]+)")
_TAUTAN = re.compile(
    r'\s*HYPERLINK\s+(?:"(?:https?://|mailto:)[^"\ufffc]*"|(?:https?://|mailto:)[^\s\ufffc]+|\\l\s)', re.IGNORECASE
)


class MedanDitolak(Exception):
    """A field that must not be there; the message names it."""


class _Medan:
    """A field while it is read. `petunjuk`: its instruction so far."""

    def __init__(self) -> None:
        self.petunjuk: list[str] = []
        self.hasil = False


def periksa_medan(akar: etree._Element) -> None:
    """Every field of a part is one of `BOLEH`."""
    _Pembaca().baca_cabang(akar)


class _Pembaca:
    def __init__(self) -> None:
        self.terbuka: list[_Medan] = []

    def baca_cabang(self, akar: etree._Element) -> None:
        """An element whose fields begin and end within it: a part, one of several versions, what is struck out."""
        luar, self.terbuka = self.terbuka, []
        self._baca(akar)
        for medan in self.terbuka:
            _nilai(medan)
        self.terbuka = luar

    def _baca(self, akar: etree._Element) -> None:
        for e in akar.iterchildren(etree.Element):
            jenis = _UNSUR.get(e.tag, "")
            if jenis in ("del", "moveFrom") or e.tag in _CABANG:
                self.baca_cabang(e)
                continue
            if jenis == "delInstrText":
                raise MedanDitolak("perubahan terlacak di dalam medan")
            if jenis == "instrText":
                self._petunjuk("".join(map(str, e.itertext())))
            elif jenis == "fldChar":
                self._tanda(_atribut(e, "fldCharType"))
            elif jenis == "fldSimple":
                self._dalam()
                medan = _Medan()
                medan.petunjuk.append(_atribut(e, "instr"))
                _nilai(medan)
            self._baca(e)

    def _petunjuk(self, teks: str) -> None:
        if not self.terbuka:
            raise MedanDitolak(f"petunjuk medan yang terpotong ({_singkat(teks)})")
        self.terbuka[-1].petunjuk.append(teks)

    def _dalam(self) -> None:
        """A field begins: within the instruction of another one it stands for part of it."""
        if self.terbuka and not self.terbuka[-1].hasil:
            self.terbuka[-1].petunjuk.append(_DALAM)

    def _tanda(self, jenis: str) -> None:
        if jenis == "begin":
            self._dalam()
            self.terbuka.append(_Medan())
        elif self.terbuka and jenis == "separate":
            self.terbuka[-1].hasil = True
        elif self.terbuka and jenis == "end":
            _nilai(self.terbuka.pop())


def _atribut(e: etree._Element, nama: str) -> str:
    return next((str(isi) for n, isi in e.attrib.items() if etree.QName(n).localname == nama), "")


def _nilai(medan: _Medan) -> None:
    petunjuk = "".join(medan.petunjuk)
    if not petunjuk.strip():
        return
    m = _NAMA.match(petunjuk)
    nama = (m[1] if m else petunjuk).upper()  # a name that a field within it gives, in whole or part, is none of them
    if nama not in BOLEH:
        raise MedanDitolak(f"medan {_singkat(nama)}")
    if nama == "HYPERLINK" and not _TAUTAN.match(petunjuk):
        raise MedanDitolak(f"medan HYPERLINK yang bukan tautan http, https, atau mailto ({_singkat(petunjuk)})")


def _singkat(teks: str) -> str:
    rapi = " ".join(teks.replace(_DALAM, "{…}").split())
    return rapi if len(rapi) <= 60 else f"{rapi[:59]}…"
