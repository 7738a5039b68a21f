"""A parent without a child: a tujuan without sasaran, a sasaran without program or strategi, and so on down."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.rencana import SEBUTAN
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import cabang
from generator.temuan import Temuan

KODE = "induk-tanpa-anak"
ANAK = {"tujuan": "sasaran", "sasaran": "program", "program": "kegiatan", "kegiatan": "sub kegiatan"}


def periksa(b: Bahan) -> Iterator[Temuan]:
    for c in cabang(b):
        sebutan = f'{SEBUTAN[c.tingkat]} {c.kode} "{c.nama}"'
        if not c.anak and c.tingkat in ANAK:
            anak = ANAK[c.tingkat]
            yield Temuan(KODE, str(c.lokasi), f"{sebutan} tidak mempunyai {anak}", pokok=f"{c.kode} {anak}")
        if c.tingkat == "sasaran" and not len(c.strategi):
            yield Temuan(KODE, str(c.lokasi), f"{sebutan} tidak mempunyai strategi", pokok=f"{c.kode} strategi")
    for s in b.konteks.kinerja.sasaran_lalu:
        if not len(s.program):
            pesan = f'sasaran Renstra lalu {s.kode} "{s.sasaran}" tidak mempunyai program pendukung'
            yield Temuan(KODE, str(s.kode.asal[0]), pesan, pokok=f"{s.kode} program lalu")
    yield from _rpjmd(b)


def _rpjmd(b: Bahan) -> Iterator[Temuan]:
    rpjmd = b.konteks.rpjmd
    bersasaran = {s.tujuan.nilai for s in rpjmd.sasaran}
    for t in rpjmd.tujuan:
        if t.nomor.nilai not in bersasaran:
            pesan = f"tujuan RPJMD {t.nomor.nilai} tidak mempunyai sasaran"
            yield Temuan(KODE, str(t.lokasi), pesan, pokok=f"tujuan RPJMD {t.nomor.nilai}")
    if all(t.misi.nilai is not None for t in rpjmd.tujuan):  # which misi a tujuan serves need not be told
        bertujuan = {t.misi.nilai for t in rpjmd.tujuan}
        for m in rpjmd.misi:
            if m.nomor.nilai not in bertujuan:
                pesan = f"misi RPJMD {m.nomor.nilai} tidak mempunyai tujuan"
                yield Temuan(KODE, str(m.lokasi), pesan, pokok=f"misi RPJMD {m.nomor.nilai}")
