"""T-C.33 (plan of n, forward estimate of n+1), the program table of Permendagri 14/2026, differences from the Renstra.

One row per indicator of each program, kegiatan and sub kegiatan; a node's own figures stand in its first row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.compute.butir import Butir
from generator.compute.daftar import Tahun
from generator.compute.evaluasi import IndikatorRenja
from generator.compute.renja import KonteksRenja
from generator.document.tables.evaluasi import KODE_RENIK
from generator.document.tables.formulir import berformulir, bernama, dana, dengan_jumlah, tabel_nihil
from generator.document.tables.indikator import KolomAngka, tabel_ikk, tabel_iku
from generator.document.tables.rencana import UANG_RENIK, KolomUang, baris_tujuan, rekapitulasi
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
from generator.model.angka import Angka, Teks
from generator.tree import format as cetak
from generator.tree.nodes import Align, Caption, Cell, Inlines, Row, Table, Text

Kolom = Callable[[Butir, IndikatorRenja | None, bool], Cell]
"""A cell of a node and its indicator; the flag: whether this is the node's first row."""
UANG = UANG_RENIK + 5
SAMA = " sama dengan yang direncanakan dalam Renstra."


def tc_33(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """Programs, kegiatan and sub kegiatan with place, target, money and source of n, and target and money of n+1.

    In the plan's last year the columns of n+1 are left out, and a row says why.
    """
    maju = k.renja.ada_prakiraan
    atas = (
        judul("KODE", rows=2),
        judul("URUSAN/BIDANG URUSAN PEMERINTAHAN DAERAH DAN PROGRAM/KEGIATAN/SUB KEGIATAN", rows=2),
        judul("INDIKATOR KINERJA PROGRAM/KEGIATAN/SUB KEGIATAN", rows=2),
        judul((Text("RENCANA TAHUN "), nilai_tahun(k.renja.tahun)), span=4),
        judul("CATATAN PENTING", rows=2),
        *_judul_maju("PRAKIRAAN MAJU RENCANA TAHUN ", k),
    )
    sub = ("LOKASI", "TARGET CAPAIAN KINERJA", "KEBUTUHAN DANA/PAGU INDIKATIF (Rp)", "SUMBER DANA")
    bawah = tuple(map(judul, (*sub, *(sub[1:3] if maju else ()))))
    isi: tuple[Kolom, ...] = (_indikator, _tempat, _target, _pagu, _sumber_dana, _catatan)
    lebar: tuple[float, ...] = (KODE_RENIK, 166.0, 160.0, 62.0, 42.0, UANG, 52.0, 62.0)
    if maju:
        isi, lebar = (*isi, _target_maju, _pagu_maju), (*lebar, 42.0, UANG)
    return _rencana(k, berformulir(k, "tc-33", caption), (atas, bawah), lebar, isi, source)


def program_14_2026(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """The program table of Permendagri 14/2026: as T-C.33, with outcome or output, target group and who answers."""
    atas = (
        judul("KODE", rows=2),
        judul("PROGRAM/KEGIATAN/SUB KEGIATAN", rows=2),
        judul("OUTCOME/OUTPUT", rows=2),
        judul("INDIKATOR OUTCOME/OUTPUT", rows=2),
        judul((Text("RENCANA TAHUN "), nilai_tahun(k.renja.tahun)), span=5),
        *_judul_maju("PRAKIRAAN MAJU TAHUN ", k),
        judul("PENANGGUNG JAWAB", rows=2),
    )
    maju = k.renja.ada_prakiraan
    sub = ("TARGET", "PAGU (Rp)", "LOKASI", "SUMBER DANA", "KELOMPOK SASARAN")
    bawah = tuple(map(judul, (*sub, *(sub[:2] if maju else ()))))
    isi: tuple[Kolom, ...] = (_uraian, _indikator, _target, _pagu, _tempat, _sumber_dana, _kelompok_sasaran)
    lebar: tuple[float, ...] = (KODE_RENIK, 110.0, 106.0, 106.0, 34.0, UANG, 50.0, 44.0, 54.0)
    if maju:
        isi, lebar = (*isi, _target_maju, _pagu_maju), (*lebar, 34.0, UANG)
    return _rencana(k, caption, (atas, bawah), (*lebar, 54.0), (*isi, _penanggung_jawab), source)


def _judul_maju(kata_depan: str, k: KonteksRenja) -> tuple[Cell, ...]:
    """The header over target and pagu of n+1, if there is such a year."""
    r = k.renja
    return (judul((Text(kata_depan), nilai_tahun(r.tahun_depan)), span=2),) if r.ada_prakiraan else ()


def _rencana(
    k: KonteksRenja,
    caption: Caption,
    atas: tuple[Sequence[Cell], Sequence[Cell]],
    lebar: tuple[float, ...],
    isi: Sequence[Kolom],
    source: Inlines,
) -> Table:
    """Header, rows and total; `isi` are the columns after code and name."""
    banyak = len(lebar)
    baris = (*dengan_jumlah(_baris(k, isi), _total(k, isi)), *_tanpa_prakiraan(k, banyak))
    return Table(caption, lebar, kepala(*atas, banyak=banyak), baris, source, True, "renik")


# ---------------------------------------------------------------- rows


def _baris(k: KonteksRenja, isi: Sequence[Kolom]) -> Iterator[Row]:
    for p in k.renja.program:
        for b in (p, *p.di_bawah()):
            indikator: list[IndikatorRenja | None] = [*b.indikator] or [None]
            for urut, i in enumerate(indikator):
                kunci = str(b.kode) if urut == 0 else f"{b.kode}/{i.kode if i else ''}"
                pertama = urut == 0
                sel = (*bernama(b, pertama=pertama), *(kolom(b, i, pertama) for kolom in isi))
                yield Row(kunci, sel, keep=b.tingkat != "subkegiatan")


def _total(k: KonteksRenja, isi: Sequence[Kolom]) -> Row:
    """The amounts of n and n+1 in their columns."""
    letak = isi.index(_pagu)
    jumlah = {_pagu: k.renja.pagu, _pagu_maju: k.renja.prakiraan}
    sel = (dana(jumlah[x], strong=True) if x in jumlah else KOSONG for x in isi[letak:])
    return Row("total", (kata("TOTAL", "tengah", strong=True, span=2 + letak), *sel), keep=not k.renja.ada_prakiraan)


def _tanpa_prakiraan(k: KonteksRenja, banyak: int) -> tuple[Row, ...]:
    """In the plan's last year: why there is no forward estimate."""
    r = k.renja
    if r.ada_prakiraan:
        return ()
    isi = (
        *(Text("Prakiraan maju tahun "), nilai_tahun(r.tahun_depan), Text(" tidak ada: tahun "), nilai_tahun(r.tahun)),
        Text(" adalah tahun terakhir yang direncanakan dalam Renstra."),
    )
    return (Row("tanpa-prakiraan", (Cell(isi, col_span=banyak),)),)


def _uraian(b: Butir, i: IndikatorRenja | None, pertama: bool) -> Cell:
    return kata(b.uraian) if pertama else KOSONG


def _indikator(b: Butir, i: IndikatorRenja | None, pertama: bool) -> Cell:
    return kata(i.sebutan if i else None)


def _target(b: Butir, i: IndikatorRenja | None, pertama: bool) -> Cell:
    return nilai_indikator(i.target, i.desimal) if i else kata(None, "tengah")


def _target_maju(b: Butir, i: IndikatorRenja | None, pertama: bool) -> Cell:
    return nilai_indikator(i.prakiraan, i.desimal) if i else kata(None, "tengah")


def _pagu(b: Butir, i: IndikatorRenja | None, pertama: bool) -> Cell:
    return dana(b.pagu, strong=b.tingkat != "subkegiatan") if pertama else KOSONG


def _pagu_maju(b: Butir, i: IndikatorRenja | None, pertama: bool) -> Cell:
    return dana(b.prakiraan, strong=b.tingkat != "subkegiatan") if pertama else KOSONG


def _kata_sub(ambil: Callable[[Butir], Teks | None], align: Align = "kiri") -> Kolom:
    """Words that the year's workbook gives for a sub kegiatan; the levels above have none of their own."""

    def sel(b: Butir, i: IndikatorRenja | None, pertama: bool) -> Cell:
        return kata_boleh(ambil(b), align) if pertama and b.tingkat == "subkegiatan" else KOSONG

    return sel


_tempat = _kata_sub(lambda b: b.tempat)
_sumber_dana = _kata_sub(lambda b: b.sumber_dana, "tengah")
_kelompok_sasaran = _kata_sub(lambda b: b.kelompok_sasaran)
_catatan = _kata_sub(lambda b: b.catatan)


def _penanggung_jawab(b: Butir, i: IndikatorRenja | None, pertama: bool) -> Cell:
    jabatan = b.penanggung_jawab
    return kata(jabatan.singkatan if jabatan else None) if pertama else KOSONG


# ---------------------------------------------------------------- as the Renstra's, for some years


def tujuan_sasaran(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """Tujuan and sasaran with the targets of n-1, n and n+1; an indicator of the tujuan itself has no sasaran."""
    tahun = _tahun(k)
    atas = (
        judul("TUJUAN", rows=2),
        judul("SASARAN", rows=2),
        judul("INDIKATOR", rows=2),
        judul("TARGET TAHUN", span=len(tahun)),
    )
    target = _target_tahun(k)

    def nilai(i: IndikatorRenja) -> tuple[Cell, ...]:
        return tuple(nilai_indikator(ambil(i), i.desimal) for _, ambil in target)

    baris = tuple(b for t in k.renja.tujuan for b in baris_tujuan(t, nilai, bersih=True))
    kepala_tabel = kepala(atas, tuple(j for j, _ in target), banyak=3 + len(tahun))
    return Table(caption, (105.0, 115.0, 105.0, *([38.0] * len(tahun))), kepala_tabel, baris, source, size="kecil")


def _tahun(k: KonteksRenja) -> tuple[Tahun, ...]:
    """n-1, n and, where the Renstra has it, n+1."""
    return (k.renja.tahun_lalu, *k.renja.tahun_rencana)


def _target_tahun(k: KonteksRenja) -> list[KolomAngka]:
    """The columns of an indicator's targets of these years."""
    ambil: tuple[Callable[[IndikatorRenja], Angka], ...] = (
        lambda i: i.target_lalu,
        lambda i: i.target,
        lambda i: i.prakiraan,
    )
    return [(judul_tahun(t), f) for t, f in zip(_tahun(k), ambil, strict=False)]


def pagu_program(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """Per program how many kegiatan and sub kegiatan, and the pagu of n-1, n and n+1."""
    r = k.renja
    semua: tuple[tuple[Callable[[Butir], Angka], Angka], ...] = (
        (lambda p: p.pagu_lalu, r.pagu_lalu),
        (lambda p: p.pagu, r.pagu),
        (lambda p: p.prakiraan, r.prakiraan),
    )
    kolom = [KolomUang(judul_tahun(t), f, total) for t, (f, total) in zip(_tahun(k), semua, strict=False)]
    return rekapitulasi(r.program, kolom, caption, source)


def iku(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """The main indicators with the targets of n-1, n and n+1."""
    return tabel_iku(k.renja.iku, (), _target_tahun(k), caption, source, nilai_indikator)


def ikk(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """The key indicators with the targets of n-1, n and n+1, or NIHIL."""
    return tabel_ikk(k, _tahun(k), caption, source)


# ---------------------------------------------------------------- what differs from the Renstra


def perbedaan(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """Every pagu and target of n that is not the Renstra's, with its reason."""
    r = k.renja
    atas = (
        judul("No"),
        judul("KODE DAN NAMA"),
        judul("HAL YANG BERUBAH"),
        judul("RENSTRA"),
        judul("RENJA"),
        judul("SELISIH"),
        judul("ALASAN"),
    )
    baris = [
        Row(
            f"{p.kode}/{p.hal}/{p.indikator or ''}",
            (
                nomor(urut),
                Cell((teks(p.kode), Text(" - "), teks(p.nama))),
                Cell((Text(f"{p.hal} "), *((teks(p.indikator), Text(" ")) if p.indikator else ()), *_satuan(p.satuan))),
                *(_beda(a, p.desimal) for a in (p.renstra, p.renja, p.selisih)),
                kata_boleh(p.alasan),
            ),
        )
        for urut, p in enumerate(r.perbedaan, 1)
    ]
    lebar = (20.0, 106.0, 80.0, 62.0, 62.0, 62.0, 70.0)
    tabel = Table(caption, lebar, kepala(atas, banyak=7), tuple(baris), source, size="kecil")
    sama = (Text("Pagu dan target tahun "), nilai_tahun(r.tahun), Text(SAMA))
    return tabel if baris else tabel_nihil(tabel, sama)


def _satuan(satuan: Teks) -> Inlines:
    return (Text("("), teks(satuan), Text(")"))


def _beda(a: Angka, desimal: int) -> Cell:
    return bilangan(a, cetak.angka(a, desimal))
