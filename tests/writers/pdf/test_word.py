"""Word's way, with a stand-in for docx2pdf: nobody has Word in a test."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from generator.writers.pdf import pengonversi, word
from generator.writers.pdf.gagal import GagalPdf
from generator.writers.pdf.word import Word, ada_word


@pytest.fixture
def docx2pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module docx2pdf whose text the test writes."""
    folder = tmp_path / "palsu"
    folder.mkdir()
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return folder / "docx2pdf.py"


def test_konversi(docx2pdf: Path, tmp_path: Path) -> None:
    docx2pdf.write_text("def convert(a, b): open(b, 'wb').write(b'%PDF-' + open(a, 'rb').read())")
    (tmp_path / "a b.docx").write_bytes(b"isi")
    with Word() as w:
        w.konversi(tmp_path / "a b.docx", tmp_path / "c.pdf")
    assert (tmp_path / "c.pdf").read_bytes() == b"%PDF-isi"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a b.docx", "c.pdf", "palsu"]


def test_gagal(docx2pdf: Path, tmp_path: Path) -> None:
    docx2pdf.write_text("def convert(a, b): open(b, 'w').write('separuh'); raise OSError('Word menolak')")
    (tmp_path / "c.pdf").write_bytes(b"lama")
    with pytest.raises(GagalPdf, match="tidak menghasilkan PDF: OSError: Word menolak") as e:
        Word().konversi(tmp_path / "a.docx", tmp_path / "c.pdf")
    assert e.value.kode == "pdf-gagal"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.pdf", "palsu"]
    assert (tmp_path / "c.pdf").read_bytes() == b"lama"


def test_batas_waktu(docx2pdf: Path, tmp_path: Path) -> None:
    docx2pdf.write_text("import time\ndef convert(a, b): time.sleep(60)")
    with pytest.raises(GagalPdf, match=r"sesudah 0\.5 detik"):
        Word(batas=0.5).konversi(tmp_path / "a.docx", tmp_path / "c.pdf")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="di sini Word mungkin terpasang")
def test_tidak_ada_word_di_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())
    assert not ada_word()


def test_dipilih_bila_libreoffice_tidak_ada(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pengonversi, "cari_soffice", lambda: None)
    monkeypatch.setattr(pengonversi, "ada_word", lambda: True)
    assert isinstance(pengonversi.siapkan(), word.Word)
