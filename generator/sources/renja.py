"""The workbook of one year's Renja -> `IsiRenja`, checked against the plan.

In: content/data/renja/<year>.xlsx, which may be missing, and the rows of the Renstra. Out: its rows, or findings.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.berkas import ada
from generator.model.isi import Isi
from generator.model.renja import IsiRenja, berkas_renja, buku_renja
from generator.sources.buku import baca_buku, periksa_rujukan
from generator.sources.keutuhan import harus_tingkat
from generator.sources.xlsx import Pembaca
from generator.temuan import Kumpulan


def baca_renja(
    data: Path, tahun: int, isi: Isi, temuan: Kumpulan, nama: str = "content/data", baca: Pembaca | None = None
) -> IsiRenja | None:
    """The year's rows. None where there is no workbook, and where a finding of severity galat stands in the way."""
    path = data / berkas_renja(tahun)
    if not ada(path):
        return None
    buku = buku_renja(tahun)
    milik: dict[str, Any] = baca_buku(buku, path, f"{nama}/{buku.berkas}", temuan, baca)
    rencana = {m: getattr(isi, m) for m in ("rencana", "indikator", "nomenklatur")}
    periksa_rujukan([buku], {**rencana, **milik}, temuan)
    _tingkat(milik, temuan)
    _target_ganda(milik, isi, temuan)
    return None if temuan.galat else IsiRenja(**milik)


def _tingkat(milik: Mapping[str, Any], temuan: Kumpulan) -> None:
    """Pagu and the RKPD's draft stand at sub kegiatan."""
    for medan in ("rencana_tahun", "rkpd"):
        for b in milik.get(medan, ()):
            harus_tingkat(b.kode, "subkegiatan", temuan)


def _target_ganda(milik: Mapping[str, Any], isi: Isi, temuan: Kumpulan) -> None:
    """The target of a first indicator stands on one sheet, and of a sub kegiatan that has one."""
    pertama: dict[str, str] = {}
    for i in isi.indikator:
        pertama.setdefault(str(i.milik), str(i.kode))
    tertulis = {str(t.indikator): t for t in milik.get("target_tahun", ()) if t.target.nilai is not None}
    for b in milik.get("rencana_tahun", ()):
        if b.target.nilai is None:
            continue
        tempat = b.target.asal[0]
        indikator = pertama.get(str(b.kode))
        if indikator is None:
            temuan.tambah("kode-asing", tempat, f'"{b.kode}" tidak mempunyai indikator di cascade.xlsx › Indikator')
        elif indikator in tertulis:
            lain = tertulis[indikator].target.asal[0]
            temuan.tambah("kunci-ganda", tempat, f'target indikator "{indikator}" juga ditulis di {lain}')
