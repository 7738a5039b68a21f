"""Lists as they are printed: depth and mark of every paragraph."""

from __future__ import annotations

import pytest

from generator.tree.lists import item_mark, items
from generator.tree.nodes import List, ListItem, ListKind, Paragraph, Text, plain


def p(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def numbered(kind: ListKind, *inside: tuple[Paragraph | List, ...]) -> List:
    return List(kind, tuple(map(ListItem, inside)))


def printed(block: List) -> list[str]:
    return [f"{'.' * i.depth}{i.mark or '_'} {plain(i.paragraph.content)}" for i in items(block)]


def test_marks_by_depth() -> None:
    deep = numbered("butir", (p("d"),))
    inner = numbered("butir", (p("b"), p("c"), deep), (p("e"),))
    block = numbered("angka", (p("a"), numbered("huruf", (p("x"),), (p("y"), inner))), (p("z"), p("lanjut")))
    assert printed(block) == ["1. a", ".a. x", ".b. y", "..- b", ".._ c", "...- d", "..- e", "2. z", "_ lanjut"]


def test_ordered_lists_go_on_with_the_marks_around_them() -> None:
    """Whatever their own kind is; below a list of dots they begin with their own."""
    inner = numbered("angka", (p("c"), numbered("jenjang", (p("d"),))))
    assert printed(numbered("huruf", (p("a"), inner))) == ["a. a", ".1) c", "..a) d"]
    assert printed(numbered("butir", (p("a"), numbered("huruf", (p("b"),))))) == ["- a", ".1) b"]
    assert printed(numbered("jenjang", (p("a"), numbered("angka", (p("b"),), (p("c"),))))) == [
        "1. a",
        ".1.1. b",
        ".1.2. c",
    ]


def test_what_belongs_to_an_item() -> None:
    """Its further paragraphs and the lists in it; not what the item around it goes on with."""
    block = numbered("angka", (p("a"), numbered("angka", (p("b"), p("c")), (p("d"),)), p("e")), (p("f"),))
    a, b, c, d, e, f = items(block)
    assert [x.below(a) for x in (b, c, d, e, f)] == [True, True, True, True, False]
    assert [x.below(b) for x in (c, d, e)] == [True, False, False]
    assert [x.line for x in (a, b, c)] == ["1. a", "a. b", "c"]


def test_an_item_that_begins_with_a_list() -> None:
    """Its own mark stands at its first paragraph."""
    assert printed(numbered("angka", (numbered("angka", (p("a"),)), p("b")))) == [".a. a", "1. b"]
    assert printed(numbered("angka")) == []


@pytest.mark.parametrize(
    ("kind", "depth", "number", "mark"),
    [
        ("angka", 0, 3, "3."), ("angka", 1, 3, "c."), ("angka", 2, 3, "3)"),
        ("angka", 3, 3, "c)"), ("angka", 4, 3, "3."),
        ("huruf", 0, 26, "z."), ("huruf", 0, 27, "27."), ("huruf", 1, 2, "2)"), ("huruf", 3, 2, "2."),
        ("jenjang", 1, 2, "4.2."), ("butir", 2, 9, "-"),
    ],
)  # fmt: skip
def test_marks(kind: ListKind, depth: int, number: int, mark: str) -> None:
    assert item_mark(kind, depth, number, "4.") == mark
