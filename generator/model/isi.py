"""`Isi`: everything the workbooks say, typed. `SEMUA_BUKU` is the list of workbooks that fill it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import anggaran, arah, hukum, kinerja, organisasi, pegawai
from generator.model import indikator as ukuran
from generator.model import isu as isu_strategis
from generator.model import koreksi as register
from generator.model import profil as identitas
from generator.model import rencana as pohon
from generator.model.skema import Buku

SEMUA_BUKU: tuple[Buku, ...] = (
    identitas.BUKU,
    hukum.BUKU,
    organisasi.BUKU,
    organisasi.BUKU_TUGAS,
    pegawai.BUKU,
    kinerja.BUKU_SARANA,
    kinerja.BUKU,
    anggaran.BUKU,
    pohon.BUKU,
    pohon.BUKU_PENDANAAN,
    isu_strategis.BUKU_RPJMD,
    isu_strategis.BUKU_PERMASALAHAN,
    isu_strategis.BUKU,
    kinerja.BUKU_MITRA,
    arah.BUKU_TUJUAN,
    arah.BUKU_STRATEGI,
    arah.BUKU_TAHAPAN,
    arah.BUKU_ARAH,
    arah.BUKU_PRIORITAS,
    ukuran.BUKU_IKU,
    ukuran.BUKU_IKK,
    ukuran.BUKU_DEFINISI,
    register.BUKU,
)


@dataclass(frozen=True, slots=True)
class Isi:
    """All rows, by sheet, in the order of the sheet."""

    profil: identitas.Profil
    desa: tuple[identitas.Desa, ...]
    batas: tuple[identitas.Batas, ...]
    penduduk: tuple[identitas.Penduduk, ...]
    pejabat: tuple[identitas.Pejabat, ...]
    nama_lain: tuple[identitas.NamaLain, ...]
    kerangka: tuple[identitas.BabKerangka, ...]
    tahun_luar: tuple[identitas.TahunLuar, ...]
    kerangka_bagian: tuple[identitas.BagianKerangka, ...]
    kerangka_tahun: tuple[identitas.KerangkaTahun, ...]
    kerangka_renja: tuple[identitas.BagianRenja, ...]
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
    kontrol_anggaran: tuple[anggaran.KontrolAnggaran, ...]
    tujuan: tuple[pohon.Tujuan, ...]
    sasaran: tuple[pohon.Sasaran, ...]
    nomenklatur: tuple[anggaran.Nomenklatur, ...]
    rencana: tuple[pohon.Rencana, ...]
    indikator: tuple[pohon.Indikator, ...]
    pagu: tuple[pohon.Pagu, ...]
    kontrol_pagu: tuple[pohon.KontrolPagu, ...]
    visi: tuple[isu_strategis.Visi, ...]
    misi: tuple[isu_strategis.MisiRpjmd, ...]
    tujuan_rpjmd: tuple[isu_strategis.TujuanRpjmd, ...]
    sasaran_rpjmd: tuple[isu_strategis.SasaranRpjmd, ...]
    permasalahan: tuple[isu_strategis.Permasalahan, ...]
    isu: tuple[isu_strategis.Isu, ...]
    analisis_isu: tuple[isu_strategis.Analisis, ...]
    mitra: tuple[kinerja.Mitra, ...]
    nspk: tuple[arah.Nspk, ...]
    strategi: tuple[arah.Strategi, ...]
    tahapan: tuple[arah.Tahapan, ...]
    arah_kebijakan: tuple[arah.ArahKebijakan, ...]
    operasionalisasi_nspk: tuple[arah.OperasionalisasiNspk, ...]
    prioritas: tuple[arah.Prioritas, ...]
    iku: tuple[ukuran.Iku, ...]
    pernyataan_ikk: ukuran.PernyataanIkk
    ikk: tuple[ukuran.Ikk, ...]
    definisi: tuple[ukuran.Definisi, ...]
    rumus: tuple[ukuran.Rumus, ...]
    predikat_akip: tuple[ukuran.PredikatAkip, ...]
    skala_ikm: tuple[ukuran.SkalaIkm, ...]
    koreksi: tuple[register.Koreksi, ...]
    penerimaan: tuple[register.Penerimaan, ...]
