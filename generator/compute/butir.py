"""What a Renja is made of: nodes of the plan in year n, and where they depart from the Renstra."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compute.daftar import Daftar, Tahun
from generator.compute.evaluasi import IndikatorRenja, beda
from generator.compute.rasio import rasio
from generator.compute.rencana import Bertingkat, Tingkat
from generator.model.angka import Angka, Lokasi, Teks
from generator.model.organisasi import Jabatan
from generator.model.renja import RencanaTahun


@dataclass(eq=False)
class Butir(Bertingkat):
    """A node of the plan in year n. Amounts in Rupiah: `pagu` and `pagu_renstra` of n, `pagu_lalu` of n-1 and
    `prakiraan` of n+1 as in the Renstra. `baris`: what the year's workbook says of it."""

    tingkat: Tingkat
    kode: Teks
    nama: Teks
    uraian: Teks
    label: Teks
    penanggung_jawab: Jabatan | None
    lokasi: Lokasi
    indikator: Daftar[IndikatorRenja]
    pagu: Angka
    pagu_renstra: Angka
    pagu_lalu: Angka
    prakiraan: Angka
    anak: tuple[Butir, ...]
    baris: RencanaTahun | None = None
    induk: Butir | None = None

    @property
    def asal(self) -> tuple[Lokasi, ...]:
        return (self.lokasi,)

    @property
    def berubah(self) -> bool:
        return beda(self.pagu, self.pagu_renstra) or any(i.berubah for i in self.indikator)

    @property
    def tempat(self) -> Teks | None:
        return self.baris.tempat if self.baris else None

    @property
    def sumber_dana(self) -> Teks | None:
        return self.baris.sumber_dana if self.baris else None

    @property
    def kelompok_sasaran(self) -> Teks | None:
        return self.baris.kelompok_sasaran if self.baris else None

    @property
    def catatan(self) -> Teks | None:
        return self.baris.catatan if self.baris else None

    @property
    def direncanakan(self) -> bool:
        """It has pagu or a target in n, or a forward estimate, or something below it has.

        Programs and kegiatan are planned through their sub kegiatan only.
        """
        bertarget = any(i.target for i in self.indikator)
        if self.tingkat == "subkegiatan":
            return bool(self.pagu or self.prakiraan or bertarget)
        return any(a.direncanakan for a in self.anak) or (bertarget and self.tingkat in ("tujuan", "sasaran"))


@dataclass(frozen=True, slots=True)
class Perbedaan:
    """Where the year departs from the Renstra: `hal` is 'Pagu' or 'Target', `lokasi` the cell that says so."""

    kode: Teks
    nama: Teks
    hal: str
    indikator: Teks | None
    satuan: Teks
    desimal: int
    renstra: Angka
    renja: Angka
    alasan: Teks | None
    lokasi: Lokasi

    @property
    def selisih(self) -> Angka:
        hasil = _isi(self.renja) - _isi(self.renstra)
        return Angka(hasil.nilai, hasil.asal, "Renja - Renstra")


@dataclass(frozen=True, slots=True)
class Anggaran:
    """Budget and spending of year n-2 (Rupiah), of the office or a program."""

    kode: str
    nama: Teks
    tahun: Tahun
    anggaran: Angka
    realisasi: Angka
    lokasi: Lokasi | None = None
    program: tuple[Anggaran, ...] = ()

    @property
    def rasio(self) -> Angka:
        return rasio(self.realisasi, self.anggaran, f"realisasi {self.tahun.nilai} / anggaran {self.tahun.nilai}")


def _isi(a: Angka) -> Angka:
    """A blank counts as nothing."""
    return Angka(a.nilai or 0, a.asal, a.rumus)
