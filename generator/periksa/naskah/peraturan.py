"""Rules over the chapters and dasar_hukum.xlsx: laws that are named, their titles and gazettes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.lokasi import Lokasi
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.naskah.hukum import baris_hukum, baris_untuk, kutipan, rata
from generator.periksa.naskah.hukum_nasional import DIGANTI, JUDUL
from generator.periksa.naskah.ketikan import ketikan, potongan_naskah, semua_potongan
from generator.temuan import Temuan
from generator.tree.format import tanggal

if TYPE_CHECKING:
    from generator.model.hukum import Peraturan

aturan = Rumpun("Peraturan", "Peraturan yang disebut dalam naskah dan sel, dan dasar_hukum.xlsx.")


@aturan(
    "hukum-diketik",
    "peringatan",
    arti="Peraturan diketik dalam naskah, padahal ada di dasar_hukum.xlsx.",
    obat="Ganti dengan ungkapan yang diusulkan.",
    salah="Layanan itu diatur dengan UU 43/2007.",
    baik='Layanan itu diatur dengan {{ hukum["uu-43-2007"].sebutan }}.',
)
def hukum_diketik(b: Bahan) -> Iterator[Temuan]:
    """A law typed in a chapter though dasar_hukum.xlsx has its row: name and title would come from there."""
    for p in potongan_naskah(b):
        for k in kutipan(p.teks):
            baris = baris_untuk(b, k)
            if baris:
                medan = "judul" if k.judul else "sebutan"
                obat = f'Tulis {{{{ hukum["{baris.kode}"].{medan} }}}}.'
                yield hukum_diketik.temuan(p.tempat(k.awal), f'"{k.teks}" diketik', obat, k.teks)


@aturan(
    "hukum-tanpa-baris",
    "peringatan",
    arti="Peraturan yang disebut tidak ada di dasar_hukum.xlsx.",
    obat="Tambahkan barisnya, atau perbaiki jenis, nomor, dan tahunnya.",
    salah="Layanan itu diatur dengan UU 1/2001.",
    baik='Layanan itu diatur dengan {{ hukum["uu-43-2007"].sebutan }}.',
)
def hukum_tanpa_baris(b: Bahan) -> Iterator[Temuan]:
    """A law named in a chapter or a cell that no row of dasar_hukum.xlsx has; often its kind or number is mistyped."""
    for p in semua_potongan(b):
        if p.medan.startswith("peraturan."):  # a law may name those that it changes
            continue
        for k in kutipan(p.teks):
            if baris_untuk(b, k) is None:
                mirip = next((r for r, asli in baris_hukum(b) if asli.kunci == k.kunci), None)
                usul = f"; maksudnya {mirip.sebutan}?" if mirip else ""
                pesan = f'"{k.teks}" tidak ada dalam dasar_hukum.xlsx{usul}'
                yield hukum_tanpa_baris.temuan(p.tempat(k.awal), pesan, pokok=" ".join(k.teks.split()))


@aturan(
    "hukum-luar-daftar",
    "peringatan",
    arti="Peraturan dipakai tetapi tidak tercantum dalam Dasar Hukum.",
    obat="Isi kolom Dalam Daftar dengan ya, atau terima dengan alasan.",
    salah='Menurut {{ hukum["perwali-9"].judul }}, yang kolom Dalam Daftar-nya tidak.',
    baik='Menurut {{ hukum["uu-43-2007"].judul }}.',
)
def hukum_luar_daftar(b: Bahan) -> Iterator[Temuan]:
    """A law that a chapter or the table of NSPK relies on, and that the list of legal bases leaves out."""
    dipakai: dict[str, Lokasi] = {}
    for n in b.naskah:
        for nama, kode, tempat in ketikan(n).ungkapan:
            if nama == "hukum":
                dipakai.setdefault(kode, tempat)
    for r in b.isi.nspk:
        dipakai.setdefault(str(r.peraturan), r.peraturan.asal[0] if r.peraturan.asal else r.lokasi)
    for p in b.isi.peraturan:
        if not p.dalam_daftar and p.kode in dipakai:
            pesan = f"{p.sebutan} tentang {p.tentang} dipakai, tetapi tidak tercantum dalam Dasar Hukum"
            yield hukum_luar_daftar.temuan(dipakai[p.kode], pesan, pokok=str(p.kode))


@aturan(
    "hukum-judul",
    "peringatan",
    arti="Judul peraturan berbeda dari judul resminya atau dari barisnya di dasar_hukum.xlsx.",
    obat="Samakan dengan judul resmi.",
    salah="Undang-Undang Nomor 43 Tahun 2007 tentang Perbukuan.",
    baik="Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan.",
)
def hukum_judul(b: Bahan) -> Iterator[Temuan]:
    """A law's title that differs from the official one.

    The row of dasar_hukum.xlsx governs what chapters, cells and other rows say of that law; `hukum_nasional` governs
    the rows of the national laws that every regional plan cites.
    """
    for p, k in baris_hukum(b):
        resmi = JUDUL.get(k.penuh)
        if resmi and rata(resmi) != rata(p.tentang):
            pesan = f'judul {p.sebutan} tertulis "{p.tentang}"; judul resminya "{resmi}"'
            yield hukum_judul.temuan(p.tentang.asal[0], pesan, pokok=str(p.kode))
    for potongan in semua_potongan(b):
        for k in kutipan(potongan.teks):
            baris = baris_untuk(b, k)
            if baris and k.judul and not f"{rata(k.judul)} ".startswith(f"{rata(baris.tentang)} "):
                tertulis = re.split(r"[.;]|\s\(", k.judul[: len(baris.tentang) + 20])[0]
                pesan = f'{k.teks} di sini berjudul "{tertulis}", di dasar_hukum.xlsx "{baris.tentang}"'
                yield hukum_judul.temuan(potongan.tempat(k.awal), pesan, pokok=str(baris.kode))


_LEMBARAN = re.compile(
    r"Lembaran (?P<wilayah>Negara|Daerah)(?P<nama>[\w ]*?) Tahun (?P<tahun>\d{4}) Nomor (?P<nomor>\d+),?\s+"
    r"Tambahan Lembaran (?P=wilayah)(?P=nama) Nomor (?P<tambahan>\d+)"
)


@aturan(
    "hukum-lembaran",
    "peringatan",
    arti="Nomor Tambahan Lembaran tidak menyambung.",
    obat="Periksa nomornya pada naskah resmi peraturan itu.",
    salah="Lembaran Daerah Tahun 2024 Nomor 5, Tambahan Lembaran Daerah Nomor 5",
    baik="Lembaran Daerah Tahun 2024 Nomor 5, Tambahan Lembaran Daerah Nomor 163",
)
def hukum_lembaran(b: Bahan) -> Iterator[Temuan]:
    """A number of the supplement to a gazette that cannot be right: these numbers run on from year to year.

    'Lembaran Daerah … Tahun 2024 Nomor 5, Tambahan Lembaran Daerah … Nomor 5' stands between numbers 160 and 166.
    """
    wilayah: dict[str, list[tuple[int, int, int, Peraturan]]] = {}
    for p in b.isi.peraturan:
        for m in _LEMBARAN.finditer(p.keterangan or ""):
            lembaran = (int(m["tahun"]), int(m["nomor"]), int(m["tambahan"]), p)
            wilayah.setdefault(f"{m['wilayah']}{m['nama']}", []).append(lembaran)
    for daftar in wilayah.values():
        daftar.sort(key=lambda u: u[:2])
        salah = [u for sebelum, u in pairwise(daftar) if u[2] < sebelum[2] and u[:2] != sebelum[:2]]
        salah += [u for u in daftar if u[2] == u[1] and u not in salah and len(daftar) > 1]
        for tahun, nomor, tambahan, p in salah:
            pesan = (
                f"Tambahan Lembaran Nomor {tambahan} untuk Lembaran Tahun {tahun} Nomor {nomor} tidak menyambung nomor"
                " tambahan peraturan lain"
            )
            yield hukum_lembaran.temuan(p.keterangan.asal[0] if p.keterangan else p.lokasi, pesan, pokok=str(p.kode))


@aturan(
    "hukum-diganti",
    "peringatan",
    arti="Peraturan telah diganti sebelum Renstra ditandatangani.",
    obat="Sebut peraturan penggantinya, atau terima dengan alasan.",
    salah="Keputusan Menteri Dalam Negeri Nomor 050-5889 Tahun 2021, dalam Renstra bertanggal September 2025",
    baik="Keputusan Menteri Dalam Negeri Nomor 900.1-2850 Tahun 2025",
)
def hukum_diganti(b: Bahan) -> Iterator[Temuan]:
    """A law of the list that was replaced before the plan was signed, while the new one is not in the list."""
    ada = {k.penuh for _, k in baris_hukum(b)}
    for p, k in baris_hukum(b):
        nama, baru, sejak = DIGANTI.get(k.penuh, ("", k.penuh, b.isi.profil.tanggal.nilai))
        if nama and baru not in ada and sejak <= b.isi.profil.tanggal.nilai:
            pesan = f"{p.sebutan} telah diganti {nama} pada {tanggal(sejak)}, sebelum Renstra ini ditandatangani"
            yield hukum_diganti.temuan(p.sebutan.asal[0], pesan, pokok=str(p.kode))
