"""The numbers of the DOCX: bookmarked where the index says, resolved by the part in the package, out of Word's way."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest

from generator.jejak.indeks import susun_indeks
from generator.model.alamat import ringkas
from generator.periksa.struktur import periksa_docx
from generator.tree.nodes import Document, Table
from generator.tree.pecah import baris_terhubung, pecah
from generator.writers.docx.dokumen import NaskahDocx, tulis_docx
from generator.writers.docx.jejak import NAMA_BAGIAN, baca_jejak

TEMPLAT = Path(__file__).resolve().parents[2] / "templates" / "renstra.docx"
_MULAI = re.compile(r'<w:bookmarkStart w:id="(\d+)" w:name="(_Angka_[\d_]+)"/>')


@pytest.fixture(scope="module")
def naskah(dokumen: Document) -> NaskahDocx:
    return tulis_docx(dokumen, TEMPLAT)


def bagian(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as z:
        return {n: z.read(n) for n in z.namelist()}


def bertanda(isi: dict[str, bytes]) -> dict[str, str]:
    """The text of every number's bookmark, in order."""
    dokumen = isi["word/document.xml"].decode()
    hasil: dict[str, str] = {}
    for m in _MULAI.finditer(dokumen):
        potong = dokumen[m.end() : dokumen.index(f'<w:bookmarkEnd w:id="{m[1]}"/>', m.end())]
        assert m[2] not in hasil
        hasil[m[2]] = unescape("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", potong))).replace("\u00a0", " ")
    return hasil


def test_every_number_is_bookmarked_as_the_index_says(dokumen: Document, naskah: NaskahDocx) -> None:
    indeks = susun_indeks(dokumen, {})
    ada = bertanda(bagian(naskah.byte({})))
    assert ada == {e.penanda: e.teks for e in indeks.entri if e.penanda}
    assert len(ada) > 300
    assert all(len(n) <= 40 for n in ada)


def test_also_where_merged_cells_are_cut(dokumen: Document) -> None:
    potong = {
        b.caption.name: tuple(r.key for r in b.rows if r.key in baris_terhubung(b))[::2]
        for s in dokumen.sections
        for b in s.blocks
        if isinstance(b, Table)
    }
    tercetak = pecah(dokumen, potong)
    assert tercetak != dokumen
    naskah = tulis_docx(tercetak, TEMPLAT)
    ada = bertanda(bagian(naskah.byte({})))
    assert ada == {e.penanda: e.teks for e in susun_indeks(tercetak, {}).entri if e.penanda}


def test_rows_have_the_bookmarks_that_the_index_expects(dokumen: Document, naskah: NaskahDocx) -> None:
    halaman = {nama: str(i) for i, nama in enumerate(naskah.baris)}
    for e in susun_indeks(dokumen, {}, halaman).entri:
        if e.tempat.unsur == "tabel":
            nama = list(naskah.baris)[int(e.tempat.halaman)]
            assert naskah.baris[nama] == (e.tempat.label.partition(":")[2], e.tempat.kunci)


def test_the_package_tells_where_each_number_came_from(dokumen: Document, naskah: NaskahDocx) -> None:
    jejak = baca_jejak(bagian(naskah.byte({}))[NAMA_BAGIAN])
    entri = {e.penanda: e for e in susun_indeks(dokumen, {}).entri if e.penanda}
    assert jejak == {n: (e.rumus, tuple(ringkas(e.asal))) for n, e in entri.items()}
    (pagu,) = (n for n, e in entri.items() if e.tempat.kunci == "2.23.01.2.01.0001" and "2025 › PAGU" in e.tempat.kolom)
    assert jejak[pagu] == ("", ("content/data/pendanaan.xlsx!Pagu!C2",))


def test_sound_and_the_same_twice(dokumen: Document, naskah: NaskahDocx) -> None:
    docx = naskah.byte({})
    assert periksa_docx(bagian(docx)) == []
    assert docx == tulis_docx(dokumen, TEMPLAT).byte({})


def test_the_file_that_is_laid_out_keeps_those_outside_of_tables(naskah: NaskahDocx) -> None:
    tata = bagian(naskah.untuk_tata_letak({}))
    tanda = bertanda(tata)
    assert tanda
    assert tanda == {n: t for n, t in bertanda(bagian(naskah.byte({}))).items() if n.count("_") == 2}
    dokumen = tata["word/document.xml"].decode()
    assert dokumen.count("<w:bookmarkStart") == dokumen.count("<w:bookmarkEnd")


def test_how_much_the_file_grows(naskah: NaskahDocx) -> None:
    """Less than 40 %: the bookmarks and the part, against the same file without them."""
    isi = bagian(naskah.byte({}))
    nomor = {m[1] for m in _MULAI.finditer(isi["word/document.xml"].decode())}
    polos = _MULAI.sub("", isi["word/document.xml"].decode())
    polos = re.sub(r'<w:bookmarkEnd w:id="(\d+)"/>', lambda m: "" if m[1] in nomor else m[0], polos)
    tanpa = {n: b for n, b in isi.items() if not n.startswith("customXml/")} | {"word/document.xml": polos.encode()}

    def ukuran(b: dict[str, bytes]) -> int:
        keluar = io.BytesIO()
        with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
            for nama, data in b.items():
                z.writestr(nama, data)
        return len(keluar.getvalue())

    assert ukuran(isi) < 1.4 * ukuran(tanpa)
