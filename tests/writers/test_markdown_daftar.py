"""Markdown: marks of lists within lists, and boxes."""

from __future__ import annotations

from typing import Any

from generator.tree.nodes import (
    Block,
    Caption,
    Cell,
    Document,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from generator.writers.markdown import tulis_markdown


def daftar(jenis: Any, *item: Any) -> List:
    """Items are texts or tuples of texts and lists."""
    isi = (i if isinstance(i, tuple) else (i,) for i in item)
    return List(
        jenis, tuple(ListItem(tuple(Paragraph((Text(b),)) if isinstance(b, str) else b for b in i)) for i in isi)
    )


def baris(*blok: Block) -> list[str]:
    return tulis_markdown(Document("J", (Section(blok),))).splitlines()[2:]


def test_marks_of_a_jenjang_hold_those_above() -> None:
    """Lists within go on in its kind, whatever kind they are of themselves, and count anew below each item."""
    dua = daftar("angka", ("b", daftar("huruf", "c", "d")), ("e", daftar("angka", "f")))
    tiga = daftar("angka", "h")
    assert baris(daftar("jenjang", ("a", "lanjut", dua), ("g", tiga)), daftar("jenjang", ("i", tiga))) == [
        "1. a",
        "   lanjut",
        "   1.1. b",
        "      1.1.1. c",
        "      1.1.2. d",
        "   1.2. e",
        "      1.2.1. f",
        "2. g",
        "   2.1. h",
        "",
        "1. i",
        "   1.1. h",
    ]


def test_bullets_within_a_jenjang_and_numbers_within_them() -> None:
    dalam = daftar("butir", ("b", daftar("angka", "c")))
    assert baris(daftar("jenjang", ("a", dalam), "d")) == ["1. a", "   - b", "      1) c", "2. d"]


def test_other_lists_keep_their_marks() -> None:
    dalam = daftar("angka", ("b", daftar("angka", "c", "d")))
    assert baris(daftar("angka", ("a", dalam))) == ["1. a", "   a. b", "      1) c", "      2) d"]
    assert baris(daftar("huruf", ("a", dalam))) == ["a. a", "   1) b", "      a) c", "      b) d"]


def test_a_box_has_its_title_and_no_number() -> None:
    sel = Cell((Text("x"),))
    kotak = Table(Caption("kotak", "k", (Text("Indikator"),)), (1.0,), (Row("k", (sel,)),), (Row("a", (sel,)),))
    assert baris(kotak) == ["**Indikator**", "", "| x |", "|---|", "| x |"]
