"""Every rule over a DOCX package, each with a change that makes it, and only it, speak: `kasus_docx.md`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from kerja import langkah

from generator.periksa.docx.paket import Paket, buka_paket
from generator.periksa.struktur import ATURAN, periksa_docx

Bagian = dict[str, bytes]
DOK, HUB = "word/document.xml", "word/_rels/document.xml.rels"
KASUS = Path(__file__).with_name("kasus_docx.md")


@dataclass
class Kasus:
    """A case of the file: `cara` is how `lama` is found: '' first, '$' last, '*' all."""

    nama: str
    bagian: str = DOK
    berkas_baru: bool = False
    cara: str = ""
    lama: str | None = None
    baru: str | None = None
    salah: list[str] = field(default_factory=list)

    def ubah(self, bagian: Bagian) -> Bagian:
        """The changed package."""
        if self.baru is None:
            return {n: isi for n, isi in bagian.items() if n != self.bagian}
        if self.berkas_baru:
            return {**bagian, self.bagian: self.baru.encode()}
        isi = bagian[self.bagian].decode()
        if self.lama is None:
            isi = di_badan(isi, self.baru)
        else:
            assert self.lama in isi, f"{self.bagian} tidak memuat {self.lama}"
            if self.cara == "$":
                awal, _, akhir = isi.rpartition(self.lama)
                isi = awal + self.baru + akhir
            else:
                isi = isi.replace(self.lama, self.baru, -1 if self.cara else 1)
        return {**bagian, self.bagian: isi.encode()}


def di_badan(dokumen: str, xml: str) -> str:
    """The document with a paragraph, or with the blocks that `xml` is, before its last section's properties."""
    if not xml.startswith("<w:p>") and xml != "<w:p/>":
        xml = f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{xml}</w:p>'
    awal, ada, akhir = dokumen.rpartition("<w:sectPr>")
    return f"{awal}{xml}{ada}{akhir}"


def medan(teks: str) -> str:
    """The short forms of the file as XML."""
    teks = re.sub(r"\[\[(.*?)\|(.*?)\]\]", r"{begin}{code \1}{separate}<w:r><w:t>\2</w:t></w:r>{end}", teks)
    teks = re.sub(r"\{code (.*?)\}", r"<w:r><w:instrText> \1 </w:instrText></w:r>", teks)
    teks = re.sub(r"\{(begin|separate|end)\}", r'<w:r><w:fldChar w:fldCharType="\1"/></w:r>', teks)
    return re.sub(r"\{U\+(.{4})\}", lambda m: chr(int(m[1], 16)), teks)


def baca_kasus() -> list[Kasus]:
    semua: list[Kasus] = []
    for baris in KASUS.read_text(encoding="utf-8").splitlines():
        if baris.startswith("### "):
            semua.append(Kasus(baris[4:]))
        elif not semua or not baris.strip() or baris.startswith("#"):
            continue
        elif m := re.match(r"-([$*]?) (.*)", baris):
            semua[-1].cara, semua[-1].lama = m[1], m[2]
        elif baris.startswith("+"):
            semua[-1].baru = medan(baris[2:])
        elif baris.startswith("! "):
            semua[-1].salah.append(baris[2:])
        else:
            semua[-1].bagian = baris.removeprefix("new ")
            semua[-1].berkas_baru = baris.startswith("new ")
    return semua


SEMUA = baca_kasus()


def test_a_sound_package_has_no_fault(utuh: Bagian, tata_letak: Bagian) -> None:
    assert periksa_docx(utuh) == []
    assert periksa_docx(tata_letak) == []


@pytest.mark.parametrize("kasus", SEMUA, ids=lambda k: k.nama)
def test_a_change_makes_its_rule_speak_and_no_other(utuh: Bagian, kasus: Kasus) -> None:
    ditemukan = periksa_docx(kasus.ubah(utuh))
    assert len(ditemukan) == len(kasus.salah), ditemukan
    for ada, seharusnya in zip(ditemukan, kasus.salah, strict=True):
        assert ada.startswith(seharusnya), ada


@pytest.mark.parametrize("aturan", ATURAN, ids=lambda a: a.__name__)
def test_every_rule_has_its_case(utuh: Bagian, aturan: Callable[[Paket], Iterator[str]]) -> None:
    """A rule that is added to the list and not to the file would go untested."""
    paket = (buka_paket(kasus.ubah(utuh)) for kasus in SEMUA)
    assert any(list(aturan(p)) for p, salah in paket if not salah)


def test_the_cover_belongs_to_the_template(utuh: Bagian) -> None:
    """What Word put there by hand, up to the end of the first section, is the planners' business."""
    sampul = '<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r></w:p>'
    dokumen = utuh[DOK].decode().replace("<w:body>", f"<w:body>{sampul}").replace("</w:p>", f"</w:p>{sampul}", 4)
    assert periksa_docx({**utuh, DOK: dokumen.encode()}) == []


def test_a_document_without_a_body_is_said(utuh: Bagian) -> None:
    for badan in ("", "<w:body/>"):
        dokumen = re.sub("<w:body>.*</w:body>", badan, utuh[DOK].decode(), flags=re.DOTALL)
        assert periksa_docx({**utuh, DOK: dokumen.encode()}) == [f"{DOK}: unsur terakhir badan bukan w:sectPr"]


@pytest.mark.parametrize("sasaran", ["https://contoh.id", "HTTP://contoh.id", "mailto:a@contoh.id"])
def test_links_may_leave_the_file(utuh: Bagian, sasaran: str) -> None:
    tautan = f'<Relationship Id="rId77" Type="x/hyperlink" Target="{sasaran}" TargetMode="External"/></Relationships>'
    hubungan = utuh[HUB].decode().replace("</Relationships>", tautan)
    dokumen = di_badan(utuh[DOK].decode(), '<w:hyperlink r:id="rId77"/>')
    assert periksa_docx({**utuh, HUB: hubungan.encode(), DOK: dokumen.encode()}) == []


def test_a_target_may_be_absolute_and_encoded(utuh: Bagian) -> None:
    gambar = '<Relationship Id="rId77" Type="x/image" Target="/word/media/a%20b.emf"/></Relationships>'
    hubungan = utuh[HUB].decode().replace("</Relationships>", gambar)
    assert periksa_docx({**utuh, HUB: hubungan.encode(), "word/media/a b.emf": b""}) == []


def test_comments_and_capitals_do_no_harm(utuh: Bagian) -> None:
    bagian = {
        n: re.sub(rb"(<(?:Types|Relationships|w:body)[^>]*>)", rb"\1<!-- x --><?x?>", isi) for n, isi in utuh.items()
    }
    gambar = b'<Relationship Id="rId77" Type="x/image" Target="media/A.EMF"/></Relationships>'
    bagian[HUB] = bagian[HUB].replace(b"</Relationships>", gambar)
    assert periksa_docx({**bagian, "word/media/A.EMF": b""}) == []


def test_neighbours_of_private_characters_are_none(utuh: Bagian) -> None:
    """U+F900 and U+FFFD share the first byte of the range in UTF-8; an emoji is beyond it."""
    dokumen = di_badan(utuh[DOK].decode(), "<w:r><w:t>\uf900\ufffd😀&#x20AC;</w:t></w:r>")
    assert periksa_docx({**utuh, DOK: dokumen.encode()}) == []


def test_bookmarks_and_fields_may_cross_paragraphs(utuh: Bagian) -> None:
    dokumen = utuh[DOK].decode()
    for isi in ('<w:bookmarkStart w:id="900" w:name="x"/>{begin}{code TOC}', '{end}<w:bookmarkEnd w:id="900"/>'):
        dokumen = di_badan(dokumen, medan(isi))
    assert periksa_docx({**utuh, DOK: dokumen.encode()}) == []


def test_only_what_stands_behind_the_separator_is_a_field_s_text(utuh: Bagian) -> None:
    """Word keeps pieces of a switch's argument as text before it."""
    isi = medan(r"{begin}{code SEQ Bab \c}<w:r><w:t>x</w:t></w:r>{separate}<w:r><w:t>2</w:t></w:r>{end}")
    assert periksa_docx({**utuh, DOK: di_badan(utuh[DOK].decode(), isi).encode()}) == []


def test_a_long_document_is_not_walked_through_in_python(utuh: Bagian) -> None:
    """A table of 1.800 cells and 900 paragraphs: a walk over all elements would take two lines of Python for each."""
    dokumen = utuh[DOK].decode()
    tabel = dokumen[dokumen.index("<w:tbl>") : dokumen.index("</w:tbl>") + len("</w:tbl>")]
    baris = tabel[tabel.rindex("<w:tr>") : tabel.rindex("</w:tbl>")].replace("<w:vMerge/>", "")
    baris = re.sub("<w:bookmark[^>]*>", "", baris)
    kalimat = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>kata </w:t></w:r></w:p>'
    tambahan = baris * 600 + "</w:tbl>" + kalimat * 900
    bagian = {**utuh, DOK: dokumen.replace(tabel, tabel.replace("</w:tbl>", tambahan), 1).encode()}
    assert periksa_docx(bagian) == []
    unsur = len(re.findall("<[^/]", tambahan))
    assert langkah(lambda: periksa_docx(bagian)) - langkah(lambda: periksa_docx(utuh)) < unsur
