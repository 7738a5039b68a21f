"""Sections and drawings: sizes, margins, header and footer, alternative text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.periksa.docx.paket import DOKUMEN, WP, Paket, bilangan, w, xpath

_SECT = w("sectPr")
_TABEL_DAN_BATAS = xpath("w:body/w:tbl | w:body/w:p/w:pPr/w:sectPr | w:body/w:sectPr")
_KEPALA_KAKI = {
    "kepala halaman": xpath("w:headerReference[@w:type='default']"),
    "kaki halaman": xpath("w:footerReference[@w:type='default']"),
}


def lebar_teks(akar: etree._Element) -> dict[etree._Element, int]:
    """The width between the margins, in twentieths of a point, for every table of the body whose section has one."""
    hasil: dict[etree._Element, int] = {}
    menunggu: list[etree._Element] = []
    for e in _TABEL_DAN_BATAS(akar):
        if e.tag != _SECT:
            menunggu.append(e)
            continue
        if (lebar := _ukuran(e)[2]) > 0:
            hasil.update(dict.fromkeys(menunggu, lebar))
        menunggu.clear()
    return hasil


def _ukuran(sect: etree._Element) -> tuple[int, int, int, int]:
    """Width and height of the paper, width and height between the margins."""

    def sisi(unsur: str, *nama: str) -> list[int]:
        e = sect.find(w(unsur))
        return [bilangan(e.get(w(n))) if e is not None else -1 for n in nama]

    lebar, tinggi = sisi("pgSz", "w", "h")
    kiri, kanan, atas, bawah = sisi("pgMar", "left", "right", "top", "bottom")
    return lebar, tinggi, lebar - kiri - kanan, tinggi - atas - bawah


def bagian(p: Paket) -> Iterator[str]:
    """The body ends with its section; paper and margins make sense; all but the cover have header and footer."""
    akar = p.akar[DOKUMEN]
    if not len(akar) or not len(akar[0]) or akar[0][-1].tag != _SECT:
        yield f"{DOKUMEN}: unsur terakhir badan bukan w:sectPr"
    kertas: set[tuple[int, int]] = set()
    for nomor, sect in enumerate(akar.iter(_SECT), 1):
        sebutan = f"{DOKUMEN}: bagian ke-{nomor}"
        lebar, tinggi, teks, tinggi_teks = _ukuran(sect)
        if min(lebar, tinggi) <= 0 or min(teks, tinggi_teks) <= 0:
            yield f"{sebutan} tanpa ukuran kertas dan tepi yang masuk akal"
            continue
        ukuran = sect.find(w("pgSz"))
        mendatar = ukuran is not None and ukuran.get(w("orient")) == "landscape"
        if mendatar != (lebar > tinggi):
            yield f"{sebutan}: arah kertas tidak sesuai dengan ukurannya ({lebar} × {tinggi})"
        kertas.add((min(lebar, tinggi), max(lebar, tinggi)))
        jenis = sect.find(w("type"))
        if jenis is not None and jenis.get(w("val")) != "nextPage":
            yield f"{sebutan} tidak mulai di halaman baru"
        for apa, cari in _KEPALA_KAKI.items():
            if nomor > 1 and not cari(sect):
                yield f"{sebutan} tanpa {apa}"
    if len(kertas) > 1:
        yield f"{DOKUMEN}: ukuran kertas berbeda-beda: {', '.join(f'{a} × {b}' for a, b in sorted(kertas))}"


def gambar(p: Paket) -> Iterator[str]:
    """Every drawing has an id of its own and alternative text."""
    ada: set[str | None] = set()
    for nama, akar in p.cerita.items():
        for e in akar.iter(f"{{{WP}}}docPr"):
            if e.get("id") in ada:
                yield f"{nama}: nomor gambar {e.get('id')} ganda"
            ada.add(e.get("id"))
            if not e.get("descr", "").strip():
                yield f'{nama}: gambar "{e.get("name", "")}" tanpa teks alternatif'
