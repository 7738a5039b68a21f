"""The plan as one tree: tujuan > sasaran > program > kegiatan > sub kegiatan, with labels and summed pagu.

In: the sheets of cascade.xlsx and pendanaan.xlsx. Out: `Rencana`, whose nodes feed Tables 3.2-4.6, the diagrams and
every count and amount in the text. Order is that of the sheets for tujuan and sasaran, and of codes below them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Self, cast

from generator.compute.daftar import Daftar, Periode, PerTahun, periode_data
from generator.model.anggaran import induk, tingkat
from generator.model.angka import Angka, Lokasi, Teks, jumlah
from generator.model.isi import Isi
from generator.model.organisasi import Jabatan
from generator.model.rencana import Indikator as BarisIndikator
from generator.model.rencana import Rencana as BarisRencana
from generator.model.rencana import Sasaran, Tujuan

Tingkat = Literal["tujuan", "sasaran", "program", "kegiatan", "subkegiatan"]
SEBUTAN: dict[Tingkat, str] = {
    "tujuan": "tujuan",
    "sasaran": "sasaran",
    "program": "program",
    "kegiatan": "kegiatan",
    "subkegiatan": "sub kegiatan",
}


@dataclass(frozen=True, slots=True)
class Indikator:
    """An indicator of the plan: baseline and targets by year, printed with `desimal` decimals."""

    kode: Teks
    nama: Teks
    satuan: Teks
    desimal: int
    baseline: Angka
    target: PerTahun
    keterangan: Teks | None
    lokasi: Lokasi

    @property
    def sebutan(self) -> Teks:
        """'Nilai AKIP Perangkat Daerah (Nilai)'."""
        return Teks(f"{self.nama} ({self.satuan})", (*self.nama.asal, *self.satuan.asal))


def _indikator(b: BarisIndikator) -> Indikator:
    target = PerTahun(sorted(b.target.items()))
    return Indikator(b.kode, b.nama, b.satuan, b.desimal.__index__(), b.baseline, target, b.keterangan, b.lokasi)


class Bertingkat:
    """A node of a tree of levels: what is below it and above it."""

    tingkat: Tingkat
    anak: tuple[Self, ...]
    induk: Self | None

    def turunan(self, tingkat: Tingkat) -> Iterator[Self]:
        """The nodes of a level at or below this one."""
        if self.tingkat == tingkat:
            yield self
        for a in self.anak:
            yield from a.turunan(tingkat)

    def _daftar(self, tingkat: Tingkat) -> Daftar[Self]:
        return Daftar(self.turunan(tingkat), SEBUTAN[tingkat])

    @cached_property
    def sasaran(self) -> Daftar[Self]:
        return self._daftar("sasaran")

    @cached_property
    def program(self) -> Daftar[Self]:
        return self._daftar("program")

    @cached_property
    def kegiatan(self) -> Daftar[Self]:
        return self._daftar("kegiatan")

    @cached_property
    def subkegiatan(self) -> Daftar[Self]:
        return self._daftar("subkegiatan")

    def ke_atas(self, tingkat: Tingkat) -> Self | None:
        """The node of a level above (or itself)."""
        kini: Self | None = self
        while kini is not None and kini.tingkat != tingkat:
            kini = kini.induk
        return kini

    def di_bawah(self) -> Iterator[Self]:
        """Every node below this one, parents before their children."""
        for a in self.anak:
            yield a
            yield from a.di_bawah()


@dataclass
class Cabang(Bertingkat):
    """A node of the plan. `nama`: official name (of tujuan and sasaran the wording); `uraian`: outcome or output.

    `label` is 'T1', 'S1.1', 'PROG. 1', 'KEG. 1.1', 'SUB KEG. 1.1.1'; `label_uraian` 'OC1.1.1' of a program,
    'OT1.1.1.1' of a kegiatan, as the tujuan and sasaran above it of themselves. `nomor`: its place among all of its
    level, from 1. `pagu`: Rupiah by year, summed.
    """

    tingkat: Tingkat
    kode: Teks
    nama: Teks
    uraian: Teks
    indikator: Daftar[Indikator]
    penanggung_jawab: Jabatan | None
    lokasi: Lokasi
    pagu: PerTahun
    anak: tuple[Cabang, ...] = ()
    induk: Cabang | None = None
    label: Teks = field(default_factory=lambda: Teks(""))
    label_uraian: Teks = field(default_factory=lambda: Teks(""))
    nomor: Angka = field(default_factory=lambda: Angka(None))
    strategi: Daftar[Teks] = field(default_factory=lambda: Daftar((), "strategi", str))

    @property
    def asal(self) -> tuple[Lokasi, ...]:
        return (self.lokasi,)

    @cached_property
    def pagu_jumlah(self) -> Angka:
        """Rupiah of all years."""
        return jumlah(self.pagu.values(), f"jumlah pagu semua tahun {self.nama}")


class Rencana:
    """The whole plan. `tahun`: the years of its pagu and targets."""

    def __init__(self, isi: Isi, periode: Periode) -> None:
        self.tahun = periode_data(isi.pagu[0].pagu)
        self.tahun_transisi = Periode(periode.akhir + 1, self.tahun.akhir)
        self.indikator = Daftar((_indikator(b) for b in isi.indikator), "indikator")
        self._isi = isi
        self._pagu = {str(p.kode): p for p in isi.pagu}
        self._milik: dict[str, list[Indikator]] = {}
        for b, i in zip(isi.indikator, self.indikator, strict=True):
            self._milik.setdefault(str(b.milik), []).append(i)
        self._jabatan = {j.kode: j for j in isi.jabatan}
        self._nama = {n.kode: n.nama for n in isi.nomenklatur}
        baris = sorted(isi.rencana, key=lambda r: str(r.kode))
        sub = [self._cabang(r, ()) for r in baris if tingkat(r.kode) == "subkegiatan"]
        kegiatan = [self._cabang(r, _milik(sub, r.kode)) for r in baris if tingkat(r.kode) == "kegiatan"]
        baris_program = [r for r in baris if tingkat(r.kode) == "program"]
        program = [self._cabang(r, _milik(kegiatan, r.kode)) for r in baris_program]
        ke_sasaran = list(zip(program, baris_program, strict=True))
        sasaran = [self._atas("sasaran", s, [p for p, r in ke_sasaran if r.sasaran == s.kode]) for s in isi.sasaran]
        ke_tujuan = list(zip(sasaran, isi.sasaran, strict=True))
        tujuan = [self._atas("tujuan", t, [s for s, r in ke_tujuan if r.tujuan == t.kode]) for t in isi.tujuan]
        self.tujuan = Daftar(tujuan, "tujuan")
        self.sasaran = Daftar(sasaran, "sasaran")
        self.program = Daftar(program, "program")
        self.kegiatan = Daftar(kegiatan, "kegiatan")
        self.subkegiatan = Daftar(sub, "sub kegiatan")
        _labeli(tujuan, program)
        _nomori(self.tujuan, self.sasaran, self.program, self.kegiatan, self.subkegiatan)
        self.pagu = self._jumlah(program, "program")

    def __getitem__(self, kode: str) -> Cabang:
        """The node of a code at any level."""
        for daftar in (self.tujuan, self.sasaran, self.program, self.kegiatan, self.subkegiatan):
            if daftar.punya(kode):
                return daftar[kode]
        raise LookupError(f'kode "{kode}" tidak ada dalam rencana')

    @cached_property
    def pagu_jumlah(self) -> Angka:
        """Rupiah of all years and programs."""
        return jumlah(self.pagu.values(), "jumlah pagu semua tahun dan program")

    @cached_property
    def tanpa_pagu_awal(self) -> Daftar[Cabang]:
        """The sub kegiatan without pagu in the first year."""
        return Daftar((s for s in self.subkegiatan if not s.pagu[self.tahun.awal]), "sub kegiatan tanpa pagu")

    @property
    def program_terbesar(self) -> Cabang:
        """The program with the most pagu in all years; the first of equals."""
        return max(self.program, key=lambda p: p.pagu_jumlah.nilai or 0)

    def _cabang(self, b: BarisRencana, anak: Sequence[Cabang]) -> Cabang:
        """A program, kegiatan or sub kegiatan."""
        t = cast(Tingkat, tingkat(b.kode))
        jabatan = self._jabatan.get(b.penanggung_jawab) if b.penanggung_jawab else None
        pagu = self._pagu_sendiri(b.kode) if t == "subkegiatan" else self._jumlah(anak, _sebutan(anak))
        indikator = self._milik_kode(b.kode)
        cabang = Cabang(t, b.kode, self._nama[b.kode], b.uraian, indikator, jabatan, b.lokasi, pagu, tuple(anak))
        return self._hubungkan(cabang)

    def _atas(self, t: Tingkat, b: Tujuan | Sasaran, anak: Sequence[Cabang]) -> Cabang:
        """A tujuan or sasaran: its wording is its name."""
        pagu = self._jumlah(anak, _sebutan(anak))
        indikator = self._milik_kode(b.kode)
        cabang = Cabang(t, b.kode, b.uraian, b.uraian, indikator, None, b.lokasi, pagu, tuple(anak))
        cabang.strategi = Daftar((s.uraian for s in self._isi.strategi if s.sasaran == b.kode), "strategi", str)
        return self._hubungkan(cabang)

    @staticmethod
    def _hubungkan(cabang: Cabang) -> Cabang:
        for a in cabang.anak:
            a.induk = cabang
        return cabang

    def _milik_kode(self, kode: str) -> Daftar[Indikator]:
        return Daftar(self._milik.get(str(kode), ()), "indikator")

    def _pagu_sendiri(self, kode: str) -> PerTahun:
        baris = self._pagu.get(str(kode))
        return PerTahun({t.nilai: baris.pagu[t.nilai] if baris else Angka(None) for t in self.tahun})

    def _jumlah(self, anak: Iterable[Cabang], nama: str) -> PerTahun:
        anak = list(anak)
        return PerTahun(
            {t.nilai: jumlah((a.pagu[t] for a in anak), f"jumlah pagu {t.nilai} {nama}") for t in self.tahun}
        )


def _milik(anak: Iterable[Cabang], kode: str) -> list[Cabang]:
    return [a for a in anak if induk(a.kode) == kode]


def _sebutan(anak: Sequence[Cabang]) -> str:
    return SEBUTAN[anak[0].tingkat] if anak else "(tidak ada)"


def _labeli(tujuan: Sequence[Cabang], program: Sequence[Cabang]) -> None:
    """Labels from the place in the tree; programs, kegiatan and sub kegiatan are numbered in the order of codes."""
    for i, t in enumerate(tujuan, 1):
        t.label = t.label_uraian = Teks(f"T{i}", t.asal)
        for j, s in enumerate(t.anak, 1):
            s.label = s.label_uraian = Teks(f"S{i}.{j}", s.asal)
            for k, p in enumerate(s.anak, 1):
                p.label_uraian = Teks(f"OC{i}.{j}.{k}", p.asal)
                for m, g in enumerate(p.anak, 1):
                    g.label_uraian = Teks(f"OT{i}.{j}.{k}.{m}", g.asal)
    for i, p in enumerate(program, 1):
        p.label = Teks(f"PROG. {i}", p.asal)
        for j, g in enumerate(p.anak, 1):
            g.label = Teks(f"KEG. {i}.{j}", g.asal)
            for k, s in enumerate(g.anak, 1):
                s.label = Teks(f"SUB KEG. {i}.{j}.{k}", s.asal)


def _nomori(*tingkat: Iterable[Cabang]) -> None:
    """The place of a node among all of its level."""
    for daftar in tingkat:
        for i, c in enumerate(daftar, 1):
            c.nomor = Angka(i, c.asal, f"urutan {SEBUTAN[c.tingkat]} dalam rencana")
