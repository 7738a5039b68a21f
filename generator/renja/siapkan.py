"""Make the workbook of one year's Renja, its rows filled in from the plan. An existing one is never touched.

In: the names of the plan and a year. Out: content/data/renja/<year>.xlsx. Grey columns only help whoever fills it in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.compute.konteks import Konteks
from generator.compute.rencana import Cabang, Indikator
from generator.keluaran import buat_baru
from generator.model.renja import berkas_renja, buku_renja
from generator.model.skema import Lembar
from generator.sources.buku_baru import IsiLembar, judul_kolom, tulis_buku


def siapkan(data: Path, k: Konteks, tahun: int) -> bool:
    """Write the workbook below `data`; False when it is there already."""
    return buat_baru(data / berkas_renja(tahun), lambda path: tulis_buku(buku_renja(tahun), path, _isi(k, tahun)))


def _isi(k: Konteks, tahun: int) -> dict[str, IsiLembar]:
    isi: dict[str, Sequence[Sequence[Any]]] = {
        "Sub Kegiatan": [_sub(s, tahun) for s in k.rencana.subkegiatan],
        "Target": [[str(i.kode), _nama(c, i), i.target[tahun].nilai, str(i.satuan)] for c, i in _lain(k)],
        "Realisasi": [[str(i.kode), _nama(c, i), str(i.satuan)] for c, i in _semua(k)],
        "RKPD": [[str(s.kode), str(s.nama)] for s in k.rencana.subkegiatan],
    }
    return {
        lembar.nama: (_judul(lembar), [_penuh(lembar, b) for b in isi[lembar.nama]])
        for lembar in buku_renja(tahun).lembar
        if lembar.nama in isi
    }


def _judul(lembar: Lembar) -> list[str]:
    """Code, help columns, then what is to be filled in."""
    kode, *lain = judul_kolom(lembar)
    return [kode, *lembar.bantuan, *lain]


def _penuh(lembar: Lembar, awal: Sequence[Any]) -> list[Any]:
    return [*awal, *([None] * (len(_judul(lembar)) - len(awal)))]


def _sub(s: Cabang, tahun: int) -> list[Any]:
    target, satuan = (
        (s.indikator[0].target[tahun].nilai, str(s.indikator[0].satuan)) if len(s.indikator) else (None, None)
    )
    return [str(s.kode), str(s.nama), s.pagu[tahun].nilai, target, satuan]


def _semua(k: Konteks) -> Iterator[tuple[Cabang, Indikator]]:
    """Every indicator with what it measures: tujuan and sasaran, then programs and what is below them by code."""
    for c in (*k.rencana.tujuan, *k.rencana.sasaran):
        yield from ((c, i) for i in c.indikator)
    for p in k.rencana.program:
        for c in (p, *p.di_bawah()):
            yield from ((c, i) for i in c.indikator)


def _lain(k: Konteks) -> Iterator[tuple[Cabang, Indikator]]:
    """Those whose target has no column on the sheet of sub kegiatan."""
    return ((c, i) for c, i in _semua(k) if c.tingkat != "subkegiatan" or i is not c.indikator[0])


def _nama(c: Cabang, i: Indikator) -> str:
    return f"{i.nama} ({c.tingkat} {c.nama})" if c.tingkat in ("tujuan", "sasaran") else str(i.nama)
