"""Bookmarks, fields and links: every name has its target, every cached number is the one that Word computes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.periksa.docx.paket import DOKUMEN, Paket, w, xpath
from generator.tree.format import romawi

BATAS_NAMA = 40  # Word's limit for names of bookmarks
_NAMA = re.compile(r"[^\W\d]\w*")
_T, _MEDAN, _KODE, _BUKA, _TUTUP, _TAUTAN = (
    w(n) for n in ("t", "fldChar", "instrText", "bookmarkStart", "bookmarkEnd", "hyperlink")
)
_BERNOMOR = xpath("/w:document/w:body/w:p/w:pPr[not(w:rPr/w:del)]/w:pStyle[@w:val='Caption' or @w:val='Heading1']")
_ADA_SEQ = xpath("boolean(.//w:instrText[contains(., 'SEQ ')])")
_BUKAN_TEKS = frozenset((r"\n", r"\r", r"\w", r"\p"))  # a REF with one of these prints a number or a place
_ISI_PARAGRAF = xpath("string(.)")


@dataclass
class _Medan:
    """A field while it is read."""

    kode: str = ""
    hasil: str = ""
    terpisah: bool = False


@dataclass
class _Cerita:
    """What one part holds: bookmarks with their text, fields (code, cached text), anchors of links, what is wrong."""

    tanda: list[tuple[str, str, str]] = field(default_factory=list)  # (id, name, text)
    medan: list[tuple[str, str]] = field(default_factory=list)
    jangkar: list[str] = field(default_factory=list)
    salah: list[str] = field(default_factory=list)


def _baca(akar: etree._Element) -> _Cerita:
    hasil = _Cerita()
    teks: list[str] = []
    terbuka: dict[str | None, tuple[str, int]] = {}
    tumpukan: list[_Medan] = []
    for e in akar.iter(_T, _MEDAN, _KODE, _BUKA, _TUTUP, _TAUTAN):
        tag = e.tag
        if tag == _T:
            teks.append(e.text or "")
            for m in tumpukan:
                if m.terpisah:
                    m.hasil += e.text or ""
        elif tag == _KODE:
            if tumpukan:
                tumpukan[-1].kode += e.text or ""
            else:
                hasil.salah.append("kode medan di luar medan")
        elif tag == _MEDAN:
            _batas(e.get(w("fldCharType")), tumpukan, hasil)
        elif tag == _BUKA:
            terbuka[e.get(w("id"))] = (e.get(w("name"), ""), len(teks))
        elif tag == _TUTUP:
            if e.get(w("id")) not in terbuka:
                hasil.salah.append(f"penanda {e.get(w('id'))} ditutup tanpa dibuka")
                continue
            nama, mulai = terbuka.pop(e.get(w("id")))
            hasil.tanda.append((e.get(w("id"), ""), nama, "".join(teks[mulai:])))
        elif e.get(w("anchor")) is not None:
            hasil.jangkar.append(e.get(w("anchor"), ""))
    for nama, _ in terbuka.values():
        hasil.salah.append(f"penanda {nama} tidak ditutup")
    for m in tumpukan:
        hasil.salah.append(f"medan {m.kode.strip()} tidak ditutup")
    return hasil


def _batas(jenis: str | None, tumpukan: list[_Medan], hasil: _Cerita) -> None:
    """The beginning, separator or end of a field."""
    if jenis == "begin":
        tumpukan.append(_Medan())
    elif not tumpukan:
        hasil.salah.append("medan ditutup tanpa dibuka")
    elif jenis == "separate":
        tumpukan[-1].terpisah = True
    else:
        m = tumpukan.pop()
        if not m.kode.strip():
            hasil.salah.append("medan tanpa kode")
        hasil.medan.append((m.kode, m.hasil))


# ---------------------------------------------------------------- rules


def medan(p: Paket) -> Iterator[str]:
    """Bookmarks, fields and links of all parts."""
    cerita = {nama: _baca(akar) for nama, akar in p.cerita.items()}
    nama_ada: dict[str, str] = {}
    id_ada: set[str] = set()
    isi: dict[str, str] = {}
    for tempat, c in cerita.items():
        yield from (f"{tempat}: {s}" for s in c.salah)
        for id_tanda, nama, teks in c.tanda:
            isi[nama] = teks
            if len(nama) > BATAS_NAMA:
                yield f"{tempat}: nama penanda {nama} lebih dari {BATAS_NAMA} karakter"
            elif not _NAMA.fullmatch(nama):
                yield f'{tempat}: nama penanda "{nama}" tidak sah'
            if nama.casefold() in nama_ada:
                yield f"{tempat}: penanda {nama} ganda"
            if id_tanda in id_ada:
                yield f"{tempat}: nomor penanda {id_tanda} ganda ({nama})"
            nama_ada[nama.casefold()] = nama
            id_ada.add(id_tanda)
    for tempat, c in cerita.items():
        for jangkar in dict.fromkeys(c.jangkar):
            if jangkar not in isi:
                yield f"{tempat}: tautan menunjuk penanda {jangkar}, yang tidak ada"
        hitungan: dict[str, int] = {}
        for kode, hasil in c.medan:
            yield from (f"{tempat}: {s}" for s in _periksa(kode, hasil, isi, hitungan))


def _periksa(kode: str, hasil: str, isi: dict[str, str], hitungan: dict[str, int]) -> Iterator[str]:
    """One field, by its kind."""
    match kode.split():
        case ["SEQ", nama, *saklar]:
            yield from _urutan(nama, saklar, hasil, hitungan)
        case [("REF" | "PAGEREF") as jenis, nama, *saklar]:
            if nama not in isi:
                yield f"medan {jenis} menunjuk penanda {nama}, yang tidak ada"
            elif jenis == "REF" and not _BUKAN_TEKS & set(saklar) and _rata(hasil) != _rata(isi[nama]):
                yield f'medan REF {nama} tertulis "{hasil}", seharusnya "{isi[nama]}"'
        case ["HYPERLINK", *sisa] if r"\l" in sisa:
            nama = "".join(sisa[sisa.index(r"\l") + 1 :][:1]).strip('"')
            if nama not in isi:
                yield f"medan HYPERLINK menunjuk penanda {nama}, yang tidak ada"


def _rata(teks: str) -> str:
    """Blanks that do not break count as blanks."""
    return teks.replace("\u00a0", " ")


def _urutan(nama: str, saklar: list[str], hasil: str, hitungan: dict[str, int]) -> Iterator[str]:
    r"""A SEQ field against Word's own count: \c repeats, \r sets, anything else goes on by one."""
    if r"\s" in saklar:
        yield rf"medan SEQ {nama} memakai \s, yang tidak dikenal LibreOffice"
        return
    if r"\r" in saklar:
        awal = "".join(saklar[saklar.index(r"\r") + 1 :][:1])
        hitungan[nama] = int(awal) if awal.isdecimal() else 0
    elif r"\c" not in saklar:
        hitungan[nama] = hitungan.get(nama, 0) + 1
    angka = hitungan.get(nama, 0)
    seharusnya = {"ROMAN": romawi(angka), "roman": romawi(angka).lower()} if angka else {}
    benar = next((seharusnya[s] for s in saklar if s in seharusnya), str(angka))
    if hasil != benar:
        yield f'medan SEQ {nama} tertulis "{hasil}", menurut hitungan Word "{benar}"'


def judul_bernomor(p: Paket) -> Iterator[str]:
    """Chapters and captions carry their number as a field, but those marked as gone: nothing counts them."""
    for gaya in _BERNOMOR(p.akar[DOKUMEN]):
        paragraf = gaya.getparent().getparent()
        if not _ADA_SEQ(paragraf):
            yield f'{DOKUMEN}: paragraf {gaya.get(w("val"))} tanpa medan SEQ: "{_ISI_PARAGRAF(paragraf)[:40]}"'
