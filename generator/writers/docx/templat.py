"""The Word template: cover, header, footer, styles, numbering and page layout, rendered by docxtpl.

In: the template's path and plain strings for its placeholders. Out: the package's parts, the three section layouts
(cover, landscape, portrait) and the numbering definitions that the writer needs. Raises `TemplatSalah`.
`baca_templat` is the only way in: nothing opens a template that `templat_aman` has not seen.
"""

from __future__ import annotations

import copy
import html
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from generator.berkas import BATAS_SUMBER, Bacaan, BerkasDitolak, ada
from generator.paket import Paket, PaketDitolak, PaketRusak
from generator.writers.docx.sebaris import bersih
from generator.writers.docx.templat_aman import TemplatDitolak, periksa_templat

if TYPE_CHECKING:
    from docx.opc.packuri import PackURI
    from docxtpl import DocxTemplate

    from generator.writers.docx.ungkapan_templat import LingkunganTemplat

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TANDA_ISI = "\ue010"
BUKAN_DOKUMEN = "berkas templat bukan dokumen Word yang utuh"
GAYA_WAJIB = (
    *("BodyText", "JudulDepan", "ListParagraph", "Quote", "Caption", "Sumber", "Gambar", "SetelahTabel", "BatasBagian"),
    *(f"Heading{i}" for i in range(1, 7)),
    *(f"TOC{i}" for i in range(1, 5)),
    *(f"DaftarLanjut{i}" for i in range(1, 4)),
    *("TableofFigures", "Strong", "Emphasis", "StrongEmphasis", "TabelRenstra", "TabelRenstraRenik"),
    *(f"Tabel{g}{u}" for g in ("Teks", "Tengah", "Angka", "Kepala", "NomorKolom") for u in ("", "Kecil", "Renik")),
    *(f"TandaTangan{b}" for b in ("", "Tempat", "Jabatan", "Nama", "Akhir")),
)
_BAGIAN_WAJIB = ("[Content_Types].xml", *(f"word/{n}" for n in ("document.xml", "styles.xml", "numbering.xml")))
BATAS_XML = 4 * 2**20
"""Bytes of all parts that are XML: a cover, styles, numbering."""
BATAS_CARI = 60_000_000
"""Bytes of a part times its braces: docxtpl searches from each of them to the end."""
_BUKAN_DOKUMEN = (KeyError, ValueError, AttributeError, etree.LxmlError)
_UNGKAPAN_SALAH = (TypeError, ValueError, ArithmeticError, RecursionError, MemoryError, SyntaxError)
_UNGKAPAN = re.compile(r"\{\{[-+]?(?:(?:r|p|tr|tc)\s)?(.*?)[-+]?\}\}")
_KUTIP_LURUS = str.maketrans("“”‘’", "\"\"''")  # Word's, which docxtpl straightens too
DAFTAR_WAJIB = ("DaftarAngka", "DaftarHuruf", "DaftarButir", "DaftarJenjang")


class TemplatSalah(Exception):
    """A template that cannot serve; the message is for planners, the remedy too where the catalogue's does not do."""

    def __init__(self, pesan: str, kode: str = "templat-salah", obat: str = "") -> None:
        super().__init__(pesan)
        self.kode = kode
        self.obat = obat


def w(nama: str) -> str:
    return f"{{{W}}}{nama}"


@dataclass(frozen=True)
class Templat:
    """Parts of the rendered package; `depan` is the XML of the cover's paragraphs.

    `daftar`: abstractNumId by name; `penanda`, `gambar`: the highest ids of bookmarks and drawings in the template.
    """

    bagian: dict[str, bytes]
    akar: etree._Element
    depan: tuple[etree._Element, ...]
    mendatar: etree._Element
    tegak: etree._Element
    daftar: dict[str, int]
    penanda: int
    gambar: int
    gaya: frozenset[str] = frozenset()

    def pastikan_gaya(self, *nama: str) -> None:
        """Styles that only some documents need. Raises TemplatSalah when one is not there."""
        if kurang := [n for n in nama if n not in self.gaya]:
            raise TemplatSalah(f"gaya tidak ada dalam templat: {', '.join(kurang)}")

    def lebar_teks(self, *, mendatar: bool) -> int:
        """Width between the margins in twentieths of a point."""
        sect = self.mendatar if mendatar else self.tegak
        ukuran, tepi = sect.find(w("pgSz")), sect.find(w("pgMar"))
        assert ukuran is not None and tepi is not None
        return int(ukuran.get(w("w"), "0")) - int(tepi.get(w("left"), "0")) - int(tepi.get(w("right"), "0"))

    def sect(self, *, mendatar: bool, numbering: str, restart: bool) -> str:
        """A section's properties, cloned whole, with its page numbering."""
        s = copy.deepcopy(self.mendatar if mendatar else self.tegak)
        nomor = s.find(w("pgNumType"))
        if nomor is None:
            nomor = etree.Element(w("pgNumType"))
            letak = s.find(w("cols"))
            s.insert(s.index(letak) if letak is not None else len(s), nomor)
        nomor.set(w("fmt"), "lowerRoman" if numbering == "romawi" else "decimal")
        if restart:
            nomor.set(w("start"), "1")
        elif w("start") in nomor.attrib:  # a start of the template's own would begin anew at every section
            del nomor.attrib[w("start")]
        return etree.tostring(s, encoding="unicode")


def baca_templat(path: Path, bacaan: Bacaan) -> tuple[bytes, dict[str, bytes]]:
    """The package and its parts, seen to hold nothing that a template must not. Raises `TemplatSalah`."""
    if not ada(path):
        raise TemplatSalah("berkas templat tidak ada")
    try:
        isi = bacaan.baca(path, f"{path.parent.name}/{path.name}", BATAS_SUMBER)
        paket = Paket(isi, "templat", ".docx")
        bagian = {n: paket.baca(n) for n in paket.nama}
        _periksa(bagian)
    except BerkasDitolak as e:
        raise TemplatSalah(e.pesan, "berkas-ditolak", e.obat) from e
    except PaketDitolak as e:
        raise TemplatSalah(str(e), "templat-ditolak") from e
    except PaketRusak as e:
        raise TemplatSalah(f"{BUKAN_DOKUMEN} ({e})") from e
    except etree.LxmlError as e:
        raise TemplatSalah(BUKAN_DOKUMEN) from e
    return isi, bagian


def _periksa(bagian: Mapping[str, bytes]) -> None:
    xml = [isi for nama, isi in bagian.items() if nama.lower().endswith((".xml", ".rels"))]
    if sum(map(len, xml)) > BATAS_XML:
        raise TemplatSalah("isi templat terlalu besar", "templat-ditolak")
    if sum(isi.count(b"{") * len(isi) for isi in xml) > BATAS_CARI:
        raise TemplatSalah("isi templat terlalu besar untuk banyaknya tanda { di dalamnya", "templat-ditolak")
    try:
        periksa_templat(bagian)
    except TemplatDitolak as e:
        raise TemplatSalah(str(e), "templat-ditolak", e.obat) from e


def muat_templat(path: Path, isian: Mapping[str, str], bacaan: Bacaan | None = None) -> Templat:
    """Render the template and find its parts."""
    isi_berkas, sebelum = baca_templat(path, bacaan or Bacaan())
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError

    from generator.writers.docx.ungkapan_templat import LingkunganTemplat

    nilai = {nama: bersih(isi) for nama, isi in isian.items()}
    for nama, isi in nilai.items():
        if "{{" in isi or "{%" in isi:
            raise TemplatSalah(f'isian {nama} memuat tanda ungkapan: "{isi}"')
    nilai["isi"] = TANDA_ISI
    lingkungan = LingkunganTemplat(nilai)
    templat = DocxTemplate(io.BytesIO(isi_berkas))
    try:
        templat.init_docx()
    except _BUKAN_DOKUMEN as e:
        raise TemplatSalah(BUKAN_DOKUMEN) from e
    try:
        templat.render(nilai, jinja_env=lingkungan, autoescape=True)
        bagian = _hasil(templat)
    except etree.LxmlError as e:
        raise TemplatSalah('hasil ungkapan merusak templat; hapus "| safe"') from e
    except (TemplateError, *_UNGKAPAN_SALAH) as e:
        raise TemplatSalah(_ungkapan_salah(str(e).partition("\n")[0], nilai)) from e
    _periksa(bagian)  # what the expressions made of it
    for nama in _BAGIAN_WAJIB:
        if nama not in bagian:
            raise TemplatSalah(f"berkas templat tidak memuat {nama}")
    for nama, isi_bagian in sebelum.items():
        if nama.startswith("word/") and b"</w:t>" in isi_bagian:
            _pastikan_sampai(nama, isi_bagian, bagian.get(nama, b"<kosong/>"), nilai, lingkungan)
    return _telaah(bagian)


class _Penampung(dict[str, bytes]):
    """Where python-docx writes a package: parts by name."""

    def write(self, nama: PackURI, isi: bytes) -> None:
        self[nama.membername] = isi


def _hasil(templat: DocxTemplate) -> dict[str, bytes]:
    """The parts of the rendered package. Saved, they would be a ZIP with the time of now, which may be before 1980."""
    from docx.opc.pkgwriter import PackageWriter

    hasil, paket = _Penampung(), templat.docx.part.package
    penulis: Any = PackageWriter  # its parts have no types
    for bagian in paket.parts:
        bagian.before_marshal()
    penulis._write_content_types_stream(hasil, paket.parts)
    penulis._write_pkg_rels(hasil, paket.rels)
    penulis._write_parts(hasil, paket.parts)
    return hasil


def _ungkapan_salah(pesan: str, nilai: Mapping[str, str]) -> str:
    """What is wrong with an expression, in Jinja's words unless it is a name that does not exist."""
    m = re.search(r"'(\w+)' is undefined", pesan)
    if m:
        return f'isian "{m[1]}" tidak dikenal; yang ada: {", ".join(sorted(nilai))}'
    return f"ungkapan dalam templat salah: {pesan}"


def _pastikan_sampai(
    nama: str, sebelum: bytes, sesudah: bytes, nilai: Mapping[str, str], lingkungan: LingkunganTemplat
) -> None:
    """docxtpl can lose text silently: the value of each {{ … }} of a part must stand in the rendered part, in order."""
    from jinja2 import UndefinedError

    jadi = _tanpa_spasi("".join(_paragraf(sesudah)))
    if m := re.search(r"\{[{%].{0,40}", jadi):
        raise TemplatSalah(f'ungkapan di {nama} tidak terisi: "{m[0]}"')
    letak = 0
    for ungkapan in _UNGKAPAN.findall("\n".join(_paragraf(sebelum))):
        lurus = ungkapan.translate(_KUTIP_LURUS)
        try:
            hasil = lingkungan.compile_expression(lurus, undefined_to_none=False)(**nilai)
            teks = _tanpa_spasi(html.unescape(str(hasil)) if hasattr(hasil, "__html__") else str(hasil))
        except UndefinedError:  # a name of the template's own, set within it
            continue
        letak = jadi.find(teks, letak)
        if letak < 0:
            raise TemplatSalah(f'isian {{{{ {ungkapan.strip()} }}}} di {nama} hilang: "{hasil}" tidak tercetak')
        letak += len(teks)


def _paragraf(isi: bytes) -> list[str]:
    """The text of each paragraph of a part, joined over its runs."""
    return ["".join(t.text or "" for t in p.iter(w("t"))) for p in etree.fromstring(isi).iter(w("p"))]


def _tanpa_spasi(teks: str) -> str:
    return "".join(teks.split())


def _telaah(bagian: dict[str, bytes]) -> Templat:
    akar = etree.fromstring(bagian["word/document.xml"])
    badan = akar.find(w("body"))
    assert badan is not None
    anak = list(badan)
    if TANDA_ISI not in (t.strip() for t in _paragraf(bagian["word/document.xml"])):
        raise TemplatSalah("paragraf yang hanya memuat {{ isi }} tidak ada")
    sekat = list(badan.iter(w("sectPr")))
    ukuran = [(s, s.find(w("pgSz"))) for s in sekat]
    mendatar = next((s for s, u in ukuran if u is not None and u.get(w("orient")) == "landscape"), None)
    if mendatar is None or len(sekat) < 3:
        raise TemplatSalah("templat harus memuat tiga bagian: sampul, contoh halaman mendatar, dan isi")
    for s in (mendatar, sekat[-1]):
        if s.find(w("pgSz")) is None or s.find(w("pgMar")) is None:
            raise TemplatSalah("bagian templat tanpa ukuran kertas atau tepi")
    depan: list[etree._Element] = []
    for e in anak:
        depan.append(e)
        if e.find(f".//{w('sectPr')}") is not None:
            break
    gaya = _gaya(bagian)
    penanda = _terakhir(bagian, rb'<w:bookmarkStart [^>]*\bw:id="(\d+)"')
    gambar = _terakhir(bagian, rb'<wp:docPr [^>]*\bid="(\d+)"')
    return Templat(bagian, akar, tuple(depan), mendatar, sekat[-1], _daftar(bagian), penanda, gambar, gaya)


def _terakhir(bagian: Mapping[str, bytes], pola: bytes) -> int:
    """The highest number that the template gives already; the body goes on from there."""
    return max((int(n) for isi in bagian.values() for n in re.findall(pola, isi)), default=0)


def _gaya(bagian: dict[str, bytes]) -> frozenset[str]:
    """The ids of the styles, among them those that every document needs."""
    gaya = etree.fromstring(bagian["word/styles.xml"])
    ada = frozenset(s.get(w("styleId"), "") for s in gaya.iter(w("style")))
    kurang = [g for g in GAYA_WAJIB if g not in ada]
    if kurang:
        raise TemplatSalah(f"gaya tidak ada dalam templat: {', '.join(kurang)}")
    return ada


def _daftar(bagian: dict[str, bytes]) -> dict[str, int]:
    """abstractNumId by the definition's name."""
    hasil = {}
    for a in etree.fromstring(bagian["word/numbering.xml"]).iter(w("abstractNum")):
        nama = a.find(w("name"))
        if nama is not None:
            hasil[nama.get(w("val"), "")] = int(a.get(w("abstractNumId"), "0"))
    kurang = [d for d in DAFTAR_WAJIB if d not in hasil]
    if kurang:
        raise TemplatSalah(f"penomoran daftar tidak ada dalam templat: {', '.join(kurang)}")
    return hasil
