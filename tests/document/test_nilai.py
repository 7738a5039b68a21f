"""What an expression may give, how it prints, and the filters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.compute.daftar import Daftar, Periode, Tahun
from generator.document.nilai import NilaiSalah, sambung, sebagai_nilai
from generator.document.ungkapan import UngkapanSalah, jalankan
from generator.model.angka import Angka, Lokasi, Teks
from generator.model.kolom import Tanggal
from generator.tree.nodes import Value

A, B = Lokasi("a.xlsx", "S", "A1"), Lokasi("a.xlsx", "S", "B1")
HARI = date(2025, 9, 2)

NAMA: dict[str, Any] = {
    "bulat": Angka(1234, (A,)),
    "pecah": Angka(Decimal("82.755"), (A,)),
    "hitung": Angka(Decimal(2) / 3, (A, B), "a / b"),
    "luas": Angka(Decimal("1.5"), (A,), "a + b"),
    "kosong": Angka(None, (A,)),
    "tahun": Tahun(2025, (A,)),
    "periode": Periode(Tahun(2025, (A,)), Tahun(2029, (B,))),
    "tanggal": Tanggal(HARI, (A,)),
    "bulan": Tanggal(HARI, (A,), hari=False),
    "teks": Teks("sub Bagian", (A,)),
    "dua": (Teks("A", (A,)), Teks("B", (B,))),
    "hampa": (),
    "rekaman": Daftar([Teks("A", (A,))], "baris", str),
    "tiada": None,
}


def nilai(ungkapan: str) -> Value:
    (v,) = jalankan("{{ " + ungkapan + " }}", NAMA).nilai
    return v


@pytest.mark.parametrize(
    ("ungkapan", "teks", "asal"),
    [
        # as they print by themselves
        ("bulat", "1.234", (A,)),
        ("pecah", "82,755", (A,)),
        ("hitung", "0,67", (A, B)),
        ("luas", "1,5", (A,)),
        ("kosong", "-", (A,)),
        ("kosong + 1", "-", (A,)),
        ("tahun", "2025", (A,)),
        ("tahun + 1", "2026", (A,)),
        ("periode", "2025–2029", (A, B)),
        ("periode.lama", "5", (A, B)),
        ("tanggal", "2 September 2025", (A,)),
        ("bulan", "September 2025", (A,)),
        ("teks", "sub Bagian", (A,)),
        ("tiada", "-", ()),
        ("3 + 4000", "4.003", ()),
        ("bulat * 2", "2.468", (A,)),
        ("1.5", "1,5", ()),
        ("bulat * 0.5", "617", (A,)),
        ("1 / 4", "0,25", ()),
        ("'petik'", "petik", ()),
        ("'ya' if bulat > 1000 else 'tidak'", "ya", ()),
        # filters
        ("bulat | bilang", "1.234 (seribu dua ratus tiga puluh empat)", (A,)),
        ("bulat | terbilang", "seribu dua ratus tiga puluh empat", (A,)),
        ("tahun | terbilang", "dua ribu dua puluh lima", (A,)),
        ("5 | romawi", "V", ()),
        ("kosong | bilang", "-", (A,)),
        ("kosong | romawi", "-", (A,)),
        ("pecah | angka", "82,76", (A,)),
        ("pecah | angka(1)", "82,8", (A,)),
        ("hitung | persen", "66,67%", (A, B)),
        ("hitung | persen(0)", "67%", (A, B)),
        ("kosong | persen", "-", (A,)),
        ("bulat | rupiah", "Rp1.234", (A,)),
        ("bulat | rupiah(2)", "Rp1.234,00", (A,)),
        ("tanggal | tanggal", "2 September 2025", (A,)),
        ("tanggal | bulan_tahun", "September 2025", (A,)),
        ("bulan | bulan_tahun", "September 2025", (A,)),
        ("dua | daftar", "A dan B", (A, B)),
        ("hampa | daftar", "-", ()),
        ("periode | daftar", "2025, 2026, 2027, 2028, dan 2029", (A,)),
        ("teks | kalimat", "Sub Bagian", (A,)),
        ("teks | besar", "SUB BAGIAN", (A,)),
        ("'Bupati' | kecil", "bupati", ()),
        ("bulat | terbilang | kalimat", "Seribu dua ratus tiga puluh empat", (A,)),
        # functions and the operator ~
        ("jumlah([bulat, 6 + bulat])", "2.474", (A,)),
        ("perubahan(bulat, bulat * 2) | persen(0)", "100%", (A,)),
        ("'tahun ' ~ tahun ~ ': ' ~ bulat", "tahun 2025: 1.234", (A,)),
        ("('ke-' ~ (5 | terbilang)) | besar", "KE-LIMA", ()),
    ],
)
def test_nilai(ungkapan: str, teks: str, asal: tuple[Lokasi, ...]) -> None:
    v = nilai(ungkapan)
    assert v.text == teks
    assert v.asal == asal or ungkapan.startswith("jumlah")


@pytest.mark.parametrize(
    ("ungkapan", "pesan"),
    [
        ("dua", "daftar; pakai | daftar"),
        ("rekaman", "daftar; pakai | daftar"),
        ("tanggal.nilai", '"nilai" tidak ada pada tanggal'),
        ("bulat > 1", "ya atau tidak"),
        ("pecah | bilang", "hanya bilangan bulat"),
        ("teks | angka", "hanya untuk angka"),
        ("true | persen", "hanya untuk angka"),
        ("bulan | tanggal", "hanya untuk tanggal"),
        ("teks | tanggal", "saringan tanggal hanya untuk tanggal"),
        ("teks | bulan_tahun", "hanya untuk tanggal atau bulan"),
        ("teks | daftar", "hanya untuk daftar"),
        ("bulat | daftar", "hanya untuk daftar"),
        ("dua | serap('nama')", '"nama" tidak ada pada baris'),
        ("dua | serap('__class__')", "tidak ada"),
        ("dua ~ teks", "daftar"),
        ("10 ** 18 | terbilang", "tidak diizinkan"),
        ("(1000000000 * 1000000000) | terbilang", "terlalu besar"),
        ("0 | romawi", "mulai dari satu"),
        ("kosong < 1", "kosong tidak dapat dibandingkan"),
        ("teks < 1", "tidak dapat dihitung atau dibandingkan"),
        ("bulat + teks", "tidak dapat dihitung"),
        ("bulat | persen(1, 2)", "isian yang salah"),
        ("jumlah()", "isian yang salah"),
        ("bulat(1)", "bukan fungsi"),
    ],
)
def test_nilai_salah(ungkapan: str, pesan: str) -> None:
    with pytest.raises(UngkapanSalah) as galat:
        nilai(ungkapan)
    assert pesan in galat.value.pesan
    assert galat.value.baris == 1


def test_angka_di_balik_nilai() -> None:
    assert nilai("bulat | bilang").angka == 1234
    assert nilai("hitung | persen").angka == Decimal(2) / 3
    assert nilai("teks").angka is None
    assert nilai("tahun").angka == 2025


@pytest.mark.parametrize(("akhir", "teks"), [(2027, "2025–2027"), (2026, "2025–2026"), (2025, "2025"), (2024, "-")])
def test_periode(akhir: int, teks: str) -> None:
    """One year prints as one; no year at all (a plan without transition) as a blank, which is found in a chapter."""
    v = sebagai_nilai(Periode(Tahun(2025, (A,)), Tahun(akhir, (B,))))
    assert (v.text, v.angka, v.asal) == (teks, None, (A, B))


def test_serap() -> None:
    desa = [Periode(Tahun(2020, (A,)), Tahun(2021, (B,)))]
    (v,) = jalankan("{{ d | serap('akhir') | daftar }}", {"d": desa}).nilai
    assert (v.text, v.asal) == ("2021", (B,))


def test_sambung_tetap_teks() -> None:
    """A joined text serves as a key like any other."""
    t = sambung(["Golongan ", Tahun(3, (A,))])
    assert (t, t.asal) == ("Golongan 3", (A,))
    assert {"Golongan 3": 1}[t] == 1


def test_nilai_yang_sudah_jadi() -> None:
    v = Value("x")
    assert sebagai_nilai(v) is v
    with pytest.raises(NilaiSalah):
        sebagai_nilai({})
