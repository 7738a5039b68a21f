"""Styles, numbering and what must not stand beside them: direct formatting, another language, stray characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from generator.periksa.docx.paket import (
    DOKUMEN,
    GAYA,
    PENOMORAN,
    SETELAN,
    SIFAT,
    Paket,
    bilangan,
    w,
    xpath,
)

BAHASA = "id-ID"
SIFAT_PARAGRAF = ("pStyle", "keepNext", "numPr", "rPr", "sectPr")
"""What a paragraph of the body may say of itself; all else is its style's business."""
SIFAT_RUN = ("rStyle",)
"""What a run of the body may say of itself."""
SIFAT_TANDA = ("ins", "del")
"""What a paragraph of the body may say of its end: that one of two versions does not have it."""

_MACAM = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_SEBUTAN = {"paragraph": "paragraf", "character": "karakter", "table": "tabel"}
_TERKAIT = ("basedOn", "next", "link")
_DIPAKAI = {unsur: xpath(f"//w:{unsur}/@w:val") for unsur in (*_MACAM, *_TERKAIT)}
_NUM_PR, _ILVL, _NUM_ID = w("numPr"), w("ilvl"), w("numId")
_NOMOR_GAYA = xpath("//w:numId/@w:val")
_LANGSUNG = {
    "run": xpath(f"//w:rPr[not(parent::w:pPr)]/*[not({' or '.join(f'self::w:{n}' for n in SIFAT_RUN)})]"),
    "tanda paragraf": xpath(f"//w:pPr/w:rPr/*[not({' or '.join(f'self::w:{n}' for n in SIFAT_TANDA)})]"),
    "paragraf": xpath(f"//w:pPr/*[not({' or '.join(f'self::w:{n}' for n in SIFAT_PARAGRAF)})]"),
}
_BANYAK_PARAGRAF, _BANYAK_GAYA = xpath("count(//w:p)"), xpath("count(//w:pPr/w:pStyle)")
_TANPA_GAYA = xpath("//w:p[not(w:pPr/w:pStyle)]")
_BAHASA = xpath("string(/w:styles/w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val)")
_JUDUL = xpath("string(//dc:title)")
_TEKS = xpath("//text() | //@*")
_PRIBADI = re.compile("[\ue000-\uf8ff]")


def gaya(p: Paket) -> Iterator[str]:
    """Styles that are used exist and are of the right kind."""
    macam = {s.get(w("styleId")): s.get(w("type"), "") for s in p.akar[GAYA].iter(w("style"))}
    for nama, akar in {**p.cerita, PENOMORAN: p.akar[PENOMORAN], GAYA: p.akar[GAYA]}.items():
        for unsur in _TERKAIT if nama == GAYA else _MACAM:
            perlu = _MACAM.get(unsur)
            for id_gaya in dict.fromkeys(_DIPAKAI[unsur](akar)):
                if id_gaya not in macam:
                    yield f'{nama}: gaya "{id_gaya}" dipakai tetapi tidak ada'
                elif perlu and macam[id_gaya] != perlu:
                    yield f'{nama}: "{id_gaya}" dipakai sebagai gaya {_SEBUTAN[perlu]}, padahal bukan'


def penomoran(p: Paket) -> Iterator[str]:
    """Lists that are used exist, with the level that is used."""
    akar = p.akar[PENOMORAN]
    tingkat = {
        a.get(w("abstractNumId")): {lvl.get(w("ilvl")) for lvl in a.iter(w("lvl"))} for a in akar.iter(w("abstractNum"))
    }
    ada: dict[str | None, set[str | None]] = {"0": set()}
    for num in akar.iter(w("num")):
        id_nomor, acuan = num.get(w("numId")), num.find(w("abstractNumId"))
        abstrak = acuan.get(w("val")) if acuan is not None else None
        if id_nomor in ada:
            yield f"{PENOMORAN}: daftar {id_nomor} ganda"
        if abstrak not in tingkat:
            yield f"{PENOMORAN}: daftar {id_nomor} memakai penomoran {abstrak}, yang tidak ada"
        ada[id_nomor] = tingkat.get(abstrak, set())
    for id_nomor in dict.fromkeys(_NOMOR_GAYA(p.akar[GAYA])):
        if id_nomor not in ada:
            yield f"{GAYA}: daftar {id_nomor} dipakai tetapi tidak ada"
    for nama, cerita in p.cerita.items():
        for id_nomor, ilvl in _dipakai(cerita):
            if id_nomor not in ada:
                yield f"{nama}: daftar {id_nomor} dipakai tetapi tidak ada"
            elif id_nomor != "0" and ilvl not in ada[id_nomor]:
                yield f"{nama}: daftar {id_nomor} tidak mempunyai tingkat {bilangan(ilvl) + 1}"


def _dipakai(cerita: etree._Element) -> dict[tuple[str | None, str | None], None]:
    """Each (list, level) of the paragraphs of a part, once."""
    hasil: dict[tuple[str | None, str | None], None] = {}
    ilvl: str | None = "0"
    for e in cerita.iter(_NUM_PR, _ILVL, _NUM_ID):
        if e.tag == _NUM_ID:
            hasil[e.get(w("val")), ilvl] = None
        else:
            ilvl = e.get(w("val")) if e.tag == _ILVL else "0"
    return hasil


def langsung(p: Paket) -> Iterator[str]:
    """Nothing of the body is formatted by hand: `SIFAT_PARAGRAF` and `SIFAT_RUN` are all that may stand there.

    The cover, up to the first section break, is the template's own; Word may have put anything there.
    """
    akar = p.akar[DOKUMEN]
    for apa, cari in _LANGSUNG.items():
        for unsur, kali in Counter(etree.QName(e).localname for e in _tanpa_sampul(cari(akar), akar)).items():
            yield f"{DOKUMEN}: pemformatan langsung w:{unsur} pada {apa} ({kali} tempat)"
    if _BANYAK_PARAGRAF(akar) != _BANYAK_GAYA(akar) and (tanpa := _tanpa_sampul(_TANPA_GAYA(akar), akar)):
        yield f"{DOKUMEN}: {len(tanpa)} paragraf tanpa gaya"


def _tanpa_sampul(unsur: list[etree._Element], akar: etree._Element) -> list[etree._Element]:
    """Those that do not stand on the cover."""
    if not unsur:
        return []
    sampul: set[etree._Element] = set()
    for e in akar[0]:
        sampul.add(e)
        if e.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            break
    return [e for e in unsur if sampul.isdisjoint((e, *e.iterancestors()))]


def bahasa_dan_sifat(p: Paket) -> Iterator[str]:
    """The language of the text, the title of the file, and no fields that ask to be updated."""
    if _BAHASA(p.akar[GAYA]) != BAHASA:
        yield f"{GAYA}: bahasa bawaan bukan {BAHASA}"
    if not _JUDUL(p.akar[SIFAT]).strip():
        yield f"{SIFAT}: berkas tanpa judul"
    if p.akar[SETELAN].find(w("updateFields")) is not None:
        yield f"{SETELAN}: w:updateFields membuat Word bertanya setiap kali berkas dibuka"


def tanda_pribadi(p: Paket) -> Iterator[str]:
    """No private-use character (U+E000–F8FF) is left: the writer's own marks are of them, and fonts differ on them."""
    for nama, akar in p.akar.items():
        isi = p.bagian[nama]
        if not any(tanda in isi for tanda in (b"\xee", b"\xef", b"&#", b"\x00")):  # of UTF-8, a reference, UTF-16
            continue
        kode = sorted({f"U+{ord(c):04X}" for teks in _TEKS(akar) for c in _PRIBADI.findall(teks)})
        if kode:
            yield f"{nama}: karakter pribadi {', '.join(kode)}"
