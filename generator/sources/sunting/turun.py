"""Drop-down lists of a sheet: made, and brought up to date; those that a planner made otherwise stay.

In: a sheet being edited and the values of a column. A list is ours when it names its values, not cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from generator.model.alamat import huruf_kolom, letak_sel
from generator.sources.sunting.lembar import LembarSunting

_BARIS_AKHIR = 1_048_576
_SQREF_X14 = "{http://schemas.microsoft.com/office/excel/2006/main}sqref"

Daerah = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


def daftar_turun(lembar: LembarSunting, kolom: int, pilihan: Sequence[str], judul: str, sampai: int) -> bool:
    """See that a column's cells offer these values, rows 2 to `sampai` where there is no list yet.

    Whether it changed.
    """
    if any(_kena(d, kolom) for e in lembar.akar.iter(_SQREF_X14) if _aturan(e) for d in _daerah(e.text or "")):
        return False
    isi = '"' + ",".join(pilihan) + '"'
    ada = [e for e in lembar.akar.iter(lembar.nama("dataValidation")) if _mengenai(e, kolom)]
    if not ada:
        semua = lembar.unsur("dataValidations")
        baru = etree.SubElement(semua, lembar.nama("dataValidation"), type="list", allowBlank="1", showErrorMessage="1")
        baru.set("errorTitle", judul[:32])
        baru.set("error", "Pilih dari daftar.")
        baru.set("sqref", f"{huruf_kolom(kolom)}2:{huruf_kolom(kolom)}{sampai}")
        etree.SubElement(baru, lembar.nama("formula1")).text = isi
        semua.set("count", str(len(semua)))
        lembar.ubah()
        return True
    usang = [e for e in ada if _usang(e, lembar, pilihan)]
    for e in usang:
        sendiri = _milik_sendiri(e, kolom)
        rumus = sendiri.find(lembar.nama("formula1"))
        assert rumus is not None  # `_usang` saw it
        rumus.text = isi
    if usang:
        semua = lembar.unsur("dataValidations")
        semua.set("count", str(len(semua)))
        lembar.ubah()
    return bool(usang)


def _aturan(e: etree._Element) -> bool:
    """Whether what an extension of Excel says of cells is a rule of their values, not of their looks."""
    induk = e.getparent()
    return induk is not None and etree.QName(induk).localname == "dataValidation"


def _usang(e: etree._Element, lembar: LembarSunting, pilihan: Sequence[str]) -> bool:
    """Whether it is a list of values, and of others than these."""
    rumus = (e.findtext(lembar.nama("formula1")) or "").strip()
    if e.get("type") != "list" or not (rumus.startswith('"') and rumus.endswith('"')):
        return False
    return [p.strip() for p in rumus[1:-1].split(",")] != list(pilihan)


def _milik_sendiri(e: etree._Element, kolom: int) -> etree._Element:
    """The rule of that column alone: where it covers others too, they keep it and the column gets a copy."""
    daerah = list(_daerah(e.get("sqref", "")))
    lain = [d for asal in daerah for d in _tanpa(asal, kolom)]
    if not lain:
        return e
    salin = deepcopy(e)
    e.set("sqref", " ".join(map(_tulis, lain)))
    salin.set("sqref", " ".join(_tulis((a, kolom, b, kolom)) for a, k1, b, k2 in daerah if k1 <= kolom <= k2))
    e.addnext(salin)
    return salin


def _tanpa(d: Daerah, kolom: int) -> Iterator[Daerah]:
    a, k1, b, k2 = d
    if not k1 <= kolom <= k2:
        yield d
        return
    if k1 < kolom:
        yield a, k1, b, kolom - 1
    if kolom < k2:
        yield a, kolom + 1, b, k2


def _mengenai(e: etree._Element, kolom: int) -> bool:
    return any(_kena(d, kolom) for d in _daerah(e.get("sqref", "")))


def _kena(d: Daerah, kolom: int) -> bool:
    return d[1] <= kolom <= d[3] and d[2] >= 2


def _daerah(sqref: str) -> Iterator[Daerah]:
    for rujukan in sqref.replace("$", "").split():
        awal, _, akhir = rujukan.partition(":")
        akhir = akhir or awal
        if awal.isalpha() and akhir.isalpha():  # whole columns
            awal, akhir = f"{awal}1", f"{akhir}{_BARIS_AKHIR}"
        a, b = letak_sel(awal), letak_sel(akhir)
        if a and b:
            yield a[0], a[1], b[0], b[1]


def _tulis(d: Daerah) -> str:
    awal, akhir = f"{huruf_kolom(d[1])}{d[0]}", f"{huruf_kolom(d[3])}{d[2]}"
    return awal if awal == akhir else f"{awal}:{akhir}"
