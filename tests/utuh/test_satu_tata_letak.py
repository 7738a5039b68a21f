"""One document in two formats: the PDF says what the DOCX says, in order, with the same page numbers."""

from __future__ import annotations

import re

import pypdf
import pytest
from docx_teks import W, alinea, bagian, rapat
from susunan import Susunan


@pytest.fixture(scope="module")
def pdf(kalaena: Susunan) -> pypdf.PdfReader:
    return pypdf.PdfReader(kalaena.pdf)


@pytest.fixture(scope="module")
def halaman(pdf: pypdf.PdfReader) -> list[str]:
    return [h.extract_text() for h in pdf.pages]


def test_the_words_of_the_pdf_are_the_words_of_the_docx_in_order(kalaena: Susunan, halaman: list[str]) -> None:
    isi = [_tanpa_kepala_kaki(h) for h in halaman]
    semua = "".join(isi)
    awal_halaman = set()
    panjang = 0
    for h in isi:
        awal_halaman.add(panjang)
        panjang += len(h)
    di = dicocokkan = 0
    kepala: list[str] = []
    setelah_gambar = dalam_kepala = False
    for a in alinea(kalaena.docx):
        teks = rapat(a.teks)
        if a.gambar:
            setelah_gambar = True
            continue
        if not teks:
            continue
        kepala = ([*kepala, teks] if dalam_kepala else [teks]) if a.kepala else kepala
        dalam_kepala = a.kepala
        if setelah_gambar:  # what a chart or picture says stands in the PDF only
            di = semua.index(teks, di)
            setelah_gambar = False
        for sisa in teks:
            if di in awal_halaman and not a.kepala and semua.startswith("".join(kepala), di) and kepala:
                di += len("".join(kepala))
            while a.gaya.startswith(("TOC", "TableofFigures")) and semua[di] == "." != sisa:  # the leader
                di += 1
            assert semua[di] == sisa, f"…{semua[di - 40 : di]}[{semua[di : di + 40]}] seharusnya [{teks[:60]}]"
            di += 1
        dicocokkan += len(teks)
    assert setelah_gambar or semua[di:] == ""
    assert dicocokkan > 60_000


def _tanpa_kepala_kaki(teks: str) -> str:
    rapi = rapat(teks)
    rapi = rapi.removeprefix("RENCANASTRATEGIS(RENSTRA)KecamatanKalaena2025–2029")
    rapi = re.sub(r"^RENSTRAKECAMATANKALAENA2025–2029\|([ivx]+|\d+)", "", rapi)
    return re.sub(r"RENSTRAKECAMATANKALAENA2025–2029\|([ivx]+|\d+)$", "", rapi)


def test_contents_of_the_docx_show_the_pages_of_the_pdf(
    kalaena: Susunan, pdf: pypdf.PdfReader, halaman: list[str]
) -> None:
    nama = {n: n.lstrip("/").replace("5F", "_") for n in pdf.named_destinations}
    tujuan = {nama[n]: pdf.get_destination_page_number(d) for n, d in pdf.named_destinations.items()}
    diperiksa = 0
    for p in bagian(kalaena.docx, "word/document.xml").iter(f"{W}p"):
        kode = [i.text or "" for i in p.iter(f"{W}instrText")]
        acuan = next((k.split()[1] for k in kode if k.strip().startswith("PAGEREF")), None)
        if acuan is None:
            continue
        teks = [t.text or "" for t in p.iter(f"{W}t")]
        tercetak = re.search(r"\|\s*([ivx]+|\d+)\s*$", halaman[tujuan[acuan]].split("2025–2029")[-1].strip() or "")
        nomor = tercetak[1] if tercetak else re.search(r"\|\s*([ivx]+|\d+)", halaman[tujuan[acuan]])[1]  # type: ignore[index]
        assert teks[-1] == nomor, teks
        diperiksa += 1
    assert diperiksa >= 40


def test_pdf_is_tagged_archival_and_has_an_outline_for_every_heading(kalaena: Susunan, pdf: pypdf.PdfReader) -> None:
    akar = pdf.trailer["/Root"]
    assert akar["/Lang"] == "id-ID"
    assert akar["/MarkInfo"]["/Marked"]
    assert b"<pdfaid:part>2</pdfaid:part>" in akar["/Metadata"].get_data()

    def rata(isi: list[object]) -> list[str]:
        hasil: list[str] = []
        for b in isi:
            hasil += rata(b) if isinstance(b, list) else [rapat(str(b.title))]  # type: ignore[attr-defined]
        return hasil

    judul = [rapat(a.teks) for a in alinea(kalaena.docx) if a.gaya.startswith(("Heading", "JudulDepan"))]
    assert rata(list(pdf.outline)) == judul
