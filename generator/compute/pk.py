"""Perjanjian Kinerja of year n: who promises what to whom. In: the Renja of the year, posts, officials. Out: `pk`.

One agreement per post that answers for anything: that of the head of the office with the head of the region for all
sasaran and programs, every other one with the post above for what *penanggung jawab* names it. Sub kegiatan without
penanggung jawab are nobody's: they are the declared remainder with which the sums reconcile.
Source: Permenpan-RB 53/2014.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.compute.butir import Butir
from generator.compute.daftar import Daftar
from generator.compute.konteks import Jabatan, Konteks
from generator.compute.rencana import SEBUTAN, Tingkat
from generator.compute.renja import KonteksRenja, Renja
from generator.model.angka import Angka, Lokasi, Teks, gabung_asal, jumlah
from generator.model.kolom import Tanggal
from generator.model.profil import Pejabat
from generator.model.renja import IsiRenja

KEPALA_DAERAH = "kepala_daerah"
"""The code of the head of the region, who is no post of the office."""


@dataclass(frozen=True, slots=True)
class Pihak:
    """Who signs: `sebutan` 'Camat Contoh', `singkatan` in tables; `nama` and `pejabat` are None where the sources do
    not name anybody.
    """

    kode: str
    sebutan: Teks
    singkatan: Teks
    nama: Teks | None
    pejabat: Pejabat | None = None
    pegawai: bool = True  # a civil servant, who has a rank and a NIP

    @property
    def asal(self) -> tuple[Lokasi, ...]:
        return self.sebutan.asal


def sebutan_jabatan(k: Konteks, j: Jabatan) -> Teks:
    """A post with its office: 'Camat Contoh', 'Kepala Seksi … Kecamatan Contoh'.

    A post whose name ends with the kind of the office or of its head takes the office's short name.
    """
    p = k.profil
    pendek = any(str(j.nama).endswith(str(akhir)) for akhir in (p.pimpinan, p.jenis))
    kantor = p.nama if pendek else p.perangkat_daerah
    return Teks(f"{j.nama} {kantor}", gabung_asal(j.nama, kantor))


class Perjanjian:
    """The agreement of one post. `utama`: that of the head of the office. `diampu`: the programs, kegiatan and sub
    kegiatan that it answers for, in the order of codes; `butir`: what it promises, of a post that answers for none
    those of the posts below it.
    """

    def __init__(self, renja: Renja, jabatan: Jabatan, pihak: tuple[Pihak, Pihak], diampu: Sequence[Butir]) -> None:
        self._renja = renja
        self.jabatan = jabatan
        self.pertama, self.kedua = pihak
        self.utama = not jabatan.atasan
        self.diampu = Daftar(diampu, "butir yang diampu")
        self.butir = self.diampu

    @property
    def kode(self) -> Teks:
        return self.jabatan.kode

    @property
    def asal(self) -> tuple[Lokasi, ...]:
        return (self.jabatan.lokasi,)

    @cached_property
    def sasaran(self) -> Daftar[Butir]:
        """What the annex promises: the sasaran of the office, or the outcomes and outputs of `butir`."""
        return Daftar(filter(dilaksanakan, self._renja.sasaran), "sasaran") if self.utama else self.butir

    @cached_property
    def pagu(self) -> Daftar[Butir]:
        """What the annex names with its money: all programs, or `butir`."""
        return Daftar(filter(dilaksanakan, self._renja.program), "program") if self.utama else self.butir

    @cached_property
    def tingkat(self) -> tuple[Tingkat, ...]:
        """The levels of `sasaran`, the highest first."""
        return tuple(t for t in SEBUTAN if any(b.tingkat == t for b in self.sasaran))

    @cached_property
    def puncak(self) -> Daftar[Butir]:
        """Those of `pagu` that stand below no other one: their amounts add up to `anggaran`."""
        kode = {str(b.kode) for b in self.pagu}
        return Daftar((b for b in self.pagu if not any(str(a.kode) in kode for a in di_atas(b))), "butir teratas")

    @cached_property
    def cakupan(self) -> frozenset[str]:
        """The codes of the sub kegiatan whose money the agreement holds."""
        return frozenset(str(s.kode) for b in self.puncak for s in b.subkegiatan)

    @cached_property
    def anggaran(self) -> Angka:
        """Rupiah promised."""
        return jumlah((b.pagu for b in self.puncak), f"jumlah pagu {self._renja.tahun.nilai} {self.jabatan.nama}")

    @cached_property
    def langsung(self) -> Angka:
        """Rupiah of the sub kegiatan that the post itself answers for; over all posts and the remainder a partition."""
        sub = (b.pagu for b in pada_tingkat(self.diampu, "subkegiatan"))
        return jumlah(sub, f"jumlah pagu {self._renja.tahun.nilai} sub kegiatan {self.jabatan.nama}")


class Pk:
    """All agreements of a year."""

    def __init__(self, k: KonteksRenja, isi: IsiRenja | None) -> None:
        self._k = k
        self.tahun = k.renja.tahun
        self.tanggal: Tanggal | None = isi.umum.tanggal_pk if isi else None
        p = k.profil
        daerah = Teks(f"{p.kepala_daerah} {p.nama_daerah}", gabung_asal(p.kepala_daerah, p.nama_daerah))
        self.kepala_daerah = Pihak(
            KEPALA_DAERAH, daerah, daerah, isi.umum.kepala_daerah if isi else None, pegawai=False
        )
        self._pejabat = {str(b.jabatan): b for b in k.pejabat}
        self._pihak = {str(j.kode): self._kenali(j) for j in k.jabatan}
        self._butir = tuple(b for p in k.renja.program for b in (p, *p.di_bawah()) if dilaksanakan(b))
        self.perjanjian = Daftar(self._susun(), "perjanjian kinerja")

    def __getitem__(self, kode: str) -> Perjanjian:
        """The agreement of a post."""
        return self.perjanjian[kode]

    def _kenali(self, j: Jabatan) -> Pihak:
        pejabat = self._pejabat.get(str(j.kode))
        nama = pejabat.nama if pejabat else None
        return Pihak(str(j.kode), sebutan_jabatan(self._k, j), j.singkatan, nama, pejabat)

    def _susun(self) -> Iterator[Perjanjian]:
        """In the order of the posts."""
        for j in self._k.jabatan:
            kedua = self._pihak[str(j.atasan)] if j.atasan else self.kepala_daerah
            diampu = [b for b in self._butir if b.penanggung_jawab and b.penanggung_jawab.kode == j.kode]
            p = Perjanjian(self._k.renja, j, (self._pihak[str(j.kode)], kedua), diampu)
            if not diampu and not p.utama:
                p.butir = Daftar(self._bawahan(j), "butir bawahan")
            if p.utama or len(p.butir):
                yield p

    def _bawahan(self, j: Jabatan) -> Iterator[Butir]:
        """What the posts below answer for."""
        di_bawah = {str(b.kode) for b in _semua_bawahan(j)}
        return (b for b in self._butir if b.penanggung_jawab and str(b.penanggung_jawab.kode) in di_bawah)

    # ------------------------------------------------------------ what is nobody's

    @cached_property
    def sisa(self) -> Daftar[Butir]:
        """Programs, kegiatan and sub kegiatan without penanggung jawab."""
        return Daftar((b for b in self._butir if b.penanggung_jawab is None), "butir tanpa penanggung jawab")

    @cached_property
    def subkegiatan_sisa(self) -> Daftar[Butir]:
        return Daftar(pada_tingkat(self.sisa, "subkegiatan"), "sub kegiatan tanpa penanggung jawab")

    @cached_property
    def anggaran_sisa(self) -> Angka:
        """Rupiah of the sub kegiatan without penanggung jawab."""
        sub = (b.pagu for b in self.subkegiatan_sisa)
        return jumlah(sub, f"jumlah pagu {self.tahun.nilai} sub kegiatan tanpa penanggung jawab")

    @cached_property
    def anggaran(self) -> Angka:
        """Rupiah of all sub kegiatan: those that somebody answers for, and the remainder. The Renja's total."""
        bagian = (*(p.langsung for p in self.perjanjian), self.anggaran_sisa)
        return jumlah(bagian, f"jumlah pagu {self.tahun.nilai} sub kegiatan menurut penanggung jawab")

    # ------------------------------------------------------------ what is missing

    @cached_property
    def pihak(self) -> Daftar[Pihak]:
        """Everybody who signs, each once."""
        semua = {p.kode: p for a in self.perjanjian for p in (a.kedua, a.pertama)}
        return Daftar(semua.values(), "pihak")

    @cached_property
    def tanpa_nama(self) -> Daftar[Pihak]:
        return Daftar((p for p in self.pihak if p.nama is None), "pihak tanpa nama")

    @cached_property
    def tanpa_butir(self) -> Daftar[Jabatan]:
        """Posts that have nothing to promise."""
        ada = {str(p.kode) for p in self.perjanjian}
        return Daftar((j for j in self._k.jabatan if str(j.kode) not in ada), "jabatan tanpa perjanjian")

    @cached_property
    def luar_atasan(self) -> tuple[tuple[Perjanjian, Butir], ...]:
        """(agreement, sub kegiatan) that the agreement of the post above does not hold."""
        return tuple(
            (p, s)
            for p in self.perjanjian
            if p.jabatan.atasan and str(p.jabatan.atasan) in {str(a.kode) for a in self.perjanjian if not a.utama}
            for s in self._k.renja.subkegiatan
            if str(s.kode) in p.cakupan - self[str(p.jabatan.atasan)].cakupan
        )


class KonteksPk(KonteksRenja):
    """The names of a Perjanjian Kinerja: those of the Renja, and `pk`."""

    def __init__(self, dasar: Konteks, isi: IsiRenja | None, tahun: int) -> None:
        super().__init__(dasar, isi, tahun)
        self.pk = Pk(self, isi)

    @property
    def tanggal_dokumen(self) -> Tanggal | None:
        return self.pk.tanggal

    @property
    def tahun_terbit(self) -> Teks:
        return Teks(str(self.pk.tahun.nilai), self.pk.tahun.asal)


def dilaksanakan(b: Butir) -> bool:
    """It has pagu or a target in n, or something below it has; a forward estimate alone is no promise."""
    if b.anak:
        return any(map(dilaksanakan, b.anak))
    return bool(b.pagu or any(i.target for i in b.indikator))


def pada_tingkat(butir: Iterable[Butir], tingkat: Tingkat) -> Iterator[Butir]:
    """Those of a level."""
    return (b for b in butir if b.tingkat == tingkat)


def di_atas(b: Butir) -> Iterator[Butir]:
    """Those above it, the nearest first."""
    kini = b.induk
    while kini is not None:
        yield kini
        kini = kini.induk


def _semua_bawahan(j: Jabatan) -> Iterator[Jabatan]:
    for b in j.bawahan:
        yield b
        yield from _semua_bawahan(b)
