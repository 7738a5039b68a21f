"""Findings of two versions: what appeared, what is gone, and what the register accepts, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.banding.beda_temuan import TemuanBeda, banding_temuan
from generator.periksa.jalan import HasilPeriksa
from generator.temuan import Kumpulan, Temuan


def t(tempat: str, pesan: str = "dua spasi", pokok: str = "dan  atau", kode: str = "spasi-ganda") -> Temuan:
    return Temuan(kode, tempat, pesan, pokok=pokok)


def hasil(*temuan: Temuan, diterima: Sequence[tuple[Temuan, str]] = ()) -> HasilPeriksa:
    semua = Kumpulan()
    semua.masukkan(temuan)
    return HasilPeriksa(semua, tuple(diterima))


def test_what_appeared_and_what_is_gone_in_the_order_met() -> None:
    lama = [t("a.md:1", pokok=x) for x in ("tetap", "hilang satu", "hilang dua")]
    baru = [t("a.md:9", pokok=x) for x in ("muncul satu", "tetap", "muncul dua")]
    beda = banding_temuan(hasil(*lama), hasil(*baru))
    assert beda == TemuanBeda((baru[0], baru[2]), ((lama[1], ""), (lama[2], "")))
    assert not beda.sama


@pytest.mark.parametrize("pokok", ["dan  atau", ""])
def test_a_finding_that_shifts_is_the_same(pokok: str) -> None:
    beda = banding_temuan(hasil(t("a.md:1", pokok=pokok)), hasil(t("b.md:7", pokok=pokok)))
    assert beda == TemuanBeda((), ())
    assert beda.sama


def test_the_subject_makes_it_the_same_not_the_wording() -> None:
    assert banding_temuan(hasil(t("a:1", "dua spasi")), hasil(t("a:1", "spasi dua kali"))).sama
    satu, dua = t("a:1", "angka 4", ""), t("a:1", "angka 5", "")
    assert banding_temuan(hasil(satu), hasil(dua)) == TemuanBeda((dua,), ((satu, ""),))


def test_another_code_is_another_finding() -> None:
    satu, dua = t("a:1"), t("a:1", kode="kode-asing")
    assert banding_temuan(hasil(satu), hasil(dua)) == TemuanBeda((dua,), ((satu, ""),))


def test_of_several_alike_those_count_that_stand_elsewhere() -> None:
    a, b, c = (t(f"a.md:{n}") for n in (1, 2, 3))
    assert banding_temuan(hasil(b), hasil(a, b, c)).muncul == (a, c)
    assert banding_temuan(hasil(a, b, c), hasil(c)).hilang == ((a, ""), (b, ""))
    assert banding_temuan(hasil(a, b), hasil(c)).hilang == ((b, ""),)


def test_what_the_newer_register_accepts_is_gone_with_its_reason() -> None:
    satu, dua = t("a.md:1"), t("a.md:2", pokok="lain")
    beda = banding_temuan(hasil(satu, dua), hasil(diterima=[(t("a.md:5"), "kutipan")]))
    assert beda == TemuanBeda((), ((satu, "kutipan"), (dua, "")))


def test_what_the_older_register_accepted_appears_when_that_is_taken_back() -> None:
    assert banding_temuan(hasil(diterima=[(t("a.md:1"), "kutipan")]), hasil(t("a.md:1"))).muncul == (t("a.md:1"),)


def test_what_both_registers_accept_is_no_difference() -> None:
    diterima = [(t("a.md:1"), "kutipan")]
    assert banding_temuan(hasil(diterima=diterima), hasil(diterima=diterima)).sama
    assert banding_temuan(hasil(diterima=diterima), hasil()).sama
