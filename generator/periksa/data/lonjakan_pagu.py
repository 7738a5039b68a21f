"""Total pagu changes from one year to the next by more than the profile's `batas_perubahan_pagu` (percent)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.compute.rasio import perubahan
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di
from generator.temuan import Temuan
from generator.tree.format import angka, persen, rupiah

KODE = "lonjakan-pagu"


def periksa(b: Bahan) -> Iterator[Temuan]:
    batas = b.isi.profil.batas_perubahan_pagu
    for (lama, a), (baru, c) in pairwise(b.konteks.rencana.pagu.items()):
        ubah = Decimal(perubahan(a, c).nilai or 0)
        if abs(ubah) * 100 > (batas.nilai or 0):
            arah = "naik" if ubah > 0 else "turun"
            besar = f"{arah} {persen(abs(ubah))} dari {rupiah(a)} ({lama}) menjadi {rupiah(c)} ({baru})"
            yield Temuan(KODE, di(c), f"total pagu {besar}, melebihi batas {angka(batas)}%", pokok=str(baru))
