"""Rules over a Perjanjian Kinerja: who signs and when, what nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.lokasi import Lokasi
from generator.periksa.aturan import Aturan, Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import sebutan
from generator.temuan import Temuan
from generator.tree.format import rangkai, rupiah

if TYPE_CHECKING:
    from generator.compute.pk import Pk

aturan = Rumpun("Penanda tangan dan yang diampu", "Siapa yang berjanji, kapan, dan apa yang tidak diampu siapa pun.")


@aturan(
    "pk-nama-kosong",
    "peringatan",
    arti="Nama yang menandatangani perjanjian kinerja tidak ada dalam sumber; dicetak titik-titik.",
    obat="Tambahkan barisnya di profil.xlsx › Pejabat; nama kepala daerah di buku kerja Renja tahun itu › Umum.",
    salah="lembar Pejabat tanpa baris sekretaris",
    baik="sekretaris | Nama Lengkap, S.Sos. | 19800101 200501 1 001",
)
def nama_kosong(b: Bahan) -> Iterator[Temuan]:
    """The sources do not name somebody who signs; a dotted line is printed."""
    from generator.compute.pk import KEPALA_DAERAH

    for p in pk(b).tanpa_nama:
        pesan = f"nama {p.sebutan} tidak ada; dicetak titik-titik"
        if p.kode == KEPALA_DAERAH:
            yield nama_kosong.temuan(Lokasi(buku_tahun(b), "Umum"), pesan, obat_umum(b, KEPALA_DAERAH), p.kode)
        else:
            tempat = Lokasi(b.isi.profil.lokasi.berkas, "Pejabat")
            yield nama_kosong.temuan(tempat, pesan, f"Tambahkan baris {p.kode} di {tempat}.", p.kode)


@aturan(
    "pk-tanggal-kosong",
    "peringatan",
    arti="Tanggal perjanjian kinerja belum ditetapkan; dicetak titik-titik.",
    obat="Isi tanggal_pk di buku kerja Renja tahun itu › Umum.",
    salah="tanggal_pk: (kosong)",
    baik="tanggal_pk: 2027-01-05",
)
def tanggal_kosong(b: Bahan) -> Iterator[Temuan]:
    """The day of the agreements is not settled; a dotted line is printed."""
    tahun = pk(b).tahun.nilai
    if pk(b).tanggal is None:
        pesan = f"tanggal perjanjian kinerja {tahun} tidak ada; dicetak titik-titik"
        yield tanggal_kosong.temuan(Lokasi(buku_tahun(b), "Umum"), pesan, obat_umum(b, "tanggal_pk"), str(tahun))


@aturan(
    "pk-tanpa-penanggung-jawab",
    "peringatan",
    arti="Yang dilaksanakan pada tahun itu tidak diampu siapa pun, sehingga tercetak sebagai sisa.",
    obat="Isi kode jabatannya di cascade.xlsx › Rencana.",
    salah="Penanggung Jawab sub kegiatan 7.01.01.2.01.0001: (kosong)",
    baik="Penanggung Jawab: sekretaris",
)
def tanpa_penanggung_jawab(b: Bahan) -> Iterator[Temuan]:
    """What is carried out in the year and nobody promises, with its money."""
    for x in pk(b).sisa:
        dana = f" ({rupiah(x.pagu)})" if x.pagu else ""
        pesan = f"{sebutan(x)}{dana} tidak mempunyai penanggung jawab"
        yield tanpa_penanggung_jawab.temuan(x.lokasi, f"{pesan}; tercetak sebagai sisa", pokok=str(x.kode))


@aturan(
    "pk-tanpa-butir",
    "peringatan",
    arti="Sebuah jabatan tidak mengampu apa pun, sehingga perjanjian kinerjanya tidak dibuat.",
    obat="Isi kode jabatan itu di cascade.xlsx › Rencana pada yang diampunya, atau terima dengan alasan.",
    salah="jabatan kasi-umum tidak disebut di kolom Penanggung Jawab mana pun",
    baik="Penanggung Jawab sub kegiatan 7.01.02.2.01.0001: kasi-umum",
)
def tanpa_butir(b: Bahan) -> Iterator[Temuan]:
    """A post answers for nothing that is carried out in the year, nor do the posts below it."""
    for j in pk(b).tanpa_butir:
        pesan = f"{j.nama} tidak mengampu apa pun pada tahun {pk(b).tahun.nilai}; perjanjian kinerjanya tidak dibuat"
        yield tanpa_butir.temuan(j.lokasi, pesan, pokok=str(j.kode))


@aturan(
    "pk-luar-atasan",
    "peringatan",
    arti="Sub kegiatan diperjanjikan seorang pejabat tetapi tidak oleh atasannya.",
    obat=(
        "Samakan penanggung jawab kegiatan atau programnya di cascade.xlsx › Rencana dengan susunan jabatan "
        "di organisasi.xlsx."
    ),
    salah="sub kegiatan diampu kasi-umum, kegiatannya diampu sekretaris yang bukan atasannya",
    baik="sub kegiatan diampu kasi-umum, kegiatannya diampu atasan kasi-umum",
)
def luar_atasan(b: Bahan) -> Iterator[Temuan]:
    """An agreement holds sub kegiatan that the agreement of the post above does not hold."""
    luar: dict[str, list[str]] = {}
    for p, s in pk(b).luar_atasan:
        luar.setdefault(str(p.kode), []).append(str(s.kode))
    for kode, sub in luar.items():
        p = pk(b)[kode]
        pesan = f"{rangkai(sub)} diperjanjikan {p.pertama.sebutan}, tetapi tidak oleh atasannya, {p.kedua.sebutan}"
        yield luar_atasan.temuan(p.jabatan.lokasi, pesan, pokok=kode)


# ---------------------------------------------------------------- shared


def pk(b: Bahan) -> Pk:
    """The agreements of the document; these rules run over no other."""
    from generator.compute.pk import KonteksPk

    assert isinstance(b.konteks, KonteksPk)
    return b.konteks.pk


def buku_tahun(b: Bahan) -> str:
    """The year's workbook, which may not be there yet."""
    from generator.model.renja import berkas_renja

    return f"{b.isi.profil.lokasi.berkas.rpartition('/')[0]}/{berkas_renja(pk(b).tahun.nilai)}"


def obat_umum(b: Bahan, kunci: str) -> str:
    """How to say what the sheet Umum is to say."""
    return (
        f"Isi {kunci} di {buku_tahun(b)} › Umum; buku itu dibuat dengan: renstra renja {pk(b).tahun.nilai} --siapkan."
    )


ATURAN: tuple[Aturan, ...] = tuple(aturan.daftar)
