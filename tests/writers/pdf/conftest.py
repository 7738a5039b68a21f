"""Fixtures: the installed LibreOffice, and a small DOCX with a bookmark, a PAGEREF field, a table and headings."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from generator.writers.pdf.libreoffice import cari_soffice

PENANDA = "_Ref_tabel_a"


@pytest.fixture(scope="session")
def soffice() -> Path:
    """The installed LibreOffice. Its tests are skipped without it, but fail in CI, which must have it."""
    jalan = cari_soffice()
    if jalan is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice tidak terpasang di CI")
        pytest.skip("LibreOffice tidak terpasang: tidak satu PDF pun diuji")
    return jalan


@pytest.fixture
def induk(tmp_path: Path) -> Path:
    """A folder for the converter's temporary files, with a blank and an accent in its name."""
    folder = tmp_path / "sementara é"
    folder.mkdir()
    return folder


@pytest.fixture
def buat_docx(tmp_path: Path) -> Callable[..., Path]:
    """Make a DOCX of three pages: a PAGEREF on the first, a second page of text, the bookmark on the third."""

    def buat(nama: str = "contoh.docx", judul: str = "Contoh Rencana") -> Path:
        dokumen = Document()
        dokumen.core_properties.title = judul
        gaya = dokumen.styles["Normal"].element.get_or_add_rPr()
        for lama in gaya.findall(qn("w:lang")):
            gaya.remove(lama)
        gaya.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="id-ID"/>'))
        for lama in dokumen.styles.element.iter(qn("w:lang")):
            lama.set(qn("w:val"), "id-ID")
        isi = dokumen.add_paragraph("Lihat halaman ")
        _pageref(isi, PENANDA)
        isi.add_run().add_break(WD_BREAK.PAGE)
        dokumen.add_heading("Bagian Pertama", 1)
        dokumen.add_paragraph("Kecamatan melayani masyarakat.").add_run().add_break(WD_BREAK.PAGE)
        bertanda = dokumen.add_heading("Bagian Kedua", 1)
        bertanda._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="7" w:name="{PENANDA}"/>'))
        bertanda._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="7"/>'))
        tabel = dokumen.add_table(2, 2)
        tabel.rows[1].cells[0].text = "Rp1.000"
        jalan = tmp_path / nama
        dokumen.save(str(jalan))
        return jalan

    return buat


def _pageref(paragraf: Paragraph, penanda: str) -> None:
    """A PAGEREF field whose cached text, 99, is wrong."""
    for isi in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> PAGEREF {penanda} \\h </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>99</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraf._p.append(parse_xml(f"<w:r {nsdecls('w')}>{isi}</w:r>"))


@pytest.fixture
def buat_png() -> Callable[[Path], None]:
    """Write a red PNG of 8 × 8 pixels."""

    def buat(jalan: Path) -> None:
        def potong(jenis: bytes, isi: bytes) -> bytes:
            return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))

        kepala = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
        titik = zlib.compress((b"\0" + b"\xff\0\0" * 8) * 8)
        jalan.write_bytes(
            b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", titik) + potong(b"IEND", b"")
        )

    return buat
