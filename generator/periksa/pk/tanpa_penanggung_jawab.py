"""pk-tanpa-penanggung-jawab: what is carried out in the year and nobody promises, with its money."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.rencana import SEBUTAN
from generator.periksa.bahan import Bahan
from generator.periksa.pk.bantu import pk
from generator.temuan import Temuan
from generator.tree.format import rupiah

KODE = "pk-tanpa-penanggung-jawab"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for x in pk(b).sisa:
        dana = f" ({rupiah(x.pagu)})" if x.pagu else ""
        pesan = f'{SEBUTAN[x.tingkat]} {x.kode} "{x.nama}"{dana} tidak mempunyai penanggung jawab'
        yield Temuan(KODE, str(x.lokasi), f"{pesan}; tercetak sebagai sisa", pokok=str(x.kode))
