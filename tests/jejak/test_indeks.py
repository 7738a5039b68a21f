"""The index: complete both ways, places, pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from kantor import Kantor

from generator.jejak.halaman import halaman_cetak
from generator.jejak.indeks import HANYA_DIPERIKSA, Entri, Indeks
from generator.jejak.sel import baca_buku
from generator.model.angka import Angka, Lokasi
from generator.temuan import Kumpulan
from generator.tree.nodes import Chart, Document, Formula, Table, Value

BAB = "content/chapters/renstra/bab.md"


def semua(simpul: Any, jenis: type[Any]) -> Iterator[Any]:
    """Every node of a class anywhere in a tree, found without knowing its structure."""
    if isinstance(simpul, jenis):
        yield simpul
    elif isinstance(simpul, tuple):
        for s in simpul:
            yield from semua(s, jenis)
    elif is_dataclass(simpul) and not isinstance(simpul, (Angka, Lokasi)):
        for f in fields(simpul):
            yield from semua(getattr(simpul, f.name), jenis)


def di(indeks: Indeks, label: str, kunci: str, tahun: int = 0) -> list[Entri]:
    return [
        e
        for e in indeks.entri
        if (e.tempat.label, e.tempat.kunci) == (label, kunci) and (not tahun or e.tempat.tahun == tahun)
    ]


def test_every_value_of_the_tree_has_an_entry(dokumen: Document, indeks: Indeks) -> None:
    nilai = [v for v in semua(dokumen.sections, Value) if v.asal or v.angka is not None]
    di_grafik = [a for g in semua(dokumen.sections, Chart) for s in g.series for a in s.values]
    harapan = Counter((v.text, v.asal) for v in nilai)
    ada = Counter((e.teks, e.asal) for e in indeks.entri if e.tempat.unsur not in ("grafik", "sampul"))
    tak_tercetak = [b.caption.title for b in semua(dokumen.sections, Table) if b.caption.kind == "kotak"]
    harapan -= Counter((v.text, v.asal) for v in semua(tuple(tak_tercetak), Value))
    harapan += Counter((f.text, (f.asal,)) for f in semua(dokumen.sections, Formula) if f.asal and f.asal.lembar)
    assert harapan - ada == ada - harapan == Counter()
    assert len(nilai) > 400
    assert [e.angka for e in indeks.entri if e.tempat.unsur == "grafik"] == di_grafik


def test_every_cell_used_is_found_again(dokumen: Document, indeks: Indeks) -> None:
    dipakai = {a for v in semua(dokumen.sections, Value) for a in v.asal}
    dipakai |= {a for g in semua(dokumen.sections, Chart) for s in g.series for n in s.values for a in n.asal}
    assert dipakai
    for a in dipakai:
        assert a in indeks.sel
        assert all(a in e.asal for e in indeks.pemakaian[a])
        assert indeks.pemakaian[a]


def test_every_filled_cell_is_there_used_or_not(kantor_asli: Kantor, indeks: Indeks) -> None:
    from generator.sources.xlsx import baca_xlsx

    for path in kantor_asli.data.glob("*.xlsx"):
        for nama, lembar in baca_xlsx(path, f"content/data/{path.name}").items():
            ada = {s.lokasi for s in lembar.sel.values() if not s.kosong}
            assert (ada <= indeks.sel.keys()) == (nama != "Petunjuk")
    tak = {s.lokasi for s in indeks.tak_tercetak}
    assert tak.isdisjoint(indeks.pemakaian)
    judul = {s.lokasi for s in indeks.sel.values() if s.kepala}
    assert indeks.sel.keys() == tak | judul | (indeks.pemakaian.keys() & indeks.sel.keys())


def test_place_in_a_table(indeks: Indeks) -> None:
    (pagu,) = di(indeks, "tabel:rencana-pendanaan", "2.23.01.2.01.0001", 2025)
    assert pagu.teks == "1.100"
    assert pagu.asal == (Lokasi("content/data/pendanaan.xlsx", "Pagu", "C2"),)
    t = pagu.tempat
    assert t.sebutan.startswith("Tabel 3.")
    assert t.bab == "BAB III RENCANA"
    assert t.bagian == "3.1. Tujuan dan Program"
    assert t.baris.startswith("2.23.01.2.01.0001 - ")
    assert t.kolom.endswith("2025 › PAGU")
    assert t.nomor_kolom == 7
    (jumlah,) = di(indeks, "tabel:rencana-pendanaan", "2.23.02", 2026)
    assert jumlah.teks == "790"
    assert jumlah.rumus == "jumlah pagu 2026 kegiatan"
    assert {a.sel for a in jumlah.asal} == {"D3", "D4"}


def test_place_in_prose(kantor: Kantor, susun_ulang: Callable[..., Indeks]) -> None:
    kantor.satu_bab(
        "## Uang\n\nPagunya {{ rencana.pagu_jumlah | rupiah }} seluruhnya.\n\n- butir {{ profil.daerah }}\n"
    )
    uang, daerah = (e for e in susun_ulang().entri if e.tempat.unsur in ("paragraf", "daftar"))
    assert uang.teks == "Rp5.190"
    assert uang.tempat.kutipan == ("Pagunya ", " seluruhnya.")
    assert uang.tempat.sumber == Lokasi(BAB, baris=7)
    assert uang.penanda == "_Angka_1"
    assert (daerah.tempat.unsur, daerah.tempat.sumber, daerah.penanda) == ("daftar", Lokasi(BAB, baris=9), "")


def test_pictures_and_cover(indeks: Indeks) -> None:
    kotak = di(indeks, "gambar:struktur-organisasi", "kepala")
    assert [(e.teks, e.asal[0].sel) for e in kotak] == [("Kepala Dinas", "B2")]
    grafik = di(indeks, "grafik:pegawai-status", "Jumlah")
    assert [(e.teks, e.tempat.kolom, [a.sel for a in e.asal]) for e in grafik] == [
        ("6", "PNS", ["B2"]),
        ("3", "Lepas", ["B3"]),
    ]
    sampul = {e.asal[0].sel for e in indeks.entri if e.tempat.unsur == "sampul"}
    assert "B2" in sampul


def test_sheet_as_it_stands(kantor: Kantor, susun_ulang: Callable[..., Indeks]) -> None:
    pagar = "::: tabel data=mitra.xlsx#Mitra kepala=1 nama=m\nMitra\n:::\n"
    kantor.satu_bab(f"## A\n\nLihat @tabel:m.\n\n{pagar}")
    indeks = susun_ulang()
    lembar = indeks.buku["content/data/mitra.xlsx"].lembar["Mitra"]
    lembar.dibaca, lembar.kepala = False, 1
    assert [s.kepala for s in lembar.sel() if s.lokasi.sel in ("A1", "A2")] == [True, False]
    mentah = susun_ulang().buku["content/data/mitra.xlsx"].lembar["Mitra"]
    assert mentah.dibaca  # one row of headings by its schema, whatever a table says


def test_foreign_sheet_has_the_headings_of_its_table(kantor: Kantor, susun_ulang: Callable[..., Indeks]) -> None:
    from openpyxl import Workbook

    wb = Workbook()
    for baris in (["Kelompok", None], ["Nama", "Nilai"], ["Satu", 12500], ["Dua", None]):
        wb.active.append(baris)  # type: ignore[union-attr]
    wb.create_sheet("Sisa").append(["x", "tak dibaca"])
    wb.save(kantor.data / "tambahan.xlsx")
    kantor.satu_bab("## A\n\n@tabel:t\n\n::: tabel data=tambahan.xlsx#Sheet kepala=2 nama=t\nTambahan\n:::\n")
    indeks = susun_ulang()
    sel = {str(s.lokasi).rpartition(" › ")[2]: s for s in indeks.sel.values() if "tambahan" in s.lokasi.berkas}
    assert [sel[f"Sheet!A{r}"].kepala for r in (1, 2, 3)] == [True, True, False]
    assert (sel["Sheet!B3"].isi, sel["Sheet!B3"].kolom, sel["Sheet!B3"].baris) == ("12.500", "Nilai", "Satu")
    assert [e.teks for e in indeks.pemakaian[sel["Sheet!B3"].lokasi]] == ["12.500"]
    tak = {s.lokasi.lembar for s in indeks.tak_tercetak if "tambahan" in s.lokasi.berkas}
    assert tak == set()  # its only row is a heading
    assert sel["Sisa!A1"].kepala


def test_what_else_a_cell_is_for(indeks: Indeks) -> None:
    peran = {(s.lokasi.lembar, s.kolom): s.peran for s in indeks.tak_tercetak}
    assert peran["Pagu", "Kode"] == "kode yang merujuk cascade.xlsx › Rencana"
    assert peran["Indikator", "Desimal"] == "banyaknya desimal yang dicetak"
    assert peran["Dasar Hukum", "Dalam Daftar"] == "pilihan yang mengatur cetakan"
    assert peran["Profil", "Kunci"] == "kunci"


def test_sheet_that_is_only_checked(kantor: Kantor, susun_ulang: Callable[..., Indeks]) -> None:
    kantor.satu_bab("## A\n\nDaerah: {{ profil.daerah }}.\n")
    peran = {s.lokasi.lembar: s.peran for s in susun_ulang().tak_tercetak}
    assert peran["Pagu"] == HANYA_DIPERIKSA
    assert peran["Profil"] != HANYA_DIPERIKSA


def test_blank_cell_that_was_printed_counts(indeks: Indeks) -> None:
    kosong = Lokasi("content/data/pendanaan.xlsx", "Pagu", "B4")
    assert indeks.sel[kosong].isi == ""
    assert {e.teks for e in indeks.pemakaian[kosong]} >= {"-"}


def test_pages(kantor: Kantor, susun_ulang: Callable[..., Indeks]) -> None:
    """Rows and numbers on their page, words between them on the page of both or from one to the other."""
    kantor.satu_bab(
        "## A {#a}\n\n{{ periode.lama }} tahun. {{ profil.daerah }}, @tabel:sarana.\n\n{{ profil.nama }}.\n\n"
        "::: tabel sarana\nJudul\n:::\n\n{{ profil.nama }}.\n"
    )
    anchor = {"_Toc_judul_0000": "1", "_Toc_judul_0001": "1", "_Angka_1": "2", "_Toc_tabel_1_1": "2"}
    baris = {f"_Baris_1_{i}": str(3 + i // 3) for i in range(5)}
    ada = {(e.teks, e.tempat.unsur): e.tempat.halaman for e in susun_ulang({**anchor, **baris}).entri}
    assert ada["3", "paragraf"] == "2"
    assert ada["Kota Rawa Contoh", "paragraf"] == "2"
    assert ada["9.000", "tabel"] == "4"
    assert ada["Gedung Baca", "tabel"] == "3"
    assert ada["Bangunan", "tabel"] == "3"
    tanpa_baris = susun_ulang(anchor)
    assert {e.tempat.halaman for e in tanpa_baris.entri if e.tempat.unsur == "tabel"} == {"2 dst."}
    assert all(not e.tempat.halaman for e in susun_ulang().entri)


def test_printed_page_numbers(dokumen: Document) -> None:
    """The front matter counts in Roman from its first heading, the chapters in Arabic from theirs."""
    judul = [b.anchor for s in dokumen.sections for b in s.blocks if type(b).__name__ == "Heading" and b.level == 1]
    letak = {judul[0]: 1, judul[1]: 2, judul[2]: 4, "_Baris_1_0": 6, "_Angka_1": 0, "_Angka_2": 3}
    assert halaman_cetak(dokumen, letak) == {
        judul[0]: "i",
        judul[1]: "ii",
        judul[2]: "1",
        "_Baris_1_0": "3",
        "_Angka_2": "iii",
    }
    assert halaman_cetak(dokumen, {}) == {}


def test_numbers_without_origin(kantor: Kantor, susun_ulang: Callable[..., Indeks]) -> None:
    kantor.satu_bab('## A\n\n{{ 5 | terbilang }} {{ "T-C.24" }} {{ "; dan" }} {{ periode.lama }} {{ profil.daerah }}\n')
    entri = [e for e in susun_ulang().entri if e.tempat.unsur == "paragraf"]
    assert [e.teks for e in entri] == ["lima", "T-C.24", "3", "Kota Rawa Contoh"]
    assert [(e.teks, e.tempat.sumber) for e in entri if not e.asal] == [
        ("lima", Lokasi(BAB, baris=7)),
        ("T-C.24", Lokasi(BAB, baris=7)),
    ]


def test_a_workbook_that_cannot_be_read_is_left_out(kantor: Kantor) -> None:
    (kantor.data / "rusak.xlsx").write_bytes(b"bukan zip")
    temuan = Kumpulan()
    buku = baca_buku(kantor.data, temuan)
    assert [t.kode for t in temuan] == ["buku-rusak"]
    assert "content/data/rusak.xlsx" not in buku
    assert "content/data/mitra.xlsx" in buku
