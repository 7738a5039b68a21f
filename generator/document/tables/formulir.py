"""What the forms of Permendagri 86/2017 have in common: the caption with its code, the columns of code and name."""

from __future__ import annotations

from dataclasses import replace

from generator.compute.butir import Butir
from generator.compute.renja import KonteksRenja
from generator.document.nodes import Caption, Cell, Text, Value
from generator.document.tables.sel import KOSONG, kata
from generator.model.angka import Teks


def berformulir(k: KonteksRenja, nama: str, caption: Caption) -> Caption:
    """'T-C.29. Rekapitulasi Evaluasi …': in front, where a line never breaks within the code."""
    return replace(caption, title=(Text(f"{k.renja.formulir[nama]}. "), *caption.title))


def bernama(b: Butir, *, pertama: bool = True) -> tuple[Cell, Cell]:
    """Code and name; blank in the further rows of a node. Programs in capitals, all but sub kegiatan bold."""
    if not pertama:
        return KOSONG, KOSONG
    tebal = b.tingkat != "subkegiatan"
    nama = Teks(b.nama.upper(), b.nama.asal) if b.tingkat == "program" else b.nama
    return Cell((Value(str(b.kode), None, b.kode.asal),), strong=tebal), kata(nama, strong=tebal)
