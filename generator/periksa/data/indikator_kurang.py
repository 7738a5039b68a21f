"""An indicator without unit, baseline or target.

A year without target is left to the rules on pagu where the item has neither that year, or no target at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.angka import Angka, Teks
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import bertarget, cabang, di
from generator.temuan import Temuan

KODE = "indikator-kurang"
BUKAN_SATUAN = {"-", "–", "—", "n/a", "na", "?"}


def periksa(b: Bahan) -> Iterator[Temuan]:
    for c in cabang(b):
        for i in c.indikator:
            yield from _satuan(i.kode, i.nama, i.satuan)
            if i.baseline.nilai is None:
                pesan = f'indikator {i.kode} "{i.nama}" tidak mempunyai baseline'
                yield Temuan(KODE, di(i.baseline), pesan, pokok=f"{i.kode} baseline")
            terukur = c.tingkat in ("tujuan", "sasaran")
            yield from _target(i.kode, i.nama, {t: a for t, a in i.target.items() if terukur or bertarget(c, t)})
            if not any(a.nilai is not None for a in i.target.values()):
                yield _tanpa_target(i.kode, i.nama, i.target)
    for k in b.konteks.ikk:
        yield from _satuan(k.kode, k.nama, k.satuan)
        yield from _target(k.kode, k.nama, k.target)
    for n in b.konteks.kinerja:
        yield from _satuan(n.kode, n.nama, n.satuan)


def _satuan(kode: Teks, nama: Teks, satuan: Teks) -> Iterator[Temuan]:
    if satuan.casefold() in BUKAN_SATUAN:
        yield Temuan(KODE, di(satuan), f'indikator {kode} "{nama}" tidak mempunyai satuan', pokok=f"{kode} satuan")


def _target(kode: Teks, nama: Teks, target: Mapping[int, Angka]) -> Iterator[Temuan]:
    if all(a.nilai is None for a in target.values()):
        return
    for t, a in sorted(target.items()):
        if a.nilai is None:
            yield Temuan(KODE, di(a), f'indikator {kode} "{nama}" tidak mempunyai target {t}', pokok=f"{kode} {t}")


def _tanpa_target(kode: Teks, nama: Teks, target: Mapping[int, Angka]) -> Temuan:
    pesan = f'indikator {kode} "{nama}" tidak mempunyai target pada tahun mana pun'
    return Temuan(KODE, di(next(iter(target.values()))), pesan, pokok=f"{kode} target")
