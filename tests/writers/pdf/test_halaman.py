"""Named destinations -> pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, NameTree, Pdf, String

from generator.writers.pdf.halaman import destinations, sandi
from generator.writers.pdf.libreoffice import LibreOffice
from generator.writers.pdf.normalkan import normalkan


def test_dari_libreoffice(soffice: Path, buat_docx: Callable[..., Path], induk: Path, tmp_path: Path) -> None:
    with LibreOffice(soffice, induk=induk) as lo:
        lo.konversi(buat_docx(), tmp_path / "a.pdf")
    normalkan(tmp_path / "a.pdf", tmp_path / "b.pdf", datetime(2025, 1, 1, tzinfo=UTC))
    for nama in ("a.pdf", "b.pdf"):
        assert destinations(tmp_path / nama)["_Ref_tabel_a"] == 2
        assert destinations(tmp_path / nama, ["_Ref_tabel_a", "tiada"]) == {"_Ref_tabel_a": 2}


@pytest.mark.parametrize(
    ("bookmark", "nama"), [("tabel-2", "tabel-2"), ("_Toc5F", "5FToc5F"), ("a.b c", "a2Eb20c"), ("é€", "E920AC")]
)
def test_sandi(bookmark: str, nama: str) -> None:
    assert sandi(bookmark) == nama


def buat_pdf() -> Pdf:
    pdf = Pdf.new()
    for _ in range(3):
        pdf.add_blank_page()
    return pdf


def tujuan(pdf: Pdf, halaman: int) -> Array:
    return Array([pdf.pages[halaman].obj, Name.XYZ, 0, 0, 0])


def test_kamus_dests() -> None:
    with buat_pdf() as pdf:
        pdf.Root.Dests = Dictionary({"/5FToc1": tujuan(pdf, 1), "/a5Fb": Dictionary(D=tujuan(pdf, 2))})
        pdf.Root.Dests["/rusak"] = Array([pikepdf.Dictionary(), Name.Fit])
        pdf.Root.Dests["/kosong"] = Array([])
        assert destinations(pdf) == {"_Toc1": 1, "a_b": 2}
        assert destinations(pdf, ["a5Fb"]) == {"_Toc1": 1, "a_b": 2, "a5Fb": 2}


def test_pohon_names(tmp_path: Path) -> None:
    with buat_pdf() as pdf:
        pohon = NameTree.new(pdf)
        pohon["_Toc1"] = tujuan(pdf, 2)
        pohon["tabel é"] = Dictionary(D=tujuan(pdf, 0))
        pdf.Root.Names = Dictionary(Dests=pohon.obj)
        pdf.docinfo.Title = String("x")
        pdf.save(tmp_path / "a.pdf")
    assert destinations(tmp_path / "a.pdf", ["tabel é"]) == {"_Toc1": 2, "tabel é": 0}


def test_tanpa_tujuan() -> None:
    with buat_pdf() as pdf:
        assert destinations(pdf) == {}
