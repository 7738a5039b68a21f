"""Document + template -> the bytes of a DOCX, twice: before and after the page numbers are known.

`NaskahDocx` holds the package with marks where page numbers go; `byte(halaman)` fills them in. Same tree, template and
page numbers: same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from generator.berkas import Bacaan
from generator.tree.nodes import Document
from generator.writers.docx import revisi
from generator.writers.docx.isi import (
    BUKA_DAFTAR,
    BUKA_HALAMAN,
    BUKA_ROMAWI,
    ISI_ROMAWI,
    TUTUP_DAFTAR,
    TUTUP_HALAMAN,
    TUTUP_ROMAWI,
    PenulisIsi,
)
from generator.writers.docx.jejak import BUKA_ANGKA, TUTUP_ANGKA
from generator.writers.docx.sebaris import BUKA_RUMUS, bersih, run
from generator.writers.docx.templat import W, muat_templat, w
from generator.writers.xml_text import escape

if TYPE_CHECKING:
    from generator.writers.docx.omml import BarisRumus

HALAMAN_BELUM = "…"
TANGGAL_BAWAAN = "1980-01-01"
_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NS = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_HALAMAN = re.compile(f"{BUKA_HALAMAN}([^{TUTUP_HALAMAN}]*){TUTUP_HALAMAN}")
_DAFTAR = re.compile(f"{BUKA_DAFTAR}[^{TUTUP_DAFTAR}]*{TUTUP_DAFTAR}")
_ROMAWI = re.compile(f"{BUKA_ROMAWI}([^{ISI_ROMAWI}]*){ISI_ROMAWI}([^{TUTUP_ROMAWI}]*){TUTUP_ROMAWI}")
_ANGKA = re.compile(f"{BUKA_ANGKA}[^{TUTUP_ANGKA}]*{TUTUP_ANGKA}")
_NOMOR = re.compile("\ue030(\\d+)\ue031")


class NaskahDocx:
    """A DOCX whose contents wait for their page numbers.

    `jangkar`: the bookmarks that contents point at, in order; `romawi`: those of them on pages numbered in Roman;
    `baris`: the bookmark of every row of a table -> the table's name and the row's key, in order; `rumus`: the lines of
    formulas, in order.
    """

    def __init__(self, bagian: dict[str, bytes], dokumen: str, baris: dict[str, tuple[str, str]]) -> None:
        self.baris = baris
        self._bagian = bagian
        self._dokumen = dokumen
        self.jangkar = tuple(dict.fromkeys(_HALAMAN.findall(dokumen)))
        self.romawi = tuple(dict.fromkeys(m[1] for m in _ROMAWI.finditer(dokumen)))
        self.rumus: tuple[BarisRumus, ...] = ()
        if BUKA_RUMUS in dokumen:
            from generator.writers.docx.omml import baris_rumus

            self.rumus = tuple(baris_rumus(dokumen))

    def untuk_tata_letak(self, romawi: Mapping[str, str], *, math: bool = True) -> bytes:
        """The file that LibreOffice lays out: contents are plain paragraphs of links, Roman numbers plain text.

        `math`: it can draw formulas; else they stand in words.
        """
        isi = revisi.untuk_tata_letak(_ROMAWI.sub(lambda m: run(romawi.get(m[1], HALAMAN_BELUM)), self._dokumen))
        if self.rumus:
            from generator.writers.docx.omml_libreoffice import untuk_libreoffice

            isi = untuk_libreoffice(isi, self._bagian["word/styles.xml"], math=math)
        return self._kemas(_DAFTAR.sub("", _ANGKA.sub("", isi)), {}, 1)

    def byte(self, halaman: Mapping[str, str]) -> bytes:
        """The file; a page that is not known shows as '…'."""
        isi = _ROMAWI.sub(lambda m: m[2], self._dokumen)
        if self.rumus:
            from generator.writers.docx.omml import untuk_word

            isi = untuk_word(isi)
        for tanda in (BUKA_DAFTAR, TUTUP_DAFTAR, BUKA_ANGKA, TUTUP_ANGKA):
            isi = isi.replace(tanda, "")
        return self._kemas(isi, halaman, 9)

    def _kemas(self, dokumen: str, halaman: Mapping[str, str], mampat: int) -> bytes:
        isi = _HALAMAN.sub(lambda m: escape(halaman.get(m[1], HALAMAN_BELUM)), dokumen)
        return kemas({**self._bagian, "word/document.xml": isi.encode()}, mampat)


def kemas(bagian: Mapping[str, bytes], mampat: int = 9) -> bytes:
    """A ZIP with fixed order, times and attributes; `mampat` is the level of compression."""
    awal = ("[Content_Types].xml", "_rels/.rels")
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as z:
        for nama in [*awal, *sorted(n for n in bagian if n not in awal)]:
            info = zipfile.ZipInfo(nama, _WAKTU_ZIP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            z.writestr(info, bagian[nama], compresslevel=mampat)
    return keluar.getvalue()


def tulis_docx(
    dokumen: Document, templat_path: Path, tanggal_revisi: str = "", bacaan: Bacaan | None = None
) -> NaskahDocx:
    """Write the tree into the template. `tanggal_revisi`: of tracked changes, else the document's own date.

    Raises `TemplatSalah`.
    """
    templat = muat_templat(templat_path, dokumen.meta, bacaan)
    penulis = PenulisIsi(templat, tanggal_revisi or dokumen.meta.get("tanggal", TANGGAL_BAWAAN))
    badan = penulis.tulis(dokumen)
    bagian = dict(templat.bagian)
    _buang_yang_tak_terpakai(bagian)
    pertama = _tambah_penomoran(bagian, penulis.nomor_daftar)
    badan = _NOMOR.sub(lambda m: str(pertama + int(m[1]) - 1), badan)
    _tambah_bagian(bagian, penulis)
    bagian["docProps/core.xml"] = _sifat(dokumen)
    if "docProps/app.xml" in bagian:
        bagian["docProps/app.xml"] = (
            f'{_KEPALA}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Application>Renstra</Application></Properties>"
        ).encode()
    depan = "".join(etree.tostring(e, encoding="unicode", with_tail=False) for e in templat.depan)
    return NaskahDocx(bagian, _utuh(templat.akar, depan + badan), penulis.baris)


def _utuh(akar: etree._Element, badan: str) -> str:
    """The part around its body, with the template's own namespaces: Word marks what it adds as ignorable there."""
    ns = {**{p: u for p, u in akar.nsmap.items() if p}, **_NS}
    nyata = [f'{p}="{escape(u)}"' for p, u in ns.items()]
    badan = re.sub(f" xmlns:(?:{'|'.join(map(re.escape, nyata))})", "", badan)  # what the root declares already
    abai = akar.get(f"{{{_MC}}}Ignorable")
    if abai is not None:
        abai = f' {next(p for p, u in ns.items() if u == _MC)}:Ignorable="{escape(abai)}"'
    pembuka = f"<w:document{''.join(f' xmlns:{n}' for n in nyata)}{abai or ''}>"
    return f"{_KEPALA}{pembuka}<w:body>{badan}</w:body></w:document>"


def _tambah_penomoran(bagian: dict[str, bytes], daftar: list[tuple[int, int]]) -> int:
    """One numbering instance per list, restarting at its level; gives the first one's number."""
    akar = etree.fromstring(bagian["word/numbering.xml"])
    ada = [int(n.get(w("numId"), "0")) for n in akar.iter(w("num"))]
    pertama = max(ada, default=0) + 1
    akhir = akar.findall(w("numIdMacAtCleanup"))  # Word's; it comes after all lists
    for i, (abstrak, tingkat) in enumerate(daftar):
        num = etree.SubElement(akar, w("num"), {w("numId"): str(pertama + i)})
        etree.SubElement(num, w("abstractNumId"), {w("val"): str(abstrak)})
        ulang = etree.SubElement(num, w("lvlOverride"), {w("ilvl"): str(tingkat)})
        etree.SubElement(ulang, w("startOverride"), {w("val"): "1"})
    akar.extend(akhir)
    bagian["word/numbering.xml"] = etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)
    return pertama


def _tambah_bagian(bagian: dict[str, bytes], penulis: PenulisIsi) -> None:
    b = penulis.bagian
    bagian.update(b.isi)
    hubungan = etree.fromstring(bagian["word/_rels/document.xml.rels"])
    ns = etree.QName(hubungan).namespace
    for rid, jenis, target in b.hubungan:
        etree.SubElement(hubungan, f"{{{ns}}}Relationship", {"Id": rid, "Type": jenis, "Target": target})
    bagian["word/_rels/document.xml.rels"] = _xml(hubungan)
    jenis_isi = etree.fromstring(bagian["[Content_Types].xml"])
    ns = etree.QName(jenis_isi).namespace
    ada = {d.get("Extension", "").lower() for d in jenis_isi}
    for ext, jenis in sorted(b.bawaan.items()):
        if ext not in ada:
            jenis_isi.insert(0, etree.Element(f"{{{ns}}}Default", {"Extension": ext, "ContentType": jenis}))
    for nama, jenis in b.jenis.items():
        etree.SubElement(jenis_isi, f"{{{ns}}}Override", {"PartName": f"/{nama}", "ContentType": jenis})
    bagian["[Content_Types].xml"] = _xml(jenis_isi)


def _xml(akar: etree._Element) -> bytes:
    return etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)


def _sifat(dokumen: Document) -> bytes:
    """Core properties: nothing of the machine, the date of the document itself."""
    tanggal = f"{dokumen.meta.get('tanggal', TANGGAL_BAWAAN)}T00:00:00Z"
    pembuat = escape(bersih(dokumen.meta.get("perangkat_daerah", "")))
    return (
        f"{_KEPALA}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(bersih(dokumen.title))}</dc:title><dc:creator>{pembuat}</dc:creator><dc:language>id-ID</dc:language>"
        f"<cp:lastModifiedBy>{pembuat}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{tanggal}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{tanggal}</dcterms:modified></cp:coreProperties>'
    ).encode()


def _buang_yang_tak_terpakai(bagian: dict[str, bytes]) -> None:
    """Thumbnails and custom XML of a template edited in Word have no place in the plan."""
    buang = [n for n in bagian if n.startswith(("docProps/thumbnail", "customXml/"))]
    for n in buang:
        del bagian[n]
    if not buang:
        return
    for nama in [n for n in bagian if n.endswith(".rels")]:
        akar = etree.fromstring(bagian[nama])
        for r in list(akar):
            if any(n.rsplit("/", 1)[-1] == r.get("Target", "").rsplit("/", 1)[-1] for n in buang):
                akar.remove(r)
        bagian[nama] = _xml(akar)
    jenis = etree.fromstring(bagian["[Content_Types].xml"])
    for o in list(jenis):
        if o.get("PartName", "").lstrip("/") in buang:
            jenis.remove(o)
    bagian["[Content_Types].xml"] = _xml(jenis)
