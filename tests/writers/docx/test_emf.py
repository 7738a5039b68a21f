"""The EMF picture, read back record by record, and the SVG that shares its geometry."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pytest
from lxml import etree

from generator.tree.drawing.diagram import Simpul, tree_diagram
from generator.tree.nodes import Box, Caption, Diagram, Line, Text
from generator.writers.docx.drawing import picture_drawing
from generator.writers.docx.emf import emf
from generator.writers.svg import svg

CAPTION = Caption("gambar", "struktur", (Text("Struktur"),))
HOSTILE = "<b> & \"kutip\" 'satu' 😀 =1+1"
TREE = Simpul("a", "Camat", (Simpul("b", "Sekretaris", beside=True), Simpul("c", HOSTILE, role="lemah")), role="utama")
DIAGRAM = tree_diagram(CAPTION, TREE, width=439)

HEADER, EOF, SELECT, BRUSH, FONT, TEXT_OUT, POLYGON, POLYLINE, PEN = 1, 14, 37, 39, 82, 84, 86, 87, 95


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(type, whole record) until the data end; a wrong size stops it with an error."""
    at = 0
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        assert size >= 8
        assert size % 4 == 0
        yield kind, data[at : at + size]
        at += size
    assert at == len(data)


def of_kind(data: bytes, kind: int) -> list[bytes]:
    return [record for found, record in records(data) if found == kind]


def texts(data: bytes) -> list[tuple[str, list[int], tuple[int, int]]]:
    """(text, distances, reference point) of every text."""
    found = []
    for record in of_kind(data, TEXT_OUT):
        x, y, count, at = struct.unpack_from("<2i2I", record, 36)
        (distances_at,) = struct.unpack_from("<I", record, 72)
        distances = list(struct.unpack_from(f"<{count}I", record, distances_at))
        found.append((record[at : at + 2 * count].decode("utf-16-le"), distances, (x, y)))
    return found


def test_header_agrees_with_the_records() -> None:
    data = emf(DIAGRAM)
    kinds = [kind for kind, _ in records(data)]
    size, count = struct.unpack_from("<II", data, 48)
    (handles,) = struct.unpack_from("<H", data, 56)
    assert kinds[0] == HEADER
    assert kinds[-1] == EOF
    assert data[40:44] == b" EMF"
    assert size == len(data)
    assert count == len(kinds)
    assert handles == 1 + sum(kinds.count(kind) for kind in (BRUSH, FONT, PEN))


def test_frame_is_the_size_in_points() -> None:
    left, top, right, bottom = struct.unpack_from("<4i", emf(DIAGRAM), 24)
    assert (left, top) == (0, 0)
    assert right == pytest.approx(DIAGRAM.width * 2540 / 72, abs=2)
    assert bottom == pytest.approx(DIAGRAM.height * 2540 / 72, abs=2)
    pixels, millimetres = struct.unpack_from("<2i", emf(DIAGRAM), 72), struct.unpack_from("<2i", emf(DIAGRAM), 80)
    assert [p / m for p, m in zip(pixels, millimetres, strict=True)] == pytest.approx([1440 / 25.4] * 2)


def test_every_line_of_text_is_text() -> None:
    found = texts(emf(DIAGRAM))
    assert [text for text, _, _ in found] == [line for box in DIAGRAM.boxes for line in box.lines]
    assert "😀" in "".join(text for text, _, _ in found)


def test_text_is_centred_in_its_box_and_as_wide_as_arial() -> None:
    diagram = Diagram(CAPTION, (Box("a", ("Camat",), 10, 10, 100, 20),), (), 200, 50, "x")
    ((_, distances, (x, y)),) = texts(emf(diagram))
    assert x == 60 * 20
    assert 20 * 20 < y < 28 * 20
    assert sum(distances) == round((1479 + 1139 + 1706 + 1139 + 569) * 9 * 20 / 2048)


def test_font_is_arial_with_the_size_of_the_em() -> None:
    (font,) = of_kind(emf(DIAGRAM), FONT)
    assert struct.unpack_from("<i", font, 12) == (-180,)
    assert font[40:104].decode("utf-16-le").rstrip("\0") == "Arial"


def test_boxes_and_lines_lie_within_the_bounds() -> None:
    data = emf(DIAGRAM)
    _, _, right, bottom = struct.unpack_from("<4i", data, 8)
    shapes = of_kind(data, POLYGON) + of_kind(data, POLYLINE)
    assert len(shapes) == len(DIAGRAM.boxes) + len(DIAGRAM.lines)
    for record in shapes:
        (count,) = struct.unpack_from("<I", record, 24)
        numbers = struct.unpack_from(f"<{2 * count}h", record, 28)
        assert all(0 <= x <= right for x in numbers[::2])
        assert all(0 <= y <= bottom for y in numbers[1::2])


def test_selected_objects_exist() -> None:
    made = {0}
    for kind, record in records(emf(DIAGRAM)):
        (number,) = struct.unpack_from("<I", record, 8)
        if kind in (BRUSH, FONT, PEN):
            assert number not in made
            made.add(number)
        elif kind == SELECT:
            assert number in made


def test_roles_differ_in_pen_and_fill() -> None:
    styles = {struct.unpack_from("<I", record, 28)[0] & 0xF for record in of_kind(emf(DIAGRAM), PEN)}
    fills = {record[16:19].hex() for record in of_kind(emf(DIAGRAM), BRUSH)}
    assert styles == {0, 1}
    assert fills == {"d6e0eb", "ffffff"}


def test_an_arrow_has_a_head_at_its_end() -> None:
    line = Line(((10, 10), (60, 10)), arrow=True)
    (head,) = of_kind(emf(Diagram(CAPTION, (), (line,), 100, 20, "x")), POLYGON)
    numbers = struct.unpack_from("<6h", head, 28)
    assert numbers[:2] == (1200, 200)
    assert numbers[2] == numbers[4] == 1200 - 6 * 20


def test_too_large_a_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="terlalu besar"):
        emf(Diagram(CAPTION, (), (), 2000, 10, "x"))


def test_bytes_are_stable() -> None:
    assert emf(DIAGRAM) == emf(DIAGRAM)
    assert svg(DIAGRAM, "a", "b") == svg(DIAGRAM, "a", "b")


def test_svg_holds_the_same_boxes_lines_and_texts() -> None:
    root = etree.fromstring(svg(DIAGRAM, "Struktur", "a", lambda box: f' data-k="{box.key}"'))
    assert [e.text for e in root.iter("text")] == [line for box in DIAGRAM.boxes for line in box.lines]
    assert [e.get("data-k") for e in root.iterfind("g")] == [box.key for box in DIAGRAM.boxes]
    assert [e.get("class") for e in root.iterfind("g")] == [box.role for box in DIAGRAM.boxes]
    assert len(root.findall("g/polygon")) == len(DIAGRAM.boxes)
    assert len(root.findall("polyline")) == len(DIAGRAM.lines)
    assert len(root.findall("g/polygon[@stroke-dasharray]")) == 1
    assert root.get("aria-labelledby") == "a-judul a-uraian"
    assert (root.findtext("title"), root.findtext("desc")) == ("Struktur", DIAGRAM.alt)


def test_picture_drawing_names_the_part_and_says_what_it_shows() -> None:
    main = "http://schemas.openxmlformats.org/"
    spaces = {
        "w": main + "wordprocessingml/2006/main",
        "wp": main + "drawingml/2006/wordprocessingDrawing",
        "r": main + "officeDocument/2006/relationships",
        "a": main + "drawingml/2006/main",
    }
    declared = " ".join(f'xmlns:{prefix}="{spaces[prefix]}"' for prefix in ("w", "wp", "r"))
    drawing = picture_drawing("rId7", 3, "Gambar 3", HOSTILE + "\x00\ud800", 1270000, 635000)
    run = etree.fromstring(f"<w:r {declared}>{drawing}</w:r>")
    properties = run.find("w:drawing/wp:inline/wp:docPr", spaces)
    assert properties is not None
    assert [properties.get(key) for key in ("id", "name", "descr")] == ["3", "Gambar 3", HOSTILE]
    assert run.xpath("string(//a:blip/@r:embed)", namespaces=spaces) == "rId7"
    assert run.xpath("string(//wp:extent/@cx)", namespaces=spaces) == "1270000"
    assert run.xpath("string(//wp:extent/@cy)", namespaces=spaces) == "635000"
