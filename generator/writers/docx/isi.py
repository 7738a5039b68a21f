"""The body: sections and blocks -> WordprocessingML, and the parts that charts and pictures need.

Page numbers of the contents are not known yet: marks stand for them (see `dokumen`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import zip_longest

from generator.tree.nodes import (
    SEBUTAN,
    Block,
    Caption,
    Chart,
    Contents,
    Diagram,
    Document,
    Formula,
    Heading,
    Inlines,
    List,
    PageBreak,
    Paragraph,
    Particulars,
    Revision,
    Row,
    Section,
    SignatureBlock,
    SignaturePair,
    Table,
)
from generator.tree.tercetak import penanda_baris
from generator.writers.docx.chart import chart_drawing, chart_height, chart_xml
from generator.writers.docx.chart_workbook import chart_workbook
from generator.writers.docx.drawing import EMU_PER_POINT, picture_drawing
from generator.writers.docx.emf import emf
from generator.writers.docx.jejak import JENIS_SIFAT, NAMA_BAGIAN, NAMA_SIFAT, PenandaAngka, bagian_jejak
from generator.writers.docx.revisi import TANPA_NOMOR, PenandaRevisi, gaya_lanjut, seluruhnya
from generator.writers.docx.sebaris import NBSP, Penanda, bersih, bookmark, inlines, paragraf, rumus, run, tanpa_tanda
from generator.writers.docx.sebaris import field as medan
from generator.writers.docx.tabel import tabel
from generator.writers.docx.tanda_tangan import (
    GAYA_IDENTITAS,
    GAYA_PASANGAN,
    GAYA_TABEL,
    baris_identitas,
    baris_tunggal,
    pasangan,
)
from generator.writers.docx.templat import Templat

BUKA_HALAMAN, TUTUP_HALAMAN = "\ue020", "\ue021"
BUKA_DAFTAR, TUTUP_DAFTAR = "\ue022", "\ue023"
BUKA_ROMAWI, ISI_ROMAWI, TUTUP_ROMAWI = "\ue024", "\ue025", "\ue026"
GAYA_PARAGRAF = {"badan": "BodyText", "kutipan": "Quote", "sumber": "Sumber", "rumus": "Gambar"}
PATAH = "<w:r><w:br/></w:r>"
IKAT = "<w:keepNext/>"
TANDA_TANGAN = (SignatureBlock, SignaturePair)
_JENIS_DAFTAR = {"angka": "DaftarAngka", "huruf": "DaftarHuruf", "jenjang": "DaftarJenjang", "butir": "DaftarButir"}
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass
class Bagian:
    """Parts beside the body: (name, bytes), their relationships (id, type, target) and content types."""

    isi: dict[str, bytes] = field(default_factory=dict)
    hubungan: list[tuple[str, str, str]] = field(default_factory=list)
    jenis: dict[str, str] = field(default_factory=dict)
    bawaan: dict[str, str] = field(default_factory=dict)


class PenulisIsi:
    """Writes the sections of one document; `tanggal_revisi` is the date of its tracked changes."""

    def __init__(self, templat: Templat, tanggal_revisi: str = "") -> None:
        self.templat = templat
        self.penanda = Penanda(templat.penanda)
        self.revisi = PenandaRevisi(self.penanda, tanggal_revisi)
        self.angka = PenandaAngka(self.penanda)
        self.bagian = Bagian()
        self.nomor_daftar: list[tuple[int, int]] = []  # (abstractNumId, level that restarts) of each list
        self.gambar = 0
        self.lebar = 0
        self.romawi: frozenset[str] = frozenset()
        self.tabel = 0
        self.baris: dict[str, tuple[str, str]] = {}  # bookmark of a table's row -> name of the table, key of the row

    def tulis(self, dokumen: Document) -> str:
        """All sections; the last one's properties are the body's own."""
        self.romawi = frozenset(
            b.anchor for s in dokumen.sections if s.numbering == "romawi" for b in s.blocks if isinstance(b, Heading)
        )
        hasil: list[str] = []
        for i, s in enumerate(dokumen.sections):
            hasil.append(self._bagian(s, terakhir=i == len(dokumen.sections) - 1))
        self._catat_jejak()
        return "".join(hasil)

    def _catat_jejak(self) -> None:
        """The part that tells where each bookmarked number came from."""
        if self.angka.kosong:
            return
        b = self.bagian
        b.isi |= bagian_jejak(self.angka)
        b.jenis[NAMA_SIFAT] = JENIS_SIFAT
        b.bawaan["xml"] = "application/xml"
        self._hubungkan("customXml", f"../{NAMA_BAGIAN}")

    def _bagian(self, s: Section, *, terakhir: bool) -> str:
        self.lebar = self.templat.lebar_teks(mendatar=s.landscape)
        isi = "".join(self._blok(b, s.blocks[i + 1 : i + 2]) for i, b in enumerate(s.blocks))
        sect = self.templat.sect(mendatar=s.landscape, numbering=s.numbering, restart=s.restart)
        buka = isi.rfind("<w:p><w:pPr>")
        tutup = isi.find("</w:pPr>", buka)
        bertanda = "</w:rPr>" in isi[buka:tutup]  # a section does not end with a paragraph that may go
        if terakhir:
            return isi + (paragraf("BatasBagian", "") if bertanda else "") + sect
        if isi.endswith("</w:p>") and "</w:tbl>" not in isi[buka:] and not bertanda:
            return f"{isi[:tutup]}{sect}{isi[tutup:]}"
        return isi + paragraf("BatasBagian", "", sect)

    def _paragraf(self, gaya: str, isi: str, sifat: str = "", revisi: Revision = "") -> str:
        """A paragraph that is as a whole in both versions, new or gone."""
        return paragraf(gaya, self.revisi.lari(revisi, isi), sifat + self.revisi.paragraf(revisi))

    def _blok(self, b: Block, berikut: tuple[Block, ...]) -> str:
        match b:
            case Heading():
                return self._judul(b)
            case Paragraph():
                ikat = IKAT if any(map(_ditunggu, berikut)) else ""
                return self._paragraf(GAYA_PARAGRAF[b.style], self._isi_paragraf(b), ikat, b.revision)
            case List():
                return self._daftar(b, 0, "", ikat=bool(berikut) and isinstance(berikut[0], TANDA_TANGAN))
            case Table():
                ditandatangani = bool(berikut) and isinstance(berikut[0], TANDA_TANGAN)
                isi = self._takarir(b.caption) + self._tabel(b, ikat=ditandatangani)
                return isi + self._penutup(b.source, b.caption.revision, ikat=ditandatangani)
            case Chart():
                return self._takarir(b.caption) + self._grafik(b) + self._sumber_gambar(b.source, b.caption.revision)
            case Diagram():
                return self._takarir(b.caption) + self._diagram(b) + self._sumber_gambar(b.source, b.caption.revision)
            case Contents():
                return self._daftar_isi(b)
            case SignatureBlock():
                return self._tanda_tangan(b)
            case SignaturePair():
                self.templat.pastikan_gaya(GAYA_TABEL, *GAYA_PASANGAN)
                isi = pasangan(b, self.lebar, lambda x: self._sebaris(x, b.revision), self.revisi)
                return isi + self._paragraf("SetelahTabel", "", revisi=b.revision)
            case Particulars():
                self.templat.pastikan_gaya(GAYA_IDENTITAS)
                baris = baris_identitas(b, lambda x: self._sebaris(x, b.revision))
                return "".join(self._paragraf(GAYA_IDENTITAS, x, revisi=b.revision) for x in baris)
            case PageBreak():
                return paragraf("BatasBagian", '<w:r><w:br w:type="page"/></w:r>')
        raise AssertionError(b)

    def _sebaris(self, isi: Inlines, revisi: Revision = "") -> str:
        """Runs outside of tables, their numbers bookmarked unless they are gone."""
        return inlines(isi, "", tanpa_tanda if revisi == "hapus" else self.angka.di_naskah, self.revisi.lari)

    def _isi_paragraf(self, p: Paragraph) -> str:
        match p.content:
            case (Formula() as f,):
                return rumus(f, "tengah" if p.style == "rumus" else "kiri", self.lebar)
        return self._sebaris(p.content, p.revision)

    # ------------------------------------------------------------ headings and captions

    def _judul(self, h: Heading) -> str:
        isi = self._sebaris(h.content, h.revision)
        gaya = f"Heading{h.level}" if h.number and h.word != "LAMPIRAN" else "JudulDepan"
        if h.revision == "hapus":  # nothing counts it or points at it
            antara = PATAH if h.level == 1 else run(" ")
            isi = (run(h.prefix) + antara if h.prefix else "") + isi
            return self._paragraf(gaya, isi, TANPA_NOMOR if gaya != "JudulDepan" else "", h.revision)
        if h.level == 1 and h.number:
            angka = medan(f"SEQ {h.word.title()} \\* ROMAN", h.number)
            isi = run(f"{h.word} ") + self.penanda.bungkus(bookmark(h.label), angka) + PATAH + isi
        elif h.label:
            isi = self.penanda.bungkus(bookmark(h.label), isi)
        return self._paragraf(gaya, self.penanda.bungkus(h.anchor, isi), revisi=h.revision)

    def _takarir(self, c: Caption) -> str:
        """'Tabel 2.7', a line break and the title; both numbers are fields, of what is gone words. A box has none."""
        if c.kind == "kotak":
            return ""
        if c.revision == "hapus":
            isi = run(f"{SEBUTAN[c.kind]}{NBSP}{c.number}") + PATAH + self._sebaris(c.title, c.revision)
            return self._paragraf("Caption", isi, revisi=c.revision)
        bab, _, urut = c.number.partition(".")
        ulang = " \\r 1" if c.first else ""
        nomor = (
            run(f"{SEBUTAN[c.kind]}{NBSP}")
            + (medan("SEQ Bab \\c \\* ARABIC", bab) if bab.isdigit() else run(bab))
            + run(".")
            + medan(f"SEQ {SEBUTAN[c.kind]} \\* ARABIC{ulang}", urut)
        )
        label = self.penanda.bungkus(bookmark(c.label), nomor)
        isi = self.penanda.bungkus(c.anchor, label + PATAH + self._sebaris(c.title))
        return self._paragraf("Caption", isi, revisi=c.revision)

    def _tabel(self, t: Table, *, ikat: bool) -> str:
        self.tabel += 1

        def tandai(r: Row, isi: str) -> str:
            nama = penanda_baris(self.tabel, len(self.baris))
            self.baris[nama] = (t.caption.name, r.key)
            return self.penanda.bungkus(nama, isi)

        return tabel(t, self.lebar, tandai, self.angka.di_tabel(t), self.revisi, ikat=ikat)

    def _sumber(self, sumber: Inlines, revisi: Revision, sifat: str = "") -> str:
        return self._paragraf("Sumber", self._sebaris(sumber, revisi), sifat, revisi) if sumber else ""

    def _sumber_gambar(self, sumber: Inlines, revisi: Revision) -> str:
        """Below a picture: its source, which may be new or gone although the picture is not."""
        return self._sumber(sumber, revisi or seluruhnya(sumber))

    def _penutup(self, sumber: Inlines, revisi: Revision, *, ikat: bool) -> str:
        """Below a table: its source, or a little room; one of both in either version. `ikat` keeps it with the next."""
        sifat = IKAT if ikat else ""
        return self._sumber(sumber, revisi, sifat) or self._paragraf("SetelahTabel", "", sifat, revisi)

    # ------------------------------------------------------------ lists

    def _daftar(self, d: List, tingkat: int, induk: str, *, ikat: bool = False) -> str:
        """Every list has a numbering of its own, so that it restarts; nested ordered lists keep their parent's kind.

        `ikat` keeps its last paragraph with what follows; a paragraph stays with the list below it.
        """
        jenis = induk if induk and d.kind != "butir" and induk != "DaftarButir" else _JENIS_DAFTAR[d.kind]
        self.nomor_daftar.append((self.templat.daftar[jenis], tingkat))
        nomor = len(self.nomor_daftar)
        hasil: list[str] = []
        lanjut = gaya_lanjut(tingkat)
        for item in d.items:
            awal = {"baru": True, "hapus": True}  # in which version no paragraph of the item came yet
            for b, berikut in zip_longest(item.blocks, item.blocks[1:]):
                ikatan = (ikat and item is d.items[-1] and berikut is None) or isinstance(berikut, List)
                if isinstance(b, List):
                    hasil.append(self._daftar(b, tingkat + 1, jenis, ikat=ikatan))
                    continue
                sifat = IKAT if ikatan else ""
                ada = (b.revision,) if b.revision else ("baru", "hapus")
                pertama = any(awal[versi] for versi in ada)
                awal |= dict.fromkeys(ada, False)
                if pertama:
                    sifat += f'<w:numPr><w:ilvl w:val="{tingkat}"/><w:numId w:val="\ue030{nomor}\ue031"/></w:numPr>'
                gaya, isi = "ListParagraph" if pertama else lanjut, self._sebaris(b.content, b.revision)
                hasil.append(self._paragraf(gaya, isi, sifat, b.revision))
        return "".join(hasil)

    # ------------------------------------------------------------ drawings

    def _hubungkan(self, jenis: str, target: str) -> str:
        rid = f"rIdIsi{len(self.bagian.hubungan) + 1}"
        self.bagian.hubungan.append((rid, f"{_REL}/{jenis}", target))
        return rid

    def _grafik(self, grafik: Chart) -> str:
        self.gambar += 1
        n = self.gambar
        c = _bersihkan(grafik)
        b = self.bagian
        b.isi[f"word/charts/chart{n}.xml"] = chart_xml(c, "rId1")
        b.isi[f"word/embeddings/Microsoft_Excel_Sheet{n}.xlsx"] = chart_workbook(c)
        b.isi[f"word/charts/_rels/chart{n}.xml.rels"] = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_REL}/package" Target="../embeddings/Microsoft_Excel_Sheet{n}.xlsx"/>'
            "</Relationships>"
        ).encode()
        b.jenis[f"word/charts/chart{n}.xml"] = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        b.bawaan["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        rid = self._hubungkan("chart", f"charts/chart{n}.xml")
        lebar = self.lebar * EMU_PER_POINT // 20
        nama = c.caption.prefix
        gambar = chart_drawing(rid, self.templat.gambar + n, nama, c.alt, lebar, chart_height(c) * EMU_PER_POINT)
        ikat = "<w:keepNext/>" if c.source else ""
        return self._paragraf("Gambar", f"<w:r>{gambar}</w:r>", ikat, c.caption.revision)

    def _diagram(self, d: Diagram) -> str:
        """The picture, and its further pages each in a paragraph of its own."""
        nama = d.caption.prefix
        halaman = [(d, nama), *((e, f"{nama} ({n})") for n, e in enumerate(d.more, 2))]
        akhir, revisi = halaman[-1][0], d.caption.revision
        return "".join(self._gambar(e, n, revisi, ikat=bool(d.source) and e is akhir) for e, n in halaman)

    def _gambar(self, d: Diagram, nama: str, revisi: Revision, *, ikat: bool) -> str:
        """One picture; `ikat` keeps it with what follows."""
        self.gambar += 1
        n = self.gambar
        self.bagian.isi[f"word/media/gambar{n}.emf"] = emf(d)
        self.bagian.bawaan["emf"] = "image/x-emf"
        rid = self._hubungkan("image", f"media/gambar{n}.emf")
        skala = min(1.0, self.lebar / 20 / d.width)
        lebar, tinggi = (round(x * skala * EMU_PER_POINT) for x in (d.width, d.height))
        gambar = picture_drawing(rid, self.templat.gambar + n, nama, bersih(d.alt), lebar, tinggi)
        return self._paragraf("Gambar", f"<w:r>{gambar}</w:r>", "<w:keepNext/>" if ikat else "", revisi)

    # ------------------------------------------------------------ contents and signature

    def _daftar_isi(self, c: Contents) -> str:
        """A contents field whose entries are links with PAGEREF fields; what Word makes of it on update is the same.

        LibreOffice evaluates PAGEREF in one pass, but not within a contents field, and always in Arabic figures: the
        marks let `dokumen` leave both fields out of the file that is laid out.
        """
        kode = 'TOC \\o "1-4" \\h \\z \\u' if c.kind == "isi" else f'TOC \\h \\z \\c "{SEBUTAN[c.kind]}"'
        buka = (
            f"{BUKA_DAFTAR}"
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {kode.replace(chr(34), "&quot;")} </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{TUTUP_DAFTAR}'
        )
        tutup = f'{BUKA_DAFTAR}<w:r><w:fldChar w:fldCharType="end"/></w:r>{TUTUP_DAFTAR}'
        if not c.entries:
            return paragraf("BodyText", f"{buka}{run('Tidak ada.')}{tutup}")
        hasil: list[str] = []
        for i, e in enumerate(c.entries):
            gaya = f"TOC{e.level}" if c.kind == "isi" else "TableofFigures"
            antara = " " if e.level == 1 and c.kind == "isi" else ""
            label = run(e.label.replace(" ", NBSP) + antara) + ("" if antara or not e.label else "<w:r><w:tab/></w:r>")
            halaman = medan(f"PAGEREF {e.anchor} \\h", f"{BUKA_HALAMAN}{e.anchor}{TUTUP_HALAMAN}")
            if e.anchor in self.romawi:
                halaman = f"{BUKA_ROMAWI}{e.anchor}{ISI_ROMAWI}{halaman}{TUTUP_ROMAWI}"
            isi = f"{label if e.label else ''}{run(e.text)}<w:r><w:tab/></w:r>{halaman}"
            isi = f'<w:hyperlink w:anchor="{e.anchor}" w:history="1">{isi}</w:hyperlink>'
            isi = (buka if i == 0 else "") + isi + (tutup if i == len(c.entries) - 1 else "")
            hasil.append(paragraf(gaya, isi))
        return "".join(hasil)

    def _tanda_tangan(self, s: SignatureBlock) -> str:
        baris = ((g, self._sebaris(isi, s.revision)) for g, isi in baris_tunggal(s))
        return "".join(self._paragraf(g, isi, revisi=s.revision) for g, isi in baris)


def _ditunggu(b: Block) -> bool:
    """A paragraph stays on the page of this: a signature, a list, a table that has no caption of its own or says so."""
    if isinstance(b, Table):
        return b.caption.kind == "kotak" or b.keep_before
    return isinstance(b, (*TANDA_TANGAN, List))


def _bersihkan(c: Chart) -> Chart:
    """A chart whose texts hold only what can be printed."""
    series = tuple(replace(s, name=bersih(s.name)) for s in c.series)
    categories = tuple(map(bersih, c.categories))
    return replace(c, categories=categories, series=series, alt=bersih(c.alt), value_title=bersih(c.value_title))
