"""Column types by themselves: numbers typed as text, dates, codes; what an error says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError, create_model

from generator.model import kolom
from generator.model.angka import Angka, Lokasi
from generator.model.bilangan import baca_angka
from generator.model.kolom import Baris, Sel, Tanggal, tampil
from generator.tree import format as cetak

DI = Lokasi("a.xlsx", "Data", "B7")


def baca(jenis: Any, isi: Any, **sel: Any) -> tuple[Any, list[tuple[str, Lokasi, str]]]:
    """The value of a cell of a column type, and the warnings."""
    peringatan: list[tuple[str, Lokasi, str]] = []
    konteks = {"peringatan": lambda *p: peringatan.append(p[:3])}
    baris = _baris(jenis).model_validate({"nilai": Sel(isi, DI, **sel), "lokasi": DI}, context=konteks)
    return baris.nilai, peringatan


@cache
def _baris(jenis: Any) -> Any:
    return create_model("Uji", __base__=Baris, nilai=(jenis, ...))


def tolak(jenis: Any, isi: Any, **sel: Any) -> tuple[str, str]:
    """(code, message) of a refused cell."""
    with pytest.raises(ValidationError) as galat:
        baca(jenis, isi, **sel)
    (g,) = galat.value.errors()
    return g["type"], g["msg"]


# ---------------------------------------------------------------- numbers typed as text

TERBACA = [
    ("1234567", 1234567),
    ("1.234.567", 1234567),
    ("1.234.567,89", Decimal("1234567.89")),
    ("1234567,5", Decimal("1234567.5")),
    ("1.234,5", Decimal("1234.5")),
    ("1234,567", Decimal("1234.567")),
    ("0,5", Decimal("0.5")),
    ("82,75", Decimal("82.75")),
    ("1,2345", Decimal("1.2345")),
    ("-7", -7),
    ("-1.234.567", -1234567),
    ("Rp 1.000.000", 1000000),
    ("Rp1.000.000", 1000000),
    ("Rp\u00a01.000.000", 1000000),
    ("  12  ", 12),
]
TAK_TERBACA = [
    ("1.234", "angka-rancu"),
    ("1,234", "angka-rancu"),
    ("12.5", "angka-rancu"),
    ("1,234,567", "angka-rancu"),
    ("1.234,567.8", "angka-rancu"),
    ("12.34.567", "angka-rancu"),
    ("Rp 1.234", "angka-rancu"),
    ("1,", "angka-rancu"),
    ("15 juta", "data-bukan-angka"),
    ("1 234 567", "data-bukan-angka"),
    ("Rp", "data-bukan-angka"),
    ("--5", "data-bukan-angka"),
    ("5%", "data-bukan-angka"),
    ("١٢", "data-bukan-angka"),
    (".", "data-bukan-angka"),
    ("9" * 41, "data-bukan-angka"),
    ("9" * 16, "data-bukan-angka"),
]


@pytest.mark.parametrize(("teks", "nilai"), TERBACA)
def test_baca_angka(teks: str, nilai: int | Decimal) -> None:
    hasil = baca_angka(teks)
    assert (hasil, type(hasil)) == (nilai, type(nilai))


@pytest.mark.parametrize(("teks", "kode"), TAK_TERBACA)
def test_angka_tak_terbaca(teks: str, kode: str) -> None:
    assert tolak(kolom.PecahanBoleh, teks)[0] == kode


@pytest.mark.parametrize("teks", ["1234567,5", "0,5"])
def test_pecahan_sebagai_teks(teks: str) -> None:
    assert tolak(kolom.Rupiah, teks)[0] == "angka-tak-bulat"
    nilai, peringatan = baca(kolom.Pecahan, teks)
    assert nilai == Decimal(teks.replace(",", "."))
    assert [(kode, di) for kode, di, _ in peringatan] == [("angka-sebagai-teks", DI)]
    assert f'teks "{teks}"; dibaca sebagai {teks}' in peringatan[0][2]


@given(st.integers(0, 10**15 - 1))
def test_bulat_tercetak_terbaca_lagi(nilai: int) -> None:
    """A printed whole number reads back, but for one with a single dot, which could be a fraction."""
    teks = cetak.angka(nilai)
    rancu = teks.count(".") == 1
    assert baca_angka(teks) == (None if rancu else nilai)
    assert baca_angka(str(nilai)) == nilai
    assert baca_angka(f"Rp {teks}") == (None if rancu else nilai)


@given(st.integers(0, 10**9), st.integers(1, 99), st.integers(1, 2))
def test_pecahan_tercetak_terbaca_lagi(bulat: int, pecahan: int, desimal: int) -> None:
    nilai = Decimal(bulat) + Decimal(pecahan % 10**desimal) / 10**desimal
    assert baca_angka(cetak.angka(nilai, desimal)) == nilai
    assert baca_angka(f"-{cetak.angka(nilai, desimal)}") == -nilai


@given(st.text(alphabet="0123456789.,-Rp ", max_size=45))
def test_teks_apa_pun_terbaca_atau_ditolak(teks: str) -> None:
    """Whatever is typed gives a number, a blank, or a finding of the catalogue; nothing else."""
    try:
        nilai, _ = baca(kolom.PecahanBoleh, teks)
    except ValidationError as e:
        assert {g["type"] for g in e.errors()} <= {"angka-rancu", "data-bukan-angka", "angka-negatif"}
    else:
        assert isinstance(nilai, Angka)
        assert nilai.nilai is None or nilai.nilai >= 0


# ---------------------------------------------------------------- cells of numbers


@pytest.mark.parametrize(
    ("jenis", "isi", "nilai"),
    [
        (kolom.Bulat, 7, 7),
        (kolom.Bulat, Decimal("7.0"), 7),
        (kolom.BulatBoleh, None, None),
        (kolom.BulatBoleh, "  ", None),
        (kolom.Rupiah, 10**15 - 1, 10**15 - 1),
        (kolom.Pecahan, Decimal("82.75"), Decimal("82.75")),
        (kolom.Tahun, 2025, 2025),
    ],
)
def test_angka(jenis: Any, isi: Any, nilai: Any) -> None:
    a, peringatan = baca(jenis, isi)
    assert (a.nilai, a.asal, peringatan) == (nilai, (DI,), [])
    assert type(a.nilai) is type(nilai)


@pytest.mark.parametrize(
    ("jenis", "isi", "kode"),
    [
        (kolom.Bulat, None, "sel-kosong"),
        (kolom.Bulat, "", "sel-kosong"),
        (kolom.Bulat, True, "data-bukan-angka"),
        (kolom.Bulat, Decimal("7.5"), "angka-tak-bulat"),
        (kolom.BulatBoleh, -1, "angka-negatif"),
        (kolom.Rupiah, 10**15, "data-bukan-angka"),
        (kolom.Rupiah, -(10**15), "data-bukan-angka"),
        (kolom.PecahanBoleh, Decimal("1e300"), "data-bukan-angka"),
        (kolom.Tahun, 1944, "tahun-salah"),
        (kolom.Tahun, 2101, "tahun-salah"),
        (kolom.Tahun, None, "sel-kosong"),
    ],
)
def test_angka_salah(jenis: Any, isi: Any, kode: str) -> None:
    assert tolak(jenis, isi)[0] == kode


def test_rumus_yang_sudah_dihitung() -> None:
    assert baca(kolom.Bulat, 5, rumus=True)[0] == 5
    assert baca(kolom.TeksWajib, "a", rumus=True)[0] == "a"
    assert baca(kolom.BulatBoleh, "", rumus=True)[0].nilai is None
    assert tolak(kolom.BulatBoleh, None, rumus=True)[0] == "rumus-belum-dihitung"


def test_strip_dibaca_nol_dengan_peringatan() -> None:
    a, peringatan = baca(kolom.BulatBoleh, "-")
    assert a.nilai == 0
    assert [p[0] for p in peringatan] == ["angka-sebagai-teks"]


# ---------------------------------------------------------------- text, codes, dates, choices


def test_teks_dirapatkan() -> None:
    teks, _ = baca(kolom.TeksWajib, "  dua\n kata\u00a0 ")
    assert teks == "dua kata"
    assert teks.asal == (DI,)
    assert baca(kolom.TeksBoleh, "  ")[0] is None


def test_kode_boleh_kosong() -> None:
    assert baca(kolom.KodeBoleh, None)[0] is None
    assert baca(kolom.KodeBoleh, "", rumus=True)[0] is None
    assert baca(kolom.KodeBoleh, "a-1.b")[0] == "a-1.b"
    assert tolak(kolom.KodeBoleh, None, rumus=True)[0] == "rumus-belum-dihitung"
    assert tolak(kolom.KodeBoleh, None, galat="#N/A")[0] == "sel-galat"
    assert tolak(kolom.Kode, True)[0] == "teks-berisi-angka"


@pytest.mark.parametrize(
    ("jenis", "isi", "hari", "harian"),
    [
        (kolom.TanggalWajib, 45902, date(2025, 9, 2), True),
        (kolom.TanggalWajib, "2025-09-02", date(2025, 9, 2), True),
        (kolom.BulanWajib, " 2025-08 ", date(2025, 8, 1), False),
    ],
)
def test_tanggal(jenis: Any, isi: Any, hari: date, harian: bool) -> None:
    assert baca(jenis, isi)[0] == Tanggal(hari, (DI,), harian)


@pytest.mark.parametrize(
    ("jenis", "isi", "kode"),
    [
        (kolom.TanggalWajib, 2025, "tanggal-salah"),
        (kolom.TanggalWajib, True, "tanggal-salah"),
        (kolom.TanggalWajib, Decimal("45902.5"), "tanggal-salah"),
        (kolom.TanggalWajib, "02-09-2025", "tanggal-salah"),
        (kolom.TanggalWajib, "2025-02-29", "tanggal-salah"),
        (kolom.TanggalWajib, " ", "sel-kosong"),
        (kolom.BulanWajib, "2025-00", "tanggal-salah"),
        (kolom.BulanWajib, "0000-01", "tanggal-salah"),
        (kolom.BulanWajib, 45870, "tanggal-salah"),
        (kolom.BulanWajib, None, "sel-kosong"),
        (kolom.YaTidak, "YA", "pilihan-salah"),
        (kolom.YaTidak, None, "sel-kosong"),
        (kolom.YaTidak, 1, "teks-berisi-angka"),
        (kolom.Nip, "19691025199802100", "kode-salah"),
        (kolom.Nip, "19691025 199802 1 004", "kode-salah"),
    ],
)
def test_tanggal_pilihan_dan_nip_salah(jenis: Any, isi: Any, kode: str) -> None:
    assert tolak(jenis, isi)[0] == kode


def test_ya_tidak() -> None:
    assert baca(kolom.YaTidak, "ya")[0] is True
    assert baca(kolom.YaTidak, "tidak")[0] is False


def test_tampil() -> None:
    assert tampil("a" * 70) == '"' + "a" * 57 + '…"'
    assert tampil(Decimal("1.5")) == "1,5"
    assert tampil(False) == "SALAH (FALSE)"
