"""The Word template: what it must hold, what becomes of its placeholders, and what planners are told."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generator.periksa.struktur import periksa_docx
from generator.tree.nodes import Caption, Diagram, Heading, List, ListItem, Paragraph, Text
from generator.writers.docx.templat import DAFTAR_WAJIB, GAYA_WAJIB, Templat, TemplatSalah, muat_templat

BuatTemplat = Callable[..., Path]
Tulis = Callable[..., Any]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOK, KEPALA, REL = "word/document.xml", "word/header1.xml", "word/_rels/document.xml.rels"
BAGAN = Diagram(Caption("gambar", "a", ()), (), (), 9, 9, "Uraian")
BAKU = "http://schemas.openxmlformats.org/"
ISIAN = {"judul": "RENSTRA", "perangkat_daerah": "Dinas Contoh", "tahun": "2025"}
NYATA = Path(__file__).parents[3] / "templates" / "renstra.docx"


def teks(isi: bytes) -> str:
    return "|".join("".join(t.text or "" for t in p.iter(f"{{{W}}}t")) for p in etree.fromstring(isi).iter(f"{{{W}}}p"))


def sampul(t: Templat) -> str:
    return "".join(str(x) for e in t.depan for x in e.itertext())


# ---------------------------------------------------------------- sound templates


def test_values_arrive_in_cover_header_and_footer(buat_templat: BuatTemplat) -> None:
    t = muat_templat(buat_templat(), ISIAN)
    assert sampul(t) == "RENSTRA Dinas Contoh"
    assert teks(t.bagian[KEPALA]) == "DINAS CONTOH"
    assert teks(t.bagian["word/footer1.xml"]) == "RENSTRA, 2025"


@pytest.mark.parametrize(
    ("nama", "tercetak"),
    [
        ("R&D <x>", "R&D <x>"),
        ("Badan \"A\" & 'B'", "Badan \"A\" & 'B'"),
        ("&amp; &lt;b&gt; ]]>", "&amp; &lt;b&gt; ]]>"),
        ("Dinas 😀 né", "Dinas 😀 né"),
        ("Di\x00nas\x0b \ud800Con\ue010toh\uf0b7", "Dinas Contoh"),
        ("}} %} {# #}", "}} %} {# #}"),
        ("", ""),
    ],
)
def test_hostile_names_arrive_whole(buat_templat: BuatTemplat, nama: str, tercetak: str) -> None:
    t = muat_templat(buat_templat(), {**ISIAN, "perangkat_daerah": nama})
    assert sampul(t) == f"RENSTRA {tercetak}"
    assert teks(t.bagian[KEPALA]) == tercetak.upper()


def test_a_line_break_in_a_value_becomes_one_in_word(buat_templat: BuatTemplat) -> None:
    t = muat_templat(buat_templat(), {**ISIAN, "perangkat_daerah": "Dinas\nContoh"})
    assert t.bagian[KEPALA].count(b"<w:br/>") == 1


def test_a_placeholder_may_be_split_over_runs_and_use_words_quotes(buat_templat: BuatTemplat) -> None:
    """As Word leaves it after a correction of the spelling, and with the quotes that Word puts."""
    terpotong = (
        "{</w:t></w:r><w:proofErr/><w:r><w:t>{ perangkat</w:t></w:r><w:r><w:t>_daerah | replace(“Dinas”, ‘Badan’) }}"
    )
    t = muat_templat(buat_templat({KEPALA: ("{{ perangkat_daerah | upper }}", terpotong)}), ISIAN)
    assert teks(t.bagian[KEPALA]) == "Badan Contoh"


def test_a_template_may_compute(buat_templat: BuatTemplat) -> None:
    isi = "{% set x = tahun ~ '!' %}{{ x }}{% if judul == 'RENSTRA' %}{{ judul | lower }}{% endif %}"
    t = muat_templat(buat_templat({KEPALA: ("{{ perangkat_daerah | upper }}", isi)}), ISIAN)
    assert teks(t.bagian[KEPALA]) == "2025!renstra"


def test_layouts_lists_and_widths_are_found(buat_templat: BuatTemplat) -> None:
    t = muat_templat(buat_templat(), ISIAN)
    assert (t.lebar_teks(mendatar=False), t.lebar_teks(mendatar=True)) == (9000, 13000)
    assert t.daftar == {"Judul": 0, "DaftarAngka": 1, "DaftarHuruf": 2, "DaftarButir": 3, "DaftarJenjang": 4}
    assert (t.penanda, t.gambar) == (0, 0)


@pytest.mark.parametrize("mulai", ["", '<w:pgNumType w:start="5"/>'])
def test_sections_number_their_pages_as_told(buat_templat: BuatTemplat, mulai: str) -> None:
    """A start in the template would begin the count anew at every section."""
    t = muat_templat(buat_templat({DOK: ('<w:cols w:space="708"/>', f'{mulai}<w:cols w:space="708"/>')}), ISIAN)
    for mendatar in (False, True):
        sect = etree.fromstring(t.sect(mendatar=mendatar, numbering="romawi", restart=True))
        nomor = sect.find(f"{{{W}}}pgNumType")
        assert nomor is not None and dict(nomor.attrib) == {f"{{{W}}}fmt": "lowerRoman", f"{{{W}}}start": "1"}
        sect = etree.fromstring(t.sect(mendatar=mendatar, numbering="angka", restart=False))
        nomor = sect.find(f"{{{W}}}pgNumType")
        assert nomor is not None and dict(nomor.attrib) == {f"{{{W}}}fmt": "decimal"}
        urutan = [etree.QName(e).localname for e in sect]
        assert urutan.index("pgMar") < urutan.index("pgNumType") < urutan.index("cols")


# ---------------------------------------------------------------- templates that cannot serve

GAYA, NOMOR = "word/styles.xml", "word/numbering.xml"
TIGA_BAGIAN = "templat harus memuat tiga bagian: sampul, contoh halaman mendatar, dan isi"
TANPA_ISI = "paragraf yang hanya memuat {{ isi }} tidak ada"
RUSAK = "berkas templat bukan dokumen Word yang utuh"
UNGKAPAN = "ungkapan dalam templat salah: "

# what is changed: (part, old, new), or parts that are left out
SALAH: dict[str, tuple[tuple[str, ...], str]] = {
    "no body": ((DOK, "{{ isi }}", "isi"), TANPA_ISI),
    "a body among words": ((DOK, "{{ isi }}", "Isi: {{ isi }}"), TANPA_ISI),
    "no landscape page": ((DOK, ' w:orient="landscape"', ""), TIGA_BAGIAN),
    "no margins": ((DOK, "w:pgMar", "w:pgBorders"), "bagian templat tanpa ukuran kertas atau tepi"),
    "a style gone": ((GAYA, 'styleId="Sumber"', 'styleId="Asal"'), "gaya tidak ada dalam templat: Sumber"),
    "a list gone": ((NOMOR, "DaftarHuruf", "Lain"), "penomoran daftar tidak ada dalam templat: DaftarHuruf"),
    "no styles": ((GAYA, "word/_rels/document.xml.rels"), "berkas templat tidak memuat word/styles.xml"),
    "no main part": ((DOK,), RUSAK),
    "no content types": (("[Content_Types].xml",), RUSAK),
    "broken XML": ((DOK, "</w:body>", ""), RUSAK),
    "an unknown name": (
        (KEPALA, "perangkat_daerah", "nama_dinas"),
        'isian "nama_dinas" tidak dikenal; yang ada: isi, judul, perangkat_daerah, tahun',
    ),
    "an open expression": ((KEPALA, "| upper }}", ""), UNGKAPAN),
    "an unknown filter": ((KEPALA, "upper", "besar"), f'{UNGKAPAN}saringan "besar" tidak dapat dipakai dalam templat'),
    "a sum of words": ((KEPALA, "| upper", "+ 1"), UNGKAPAN),
    "division by zero": ((KEPALA, "perangkat_daerah | upper", "1 / 0"), UNGKAPAN),
    "out of the sandbox": (
        (KEPALA, "| upper", ".__class__.__mro__"),
        f'{UNGKAPAN}".__mro__" tidak dapat dipakai dalam templat',
    ),
    "broken by a value": ((KEPALA, "| upper", "| replace('D', '&lt;') | safe"), "hasil ungkapan merusak templat"),
}


@pytest.mark.parametrize(("ubah", "pesan"), SALAH.values(), ids=SALAH)
def test_what_is_wrong_with_a_template_is_said(buat_templat: BuatTemplat, ubah: tuple[str, ...], pesan: str) -> None:
    path = buat_templat({ubah[0]: ubah[1:]}) if len(ubah) == 3 else buat_templat(bagian=dict.fromkeys(ubah))
    with pytest.raises(TemplatSalah) as galat:
        muat_templat(path, ISIAN)
    assert str(galat.value).startswith(pesan)


@pytest.mark.parametrize("isi", [b"", b"bukan zip", b"PK\x03\x04 terpotong", b"%PDF-1.7"])
def test_what_is_no_word_document_is_said(tmp_path: Path, isi: bytes) -> None:
    (tmp_path / "t.docx").write_bytes(isi)
    with pytest.raises(TemplatSalah, match="bukan dokumen Word yang utuh"):
        muat_templat(tmp_path / "t.docx", ISIAN)


def test_a_workbook_is_no_template(tmp_path: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(tmp_path / "t.docx")
    with pytest.raises(TemplatSalah, match="bukan dokumen Word yang utuh"):
        muat_templat(tmp_path / "t.docx", ISIAN)


@pytest.mark.parametrize("bagian", [0.1, 0.5, 0.9, 0.99])
def test_half_a_template_is_no_template(tmp_path: Path, buat_templat: BuatTemplat, bagian: float) -> None:
    utuh = buat_templat().read_bytes()
    (tmp_path / "t.docx").write_bytes(utuh[: int(len(utuh) * bagian)])
    with pytest.raises(TemplatSalah, match="bukan dokumen Word yang utuh"):
        muat_templat(tmp_path / "t.docx", ISIAN)


def test_a_missing_template_is_said(tmp_path: Path) -> None:
    with pytest.raises(TemplatSalah, match="berkas templat tidak ada"):
        muat_templat(tmp_path / "tiada.docx", ISIAN)
    with pytest.raises(TemplatSalah, match="bukan berkas, melainkan folder"):
        muat_templat(tmp_path, ISIAN)


# ---------------------------------------------------------------- values that are lost


def test_text_that_docxtpl_loses_is_missed(buat_templat: BuatTemplat) -> None:
    """Unescaped, 'R&D <x>' breaks the XML of the body, which docxtpl mends by dropping text."""
    path = buat_templat({DOK: ("perangkat_daerah", "perangkat_daerah | safe")})
    muat_templat(path, ISIAN)
    with pytest.raises(TemplatSalah) as galat:
        muat_templat(path, {**ISIAN, "perangkat_daerah": "R&D <x>"})
    assert str(galat.value) == f'isian {{{{ perangkat_daerah | safe }}}} di {DOK} hilang: "R&D <x>" tidak tercetak'


def test_a_placeholder_that_is_not_printed_is_missed(buat_templat: BuatTemplat) -> None:
    path = buat_templat({DOK: ("{{ judul }}", "{% if false %}{{ judul }}{% endif %}")})
    with pytest.raises(TemplatSalah, match=r"isian {{ judul }} di word/document.xml hilang"):
        muat_templat(path, ISIAN)


def test_each_placeholder_is_looked_for_where_it_stands(buat_templat: BuatTemplat) -> None:
    """The value of the first must not count for the second."""
    path = buat_templat(
        {KEPALA: ("{{ perangkat_daerah | upper }}", "{{ tahun }} {% if false %}{{ tahun }}{% endif %}")}
    )
    with pytest.raises(TemplatSalah, match=r"isian {{ tahun }} di word/header1.xml hilang"):
        muat_templat(path, ISIAN)


def test_a_part_that_docxtpl_does_not_render_is_noticed(buat_templat: BuatTemplat) -> None:
    paragraf = "<w:p><w:r><w:t>{{ judul }}</w:t></w:r></w:p>"
    catatan = f'<w:endnotes xmlns:w="{W}"><w:endnote w:id="1">{paragraf}</w:endnote></w:endnotes>'
    jenis = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
    hubungan = f'<Relationship Id="rIdx" Type="{jenis}" Target="endnotes.xml"/></Relationships>'
    ganti = {"word/_rels/document.xml.rels": ("</Relationships>", hubungan)}
    path = buat_templat(ganti, {"word/endnotes.xml": catatan.encode()})
    with pytest.raises(TemplatSalah, match=r'ungkapan di word/endnotes.xml tidak terisi: "{{judul}}"'):
        muat_templat(path, ISIAN)


@pytest.mark.parametrize("nama", ["{{ 1 }}", "a {% raw %}", "{{"])
def test_an_expression_in_a_value_is_refused(buat_templat: BuatTemplat, nama: str) -> None:
    with pytest.raises(TemplatSalah, match="isian perangkat_daerah memuat tanda ungkapan"):
        muat_templat(buat_templat(), {**ISIAN, "perangkat_daerah": nama})


# ---------------------------------------------------------------- a template that went through Word


def test_what_word_adds_to_a_template_does_no_harm(tulis: Tulis, buat_templat: BuatTemplat) -> None:
    """Extensions marked ignorable, a thumbnail, custom XML, the last element of the numbering."""
    w14, mc = "http://schemas.microsoft.com/office/word/2010/wordml", f"{BAKU}markup-compatibility/2006"
    jenis = '<Override PartName="/customXml/item1.xml" ContentType="x"/>'
    jenis += "".join(f'<Default Extension="{e}" ContentType="x"/>' for e in ("jpeg", "EMF"))
    daftar = '<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num>'
    hubungan = '<Relationship Id="rIdx" Type="x/{0}" Target="{1}"/></Relationships>'.format
    templat = buat_templat(
        {
            DOK: ("<w:document", f'<w:document xmlns:w14="{w14}" xmlns:mc="{mc}" mc:Ignorable="w14"'),
            NOMOR: ("</w:numbering>", f'{daftar}<w:numIdMacAtCleanup w:val="4"/></w:numbering>'),
            REL: ("</Relationships>", hubungan("customXml", "../customXml/item1.xml")),
            "_rels/.rels": ("</Relationships>", hubungan("thumbnail", "docProps/thumbnail.jpeg")),
            "[Content_Types].xml": ("</Types>", f"{jenis}</Types>"),
        },
        {"docProps/thumbnail.jpeg": b"x", "customXml/item1.xml": b"<x/>"},
    )
    isi = (Heading(1, (), "bab:1"), List("angka", (ListItem((Paragraph((Text("a"),)),)),)), BAGAN)
    hasil = tulis(*isi, templat=templat)
    assert periksa_docx(hasil.bagian) == []
    assert not [n for n in hasil.bagian if n.startswith(("customXml", "docProps/thumbnail"))]
    dokumen = etree.fromstring(hasil.bagian[DOK])
    assert dokumen.get(f"{{{mc}}}Ignorable") == "w14" and dokumen.nsmap["w14"] == w14
    assert {hasil.bagian[DOK].count(f" xmlns:{n}=".encode()) for n in dokumen.nsmap} == {1}
    nomor = [etree.QName(e).localname for e in etree.fromstring(hasil.bagian[NOMOR])]
    assert nomor[-4:] == ["num", "num", "num", "numIdMacAtCleanup"]
    assert hasil.cari("//w:numId/@w:val") == ["9"]


def test_ids_go_on_where_the_template_ends(tulis: Tulis, buat_templat: BuatTemplat) -> None:
    """A picture in the header, a bookmark on the cover."""
    wp = f"{BAKU}drawingml/2006/wordprocessingDrawing"
    isi = f'<a:graphic xmlns:a="{BAKU}drawingml/2006/main"><a:graphicData uri="x"/></a:graphic>'
    gambar = f'<wp:extent cx="1" cy="1"/><wp:docPr id="41" name="Logo" descr="Logo"/>{isi}'
    gambar = f'<wp:inline xmlns:wp="{wp}">{gambar}</wp:inline>'
    penanda = "".join(f'<w:bookmarkStart w:id="{n}" w:name="_x{n}"/><w:bookmarkEnd w:id="{n}"/>' for n in (7, 3))
    penanda = f"</w:t></w:r>{penanda}<w:r><w:t>{{{{ judul }}}}"
    kepala = {KEPALA: ("</w:p>", f"<w:r><w:drawing>{gambar}</w:drawing></w:r></w:p>"), DOK: ("{{ judul }}", penanda)}
    hasil = tulis(Heading(1, (), "bab:1"), BAGAN, templat=buat_templat(kepala))
    assert periksa_docx(hasil.bagian) == []
    assert hasil.cari("//wp:docPr/@id") == ["42"]
    assert sorted(map(int, hasil.cari("//w:bookmarkStart/@w:id"))) == [8, 9, 10, 11]


def test_a_template_may_be_without_app_properties(tulis: Tulis, buat_templat: BuatTemplat) -> None:
    templat = buat_templat(
        {
            "_rels/.rels": ("docProps/app.xml", "docProps/core.xml"),
            "[Content_Types].xml": ("docProps/app", "docProps/lain"),
        },
        {"docProps/app.xml": None},
    )
    assert "docProps/app.xml" not in tulis(Paragraph(()), templat=templat).bagian


# ---------------------------------------------------------------- the template that is shipped


def test_the_shipped_template_has_what_is_needed() -> None:
    with zipfile.ZipFile(NYATA) as z:
        gaya = z.read("word/styles.xml").decode()
        nomor = z.read("word/numbering.xml").decode()
    assert [g for g in GAYA_WAJIB if f'w:styleId="{g}"' not in gaya] == []
    assert [d for d in DAFTAR_WAJIB if f'w:name w:val="{d}"' not in nomor] == []


def test_the_body_may_hold_any_text(tulis: Tulis) -> None:
    """The mark of the body in a template value or in a paragraph does not make a second body."""
    hasil = tulis(Paragraph((Text("\ue010"),)), meta={"perangkat_daerah": "\ue010"})
    assert hasil.paragraf() == [("BodyText", "")]
