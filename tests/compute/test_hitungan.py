"""Computed of the fictitious office: matrices, indicators, duties (budgets, plan: tests of their own)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kantor import Kantor

from generator.compute.konteks import Konteks
from generator.compute.matriks import Matriks
from generator.model.angka import Angka, Lokasi, Teks
from generator.model.pegawai import BarisMatriks

DI = Lokasi("a.xlsx", "S", "A1")


def matriks(judul: list[str], *baris: tuple[int | None, ...]) -> Matriks:
    return Matriks(
        [
            BarisMatriks.model_construct(nama=Teks(f"b{i}"), sel={j: Angka(n) for j, n in zip(judul, isi, strict=True)})
            for i, isi in enumerate(baris)
        ],
        "uji",
    )


# ---------------------------------------------------------------- matrices


def test_matriks() -> None:
    m = matriks(["Ruang: A", "Ruang: B", "Lain"], (1, 2, None), (0, 5, 3))
    assert [(k.kelompok, k.nama, k.kode, k.jumlah) for k in m.kolom] == [
        ("Ruang", "A", "A", 1),
        ("Ruang", "B", "B", 7),
        ("", "Lain", "Lain", 3),
    ]
    assert (m["b0"]["A"], m["b0"].jumlah, m["b1"].jumlah, m.jumlah) == (1, 3, 8, 11)
    assert (m.terbanyak.nama, m.kolom_terbanyak.nama) == ("b1", "B")
    with pytest.raises(LookupError, match='kolom "C" tidak ada; yang ada: A, B, Lain'):
        m["b0"]["C"]


def test_matriks_kolom_senama() -> None:
    """Columns of the same name under two headings stay apart."""
    m = matriks(["Pria: S1", "Pria: D3", "Wanita: S1"], (1, 2, 4))
    assert [(k.kode, k.nama, k.jumlah) for k in m.kolom] == [
        ("Pria: S1", "S1", 1),
        ("D3", "D3", 2),
        ("Wanita: S1", "S1", 4),
    ]
    assert (m["b0"]["Wanita: S1"], m.jumlah, m["b0"].jumlah) == (4, 7, 7)


def test_matriks_kosong() -> None:
    m = Matriks([], "uji")
    assert (list(m.kolom), list(m.baris), m.jumlah.nilai) == ([], [], None)


def test_terbanyak_pertama_dari_yang_sama() -> None:
    m = matriks(["A", "B"], (2, 2), (3, 1))
    assert (m.terbanyak.nama, m.kolom_terbanyak.nama) == ("b0", "A")


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.tuples(*[st.none() | st.integers(0, 99)] * n), min_size=1)))
def test_jumlah_baris_sama_dengan_jumlah_kolom(isi: list[tuple[int | None, ...]]) -> None:
    m = matriks([f"K{i}" for i in range(len(isi[0]))], *isi)
    angka = [n for baris in isi for n in baris if n is not None]
    assert m.jumlah.nilai == (sum(angka) if angka else None)
    assert sum(k.jumlah.nilai or 0 for k in m.kolom) == sum(b.jumlah.nilai or 0 for b in m.baris) == sum(angka)


# ---------------------------------------------------------------- names that prose speaks with


def test_kinerja(konteks_kantor: Konteks) -> None:
    k = konteks_kantor.kinerja
    assert [i.kode for i in k] == ["kunjungan", "literasi"]
    kunjungan = k["kunjungan"]
    assert [kunjungan.rasio[t].nilai for t in k.tahun] == [Decimal("0.9"), 1, None]
    assert kunjungan.desimal == 0
    assert [a.sel for a in kunjungan.rasio[2021].asal] == ["I2", "F2"]
    lalu = k.sasaran_lalu["baca"]
    assert (lalu.indikator.nama, [p.nama for p in lalu.program]) == (
        "Indeks Literasi",
        ["Program Pembinaan Perpustakaan"],
    )
    assert k.unsur.jumlah == 1


def test_periode(konteks_kantor: Konteks) -> None:
    p = konteks_kantor.periode
    assert (p.awal, p.akhir, p.dasar, p.lama) == (2024, 2026, 2023, 3)
    assert (p.berikut.awal, p.berikut.akhir) == (2027, 2029)


def test_penduduk(konteks_kantor: Konteks) -> None:
    p = konteks_kantor.penduduk
    assert p is not None
    assert (p.jumlah, p.rasio) == (900, Decimal("1.25"))
    assert [a.sel for a in p.jumlah.asal] == ["B2", "C2"]


def test_jabatan(konteks_kantor: Konteks) -> None:
    kepala = konteks_kantor.jabatan["kepala"]
    assert [b.kode for b in kepala.bawahan] == ["sekretaris", "layanan"]
    assert kepala.tugas_pokok == "memimpin dinas"
    assert list(kepala.fungsi) == ["perumusan kebijakan perpustakaan"]
    assert [(r.uraian, r.sub) for r in kepala.rincian] == [("menetapkan rencana", ("rencana tahunan",))]
    layanan = konteks_kantor.jabatan["layanan"]
    assert [(r.uraian, r.sub) for r in layanan.rincian] == [("meminjamkan buku", ())]
    assert list(layanan.fungsi) == ["pelayanan keliling"]
    sekretaris = konteks_kantor.jabatan["sekretaris"]
    assert (sekretaris.bawahan.jumlah, sekretaris.fungsi.jumlah, sekretaris.kedudukan) == (0, 0, "staf")


def test_rpjmd(konteks_kantor: Konteks) -> None:
    rp = konteks_kantor.rpjmd
    assert rp.misi_dilayani is rp.misi[1]
    assert rp.tujuan_dilayani is rp.tujuan[1]
    assert rp.sasaran_dilayani is rp.sasaran[1]
    (milik,) = rp.sasaran_tujuan[rp.tujuan[1].nomor]
    assert milik is rp.sasaran[1]


def test_hukum_wilayah_pegawai_dan_isu(konteks_kantor: Konteks) -> None:
    k = konteks_kantor
    assert [p.kode for p in k.hukum.daftar] == ["uu-43-2007"]
    assert k.hukum["perwali-9"].tentang == "Susunan Dinas"
    assert (k.batas.utara, k.batas.selatan) == (("Kota Sebelah",), ())
    assert (k.pegawai.jumlah, k.pegawai.pendidikan.jumlah, k.pegawai.per.nilai.month) == (9, 9, 9)
    assert k.pegawai.pendidikan.kolom_terbanyak.kode == "Perempuan: Sarjana"
    assert (k.isu.jumlah, k.isu.analisis.jumlah, k.desa.jumlah, k.mitra.jumlah) == (1, 2, 2, 1)


def test_yang_tidak_dilayani(kantor: Kantor) -> None:
    for lembar in ("Misi", "Tujuan", "Sasaran"):
        kantor.isi_sel(f"rpjmd › {lembar}!D2", "tidak")
    rp = kantor.konteks().rpjmd
    assert (rp.misi_dilayani, rp.tujuan_dilayani, rp.sasaran_dilayani) == (None, None, None)
