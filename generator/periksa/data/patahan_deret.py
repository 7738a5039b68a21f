"""A series that breaks: from one year to the next it grows or falls by more than the profile's `batas_patahan`.

The series are baseline and targets of every indicator, targets of IKK, and realisation in the former plan. A 0 counts
as the least that could have been written (1, or 0,01 with two decimals). 0 before 100 is left to `baseline-nol`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.model.angka import Angka, Bilangan, Teks
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import deret, di
from generator.temuan import Temuan
from generator.tree.format import angka, desimal_sendiri

KODE = "patahan-deret"
Deret = Sequence[tuple[int, Angka]]


def periksa(b: Bahan) -> Iterator[Temuan]:
    batas = Decimal(b.isi.profil.batas_patahan.nilai or 0)
    for i in b.konteks.rencana.indikator:
        yield from _patah(i.kode, i.nama, "", deret(b, i), i.desimal, batas)
    for k in b.konteks.ikk:
        isi = sorted((t, a) for t, a in k.target.items() if a.nilai is not None)
        desimal = max((desimal_sendiri(a.nilai or 0) for _, a in isi), default=0)
        yield from _patah(k.kode, k.nama, "", isi, desimal, batas)
    for n in b.konteks.kinerja:
        isi = [(t, a) for t, a in n.realisasi.items() if a.nilai is not None]
        yield from _patah(n.kode, n.nama, "realisasi ", isi, n.desimal, batas)


def _patah(kode: Teks, nama: Teks, jenis: str, isi: Deret, desimal: int, batas: Decimal) -> Iterator[Temuan]:
    for (lama, a), (baru, c) in pairwise(isi):
        kali = _kali(a.nilai or 0, c.nilai or 0, Decimal(1).scaleb(-desimal))
        if kali > batas and (a.nilai, c.nilai) != (0, 100):
            pesan = f'indikator {kode} "{nama}": {jenis}{angka(a)} ({lama}) menjadi {angka(c)} ({baru})'
            yield Temuan(KODE, di(c), f"{pesan}, lebih dari {angka(batas)} kali", pokok=f"{kode} {jenis}{baru}")


def _kali(a: Bilangan, b: Bilangan, terkecil: Decimal) -> Decimal:
    """By what factor two values differ; 1 when both are 0."""
    kecil, besar = sorted((abs(Decimal(a)), abs(Decimal(b))))
    return besar / (kecil or terkecil) if besar else Decimal(1)
