"""Lists: items matched by what they say, a paragraph of an item compared with its like, lists within lists."""

from __future__ import annotations

from typing import Literal

from generator.banding.daftar import Daftar
from generator.banding.perubahan import Beda
from generator.tree.nodes import (
    Deleted,
    Document,
    Inlines,
    Inserted,
    List,
    ListItem,
    Paragraph,
    Reference,
    Revision,
    Text,
    plain,
)


def t(teks: str) -> Inlines:
    return (Text(teks),)


def butir(*isi: str | List) -> ListItem:
    return ListItem(tuple(x if isinstance(x, List) else Paragraph(t(x)) for x in isi))


def daftar(*items: ListItem | str, jenis: Literal["angka", "butir"] = "angka") -> List:
    return List(jenis, tuple(x if isinstance(x, ListItem) else butir(x) for x in items))


def banding(lama: List, baru: List) -> tuple[List, Beda]:
    beda = Beda(Document("J", ()))
    return Daftar(beda).banding(lama, baru, "BAB I"), beda


def ringkas(beda: Beda) -> list[tuple[str, str, str]]:
    assert {(p.apa, p.tempat) for p in beda.perubahan} <= {("butir", "BAB I")}
    return [(p.jenis, p.lama, p.baru) for p in beda.perubahan]


def revisi(d: List) -> list[tuple[str, Revision]]:
    return [(plain(x.content), x.revision) for i in d.items for x in i.blocks if isinstance(x, Paragraph)]


SATU, DUA, TIGA = "menyusun rencana kerja", "memantau pelaksanaan", "melaporkan hasil akhir"


def test_words_of_an_item() -> None:
    hasil, beda = banding(daftar(SATU, DUA), daftar("menyusun rencana kinerja", DUA))
    assert ringkas(beda) == [("berubah", SATU, "menyusun rencana kinerja")]
    (p,) = hasil.items[0].blocks
    assert isinstance(p, Paragraph)
    assert p.content == (Text("menyusun rencana "), Deleted(t("kerja")), Inserted(t("kinerja")))
    assert hasil.items[1] == butir(DUA)


def test_items_added_deleted_and_moved() -> None:
    hasil, beda = banding(daftar(SATU, DUA), daftar(SATU, TIGA, DUA))
    assert ringkas(beda) == [("ditambah", "", TIGA)]
    assert revisi(hasil) == [(SATU, ""), (TIGA, "baru"), (DUA, "")]
    hasil, beda = banding(daftar(SATU, TIGA, DUA), daftar(SATU, DUA))
    assert ringkas(beda) == [("dihapus", TIGA, "")]
    assert revisi(hasil) == [(SATU, ""), (TIGA, "hapus"), (DUA, "")]
    _, beda = banding(daftar(SATU, DUA, TIGA), daftar(DUA, TIGA, SATU))
    assert ringkas(beda) == [("pindah", SATU, ""), ("pindah", "", SATU)]


def test_a_list_within_a_list() -> None:
    lama, baru = (
        daftar(butir(SATU, daftar(*isi, jenis="butir")), DUA) for isi in (("satu", "dua"), ("satu", "dua", "tiga"))
    )
    hasil, beda = banding(lama, baru)
    assert ringkas(beda) == [("ditambah", "", "tiga")]
    dalam = hasil.items[0].blocks[1]
    assert isinstance(dalam, List)
    assert revisi(dalam) == [("satu", ""), ("dua", ""), ("tiga", "baru")]


def test_a_list_of_another_kind_is_printed_beside_the_old_one() -> None:
    lama, baru = (daftar(butir(SATU, daftar("a", jenis=j))) for j in ("angka", "butir"))
    hasil, beda = banding(lama, baru)  # type: ignore[arg-type]
    assert ringkas(beda) == [("dihapus", "a", ""), ("ditambah", "", "a")]
    assert [type(x) for x in hasil.items[0].blocks] == [Paragraph, List, List]


def test_a_further_paragraph_of_an_item() -> None:
    hasil, beda = banding(daftar(butir(SATU, DUA)), daftar(butir(SATU, TIGA, DUA)))
    assert ringkas(beda) == [("ditambah", "", TIGA)]
    assert revisi(hasil) == [(SATU, ""), (TIGA, "baru"), (DUA, "")]


def test_the_first_paragraph_carries_the_mark_of_the_item() -> None:
    """It is never the partner of a further one: a number cannot be marked."""
    hasil, beda = banding(daftar(butir(SATU, DUA)), daftar(butir(DUA)))
    assert len(hasil.items) == 1
    assert [r for _, r in revisi(hasil)] == ["", "hapus"]
    assert [(x.jenis, x.lama, x.baru) for x in beda.perubahan] == [("berubah", SATU, DUA), ("dihapus", DUA, "")]


def test_a_whole_list_of_one_version() -> None:
    beda = Beda(Document("J", ()))
    lama = List("angka", (ListItem((Paragraph((Reference("bab:1", "Bab I"),)), daftar("a"))),))
    hasil = Daftar(beda).sendiri(lama, "hapus", "BAB I")
    assert ringkas(beda) == [("dihapus", "Bab I", ""), ("dihapus", "a", "")]
    p, dalam = hasil.items[0].blocks
    assert p == Paragraph(t("Bab I"), revision="hapus")
    assert isinstance(dalam, List)
    assert revisi(dalam) == [("a", "hapus")]
    Daftar(beda).sendiri(lama, "baru", "BAB I", pindah=True)
    assert [p.jenis for p in beda.perubahan[2:]] == ["pindah", "pindah"]
