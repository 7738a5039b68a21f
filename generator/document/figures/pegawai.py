"""Grafik 2.1-2.5: staff, drawn from the same matrices as the tables."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compute.konteks import Konteks
from generator.compute.matriks import Matriks
from generator.document.figures.batang import grafik_batang
from generator.model.angka import Angka
from generator.tree.nodes import Caption, Chart, Inlines, Series

SATUAN = "Orang"


def _grafik(caption: Caption, source: Inlines, kategori: Sequence[str], deret: Sequence[Series]) -> Chart:
    return grafik_batang(caption, source, kategori, deret, SATUAN)


def _menurut_baris(m: Matriks, caption: Caption, source: Inlines) -> Chart:
    return _grafik(
        caption, source, [str(b.nama) for b in m.baris], [Series("Jumlah", tuple(b.jumlah for b in m.baris))]
    )


def _menurut_kolom(m: Matriks, caption: Caption, source: Inlines) -> Chart:
    nama = [f"{k.kelompok} {k.nama}" if k.kelompok and ("." in k.nama or k.kode != k.nama) else k.nama for k in m.kolom]
    return _grafik(caption, source, nama, [Series("Jumlah", tuple(k.jumlah for k in m.kolom))])


def golongan(k: Konteks, caption: Caption, source: Inlines) -> Chart:
    return _menurut_baris(k.pegawai.golongan, caption, source)


def pendidikan(k: Konteks, caption: Caption, source: Inlines) -> Chart:
    return _menurut_kolom(k.pegawai.pendidikan, caption, source)


def jabatan(k: Konteks, caption: Caption, source: Inlines) -> Chart:
    return _menurut_kolom(k.pegawai.jabatan, caption, source)


def status(k: Konteks, caption: Caption, source: Inlines) -> Chart:
    return _menurut_baris(k.pegawai.status, caption, source)


def diklat(k: Konteks, caption: Caption, source: Inlines) -> Chart:
    m = k.pegawai.diklat
    deret = [Series(kolom.kode, tuple(_nol(b[kolom.kode]) for b in m.baris)) for kolom in m.kolom]
    return _grafik(caption, source, [str(b.nama) for b in m.baris], deret)


def _nol(a: Angka) -> Angka:
    return Angka(a.nilai or 0, a.asal, a.rumus)
