"""Formula -> MathML Core, which browsers draw themselves. Words and numbers stand upright, variables in italics."""

from __future__ import annotations

from generator.tree.nodes import Formula
from generator.tree.rumus import Barisan, Unsur, teks_barisan, urai_rumus
from generator.writers.xml_text import escape

_NBSP = "\N{NO-BREAK SPACE}"


def mathml(f: Formula, *, display: bool = False) -> str:
    """A `math` element per line of the formula, those of a displayed one below each other."""
    jenis = ' display="block"' if display else ""
    antara = "" if display else "<br>"
    return antara.join(
        f'<math{jenis} alttext="{escape(teks_barisan(b))}">{_barisan(b)}</math>' for b in urai_rumus(f.latex)
    )


def _barisan(isi: Barisan) -> str:
    """One element, whatever it holds."""
    return _unsur(isi[0]) if len(isi) == 1 else f"<mrow>{''.join(map(_unsur, isi))}</mrow>"


def _unsur(u: Unsur) -> str:
    match u:
        case Unsur("kata", teks):
            return f"<mtext>{escape(teks.replace(' ', _NBSP))}</mtext>"
        case Unsur("huruf", teks):
            return f"<mi>{escape(teks)}</mi>"
        case Unsur("tanda", teks):
            return f"<mo>{escape(teks)}</mo>"
        case Unsur("kurung", teks):
            return f'<mo stretchy="false">{escape(teks)}</mo>'
        case Unsur("pecahan", _, (atas, bawah)):
            return f"<mfrac>{_barisan(atas)}{_barisan(bawah)}</mfrac>"
        case Unsur("skrip", _, (dasar, bawah, atas)):
            unsur = "msubsup" if bawah and atas else "msub" if bawah else "msup"
            return f"<{unsur}>{_barisan(dasar)}{''.join(_barisan(x) for x in (bawah, atas) if x)}</{unsur}>"
        case Unsur("jumlah", _, (bawah, atas, isi)):
            return f"<mrow>{_tanda_jumlah(bawah, atas)}{_barisan(isi)}</mrow>"
        case Unsur("apit", kurung, (isi,)):
            buka, tutup = (f"<mo>{escape(k)}</mo>" for k in kurung)
            return f"<mrow>{buka}{_barisan(isi)}{tutup}</mrow>"
    raise AssertionError(u)


def _tanda_jumlah(bawah: Barisan, atas: Barisan) -> str:
    """The sign with its limits below and above it, in a line of text too."""
    tanda = '<mo movablelimits="false">∑</mo>'
    batas = [_barisan(x) for x in (bawah, atas) if x]
    if not batas:
        return tanda
    unsur = "munderover" if len(batas) == 2 else "munder" if bawah else "mover"
    return f"<{unsur}>{tanda}{''.join(batas)}</{unsur}>"
