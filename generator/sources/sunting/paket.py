"""The parts of a workbook while it is edited: what is not touched is written back as it was.

In: the bytes of a workbook. Out: its bytes with the parts changed and added. Raises `PaketDitolak` for what an edit
would break, `PaketRusak` and `XmlRusak` for what cannot be read.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from generator.paket import Paket, PaketDitolak
from generator.sources.xml_alir import XmlRusak

_UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_UTAMA_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_HUBUNGAN = "http://schemas.openxmlformats.org/package/2006/relationships"
_JENIS = "http://schemas.openxmlformats.org/package/2006/content-types"
_KONTEN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DAFTAR_JENIS, BUKU = "[Content_Types].xml", "xl/workbook.xml"
_TAK_TERSUNTING = (
    (re.compile(r"^_xmlsignatures/"), "bertanda tangan digital, yang batal bila buku diubah"),
    (re.compile(r"^xl/revisions/"), "dibagikan dengan catatan perubahan (Shared Workbook)"),
)
_AWAL_RELS = f'<Relationships xmlns="{_HUBUNGAN}"/>'.encode()


class PaketSunting:
    """A workbook being edited. Trees got by `pohon` are written back only after `ubah`."""

    def __init__(self, isi: bytes) -> None:
        self._paket = Paket(isi, "buku kerja", ".xlsx")
        self._asal = isi
        self._baru: dict[str, bytes] = {}
        self._pohon: dict[str, etree._Element] = {}
        self._berubah: set[str] = set()
        strict = str(self.pohon(BUKU).tag).startswith(f"{{{_UTAMA_STRICT}}}")
        self.utama, self.r = (_UTAMA_STRICT, _R_STRICT) if strict else (_UTAMA, _R)

    def ada(self, nama: str) -> bool:
        return nama in self._baru or nama in self._paket.nama

    def baca(self, nama: str) -> bytes:
        """A part as it stands now."""
        return self._baru[nama] if nama in self._baru else self._paket.baca(nama)

    def pohon(self, nama: str) -> etree._Element:
        """The root of a part, the same one at every call."""
        if nama not in self._pohon:
            if not self.ada(nama):
                raise XmlRusak(f"{nama} tidak ada")
            self._pohon[nama] = urai(self.baca(nama), nama)
        return self._pohon[nama]

    def ubah(self, nama: str) -> None:
        """The tree of that part was changed."""
        self._berubah.add(nama)

    def ganti(self, nama: str, isi: bytes) -> None:
        """Other bytes for a part that is no tree here, or a part that comes."""
        self._baru[nama] = isi

    def bagian_baru(self, pola: str, isi: bytes, konten: str) -> str:
        """A new part, named by `pola` with the first free number: 'xl/worksheets/sheet{}.xml'. Gives its name.

        `konten`: its content type, or what follows the name of spreadsheets in it.
        """
        terpakai = {n.lower() for n in (*self._paket.nama, *self._baru)}
        nama = next(n for i in range(1, 10_000) if (n := pola.format(i)).lower() not in terpakai)
        self._baru[nama] = isi
        konten = konten if "/" in konten else _KONTEN + konten
        etree.SubElement(self.pohon(DAFTAR_JENIS), f"{{{_JENIS}}}Override", PartName=f"/{nama}", ContentType=konten)
        self.ubah(DAFTAR_JENIS)
        return nama

    # ------------------------------------------------------------ relationships

    def tujuan(self, bagian: str, jenis: str) -> dict[str, str]:
        """The parts of a kind ('/comments') that a part refers to, by id."""
        return {
            str(h.get("Id")): _penuh(bagian, h.get("Target", ""))
            for h in self._hubungan(bagian)
            if h.get("Type", "").endswith(jenis) and h.get("TargetMode") != "External"
        }

    def hubungkan(self, bagian: str, jenis: str, tujuan: str) -> str:
        """Make a part refer to another; the new id."""
        nama = _rels(bagian)
        if not self.ada(nama):
            self._baru[nama] = _AWAL_RELS
        akar = self.pohon(nama)
        terpakai = {h.get("Id") for h in akar}
        nomor = next(n for i in range(1, 100_000) if (n := f"rId{i}") not in terpakai)
        etree.SubElement(akar, f"{{{_HUBUNGAN}}}Relationship", Id=nomor, Type=f"{self.r}{jenis}", Target=f"/{tujuan}")
        self.ubah(nama)
        return nomor

    def _hubungan(self, bagian: str) -> Iterator[etree._Element]:
        nama = _rels(bagian)
        return iter(self.pohon(nama)) if self.ada(nama) else iter(())

    # ------------------------------------------------------------ sheets

    def lembar(self) -> dict[str, str]:
        """Sheet name as written -> part, of worksheets."""
        tujuan = self.tujuan(BUKU, "/worksheet")
        semua = self.pohon(BUKU).iter(f"{{{self.utama}}}sheet")
        return {str(s.get("name")): tujuan[n] for s in semua if (n := str(s.get(f"{{{self.r}}}id"))) in tujuan}

    def lembar_baru(self, nama: str, isi: bytes) -> str:
        """Add a worksheet after the others; its part."""
        bagian = self.bagian_baru("xl/worksheets/sheet{}.xml", isi, ".worksheet+xml")
        daftar = self.pohon(BUKU).find(f"{{{self.utama}}}sheets")
        if daftar is None:
            raise XmlRusak("daftar lembar tidak ada")
        nomor = max((int(s.get("sheetId", "0")) for s in daftar), default=0) + 1
        baru = etree.SubElement(daftar, f"{{{self.utama}}}sheet", name=nama, sheetId=str(nomor))
        baru.set(f"{{{self.r}}}id", self.hubungkan(BUKU, "/worksheet", bagian))
        self.ubah(BUKU)
        return bagian

    # ------------------------------------------------------------ out

    def tulis(self) -> bytes:
        """The workbook: parts in their order, with their times; the new ones after them. Raises `PaketDitolak`."""
        for nama in self._paket.nama:
            for pola, apa in _TAK_TERSUNTING:
                if pola.search(nama.lower()):
                    raise PaketDitolak(f"buku kerja {apa}")
        for nama in self._berubah:
            self._baru[nama] = etree.tostring(
                self._pohon[nama].getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
            )
        keluar = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._asal)) as lama, zipfile.ZipFile(keluar, "w") as baru:
            for info in lama.infolist():
                salin = zipfile.ZipInfo(info.filename, info.date_time)
                salin.compress_type, salin.external_attr = info.compress_type, info.external_attr
                baru.writestr(salin, self.baca(info.filename))
            for nama in (n for n in self._baru if n not in self._paket.nama):
                salin = zipfile.ZipInfo(nama, (1980, 1, 1, 0, 0, 0))
                salin.compress_type = zipfile.ZIP_DEFLATED
                baru.writestr(salin, self._baru[nama])
        return keluar.getvalue()


def urai(isi: bytes, nama: str) -> etree._Element:
    """The root of an XML part; what declares types of its own is refused. Raises `XmlRusak`, `PaketDitolak`."""
    try:
        akar = etree.fromstring(isi, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as e:
        raise XmlRusak(f"{nama} rusak") from e
    if getattr(akar.getroottree().docinfo, "doctype", ""):
        raise PaketDitolak(f"buku kerja memuat DTD ({nama})")
    return akar


def _rels(bagian: str) -> str:
    folder, berkas = posixpath.split(bagian)
    return f"{folder}/_rels/{berkas}.rels"


def _penuh(bagian: str, sasaran: str) -> str:
    if sasaran.startswith("/"):
        return sasaran.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(bagian), sasaran))
