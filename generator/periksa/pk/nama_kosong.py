"""pk-nama-kosong: the sources do not name somebody who signs; a dotted line is printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.pk import KEPALA_DAERAH
from generator.periksa.bahan import Bahan
from generator.periksa.pk.bantu import buku_tahun, obat_umum, pk
from generator.temuan import Temuan

KODE = "pk-nama-kosong"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p in pk(b).tanpa_nama:
        pesan = f"nama {p.sebutan} tidak ada; dicetak titik-titik"
        if p.kode == KEPALA_DAERAH:
            yield Temuan(KODE, f"{buku_tahun(b)} › Umum", pesan, obat_umum(b, KEPALA_DAERAH), p.kode)
        else:
            tempat = f"{b.isi.profil.lokasi.berkas} › Pejabat"
            yield Temuan(KODE, tempat, pesan, f"Tambahkan baris {p.kode} di {tempat}.", p.kode)
