"""`Isi`: everything the workbooks say, typed. `SEMUA_BUKU` is the list of workbooks that fill it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import anggaran, hukum, isu, kinerja, koreksi, organisasi, pegawai, profil
from generator.model.skema import Buku

SEMUA_BUKU: tuple[Buku, ...] = (
    profil.BUKU,
    hukum.BUKU,
    organisasi.BUKU,
    organisasi.BUKU_TUGAS,
    pegawai.BUKU,
    kinerja.BUKU_SARANA,
    kinerja.BUKU,
    anggaran.BUKU,
    anggaran.BUKU_CASCADE,
    isu.BUKU_RPJMD,
    isu.BUKU_PERMASALAHAN,
    isu.BUKU,
    kinerja.BUKU_MITRA,
    koreksi.BUKU,
)


@dataclass(frozen=True, slots=True)
class Isi:
    """All rows, by sheet, in the order of the sheet."""

    profil: profil.Profil
    desa: tuple[profil.Desa, ...]
    batas: tuple[profil.Batas, ...]
    penduduk: tuple[profil.Penduduk, ...]
    pejabat: tuple[profil.Pejabat, ...]
    kerangka: tuple[profil.BabKerangka, ...]
    peraturan: tuple[hukum.Peraturan, ...]
    jabatan: tuple[organisasi.Jabatan, ...]
    tugas: tuple[organisasi.Tugas, ...]
    keadaan_pegawai: pegawai.Keadaan
    pegawai_golongan: tuple[pegawai.BarisMatriks, ...]
    pegawai_pendidikan: tuple[pegawai.BarisMatriks, ...]
    pegawai_jabatan: tuple[pegawai.BarisMatriks, ...]
    pegawai_status: tuple[pegawai.BarisMatriks, ...]
    pegawai_diklat: tuple[pegawai.BarisMatriks, ...]
    sarana: tuple[kinerja.Barang, ...]
    capaian: tuple[kinerja.Capaian, ...]
    unsur: tuple[kinerja.Unsur, ...]
    sasaran_lalu: tuple[kinerja.SasaranLalu, ...]
    program_pendukung: tuple[kinerja.ProgramPendukung, ...]
    anggaran_realisasi: tuple[anggaran.AnggaranRealisasi, ...]
    tujuan: tuple[anggaran.Tujuan, ...]
    sasaran: tuple[anggaran.Sasaran, ...]
    nomenklatur: tuple[anggaran.Nomenklatur, ...]
    visi: tuple[isu.Visi, ...]
    misi: tuple[isu.MisiRpjmd, ...]
    tujuan_rpjmd: tuple[isu.TujuanRpjmd, ...]
    sasaran_rpjmd: tuple[isu.SasaranRpjmd, ...]
    permasalahan: tuple[isu.Permasalahan, ...]
    isu: tuple[isu.Isu, ...]
    analisis_isu: tuple[isu.Analisis, ...]
    mitra: tuple[kinerja.Mitra, ...]
    koreksi: tuple[koreksi.Koreksi, ...]
