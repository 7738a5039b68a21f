"""With Word, which names no destinations, pages are found by their words and printed in a second pass."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pypdf
import pytest
from docx_teks import W, bagian
from susunan import AKAR, TEMPLAT, Susunan

from generator.pipeline import Tempat, susun
from generator.writers.pdf import pengonversi
from generator.writers.pdf.halaman import destinations, halaman_menurut_teks
from generator.writers.pdf.libreoffice import LibreOffice, cari_soffice


class PuraWord:
    """LibreOffice in Word's place: its contents field keeps what the file says, and its destinations are taken away."""

    mengevaluasi_medan = False
    versi = "Pura-pura Word"

    def __init__(self) -> None:
        soffice = cari_soffice()
        assert soffice is not None
        self.dalam = LibreOffice(soffice)
        self.kali = 0

    def konversi(self, docx: Path, pdf: Path) -> None:
        self.kali += 1
        sementara = pdf.with_name("dengan-tujuan.pdf")
        self.dalam.konversi(docx, sementara)
        with pikepdf.open(sementara) as isi:
            for kunci in ("/Dests", "/Names"):
                if kunci in isi.Root:
                    del isi.Root[kunci]
            isi.save(pdf)

    def tutup(self) -> None:
        self.dalam.tutup()

    def __enter__(self) -> PuraWord:
        return self

    def __exit__(self, *_: object) -> None:
        self.tutup()


def _halaman_daftar(docx: Path) -> list[str]:
    """The page numbers that the contents of a DOCX print."""
    hasil = []
    for p in bagian(docx, "word/document.xml").iter(f"{W}p"):
        if any("PAGEREF" in (i.text or "") for i in p.iter(f"{W}instrText")):
            hasil.append([t.text or "" for t in p.iter(f"{W}t")][-1])
    assert len(hasil) > 60
    return hasil


def test_pages_found_by_words_are_those_of_the_destinations(kalaena: Susunan) -> None:
    tujuan = destinations(kalaena.pdf)
    judul: list[tuple[str, str]] = []
    for p in bagian(kalaena.docx, "word/document.xml").iter(f"{W}p"):
        gaya = p.find(f"{W}pPr/{W}pStyle")
        if gaya is not None and gaya.get(f"{W}val") == "Caption":
            nama = [b.get(f"{W}name", "") for b in p.iter(f"{W}bookmarkStart")]
            kata = "".join(t.text or "" for t in p.iter(f"{W}t"))
            judul.append((next(n for n in nama if n.startswith("_Toc")), kata))
    assert len(judul) > 30
    assert halaman_menurut_teks(kalaena.pdf, judul) == {a: tujuan[a] for a, _ in judul}


def test_word_prints_the_pages_that_the_docx_shows(
    kalaena: Susunan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = PuraWord()
    monkeypatch.setattr(pengonversi, "siapkan", lambda **_: word)
    shutil.copytree(AKAR / "content", tmp_path / "content")
    susun(Tempat(tmp_path / "content", TEMPLAT, tmp_path / "build"), lambda _: None)
    assert word.kali == 2
    assert _halaman_daftar(tmp_path / "build" / "renstra.docx") == _halaman_daftar(kalaena.docx)
    isi = pypdf.PdfReader(tmp_path / "build" / "renstra.pdf").pages[4].extract_text()
    assert "DAFTAR ISI" in isi and "…" not in isi
