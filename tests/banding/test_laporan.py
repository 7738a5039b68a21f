"""The page `laporan.html`: every change once with its anchor and sources, no content taken for markup."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

from kantor import Kantor

from generator.banding.beda_temuan import TemuanBeda
from generator.banding.laporan.kartu import Antrean
from generator.banding.laporan.laman import susun_laporan
from generator.banding.perbandingan import Perbandingan, bandingkan_isi
from generator.banding.perubahan import Perubahan
from generator.banding.pohon import banding_dokumen
from generator.model.angka import Lokasi
from generator.periksa.bahan import Bahan
from generator.periksa.jalan import HasilPeriksa
from generator.temuan import Kumpulan
from generator.tree.nodes import (
    Block,
    Box,
    Caption,
    Cell,
    Diagram,
    Document,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    SignatureBlock,
    Table,
    Text,
    Value,
)

TANPA_PENUTUP = {"meta", "br", "col"}
SAMA = TemuanBeda((), ())


def t(kata: str) -> Inlines:
    return (Text(kata),)


def p(kata: str, baris: int = 0) -> Paragraph:
    return Paragraph(t(kata), asal=Lokasi("bab.md", baris=baris) if baris else None)


def dokumen(*isi: Block) -> Document:
    return Document("Renstra Contoh", (Section((Heading(1, t("GAMBARAN"), number="II", word="BAB"), *isi)),))


def baris(kunci: str, *sel: str) -> Row:
    isi = (Cell((Value(s, asal=(Lokasi("a.xlsx", "L", f"{chr(65 + n)}9"),)),)) for n, s in enumerate(sel))
    return Row(kunci, tuple(isi))


def tabel(*isi: Row, nama: str = "pagu", judul: str = "Pagu", kolom: str = "Jumlah") -> Table:
    kepala = Row("kepala", (Cell(t("Kode")), Cell(t(kolom))))
    return Table(Caption("tabel", nama, t(judul), "2.1"), (1.0, 1.0), (kepala,), isi, t("Sumber: Dinas"))


def banding(lama: Document, baru: Document, temuan: TemuanBeda = SAMA) -> Perbandingan:
    return Perbandingan(baru.title, "v1.0", "kini", lama, banding_dokumen(lama, baru), [], [], [], temuan)


def bahan(kantor: Kantor) -> tuple[Bahan, HasilPeriksa]:
    konteks = kantor.konteks()
    susunan, temuan = kantor.susun(konteks)
    assert susunan is not None, list(temuan)
    return Bahan(konteks, susunan, ()), HasilPeriksa(Kumpulan())


def banding_kantor(lama: Kantor, baru: Kantor) -> Perbandingan:
    return bandingkan_isi(bahan(lama), bahan(baru), "v1.0", "kini")


def sunting_kantor(kantor: Kantor) -> None:
    """A pagu, a target, a paragraph, a title of a chart."""
    kantor.isi_sel("pendanaan › Pagu!C2", 1500)
    bab_1 = (kantor.naskah / "10-bab-1.md").read_text(encoding="utf-8")
    kantor.ubah_naskah("10-bab-1.md", bab_1.replace("memakai", "kini mengacu pada", 1) + f"\nParagraf {'baru ' * 30}\n")
    bab_2 = (kantor.naskah / "20-bab-2.md").read_text(encoding="utf-8")
    kantor.ubah_naskah("20-bab-2.md", bab_2.replace("Menyambung", "Sebagai sambungan", 1))


class _Penghitung(HTMLParser):
    """Tags that are open, ids, links inside the page."""

    def __init__(self, halaman: str) -> None:
        super().__init__()
        self.buka: list[str] = []
        self.id: list[str] = []
        self.tautan: set[str] = set()
        self.unsur: Counter[str] = Counter()
        self.feed(halaman)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        sifat = dict(attrs)
        self.unsur[tag] += 1
        self.id += filter(None, (sifat.get("id"),))
        self.tautan |= {h[1:] for h in (sifat.get("href"),) if h}
        if tag not in TANPA_PENUTUP:
            self.buka.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.buka.pop() == tag


def periksa(x: Perbandingan) -> str:
    """The page, of which every change is there once, with whole markup and links that lead somewhere."""
    halaman = susun_laporan(x)
    h = _Penghitung(halaman)
    assert h.buka == []
    assert max(Counter(h.id).values()) == 1
    assert _nomor(h.id) == set(range(1, len(x.beda.perubahan) + 1))
    assert h.tautan <= set(h.id)
    return halaman


def _nomor(semua: list[str]) -> set[int]:
    return {int(i[1:]) for i in semua if re.fullmatch(r"u\d+", i)}


def kartu(halaman: str, nomor: int) -> str:
    """The stop of a change."""
    (isi,) = re.findall(rf'<article class="u" id="u{nomor}".*?</article>', halaman, re.DOTALL)
    return str(isi)


# ---------------------------------------------------------------- changes


def test_a_paragraph_side_by_side_with_words_marked_and_sources() -> None:
    halaman = periksa(banding(dokumen(p("Pegawai ada lima orang.", 7)), dokumen(p("Pegawai ada enam orang.", 9))))
    isi = kartu(halaman, 1)
    assert "Pegawai ada <del>lima</del> orang." in isi
    assert "Pegawai ada <ins>enam</ins> orang." in isi
    assert "lama: bab.md:7 · baru: bab.md:9" in isi
    assert '<h3 class="letak">BAB II GAMBARAN</h3>' in halaman
    assert "<b>1</b> perubahan naskah" in halaman


def test_what_stayed_the_same_is_in_a_gap() -> None:
    sama = [p(f"Sama {n}.") for n in range(12)]
    halaman = periksa(banding(dokumen(*sama, p("Lama sekali.")), dokumen(*sama, p("Lama nian."))))
    ((tombol, isi),) = re.findall(
        r"<button type=\"button\" aria-expanded=\"false\">(.*?)</button><template>(.*?)</", halaman
    )
    assert tombol == "13 bagian yang sama"  # with the heading
    assert "GAMBARAN" in isi
    assert halaman.count("Sama 11.") == 1


def test_rows_by_key_cells_by_column_and_rows_of_one_version() -> None:
    lama = tabel(baris("1", "1.01 Program Tata Kelola", "900"), baris("2", "1.02 Program Lain", "50"))
    baru = tabel(baris("1", "1.01 Program Tata Kelola", "950"), baris("3", "1.03 Pengadaan Buku", "70"))
    halaman = periksa(banding(dokumen(lama), dokumen(baru)))
    sel = kartu(halaman, 1)
    assert "baris 1.01 Program Tata Kelola" in sel
    assert "Jumlah" in sel
    assert "<del>900</del>" in sel
    assert "<ins>950</ins>" in sel
    assert "lama dan baru: a.xlsx › L!B9" in sel
    jenis = {re.findall(r'class="cap (\w+)"', kartu(halaman, n))[0] for n in (2, 3)}
    assert jenis == {"ditambah", "dihapus"}


def test_a_table_of_one_version_has_an_anchor_and_a_source_for_each_row() -> None:
    semua = tabel(baris("1", "Satu", "1"), baris("2", "Dua", "2"))
    for lama, baru, tanda in ((dokumen(), dokumen(semua), "ins"), (dokumen(semua), dokumen(), "del")):
        x = banding(lama, baru)
        halaman = periksa(x)
        assert len(x.beda.perubahan) == 5  # caption, header, two rows, source
        assert f"<{tanda}><b>Tabel 2.1</b> Pagu</{tanda}>" in kartu(halaman, 1)
        assert kartu(halaman, 1).count('<td class="asal">a.xlsx › L!A9') == 2


def test_a_move_links_both_ends() -> None:
    pindah = p("Kalimat yang pindah tempat di dalam naskah ini.")
    tetap = [p(f"Paragraf {n} yang tetap berada di tempatnya.") for n in range(4)]
    halaman = periksa(banding(dokumen(pindah, *tetap), dokumen(*tetap, pindah)))
    assert 'ke <a href="#u2">nomor 2</a>' in kartu(halaman, 1)
    assert 'dari <a href="#u1">nomor 1</a>' in kartu(halaman, 2)


def test_something_blank_that_moved_is_found_on_either_side() -> None:
    kosong = Perubahan("pindah", "tanda tangan", "", "", "")
    antrean = Antrean([kosong, kosong])
    assert [antrean.ambil(r, "tanda tangan").nomor for r in ("baru", "hapus")] == [1, 2]
    tanda_tangan = SignatureBlock((), t("Kepala,"), (), ())
    isi = [p(f"Paragraf {n} yang tetap berada di tempatnya.") for n in range(4)]
    x = banding(dokumen(tanda_tangan, *isi), dokumen(*isi, tanda_tangan))
    halaman = periksa(x)
    for n, beda in enumerate(x.beda.perubahan, 1):
        assert ("Kepala," in kartu(halaman, n)) == bool(beda.lama or beda.baru)


def test_what_is_gone_stands_under_its_own_chapter() -> None:
    bab = (Heading(1, t("HILANG"), number="III", word="BAB"), p("Isi bab yang hilang."))
    akhir = Heading(1, t("PENUTUP"), number="III", word="BAB")
    lama = dokumen(p("Awal."), *bab, replace(akhir, number="IV"), p("Akhir satu."))
    halaman = periksa(banding(lama, dokumen(p("Awal."), akhir, p("Akhir dua."))))
    letak = re.findall(r'<h3 class="letak">(.*?)</h3>', halaman)
    assert letak == ["BAB III HILANG (dihapus)", "BAB III PENUTUP"]
    assert "BAB IV → BAB III" in halaman  # the number that moved, where nothing else did
    assert re.search(r"<td>BAB IV</td><td>BAB III</td>", halaman)


def test_what_stayed_when_its_heading_went_stands_where_it_is_now() -> None:
    bagian, lain = (Heading(2, t(f"Bagian {n}"), label=f"b{n}", number=f"2.{n}.") for n in (1, 2))
    a, b = (p(f"Uraian panjang tentang keadaan {x} di kantor ini.") for x in ("lama", "baru"))
    halaman = periksa(banding(dokumen(bagian, p("Tetap."), lain, a), dokumen(bagian, p("Tetap."), b)))
    letak = re.findall(r'<h3 class="letak">(.*?)</h3>', halaman)
    assert letak == ["BAB II GAMBARAN · 2.2. Bagian 2 (dihapus)", "BAB II GAMBARAN · 2.1. Bagian 1"]
    satu, dua = baris("1", "Program Tata Kelola", "900"), baris("2", "Program Lain", "50")
    halaman = periksa(banding(dokumen(bagian, lain, tabel(satu, dua)), dokumen(bagian, tabel(satu))))
    letak = re.findall(r'<h3 class="letak">(.*?)</h3>', halaman)
    assert letak == ["BAB II GAMBARAN · 2.2. Bagian 2 (dihapus)", "BAB II GAMBARAN · 2.1. Bagian 1"]


def test_a_picture_says_what_changed_in_it() -> None:
    def bagan(nama: str) -> Diagram:
        alt = f"{'Kata pembuka bagan. ' * 30}Kepala {nama} dan lainnya. {'Kata penutup bagan. ' * 30}"
        kotak = Box("k", (nama,), 0, 0, 90, 30)
        return Diagram(Caption("gambar", "bagan", t("Bagan"), "2.1"), (kotak,), (), 90, 30, alt)

    x = banding(dokumen(bagan("Bidang")), dokumen(bagan("Bagian")))
    halaman = periksa(x)
    assert not x.beda.perubahan  # no mark can show it
    (isi,) = re.findall(r'<article class="u" id="g-gambar-bagan".*?</article>', halaman, re.DOTALL)
    assert "Kepala <del>Bidang</del> dan" in isi
    assert "Kepala <ins>Bagian</ins> dan" in isi
    assert isi.partition("<details>")[0].count("pembuka") < 8  # what is far from the change is left out
    assert isi.count("<svg ") == 2
    assert "http:" not in halaman


def test_marks_of_a_list_are_those_of_either_version() -> None:
    def daftar(*isi: str) -> List:
        return List("angka", tuple(ListItem((p(x),)) for x in isi))

    lama = dokumen(daftar("Membina perpustakaan", "Melayani pembaca", "Menyusun laporan bulan"))
    baru = dokumen(daftar("Melayani pembaca", "Menyusun laporan tahun"))
    isi = kartu(periksa(banding(lama, baru)), 2)
    assert '<span class="tanda">3.</span> Menyusun laporan <del>bulan</del>' in isi
    assert '<span class="tanda">2.</span> Menyusun laporan <ins>tahun</ins>' in isi
