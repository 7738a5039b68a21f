"""A planner's edits of the real content, compared with it: what is reported, and that both versions come back.

The content as it is is built once; every edit is of a copy of it.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from cetakan import AKAR, dokumen_kalaena
from dua_versi import TEMPLAT_RENSTRA, cocok, redline
from kantor import Kantor

from generator.banding.perubahan import Beda, Perubahan

RAPAT = "7.01.01.2.06.0004"
"""A sub kegiatan, 'Penyediaan Bahan Logistik Kantor'."""
GAMBAR_BERUBAH = "isi gambar atau data grafik berubah"


@pytest.fixture
def isi(tmp_path: Path) -> Path:
    """A copy of the content, to be changed."""
    return Path(shutil.copytree(AKAR / "content", tmp_path / "content"))


@contextmanager
def buku(isi: Path, nama: str) -> Iterator[Any]:
    path = isi / "data" / f"{nama}.xlsx"
    wb = openpyxl.load_workbook(path)
    yield wb
    wb.save(path)


def isi_sel(isi: Path, nama: str, lembar: str, kode: str, kolom: str, nilai: object) -> None:
    with buku(isi, nama) as wb:
        ws = wb[lembar]
        k = next(c.column for c in ws[1] if c.value == kolom)
        ws.cell(next(c.row for c in ws["A"] if c.value == kode), k).value = nilai


def naskah(isi: Path, awal: str, ubah: Callable[[str], str]) -> None:
    (path,) = (isi / "chapters" / "renstra").glob(f"{awal}-*.md")
    teks = path.read_text(encoding="utf-8")
    assert ubah(teks) != teks
    path.write_text(ubah(teks), encoding="utf-8")


def banding(isi: Path) -> Beda:
    """The comparison with the content as it is; the invariant holds but for pictures, which are told."""
    lama = dokumen_kalaena()
    hasil, temuan = Kantor(isi).susun()
    assert hasil is not None, list(temuan)
    beda, gambar = cocok(lama, hasil, periksa=False, templat=TEMPLAT_RENSTRA)
    assert bool(gambar) == any(GAMBAR_BERUBAH in x for x in beda.tak_tertandai)
    return beda


def ringkas(beda: Beda) -> Counter[tuple[str, str]]:
    return Counter((p.jenis, p.apa) for p in beda.perubahan)


def di(beda: Beda, tempat: str) -> list[Perubahan]:
    return [p for p in beda.perubahan if p.tempat.startswith(tempat)]


def pasang(perubahan: list[Perubahan]) -> list[tuple[str, str, str]]:
    return [(p.tempat.partition(", ")[2], p.lama, p.baru) for p in perubahan]


# ---------------------------------------------------------------- data


def test_nothing_changed(isi: Path) -> None:
    beda = banding(isi)
    assert beda.sama
    assert (beda.tanda, beda.nomor_bergeser) == (0, [])
    assert redline(beda, TEMPLAT_RENSTRA) == redline(beda, TEMPLAT_RENSTRA)


def test_one_pagu(isi: Path) -> None:
    """Its row, those above it, the totals and the sentences that say them: what the Markdown's lines show too."""
    isi_sel(isi, "pendanaan", "Pagu", RAPAT, "Pagu 2027", 111_423_000)
    beda = banding(isi)
    assert ringkas(beda) == {("berubah", "paragraf"): 1, ("berubah", "butir"): 2, ("berubah", "sel"): 11}
    assert beda.tak_tertandai == []
    assert (f"{RAPAT}, kolom 9", "11.423.000", "111.423.000") in pasang(di(beda, "Tabel 4.3"))
    assert pasang(di(beda, "Tabel 4.2"))[-1] == ("jumlah, kolom 11", "20.908.113.923", "21.008.113.923")
    (sel,) = {p.asal_baru for p in di(beda, f"Tabel 4.3, {RAPAT},")}
    assert sel == "content/data/pendanaan.xlsx › Pagu!D16" or sel.startswith("content/data/pendanaan.xlsx")


def test_a_sub_kegiatan_added(isi: Path) -> None:
    kode = "7.01.01.2.06.0099"
    with buku(isi, "cascade") as wb:
        wb["Nomenklatur"].append([kode, "Penyediaan Bahan Uji"])
        wb["Rencana"].append([kode, None, "Tersedianya bahan uji", None])
        wb["Indikator"].append(["uji", kode, "Jumlah Bahan Uji", "Paket", 0, 0, 1, 1, 1, 1, 1, 1, None])
    with buku(isi, "pendanaan") as wb:
        wb["Pagu"].append([kode, *[1_000_000] * 6])
    beda = banding(isi)
    baru = [p for p in beda.perubahan if p.jenis != "berubah"]
    assert {p.jenis for p in baru} == {"ditambah"}
    assert [(p.apa, p.tempat) for p in baru] == [
        ("butir", "BAB IV, 4.1. Program, Kegiatan, dan Sub Kegiatan"),
        *(("baris", f"Tabel {t}") for t in (f"4.1, {kode}/uji", f"4.3, {kode}", f"4.3, {kode}/uji")),
    ]
    assert "Tabel 4.1: gabungan sel pada baris yang berubah diuraikan" in beda.tak_tertandai


def _hapus(isi: Path, kode: str) -> None:
    for nama, lembar in (("cascade", "Rencana"), ("cascade", "Indikator"), ("pendanaan", "Pagu")):
        with buku(isi, nama) as wb:
            ws = wb[lembar]
            ws.delete_rows(
                next(r for r in range(2, ws.max_row + 1) if kode in (ws.cell(r, 1).value, ws.cell(r, 2).value))
            )


def test_a_sub_kegiatan_deleted(isi: Path) -> None:
    _hapus(isi, RAPAT)
    beda = banding(isi)
    hilang = [p for p in beda.perubahan if p.jenis != "berubah"]
    assert {p.jenis for p in hilang} == {"dihapus"}
    assert [p.tempat for p in hilang if p.apa == "baris"] == [
        f"Tabel 4.1, {RAPAT}/{RAPAT}",
        f"Tabel 4.3, {RAPAT}",
        f"Tabel 4.3, {RAPAT}/{RAPAT}",
    ]
    assert [p.lama for p in hilang if p.apa == "butir"] == ["Sub Kegiatan Penyediaan Bahan Logistik Kantor"]


def test_a_sub_kegiatan_moved_to_another_kegiatan(isi: Path) -> None:
    """Under a new code: gone from one place and come to another, and called moved in both."""
    tujuan = "7.01.01.2.08.0099"
    for path in (isi / "data").glob("*.xlsx"):
        wb = openpyxl.load_workbook(path)
        kena = [c for ws in wb if ws.title != "Petunjuk" for baris in ws.iter_rows() for c in baris if c.value == RAPAT]
        for c in kena:
            c.value = tujuan
        if kena:
            wb.save(path)
    beda = banding(isi)
    assert not [p for p in beda.perubahan if p.apa == "baris" and p.jenis != "pindah"]
    pindah = [(p.tempat, bool(p.lama)) for p in beda.perubahan if p.jenis == "pindah" and p.apa == "baris"]
    assert Counter(x for _, x in pindah) == {True: 4, False: 4}
    assert all((RAPAT if lama else tujuan) in tempat for tempat, lama in pindah)
    assert (di(beda, f"Tabel 2.8, {RAPAT}")[0].lama).startswith("Penyediaan Bahan Logistik Kantor | ")


def test_a_program_renamed(isi: Path) -> None:
    """Every row that says it is still its row."""
    isi_sel(isi, "cascade", "Nomenklatur", "7.01.05", "Nama", "Program Penyelenggaraan Urusan Umum")
    beda = banding(isi)
    assert {p.jenis for p in beda.perubahan} == {"berubah"}
    assert all("Pemerintahan Umum".lower() in p.lama.lower() for p in beda.perubahan)
    assert [p.tempat for p in beda.perubahan if p.apa == "sel"] == [
        *("Tabel 2.8, 7.01.05, kolom 1", "Tabel 4.1, 7.01.05/7.01.05, kolom 7"),
        *("Tabel 4.2, 7.01.05, kolom 2", "Tabel 4.3, 7.01.05, kolom 1"),
    ]
    assert beda.tak_tertandai == [f"Gambar {n}: {GAMBAR_BERUBAH}" for n in ("4.1", "L.1", "L.6")]


def test_the_target_of_an_indicator(isi: Path) -> None:
    isi_sel(isi, "cascade", "Indikator", "akip", "Target 2029", 74.25)
    beda = banding(isi)
    assert [(p.jenis, p.lama, p.baru) for p in beda.perubahan if p.apa == "sel"] == [("berubah", "72,00", "74,25")] * 2
    assert ringkas(beda) == {("berubah", "sel"): 2, ("berubah", "paragraf"): 1, ("berubah", "butir"): 1}


def test_a_year_added_to_the_plan(isi: Path) -> None:
    """Content alone does it: a column in three sheets. Tables of more columns are printed beside the old ones."""
    for nama, lembar, judul in (
        ("pendanaan", "Pagu", "Pagu"),
        ("pendanaan", "Kontrol", "Pagu"),
        ("cascade", "Indikator", "Target"),
    ):
        with buku(isi, nama) as wb:
            ws = wb[lembar]
            k = next(c.column for c in ws[1] if c.value == f"{judul} 2030")
            ws.insert_cols(k + 1)
            for r in range(1, ws.max_row + 1):
                ws.cell(r, k + 1).value = f"{judul} 2031" if r == 1 else ws.cell(r, k).value
    beda = banding(isi)
    assert [x.partition(":")[0] for x in beda.tak_tertandai] == [
        f"Tabel {n}" for n in ("3.2", "4.2", "4.3", "4.5", "4.6")
    ]
    assert all('kolom "2031" ditambah' in x and "dicetak utuh" in x for x in beda.tak_tertandai)
    assert beda.nomor_bergeser == []
    for n in ("3.2", "4.2", "4.3", "4.5", "4.6"):
        assert {p.jenis for p in di(beda, f"Tabel {n},")} == {"ditambah", "dihapus"}


# ---------------------------------------------------------------- chapters


def test_a_paragraph_rewritten(isi: Path) -> None:
    lama, baru = (
        "Sebaik apa pun sebuah rencana, hasilnya tidak akan efektif",
        "Rencana yang baik pun tidak akan berhasil",
    )
    naskah(isi, "50", lambda s: s.replace(lama, baru))
    beda = banding(isi)
    (p,) = beda.perubahan
    assert (p.jenis, p.apa, p.tempat, p.tanda) == ("berubah", "paragraf", "BAB V", 1)
    assert lama in p.lama
    assert baru in p.baru
    assert p.asal_baru.startswith("content/chapters/renstra/50-")


def test_a_paragraph_split(isi: Path) -> None:
    naskah(isi, "50", lambda s: s.replace(" Di dalamnya tertuang", "\n\nDi dalamnya tertuang"))
    beda = banding(isi)
    assert ringkas(beda) == {("ditambah", "paragraf"): 1, ("berubah", "paragraf"): 1}
    assert beda.tanda == 2


def test_a_paragraph_moved(isi: Path) -> None:
    def pindah(teks: str) -> str:
        alinea = teks.split("\n\n")
        alinea.insert(6, alinea.pop(3))
        return "\n\n".join(alinea)

    naskah(isi, "50", pindah)
    beda = banding(isi)
    assert ringkas(beda) == {("pindah", "paragraf"): 2}
    assert beda.perubahan[0].lama == beda.perubahan[1].baru != ""


def test_a_table_before_others(isi: Path) -> None:
    """Later tables only get another number; so do the references to them, and nobody reads of either in the text."""
    wb = openpyxl.Workbook()
    assert wb.active is not None
    wb.active.title = "Uji"
    for baris in (["Nama", "Jumlah"], ["Satu", 1], ["Dua", 2]):
        wb.active.append(baris)
    wb.save(isi / "data" / "uji.xlsx")
    sisip = "Lihat pula @tabel:uji.\n\n::: tabel data=uji.xlsx#Uji\nHasil Uji\n:::\n\n::: tabel sarana"
    naskah(isi, "20", lambda s: s.replace("::: tabel sarana", sisip))
    beda = banding(isi)
    assert beda.nomor_bergeser == [(f"Tabel 2.{n}", f"Tabel 2.{n + 1}") for n in range(6, 11)]
    assert {p.jenis for p in beda.perubahan} == {"ditambah"}
    assert [p.apa for p in beda.perubahan] == ["paragraf", "takarir", *["baris"] * 4]
    assert beda.tanda == len(beda.perubahan) + 1  # the paragraph that closes the table
    assert beda.tak_tertandai == []


def test_the_last_chapter_deleted(isi: Path) -> None:
    """The annex stays what it was; everything of the chapter is gone, its signature too."""
    (path,) = (isi / "chapters" / "renstra").glob("50-*.md")
    path.unlink()
    naskah(isi, "30", lambda s: s.replace("Ketentuannya diuraikan dalam @bab:5, bagian @bagian:pedoman-transisi.", ""))
    naskah(isi, "40", lambda s: s.replace("@bagian:pedoman-transisi", "Pedoman Transisi"))
    beda = banding(isi)
    hilang = di(beda, "BAB V")
    assert {p.jenis for p in hilang} == {"dihapus"}
    assert {p.apa for p in hilang} == {"judul", "paragraf", "butir", "tanda tangan"}
    assert sum(p.apa == "judul" for p in hilang) == 4
    assert beda.nomor_bergeser == []
    assert {p.jenis for p in beda.perubahan if not p.tempat.startswith("BAB V")} == {"berubah"}
