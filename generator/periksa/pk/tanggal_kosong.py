"""pk-tanggal-kosong: the day of the agreements is not settled; a dotted line is printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.pk.bantu import buku_tahun, obat_umum, pk
from generator.temuan import Temuan

KODE = "pk-tanggal-kosong"


def periksa(b: Bahan) -> Iterator[Temuan]:
    tahun = pk(b).tahun.nilai
    if pk(b).tanggal is None:
        pesan = f"tanggal perjanjian kinerja {tahun} tidak ada; dicetak titik-titik"
        yield Temuan(KODE, f"{buku_tahun(b)} › Umum", pesan, obat_umum(b, "tanggal_pk"), str(tahun))
