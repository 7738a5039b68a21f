"""Findings of `periksa` in both versions: which appeared, which are gone.

A finding is the same one when its code and its subject are, or what it says, wherever it stands: places shift.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from generator.periksa.jalan import HasilPeriksa
from generator.temuan import Temuan


@dataclass(frozen=True, slots=True)
class TemuanBeda:
    """`hilang` carries the reason of the register where the newer version accepts the finding, else ''."""

    muncul: tuple[Temuan, ...]
    hilang: tuple[tuple[Temuan, str], ...]

    @property
    def sama(self) -> bool:
        return not self.muncul and not self.hilang


def banding_temuan(lama: HasilPeriksa, baru: HasilPeriksa) -> TemuanBeda:
    """Those of one version only, in the order in which they were met."""
    alasan = {_kenal(t): sebab for t, sebab in baru.diterima}
    hilang = tuple((t, alasan.get(_kenal(t), "")) for t in _lebih(lama.temuan, baru.temuan))
    return TemuanBeda(tuple(_lebih(baru.temuan, lama.temuan)), hilang)


def _kenal(t: Temuan) -> Hashable:
    return (t.kode, t.pokok or t.pesan)


def _lebih(ini: Iterable[Temuan], itu: Iterable[Temuan]) -> Iterator[Temuan]:
    """Findings that `itu` has not as many of; of several alike, those that stand at another place first."""
    itu = list(itu)
    sisa = Counter(map(_kenal, itu))
    lokasi = defaultdict(set)
    for t in itu:
        lokasi[_kenal(t)].add(t.lokasi)
    ini = list(ini)
    tetap: set[int] = set()
    for di_tempat_lama in (True, False):
        for n, t in enumerate(ini):
            kenal = _kenal(t)
            if n not in tetap and sisa[kenal] and (t.lokasi in lokasi[kenal]) == di_tempat_lama:
                sisa[kenal] -= 1
                tetap.add(n)
    yield from (t for n, t in enumerate(ini) if n not in tetap)
