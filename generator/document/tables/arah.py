"""Tables 3.1, 3.3-3.5 and 4.4: the regency's vision, strategies, stages, policy directions, priorities."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from generator.compute.konteks import Konteks
from generator.document.tables.sel import judul, judul_tahun, kata, kepala, nomor
from generator.model.angka import Angka, Teks
from generator.tree.nodes import Caption, Cell, Inlines, LineBreak, Row, Table, Text, Value


def perwujudan_visi(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 3.1: the vision, its main points and what each means."""
    pokok = list(k.rpjmd.pokok_visi)
    baris = tuple(
        Row(str(v.pokok), (*((_gabung(v.visi, len(pokok)),) if i == 0 else ()), kata(v.pokok), kata(v.penjelasan)))
        for i, v in enumerate(pokok)
    )
    atas = (judul("Visi"), judul("Pokok Visi"), judul("Penjelasan Visi"))
    return Table(caption, (2.2, 1.8, 6.0), kepala(atas, banyak=3), baris, source)


def strategi(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 3.3: strategies of each sasaran, numbered within it."""
    baris: list[Row] = []
    for t in k.rencana.tujuan:
        tinggi = sum(max(1, len(s.strategi)) for s in t.sasaran)
        awal: tuple[Cell, ...] = (Cell((_nilai(t.nama), Text(" ("), _nilai(t.label), Text(")")), row_span=tinggi),)
        for s in t.sasaran:
            daftar: Sequence[Teks | None] = [*s.strategi] or [None]
            awal = (*awal, Cell((_nilai(s.nama), Text(" ("), _nilai(s.label), Text(")")), row_span=len(daftar)))
            for i, u in enumerate(daftar, 1):
                isi = (Text(f"{i}. "), _nilai(u)) if u else ()
                baris.append(Row(f"{s.kode}/{i}", (*awal, Cell(isi))))
                awal = ()
    atas = (judul("TUJUAN"), judul("SASARAN"), judul("STRATEGI"))
    return Table(caption, (2.5, 2.7, 4.8), kepala(atas, banyak=3), tuple(baris), source)


def penahapan(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 3.4: one column per stage."""
    tahap = list(k.tahapan)
    atas = tuple(judul((Text("TAHAP "), Value(str(t.nomor), Angka(t.nomor, t.asal), t.asal))) for t in tahap)
    bawah = tuple(judul_tahun(t.tahun) for t in tahap)
    baris = Row("tahapan", tuple(kata(t.uraian) for t in tahap))
    return Table(caption, (1.0,) * len(tahap), kepala(atas, bawah, banyak=len(tahap)), (baris,), source)


def arah_kebijakan(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 3.5. A row without NSPK or RPJMD direction of its own shares those of the row above."""
    daftar = list(k.arah_kebijakan)
    baris: list[Row] = []
    for i, a in enumerate(daftar):
        awal: list[Cell] = [nomor(i + 1)]
        if a.operasionalisasi or i == 0:
            awal.append(
                Cell(_butir(a.operasionalisasi), row_span=_menurun([bool(b.operasionalisasi) for b in daftar], i))
            )
        if a.rpjmd or i == 0:
            isi = (_nilai(a.rpjmd),) if a.rpjmd else ()
            awal.append(Cell(isi, row_span=_menurun([bool(b.rpjmd) for b in daftar], i)))
        baris.append(Row(str(a.kode), (*awal, kata(a.renstra), kata(a.keterangan or ""))))
    atas = tuple(
        judul(j) for j in ("No", "OPERASIONALISASI NSPK", "ARAH KEBIJAKAN RPJMD", "ARAH KEBIJAKAN RENSTRA PD", "KET")
    )
    return Table(caption, (0.5, 3.0, 3.0, 3.0, 0.8), kepala(atas, banyak=5), tuple(baris), source)


def prioritas(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 4.4; NIHIL when no kegiatan supports a priority."""
    baris = tuple(
        Row(
            str(p.kode),
            (
                nomor(i),
                kata(p.program_prioritas),
                kata(p.outcome),
                kata(p.kegiatan.nama),
                kata(p.keterangan or ""),
            ),
        )
        for i, p in enumerate(k.prioritas, 1)
    )
    atas = tuple(
        judul(j) for j in ("No", "Program Prioritas Pembangunan Daerah", "Outcome", "Kegiatan/Sub Kegiatan", "Ket")
    )
    nihil = (Row("nihil", (kata("NIHIL", "tengah", strong=True, span=5),)),)
    return Table(caption, (0.5, 2.8, 2.4, 2.6, 1.7), kepala(atas, banyak=5), baris or nihil, source)


def _menurun(sendiri: Sequence[bool], i: int) -> int:
    """How many rows from i on share its cell: itself and those below without one of their own."""
    return 1 + next((j for j, s in enumerate(sendiri[i + 1 :]) if s), len(sendiri) - i - 1)


def _butir(isi: Sequence[Teks]) -> Inlines:
    """Items with a dash, each on a line of its own."""
    return tuple(
        chain.from_iterable((*((LineBreak(),) if i else ()), Text("- "), _nilai(t)) for i, t in enumerate(isi))
    )


def _gabung(t: Teks, tinggi: int) -> Cell:
    return Cell((_nilai(t),), row_span=tinggi)


def _nilai(t: Teks) -> Value:
    return Value(str(t), None, t.asal)
