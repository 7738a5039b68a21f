"""Notes on header cells: made, and brought up to date where they are the program's.

In: a sheet being edited. Excel keeps the text of a note in one part and its box in another (VML), which is not always
well-formed: a box is put in as bytes, and the boxes that are there stay as they are.
"""

from __future__ import annotations

import re

from lxml import etree

from generator.model.alamat import huruf_kolom
from generator.paket import PaketDitolak
from generator.sources.sunting.lembar import LembarSunting
from generator.sources.sunting.paket import PaketSunting

PENULIS = "Petunjuk"
"""Who the program's own notes are by."""
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_RUANG = " ".join(
    f'xmlns:{awalan}="urn:schemas-microsoft-com:{nama}"'
    for awalan, nama in (("v", "vml"), ("o", "office:office"), ("x", "office:excel"))
)
_KOSONG = (f'<xml {_RUANG}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>').encode()
_JENIS_KOTAK = (
    f'<v:shapetype {_RUANG} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_KOTAK = (
    '<v:shape {ruang} id="_x0000_s{nomor}" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;'
    'margin-top:1.5pt;width:260px;height:90px;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>'
    "<x:Row>{baris}</x:Row><x:Column>{kolom}</x:Column></x:ClientData></v:shape>"
)
_AKHIR = re.compile(rb"</(?:\w+:)?xml\s*>\s*\Z")
_NOMOR = re.compile(rb"_x0000_s(\d{1,9})")


def catat(lembar: LembarSunting, kolom: int, teks: str) -> bool:
    """See that the header of a column bears this note. A note by anybody else stays. Whether it changed."""
    bagian, akar = _catatan(lembar)
    rujukan = f"{huruf_kolom(kolom)}1"
    penulis = [a.text or "" for a in akar.iter(lembar.nama("author"))]
    for c in akar.iter(lembar.nama("comment")):
        if c.get("ref") != rujukan:
            continue
        nomor = int(c.get("authorId", "0"))
        milik = nomor < len(penulis) and penulis[nomor] == PENULIS
        isi = c.find(lembar.nama("text"))
        if not milik or isi is None or "".join(str(t) for t in isi.itertext()).split() == teks.split():
            return False
        for anak in [*isi]:
            isi.remove(anak)
        etree.SubElement(isi, lembar.nama("t")).text = teks
        lembar.paket.ubah(bagian)
        return True
    if not bagian:
        bagian = lembar.paket.bagian_baru("xl/comments{}.xml", b"", ".comments+xml")
        lembar.paket.ganti(bagian, etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True))
        lembar.paket.hubungkan(lembar.bagian, "/comments", bagian)
        akar = lembar.paket.pohon(bagian)
    _tambah(lembar, akar, rujukan, teks)
    lembar.paket.ubah(bagian)
    _kotak(lembar, kolom)
    return True


def _catatan(lembar: LembarSunting) -> tuple[str, etree._Element]:
    """The part of the notes and its root; ('', an empty one) where there is none."""
    for bagian in lembar.paket.tujuan(lembar.bagian, "/comments").values():
        return bagian, lembar.paket.pohon(bagian)
    return "", etree.fromstring(f'<comments xmlns="{lembar.paket.utama}"><authors/><commentList/></comments>')


def _tambah(lembar: LembarSunting, akar: etree._Element, rujukan: str, teks: str) -> None:
    semua, daftar = akar.find(lembar.nama("authors")), akar.find(lembar.nama("commentList"))
    if semua is None or daftar is None:
        raise PaketDitolak("catatan sel di buku kerja tidak lengkap")
    penulis = [a.text or "" for a in semua]
    if PENULIS not in penulis:
        etree.SubElement(semua, lembar.nama("author")).text = PENULIS
        penulis.append(PENULIS)
    baru = etree.SubElement(daftar, lembar.nama("comment"), ref=rujukan, authorId=str(penulis.index(PENULIS)))
    etree.SubElement(etree.SubElement(baru, lembar.nama("text")), lembar.nama("t")).text = teks


def _kotak(lembar: LembarSunting, kolom: int) -> None:
    """The box of the note."""
    paket = lembar.paket
    bagian = _gambar(lembar, paket)
    isi = paket.baca(bagian)
    akhir = _AKHIR.search(isi)
    if not akhir:
        raise PaketDitolak(f"kotak catatan di buku kerja tidak terbaca ({bagian})")
    nomor = max([1024, *map(int, _NOMOR.findall(isi))]) + 1
    jenis = "" if b'"_x0000_t202"' in isi else _JENIS_KOTAK
    kotak = jenis + _KOTAK.format(ruang=_RUANG, nomor=nomor, baris=0, kolom=kolom - 1)
    paket.ganti(bagian, isi[: akhir.start()] + kotak.encode() + isi[akhir.start() :])


def _gambar(lembar: LembarSunting, paket: PaketSunting) -> str:
    """The part of the sheet's boxes, made where there is none."""
    hubungan = f"{{{paket.r}}}id"
    ada = lembar.akar.find(lembar.nama("legacyDrawing"))
    if ada is not None:
        bagian = paket.tujuan(lembar.bagian, "/vmlDrawing").get(str(ada.get(hubungan)), "")
        if not paket.ada(bagian):
            raise PaketDitolak("kotak catatan di buku kerja tidak ada")
        return bagian
    bagian = paket.bagian_baru("xl/drawings/vmlDrawing{}.vml", _KOSONG, _VML)
    lembar.unsur("legacyDrawing").set(hubungan, paket.hubungkan(lembar.bagian, "/vmlDrawing", bagian))
    lembar.ubah()
    return bagian
