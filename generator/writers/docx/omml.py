"""Formulas of a body -> Office Math, as Word has it.

The body holds marks (`sebaris.rumus`) until it is known who will read it: `untuk_word` and, in `omml_libreoffice`,
`untuk_libreoffice` put the formulas in their places. Words and numbers are 'normal text' (m:nor): they stand upright in
the paragraph's own font and size.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.tree.rumus import Barisan, Unsur, teks_barisan, urai_rumus
from generator.writers.docx.sebaris import ANTARA_RUMUS, BUKA_RUMUS, TUTUP_RUMUS, bersih
from generator.writers.xml_text import escape

TANDA_RUMUS = re.compile(f"{BUKA_RUMUS}([^{TUTUP_RUMUS}]*){TUTUP_RUMUS}")
PATAH = "<w:r><w:br/></w:r>"
_PATAH_DALAM = "<m:r><w:br/></m:r>"  # so Word ends a line of a displayed formula
_HAMPA = "<m:r><m:rPr><m:nor/></m:rPr><m:t></m:t></m:r>"
_PERATAAN = {"kiri": "left", "tengah": "center", "kanan": "right"}


@dataclass(frozen=True, slots=True)
class BarisRumus:
    """A line of a formula in words, its place's width in points (0 if not known), and the formula's cell or line."""

    teks: str
    lebar: float
    asal: str


def baca_tanda(isi: str) -> tuple[tuple[Barisan, ...], str, int, str]:
    """A mark's lines, alignment ('' within a line of text), width in twentieths of a point, and origin."""
    latex, rata, lebar, asal = map(html.unescape, isi.split(ANTARA_RUMUS))
    return urai_rumus(latex), rata, int(lebar), asal


def baris_rumus(xml: str) -> Iterator[BarisRumus]:
    """All lines of formulas of a body, in order."""
    for tanda in TANDA_RUMUS.findall(xml):
        baris, _, lebar, asal = baca_tanda(tanda)
        yield from (BarisRumus(bersih(teks_barisan(b)), lebar / 20, asal) for b in baris)


def untuk_word(xml: str) -> str:
    """The body with its formulas."""
    return TANDA_RUMUS.sub(lambda m: _rumus(m[1]), xml)


def _rumus(tanda: str) -> str:
    baris, rata, _, _ = baca_tanda(tanda)
    isi = [OfficeMath().barisan(b) for b in baris]
    if not rata:
        return PATAH.join(f"<m:oMath>{b}</m:oMath>" for b in isi)
    sifat = f'<m:oMathParaPr><m:jc m:val="{_PERATAAN[rata]}"/></m:oMathParaPr>'
    return f"<m:oMathPara>{sifat}<m:oMath>{f'{_PATAH_DALAM}</m:oMath><m:oMath>'.join(isi)}</m:oMath></m:oMathPara>"


class OfficeMath:
    """Writes a formula's tree; `omml_libreoffice` changes some of it."""

    def barisan(self, isi: Barisan) -> str:
        """A line or a part. An operator at its edge gets an empty neighbour, which LibreOffice must have."""
        awal, akhir = (_HAMPA if u.jenis == "tanda" else "" for u in (isi[0], isi[-1]))
        return awal + "".join(map(self.unsur, isi)) + akhir

    def unsur(self, u: Unsur) -> str:
        match u:
            case Unsur("kata", teks):
                return lari(teks, "<m:nor/>")
            case Unsur("kurung", teks):
                return lari(teks, "<m:lit/>")  # literal: else LibreOffice looks for its partner
            case Unsur("tanda", teks):
                return lari(" : ", "<m:nor/>") if teks == ":" else lari(teks)
            case Unsur("huruf", teks):
                return lari(teks)
            case Unsur("pecahan", _, (atas, bawah)):
                return f"<m:f><m:num>{self.barisan(atas)}</m:num><m:den>{self.barisan(bawah)}</m:den></m:f>"
            case Unsur("skrip", _, (dasar, bawah, atas)):
                jenis = "sSubSup" if bawah and atas else "sSub" if bawah else "sSup"
                batas = (self.batas("sub", bawah) if bawah else "") + (self.batas("sup", atas) if atas else "")
                return f"<m:{jenis}><m:e>{self.barisan(dasar)}</m:e>{batas}</m:{jenis}>"
            case Unsur("jumlah", _, (bawah, atas, isi)):
                sembunyi = ("" if bawah else '<m:subHide m:val="1"/>') + ("" if atas else '<m:supHide m:val="1"/>')
                sifat = f'<m:naryPr><m:chr m:val="∑"/><m:limLoc m:val="undOvr"/>{sembunyi}</m:naryPr>'
                batas = self.batas("sub", bawah) + self.batas("sup", atas)
                return f"<m:nary>{sifat}{batas}<m:e>{self.barisan(isi)}</m:e></m:nary>"
            case Unsur("apit", kurung, (isi,)):
                return apit(kurung[0], kurung[1], self.barisan(isi))
        raise AssertionError(u)

    def batas(self, unsur: str, isi: Barisan) -> str:
        """An index, a power or a limit, which may be missing."""
        return f"<m:{unsur}>{self.barisan(isi) if isi else ''}</m:{unsur}>"


def lari(teks: str, sifat: str = "") -> str:
    """A run."""
    jenis = f"<m:rPr>{sifat}</m:rPr>" if sifat else ""
    return f'<m:r>{jenis}<m:t xml:space="preserve">{escape(bersih(teks))}</m:t></m:r>'


def apit(buka: str, tutup: str, isi: str) -> str:
    """What stands between two brackets that grow with it."""
    sifat = f'<m:dPr><m:begChr m:val="{buka}"/><m:endChr m:val="{tutup}"/></m:dPr>'
    return f"<m:d>{sifat}<m:e>{isi}</m:e></m:d>"
