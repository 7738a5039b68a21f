"""Tables T-C.29 and T-C.30 of Permendagri 86/2017, and spending: what was reached until the Renja's year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.compute.butir import Butir
from generator.compute.daftar import Tahun
from generator.compute.evaluasi import IndikatorRenja
from generator.compute.renja import KonteksRenja
from generator.document.tables.formulir import berformulir, bernama, bila_ada, dana
from generator.document.tables.sel import (
    KOSONG,
    bilangan,
    judul,
    judul_tahun,
    kata,
    kata_boleh,
    kepala,
    nilai_indikator,
    nilai_tahun,
    nomor,
    teks,
)
from generator.model.angka import Angka
from generator.tree import format as cetak
from generator.tree.nodes import Caption, Cell, Inlines, Row, Table, Text, Value

KODE_RENIK, ANGKA_RENIK = 62.0, 46.0


def tc_29(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """Targets and realisation of programs, kegiatan and sub kegiatan until the running year, in the form's columns.

    All that the Renstra plans in its period stand here, also what the year of the Renja does not carry out.
    """
    r = k.renja
    evaluasi, lalu = nilai_tahun(r.tahun_evaluasi), nilai_tahun(r.tahun_lalu)
    atas = (
        judul("KODE", rows=2),
        judul("URUSAN/BIDANG URUSAN PEMERINTAHAN DAERAH DAN PROGRAM/KEGIATAN/SUB KEGIATAN", rows=2),
        judul("INDIKATOR KINERJA PROGRAM (OUTCOME)/KEGIATAN (OUTPUT)", rows=2),
        judul((Text("TARGET RENSTRA PADA AKHIR TAHUN "), nilai_tahun(k.periode.akhir)), rows=2),
        judul((Text("REALISASI S.D. TAHUN "), nilai_tahun(r.tahun_awal)), rows=2),
        judul((Text("TARGET DAN REALISASI RENJA TAHUN "), evaluasi), span=3),
        judul((Text("TARGET RENJA TAHUN BERJALAN "), lalu), rows=2),
        judul((Text("PERKIRAAN REALISASI CAPAIAN RENSTRA S.D. TAHUN "), lalu), span=2),
    )
    bawah = (
        judul("TARGET"),
        judul("REALISASI"),
        judul("TINGKAT REALISASI (%) (7/6)"),
        judul("REALISASI (5+7+9)"),
        judul("TINGKAT CAPAIAN (%) (10/4)"),
    )
    baris = tuple(b for c in r.dievaluasi for b in _baris_29(c))
    lebar = (KODE_RENIK, 150.0, 150.0, *([ANGKA_RENIK] * 2), *([ANGKA_RENIK] * 3), ANGKA_RENIK, *([ANGKA_RENIK] * 2))
    return Table(berformulir(k, "tc-29", caption), lebar, kepala(atas, bawah, banyak=11), baris, source, True, "renik")


def _baris_29(b: Butir) -> Iterator[Row]:
    indikator: list[IndikatorRenja | None] = [*b.indikator] or [None]
    for urut, i in enumerate(indikator):
        yield Row(
            str(b.kode) if urut == 0 else f"{b.kode}/{i.kode if i else ''}",
            (*bernama(b, pertama=urut == 0), kata(i.sebutan if i else None), *_nilai_29(i)),
            keep=b.tingkat != "subkegiatan",
        )


def _nilai_29(i: IndikatorRenja | None) -> Iterator[Cell]:
    """Columns 4 to 11; in a year without target there is '-', never 0."""
    if i is None:
        yield from (kata(None, "tengah") for _ in range(8))
        return
    yield bila_ada(i.target_akhir, i.desimal)
    yield (nilai_indikator if i.bertarget_awal else bila_ada)(i.realisasi_awal, i.desimal)
    yield bila_ada(i.target_evaluasi, i.desimal)
    yield (nilai_indikator if i.target_evaluasi else bila_ada)(i.realisasi_evaluasi, i.desimal)
    yield _persen(i.tingkat_realisasi)
    yield bila_ada(i.target_lalu, i.desimal)
    yield nilai_indikator(i.perkiraan_sampai, i.desimal)
    yield _persen(i.tingkat_capaian)


def _persen(a: Angka) -> Cell:
    return bilangan(a, cetak.seratus(a), "tengah")


def tc_30(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """The main and key indicators: targets n-2 to n+1, realisation, projection; no n+1 in the plan's last year."""
    r = k.renja
    tahun = (r.tahun_evaluasi, r.tahun_lalu, *r.tahun_rencana)
    n = len(tahun)
    atas = (
        judul("No", rows=2),
        judul("INDIKATOR", rows=2),
        judul("SPM/STANDAR NASIONAL", rows=2),
        judul("IKK", rows=2),
        judul("TARGET RENSTRA PERANGKAT DAERAH TAHUN", span=n),
        judul("REALISASI CAPAIAN TAHUN", span=2),
        judul("PROYEKSI TAHUN", span=n - 2),
        judul("CATATAN ANALISIS", rows=2),
    )
    bawah = tuple(judul_tahun(t) for t in (*tahun, *tahun[:2], *tahun[2:]))
    baris = (*_baris_iku(r.iku, tahun, mulai=1), *_baris_ikk(k, tahun, mulai=len(r.iku) + 1))
    proyeksi = [28.0, 28.0] if r.ada_prakiraan else [42.0]  # 'PROYEKSI' must not break
    lebar = (16.0, 82.0, 45.0, 24.0, *([28.0] * (n + 2)), *proyeksi, 48.0)
    kepala_tabel = kepala(atas, bawah, banyak=5 + 2 * n)
    return Table(berformulir(k, "tc-30", caption), lebar, kepala_tabel, baris, source, size="renik")


def _baris_iku(daftar: Iterable[IndikatorRenja], tahun: Sequence[Tahun], mulai: int) -> Iterator[Row]:
    for urut, i in enumerate(daftar, mulai):
        proyeksi = (i.target, i.prakiraan)[: len(tahun) - 2]
        angka = (*(i.renstra[t] for t in tahun), i.realisasi_evaluasi, i.perkiraan_lalu, *proyeksi)
        yield Row(
            str(i.kode),
            (
                nomor(urut),
                kata(i.sebutan),
                kata(i.standar, "tengah"),
                kata(None, "tengah"),
                *(nilai_indikator(a, i.desimal) for a in angka),
                kata_boleh(i.catatan),
            ),
        )


def _baris_ikk(k: KonteksRenja, tahun: Sequence[Tahun], mulai: int) -> Iterator[Row]:
    """Key indicators: of them the sources know targets only."""
    for urut, i in enumerate(k.ikk, mulai):
        target = [i.target.get(t.nilai, Angka(None)) for t in tahun]
        yield Row(
            f"ikk/{i.kode}",
            (
                nomor(urut),
                Cell((teks(i.nama), Text(" ("), teks(i.satuan), Text(")"))),
                kata(None, "tengah"),
                nilai_indikator(target[2]),
                *(nilai_indikator(a) for a in (*target, Angka(None), Angka(None), *target[2:])),
                kata_boleh(i.keterangan),
            ),
        )


def anggaran_evaluasi(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """Budget and spending of n-2 per program; '-' where anggaran_realisasi.xlsx does not know that year."""
    a = k.renja.anggaran_evaluasi
    tahun = nilai_tahun(k.renja.tahun_evaluasi)
    atas = (
        judul("No"),
        judul("PROGRAM"),
        judul((Text("ANGGARAN TAHUN "), tahun, Text(" (Rp)"))),
        judul((Text("REALISASI TAHUN "), tahun, Text(" (Rp)"))),
        judul("REALISASI TERHADAP ANGGARAN (%)"),
    )
    baris = [
        Row(
            p.kode,
            (
                nomor(i),
                Cell((Value(p.kode, None, (p.lokasi,) if p.lokasi else ()), Text(" - "), teks(p.nama))),
                dana(p.anggaran),
                dana(p.realisasi),
                _persen(p.rasio),
            ),
        )
        for i, p in enumerate(a.program if a else (), 1)
    ]
    total = Row(
        "jumlah",
        (
            kata("JUMLAH", "tengah", strong=True, span=2),
            dana(a.anggaran, strong=True) if a else kata(None, "tengah"),
            dana(a.realisasi, strong=True) if a else kata(None, "tengah"),
            bilangan(a.rasio, cetak.seratus(a.rasio), "tengah", strong=True) if a else KOSONG,
        ),
    )
    lebar = (20.0, 190.0, 76.0, 76.0, 76.0)
    return Table(caption, lebar, kepala(atas, banyak=5), (*baris, total), source, size="kecil")
