"""Every rule over the PDF, each with a change that makes it, and only it, speak; and a PDF by LibreOffice has none."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from kerja import langkah
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String
from pypdf import PdfReader

from generator.periksa.pdf import kepala_dokumen, periksa_pdf
from generator.tree.nodes import Document, Heading, LineBreak, Section, Text
from generator.writers.docx.dokumen import NaskahDocx
from generator.writers.pdf.libreoffice import LibreOffice, cari_soffice

JUDUL = "Rencana Strategis Dinas Contoh"
KEPALA = ("KATA PENGANTAR", "BAB I PENDAHULUAN", "1.1. Latar Belakang", "BAB II PENUTUP")
JANGKAR = ("_Toc_judul_0000", "_Toc_tabel_1_1")
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
    b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def buat(halaman: int = 1, kepala: tuple[str, ...] = KEPALA) -> Pdf:
    """A sound PDF as LibreOffice lays one out, without its content."""
    pdf = Pdf.new()
    for _ in range(halaman):
        pdf.add_blank_page()
    akar = pdf.Root
    akar.Lang, akar.MarkInfo = String("id-ID"), Dictionary(Marked=True)
    akar.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    akar.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    akar.OutputIntents = Array([Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1)])
    akar.Metadata = pdf.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
    akar.Dests = Dictionary({f"/{j.replace('_', '5F')}": Array([pdf.pages[0].obj, Name.Fit]) for j in JANGKAR})
    pdf.docinfo.Title = String(JUDUL)
    with pdf.open_outline() as kerangka:
        for teks in kepala:
            butir = OutlineItem(teks, 0)
            (kerangka.root[-1].children if teks[0].isdigit() else kerangka.root).append(butir)
    return pdf


def periksa(pdf: Pdf, tempat: Path, kepala: tuple[str, ...] = KEPALA) -> list[str]:
    pdf.save(tempat / "a.pdf")
    return periksa_pdf(tempat / "a.pdf", judul=JUDUL, jangkar=JANGKAR, kepala=kepala)


def hapus(nama: str) -> Callable[[Pdf], None]:
    def ubah(pdf: Pdf) -> None:
        del pdf.Root[nama]

    return ubah


def pasang(nama: str, isi: object) -> Callable[[Pdf], None]:
    def ubah(pdf: Pdf) -> None:
        pdf.Root[nama] = isi

    return ubah


def xmp(lama: bytes, baru: bytes) -> Callable[[Pdf], None]:
    return lambda pdf: pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(lama, baru))


def tanpa_halaman(pdf: Pdf) -> None:
    del pdf.Root.Dests, pdf.Root.Outlines
    del pdf.pages[:]


def judul_lain(pdf: Pdf) -> None:
    pdf.docinfo.Title = String("Judul lain")


def tanpa_jangkar(pdf: Pdf) -> None:
    del pdf.Root.Dests["/5FToc5Ftabel5F15F1"]


def kerangka(*judul: str) -> Callable[[Pdf], None]:
    def ubah(pdf: Pdf) -> None:
        del pdf.Root.Outlines
        with pdf.open_outline() as baru:
            baru.root.extend(OutlineItem(j, 0) for j in judul)

    return ubah


TAK_BERTANDA = "PDF tidak bertanda (tagged)"
PDF_A = "PDF tidak menyatakan diri PDF/A-2b: "
KASUS = {
    "title": (judul_lain, 'judul PDF "Judul lain", seharusnya "Rencana Strategis Dinas Contoh"'),
    "title not shown": (hapus("/ViewerPreferences"), "PDF tidak menampilkan judulnya (DisplayDocTitle)"),
    "title shown: no": (pasang("/ViewerPreferences", Dictionary(DisplayDocTitle=False)), "PDF tidak menampilkan"),
    "nothing shown": (pasang("/ViewerPreferences", Dictionary()), "PDF tidak menampilkan"),
    "no language": (hapus("/Lang"), 'bahasa PDF "", seharusnya id-ID'),
    "another language": (pasang("/Lang", String("en-US")), 'bahasa PDF "en-US", seharusnya id-ID'),
    "no mark": (hapus("/MarkInfo"), TAK_BERTANDA),
    "marked: no": (pasang("/MarkInfo", Dictionary(Marked=False)), TAK_BERTANDA),
    "no structure": (hapus("/StructTreeRoot"), TAK_BERTANDA),
    "PDF/A-1": (xmp(b">2<", b">1<"), f'{PDF_A}pdfaid:part "1", seharusnya "2"'),
    "PDF/A-2a": (xmp(b">B<", b">A<"), f'{PDF_A}pdfaid:conformance "A", seharusnya "B"'),
    "no colours": (hapus("/OutputIntents"), "PDF tanpa profil warna (OutputIntents)"),
    "no destination": (tanpa_jangkar, "penanda _Toc_tabel_1_1 tidak ada dalam PDF"),
    "no outline": (hapus("/Outlines"), 'judul "KATA PENGANTAR" tidak ada dalam kerangka PDF (0 dari 4 judul)'),
    "a heading less": (kerangka(*KEPALA[:3]), 'judul "BAB II PENUTUP" tidak ada dalam kerangka PDF (3 dari 4 judul)'),
    "a heading more": (kerangka(*KEPALA, "LAMPIRAN"), 'kerangka PDF memuat "LAMPIRAN", yang bukan judul'),
    "another order": (
        kerangka(KEPALA[1], KEPALA[0], *KEPALA[2:]),
        'kerangka PDF ke-1 "BAB I PENDAHULUAN", seharusnya "KATA PENGANTAR"',
    ),
}


def test_a_sound_pdf_has_no_fault(tmp_path: Path) -> None:
    assert periksa(buat(), tmp_path) == []


@pytest.mark.parametrize(("ubah", "salah"), KASUS.values(), ids=KASUS)
def test_a_change_makes_its_rule_speak_and_no_other(tmp_path: Path, ubah: Callable[[Pdf], None], salah: str) -> None:
    pdf = buat()
    ubah(pdf)
    ditemukan = periksa(pdf, tmp_path)
    assert len(ditemukan) == 1 and ditemukan[0].startswith(salah), ditemukan


def test_a_pdf_without_metadata_is_no_pdf_a(tmp_path: Path) -> None:
    pdf = buat()
    del pdf.Root.Metadata
    assert [s.rpartition(": ")[2].split()[0] for s in periksa(pdf, tmp_path)] == ["pdfaid:part", "pdfaid:conformance"]


def test_a_pdf_without_pages(tmp_path: Path) -> None:
    pdf = buat()
    tanpa_halaman(pdf)
    assert periksa(pdf, tmp_path)[0] == "PDF tanpa halaman"


@pytest.mark.parametrize("isi", [b"", b"%PDF-1.7\n", b"PK\x03\x04"])
def test_what_is_no_pdf_is_said(tmp_path: Path, isi: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(isi)
    (salah,) = periksa_pdf(tmp_path / "a.pdf", judul=JUDUL, jangkar=(), kepala=())
    assert salah.startswith("PDF tidak dapat dibaca: ")


def test_a_missing_pdf_is_said(tmp_path: Path) -> None:
    (salah,) = periksa_pdf(tmp_path / "tiada.pdf", judul=JUDUL, jangkar=(), kepala=())
    assert salah.startswith("PDF tidak dapat dibaca: ")


def test_attributes_and_name_trees_do_as_well(tmp_path: Path) -> None:
    """As Word and later LibreOffices write them: XMP in attributes, destinations in a tree under their own names."""
    pdf = buat()
    xmp(b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", b"")(pdf)
    xmp(b'rdf:about=""', b"rdf:about='' pdfaid:part=\"2\" pdfaid:conformance='B'")(pdf)
    del pdf.Root.Dests
    pohon = pikepdf.NameTree.new(pdf)
    for nama in JANGKAR:
        pohon[nama] = Array([pdf.pages[0].obj, Name.Fit])
    pdf.Root.Names = Dictionary(Dests=pohon.obj)
    assert periksa(pdf, tmp_path) == []


def test_an_outline_that_goes_in_circles_ends(tmp_path: Path) -> None:
    pdf = buat()
    pertama = pdf.Root.Outlines.First
    pertama.Next.Next = pertama
    assert len(periksa(pdf, tmp_path)) == 1


def test_blanks_and_what_cannot_be_printed_do_not_count(tmp_path: Path) -> None:
    pdf = buat(kepala=("BAB I  PENDAHULUAN \t",))
    assert periksa(pdf, tmp_path, ("BAB\u00a0I\x0b PENDAHULUAN\ue010",)) == []


def test_headings_read_as_in_an_outline() -> None:
    kepala = (
        Heading(1, (Text("KATA  PENGANTAR"),)),
        Heading(1, (Text("PENDAHULUAN"), LineBreak(), Text("DUA")), number="I", word="BAB"),
        Heading(3, (Text("Latar"),), number="1.1.2."),
        Heading(5, (Text("Camat"),), number="1."),
        Heading(1, (Text("POHON"),), number="2", word="LAMPIRAN"),
    )
    dokumen = Document("x", (Section(kepala[:1]), Section(kepala[1:])))
    assert kepala_dokumen(dokumen) == (
        *("KATA PENGANTAR", "BAB I PENDAHULUAN DUA", "1.1.2. Latar", "1. Camat", "LAMPIRAN 2 POHON"),
    )


def test_pages_and_headings_are_looked_at_once(tmp_path: Path) -> None:
    """Four times as many are at most five times the work."""

    def kerja(n: int) -> int:
        kepala = tuple(f"JUDUL {i}" for i in range(n))
        buat(n, kepala).save(tmp_path / "a.pdf")
        temuan: list[str] = []
        jumlah = langkah(
            lambda: temuan.extend(periksa_pdf(tmp_path / "a.pdf", judul=JUDUL, jangkar=JANGKAR, kepala=kepala))
        )
        assert temuan == []
        return jumlah

    assert kerja(400) < 5 * kerja(100)


def test_the_pdf_by_libreoffice_is_sound(dokumen: Document, naskah: NaskahDocx, tmp_path: Path) -> None:
    """And pypdf, which wrote none of it, reads the same outline."""
    soffice = cari_soffice()
    if soffice is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice tidak terpasang di CI")
        pytest.skip("LibreOffice tidak terpasang")
    docx, pdf, kepala = tmp_path / "a.docx", tmp_path / "a.pdf", kepala_dokumen(dokumen)
    docx.write_bytes(naskah.untuk_tata_letak({}))
    with LibreOffice(soffice) as lo:
        lo.konversi(docx, pdf)
    assert periksa_pdf(pdf, judul=dokumen.title, jangkar=naskah.jangkar, kepala=kepala) == []
    assert [j.title for j in _rata(PdfReader(pdf).outline)] == list(kepala)


def _rata(kerangka: list[Any]) -> list[Any]:
    return [b for a in kerangka for b in (_rata(a) if isinstance(a, list) else [a])]
