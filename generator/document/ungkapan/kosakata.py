"""The words of prose: what an expression may name. Everything that is not listed here is an unknown name.

`NAMA` are the names of the documents, `REKAMAN` what may be had of each type, `LOOP` what a loop knows of itself;
filters, functions and tests stand in `document/nilai`. Types are named by their module, so that none is imported for
being listed. `docs/panduan.md` prints these lists (`kosakata_markdown`), and messages propose from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.compute.konteks import Konteks

NAMA: dict[str, tuple[str, ...]] = {
    "semua dokumen": (
        *(
            "profil",
            "periode",
            "kerangka",
            "desa",
            "batas",
            "penduduk",
            "pejabat",
            "hukum",
            "jabatan",
            "pegawai",
            "sarana",
        ),
        *("kinerja", "anggaran", "rencana", "rpjmd", "permasalahan", "isu", "mitra", "strategi", "tahapan"),
        *("arah_kebijakan", "prioritas", "iku", "ikk", "definisi"),
    ),
    "Renja dan Perjanjian Kinerja": ("renja",),
    "Perjanjian Kinerja": ("pk",),
}


@dataclass(frozen=True, slots=True)
class Rekaman:
    """What prose may have of one type. `kunci`: rows by key or place, in brackets; `urut`: it can be looped over.

    `sebutan` is what messages call it, `contoh` an expression that gives one.
    """

    kelas: str
    sebutan: str
    contoh: str = ""
    nama: tuple[str, ...] = ()
    kunci: bool = False
    urut: bool = False


def _rekaman(
    kelas: str, sebutan: str, contoh: str, nama: str = "", *, kunci: bool = False, urut: bool = False
) -> Rekaman:
    return Rekaman(f"generator.{kelas}", sebutan, contoh, tuple(nama.split()), kunci, urut)


_TINGKAT = "sasaran program kegiatan subkegiatan"
_JABATAN = "kode nama singkatan unit atasan kedudukan dasar"

REKAMAN: tuple[Rekaman, ...] = (
    _rekaman("compute.daftar.Daftar", "daftar", "desa", "jumlah", kunci=True, urut=True),
    _rekaman("compute.daftar.Periode", "periode", "periode.berikut", "awal akhir lama", kunci=True, urut=True),
    _rekaman("compute.daftar.PerTahun", "nilai per tahun", "rencana.pagu", kunci=True),
    # the office
    _rekaman(
        "model.profil.Profil",
        "profil",
        "profil",
        "perangkat_daerah jenis nama daerah nama_daerah provinsi kepala_daerah wakil_kepala_daerah pimpinan "
        "periode_awal periode_akhir tahun_dasar luas_km2 luas_persen lintang bujur jumlah_kecamatan tempat tanggal",
    ),
    _rekaman("compute.konteks.PeriodeRenstra", "periode", "periode", "dasar berikut"),
    _rekaman("model.profil.BabKerangka", "bab", 'kerangka["1"]', "nomor judul"),
    _rekaman("model.profil.Desa", "desa", "desa[0]", "kode jenis nama sebutan"),
    _rekaman("compute.konteks.Batas", "batas", "batas", "utara timur selatan barat"),
    _rekaman(
        "compute.konteks.Penduduk", "penduduk", "penduduk", "tanggal laki_laki perempuan kepala_keluarga jumlah rasio"
    ),
    _rekaman("model.profil.Pejabat", "pejabat", "pejabat[0]", "jabatan nama pangkat golongan nip"),
    _rekaman("compute.konteks.Hukum", "hukum", "hukum", "daftar", kunci=True),
    _rekaman(
        "model.hukum.Peraturan",
        "peraturan",
        "hukum.daftar[0]",
        "kode sebutan tentang judul lengkap keterangan dalam_daftar",
    ),
    _rekaman("compute.konteks.Jabatan", "jabatan", "jabatan[0]", f"{_JABATAN} tugas_pokok fungsi rincian bawahan"),
    _rekaman("model.organisasi.Jabatan", "jabatan", "rencana.program[0].penanggung_jawab", _JABATAN),
    _rekaman("compute.konteks.Rincian", "rincian tugas", "jabatan[0].rincian[0]", "uraian sub"),
    # staff and equipment
    _rekaman("compute.konteks.Pegawai", "pegawai", "pegawai", "per jumlah golongan pendidikan jabatan status diklat"),
    _rekaman(
        "compute.matriks.Matriks",
        "tabel pegawai",
        "pegawai.golongan",
        "baris kolom jumlah terbanyak kolom_terbanyak",
        kunci=True,
    ),
    _rekaman("compute.matriks.Baris", "baris", "pegawai.golongan.baris[0]", "kode nama jumlah", kunci=True),
    _rekaman("compute.matriks.Kolom", "kolom", "pegawai.golongan.kolom[0]", "kelompok kode nama jumlah"),
    _rekaman("model.kinerja.Barang", "sarana", "sarana[0]", "kelompok nama jumlah satuan"),
    # the former plan
    _rekaman(
        "compute.konteks.Kinerja", "kinerja", "kinerja", "formulir tahun unsur sasaran_lalu", kunci=True, urut=True
    ),
    _rekaman(
        "compute.kinerja.KinerjaIndikator",
        "indikator",
        "kinerja.sasaran_lalu[0].indikator",
        "kode nama satuan desimal target realisasi rasio target_lain keterangan",
    ),
    _rekaman(
        "compute.konteks.SasaranLalu", "sasaran lalu", "kinerja.sasaran_lalu[0]", "kode sasaran indikator program"
    ),
    _rekaman("model.anggaran.Nomenklatur", "nomenklatur", "kinerja.sasaran_lalu[0].program[0]", "kode nama"),
    _rekaman("compute.anggaran.Anggaran", "anggaran", "anggaran", "formulir tahun program kegiatan subkegiatan total"),
    _rekaman(
        "compute.anggaran.Pos",
        "pos anggaran",
        "anggaran.program[0]",
        "kode nama anggaran realisasi rasio rasio_terendah rasio_tertinggi pertumbuhan pertumbuhan_realisasi anak",
    ),
    _rekaman("compute.anggaran.NilaiTahun", "nilai setahun", "anggaran.total.rasio_terendah", "tahun nilai"),
    # the plan
    _rekaman(
        "compute.rencana.Rencana",
        "rencana",
        "rencana",
        f"tahun tahun_transisi tujuan {_TINGKAT} indikator pagu pagu_jumlah program_terbesar tanpa_pagu_awal",
        kunci=True,
    ),
    _rekaman(
        "compute.rencana.Cabang",
        "rencana",
        "rencana.program[0]",
        "tingkat kode nama uraian label label_uraian nomor indikator penanggung_jawab pagu pagu_jumlah strategi induk "
        f"anak {_TINGKAT}",
    ),
    _rekaman(
        "compute.rencana.Indikator",
        "indikator",
        "rencana.program[0].indikator[0]",
        "kode nama sebutan satuan desimal baseline target keterangan",
    ),
    _rekaman(
        "compute.konteks.Rpjmd",
        "RPJMD",
        "rpjmd",
        "visi pokok_visi misi tujuan sasaran sasaran_tujuan misi_dilayani tujuan_dilayani sasaran_dilayani",
    ),
    _rekaman("model.isu.Visi", "pokok visi", "rpjmd.pokok_visi[0]", "visi pokok penjelasan"),
    _rekaman("model.isu.MisiRpjmd", "misi", "rpjmd.misi[1]", "nomor uraian penjelasan dilayani"),
    _rekaman("model.isu.TujuanRpjmd", "tujuan RPJMD", "rpjmd.tujuan[1]", "nomor uraian misi dilayani"),
    _rekaman("model.isu.SasaranRpjmd", "sasaran RPJMD", "rpjmd.sasaran[1]", "nomor uraian tujuan dilayani"),
    _rekaman("model.isu.Permasalahan", "permasalahan", "permasalahan[0]", "kode masalah_pokok masalah akar_masalah"),
    _rekaman("compute.konteks.DaftarIsu", "isu", "isu", "analisis"),
    _rekaman(
        "model.isu.Isu",
        "isu",
        "isu[0]",
        "kode potensi permasalahan klhs global_ nasional regional isu",
    ),
    _rekaman("model.isu.Analisis", "isu", "isu.analisis[0]", "kode isu isu_tabel"),
    _rekaman("model.kinerja.Mitra", "mitra", "mitra[0]", "kode nama peran"),
    _rekaman("model.arah.Strategi", "strategi", "strategi[0]", "kode sasaran uraian"),
    _rekaman("compute.konteks.DaftarTahap", "tahapan", "tahapan", "tahun"),
    _rekaman("compute.konteks.Tahap", "tahap", "tahapan[0]", "nomor tahun uraian"),
    _rekaman(
        "compute.konteks.ArahKebijakan",
        "arah kebijakan",
        "arah_kebijakan[0]",
        "kode rpjmd renstra operasionalisasi keterangan",
    ),
    _rekaman(
        "compute.konteks.Prioritas",
        "prioritas",
        "prioritas[0]",
        "kode program_prioritas kegiatan outcome keterangan",
    ),
    _rekaman("compute.konteks.Ikk", "IKK", "ikk", "nihil penjelasan"),
    _rekaman("model.indikator.Ikk", "IKK", "ikk[0]", "kode nama satuan target keterangan"),
    _rekaman(
        "compute.konteks.Definisi",
        "definisi",
        "definisi[0]",
        "kode indikator interpretasi sumber_data penanggung_jawab",
    ),
    # a year's Renja
    _rekaman(
        "compute.renja.Renja",
        "Renja",
        "renja",
        "tahun tahun_lalu tahun_evaluasi tahun_awal tahun_depan tahun_rencana semua_tahun urutan pertama terakhir "
        "transisi ada_prakiraan terisi tanggal kerangka formulir pagu pagu_renstra selisih_pagu pagu_lalu prakiraan "
        f"laju_pagu laju_prakiraan tujuan {_TINGKAT} subkegiatan_berpagu subkegiatan_baru subkegiatan_berhenti "
        "program_terbesar dievaluasi indikator indikator_terisi indikator_tercapai iku realisasi_ada anggaran_evaluasi "
        "perbedaan usulan musrenbang pokir inovasi rkpd rkpd_ada rkpd_sebutan",
        kunci=True,
    ),
    _rekaman(
        "compute.butir.Butir",
        "butir Renja",
        "renja.program[0]",
        "tingkat kode nama uraian label indikator penanggung_jawab pagu pagu_renstra pagu_lalu prakiraan berubah "
        f"direncanakan tempat sumber_dana kelompok_sasaran catatan induk anak {_TINGKAT}",
    ),
    _rekaman(
        "compute.evaluasi.IndikatorRenja",
        "indikator Renja",
        "renja.indikator[0]",
        "kode nama sebutan satuan desimal baseline tahun target target_renstra renstra target_akhir target_lalu "
        "target_evaluasi bertarget_awal realisasi_awal realisasi_evaluasi perkiraan_lalu prakiraan tingkat_realisasi "
        "perkiraan_sampai tingkat_capaian laju berubah standar alasan catatan keterangan",
    ),
    _rekaman(
        "compute.butir.Anggaran",
        "anggaran setahun",
        "renja.anggaran_evaluasi",
        "kode nama tahun anggaran realisasi rasio program",
    ),
    _rekaman(
        "compute.butir.Perbedaan",
        "perbedaan",
        "renja.perbedaan[0]",
        "kode nama hal indikator satuan desimal renstra renja selisih alasan",
    ),
    _rekaman("model.renja.Usulan", "usulan", "renja.usulan[0]", "kode usulan asal tempat indikator volume catatan"),
    _rekaman("model.renja.Rkpd", "baris RKPD", "renja.rkpd[0]", "kode tempat indikator target pagu kebutuhan catatan"),
    _rekaman("model.renja.Inovasi", "inovasi", "renja.inovasi[0]", "nama uraian keterangan"),
    # agreements
    _rekaman(
        "compute.pk.Pk",
        "perjanjian kinerja",
        "pk",
        "tahun tanggal kepala_daerah perjanjian anggaran sisa subkegiatan_sisa anggaran_sisa",
        kunci=True,
    ),
    _rekaman(
        "compute.pk.Perjanjian",
        "perjanjian",
        "pk.perjanjian[0]",
        "kode jabatan utama pertama kedua sasaran pagu butir anggaran diampu langsung",
    ),
    _rekaman("compute.pk.Pihak", "pihak", "pk.perjanjian[0].pertama", "kode nama sebutan singkatan pejabat pegawai"),
)

LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length")
"""What `loop` knows within a loop: place from 1 and from 0, the same from the end, whether first or last, how many."""

_BAWAAN = (
    Rekaman("builtins.tuple", "daftar", kunci=True, urut=True),
    Rekaman("builtins.list", "daftar", kunci=True, urut=True),
    Rekaman("builtins.mappingproxy", "daftar", kunci=True),
    Rekaman("builtins.dict", "daftar", kunci=True),
    Rekaman("jinja2.runtime.LoopContext", "loop", nama=LOOP),
    Rekaman("builtins.str", "teks"),
    Rekaman("builtins.bool", "ya atau tidak"),
    Rekaman("builtins.int", "bilangan"),
    Rekaman("decimal.Decimal", "bilangan"),
    Rekaman("generator.model.angka.Angka", "angka"),
    Rekaman("generator.compute.daftar.Tahun", "tahun"),
    Rekaman("generator.model.kolom.Tanggal", "tanggal"),
    Rekaman("generator.tree.nodes.Value", "nilai yang sudah tercetak"),
)
_MENURUT_KELAS = {r.kelas: r for r in (*REKAMAN, *_BAWAAN)}


def rekaman(nilai: object) -> Rekaman:
    """What may be had of a value: that of its nearest listed class, with the names of those above it."""
    return _rekaman_kelas(type(nilai))  # type: ignore[arg-type] # a class is hashable


@lru_cache(maxsize=256)
def _rekaman_kelas(kelas: type[object]) -> Rekaman:
    ada = [r for k in kelas.__mro__ if (r := _MENURUT_KELAS.get(f"{k.__module__}.{k.__qualname__}"))]
    if not ada:
        return Rekaman("", "nilai ini")
    return Rekaman(
        ada[0].kelas,
        ada[0].sebutan,
        ada[0].contoh,
        tuple(dict.fromkeys(n for r in ada for n in r.nama)),
        any(r.kunci for r in ada),
        any(r.urut for r in ada),
    )


def nama_naskah(konteks: Konteks) -> dict[str, object]:
    """The names that an expression may use in this document; what the sources do not have is absent."""
    semua = (n for kelompok in NAMA.values() for n in kelompok)
    return {n: v for n in semua if (v := getattr(konteks, n, None)) is not None}


# ---------------------------------------------------------------- the guide's tables

_JUDUL = "| Nama | Dari ungkapan | Yang dapat diambil |\n|---|---|---|\n"


def kosakata_markdown() -> str:
    """The lists as docs/panduan.md prints them."""
    baris = [f"Nama dalam {d}: {_sebut(nama)}." for d, nama in NAMA.items()]
    isi = "\n".join(f"| {r.sebutan} | `{{{{ {r.contoh} }}}}` | {'; '.join(_isi(r))} |" for r in REKAMAN)
    return "\n\n".join([*baris, _JUDUL + isi, f"Di dalam `{{% for %}}`, `loop` mempunyai {_sebut(LOOP)}."]) + "\n"


def _isi(r: Rekaman) -> Iterator[str]:
    if r.nama:
        yield _sebut(r.nama)
    if r.kunci:
        yield 'satu isinya, dengan `["…"]` atau `[…]`'
    if r.urut:
        yield "semua isinya, dengan `{% for %}`"


def _sebut(nama: Iterable[str]) -> str:
    return ", ".join(f"`{n}`" for n in nama)
