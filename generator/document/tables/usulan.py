"""Tables T-C.31 (the RKPD's draft against what is needed) and T-C.32 (proposals), and innovations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compute.butir import Butir
from generator.compute.renja import KonteksRenja
from generator.document.nodes import Caption, Cell, Inlines, Row, Table, Text
from generator.document.tables.formulir import berformulir
from generator.document.tables.sel import (
    KOSONG,
    judul,
    kata,
    kata_boleh,
    kepala,
    nihil,
    nilai_indikator,
    nilai_tahun,
    nomor,
    teks,
    uang,
)
from generator.model.angka import Angka, Teks, jumlah
from generator.model.renja import Rkpd, Usulan

UANG = 52.0


def tc_31(k: KonteksRenja, caption: Caption, source: Inlines) -> Table:
    """Per sub kegiatan what the RKPD's initial draft says, and what the office needs; sums per program."""
    setengah = ("PROGRAM/KEGIATAN", "LOKASI", "INDIKATOR KINERJA", "TARGET CAPAIAN")
    atas = (
        judul("No", rows=2),
        judul("RANCANGAN AWAL RKPD", span=5),
        judul("HASIL ANALISIS KEBUTUHAN", span=5),
        judul("CATATAN PENTING", rows=2),
    )
    bawah = tuple(map(judul, (*setengah, "PAGU INDIKATIF (Rp)", *setengah, "KEBUTUHAN DANA (Rp)")))
    baris = [b for i, p in enumerate(k.rencana.program) for b in _program(k, str(p.kode), chr(65 + i))]
    lebar = (24.0, 108.0, 50.0, 84.0, 42.0, UANG, 108.0, 50.0, 84.0, 42.0, UANG, 60.0)
    return Table(
        berformulir(k, "tc-31", caption), lebar, kepala(atas, bawah, banyak=12), tuple(baris), source, True, "renik"
    )


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
    yield Row(
        kode,
        (
            nomor(huruf),
            kata(nama, strong=True) if rkpd else kata_boleh(None),
            *([KOSONG] * 3),
            uang(pagu, strong=True),
            kata(nama, strong=True) if renja else kata_boleh(None),
            *([KOSONG] * 3),
            uang(butuh, strong=True),
            KOSONG,
        ),
        keep=True,
    )
    for i, sub in enumerate(semua, 1):
        catatan = _catatan(k, sub)
        kiri = _rkpd(rkpd[sub], k.rencana[sub].nama) if sub in rkpd else _strip()
        kanan = _analisis(k, renja[sub]) if sub in renja else _strip()
        yield Row(sub, (nomor(i), *kiri, *kanan, kata_boleh(catatan)))


def _rkpd(b: Rkpd, nama: Teks) -> tuple[Cell, ...]:
    return kata(nama), kata_boleh(b.tempat), kata_boleh(b.indikator), kata_boleh(b.target, "tengah"), uang(b.pagu)


def _analisis(k: KonteksRenja, s: Butir) -> tuple[Cell, ...]:
    i = s.indikator[0] if len(s.indikator) else None
    target = nilai_indikator(i.target, i.desimal) if i else kata(None, "tengah")
    return kata(s.nama), kata_boleh(s.tempat), kata_boleh(i.sebutan if i else None), target, uang(_kebutuhan(k, s))


def _strip() -> tuple[Cell, ...]:
    return *((kata_boleh(None),) * 4), kata(None, "kanan")


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
    return Table(caption, lebar, kepala(atas, banyak=6), baris or _nihil(k, kosong, 6), source, size="kecil")


def _nihil(k: KonteksRenja, sebab: str, banyak: int) -> tuple[Row, Row]:
    return nihil((Text(sebab), nilai_tahun(k.renja.tahun), Text(".")), banyak)


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
    return Table(caption, lebar, kepala(atas, banyak=4), baris or _nihil(k, kosong, 4), source, size="kecil")
