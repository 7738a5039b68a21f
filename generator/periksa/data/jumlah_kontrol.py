"""A computed sum differs from its control total (sheet Kontrol of pendanaan.xlsx and anggaran_realisasi.xlsx).

The subject says by how much, so that an accepted slip hides no other in the same sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.angka import Angka, Teks
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import beranggaran, di
from generator.temuan import Temuan
from generator.tree.format import angka

KODE = "jumlah-kontrol"
Jumlah = Mapping[str, Mapping[int, Angka]]


def periksa(b: Bahan) -> Iterator[Temuan]:
    pagu: Jumlah = {"total": b.konteks.rencana.pagu} | {str(c.kode): c.pagu for c in beranggaran(b)}
    for k in b.isi.kontrol_pagu:
        yield from _banding(k.kode, "pagu", k.pagu, pagu)
    a = b.konteks.anggaran
    pos = {"total": a.total} | {p.kode: p for daftar in (a.program, a.kegiatan, a.subkegiatan) for p in daftar}
    for r in b.isi.kontrol_anggaran:
        yield from _banding(r.kode, "anggaran", r.anggaran, {k: p.anggaran for k, p in pos.items()})
        yield from _banding(r.kode, "realisasi", r.realisasi, {k: p.realisasi for k, p in pos.items()})


def _banding(kode: Teks, jenis: str, kontrol: Mapping[int, Angka], jumlah: Jumlah) -> Iterator[Temuan]:
    kunci = "total" if kode.casefold() == "total" else str(kode)
    if kunci not in jumlah:
        pesan = f'tidak ada {jenis} berkode "{kode}", jadi jumlahnya tidak dapat dibandingkan'
        yield Temuan(KODE, di(kode), pesan, "Perbaiki kodenya, atau hapus baris itu.", f"{kode} {jenis}")
        return
    for tahun, harus in sorted(kontrol.items()):
        ada = jumlah[kunci].get(tahun, Angka(None))
        if harus.nilai is not None and (ada.nilai or 0) != harus.nilai:
            selisih = angka((ada.nilai or 0) - harus.nilai)
            pesan = f"{jenis} {tahun} {kode} menurut Kontrol {angka(harus)}, menurut penjumlahan {angka(ada)}"
            pokok = f"{kode} {jenis} {tahun} selisih {selisih}"
            yield Temuan(KODE, di(harus), f"{pesan} (selisih {selisih})", pokok=pokok)
