"""Chapters: Markdown files with a head between two lines '---', in order of their file names.

In: a folder. Out: `Naskah` with the head's values, the text and the number of its first line. `baca_teks`
reads any text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.berkas import OBAT_FOLDER, Bacaan, BerkasDitolak, akar_sumber, keluar_dari
from generator.model.angka import Lokasi
from generator.sources.huruf import bersih, cari, cari_dalam_naskah, laporkan
from generator.temuan import Kumpulan

BATAS_NASKAH = 4 * 2**20
KUNCI_KEPALA = ("judul", "bab", "depan", "lampiran")


@dataclass(frozen=True, slots=True)
class Naskah:
    """A chapter. `bab` is its number, `lampiran` that of an annex; both are 0 for front matter.

    `judul` may be '': a chapter is then titled as the outline says, and front matter says its titles in the text.
    """

    berkas: str
    judul: str
    bab: int
    isi: str
    baris_awal: int
    lampiran: int = 0

    @property
    def label(self) -> str:
        """What references call it: 'bab:2', 'lampiran:1'."""
        return f"bab:{self.bab}" if self.bab else f"lampiran:{self.lampiran}" if self.lampiran else ""


def baca_naskah(folder: Path, temuan: Kumpulan, nama: str, bacaan: Bacaan | None = None) -> list[Naskah]:
    """All chapters of a folder, front matter and chapters in order of file name."""
    bacaan = bacaan or Bacaan()
    hasil: list[Naskah] = []
    if keluar_dari(akar_sumber(folder, nama), folder):
        temuan.tambah("berkas-ditolak", nama, "folder itu tautan yang keluar dari folder isi", OBAT_FOLDER)
        return []
    daftar = sorted(folder.glob("*.md")) if folder.is_dir() else []
    for path in daftar:
        berkas = f"{nama}/{bersih(path.name)}"
        laporkan(temuan, berkas, "nama berkas", path.name, cari(path.name))
        teks = baca_teks(path, berkas, temuan, bacaan)
        naskah = _kepala(berkas, teks, temuan) if teks is not None else None
        if naskah:
            hasil.append(naskah)
    if not daftar:
        temuan.tambah("bab-hilang", nama, "tidak ada satu pun berkas .md")
    if len(hasil) == len(daftar):
        _periksa_urutan(hasil, temuan)
    return hasil


def baca_teks(path: Path, berkas: str, temuan: Kumpulan, bacaan: Bacaan) -> str | None:
    """A text file, its lines ended by \\n, without what nobody sees, which is a finding. None if it cannot be read."""
    try:
        isi = bacaan.baca(path, berkas, BATAS_NASKAH)
        teks = isi.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except BerkasDitolak as e:
        temuan.tambah("berkas-ditolak", berkas, e.pesan, e.obat)
        return None
    except UnicodeDecodeError as e:
        baris = isi.count(b"\n", 0, e.start) + 1
        temuan.tambah("naskah-rusak", Lokasi(berkas, baris=baris), "berkas bukan teks UTF-8")
        return None
    if cari_dalam_naskah(teks):
        for i, baris_teks in enumerate(teks.split("\n"), 1):
            laporkan(temuan, Lokasi(berkas, baris=i), "baris", baris_teks, cari_dalam_naskah(baris_teks))
    return bersih(teks)


def _kepala(berkas: str, teks: str, temuan: Kumpulan) -> Naskah | None:
    baris = teks.split("\n")
    if baris[0].strip() != "---" or "---" not in (b.strip() for b in baris[1:12]):
        temuan.tambah("kepala-naskah", Lokasi(berkas, baris=1), "naskah tidak diawali kepala di antara dua baris ---")
        return None
    akhir = next(i for i, b in enumerate(baris[1:], 1) if b.strip() == "---")
    isi: dict[str, str] = {}
    for i, b in enumerate(baris[1:akhir], 2):
        kunci, titik_dua, nilai = (bagian.strip() for bagian in b.partition(":"))
        if not b.strip():
            continue
        if not titik_dua or kunci not in KUNCI_KEPALA or kunci in isi:
            pesan = f'baris kepala "{b.strip()}" tidak dikenal atau ganda'
            temuan.tambah("kepala-naskah", Lokasi(berkas, baris=i), pesan)
            return None
        isi[kunci] = nilai
    bab, lampiran = (
        int(isi[k]) if re.fullmatch(r"[1-9]\d?", isi.get(k, ""), re.ASCII) else 0 for k in ("bab", "lampiran")
    )
    jenis = [k for k in ("bab", "depan", "lampiran") if k in isi]
    depan = isi.get("depan") == "true"
    tanpa_judul = "judul" not in isi and not lampiran
    if not (isi.get("judul") or tanpa_judul) or len(jenis) != 1 or not (bab or lampiran or depan):
        pesan = (
            "kepala harus memuat salah satu dari bab: <nomor>, depan: true, atau lampiran: <nomor> beserta judul:; "
            "judul: ditinggalkan sama sekali atau berisi"
        )
        temuan.tambah("kepala-naskah", Lokasi(berkas, baris=1), pesan)
        return None
    return Naskah(berkas, isi.get("judul", ""), bab, "\n".join(baris[akhir + 1 :]), akhir + 2, lampiran)


def _periksa_urutan(daftar: list[Naskah], temuan: Kumpulan) -> None:
    """Front matter first, then chapters 1, 2, 3 … without gap, then annexes likewise."""
    harapan, harapan_lampiran = 1, 1
    for n in daftar:
        pesan = ""
        if n.lampiran:
            if n.lampiran != harapan_lampiran:
                pesan = f"lampiran: {n.lampiran} seharusnya {harapan_lampiran}"
            harapan_lampiran = n.lampiran + 1
        elif n.bab:
            if harapan_lampiran > 1:
                pesan = "bab harus mendahului lampiran; ubah nama berkas"
            elif n.bab != harapan:
                pesan = f"bab: {n.bab} seharusnya {harapan}"
            harapan = n.bab + 1
        elif harapan > 1 or harapan_lampiran > 1:
            pesan = "bagian depan harus mendahului Bab I; ubah nama berkas"
        if pesan:
            temuan.tambah("kepala-naskah", Lokasi(n.berkas, baris=1), pesan)
