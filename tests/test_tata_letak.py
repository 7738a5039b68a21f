"""The layout loop with a stand-in for LibreOffice: how often it lays out, and at which rows it cuts merged cells.

The stand-in begins pages at the rows (and before the chapters) that a test names, and draws nothing.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from generator.tata_letak import PUTARAN, PUTARAN_PECAH, TataLetak
from generator.temuan import Kumpulan
from generator.tree.nodes import Caption, Cell, Contents, Document, Heading, Row, Section, Table, Text
from generator.tree.pecah import pecah
from generator.tree.penomoran import nomori
from generator.writers.docx.dokumen import NaskahDocx, tulis_docx

TEMPLAT = Path(__file__).parents[1] / "templates" / "renstra.docx"
META = {
    **{"judul": "RENSTRA", "perangkat_daerah": "Dinas", "daerah": "Kota", "provinsi": "P", "periode": "2024–2026"},
    **{"tahun": "2024", "tanggal": "2024-01-02"},
}


class Peniru:
    """Puts bookmarks on pages: the i-th layout begins a page at each anchor of `awal[i]`, the last goes on for ever.

    An anchor is the name of a bookmark, or table and row ('satu/r3').
    """

    menggambar_rumus = True
    versi = "Peniru"

    def __init__(self, *awal: set[str], mengevaluasi_medan: bool = True) -> None:
        self.awal = awal
        self.mengevaluasi_medan = mengevaluasi_medan
        self.baris: Mapping[str, tuple[str, str]] = {}
        self.label: list[int] = []  # how often the file of each layout says 'Label'

    def konversi(self, docx: Path, pdf: Path) -> None:
        with zipfile.ZipFile(docx) as z:
            isi = z.read("word/document.xml").decode()
        awal = self.awal[min(len(self.label), len(self.awal) - 1)]
        self.label.append(isi.count(">Label<"))
        berkas = pikepdf.new()
        berkas.add_blank_page()
        tujuan: dict[str, Any] = {}
        for nama in re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(.*?)"/>', isi):
            if {nama, "/".join(self.baris.get(nama, ()))} & awal:
                berkas.add_blank_page()
            tujuan[nama] = pikepdf.Array([berkas.pages[-1].obj, pikepdf.Name.Fit])
        pohon = pikepdf.NameTree.new(berkas)
        for nama, isi_tujuan in tujuan.items():
            pohon[nama] = isi_tujuan
        berkas.Root.Names = pikepdf.Dictionary(Dests=pohon.obj)
        berkas.save(pdf)


def tabel(nama: str, *kelompok: int) -> Table:
    """Groups of rows, each beside a merged label; the rows have the keys r0, r1, …"""
    baris: list[Row] = []
    for tinggi in kelompok:
        for i in range(tinggi):
            awal = (Cell((Text("Label"),), row_span=tinggi),) if i == 0 else ()
            baris.append(Row(f"r{len(baris)}", (*awal, Cell((Text("x"),)))))
    kepala = (Row("kepala-1", (Cell((Text("A"),)), Cell((Text("B"),)))),)
    return Table(Caption("tabel", nama, (Text("Judul"),)), (1.0, 1.0), kepala, tuple(baris))


def dokumen(*semua: Table, depan: int = 0) -> Document:
    blok = [Heading(1, (Text(f"DEPAN {i}"),)) for i in range(depan)]
    isi = nomori(
        [*blok, *([Contents("isi")] if depan else []), Heading(1, (Text("BAB"),), "bab:1"), *semua], Kumpulan()
    )
    batas = len(blok) + bool(depan)
    bagian = (Section(tuple(isi[:batas]), "romawi", True), Section(tuple(isi[batas:]), restart=True))
    return Document("Judul", bagian[not depan :], META)


class Tugas(TataLetak):
    """A layout whose stand-in knows which bookmark is which row, and whose PDF is no real one."""

    def __init__(self, kerja: Path, d: Document) -> None:
        self.tertulis = 0

        def tulis(d: Document) -> NaskahDocx:
            self.tertulis += 1
            return tulis_docx(d, TEMPLAT)

        super().__init__("renstra", kerja, d, tulis, Kumpulan())

    def _periksa_pdf(self) -> None:
        pass

    def jalan(
        self,
        *awal: set[str],
        tebakan: Mapping[str, str] | None = None,
        pecahan: Mapping[str, list[str]] | None = None,
        mengevaluasi_medan: bool = True,
    ) -> Peniru:
        peniru = Peniru(*awal, mengevaluasi_medan=mengevaluasi_medan)
        peniru.baris = self.naskah.baris
        self.tata(peniru, tebakan or {}, pecahan or {})  # type: ignore[arg-type]
        return peniru


SATU = dokumen(tabel("satu", 3, 3))


@pytest.fixture
def tugas(tmp_path: Path) -> Tugas:
    return Tugas(tmp_path, SATU)


def label_akhir(tugas: Tugas) -> int:
    """How many labels the published DOCX has."""
    tugas.selesaikan(["docx", "md"])
    with zipfile.ZipFile(tugas.kerja / "renstra.docx") as z:
        return z.read("word/document.xml").decode().count(">Label<")


# ---------------------------------------------------------------- cuts


def test_tanpa_halaman_baru_sekali_saja(tugas: Tugas) -> None:
    peniru = tugas.jalan(set())
    assert (peniru.label, tugas.pecahan, tugas.tertulis) == ([2], {}, 1)
    assert (tugas.kerja / "renstra.pdf").is_file()
    assert (tugas.pembuat, tugas.jumlah) == ("Peniru", 1)


@pytest.mark.parametrize("baris", ["r0", "r3"])
def test_halaman_yang_mulai_dengan_label_tidak_dipotong(tugas: Tugas, baris: str) -> None:
    """The first row of a group, or of the table, has its label already."""
    peniru = tugas.jalan({f"satu/{baris}"})
    assert (peniru.label, tugas.pecahan, tugas.jumlah) == ([2], {}, 2)


def test_tebakan_salah_menata_sekali_lagi(tugas: Tugas) -> None:
    """The label is repeated at the rows with which pages began, in the published file, too; Markdown has it once."""
    peniru = tugas.jalan({"satu/r1", "satu/r5"})
    assert (peniru.label, tugas.pecahan) == ([2, 4], {"satu": ("r1", "r5")})
    assert label_akhir(tugas) == 4
    assert (tugas.kerja / "renstra.md").read_text(encoding="utf-8").count("Label") == 2
    assert tugas.tercetak == pecah(SATU, {"satu": ("r1", "r5")})
    assert not len(tugas.temuan), list(tugas.temuan)


def test_tebakan_benar_sekali_saja(tugas: Tugas) -> None:
    peniru = tugas.jalan({"satu/r1"}, pecahan={"satu": ["r1"]})
    assert (peniru.label, tugas.pecahan) == ([3], {"satu": ("r1",)})
    assert label_akhir(tugas) == 3


@pytest.mark.parametrize(
    ("tebakan", "label"), [({"satu": ["r2"]}, [3, 3]), ({"satu": ["r1", "r2"]}, [4, 3]), ({"lama": ["r1"]}, [2, 3])]
)
def test_tebakan_usang_diganti(tugas: Tugas, tebakan: dict[str, list[str]], label: list[int]) -> None:
    peniru = tugas.jalan({"satu/r1"}, pecahan=tebakan)
    assert (peniru.label, tugas.pecahan) == (label, {"satu": ("r1",)})
    assert label_akhir(tugas) == 3


def test_tebakan_yang_tidak_lagi_perlu_dibuang(tugas: Tugas) -> None:
    peniru = tugas.jalan(set(), pecahan={"satu": ["r1"]})
    assert (peniru.label, tugas.pecahan, label_akhir(tugas)) == ([3, 2], {}, 2)


def test_label_yang_diulang_menggeser_halaman(tugas: Tugas) -> None:
    """The rows of the last layout count, as often as it may look."""
    peniru = tugas.jalan({"satu/r2"}, {"satu/r1"})
    assert (peniru.label, tugas.pecahan) == ([2, 3, 3], {"satu": ("r1",)})
    assert label_akhir(tugas) == 3


def test_letak_yang_berganti_ganti_berakhir(tmp_path: Path) -> None:
    """A cut that moves the page, which undoes the cut: after some layouts it stays as it is, and nothing is wrong."""
    bolak_balik = [{"satu/r1"} if i % 2 else {"satu/r2"} for i in range(PUTARAN)]
    tugas = Tugas(tmp_path, SATU)
    peniru = tugas.jalan(*bolak_balik)
    assert len(peniru.label) == PUTARAN_PECAH + 1 <= PUTARAN
    assert label_akhir(tugas) == peniru.label[-1] == 3  # the file that was laid out last is the one published
    assert not len(tugas.temuan), list(tugas.temuan)


def test_setiap_tabel_dipotong_sendiri(tmp_path: Path) -> None:
    """A page that begins with a table's first row, or between two tables, cuts neither; keys may be the same."""
    tugas = Tugas(tmp_path, dokumen(tabel("satu", 2), tabel("dua", 3), tabel("tiga", 1, 1)))
    peniru = tugas.jalan({"dua/r0", "dua/r2", "tiga/r1"})
    assert (peniru.label, tugas.pecahan) == ([4, 5], {"dua": ("r2",)})


def test_kotak_juga_dipotong(tmp_path: Path) -> None:
    kotak = replace(t := tabel("k", 3), caption=replace(t.caption, kind="kotak"))
    tugas = Tugas(tmp_path, dokumen(kotak))
    tugas.jalan({"k/r1"})
    assert tugas.pecahan == {"k": ("r1",)}


def test_word_tidak_memotong(tugas: Tugas) -> None:
    """Word names no destinations: the merges stay, whatever the last build found with LibreOffice."""
    peniru = tugas.jalan({"satu/r1"}, pecahan={"satu": ["r1"]}, mengevaluasi_medan=False)
    assert (peniru.label, tugas.pecahan, label_akhir(tugas)) == ([2], {}, 2)


# ---------------------------------------------------------------- Roman pages


def test_halaman_romawi_dan_potongan_dalam_satu_putaran(tmp_path: Path) -> None:
    """Both guesses wrong: one more layout for both."""
    d = dokumen(tabel("satu", 3), depan=3)
    anchor = [b.anchor for b in d.sections[0].blocks if isinstance(b, Heading)]
    bab = next(b.anchor for b in d.sections[1].blocks if isinstance(b, Heading))
    tugas = Tugas(tmp_path, d)
    peniru = tugas.jalan({anchor[2], bab, "satu/r1"})  # the first two on one page
    assert (len(peniru.label), tugas.pecahan) == (2, {"satu": ("r1",)})
    assert tugas.halaman == {anchor[0]: "i", anchor[1]: "i", anchor[2]: "ii", bab: "1"}
    lagi = Tugas(tmp_path, d)
    assert len(lagi.jalan({anchor[2], bab, "satu/r1"}, tebakan=tugas.romawi, pecahan=tugas.pecahan).label) == 1  # type: ignore[arg-type]


def test_halaman_romawi_yang_tidak_kunjung_tetap(tmp_path: Path) -> None:
    d = dokumen(depan=2)
    kedua = [b.anchor for b in d.sections[0].blocks if isinstance(b, Heading)][1]
    tugas = Tugas(tmp_path, d)
    peniru = tugas.jalan(*[{kedua} if i % 2 else set() for i in range(PUTARAN)])
    assert len(peniru.label) == PUTARAN
    assert [(t.kode, t.pesan) for t in tugas.temuan] == [
        ("keluaran-salah", "nomor halaman daftar isi tidak kunjung tetap")
    ]
