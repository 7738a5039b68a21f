"""The whole file: contents with their page numbers, sections, the package, hostile text, the same bytes twice."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from generator.model.angka import Angka
from generator.periksa.struktur import periksa_docx
from generator.tree.nodes import (
    Box,
    Caption,
    Cell,
    Chart,
    Contents,
    Diagram,
    Emphasis,
    Heading,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Series,
    SignatureBlock,
    Strong,
    Table,
    Text,
    Value,
)
from generator.writers.docx.dokumen import kemas

Tulis = Callable[..., Any]
Golden = Callable[[str, str], None]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOK = "word/document.xml"
BAB = Heading(1, (Text("PENDAHULUAN"),), "bab:1")


def p(isi: str) -> Paragraph:
    return Paragraph((Text(isi),))


def tabel(nama: str, *, landscape: bool = False, sumber: str = "") -> Table:
    sel = (Cell((Text("x"),)),)
    judul = Caption("tabel", nama, (Text(f"Judul {nama}"),))
    isi = (Text(sumber),) if sumber else ()
    return Table(judul, (1,), (Row("kepala-1", sel),), (Row("a", sel),), isi, landscape=landscape)


def grafik(teks: str = "x") -> Chart:
    judul = Caption("grafik", "a", (Text(teks),))
    return Chart(judul, (teks,), (Series(teks, (Angka(1),)),), teks, teks)


def dua_bagian() -> tuple[Section, Section]:
    judul = (Heading(1, (Text(f"DAFTAR {n}"),)) for n in ("ISI", "TABEL"))
    depan = (next(judul), Contents("isi"), next(judul), Contents("tabel"), Contents("gambar"))
    return Section(depan, "romawi", restart=True), Section(
        (BAB, Heading(2, (Text("Latar"),)), tabel("a")), restart=True
    )


# ---------------------------------------------------------------- contents


def test_golden_contents(tulis: Tulis, golden: Golden) -> None:
    hasil = tulis(*dua_bagian(), halaman={"_Toc_judul_0000": "ii"})
    golden("docx_daftar_isi", hasil.badan)


def test_entries_are_links_with_label_text_and_page(tulis: Tulis) -> None:
    hasil = tulis(*dua_bagian(), halaman={"_Toc_judul_0000": "ii", "_Toc_judul_0004": "1", "_Toc_tabel_1_1": "3"})
    assert [q for q in hasil.paragraf() if q[0].startswith(("TOC", "Tableof"))] == [
        ("TOC1", "DAFTAR ISI>ii"),
        ("TOC1", "DAFTAR TABEL>…"),
        ("TOC1", "BAB I PENDAHULUAN>1"),
        ("TOC2", "1.1.>Latar>…"),
        ("TableofFigures", "Tabel 1.1>Judul a>3"),
    ]
    assert ("BodyText", "Tidak ada.") in hasil.paragraf()
    jangkar = hasil.cari("//w:hyperlink/@w:anchor")
    assert jangkar == list(hasil.naskah.jangkar)
    assert [k.split()[1] for k in hasil.cari("//w:instrText/text()[contains(., 'PAGEREF')]")] == jangkar


def test_the_file_for_the_layout_has_links_but_no_contents_field(tulis: Tulis) -> None:
    """LibreOffice leaves fields within a contents field alone, and knows no Roman PAGEREF: those are plain text."""
    naskah = tulis(*dua_bagian()).naskah
    assert naskah.romawi == ("_Toc_judul_0000", "_Toc_judul_0002")
    assert naskah.jangkar == (*naskah.romawi, "_Toc_judul_0004", "_Toc_judul_0006", "_Toc_tabel_1_1")
    tata = _dokumen(naskah.untuk_tata_letak({"_Toc_judul_0000": "iv"}))
    kode = re.findall(r"<w:instrText[^>]*> (\w+) (\S+)", tata)
    assert [k for k in kode if k[0] in ("TOC", "PAGEREF")] == [("PAGEREF", j) for j in naskah.jangkar[2:]]
    assert (
        "DAFTAR ISI</w:t></w:r><w:r><w:tab/></w:r><w:r>" + '<w:t xml:space="preserve">iv</w:t></w:r></w:hyperlink>'
        in tata
    )
    assert tata.count("…") == 4
    akhir = _dokumen(naskah.byte({}))
    assert re.findall(r"> (TOC .*?) <", akhir) == [
        "TOC \\o &quot;1-4&quot; \\h \\z \\u",
        "TOC \\h \\z \\c &quot;Tabel&quot;",
        "TOC \\h \\z \\c &quot;Gambar&quot;",
    ]
    assert akhir.count("PAGEREF") == 5
    assert _kata(tata).replace("iv", "…") == _kata(akhir)


def _dokumen(berkas: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(berkas)) as z:
        return z.read(DOK).decode()


def _kata(dokumen: str) -> str:
    return re.sub(r"<w:instrText.*?</w:instrText>|<[^>]*>", "", dokumen)


# ---------------------------------------------------------------- sections


def seksi(hasil: Any) -> list[dict[str, str]]:
    """Of each section: the last words before its end, its orientation, numbering and start."""
    w = f"{{{W}}}"
    daftar, kata = [], ""
    for e in hasil.akar[0].iter():
        if e.tag == f"{w}p":
            kata = "".join(e.itertext())
        if e.tag == f"{w}sectPr":
            ukuran, nomor_halaman = e.find(f"{w}pgSz"), e.find(f"{w}pgNumType")
            rujukan = [etree.QName(r).localname[0] for r in e if etree.QName(r).localname.endswith("Reference")]
            daftar.append(
                {
                    "akhir": kata,
                    "arah": ukuran.get(f"{w}orient", "portrait"),
                    "format": nomor_halaman.get(f"{w}fmt"),
                    "mulai": nomor_halaman.get(f"{w}start", ""),
                    "rujukan": "".join(rujukan),
                }
            )
    return daftar


def bagian(akhir: str, arah: str = "portrait", angka: str = "decimal", mulai: str = "") -> dict[str, str]:
    return {"akhir": akhir, "arah": arah, "format": angka, "mulai": mulai, "rujukan": "hf"}


def test_landscape_pages_keep_header_footer_and_numbering(tulis: Tulis) -> None:
    hasil = tulis(
        Section((p("depan"),), "romawi", restart=True),
        Section((BAB, p("tegak")), restart=True),
        Section((tabel("lebar", sumber="Sumber: data", landscape=True),), landscape=True),
        Section((p("lagi"),)),
    )
    assert seksi(hasil) == [
        bagian("depan", angka="lowerRoman", mulai="1"),
        bagian("tegak", mulai="1"),
        bagian("Sumber: data", "landscape"),
        bagian("lagi"),
    ]
    assert hasil.cari("//w:tblW/@w:w") == ["13000"]
    assert hasil.cari("/w:document/w:body/*[last()][self::w:sectPr]/w:pgSz/@w:w") == ["11000"]
    assert set(hasil.cari("//w:sectPr/w:headerReference/@r:id")) == {"rIdheader1"}
    assert periksa_docx(hasil.bagian) == []


def test_a_section_may_end_with_anything(tulis: Tulis) -> None:
    """After a table, a page break, a list, a signature or nothing: the break stands in a paragraph behind them."""
    isi = (
        (BAB, tabel("a")),
        (p("b"), PageBreak()),
        (List("angka", (ListItem((p("c"),)),)),),
        (SignatureBlock((), (), (), ((Text("NIP 1"),),)),),
        (grafik("d"),),
        (),
        (p("akhir"),),
    )
    hasil = tulis(*(Section(s) for s in isi))
    assert [s["akhir"] for s in seksi(hasil)] == ["", "", "c", "NIP 1", "", "", "akhir"]
    assert [g for g, _ in hasil.paragraf() if g == "BatasBagian"] == ["BatasBagian"] * 2
    assert hasil.cari("//w:p[w:pPr/w:sectPr]//w:br/@w:type") == ["page"]
    assert periksa_docx(hasil.bagian) == []


# ---------------------------------------------------------------- hostile text

JAHAT = "R&D <x> \"kutip\" 'satu' ]]> 😀 a\x00\x0b\ud800b \ue010\ue020\ue023\ue024\ue030\ue031\uf0b7 {{ isi }} =1+1"
BERSIH = "R&D <x> \"kutip\" 'satu' ]]> 😀 ab  {{ isi }} =1+1"


def penuh(teks: str) -> tuple[Section, ...]:
    """A document with `teks` wherever a plan can put a text."""
    t = (Text(teks),)
    depan = (
        Heading(1, t),
        p(teks),
        SignatureBlock(t, t, t, (t,)),
        Contents("isi"),
        Contents("tabel"),
        Contents("grafik"),
    )
    isi = (
        Heading(1, t, "bab:1"),
        Heading(2, t, f"bagian:{teks}"),
        Paragraph((Strong((Value(teks),)), Emphasis(t)), "kutipan"),
        List("angka", (ListItem((Paragraph(t), List("butir", (ListItem((Paragraph(t),)),)))),)),
        Table(Caption("tabel", teks, t), (1,), (Row("k", (Cell(t),)),), (Row("b", (Cell(t, strong=True),)),), t),
        grafik(teks),
        Diagram(Caption("gambar", teks, t), (Box("a", (teks,), 0, 0, 80, 20),), (), 80, 20, teks, source=t),
    )
    return Section(depan, "romawi", restart=True), Section(isi, restart=True)


def test_hostile_text_arrives_and_breaks_nothing(tulis: Tulis) -> None:
    meta = {"perangkat_daerah": JAHAT.replace("{{ isi }}", ""), "judul": "\ue010"}
    hasil = tulis(*penuh(JAHAT), meta=meta, halaman={JAHAT: "x"}, judul=JAHAT)
    assert periksa_docx(hasil.bagian) == []
    assert etree.fromstring(hasil.bagian["docProps/core.xml"])[0].text == BERSIH
    teks = [t for g, t in hasil.paragraf() if BERSIH not in t and g not in ("Gambar",)]
    assert teks == []
    assert hasil.cari("//wp:docPr/@descr") == [BERSIH] * 2
    assert hasil.cari("//w:tblCaption/@w:val") == [BERSIH]


def test_hostile_text_goes_to_the_layout_too(tulis: Tulis) -> None:
    naskah = tulis(*penuh(JAHAT)).naskah
    with zipfile.ZipFile(io.BytesIO(naskah.untuk_tata_letak({}))) as z:
        assert periksa_docx({n: z.read(n) for n in z.namelist()}) == []


# ---------------------------------------------------------------- the package


def test_the_same_tree_gives_the_same_bytes(tulis: Tulis) -> None:
    satu, dua = (tulis(*penuh("x")).naskah for _ in range(2))
    assert satu.byte({"_Toc_judul_0000": "i"}) == dua.byte({"_Toc_judul_0000": "i"})
    assert satu.untuk_tata_letak({}) == dua.untuk_tata_letak({})
    assert satu.byte({}) == satu.byte({}) != satu.byte({"_Toc_judul_0000": "i"})


def test_the_zip_has_fixed_order_times_and_attributes(tulis: Tulis) -> None:
    with zipfile.ZipFile(io.BytesIO(tulis(*penuh("x")).naskah.byte({}))) as z:
        isi = z.infolist()
        assert z.testzip() is None
    nama = [i.filename for i in isi]
    assert nama[:2] == ["[Content_Types].xml", "_rels/.rels"] and nama[2:] == sorted(nama[2:])
    assert {(i.date_time, i.external_attr, i.compress_type, i.extra) for i in isi} == {
        ((1980, 1, 1, 0, 0, 0), 0o644 << 16, zipfile.ZIP_DEFLATED, b"")
    }
    bagian = {"b": b"", "a": b"", "_rels/.rels": b"", "[Content_Types].xml": b""}
    assert kemas(bagian) == kemas(dict(reversed(bagian.items())))


def test_properties_say_what_the_document_is_and_nothing_of_the_machine(tulis: Tulis) -> None:
    sifat = tulis(p("x"), meta={"perangkat_daerah": "R&D <x>"}).bagian["docProps/core.xml"]
    isi = {etree.QName(e).localname: e.text for e in etree.fromstring(sifat)}
    assert isi == {
        "title": "Judul Berkas",
        "creator": "R&D <x>",
        "lastModifiedBy": "R&D <x>",
        "language": "id-ID",
        "created": "2025-08-17T00:00:00Z",
        "modified": "2025-08-17T00:00:00Z",
    }


def test_nothing_carries_a_revision_id(tulis: Tulis) -> None:
    assert [n for n, isi in tulis(*penuh("x")).bagian.items() if b"rsid" in isi] == []


def test_the_shipped_template_takes_everything(tulis: Tulis) -> None:
    nyata = Path(__file__).parents[3] / "templates" / "renstra.docx"
    meta = dict.fromkeys(("judul", "perangkat_daerah", "daerah", "provinsi", "periode"), "R&D <x>")
    assert periksa_docx(tulis(*penuh(JAHAT), meta=meta, templat=nyata).bagian) == []
