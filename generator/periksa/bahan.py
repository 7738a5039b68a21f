"""What a rule looks at: the names, the chapters as typed, and the numbered tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator.compute.konteks import Konteks
from generator.model.isi import Isi
from generator.sources.naskah import Naskah
from generator.temuan import Temuan
from generator.tree.nodes import Document

T = TypeVar("T")


@dataclass(frozen=True)
class Bahan:
    """`lain`: further names of other offices; `kamus`: the project's own words, in small letters."""

    konteks: Konteks
    dokumen: Document
    naskah: Sequence[Naskah]
    lain: tuple[str, ...] = ()
    kamus: frozenset[str] = frozenset()
    _ingatan: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def isi(self) -> Isi:
        return self.konteks.isi

    def ingat(self, nama: str, buat: Callable[[], T]) -> T:
        """What several rules need, made once."""
        if nama not in self._ingatan:
            self._ingatan[nama] = buat()
        hasil: T = self._ingatan[nama]
        return hasil


@dataclass(frozen=True)
class Aturan:
    """One rule: a code of the catalogue and the function that finds its faults."""

    kode: str
    periksa: Callable[[Bahan], Iterator[Temuan]]
