"""The plan with one year's pagu and targets in the place of the Renstra's, so that sums go upward as they do there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.compute.konteks import Konteks
from generator.compute.rencana import Rencana
from generator.model.angka import Angka
from generator.model.renja import IsiRenja, RencanaTahun


def rencana_tahun(k: Konteks, isi: IsiRenja | None, tahun: int) -> Rencana:
    """The plan with the year's pagu and targets where the workbook gives them."""
    if isi is None:
        return k.rencana
    pagu = {str(b.kode): b.pagu for b in isi.rencana_tahun if b.pagu.nilai is not None}
    target = dict(target_pertama(k, isi.rencana_tahun))
    target |= {str(b.indikator): b.target for b in isi.target_tahun if b.target.nilai is not None}
    if not pagu and not target:
        return k.rencana
    ganti = replace(
        k.isi,
        pagu=tuple(
            p.model_copy(update={"pagu": p.pagu | {tahun: pagu[str(p.kode)]}}) if str(p.kode) in pagu else p
            for p in k.isi.pagu
        ),
        indikator=tuple(
            i.model_copy(update={"target": i.target | {tahun: target[str(i.kode)]}}) if str(i.kode) in target else i
            for i in k.isi.indikator
        ),
    )
    return Rencana(ganti, k.periode)


def target_pertama(k: Konteks, baris: Iterable[RencanaTahun]) -> Iterator[tuple[str, Angka]]:
    """(first indicator of the sub kegiatan, its target of the year) of every row that gives one."""
    for b in baris:
        indikator = k.rencana[str(b.kode)].indikator
        if b.target.nilai is not None and len(indikator):
            yield str(indikator[0].kode), b.target
