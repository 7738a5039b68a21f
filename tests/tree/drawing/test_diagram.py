"""Tree diagrams: the office's chart, and over any tree: no overlap, nothing outside, lines join families."""

from __future__ import annotations

import pytest
from bagan import (
    CAPTION,
    NEAR,
    WORDS,
    boxes_of,
    check_canvas,
    check_lines,
    families,
    joined,
    trees,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.tree.drawing.arial import line_count, longest_word, text_width, wrap
from generator.tree.drawing.diagram import Simpul, tree_alt, tree_diagram
from generator.tree.nodes import Box


def simpul(key: str, label: str, *children: Simpul, beside: bool = False) -> Simpul:
    return Simpul(key, label, children, beside=beside)


OFFICE = Simpul(
    "camat",
    "Camat",
    (
        simpul("seksi1", "Seksi Pemerintahan Umum"),
        simpul("seksi2", "Seksi Pemberdayaan Masyarakat dan Desa"),
        simpul(
            "sekretaris",
            "Sekretaris Camat",
            simpul("subag1", "Sub Bagian Perencanaan dan Kepegawaian"),
            simpul("subag2", "Sub Bagian Umum dan Keuangan"),
            beside=True,
        ),
        simpul("seksi3", "Seksi Ketenteraman dan Ketertiban Umum"),
        simpul("seksi4", "Seksi Pelayanan Umum"),
    ),
    role="utama",
)
SECTIONS = ("seksi1", "seksi2", "seksi3", "seksi4")


def middle(box: Box) -> float:
    return box.x + box.width / 2


# ---------------------------------------------------------------- the office


def test_office_stands_as_the_regulation_draws_it() -> None:
    diagram = tree_diagram(CAPTION, OFFICE, width=439)
    box = boxes_of(diagram)
    camat, sekretaris = box["camat"], box["sekretaris"]
    sections = [box[key] for key in SECTIONS]
    assert diagram.width <= 439
    assert len({b.y for b in sections}) == 1
    assert [b.x for b in sections] == sorted(b.x for b in sections)
    assert middle(camat) == pytest.approx((middle(sections[0]) + middle(sections[-1])) / 2)
    assert sekretaris.x > middle(camat)
    assert camat.y + camat.height < sekretaris.y
    for key in ("subag1", "subag2"):
        assert sekretaris.y + sekretaris.height < box[key].y
        assert box[key].x > middle(camat)
        assert box[key].y + box[key].height < sections[0].y
    assert (middle(box["subag1"]) + middle(box["subag2"])) / 2 == pytest.approx(middle(sekretaris))
    assert camat.role == "utama"
    assert sekretaris.role == "biasa"


def test_boxes_of_a_level_are_equally_high_and_all_equally_wide() -> None:
    box = boxes_of(tree_diagram(CAPTION, OFFICE, width=439))
    assert len({b.width for b in box.values()}) == 1
    assert box["subag1"].height == box["subag2"].height
    assert len({box[key].height for key in SECTIONS}) == 1


def test_much_room_keeps_boxes_at_their_width_and_the_picture_narrow() -> None:
    diagram = tree_diagram(CAPTION, OFFICE, width=1000, box_width=112)
    assert {box.width for box in diagram.boxes} == {112}
    assert diagram.width < 600


def test_little_room_first_narrows_then_stacks() -> None:
    wide, narrow, tiny = (tree_diagram(CAPTION, OFFICE, width=width) for width in (439, 330, 250))
    assert boxes_of(narrow)["camat"].width < boxes_of(wide)["camat"].width
    assert len({boxes_of(narrow)[key].y for key in SECTIONS}) == 1
    assert len({boxes_of(tiny)[key].y for key in SECTIONS}) == 4
    assert len({boxes_of(tiny)[key].x for key in SECTIONS}) == 1
    assert tiny.width <= 250


def test_leaves_are_stacked_before_their_parents() -> None:
    parents = [simpul(f"b{n}", f"Bidang {n}", *(simpul(f"s{n}{m}", "Seksi") for m in range(3))) for n in range(4)]
    box = boxes_of(tree_diagram(CAPTION, simpul("d", "Dinas", *parents), width=439))
    assert len({box[f"b{n}"].y for n in range(4)}) == 1
    assert len({box[f"s0{m}"].y for m in range(3)}) == 3
    assert {box[f"s{n}0"].y for n in range(4)} == {box["s00"].y}


def test_staff_units_stand_right_then_left() -> None:
    root = simpul("a", "A", simpul("r", "R", beside=True), simpul("l", "L", beside=True), simpul("b", "B"))
    box = boxes_of(tree_diagram(CAPTION, root, width=439))
    assert box["l"].x + box["l"].width < middle(box["a"]) < box["r"].x
    assert box["l"].y == box["r"].y < box["b"].y


def test_alt_names_every_post_and_its_superior() -> None:
    assert tree_alt(OFFICE) == (
        "Bagan dengan puncak Camat. Camat membawahi: Seksi Pemerintahan Umum; Seksi Pemberdayaan Masyarakat dan Desa; "
        "Sekretaris Camat; Seksi Ketenteraman dan Ketertiban Umum; Seksi Pelayanan Umum. Sekretaris Camat membawahi: "
        "Sub Bagian Perencanaan dan Kepegawaian; Sub Bagian Umum dan Keuangan."
    )
    assert tree_diagram(CAPTION, OFFICE, width=439).alt == tree_alt(OFFICE)
    assert tree_diagram(CAPTION, OFFICE, width=439, alt="bagan").alt == "bagan"


def test_a_single_box_is_a_picture() -> None:
    diagram = tree_diagram(CAPTION, simpul("a", ""), width=100)
    assert [box.lines for box in diagram.boxes] == [("",)]
    assert diagram.lines == ()


# ---------------------------------------------------------------- any tree

TWO_STACKS = simpul("r", "R", *(simpul(k, k, simpul(f"{k}1", "1"), simpul(f"{k}2", "2")) for k in "ab"))
thorough = settings(deadline=None, max_examples=60)

widths = st.sampled_from((200, 300, 439, 700, 2000))

# The trunk of "b" passes the children of "a": nothing but its own interval keeps them apart.
BESIDE_A_ROW = simpul(
    "r",
    "R",
    simpul("a", "A", *(simpul(f"a{n}", "A") for n in range(3))),
    simpul("b", "B", simpul("staff", "S", beside=True), simpul("line", "L")),
)


@thorough
@given(trees, widths)
@example(OFFICE, 439)
@example(BESIDE_A_ROW, 2000)
@example(TWO_STACKS, 200)
def test_boxes_never_overlap_and_keep_within_the_canvas(root: Simpul, width: int) -> None:
    diagram = tree_diagram(CAPTION, root, width=width)
    assert diagram.width <= width + NEAR
    check_canvas(diagram, 5)


@thorough
@given(trees, widths)
@example(OFFICE, 439)
@example(BESIDE_A_ROW, 2000)
@example(TWO_STACKS, 200)
def test_text_fits_its_box_and_loses_nothing(root: Simpul, width: int) -> None:
    diagram = tree_diagram(CAPTION, root, width=width)
    box = boxes_of(diagram)

    def check(node: Simpul) -> None:
        one = box[node.key]
        assert "".join("".join(one.lines).split()) == "".join((node.head + node.label).split())
        assert len(one.lines) * 1.2 * diagram.font_size <= one.height
        for number, line in enumerate(one.lines):
            assert text_width(line, diagram.font_size, number < one.strong) <= one.width or len(line) == 1
        for child in node.children:
            check(child)

    check(root)


@thorough
@given(trees, widths)
@example(OFFICE, 439)
@example(BESIDE_A_ROW, 2000)
@example(TWO_STACKS, 200)
def test_lines_join_each_parent_with_its_children_and_nothing_else(root: Simpul, width: int) -> None:
    diagram = tree_diagram(CAPTION, root, width=width)
    check_lines(diagram, 5)
    assert sorted(map(sorted, joined(diagram))) == sorted(map(sorted, families(root)))


@thorough
@given(trees)
def test_the_same_tree_is_laid_out_the_same(root: Simpul) -> None:
    assert tree_diagram(CAPTION, root, width=439) == tree_diagram(CAPTION, root, width=439)


# ---------------------------------------------------------------- lines of text


def test_wrap_evens_its_lines_out() -> None:
    assert wrap("Seksi Ketenteraman dan Ketertiban Umum", 120, 9) == ("Seksi Ketenteraman", "dan Ketertiban Umum")
    assert wrap("Camat", 120, 9) == ("Camat",)
    assert wrap("Camat\nKalaena", 120, 9) == ("Camat", "Kalaena")
    assert wrap("  ", 120, 9) == ("",)


def test_wrap_cuts_only_what_is_wider_than_the_line() -> None:
    assert wrap("WWWW dan", 2 * 8.5, 9) == ("WW", "WW", "dan")
    assert all(len(line) == 1 for line in wrap("abc", 0.5, 9))


def test_wrap_cuts_a_long_word_rather_after_a_slash_or_a_dash() -> None:
    assert wrap("Bulanan/Triwulanan RKA-SKPD", 60, 9) == ("Bulanan/", "Triwulanan", "RKA-SKPD")
    assert longest_word("RKA-SKPD", 9) == text_width("SKPD", 9)


@thorough
@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join), st.floats(5, 300), st.booleans())
def test_wrapped_lines_are_no_wider_than_asked(text: str, width: float, bold: bool) -> None:
    lines = wrap(text, width, 9, bold)
    assert all(text_width(line, 9, bold) <= width + NEAR or len(line) == 1 for line in lines)
    assert len(lines) == line_count(text, width, 9, bold)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_widths_are_those_of_arial() -> None:
    assert text_width("Camat", 2048) == 1479 + 1139 + 1706 + 1139 + 569
    assert text_width("Camat", 2048, bold=True) == 1479 + 1139 + 1821 + 1139 + 682
    assert longest_word("a Camat b", 2048) == text_width("Camat", 2048)
