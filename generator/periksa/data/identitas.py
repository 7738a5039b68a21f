"""Rules over the workbooks: years of the period, and names that say one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.compute.daftar import judul_kolom
from generator.lokasi import Lokasi
from generator.model.angka import Angka, Teks
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import cabang, di, samakan
from generator.temuan import Temuan
from generator.tree.format import rangkai

if TYPE_CHECKING:
    from generator.model.isi import Isi
    from generator.model.kolom import Baris
    from generator.model.skema import Buku

aturan = Rumpun("Tahun dan nama", "Tahun di dalam periode; nama dan bunyi yang menyebut satu hal.")


@aturan(
    "tahun-luar-periode",
    "peringatan",
    arti="Tahun sebuah tabel di luar periode Renstra tanpa alasan.",
    obat="Hapus kolomnya, atau tulis alasannya di profil.xlsx › Tahun.",
    salah="kolom Pagu 2030 dalam Renstra 2025–2029",
    baik="kolom Pagu 2025 sampai Pagu 2029",
)
def tahun_luar_periode(b: Bahan) -> Iterator[Temuan]:
    """Years of a workbook outside the plan's period, for which profil.xlsx, sheet Tahun, gives no reason."""
    from generator.model.isi import SEMUA_BUKU

    dalam = {t.nilai for t in b.konteks.periode}
    luar: dict[str, set[int]] = {}
    for buku in SEMUA_BUKU:
        tahun = {t: tempat for t, tempat in _tahun(b.isi, buku).items() if t not in dalam}
        luar[buku.nama] = set(tahun)
        lepas = sorted(t for t in tahun if not _beralasan(b.isi, buku.nama, t))
        if lepas:
            pesan = f"tahun {rangkai([str(t) for t in lepas])} di luar periode {min(dalam)}–{max(dalam)} tanpa alasan"
            yield tahun_luar_periode.temuan(tahun[lepas[0]], pesan, pokok=buku.nama)
    for a in b.isi.tahun_luar:
        if not any(a.awal.nilai <= t <= a.akhir.nilai for t in luar.get(str(a.buku), ())):  # type: ignore[operator]
            pesan = f'"{a.buku}" tidak memuat tahun {a.awal.nilai}–{a.akhir.nilai} di luar periode'
            yield tahun_luar_periode.temuan(
                di(a.buku), pesan, "Perbaiki atau hapus baris itu.", f"{a.buku} {a.awal.nilai}"
            )


def _beralasan(isi: Isi, buku: str, tahun: int) -> bool:
    return any(a.buku == buku and a.awal <= tahun <= a.akhir for a in isi.tahun_luar)


def _tahun(isi: Isi, buku: Buku) -> dict[int, Lokasi]:
    """The years of a workbook with the cell that says so: headings of columns, and stages of the plan."""
    if buku.nama == "penahapan":
        return {t.tahun.__index__(): di(t.tahun) for t in isi.tahapan}
    hasil: dict[int, Lokasi] = {}
    for lembar in buku.lembar:
        baris = getattr(isi, lembar.medan)
        if isinstance(baris, tuple) and baris:
            for t, a in _sel_tahunan(baris[0]):
                hasil.setdefault(t, (judul_kolom(a) or (Lokasi(lembar.nama),))[0])
    return hasil


def _sel_tahunan(baris: Baris) -> Iterator[tuple[int, Angka]]:
    for nilai in vars(baris).values():
        if isinstance(nilai, dict):
            yield from ((t, a) for t, a in nilai.items() if isinstance(t, int))


POLA_KELUARAN = re.compile(r"(ter|me|ber)\w+nya\b", re.IGNORECASE)


@aturan(
    "keluaran-sebagai-indikator",
    "peringatan",
    arti="Kalimat keluaran dipakai sebagai indikator.",
    obat="Tulis ukurannya, misalnya Jumlah … atau Persentase …",
    salah="Tersedianya dokumen perencanaan",
    baik="Jumlah dokumen perencanaan yang tersedia",
)
def keluaran_sebagai_indikator(b: Bahan) -> Iterator[Temuan]:
    """The text of an output or outcome used as its indicator: 'Tersedianya …' measures nothing."""
    keluaran = {samakan(c.uraian): c for c in cabang(b)}
    for i in (*b.konteks.rencana.indikator, *b.konteks.ikk):
        asal = keluaran.get(samakan(i.nama))
        if asal or POLA_KELUARAN.match(i.nama):
            milik = f", yaitu uraian {asal.kode}" if asal else ""
            pesan = f'indikator {i.kode} berbunyi keluaran, "{i.nama}"{milik}'
            yield keluaran_sebagai_indikator.temuan(di(i.nama), pesan, pokok=str(i.kode))


@aturan(
    "indikator-ganda",
    "peringatan",
    arti="Dua baris rencana diukur dengan indikator yang sama.",
    obat="Periksa apakah indikator salah satunya tergeser.",
    salah="dua sub kegiatan berindikator Jumlah Laporan Bulanan",
    baik="Jumlah Laporan Keuangan dan Jumlah Laporan Kinerja",
)
def indikator_ganda(b: Bahan) -> Iterator[Temuan]:
    """Two items of one level measured by an indicator of the same name: one of them may carry its neighbour's.

    A tujuan and a sasaran count as one level: who reaches the one must not have reached the other by that alone.
    """
    terlihat: dict[tuple[str, str], str] = {}
    for c in cabang(b):
        for i in c.indikator:
            kunci = ("tujuan" if c.tingkat == "sasaran" else c.tingkat, samakan(i.nama))
            if kunci in terlihat:
                pesan = f'indikator {i.kode} "{i.nama}" sama dengan indikator {terlihat[kunci]}'
                yield indikator_ganda.temuan(di(i.nama), pesan, pokok=str(i.kode))
            terlihat.setdefault(kunci, str(i.kode))


@aturan(
    "nama-indikator-berbeda",
    "peringatan",
    arti="Satu indikator mempunyai dua nama.",
    obat="Samakan namanya di kinerja_pelayanan.xlsx dan cascade.xlsx, atau beri kode lain bila memang indikator lain.",
    salah="ikm bernama Indeks Kepuasan di cascade.xlsx, Nilai SKM di kinerja_pelayanan.xlsx",
    baik="ikm bernama Indeks Kepuasan Masyarakat di keduanya",
)
def nama_indikator_berbeda(b: Bahan) -> Iterator[Temuan]:
    """One indicator under two names: in the plan and in the table of the former plan, which know it by one code.

    A longer name may hold the shorter ('Nilai AKIP', 'Nilai AKIP Perangkat Daerah').
    """
    lalu = {n.kode: n for n in b.konteks.kinerja}
    for i in b.konteks.rencana.indikator:
        n = lalu.get(i.kode)
        if n is None:
            continue
        kini, dulu = set(samakan(i.nama).split()), set(samakan(n.nama).split())
        if not (kini <= dulu or dulu <= kini):
            pesan = f'indikator {i.kode} bernama "{n.nama}", dalam rencana "{i.nama}"'
            yield nama_indikator_berbeda.temuan(di(n.nama), pesan, pokok=str(i.kode))


POLA_LABEL = re.compile(
    r"\b(?:PROG|KEG|SUB\s*KEG)\b\.?\s*\d+(?:\.\d+)*"  # PROG. 1, SUB KEG. 1.4.1
    r"|\b(?:OC|OT|S|T)\d{1,2}(?:\.\d{1,2})+\b|^[ST]\d{1,2}\b"  # OT1.2.2.1, T1
    r"|\b[0-9X]\.[0-9X]{2}\.\d{2}(?:\.\d{1,4})*\b"  # 7.01.01
    r"|^\d{1,2}(?:\.\d{1,2})+[.)]?\s|^\d{1,2}[.)]\s",  # 1.4.1 or 3) at the beginning
    re.IGNORECASE,
)
POLA_SEBUTAN = re.compile(r"(?:sub\s*)?kegiatan\s", re.IGNORECASE)


@aturan(
    "nama-berlabel",
    "peringatan",
    arti="Sebuah nama memuat label atau kode.",
    obat="Hapus label atau kodenya; keduanya dibuat oleh program.",
    salah="SUB KEG. 1.4.1 Penyusunan Dokumen Perencanaan",
    baik="Penyusunan Dokumen Perencanaan",
)
def nama_berlabel(b: Bahan) -> Iterator[Temuan]:
    """A name that carries its label or code, both of which are computed: 'SUB KEG. 6.4.1 …', 'Kegiatan …'."""
    from generator.model.anggaran import tingkat

    for kode, nama in _nama(b):
        if m := POLA_LABEL.search(nama):
            pesan = f'nama memuat label atau kode "{m[0].strip()}": "{nama}"'
            yield nama_berlabel.temuan(di(nama), pesan, pokok=str(kode))
    for n in b.isi.nomenklatur:
        if tingkat(n.kode) in ("kegiatan", "subkegiatan") and (m := POLA_SEBUTAN.match(n.nama)):
            yield nama_berlabel.temuan(
                di(n.nama), f'kata "{m[0].strip()}" bukan bagian dari nama: "{n.nama}"', pokok=str(n.kode)
            )


def _nama(b: Bahan) -> Iterator[tuple[Teks, Teks]]:
    isi = b.isi
    for berurai in (isi.tujuan, isi.sasaran, isi.rencana, isi.strategi):
        yield from ((x.kode, x.uraian) for x in berurai)
    for bernama in (isi.nomenklatur, isi.indikator, isi.ikk):
        yield from ((x.kode, x.nama) for x in bernama)
    yield from ((x.kode, x.indikator) for x in isi.capaian)
