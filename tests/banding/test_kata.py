"""Words compared: both versions come back from the marks, and the marks are as small as words."""

from __future__ import annotations

import pytest
from dua_versi import Acak
from hypothesis import given
from hypothesis import strategies as st

from generator.banding.kata import BATAS_RINCI, banding_kata, kata, sidik, susun, tanpa_rujukan
from generator.tree.nodes import (
    Deleted,
    Emphasis,
    Formula,
    Inline,
    Inlines,
    Inserted,
    LineBreak,
    Reference,
    Strong,
    Text,
    Value,
    plain,
)


def t(teks: str) -> Inlines:
    return (Text(teks),)


def ambil(isi: Inlines, simpan: type[Inserted] | type[Deleted]) -> Inlines:
    """What stands there when one sort of mark stays and the other goes."""
    hasil: list[Inline] = []
    for n in isi:
        if isinstance(n, (Inserted, Deleted)):
            hasil += n.children if isinstance(n, simpan) else ()
        else:
            hasil.append(n)
    return tuple(hasil)


def tanda(lama: Inlines, baru: Inlines) -> str:
    """The result as text: [-gone-], [+new+]."""
    return "".join(
        f"[-{plain(n.children)}-]"
        if isinstance(n, Deleted)
        else f"[+{plain((n,))}+]"
        if isinstance(n, Inserted)
        else plain((n,))
        for n in banding_kata(lama, baru)[0]
    )


@given(st.randoms(use_true_random=False))
def test_both_versions_come_back(rng: object) -> None:
    acak = Acak(rng)  # type: ignore[arg-type]
    lama = acak.isi(kosong=True)
    baru = acak.isi(kosong=True) if acak.ya(3) else acak.ubah_isi(acak.ubah_isi(lama, kosong=True), kosong=True)
    hasil, berubah = banding_kata(lama, baru)
    assert sidik(susun(kata(ambil(hasil, Inserted)))) == sidik(susun(kata(baru)))
    # references that are gone are words
    assert sidik(susun(kata(tanpa_rujukan(ambil(hasil, Deleted))))) == sidik(susun(kata(tanpa_rujukan(lama))))
    assert (berubah == 0) == (sidik(susun(kata(lama))) == sidik(susun(kata(baru))))
    assert berubah or hasil is baru


@given(st.randoms(use_true_random=False))
def test_words_put_together_again_read_the_same(rng: object) -> None:
    isi = Acak(rng).isi()  # type: ignore[arg-type]
    assert plain(susun(kata(isi))) == plain(isi)
    assert [(k.kunci, k.gaya) for k in kata(susun(kata(isi)))] == [(k.kunci, k.gaya) for k in kata(isi)]


@pytest.mark.parametrize(
    ("lama", "baru", "hasil"),
    [
        ("pagu naik 5%", "pagu turun 5%", "pagu [-naik-][+turun+] 5%"),
        ("satu dua", "satu baru dua", "satu [+baru +]dua"),
        ("satu dua tiga", "satu tiga", "satu [-dua -]tiga"),
        ("", "baru", "[+baru+]"),
        ("lama", "", "[-lama-]"),
        # a figure is one word, and so is a word with a hyphen; punctuation stands alone
        ("Rp1.250.000,50", "Rp1.350.000,50", "[-Rp1.250.000,50-][+Rp1.350.000,50+]"),
        ("sub-bagian", "sub-unit", "[-sub-bagian-][+sub-unit+]"),
        ("naik, tetap", "naik; tetap", "naik[-,-][+;+] tetap"),
        # a phrase is read as one: the blank within it belongs to it
        (
            "oleh Camat di sini pada Senin",
            "oleh Lurah di sini pada Rabu",
            "oleh [-Camat-][+Lurah+] di sini pada [-Senin-][+Rabu+]",
        ),
        (
            "oleh Camat Lama di sini saja",
            "oleh Lurah Baru di sini",
            "oleh [-Camat Lama-][+Lurah Baru+] di sini[- saja-]",
        ),
        ("oleh Camat Lama di", "oleh Lurah Baru di", "oleh [-Camat Lama-][+Lurah Baru+] di"),
    ],
)
def test_marks_by_word(lama: str, baru: str, hasil: str) -> None:
    assert tanda(t(lama), t(baru)) == hasil


def test_the_number_of_passages() -> None:
    assert banding_kata(t("a b c d e"), t("a x c d y"))[1] == 2
    assert banding_kata(t("a b"), t("a b")) == (t("a b"), 0)


def test_values_and_texts_are_the_same_words() -> None:
    """Whether a figure was typed or computed is nobody's change; half a value is text."""
    baru = (Text("Rp"), Value("1.000 juta"))
    assert banding_kata(t("Rp1.000 juta"), baru) == (baru, 0)
    hasil, _ = banding_kata((Value("12 orang"),), (Value("12 guru"),))
    assert hasil == (Text("12 "), Deleted(t("orang")), Inserted(t("guru")))
    utuh, _ = banding_kata((Text("dari "), Value("12 orang")), (Text("oleh "), Value("12 orang")))
    assert utuh[-1] == Value("12 orang") or Value("12 orang") in utuh


def test_a_blank_value_parts_no_word() -> None:
    lama = (Emphasis(t("satu")), Value(""), Emphasis(t("dua")))
    assert [k.kunci for k in kata(lama)] == ["satudua"]
    assert banding_kata(lama, (Emphasis(t("satudua")),))[1] == 0


def test_style_is_part_of_a_word() -> None:
    hasil, n = banding_kata(t("satu dua"), (Text("satu "), Strong(t("dua"))))
    assert hasil == (Text("satu "), Deleted(t("dua")), Inserted((Strong(t("dua")),)))
    assert n == 1
    bersarang = (Strong((Text("a "), Emphasis(t("b")))),)
    assert banding_kata(bersarang, (Strong(t("a ")), Strong((Emphasis(t("b")),))))[1] == 0


def test_a_reference_is_what_it_points_at() -> None:
    lama, baru = (Reference("tabel:a", "Tabel 3.4"),), (Reference("tabel:a", "Tabel 3.5"),)
    assert banding_kata(lama, baru) == (baru, 0)
    hasil, _ = banding_kata(lama, (Reference("tabel:b", "Tabel 3.4"),))
    assert hasil == (Deleted(t("Tabel 3.4")), Inserted((Reference("tabel:b", "Tabel 3.4"),)))
    assert sidik(t("Tabel 3.4")) != sidik(lama)


def test_a_formula_and_a_break_are_words() -> None:
    hasil, _ = banding_kata((Formula("a", "a"), LineBreak()), (Formula("b", "b"), LineBreak()))
    assert hasil == (Deleted((Formula("a", "a"),)), Inserted((Formula("b", "b"),)), LineBreak())
    assert banding_kata(t("a b"), (Text("a"), LineBreak(), Text("b")))[1] == 1


def test_references_become_words_at_any_depth() -> None:
    isi = (Strong((Emphasis((Reference("bab:1", "Bab I"),)),)), Value("5"))
    assert tanpa_rujukan(isi) == (Strong((Emphasis(t("Bab I")),)), Value("5"))


def test_long_passages_are_replaced_as_one() -> None:
    """Beyond the bound nothing quadratic is tried; common ends are found all the same."""
    n = int(BATAS_RINCI**0.5) + 10
    lama, baru = ("awal " + " ".join(f"{h}{k} sama" for k in range(n)) + " akhir" for h in "ab")
    hasil, berubah = banding_kata(t(lama), t(baru))
    assert berubah == 1
    assert [type(x) for x in hasil] == [Text, Deleted, Inserted, Text]
    assert (plain(hasil[:1]), plain(hasil[-1:])) == ("awal ", " sama akhir")
