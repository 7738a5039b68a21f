"""A sheet being edited: cells, columns, and where its other elements must stand.

In: the package and the sheet's part. Cells are written as inline text, so that the shared strings stay as they are.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.model.alamat import huruf_kolom, letak_sel
from generator.sources.sunting.gaya import Gaya
from generator.sources.sunting.paket import PaketSunting
from generator.sources.xml_alir import XmlRusak

_URUTAN = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
    *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
    *("phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors"),
    *("smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls"),
    *("AlternateContent", "webPublishItems", "tableParts", "extLst"),
)
"""The elements of a sheet in the order in which they must stand."""
_LEBAR_BAWAAN = "9.140625"
_XML_SPASI = "{http://www.w3.org/XML/1998/namespace}space"


class LembarSunting:
    """One sheet. `gaya`: the styles of its workbook."""

    def __init__(self, paket: PaketSunting, bagian: str, gaya: Gaya) -> None:
        self.paket, self.bagian, self.gaya = paket, bagian, gaya
        self.akar = paket.pohon(bagian)
        self._data = self.unsur("sheetData")
        self._baris: dict[int, etree._Element] = {}
        self._sel: dict[tuple[int, int], etree._Element] = {}
        r = 0
        for b in self._data.iter(self.nama("row")):
            r = int(b.get("r", r + 1))
            self._baris[r] = b
            for c in b.iter(self.nama("c")):
                if letak := letak_sel(c.get("r", "")):
                    self._sel[letak] = c

    def nama(self, lokal: str) -> str:
        return f"{{{self.paket.utama}}}{lokal}"

    def ubah(self) -> None:
        self.paket.ubah(self.bagian)

    def unsur(self, lokal: str, *, buat: bool = True) -> etree._Element:
        """The sheet's element of that name, made where it must stand. Raises `XmlRusak` where it is to be there."""
        ada = self.akar.find(self.nama(lokal))
        if ada is not None:
            return ada
        if not buat or lokal == "sheetData":
            raise XmlRusak(f"lembar tanpa {lokal}")
        baru = etree.Element(self.nama(lokal))
        urutan = _URUTAN.index(lokal)
        for i, e in enumerate(self.akar):
            if isinstance(e.tag, str) and _letak(etree.QName(e).localname) > urutan:
                self.akar.insert(i, baru)
                return baru
        self.akar.append(baru)
        return baru

    # ------------------------------------------------------------ extent

    def kolom_terakhir(self) -> int:
        """The last column that holds anything: a cell's content, a merge, a table."""
        kolom = [k for (_, k), c in self._sel.items() if len(c)]
        rujukan = [str(m.get("ref")) for m in self.akar.iter(self.nama("mergeCell"))]
        for tabel in self.paket.tujuan(self.bagian, "/table").values():
            rujukan.append(str(self.paket.pohon(tabel).get("ref")))
        return max([0, *kolom, *(x[1] for r in rujukan if (x := letak_sel(r.rpartition(":")[2])))])

    def baris_berisi(self) -> list[int]:
        """The rows below the header with a cell that holds anything."""
        return sorted({r for (r, _), c in self._sel.items() if r > 1 and len(c)})

    def baris_terakhir(self) -> int:
        """The last row with a cell that holds anything, or a merge."""
        rujukan = [str(m.get("ref")) for m in self.akar.iter(self.nama("mergeCell"))]
        gabungan = (x[0] for r in rujukan if (x := letak_sel(r.rpartition(":")[2])))
        return max([0, *(r for (r, _), c in self._sel.items() if len(c)), *gabungan])

    # ------------------------------------------------------------ cells

    def gaya_sel(self, baris: int, kolom: int) -> int:
        """The style that a cell has, of its own or its column's."""
        c = self._sel.get((baris, kolom))
        return _bulat(c.get("s")) if c is not None else self.gaya_kolom(kolom)

    def tulis(self, baris: int, kolom: int, teks: str, gaya: int) -> None:
        """Put a text ('': none) and a style into a cell."""
        c = self._sel.get((baris, kolom))
        if c is None:
            c = self._sel_baru(baris, kolom)
        for anak in [*c]:
            c.remove(anak)
        for atribut in ("t", "vm", "cm"):
            c.attrib.pop(atribut, "")
        c.set("s", str(gaya))
        if teks:
            c.set("t", "inlineStr")
            t = etree.SubElement(etree.SubElement(c, self.nama("is")), self.nama("t"))
            t.text = teks
            if teks != teks.strip():
                t.set(_XML_SPASI, "preserve")
        self._perluas(baris, kolom)
        self.ubah()

    def _sel_baru(self, baris: int, kolom: int) -> etree._Element:
        b = self._baris.get(baris)
        if b is None:
            b = etree.Element(self.nama("row"), r=str(baris))
            sesudah = min((r for r in self._baris if r > baris), default=0)
            if sesudah:
                self._baris[sesudah].addprevious(b)
            else:
                self._data.append(b)
            self._baris[baris] = b
        b.attrib.pop("spans", "")
        c = etree.Element(self.nama("c"), r=f"{huruf_kolom(kolom)}{baris}")
        for lain in reversed(b):  # cells come at the end of rows, so that this ends at once
            letak = letak_sel(lain.get("r", ""))
            if letak and letak[1] < kolom:
                lain.addnext(c)
                break
        else:
            b.insert(0, c)
        self._sel[baris, kolom] = c
        return c

    def _perluas(self, baris: int, kolom: int) -> None:
        ukuran = self.akar.find(self.nama("dimension"))
        if ukuran is None:
            return
        awal, _, akhir = ukuran.get("ref", "A1").partition(":")
        a, b = letak_sel(awal), letak_sel(akhir or awal)
        if a and b:
            atas, kiri, bawah, kanan = min(a[0], baris), min(a[1], kolom), max(b[0], baris), max(b[1], kolom)
            ukuran.set("ref", f"{huruf_kolom(kiri)}{atas}:{huruf_kolom(kanan)}{bawah}")

    # ------------------------------------------------------------ columns

    def gaya_kolom(self, kolom: int) -> int:
        """The style that cells to come in a column have."""
        cols = self.akar.find(self.nama("cols"))
        for c in cols if cols is not None else ():
            if _bulat(c.get("min")) <= kolom <= _bulat(c.get("max")):
                return _bulat(c.get("style"))
        return 0

    def atur_kolom(self, kolom: int, gaya: int, lebar: int = 0) -> None:
        """Style of the cells to come in a column; with a width the column is new, and in sight."""
        c = self._kolom_sendiri(kolom)
        c.set("style", str(gaya))
        if lebar:
            c.set("width", str(lebar))
            c.set("customWidth", "1")
            for atribut in ("hidden", "collapsed", "bestFit"):
                c.attrib.pop(atribut, "")
        self.ubah()

    def _kolom_sendiri(self, kolom: int) -> etree._Element:
        """The element of one column alone; one of several columns is split."""
        cols = self.unsur("cols")
        for c in cols:
            awal, akhir = _bulat(c.get("min")), _bulat(c.get("max"))
            if awal <= kolom <= akhir:
                for a, b, letakkan in ((awal, kolom - 1, c.addprevious), (kolom + 1, akhir, c.addnext)):
                    if a <= b:
                        lain = deepcopy(c)
                        lain.set("min", str(a))
                        lain.set("max", str(b))
                        letakkan(lain)
                c.set("min", str(kolom))
                c.set("max", str(kolom))
                return c
        baku = self.akar.find(self.nama("sheetFormatPr"))
        lebar = (baku.get("defaultColWidth") if baku is not None else None) or _LEBAR_BAWAAN
        baru = etree.Element(self.nama("col"), min=str(kolom), max=str(kolom), width=lebar)
        sesudah = next((c for c in cols if _bulat(c.get("min")) > kolom), None)
        if sesudah is None:
            cols.append(baru)
        else:
            sesudah.addprevious(baru)
        return baru


def _letak(lokal: str) -> int:
    return _URUTAN.index(lokal) if lokal in _URUTAN else len(_URUTAN)


def _bulat(teks: str | None) -> int:
    return int(teks or "0")
