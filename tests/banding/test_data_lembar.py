"""Data of two versions by sheet: order, rows without keys, keys and values, a year's workbook, nothing changed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from isi_kantor import IsiKantor, Sunting, baca_lembar, banding, banding_isi, satu, sel
from kantor import Kantor
from kantor_renja import KOLOM_SUB, sub
from openpyxl import load_workbook

from generator.banding.beda_data import URUTAN
from generator.banding.data import banding_data
from generator.compute.konteks import Konteks
from generator.compute.renja import KonteksRenja
from generator.model.renja import IsiRenja, buku_renja
from generator.sources.buku_baru import judul_kolom
from generator.temuan import Kumpulan

SUB_KOLEKSI = "2.23.02.2.01.0001"

# ---------------------------------------------------------------- order


def test_order_counts_where_it_is_printed() -> None:
    def putar(tempat: str) -> Sunting:
        return lambda k: k.baris(tempat).append(k.baris(tempat).pop(0))

    b = satu(putar("strategi › Strategi"))
    assert (b.jenis, b.kunci, sel(b)) == ("pindah", "s1", {URUTAN: ("pindah", 1, 3)})
    assert b.asal_lama.endswith("Strategi!A2")
    assert b.asal_baru.endswith("Strategi!A4")
    for tempat in ("pendanaan › Pagu", "cascade › Nomenklatur", "cascade › Rencana", "penahapan › Tahapan"):
        assert banding(putar(tempat)) == []


def test_order_counts_among_rows_of_one_owner_only() -> None:
    indikator = "cascade › Indikator"
    assert banding(lambda k: k.baris(indikator).append(k.hapus(indikator, "iplm"))) == []
    assert satu(lambda k: k.baris(indikator).append(k.hapus(indikator, "kunjungan"))).kunci == "kunjungan"

    def milik_lain(k: IsiKantor) -> None:
        k.ubah(indikator, "puas", "Milik", "baca")
        k.baris(indikator).insert(0, k.hapus(indikator, "puas"))

    assert sel(satu(milik_lain)) == {"Milik": ("pindah", "layanan", "baca")}


# ---------------------------------------------------------------- sheets without keys, sheets of keys


def test_rows_without_key_are_known_by_their_words() -> None:
    b = satu(lambda k: k.baris("sarana › Sarana")[1].__setitem__(2, 130))
    assert (b.jenis, b.kunci, b.nama, sel(b)) == (
        *("berubah", "", "Bangunan"),
        {"Jumlah": ("berubah", Decimal("120.5"), 130)},
    )
    assert b.sel[0].asal_baru == "content/data/sarana.xlsx › Sarana!C3"
    tambah = satu(lambda k: k.baris("sarana › Sarana").insert(0, ["Kendaraan", "Mobil Keliling", 1, "Mesin"]))
    assert (tambah.jenis, tambah.nama) == ("ditambah", "Kendaraan")
    assert satu(lambda k: k.baris("sarana › Sarana").pop(0)).jenis == "dihapus"


def test_a_row_without_key_twice() -> None:
    b = satu(lambda k: k.baris("sarana › Sarana").append(k.baris("sarana › Sarana")[-1]))
    assert (b.jenis, b.asal_baru) == ("ditambah", "content/data/sarana.xlsx › Sarana!A5")


def test_a_sheet_of_keys_and_values() -> None:
    b = satu(lambda k: k.ubah("profil › Profil", "luas_km2", "Nilai", 25))
    assert (b.jenis, b.kunci, b.nama, b.asal_lama) == (
        "berubah",
        *(["luas_km2"] * 2),
        "content/data/profil.xlsx › Profil!B14",
    )
    assert sel(b) == {"Nilai": ("berubah", Decimal("12.5"), 25)}
    assert (b.sel[0].selisih, b.sel[0].bagian) == (Decimal("12.5"), 1)
    b = satu(lambda k: k.ubah("profil › Profil", "lintang", "Nilai", "2° LS"))
    assert (b.jenis, b.asal_lama, b.asal_baru[-3:]) == ("ditambah", "content/data/profil.xlsx › Profil", "B16")


# ---------------------------------------------------------------- nothing, a year's workbook


def test_nothing_changed(kantor: Kantor, kantor_asli: Kantor) -> None:
    """Nor in workbooks that another program saved again."""
    for nama in ("pendanaan", "cascade", "profil", "sarana", "ikk"):
        path = kantor.data / f"{nama}.xlsx"
        buku = load_workbook(path)
        buku.save(path)
    assert banding_data(kantor_asli.konteks(), kantor.konteks()) == []
    p = banding_isi(kantor_asli.konteks(), kantor.konteks())
    assert p.sama and p.pagu_berubah == [] and p.indikator == []


def _renja(k: Konteks, *baris: list[Any]) -> KonteksRenja:
    buku = buku_renja(2025)
    isi = {x.nama: (judul_kolom(x), []) for x in buku.lembar}
    isi["Umum"][1].extend([n, None, None] for n in ("tanggal", "rkpd", "tanggal_pk", "kepala_daerah"))
    isi["Sub Kegiatan"] = (["Kode", *KOLOM_SUB], list(baris))
    temuan = Kumpulan()
    medan = baca_lembar(buku, isi, temuan)
    assert not len(temuan), list(temuan)
    return KonteksRenja(k, IsiRenja(**medan), 2025)


@pytest.mark.parametrize("ada", [True, False])
def test_the_workbook_of_a_year(konteks_kantor: Konteks, ada: bool) -> None:
    lama = _renja(konteks_kantor, *([sub(SUB_KOLEKSI, Pagu=600, Target=120)] if ada else []))
    baru = _renja(konteks_kantor, sub(SUB_KOLEKSI, Pagu=900, Target=125, Alasan="buku baru"))
    p = banding_isi(lama, baru)
    (b,) = p.data
    assert (b.medan, b.jenis, b.nama) == ("rencana_tahun", "berubah" if ada else "ditambah", "Pengembangan Koleksi")
    assert sel(b)["Pagu"][1:] == (600 if ada else None, 900)
    (i,) = p.indikator  # the first of the sub kegiatan, and nothing but its target
    assert (i.nama, i.satuan) == ("Jumlah Judul", "Judul")
    assert i.milik == f"{SUB_KOLEKSI} Pengembangan Koleksi"
    assert sel(i.baris) == {"Target": ("berubah" if ada else "ditambah", 120 if ada else None, 125)}
    pagu = {x.kode: x for x in p.pagu}
    assert (pagu[SUB_KOLEKSI].tahun[2025].lama, pagu[SUB_KOLEKSI].tahun[2025].baru) == (600, 900)
    assert pagu["total"].tahun[2025].selisih == 300
    assert (pagu[SUB_KOLEKSI].tahun[2026].lama, pagu[SUB_KOLEKSI].tahun[2026].baru) == (700, 700)
    assert (pagu["total"].tahun[2026].lama, pagu["total"].tahun[2026].selisih) == (1990, 0)
