"""Tables T-C.31 (the RKPD's draft against what is needed) and T-C.32 (proposals), and innovations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.compute.butir import Butir
from generator.compute.evaluasi import IndikatorRenja
from generator.compute.renja import KonteksRenja
from generator.document.tables.formulir import berformulir, dana, dengan_jumlah, tabel_nihil
from generator.document.tables.sel import (
    KOSONG,
    judul,
    kata,
    kata_boleh,
    kepala,
    nilai_indikator,
    nilai_tahun,
    nomor,
    teks,
)
from generator.model.angka import Angka, Teks, jumlah
from generator.model.renja import Rkpd, Usulan
from generator.tree.nodes import Caption, Cell, Inlines, LineBreak, Row, Table, Text

# Relative widths in points: no word of 7 pt may break, 'Bulanan/Triwulanan/Semesteran' and 'KEBUTUHAN' least of all.
NOMOR, CATATAN = 18.0, 46.0
SETENGAH = (110.0, 34.0, 110.0, 40.0, 52.0)
TANPA_RANCANGAN, ANALISIS_SAJA = (50.0, 34.0, 46.0, 40.0, 42.0), (165.0, 58.0, 165.0, 40.0, 52.0)
KOLOM_SETENGAH = len(SETENGAH)
STRIP = kata(None, "tengah")
Sel = tuple[Cell, ...]


def tc_31(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """What the RKPD's initial draft says, and what the office needs: per program its sums, then its sub kegiatan.

    The draft is entered per sub kegiatan, so there is no row of kegiatan. As long as there is no draft its columns are
    narrow.
    """
    setengah: tuple[Inlines, ...] = (
        (Text("PROGRAM/"), LineBreak(), Text("KEGIATAN")),
        *((Text(t),) for t in ("LOKASI", "INDIKATOR KINERJA", "TARGET CAPAIAN")),
    )
    atas = (
        judul("No", rows=2),
        judul("RANCANGAN AWAL RKPD", span=KOLOM_SETENGAH),
        judul("HASIL ANALISIS KEBUTUHAN", span=KOLOM_SETENGAH),
        judul("CATATAN PENTING", rows=2),
    )
    dana_kiri, dana_kanan = (Text("PAGU INDIKATIF (Rp)"),), (Text("KEBUTUHAN DANA (Rp)"),)
    bawah = tuple(map(judul, (*setengah, dana_kiri, *setengah, dana_kanan)))
    program = (b for i, p in enumerate(k.rencana.program) for b in _program(k, str(p.kode), chr(65 + i)))
    baris = dengan_jumlah(program, _jumlah(k))
    kiri, kanan = (SETENGAH, SETENGAH) if k.renja.rkpd_ada else (TANPA_RANCANGAN, ANALISIS_SAJA)
    lebar = (NOMOR, *kiri, *kanan, CATATAN)
    return Table(berformulir(k, "tc-31", caption), lebar, kepala(atas, bawah, banyak=12), baris, source, True, "renik")


def _program(k: KonteksRenja, kode: str, huruf: str) -> Iterator[Row]:
    """A program with its sums, then its sub kegiatan: those of the year and those that only the RKPD has."""
    r = k.renja
    renja = {str(s.kode): s for s in r.subkegiatan if s.kode.startswith(f"{kode}.")}
    rkpd = {str(b.kode): b for b in r.rkpd if b.kode.startswith(f"{kode}.")}
    semua = sorted(renja.keys() | rkpd.keys())
    if not semua:
        return
    nama = k.rencana[kode].nama
    pagu = jumlah((b.pagu for b in rkpd.values()), "jumlah pagu menurut rancangan awal RKPD")
    butuh = jumlah((_kebutuhan(k, s) for s in renja.values()), "jumlah kebutuhan dana")
    kiri: Sel = (kata(nama, strong=True) if rkpd else STRIP, KOSONG, STRIP, STRIP, dana(pagu, strong=True))
    kanan = [*_analisis(r[kode])] if renja else [(STRIP, KOSONG, STRIP, STRIP)]
    yield from _baris_baris(kode, nomor(huruf), kiri, kanan, (dana(butuh, strong=True), KOSONG), keep=True)
    for i, sub in enumerate(semua, 1):
        s = renja.get(sub)
        kiri = _rkpd(rkpd[sub], k.rencana[sub].nama) if sub in rkpd else (STRIP,) * KOLOM_SETENGAH
        kanan = [*_analisis(s)] if s else [(STRIP,) * (KOLOM_SETENGAH - 1)]
        akhir = (dana(_kebutuhan(k, s)) if s else STRIP, kata_boleh(_catatan(k, sub)))
        yield from _baris_baris(sub, nomor(i), kiri, kanan, akhir)


def _baris_baris(
    kode: str, awal: Cell, kiri: Sel, kanan: Sequence[Sel], akhir: Sel, *, keep: bool = False
) -> Iterator[Row]:
    """A row per indicator of the right half; all else stands in the first."""
    for urut, sel in enumerate(kanan):
        if urut == 0:
            yield Row(kode, (awal, *kiri, *sel, *akhir), keep)
        else:
            yield Row(f"{kode}/{urut}", (*((KOSONG,) * (1 + KOLOM_SETENGAH)), *sel, KOSONG, KOSONG), keep)


def _jumlah(k: KonteksRenja) -> Row:
    """Both sums, of the draft and of what is needed."""
    pagu = jumlah((b.pagu for b in k.renja.rkpd), "jumlah pagu menurut rancangan awal RKPD")
    butuh = jumlah((_kebutuhan(k, s) for s in k.renja.subkegiatan), "jumlah kebutuhan dana")
    sel = (
        kata("JUMLAH", "tengah", strong=True, span=KOLOM_SETENGAH),
        dana(pagu, strong=True),
        kata("JUMLAH", "tengah", strong=True, span=KOLOM_SETENGAH - 1),
        dana(butuh, strong=True),
        KOSONG,
    )
    return Row("jumlah", sel)


def _rkpd(b: Rkpd, nama: Teks) -> Sel:
    return kata(nama), kata_boleh(b.tempat), kata_boleh(b.indikator), kata_boleh(b.target, "tengah"), dana(b.pagu)


def _analisis(b: Butir) -> Iterator[Sel]:
    """Name, place, indicator and target, for each indicator of a program or sub kegiatan."""
    sub = b.tingkat == "subkegiatan"
    for urut, i in enumerate(_indikator(b)):
        nama = kata(b.nama, strong=not sub) if urut == 0 else KOSONG
        yield (nama, kata_boleh(b.tempat) if sub and urut == 0 else KOSONG, *_ukuran(i))


def _indikator(b: Butir) -> list[IndikatorRenja | None]:
    return [*b.indikator] or [None]


def _ukuran(i: IndikatorRenja | None) -> tuple[Cell, Cell]:
    """Indicator and target."""
    if i is None:
        return STRIP, STRIP
    return kata(i.sebutan), nilai_indikator(i.target, i.desimal)


def _kebutuhan(k: KonteksRenja, s: Butir) -> Angka:
    """As entered, else the pagu of the year."""
    b = k.renja.baris_rkpd(str(s.kode))
    return b.kebutuhan if b and b.kebutuhan.nilai is not None else s.pagu


def _catatan(k: KonteksRenja, kode: str) -> Teks | None:
    b = k.renja.baris_rkpd(kode)
    return b.catatan if b else None


def tc_32(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """All proposals of stakeholders; printed even when there are none."""
    kosong = "Tidak ada usulan pemangku kepentingan yang dicatat untuk tahun "
    return _usulan(k, k.renja.usulan, berformulir(k, "tc-32", caption), source, kosong)


def pokir(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """The proposals of the regional council."""
    kosong = "Tidak ada pokok-pokok pikiran DPRD yang dicatat untuk tahun "
    return _usulan(k, k.renja.pokir, caption, source, kosong)


def _usulan(k: KonteksRenja, daftar: Iterable[Usulan], caption: Caption, source: Inlines, kosong: str) -> Table:
    atas = tuple(map(judul, ("No", "PROGRAM/KEGIATAN", "LOKASI", "INDIKATOR KINERJA", "BESARAN/VOLUME", "CATATAN")))
    baris = tuple(
        Row(
            str(urut),
            (
                nomor(urut),
                Cell((*_nama(k, u), teks(u.usulan))),
                *(kata_boleh(t) for t in (u.tempat, u.indikator)),
                kata_boleh(u.volume, "tengah"),
                kata_boleh(u.catatan),
            ),
        )
        for urut, u in enumerate(daftar, 1)
    )
    lebar = (20.0, 140.0, 76.0, 86.0, 52.0, 64.0)
    return _atau_nihil(k, Table(caption, lebar, kepala(atas, banyak=6), baris, source, size="kecil"), kosong)


def _atau_nihil(k: KonteksRenja, t: Table, sebab: str) -> Table:
    """Without rows NIHIL and why."""
    return t if t.rows else tabel_nihil(t, (Text(sebab), nilai_tahun(k.renja.tahun), Text(".")))


def _nama(k: KonteksRenja, u: Usulan) -> Inlines:
    """'7.01.03.2.01.0001 Peningkatan …: ' of the program, kegiatan or sub kegiatan that takes the proposal up."""
    if u.kode is None:
        return ()
    nama = next(n.nama for n in k.isi.nomenklatur if n.kode == u.kode)
    return teks(u.kode), Text(" "), teks(nama), Text(": ")


def inovasi(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """Innovations of the office, or NIHIL."""
    atas = tuple(map(judul, ("No", "INOVASI", "URAIAN", "KETERANGAN")))
    baris = tuple(
        Row(str(urut), (nomor(urut), kata(i.nama), kata(i.uraian), kata_boleh(i.keterangan)))
        for urut, i in enumerate(k.renja.inovasi, 1)
    )
    kosong = "Tidak ada inovasi yang dicatat untuk tahun "
    lebar = (20.0, 120.0, 200.0, 98.0)
    return _atau_nihil(k, Table(caption, lebar, kepala(atas, banyak=4), baris, source, size="kecil"), kosong)
