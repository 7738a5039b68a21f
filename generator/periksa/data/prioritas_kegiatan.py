"""A whole kegiatan (or program) in the table of sub kegiatan that support the regency's priorities."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.rencana import SEBUTAN
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di, samakan
from generator.temuan import Temuan

KODE = "prioritas-kegiatan"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p, asal in zip(b.konteks.prioritas, b.isi.prioritas, strict=True):
        c = p.kegiatan
        if c.tingkat == "subkegiatan":
            continue
        pesan = f'prioritas memuat {SEBUTAN[c.tingkat]} {c.kode} "{c.nama}", bukan sub kegiatan'
        nama = {samakan(s.nama) for s in c.subkegiatan}
        if p.keterangan and samakan(p.keterangan) not in nama:
            pesan += f'; "{p.keterangan}" bukan sub kegiatannya dalam rencana'
        yield Temuan(KODE, di(asal.kegiatan), pesan, pokok=str(c.kode))
