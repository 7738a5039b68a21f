"""The cell styles of a workbook: new ones derived from those that are there, none changed.

In: the package. Out: indices of styles (attribute `s` of cells); equal ones are not made twice.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.sources.sunting.paket import BUKU, PaketSunting
from generator.sources.xml_alir import XmlRusak

_BAWAAN = {"General": 0, "0": 1, "#,##0": 3, "#,##0.00": 4, "@": 49}
"""Number formats that have no code of their own in a workbook."""
_PERTAMA = 164
_KEPALA = '<fill xmlns="{}"><patternFill patternType="solid"><fgColor rgb="FFD9E2EC"/></patternFill></fill>'
_SISI = '<{0} style="thin"><color rgb="FFB8C4CE"/></{0}>'
_GARIS = '<border xmlns="{}">' + "".join(_SISI.format(s) for s in ("left", "right", "top", "bottom")) + "</border>"


class Gaya:
    """The styles of one workbook."""

    def __init__(self, paket: PaketSunting) -> None:
        bagian = [*paket.tujuan(BUKU, "/styles").values()]
        if not bagian:
            raise XmlRusak("gaya sel tidak ada")
        self._paket, self._bagian = paket, bagian[0]
        self._akar = paket.pohon(self._bagian)
        self._turunan: dict[tuple[int, str], int] = {}

    def turunan(self, dasar: int, format: str) -> int:
        """The style `dasar` with another number format."""
        kunci = (dasar, format)
        if kunci not in self._turunan:
            self._turunan[kunci] = self._berformat(dasar, format)
        return self._turunan[kunci]

    def _berformat(self, dasar: int, format: str) -> int:
        xf = deepcopy(self._xf(dasar))
        xf.set("numFmtId", str(self._format(format)))
        xf.set("applyNumberFormat", "1")
        xf.attrib.pop("quotePrefix", "")
        return self._tambah("cellXfs", xf)

    def umum(self, gaya: int) -> bool:
        """Whether a style leaves the form of numbers to the program (General)."""
        return self._xf(gaya).get("numFmtId", "0") == "0"

    def kepala(self) -> int:
        """That of headers of sheets that are made here: bold, grey, centred."""
        tebal = deepcopy(self._daftar("fonts")[0])
        if tebal.find(self._nama("b")) is None:
            tebal.insert(0, etree.Element(self._nama("b")))
        isi = {"fontId": self._tambah("fonts", tebal), "fillId": self._tambah("fills", self._urai(_KEPALA))}
        return self._buat(isi, {"horizontal": "center", "vertical": "center", "wrapText": "1"})

    def badan(self) -> int:
        """That of cells below them."""
        return self._buat({}, {"vertical": "top", "wrapText": "1"})

    def _buat(self, isi: dict[str, int], letak: dict[str, str]) -> int:
        xf = etree.Element(self._nama("xf"), numFmtId="0", fontId="0", fillId="0", borderId="0", xfId="0")
        for nama, nilai in (isi | {"borderId": self._tambah("borders", self._urai(_GARIS))}).items():
            xf.set(nama, str(nilai))
        for terap in ("Font", "Fill", "Border", "Alignment"):
            xf.set(f"apply{terap}", "1")
        etree.SubElement(xf, self._nama("alignment"), letak)
        return self._tambah("cellXfs", xf)

    def _format(self, kode: str) -> int:
        if kode in _BAWAAN:
            return _BAWAAN[kode]
        daftar = self._akar.find(self._nama("numFmts"))
        if daftar is None:
            daftar = etree.Element(self._nama("numFmts"))
            self._akar.insert(0, daftar)
        for f in daftar:
            if f.get("formatCode") == kode:
                return int(f.get("numFmtId", "0"))
        nomor = max([_PERTAMA - 1, *(int(f.get("numFmtId", "0")) for f in daftar)]) + 1
        self._tambah("numFmts", etree.Element(self._nama("numFmt"), numFmtId=str(nomor), formatCode=kode))
        return nomor

    def _tambah(self, daftar: str, baru: etree._Element) -> int:
        """The place of an element in a list, put at its end where there is no equal one."""
        semua = self._daftar(daftar)
        dicari = _bentuk(baru)
        for i, e in enumerate(semua):
            if _bentuk(e) == dicari:
                return i
        semua.append(baru)
        semua.set("count", str(len(semua)))
        self._paket.ubah(self._bagian)
        return len(semua) - 1

    def _xf(self, gaya: int) -> etree._Element:
        semua = self._daftar("cellXfs")
        return semua[gaya if 0 <= gaya < len(semua) else 0]

    def _daftar(self, nama: str) -> etree._Element:
        daftar = self._akar.find(self._nama(nama))
        if daftar is None or (nama != "numFmts" and not len(daftar)):
            raise XmlRusak(f"gaya sel tidak lengkap ({nama})")
        return daftar

    def _urai(self, pola: str) -> etree._Element:
        return etree.fromstring(pola.format(self._paket.utama))

    def _nama(self, nama: str) -> str:
        return f"{{{self._paket.utama}}}{nama}"


def _bentuk(e: etree._Element) -> object:
    """What makes two elements the same, wherever their namespaces were declared."""
    return (e.tag, tuple(sorted((str(k), str(v)) for k, v in e.attrib.items())), tuple(_bentuk(a) for a in e))
