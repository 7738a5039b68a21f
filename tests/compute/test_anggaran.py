"""Budget and spending: parents are the sums of their children, and every figure says in words how it came about."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.compute.anggaran import Anggaran, Pos
from generator.compute.konteks import Konteks
from generator.model.anggaran import AnggaranRealisasi, Nomenklatur, induk
from generator.model.angka import Angka, Lokasi, Teks

DI = Lokasi("a.xlsx", "S", "A1")
KODE = st.from_regex(r"1\.01\.0[12]\.2\.0[12]\.000[1-3]", fullmatch=True)
UANG = st.none() | st.integers(0, 10**12)


def pos_pos(p: Pos) -> Iterator[Pos]:
    yield p
    for anak in p.anak:
        yield from pos_pos(anak)


@given(st.dictionaries(KODE, st.lists(UANG, min_size=4, max_size=4), min_size=1, max_size=12))
def test_induk_adalah_jumlah_anaknya(isi: dict[str, list[int | None]]) -> None:
    baris = [
        AnggaranRealisasi.model_construct(
            kode=Teks(k),
            lokasi=DI,
            anggaran={2021: Angka(n[0]), 2022: Angka(n[1])},
            realisasi={2021: Angka(n[2]), 2022: Angka(n[3])},
        )
        for k, n in isi.items()
    ]
    a = Anggaran(baris, [])
    assert a.total.anggaran[2022].nilai == _jumlah(n[1] for n in isi.values())
    assert [p.kode for p in a.subkegiatan] == sorted(isi)
    assert {p.kode for p in a.program} == {induk(induk(k)) for k in isi}
    for p in pos_pos(a.total):
        for jenis in ("anggaran", "realisasi"):
            for tahun in (2021, 2022):
                nilai = getattr(p, jenis)[tahun].nilai
                assert not p.anak or nilai == _jumlah(getattr(x, jenis)[tahun].nilai for x in p.anak)
        dasar, atas = p.anggaran[2021].nilai, p.realisasi[2021].nilai
        assert p.rasio[2021].nilai == (Decimal(atas) / dasar if dasar and atas is not None else None)


def _jumlah(nilai: object) -> int | None:
    ada = [n for n in nilai if n is not None]  # type: ignore[attr-defined]
    return sum(ada) if ada else None


def test_anggaran(konteks_kantor: Konteks) -> None:
    a = konteks_kantor.anggaran
    assert [t.nilai for t in a.tahun] == [2021, 2022, 2023]
    assert (a.program.jumlah, a.kegiatan.jumlah, a.subkegiatan.jumlah) == (2, 2, 3)
    pembinaan = a.program["2.23.02"]
    assert pembinaan.nama == "Program Pembinaan Perpustakaan"
    assert [pembinaan.anggaran[t] for t in a.tahun] == [10, 40, 60]
    assert [pembinaan.realisasi[t] for t in a.tahun] == [10, 40, 30]
    assert [pembinaan.rasio[t] for t in a.tahun] == [1, 1, Decimal("0.5")]
    assert (pembinaan.pertumbuhan, pembinaan.pertumbuhan_realisasi) == (Decimal("1.75"), Decimal("1.375"))
    assert [a.total.anggaran[t] for t in a.tahun] == [110, 240, 360]
    assert (a.total.kode, a.total.nama) == ("", "Total")
    assert a.subkegiatan["2.23.02.2.01.0001"].pertumbuhan.nilai is None
    sel = [asal.sel for asal in pembinaan.anggaran[2022].asal]
    assert sel == ["C3", "C4"]


def test_rasio_tertinggi_dan_terendah(konteks_kantor: Konteks) -> None:
    p = konteks_kantor.anggaran.program["2.23.02"]
    assert (p.rasio_tertinggi.tahun, p.rasio_tertinggi.nilai) == (2021, 1)  # the first of equals
    assert (p.rasio_terendah.tahun, p.rasio_terendah.nilai) == (2023, Decimal("0.5"))
    baru = konteks_kantor.anggaran.subkegiatan["2.23.02.2.01.0001"]
    assert baru.rasio_tertinggi.tahun == 2022  # years without a ratio do not count


def test_urutan_menurut_kode() -> None:
    nol = {2021: Angka(0)}
    baris = [
        AnggaranRealisasi.model_construct(kode=Teks(f"1.01.01.2.{k}.0001"), anggaran=nol, realisasi=nol, lokasi=DI)
        for k in ("02", "01")
    ]
    nama = [Nomenklatur.model_construct(kode=Teks("1.01.01.2.01"), nama=Teks("Satu"), lokasi=DI)]
    a = Anggaran(baris, nama)
    assert [p.nama for p in a.kegiatan] == ["Satu", "1.01.01.2.02"]  # a code without a name prints itself


# ---------------------------------------------------------------- the formula in words


def test_jumlah_mengatakan_apa_yang_dijumlahkan(konteks_kantor: Konteks) -> None:
    """A line is summed from the level below it; what was typed was not computed."""
    a = konteks_kantor.anggaran
    garis = {
        "sub kegiatan": a.kegiatan["2.23.02.2.01"],
        "kegiatan": a.program["2.23.02"],
        "program": a.total,
    }
    tahun = (2021, 2022, 2023)
    for tingkat, pos in garis.items():
        assert [pos.anggaran[t].rumus for t in a.tahun] == [f"jumlah anggaran {t} {tingkat}" for t in tahun]
        assert [pos.realisasi[t].rumus for t in a.tahun] == [f"jumlah realisasi {t} {tingkat}" for t in tahun]
    sub = a.subkegiatan["2.23.02.2.01.0001"]
    assert {x[t].rumus for x in (sub.anggaran, sub.realisasi) for t in a.tahun} == {""}


def test_rasio_dan_pertumbuhan_mengatakan_rumusnya(konteks_kantor: Konteks) -> None:
    p = konteks_kantor.anggaran.program["2.23.02"]
    assert {t: r.rumus for t, r in p.rasio.items()} == {t: f"realisasi {t} / anggaran {t}" for t in (2021, 2022, 2023)}
    assert p.pertumbuhan.rumus == "rata-rata pertumbuhan tahunan anggaran"
    assert p.pertumbuhan_realisasi.rumus == "rata-rata pertumbuhan tahunan realisasi"
    assert p.rasio_tertinggi.nilai.rumus == "realisasi 2021 / anggaran 2021"
    assert p.rasio_terendah.nilai.rumus == "realisasi 2023 / anggaran 2023"


def test_angka_membawa_sel_asalnya(konteks_kantor: Konteks) -> None:
    """A ratio those of both its parts, growth those of all years, a year of the highest ratio those of the ratio."""
    p = konteks_kantor.anggaran.program["2.23.02"]
    assert set(p.rasio[2021].asal) == {*p.anggaran[2021].asal, *p.realisasi[2021].asal}
    assert set(p.pertumbuhan.asal) == {x for a in p.anggaran.values() for x in a.asal}
    assert set(p.pertumbuhan_realisasi.asal) == {x for a in p.realisasi.values() for x in a.asal}
    assert p.rasio_tertinggi.tahun.asal == p.rasio[2021].asal


def test_nama_formulir_dan_tahun(konteks_kantor: Konteks) -> None:
    a = konteks_kantor.anggaran
    assert a.formulir == "T-C.24"
    assert [t.nilai for t in (a.tahun.awal, a.tahun.akhir)] == [2021, 2023]
    kegiatan = a.kegiatan["2.23.02.2.01"]
    assert [kegiatan.lokasi == sub.lokasi for sub in kegiatan.anak] == [True, False]  # that of its first line
