"""Column diagrams: a small cascade, and over any trees: no overlap, nothing outside, nothing lost, few pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bagan import CAPTION, NEAR, boxes_of, check_canvas, check_lines, families, joined, trees
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.tree.drawing.arial import text_width
from generator.tree.drawing.column_diagram import column_alt, column_diagram
from generator.tree.drawing.simpul import SIZES, Simpul, nodes_of
from generator.tree.nodes import Diagram

thorough = settings(deadline=None, max_examples=60)


def simpul(key: str, *children: Simpul, head: str = "") -> Simpul:
    return Simpul(key, f"Isi {key}", children, head=head)


CASCADE = simpul(
    "tujuan",
    simpul("s1", simpul("p1", head="PROG. 1"), simpul("p2", head="PROG. 2"), head="S1"),
    simpul("s2", simpul("p3", head="PROG. 3"), head="S2"),
    head="T1",
)


def pages(diagram: Diagram) -> tuple[Diagram, ...]:
    return diagram, *diagram.more


def tall(many: int) -> Simpul:
    """A root, `many` branches, three leaves each."""
    return simpul(
        "akar", *(simpul(f"c{n}", *(simpul(f"d{n}.{m}") for m in range(3)), head=f"C{n}") for n in range(many))
    )


# ---------------------------------------------------------------- a cascade


def test_levels_stand_in_columns_and_children_right_of_their_parent() -> None:
    box = boxes_of(column_diagram(CAPTION, [CASCADE], width=438, height=500))
    assert box["s1"].x == box["s2"].x
    assert box["p1"].x == box["p2"].x == box["p3"].x
    assert box["tujuan"].x + box["tujuan"].width < box["s1"].x
    assert box["s1"].x + box["s1"].width < box["p1"].x
    assert box["p1"].y < box["p2"].y < box["p3"].y
    for parent, first, last in (("tujuan", "s1", "s2"), ("s1", "p1", "p2"), ("s2", "p3", "p3")):
        middles = [box[key].y + box[key].height / 2 for key in (parent, first, last)]
        assert middles[0] == pytest.approx((middles[1] + middles[2]) / 2, abs=0.01)


def test_heads_of_boxes_are_their_first_lines_and_bold() -> None:
    box = boxes_of(column_diagram(CAPTION, [CASCADE], width=438, height=500))
    assert (box["p1"].lines, box["p1"].strong) == (("PROG. 1", "Isi p1"), 1)


def test_columns_are_named_above_the_boxes() -> None:
    heads = ["Tujuan", "Sasaran", "Program", "Kegiatan"]
    diagram = column_diagram(CAPTION, [CASCADE], width=438, height=500, heads=heads)
    titles = [box for box in diagram.boxes if box.role == "judul"]
    box = boxes_of(diagram)
    assert [title.lines for title in titles] == [("Tujuan",), ("Sasaran",), ("Program",)]
    assert all(title.strong == 1 for title in titles)
    assert [title.x for title in titles] == [box["tujuan"].x, box["s1"].x, box["p1"].x]
    assert max(title.y + title.height for title in titles) < min(b.y for b in diagram.boxes if b not in titles)


def test_several_trees_stand_below_each_other() -> None:
    diagram = column_diagram(CAPTION, CASCADE.children, width=438, height=500)
    box = boxes_of(diagram)
    assert box["s1"].x == box["s2"].x
    assert sorted(map(sorted, joined(diagram))) == [["p1", "p2", "s1"], ["p3", "s2"]]


def test_arrows_point_at_every_child() -> None:
    diagram = column_diagram(CAPTION, [CASCADE], width=438, height=500, arrows=True)
    box = boxes_of(diagram)
    tips = sorted((x, round(y, 2)) for *_, (x, y) in (line.points for line in diagram.lines if line.arrow))
    children = [key for key in box if key != "tujuan"]
    assert tips == sorted((box[key].x, round(box[key].y + box[key].height / 2, 2)) for key in children)
    assert not any(line.arrow for line in column_diagram(CAPTION, [CASCADE], width=438, height=500).lines)


def test_columns_are_equally_wide_where_that_fits_a_page() -> None:
    long = Simpul("a", "kata " * 30, (Simpul("b", "kata " * 60, (Simpul("c", "kata " * 200),)),))
    high = column_diagram(CAPTION, [long], width=438, height=900)
    low = column_diagram(CAPTION, [long], width=438, height=300)
    assert len({box.width for box in high.boxes}) == 1
    assert high.font_size == low.font_size == SIZES[0]
    assert low.height < high.height
    assert boxes_of(low)["c"].width > 2 * boxes_of(low)["a"].width


def test_no_box_is_wider_than_asked_or_than_its_text() -> None:
    assert max(box.width for box in column_diagram(CAPTION, [CASCADE], width=700, height=500).boxes) < 60
    long = Simpul("a", "kata " * 30)
    (box,) = column_diagram(CAPTION, [long], width=700, height=500, box_width=150).boxes
    assert max(text_width(line, 9) for line in box.lines) + 9 <= box.width < 150


# ---------------------------------------------------------------- pages


def test_smaller_letters_before_a_second_page() -> None:
    sizes = [column_diagram(CAPTION, [tall(8)], width=438, height=height).font_size for height in (600, 550, 500, 450)]
    assert sizes == [9.0, 8.5, 7.5, 7.0]
    assert not column_diagram(CAPTION, [tall(8)], width=438, height=450).more
    assert column_diagram(CAPTION, [tall(8)], width=438, height=420).more


def test_a_tree_too_high_is_cut_between_branches_into_even_pages() -> None:
    diagram = column_diagram(CAPTION, [tall(16)], width=438, height=500, heads=["Akar"])
    assert len(pages(diagram)) == 2
    for page in pages(diagram):
        assert page.height <= 500
        assert boxes_of(page)["akar"].lines[0].startswith("Isi akar")
        assert len({key for key in boxes_of(page) if key.startswith("c")}) == 8
        assert "kolom-1" in boxes_of(page)
        assert page.landscape == diagram.landscape
        assert page.font_size == diagram.font_size
    first, second = pages(diagram)
    assert first.height == pytest.approx(second.height, abs=15)  # a line more at the root
    assert boxes_of(first)["akar"].lines == ("Isi akar",)
    assert " ".join(boxes_of(second)["akar"].lines) == "Isi akar (lanjutan)"
    assert boxes_of(second)["c8"].lines[0] == "C8"
    assert first.alt.startswith("Struktur Organisasi (bagian 1 dari 2). Bagan")
    assert second.alt.startswith("Struktur Organisasi (bagian 2 dari 2). Bagan")


def test_the_last_page_is_about_as_full_as_the_others() -> None:
    found = pages(column_diagram(CAPTION, [tall(9)], width=438, height=500, sizes=[9.0]))
    assert [len([key for key in boxes_of(page) if key.startswith("c")]) for page in found] == [5, 4]


def test_letters_are_the_largest_that_need_no_further_page() -> None:
    diagram = column_diagram(CAPTION, [tall(16)], width=438, height=500)
    larger = SIZES[SIZES.index(diagram.font_size) - 1]
    assert SIZES[-1] < diagram.font_size < SIZES[0]
    assert len(pages(column_diagram(CAPTION, [tall(16)], width=438, height=500, sizes=[larger]))) > len(pages(diagram))


def test_a_branch_higher_than_a_page_is_cut_too() -> None:
    wide = simpul("akar", simpul("c", *(simpul(f"d{n}") for n in range(60)), head="C"), head="A")
    found = pages(column_diagram(CAPTION, [wide], width=438, height=360))
    heads = [" ".join(box.lines[: box.strong]) for page in found for box in page.boxes if box.key == "c"]
    assert heads == ["C", *["C (lanjutan)"] * (len(found) - 1)]
    assert len(found) > 2
    leaves = [box.key for page in found for box in page.boxes if box.key.startswith("d")]
    assert leaves == [f"d{n}" for n in range(60)]


# ---------------------------------------------------------------- words


def test_alt_says_columns_roots_and_what_follows_from_each() -> None:
    assert column_alt([CASCADE], ["Tujuan", "Sasaran", "Program"]) == (
        "Bagan bertingkat dari kiri ke kanan. Kolomnya: Tujuan; Sasaran; Program. Paling kiri: T1: Isi tujuan. "
        "T1 dijabarkan menjadi: S1: Isi s1; S2: Isi s2. S1 dijabarkan menjadi: PROG. 1: Isi p1; PROG. 2: Isi p2. "
        "S2 dijabarkan menjadi: PROG. 3: Isi p3."
    )
    alt = column_diagram(CAPTION, [CASCADE], width=438, height=500).alt
    assert alt == f"Struktur Organisasi. {column_alt([CASCADE])}"


# ---------------------------------------------------------------- any trees

forests = st.lists(trees, min_size=1, max_size=3).map(
    lambda roots: [_renamed(root, f"{number}-") for number, root in enumerate(roots)]
)
fields = st.sampled_from(((200, 150), (438, 300), (438, 575), (756, 368), (2000, 2000)))
titles = st.sampled_from(((), ("Tujuan", "Sasaran", "Program", "Kegiatan", "Sub kegiatan")))

TALL_ROOT = [Simpul("r", "kata " * 200, (Simpul("a", "A"), Simpul("b", "B")))]
SLANTED = [simpul("r", simpul("a", *(simpul(f"a{n}") for n in range(9))), simpul("b"))]  # b far from the middle of r
ASKEW = [Simpul("q", "kata\n" * 22, (*SLANTED, simpul("s")))]  # q too high to stand between r and s


def _renamed(node: Simpul, before: str) -> Simpul:
    children = tuple(_renamed(child, before) for child in node.children)
    return Simpul(before + node.key, node.label, children, head=node.head)


def leaves(roots: list[Simpul]) -> Iterator[str]:
    return (node.key for node in nodes_of(*roots) if not node.children)


def draw(roots: list[Simpul], field: tuple[int, int], heads: tuple[str, ...]) -> tuple[Diagram, ...]:
    return pages(column_diagram(CAPTION, roots, width=field[0], height=field[1], heads=heads))


@thorough
@given(forests, fields, titles)
@example(TALL_ROOT, (438, 300), ())
@example(SLANTED, (438, 575), ())
def test_boxes_never_overlap_and_keep_within_the_page(
    roots: list[Simpul], field: tuple[int, int], heads: tuple[str, ...]
) -> None:
    for page in draw(roots, field, heads):
        assert page.width <= field[0] or page.font_size == SIZES[-1]
        top = max((box.y + box.height for box in page.boxes if box.role == "judul"), default=0)
        highest = max(box.height for box in page.boxes if box.role != "judul")
        assert page.height <= field[1] + NEAR or highest + top > field[1] - 20
        check_canvas(page, 3)


@thorough
@given(forests, fields, titles)
@example([Simpul("a", "", head="Kepala")], (438, 300), ())
@example(TALL_ROOT, (438, 300), ())
def test_text_fits_its_box_and_loses_nothing(
    roots: list[Simpul], field: tuple[int, int], heads: tuple[str, ...]
) -> None:
    found = draw(roots, field, heads)
    said: dict[str, str] = {}
    for page in found:
        for box in page.boxes:
            if box.role != "judul":
                assert box.height == pytest.approx((len(box.lines) * 1.2 + 0.8) * page.font_size, abs=NEAR)
            for number, line in enumerate(box.lines):
                assert text_width(line, page.font_size, number < box.strong) <= box.width or len(line) == 1
            said.setdefault(box.key, "".join("".join(box.lines).split()))
    for node in nodes_of(*roots):
        assert said[node.key] == "".join((node.head + node.label).split())
    drawn = [box.key for page in found for box in page.boxes if box.key in set(leaves(roots))]
    assert drawn == list(leaves(roots))


@thorough
@given(forests, fields, titles, st.booleans())
@example(SLANTED, (438, 575), (), False)
@example(ASKEW, (438, 575), (), True)
def test_lines_join_each_parent_with_its_children_and_nothing_else(
    roots: list[Simpul], field: tuple[int, int], heads: tuple[str, ...], arrows: bool
) -> None:
    diagram = column_diagram(CAPTION, roots, width=field[0], height=field[1], heads=heads, arrows=arrows)
    for page in pages(diagram):
        check_lines(page, 3)
        drawn = set(boxes_of(page))
        expected = [family & drawn for root in roots for family in families(root)]
        assert sorted(map(sorted, joined(page))) == sorted(sorted(family) for family in expected if len(family) > 1)
        for x, y in (line.points[-1] for line in page.lines if line.arrow):
            assert any(box.x == x and box.y < y < box.y + box.height for box in page.boxes)


@thorough
@given(forests, fields)
def test_the_same_trees_are_laid_out_the_same(roots: list[Simpul], field: tuple[int, int]) -> None:
    assert draw(roots, field, ()) == draw(roots, field, ())
