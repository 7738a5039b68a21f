"""The plan's tree in year n: what the year plans, what T-C.29 evaluates. In: `Konteks`, the year's workbook or none.

The plan is built once more with the year's pagu and targets in the place of the Renstra's (`rencana_tahun`), so sums
go upward as they do there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from generator.compute.butir import Butir, Perbedaan
from generator.compute.daftar import Daftar, Tahun
from generator.compute.evaluasi import Riwayat, beda, indikator_renja, pada
from generator.compute.konteks import Konteks
from generator.compute.rencana import Cabang, Tingkat
from generator.compute.rencana_tahun import rencana_tahun
from generator.model.angka import Teks
from generator.model.renja import IsiRenja


class PohonRenja:
    """Tujuan to sub kegiatan of year `tahun`."""

    def __init__(self, k: Konteks, isi: IsiRenja | None, tahun: Tahun) -> None:
        self._k, self.tahun = k, tahun
        self._rencana = rencana = rencana_tahun(k, isi, tahun.nilai)
        riwayat = Riwayat(k, isi, tahun)
        self._indikator = {
            str(i.kode): indikator_renja(i, k.rencana.indikator[str(i.kode)], riwayat) for i in rencana.indikator
        }
        self._baris = {str(b.kode): b for b in isi.rencana_tahun} if isi else {}
        self._utuh: dict[str, Butir] = {}  # also what the year does not plan
        self._tujuan = tuple(self._butir(c) for c in rencana.tujuan)
        self._semua = {str(b.kode): b for t in self._tujuan for b in (t, *t.di_bawah())}

    def _butir(self, c: Cabang) -> Butir:
        """A node and all below it; those that the year does not plan are left out of their parent."""
        semula = self._k.rencana[str(c.kode)]
        anak = tuple(b for b in map(self._butir, c.anak) if b.direncanakan)
        butir = Butir(
            c.tingkat,
            c.kode,
            c.nama,
            c.uraian,
            c.label,
            c.penanggung_jawab,
            c.lokasi,
            Daftar((self._indikator[str(i.kode)] for i in c.indikator), "indikator"),
            c.pagu[self.tahun],
            semula.pagu[self.tahun],
            pada(semula.pagu, self.tahun - 1),
            pada(semula.pagu, self.tahun + 1),
            anak,
            self._baris.get(str(c.kode)),
        )
        for a in anak:
            a.induk = butir
        self._utuh[str(c.kode)] = butir
        return butir

    def __getitem__(self, kode: str) -> Butir:
        """The node of a code at any level."""
        if kode not in self._semua:
            raise LookupError(f'kode "{kode}" tidak ada dalam Renja {self.tahun.nilai}')
        return self._semua[kode]

    # ------------------------------------------------------------ the tree

    def _daftar(self, tingkat: Tingkat) -> list[Butir]:
        return [b for t in self._tujuan for b in t.turunan(tingkat)]

    @cached_property
    def tujuan(self) -> Daftar[Butir]:
        return Daftar(self._tujuan, "tujuan")

    @cached_property
    def sasaran(self) -> Daftar[Butir]:
        return Daftar(self._daftar("sasaran"), "sasaran")

    @cached_property
    def program(self) -> Daftar[Butir]:
        """In the order of codes, like everything below."""
        return Daftar(sorted(self._daftar("program"), key=_kode), "program")

    @cached_property
    def kegiatan(self) -> Daftar[Butir]:
        return Daftar((g for p in self.program for g in p.kegiatan), "kegiatan")

    @cached_property
    def subkegiatan(self) -> Daftar[Butir]:
        return Daftar((s for p in self.program for s in p.subkegiatan), "sub kegiatan")

    @cached_property
    def subkegiatan_berpagu(self) -> Daftar[Butir]:
        return Daftar((s for s in self.subkegiatan if s.pagu), "sub kegiatan berpagu")

    @cached_property
    def subkegiatan_baru(self) -> Daftar[Butir]:
        """With pagu in n, none in n-1."""
        return Daftar((s for s in self.subkegiatan if s.pagu and not s.pagu_lalu), "sub kegiatan baru")

    @cached_property
    def subkegiatan_berhenti(self) -> Daftar[Butir]:
        """With pagu in n-1, none in n, in the order of codes; also those that the year does not plan at all."""
        sub = sorted((b for b in self._utuh.values() if b.tingkat == "subkegiatan"), key=_kode)
        return Daftar((s for s in sub if s.pagu_lalu and not s.pagu), "sub kegiatan yang berhenti")

    @property
    def program_terbesar(self) -> Butir:
        """The program with the most pagu; the first of equals."""
        return max(self.program, key=lambda p: p.pagu.nilai or 0)

    @cached_property
    def dievaluasi(self) -> Daftar[Butir]:
        """Programs, kegiatan and sub kegiatan of T-C.29, in the order of codes: what the Renstra gives a target or
        pagu in any year of its period, also where the year has none, and what the year plans."""
        pohon = (c for p in self._k.rencana.program for c in (p, *p.di_bawah()) if str(c.kode) in self._utuh)
        ada = (c for c in pohon if any(map(self._dievaluasi, c.subkegiatan)))
        return Daftar((self._utuh[str(c.kode)] for c in ada), "butir yang dievaluasi")

    def _dievaluasi(self, s: Cabang) -> bool:
        tahun = [t for t in self._k.periode if t.nilai in s.pagu]
        semula = any(s.pagu[t] or any(pada(i.target, t) for i in s.indikator) for t in tahun)
        return semula or self._utuh[str(s.kode)].direncanakan

    # ------------------------------------------------------------ what differs from the Renstra

    @cached_property
    def perbedaan(self) -> Daftar[Perbedaan]:
        return Daftar(self._perbedaan(), "perbedaan dengan Renstra", lambda p: f"{p.kode}/{p.hal}/{p.indikator}")

    def _perbedaan(self) -> Iterator[Perbedaan]:
        """In the order of codes; dropping what the Renstra plans is a difference too."""
        for b in sorted(self._utuh.values(), key=_kode):
            if b.baris and beda(b.pagu, b.pagu_renstra):
                sel, rupiah = b.baris.pagu.asal[0], Teks("Rp")
                yield Perbedaan(b.kode, b.nama, "Pagu", None, rupiah, 0, b.pagu_renstra, b.pagu, b.baris.alasan, sel)
            for i in b.indikator:
                if i.berubah:
                    nilai = (i.target_renstra, i.target, i.alasan, i.target.asal[0])
                    yield Perbedaan(b.kode, b.nama, "Target", i.nama, i.satuan, i.desimal, *nilai)


def _kode(b: Butir) -> str:
    return str(b.kode)
