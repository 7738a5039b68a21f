"""Widths of Arial's letters, and the breaking of text into lines of a given width. Needs no font file.

The widths are Arial's advance widths in 1/2048 em (Liberation Sans has the same), so a picture laid out here fits in
Word and in LibreOffice. Widths and sizes are in points; `bold` is Arial Bold.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

EM = 2048
CAP_HEIGHT = 0.716  # of the size: from the baseline to the top of a capital
LINE_HEIGHT = 1.2  # of the size

_REGULAR = {
    391: "'",
    455: "ijl‘’‚",
    532: "|¦",
    569: " !,./:;I[\\]ft\xa0·ÌÍÎÏìíîï",
    682: "()-`r¡¨\xad²³´¸¹“”„‹›",
    684: "{}",
    717: "•",
    727: '"',
    748: "º",
    758: "ª",
    797: "*",
    819: "°",
    961: "^",
    1024: "Jcksvxyzçýÿ",
    1100: "¶",
    1124: "±÷≤≥",
    1131: "¯",
    1139: "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþ–†€",
    1180: "µ",
    1196: "+<=>~¬×−",
    1251: "FTZ¿ßø",
    1366: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞ",
    1479: "CDHNRUwÇÐÑÙÚÛÜ",
    1509: "©®",
    1593: "GOQÒÓÔÕÖØ",
    1706: "Mm",
    1708: "¼½¾",
    1821: "%æ",
    1933: "W",
    2048: "Æ—…‰™→",
    2079: "@",
}
_BOLD = {
    487: "'",
    569: " ,./I\\ijl\xa0·ÌÍÎÏìíîï‘’‚",
    573: "|¦",
    682: "!()-:;[]`ft¡¨\xad²³´¸¹‹›",
    717: "•",
    748: "º",
    758: "ª",
    797: "*r{}",
    819: "°",
    971: '"',
    1024: "z“”„",
    1124: "±÷≤≥",
    1131: "¯",
    1139: "#$0123456789J_aceksvxy¢£¤¥§¶«»àáâãäåçèéêëýÿ–†€",
    1180: "µ",
    1196: "+<=>^~¬×−",
    1251: "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþ",
    1366: "EPSVXYÈÉÊËÝÞ",
    1479: "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ",
    1509: "©®",
    1593: "GOQwÒÓÔÕÖØ",
    1706: "M",
    1708: "¼½¾",
    1821: "%mæ",
    1933: "W",
    1997: "@",
    2048: "Æ—…‰™→",
}
_WIDTHS = tuple({letter: width for width, letters in face.items() for letter in letters} for face in (_REGULAR, _BOLD))


def advances(text: str, bold: bool = False) -> list[int]:
    """The width of each character in 1/2048 em. One that Arial lacks counts as a full em, the widest substitute."""
    widths = _WIDTHS[bold]
    return [widths.get(letter, EM) for letter in text]


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of `text` on one line."""
    return sum(advances(text, bold)) * size / EM


def longest_word(text: str, size: float, bold: bool = False) -> float:
    """The width of the widest word, or part of one up to a '/' or '-': below it, `wrap` has to cut words."""
    return _widest_part(text, bold) * size / EM


@lru_cache(maxsize=4096)
def _widest_part(text: str, bold: bool) -> int:
    """Of the words of `text` cut after '/' and '-'. In 1/2048 em."""
    words = (word for line in _measured(text, bold) for word in line.words)
    return max((_em(part, bold) for word in words for part in _PART.findall(word)), default=0)


_PART = re.compile(r"[^/-]*[/-]+|[^/-]+")


class _Words(NamedTuple):
    """The words of a line, and how far each reaches, a space after it, from 0 on. In 1/2048 em."""

    words: Sequence[str]
    reach: Sequence[int]
    widest: int


def _em(text: str, bold: bool) -> int:
    return sum(advances(text, bold))


def _words(words: Sequence[str], bold: bool) -> _Words:
    widths = [_em(word, bold) for word in words]
    space = _WIDTHS[bold][" "]
    return _Words(words, tuple(accumulate((width + space for width in widths), initial=0)), max(widths))


@lru_cache(maxsize=4096)
def _measured(text: str, bold: bool) -> tuple[_Words, ...]:
    """The words of each line of `text` that has any."""
    return tuple(_words(words, bold) for line in text.splitlines() if (words := line.split()))


def _cut(word: str, room: float, bold: bool) -> Iterator[str]:
    """A word in pieces that fit: cut after '/' and '-', and where that is not enough between letters."""
    piece, width = "", 0
    for part in _PART.findall(word):
        whole = _em(part, bold)
        for bit, advance in [(part, whole)] if whole <= room else zip(part, advances(part, bold), strict=True):
            if piece and width + advance > room:
                yield piece
                piece, width = "", 0
            piece, width = piece + bit, width + advance
    yield piece


def _pieces(line: _Words, room: float, bold: bool) -> _Words:
    """The words, those too wide for `room` in pieces."""
    if line.widest <= room:
        return line
    return _words([piece for word in line.words for piece in _cut(word, room, bold)], bold)


def _starts(line: _Words, room: float, space: int) -> list[int]:
    """With which word each line begins when every line is filled."""
    starts: list[int] = []
    at = 0
    while at < len(line.words):
        starts.append(at)
        at = max(at + 1, bisect_right(line.reach, line.reach[at] + room + space) - 1)
    return starts


def line_count(text: str, width: float, size: float, bold: bool = False) -> int:
    """How many lines `wrap` makes."""
    room, space = width * EM / size, _WIDTHS[bold][" "]
    return sum(len(_starts(_pieces(line, room, bold), room, space)) for line in _measured(text, bold)) or 1


def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """`text` in the fewest lines of at most `width`, all about equally long. A line break in `text` stays one.

    Only a word wider than `width` is cut. Always at least one line, which may be empty.
    """
    room, space = width * EM / size, _WIDTHS[bold][" "]
    lines: list[str] = []
    for paragraph in _measured(text, bold):
        line = _pieces(paragraph, room, bold)
        best = _starts(line, room, space)
        # The narrowest width with as many lines is the one with the most even lines.
        low, high = float(line.widest), room
        while len(best) > 1 and high - low > EM / 4:
            middle = (low + high) / 2
            narrower = _starts(line, middle, space)
            if len(narrower) == len(best):
                best, high = narrower, middle
            else:
                low = middle
        ends = [*best[1:], len(line.words)]
        lines.extend(" ".join(line.words[a:b]) for a, b in zip(best, ends, strict=True))
    return tuple(lines) or ("",)
