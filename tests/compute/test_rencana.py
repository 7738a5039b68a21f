"""The plan's tree: nodes by level and code, labels, summed pagu and where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kantor import Kantor

from generator.compute.daftar import Periode, Tahun
from generator.compute.rencana import Cabang, Rencana
from generator.model.anggaran import Nomenklatur, induk, tingkat
from generator.model.angka import Angka, Lokasi, Teks
from generator.model.isi import Isi
from generator.model.rencana import Pagu, Sasaran, Tujuan
from generator.model.rencana import Rencana as BarisRencana

PERIODE = Periode(Tahun(2024), Tahun(2026))
DI = Lokasi("a.xlsx", "S", "A1")


@pytest.fixture(scope="module")
def isi(kantor_asli: Kantor) -> Isi:
    hasil, temuan = kantor_asli.baca()
    assert hasil is not None, list(temuan)
    return hasil


@pytest.fixture(scope="module")
def rencana(isi: Isi) -> Rencana:
    return Rencana(isi, PERIODE)


def cabang(c: Cabang) -> Iterator[Cabang]:
    """The node and all below it."""
    yield c
    for a in c.anak:
        yield from cabang(a)


def semua(r: Rencana) -> list[Cabang]:
    return [c for t in r.tujuan for c in cabang(t)]


# ---------------------------------------------------------------- the tree of the fictitious office


def test_pohon(rencana: Rencana) -> None:
    """From the top in the order of the sheets, below in the order of codes; what only history knows is left out."""
    assert [str(c.kode) for c in semua(rencana)] == [
        *("baca", "layanan", "2.23.02", "2.23.02.2.01", "2.23.02.2.01.0001", "2.23.02.2.02", "2.23.02.2.02.0003"),
        *("arsip", "tertib", "2.23.01", "2.23.01.2.01", "2.23.01.2.01.0001"),
    ]
    assert [c.tingkat for c in semua(rencana)][-5:] == ["tujuan", "sasaran", "program", "kegiatan", "subkegiatan"]
    assert [str(p.kode) for p in rencana.program] == ["2.23.01", "2.23.02"]
    banyak = {n: getattr(rencana, n).jumlah for n in ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")}
    assert banyak == {"tujuan": 2, "sasaran": 2, "program": 2, "kegiatan": 3, "subkegiatan": 3}
    assert [a.sel for a in rencana.program.jumlah.asal] == ["A2", "A5"]


def test_nama_dan_uraian(rencana: Rencana) -> None:
    """The official name from the nomenclature, outcome or output from the plan; a sasaran's wording is its name."""
    kegiatan, sasaran = rencana["2.23.02.2.02"], rencana["layanan"]
    assert (kegiatan.nama, kegiatan.uraian) == ("Pembudayaan Gemar Membaca", "Terselenggaranya lomba")
    assert (kegiatan.nama.asal[0].lembar, kegiatan.uraian.asal[0].lembar) == ("Nomenklatur", "Rencana")
    assert sasaran.nama == sasaran.uraian == "Meningkatnya layanan perpustakaan"
    assert list(sasaran.strategi) == ["Menambah koleksi", "Membuka malam"]
    assert list(kegiatan.strategi) == []


def test_label(rencana: Rencana) -> None:
    """Programs are numbered by code, outcomes and outputs by their place under tujuan and sasaran."""
    assert {str(c.kode): (c.label, c.label_uraian) for c in semua(rencana)} == {
        "baca": ("T1", "T1"),
        "layanan": ("S1.1", "S1.1"),
        "2.23.02": ("PROG. 2", "OC1.1.1"),
        "2.23.02.2.01": ("KEG. 2.1", "OT1.1.1.1"),
        "2.23.02.2.01.0001": ("SUB KEG. 2.1.1", ""),
        "2.23.02.2.02": ("KEG. 2.2", "OT1.1.1.2"),
        "2.23.02.2.02.0003": ("SUB KEG. 2.2.1", ""),
        "arsip": ("T2", "T2"),
        "tertib": ("S2.1", "S2.1"),
        "2.23.01": ("PROG. 1", "OC2.1.1"),
        "2.23.01.2.01": ("KEG. 1.1", "OT2.1.1.1"),
        "2.23.01.2.01.0001": ("SUB KEG. 1.1.1", ""),
    }


def test_label_dan_nomor_berasal(rencana: Rencana) -> None:
    assert [s.nomor for s in rencana.sasaran] == [1, 2]
    assert all(c.label.asal == c.nomor.asal == c.asal for c in semua(rencana))


def test_urutan_lembar(isi: Isi) -> None:
    """Turned around, tujuan and sasaran follow their sheet; programs and below follow their codes."""
    r = Rencana(replace(isi, rencana=isi.rencana[::-1], tujuan=isi.tujuan[::-1], pagu=isi.pagu[::-1]), PERIODE)
    assert [t.kode for t in r.tujuan] == ["arsip", "baca"]
    assert [p.kode for p in r.program] == ["2.23.01", "2.23.02"]
    assert [g.kode for g in r["2.23.02"].anak] == ["2.23.02.2.01", "2.23.02.2.02"]
    assert (r["arsip"].label, r["2.23.01"].label, r["2.23.01"].label_uraian) == ("T1", "PROG. 1", "OC1.1.1")


def test_turunan_dan_ke_atas(rencana: Rencana) -> None:
    tujuan, sub = rencana["baca"], rencana["2.23.02.2.01.0001"]
    assert [[c.kode for c in d] for d in (tujuan.sasaran, tujuan.program)] == [["layanan"], ["2.23.02"]]
    assert (tujuan.kegiatan.jumlah, tujuan.subkegiatan.jumlah) == (2, 2)
    assert tujuan.kegiatan["2.23.02.2.02"] is rencana["2.23.02.2.02"]
    assert list(sub.subkegiatan) == [sub]
    assert sub.kegiatan.jumlah == 0
    atas = [c.kode for t in ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan") if (c := sub.ke_atas(t))]  # type: ignore[arg-type]
    assert atas == ["baca", "layanan", "2.23.02", "2.23.02.2.01", "2.23.02.2.01.0001"]
    assert tujuan.ke_atas("program") is None
    with pytest.raises(LookupError, match=r'kode "2.23.09" tidak ada dalam rencana'):
        rencana["2.23.09"]


def test_indikator(rencana: Rencana) -> None:
    """Any number of them to a node, in the order of the sheet; the list of all holds the same ones."""
    assert [i.kode for i in rencana["layanan"].indikator] == ["kunjungan", "puas"]
    assert [i.kode for i in rencana["2.23.02.2.01.0001"].indikator] == ["judul", "eksemplar"]
    assert list(rencana["arsip"].indikator) == []
    puas = rencana.indikator["puas"]
    assert rencana["layanan"].indikator["puas"] is puas
    assert (puas.sebutan, puas.desimal, puas.baseline.nilai) == ("Kepuasan Pemustaka (Nilai)", 2, None)
    assert [a.sel for a in puas.sebutan.asal] == ["C4", "D4"]
    assert [str(puas.target[t].nilai) for t in rencana.tahun] == ["80.5", "81", "82.25"]
    assert [rencana.indikator["lomba"].target[t].nilai for t in rencana.tahun] == [None, 1, 2]


def test_penanggung_jawab(rencana: Rencana) -> None:
    jabatan = [rencana[k].penanggung_jawab for k in ("2.23.01.2.01", "2.23.01.2.01.0001", "layanan")]
    assert [j.singkatan if j else None for j in jabatan] == ["Sekdis", None, None]


# ---------------------------------------------------------------- pagu


def test_pagu_dijumlahkan(rencana: Rencana) -> None:
    """Blanks count as nothing, and a sum of blanks alone is blank, not 0."""
    pagu = {k: [rencana[k].pagu[t].nilai for t in rencana.tahun] for k in ("2.23.02.2.02", "2.23.02", "baca", "arsip")}
    assert pagu == {
        "2.23.02.2.02": [None, 0, 90],
        "2.23.02": [500, 600, 790],
        "baca": [500, 600, 790],
        "arsip": [1000, 1100, 1200],
    }
    assert [rencana.pagu[t] for t in rencana.tahun] == [1500, 1700, 1990]
    assert (rencana["2.23.02"].pagu_jumlah, rencana["arsip"].pagu_jumlah, rencana.pagu_jumlah) == (1890, 3300, 5190)


def test_asal_pagu(rencana: Rencana) -> None:
    """A sum knows every cell that went into it, in the order of codes, and says what it is the sum of."""
    kegiatan, program = rencana["2.23.02.2.01"].pagu[2024], rencana["2.23.02"].pagu[2024]
    assert [str(a) for a in kegiatan.asal] == ["content/data/pendanaan.xlsx › Pagu!B3"]
    assert [a.sel for a in program.asal] == ["B3", "B4"]
    assert [a.sel for a in rencana.pagu[2026].asal] == ["D2", "D3", "D4"]
    assert {a.sel for a in rencana.pagu_jumlah.asal} == {f"{k}{b}" for k in "BCD" for b in (2, 3, 4)}
    assert (kegiatan.rumus, program.rumus) == ("jumlah pagu 2024 sub kegiatan", "jumlah pagu 2024 kegiatan")
    assert rencana["baca"].pagu[2024].rumus == "jumlah pagu 2024 sasaran"
    assert rencana["2.23.01.2.01.0001"].pagu[2024].rumus == ""
    assert rencana["2.23.02"].pagu_jumlah.rumus == "jumlah pagu semua tahun Program Pembinaan Perpustakaan"


def test_tanpa_anak_dan_tanpa_pagu(isi: Isi) -> None:
    """A sasaran without programs and a sub kegiatan without a row of pagu have none, which is not 0."""
    r = Rencana(replace(isi, rencana=isi.rencana[:3], pagu=isi.pagu[1:]), PERIODE)
    assert [c.pagu_jumlah.nilai for c in semua(r)] == [None] * 7
    assert [c.kode for c in r["baca"].program] == []
    assert r.pagu_jumlah.nilai is None
    assert r.tahun.awal == 2024


def test_program_terbesar(isi: Isi, rencana: Rencana) -> None:
    """The most in all years, not in one; the first by code of equals; blanks are the least."""
    assert rencana.program_terbesar.kode == "2.23.01"

    def terbesar(*pagu: tuple[int | None, ...]) -> str:
        baris = zip(isi.pagu, pagu, strict=True)
        ubah = (
            p.model_copy(update={"pagu": dict(zip((2024, 2025, 2026), map(Angka, n), strict=True))}) for p, n in baris
        )
        return str(Rencana(replace(isi, pagu=tuple(ubah)), PERIODE).program_terbesar.kode)

    assert terbesar((9, 0, 0), (5, 5, 0), (0, 0, 0)) == "2.23.02"
    assert terbesar((9, 0, 0), (0, 5, 0), (0, 0, 4)) == "2.23.01"
    assert terbesar((None,) * 3, (None, 1, None), (None,) * 3) == "2.23.02"


def test_tanpa_pagu_awal(rencana: Rencana) -> None:
    """Blank and 0 in the first year alike; 0 in a later year is no matter."""
    assert [s.kode for s in rencana.tanpa_pagu_awal] == ["2.23.02.2.02.0003"]


def test_tahun(isi: Isi, rencana: Rencana) -> None:
    """The years of the sheet, and of them those after the plan's own."""
    assert [t.nilai for t in rencana.tahun] == [2024, 2025, 2026]
    transisi = Rencana(isi, Periode(Tahun(2022), Tahun(2024))).tahun_transisi
    assert [t.nilai for t in transisi] == [2025, 2026]
    (satu,) = Rencana(isi, Periode(Tahun(2022), Tahun(2025))).tahun_transisi
    assert satu == 2026
    assert list(rencana.tahun_transisi) == []


# ---------------------------------------------------------------- any plan

KODE = st.from_regex(r"1\.01\.0[1-3]\.2\.0[12]\.000[12]", fullmatch=True)
UANG = st.none() | st.integers(0, 10**12)


@st.composite
def sembarang(draw: st.DrawFn) -> tuple[Rencana, dict[str, list[int | None]]]:
    """A plan of any sub kegiatan in any order, and their pagu of two years."""
    pagu = draw(st.dictionaries(KODE, st.lists(UANG, min_size=2, max_size=2), min_size=1, max_size=10))
    kode = sorted({k for sub in pagu for k in (sub, induk(sub), induk(induk(sub)))})
    sasaran = [f"s{i}" for i in range(draw(st.integers(1, 4)))]
    tujuan = [f"t{i}" for i in range(draw(st.integers(1, 3)))]

    def milik(k: str) -> Teks | None:
        return Teks(draw(st.sampled_from(sasaran))) if tingkat(k) == "program" else None

    rencana = [
        BarisRencana.model_construct(
            kode=Teks(k), sasaran=milik(k), uraian=Teks(k), penanggung_jawab=None, lokasi=Lokasi("a.xlsx", "R", k)
        )
        for k in draw(st.permutations(kode))
    ]
    isi = SimpleNamespace(
        pagu=[
            Pagu.model_construct(
                kode=Teks(k),
                pagu={t: Angka(n, (Lokasi("a", "P", f"{k}/{t}"),)) for t, n in zip((2024, 2025), uang, strict=True)},
            )
            for k, uang in pagu.items()
        ],
        indikator=[],
        jabatan=[],
        strategi=[],
        nomenklatur=[Nomenklatur.model_construct(kode=Teks(k), nama=Teks(f"Nama {k}")) for k in kode],
        rencana=rencana,
        sasaran=[
            Sasaran.model_construct(kode=Teks(s), tujuan=Teks(draw(st.sampled_from(tujuan))), uraian=Teks(s), lokasi=DI)
            for s in sasaran
        ],
        tujuan=[Tujuan.model_construct(kode=Teks(t), uraian=Teks(t), lokasi=DI) for t in tujuan],
    )
    return Rencana(cast(Any, isi), PERIODE), pagu


def _jumlah(nilai: list[int | None]) -> int | None:
    ada = [n for n in nilai if n is not None]
    return sum(ada) if ada else None


@given(sembarang())
def test_setiap_cabang_adalah_jumlah_sub_kegiatannya(p: tuple[Rencana, dict[str, list[int | None]]]) -> None:
    r, pagu = p
    assert [s.kode for s in r.subkegiatan] == sorted(pagu)
    for c in semua(r):
        for i, tahun in enumerate((2024, 2025)):
            ada = [pagu[str(s.kode)][i] for s in c.subkegiatan]
            assert c.pagu[tahun].nilai == _jumlah(ada)
            assert {a.sel for a in c.pagu[tahun].asal} == {f"{s.kode}/{tahun}" for s in c.subkegiatan}
        assert c.pagu_jumlah.nilai == _jumlah([n for s in c.subkegiatan for n in pagu[str(s.kode)]])
    assert r.pagu_jumlah.nilai == _jumlah([n for uang in pagu.values() for n in uang])


@given(sembarang())
def test_setiap_cabang_berlabel_sendiri_dan_berinduk(p: tuple[Rencana, dict[str, list[int | None]]]) -> None:
    r, _ = p
    daftar = semua(r)
    assert len({c.label for c in daftar}) == len(daftar) and all(c.label for c in daftar)
    uraian = [c.label_uraian for c in daftar if c.tingkat != "subkegiatan"]
    assert len(set(uraian)) == len(uraian) and all(uraian)
    for c in daftar:
        assert r[str(c.kode)] is c
        assert all(a.induk is c for a in c.anak)
        assert (c.induk is None) == (c.tingkat == "tujuan")
        if c.tingkat in ("kegiatan", "subkegiatan"):
            assert c.induk is not None and c.induk.kode == induk(c.kode)
            assert c.label.startswith(f"{c.label.rpartition(' ')[0]} {c.induk.label.rpartition(' ')[2]}.")
        if c.induk is not None and c.label_uraian:
            assert c.label_uraian.lstrip("SOCT").startswith(f"{c.induk.label_uraian.lstrip('SOCT')}.")
    for tingkatan in (r.program, r.kegiatan, r.subkegiatan):
        assert [c.kode for c in tingkatan] == sorted(c.kode for c in tingkatan)
