"""Bold heads and frames in both pictures of a diagram, EMF and SVG."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from bagan import CAPTION
from lxml import etree

from generator.tree.drawing.arial import advances
from generator.tree.drawing.chain_diagram import Lane, chain_diagram
from generator.tree.drawing.simpul import Simpul
from generator.writers.docx.emf import emf
from generator.writers.svg import svg

LANES = (Lane("a", "Lajur", (Simpul("b", "Isi", head="Kepala"), Simpul("c", "Lain"))),)
DIAGRAM = chain_diagram(CAPTION, LANES, width=300, height=300)
BOLD = {"Lajur": True, "Kepala": True, "Isi": False, "Lain": False}
SELECT, FONT, TEXT_OUT, POLYGON, POLYLINE = 37, 82, 84, 86, 87


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        yield kind, data[at : at + size]
        at += size


def test_emf_writes_heads_in_bold_as_wide_as_arial_bold() -> None:
    weights: dict[int, int] = {}
    weight, found = 0, {}
    for kind, record in records(emf(DIAGRAM)):
        if kind == FONT:
            number, weights_of = struct.unpack_from("<I", record, 8)[0], struct.unpack_from("<i", record, 28)[0]
            weights[number] = weights_of
        elif kind == SELECT:
            weight = weights.get(struct.unpack_from("<I", record, 8)[0], weight)
        elif kind == TEXT_OUT:
            count, at = struct.unpack_from("<2I", record, 44)
            (distances_at,) = struct.unpack_from("<I", record, 72)
            text = record[at : at + 2 * count].decode("utf-16-le")
            found[text] = weight == 700
            width = sum(struct.unpack_from(f"<{count}I", record, distances_at))
            assert width == round(sum(advances(text, BOLD[text])) * DIAGRAM.font_size * 20 / 2048)
    assert sorted(weights.values()) == [400, 700]
    assert found == BOLD


def test_frames_stand_behind_the_lines_and_boxes_before_them() -> None:
    shapes = [kind for kind, _ in records(emf(DIAGRAM)) if kind in (POLYGON, POLYLINE)]
    assert shapes == [POLYGON, POLYLINE, POLYGON, POLYGON, POLYGON, POLYGON]  # frame, line with head, name, two boxes
    tags = [e.tag for e in etree.fromstring(svg(DIAGRAM, "a", "b")).iter()]
    assert [tag for tag in tags if tag.startswith("poly")] == ["polygon", "polyline", *["polygon"] * 4]


def test_svg_writes_heads_in_bold() -> None:
    texts = etree.fromstring(svg(DIAGRAM, "a", "b")).iter("text")
    assert {str(e.text): e.get("font-weight") == "bold" for e in texts} == BOLD
