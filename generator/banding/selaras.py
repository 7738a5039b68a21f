"""Aligns two sequences: what stands in both, in order, and what was replaced by what.

Work grows with the length of the sequences, not with its square: equal items that are unique anchor the alignment
(patience), and between anchors an item's partner is looked up by its rarer words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache
from itertools import pairwise

Pasangan = tuple[int | None, int | None]
"""Indices of an item in the older and the newer sequence; None where it has none."""
HitungKata = Callable[[int], Counter[tuple[Hashable, str]]]
"""The words of the item at an index. Only of items without an equal one are they asked for."""

BATAS_KATA_UMUM = 24
"""A word in more items than this says nothing about which item is meant."""
KEDALAMAN = 24
"""How often anchors are looked for between anchors; beyond that, what repeats itself is left to keys and words."""
CALON = 8
"""How many likely partners of an item are looked at closely."""


def naik_terpanjang(nilai: Sequence[int]) -> list[int]:
    """Indices of a longest strictly increasing subsequence."""
    ekor: list[int] = []
    letak: list[int] = []
    sebelum = [-1] * len(nilai)
    for i, n in enumerate(nilai):
        k = bisect_left(ekor, n)
        if k == len(ekor):
            ekor.append(n)
            letak.append(i)
        else:
            ekor[k] = n
            letak[k] = i
        sebelum[i] = letak[k - 1] if k else -1
    hasil: list[int] = []
    kini = letak[-1] if letak else -1
    while kini >= 0:
        hasil.append(kini)
        kini = sebelum[kini]
    return hasil[::-1]


def jangkar(lama: Sequence[Hashable], baru: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of equal items, in order: common ends, then items unique on both sides, again between them."""
    hasil: list[tuple[int, int]] = []
    antre = [(0, len(lama), 0, len(baru), 0)]
    while antre:
        a, b, c, d, dalam = antre.pop()
        while a < b and c < d and lama[a] == baru[c]:
            hasil.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and lama[b - 1] == baru[d - 1]:
            b, d = b - 1, d - 1
            hasil.append((b, d))
        if a == b or c == d or dalam == KEDALAMAN:
            continue
        di_lama, di_baru = Counter(lama[a:b]), Counter(baru[c:d])
        letak = {baru[j]: j for j in range(c, d) if di_baru[baru[j]] == 1}
        unik = [(i, letak[lama[i]]) for i in range(a, b) if di_lama[lama[i]] == 1 and lama[i] in letak]
        pilih = [unik[k] for k in naik_terpanjang([j for _, j in unik])]
        if not pilih:
            continue
        batas = [(a - 1, c - 1), *pilih, (b, d)]
        hasil += pilih
        antre += [(i + 1, k, j + 1, m, dalam + 1) for (i, j), (k, m) in pairwise(batas) if i + 1 < k and j + 1 < m]
    return sorted(hasil)


def mirip(a: Counter[tuple[Hashable, str]], b: Counter[tuple[Hashable, str]]) -> float:
    """Share of words in common, 0 to 1 (Dice, by number of words)."""
    jumlah = a.total() + b.total()
    pendek, panjang = (a, b) if len(a) <= len(b) else (b, a)
    return 2 * sum(min(n, panjang[k]) for k, n in pendek.items() if k in panjang) / jumlah if jumlah else 0.0


def pasangkan(
    lama: Sequence[int], baru: Sequence[int], kata_lama: HitungKata, kata_baru: HitungKata, ambang: float
) -> list[tuple[int, int]]:
    """Pairs of similar items, in order, of the items with the given indices; `ambang`: how similar at least."""
    berisi: dict[tuple[Hashable, str], list[int]] = defaultdict(list)
    for j in baru:
        for k in kata_baru(j):
            berisi[k].append(j)
    terbaik: list[tuple[int, int]] = []
    terpakai: set[int] = set()
    for i in lama:
        suara: Counter[int] = Counter()
        for k, n in kata_lama(i).items():
            if len(di := berisi.get(k, ())) <= BATAS_KATA_UMUM:
                for j in di:
                    suara[j] += n
        calon = [j for j, _ in suara.most_common(CALON) if j not in terpakai]
        if not calon and len(baru) <= CALON:
            calon = [j for j in baru if j not in terpakai]
        skor = [(mirip(kata_lama(i), kata_baru(j)), -j) for j in calon]
        if skor and max(skor)[0] >= ambang:
            j = -max(skor)[1]
            terpakai.add(j)
            terbaik.append((i, j))
    return [terbaik[k] for k in naik_terpanjang([j for _, j in terbaik])]


def selaraskan(
    lama: Sequence[Hashable],
    baru: Sequence[Hashable],
    kata_lama: HitungKata,
    kata_baru: HitungKata,
    kunci_lama: Sequence[Hashable | None] | None = None,
    kunci_baru: Sequence[Hashable | None] | None = None,
    ambang: float = 0.5,
) -> list[Pasangan]:
    """The whole alignment, in reading order: equal items, then items of one key, then similar ones.

    `lama`, `baru`: what is equal when nothing changed. An item whose key the other sequence does not know may be like
    one there. Deleted items come before what was put in their place.
    """
    nomor: dict[Hashable, int] = {}
    pasti = jangkar(*([nomor.setdefault(x, len(nomor)) for x in semua] for semua in (lama, baru)))
    if len(pasti) == len(lama) == len(baru):
        return list(pasti)
    kunci_lama = kunci_lama or [None] * len(lama)
    kunci_baru = kunci_baru or [None] * len(baru)
    dikenal_lama, dikenal_baru = set(kunci_lama), set(kunci_baru)
    bebas_lama = [k is None or k not in dikenal_baru for k in kunci_lama]
    bebas_baru = [k is None or k not in dikenal_lama for k in kunci_baru]
    kata_lama, kata_baru = cache(kata_lama), cache(kata_baru)
    pasti = _isi_celah(pasti, len(lama), len(baru), lambda a, b: _berkunci(a, b, kunci_lama, kunci_baru))

    def serupa(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int]]:
        a, b = [i for i in a if bebas_lama[i]], [j for j in b if bebas_baru[j]]
        return pasangkan(a, b, kata_lama, kata_baru, ambang) if a and b else []

    return list(urutkan(_isi_celah(pasti, len(lama), len(baru), serupa), len(lama), len(baru)))


def _berkunci(
    a: Sequence[int], b: Sequence[int], kunci_lama: Sequence[Hashable | None], kunci_baru: Sequence[Hashable | None]
) -> list[tuple[int, int]]:
    letak = {kunci_baru[j]: j for j in b if kunci_baru[j] is not None}
    ada = [(i, letak[kunci_lama[i]]) for i in a if kunci_lama[i] in letak]
    return [ada[k] for k in naik_terpanjang([j for _, j in ada])]


def _isi_celah(
    pasti: list[tuple[int, int]],
    m: int,
    n: int,
    cari: Callable[[Sequence[int], Sequence[int]], list[tuple[int, int]]],
) -> list[tuple[int, int]]:
    batas = [(-1, -1), *pasti, (m, n)]
    hasil = list(pasti)
    for (i, j), (k, o) in pairwise(batas):
        if k - i > 1 and o - j > 1:
            hasil += cari(range(i + 1, k), range(j + 1, o))
    return sorted(hasil)


def urutkan(pasti: Sequence[tuple[int, int]], m: int, n: int) -> Iterator[Pasangan]:
    i = j = 0
    for a, b in [*pasti, (m, n)]:
        yield from ((k, None) for k in range(i, a))
        yield from ((None, k) for k in range(j, b))
        if a < m or b < n:
            yield a, b
        i, j = a + 1, b + 1
