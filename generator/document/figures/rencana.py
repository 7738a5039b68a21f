"""Gambar 3.1, 3.2, 4.1 and the performance tree: the cascade from the regency's visi to the sub kegiatan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Literal

from generator.compute.daftar import Daftar
from generator.compute.konteks import Konteks
from generator.compute.rencana import Cabang
from generator.document.nilai import sebagai_nilai
from generator.model.angka import Teks, jumlah
from generator.tree.drawing.chain_diagram import Lane, chain_diagram
from generator.tree.drawing.column_diagram import column_diagram
from generator.tree.drawing.simpul import SIZES, Simpul
from generator.tree.drawing.ukuran import MENDATAR, TEGAK, Bidang
from generator.tree.format import angka
from generator.tree.nodes import Caption, Diagram, Inlines, Value

_TUJUAN_SASARAN = ("tujuan", "sasaran")
_KOSONG = Simpul("kosong", "Belum ada data", role="lemah")


# ---------------------------------------------------------------- Gambar 3.1


def konsep(k: Konteks, caption: Caption, source: Inlines) -> Diagram:
    """From the visi of the RPJMD to the sub kegiatan; below the sasaran only how many there are."""
    r = k.rencana
    p = k.profil
    periode = sebagai_nilai(k.periode)
    turunan = [
        _banyak("program", "Program (outcome)", r.program, "outcome"),
        _banyak("kegiatan", "Kegiatan (output)", r.kegiatan, "output"),
        _banyak("sub kegiatan", "Sub kegiatan (output)", r.subkegiatan, "output"),
    ]
    renstra = (
        _butir("tujuan", "Tujuan Renstra", r.tujuan, "utama"),
        _butir("sasaran", "Sasaran Renstra", r.sasaran),
        *turunan,
    )
    lajur = (
        Lane("rpjmd", f"RPJMD {p.daerah}", tuple(_rpjmd(k)), _nilai(p.daerah)),
        Lane(
            *("renstra", f"Renstra {p.perangkat_daerah} Tahun {periode.text}"),
            renstra,
            _nilai(p.perangkat_daerah, periode),
        ),
    )
    return chain_diagram(caption, lajur, width=TEGAK.lebar, height=TEGAK.tinggi, source=source)


def _rpjmd(k: Konteks) -> Iterable[Simpul]:
    """The visi, and of the levels below it what this office serves."""
    rpjmd = k.rpjmd
    yield Simpul("rpjmd-visi", str(rpjmd.visi), role="utama", head="Visi RPJMD", values=_nilai(rpjmd.visi))
    for nama, baris in (
        ("Misi", rpjmd.misi_dilayani),
        ("Tujuan", rpjmd.tujuan_dilayani),
        ("Sasaran", rpjmd.sasaran_dilayani),
    ):
        if baris is not None:
            kepala = f"{nama} {angka(baris.nomor)}"
            yield Simpul(
                f"rpjmd-{nama.lower()}", str(baris.uraian), head=kepala, values=_nilai(baris.nomor, baris.uraian)
            )


def _banyak(nama: str, judul: str, cabang: Daftar[Cabang], hasil: str) -> Simpul:
    """'6 program dengan 6 indikator outcome'."""
    indikator = jumlah((c.indikator.jumlah for c in cabang), f"banyaknya indikator {hasil}")
    diukur = f" dengan {angka(indikator)} indikator {hasil}" if indikator else ""
    values = _nilai(cabang.jumlah, *((indikator,) if indikator else ()))
    return Simpul(nama, f"{len(cabang)} {nama}{diukur}", head=judul, values=values)


def _butir(key: str, head: str, cabang: Iterable[Cabang], role: Literal["utama", "biasa"] = "biasa") -> Simpul:
    """The tujuan or sasaran, one a line."""
    teks = "\n".join(f"{c.label}. {c.uraian}" for c in cabang)
    return Simpul(key, teks, role=role, head=head, values=_nilai(*(n for c in cabang for n in (c.label, c.uraian))))


# ---------------------------------------------------------------- Gambar 3.2


def sasaran_tujuan(k: Konteks, caption: Caption, source: Inlines) -> Diagram:
    """The sasaran of the RPJMD, the tujuan that serve it and their sasaran, with their indicators."""
    tujuan = tuple(_terukur(t, tuple(_terukur(s) for s in t.sasaran)) for t in k.rencana.tujuan)
    judul = ["Tujuan Renstra", "Sasaran Renstra"]
    akar = tujuan
    if rpjmd := k.rpjmd.sasaran_dilayani:
        values = _nilai(rpjmd.nomor, rpjmd.uraian)
        kepala = f"Sasaran {angka(rpjmd.nomor)}"
        akar = (Simpul("rpjmd", str(rpjmd.uraian), tujuan, "utama", head=kepala, values=values),)
        judul = ["Sasaran RPJMD", *judul]
    return _kolom(caption, source, akar, judul, TEGAK, panah=True)


def _terukur(c: Cabang, anak: tuple[Simpul, ...] = ()) -> Simpul:
    """A tujuan or sasaran with its indicators."""
    indikator = [str(i.sebutan) for i in c.indikator]
    teks = "\n".join([str(c.uraian), *(f"Indikator: {i}" for i in indikator)])
    values = _nilai(c.label, c.uraian, *(i.sebutan for i in c.indikator))
    return Simpul(str(c.kode), teks, anak, head=c.label, values=values)


# ---------------------------------------------------------------- Gambar 4.1


def kerangka(k: Konteks, caption: Caption, source: Inlines) -> Diagram:
    """Sasaran, programs with outcome, kegiatan with output, and how many sub kegiatan each has.

    On one page if it can be: with outputs in words or, where those are too many, with their labels only; upright rather
    than landscape. If it cannot be, on several pages with all words.
    """
    judul = ["Sasaran", "Program dan outcome", "Kegiatan dan output"]

    def gambar(ujung: Callable[[Cabang], Simpul], bidang: Bidang, sizes: Sequence[float] = SIZES) -> Diagram:
        akar = tuple(_bertingkat(s, 2, ujung) for s in k.rencana.sasaran)
        return _kolom(caption, source, akar, judul, bidang, sizes=sizes)

    for ujung, bidang in product((_kegiatan, _kegiatan_ringkas), (TEGAK, MENDATAR)):
        if not gambar(ujung, bidang, SIZES[-1:]).more:
            return gambar(ujung, bidang)
    return gambar(_kegiatan, MENDATAR)


def _kegiatan(c: Cabang) -> Simpul:
    values = _nilai(*_kata(c), c.subkegiatan.jumlah)
    return Simpul(str(c.kode), f"{_hasil(c)}\n{len(c.subkegiatan)} sub kegiatan", head=_nama(c), values=values)


def _kegiatan_ringkas(c: Cabang) -> Simpul:
    values = _nilai(c.label, c.nama, c.label_uraian, c.subkegiatan.jumlah)
    return Simpul(str(c.kode), f"{_nama(c)}\n{c.label_uraian}, {len(c.subkegiatan)} sub kegiatan", values=values)


# ---------------------------------------------------------------- pohon kinerja


def pohon(k: Konteks, caption: Caption, source: Inlines) -> Diagram:
    """The whole cascade down to the programs, with how many kegiatan and sub kegiatan each has."""

    def program(c: Cabang) -> Simpul:
        banyak = f"{len(c.kegiatan)} kegiatan\n{len(c.subkegiatan)} sub kegiatan"
        values = _nilai(c.kegiatan.jumlah, c.subkegiatan.jumlah)
        isi = Simpul(f"{c.kode}-isi", banyak, role="lemah", values=values)
        return Simpul(str(c.kode), _hasil(c), (isi,), head=_nama(c), values=_nilai(*_kata(c)))

    akar = tuple(_bertingkat(t, 2, program) for t in k.rencana.tujuan)
    judul = ["Tujuan", "Sasaran", "Program dan outcome", "Kegiatan dan sub kegiatan"]
    return _kolom(caption, source, akar, judul, MENDATAR)


def pohon_program(k: Konteks, caption: Caption, source: Inlines, program: Cabang) -> Diagram:
    """One program's part of the cascade, from its sasaran to its sub kegiatan."""
    akar = _bertingkat(
        program, 2, lambda c: Simpul(str(c.kode), f"{c.label}. {c.nama}", values=_nilai(c.label, c.nama))
    )
    judul = ["Program dan outcome", "Kegiatan dan output", "Sub kegiatan"]
    if program.induk is not None:
        akar = _simpul(program.induk, (akar,))
        judul = ["Sasaran", *judul]
    return _kolom(caption, source, (akar,), judul, MENDATAR)


# ---------------------------------------------------------------- parts


def _simpul(c: Cabang, anak: tuple[Simpul, ...] = ()) -> Simpul:
    peran: Literal["utama", "biasa"] = "utama" if c.tingkat in _TUJUAN_SASARAN else "biasa"
    return Simpul(str(c.kode), _hasil(c), anak, peran, head=_nama(c), values=_nilai(*_kata(c)))


def _bertingkat(c: Cabang, lagi: int, ujung: Callable[[Cabang], Simpul]) -> Simpul:
    """A branch and `lagi` levels below it; `ujung` makes the boxes of the last level."""
    return _simpul(c, tuple(_bertingkat(a, lagi - 1, ujung) for a in c.anak)) if lagi else ujung(c)


def _nama(c: Cabang) -> str:
    """'PROG. 1. Program …', of tujuan and sasaran 'T1'."""
    return c.label if c.tingkat in _TUJUAN_SASARAN else f"{c.label}. {c.nama}"


def _hasil(c: Cabang) -> str:
    """'OC1.1.1. Meningkatnya …', of tujuan and sasaran their wording."""
    return str(c.uraian) if c.tingkat in _TUJUAN_SASARAN else f"{c.label_uraian}. {c.uraian}"


def _kata(c: Cabang) -> tuple[Teks, ...]:
    """What `_nama` and `_hasil` say."""
    return (c.label, c.uraian) if c.tingkat in _TUJUAN_SASARAN else (c.label, c.nama, c.label_uraian, c.uraian)


def _nilai(*isi: object) -> tuple[Value, ...]:
    return tuple(map(sebagai_nilai, isi))


def _kolom(
    caption: Caption,
    source: Inlines,
    akar: tuple[Simpul, ...],
    judul: list[str],
    bidang: Bidang,
    *,
    panah: bool = False,
    sizes: Sequence[float] = SIZES,
) -> Diagram:
    return column_diagram(
        caption,
        akar or (_KOSONG,),
        width=bidang.lebar,
        height=bidang.tinggi,
        heads=judul,
        sizes=sizes,
        arrows=panah,
        source=source,
        landscape=bidang.mendatar,
    )
