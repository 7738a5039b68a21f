"""Widths of Arial's letters, and the breaking of text into lines of a given width. Needs no font file.

The widths are Arial's advance widths in 1/2048 em (Liberation Sans has the same), so a picture laid out here fits in
Word and in LibreOffice. Widths and sizes are in points.
"""

from __future__ import annotations

EM = 2048
CAP_HEIGHT = 0.716  # of the size: from the baseline to the top of a capital
LINE_HEIGHT = 1.2  # of the size

_LETTERS_OF_WIDTH = {
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
_WIDTHS = {letter: width for width, letters in _LETTERS_OF_WIDTH.items() for letter in letters}


def advances(text: str) -> list[int]:
    """The width of each character in 1/2048 em. One that Arial lacks counts as a full em, the widest substitute."""
    return [_WIDTHS.get(letter, EM) for letter in text]


def text_width(text: str, size: float) -> float:
    """The width of `text` on one line."""
    return sum(advances(text)) * size / EM


def longest_word(text: str, size: float) -> float:
    """The width of the widest word: below it, `wrap` has to cut words."""
    return max((text_width(word, size) for word in text.split()), default=0.0)


def _cut(word: str, width: float, size: float) -> list[str]:
    """A word in pieces that fit, each of one character at least."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _fill(words: list[str], width: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def wrap(text: str, width: float, size: float) -> tuple[str, ...]:
    """`text` in the fewest lines of at most `width`, all about equally long. A line break in `text` stays one.

    Only a word wider than `width` is cut. Always at least one line, which may be empty.
    """
    lines: list[str] = []
    for paragraph in text.splitlines():
        words = [piece for word in paragraph.split() for piece in _cut(word, width, size)]
        best = _fill(words, width, size)
        # The narrowest width with as many lines is the one with the most even lines.
        low, high = max((text_width(word, size) for word in words), default=0.0), width
        while high - low > size / 4:
            middle = (low + high) / 2
            narrower = _fill(words, middle, size)
            if len(narrower) == len(best):
                best, high = narrower, middle
            else:
                low = middle
        lines.extend(best)
    return tuple(lines) or ("",)
