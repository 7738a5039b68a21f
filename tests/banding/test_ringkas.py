"""The terminal's summary line by line, and how values of a comparison are printed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from isi_kantor import IsiKantor, Sunting, banding_isi, tak

from generator.banding.cetak import banyak, bertanda, isi_sel, persen, rupiah
from generator.banding.perbandingan import Perbandingan
from generator.banding.ringkas import ringkasan
from generator.periksa.jalan import HasilPeriksa
from generator.temuan import Kumpulan
from generator.tree.nodes import Block, Heading, Paragraph, Text

LOMBA, KOLEKSI = "2.23.02.2.02.0003", "2.23.02.2.01.0001"


def banding(baru: Sunting = tak, lama: Sunting = tak) -> Perbandingan:
    a, b = IsiKantor(), IsiKantor()
    lama(a)
    baru(b)
    return banding_isi(a.konteks(), b.konteks())


def baris(p: Perbandingan) -> list[str]:
    awal, *sisa = ringkasan(p).split("\n")
    assert awal == "RENSTRA: v1.0 → kini"
    return sisa


def test_nothing() -> None:
    assert baris(banding()) == ["  Tidak ada perubahan."]


def test_an_amount_by_year_and_in_total() -> None:
    def sunting(k: IsiKantor) -> None:
        k.ubah("pendanaan › Pagu", KOLEKSI, "Pagu 2025", 750)
        k.ubah("pendanaan › Pagu", KOLEKSI, "Pagu 2026", 0)

    assert baris(banding(sunting)) == [
        "  Naskah        tidak berubah",
        "  Data          1 baris (2 sel): 1 berubah",
        "  Pagu          2.23.02 Program Pembinaan Perpustakaan",
        "                  2025: 600 → 750 (+150, +25,00%)",
        "                  2026: 790 → 90 (−700, −88,61%)",
        "                Jumlah: 5.190 → 4.640 (−550, −10,60%)",
    ]


def test_sums_that_stay_and_a_base_of_nothing() -> None:
    def lama(k: IsiKantor) -> None:
        k.ubah("pendanaan › Pagu", KOLEKSI, "Pagu 2024", None)

    def baru(k: IsiKantor) -> None:
        k.ubah("pendanaan › Pagu", KOLEKSI, "Pagu 2025", 100)

    assert baris(banding(baru, lama))[2:] == [
        "  Pagu          2.23.02 Program Pembinaan Perpustakaan",
        "                  2024: – → 500 (+500)",
        "                  2025: 600 → 100 (−500, −83,33%)",
        "                Jumlah: 4.690, tetap",
    ]


def test_a_program_that_came_and_rows_of_every_kind() -> None:
    def sunting(k: IsiKantor) -> None:
        k.baris("cascade › Nomenklatur").append(["2.23.03", "Program Arsip"])
        k.baris("cascade › Rencana").append(["2.23.03", "tertib", "Tertib", None])
        k.ubah("cascade › Nomenklatur", "2.23.01", "Nama", "Program Umum")
        k.ubah("strategi › Strategi", "s2", "Sasaran", "tertib")
        k.hapus("profil › Desa", "hulu")
        k.ubah("cascade › Indikator", "puas", "Target 2025", 81.5)

    assert baris(banding(sunting)) == [
        "  Naskah        tidak berubah",
        "  Data          6 baris (11 sel): 2 ditambah, 1 dihapus, 1 berubah, 1 pindah, 1 ganti nama",
        "  Pagu          2.23.01 Program Umum (ganti nama)",
        "                2.23.03 Program Arsip (ditambah)",
        "                Jumlah: 5.190, tetap",
        "  Indikator     1 baris berubah",
    ]


def test_pagu_that_did_not_change_is_not_told() -> None:
    def sunting(k: IsiKantor) -> None:
        k.ubah("mitra › Mitra", "sekolah", "Peran", "Mengirim guru")

    assert not any("Pagu" in b or "Jumlah" in b for b in baris(banding(sunting)))


def test_text_findings_numbers_and_what_cannot_be_marked() -> None:
    def paragraf(*isi: str) -> list[Block]:
        return [Paragraph((Text(x),)) for x in isi]

    def judul(nomor: str) -> Heading:
        return Heading(1, (Text("GAMBARAN"),), number=nomor, word="BAB")

    k = IsiKantor().konteks()
    lama, baru = Kumpulan(), Kumpulan()
    lama.tambah("spasi-ganda", "a.md:1", "dua spasi")
    for n in range(2):
        baru.tambah("spasi-ganda", "a.md:1", f"dua spasi {n}")
    naskah = ([*paragraf("Satu."), judul("I")], [*paragraf("Dua."), judul("II"), *paragraf("Tiga.")])
    p = banding_isi(k, k, naskah, (HasilPeriksa(lama), HasilPeriksa(baru)))
    p = replace(p, beda=replace(p.beda, tak_tertandai=["satu", "dua"]))
    jumlah = len(p.beda.perubahan)
    assert baris(p) == [
        f"  Naskah        {jumlah} perubahan: {jumlah} paragraf",
        "  Data          tidak berubah",
        "  Temuan        2 muncul, 1 hilang",
        "  Nomor         1 bergeser, mulai dari BAB I → BAB II",
        "  Tak tertanda  2 perubahan, tercantum di halaman pertama redline",
    ]


def test_findings_alone_are_a_change() -> None:
    k = IsiKantor().konteks()
    baru = Kumpulan()
    baru.tambah("spasi-ganda", "a.md:1", "dua spasi")
    p = banding_isi(k, k, hasil=(HasilPeriksa(Kumpulan()), HasilPeriksa(baru)))
    assert not p.sama
    assert baris(p)[-1] == "  Temuan        1 muncul, 0 hilang"


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("isi", "teks"),
    [(None, "–"), ("", "–"), ("satu", "satu"), (1234567, "1.234.567"), (Decimal("82.75"), "82,75"), (0, "0")],
)
def test_a_cell(isi: str | int | Decimal | None, teks: str) -> None:
    assert isi_sel(isi) == teks


@pytest.mark.parametrize(
    ("n", "teks"),
    [
        *((None, ""), (0, "0"), (1000, "+1.000"), (-1000, "−1.000")),
        *((Decimal("0.50"), "+0,5"), (Decimal("-1E+3"), "−1.000")),
    ],
)
def test_a_difference_with_its_sign(n: int | Decimal | None, teks: str) -> None:
    assert bertanda(n) == teks


@pytest.mark.parametrize(
    ("n", "teks"),
    [
        *((None, ""), (Decimal("0.0125"), "+1,25%"), (Decimal(-1), "−100,00%"), (Decimal(0), "0,00%")),
        *((Decimal("0.123450"), "+12,35%"), (Decimal("-0.123450"), "−12,35%"), (Decimal(12), "+1.200,00%")),
        *((Decimal("0.00001"), "0,00%"), (Decimal("-0.00001"), "0,00%")),
    ],
)
def test_percent(n: Decimal | None, teks: str) -> None:
    assert persen(n) == teks


def test_amounts_and_counts() -> None:
    assert [rupiah(n) for n in (None, 0, 15103000)] == ["–", "0", "15.103.000"]
    assert banyak(1234) == "1.234"
