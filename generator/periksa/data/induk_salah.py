"""A row under another parent than its own code or its neighbours say.

An indicator whose code is that of one item and which measures another; a sasaran of the RPJMD that this office serves
under a tujuan that it does not, and a tujuan so under a misi.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.anggaran import tingkat
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di
from generator.temuan import Temuan

KODE = "induk-salah"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for i in b.isi.indikator:
        inti = i.kode.partition("-")[0]  # '7.01.01.2.01.0001-a' is a second indicator of 7.01.01.2.01.0001
        if tingkat(inti) and inti != i.milik:
            yield Temuan(KODE, di(i.milik), f'indikator {i.kode} "{i.nama}" menjadi milik {i.milik}', pokok=str(i.kode))
    yield from _dilayani(b)


def _dilayani(b: Bahan) -> Iterator[Temuan]:
    tujuan = {t.nomor.nilai: t for t in b.isi.tujuan_rpjmd}
    misi = {m.nomor.nilai: m for m in b.isi.misi}
    obat = "Samakan kolom Dilayani, atau perbaiki nomor induknya."
    for s in b.isi.sasaran_rpjmd:
        t = tujuan.get(s.tujuan.nilai)
        if s.dilayani and t and not t.dilayani:
            pesan = f"sasaran RPJMD {s.nomor.nilai} dilayani, tetapi tujuannya ({t.nomor.nilai}) tidak"
            yield Temuan(KODE, di(s.tujuan), pesan, obat, f"sasaran RPJMD {s.nomor.nilai}")
    for t in b.isi.tujuan_rpjmd:
        m = misi.get(t.misi.nilai)
        if t.dilayani and m and not m.dilayani:
            pesan = f"tujuan RPJMD {t.nomor.nilai} dilayani, tetapi misinya ({m.nomor.nilai}) tidak"
            yield Temuan(KODE, di(t.misi), pesan, obat, f"tujuan RPJMD {t.nomor.nilai}")
