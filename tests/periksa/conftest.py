"""A small sound document with one of everything, as a tree and as the parts of its package."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.model.angka import Angka
from generator.temuan import Kumpulan
from generator.tree.nodes import (
    Block,
    Box,
    Caption,
    Cell,
    Chart,
    Contents,
    Diagram,
    Document,
    Heading,
    Inline,
    List,
    ListItem,
    Paragraph,
    Reference,
    Row,
    Section,
    Series,
    SignatureBlock,
    Table,
    Text,
)
from generator.tree.penomoran import nomori
from generator.writers.docx.dokumen import NaskahDocx, tulis_docx

TEMPLAT = Path(__file__).parents[2] / "templates" / "renstra.docx"
META = {
    "judul": "RENCANA STRATEGIS",
    "perangkat_daerah": "Dinas Contoh",
    "daerah": "Kabupaten Contoh",
    "provinsi": "Contoh",
    "periode": "2025–2029",
    "tahun": "2025",
    "tanggal": "2025-08-17",
}


def _p(*isi: str | Inline) -> Paragraph:
    return Paragraph(tuple(Text(i) if isinstance(i, str) else i for i in isi))


def _sel(teks: str, *, kolom: int = 1, baris: int = 1) -> Cell:
    return Cell((Text(teks),), col_span=kolom, row_span=baris)


def _tabel(nama: str, *, landscape: bool = False) -> Table:
    """Three columns; a header of two rows and the row of column numbers; a label over two rows."""
    kepala = (
        Row("kepala-1", (_sel("Uraian", baris=2), _sel("Tahun", kolom=2))),
        Row("kepala-2", (_sel("2023"), _sel("2024"))),
        Row("kolom", (_sel("(01)"), _sel("(02)"), _sel("(03)"))),
    )
    baris = (Row("a", (_sel("Pegawai", baris=2), _sel("1"), _sel("2"))), Row("b", (_sel("3"), _sel("4"))))
    judul = Caption("tabel", nama, (Text(f"Judul {nama}"),))
    return Table(judul, (3, 1, 1), kepala, baris, (Text("Sumber: data"),), landscape=landscape)


def _dokumen() -> Document:
    tanda = SignatureBlock((Text("Contoh, 2025"),), (Text("Kepala,"),), (Text("Nama"),), ((Text("NIP 1"),),))
    grafik = Chart(
        Caption("grafik", "pegawai", (Text("Pegawai"),)),
        ("A", "B"),
        (Series("X", (Angka(1), Angka(2))),),
        "Uraian grafik",
    )
    bagan = Diagram(
        Caption("gambar", "bagan", (Text("Bagan"),)), (Box("a", ("Kepala",), 0, 0, 80, 20),), (), 80, 20, "Uraian bagan"
    )
    dalam = List("angka", (ListItem((_p("dalam"),)),))
    depan: list[Block] = [
        Heading(1, (Text("KATA PENGANTAR"),)),
        _p("Penutup."),
        tanda,
        Heading(1, (Text("DAFTAR ISI"),)),
        Contents("isi"),
        Heading(1, (Text("DAFTAR TABEL"),)),
        Contents("tabel"),
    ]
    isi: list[Block] = [
        Heading(1, (Text("PENDAHULUAN"),), "bab:1"),
        Heading(2, (Text("Latar Belakang"),), "bagian:latar"),
        _p("Lihat ", Reference("tabel:satu"), ", ", Reference("grafik:pegawai"), ", ", Reference("gambar:bagan"), "."),
        _p("Lihat ", Reference("bab:2"), " dan ", Reference("bagian:latar"), " dan ", Reference("tabel:dua"), "."),
        _tabel("satu"),
        grafik,
        bagan,
        List("angka", (ListItem((_p("satu"), dalam)), ListItem((_p("dua"),)))),
    ]
    mendatar: list[Block] = [_tabel("lebar", landscape=True)]
    akhir: list[Block] = [
        Heading(1, (Text("PENUTUP"),), "bab:2"),
        _p("Lihat ", Reference("tabel:lebar"), "."),
        _tabel("dua"),
    ]
    temuan = Kumpulan()
    semua = nomori([*depan, *isi, *mendatar, *akhir], temuan)
    assert not temuan.galat
    a, b, c = (len(x) for x in (depan, isi, mendatar))
    bagian = (
        Section(tuple(semua[:a]), "romawi", True),
        Section(tuple(semua[a : a + b]), "angka", True),
        Section(tuple(semua[a + b : a + b + c]), "angka", False, landscape=True),
        Section(tuple(semua[a + b + c :])),
    )
    return Document("Rencana Strategis Dinas Contoh", bagian, META)


@pytest.fixture(scope="session")
def dokumen() -> Document:
    return _dokumen()


@pytest.fixture(scope="session")
def naskah(dokumen: Document) -> NaskahDocx:
    return tulis_docx(dokumen, TEMPLAT)


@pytest.fixture(scope="session")
def utuh(naskah: NaskahDocx) -> dict[str, bytes]:
    """The parts of the package. Tests change copies of it."""
    return buka(naskah.byte({a: "1" for a in naskah.jangkar}))


@pytest.fixture(scope="session")
def tata_letak(naskah: NaskahDocx) -> dict[str, bytes]:
    """The same, as it goes to LibreOffice."""
    return buka(naskah.untuk_tata_letak({}))


def buka(berkas: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(berkas)) as z:
        return {n: z.read(n) for n in z.namelist()}
