"""An indicator in the Renja of year n: what was aimed at and reached until now, and what is aimed at (T-C.29, T-C.30).

In: the indicator of the plan, the year's workbook, the performance of the former plan. Out: `IndikatorRenja`, whose
derived columns are those of Permendagri 86/2017. Rates are fractions; nothing is rounded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.compute.daftar import Periode, PerTahun, Tahun
from generator.compute.konteks import Konteks
from generator.compute.rasio import rasio
from generator.compute.rencana import Indikator
from generator.model.angka import Angka, Lokasi, Teks, jumlah
from generator.model.renja import IsiRenja, Realisasi

SATUAN_LAJU = frozenset({"%", "persen", "nilai", "indeks", "rasio", "skor"})
KOSONG = Angka(None)


def laju(satuan: str) -> bool:
    """A rate or a score: its years are not added up, the latest counts."""
    return satuan.strip().casefold() in SATUAN_LAJU


def satuan_tercetak(satuan: Teks) -> Teks:
    """'Persen' is written '%', as the plan does at most indicators: one unit has one name in a document."""
    return Teks("%", satuan.asal) if satuan.strip().casefold() == "persen" else satuan


@dataclass(frozen=True, slots=True)
class IndikatorRenja:
    """An indicator in year n. Of T-C.29: `target_akhir` column 4, `realisasi_awal` 5 (until n-3), `target_evaluasi` 6
    and `realisasi_evaluasi` 7 (n-2), `target_lalu` 9 (n-1). `bertarget_awal`: the plan had a target in a year until
    n-3. `target`: the year's; `renstra`: the Renstra's (or, before it, the former one's) of n-2 to n+1;
    `perkiraan_lalu`: what n-1 is expected to reach. `tahun` is n.
    """

    kode: Teks
    nama: Teks
    satuan: Teks
    desimal: int
    baseline: Angka
    target: Angka
    renstra: PerTahun
    target_akhir: Angka
    bertarget_awal: bool
    realisasi_awal: Angka
    target_evaluasi: Angka
    realisasi_evaluasi: Angka
    target_lalu: Angka
    perkiraan_lalu: Angka
    tahun: Tahun
    periode: Periode
    standar: Teks | None
    keterangan: Teks | None
    alasan: Teks | None
    catatan: Teks | None
    lokasi: Lokasi

    @property
    def asal(self) -> tuple[Lokasi, ...]:
        return (self.lokasi,)

    @property
    def target_renstra(self) -> Angka:
        return self.renstra[self.tahun]

    @property
    def prakiraan(self) -> Angka:
        """The Renstra's target of n+1."""
        return self.renstra[self.tahun + 1]

    @property
    def sebutan(self) -> Teks:
        """'Nilai AKIP Perangkat Daerah (Nilai)'."""
        return Teks(f"{self.nama} ({self.satuan})", (*self.nama.asal, *self.satuan.asal))

    @property
    def laju(self) -> bool:
        return laju(self.satuan)

    @property
    def berubah(self) -> bool:
        return beda(self.target, self.target_renstra)

    @property
    def tingkat_realisasi(self) -> Angka:
        """Column 8 of T-C.29: 7 / 6."""
        t = self.tahun.nilai - 2
        return rasio(self.realisasi_evaluasi, self.target_evaluasi, f"realisasi {t} / target {t}")

    @property
    def perkiraan_sampai(self) -> Angka:
        """Column 10 of T-C.29: 5 + 7 + 9, of a rate or score the latest of them.

        A target alone says nothing of what was reached. Of a rate or score, 5 or 7 must be known; of what is added up,
        both: a part of the sum would look like all of it. Where the Renstra had no target in the years of 5 or of 7,
        nothing was to be reached then and nothing is missing: that part counts as nothing. A sub kegiatan that begins
        in n-1 therefore has column 9 alone.
        """
        bagian = (self.realisasi_awal, self.realisasi_evaluasi, self.target_lalu)
        tercapai = [a for a in bagian[:2] if a.nilai is not None]
        if self.laju:
            akhir = next((a for a in reversed(bagian) if a.nilai is not None), KOSONG) if tercapai else KOSONG
            return Angka(akhir.nilai, akhir.asal, "nilai terakhir dari kolom 5, 7, dan 9")
        hasil = jumlah(bagian, "realisasi s.d. n-3 + realisasi n-2 + target n-1")
        ada = bool(tercapai or self.target_lalu) and not self._belum_lengkap
        return hasil if ada else replace(hasil, nilai=None)

    @property
    def _belum_lengkap(self) -> bool:
        """A year of this plan that had a target has no realisation."""
        berjalan = self.tahun.nilai - 2 >= self.periode.awal.nilai and bool(self.target_evaluasi)
        tanpa_awal = self.bertarget_awal and self.realisasi_awal.nilai is None
        return tanpa_awal or (berjalan and self.realisasi_evaluasi.nilai is None)

    @property
    def tingkat_capaian(self) -> Angka:
        """Column 11 of T-C.29: 10 / 4."""
        return rasio(self.perkiraan_sampai, self.target_akhir, "perkiraan realisasi s.d. n-1 / target akhir Renstra")


class Riwayat:
    """What is known of indicators outside the plan's own rows: the year's workbook, then the former plan."""

    def __init__(self, k: Konteks, isi: IsiRenja | None, tahun: Tahun) -> None:
        self.tahun, self.periode = tahun, k.periode
        self._baris = {str(b.indikator): b for b in isi.realisasi} if isi else {}
        self._lalu = {str(i.kode): i for i in k.kinerja}
        self._alasan: dict[str, Teks | None] = {}
        if isi:
            for b in isi.rencana_tahun:
                indikator = k.rencana[str(b.kode)].indikator
                if len(indikator):
                    self._alasan[str(indikator[0].kode)] = b.alasan
            self._alasan |= {str(t.indikator): t.alasan for t in isi.target_tahun}

    def baris(self, kode: str) -> Realisasi | None:
        return self._baris.get(kode)

    def alasan(self, kode: str) -> Teks | None:
        return self._alasan.get(kode)

    def standar(self, kode: str) -> Teks | None:
        """A target set elsewhere: kinerja_pelayanan.xlsx, Target Indikator Lainnya."""
        lalu = self._lalu.get(kode)
        return lalu.target_lain if lalu else None

    def target(self, i: Indikator, tahun: Tahun) -> Angka:
        """The plan's, else the former plan's of the same code."""
        lalu = self._lalu.get(str(i.kode))
        return _pertama(pada(i.target, tahun), pada(lalu.target, tahun) if lalu else KOSONG)

    def realisasi(self, i: Indikator, tahun: Tahun, tertulis: Angka) -> Angka:
        """As entered, else as measured for the former plan under the same code."""
        lalu = self._lalu.get(str(i.kode))
        return _pertama(tertulis, pada(lalu.realisasi, tahun) if lalu else KOSONG)


def indikator_renja(i: Indikator, semula: Indikator, r: Riwayat) -> IndikatorRenja:
    """`i` has the year's target, `semula` the Renstra's."""
    n = r.tahun
    b = r.baris(str(i.kode))
    awal = b.realisasi_awal if b else KOSONG
    renstra = PerTahun({t.nilai: r.target(semula, t) for t in (n - 2, n - 1, n, n + 1)})
    return IndikatorRenja(
        i.kode,
        i.nama,
        satuan_tercetak(i.satuan),
        i.desimal,
        i.baseline,
        i.target[n],
        renstra,
        target_akhir(semula, r.periode),
        any(pada(semula.target, t) for t in r.periode if t.nilai <= n.nilai - 3),
        r.realisasi(i, n - 3, awal) if laju(i.satuan) else awal,
        _pertama(b.target_evaluasi if b else KOSONG, renstra[n - 2]),
        r.realisasi(i, n - 2, b.realisasi_evaluasi if b else KOSONG),
        _pertama(b.target_lalu if b else KOSONG, renstra[n - 1]),
        b.perkiraan_lalu if b else KOSONG,
        n,
        r.periode,
        r.standar(str(i.kode)),
        i.keterangan,
        r.alasan(str(i.kode)),
        b.catatan if b else None,
        i.lokasi,
    )


def target_akhir(i: Indikator, periode: Periode) -> Angka:
    """Column 4 of T-C.29, what is to be reached at the end of the period: the last year's target of a rate or score,
    else the sum of all years'."""
    tahun = [t for t in periode if t.nilai in i.target]
    if laju(i.satuan):
        return next((i.target[t] for t in reversed(tahun) if i.target[t].nilai is not None), KOSONG)
    awal, akhir = periode.awal.nilai, periode.akhir.nilai
    return jumlah((i.target[t] for t in tahun), f"jumlah target {awal}–{akhir}")


def beda(a: Angka, b: Angka) -> bool:
    """Whether two amounts or targets differ; a blank is as good as 0."""
    return (a.nilai or 0) != (b.nilai or 0)


def pada(nilai: PerTahun, tahun: Tahun) -> Angka:
    """The value of a year, blank where there is no such year."""
    return nilai[tahun] if tahun.nilai in nilai else KOSONG


def _pertama(*nilai: Angka) -> Angka:
    """The first that is not blank."""
    return next((a for a in nilai if a.nilai is not None), KOSONG)
