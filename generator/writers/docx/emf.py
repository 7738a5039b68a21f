"""Diagram -> Enhanced Metafile (EMF), the vector format that Word draws itself: lines stay sharp and text stays text.

In: a Diagram in points. Out: the bytes of the picture part. Records as in [MS-EMF]; every field is little-endian. The
logical unit is 1/20 point on a reference device of exactly 1440 units per inch, so one unit is one device pixel.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

from generator.tree.drawing.arial import EM, advances
from generator.tree.nodes import Box, Diagram, Line
from generator.writers.geometry import (
    CONNECTOR,
    CONNECTOR_WIDTH,
    LOOKS,
    TEXT,
    Point,
    arrow_head,
    before,
    behind,
    corners,
    text_lines,
)

_UNITS = 20  # per point
_LIMIT = 32767 / _UNITS  # points: the records for lines hold 16-bit coordinates
_DEVICE_MM = 508  # a device of 20 × 20 inches

_HEADER, _EOF = 1, 14
_SET_WINDOW_EXTENT, _SET_WINDOW_ORIGIN, _SET_VIEWPORT_EXTENT, _SET_VIEWPORT_ORIGIN = 9, 10, 11, 12
_SET_MAP_MODE, _SET_BACKGROUND_MODE, _SET_TEXT_ALIGN, _SET_TEXT_COLOUR = 17, 18, 22, 24
_SELECT, _CREATE_BRUSH, _CREATE_FONT, _TEXT_OUT, _POLYGON, _POLYLINE, _CREATE_PEN = 37, 39, 82, 84, 86, 87, 95

_ANISOTROPIC, _TRANSPARENT, _CENTRED_ON_BASELINE = 8, 1, 6 | 24
_GEOMETRIC_MITRED_FLAT, _DASHED = 0x10000 | 0x2000 | 0x200, 1
_HUNDREDTHS_MM = 2540 / (72 * _UNITS)  # per unit


def _units(points: float) -> int:
    return round(points * _UNITS)


def _colour(colour: str) -> int:
    """'RRGGBB' as a COLORREF, 0x00BBGGRR."""
    return int.from_bytes(bytes.fromhex(colour), "little")


class _Metafile:
    """The records so far, and the pens, brushes and font by what they look like."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = _units(width), _units(height)
        self.records: list[bytes] = []
        self.objects: dict[tuple[object, ...], int] = {}
        self.selected: dict[str, int] = {}

    def record(self, kind: int, data: bytes) -> None:
        self.records.append(struct.pack("<II", kind, 8 + len(data)) + data)

    def integers(self, kind: int, *values: int) -> None:
        self.record(kind, struct.pack(f"<{len(values)}i", *values))

    def use(self, kind: int, look: tuple[object, ...], data: bytes) -> None:
        """Select the object of `look`, made by a record of `kind` the first time."""
        number = self.objects.get((kind, *look), 0)
        if not number:
            number = self.objects[(kind, *look)] = len(self.objects) + 1
            self.record(kind, struct.pack("<I", number) + data)
        slot = str(kind)
        if self.selected.get(slot) != number:
            self.selected[slot] = number
            self.integers(_SELECT, number)

    def pen(self, colour: str, width: float, dashed: bool = False) -> None:
        style = _GEOMETRIC_MITRED_FLAT | (_DASHED if dashed else 0)
        no_bitmap = struct.pack("<4I", 52, 0, 52, 0)
        extended = struct.pack("<6I", style, _units(width), 0, _colour(colour), 0, 0)
        self.use(_CREATE_PEN, (colour, width, dashed), no_bitmap + extended)

    def brush(self, colour: str) -> None:
        self.use(_CREATE_BRUSH, (colour,), struct.pack("<3I", 0, _colour(colour), 0))

    def font(self, size: float, bold: bool = False) -> None:
        """Arial, its height given as the em's and hence negative; LogFontPanose, 320 bytes."""
        log_font = struct.pack("<5i8B", -_units(size), 0, 0, 0, 700 if bold else 400, 0, 0, 0, 1, 0, 0, 0, 0x22)
        face = "Arial".encode("utf-16-le").ljust(64, b"\0")
        self.use(_CREATE_FONT, (size, bold), (log_font + face).ljust(320, b"\0"))

    def path(self, kind: int, points: Iterable[Point]) -> None:
        """A polygon or a polyline."""
        pairs = [(_units(x), _units(y)) for x, y in points]
        xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
        bounds = struct.pack("<4iI", min(xs), min(ys), max(xs), max(ys), len(pairs))
        self.record(kind, bounds + struct.pack(f"<{2 * len(pairs)}h", *(part for pair in pairs for part in pair)))

    def text(self, x: float, y: float, text: str, size: float, bold: bool = False) -> None:
        """`text` with its baseline's middle at a point. Given distances keep it in place in any substitute font."""
        self.font(size, bold)
        code, distances = text.encode("utf-16-le", "replace"), _distances(text, size, bold)
        left, top, half = _units(x), _units(y), sum(distances) // 2
        bounds = (left - half, top - _units(size), left + half, top + _units(size / 4))
        padded = code.ljust(len(code) + len(code) % 4, b"\0")
        data = struct.pack("<4iIff2i3I4iI", *bounds, 1, _HUNDREDTHS_MM, _HUNDREDTHS_MM, left, top,
                           len(distances), 76, 0, *bounds, 76 + len(padded))  # fmt: skip
        self.record(_TEXT_OUT, data + padded + struct.pack(f"<{len(distances)}I", *distances))

    def line(self, line: Line) -> None:
        self.pen(CONNECTOR, CONNECTOR_WIDTH)
        self.path(_POLYLINE, line.points)
        if line.arrow:
            self.brush(CONNECTOR)
            self.path(_POLYGON, arrow_head(line))

    def box(self, box: Box, size: float) -> None:
        look = LOOKS[box.role]
        self.pen(look.stroke, look.width, look.dashed)
        self.brush(look.fill)
        self.path(_POLYGON, corners(box))
        for x, y, text, bold in text_lines(box, size):
            self.text(x, y, text, size, bold)

    def finish(self) -> bytes:
        self.integers(_EOF, 0, 0, 20)
        body = b"".join(self.records)
        frame = (0, 0, round(self.width * _HUNDREDTHS_MM), round(self.height * _HUNDREDTHS_MM))
        pixels = round(_DEVICE_MM / 25.4 * 72 * _UNITS)
        header = struct.pack("<2I4i4i4sIIIHHIIIiiiiIIIii", _HEADER, 108, 0, 0, self.width, self.height, *frame,
                             b" EMF", 0x10000, 108 + len(body), len(self.records) + 1, len(self.objects) + 1, 0,
                             0, 0, 0, pixels, pixels, _DEVICE_MM, _DEVICE_MM, 0, 0, 0,
                             _DEVICE_MM * 1000, _DEVICE_MM * 1000)  # fmt: skip
        return header + body


def _distances(text: str, size: float, bold: bool) -> Sequence[int]:
    """From each UTF-16 code unit to the next. Rounding does not add up; the second half of a pair takes no room."""
    distances: list[int] = []
    exact, so_far = 0.0, 0
    for letter, advance in zip(text, advances(text, bold), strict=True):
        exact += advance * size * _UNITS / EM
        distances.append(round(exact) - so_far)
        so_far = round(exact)
        if ord(letter) > 0xFFFF:
            distances.append(0)
    return distances


def emf(diagram: Diagram) -> bytes:
    """The picture of `diagram`, `width` × `height` points. Raises ValueError beyond 1638 points."""
    if max(diagram.width, diagram.height) > _LIMIT:
        raise ValueError(
            f"bagan {diagram.width:.0f} × {diagram.height:.0f} pt terlalu besar, paling besar {_LIMIT:.0f} pt"
        )
    picture = _Metafile(diagram.width, diagram.height)
    picture.integers(_SET_MAP_MODE, _ANISOTROPIC)
    for origin, extent in ((_SET_WINDOW_ORIGIN, _SET_WINDOW_EXTENT), (_SET_VIEWPORT_ORIGIN, _SET_VIEWPORT_EXTENT)):
        picture.integers(origin, 0, 0)
        picture.integers(extent, picture.width, picture.height)
    picture.integers(_SET_BACKGROUND_MODE, _TRANSPARENT)
    picture.integers(_SET_TEXT_ALIGN, _CENTRED_ON_BASELINE)
    picture.integers(_SET_TEXT_COLOUR, _colour(TEXT))
    for box in behind(diagram):
        picture.box(box, diagram.font_size)
    for line in diagram.lines:
        picture.line(line)
    for box in before(diagram):
        picture.box(box, diagram.font_size)
    return picture.finish()
