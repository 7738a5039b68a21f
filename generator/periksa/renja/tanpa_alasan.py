"""renja-tanpa-alasan: a pagu or target of the year differs from the Renstra's, and no reason is given."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.renja.bantu import renja
from generator.temuan import Temuan
from generator.tree.format import angka

KODE = "renja-tanpa-alasan"


def periksa(b: Bahan) -> Iterator[Temuan]:
    r = renja(b)
    for p in r.perbedaan:
        if not p.alasan:
            apa = f"{p.hal.lower()} {r.tahun.nilai}" + (f" {p.indikator}" if p.indikator else "")
            nilai = f"{angka(p.renja, p.desimal)}, dalam Renstra {angka(p.renstra, p.desimal)}"
            pokok = f"{r.tahun.nilai} {p.kode} {p.hal}"
            yield Temuan(KODE, str(p.lokasi), f"{apa} {p.kode} {p.nama}: {nilai}, tanpa alasan", pokok=pokok)
