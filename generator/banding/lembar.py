"""A sheet of one version: its rows with cells, keys and names, and what of them makes two rows the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Any

from generator.banding.isian import isian
from generator.compute.konteks import Konteks
from generator.model.kolom import Baris, Rujukan
from generator.model.skema import Lembar, metadata


class NamaKode:
    """What codes are called in a version, by field of `Isi`: an indicator often has the code of what it measures."""

    def __init__(self, k: Konteks) -> None:
        nomenklatur = {str(n.kode): str(n.nama) for n in k.isi.nomenklatur}
        self._nama = {
            "jabatan": {str(j.kode): str(j.nama) for j in k.isi.jabatan},
            "indikator": {str(i.kode): str(i.nama) for i in k.isi.indikator},
            "nomenklatur": nomenklatur,
            "rencana": nomenklatur,
        }

    def __call__(self, medan: str, kode: str) -> str:
        return self._nama.get(medan, {}).get(kode, "")


class LembarVersi:
    """A sheet in one version: rows with their cells, keys and names."""

    def __init__(self, lembar: Lembar, baris: Sequence[Baris], nama: NamaKode) -> None:
        self.baris, self.sel = baris, isian(lembar, baris)
        self.lembar = lembar
        self.kunci: list[Hashable] = []
        kali: Counter[Hashable] = Counter()
        for b, s in zip(baris, self.sel, strict=True):
            k = _teks(getattr(b, lembar.kunci)) if lembar.kunci else tuple(x.isi for x in s.values())
            self.kunci.append((k, kali[k]))
            kali[k] += 1
        self.berkunci = bool(lembar.kunci)
        self.letak = {k: i for i, k in enumerate(self.kunci)}
        self._sebutan = nama
        self._tentang = _tentang(lembar)

    def kode(self, i: int) -> str:
        k = self.kunci[i][0] if self.berkunci else ""  # type: ignore[index]
        return str(k)

    def nama(self, i: int) -> str:
        """How a row is called in both versions; '' when it is not."""
        kolom = self.lembar.nama_baris
        return _teks(getattr(self.baris[i], kolom)) if kolom else self._sebutan(self._tentang, self.kode(i))

    def sebutan(self, i: int) -> str:
        """What a reader knows the row by: its name, or its first words."""
        kata = (s.isi for s in self.sel[i].values() if isinstance(s.isi, str) and s.isi != self.kode(i))
        return self.nama(i) or next(kata, "")

    def nilai(self, i: int, medan: str) -> str:
        return _teks(getattr(self.baris[i], medan)) if medan else ""

    def asal(self, i: int) -> str:
        return str(self.baris[i].lokasi)


def _tentang(lembar: Lembar) -> str:
    """The field of `Isi` whose codes are the keys of a sheet; '' where they are its own."""
    if lembar.tentang:
        return lembar.tentang
    rujukan = metadata(lembar.baris.model_fields[lembar.kunci], Rujukan) if lembar.kunci else None
    return rujukan.medan if rujukan else ""


def _teks(nilai: Any) -> str:
    return "" if nilai is None else str(getattr(nilai, "nilai", nilai))
