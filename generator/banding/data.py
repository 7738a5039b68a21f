"""Two sets of data -> what changed, row by row and cell by cell, by key.

In: the names of both versions. Out: `BarisBeda`, in the order of workbooks and sheets. Rows are matched by key; a row
whose key is new but whose name is not has moved. Rows of a sheet without keys are matched by what they say, then by
words. Their order counts where the document prints it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from generator.banding.beda_data import URUTAN, BarisBeda, JenisData, SelBeda
from generator.banding.isian import BarisIsian, Isian, judul_medan
from generator.banding.lembar import LembarVersi, NamaKode
from generator.banding.selaras import naik_terpanjang, pasangkan
from generator.compute.konteks import Konteks
from generator.compute.renja import KonteksRenja
from generator.model.anggaran import tingkat
from generator.model.isi import SEMUA_BUKU
from generator.model.kolom import Baris, IsiSel
from generator.model.renja import buku_renja
from generator.model.skema import Buku, Lembar

AMBANG = 0.5
"""Share of words by which two rows without key are the same one."""


def banding_data(lama: Konteks, baru: Konteks) -> list[BarisBeda]:
    """All changes of all workbooks that make the document."""
    nama = (NamaKode(lama), NamaKode(baru))
    hasil: list[BarisBeda] = []
    for buku, isi_lama, isi_baru in _buku(lama, baru):
        for lembar in buku.lembar:
            a, b = (_baris(isi, lembar) for isi in (isi_lama, isi_baru))
            hasil += _Lembar(buku, lembar, a, b, nama).banding()
    return hasil


def _buku(lama: Konteks, baru: Konteks) -> Iterator[tuple[Buku, object, object]]:
    for buku in SEMUA_BUKU:
        yield buku, lama.isi, baru.isi
    if isinstance(lama, KonteksRenja) and isinstance(baru, KonteksRenja):
        yield buku_renja(baru.renja.tahun.nilai), lama.masukan, baru.masukan


def _baris(isi: object, lembar: Lembar) -> Sequence[Baris]:
    """The rows of a sheet; none of a workbook that a year does not have."""
    nilai = getattr(isi, lembar.medan, ())
    return (nilai,) if lembar.tunggal and nilai else nilai


# ---------------------------------------------------------------- one sheet


class _Lembar:
    """A sheet in both versions."""

    def __init__(
        self, buku: Buku, lembar: Lembar, a: Sequence[Baris], b: Sequence[Baris], nama: tuple[NamaKode, NamaKode]
    ) -> None:
        self.buku, self.lembar = buku, lembar
        self.a, self.b = LembarVersi(lembar, a, nama[0]), LembarVersi(lembar, b, nama[1])
        self.judul = judul_medan(lembar.baris)
        self.kolom_kunci = self.judul.get(lembar.kunci, "")
        self.kolom_nama = self.judul.get(lembar.nama_baris, "")
        self.kolom_induk = self.judul.get(lembar.induk, "")

    def banding(self) -> Iterator[BarisBeda]:
        a, b = self.a, self.b
        if self.lembar.tunggal:
            yield from self._tunggal()
            return
        if a.kunci == b.kunci and a.sel == b.sel:
            return
        pasangan = {a.letak[k]: j for k, j in b.letak.items() if k in a.letak}
        hilang = [i for i in range(len(a.baris)) if i not in pasangan]
        di_b = set(pasangan.values())
        muncul = [j for j in range(len(b.baris)) if j not in di_b]
        pasangan |= dict(self._cari(hilang, muncul))
        bergeser = self._bergeser(pasangan)
        urut: list[tuple[float, BarisBeda]] = []
        sebelum = -1.0
        for i in range(len(a.baris)):
            if i in pasangan:
                sebelum = float(pasangan[i])
                sel = [*self._sel(i, pasangan[i]), *bergeser.get(i, ())]
                if sel:
                    urut.append((sebelum, self._berubah(i, pasangan[i], sel)))
            else:
                urut.append((sebelum + 0.5, self._sendiri(a, i, "dihapus")))
        di_b = set(pasangan.values())
        urut += [(float(j), self._sendiri(b, j, "ditambah")) for j in muncul if j not in di_b]
        yield from (x for _, x in sorted(urut, key=lambda u: u[0]))

    # ------------------------------------------------------------ matching

    def _cari(self, hilang: Sequence[int], muncul: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Rows of one version that are rows of the other under another key."""
        if not hilang or not muncul:
            return
        if not self.a.berkunci:
            kata = [[_kata_baris(v.sel[i]) for i in n] for v, n in ((self.a, hilang), (self.b, muncul))]
            urut = range(len(hilang)), range(len(muncul))
            for i, j in pasangkan(*urut, kata[0].__getitem__, kata[1].__getitem__, AMBANG):
                yield hilang[i], muncul[j]
            return
        cara: Callable[[LembarVersi, int], Hashable] = _serupa if self.kolom_nama == self.kolom_kunci else _bernama
        calon: tuple[dict[Hashable, list[int]], ...] = (defaultdict(list), defaultdict(list))
        for versi, baris, c in ((self.a, hilang, calon[0]), (self.b, muncul, calon[1])):
            for i in baris:
                if sama := cara(versi, i):
                    c[sama].append(i)
        for sama, di_a in calon[0].items():
            di_b = calon[1].get(sama, [])
            if len(di_a) == len(di_b) == 1:
                yield di_a[0], di_b[0]
            elif di_b and cara is _bernama:
                yield from self._seekor(di_a, di_b)

    def _seekor(self, di_a: Iterable[int], di_b: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Of rows of one name, those whose codes end alike, the longest end first: of a kegiatan or program that moved
        with all below it."""
        sisa = {i: self.a.kode(i).split(".") for i in di_a}
        calon = {j: self.b.kode(j).split(".") for j in di_b}
        for panjang in range(max(map(len, sisa.values())) - 1, 0, -1):
            ekor: dict[tuple[str, ...], list[int]] = defaultdict(list)
            for j, kode in calon.items():
                ekor[tuple(kode[-panjang:])].append(j)
            for i, kode in list(sisa.items()):
                if di_ekor := ekor[tuple(kode[-panjang:])]:
                    yield i, (j := di_ekor.pop(0))
                    del sisa[i], calon[j]

    def _bergeser(self, pasangan: Mapping[int, int]) -> dict[int, list[SelBeda]]:
        """Rows that stand elsewhere among those that both versions have, where the order is printed."""
        if self.lembar.urutan_bebas:
            return {}
        kelompok: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
        medan = self.lembar.kelompok
        for i, j in sorted(pasangan.items()):
            x, y = (tuple(v.nilai(n, m) for m in medan) for v, n in ((self.a, i), (self.b, j)))
            if x == y:
                kelompok[x].append((i, j))
        hasil: dict[int, list[SelBeda]] = {}
        for isi in kelompok.values():
            urutan = [j for _, j in isi]
            tetap = set(naik_terpanjang(urutan))
            tempat = {j: n for n, j in enumerate(sorted(urutan), 1)}
            for n, (i, j) in enumerate(isi):
                if n not in tetap:
                    sel = SelBeda(URUTAN, "pindah", n + 1, tempat[j], self.a.asal(i), self.b.asal(j))
                    hasil[i] = [sel]
        return hasil

    # ------------------------------------------------------------ cells

    def _tunggal(self) -> Iterator[BarisBeda]:
        """A key/value sheet: every key is a row."""
        a, b = (v.sel[0] if v.sel else {} for v in (self.a, self.b))
        for kunci in [*b, *(k for k in a if k not in b)]:
            for s in self._satu(kunci, a.get(kunci), b.get(kunci)):
                asal = (s.asal_lama, s.asal_baru)
                sel = (SelBeda("Nilai", s.jenis, s.lama, s.baru, *asal),)
                yield BarisBeda(s.jenis, *self._tempat, kunci, "", kunci, "", *asal, sel)

    def _sel(self, i: int, j: int) -> Iterator[SelBeda]:
        a, b = self.a.sel[i], self.b.sel[j]
        if a == b:
            return
        for kolom in [*b, *(k for k in a if k not in b)]:
            yield from self._satu(kolom, a.get(kolom), b.get(kolom))

    def _satu(self, kolom: str, a: Isian | None, b: Isian | None) -> Iterator[SelBeda]:
        lama, baru = a.isi if a else None, b.isi if b else None
        if lama != baru:
            jenis = self._jenis_sel(kolom, lama, baru)
            yield SelBeda(kolom, jenis, lama, baru, str(a.lokasi) if a else "", str(b.lokasi) if b else "")

    def _jenis_sel(self, kolom: str, lama: IsiSel, baru: IsiSel) -> JenisData:
        if lama is None or baru is None:
            return "ditambah" if lama is None else "dihapus"
        if kolom == self.kolom_nama and kolom:
            return "ganti nama"
        return "pindah" if kolom and kolom in (self.kolom_kunci, self.kolom_induk) else "berubah"

    # ------------------------------------------------------------ rows

    @property
    def _tempat(self) -> tuple[str, str, str]:
        return self.buku.berkas, self.lembar.nama, self.lembar.medan

    def _berubah(self, i: int, j: int, sel: Sequence[SelBeda]) -> BarisBeda:
        a, b = self.a, self.b
        jenis_sel = {s.jenis for s in sel}
        jenis: JenisData = next((x for x in ("pindah", "ganti nama") if x in jenis_sel), "berubah")
        lama = a.kode(i) if a.kode(i) != b.kode(j) else ""
        milik = b.nilai(j, self.lembar.induk)
        return BarisBeda(jenis, *self._tempat, b.kode(j), lama, b.sebutan(j), milik, a.asal(i), b.asal(j), tuple(sel))

    def _sendiri(self, v: LembarVersi, i: int, jenis: JenisData) -> BarisBeda:
        """A row that one version has."""
        baru = jenis == "ditambah"
        kosong = ("", v.asal(i)) if baru else (v.asal(i), "")
        sel = tuple(
            SelBeda(k, jenis, None, s.isi, "", str(s.lokasi)) if baru else SelBeda(k, jenis, s.isi, None, str(s.lokasi))
            for k, s in v.sel[i].items()
            if s.isi is not None
        )
        milik = v.nilai(i, self.lembar.induk)
        return BarisBeda(jenis, *self._tempat, v.kode(i), "", v.sebutan(i), milik, *kosong, sel)


# ---------------------------------------------------------------- words


def _bernama(v: LembarVersi, i: int) -> Hashable:
    """Rows of one name are the same row, codes of one level only."""
    nama = " ".join(v.nama(i).casefold().split())
    return (tingkat(v.kode(i)), nama) if nama else None


def _serupa(v: LembarVersi, i: int) -> Hashable:
    """Rows that differ in nothing but the name, which is their key."""
    isi = tuple((k, s.isi) for k, s in v.sel[i].items() if s.isi is not None and s.isi != v.kode(i))
    return isi or None


def _kata_baris(sel: BarisIsian) -> Counter[tuple[Hashable, str]]:
    """The words of a row with their columns."""
    return Counter((k, w) for k, s in sel.items() if s.isi is not None for w in re.findall(r"\w+", str(s.isi)))
