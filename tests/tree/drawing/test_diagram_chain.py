"""Chain diagrams: boxes below each other with arrows, in named lanes; over any chain nothing overlaps or is lost."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from bagan import CAPTION, area, boxes_of, check_canvas, check_lines, joined, meet, trees
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.tree.drawing.arial import text_width
from generator.tree.drawing.chain_diagram import Lane, chain_alt, chain_diagram
from generator.tree.drawing.simpul import SIZES, Simpul
from generator.tree.nodes import Box, Diagram

thorough = settings(deadline=None, max_examples=60)
LANES = (
    Lane("rpjmd", "RPJMD Kota", (Simpul("visi", "Kota Maju", head="Visi"), Simpul("misi", "Melayani", head="Misi 1"))),
    Lane("renstra", "Renstra Dinas", (Simpul("tujuan", "Warga gemar membaca", head="Tujuan"),)),
)


def draw(lanes: tuple[Lane, ...] = LANES, height: float = 500) -> Diagram:
    return chain_diagram(CAPTION, lanes, width=438, height=height)


def inner(diagram: Diagram) -> list[Box]:
    return [box for box in diagram.boxes if box.role not in ("judul", "kelompok")]


def test_boxes_stand_in_their_lane_beside_its_name() -> None:
    box = boxes_of(draw())
    for lane in LANES:
        frame, name = box[lane.key], box[f"{lane.key}-nama"]
        assert (frame.role, frame.lines) == ("kelompok", ())
        assert name.role == "judul"
        assert " ".join(name.lines) == lane.title
        assert name.strong == len(name.lines)
        assert (name.y, name.height) == (frame.y, frame.height)
        for node in lane.boxes:
            one = box[node.key]
            assert name.x + name.width < one.x
            assert one.x + one.width < frame.x + frame.width
            assert frame.y < one.y
            assert one.y + one.height < frame.y + frame.height


def test_an_arrow_leads_from_each_box_to_the_next_over_the_lanes() -> None:
    diagram = draw()
    assert all(line.arrow for line in diagram.lines)
    chain = inner(diagram)
    assert [box.key for box in chain] == ["visi", "misi", "tujuan"]
    for line, (above, below) in zip(diagram.lines, itertools.pairwise(chain), strict=True):
        (x, start), (_, end) = line.points
        assert x == above.x + above.width / 2 == below.x + below.width / 2
        assert (start, end) == pytest.approx((above.y + above.height, below.y))


def test_letters_get_smaller_where_the_picture_is_too_high() -> None:
    high = draw()
    assert high.font_size == SIZES[0]
    low = draw(height=high.height - 1)
    assert SIZES[-1] <= low.font_size < SIZES[0]
    assert low.height <= high.height - 1
    assert draw(height=10).font_size == SIZES[-1]


def test_alt_says_the_chain() -> None:
    assert chain_alt(LANES) == (
        "Bagan rangkaian dari atas ke bawah. RPJMD Kota: Visi: Kota Maju; kemudian Misi 1: Melayani. "
        "Renstra Dinas: Tujuan: Warga gemar membaca."
    )
    assert draw().alt == f"Struktur Organisasi. {chain_alt(LANES)}"


def test_a_long_name_of_a_lane_is_not_cut() -> None:
    name = "Kepariwisataankebudayaandanpemuda"
    box = boxes_of(draw((Lane("a", f"Dinas {name}", LANES[0].boxes),)))
    assert name in box["a-nama"].lines


lanes = st.lists(st.lists(trees, min_size=1, max_size=4), min_size=1, max_size=3).map(
    lambda rows: tuple(
        Lane(f"l{n}", f"Lajur {n}", tuple(Simpul(f"{n}-{m}", node.label, head=node.head) for m, node in enumerate(row)))
        for n, row in enumerate(rows)
    )
)


@thorough
@given(lanes, st.sampled_from((200, 500, 2000)))
def test_nothing_overlaps_and_nothing_is_lost(lanes: tuple[Lane, ...], height: float) -> None:
    diagram = draw(lanes, height)
    box = boxes_of(diagram)
    assert diagram.width == 438
    assert diagram.height <= height or diagram.font_size == SIZES[-1]
    for frame, other in itertools.combinations([box[lane.key] for lane in lanes], 2):
        assert not meet(area(frame), area(other), 3)
    for one in inner(diagram):
        for number, text in enumerate(one.lines):
            assert text_width(text, diagram.font_size, number < one.strong) <= one.width or len(text) == 1
        assert len(one.lines) * 1.2 * diagram.font_size <= one.height
    chain = replace(diagram, boxes=tuple(inner(diagram)))
    check_canvas(chain, 3)
    check_lines(chain, 3)
    assert joined(chain) == [{a.key, b.key} for a, b in itertools.pairwise(chain.boxes)]
    for node in (node for lane in lanes for node in lane.boxes):
        assert "".join("".join(box[node.key].lines).split()) == "".join((node.head + node.label).split())
