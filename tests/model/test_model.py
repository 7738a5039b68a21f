"""Codes of the nomenclature, and types that print more than their cells."""

from __future__ import annotations

from typing import get_type_hints

import pytest

from generator.model import hukum, isi, koreksi, profil
from generator.model.anggaran import induk, tingkat
from generator.model.angka import Lokasi, Teks
from generator.model.isi import SEMUA_BUKU, Isi

DI = Lokasi("a.xlsx", "S", "A1")


@pytest.mark.parametrize(
    ("kode", "jenis", "atas"),
    [
        ("7.01.01", "program", ""),
        ("X.XX.01", "program", ""),
        ("7.01.01.2.01", "kegiatan", "7.01.01"),
        ("7.01.01.1.01", "kegiatan", "7.01.01"),
        ("7.01.01.2.01.0001", "subkegiatan", "7.01.01.2.01"),
        ("7.01", "", ""),
        ("7.01.1", "", ""),
        ("7.01.01.3.01", "", ""),
        ("7.01.01.2.01.001", "", ""),
        ("7.01.01.2.01.0001.1", "", ""),
        ("", "", ""),
    ],
)
def test_tingkat_dan_induk(kode: str, jenis: str, atas: str) -> None:
    assert tingkat(kode) == jenis
    assert induk(kode) == atas


def test_peraturan() -> None:
    data = {"kode": "uu-1", "sebutan": "UU 1", "tentang": "Satu", "dalam_daftar": "ya", "lokasi": DI}
    tanpa = hukum.Peraturan.model_validate({**data, "keterangan": None})
    dengan = hukum.Peraturan.model_validate({**data, "keterangan": "(LN 1)"})
    assert (tanpa.judul, tanpa.lengkap, dengan.lengkap) == ("UU 1 tentang Satu",) * 2 + ("UU 1 tentang Satu (LN 1)",)
    assert tanpa.dalam_daftar is True


def test_sebutan_desa() -> None:
    desa = profil.Desa.model_validate({"kode": "a", "jenis": "Kelurahan", "nama": Teks("Hulu"), "lokasi": DI})
    assert desa.sebutan == "Kelurahan Hulu"


def test_setiap_lembar_mengisi_satu_medan() -> None:
    """The fields of `Isi` and the sheets of all workbooks are the same, each once, of the type that the sheet reads."""
    medan = [x.medan for b in SEMUA_BUKU for x in b.lembar]
    assert sorted(medan) == sorted(Isi.__dataclass_fields__)
    jenis = get_type_hints(Isi, vars(isi))
    for buku in SEMUA_BUKU:
        for x in buku.lembar:
            ada = jenis[x.medan] if x.tunggal else jenis[x.medan].__args__[0]
            assert issubclass(x.baris, ada)
            assert x.kunci == "" or x.kunci in x.baris.model_fields


def test_keputusan_koreksi_tertutup() -> None:
    data = {"kode": "a", "tempat": "b", "tercetak": None, "kini": None, "alasan": "c", "butir": None, "lokasi": DI}
    for keputusan in koreksi.KEPUTUSAN:
        assert koreksi.Koreksi.model_validate({**data, "keputusan": keputusan}).keputusan == keputusan
    with pytest.raises(ValueError, match="salah satu dari"):
        koreksi.Koreksi.model_validate({**data, "keputusan": "dihapus"})
