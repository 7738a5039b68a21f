"""Agreements laid out: each statement on one page, signatures never parted, page 1 is that of the first agreement."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pypdf
import pytest
from kantor import Kantor
from kantor_pk import tempat

from generator.pipeline import susun
from generator.writers.pdf.libreoffice import cari_soffice

BATAS = 46  # lines of text; more than a page has


@pytest.fixture(autouse=True)
def _libreoffice() -> None:
    if cari_soffice() is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice tidak terpasang di CI")
        pytest.skip("LibreOffice tidak terpasang")


def halaman(kantor: Kantor) -> list[str]:
    """The text of every page, blanks joined."""
    hasil = susun(tempat(kantor, 2025), lambda _: None)
    pdf = next(p for p in hasil.berkas if p.suffix == ".pdf")
    return [" ".join(h.extract_text().split()) for h in pypdf.PdfReader(pdf).pages]


def test_the_agreements_of_an_office(kantor: Kantor) -> None:
    isi = halaman(kantor)
    assert "DINAS PERPUSTAKAAN KOTA RAWA CONTOH TAHUN 2025" in isi[0]  # the cover
    pernyataan = [h for h in isi[2:] if "selanjutnya disebut Pihak Pertama" in h]
    assert len(pernyataan) == 3
    for h in pernyataan:
        assert "Rawa Contoh, ......" in h and "Pihak Kedua," in h and h.count("NIP ") >= 1
    tertulis = dict(re.findall(r"((?:LAMPIRAN )?PERJANJIAN KINERJA TAHUN 2025 [A-Z ]+?)[ .]*(\d+)", isi[1]))
    assert len(tertulis) == 6
    for judul, nomor in tertulis.items():
        halaman_ini = isi[int(nomor) + 1]  # the cover, the contents on page i
        assert judul in halaman_ini and re.search(rf"\| {nomor}\b", halaman_ini)
    assert re.search(r"DAFTAR ISI[ .]+i\b", isi[1]) and re.search(r"\| i\b", isi[1])


def test_signatures_are_never_parted(kantor: Kantor) -> None:
    """After any number of lines, through the end of the page and beyond."""
    folder = kantor.folder / "chapters" / "pk"
    tempat(kantor, 2025)
    for path in folder.glob("*.md"):
        path.unlink()
    pagar = "::: tanda-tangan-pihak layanan\n:::\n"
    bab = (f"# LEMBAR {n}\n\n" + "baris\n\n" * n + f"terakhir {n}.\n\n" + pagar for n in range(16, BATAS, 2))
    Path(folder / "a.md").write_text("---\ndepan: true\n---\n" + "\n".join(bab), encoding="utf-8")
    isi = halaman(kantor)
    bertanda = [h for h in isi if "Pihak Kedua," in h]
    assert len(bertanda) == len(range(16, BATAS, 2))
    pindah = 0
    for h in bertanda:
        assert "Rawa Contoh, ......" in h and "SITI CONTOH" in h and h.count("NIP ") == 2
        assert re.search(r"terakhir \d+\.", h)  # the words above stay with them
        pindah += "LEMBAR" not in h
    assert 3 < pindah < len(bertanda)
