"""Everything that two versions differ in: what every output is made of.

In: the names, trees and findings of both. Out: `Perbandingan`; nothing is read or written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.banding.beda_data import BarisBeda, JenisData, jumlah_menurut_jenis
from generator.banding.beda_temuan import TemuanBeda, banding_temuan
from generator.banding.data import banding_data
from generator.banding.pagu import TOTAL, PaguBeda, banding_pagu
from generator.banding.perubahan import Beda
from generator.banding.pohon import banding_dokumen
from generator.compute.konteks import Konteks
from generator.periksa.bahan import Bahan
from generator.periksa.jalan import HasilPeriksa
from generator.tree.nodes import Document

MEDAN_INDIKATOR = frozenset(("indikator", "ikk", "iku", "target_tahun", "definisi", "capaian"))
"""Sheets that say what is measured and how much of it is aimed at."""


@dataclass(frozen=True, slots=True)
class IndikatorBeda:
    """An indicator that changed. `milik`: name of what it measures, with its code; `lembar`: where it changed."""

    baris: BarisBeda
    nama: str
    satuan: str
    milik: str


@dataclass(frozen=True)
class Perbandingan:
    """Two versions of a document, `dari` and `ke` being what they are called."""

    judul: str
    dari: str
    ke: str
    lama: Document
    beda: Beda
    data: Sequence[BarisBeda]
    pagu: Sequence[PaguBeda]
    indikator: Sequence[IndikatorBeda]
    temuan: TemuanBeda

    @property
    def sama(self) -> bool:
        """Nothing changed at all, be it printed or not."""
        return self.beda.sama and not self.beda.nomor_bergeser and not self.data and self.temuan.sama

    @property
    def menurut_unsur(self) -> dict[str, int]:
        """How many changes of the document there are in paragraphs, rows, cells …"""
        return dict(Counter(p.apa for p in self.beda.perubahan))

    @property
    def data_menurut_jenis(self) -> dict[JenisData, int]:
        """How many rows of data changed in each way."""
        return jumlah_menurut_jenis(self.data)

    @property
    def jumlah_sel(self) -> int:
        """How many cells of data changed."""
        return sum(len(b.sel) for b in self.data)

    @property
    def pagu_berubah(self) -> list[PaguBeda]:
        return [p for p in self.pagu if p.berubah]

    @property
    def pagu_total(self) -> PaguBeda:
        return next(p for p in self.pagu if p.kode == TOTAL)


def bandingkan_isi(
    lama: tuple[Bahan, HasilPeriksa], baru: tuple[Bahan, HasilPeriksa], dari: str, ke: str
) -> Perbandingan:
    """Compare the trees, the data and the findings."""
    (bahan_lama, hasil_lama), (bahan_baru, hasil_baru) = lama, baru
    a, b = bahan_lama.konteks, bahan_baru.konteks
    data = banding_data(a, b)
    return Perbandingan(
        bahan_baru.dokumen.title,
        dari,
        ke,
        bahan_lama.dokumen,
        banding_dokumen(bahan_lama.dokumen, bahan_baru.dokumen),
        data,
        banding_pagu(a, b, data),
        list(_indikator(data, a, b)),
        banding_temuan(hasil_lama, hasil_baru),
    )


def _indikator(data: Sequence[BarisBeda], a: Konteks, b: Konteks) -> Iterator[IndikatorBeda]:
    """In the order of the sheets; what an indicator measures is called as in the version that has it."""
    nama: dict[str, str] = {}
    satuan: dict[tuple[str, str], str] = {}
    for isi in (a.isi, b.isi):
        nama |= {str(n.kode): str(n.nama) for n in isi.nomenklatur}
        nama |= {str(t.kode): str(t.uraian) for t in isi.tujuan} | {str(s.kode): str(s.uraian) for s in isi.sasaran}
        satuan |= {("ikk", str(i.kode)): str(i.satuan) for i in isi.ikk}
        satuan |= {("capaian", str(c.kode)): str(c.satuan) for c in isi.capaian}
    baris = {str(i.kode): i for k in (a, b) for i in k.isi.indikator}
    pertama = {str(i.milik): i for k in (a, b) for i in reversed(k.isi.indikator)}
    for x in data:
        i = None
        if x.medan == "rencana_tahun":  # the target of a sub kegiatan's first indicator stands beside its pagu
            x = replace(x, sel=tuple(s for s in x.sel if s.kolom == "Target"))
            i = pertama.get(x.kunci)
            if not x.sel:
                continue
        elif x.medan not in MEDAN_INDIKATOR:
            continue
        elif x.medan not in ("ikk", "capaian"):
            i = baris.get(x.kunci)
        milik = x.milik or (str(i.milik) if i else "")
        sebut = f"{milik} {nama[milik]}" if milik in nama else milik
        yield IndikatorBeda(
            x, str(i.nama) if i else x.nama, str(i.satuan) if i else satuan.get((x.medan, x.kunci), ""), sebut
        )
