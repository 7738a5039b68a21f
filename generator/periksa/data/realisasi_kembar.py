"""Equal figures in two consecutive years of a measured series: realisation of indicators and of budgets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.model.angka import Angka
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di
from generator.temuan import Temuan
from generator.tree.format import angka

KODE = "realisasi-kembar"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for n in b.konteks.kinerja:
        yield from _kembar(n.kode, f'indikator {n.kode} "{n.nama}"', n.realisasi)
    for p in b.konteks.anggaran.subkegiatan:
        yield from _kembar(p.kode, f'sub kegiatan {p.kode} "{p.nama}"', p.realisasi)


def _kembar(kode: str, sebutan: str, realisasi: Mapping[int, Angka]) -> Iterator[Temuan]:
    for (lama, a), (baru, c) in pairwise(realisasi.items()):
        if a.nilai and a.nilai == c.nilai:
            pesan = f"{sebutan}: realisasi {lama} dan {baru} sama persis, {angka(c)}"
            yield Temuan(KODE, di(c), pesan, pokok=f"{kode} {baru}")
