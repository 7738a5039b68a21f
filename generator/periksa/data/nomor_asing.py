"""A sasaran or tujuan of the RPJMD names a tujuan or misi that is not there; it would not be printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di
from generator.temuan import Temuan

KODE = "nomor-asing"


def periksa(b: Bahan) -> Iterator[Temuan]:
    tujuan = {t.nomor.nilai for t in b.isi.tujuan_rpjmd}
    misi = {m.nomor.nilai for m in b.isi.misi}
    for s in b.isi.sasaran_rpjmd:
        if s.tujuan.nilai not in tujuan:
            pesan = f"sasaran RPJMD {s.nomor.nilai} menyebut tujuan {s.tujuan.nilai}, yang tidak ada"
            yield Temuan(KODE, di(s.tujuan), pesan, pokok=f"sasaran {s.nomor.nilai}")
    for t in b.isi.tujuan_rpjmd:
        if t.misi.nilai is not None and t.misi.nilai not in misi:
            pesan = f"tujuan RPJMD {t.nomor.nilai} menyebut misi {t.misi.nilai}, yang tidak ada"
            yield Temuan(KODE, di(t.misi), pesan, pokok=f"tujuan {t.nomor.nilai}")
