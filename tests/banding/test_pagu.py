"""Pagu of two versions: sums reconcile in both and in the difference, whatever moved, came or went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from isi_kantor import IsiKantor, Sunting, baca_lembar, tak
from kantor import DEPAN

from generator.banding.data import banding_data
from generator.banding.pagu import TOTAL, PaguBeda, Selisih, banding_pagu
from generator.compute.konteks import Konteks
from generator.model.anggaran import induk
from generator.model.rencana import BUKU, BUKU_PENDANAAN
from generator.temuan import Kumpulan

KOLEKSI, LOMBA, RAPAT = "2.23.02.2.01.0001", "2.23.02.2.02.0003", "2.23.01.2.01.0001"


def banding_konteks(lama: Konteks, baru: Konteks) -> dict[str, PaguBeda]:
    hasil = banding_pagu(lama, baru, banding_data(lama, baru))
    cocok(hasil, lama, baru)
    return {p.kode: p for p in hasil}


def banding(baru: Sunting, lama: Sunting = tak) -> dict[str, PaguBeda]:
    a, b = IsiKantor(), IsiKantor()
    lama(a)
    baru(b)
    return banding_konteks(a.konteks(), b.konteks())


def tiga(s: Selisih) -> tuple[Any, Any, Any]:
    return s.lama or 0, s.baru or 0, s.selisih


def jumlah(nilai: Iterable[Selisih]) -> tuple[Any, ...]:
    semua = [tiga(s) for s in nilai]
    return tuple(sum(n) for n in zip(*semua, strict=True)) if semua else (0, 0, 0)


def cocok(hasil: list[PaguBeda], lama: Konteks, baru: Konteks) -> None:
    """What is above is the sum of what is below, by year and in all; the total is that of the sheets."""
    assert hasil[-1].kode == TOTAL
    assert [p.kode for p in hasil[:-1]] == sorted({p.kode for p in hasil[:-1]})
    tahun = sorted({t for p in hasil for t in p.tahun})
    for p in hasil:
        anak = [x for x in hasil if x.tingkat != "total" and induk(x.kode) == ("" if p.kode == TOTAL else p.kode)]
        assert list(p.tahun) == tahun
        assert tiga(p.jumlah) == jumlah(p.tahun.values())
        assert p.jumlah.selisih == sum(s.selisih for s in p.tahun.values())
        if p.tingkat != "subkegiatan":
            assert anak or p.kode == TOTAL or p.jumlah == Selisih(None, None)
            assert [tiga(s) for s in p.tahun.values()] == [jumlah(x.tahun[t] for x in anak) for t in tahun]
            assert tiga(p.jumlah) == jumlah(x.jumlah for x in anak)
    for t in tahun:
        lembar = [sum(b.pagu[t].nilai or 0 for b in k.isi.pagu if t in b.pagu) for k in (lama, baru)]
        assert tiga(hasil[-1].tahun[t])[:2] == tuple(lembar)


def keterangan(hasil: dict[str, PaguBeda]) -> dict[str, str]:
    return {k: p.keterangan for k, p in hasil.items() if p.keterangan}


# ---------------------------------------------------------------- edits


def test_an_amount_goes_up_to_the_total() -> None:
    hasil = banding(lambda k: k.ubah("pendanaan › Pagu", KOLEKSI, "Pagu 2025", 750))
    berubah = {k: tiga(p.tahun[2025]) for k, p in hasil.items() if p.berubah}
    assert berubah == {
        "2.23.02": (600, 750, 150),
        "2.23.02.2.01": (600, 750, 150),
        KOLEKSI: (600, 750, 150),
        "total": (1700, 1850, 150),
    }
    assert {k: p.tingkat for k, p in hasil.items() if p.berubah} == {
        **{"2.23.02": "program", "2.23.02.2.01": "kegiatan"},
        **{KOLEKSI: "subkegiatan", "total": "total"},
    }
    assert hasil[KOLEKSI].tahun[2025].bagian == Decimal("0.25")
    assert hasil[KOLEKSI].jumlah == Selisih(1800, 1950)
    assert not hasil[KOLEKSI].tahun[2024].berubah
    assert hasil["total"].nama == "Jumlah"


def test_what_moves_to_another_kegiatan_counts_under_either_code() -> None:
    ke = "2.23.01.2.01.0009"
    hasil = banding(lambda k: k.ganti_kode(KOLEKSI, ke))
    assert keterangan(hasil) == {KOLEKSI: f"pindah ke {ke}", ke: f"pindah dari {KOLEKSI}"}
    assert (hasil[KOLEKSI].jumlah, hasil[ke].jumlah) == (Selisih(1800, None), Selisih(None, 1800))
    assert [tiga(hasil[k].jumlah)[2] for k in ("2.23.01", "2.23.02", "total")] == [1800, -1800, 0]
    assert hasil[KOLEKSI].berubah and not hasil["total"].berubah
    assert hasil[KOLEKSI].nama == hasil[ke].nama == "Pengembangan Koleksi"


def test_what_is_added_and_deleted() -> None:
    def baru(k: IsiKantor) -> None:
        k.hapus_kode(LOMBA)
        k.baris("cascade › Rencana").append(["2.23.02.2.01.0002", None, "Terlaksananya", None])
        k.baris("pendanaan › Pagu").append(["2.23.02.2.01.0002", 5, None, 7])

    hasil = banding(baru)
    assert keterangan(hasil) == {"2.23.02.2.01.0002": "ditambah", LOMBA: "dihapus"}
    assert hasil[LOMBA].jumlah == Selisih(90, None)
    assert (hasil[LOMBA].jumlah.selisih, hasil[LOMBA].jumlah.bagian) == (-90, -1)
    assert hasil["2.23.02.2.01.0002"].tahun == {
        2024: Selisih(None, 5),
        2025: Selisih(None, None),
        2026: Selisih(None, 7),
    }
    assert hasil["2.23.02.2.02"].jumlah == Selisih(90, None)
    assert tiga(hasil["total"].jumlah) == (5190, 5112, -78)


def test_another_name_is_a_change_without_a_difference() -> None:
    hasil = banding(lambda k: k.ubah("cascade › Nomenklatur", "2.23.02", "Nama", "Program Literasi"))
    assert keterangan(hasil) == {"2.23.02": "ganti nama"}
    assert (hasil["2.23.02"].nama, hasil["2.23.02"].berubah) == ("Program Literasi", True)
    assert not hasil["2.23.02"].jumlah.berubah


def test_what_is_new_is_new_though_the_nomenclature_knew_it_by_another_name() -> None:
    def baru(k: IsiKantor) -> None:
        k.ubah("cascade › Nomenklatur", "2.23.02.2.01.0002", "Nama", "Pekan Kunjung")
        k.baris("cascade › Rencana").append(["2.23.02.2.01.0002", None, "Terlaksananya", None])
        k.baris("pendanaan › Pagu").append(["2.23.02.2.01.0002", 5, 6, 7])

    assert keterangan(banding(baru)) == {"2.23.02.2.01.0002": "ditambah"}


def test_a_name_outside_the_plan_is_no_change_of_pagu() -> None:
    hasil = banding(lambda k: k.ubah("cascade › Nomenklatur", "2.23.02.2.01.0002", "Nama", "Pekan Kunjung"))
    assert not any(p.berubah for p in hasil.values())


@pytest.mark.parametrize(("tahun", "nilai"), [(2024, 0), (2025, None)])
def test_a_blank_against_zero_is_no_difference(tahun: int, nilai: int | None) -> None:
    s = banding(lambda k: k.ubah("pendanaan › Pagu", LOMBA, f"Pagu {tahun}", nilai))[LOMBA].tahun[tahun]
    assert {s.lama, s.baru} == {None, 0}
    assert (s.selisih, s.bagian, s.berubah) == (0, None, False)


def test_percent_of_nothing_is_none() -> None:
    for kolom in ("Pagu 2024", "Pagu 2025"):
        hasil = banding(lambda k, kolom=kolom: k.ubah("pendanaan › Pagu", LOMBA, kolom, 50))  # type: ignore[misc]
        s = hasil[LOMBA].tahun[int(kolom[-4:])]
        assert (s.selisih, s.bagian) == (50, None)
        assert hasil["2.23.02"].tahun[int(kolom[-4:])].bagian is not None
    assert Selisih(None, None).bagian is None
    assert Selisih(3, 4).bagian == Decimal(1) / 3


def test_a_year_that_one_version_has() -> None:
    def tambah(k: IsiKantor) -> None:
        for tempat, judul in (("pendanaan › Pagu", "Pagu"), ("cascade › Indikator", "Target")):
            kepala, baris = k.lembar(tempat)
            n = kepala.index(f"{judul} 2026") + 1
            for b, nilai in zip((kepala, *baris), (f"{judul} 2027", *range(1, len(baris) + 1)), strict=True):
                b.insert(n, nilai)

    for hasil, berubah in ((banding(tambah), 6), (banding(tak, tambah), -6)):
        assert hasil["total"].tahun[2027].selisih == hasil["total"].jumlah.selisih == berubah
    hasil = banding(tambah, lambda k: k.ganti_kode(LOMBA, "2.23.02.2.02.0009"))
    assert hasil["2.23.02.2.02.0009"].tahun[2027] == Selisih(None, None)


# ---------------------------------------------------------------- random plans

Rencana = dict[str, list[int | None]]


class Acak:
    """Edits the pagu of sub kegiatan by code, as far as a plan stays one."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.nama: dict[str, str] = {}

    def kode(self) -> str:
        return f"2.23.0{self.rng.randrange(1, 4)}.2.0{self.rng.randrange(1, 4)}.000{self.rng.randrange(1, 5)}"

    def pagu(self) -> list[int | None]:
        return [self.rng.choice((None, 0, self.rng.randrange(1, 10**12))) for _ in DEPAN]

    def rencana(self) -> Rencana:
        hasil = {self.kode(): self.pagu() for _ in range(self.rng.randrange(1, 7))}
        self.nama = {k: self.rng.choice(("Rapat", f"Sub {k}")) for k in hasil}
        return hasil

    def sunting(self, lama: Rencana) -> Rencana:
        hasil = dict(lama)
        for _ in range(self.rng.randrange(1, 6)):
            kode, lain = self.rng.choice([*hasil]), self.kode()
            match self.rng.randrange(4):
                case 0 if len(hasil) > 1:
                    del hasil[kode]
                case 1 if lain not in hasil:
                    hasil[lain] = self.pagu()
                case 2 if lain not in hasil:  # moves
                    hasil[lain] = hasil.pop(kode)
                    self.nama[lain] = self.nama.get(kode, "Rapat")
                case _:
                    hasil[kode] = self.pagu()
        return hasil


@cache
def _kantor() -> Any:
    k = IsiKantor()
    k.baris("prioritas › Prioritas").clear()
    k.baris("cascade › Indikator")[:] = [b for b in k.baris("cascade › Indikator") if not b[1].startswith("2.")]
    return k, k.baca()


def konteks(rencana: Rencana, nama: dict[str, str]) -> Konteks:
    """The office with this plan."""
    kantor, isi = _kantor()
    kode = sorted({k.rsplit(".", n)[0] for k in rencana for n in (1, 3)} | rencana.keys())
    lembar = dict(kantor.data["cascade"])
    atas = [[k, None if "." in k[7:] else "layanan", "Uraian", None] for k in kode]
    lembar["Rencana"] = (lembar["Rencana"][0], atas)
    judul, tetap = lembar["Nomenklatur"]
    lembar["Nomenklatur"] = (judul, [[k, nama.get(k, f"Nama {k}")] for k in sorted({*kode, *(b[0] for b in tetap)})])
    pagu = {"Pagu": (kantor.data["pendanaan"]["Pagu"][0], [[k, *p] for k, p in rencana.items()])}
    temuan = Kumpulan()
    medan = baca_lembar(BUKU, lembar, temuan)
    medan |= baca_lembar(BUKU_PENDANAAN, kantor.data["pendanaan"] | pagu, temuan)
    assert not temuan.galat
    ganti = {n: medan[n] for n in ("rencana", "nomenklatur", "pagu")}
    return Konteks(replace(isi, **ganti))


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_sums_reconcile_whatever_is_edited(rng: Random) -> None:
    acak = Acak(rng)
    lama = acak.rencana()
    nama_lama = dict(acak.nama)
    baru = acak.sunting(lama)
    hasil = banding_konteks(konteks(lama, nama_lama), konteks(baru, acak.nama))
    for kode in lama.keys() | baru.keys():
        p = hasil[kode]
        assert [s.lama for s in p.tahun.values()] == lama.get(kode, [None] * 3)
        assert [s.baru for s in p.tahun.values()] == baru.get(kode, [None] * 3)
        assert bool(p.keterangan.startswith(("ditambah", "pindah dari"))) == (kode not in lama)
        assert bool(p.keterangan.startswith(("dihapus", "pindah ke"))) == (kode not in baru)
        if p.keterangan.startswith("pindah"):
            lain = hasil[p.keterangan.split()[-1]]
            assert lain.keterangan == f"pindah {'dari' if ' ke ' in p.keterangan else 'ke'} {kode}"
            assert lain.nama == p.nama
    assert hasil.keys() == lama.keys() | baru.keys() | {
        *(k.rsplit(".", n)[0] for k in (*lama, *baru) for n in (1, 3)),
        "total",
    }
