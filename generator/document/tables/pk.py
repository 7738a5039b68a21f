"""The annexes of a Perjanjian Kinerja: what is promised, with which money; and how the agreements add up.

Boxes, without number and printed caption: each stands under the words of its agreement. Source: Permenpan-RB 53/2014.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.compute.butir import Butir
from generator.compute.evaluasi import IndikatorRenja
from generator.compute.pk import KonteksPk, Perjanjian, di_atas, pada_tingkat
from generator.compute.rencana import SEBUTAN, Tingkat
from generator.document.tables.formulir import dana, dengan_jumlah
from generator.document.tables.sel import (
    KOSONG,
    bilangan,
    judul,
    kata,
    kepala,
    nilai_indikator,
    nomor,
    teks,
)
from generator.model.angka import Angka, Lokasi, Teks, gabung_asal
from generator.tree import format as cetak
from generator.tree.nodes import Caption, Cell, Inlines, Row, Table, Text, Value

TINGKAT: tuple[Tingkat, ...] = ("program", "kegiatan", "subkegiatan")
TANPA_SATUAN = ("nilai", "indeks", "skor", "rasio")
RINCIAN = "Baris bercetak tebal dijumlahkan; baris lain adalah rincian di bawahnya."


def sasaran(k: KonteksPk, kode: str, source: Inlines, asal: Lokasi) -> Table:
    """No, sasaran, indicator, target: the sasaran strategis of the head, of others what they answer for."""
    p = k.pk[kode]
    apa = "SASARAN STRATEGIS" if p.utama else _gabung("SASARAN", p.sasaran)
    return _kinerja(f"pk-sasaran-{kode}", apa, p, p.sasaran, source, asal)


def rincian(k: KonteksPk, kode: str, source: Inlines, asal: Lokasi) -> Table:
    """The same of the programs, kegiatan and sub kegiatan that the post itself answers for."""
    p = k.pk[kode]
    return _kinerja(f"pk-rincian-{kode}", _gabung("SASARAN", p.diampu), p, p.diampu, source, asal)


def anggaran(k: KonteksPk, kode: str, source: Inlines, asal: Lokasi) -> Table:
    """No, program (kegiatan, sub kegiatan), money, remark: where it comes from. What is added up is bold.

    Numbers show the levels, as in the table of targets.
    """
    p = k.pk[kode]
    urutan = _urutan(p.pagu)
    baris = (_baris_anggaran(urutan[str(b.kode)], b, strong=_tebal(b, urutan)) for b in p.pagu)
    total = (kata("JUMLAH", "tengah", strong=True, span=2), dana(p.anggaran, strong=True), KOSONG)
    atas = (judul("NO"), judul(_gabung("", p.pagu)), judul("ANGGARAN (Rp)"), judul("KETERANGAN"))
    return Table(
        _takarir(f"pk-anggaran-{kode}", "Anggaran", p.pertama.sebutan, asal),
        _lebar(urutan, 250.0, 84.0, 81.0),
        kepala(atas, banyak=4),
        dengan_jumlah(baris, Row("jumlah", total)),
        source or ((Text(RINCIAN),) if _bertingkat(urutan) else ()),
    )


def rekapitulasi(k: KonteksPk, kode: str, source: Inlines, asal: Lokasi) -> Table:
    """What each agreement holds, and that all of them and the remainder are the Renja's total."""
    pk = k.pk
    atas = (
        judul("NO", rows=2),
        judul("PIHAK PERTAMA", rows=2),
        judul("PIHAK KEDUA", rows=2),
        judul("ANGGARAN YANG DIJANJIKAN (Rp)", rows=2),
        judul("YANG DIAMPU LANGSUNG", span=4),
    )
    bawah = tuple(map(judul, ("PROGRAM", "KEGIATAN", "SUB KEGIATAN", "ANGGARAN SUB KEGIATAN (Rp)")))
    baris = [
        Row(
            str(p.kode),
            (
                nomor(i),
                kata(p.pertama.singkatan),
                kata(p.kedua.singkatan),
                dana(p.anggaran),
                *_banyak(p.diampu),
                dana(p.langsung),
            ),
        )
        for i, p in enumerate(pk.perjanjian, 1)
    ]
    sisa = (kata("Tanpa penanggung jawab", span=3), dana(Angka(None)), *_banyak(pk.sisa), dana(pk.anggaran_sisa))
    semua = [*(b for p in pk.perjanjian for b in p.diampu), *pk.sisa]
    total = (
        kata("JUMLAH", "tengah", strong=True, span=4),
        *_banyak(semua, strong=True),
        dana(pk.anggaran, strong=True),
    )
    return Table(
        _takarir("pk-rekapitulasi", "Rekapitulasi perjanjian kinerja", "", asal),
        (20.0, 92.0, 56.0, 63.0, 49.0, 51.0, 51.0, 63.0),
        kepala(atas, bawah, banyak=8),
        (*baris, Row("sisa", sisa), Row("jumlah", total)),
        source,
        size="kecil",
    )


def sisa(k: KonteksPk, kode: str, source: Inlines, asal: Lokasi) -> Table:
    """What nobody answers for; only sub kegiatan have money of their own."""
    atas = tuple(map(judul, ("NO", "KODE DAN NAMA", "INDIKATOR", "TARGET", "ANGGARAN (Rp)")))
    baris: list[Row] = []
    for urut, b in enumerate(k.pk.sisa, 1):
        for ke, i in enumerate(_indikator(b)):
            awal = (nomor(urut), Cell((teks(b.kode), Text(" - "), teks(b.nama)))) if ke == 0 else (KOSONG, KOSONG)
            milik = dana(b.pagu) if ke == 0 and b.tingkat == "subkegiatan" else KOSONG
            baris.append(Row(_kunci(b, i), (*awal, *_ukuran(i), milik)))
    total = (kata("JUMLAH", "tengah", strong=True, span=4), dana(k.pk.anggaran_sisa, strong=True))
    return Table(
        _takarir("pk-sisa", "Tanpa penanggung jawab", "", asal),
        (22.0, 165.0, 130.0, 58.0, 64.0),
        kepala(atas, banyak=5),
        (*baris, Row("jumlah", total)),
        source,
        size="kecil",
    )


# ---------------------------------------------------------------- rows


def _kinerja(nama: str, apa: str, p: Perjanjian, butir: Iterable[Butir], source: Inlines, asal: Lokasi) -> Table:
    """A row per indicator; number and words of what it measures stand once. The last one is not alone on a page."""
    baris: list[Row] = []
    butir = tuple(butir)
    urutan = _urutan(butir)
    for b in butir:
        indikator, tebal = _indikator(b), _tebal(b, urutan)
        n = len(indikator)
        awal = (
            Cell((teks(urutan[str(b.kode)]),), "tengah", row_span=n, strong=tebal),
            Cell((teks(b.uraian),), row_span=n, strong=tebal),
        )
        for ke, i in enumerate(indikator):
            baris.append(Row(_kunci(b, i), (*(awal if ke == 0 else ()), *_ukuran(i))))
    atas = (judul("NO"), judul(apa), judul("INDIKATOR KINERJA"), judul("TARGET"))
    takarir = _takarir(nama, "Target kinerja", p.pertama.sebutan, asal)
    return Table(
        takarir,
        _lebar(urutan, 160.0, 163.0, 92.0),
        kepala(atas, banyak=4),
        dengan_jumlah(baris[:-1], *baris[-1:]),
        source,
    )


def _baris_anggaran(urut: Teks, b: Butir, *, strong: bool) -> Row:
    sel = (kata(urut, "tengah", strong=strong), kata(b.nama, strong=strong), dana(b.pagu, strong=strong))
    return Row(str(b.kode), (*sel, kata(_sumber(b), "tengah")))


def _urutan(butir: Iterable[Butir]) -> dict[str, Teks]:
    """Numbers by code: '1' of what stands below no other one of them, '1.1' of what stands next below it."""
    hasil: dict[str, Teks] = {}
    urut: dict[str, int] = {}
    for b in butir:
        atas = next((hasil[str(a.kode)] for a in di_atas(b) if str(a.kode) in hasil), "")
        urut[atas] = urut.get(atas, 0) + 1
        hasil[str(b.kode)] = Teks(f"{atas}.{urut[atas]}".removeprefix("."), b.kode.asal)
    return hasil


def _lebar(urutan: Mapping[str, str], *lain: float) -> tuple[float, ...]:
    """Relative widths: numbers of more than one level take some of the last column."""
    lebih = 4.0 if _bertingkat(urutan) else 0.0
    return (24.0 + lebih, *lain[:-1], lain[-1] - lebih)


def _bertingkat(urutan: Mapping[str, str]) -> bool:
    return any("." in n for n in urutan.values())


def _tebal(b: Butir, urutan: Mapping[str, str]) -> bool:
    """What is added up stands out from its parts, where there are any."""
    return _bertingkat(urutan) and "." not in urutan[str(b.kode)]


def _sumber(b: Butir) -> Teks | None:
    """Where the money of its sub kegiatan comes from, each source once."""
    ada = {str(s.sumber_dana): s.sumber_dana for s in b.subkegiatan if s.sumber_dana}
    return Teks(", ".join(ada), gabung_asal(*ada.values())) if ada else None


def _banyak(butir: Iterable[Butir], *, strong: bool = False) -> Iterator[Cell]:
    """How many programs, kegiatan and sub kegiatan there are."""
    daftar = list(butir)
    for t in TINGKAT:
        ini = list(pada_tingkat(daftar, t))
        n = Angka(len(ini), gabung_asal(*ini), f"banyaknya {SEBUTAN[t]}")
        yield bilangan(n, cetak.jumlah_orang(n), "tengah", strong=strong)


def _indikator(b: Butir) -> list[IndikatorRenja | None]:
    return [*b.indikator] or [None]


def _kunci(b: Butir, i: IndikatorRenja | None) -> str:
    return f"{b.kode}/{i.kode if i else ''}"


def _ukuran(i: IndikatorRenja | None) -> tuple[Cell, Cell]:
    """Indicator, and target with its unit: '2 Dokumen', '100%'; a score's unit stands behind the indicator."""
    if i is None:
        return kata(None), kata(None, "tengah")
    if i.satuan.casefold() in TANPA_SATUAN:
        return kata(i.sebutan), nilai_indikator(i.target, i.desimal)
    nilai = Value(cetak.angka(i.target, i.desimal), i.target, i.target.asal)
    satuan: Inlines = () if i.target.nilai is None else (Text("" if i.satuan == "%" else " "), teks(i.satuan))
    return kata(i.nama), Cell((nilai, *satuan), "tengah")


def _gabung(awal: str, butir: Iterable[Butir]) -> str:
    """'SASARAN PROGRAM/KEGIATAN': the levels that there are."""
    ada = {b.tingkat for b in butir}
    return f"{awal} {'/'.join(SEBUTAN[t].upper() for t in TINGKAT if t in ada)}".strip()


def _takarir(nama: str, apa: str, siapa: str, asal: Lokasi) -> Caption:
    """What a screen reader says of the table."""
    return Caption("kotak", nama, (Text(f"{apa} "), teks(siapa)) if siapa else (Text(apa),), asal=asal)
