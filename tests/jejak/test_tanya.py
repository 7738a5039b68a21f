"""The questions of the terminal: ways of writing a place, answers as text and JSON, places that are not there."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from kantor import Kantor

from generator.jejak.indeks import Indeks
from generator.jejak.tanya import jawab, jejak_sel, jejak_tempat
from generator.temuan import GagalSusun

PENDANAAN = "tabel:rencana-pendanaan"


@pytest.mark.parametrize(
    "tempat",
    [
        "pendanaan.xlsx!Pagu!C2",
        "content/data/pendanaan.xlsx › Pagu!C2",
        "pendanaan › pagu › $c$2",
        " PENDANAAN.XLSX ! Pagu ! C2 ",
        "Pagu!C2",
        "'[pendanaan.xlsx]Pagu'!$C$2",
        "content\\data\\pendanaan.xlsx!Pagu!C2",
    ],
)
def test_a_cell_however_it_is_written(indeks: Indeks, tempat: str) -> None:
    jawaban = jawab(indeks, tempat)
    assert [str(s.lokasi) for s in jawaban.sel] == ["content/data/pendanaan.xlsx › Pagu!C2"]
    assert jawaban == jejak_sel(indeks, tempat)


def test_cell_as_text(indeks: Indeks) -> None:
    baris = jejak_sel(indeks, "pendanaan.xlsx!Pagu!C2").teks().splitlines()
    assert baris[0] == "content/data/pendanaan.xlsx › Pagu!C2"
    assert baris[1] == "  isi       1100  (kolom Pagu 2025; baris 2.23.01.2.01.0001)"
    assert baris[2] == "  tercetak  di 2 tempat"
    assert "1.100 · Tabel 3.8" in baris[3]
    assert "baris 2.23.01.2.01.0001 (2.23.01.2.01.0001 - " in baris[3]
    assert baris[3].endswith("2025 › PAGU")
    assert any(b.startswith("  dihitung  menjadi ") for b in baris)
    assert "      = jumlah pagu 2025 program" in baris


def test_cell_that_is_printed_nowhere(indeks: Indeks) -> None:
    teks = jejak_sel(indeks, "cascade!Indikator!E2").teks()
    assert teks.endswith("banyaknya desimal yang dicetak)\n  tercetak  tidak di mana pun")


def test_block_of_cells(indeks: Indeks) -> None:
    sel = jejak_sel(indeks, "pendanaan!Pagu!D3:C2").sel
    assert [s.lokasi.sel for s in sel] == ["C2", "D2", "C3", "D3"]


def test_cell_as_json(indeks: Indeks) -> None:
    (sel,) = json.loads(jejak_sel(indeks, "pendanaan!Pagu!C2").json())["sel"]
    assert (sel["alamat"], sel["isi"], sel["kolom"]) == ("content/data/pendanaan.xlsx › Pagu!C2", "1100", "Pagu 2025")
    tempat = next(t for t in sel["tercetak"] if t["label"] == PENDANAAN)
    assert (tempat["teks"], tempat["nilai"], tempat["tahun"]) == ("1.100", "1100", 2025)


def test_row_and_column(indeks: Indeks) -> None:
    """A code has two rows there, and a year two columns: everything that matches is given."""
    jawaban = jawab(indeks, PENDANAAN, "2.23.02", "2026")
    assert [(e.tempat.kunci, e.teks) for e in jawaban.entri] == [
        ("2.23.02", "790"),
        ("2.23.02/2.23.02", "55"),
        ("2.23.02/2.23.02", "790"),
    ]
    baris = jawaban.teks().splitlines()
    assert baris[0] == "790"
    assert "  dihitung  jumlah pagu 2026 kegiatan" in baris
    assert "  asal      content/data/pendanaan.xlsx › Pagu!D3:D4" in baris
    assert "  asal      content/data/cascade.xlsx › Indikator!I9 = 55" in baris
    isi = json.loads(jawaban.json())["tempat"]
    assert [a["isi"] for a in isi[0]["asal"]] == ["700", "90"]
    assert isi[0]["rumus"] == "jumlah pagu 2026 kegiatan"


@pytest.mark.parametrize(
    ("tempat", "baris", "kolom", "harapan"),
    [
        ("TABEL:Rencana-Pendanaan", "2.23.02.2.02.0003", "2026", ["90", "2", "90"]),
        ("Tabel 3.8", "2.23.02.2.02.0003", "pagu 2026", ["90", "90"]),
        ("tabel:3.8", "2.23.02.2.02.0003", "(09)", ["90", "90"]),
        ("tabel:rencana-pendanaan", "terlaksananya lomba baca", "2026", ["2", "90"]),
        ("tabel:sarana", "bangunan", "jumlah", ["1", " Unit", "120,5", " m²"]),
        ("grafik:pegawai-status", "", "pns", ["6"]),
        ("gambar:struktur-organisasi", "kepala", "", ["Kepala Dinas"]),
    ],
)
def test_ways_to_say_where(indeks: Indeks, tempat: str, baris: str, kolom: str, harapan: list[str]) -> None:
    assert [e.teks for e in jejak_tempat(indeks, tempat, baris, kolom).entri] == harapan


def test_line_of_a_chapter(kantor: Kantor, susun_ulang: Callable[..., Indeks]) -> None:
    kantor.satu_bab("## A\n\nSelama {{ periode.lama | bilang }} tahun di {{ profil.daerah }}.\n\nx\n")
    indeks = susun_ulang()
    assert [e.teks for e in jawab(indeks, "bab.md:7").entri] == ["3 (tiga)", "Kota Rawa Contoh"]
    assert jawab(indeks, "content/chapters/renstra/bab.md").entri == jawab(indeks, "bab.md:7").entri
    assert "  kalimat   Selama [3 (tiga)] tahun di Kota Rawa Contoh." in jawab(indeks, "bab.md:7").teks()
    assert pesan(indeks, "bab.md:9") == "tidak ada nilai pada baris 9; baris terdekat yang memuatnya: 7"
    assert pesan(indeks, "lain.md:9") == "naskah lain.md tidak ada atau tidak memuat nilai; yang ada: bab.md"


def pesan(indeks: Indeks, tempat: str, baris: str = "", kolom: str = "") -> str:
    """The message of the one finding."""
    with pytest.raises(GagalSusun) as e:
        jawab(indeks, tempat, baris, kolom)
    (t,) = e.value.temuan
    assert (t.kode, t.berat) == ("tempat-asing", "galat")
    return t.pesan


@pytest.mark.parametrize(
    ("tempat", "harapan"),
    [
        ("pendanan.xlsx!Pagu!C2", "buku kerja pendanan.xlsx tidak ada; yang mirip: pendanaan.xlsx"),
        ("pendanaan.xlsx!Pagi!C2", "lembar Pagi tidak ada di pendanaan.xlsx; yang ada: Pagu"),
        ("Pagi!C2", "lembar Pagi tidak ada; yang mirip: Pagu"),
        ("Indikator!A1", "lembar Indikator ada di cascade.xlsx, kinerja_pelayanan.xlsx; sebut bukunya"),
        ("pendanaan.xlsx!Pagu!2C", '"2C" bukan alamat sel'),
        ("pendanaan.xlsx!Pagu!Z99", "sel itu kosong dan tidak menjadi asal apa pun; lembar Pagu berisi A1:D4"),
        ("pendanaan.xlsx!Pagu!A1:ZZ9999", "A1:ZZ9999 lebih dari 400 sel"),
        ("pendanaan.xlsx", "tulis buku kerja, lembar, dan selnya"),
        ("pendanaan.xlsx!Pagu", "tulis buku kerja, lembar, dan selnya"),
        ("a!b!c!d", "tulis buku kerja, lembar, dan selnya"),
        ("!", "tulis buku kerja, lembar, dan selnya"),
        ("tabel:rencana-pendanan", "tabel:rencana-pendanan tidak ada atau tidak memuat nilai; yang mirip: tabel:ren"),
        ("Tabel 9.9", "Tabel 9.9 tidak ada atau tidak memuat nilai; yang mirip: Tabel"),
        ("", "tempat tidak ada"),
        ("{{ ( [", "{{ ( [ tidak ada"),
    ],
)
def test_unknown_places(indeks: Indeks, tempat: str, harapan: str) -> None:
    assert pesan(indeks, tempat).startswith(harapan)


def test_unknown_rows_and_columns(indeks: Indeks) -> None:
    assert pesan(indeks, PENDANAAN, "9.99").startswith(f'baris "9.99" tidak ada di {PENDANAAN}; yang mirip: ')
    assert pesan(indeks, PENDANAAN, "2.23.02", "1999") == (
        f'kolom "1999" tidak ada di {PENDANAAN}; yang ada: 2024, 2025, 2026, 2023'
    )
    assert "PAGU" in pesan(indeks, PENDANAAN, "2.23.02", "paku")


def test_page_is_said(kantor: Kantor, susun_ulang: Callable[..., Indeks]) -> None:
    indeks = susun_ulang({f"_Baris_{t}_{b}": "12" for t in range(30) for b in range(400)})
    assert "  tempat    hlm. 12 · Tabel 3.8" in jawab(indeks, PENDANAAN, "2.23.02", "2026").teks()
