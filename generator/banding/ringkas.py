"""A comparison in a few lines, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.banding.cetak import banyak, bertanda, persen, rupiah
from generator.banding.pagu import PaguBeda, Selisih
from generator.banding.perbandingan import Perbandingan

LEBAR = 12


def ringkasan(p: Perbandingan) -> str:
    """What changed in the document, the data, pagu, indicators and findings; amounts in Rupiah."""
    return "\n".join([f"{p.judul}: {p.dari} → {p.ke}", *_baris(p)])


def _baris(p: Perbandingan) -> Iterator[str]:
    if p.sama:
        yield "  Tidak ada perubahan."
        return
    yield _satu("Naskah", _naskah(p) or "tidak berubah")
    yield _satu("Data", _data(p) or "tidak berubah")
    yield from _pagu(p)
    if p.indikator:
        yield _satu("Indikator", f"{banyak(len(p.indikator))} baris berubah")
    if not p.temuan.sama:
        yield _satu("Temuan", f"{banyak(len(p.temuan.muncul))} muncul, {banyak(len(p.temuan.hilang))} hilang")
    if p.beda.nomor_bergeser:
        lama, baru = p.beda.nomor_bergeser[0]
        yield _satu("Nomor", f"{banyak(len(p.beda.nomor_bergeser))} bergeser, mulai dari {lama} → {baru}")
    if p.beda.tak_tertandai:
        yield _satu(
            "Tak tertanda", f"{banyak(len(p.beda.tak_tertandai))} perubahan, tercantum di halaman pertama redline"
        )


def _satu(nama: str, isi: str) -> str:
    return f"  {nama:<{LEBAR}}  {isi}"


def _rincian(hitung: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{banyak(n)} {nama}" for nama, n in hitung if n)


def _naskah(p: Perbandingan) -> str:
    jumlah = len(p.beda.perubahan)
    return f"{banyak(jumlah)} perubahan: {_rincian(p.menurut_unsur.items())}" if jumlah else ""


def _data(p: Perbandingan) -> str:
    if not p.data:
        return ""
    rincian = _rincian((str(jenis), n) for jenis, n in p.data_menurut_jenis.items())
    return f"{banyak(len(p.data))} baris ({banyak(p.jumlah_sel)} sel): {rincian}"


def _pagu(p: Perbandingan) -> Iterator[str]:
    """The programs that changed by year, and the total."""
    berubah = [x for x in p.pagu_berubah if x.tingkat == "program"]
    if not berubah and not p.pagu_total.berubah:
        return
    nama = "Pagu"
    for x in berubah:
        yield _satu(nama, f"{x.kode} {x.nama}{f' ({x.keterangan})' if x.keterangan else ''}")
        nama = ""
        yield from _tahun(x)
    yield _satu(nama, f"Jumlah: {_selisih(p.pagu_total.jumlah)}")


def _tahun(x: PaguBeda) -> Iterator[str]:
    for tahun, s in x.tahun.items():
        if s.berubah:
            yield _satu("", f"  {tahun}: {_selisih(s)}")


def _selisih(s: Selisih) -> str:
    if not s.berubah:
        return f"{rupiah(s.baru)}, tetap"
    bagian = f", {persen(s.bagian)}" if s.bagian is not None else ""
    return f"{rupiah(s.lama)} → {rupiah(s.baru)} ({bertanda(s.selisih)}{bagian})"
