"""Ordered rows, years and spans of years."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from generator.compute.daftar import Daftar, Periode, PerTahun, Tahun, periode_data
from generator.compute.konteks import Konteks
from generator.model.angka import Angka, Lokasi, Teks

A, B = Lokasi("a.xlsx", "S", "A2"), Lokasi("a.xlsx", "S", "A3")


@dataclass
class Baris:
    kode: object
    lokasi: Lokasi


def test_daftar() -> None:
    satu, dua = Baris("satu", A), Baris("dua", B)
    daftar = Daftar([satu, dua], "baris")
    assert list(daftar) == [satu, dua]
    assert (len(daftar), daftar[0], daftar[-1], daftar["dua"]) == (2, satu, dua, dua)
    assert (daftar.jumlah, daftar.jumlah.asal, daftar.jumlah.rumus) == (2, (A, B), "banyaknya baris")
    with pytest.raises(LookupError, match='baris "tiga" tidak ada'):
        daftar["tiga"]
    with pytest.raises(LookupError):
        daftar[2]


def test_daftar_berkunci_nomor() -> None:
    """A number is a key first: misi 5 is the one numbered 5, wherever it stands."""
    lima, dua = Baris(5, A), Baris(2, B)
    daftar = Daftar([lima, dua], "misi", lambda b: b.kode)
    assert (daftar[5], daftar[2], daftar[0]) == (lima, dua, lima)


def test_daftar_teks_dan_kosong() -> None:
    fungsi = Daftar([Teks("a", (A,)), Teks("b", (B,))], "fungsi", str)
    assert fungsi.jumlah.asal == (A, B)
    assert fungsi["b"] == "b"
    assert Daftar([], "x").jumlah == 0


def test_tahun_dan_periode() -> None:
    awal, akhir = Tahun(2024, (A,)), Tahun(2026, (B,))
    periode = Periode(awal, akhir)
    assert [t.nilai for t in periode] == [2024, 2025, 2026]
    assert (periode[1], periode[-1], len(periode)) == (2025, 2026, 3)
    assert (periode.lama, periode.lama.asal, periode.asal) == (3, (A, B), (A, B))
    assert (awal + 1, akhir - 1) == (2025, 2025)
    assert (awal + 1).asal == (A,)
    assert awal < akhir
    assert awal < 2025
    assert not awal < awal
    assert {Tahun(2024): "x"}[2024] == "x"


def test_tahun_kolom_berasal_dari_judulnya() -> None:
    sel = {2023: Angka(7, (Lokasi("b.xlsx", "L", "AC9"),)), 2022: Angka(None, (Lokasi("b.xlsx", "L", "AB9"),))}
    periode = periode_data(sel)
    assert list(periode) == [2022, 2023]
    assert [t.asal for t in periode] == [(Lokasi("b.xlsx", "L", "AB1"),), (Lokasi("b.xlsx", "L", "AC1"),)]
    assert periode.asal == (Lokasi("b.xlsx", "L", "AB1"), Lokasi("b.xlsx", "L", "AC1"))
    assert (periode[0], len(periode), periode.lama) == (2022, 2, 2)


def test_per_tahun() -> None:
    nilai = PerTahun({2024: Angka(1)})
    assert nilai[Tahun(2024)] == nilai[2024] == 1
    with pytest.raises(LookupError, match="tidak ada data tahun 2025"):
        nilai[Tahun(2025)]


def test_judul_kolom_matriks_berasal(konteks_kantor: Konteks) -> None:
    kolom = konteks_kantor.pegawai.pendidikan.kolom
    assert [(k.nama, k.nama.asal[0].sel) for k in kolom][:2] == [("Sarjana", "B1"), ("Diploma", "C1")]
    assert [a.sel for a in kolom.jumlah.asal] == ["B1", "C1", "D1", "E1"]
