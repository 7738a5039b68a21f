"""Word-level difference of two runs of inlines: the newer one with what was inserted and deleted.

In: inlines of both versions. Out: inlines in which `Deleted` and `Inserted` stand where they differ. Words are compared
as they are read, whatever values and texts they are made of. A reference and a formula are one word each; a reference
is the same when it points at the same thing, whatever number that has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, groupby

from generator.tree.nodes import (
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
from generator.tree.walk import map_inlines

BATAS_RINCI = 250_000
"""Product of the lengths above which a passage is not compared word by word: it counts as replaced."""
_KATA = re.compile(r"\s+|\w+(?:[-/.,]\w+)*|[^\w\s]")

Gaya = tuple[str, ...]
"""'Strong' and 'Emphasis', the outermost first."""
Bagian = tuple[str, int, int, int, int]
"""As of difflib: 'equal' or 'replace', from and to in the older and in the newer words."""


@dataclass(frozen=True, slots=True)
class Kata:
    """A word. `kunci` is what makes two words of one style the same; `potongan`: from and to in each of its nodes."""

    kunci: str
    gaya: Gaya
    potongan: tuple[tuple[Inline, int, int], ...]


def kata(isi: Iterable[Inline]) -> list[Kata]:
    """The words of inlines, blanks and punctuation between them too."""
    hasil: list[Kata] = []
    for (gaya, teks), simpul in groupby(_ratakan(isi, ()), lambda s: (s[0], isinstance(s[1], (Text, Value)))):
        if teks:
            hasil += _kata_teks([n for _, n in simpul], gaya)
        else:
            hasil += (Kata(_kunci(n), gaya, ((n, 0, 0),)) for _, n in simpul)
    return hasil


def _ratakan(isi: Iterable[Inline], gaya: Gaya) -> Iterator[tuple[Gaya, Inline]]:
    for n in isi:
        if isinstance(n, (Strong, Emphasis)):
            yield from _ratakan(n.children, (*gaya, type(n).__name__))
        elif not isinstance(n, (Text, Value)) or n.text:
            yield gaya, n


def _kunci(n: Inline) -> str:
    """Of what is no text; no text holds these characters."""
    match n:
        case LineBreak():
            return "\x00"
        case Reference(target):
            return f"\x01{target}"
        case Formula(latex):
            return f"\x02{latex}"
    raise AssertionError(f"sudah dibandingkan: {n}")


def _kata_teks(simpul: Sequence[Inline], gaya: Gaya) -> Iterator[Kata]:
    """The words of texts and values that stand side by side."""
    teks = [n.text for n in simpul if isinstance(n, (Text, Value))]
    batas = list(accumulate(map(len, teks), initial=0))
    k = 0
    for m in _KATA.finditer("".join(teks)):
        a, b = m.span()
        while batas[k + 1] <= a:
            k += 1
        potongan = []
        i = k
        while i < len(teks) and batas[i] < b:
            if batas[i] < batas[i + 1]:
                potongan.append((simpul[i], max(a, batas[i]) - batas[i], min(b, batas[i + 1]) - batas[i]))
            i += 1
        yield Kata(m[0], gaya, tuple(potongan))


def susun(isi: Iterable[Kata]) -> Inlines:
    """Inlines of words; a value of which some words are missing becomes text."""
    hasil: list[Inline] = []
    for gaya, kelompok in groupby(isi, lambda k: k.gaya):
        bagian = list(_gabung(p for k in kelompok for p in k.potongan))
        for g in reversed(gaya):
            bagian = [Strong(tuple(bagian)) if g == "Strong" else Emphasis(tuple(bagian))]
        hasil += bagian
    return tuple(hasil)


def _gabung(potongan: Iterable[tuple[Inline, int, int]]) -> Iterator[Inline]:
    utuh: list[tuple[Inline, int, int]] = []
    for n, awal, akhir in potongan:
        if utuh and utuh[-1][0] is n and utuh[-1][2] == awal and awal:
            utuh[-1] = (n, utuh[-1][1], akhir)
        else:
            utuh.append((n, awal, akhir))
    teks = ""
    for n, awal, akhir in utuh:
        if isinstance(n, Text) or (isinstance(n, Value) and akhir - awal < len(n.text)):
            teks += n.text[awal:akhir]
            continue
        if teks:
            yield Text(teks)
            teks = ""
        yield n
    if teks:
        yield Text(teks)


def sidik(isi: Iterable[Inline]) -> str:
    """Equal for inlines that read the same: what `kata` sees, as one text."""
    bagian: list[str] = []
    for n in isi:
        match n:
            case Text(teks) | Value(text=teks):
                bagian.append(teks)
            case Strong(anak):
                bagian.append(f"\x03{sidik(anak)}\x05")
            case Emphasis(anak):
                bagian.append(f"\x04{sidik(anak)}\x06")
            case _:
                bagian.append(f"{_kunci(n)}\x07")
    if len(bagian) == 1:
        return bagian[0]
    return "".join(bagian).replace("\x05\x03", "").replace("\x06\x04", "")


def tanpa_rujukan(isi: Inlines) -> Inlines:
    """Inlines whose references are words: of a version whose targets are gone."""

    return map_inlines(isi, lambda n: Text(n.text) if isinstance(n, Reference) else n)


def banding_kata(lama: Inlines, baru: Inlines) -> tuple[Inlines, int]:
    """The newer inlines with their changes, and how many passages changed."""
    a, b = kata(lama), kata(baru)
    ka, kb = [(k.kunci, k.gaya) for k in a], [(k.kunci, k.gaya) for k in b]
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


def _beda(a: Sequence[tuple[str, Gaya]], b: Sequence[tuple[str, Gaya]]) -> list[Bagian]:
    pendek = min(len(a), len(b))
    awal = 0
    while awal < pendek and a[awal] == b[awal]:
        awal += 1
    akhir = 0
    while akhir < pendek - awal and a[-1 - akhir] == b[-1 - akhir]:
        akhir += 1
    m, n = len(a) - akhir, len(b) - akhir
    if (m - awal) * (n - awal) > BATAS_RINCI or not (m - awal) * (n - awal):
        tengah: list[Bagian] = [("replace", awal, m, awal, n)]
    else:
        tengah = [(t, i + awal, j + awal, k + awal, o + awal) for t, i, j, k, o in _rinci(a[awal:m], b[awal:n])]
    hasil = [("equal", 0, awal, 0, awal), *tengah, ("equal", m, len(a), n, len(b))]
    return [h for h in hasil if h[1] < h[2] or h[3] < h[4]]


def _rinci(a: Sequence[tuple[str, Gaya]], b: Sequence[tuple[str, Gaya]]) -> Iterator[Bagian]:
    """Words are matched, then what stands beside a match on both sides: blanks are alike, and one between two changed
    words belongs to the change. A phrase is read as one, and there is half as much to match."""
    ia, ib = ([n for n, k in enumerate(x) if not k[0].isspace()] for x in (a, b))
    cocok = SequenceMatcher(None, [a[n] for n in ia], [b[n] for n in ib], autojunk=False)
    sama = [(ia[i + n], ib[k + n]) for i, k, banyak in cocok.get_matching_blocks() for n in range(banyak)]
    awal_a = awal_b = i = k = 0  # from where the words are equal, and up to where
    for x, y in [*sama, (len(a), len(b))]:
        while i < x and k < y and a[i] == b[k]:
            i, k = i + 1, k + 1
        p, q = x, y
        while p > i and q > k and a[p - 1] == b[q - 1]:
            p, q = p - 1, q - 1
        if p > i or q > k:
            yield "equal", awal_a, i, awal_b, k
            yield "replace", i, p, k, q
            awal_a, awal_b = p, q
        i, k = x + 1, y + 1
    yield "equal", awal_a, len(a), awal_b, len(b)
