"""Tables 2.1-2.5: staff by golongan, education, post, status and training."""

from __future__ import annotations

from itertools import groupby

from generator.compute.konteks import Konteks
from generator.compute.matriks import Matriks
from generator.document.tables.sel import judul, kata, kepala, nomor, orang
from generator.model.angka import Teks
from generator.tree.nodes import Caption, Cell, Inlines, Row, Table

TANPA_RUANG = "Tanpa Ruang"


def _matriks(
    m: Matriks,
    caption: Caption,
    source: Inlines,
    label: str,
    *,
    total_baris: bool = True,
    tersembunyi: tuple[str, ...] = (),
) -> Table:
    """No, label, one column per category (under their common headings), and the row totals.

    `tersembunyi`: categories that count in the totals without a column of their own.
    """
    kolom = [k for k in m.kolom if k.nama not in tersembunyi]
    kelompok = [(nama, list(isi)) for nama, isi in groupby(kolom, key=lambda k: k.kelompok)]
    tingkat = 2 if any(nama for nama, _ in kelompok) else 1
    atas: list[Cell] = [judul("No", rows=tingkat), judul(label, rows=tingkat)]
    bawah: list[Cell] = []
    for nama, isi in kelompok:
        if nama:
            atas.append(judul(nama.upper(), span=len(isi)))
            bawah += [judul(k.nama) for k in isi]
        else:
            atas += [judul(Teks(k.nama.upper(), k.nama.asal), rows=tingkat) for k in isi]
    if total_baris:
        atas.append(judul("JUMLAH", rows=tingkat))
    banyak = 2 + len(kolom) + total_baris
    baris = [
        Row(
            str(b.nama),
            (
                nomor(i),
                kata(b.nama),
                *(orang(b[k.kode]) for k in kolom),
                *((orang(b.jumlah),) if total_baris else ()),
            ),
        )
        for i, b in enumerate(m.baris, 1)
    ]
    jumlah = (
        kata("JUMLAH", "tengah", strong=True, span=2),
        *(orang(k.jumlah, strong=True) for k in kolom),
        *((orang(m.jumlah, strong=True),) if total_baris else ()),
    )
    return Table(
        caption,
        (0.6, 3.6, *(_lebar(k.nama) for k in kolom), *((_lebar("JUMLAH"),) if total_baris else ())),
        kepala(*([atas, bawah] if tingkat == 2 else [atas]), banyak=banyak),
        (*baris, Row("jumlah", jumlah)),
        source,
    )


def _lebar(nama: str) -> float:
    """Room for the longest word of a header in bold capitals."""
    return max(1.0, 0.3 + 0.19 * max(map(len, nama.split())))


def golongan(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 2.1. Staff without a ruang (PPPK and others) stand in the total only."""
    return _matriks(k.pegawai.golongan, caption, source, "GOLONGAN", tersembunyi=(TANPA_RUANG,))


def pendidikan(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 2.2."""
    return _matriks(k.pegawai.pendidikan, caption, source, "GOLONGAN")


def jabatan(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 2.3."""
    return _matriks(k.pegawai.jabatan, caption, source, "JABATAN")


def status(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 2.4."""
    return _matriks(k.pegawai.status, caption, source, "STATUS KEPEGAWAIAN", total_baris=False)


def diklat(k: Konteks, caption: Caption, source: Inlines) -> Table:
    """Table 2.5. What is and what should be are not added to each other."""
    return _matriks(k.pegawai.diklat, caption, source, "JENIS DIKLAT", total_baris=False)
