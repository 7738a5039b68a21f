"""The text of a DOCX as a reader sees it, numbering included, computed from its XML alone (no code of the program)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


@dataclass
class Alinea:
    """A paragraph: its text with its number, whether it holds a drawing, and the header row it stands in (or '')."""

    teks: str
    gambar: bool
    gaya: str
    kepala: bool = False


@dataclass
class Penomor:
    """Counts numbered paragraphs as Word does: per definition and level, restarted by overrides and higher levels."""

    akar: etree._Element
    gaya: etree._Element
    hitungan: dict[str, list[int]] = field(default_factory=dict)
    terpakai: set[tuple[str, int]] = field(default_factory=set)

    def label(self, p: etree._Element) -> str:
        num = p.find(f"{W}pPr/{W}numPr")
        gaya = p.find(f"{W}pPr/{W}pStyle")
        if num is None and gaya is not None:
            for s in self.gaya.iter(f"{W}style"):
                if s.get(f"{W}styleId") == gaya.get(f"{W}val"):
                    num = s.find(f"{W}pPr/{W}numPr")
        if num is None:
            return ""
        nomor = num.find(f"{W}numId").get(f"{W}val")  # type: ignore[union-attr]
        tingkat_el = num.find(f"{W}ilvl")
        tingkat = int(tingkat_el.get(f"{W}val")) if tingkat_el is not None else 0  # type: ignore[arg-type]
        definisi = next(n for n in self.akar.iter(f"{W}num") if n.get(f"{W}numId") == nomor)
        abstrak = definisi.find(f"{W}abstractNumId").get(f"{W}val")  # type: ignore[union-attr]
        hitung = self.hitungan.setdefault(abstrak, [0] * 9)  # type: ignore[arg-type]
        ulang = {int(o.get(f"{W}ilvl", "0")) for o in definisi.iter(f"{W}lvlOverride")}
        if tingkat in ulang and (nomor, tingkat) not in self.terpakai:
            hitung[tingkat] = 0
        self.terpakai.add((nomor, tingkat))  # type: ignore[arg-type]
        hitung[tingkat] += 1
        hitung[tingkat + 1 :] = [0] * (8 - tingkat)
        lapis = next(a for a in self.akar.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == abstrak)
        tataan = {int(lv.get(f"{W}ilvl", "0")): lv for lv in lapis.iter(f"{W}lvl")}
        teks = tataan[tingkat].find(f"{W}lvlText").get(f"{W}val", "")  # type: ignore[union-attr]
        for i in range(9):
            if f"%{i + 1}" in teks:
                bentuk = tataan[i].find(f"{W}numFmt").get(f"{W}val")  # type: ignore[union-attr]
                teks = teks.replace(f"%{i + 1}", chr(96 + hitung[i]) if bentuk == "lowerLetter" else str(hitung[i]))
        return teks


def bagian(path: Path, nama: str) -> etree._Element:
    with zipfile.ZipFile(path) as z:
        return etree.fromstring(z.read(nama))


def alinea(path: Path) -> Iterator[Alinea]:
    """All paragraphs of the body in order."""
    badan = bagian(path, "word/document.xml").find(f"{W}body")
    assert badan is not None
    penomor = Penomor(bagian(path, "word/numbering.xml"), bagian(path, "word/styles.xml"))
    for p in badan.iter(f"{W}p"):
        gaya = p.find(f"{W}pPr/{W}pStyle")
        baris = next(p.iterancestors(f"{W}tr"), None)
        kepala = baris is not None and baris.find(f"{W}trPr/{W}tblHeader") is not None
        teks = penomor.label(p) + "".join(t.text or "" for t in p.iter(f"{W}t", f"{M}t"))
        nama = gaya.get(f"{W}val", "") if gaya is not None else ""
        yield Alinea(teks, p.find(f".//{W}drawing") is not None, nama, kepala)


def rapat(teks: str) -> str:
    """Without any white space."""
    return "".join(teks.split())
