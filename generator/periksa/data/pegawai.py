"""Rules over the workbooks: who is in charge, and how many are paid, employed and trained."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.model.angka import Angka, jumlah
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import beranggaran, deret, di, samakan, sebutan, tertulis
from generator.temuan import Temuan
from generator.tree.format import angka

if TYPE_CHECKING:
    from generator.compute.matriks import Baris, Matriks
    from generator.model.pegawai import BarisMatriks

aturan = Rumpun(
    "Penanggung jawab dan pegawai", "Siapa yang bertanggung jawab; banyaknya ASN, pegawai, dan peserta diklat."
)


@aturan(
    "tanpa-penanggung-jawab",
    "peringatan",
    arti="Sebuah baris rencana tidak mempunyai penanggung jawab.",
    obat="Isi kode jabatannya di cascade.xlsx › Rencana.",
    salah="Penanggung Jawab sub kegiatan: (kosong)",
    baik="Penanggung Jawab sub kegiatan: sekretaris",
)
def tanpa_penanggung_jawab(b: Bahan) -> Iterator[Temuan]:
    """A program, kegiatan or sub kegiatan of the plan for which nobody is in charge."""
    for c in beranggaran(b):
        if c.penanggung_jawab is None:
            pesan = f"{sebutan(c)} tidak mempunyai penanggung jawab"
            yield tanpa_penanggung_jawab.temuan(c.lokasi, pesan, pokok=str(c.kode))


PENGHUBUNG = {"dan", "pada", "serta", "bersama", "di"}


@aturan(
    "penanggung-jawab-asing",
    "peringatan",
    arti="Penanggung jawab indikator tidak ada dalam organisasi.",
    obat="Tulis nama perangkat daerah, jabatan, atau unit seperti di organisasi.xlsx.",
    salah="Penanggung Jawab: Kepala Bidang Angkutan, yang tidak ada di organisasi.xlsx",
    baik="Penanggung Jawab: Sekretaris Camat",
)
def penanggung_jawab_asing(b: Bahan) -> Iterator[Temuan]:
    """A person in charge, typed as text, who is neither this office nor a post or unit of it.

    A code of a post that is not there is `kode-asing`; here it is the column Penanggung Jawab of
    definisi_operasional.xlsx.
    """
    p = b.isi.profil
    kenal = {samakan(n) for n in (p.perangkat_daerah, p.pimpinan)}
    kenal |= {samakan(n) for j in b.isi.jabatan for n in (j.nama, j.singkatan, j.unit) if n}
    nama = re.compile("|".join(rf"\b{re.escape(n)}\b" for n in sorted(kenal, key=len, reverse=True)))
    for d in b.isi.definisi:
        sisa = set(nama.sub(" ", samakan(d.penanggung_jawab)).split()) - PENGHUBUNG
        if sisa:
            pesan = f'penanggung jawab indikator {d.indikator}, "{d.penanggung_jawab}", tidak ada dalam organisasi'
            yield penanggung_jawab_asing.temuan(di(d.penanggung_jawab), pesan, pokok=str(d.penanggung_jawab))


POLA_GAJI = re.compile(r"[0-9X]\.[0-9X]{2}\.01\.[12]\.02\.0001")


@aturan(
    "gaji-berbeda",
    "peringatan",
    arti="Banyaknya penerima gaji berbeda dengan banyaknya ASN.",
    obat="Cocokkan target di cascade.xlsx dengan pegawai.xlsx › Status.",
    salah="Target penerima gaji 2025: 30 orang; ASN di lembar Status: 32",
    baik="keduanya 32",
)
def gaji_berbeda(b: Bahan) -> Iterator[Temuan]:
    """The number of persons paid, in the target of the year of the staff data, differs from the number of ASN.

    The sub kegiatan Penyediaan Gaji dan Tunjangan ASN is x.xx.01.2.02.0001 of every office (Kepmendagri 050-5889/2021).
    ASN are PNS, CPNS and PPPK (UU 20/2023), counted in pegawai.xlsx, sheet Status.
    """
    asn = jumlah_asn(b.isi.pegawai_status)
    per = b.isi.keadaan_pegawai.per.nilai.year
    for c in b.konteks.rencana.subkegiatan:
        if asn.nilai is None or not POLA_GAJI.fullmatch(c.kode):
            continue
        for i in c.indikator:
            isi = deret(b, i)
            if "orang" not in i.satuan.casefold() or not isi:
                continue
            tahun, orang = min(isi, key=lambda x: abs(x[0] - per))
            if orang.nilai != asn.nilai:
                pesan = f'indikator {i.kode} "{i.nama}": {angka(orang)} orang ({tahun}), ASN {per} {angka(asn)} orang'
                lain = tertulis([x for x in isi if x[0] != tahun])
                yield gaji_berbeda.temuan(di(orang), f"{pesan}; tahun lain {lain}", pokok=str(i.kode))


@aturan(
    "pegawai-berbeda",
    "peringatan",
    arti="Jumlah pegawai berbeda antara tabel-tabelnya.",
    obat="Cocokkan lembar-lembar di pegawai.xlsx.",
    salah="Pegawai menurut pendidikan 31, menurut golongan 32",
    baik="keduanya 32",
)
def pegawai_berbeda(b: Bahan) -> Iterator[Temuan]:
    """Staff totals that disagree: Tables 2.1-2.4 count the same persons.

    Table 2.3 (jabatan) may leave out who is no ASN. Rows of the same name in two tables must agree too.
    """
    p = b.konteks.pegawai
    yield from _baris_senama(p.golongan, p.pendidikan, "pendidikan")
    yield from _baris_senama(p.golongan, p.status, "status")
    semua = p.jumlah
    for nama, lain in (("pendidikan", p.pendidikan.jumlah), ("status", p.status.jumlah)):
        if lain.nilai != semua.nilai:
            pesan = f"pegawai menurut {nama} {angka(lain)}, menurut golongan {angka(semua)}"
            yield pegawai_berbeda.temuan(di(lain), pesan, pokok=nama)
    asn, jabatan = jumlah_asn(b.isi.pegawai_status), p.jabatan.jumlah
    if jabatan.nilai not in (semua.nilai, asn.nilai):
        pesan = f"pegawai menurut jabatan {angka(jabatan)}; seharusnya {angka(semua)} (semua) atau {angka(asn)} (ASN)"
        yield pegawai_berbeda.temuan(di(jabatan), pesan, pokok="jabatan")


def _baris_senama(golongan: Matriks, lain: Matriks, nama: str) -> Iterator[Temuan]:
    menurut = {str(x.nama): x.jumlah for x in golongan.baris}
    for x in lain.baris:
        pembanding = menurut.get(str(x.nama))
        if pembanding is not None and (pembanding.nilai or 0) != (x.jumlah.nilai or 0):
            pesan = f'"{x.nama}" menurut {nama} {angka(x.jumlah)}, menurut golongan {angka(pembanding)}'
            yield pegawai_berbeda.temuan(di(x.nama), pesan, pokok=f"{nama} {x.nama}")


POLA_PIM = re.compile(r"\b(?:diklat\s*)?pim\w*\.?\s*(?:tingkat|tk\.?)?\s*(II|III|IV)\b", re.IGNORECASE)
PELATIHAN = {"PKN": "II", "PKA": "III", "PKP": "IV"}


@aturan(
    "diklat-berbeda",
    "peringatan",
    arti="Diklat tidak sesuai dengan banyaknya jabatan.",
    obat="Cocokkan pegawai.xlsx › Diklat dengan lembar Jabatan.",
    salah="Diklatpim IV: pernah 5, seharusnya 4",
    baik="Diklatpim IV: pernah 3, seharusnya 4",
)
def diklat_berbeda(b: Bahan) -> Iterator[Temuan]:
    """Training that disagrees with the posts: the leadership course of an echelon is for those who hold its posts.

    Diklatpim II, III, IV (now PKN II, PKA, PKP) beside the posts of that echelon in Table 2.3; in any
    row, more who have attended than should.
    """
    p = b.konteks.pegawai
    for x in p.diklat.baris:
        pernah, seharusnya = _sel(x, "pernah"), _sel(x, "seharusnya")
        pesan: list[str] = []
        if (pernah.nilai or 0) > (seharusnya.nilai or 0) and seharusnya.nilai is not None:
            pesan.append(f"pernah mengikuti {angka(pernah)}, seharusnya hanya {angka(seharusnya)}")
        eselon = _eselon(x.nama)
        jabatan = _pejabat(p.jabatan, eselon) if eselon else Angka(None)
        if jabatan.nilai is not None and seharusnya.nilai not in (None, jabatan.nilai):
            pesan.append(
                f"seharusnya {angka(seharusnya)} orang (pernah mengikuti {angka(pernah)}), "
                f"pejabat eselon {eselon} {angka(jabatan)} orang"
            )
        if pesan:
            yield diklat_berbeda.temuan(di(x.nama), f"{x.nama}: {'; '.join(pesan)}", pokok=str(x.nama))


def _sel(x: Baris, kata: str) -> Angka:
    """The cell of the column whose heading has the word."""
    return next((a for judul, a in x.sel.items() if kata in judul.casefold()), Angka(None))


def _eselon(nama: str) -> str:
    """The echelon whose course it is: 'Diklatpim IV' -> 'IV'; '' for another course."""
    if m := POLA_PIM.search(nama):
        return m[1].upper()
    return next((e for singkat, e in PELATIHAN.items() if re.search(rf"\b{singkat}\b", nama)), "")


def _pejabat(jabatan: Matriks, eselon: str) -> Angka:
    """Who hold posts of an echelon; blank when the table has no column of it."""
    pola = re.compile(rf"\beselon\b\W*{eselon}\b", re.IGNORECASE)
    kolom = (k.jumlah for k in jabatan.kolom if pola.search(f"{k.kelompok} {k.nama}"))
    return jumlah(kolom, f"pejabat eselon {eselon}")


# ---------------------------------------------------------------- shared

POLA_ASN = re.compile(r"\b(PNS|CPNS|PPPK|P3K|ASN)\b", re.IGNORECASE)
POLA_BUKAN = re.compile(r"\bnon\b", re.IGNORECASE)


def jumlah_asn(status: Iterable[BarisMatriks]) -> Angka:
    """Persons in rows of pegawai.xlsx, sheet Status, that name an ASN; blank when none does."""
    baris = (b for b in status if POLA_ASN.search(b.nama) and not POLA_BUKAN.search(b.nama))
    return jumlah((a for b in baris for a in b.nilai), "jumlah ASN menurut status kepegawaian")
