"""Runs the rules, and takes away what the register accepts.

An acceptance (koreksi.xlsx › Penerimaan) names the code and the subject of a finding; one that no longer matches any is
a finding of the Renstra. Those of a year's own findings are left alone there: each year has others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.model.koreksi import Penerimaan
from generator.periksa.aturan import Aturan
from generator.periksa.bahan import Bahan
from generator.periksa.daftar import ATURAN, aturan_untuk
from generator.temuan import Kumpulan, Temuan

AWALAN_TAHUNAN = ("renja-", "pk-")  # of the codes of findings about a year's Renja or Perjanjian Kinerja


@dataclass(frozen=True)
class HasilPeriksa:
    """`temuan`: what is left to mend; `diterima`: accepted findings with the reason of the register."""

    temuan: Kumpulan
    diterima: tuple[tuple[Temuan, str], ...] = field(default=())


def jalankan(bahan: Bahan, awal: Iterable[Temuan] = (), aturan: Sequence[Aturan] | None = None) -> HasilPeriksa:
    """All findings: those of reading and building (`awal`), then those of the rules, by order of the rules.

    Without `aturan` those of the document's kind.
    """
    aturan = aturan_untuk(bahan) if aturan is None else aturan
    semua = Kumpulan()
    semua.masukkan(awal)
    for a in aturan:
        semua.masukkan(a.periksa(bahan))
    return terima(semua, bahan.isi.penerimaan, usang=aturan_untuk(bahan) is ATURAN)


def terima(semua: Kumpulan, penerimaan: Sequence[Penerimaan], *, usang: bool = True) -> HasilPeriksa:
    """Split into what is left and what is accepted. `usang`: report acceptances that match nothing."""
    alasan = {(str(p.temuan), pokok): p for p in penerimaan for pokok in p.semua_pokok}
    terpakai: set[tuple[str, str]] = set()
    sisa = Kumpulan()
    diterima: list[tuple[Temuan, str]] = []
    for t in semua:
        kunci = (t.kode, t.pokok)
        if t.pokok and kunci in alasan:
            terpakai.add(kunci)
            diterima.append((t, str(alasan[kunci].alasan)))
        else:
            sisa.masukkan([t])
    for kunci, p in alasan.items():
        if usang and kunci not in terpakai and not kunci[0].startswith(AWALAN_TAHUNAN):
            pesan = f'penerimaan {kunci[0]} untuk "{kunci[1]}" tidak cocok dengan temuan mana pun'
            sisa.tambah("penerimaan-usang", p.lokasi, pesan, pokok=kunci[1])
    return HasilPeriksa(sisa, tuple(diterima))
