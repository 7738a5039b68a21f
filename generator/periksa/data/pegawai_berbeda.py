"""Staff totals that disagree: Tables 2.1-2.4 count the same persons.

Table 2.3 (jabatan) may leave out who is no ASN. Rows of the same name in two tables must agree too.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.matriks import Matriks
from generator.periksa.bahan import Bahan
from generator.periksa.data.asn import jumlah_asn
from generator.periksa.data.bantu import di
from generator.temuan import Temuan
from generator.tree.format import angka

KODE = "pegawai-berbeda"


def periksa(b: Bahan) -> Iterator[Temuan]:
    p = b.konteks.pegawai
    yield from _baris(p.golongan, p.pendidikan, "pendidikan")
    yield from _baris(p.golongan, p.status, "status")
    semua = p.jumlah
    for nama, lain in (("pendidikan", p.pendidikan.jumlah), ("status", p.status.jumlah)):
        if lain.nilai != semua.nilai:
            pesan = f"pegawai menurut {nama} {angka(lain)}, menurut golongan {angka(semua)}"
            yield Temuan(KODE, di(lain), pesan, pokok=nama)
    asn, jabatan = jumlah_asn(b.isi.pegawai_status), p.jabatan.jumlah
    if jabatan.nilai not in (semua.nilai, asn.nilai):
        pesan = f"pegawai menurut jabatan {angka(jabatan)}; seharusnya {angka(semua)} (semua) atau {angka(asn)} (ASN)"
        yield Temuan(KODE, di(jabatan), pesan, pokok="jabatan")


def _baris(golongan: Matriks, lain: Matriks, nama: str) -> Iterator[Temuan]:
    menurut = {str(x.nama): x.jumlah for x in golongan.baris}
    for x in lain.baris:
        pembanding = menurut.get(str(x.nama))
        if pembanding is not None and (pembanding.nilai or 0) != (x.jumlah.nilai or 0):
            pesan = f'"{x.nama}" menurut {nama} {angka(x.jumlah)}, menurut golongan {angka(pembanding)}'
            yield Temuan(KODE, di(x.nama), pesan, pokok=f"{nama} {x.nama}")
