"""Tables 4.5 and 4.6 (IKU, IKK), and the box that defines an indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.compute.daftar import Tahun
from generator.compute.konteks import Konteks
from generator.document.tables.sel import (
    angka_indikator,
    judul,
    judul_tahun,
    kata,
    kepala,
    nihil,
    nilai_tahun,
    nomor,
    tahun_kepala,
    teks,
)
from generator.model.angka import Angka, Lokasi, Teks
from generator.tree import format as cetak
from generator.tree.nodes import Caption, Cell, Inlines, Row, Table, Text, Value
from generator.tree.rumus import formula

KOLOM_KOTAK = 5  # of a box's value: scales need them, words and formulas span them
LEBAR_LABEL, LEBAR_NILAI = 2.4, 1.6


KolomAngka = tuple[Cell, Callable[[Any], Angka]]
"""A column of numbers: its header, and the number of an indicator."""


def iku(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 4.5: the main indicators, with the plan's own baseline and targets."""
    dasar: KolomAngka = (judul((Text("BASE LINE "), nilai_tahun(k.periode.dasar)), rows=2), lambda i: i.baseline)
    return tabel_iku(k.iku, (dasar,), _target(k.rencana.tahun), caption, source)


def tabel_iku(
    daftar: Iterable[Any],
    sebelum: Sequence[KolomAngka],
    target: Sequence[KolomAngka],
    caption: Caption,
    source: Inlines,
    sel: Callable[[Angka, int], Cell] = angka_indikator,
) -> Table:
    """Indicators, columns of their own, and a group of columns of targets."""
    atas = (
        judul("No", rows=2),
        judul("INDIKATOR", rows=2),
        judul("SATUAN", rows=2),
        *(j for j, _ in sebelum),
        judul("TARGET TAHUN", span=len(target)),
        judul("KET", rows=2),
    )
    kolom = (*sebelum, *target)
    baris = tuple(
        Row(
            str(i.kode),
            (
                nomor(urut),
                kata(i.nama),
                kata(i.satuan, "tengah"),
                *(sel(nilai(i), i.desimal) for _, nilai in kolom),
                kata(i.keterangan or ""),
            ),
        )
        for urut, i in enumerate(daftar, 1)
    )
    lebar = (0.6, 2.6, 1.2, *([1.1] * len(sebelum)), *([1.0] * len(target)), 0.8)
    kepala_tabel = kepala(atas, tuple(j for j, _ in target), banyak=4 + len(kolom))
    return Table(caption, lebar, kepala_tabel, baris, source, size="kecil")


def ikk(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 4.6: the key indicators; declared NIHIL, its header, NIHIL and why."""
    return tabel_ikk(k, list(k.rencana.tahun), caption, source)


def tabel_ikk(k: Konteks, tahun: Sequence[Tahun], caption: Caption, source: Inlines) -> Table:
    """The key indicators with their targets of some years; a year that the sheet has not prints '-'."""
    atas = (
        judul("No", rows=2),
        judul("INDIKATOR", rows=2),
        judul("SATUAN", rows=2),
        judul("TARGET TAHUN", span=len(tahun)),
        judul("KET", rows=2),
    )
    banyak = 4 + len(tahun)
    baris: tuple[Row, ...] = tuple(
        Row(
            str(i.kode),
            (
                nomor(urut),
                kata(i.nama),
                kata(i.satuan, "tengah"),
                *(angka_indikator(i.target[t.nilai]) if t.nilai in i.target else kata(None, "tengah") for t in tahun),
                kata(i.keterangan or ""),
            ),
        )
        for urut, i in enumerate(k.ikk, 1)
    )
    if k.ikk.nihil:
        baris = nihil((teks(k.ikk.penjelasan or cetak.STRIP),), banyak)
    lebar = (0.6, 2.6, 1.2, *([1.0] * len(tahun)), 0.8)
    return Table(caption, lebar, kepala(atas, tahun_kepala(tahun), banyak=banyak), baris, source, size="kecil")


def _target(tahun: Iterable[Tahun]) -> list[KolomAngka]:
    """The plan's target of each year."""
    return [(judul_tahun(t), lambda i, t=t: i.target[t]) for t in tahun]  # type: ignore[misc]


def definisi(k: Konteks, kode: str, source: Inlines, asal: Lokasi) -> Table:
    """The box of an indicator: what it is, means, how it is calculated, its data and who answers for it.

    A scale of the indicator (AKIP, IKM) follows its formula. Raises LookupError for an indicator without definition and
    `RumusSalah` for a formula that cannot be read.
    """
    d = k.definisi[kode]
    pemilik = (c for c in (*k.rencana.tujuan, *k.rencana.sasaran) if any(i.kode == kode for i in c.indikator))
    milik: Inlines = next(
        ((Text(f"Indikator {c.tingkat.title()} ("), _nilai(c.label), Text(")")) for c in pemilik), (Text("Indikator"),)
    )
    atas = Row("indikator", (judul(milik), judul(d.indikator.sebutan, span=KOLOM_KOTAK)))
    baris = [
        Row("interpretasi", _berlabel("Interpretasi", _penuh((_nilai(d.interpretasi),)))),
        *_rumus(k, kode),
        Row("sumber-data", _berlabel("Sumber Data", _penuh((_nilai(d.sumber_data),)))),
        Row("penanggung-jawab", _berlabel("OPD Penanggungjawab", _penuh((_nilai(d.penanggung_jawab),)))),
    ]
    caption = Caption("kotak", f"indikator-{kode}", (Text("Indikator "), _nilai(d.indikator.nama)), asal=asal)
    lebar = (LEBAR_LABEL, *([LEBAR_NILAI] * KOLOM_KOTAK))
    return Table(caption, lebar, (atas,), tuple(baris), source, size="kecil")


def _rumus(k: Konteks, kode: str) -> list[Row]:
    """The steps of the calculation and the scale, beside one label."""
    isi = [tuple(b) for b in _langkah(k, kode)] or [_penuh(())]
    awal = Cell((Text("Rumus Perhitungan"),), row_span=len(isi), strong=True)
    return [Row(f"rumus-{i}", (awal, *b) if i == 1 else b) for i, b in enumerate(isi, 1)]


def _langkah(k: Konteks, kode: str) -> Iterator[tuple[Cell, ...]]:
    for r in k.definisi[kode].rumus:
        if r.keterangan:
            yield _penuh((_nilai(r.keterangan),))
        if r.rumus:
            yield _penuh((formula(r.rumus, r.rumus.asal[0]),))
        match r.sisipan:
            case "interval AKIP":
                yield _kepala(("Predikat", 1), ("Interval", 1), ("Sebutan", 1), ("Penjelasan", 2))
                for p in k.isi.predikat_akip:
                    rinci = replace(kata(p.penjelasan), col_span=2)
                    yield (kata(p.predikat, "tengah"), kata(p.interval, "tengah"), kata(p.sebutan), rinci)
            case "skala IKM":
                judul_kolom = ("Nilai Persepsi", "Nilai Interval", "Nilai Interval Konversi", "Mutu Pelayanan")
                yield _kepala(*((j, 1) for j in (*judul_kolom, "Kinerja Unit Pelayanan")))
                for m in k.isi.skala_ikm:
                    yield tuple(kata(t, "tengah") for t in (m.nilai, m.interval, m.konversi, m.mutu, m.kinerja))
            case "unsur layanan":
                yield _kepala(("No", 1), ("Unsur Pelayanan", 3), ("Nilai Rata-rata Unsur", 1))
                for i, u in enumerate(k.kinerja.unsur, 1):
                    yield (nomor(i), replace(kata(u), col_span=3), kata(chr(96 + i), "tengah"))


def _kepala(*isi: tuple[str, int]) -> tuple[Cell, ...]:
    return tuple(judul(teks, span=span) for teks, span in isi)


def _berlabel(label: str, isi: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return (Cell((Text(label),), strong=True), *isi)


def _penuh(isi: Inlines) -> tuple[Cell, ...]:
    return (Cell(isi, col_span=KOLOM_KOTAK),)


def _nilai(t: Teks) -> Value:
    return Value(str(t), None, t.asal)
