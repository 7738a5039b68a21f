"""What a Word template must not hold: what runs, what is embedded, what fetches something from elsewhere.

In: the parts of a package. Out: nothing, or `TemplatDitolak` with what was found, in which part, and what to do in
Word. Every use of a template passes here before anything else opens it, and again when its expressions are filled in.
Documents go on to reviewers and to LibreOffice: what a template holds, they hold.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from generator.writers.docx.medan_templat import MedanDitolak, periksa_medan

JENIS_ISI = "[Content_Types].xml"
_OBAT_MAKRO = 'Di Word: Simpan Sebagai, jenis "Dokumen Word (*.docx)", lalu pakai berkas yang baru.'
_OBAT_OBJEK = "Di Word: hapus objek itu; bila gambarnya perlu, tempel sebagai gambar (Tempel Khusus, Gambar)."
_OBAT_LUAR = "Di Word: Berkas, Info, Edit Tautan ke Berkas, putuskan tautannya; gambar disisipkan, tidak ditautkan."
_OBAT_TEMPLAT = "Di Word: Pengembang, Templat Dokumen, ganti templat yang terlampir menjadi Normal."
_OBAT_GABUNG = "Di Word: Surat, Mulai Gabungan Surat, Dokumen Word Biasa, lalu simpan."
_OBAT_MEDAN = "Di Word: tekan Alt+F9, hapus medan itu juga di kepala, kaki, dan catatan, lalu simpan."
_OBAT_BAGIAN = "Salin isinya ke dokumen Word baru, lalu simpan sebagai templat ini."

# by the last word of a relationship's type, in small letters: what it brings in, and what to do
_HUBUNGAN = {
    **dict.fromkeys(("vbaproject", "wordvbadata", "attachedtoolbars", "keymapcustomizations"), ("makro", _OBAT_MAKRO)),
    **dict.fromkeys(("extensibility", "usercustomization"), ("pita perintah sendiri", _OBAT_BAGIAN)),
    **dict.fromkeys(("webextension", "taskpanes", "webextensiontaskpanes"), ("add-in Office", _OBAT_BAGIAN)),
    **dict.fromkeys(("oleobject", "package"), ("objek tertanam", _OBAT_OBJEK)),
    **dict.fromkeys(("control", "activexcontrolbinary"), ("kendali ActiveX", _OBAT_OBJEK)),
    "attachedtemplate": ("templat terlampir dari berkas lain", _OBAT_TEMPLAT),
    **dict.fromkeys(("afchunk", "subdocument", "frame"), ("sisipan dokumen lain", _OBAT_BAGIAN)),
    **dict.fromkeys(
        ("mailmergesource", "mailmergeheadersource", "recipientdata"), ("sumber data gabungan surat", _OBAT_GABUNG)
    ),
    "transform": ("alih bentuk XSLT", _OBAT_BAGIAN),
}
# by part of a content type
_JENIS = (
    ("macroenabled", "makro", _OBAT_MAKRO),
    ("vba", "makro", _OBAT_MAKRO),
    ("attachedtoolbars", "makro", _OBAT_MAKRO),
    ("oleobject", "objek tertanam", _OBAT_OBJEK),
    ("activex", "kendali ActiveX", _OBAT_OBJEK),
    ("webextension", "add-in Office", _OBAT_BAGIAN),
)
_NAMA = (
    (re.compile(r"(^|/)vba(project|data)\."), "makro", _OBAT_MAKRO),
    (re.compile(r"(^|/)embeddings/"), "objek tertanam", _OBAT_OBJEK),
    (re.compile(r"(^|/)activex/"), "kendali ActiveX", _OBAT_OBJEK),
)
_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_OFFICE = "urn:schemas-microsoft-com:office:office"
_UNSUR = {
    f"{{{ns}}}{nama}": (apa, obat)
    for ns in _W
    for nama, apa, obat in (
        ("object", "objek tertanam", _OBAT_OBJEK),
        ("objectEmbed", "objek tertanam", _OBAT_OBJEK),
        ("objectLink", "objek tertaut", _OBAT_OBJEK),
        ("control", "kendali ActiveX", _OBAT_OBJEK),
        ("altChunk", "sisipan dokumen lain", _OBAT_BAGIAN),
        ("subDoc", "sisipan dokumen lain", _OBAT_BAGIAN),
        ("frameset", "bingkai halaman web", _OBAT_BAGIAN),
        ("mailMerge", "sumber data gabungan surat", _OBAT_GABUNG),
        ("attachedTemplate", "templat terlampir dari berkas lain", _OBAT_TEMPLAT),
        ("saveThroughXslt", "alih bentuk XSLT", _OBAT_BAGIAN),
        ("binData", "data tertanam", _OBAT_OBJEK),
    )
} | {f"{{{_OFFICE}}}OLEObject": ("objek tertanam", _OBAT_OBJEK)}
_VML = "urn:schemas-microsoft-com:vml"
_VML_MENGAMBIL = ("imagedata", "fill", "stroke")  # their links are fetched, those of others only followed
_SVG = "http://www.w3.org/2000/svg"
_URL = re.compile(r"@import|url\((?![\"']?#)", re.IGNORECASE)
_TAUTAN = ("http://", "https://", "mailto:")
_BINER = {  # what a part that is no XML may be
    *("bmp", "emf", "gif", "jpeg", "jpg", "png", "tif", "tiff", "wdp", "webp", "wmf"),
    *("odttf", "ttf", "otf", "fntdata"),
}
_JENIS_BINER = ("image/", "application/vnd.openxmlformats-officedocument.wordprocessingml.printersettings")
_TERSAMAR = (
    (b"\xd0\xcf\x11\xe0", "objek OLE"),
    (b"PK\x03\x04", "arsip ZIP"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)


class TemplatDitolak(Exception):
    """A template that is not opened: what it holds, and what to do in Word."""

    def __init__(self, pesan: str, obat: str) -> None:
        super().__init__(pesan)
        self.obat = obat


def periksa_templat(bagian: Mapping[str, bytes]) -> None:
    """Raises `TemplatDitolak` for what must not be in a template, etree.LxmlError for a part that is no XML."""
    jenis = _JenisIsi(bagian.get(JENIS_ISI, b"<Types/>"))
    for nama, isi in bagian.items():
        _periksa_nama(nama, jenis.dari(nama))
        if not jenis.xml(nama):
            _periksa_biner(nama, isi, jenis.dari(nama))
            continue
        akar = _uraikan(nama, isi)
        if nama.endswith(".rels"):
            _periksa_hubungan(nama, akar)
        else:
            _periksa_unsur(nama, akar)
            try:
                periksa_medan(akar)
            except MedanDitolak as e:
                raise TemplatDitolak(f"templat memuat {e} di {nama}", _OBAT_MEDAN) from e


def _uraikan(nama: str, isi: bytes) -> etree._Element:
    pengurai = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    akar = etree.fromstring(isi, pengurai)
    if akar.getroottree().docinfo.internalDTD is not None:
        raise TemplatDitolak(f"templat memuat DTD di {nama}", _OBAT_BAGIAN)
    return akar


class _JenisIsi:
    """Content types of parts, in small letters; names of parts do not tell capitals from small letters."""

    def __init__(self, isi: bytes) -> None:
        self._khusus: dict[str, str] = {}
        self._bawaan: dict[str, str] = {}
        for e in _uraikan(JENIS_ISI, isi):
            jenis = e.get("ContentType", "").lower()
            if "PartName" in e.attrib:
                self._khusus[unquote(e.get("PartName", "")).lstrip("/").lower()] = jenis
            else:
                self._bawaan[e.get("Extension", "").lower()] = jenis

    def dari(self, nama: str) -> str:
        kecil = nama.lower()
        return self._khusus.get(kecil) or self._bawaan.get(posixpath.splitext(kecil)[1].lstrip("."), "")

    def xml(self, nama: str) -> bool:
        """Whether anybody could read the part as XML."""
        akhiran = (".xml", ".rels", ".vml", ".svg")
        return nama.lower().endswith(akhiran) or self.dari(nama).endswith(("xml", "vmldrawing"))


def _periksa_nama(nama: str, jenis: str) -> None:
    for tanda, apa, obat in _JENIS:
        if tanda in jenis:
            raise TemplatDitolak(f"templat memuat {apa} ({nama})", obat)
    for pola, apa, obat in _NAMA:
        if pola.search(nama.lower()):
            raise TemplatDitolak(f"templat memuat {apa} ({nama})", obat)


def _periksa_biner(nama: str, isi: bytes, jenis: str) -> None:
    for awal, apa in _TERSAMAR:
        if isi.startswith(awal):
            raise TemplatDitolak(f"templat memuat {apa} yang menyamar ({nama})", _OBAT_OBJEK)
    akhiran = posixpath.splitext(nama.lower())[1].lstrip(".")
    if isi and akhiran not in _BINER and not jenis.startswith(_JENIS_BINER):
        raise TemplatDitolak(f"templat memuat bagian yang bukan gambar dan bukan huruf ({nama})", _OBAT_BAGIAN)


def _periksa_hubungan(nama: str, akar: etree._Element) -> None:
    for r in akar:
        jenis, sasaran = r.get("Type", "").rpartition("/")[2], r.get("Target", "")
        if jenis.lower() in _HUBUNGAN:
            apa, obat = _HUBUNGAN[jenis.lower()]
            raise TemplatDitolak(f"templat memuat {apa} ({nama}: {sasaran})", obat)
        tautan = jenis == "hyperlink" and sasaran.lower().startswith(_TAUTAN)
        if r.get("TargetMode", "").lower() == "external" and not tautan:
            raise TemplatDitolak(f"templat menunjuk ke luar berkas ({nama}: {jenis} {sasaran})", _OBAT_LUAR)


def _periksa_unsur(nama: str, akar: etree._Element) -> None:
    for e in akar.iter(etree.Element):
        if e.tag in _UNSUR:
            apa, obat = _UNSUR[e.tag]
            raise TemplatDitolak(f"templat memuat {apa} di {nama}", obat)
        for sasaran in _sasaran(e):
            raise TemplatDitolak(f"templat menunjuk ke luar berkas di {nama}: {sasaran}", _OBAT_LUAR)


def _sasaran(e: etree._Element) -> Iterator[str]:
    """What a drawing in VML or SVG fetches from elsewhere."""
    ns = etree.QName(e).namespace
    if ns not in (_VML, _SVG):
        return
    if ns == _SVG and etree.QName(e).localname in ("script", "foreignObject"):
        yield "program di dalam gambar SVG"
    if ns == _SVG and etree.QName(e).localname == "style" and _URL.search(e.text or ""):
        yield "gaya di dalam gambar SVG"
    mengambil = ns == _SVG or etree.QName(e).localname in _VML_MENGAMBIL
    for n, nilai in e.attrib.items():
        lokal, isi = etree.QName(n).localname, str(nilai)
        if lokal in ("src", "href") and not isi.startswith(("#", "data:image/")):
            if lokal == "src" or mengambil or not isi.lower().startswith(_TAUTAN):
                yield isi
        elif ns == _SVG and _URL.search(isi):
            yield isi
