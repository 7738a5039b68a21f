"""Formulas of a body -> Office Math, as LibreOffice 7.4 draws it best; only for the file that is laid out.

LibreOffice turns Office Math into its own formula language, and plain runs go into it as they are. So font, size, the
room around operators and the centring of words in a fraction, which it does not take from Word's file, can be said in
that language. It knows nothing of lines within math: they are formulas of their own. Without its Math module it drops
formulas: they are printed in words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from generator.tree.rumus import Barisan, Unsur, teks_barisan
from generator.writers.docx.omml import PATAH, TANDA_RUMUS, OfficeMath, apit, baca_tanda, lari
from generator.writers.docx.sebaris import run
from generator.writers.docx.templat import w

UKURAN_BAWAAN = 10.0  # points, Word's own where a file says nothing
_BERKAIT = ("Times", "Serif", "Roman", "Bookman", "Cambria", "Georgia", "Garamond", "Palatino", "Century", "Tinos")
_GAYA_ATAU_TANDA = re.compile(f'<w:pStyle w:val="([^"]*)"/>|{TANDA_RUMUS.pattern}')
_TENGAHKAN = "alignc"
_SELA = "`"  # a little room


def untuk_libreoffice(xml: str, gaya_templat: bytes, *, math: bool) -> str:
    """The body with its formulas, in the sizes of their paragraphs' styles; `math`: LibreOffice has its Math module.

    `gaya_templat` is the part word/styles.xml.
    """
    huruf = HurufTemplat(gaya_templat)
    gaya = ""

    def ganti(m: re.Match[str]) -> str:
        nonlocal gaya
        if m[1] is not None:
            gaya = m[1]
            return m[0]
        baris = baca_tanda(m[2])[0]
        if not math:
            return PATAH.join(run(teks_barisan(b)) for b in baris)
        perintah = lari(f"font {huruf.rupa} size {huruf.ukuran(gaya):g}")
        isi = (_Dialek().barisan(b) for b in baris)
        return PATAH.join(f"<m:oMath>{perintah}{apit('', '', b)}</m:oMath>" for b in isi)

    return _GAYA_ATAU_TANDA.sub(ganti, xml)


class _Dialek(OfficeMath):
    """`rapat`: within an index, a power or a limit, where operators stand close."""

    rapat = False

    def barisan(self, isi: Barisan) -> str:
        """Words and brackets side by side are one text; operators have room, and that is operand enough."""
        if self.rapat:
            return super().barisan(isi)
        hasil, teks, sebelum = "", "", ""
        for n, u in enumerate(isi, 1):
            if u.jenis in ("kata", "kurung"):
                teks += u.teks
            else:
                hasil += lari(teks, "<m:nor/>") if teks else ""
                tunggal = u.teks in ("+", "−") and sebelum[-1:] in ("(", "[") and n < len(isi)
                hasil += self.unsur(u) if u.jenis != "tanda" or tunggal else lari(f"{_SELA}{u.teks}{_SELA}")
                teks = ""
            sebelum = u.teks
        return hasil + (lari(teks, "<m:nor/>") if teks else "")

    def unsur(self, u: Unsur) -> str:
        if u.jenis == "pecahan":
            atas, bawah = (lari(_TENGAHKAN) + self.barisan(b) for b in u.bagian)
            return f"<m:f><m:num>{atas}</m:num><m:den>{bawah}</m:den></m:f>"
        return super().unsur(u)

    def batas(self, unsur: str, isi: Barisan) -> str:
        luar, self.rapat = self.rapat, True
        hasil = super().batas(unsur, isi)
        self.rapat = luar
        return hasil


# ---------------------------------------------------------------- the template's letters


class HurufTemplat:
    """Sizes in points by paragraph style, and whether the letters of the text have serifs."""

    def __init__(self, gaya: bytes) -> None:
        akar = etree.fromstring(gaya)
        bawaan = akar.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self.bawaan = _ukuran(bawaan) or UKURAN_BAWAAN
        huruf = bawaan.find(w("rFonts")) if bawaan is not None else None
        nama = huruf.get(w("ascii"), "") if huruf is not None else ""
        self.rupa = "serif" if any(n in nama for n in _BERKAIT) else "sans"
        self._gaya: Mapping[str | None, etree._Element] = {s.get(w("styleId")): s for s in akar.iter(w("style"))}

    def ukuran(self, gaya: str) -> float:
        """That of the style itself or of the nearest style that it is based on."""
        kini: str | None = gaya
        for _ in range(len(self._gaya)):
            s = self._gaya.get(kini)
            if s is None:
                break
            if ukuran := _ukuran(s.find(w("rPr"))):
                return ukuran
            induk = s.find(w("basedOn"))
            kini = induk.get(w("val")) if induk is not None else None
        return self.bawaan


def _ukuran(sifat: etree._Element | None) -> float:
    sz = sifat.find(w("sz")) if sifat is not None else None
    return float(sz.get(w("val"), "0")) / 2 if sz is not None else 0
