"""The walk: every kind of block is known to it, and nothing of a block is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.angka import Angka, Lokasi
from generator.tree.nodes import (
    Block,
    Box,
    Caption,
    Cell,
    Chart,
    Contents,
    Deleted,
    Diagram,
    Document,
    Emphasis,
    Entry,
    Heading,
    Inline,
    Inlines,
    Inserted,
    LineBreak,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Particulars,
    Reference,
    Row,
    Section,
    Series,
    SignatureBlock,
    SignaturePair,
    Strong,
    Table,
    Text,
    Value,
    plain,
)
from generator.tree.walk import (
    asal_of,
    blocks,
    flat,
    lines,
    map_inlines,
    map_texts,
    parts,
    revision_of,
    texts,
    values,
    within,
)

AT = Lokasi("content/chapters/bab2.md", baris=7)


def t(text: str) -> Inlines:
    return (Text(text),)


def caption(kind: Any = "tabel", number: str = "2.1") -> Caption:
    return Caption(kind, "n", t("judul"), number, asal=AT)


def box(text: str) -> Box:
    return Box("k", tuple(text.split()), 0, 0, 1, 1)


LEFT = SignatureBlock(t(""), t("Pihak Pertama"), t("Ani"), (t("NIP 1"), t("Pembina")))
RIGHT = SignatureBlock(t("Kota, 1 Mei"), t("Pihak Kedua"), t("Budi"), (t("NIP 2"),))
PICTURE = Diagram(caption("gambar"), (box("a b"), box("c")), (), 1, 1, "alt", source=t("sumber"))
INNER = List("butir", (ListItem((Paragraph(t("dua")),)),))
EXAMPLES: dict[type, Block] = {
    Heading: Heading(2, t("judul"), number="2.1.", asal=AT),
    Paragraph: Paragraph(t("satu"), asal=AT),
    List: List(
        "angka",
        (
            ListItem((Paragraph(t("satu"), asal=AT), Paragraph(t("lanjut")), INNER)),
            ListItem((Paragraph(t("tiga")),)),
        ),
    ),
    Table: Table(
        caption(), (1.0, 1.0), (Row("h", (Cell(t("kepala"), col_span=2),)),),
        (Row("a", (Cell(t("x")), Cell(()))), Row("b", (Cell(t("y")), Cell(t("z"))))), t("sumber"),
    ),
    Chart: Chart(caption("grafik"), ("k",), (Series("s", (Angka(1),)),), "alt", source=t("sumber")),
    Diagram: replace(PICTURE, more=(replace(PICTURE, boxes=(box("d"),)),)),
    SignatureBlock: RIGHT,
    SignaturePair: SignaturePair(LEFT, RIGHT),
    Particulars: Particulars(((t("Nama"), t("Ani")), (t("Jabatan"), t("Camat"))), AT),
    Contents: Contents("isi", (Entry(1, "BAB I", "judul", "j"),)),
    PageBreak: PageBreak(),
}  # fmt: skip
TEXTS: dict[type, list[str]] = {
    Heading: ["heading judul"],
    Paragraph: ["paragraph satu"],
    List: ["item satu", "item lanjut", "item dua", "item tiga"],
    Table: ["caption judul", "header kepala", "cell x", "cell ", "cell y", "cell z", "source sumber"],
    Chart: ["caption judul", "source sumber"],
    Diagram: ["caption judul", "source sumber"],
    SignatureBlock: [f"signature {x}" for x in ("Kota, 1 Mei", "Pihak Kedua", "Budi", "NIP 2")],
    SignaturePair: [
        f"signature {x}"
        for x in ("", "Kota, 1 Mei", "Pihak Pertama", "Pihak Kedua", "Ani", "Budi", "NIP 1", "NIP 2", "Pembina", "")
    ],
    Particulars: [f"particular {x}" for x in ("Nama", "Ani", "Jabatan", "Camat")],
    Contents: [],
    PageBreak: [],
}
LINES: dict[type, list[str]] = {
    Heading: ["2.1. judul"],
    Paragraph: ["satu"],
    List: ["1. satu", "lanjut", "- dua", "2. tiga"],
    Table: ["Tabel 2.1 judul", "kepala", "x", "y z", "sumber"],
    Chart: ["Grafik 2.1 judul", "alt", "sumber"],
    Diagram: ["Gambar 2.1 judul", "a b", "c", "d", "sumber"],
    SignatureBlock: ["Kota, 1 Mei", "Pihak Kedua", "Budi", "NIP 2"],
    SignaturePair: ["Kota, 1 Mei", "Pihak Pertama Pihak Kedua", "Ani Budi", "NIP 1 NIP 2", "Pembina"],
    Particulars: ["Nama: Ani", "Jabatan: Camat"],
    Contents: [],
    PageBreak: [],
}
every_kind = pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.__name__)


def test_examples_of_every_kind_of_block() -> None:
    assert set(EXAMPLES) == set(TEXTS) == set(LINES) == set(get_args(Block))


# ---------------------------------------------------------------- texts


@every_kind
def test_texts_with_their_roles(kind: type) -> None:
    assert [f"{part.role} {plain(part.content)}" for part in parts(EXAMPLES[kind])] == TEXTS[kind]
    assert list(texts(EXAMPLES[kind])) == [part.content for part in parts(EXAMPLES[kind])]


@every_kind
def test_lines(kind: type) -> None:
    assert list(lines(EXAMPLES[kind])) == LINES[kind]


def test_a_box_is_printed_without_a_number() -> None:
    table = EXAMPLES[Table]
    assert isinstance(table, Table)
    assert next(lines(replace(table, caption=caption("kotak", "")))) == "judul"


@every_kind
def test_every_text_is_changed(kind: type) -> None:
    """And nothing else."""
    block = EXAMPLES[kind]

    def louder(content: Inlines) -> Inlines:
        return t(plain(content).upper())

    changed = map_texts(block, louder)
    assert type(changed) is kind
    assert [plain(x) for x in texts(changed)] == [plain(x).upper() for x in texts(block)]
    assert map_texts(changed, lambda _: ()) == map_texts(block, lambda _: ())
    assert map_texts(block, lambda content: content) == block


def test_rows_without_a_change_are_kept_as_they_are() -> None:
    table = EXAMPLES[Table]
    assert isinstance(table, Table)
    changed = map_texts(table, lambda content: t("baru") if content == t("y") else content)
    assert isinstance(changed, Table)
    assert changed.rows[0] is table.rows[0]
    assert changed.header[0] is table.header[0]
    assert changed.rows[1].cells[1] is table.rows[1].cells[1]
    assert plain(changed.rows[1].cells[0].content) == "baru"


# ---------------------------------------------------------------- blocks


def test_blocks_of_all_sections_and_those_within() -> None:
    document = Document("D", (Section((EXAMPLES[Heading], EXAMPLES[List])), Section((EXAMPLES[SignaturePair],))))
    assert list(blocks(document)) == [EXAMPLES[Heading], EXAMPLES[List], EXAMPLES[SignaturePair]]
    inside = [x for block in blocks(document) for x in within(block)]
    assert [type(x).__name__ for x in inside] == [
        "Heading", "List", "Paragraph", "Paragraph", "List", "Paragraph", "Paragraph",
        "SignaturePair", "SignatureBlock", "SignatureBlock",
    ]  # fmt: skip


@every_kind
def test_where_a_block_comes_from(kind: type) -> None:
    unknown = kind in (SignatureBlock, SignaturePair, Contents, PageBreak)
    assert asal_of(EXAMPLES[kind]) == (None if unknown else AT)


def test_a_list_without_paragraphs_comes_from_nowhere() -> None:
    assert asal_of(List("butir", ())) is None


@every_kind
def test_which_version_has_a_block(kind: type) -> None:
    block: Any = EXAMPLES[kind]
    assert revision_of(block) == ""
    if kind in (Table, Chart, Diagram):
        block = replace(block, caption=replace(block.caption, revision="baru"))
    elif kind is List:
        block = List("butir", (ListItem((Paragraph(t("a"), revision="baru"),)),))
    elif kind not in (Contents, PageBreak):
        block = replace(block, revision="baru")
    assert revision_of(block) == ("" if kind in (Contents, PageBreak) else "baru")


def test_a_list_of_which_both_versions_have_a_part() -> None:
    mixed = List("butir", (ListItem((Paragraph(t("a"), revision="baru"),)), ListItem((Paragraph(t("b")),))))
    assert revision_of(mixed) == ""


# ---------------------------------------------------------------- inlines

leaves = st.one_of(
    st.builds(Text, st.text(max_size=3)),
    st.builds(Value, st.text(max_size=3)),
    st.builds(Reference, st.just("tabel:a"), st.text(max_size=3)),
    st.just(LineBreak()),
)
nodes = st.recursive(
    leaves,
    lambda inner: st.builds(
        lambda kind, children: kind(tuple(children)),
        st.sampled_from([Strong, Emphasis, Inserted, Deleted]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)
content_of = st.lists(nodes, max_size=4).map(tuple)


@given(content_of)
def test_flat_reads_as_the_text(content: Inlines) -> None:
    inside = tuple(flat(content))
    assert plain(inside) == plain(content)
    assert not any(isinstance(node, (Strong, Emphasis, Inserted, Deleted)) for node in inside)
    assert list(values(content)) == [node for node in inside if isinstance(node, Value)]


def all_leaves(content: Inlines) -> list[Inline]:
    return [leaf for node in content for leaf in (all_leaves(node.children) if hasattr(node, "children") else [node])]


@given(content_of)
def test_every_inline_is_changed(content: Inlines) -> None:
    """In words that are gone too; marks stay where they are."""

    def longer(node: Inline) -> Inline:
        return replace(node, text=f"{node.text}!") if isinstance(node, (Text, Value)) else node

    def back(node: Inline) -> Inline:
        return replace(node, text=node.text[:-1]) if isinstance(node, (Text, Value)) else node

    changed = map_inlines(content, longer)
    assert all_leaves(changed) == list(map(longer, all_leaves(content)))
    assert map_inlines(changed, back) == content
    assert map_inlines(content, lambda node: node) is content
