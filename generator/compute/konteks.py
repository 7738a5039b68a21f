"""`Konteks`: the names that prose and tables speak with - `Isi` looked up, counted, summed and related.

Everything here is a view or a computation over `Isi`; the same objects serve expressions in chapters and the builders
of tables, so a number in the text and in a table is one number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.compute.anggaran import Anggaran
from generator.compute.daftar import Daftar, Periode, Tahun, periode_data
from generator.compute.kinerja import KinerjaIndikator, kinerja_indikator
from generator.compute.matriks import Matriks
from generator.compute.rasio import rasio
from generator.compute.rencana import Cabang, Indikator, Rencana
from generator.model import arah, hukum, kinerja, organisasi, profil
from generator.model import indikator as ukuran
from generator.model.anggaran import Nomenklatur
from generator.model.angka import Angka, Lokasi, Teks
from generator.model.isi import Isi
from generator.model.isu import Analisis, MisiRpjmd, SasaranRpjmd, TujuanRpjmd
from generator.model.isu import Isu as BarisIsu
from generator.model.kolom import Tanggal

if TYPE_CHECKING:
    from generator.model.renja import IsiRenja


@dataclass(frozen=True, slots=True)
class PeriodeRenstra(Periode):
    """The plan's years, its base year, and the next plan's years."""

    dasar: Tahun = field(default_factory=lambda: Tahun(0))

    @property
    def berikut(self) -> Periode:
        lama = len(self)
        return Periode(self.akhir + 1, self.akhir + lama)


@dataclass(frozen=True, slots=True)
class Batas:
    """Bordering areas by direction."""

    utara: tuple[Teks, ...]
    timur: tuple[Teks, ...]
    selatan: tuple[Teks, ...]
    barat: tuple[Teks, ...]


@dataclass(frozen=True, slots=True)
class Penduduk:
    """Population (persons) and households of one day; `rasio`: women per man."""

    tanggal: Tanggal
    laki_laki: Angka
    perempuan: Angka
    kepala_keluarga: Angka

    @property
    def jumlah(self) -> Angka:
        hasil = self.laki_laki + self.perempuan
        return Angka(hasil.nilai, hasil.asal, "penduduk laki-laki + perempuan")

    @property
    def rasio(self) -> Angka:
        return rasio(self.perempuan, self.laki_laki, "penduduk perempuan / laki-laki")


@dataclass(frozen=True, slots=True)
class Rincian:
    uraian: Teks
    sub: tuple[Teks, ...]

    @property
    def asal(self) -> tuple[Lokasi, ...]:
        return self.uraian.asal


class Jabatan:
    """A post with its duties and the posts under it."""

    def __init__(
        self, baris: organisasi.Jabatan, tugas: Sequence[organisasi.Tugas], semua: Sequence[organisasi.Jabatan]
    ) -> None:
        self.kode, self.nama, self.unit, self.dasar = baris.kode, baris.nama, baris.unit, baris.dasar
        self.singkatan, self.atasan, self.kedudukan = baris.singkatan, baris.atasan, baris.kedudukan
        self.lokasi = baris.lokasi
        self._tugas = tuple(t for t in tugas if t.jabatan == baris.kode)
        self._semua, self._tugas_semua = semua, tugas

    @property
    def tugas_pokok(self) -> Teks | None:
        return next((t.uraian for t in self._tugas if t.jenis == "tugas pokok"), None)

    @cached_property
    def fungsi(self) -> Daftar[Teks]:
        return Daftar((t.uraian for t in self._tugas if t.jenis == "fungsi"), "fungsi", str)

    @cached_property
    def rincian(self) -> Daftar[Rincian]:
        kelompok: list[tuple[Teks, list[Teks]]] = []
        for t in self._tugas:
            if t.jenis == "rincian tugas":
                kelompok.append((t.uraian, []))
            elif t.jenis == "sub rincian" and kelompok:
                kelompok[-1][1].append(t.uraian)
        return Daftar((Rincian(u, tuple(s)) for u, s in kelompok), "rincian tugas", lambda r: str(r.uraian))

    @cached_property
    def bawahan(self) -> Daftar[Jabatan]:
        isi = (Jabatan(j, self._tugas_semua, self._semua) for j in self._semua if j.atasan == self.kode)
        return Daftar(isi, "jabatan bawahan")


class Hukum:
    """Laws by code; `daftar` are those of the list of legal bases."""

    def __init__(self, peraturan: Sequence[hukum.Peraturan]) -> None:
        self._semua = Daftar(peraturan, "peraturan")
        self.daftar = Daftar((p for p in peraturan if p.dalam_daftar), "dasar hukum")

    def __getitem__(self, kode: str) -> hukum.Peraturan:
        return self._semua[kode]


class Pegawai:
    """Staff: five matrices; `jumlah` is the total by golongan."""

    def __init__(self, isi: Isi) -> None:
        self.per = isi.keadaan_pegawai.per
        self.golongan = Matriks(isi.pegawai_golongan, "golongan")
        self.pendidikan = Matriks(isi.pegawai_pendidikan, "pendidikan")
        self.jabatan = Matriks(isi.pegawai_jabatan, "jabatan")
        self.status = Matriks(isi.pegawai_status, "status kepegawaian")
        self.diklat = Matriks(isi.pegawai_diklat, "diklat penjenjangan")

    @property
    def jumlah(self) -> Angka:
        return self.golongan.jumlah


@dataclass(frozen=True, slots=True)
class SasaranLalu:
    """A sasaran of the former plan with its indicator and supporting programs."""

    kode: Teks
    sasaran: Teks
    indikator: KinerjaIndikator
    program: Daftar[Nomenklatur]
    lokasi: Lokasi


class Kinerja:
    """Indicators of the former plan by code."""

    formulir = Teks("T-C.23")  # the table's name in Permendagri 86/2017

    def __init__(self, isi: Isi) -> None:
        self._indikator = Daftar((kinerja_indikator(c) for c in isi.capaian), "indikator")
        self.tahun = periode_data(isi.capaian[0].target)
        self.unsur = Daftar((u.unsur for u in isi.unsur), "unsur layanan", str)
        nama = Daftar(isi.nomenklatur, "kode nomenklatur")
        self.sasaran_lalu = Daftar(
            (
                SasaranLalu(
                    s.kode,
                    s.sasaran,
                    self._indikator[s.indikator],
                    Daftar((nama[p.program] for p in isi.program_pendukung if p.sasaran == s.kode), "program"),
                    s.lokasi,
                )
                for s in isi.sasaran_lalu
            ),
            "sasaran",
        )

    def __iter__(self) -> Iterator[KinerjaIndikator]:
        return iter(self._indikator)

    def __getitem__(self, kode: str) -> KinerjaIndikator:
        return self._indikator[kode]


class Rpjmd:
    """The regency's plan: visi, misi, tujuan, sasaran, and which of them this office serves."""

    def __init__(self, isi: Isi) -> None:
        self.visi = isi.visi[0].visi
        self.pokok_visi = Daftar(isi.visi, "pokok visi", lambda v: str(v.pokok))
        self.misi = Daftar(isi.misi, "misi", lambda m: m.nomor.nilai)
        self.tujuan = Daftar(isi.tujuan_rpjmd, "tujuan RPJMD", lambda t: t.nomor.nilai)
        self.sasaran = Daftar(isi.sasaran_rpjmd, "sasaran RPJMD", lambda s: s.nomor.nilai)
        self.sasaran_tujuan = {
            t.nomor: Daftar((s for s in isi.sasaran_rpjmd if s.tujuan == t.nomor), "sasaran RPJMD")
            for t in isi.tujuan_rpjmd
        }

    @property
    def misi_dilayani(self) -> MisiRpjmd | None:
        return next((m for m in self.misi if m.dilayani), None)

    @property
    def tujuan_dilayani(self) -> TujuanRpjmd | None:
        return next((t for t in self.tujuan if t.dilayani), None)

    @property
    def sasaran_dilayani(self) -> SasaranRpjmd | None:
        return next((s for s in self.sasaran if s.dilayani), None)


class DaftarIsu(Daftar[BarisIsu]):
    """The rows of the issue table; `analisis` are the issues listed after it."""

    def __init__(self, isi: Isi) -> None:
        super().__init__(isi.isu, "isu strategis")
        self.analisis: Daftar[Analisis] = Daftar(isi.analisis_isu, "isu strategis")


@dataclass(frozen=True, slots=True)
class Tahap:
    """A stage of the plan, numbered in order."""

    nomor: int
    tahun: Tahun
    uraian: Teks
    lokasi: Lokasi

    @property
    def asal(self) -> tuple[Lokasi, ...]:
        return (self.lokasi,)


class DaftarTahap(Daftar[Tahap]):
    """The stages; `tahun` is their span."""

    def __init__(self, baris: Sequence[arah.Tahapan]) -> None:
        urut = sorted(baris, key=lambda b: b.tahun.__index__())
        tahap = [Tahap(i, _tahun(b.tahun), b.uraian, b.lokasi) for i, b in enumerate(urut, 1)]
        super().__init__(tahap, "tahapan", lambda t: t.tahun.nilai)
        self.tahun = Periode(tahap[0].tahun, tahap[-1].tahun)


@dataclass(frozen=True, slots=True)
class ArahKebijakan:
    """A policy direction. `rpjmd` and `operasionalisasi` are blank where they are those of the row above."""

    kode: Teks
    rpjmd: Teks | None
    renstra: Teks
    keterangan: Teks | None
    operasionalisasi: tuple[Teks, ...]
    lokasi: Lokasi


@dataclass(frozen=True, slots=True)
class Prioritas:
    """A kegiatan or sub kegiatan of the plan that supports a priority of the regency; `outcome` is its program's."""

    kode: Teks
    program_prioritas: Teks
    kegiatan: Cabang
    outcome: Teks
    keterangan: Teks | None
    lokasi: Lokasi


class Ikk(Daftar[ukuran.Ikk]):
    """Key indicators; `nihil` when there are none by declaration, with `penjelasan`."""

    def __init__(self, isi: Isi) -> None:
        super().__init__(isi.ikk, "indikator kinerja kunci")
        self.nihil, self.penjelasan = isi.pernyataan_ikk.nihil, isi.pernyataan_ikk.penjelasan


@dataclass(frozen=True, slots=True)
class Definisi:
    """An indicator's operational definition; `rumus` are its steps in order."""

    indikator: Indikator
    interpretasi: Teks
    sumber_data: Teks
    penanggung_jawab: Teks
    rumus: tuple[ukuran.Rumus, ...]

    @property
    def kode(self) -> Teks:
        return self.indikator.kode


class Konteks:
    """All names, by subject. Made once per build."""

    def __init__(self, isi: Isi) -> None:
        p = isi.profil
        self.isi = isi
        self.profil = p
        self.periode = PeriodeRenstra(_tahun(p.periode_awal), _tahun(p.periode_akhir), _tahun(p.tahun_dasar))
        self.kerangka = Daftar(isi.kerangka, "bab", lambda b: str(b.nomor.nilai))
        self.desa = Daftar(isi.desa, "desa")
        arah = {a: tuple(b.wilayah for b in isi.batas if b.arah == a) for a in profil.ARAH}
        self.batas = Batas(*arah.values())
        self.penduduk = _penduduk(isi.penduduk[-1]) if isi.penduduk else None
        self.pejabat = Daftar(isi.pejabat, "pejabat", lambda b: str(b.jabatan))
        self.hukum = Hukum(isi.peraturan)
        self.jabatan = Daftar((Jabatan(j, isi.tugas, isi.jabatan) for j in isi.jabatan), "jabatan")
        self.pegawai = Pegawai(isi)
        self.sarana: Daftar[kinerja.Barang] = Daftar(isi.sarana, "jenis sarana", lambda b: str(b.nama))
        self.kinerja = Kinerja(isi)
        self.anggaran = Anggaran(isi.anggaran_realisasi, isi.nomenklatur)
        self.rencana = Rencana(isi, self.periode)
        self.rpjmd = Rpjmd(isi)
        self.permasalahan = Daftar(isi.permasalahan, "permasalahan")
        self.isu = DaftarIsu(isi)
        self.mitra = Daftar(isi.mitra, "mitra")
        self.strategi = Daftar(isi.strategi, "strategi")
        self.tahapan = DaftarTahap(isi.tahapan)
        self.arah_kebijakan = Daftar((_arah_kebijakan(a, isi) for a in isi.arah_kebijakan), "arah kebijakan")
        self.prioritas = Daftar((self._prioritas(b) for b in isi.prioritas), "prioritas")
        # the indicators of the plan themselves, with the remark of this table
        self.iku = Daftar(
            (replace(self.rencana.indikator[i.indikator], keterangan=i.keterangan) for i in isi.iku), "IKU"
        )
        self.ikk = Ikk(isi)
        self.definisi = Daftar((self._definisi(d) for d in isi.definisi), "definisi operasional")

    def _prioritas(self, b: arah.Prioritas) -> Prioritas:
        kegiatan = self.rencana[b.kegiatan]
        program = kegiatan.ke_atas("program")
        assert program is not None
        return Prioritas(b.kode, b.program_prioritas, kegiatan, program.uraian, b.keterangan, b.lokasi)

    def _definisi(self, d: ukuran.Definisi) -> Definisi:
        rumus = tuple(r for r in self.isi.rumus if r.indikator == d.indikator)
        i = self.rencana.indikator[d.indikator]
        return Definisi(i, d.interpretasi, d.sumber_data, d.penanggung_jawab, rumus)

    @property
    def masukan(self) -> Isi | IsiRenja | None:
        """The rows that are this document's own, if there are any."""
        return self.isi

    @property
    def masa(self) -> Periode | Tahun:
        """The years that the document is for."""
        return self.periode

    @property
    def tanggal_dokumen(self) -> Tanggal | None:
        """When it is signed, if that is settled."""
        return self.profil.tanggal

    @property
    def tahun_terbit(self) -> Teks:
        """The year on the cover."""
        return Teks(str(self.profil.tanggal.nilai.year), self.profil.tanggal.asal)


def _tahun(a: Angka) -> Tahun:
    return Tahun(a.__index__(), a.asal)


def _arah_kebijakan(a: arah.ArahKebijakan, isi: Isi) -> ArahKebijakan:
    butir = tuple(o.uraian for o in isi.operasionalisasi_nspk if o.arah_kebijakan == a.kode)
    return ArahKebijakan(a.kode, a.rpjmd, a.renstra, a.keterangan, butir, a.lokasi)


def _penduduk(b: profil.Penduduk) -> Penduduk:
    return Penduduk(b.tanggal, b.laki_laki, b.perempuan, b.kepala_keluarga)
