"""The real content as Perjanjian Kinerja of each year: annexes, remainder and recapitulation are the Renja's total."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from cetakan import konteks_kalaena
from kantor import blok, isi_tabel, judul, tabel

from generator import pipeline
from generator.compute.pk import KonteksPk
from generator.periksa.bahan import Bahan
from generator.periksa.jalan import jalankan
from generator.periksa.pk import ATURAN
from generator.tempat import Tempat, tempat_pk
from generator.temuan import Kumpulan
from generator.tree.format import angka
from generator.tree.nodes import Document, SignaturePair, Table, plain

AKAR = Path(__file__).resolve().parents[1]
PAGU = {2026: 3_474_475_490, 2027: 3_563_126_458, 2028: 3_652_159_893, 2029: 3_743_419_163, 2030: 3_846_959_915}
JABATAN = {
    "camat": "kepala_daerah",
    "sekretaris": "camat",
    "kasubag-perencanaan": "sekretaris",
    "kasubag-umum": "sekretaris",
    "kasi-pemerintahan": "camat",
    "kasi-pemberdayaan": "camat",
    "kasi-trantib": "camat",
    "kasi-pelayanan": "camat",
}
BERSAMA = pipeline.buat_bersama()


@cache
def bahan(tahun: int) -> Bahan:
    tempat = Tempat(AKAR / "content", AKAR / "templates" / "renstra.docx", AKAR / "build")
    return pipeline.muat(tempat_pk(tempat, tahun), Kumpulan(), bersama=BERSAMA)


def konteks(tahun: int) -> KonteksPk:
    k = bahan(tahun).konteks
    assert isinstance(k, KonteksPk)
    return k


def dokumen(tahun: int) -> Document:
    return bahan(tahun).dokumen


def rupiah(teks: str) -> int:
    """What a cell prints."""
    return 0 if teks in ("", "-") else int(teks.replace(".", ""))


def pagu(tahun: int) -> int:
    """The Renja's total: the Renstra's, unless the year's workbook says otherwise."""
    k = konteks(tahun)
    return int(k.renja.pagu.nilai or 0) if k.renja.terisi else PAGU[tahun]


def jumlah(tahun: int, kode: str) -> int:
    return rupiah(isi_tabel(tabel(dokumen(tahun), f"pk-anggaran-{kode}"))["jumlah"][1])


@pytest.mark.parametrize("tahun", PAGU)
def test_eight_agreements_each_with_the_post_above(tahun: int) -> None:
    assert {str(p.kode): p.kedua.kode for p in konteks(tahun).pk.perjanjian} == JABATAN
    assert len([b for b in blok(dokumen(tahun)) if isinstance(b, SignaturePair)]) == 2 * len(JABATAN)
    assert len(judul(dokumen(tahun))) == 2 * len(JABATAN) + 2


@pytest.mark.parametrize("tahun", PAGU)
def test_the_camats_annex_is_the_renjas_total(tahun: int) -> None:
    """All programs and both sasaran."""
    isi = isi_tabel(tabel(dokumen(tahun), "pk-anggaran-camat"))
    program = {n: rupiah(b[2]) for n, b in isi.items() if n != "jumlah"}
    assert list(program) == [f"7.01.0{n}" for n in range(1, 7)]
    assert sum(program.values()) == jumlah(tahun, "camat") == pagu(tahun)
    assert len({n.partition("/")[0] for n in isi_tabel(tabel(dokumen(tahun), "pk-sasaran-camat"))}) == 2


@pytest.mark.parametrize("tahun", PAGU)
def test_the_annexes_below_add_up_to_those_above(tahun: int) -> None:
    """Sekretaris and Kasi to the Camat's; Kasubag and what nobody answers for to the Sekretaris'."""
    sisa = rupiah(isi_tabel(tabel(dokumen(tahun), "pk-sisa"))["jumlah"][1])
    di_bawah = {a: [n for n, atas in JABATAN.items() if atas == a] for a in ("camat", "sekretaris")}
    assert sum(jumlah(tahun, n) for n in di_bawah["camat"]) == jumlah(tahun, "camat")
    assert sum(jumlah(tahun, n) for n in di_bawah["sekretaris"]) + sisa == jumlah(tahun, "sekretaris")


@pytest.mark.parametrize("tahun", PAGU)
def test_every_sub_kegiatan_is_promised_once_or_remains(tahun: int) -> None:
    """Over the printed tables: no code twice, none left out, their amounts the Renja's total."""
    ada: dict[str, int] = {}
    for b in blok(dokumen(tahun)):
        if isinstance(b, Table) and (b.caption.name.startswith("pk-anggaran-") or b.caption.name == "pk-sisa"):
            for kunci, isi in isi_tabel(b).items():
                kode = kunci.partition("/")[0]
                if re.fullmatch(r"[\d.]+\.\d{4}", kode):
                    assert kode not in ada
                    ada[kode] = rupiah(isi[4] if b.caption.name == "pk-sisa" else isi[2])
    assert sum(ada.values()) == pagu(tahun)
    assert {k for k, n in ada.items() if n} == {str(s.kode) for s in konteks(tahun).renja.subkegiatan if s.pagu}


@pytest.mark.parametrize("tahun", PAGU)
def test_the_recapitulation(tahun: int) -> None:
    isi = isi_tabel(tabel(dokumen(tahun), "pk-rekapitulasi"))
    baris = [isi[n] for n in (*JABATAN, "sisa")]
    assert sum(rupiah(b[-1]) for b in baris) == pagu(tahun)
    assert isi["jumlah"][-1] == angka(pagu(tahun))
    assert [rupiah(n) for n in isi["jumlah"][1:4]] == [sum(rupiah(b[i]) for b in baris) for i in (-4, -3, -2)]


@pytest.mark.parametrize("tahun", PAGU)
def test_targets_are_those_of_the_year(tahun: int) -> None:
    """Of every indicator in an annex, as the plan has them."""
    k, lihat = konteks_kalaena(), konteks(tahun)
    banyak = 0
    for p in lihat.pk.perjanjian:
        t = isi_tabel(tabel(dokumen(tahun), f"pk-sasaran-{p.kode}"))
        for kunci, isi in t.items():
            i = k.rencana.indikator[kunci.partition("/")[2]]
            assert isi[-1].split(" ")[0].removesuffix("%") == angka(i.target[tahun], i.desimal), kunci
            banyak += 1
    assert banyak in (53, 54)  # one sub kegiatan rests in 2030


@pytest.mark.parametrize("tahun", PAGU)
def test_what_is_found(tahun: int) -> None:
    """Names and the day are missing, two sub kegiatan are nobody's; the chapters and the tables are sound."""
    temuan = [(t.kode, t.pokok) for t in jalankan(bahan(tahun)).temuan]
    milik = {a.kode for a in ATURAN}
    assert {kode for kode, _ in temuan} <= milik
    sisa = [pokok for kode, pokok in temuan if kode == "pk-tanpa-penanggung-jawab"]
    assert sisa == [str(b.kode) for b in konteks(tahun).pk.sisa] == [f"7.01.01.2.08.000{n}" for n in (1, 2)]
    tanpa_nama = {pokok for kode, pokok in temuan if kode == "pk-nama-kosong"}
    assert tanpa_nama >= {n for n in JABATAN if n != "camat"} and "camat" not in tanpa_nama


def test_the_year_of_transition_refers_to_its_guidance() -> None:
    def janji(tahun: int) -> str:
        return " ".join(plain(b.content) for b in blok(dokumen(tahun)) if hasattr(b, "content"))

    assert "menurut pedoman transisi dalam Renstra" in janji(2030)
    assert "pedoman transisi" not in janji(2029) and "merupakan penjabaran tahun 2029 dari kinerja" in janji(2029)
