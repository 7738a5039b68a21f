"""The fictitious office's rows as lists to be edited, read as if they stood in workbooks: a version in milliseconds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from kantor import DATA, Lembar

from generator.banding.beda_data import BarisBeda
from generator.banding.data import banding_data
from generator.banding.perbandingan import Perbandingan, bandingkan_isi
from generator.compute.konteks import Konteks
from generator.model.alamat import huruf_kolom
from generator.model.angka import Lokasi
from generator.model.isi import SEMUA_BUKU, Isi
from generator.model.kolom import HARI_PERTAMA_EXCEL, Sel
from generator.model.skema import Buku
from generator.periksa.bahan import Bahan
from generator.periksa.jalan import HasilPeriksa
from generator.sources.buku import baca_buku, periksa_rujukan
from generator.sources.keutuhan import periksa_keutuhan
from generator.sources.xlsx import LembarMentah
from generator.temuan import Kumpulan
from generator.tree.nodes import Block, Document, Section

_terbaca: dict[tuple[str, str], dict[str, Any]] = {}


class IsiKantor:
    """A copy of the rows. Places are 'mitra › Mitra'."""

    def __init__(self) -> None:
        self.data = deepcopy(DATA)

    def lembar(self, tempat: str) -> Lembar:
        buku, _, lembar = tempat.partition(" › ")
        return self.data[buku][lembar]

    def baris(self, tempat: str) -> list[list[Any]]:
        """The rows below the header, to be edited in place."""
        return self.lembar(tempat)[1]

    def ubah(self, tempat: str, kunci: Any, kolom: str, nilai: Any) -> None:
        """One cell, of the row that begins with `kunci`."""
        judul, baris = self.lembar(tempat)
        next(b for b in baris if b[0] == kunci)[judul.index(kolom)] = nilai

    def hapus(self, tempat: str, kunci: Any) -> list[Any]:
        """Take a row away."""
        baris = self.baris(tempat)
        return baris.pop(next(n for n, b in enumerate(baris) if b[0] == kunci))

    def hapus_kode(self, kode: str) -> None:
        """Take a sub kegiatan out of the plan; its name stays."""
        for tempat in ("cascade › Rencana", "pendanaan › Pagu"):
            self.hapus(tempat, kode)
        indikator = self.baris("cascade › Indikator")
        indikator[:] = [b for b in indikator if b[1] != kode]

    def ganti_kode(self, lama: str, baru: str) -> None:
        """Give a program, kegiatan or sub kegiatan another code wherever it is spoken of."""
        cascade = [f"cascade › {n}" for n in ("Nomenklatur", "Rencana", "Indikator")]
        for tempat in (*cascade, "pendanaan › Pagu", "anggaran_realisasi › Sub Kegiatan"):
            for b in self.baris(tempat):
                b[:2] = [baru if x == lama else x for x in b[:2]]

    def baca(self) -> Isi:
        medan: dict[str, Any] = {}
        temuan = Kumpulan()
        for buku in SEMUA_BUKU:
            isi = self.data[buku.nama]
            kunci = (buku.nama, repr(isi))
            if kunci not in _terbaca:
                _terbaca[kunci] = baca_lembar(buku, isi, temuan)
            medan |= _terbaca[kunci]
        periksa_rujukan(SEMUA_BUKU, medan, temuan)
        periksa_keutuhan(medan, temuan)
        assert not temuan.galat, temuan.galat
        return Isi(**medan)

    def konteks(self) -> Konteks:
        return Konteks(self.baca())


def baca_lembar(buku: Buku, isi: dict[str, Lembar], temuan: Kumpulan) -> dict[str, Any]:
    """The fields that a workbook of these sheets would fill."""

    def mentah(_: Path, berkas: str) -> dict[str, LembarMentah]:
        return {n: LembarMentah(n, berkas, dict(_sel(berkas, n, x)), (), {}) for n, x in isi.items()}

    return baca_buku(buku, Path(__file__), f"content/data/{buku.berkas}", temuan, mentah)


def _sel(berkas: str, lembar: str, isi: Lembar) -> list[tuple[tuple[int, int], Sel]]:
    judul, baris = isi
    return [
        ((r, k), Sel(_nilai(n), Lokasi(berkas, lembar, f"{huruf_kolom(k)}{r}"), tanggal=isinstance(n, date)))
        for r, b in enumerate([judul, *baris], 1)
        for k, n in enumerate(b, 1)
        if n is not None
    ]


def _nilai(n: Any) -> Any:
    if isinstance(n, date):
        return (n - HARI_PERTAMA_EXCEL).days
    return Decimal(str(n)) if isinstance(n, float) else n


def banding_isi(
    lama: Konteks,
    baru: Konteks,
    naskah: tuple[Sequence[Block], Sequence[Block]] = ((), ()),
    hasil: tuple[HasilPeriksa, HasilPeriksa] | None = None,
) -> Perbandingan:
    """Two versions compared, with what little text there is."""
    hasil = hasil or (HasilPeriksa(Kumpulan()), HasilPeriksa(Kumpulan()))
    bahan = [
        Bahan(k, Document("RENSTRA", (Section(tuple(isi)),)), ()) for k, isi in zip((lama, baru), naskah, strict=True)
    ]
    return bandingkan_isi((bahan[0], hasil[0]), (bahan[1], hasil[1]), "v1.0", "kini")


# ---------------------------------------------------------------- data only

Sunting = Callable[[IsiKantor], object]


def tak(_: IsiKantor) -> None:
    pass


def banding(baru: Sunting, lama: Sunting = tak) -> list[BarisBeda]:
    """The office edited in both versions."""
    a, b = IsiKantor(), IsiKantor()
    lama(a)
    baru(b)
    return banding_data(a.konteks(), b.konteks())


def satu(baru: Sunting, lama: Sunting = tak) -> BarisBeda:
    (b,) = banding(baru, lama)
    return b


def sel(b: BarisBeda) -> dict[str, tuple[str, Any, Any]]:
    return {s.kolom: (s.jenis, s.lama, s.baru) for s in b.sel}
