"""Chapters and names -> the numbered document tree.

In: chapters in order, `Konteks`, a reader of whole sheets for `::: tabel data=…`. Out: `Document`, or None with
findings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal, cast

from generator.compute.konteks import Konteks
from generator.compute.pk import KonteksPk
from generator.document.figures import daftar_gambar, daftar_grafik, label_gambar
from generator.document.nilai import sebagai_nilai
from generator.document.pihak import tanda_tangan_pihak
from generator.document.prosa import Pagar, Pengurai
from generator.document.tables import penyusun_kotak, penyusun_tabel
from generator.document.tables.lembar import SelLembar, salah_kepala, tabel_lembar
from generator.document.ungkapan import Jatah, Penerjemah, terjemahkan
from generator.document.ungkapan.kosakata import nama_naskah
from generator.model.angka import Teks
from generator.sources.naskah import Naskah
from generator.temuan import Kumpulan
from generator.tree import format as cetak
from generator.tree.bagian import bagikan
from generator.tree.nodes import (
    Block,
    Caption,
    Contents,
    Document,
    Kind,
    SignatureBlock,
    SignaturePair,
    Table,
    Text,
    Value,
)
from generator.tree.penomoran import nomori
from generator.tree.rumus import RumusSalah

PembacaLembar = Callable[[str, str], SelLembar | None]
_DATA = re.compile(r"data=([\w.-]+\.xlsx)#([^\s].*?)((?:\s+(?:kepala=\d+|mendatar|nama=[\w-]+))*)")
JENIS_DAFTAR = ("isi", "tabel", "gambar", "grafik")


class Penyusun:
    """Turns fences into blocks."""

    def __init__(self, konteks: Konteks, temuan: Kumpulan, lembar: PembacaLembar) -> None:
        self.konteks, self.temuan, self.lembar = konteks, temuan, lembar
        self.tabel, self.grafik, self.gambar = penyusun_tabel(konteks), daftar_grafik(konteks), daftar_gambar(konteks)
        self.kotak = penyusun_kotak(konteks)

    def tempatkan(self, p: Pagar) -> Block | None:
        match p.jenis:
            case "tabel" if p.nama.startswith("data="):
                return self._tabel_lembar(p)
            case "tabel" if p.nama in self.tabel:
                return self.tabel[p.nama](self.konteks, self._judul("tabel", p), p.sumber)
            case "grafik" if p.nama in self.grafik:
                return self.grafik[p.nama](self.konteks, self._judul("grafik", p), p.sumber)
            case "kotak" if p.nama.partition(" ")[0] in self.kotak:
                return self._kotak(p)
            case "gambar" if p.nama in self.gambar:
                judul = self._judul("gambar", p, label_gambar(p.nama))
                return self.gambar[p.nama](self.konteks, judul, p.sumber)
            case "daftar" if p.nama in JENIS_DAFTAR:
                return Contents(cast(Literal["isi", "tabel", "gambar", "grafik"], p.nama))
            case "tanda-tangan":
                return self._tanda_tangan(p)
            case "tanda-tangan-pihak" if isinstance(self.konteks, KonteksPk):
                return self._tanda_tangan_pihak(p, self.konteks)
        dikenal = {
            "tabel": [*self.tabel, "data=BUKU.xlsx#Lembar"],
            "grafik": list(self.grafik),
            "gambar": list(self.gambar),
            "kotak": [f"{k} KODE" for k in self.kotak],
            "daftar": list(JENIS_DAFTAR),
        }
        if p.jenis in dikenal:
            pesan = f'{p.jenis} "{p.nama}" tidak dikenal; yang ada: {", ".join(dikenal[p.jenis])}'
        else:
            semua = ", ".join([*dikenal, "identitas", "jenjang", "rumus", "tanda-tangan", "tanda-tangan-pihak"])
            pesan = f'"::: {p.jenis}" tidak dikenal; yang ada: {semua}'
        self.temuan.tambah("pagar-salah", p.asal, pesan)
        return None

    def _judul(self, kind: Kind, p: Pagar, nama: str = "") -> Caption:
        if not p.judul:
            self.temuan.tambah("pagar-salah", p.asal, f"{kind} {p.nama} tidak berjudul; tulis judul di bawah baris :::")
        return Caption(kind, nama or p.nama, p.judul, asal=p.asal)

    def _kotak(self, p: Pagar) -> Table | None:
        jenis, _, kode = p.nama.partition(" ")
        try:
            return self.kotak[jenis](self.konteks, kode.strip(), p.sumber, p.asal)
        except LookupError as e:
            self.temuan.tambah("pagar-salah", p.asal, f"kotak {p.nama}: {e.args[0]}")
        except RumusSalah as e:
            self.temuan.tambah("rumus-salah", e.asal or p.asal, e.pesan)
        return None

    def _tabel_lembar(self, p: Pagar) -> Table | None:
        m = _DATA.fullmatch(p.nama)
        lembar = self.lembar(m[1], m[2]) if m else None
        if m and lembar is not None and not lembar.sel:
            self.temuan.tambah("pagar-salah", p.asal, f'lembar "{m[2]}" di {m[1]} kosong')
            return None
        if not m or lembar is None:
            pesan = f'"{p.nama}" tidak ditemukan; tulis data=BUKU.xlsx#Lembar menurut nama di content/data'
            self.temuan.tambah("pagar-salah", p.asal, pesan)
            return None
        for isi in lembar.sel.values():
            if isi.galat:
                self.temuan.tambah("sel-galat", isi.lokasi, f"sel berisi galat Excel {isi.galat}")
            elif isi.rumus and isi.isi is None:
                self.temuan.tambah("rumus-belum-dihitung", isi.lokasi, "sel berisi rumus yang belum pernah dihitung")
        pilihan = m[3].split()
        kepala = next((int(x[7:]) for x in pilihan if x.startswith("kepala=")), 1)
        nama = next((x[5:] for x in pilihan if x.startswith("nama=")), re.sub(r"\W+", "-", m[2].lower()).strip("-"))
        if salah := salah_kepala(lembar, kepala):
            self.temuan.tambah("pagar-salah", p.asal, salah, "Sebut banyaknya baris kepala dengan kepala=…")
            return None
        caption = self._judul("tabel", p, nama)
        return tabel_lembar(lembar, caption, p.sumber, kepala=kepala, mendatar="mendatar" in pilihan)

    def _tanda_tangan(self, p: Pagar) -> SignatureBlock | None:
        k = self.konteks
        pejabat = next((b for b in k.pejabat if b.jabatan == p.nama), None)
        jabatan = next((j for j in k.jabatan if j.kode == p.nama), None)
        if pejabat is None or jabatan is None:
            self.temuan.tambah("pejabat-hilang", p.asal, f'pejabat "{p.nama}" tidak ada di profil.xlsx › Pejabat')
            return None
        nip = Value(cetak.nip(pejabat.nip), None, pejabat.nip.asal)
        return SignatureBlock(
            (sebagai_nilai(k.profil.tempat), Text(", "), tanggal_tertulis(k)),
            (sebagai_nilai(jabatan.nama), Text(" "), sebagai_nilai(k.profil.nama), Text(",")),
            (sebagai_nilai(pejabat.nama),),
            (
                (Text("Pangkat/Gol.: "), sebagai_nilai(pejabat.pangkat), Text("/"), sebagai_nilai(pejabat.golongan)),
                (Text("NIP "), nip),
            ),
        )

    def _tanda_tangan_pihak(self, p: Pagar, k: KonteksPk) -> SignaturePair | None:
        try:
            return tanda_tangan_pihak(k, p.nama)
        except LookupError as e:
            self.temuan.tambah("pagar-salah", p.asal, f"tanda-tangan-pihak {p.nama}: {e.args[0]}")
            return None


def susun_dokumen(
    naskah: Sequence[Naskah],
    konteks: Konteks,
    temuan: Kumpulan,
    lembar: PembacaLembar,
    *,
    judul: str,
    terjemah: Penerjemah = terjemahkan,
) -> Document | None:
    """The whole document, numbered. `judul` is the kind of document, in capitals; `terjemah` compiles its chapters."""
    penyusun = Penyusun(konteks, temuan, lembar)
    nama, jatah = nama_naskah(konteks), Jatah()
    blok = [b for n in naskah for b in Pengurai(n, temuan, penyusun.tempatkan, jatah, terjemah).urai(nama)]
    if temuan.galat:
        return None
    bernomor = nomori(blok, temuan)
    if temuan.galat:
        return None
    meta = _meta(konteks, judul)
    tahun = meta["periode"]
    return Document(f"{judul.title()} {konteks.profil.perangkat_daerah} Tahun {tahun}", tuple(bagikan(bernomor)), meta)


def tanggal_tertulis(k: Konteks) -> Value | Text:
    """The day of signing, or dots for it."""
    return sebagai_nilai(k.tanggal_dokumen) if k.tanggal_dokumen else Text(cetak.TITIK_TITIK)


def _meta(k: Konteks, judul: str) -> dict[str, str]:
    """What the cover prints, with its origin, and the day of the file's properties."""
    p, masa = k.profil, sebagai_nilai(k.masa)
    tanggal = k.tanggal_dokumen or p.tanggal
    return {
        "judul": judul,
        "perangkat_daerah": p.perangkat_daerah,
        "daerah": p.daerah,
        "provinsi": p.provinsi,
        "periode": Teks(masa.text, masa.asal),
        "tahun": k.tahun_terbit,
        "tanggal": tanggal.nilai.isoformat(),
    }
