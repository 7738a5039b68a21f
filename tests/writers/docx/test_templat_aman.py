"""What a Word template must not hold, in whatever part and however it is hidden; and what Word leaves in sound ones."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.writers.docx import templat
from generator.writers.docx.templat import TemplatSalah, muat_templat

BuatTemplat = Callable[..., Path]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MS = "http://schemas.microsoft.com/office"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DOK, KEPALA, KAKI, ATURAN = "word/document.xml", "word/header1.xml", "word/footer1.xml", "word/settings.xml"
REL, JENIS, GAYA = "word/_rels/document.xml.rels", "[Content_Types].xml", "word/styles.xml"
UTAMA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ISIAN = {"judul": "RENSTRA", "perangkat_daerah": "Dinas Contoh", "tahun": "2025"}
NYATA = sorted((Path(__file__).parents[3] / "templates").glob("*.docx"))


def hubungan(jenis: str, sasaran: str, mode: str = "", bagian: str = REL) -> dict[str, tuple[str, str]]:
    mode = f' TargetMode="{mode}"' if mode else ""
    jenis = jenis if ":" in jenis else f"{R}/{jenis}"
    return {
        bagian: (
            "</Relationships>",
            f'<Relationship Id="rIdx" Type="{jenis}" Target="{sasaran}"{mode}/></Relationships>',
        )
    }


def isi(xml: str, bagian: str = KEPALA) -> dict[str, tuple[str, str]]:
    penutup = {KEPALA: "</w:hdr>", KAKI: "</w:ftr>", ATURAN: "</w:settings>", GAYA: "</w:styles>"}[bagian]
    return {bagian: (penutup, f"{xml}{penutup}")}


def jenis_isi(nama: str, jenis: str) -> dict[str, tuple[str, str]]:
    return {JENIS: ("</Types>", f'<Override PartName="{nama}" ContentType="{jenis}"/></Types>')}


MAKRO = "application/vnd.ms-word.{}.macroEnabled{}.main+xml".format
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'.format

# what is changed, parts that are added, what is said
DITOLAK: dict[str, tuple[dict[str, tuple[str, str]], dict[str, bytes], str]] = {
    "docm": ({JENIS: (UTAMA, MAKRO("document", ""))}, {}, f"makro ({DOK})"),
    "dotm": ({JENIS: (UTAMA, MAKRO("template", "Template"))}, {}, f"makro ({DOK})"),
    "a macro project": ({}, {"word/vbaProject.bin": b"x"}, "makro (word/vbaProject.bin)"),
    "a macro project by another name": (
        jenis_isi("/word/gambar.png", "application/vnd.ms-office.vbaProject"),
        {"word/gambar.png": b"x"},
        "makro (word/gambar.png)",
    ),
    "a macro project by its relationship": (
        hubungan("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "x.png"),
        {},
        "makro",
    ),
    "ribbon commands": (
        hubungan(f"{MS}/2007/relationships/ui/extensibility", "x.xml", bagian="_rels/.rels"),
        {},
        "pita perintah",
    ),
    "an add-in": (
        hubungan(f"{MS}/2011/relationships/webextensiontaskpanes", "x", bagian="_rels/.rels"),
        {},
        "add-in",
    ),
    "an OLE object": ({}, {"word/embeddings/oleObject1.bin": b"x"}, "objek tertanam"),
    "an embedded workbook": (hubungan("package", "x.xlsx"), {}, "objek tertanam"),
    "an object in the text": (isi("<w:p><w:r><w:object/></w:r></w:p>"), {}, f"objek tertanam di {KEPALA}"),
    "an OLE object in VML": (
        isi('<w:p><w:r><w:pict><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:pict></w:r></w:p>'),
        {},
        "objek tertanam",
    ),
    "an OLE file called a picture": ({}, {"word/media/a.png": b"\xd0\xcf\x11\xe0rest"}, "objek OLE yang menyamar"),
    "a program called a picture": ({}, {"word/media/a.png": b"MZ\x90"}, "program yang menyamar"),
    "an archive called a picture": ({}, {"word/media/a.png": b"PK\x03\x04x"}, "arsip ZIP yang menyamar"),
    "something else": ({}, {"word/apa.dat": b"x"}, "bukan gambar dan bukan huruf (word/apa.dat)"),
    "ActiveX": ({}, {"word/activeX/activeX1.xml": b"<x/>"}, "kendali ActiveX"),
    "a control": (isi("<w:p><w:r><w:control/></w:r></w:p>"), {}, "kendali ActiveX"),
    "an attached template": (hubungan("attachedTemplate", "http://x/t.dotm", "External"), {}, "templat terlampir"),
    "an attached template in the settings": (
        isi("<w:attachedTemplate/>", ATURAN),
        {},
        f"terlampir dari berkas lain di {ATURAN}",
    ),
    "another document": (isi("<w:altChunk/>"), {}, "sisipan dokumen lain"),
    "a subdocument": (isi("<w:p><w:subDoc/></w:p>"), {}, "sisipan dokumen lain"),
    "mail merge": (isi("<w:mailMerge/>", ATURAN), {}, "gabungan surat"),
    "a frame": (hubungan("frame", "http://x", "External"), {}, "sisipan dokumen lain"),
    "XSLT": (isi("<w:saveThroughXslt/>", ATURAN), {}, "XSLT"),
    "a linked picture": (hubungan("image", "http://x/a.png", "External"), {}, "menunjuk ke luar berkas"),
    "a share": (hubungan("hyperlink", "file://jahat/berbagi", "External"), {}, "menunjuk ke luar berkas"),
    "a script": (hubungan("hyperlink", "javascript:x", "external"), {}, "menunjuk ke luar berkas"),
    "a picture in VML": (
        isi(
            '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://x/a"/></w:pict></w:r></w:p>'
        ),
        {},
        "menunjuk ke luar berkas",
    ),
    "a drawing that fetches": (
        {},
        {"word/media/a.svg": SVG('<image xlink:href="file:///etc/passwd"/>').encode()},
        "ke luar",
    ),
    "a drawing that fetches by style": (
        {},
        {"word/media/a.svg": SVG('<g style="fill:url(http://x)"/>').encode()},
        "ke luar",
    ),
    "a drawing that runs": ({}, {"word/media/a.svg": SVG("<script>x</script>").encode()}, "SVG"),
    "a DTD": ({}, {"customXml/item1.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "DTD di customXml/item1.xml"),
    "a DTD in the list of types": ({JENIS: ("<Types", "<!DOCTYPE a><Types")}, {}, "DTD di [Content_Types].xml"),
    "a DTD in a part called otherwise": (
        jenis_isi("/word/a.foo", "application/x+xml"),
        {"word/a.foo": b"<!DOCTYPE a><a/>"},
        "DTD di word/a.foo",
    ),
}


@pytest.mark.parametrize(("ganti", "bagian", "pesan"), DITOLAK.values(), ids=DITOLAK)
def test_refused_before_anything_opens_it(
    buat_templat: BuatTemplat,
    ganti: dict[str, tuple[str, str]],
    bagian: dict[str, bytes],
    pesan: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("docxtpl.DocxTemplate", lambda *_: pytest.fail("dibuka"))
    with pytest.raises(TemplatSalah) as galat:
        muat_templat(buat_templat(ganti, bagian), ISIAN)
    assert galat.value.kode == "templat-ditolak" and pesan in str(galat.value)
    assert galat.value.obat


@pytest.mark.parametrize("path", NYATA, ids=lambda p: p.name)
def test_the_shipped_templates_are_sound(path: Path) -> None:
    assert templat.baca_templat(path, templat.Bacaan())[1]


def test_links_and_pictures_are_welcome(buat_templat: BuatTemplat) -> None:
    tautan = hubungan("hyperlink", "https://contoh.go.id", "External")
    gambar = {"word/media/a.png": b"\x89PNG", "word/media/b.EMF": b"x", "word/fonts/f.odttf": b"x"}
    gambar["word/media/c.svg"] = SVG('<use xlink:href="#a"/><g style="fill:url(#b)"/>').encode()
    muat_templat(buat_templat(tautan, gambar), ISIAN)


# ---------------------------------------------------------------- the package


def _ganti(path: Path, isi: bytes) -> Path:
    path.write_bytes(isi)
    return path


def _tambah(path: Path, nama: str, isi: bytes) -> Path:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as z:
        z.writestr(nama, isi)
    return path


def _sandikan(path: Path) -> Path:
    isi = bytearray(path.read_bytes())
    letak = isi.rfind(b"PK\x01\x02")
    isi[letak + 8 : letak + 10] = struct.pack("<H", 1)
    return _ganti(path, bytes(isi))


PAKET: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a password": (lambda p: _ganti(p, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)), "templat-salah", "bersandi"),
    "an encrypted entry": (_sandikan, "templat-salah", "bersandi"),
    "a name that climbs": (lambda p: _tambah(p, "word/../../x", b""), "templat-ditolak", "tidak wajar"),
    "a part twice": (lambda p: _tambah(p, "WORD/document.xml", b""), "templat-ditolak", "dua kali"),
    "a bomb": (lambda p: _tambah(p, "word/media/a.png", bytes(3 * 2**20)), "templat-ditolak", "dimampatkan"),
    "much XML": (
        lambda p: _tambah(p, "word/a.xml", b"<a>%s</a>" % os.urandom(3 * 2**20).hex().encode()),
        "templat-ditolak",
        "terlalu besar",
    ),
    "a pipe": (lambda p: (p.unlink(), os.mkfifo(p)), "berkas-ditolak", "pipa"),
    "a link out of the folder": (
        lambda p: (p.unlink(), p.symlink_to("/dev/zero")),
        "berkas-ditolak",
        "keluar dari folder",
    ),
}


@pytest.mark.parametrize(("ubah", "kode", "pesan"), PAKET.values(), ids=PAKET)
def test_a_package_out_of_bounds(
    buat_templat: BuatTemplat, ubah: Callable[[Path], object], kode: str, pesan: str
) -> None:
    path = buat_templat()
    ubah(path)
    with pytest.raises(TemplatSalah, match=pesan) as galat:
        muat_templat(path, ISIAN)
    assert galat.value.kode == kode


def test_the_size_of_a_template_is_counted_while_reading(
    buat_templat: BuatTemplat, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = buat_templat()
    monkeypatch.setattr("generator.berkas.BATAS_SUMBER", 1000)
    monkeypatch.setattr(templat, "BATAS_SUMBER", 1000)
    with pytest.raises(TemplatSalah, match="lebih besar dari 1000 byte"):
        muat_templat(path, ISIAN)


# ---------------------------------------------------------------- fields


def medan(*petunjuk: str, unsur: str = "instrText") -> str:
    """A field whose instruction is split over runs."""
    tanda = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    isi = "".join(f"<w:r><w:{unsur}>{p}</w:{unsur}></w:r>" if not p.startswith("<") else p for p in petunjuk)
    return f"{tanda('begin')}{isi}{tanda('separate')}<w:r><w:t>x</w:t></w:r>{tanda('end')}"


def p(xml: str) -> str:
    return f"<w:p>{xml}</w:p>"


def cabang(*isi: tuple[str, str]) -> str:
    return (
        f'<mc:AlternateContent xmlns:mc="{MC}">{"".join(f"<mc:{n}>{x}</mc:{n}>" for n, x in isi)}</mc:AlternateContent>'
    )


BERBAHAYA = [
    *("DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "EMBED", "RD", "AUTOTEXT"),
    *("AUTOTEXTLIST", "GLOSSARY", "DATABASE", "MACROBUTTON", "PRINT", "ASK", "FILLIN", "MERGEFIELD", "HTMLCONTROL"),
    *("CONTROL", "ADDIN", "APAPUN"),
]
DICORET = "<w:del><w:r><w:delInstrText>PAGE </w:delInstrText></w:r></w:del>"
PETUNJUK = "<w:r><w:instrText>PAGE </w:instrText></w:r>"
MEDAN_SALAH = {
    **{n: medan(f' {n} c:\\windows "x" ') for n in BERBAHAYA},
    "small letters": medan(" dDeAuTo x"),
    "split over runs": medan(" DD", "EA", "UTO", " x"),
    "simple": '<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://x/a.png&quot; \\d "/>',
    "in a result": medan(" PAGE ").replace("<w:t>x</w:t></w:r>", f"<w:t>x</w:t></w:r>{medan('LINK x')}"),
    "in an instruction": medan(" IF ", medan("DDE x"), " = 1 "),
    "a name out of a field": medan(medan(" QUOTE 68 68 69 "), " c:\\x"),
    "half a name out of a field": medan(" INCLUDE", medan(" QUOTE 84 "), " c:\\x"),
    "an allowed name that goes on in a field": medan(" INDEX", medan(" QUOTE 84 "), " x"),
    "a quoted name": medan(' "DDE" x'),
    "without an end": medan(" DDE x ").rpartition("<w:r>")[0],
    "instructions without a field": "<w:r><w:instrText>DDE x</w:instrText></w:r>",
    "struck out": medan(" DDE x ", unsur="delInstrText"),
    "a new name over a struck out one": medan(DICORET, "DDE x"),
    "two versions of an instruction": medan(cabang(("Choice", PETUNJUK)), " DDE x"),
    "in one version": cabang(("Choice", medan("PAGE")), ("Fallback", medan("DDE x"))),
    "in a text box": f"<w:r><w:pict><w:txbxContent>{p(medan('DDE x'))}</w:txbxContent></w:pict></w:r>",
    "a link to a share": medan(' HYPERLINK "file://jahat/x" '),
    "a link to a program": medan(" HYPERLINK c:\\x.exe "),
    "a link out of a field": medan(" HYPERLINK ", medan(" QUOTE 65 "), " "),
    "over paragraphs": medan("DDE x").replace("<w:r><w:instrText>", "</w:p><w:p><w:r><w:instrText>"),
}


@pytest.mark.parametrize("xml", MEDAN_SALAH.values(), ids=MEDAN_SALAH)
@pytest.mark.parametrize("bagian", [KEPALA, DOK, "word/glossary/document.xml", "word/footnotes.xml", "word/apa.xml"])
def test_fields_that_fetch_or_run_are_refused_in_every_part(buat_templat: BuatTemplat, xml: str, bagian: str) -> None:
    if bagian in (KEPALA, DOK):
        path = buat_templat({bagian: ("<w:p>", f"{p(xml)}<w:p>")})
    else:
        path = buat_templat(bagian={bagian: f'<w:x xmlns:w="{W}">{p(xml)}</w:x>'.encode()})
    with pytest.raises(TemplatSalah) as galat:
        muat_templat(path, ISIAN)
    assert galat.value.kode == "templat-ditolak" and str(galat.value).endswith(f" di {bagian}")
    assert "Alt+F9" in galat.value.obat


MEDAN_BENAR = [
    medan(" PAGE "),
    medan("page \\* roman"),
    medan(" NUM", "PAGES "),
    medan(' STYLEREF "Heading 1" \\n '),
    medan(" IF ", medan(" PAGE "), " = 1 ", ' "a" "b" '),
    medan(" = ", medan(" NUMPAGES "), " - 1 "),
    medan("=SUM(ABOVE)"),
    medan(' HYPERLINK "https://contoh.go.id" '),
    medan(" HYPERLINK \\l penanda "),
    medan(" "),
    medan(" DATE \\@ &quot;d MMMM yyyy&quot; "),
    cabang(("Choice", medan("PAGE")), ("Fallback", medan("PAGE"))),
    '<w:fldSimple w:instr=" TITLE "><w:r><w:t>x</w:t></w:r></w:fldSimple>',
]


@pytest.mark.parametrize("xml", MEDAN_BENAR)
def test_fields_that_print_what_the_document_knows_are_welcome(buat_templat: BuatTemplat, xml: str) -> None:
    muat_templat(buat_templat({KEPALA: ("<w:p>", f"{p(xml)}<w:p>")}), ISIAN)


def test_the_strict_form_is_no_way_around(buat_templat: BuatTemplat) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    for xml in (p(medan("DDE x")), "<w:altChunk/>"):
        path = buat_templat(bagian={"word/apa.xml": f'<w:x xmlns:w="{strict}">{xml}</w:x>'.encode()})
        with pytest.raises(TemplatSalah, match=r"word/apa\.xml"):
            muat_templat(path, ISIAN)


def test_an_expression_makes_no_field(buat_templat: BuatTemplat) -> None:
    """What the expressions made is looked at as well."""
    jahat = "{{ '<w:fldSimple w:instr=\"DDE x\"/>' | safe }}".replace("<", "\\x3c").replace('"', "\\x22")
    path = buat_templat({KEPALA: ("{{ perangkat_daerah | upper }}</w:t></w:r>", f"a</w:t></w:r>{jahat}")})
    with pytest.raises(TemplatSalah, match=r"medan DDE di word/header1\.xml"):
        muat_templat(path, ISIAN)


# ---------------------------------------------------------------- expressions

PANJANG = "{% set x = judul ~ judul %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}"
UNGKAPAN = {
    "an attribute": "{{ judul.__class__ }}",
    "an item": "{{ judul['__class__'] }}",
    "a method": "{{ judul.upper() }}",
    "a function": "{{ range(3) }}",
    "lipsum": "{{ lipsum(n=100000) }}",
    "a loop": "{% for i in judul %}{{ i }}{% endfor %}",
    "loops without end": "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "a macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a file": "{% include '/etc/passwd' %}",
    "an import": "{% import 'x' as y %}",
    "a huge text": "{{ 'a' * 10000000000 }}",
    "a huge number": "{{ 10 ** 10 ** 10 }}",
    "a huge width": "{{ judul | center(10000000000) }}",
    "a huge form": "{{ '%10000000000d' | format(1) }}",
    "an attribute by a filter": "{{ judul | attr('__class__') }}",
    "a map": "{{ [judul] | map(attribute='__class__') | list }}",
    "doubling": PANJANG,
    "doubling by replacing": "{% set x = judul %}" + "{% set x = x | replace('', x) %}" * 6 + "{{ x }}",
    "a long number": f"{{{{ {'9' * 5000} }}}}",
    "deep brackets": f"{{{{ {'(' * 3000}judul{')' * 3000} }}}}",
    "deep conditions": "{% if judul %}" * 200 + "{{ judul }}" + "{% endif %}" * 200,
    "deep negation": f"{{{{ {'not ' * 2000}judul }}}}",
    "all names": "{{ self }}{{ dict }}",
}


@pytest.mark.parametrize("isi", UNGKAPAN.values(), ids=UNGKAPAN)
@pytest.mark.parametrize("bagian", [KEPALA, DOK])
def test_an_expression_reaches_nothing_and_ends_soon(buat_templat: BuatTemplat, isi: str, bagian: str) -> None:
    lama = {KEPALA: "{{ perangkat_daerah | upper }}", DOK: "{{ judul }} {{ perangkat_daerah }}"}[bagian]
    with pytest.raises(TemplatSalah) as galat:
        muat_templat(buat_templat({bagian: (lama, isi)}), ISIAN)
    assert galat.value.kode == "templat-salah" and "\n" not in str(galat.value)


def test_much_output_is_refused(buat_templat: BuatTemplat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.writers.docx.ungkapan_templat.BATAS_SEMUA", 500)
    with pytest.raises(TemplatSalah, match="hasil ungkapan terlalu panjang"):
        muat_templat(buat_templat({KEPALA: ("{{ perangkat_daerah | upper }}", "{{ judul }}" * 100)}), ISIAN)


@pytest.mark.parametrize(("teks", "ulang"), [("{{", 16_000), ("{% cellbg x", 16_000), ("a" * 7000 + "{", 400)])
def test_what_docxtpl_would_search_through_for_minutes_is_refused(
    buat_templat: BuatTemplat, teks: str, ulang: int
) -> None:
    path = buat_templat({KEPALA: ("{{ perangkat_daerah | upper }}", teks * ulang)})
    with pytest.raises(TemplatSalah, match=r"terlalu besar untuk banyaknya tanda \{") as galat:
        muat_templat(path, ISIAN)
    assert galat.value.kode == "templat-ditolak"


def test_a_hidden_expression_of_the_properties_is_judged_too(buat_templat: BuatTemplat) -> None:
    cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dc = "http://purl.org/dc/elements/1.1/"
    judul = "<dc:title>{{ judul.__class__ }}</dc:title>"
    inti = f'<cp:coreProperties xmlns:cp="{cp}" xmlns:dc="{dc}">{judul}</cp:coreProperties>'
    with pytest.raises(TemplatSalah, match="tidak dapat dipakai"):
        muat_templat(buat_templat(bagian={"docProps/core.xml": inti.encode()}), ISIAN)


def test_a_template_is_read_once(buat_templat: BuatTemplat) -> None:
    """The layout writes the document several times."""
    bacaan, path = templat.Bacaan(), buat_templat()
    muat_templat(path, ISIAN, bacaan)
    path.unlink()
    path.touch()
    assert zipfile.ZipFile(io.BytesIO(templat.baca_templat(path, bacaan)[0])).testzip() is None
