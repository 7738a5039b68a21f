"""Two sequences aligned: what is equal in order, by key, by words; no item asked for its words in vain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.banding.selaras import (
    BATAS_KATA_UMUM,
    HitungKata,
    Pasangan,
    jangkar,
    mirip,
    naik_terpanjang,
    pasangkan,
    selaraskan,
)

BARISAN = st.lists(st.sampled_from("abcdefg"), max_size=9)


def kata(isi: Sequence[str]) -> HitungKata:
    return lambda n: Counter(("", k) for k in isi[n].split())


def selaras(lama: Sequence[str], baru: Sequence[str], **kunci: Sequence[Hashable | None]) -> list[Pasangan]:
    return selaraskan(lama, baru, kata(lama), kata(baru), **kunci)


def naik(pasangan: Sequence[tuple[int, int]]) -> bool:
    return all(a < c and b < d for (a, b), (c, d) in pairwise(pasangan))


@given(st.lists(st.integers(0, 8), max_size=9))
def test_a_longest_increasing_subsequence(nilai: list[int]) -> None:
    hasil = naik_terpanjang(nilai)
    assert all(i < j and nilai[i] < nilai[j] for i, j in pairwise(hasil))
    lebih = combinations(nilai, len(hasil) + 1)
    assert not any(all(a < b for a, b in pairwise(c)) for c in lebih if c)


@given(BARISAN, BARISAN)
def test_anchors_are_equal_and_in_order(lama: list[str], baru: list[str]) -> None:
    hasil = jangkar(lama, baru)
    assert naik(hasil)
    assert all(lama[i] == baru[j] for i, j in hasil)


def test_anchors_at_both_ends_and_between() -> None:
    assert jangkar("xxabxx", "xxbaxx")[:2] == [(0, 0), (1, 1)]
    assert len(jangkar("xxabxx", "xxbaxx")) == 5
    assert jangkar("pqrst", "prqst") in ([(0, 0), (1, 2), (3, 3), (4, 4)], [(0, 0), (2, 1), (3, 3), (4, 4)])
    # what repeats itself is anchored between what does not
    hasil = jangkar("aaKaaLaa", "aKaaLaaa")
    assert len(hasil) == 7
    assert {(2, 1), (5, 4)} < set(hasil)


@given(BARISAN, BARISAN)
def test_every_item_stands_once_in_order(lama: list[str], baru: list[str]) -> None:
    hasil = selaras(lama, baru)
    assert [i for i, _ in hasil if i is not None] == list(range(len(lama)))
    assert [j for _, j in hasil if j is not None] == list(range(len(baru)))
    assert all(lama[i] == baru[j] for i, j in hasil if i is not None and j is not None)


@given(BARISAN)
def test_the_same_twice_asks_for_no_words(isi: list[str]) -> None:
    def tanpa(n: int) -> Counter[tuple[Hashable, str]]:
        raise AssertionError(n)

    assert selaraskan(isi, isi, tanpa, tanpa) == [(n, n) for n in range(len(isi))]


def test_similar_items_are_partners() -> None:
    lama = ["satu dua tiga", "empat lima enam"]
    assert selaras(lama, ["baru sekali", "empat lima tujuh"]) == [(0, None), (None, 0), (1, 1)]
    assert selaras(lama, ["empat lima tujuh", "satu dua lain"])[0] in ((0, None), (None, 0))  # one of both has moved


@pytest.mark.parametrize(("ambang", "sama"), [(0.5, True), (0.9, False)])
def test_how_similar_at_least(ambang: float, sama: bool) -> None:
    lama, baru = ["a b c"], ["a b d"]
    hasil = selaraskan(lama, baru, kata(lama), kata(baru), ambang=ambang)
    assert hasil == ([(0, 0)] if sama else [(0, None), (None, 0)])


def test_a_key_goes_before_words() -> None:
    lama, baru = ["gaji pegawai", "listrik kantor"], ["listrik kantor lain", "air bersih"]
    kunci = {"kunci_lama": ["1", "2"], "kunci_baru": ["1", "2"]}
    assert selaras(lama, baru, **kunci) == [(0, 0), (1, 1)]
    assert selaras(lama, baru) == [(0, None), (1, 0), (None, 1)]


def test_an_item_with_a_partner_of_its_key_elsewhere_is_no_partner_of_others() -> None:
    """The row of code 2 moved to the front; it is not taken for the row of code 3 that reads alike."""
    lama, baru = ["satu dua", "tiga empat"], ["tiga empat lima", "satu dua enam"]
    hasil = selaras(lama, baru, kunci_lama=["1", "2"], kunci_baru=["2", "1"])
    assert sum(i is not None and j is not None for i, j in hasil) == 1
    assert all({"1": "1", "2": "2"}[["1", "2"][i]] == ["2", "1"][j] for i, j in hasil if None not in (i, j))  # type: ignore[index]


@pytest.mark.parametrize("tukar", [False, True])
def test_an_item_whose_key_is_elsewhere_is_not_taken_for_a_similar_one_without_partner(tukar: bool) -> None:
    lama, kunci_lama = ["satu dua tiga", "tetap"], ["1", "2"]
    baru, kunci_baru = ["satu dua empat", "tetap", "lain sekali"], ["9", "2", "1"]
    if tukar:
        hasil = selaras(baru, lama, kunci_lama=kunci_baru, kunci_baru=kunci_lama)
        assert hasil == [(0, None), (None, 0), (1, 1), (2, None)]
    else:
        hasil = selaras(lama, baru, kunci_lama=kunci_lama, kunci_baru=kunci_baru)
        assert hasil == [(0, None), (None, 0), (1, 1), (None, 2)]


def test_a_partner_is_given_once() -> None:
    """The second item takes the next best one."""
    lama, baru = ["a b c p", "a b c q"], ["a b c r", "a b z"]
    assert pasangkan(range(2), range(2), kata(lama), kata(baru), 0.5) == [(0, 0), (1, 1)]


def test_a_key_that_the_other_does_not_know_is_no_hindrance() -> None:
    lama, baru = ["satu dua tiga"], ["satu dua empat"]
    assert selaras(lama, baru, kunci_lama=["1"], kunci_baru=["9"]) == [(0, 0)]


@pytest.mark.parametrize(
    ("a", "b", "nilai"),
    [("a b", "a b", 1.0), ("a b", "c d", 0.0), ("a b", "a c", 0.5), ("a a b", "a", 0.5), ("", "", 0)],
)
def test_share_of_words_in_common(a: str, b: str, nilai: float) -> None:
    def hitung(t: str) -> Counter[tuple[Hashable, str]]:
        return Counter(("", k) for k in t.split())

    assert mirip(hitung(a), hitung(b)) == nilai


def test_common_words_do_not_decide() -> None:
    """Words of many items say nothing; the rare one names the partner."""
    banyak = BATAS_KATA_UMUM + 1
    lama = [f"dan yang di langka{n}" for n in range(banyak)]
    baru = [f"dan yang di langka{n}" for n in (*range(1, banyak), 0)]
    hasil = pasangkan(range(banyak), range(banyak), kata(lama), kata(baru), 0.9)
    assert hasil == [(n, n - 1) for n in range(1, banyak)]


def _berbeda(n: int) -> tuple[list[str], list[str]]:
    return [f"lama{k} kata{k}" for k in range(n)], [f"baru{k} lain{k}" for k in range(n)]


def _serupa(n: int) -> tuple[list[str], list[str]]:
    return [f"k{k} sama{k} lama" for k in range(n)], [f"k{k} sama{k} baru" for k in range(n)]


def _umum(n: int) -> tuple[list[str], list[str]]:
    return [f"dan yang lama{k}" for k in range(n)], [f"dan yang baru{k}" for k in range(n)]


@pytest.mark.parametrize("buat", [_berbeda, _serupa, _umum])
def test_work_grows_with_the_length_only(buat: Callable[[int], tuple[list[str], list[str]]]) -> None:
    """Comparisons of words are counted, not seconds."""
    jumlah = []
    for n in (100, 400):
        dilihat = 0
        lama, baru = buat(n)

        class Hitung(Counter[tuple[Hashable, str]]):
            def total(self) -> int:
                nonlocal dilihat
                dilihat += 1
                return super().total()

        def hitung(isi: Sequence[str], jenis: type[Hitung] = Hitung) -> HitungKata:
            return lambda k: jenis(("", w) for w in isi[k].split())

        selaraskan(lama, baru, hitung(lama), hitung(baru))
        jumlah.append(dilihat)
    assert jumlah[1] <= 4 * max(jumlah[0], 1)


def test_common_words_cost_nothing() -> None:
    """How often a possible partner is looked at, for each item."""
    lihat: Counter[int] = Counter()

    class Letak(int):
        def __hash__(self) -> int:
            lihat["n"] += 1  # type: ignore[index]
            return super().__hash__()

    for n in (100, 400):
        lama, baru = _umum(n)
        lihat.clear()
        pasangkan(range(n), [Letak(k) for k in range(n)], kata(lama), kata(baru), 0.5)
        assert lihat.total() <= 40 * n
