"""`perubahan.json` and `perubahan.xlsx`: the same numbers, read back; text stays text; same comparison, same bytes."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from isi_kantor import IsiKantor, banding_isi
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from generator.banding.berkas_json import tulis_json
from generator.banding.berkas_xlsx import buku_perubahan
from generator.banding.perbandingan import Perbandingan
from generator.periksa.jalan import HasilPeriksa
from generator.temuan import Kumpulan, Temuan
from generator.tree.nodes import Block, Heading, Paragraph, Text

LOMBA, KOLEKSI, BARU = "2.23.02.2.02.0003", "2.23.02.2.01.0001", "2.23.01.2.01.0009"


def bandingan() -> Perbandingan:
    """Something of everything."""
    a, b = IsiKantor(), IsiKantor()
    b.ganti_kode(LOMBA, BARU)
    b.ubah("pendanaan › Pagu", KOLEKSI, "Pagu 2025", 785)
    b.ubah("pendanaan › Pagu", BARU, "Pagu 2024", 0)
    b.ubah("pendanaan › Pagu", BARU, "Pagu 2025", 30)
    b.ubah("cascade › Indikator", "iplm", "Target 2024", 62.75)
    b.ubah("ikk › IKK", "k1", "Keterangan", '=HYPERLINK("x")')
    b.ubah("cascade › Nomenklatur", "2.23.01", "Nama", "=Program")
    b.ubah("kinerja_pelayanan › Indikator", "literasi", "Realisasi 2021", 61)
    b.baris("sarana › Sarana").append(["Koleksi", "007", 3, "Eks"])
    b.hapus("profil › Desa", "hulu")
    muncul, hilang = Kumpulan(), Kumpulan()
    muncul.tambah("spasi-ganda", "a.md:1", "dua spasi", pokok="dan  atau")
    hilang.tambah("spasi-ganda", "a.md:3", "dua spasi", pokok="lama")
    hilang.tambah("spasi-ganda", "a.md:4", "dua spasi", pokok="terima")
    diterima = ((Temuan("spasi-ganda", "a.md:4", "dua spasi", pokok="terima"), "kutipan"),)
    naskah: tuple[list[Block], list[Block]] = (
        [Paragraph((Text("Satu."),)), Heading(1, (Text("RENCANA"),), number="I", word="BAB")],
        [Paragraph((Text("=Dua."),)), Heading(1, (Text("RENCANA"),), number="II", word="BAB")],
    )
    p = banding_isi(a.konteks(), b.konteks(), naskah, (HasilPeriksa(hilang), HasilPeriksa(muncul, diterima)))
    return replace(p, beda=replace(p.beda, tak_tertandai=["sebuah gambar"]))


@pytest.fixture(scope="module")
def p() -> Perbandingan:
    return bandingan()


@pytest.fixture(scope="module")
def isi(p: Perbandingan) -> Any:
    return json.loads(tulis_json(p))


@pytest.fixture(scope="module")
def buku(p: Perbandingan) -> Workbook:
    return load_workbook(BytesIO(buku_perubahan(p)))


def baris(buku: Workbook, lembar: str) -> list[dict[str, Any]]:
    judul, *isi = buku[lembar].iter_rows(values_only=True)
    return [dict(zip(judul, b, strict=True)) for b in isi]


def empat(j: dict[str, Any]) -> tuple[Any, ...]:
    """Both values, difference and percent of JSON as the workbook has them."""
    persen = None if j["persen"] is None else pytest.approx(j["persen"] / 100)
    return (j["lama"], j["baru"], j["selisih"], persen)


def sel(b: dict[str, Any]) -> tuple[Any, ...]:
    return (b["Lama"], b["Baru"], b["Selisih"], b["Persen"])


# ---------------------------------------------------------------- both files


def test_data_is_the_same_in_both(p: Perbandingan, isi: Any, buku: Workbook) -> None:
    dari_json = [
        (
            *(b["jenis"], b["buku"], b["lembar"], b["kunci"] or None, b["nama"], s["kolom"], s["jenis"], *empat(s)),
            *(s["sumber_lama"] or None, s["sumber_baru"] or None),
        )
        for b in isi["data"]
        for s in b["sel"]
    ]
    assert [tuple(b.values()) for b in baris(buku, "Perubahan")] == dari_json
    assert len(dari_json) == p.jumlah_sel == isi["ringkasan"]["data"]["sel"] == 18
    assert len(isi["data"]) == isi["ringkasan"]["data"]["baris"] == len(p.data)
    assert isi["ringkasan"]["data"]["menurut_jenis"] == p.data_menurut_jenis
    assert {b["jenis"] for b in isi["data"]} == {"ditambah", "dihapus", "berubah", "pindah", "ganti nama"}
    for b, j in zip(p.data, isi["data"], strict=True):
        assert (j["sumber_lama"], j["sumber_baru"], j.get("kunci_lama", "")) == (b.asal_lama, b.asal_baru, b.kunci_lama)


def test_a_change_in_full(isi: Any) -> None:
    (b,) = (b for b in isi["data"] if b["kunci"] == KOLEKSI)
    asal = "content/data/pendanaan.xlsx › Pagu!"
    assert b == {
        **{"jenis": "berubah", "buku": "pendanaan.xlsx", "lembar": "Pagu", "kunci": KOLEKSI},
        **{"nama": "Pengembangan Koleksi", "sumber_lama": f"{asal}A3", "sumber_baru": f"{asal}A3"},
        "sel": [
            {
                **{"kolom": "Pagu 2025", "jenis": "berubah", "lama": 600, "baru": 785, "selisih": 185},
                **{"persen": 30.83, "sumber_lama": f"{asal}C3", "sumber_baru": f"{asal}C3"},
            }
        ],
    }
    (i,) = (s for b in isi["data"] if b["kunci"] == "iplm" for s in b["sel"])
    assert (i["lama"], i["baru"], i["selisih"], i["persen"]) == (62.5, 62.75, 0.25, 0.4)


def test_pagu_is_the_same_in_both_and_reconciles(isi: Any, buku: Workbook) -> None:
    lembar = baris(buku, "Pagu")
    dari_json = [
        (x["tingkat"], x["kode"] if x["kode"] != "total" else None, x["nama"], t, *empat(s), x["keterangan"] or None)
        for x in isi["pagu"]
        for t, s in (*x["tahun"].items(), ("Jumlah", x["jumlah"]))
    ]
    assert [tuple(b.values()) for b in lembar] == dari_json
    for tahun in ("2024", "2025", "2026", "Jumlah"):
        for kolom in ("Lama", "Baru", "Selisih"):
            total, *sisa = (
                sum(b[kolom] or 0 for b in lembar if b["Tingkat"] == t and b["Tahun"] == tahun)
                for t in ("total", "program", "kegiatan", "subkegiatan")
            )
            assert set(sisa) == {total}
    pindah = {b["Kode"]: b["Keterangan"] for b in lembar if b["Tahun"] == "Jumlah" and b["Keterangan"]}
    assert pindah == {LOMBA: f"pindah ke {BARU}", BARU: f"pindah dari {LOMBA}", "2.23.01": "ganti nama"}


def test_blanks_zeros_and_percent_of_nothing(isi: Any, buku: Workbook) -> None:
    pagu = {x["kode"]: x for x in isi["pagu"]}
    kosong = {"lama": None, "baru": None, "selisih": 0, "persen": None}
    assert pagu[LOMBA]["tahun"]["2024"] == kosong
    assert pagu[BARU]["tahun"]["2024"] == kosong | {"baru": 0}
    assert pagu[BARU]["tahun"]["2025"] == kosong | {"baru": 30, "selisih": 30}
    assert pagu[LOMBA]["tahun"]["2025"] == kosong | {"lama": 0}
    assert pagu[LOMBA]["tahun"]["2026"] == {"lama": 90, "baru": None, "selisih": -90, "persen": -100}
    menurut = {(b["Kode"], b["Tahun"]): sel(b) for b in baris(buku, "Pagu")}
    assert menurut[BARU, "2024"] == (None, 0, 0, None)
    assert menurut[LOMBA, "2026"] == (90, None, -90, -1)


def test_indicators_are_the_same_in_both(p: Perbandingan, isi: Any, buku: Workbook) -> None:
    dari_json = [
        (
            *(i["jenis"], i["lembar"], i["kode"], i["indikator"], i["satuan"], i["milik"] or None, s["kolom"]),
            *(*empat(s), s["sumber_lama"] or None, s["sumber_baru"] or None),
        )
        for i in isi["indikator"]
        for s in i["sel"]
    ]
    assert [tuple(b.values()) for b in baris(buku, "Indikator")] == dari_json
    sebut = {i["kode"]: (i["indikator"], i["satuan"], i["milik"]) for i in isi["indikator"]}
    assert sebut == {
        "literasi": ("Indeks Literasi", "Indeks", ""),
        "iplm": ("Indeks Literasi", "Indeks", "baca Terwujudnya masyarakat gemar membaca"),
        "lomba": ("Jumlah Lomba", "Kali", f"{BARU} Lomba Baca"),
        "k1": ("Rasio Koleksi", "Rasio", ""),
    }
    assert len(p.indikator) == len(isi["indikator"])


def test_a_unit_is_that_of_its_own_sheet() -> None:
    """A key indicator and one of the former plan may have one code."""
    a, b = IsiKantor(), IsiKantor()
    for k, target in ((a, 1), (b, 2)):
        k.baris("ikk › IKK").append(["literasi", "Rasio Lain", "Rasio", target, 3, 4, None])
    (i,) = banding_isi(a.konteks(), b.konteks()).indikator
    assert (i.nama, i.satuan) == ("Rasio Lain", "Rasio")


def test_summary_of_the_workbook(p: Perbandingan, isi: Any, buku: Workbook) -> None:
    lembar = baris(buku, "Ringkasan")
    assert [lembar[0][k] for k in ("Hal", "Rincian", "Lama", "Baru")] == ["Dokumen", "RENSTRA", "v1.0", "kini"]
    banyak = {(b["Hal"], b["Rincian"]): b["Banyak"] for b in lembar if b["Banyak"] is not None}
    jenis = {("Perubahan data", f"baris {j}"): n for j, n in isi["ringkasan"]["data"]["menurut_jenis"].items()}
    unsur = {("Perubahan dalam dokumen", u): n for u, n in isi["ringkasan"]["naskah"]["menurut_unsur"].items()}
    assert banyak == {
        ("Perubahan dalam dokumen", "semua"): len(isi["naskah"]),
        ("Perubahan data", "baris"): len(isi["data"]),
        ("Perubahan data", "sel"): p.jumlah_sel,
        ("Temuan periksa", "muncul"): 1,
        ("Temuan periksa", "hilang"): 2,
        ("Nomor yang bergeser", None): 1,
        ("Tidak dapat ditandai", None): 1,
        **jenis,
        **unsur,
    }
    assert sum(jenis.values()) == len(isi["data"]) and sum(unsur.values()) == len(isi["naskah"]) > 0
    pagu = {(b["Hal"], b["Rincian"]): sel(b) for b in lembar if b["Hal"].startswith("Pagu")}
    assert len(pagu) == 3 * 4
    for x in isi["pagu"]:
        if x["tingkat"] in ("program", "total"):
            sebut = x["nama"] if x["tingkat"] == "total" else f"{x['kode']} {x['nama']}"
            assert pagu["Pagu 2025", sebut] == empat(x["tahun"]["2025"])
            assert pagu["Pagu semua tahun", sebut] == empat(x["jumlah"])


def test_findings_and_text_in_json(isi: Any) -> None:
    muncul = {
        "berat": "peringatan",
        "kode": "spasi-ganda",
        "tempat": "a.md:1",
        "pokok": "dan  atau",
        "pesan": "dua spasi",
    }
    assert isi["temuan"]["muncul"] == [muncul]
    lama = [{**muncul, "tempat": f"a.md:{n}", "pokok": x} for n, x in ((3, "lama"), (4, "terima"))]
    assert isi["temuan"]["hilang"] == [lama[0], {**lama[1], "diterima": "kutipan"}]
    assert isi["ringkasan"]["temuan"] == {"muncul": 1, "hilang": 2}
    assert {n["baru"] for n in isi["naskah"]} >= {"=Dua."}
    assert isi["nomor_bergeser"] == [{"lama": "BAB I", "baru": "BAB II"}]
    assert isi["tak_tertandai"] == ["sebuah gambar"]
    assert (isi["bentuk"], isi["dokumen"], isi["dari"], isi["ke"], isi["sama"]) == (1, "RENSTRA", "v1.0", "kini", False)


def test_nothing_changed() -> None:
    k = IsiKantor().konteks()
    p = banding_isi(k, k)
    isi = json.loads(tulis_json(p))
    assert isi["sama"] is True
    assert [isi[n] for n in ("data", "indikator", "naskah", "nomor_bergeser", "tak_tertandai")] == [[]] * 5
    buku = load_workbook(BytesIO(buku_perubahan(p)))
    assert [baris(buku, n) for n in ("Perubahan", "Indikator")] == [[], []]
    assert {b["Selisih"] for b in baris(buku, "Pagu")} == {0}


def test_the_same_bytes(p: Perbandingan) -> None:
    lain = bandingan()
    assert tulis_json(lain) == tulis_json(p)
    assert buku_perubahan(lain) == buku_perubahan(p)
    with zipfile.ZipFile(BytesIO(buku_perubahan(p))) as z:
        assert {(e.date_time, e.create_system, e.compress_type) for e in z.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0, zipfile.ZIP_STORED)
        }
