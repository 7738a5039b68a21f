"""The package: parts parsed once, content types, relationships.

In: parts by name. Out: `Paket`, which every rule reads, or the faults that make reading on pointless.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DC = "http://purl.org/dc/elements/1.1/"
NS = {"w": W, "r": R, "wp": WP, "dc": DC}

JENIS_ISI = "[Content_Types].xml"
DOKUMEN, GAYA, PENOMORAN, SETELAN = (f"word/{n}.xml" for n in ("document", "styles", "numbering", "settings"))
SIFAT = "docProps/core.xml"
WAJIB = (JENIS_ISI, "_rels/.rels", DOKUMEN, GAYA, PENOMORAN, SETELAN, SIFAT)
CERITA = frozenset(f"{{{W}}}{n}" for n in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments"))
"""Roots of the parts that hold text."""
_TAUTAN_LUAR = ("http://", "https://", "mailto:")


def w(nama: str) -> str:
    return f"{{{W}}}{nama}"


def xpath(jalur: str) -> Callable[[etree._Element], Any]:
    """A compiled path over the prefixes of `NS`: elements, strings, a number or a truth value, as the path says."""
    return etree.XPath(jalur, namespaces=NS, smart_strings=False)


def bilangan(teks: str | None) -> int:
    """An attribute that should hold a whole number; -1 when it does not."""
    try:
        return int(teks or "")
    except ValueError:
        return -1


@dataclass(frozen=True, slots=True)
class Hubungan:
    """A relationship. `sasaran` is a part's name or, when `luar`, an address outside the package."""

    id: str
    jenis: str
    sasaran: str
    luar: bool


@dataclass(frozen=True)
class Paket:
    """`akar`: every XML part; `cerita`: those of them that hold text; `hubungan`: by the part that they start from."""

    bagian: Mapping[str, bytes]
    akar: dict[str, etree._Element] = field(default_factory=dict)
    cerita: dict[str, etree._Element] = field(default_factory=dict)
    hubungan: dict[str, list[Hubungan]] = field(default_factory=dict)


def buka_paket(bagian: Mapping[str, bytes]) -> tuple[Paket, list[str]]:
    """The package and, when it cannot be read, why."""
    salah = [f"{nama}: bagian wajib tidak ada" for nama in WAJIB if nama not in bagian]
    paket = Paket(bagian)
    pengurai = etree.XMLParser(resolve_entities=False, huge_tree=True, remove_comments=True, remove_pis=True)
    for nama, isi in bagian.items():
        if not nama.endswith((".xml", ".rels")):
            continue
        if b"<!DOCTYPE" in isi:
            salah.append(f"{nama}: memuat DTD")
            continue
        try:
            akar = etree.fromstring(isi, pengurai)
        except etree.XMLSyntaxError as e:
            salah.append(f"{nama}: bukan XML yang utuh ({e.msg})")
            continue
        paket.akar[nama] = akar
        if akar.tag in CERITA:
            paket.cerita[nama] = akar
        if nama.endswith(".rels"):
            asal, paket.hubungan[asal] = _hubungan(nama, akar)
    return paket, salah


def _hubungan(nama: str, akar: etree._Element) -> tuple[str, list[Hubungan]]:
    """The part that 'x/_rels/y.rels' belongs to, and its relationships."""
    folder = posixpath.dirname(posixpath.dirname(nama))
    hasil = []
    for r in akar:
        luar, sasaran = r.get("TargetMode") == "External", r.get("Target", "")
        if not luar:
            sasaran = posixpath.normpath(posixpath.join("/", folder, unquote(sasaran))).lstrip("/")
        hasil.append(Hubungan(r.get("Id", ""), r.get("Type", "").rpartition("/")[2], sasaran, luar))
    return posixpath.join(folder, posixpath.basename(nama).removesuffix(".rels")), hasil


# ---------------------------------------------------------------- rules


def jenis_isi(p: Paket) -> Iterator[str]:
    """Every part has a content type; what the list names exists and stands once."""
    bawaan: set[str] = set()
    khusus: set[str] = set()
    for e in p.akar[JENIS_ISI]:
        kunci, kumpulan = e.get("PartName", "").lstrip("/"), khusus
        if not kunci:
            kunci, kumpulan = e.get("Extension", "").lower(), bawaan
        if kunci in kumpulan:
            yield f"{JENIS_ISI}: {kunci} terdaftar dua kali"
        kumpulan.add(kunci)
    for nama in p.bagian:
        if nama != JENIS_ISI and nama not in khusus and nama.rpartition(".")[2].lower() not in bawaan:
            yield f"{nama}: tanpa jenis isi"
    for nama in sorted(khusus - p.bagian.keys()):
        yield f"{JENIS_ISI}: {nama} terdaftar tetapi tidak ada"


def hubungan(p: Paket) -> Iterator[str]:
    """Relationships lead somewhere, have an id of their own and leave the package only as links; no part is adrift."""
    dituju: set[str] = set()
    for asal, semua in p.hubungan.items():
        tempat = asal or "_rels/.rels"
        if asal and asal not in p.bagian:
            yield f"{tempat}: ada hubungan, tetapi bagiannya tidak ada"
        ada: set[str] = set()
        for h in semua:
            if h.id in ada:
                yield f"{tempat}: hubungan {h.id} ganda"
            ada.add(h.id)
            if h.luar:
                if h.jenis != "hyperlink" or not h.sasaran.lower().startswith(_TAUTAN_LUAR):
                    yield f"{tempat}: hubungan {h.id} ({h.jenis}) menunjuk ke luar berkas: {h.sasaran}"
            elif h.sasaran not in p.bagian:
                yield f"{tempat}: hubungan {h.id} menunjuk {h.sasaran}, yang tidak ada"
            else:
                dituju.add(h.sasaran)
    for nama in p.bagian:
        if nama not in dituju and nama != JENIS_ISI and not nama.endswith(".rels"):
            yield f"{nama}: tidak ditunjuk hubungan mana pun"


_RUJUKAN = xpath("//@r:*")


def rujukan(p: Paket) -> Iterator[str]:
    """Every r:id, r:embed and so on has its relationship."""
    for nama, akar in p.akar.items():
        dipakai = set(_RUJUKAN(akar))
        for kurang in sorted(dipakai - {h.id for h in p.hubungan.get(nama, ())}):
            yield f"{nama}: memakai hubungan {kurang}, yang tidak ada"
