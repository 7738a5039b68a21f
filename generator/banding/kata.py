"""Word-level difference of two runs of inlines: the newer one with what was inserted and deleted.

In: inlines of both versions. Out: inlines in which `Deleted` and `Inserted` stand where they differ. A value, a
reference and a formula are one word each; a reference is the same when it points at the same thing, whatever number
that has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.document.nodes import (
    Deleted,
    Emphasis,
    Formula,
    Inline,
    Inlines,
    Inserted,
    LineBreak,
    Reference,
    Strong,
    Text,
    Value,
)

BATAS_RINCI = 250_000
"""Product of the lengths above which a passage is not compared word by word: it counts as replaced."""
_KATA = re.compile(r"\s+|\w+(?:[-/.,]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Kata:
    """A word with its style ('', 'Strong', 'Emphasis' or both). `kunci` is what makes two words the same."""

    kunci: tuple[str, ...]
    simpul: Inline
    gaya: tuple[str, ...]


def kata(isi: Sequence[Inline], gaya: tuple[str, ...] = ()) -> Iterator[Kata]:
    """The words of inlines."""
    for n in isi:
        match n:
            case Text(teks):
                for m in _KATA.finditer(teks):
                    yield Kata(("", m.group(), *gaya), Text(m.group()), gaya)
            case Value(text=teks):
                yield Kata(("", teks, *gaya), n, gaya)
            case LineBreak():
                yield Kata(("\n", *gaya), n, gaya)
            case Reference():
                yield Kata(("@", n.target, *gaya), n, gaya)
            case Formula():
                yield Kata(("$", n.latex, *gaya), n, gaya)
            case Strong(anak):
                yield from kata(anak, (*gaya, "Strong"))
            case Emphasis(anak):
                yield from kata(anak, (*gaya, "Emphasis"))
            case Inserted() | Deleted():
                raise AssertionError("sudah dibandingkan")


def susun(isi: Sequence[Kata]) -> Inlines:
    """Inlines of words; neighbours of one style are joined."""
    hasil: list[Inline] = []
    i = 0
    while i < len(isi):
        gaya = isi[i].gaya
        j = i
        bagian: list[Inline] = []
        while j < len(isi) and isi[j].gaya == gaya:
            n = isi[j].simpul
            if isinstance(n, Text) and bagian and isinstance(bagian[-1], Text):
                bagian[-1] = Text(bagian[-1].text + n.text)
            else:
                bagian.append(n)
            j += 1
        for g in reversed(gaya):
            bagian = [Strong(tuple(bagian)) if g == "Strong" else Emphasis(tuple(bagian))]
        hasil += bagian
        i = j
    return tuple(hasil)


def tanpa_rujukan(isi: Inlines) -> Inlines:
    """Inlines whose references are words: of a version whose targets are gone."""

    def satu(n: Inline) -> Inline:
        match n:
            case Reference(text=teks):
                return Text(teks)
            case Strong(anak):
                return Strong(tanpa_rujukan(anak))
            case Emphasis(anak):
                return Emphasis(tanpa_rujukan(anak))
        return n

    return tuple(map(satu, isi))


def banding_kata(lama: Inlines, baru: Inlines) -> tuple[Inlines, int]:
    """The newer inlines with their changes, and how many passages changed."""
    a, b = list(kata(lama)), list(kata(baru))
    ka, kb = [k.kunci for k in a], [k.kunci for k in b]
    if ka == kb:
        return baru, 0
    hasil: list[Inline] = []
    berubah = 0
    for jenis, i, j, k, m in _beda(ka, kb):
        if jenis == "equal":
            hasil += susun(b[k:m])
            continue
        berubah += 1
        if i < j:
            hasil.append(Deleted(tanpa_rujukan(susun(a[i:j]))))
        if k < m:
            hasil.append(Inserted(susun(b[k:m])))
    return tuple(hasil), berubah


def _beda(a: list[tuple[str, ...]], b: list[tuple[str, ...]]) -> list[tuple[str, int, int, int, int]]:
    awal = 0
    while awal < min(len(a), len(b)) and a[awal] == b[awal]:
        awal += 1
    akhir = 0
    while akhir < min(len(a), len(b)) - awal and a[-1 - akhir] == b[-1 - akhir]:
        akhir += 1
    m, n = len(a) - akhir, len(b) - akhir
    if (m - awal) * (n - awal) > BATAS_RINCI or not (m - awal) * (n - awal):
        tengah = [("replace", awal, m, awal, n)]
    else:
        cocok = SequenceMatcher(None, a[awal:m], b[awal:n], autojunk=False)
        tengah = [(t, i + awal, j + awal, k + awal, o + awal) for t, i, j, k, o in cocok.get_opcodes()]
    hasil = [("equal", 0, awal, 0, awal), *_tanpa_pulau(tengah, b), ("equal", m, len(a), n, len(b))]
    return [h for h in hasil if h[1] < h[2] or h[3] < h[4]]


def _tanpa_pulau(
    bagian: list[tuple[str, int, int, int, int]], b: list[tuple[str, ...]]
) -> list[tuple[str, int, int, int, int]]:
    """A blank that stayed between two changed words belongs to the change: a phrase is read as one."""
    hasil: list[tuple[str, int, int, int, int]] = []
    for n, (jenis, i, j, k, m) in enumerate(bagian):
        pulau = jenis == "equal" and m - k == 1 and b[k][1:2] and b[k][1].isspace() and 0 < n < len(bagian) - 1
        if (pulau or jenis != "equal") and hasil and hasil[-1][0] == "replace":
            _, i0, _, k0, _ = hasil.pop()
            hasil.append(("replace", i0, j, k0, m))
            continue
        hasil.append((jenis if jenis == "equal" else "replace", i, j, k, m))
    return hasil
