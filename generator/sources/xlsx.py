"""Read an .xlsx file into cells: value, address, formula and error, merges and column widths, in one pass.

Why not openpyxl here: it reads values or formulas, not both, so that a formula that was never calculated takes two
passes, and the two of them take half a second of a build of one (docs/keputusan/0004). It still writes our workbooks.

In: a path. Out: `LembarMentah` by sheet name. Raises `BukuDitolak` (code of the catalogue, message) for what must not
be opened or cannot be read. Limits: see BATAS_*.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from lxml import etree

from generator.model.alamat import POLA_ALAMAT, huruf_kolom, nomor_kolom
from generator.model.angka import Lokasi
from generator.model.kolom import IsiSel, Sel

BATAS_BERKAS = 20 * 2**20
BATAS_ISI = 200 * 2**20
BATAS_ENTRI = 2000
BATAS_RASIO = 300
BATAS_BARIS = 20_000
BATAS_KOLOM = 400

_M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_R_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


_POLA_TANGGAL = re.compile(r"[yd]", re.IGNORECASE)
_HIASAN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')  # words, colours and fillers of a number format


class BukuDitolak(Exception):
    """A workbook that is not opened, and why."""

    def __init__(self, kode: str, pesan: str) -> None:
        super().__init__(pesan)
        self.kode = kode
        self.pesan = pesan


@dataclass(frozen=True, slots=True)
class LembarMentah:
    """Cells by (row, column), both from 1; merges as (row1, col1, row2, col2); widths of columns in characters."""

    nama: str
    berkas: str
    sel: dict[tuple[int, int], Sel]
    gabungan: tuple[tuple[int, int, int, int], ...]
    lebar: dict[int, float]

    def di(self, baris: int, kolom: int) -> Sel:
        """The cell, or an empty one with its address."""
        ada = self.sel.get((baris, kolom))
        return ada or Sel(None, Lokasi(self.berkas, self.nama, f"{huruf_kolom(kolom)}{baris}"))


def _uraikan(isi: bytes) -> etree._Element:
    pengurai = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        akar = etree.fromstring(isi, pengurai)
    except etree.XMLSyntaxError as e:
        raise BukuDitolak("buku-rusak", f"isi buku kerja tidak terbaca ({e.msg})") from e
    if akar.getroottree().docinfo.internalDTD is not None:
        raise BukuDitolak("buku-ditolak", "buku kerja memuat DTD")
    return akar


def _periksa_zip(z: zipfile.ZipFile) -> None:
    entri = z.infolist()
    if len(entri) > BATAS_ENTRI or sum(e.file_size for e in entri) > BATAS_ISI:
        raise BukuDitolak("buku-ditolak", "isi buku kerja terlalu besar")
    for e in entri:
        if e.filename.startswith("/") or ".." in e.filename.split("/") or "\\" in e.filename:
            raise BukuDitolak("buku-ditolak", f"buku kerja memuat nama berkas yang tidak wajar: {e.filename}")
        if e.file_size > 2**20 and e.file_size > BATAS_RASIO * max(e.compress_size, 1):
            raise BukuDitolak("buku-ditolak", "buku kerja dimampatkan secara tidak wajar")
        if e.filename.lower().endswith("vbaproject.bin"):
            raise BukuDitolak("buku-ditolak", "buku kerja memuat makro")
        if e.filename.startswith("xl/externalLinks/"):
            raise BukuDitolak("buku-ditolak", "buku kerja bertaut ke buku kerja lain")


def _teks_kaya(el: etree._Element) -> str:
    """The text of a shared or inline string, without phonetic readings."""
    bagian: list[str] = []
    for a in el:
        nama = etree.QName(a).localname
        if nama == "t":
            bagian.append(a.text or "")
        elif nama == "r":
            bagian.extend(t.text or "" for t in a if etree.QName(t).localname == "t")
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), "".join(bagian))


def _bilangan(teks: str) -> int | Decimal:
    """A stored number as the shortest decimal that reads back equal: 82.769999999999996 -> 82.77."""
    nilai = Decimal(repr(float(teks)))
    if not nilai.is_finite():
        raise ValueError(teks)
    return int(nilai) if nilai == nilai.to_integral_value() and abs(nilai) < 10**18 else nilai


def _isi_sel(c: etree._Element, bersama: list[str]) -> tuple[IsiSel, bool, str]:
    jenis = c.get("t", "n")
    v = f = si = None
    for a in c:
        nama = etree.QName(a).localname
        if nama == "v":
            v = a.text or ""
        elif nama == "f":
            f = a
        elif nama == "is":
            si = a
    rumus = f is not None
    if jenis == "inlineStr":
        return (_teks_kaya(si) if si is not None else None), rumus, ""
    if v is None or (v == "" and not (jenis == "str" and rumus)):  # '' is a value of a formula, never of a cell
        return None, rumus, ""
    if jenis == "s":
        return bersama[int(v)], rumus, ""
    if jenis in ("str", "d"):
        return v[:10] if jenis == "d" else v, rumus, ""
    if jenis == "b":
        return v == "1", rumus, ""
    if jenis == "e":
        return None, rumus, v
    return _bilangan(v), rumus, ""


def _gaya_tanggal(bagian: dict[str, bytes]) -> frozenset[str]:
    """The indices of cell styles that show a number as a date."""
    if "xl/styles.xml" not in bagian:
        return frozenset()
    tanggal = {str(n) for n in (*range(14, 18), 22)}
    gaya: list[str] = []
    for kelompok in _uraikan(bagian["xl/styles.xml"]):
        nama = etree.QName(kelompok).localname
        if nama == "numFmts":
            bentuk = {f.get("numFmtId", ""): _HIASAN.sub("", f.get("formatCode", "")) for f in kelompok}
            tanggal |= {n for n, isi in bentuk.items() if _POLA_TANGGAL.search(isi)}
        elif nama == "cellXfs":
            gaya = [x.get("numFmtId", "0") for x in kelompok]
    return frozenset(str(i) for i, n in enumerate(gaya) if n in tanggal)


def _lembar(berkas: str, nama: str, isi: bytes, bersama: list[str], tanggal: frozenset[str]) -> LembarMentah:
    akar = _uraikan(isi)
    sel: dict[tuple[int, int], Sel] = {}
    gabungan: list[tuple[int, int, int, int]] = []
    lebar: dict[int, float] = {}
    for bagian in akar:
        jenis = etree.QName(bagian).localname
        if jenis == "sheetData":
            for c in bagian.iter(_M + "c", _STRICT + "c"):
                alamat = c.get("r", "")
                m = POLA_ALAMAT.fullmatch(alamat)
                if not m:
                    raise BukuDitolak("buku-rusak", f"lembar {nama}: sel tanpa alamat")
                baris, kolom = int(m[2]), nomor_kolom(m[1])
                nilai, rumus, galat = _isi_sel(c, bersama)
                if nilai is None and not rumus and not galat:
                    continue
                if baris > BATAS_BARIS or kolom > BATAS_KOLOM:
                    raise BukuDitolak("buku-ditolak", f"lembar {nama} terlalu besar (sel {alamat} berisi)")
                sel[baris, kolom] = Sel(nilai, Lokasi(berkas, nama, alamat), rumus, galat, c.get("s") in tanggal)
        elif jenis == "mergeCells":
            for g in bagian:
                a, _, b = g.get("ref", "").partition(":")
                ma, mb = POLA_ALAMAT.fullmatch(a), POLA_ALAMAT.fullmatch(b or a)
                if ma and mb:
                    gabungan.append((int(ma[2]), nomor_kolom(ma[1]), int(mb[2]), nomor_kolom(mb[1])))
        elif jenis == "cols":
            for k in bagian:
                for i in range(int(k.get("min", "1")), min(int(k.get("max", "1")), BATAS_KOLOM) + 1):
                    lebar[i] = float(k.get("width", "9"))
    return LembarMentah(nama, berkas, sel, tuple(gabungan), lebar)


def baca_xlsx(path: Path, berkas: str) -> dict[str, LembarMentah]:
    """All sheets of a workbook by name, in order. `berkas` is the name that places carry."""
    try:
        if path.stat().st_size > BATAS_BERKAS:
            raise BukuDitolak("buku-ditolak", "berkas lebih besar dari 20 MB")
        with zipfile.ZipFile(path) as z:
            _periksa_zip(z)
            bagian = {n: z.read(n) for n in z.namelist() if n.startswith("xl/") and n.endswith((".xml", ".rels"))}
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError, ValueError) as e:
        alasan = e.strerror if isinstance(e, OSError) and e.strerror else "bukan berkas .xlsx yang utuh"
        raise BukuDitolak("buku-rusak", f"buku kerja tidak dapat dibuka ({alasan})") from e
    try:
        return _lembar_lembar(bagian, berkas)
    except (KeyError, ValueError, IndexError, InvalidOperation) as e:
        raise BukuDitolak("buku-rusak", "isi buku kerja tidak lengkap atau rusak") from e


Pembaca = Callable[[Path, str], dict[str, LembarMentah]]
"""`baca_xlsx`, or what stands for it."""


class PembacaSekali:
    """`baca_xlsx` for those who read the same workbooks in turn: what has the same bytes is parsed once.

    `terolah`: what was made of a workbook, by what it is and the id of its cells, which live as long as the reader.
    """

    def __init__(self) -> None:
        self._terbaca: dict[tuple[str, bytes], dict[str, LembarMentah]] = {}
        self.terolah: dict[tuple[str, int], tuple[dict[str, Any], Any]] = {}

    def __call__(self, path: Path, berkas: str) -> dict[str, LembarMentah]:
        try:
            with path.open("rb") as f:
                kunci = (berkas, hashlib.file_digest(f, "sha256").digest())
        except OSError:
            return baca_xlsx(path, berkas)  # which says what is wrong
        if kunci not in self._terbaca:
            self._terbaca[kunci] = baca_xlsx(path, berkas)
        return self._terbaca[kunci]


def _lembar_lembar(bagian: dict[str, bytes], berkas: str) -> dict[str, LembarMentah]:
    tujuan = {}
    for r in _uraikan(bagian["xl/_rels/workbook.xml.rels"]):
        sasaran = r.get("Target", "")
        penuh = sasaran.lstrip("/") if sasaran.startswith("/") else posixpath.normpath(f"xl/{sasaran}")
        tujuan[r.get("Id")] = penuh
    bersama: list[str] = []
    if "xl/sharedStrings.xml" in bagian:
        bersama = [_teks_kaya(si) for si in _uraikan(bagian["xl/sharedStrings.xml"])]
    tanggal = _gaya_tanggal(bagian)
    hasil = {}
    for daftar in _uraikan(bagian["xl/workbook.xml"]):
        if etree.QName(daftar).localname != "sheets":
            continue
        for s in daftar:
            target = tujuan[s.get(_R) or s.get(_R_STRICT)]
            if "/worksheets/" in target:
                nama = s.get("name", "")
                hasil[nama] = _lembar(berkas, nama, bagian[target], bersama, tanggal)
    return hasil
