"""pk-tanpa-butir: a post answers for nothing that is carried out in the year, nor do the posts below it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.pk.bantu import pk
from generator.temuan import Temuan

KODE = "pk-tanpa-butir"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for j in pk(b).tanpa_butir:
        pesan = f"{j.nama} tidak mengampu apa pun pada tahun {pk(b).tahun.nilai}; perjanjian kinerjanya tidak dibuat"
        yield Temuan(KODE, str(j.lokasi), pesan, pokok=str(j.kode))
