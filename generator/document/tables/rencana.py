"""Tables 3.2 and 4.1-4.3: the plan's tree with indicators, targets and pagu."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from generator.compute.daftar import Daftar, Periode
from generator.compute.konteks import Konteks
from generator.compute.rencana import Cabang, Indikator
from generator.document.tables.sel import (
    KOSONG,
    angka_indikator,
    bilangan,
    judul,
    judul_tahun,
    kata,
    kepala,
    nilai_tahun,
    nomor,
    tahun_kepala,
    teks,
    uang,
)
from generator.model.angka import Angka, Teks, jumlah
from generator.tree import format as cetak
from generator.tree.nodes import Caption, Cell, Inlines, LineBreak, Row, Table, Text, Value

# Relative widths in points of the letters used: an amount of ten digits must not break (7 pt: 48.2, 8 pt: 54.5).
UANG_RENIK, UANG_KECIL, TARGET_RENIK, TARGET_KECIL = 48.2, 54.5, 23.5, 30.0


def tujuan_sasaran(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 3.2: legal grounds, tujuan, sasaran and their indicators with baseline and targets."""
    tahun = k.rencana.tahun
    n = len(tahun)
    atas = (
        judul("NSPK DAN SASARAN RPJMD YANG RELEVAN", rows=2),
        judul("TUJUAN", rows=2),
        judul("SASARAN", rows=2),
        judul("INDIKATOR", rows=2),
        judul((Text("BASE LINE "), nilai_tahun(k.periode.dasar)), rows=2),
        judul("TARGET TAHUN", span=n),
        judul("KET", rows=2),
    )
    baris = [
        b
        for t in k.rencana.tujuan
        for b in baris_tujuan(t, lambda i: (*_nilai(i, tahun), kata(i.keterangan or "")), _nspk(k, t))
    ]
    lebar = (120.0, 92.0, 98.0, 88.0, 38.0, *([TARGET_KECIL + 6] * n), 78.0)
    return Table(caption, lebar, kepala(atas, tahun_kepala(tahun), banyak=6 + n), tuple(baris), source, True, "kecil")


def baris_tujuan(
    t: Any, nilai: Callable[[Any], tuple[Cell, ...]], depan: Inlines | None = None, *, bersih: bool = False
) -> Iterator[Row]:
    """The rows of a tujuan: one per indicator, its own first; `nilai` gives the cells behind the indicator's name.

    `depan` stands before all of them. `bersih`: without labels such as '(S1.1)', and '-' where an indicator has no
    sasaran. A tujuan or sasaran is a `Cabang` or a `Butir`.
    """
    isi = [*((i, None) for i in t.indikator), *((i, s) for s in t.sasaran for i in s.indikator)]
    terpakai: set[str] = set()
    for urut, (i, s) in enumerate(isi):
        awal: tuple[Cell, ...] = ()
        if urut == 0:
            awal = () if depan is None else (Cell(depan, row_span=len(isi)),)
            awal = (*awal, Cell(_berlabel(t, bersih), row_span=len(isi)))
        if s is None:
            awal = (*awal, kata(None, "tengah") if bersih else KOSONG)
        elif str(s.kode) not in terpakai:
            terpakai.add(str(s.kode))
            awal = (*awal, Cell(_berlabel(s, bersih), row_span=len(s.indikator)))
        yield Row(str(i.kode), (*awal, kata(i.sebutan), *nilai(i)))


def _berlabel(c: Any, bersih: bool) -> Inlines:
    """'Meningkatnya … (S1.1)'."""
    return (teks(c.nama),) if bersih else (teks(c.nama), Text(" ("), teks(c.label), Text(")"))


def _nspk(k: Konteks, t: Cabang) -> Inlines:
    """The laws with what follows their title, then the sasaran of the regency that the office serves."""
    butir: list[Inlines] = []
    for n in k.isi.nspk:
        if n.tujuan == t.kode:
            hukum = k.hukum[n.peraturan].judul
            butir.append((teks(hukum), *((Text(" "), teks(n.penjelasan)) if n.penjelasan else ())))
    for s in k.rpjmd.sasaran:
        if s.dilayani:
            butir.append(
                (
                    *(Text("Sasaran "), _angka(s.nomor), Text(" RPJMD "), teks(k.profil.daerah)),
                    *(Text(", yaitu "), teks(s.uraian)),
                )
            )
    return tuple(chain.from_iterable((*((LineBreak(),) if i else ()), Text("- "), *b) for i, b in enumerate(butir)))


def teknik_perumusan(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 4.1: how each program, kegiatan and sub kegiatan follows from tujuan, sasaran, outcome and output."""
    atas = tuple(
        judul(j)
        for j in (
            *("NSPK DAN SASARAN RPJMD YANG RELEVAN", "TUJUAN", "SASARAN", "OUTCOME", "OUTPUT", "INDIKATOR"),
            *("PROGRAM / KEGIATAN / SUB KEGIATAN", "KET"),
        )
    )
    baris: list[Row] = []
    for t in k.rencana.tujuan:
        semua = _banyak_baris(t)
        baris += _bertangga(t, 2, semua, (Cell(_sasaran_daerah(k), row_span=semua),))
    lebar = (64.0, 76.0, 88.0, 96.0, 128.0, 132.0, 136.0, 37.0)
    return Table(caption, lebar, kepala(atas, banyak=8), tuple(baris), source, True, "kecil")


def _sasaran_daerah(k: Konteks) -> Inlines:
    butir = [
        (Text("- "), teks(s.uraian), Text(" (S"), _angka(s.nomor), Text(")")) for s in k.rpjmd.sasaran if s.dilayani
    ]
    return tuple(chain.from_iterable((*((LineBreak(),) if i else ()), *b) for i, b in enumerate(butir)))


def _banyak_baris(c: Cabang) -> int:
    """Rows that a node and everything below it take: one per indicator, and one where there is none."""
    return max(1, len(c.indikator)) + sum(map(_banyak_baris, c.anak))


def _bertangga(c: Cabang, kolom: int, tinggi: int, awal: tuple[Cell, ...]) -> Iterator[Row]:
    """A node's rows, then those below it. Its own words stand in column `kolom` (from 1) down all of its rows."""
    sub, bernama = c.tingkat == "subkegiatan", c.tingkat in ("program", "kegiatan", "subkegiatan")
    sendiri = () if sub else (Cell((*_label(c.label_uraian), teks(c.uraian)), row_span=tinggi),)
    kosong = (KOSONG,) * (5 - kolom)  # columns of the levels below, up to OUTPUT
    indikator: list[Indikator | None] = [*c.indikator] or [None]
    for urut, i in enumerate(indikator):
        nama = c.nama.removeprefix("Program ").upper() if c.tingkat == "program" else c.nama
        label = () if sub else _label(c.label_uraian)
        yield Row(
            f"{c.kode}/{i.kode if i else ''}",
            (
                *((*awal, *sendiri) if urut == 0 else ()),
                *kosong,
                Cell((*label, teks(i.sebutan)) if i else ()),
                Cell((*_label(c.label), Value(nama, None, c.nama.asal)) if bernama and urut == 0 else ()),
                KOSONG,
            ),
        )
    for a in c.anak:
        yield from _bertangga(a, kolom if a.tingkat == "subkegiatan" else kolom + 1, _banyak_baris(a), ())


def _label(label: Teks) -> Inlines:
    return (teks(label), Text(". "))


@dataclass(frozen=True)
class KolomUang:
    """A column of amounts: header, the amount of a program, the total."""

    judul: Cell
    nilai: Callable[[Any], Angka]
    total: Angka


def rekapitulasi_program(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 4.2: number of kegiatan and sub kegiatan and pagu (Rupiah) per program and year, with totals."""
    r = k.rencana
    kolom = [KolomUang(judul_tahun(t), lambda p, t=t: p.pagu[t], r.pagu[t]) for t in r.tahun]  # type: ignore[misc]
    semua = KolomUang(judul("JUMLAH (Rp)", rows=2), lambda p: p.pagu_jumlah, r.pagu_jumlah)
    table = rekapitulasi(r.program, kolom, caption, source, semua)
    return replace(table, landscape=True)


def rekapitulasi(
    program: Daftar[Any], kolom: Sequence[KolomUang], caption: Caption, source: Inlines, semua: KolomUang | None = None
) -> Table:
    """How many kegiatan and sub kegiatan each program has, and its amounts; `semua`: the column of their sum.

    A program is a `Cabang` or a `Butir`.
    """
    n, akhir = len(kolom), [semua] if semua else []
    atas = (
        judul("No", rows=2),
        judul("PROGRAM", rows=2),
        judul("JUMLAH KEGIATAN", rows=2),
        judul("JUMLAH SUB KEGIATAN", rows=2),
        judul("PAGU INDIKATIF TAHUN (Rp)", span=n),
        *(x.judul for x in akhir),
    )
    baris = [
        Row(
            str(p.kode),
            (
                nomor(i),
                Cell((Value(str(p.kode), None, p.kode.asal), Text(" - "), teks(p.nama))),
                _banyak(p.kegiatan.jumlah),
                _banyak(p.subkegiatan.jumlah),
                *(uang(x.nilai(p)) for x in (*kolom, *akhir)),
            ),
        )
        for i, p in enumerate(program, 1)
    ]
    hitung = (
        jumlah((p.kegiatan.jumlah for p in program), "banyaknya kegiatan"),
        jumlah((p.subkegiatan.jumlah for p in program), "banyaknya sub kegiatan"),
    )
    total = (
        kata("JUMLAH", "tengah", strong=True, span=2),
        *(_banyak(a, strong=True) for a in hitung),
        *(uang(x.total, strong=True) for x in (*kolom, *akhir)),
    )
    nama = 438.0 - 20 - 2 * 54 - n * (UANG_KECIL + 6) if n < 4 else 175.0
    lebar = (20.0, nama, 54.0, 54.0, *([UANG_KECIL + 6] * n), *([UANG_KECIL + 12] * len(akhir)))
    kepala_tabel = kepala(atas, tuple(x.judul for x in kolom), banyak=4 + n + len(akhir))
    return Table(caption, lebar, kepala_tabel, (*baris, Row("jumlah", total)), source, size="kecil")


def _banyak(a: Angka, *, strong: bool = False) -> Cell:
    return bilangan(a, cetak.angka(a), "tengah", strong=strong)


def rencana_pendanaan(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 4.3: two rows per item (code and name; outcome or output with indicator and targets, both with pagu)."""
    r = k.rencana
    n = len(r.tahun)
    atas = (
        judul("BIDANG URUSAN / PROGRAM / OUTCOME / KEGIATAN / SUB KEGIATAN / OUTPUT", rows=3),
        judul("INDIKATOR OUTCOME / OUTPUT", rows=3),
        judul((Text("BASE LINE TAHUN "), nilai_tahun(k.periode.dasar)), rows=3),
        judul("TARGET DAN PAGU INDIKATIF TAHUN", span=2 * n),
        judul("KET", rows=3),
    )
    tengah = tuple(judul_tahun(t, span=2) for t in r.tahun)
    bawah = tuple(judul(j) for _ in r.tahun for j in ("TAR-GET", "PAGU"))
    baris = [b for p in r.program for c in (p, *p.di_bawah()) for b in _dua_baris(c, r.tahun)]
    total = Row(
        "total",
        (
            kata("TOTAL", "tengah", strong=True, span=3),
            *chain.from_iterable((KOSONG, uang(r.pagu[t], strong=True)) for t in r.tahun),
            KOSONG,
        ),
    )
    lebar = (108.0, 103.0, 27.0, *([TARGET_RENIK, UANG_RENIK] * n), 52.0)
    return Table(
        caption,
        lebar,
        kepala(atas, tengah, bawah, banyak=4 + 2 * n),
        (*baris, total),
        source,
        True,
        "renik",
    )


def _dua_baris(c: Cabang, tahun: Periode) -> Iterator[Row]:
    """Code and name with pagu, kept with the row of outcome or output; further indicators have rows of their own."""
    tebal = c.tingkat != "subkegiatan"
    nama = c.nama.upper() if c.tingkat == "program" else c.nama
    judul_baris = (Value(str(c.kode), None, c.kode.asal), Text(" - "), Value(nama, None, c.nama.asal))
    pagu = [uang(c.pagu[t], strong=tebal) for t in tahun]
    yield Row(
        str(c.kode),
        (
            Cell(judul_baris, strong=tebal),
            KOSONG,
            KOSONG,
            *chain.from_iterable((KOSONG, p) for p in pagu),
            KOSONG,
        ),
        keep=True,
    )
    indikator: list[Indikator | None] = [*c.indikator] or [None]
    for urut, i in enumerate(indikator):
        jabatan = c.penanggung_jawab
        nilai = _nilai(i, tahun) if i else [KOSONG] * (len(tahun) + 1)
        rupiah = [uang(c.pagu[t]) if urut == 0 else KOSONG for t in tahun]
        yield Row(
            f"{c.kode}/{i.kode if i else ''}",
            (
                kata(c.uraian) if urut == 0 else KOSONG,
                kata(i.sebutan) if i else KOSONG,
                nilai[0],
                *chain.from_iterable(zip(nilai[1:], rupiah, strict=True)),
                kata(jabatan.singkatan if jabatan else None) if urut == 0 else KOSONG,
            ),
        )


def _nilai(i: Indikator, tahun: Periode) -> list[Cell]:
    """Baseline and targets."""
    return [angka_indikator(i.baseline, i.desimal), *(angka_indikator(i.target[t], i.desimal) for t in tahun)]


def _angka(a: Angka) -> Value:
    return Value(cetak.angka(a), a, a.asal)
