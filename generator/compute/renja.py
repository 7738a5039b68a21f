"""One year's cut of the plan: the Renja of year n. In: `Konteks`, the year's workbook (or none). Out: `renja`.

Its tree is `PohonRenja`. What is not known stays blank; nothing is carried over from another year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from generator.compute.butir import Anggaran
from generator.compute.daftar import Daftar, Periode, Tahun
from generator.compute.evaluasi import IndikatorRenja, pada
from generator.compute.konteks import Konteks
from generator.compute.pohon_renja import PohonRenja
from generator.compute.rasio import perubahan
from generator.model.angka import Angka, Teks
from generator.model.isi import Isi
from generator.model.kolom import Tanggal
from generator.model.profil import KERANGKA_BAKU, BabKerangka
from generator.model.renja import Inovasi, IsiRenja, Rkpd, Usulan

FORMULIR = {f"tc-{n}": Teks(f"T-C.{n}") for n in range(29, 34)}  # the tables' names in Permendagri 86/2017


def tahun_renja(k: Konteks) -> tuple[Tahun, ...]:
    """The years for which a Renja is cut from this plan: those of the cascade after the plan's own date."""
    return tuple(t for t in k.rencana.tahun if t.nilai > k.profil.tanggal.nilai.year)


def kerangka_tahun(isi: Isi, tahun: int) -> Teks:
    """The outline of a year's Renja: profil.xlsx, sheet Renja, else Permendagri 86/2017."""
    return next((k.kerangka for k in isi.kerangka_tahun if k.tahun == tahun), Teks(KERANGKA_BAKU))


class Renja(PohonRenja):
    """The Renja of year `tahun`. `isi` is None where the year's workbook is missing. `tahun_rencana`: n, and n+1 where
    the Renstra has it."""

    formulir: Mapping[str, Teks] = FORMULIR

    def __init__(self, k: Konteks, isi: IsiRenja | None, tahun: int) -> None:
        semua = tahun_renja(k)
        super().__init__(k, isi, next(t for t in semua if t == tahun))
        self.isi, self.periode = isi, k.periode
        self.semua_tahun = Periode(semua[0], semua[-1])
        self.tahun_lalu, self.tahun_evaluasi, self.tahun_awal = (self.tahun - i for i in (1, 2, 3))
        self.tahun_depan = next((t for t in k.rencana.tahun if t == tahun + 1), self.tahun + 1)
        self.urutan = Angka(tahun - semua[0].nilai + 1, self.tahun.asal, "urutan Renja dalam Renstra")
        self.pertama = self.tahun == semua[0]
        self.terakhir = not any(t == self.tahun_depan for t in k.rencana.tahun)
        self.ada_prakiraan = not self.terakhir
        self.tahun_rencana = (self.tahun, self.tahun_depan) if self.ada_prakiraan else (self.tahun,)
        self.transisi = k.periode.akhir < self.tahun
        self.kerangka = kerangka_tahun(k.isi, tahun)
        self.terisi = isi is not None
        self.tanggal: Tanggal | None = isi.umum.tanggal if isi else None
        self.rkpd_sebutan: Teks | None = isi.umum.rkpd if isi else None

    # ------------------------------------------------------------ money

    @property
    def pagu(self) -> Angka:
        return self._rencana.pagu[self.tahun]

    @property
    def pagu_renstra(self) -> Angka:
        return self._k.rencana.pagu[self.tahun]

    @property
    def selisih_pagu(self) -> Angka:
        hasil = self.pagu - self.pagu_renstra
        return Angka(hasil.nilai, hasil.asal, "pagu Renja - pagu Renstra")

    @property
    def pagu_lalu(self) -> Angka:
        return pada(self._k.rencana.pagu, self.tahun_lalu)

    @property
    def prakiraan(self) -> Angka:
        return pada(self._k.rencana.pagu, self.tahun_depan)

    @property
    def laju_pagu(self) -> Angka:
        return perubahan(self.pagu_lalu, self.pagu)

    @property
    def laju_prakiraan(self) -> Angka:
        return perubahan(self.pagu, self.prakiraan)

    @cached_property
    def anggaran_evaluasi(self) -> Anggaran | None:
        """Budget and spending of n-2, where anggaran_realisasi.xlsx knows that year."""
        a, t = self._k.anggaran, self.tahun_evaluasi
        tahun = next((x for x in a.tahun if x == t), None)
        if tahun is None:
            return None
        program = tuple(
            Anggaran(p.kode, p.nama, tahun, p.anggaran[t], p.realisasi[t], p.lokasi)
            for p in a.program
            if p.anggaran[t] or p.realisasi[t]
        )
        return Anggaran("", a.total.nama, tahun, a.total.anggaran[t], a.total.realisasi[t], None, program)

    # ------------------------------------------------------------ indicators

    @cached_property
    def indikator(self) -> Daftar[IndikatorRenja]:
        """Those of the programs, kegiatan and sub kegiatan that T-C.29 evaluates, in the order of codes."""
        return Daftar((i for b in self.dievaluasi for i in b.indikator), "indikator")

    @cached_property
    def indikator_terisi(self) -> Daftar[IndikatorRenja]:
        return Daftar((i for i in self.indikator if i.tingkat_realisasi.nilai is not None), "indikator terisi")

    @cached_property
    def indikator_tercapai(self) -> Daftar[IndikatorRenja]:
        return Daftar((i for i in self.indikator_terisi if i.tingkat_realisasi >= 1), "indikator tercapai")

    @property
    def realisasi_ada(self) -> bool:
        return any(i.realisasi_evaluasi.nilai is not None for i in self._indikator.values())

    @cached_property
    def iku(self) -> Daftar[IndikatorRenja]:
        daftar = (replace(self._indikator[str(i.kode)], keterangan=i.keterangan) for i in self._k.iku)
        return Daftar(daftar, "IKU")

    # ------------------------------------------------------------ what the year's workbook adds

    @cached_property
    def usulan(self) -> Daftar[Usulan]:
        return Daftar(self.isi.usulan if self.isi else (), "usulan", lambda u: str(u.usulan))

    def _usulan(self, asal: str) -> Daftar[Usulan]:
        return Daftar((u for u in self.usulan if u.asal == asal), f"usulan {asal}", lambda u: str(u.usulan))

    @property
    def musrenbang(self) -> Daftar[Usulan]:
        return self._usulan("musrenbang")

    @property
    def pokir(self) -> Daftar[Usulan]:
        return self._usulan("pokir")

    @cached_property
    def inovasi(self) -> Daftar[Inovasi]:
        return Daftar(self.isi.inovasi if self.isi else (), "inovasi", lambda i: str(i.nama))

    @cached_property
    def rkpd(self) -> Daftar[Rkpd]:
        """Rows of the RKPD's draft that say anything but their code."""
        return Daftar((r for r in (self.isi.rkpd if self.isi else ()) if r.terisi), "baris rancangan awal RKPD")

    def baris_rkpd(self, kode: str) -> Rkpd | None:
        """What was entered for a sub kegiatan, also a need or a remark where the draft says nothing."""
        return next((r for r in (self.isi.rkpd if self.isi else ()) if r.kode == kode), None)

    @property
    def rkpd_ada(self) -> bool:
        return len(self.rkpd) > 0


def _bab(isi: Isi, kerangka: str) -> Daftar[BabKerangka]:
    """The chapters of an outline: its rows whose number has no dot."""
    bab = (k for k in isi.kerangka_renja if k.kerangka == kerangka and k.nomor.isdecimal())
    baris = (
        BabKerangka.model_construct(lokasi=k.lokasi, nomor=Angka(int(k.nomor), k.nomor.asal), judul=k.judul)
        for k in bab
    )
    return Daftar(baris, "bab", lambda b: str(b.nomor.nilai))


class KonteksRenja(Konteks):
    """The names of a Renja: those of the Renstra, and `renja`; `kerangka` are the chapters of the year's outline."""

    def __init__(self, dasar: Konteks, isi: IsiRenja | None, tahun: int) -> None:
        vars(self).update(vars(dasar))
        self.renja = Renja(dasar, isi, tahun)
        self.kerangka = _bab(dasar.isi, self.renja.kerangka)

    @property
    def masukan(self) -> IsiRenja | None:
        return self.renja.isi

    @property
    def masa(self) -> Periode | Tahun:
        return self.renja.tahun

    @property
    def tanggal_dokumen(self) -> Tanggal | None:
        return self.renja.tanggal

    @property
    def tahun_terbit(self) -> Teks:
        """That of signing; a Renja is made in the year before its own."""
        if t := self.renja.tanggal:
            return Teks(str(t.nilai.year), t.asal)
        return Teks(str(self.renja.tahun_lalu.nilai), self.renja.tahun.asal)
