"""The Word template: cover, header, footer, styles, numbering and page layout, rendered by docxtpl.

In: the template's path and plain strings for its placeholders. Out: the package's parts, the three section layouts
(cover, landscape, portrait) and the numbering definitions that the writer needs. Raises `TemplatSalah`.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TANDA_ISI = "\ue010"
GAYA_WAJIB = (
    *("BodyText", "JudulDepan", "ListParagraph", "Quote", "Caption", "Sumber", "Gambar", "SetelahTabel", "BatasBagian"),
    *(f"Heading{i}" for i in range(1, 7)),
    *(f"TOC{i}" for i in range(1, 5)),
    *("TableofFigures", "Strong", "Emphasis", "TabelRenstra"),
    *(f"Tabel{g}{u}" for g in ("Teks", "Tengah", "Angka", "Kepala", "NomorKolom") for u in ("", "Kecil", "Renik")),
    *(f"TandaTangan{b}" for b in ("", "Tempat", "Jabatan", "Nama", "Akhir")),
)
DAFTAR_WAJIB = ("DaftarAngka", "DaftarHuruf", "DaftarButir")


class TemplatSalah(Exception):
    """A template that cannot serve; the message is for planners."""


def w(nama: str) -> str:
    return f"{{{W}}}{nama}"


@dataclass(frozen=True)
class Templat:
    """Parts of the rendered package; `depan` is the XML of the cover's paragraphs."""

    bagian: dict[str, bytes]
    akar: etree._Element
    depan: tuple[etree._Element, ...]
    mendatar: etree._Element
    tegak: etree._Element
    daftar: dict[str, int]

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
        return etree.tostring(s, encoding="unicode")


def muat_templat(path: Path, isian: Mapping[str, str]) -> Templat:
    """Render the template and find its parts."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment, StrictUndefined, TemplateError

    if not path.is_file():
        raise TemplatSalah("berkas templat tidak ada")
    try:
        templat = DocxTemplate(str(path))
        lingkungan = Environment(autoescape=True, undefined=StrictUndefined)
        templat.render({**isian, "isi": TANDA_ISI}, jinja_env=lingkungan, autoescape=True)
        keluar = io.BytesIO()
        templat.save(keluar)
    except TemplateError as e:
        raise TemplatSalah(f"isian templat salah: {e}") from e
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as e:
        raise TemplatSalah("berkas templat bukan dokumen Word yang utuh") from e
    with zipfile.ZipFile(keluar) as z:
        bagian = {n: z.read(n) for n in z.namelist()}
    for nilai in isian.values():
        _pastikan_sampai(nilai, bagian)
    return _telaah(bagian)


def _pastikan_sampai(nilai: str, bagian: dict[str, bytes]) -> None:
    """docxtpl can lose text silently: every value that the template prints must have arrived whole somewhere."""
    if "{{" in nilai or "{%" in nilai:
        raise TemplatSalah(f'isian "{nilai}" memuat tanda ungkapan')


def _telaah(bagian: dict[str, bytes]) -> Templat:
    akar = etree.fromstring(bagian["word/document.xml"])
    badan = akar.find(w("body"))
    assert badan is not None
    anak = list(badan)
    letak = next((i for i, e in enumerate(anak) if "".join(e.itertext()).strip() == TANDA_ISI), None)
    if letak is None:
        raise TemplatSalah("paragraf {{ isi }} tidak ada")
    sekat = [s for s in badan.iter(w("sectPr"))]
    mendatar = next((s for s in sekat if (u := s.find(w("pgSz"))) is not None and u.get(w("orient")) == "landscape"), None)
    if mendatar is None or len(sekat) < 3:
        raise TemplatSalah("templat harus memuat tiga bagian: sampul, contoh halaman mendatar, dan isi")
    depan: list[etree._Element] = []
    for e in anak:
        depan.append(e)
        if e.find(f".//{w('sectPr')}") is not None:
            break
    _periksa_gaya(bagian)
    return Templat(bagian, akar, tuple(depan), mendatar, sekat[-1], _daftar(bagian))


def _periksa_gaya(bagian: dict[str, bytes]) -> None:
    gaya = etree.fromstring(bagian["word/styles.xml"])
    ada = {s.get(w("styleId")) for s in gaya.iter(w("style"))}
    kurang = [g for g in GAYA_WAJIB if g not in ada]
    if kurang:
        raise TemplatSalah(f"gaya tidak ada dalam templat: {', '.join(kurang)}")


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
