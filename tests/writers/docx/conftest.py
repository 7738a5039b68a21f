"""A small Word template of fixed sizes, and trees written into it.

Its text is 9.000 twentieths of a point wide (13.000 on landscape pages), whatever becomes of templates/renstra.docx.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from generator.temuan import Kumpulan
from generator.tree.nodes import Block, Document, Section
from generator.tree.penomoran import nomori
from generator.writers.docx.dokumen import NaskahDocx, tulis_docx
from generator.writers.docx.templat import GAYA_WAJIB

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NS = {"w": W, "r": R, "wp": WP}
GOLDEN = Path(__file__).parents[2] / "golden"
META = {"judul": "RENSTRA", "perangkat_daerah": "Dinas Contoh", "tahun": "2025", "tanggal": "2025-08-17"}

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TIPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_KARAKTER = ("Strong", "Emphasis")
_BAGIAN = ("styles", "numbering", "settings", "header1", "footer1")

Bagian = dict[str, bytes]
BuatTemplat = Callable[..., Path]
Tulis = Callable[..., "Hasil"]


def _sect(ukuran: str, tepi: str, *, kepala: bool = True) -> str:
    rujukan = "".join(f'<w:{n}Reference w:type="default" r:id="rId{n}1"/>' for n in ("header", "footer"))
    return (
        f'<w:sectPr>{rujukan if kepala else ""}<w:type w:val="nextPage"/><w:pgSz {ukuran}/><w:pgMar {tepi} '
        'w:top="1000" w:bottom="1000" w:header="500" w:footer="500" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>'
    )


def _p(isi: str, sifat: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="BodyText"/>{sifat}</w:pPr><w:r><w:t>{isi}</w:t></w:r></w:p>'


def _gaya() -> str:
    def satu(gaya: str) -> str:
        macam = "table" if gaya.startswith("TabelRenstra") else "character" if gaya in _KARAKTER else "paragraph"
        return f'<w:style w:type="{macam}" w:styleId="{gaya}"><w:name w:val="{gaya}"/></w:style>'

    bawaan = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault></w:docDefaults>'
    return bawaan + "".join(map(satu, GAYA_WAJIB))


def _penomoran() -> str:
    def satu(nomor: int, nama: str) -> str:
        tingkat = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%{i + 1}."/></w:lvl>'
            for i in range(9)
        )
        jenis = '<w:multiLevelType w:val="multilevel"/>'
        return f'<w:abstractNum w:abstractNumId="{nomor}">{jenis}<w:name w:val="{nama}"/>{tingkat}</w:abstractNum>'

    semua = enumerate(("Judul", "DaftarAngka", "DaftarHuruf", "DaftarButir", "DaftarJenjang"))
    return "".join(satu(*s) for s in semua) + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def bagian_templat() -> Bagian:
    """The parts of the template, before rendering."""
    tegak, mendatar = 'w:w="11000" w:h="16000"', 'w:w="16000" w:h="11000" w:orient="landscape"'
    dokumen = (
        _p("{{ judul }} {{ perangkat_daerah }}", _sect(tegak, 'w:left="1000" w:right="1000"', kepala=False))
        + _p("contoh", _sect(mendatar, 'w:left="1000" w:right="2000"'))
        + _p("{{ isi }}")
        + _sect(tegak, 'w:left="1000" w:right="1000"')
    )

    def bagian(unsur: str, isi: str) -> bytes:
        return f'{_XML}<w:{unsur} xmlns:w="{W}" xmlns:r="{R}">{isi}</w:{unsur}>'.encode()

    jenis = {f"word/{n}.xml": f"{_TIPE}{n.rstrip('1')}+xml" for n in _BAGIAN}
    jenis["word/document.xml"] = f"{_TIPE}document.main+xml"
    jenis["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    jenis["docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    semua = "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in jenis.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'

    def hubungan(*semua: tuple[str, str, str]) -> bytes:
        isi = "".join(f'<Relationship Id="{i}" Type="{t}" Target="{s}"/>' for i, t, s in semua)
        return f'{_XML}<Relationships xmlns="{_PAKET}/relationships">{isi}</Relationships>'.encode()

    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PAKET}/content-types">{rels}{xml}{semua}</Types>'.encode(),
        "_rels/.rels": hubungan(
            ("rId1", f"{R}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PAKET}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": hubungan(*((f"rId{n}", f"{R}/{n.rstrip('1')}", f"{n}.xml") for n in _BAGIAN)),
        "word/document.xml": bagian("document", f"<w:body>{dokumen}</w:body>"),
        "word/styles.xml": bagian("styles", _gaya()),
        "word/numbering.xml": bagian("numbering", _penomoran()),
        "word/settings.xml": bagian("settings", '<w:zoom w:percent="100"/>'),
        "word/header1.xml": bagian("hdr", _p("{{ perangkat_daerah | upper }}")),
        "word/footer1.xml": bagian("ftr", _p("{{ judul }}, {{ tahun }}")),
        "docProps/core.xml": f'{_XML}<cp:coreProperties xmlns:cp="{_PAKET}/metadata/core-properties"/>'.encode(),
        "docProps/app.xml": f'{_XML}<Properties xmlns="{R.replace("relationships", "extended-properties")}"/>'.encode(),
    }


@pytest.fixture
def buat_templat(tmp_path: Path) -> BuatTemplat:
    """Write the template; `ganti` maps a part to (old, new) texts, `bagian` adds parts or, with None, removes them."""

    def buat(
        ganti: Mapping[str, tuple[str, str]] | None = None, bagian: Mapping[str, bytes | None] | None = None
    ) -> Path:
        isi: dict[str, bytes | None] = dict(bagian_templat())
        for nama, (lama, baru) in (ganti or {}).items():
            teks = (isi[nama] or b"").decode()
            assert lama in teks, f"{nama} tidak memuat {lama}"
            isi[nama] = teks.replace(lama, baru).encode()
        isi.update(bagian or {})
        path = tmp_path / "templat.docx"
        with zipfile.ZipFile(path, "w") as z:
            for nama, data in isi.items():
                if data is not None:
                    z.writestr(nama, data)
        return path

    return buat


@dataclass(frozen=True)
class Hasil:
    """What was written: the final parts, the body after the cover as text and as elements."""

    naskah: NaskahDocx
    bagian: Bagian

    @property
    def badan(self) -> str:
        """The XML after the cover, sections' properties left out."""
        isi = self.bagian["word/document.xml"].decode()
        isi = isi[isi.index("</w:p>") + len("</w:p>") : isi.index("</w:body>")]
        return re.sub(r"<w:sectPr>.*?</w:sectPr>", "", isi)

    @property
    def akar(self) -> etree._Element:
        """The body, without the cover."""
        akar = etree.fromstring(self.bagian["word/document.xml"])
        akar[0].remove(akar[0][0])
        return akar

    def cari(self, jalur: str) -> list[str]:
        """The strings that a path finds in the body."""
        hasil = self.akar.xpath(jalur, namespaces=NS)
        assert isinstance(hasil, list)
        return [str(h) for h in hasil]

    def paragraf(self) -> list[tuple[str, str]]:
        """(style, text) of every paragraph, without the marks that Word adds; a break is '/', a tab '>'."""
        daftar = []
        for p in self.akar.iter(f"{{{W}}}p"):
            gaya = p.find("w:pPr/w:pStyle", NS)
            teks = "".join(
                {"br": "/", "tab": ">"}.get(etree.QName(e).localname, e.text or "")
                for e in p.iter(*(f"{{{W}}}{n}" for n in ("t", "br", "tab")))
            )
            daftar.append((gaya.get(f"{{{W}}}val", "") if gaya is not None else "", teks.replace("\u00a0", " ")))
        return daftar


def buka(berkas: bytes) -> Bagian:
    with zipfile.ZipFile(io.BytesIO(berkas)) as z:
        return {n: z.read(n) for n in z.namelist()}


@pytest.fixture
def tulis(buat_templat: BuatTemplat) -> Tulis:
    """Number blocks or whole sections and write them; `halaman` are the pages of anchors."""

    def tulis(
        *isi: Block | Section,
        meta: Mapping[str, str] | None = None,
        templat: Path | None = None,
        halaman: Mapping[str, str] | None = None,
        judul: str = "Judul Berkas",
    ) -> Hasil:
        blok = tuple(b for b in isi if not isinstance(b, Section))
        bagian = [s for s in isi if isinstance(s, Section)] or [Section(blok)]
        temuan = Kumpulan()
        semua = nomori([b for s in bagian for b in s.blocks], temuan)
        assert not temuan.galat, list(temuan)
        antre = iter(semua)
        bernomor = tuple(
            Section(tuple(next(antre) for _ in s.blocks), s.numbering, s.restart, s.landscape) for s in bagian
        )
        naskah = tulis_docx(Document(judul, bernomor, {**META, **(meta or {})}), templat or buat_templat())
        return Hasil(naskah, buka(naskah.byte(halaman or {})))

    return tulis


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare XML with tests/golden/<name>.xml; PERBARUI_GOLDEN=1 (`make golden`) writes it anew."""

    def bandingkan(nama: str, xml: str) -> None:
        baris = re.sub(r"(?=<w:(?:p|tbl|tr|tc)>)", "\n", xml).strip() + "\n"
        path = GOLDEN / f"{nama}.xml"
        if os.environ.get("PERBARUI_GOLDEN") or os.environ.get("RENSTRA_GOLDEN") == "tulis":
            path.parent.mkdir(exist_ok=True)
            path.write_text(baris, encoding="utf-8")
        assert path.is_file(), f"{path.name} belum ada: jalankan make golden"
        assert baris == path.read_text(encoding="utf-8")

    return bandingkan
