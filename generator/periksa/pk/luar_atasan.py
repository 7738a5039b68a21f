"""pk-luar-atasan: an agreement holds sub kegiatan that the agreement of the post above does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.pk.bantu import pk
from generator.temuan import Temuan
from generator.tree.format import rangkai

KODE = "pk-luar-atasan"


def periksa(b: Bahan) -> Iterator[Temuan]:
    luar: dict[str, list[str]] = {}
    for p, s in pk(b).luar_atasan:
        luar.setdefault(str(p.kode), []).append(str(s.kode))
    for kode, sub in luar.items():
        p = pk(b)[kode]
        pesan = f"{rangkai(sub)} diperjanjikan {p.pertama.sebutan}, tetapi tidak oleh atasannya, {p.kedua.sebutan}"
        yield Temuan(KODE, str(p.jabatan.lokasi), pesan, pokok=kode)
