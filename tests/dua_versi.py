"""Two versions of a document: random edits of a small tree, and what a redline of both must keep.

`cocok` writes the redline and both versions as plain files and compares, with `terima_tolak`, what is in them after all
changes were accepted or rejected. `Acak` makes trees of every sort of block and edits them by chance.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from unittest.mock import patch

from terima_tolak import DEL, INS, Isi, W, badan, isi, sama, tanda, terima, tolak

from generator.banding.perubahan import Beda
from generator.banding.pohon import banding_dokumen
from generator.banding.redline import dokumen_redline
from generator.model.angka import Angka
from generator.periksa.struktur import periksa_docx
from generator.temuan import Kumpulan
from generator.tree.bagian import bagikan
from generator.tree.nodes import (
    Block,
    Box,
    Caption,
    Cell,
    Chart,
    Contents,
    Diagram,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Particulars,
    Reference,
    Row,
    Series,
    SignatureBlock,
    SignaturePair,
    Strong,
    Table,
    Text,
    Value,
    plain,
)
from generator.tree.penomoran import nomori
from generator.tree.rumus import formula
from generator.writers.docx import dokumen as penulis
from generator.writers.docx.dokumen import kemas, tulis_docx
from generator.writers.docx.templat import muat_templat

TEMPLAT_RENSTRA = Path(__file__).parent.parent / "templates" / "renstra.docx"
TEMPLAT = TEMPLAT_RENSTRA.with_name("pk.docx")  # has the styles of every sort of block
META = {
    **{"judul": "RENSTRA", "perangkat_daerah": "Dinas Contoh", "daerah": "Kota Contoh", "provinsi": "Contoh Raya"},
    **{"periode": "2025–2030", "tahun": "2025", "tanggal": "2025-08-17"},
}
TETAP = ("bab:satu", "bagian:tetap", "tabel:tetap")
"""What every random tree has, and references point at."""

# ---------------------------------------------------------------- writing and comparing


@cache
def _templat(path: Path, meta: tuple[tuple[str, str], ...]) -> object:
    return muat_templat(path, dict(meta))


def tulis(dokumen: Document, templat: Path = TEMPLAT) -> bytes:
    """The DOCX; a template is parsed once for every cover."""

    def muat(path: Path, meta: dict[str, str], _: object) -> object:
        return _templat(path, tuple(sorted(meta.items())))

    def kemas_cepat(bagian: dict[str, bytes], _: int) -> bytes:
        return kemas(bagian, 1)

    with patch.object(penulis, "muat_templat", muat), patch.object(penulis, "kemas", kemas_cepat):
        return tulis_docx(dokumen, templat).byte({})


def xml(docx: bytes) -> bytes:
    """The body's part."""
    with zipfile.ZipFile(io.BytesIO(docx)) as z:
        return z.read("word/document.xml")


def redline(beda: Beda, templat: Path = TEMPLAT) -> bytes:
    """The file with tracked changes, without page numbers."""
    return tulis(dokumen_redline(beda, "lama", "baru"), templat)


def cocok(lama: Document, baru: Document, *, periksa: bool = True, templat: Path = TEMPLAT) -> tuple[Beda, list[str]]:
    """Compare, write, accept and reject: fails where a version does not come back, or a count is wrong.

    Gives the comparison and the descriptions of the older pictures that do not come back, which nothing can mark.
    """
    beda = banding_dokumen(lama, baru)
    docx = redline(beda, templat)
    tercatat = badan(xml(docx), lewati=2)
    diterima, ditolak = terima(tercatat), tolak(tercatat)
    for pohon in (diterima, ditolak):
        assert not any(True for _ in pohon.iter(INS, DEL, f"{W}delText", f"{W}delInstrText"))
    assert list(sama(isi(diterima, nomor=True), isi_polos(baru, templat, nomor=True), rujukan=True)) == [], "diterima"
    lain = list(sama(isi(ditolak, nomor=False), isi_polos(lama, templat, nomor=False), rujukan=False))
    gambar = [b.teks[0] for a, b in lain if a and b and all(_gambar(x) for x in (a, b))]
    assert len(lain) == len(gambar), ("ditolak", lain)
    assert tanda(tercatat) == beda.tanda
    if periksa:
        with zipfile.ZipFile(io.BytesIO(docx)) as z:
            salah = list(periksa_docx({n: z.read(n) for n in z.namelist()}))
        assert salah == [], salah
    return beda, gambar


def _gambar(isi: Isi) -> bool:
    return isi.gaya == "Gambar" and isi.teks[0].startswith("[")


def isi_polos(dokumen: Document, templat: Path, *, nomor: bool) -> list[Isi]:
    """What stands in the plain file of a version; the last ones are kept, the real content among them."""
    kunci = (id(dokumen), nomor)
    if kunci not in _polos or _polos[kunci][0] is not dokumen:
        if len(_polos) > 8:
            del _polos[next(k for k in _polos)]
        _polos[kunci] = (dokumen, isi(badan(xml(tulis(dokumen, templat))), nomor=nomor))
    return _polos[kunci][1]


_polos: dict[tuple[int, bool], tuple[Document, list[Isi]]] = {}


def dokumen(blok: Sequence[Block]) -> Document:
    """Blocks, numbered, as a document."""
    return Document("Judul", tuple(bagikan(nomori(blok, Kumpulan()))), dict(META))


# ---------------------------------------------------------------- random trees

KATA = ("pagu", "warga", "2027", "12,5%", "kecamatan", "dan", "indeks", "(KIP)", "Rp1.000", "naik", "urusan", "data")
RUMUS = (r"\frac{a}{b}", "a + b")


class Acak:
    """Makes and edits blocks; `rng` decides."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.nomor = 0

    def nama(self) -> str:
        self.nomor += 1
        return f"n{self.nomor}"

    def ya(self, satu_dari: int = 2) -> bool:
        return self.rng.randrange(satu_dari) == 0

    # ------------------------------------------------------------ words

    def isi(self, *, kosong: bool = False, patah: bool = True, rujuk: bool = True) -> Inlines:
        hasil: list[Inline] = []
        for _ in range(self.rng.randrange(0 if kosong else 1, 4)):
            teks = " ".join(self.rng.choice(KATA) for _ in range(self.rng.randrange(1, 4)))
            hasil.append(self.rng.choice((self._teks, self._nilai, self._tebal, self._lain))(teks, patah, rujuk))
            hasil.append(Text(self.rng.choice((" ", ", ", ""))))
        return _berisi(hasil, kosong=kosong)

    def _teks(self, teks: str, patah: bool, rujuk: bool) -> Inline:
        return Text(teks)

    def _nilai(self, teks: str, patah: bool, rujuk: bool) -> Inline:
        return Value(teks)

    def _tebal(self, teks: str, patah: bool, rujuk: bool) -> Inline:
        dalam: Inlines = (Text(teks), Emphasis((Text("miring"),))) if self.ya(3) else (Value(teks),)
        return Strong(dalam) if self.ya() else Emphasis((Text(teks),))

    def _lain(self, teks: str, patah: bool, rujuk: bool) -> Inline:
        pilih = self.rng.randrange(3)
        if pilih == 0 and patah:
            return LineBreak()
        if not rujuk:
            return Value(teks)
        return formula(self.rng.choice(RUMUS)) if pilih == 1 else Reference(self.rng.choice(TETAP))

    def ubah_isi(self, isi: Inlines, *, kosong: bool = False) -> Inlines:
        hasil = list(isi)
        letak = self.rng.randrange(len(hasil) + 1)
        match self.rng.randrange(4):
            case 0:
                hasil[letak:letak] = [Text(f"{self.rng.choice(KATA)} ")]
            case 1 if hasil:
                del hasil[letak - 1]
            case 2 if hasil and isinstance(n := hasil[letak - 1], (Text, Value)):
                hasil[letak - 1] = Strong((n,))
            case _:
                hasil[letak : letak + 1] = self.isi()
        return _berisi(hasil, kosong=kosong)

    # ------------------------------------------------------------ blocks

    def blok(self) -> Block:
        return self.rng.choice(
            (
                *((self.paragraf,) * 4),
                *((self.daftar,) * 2),
                *((self.tabel,) * 2),
                *(self.judul, self.bab, self.grafik, self.gambar, self.tanda_tangan, self.pasangan, self.identitas),
            )
        )()

    def paragraf(self) -> Paragraph:
        if self.ya(6):
            return Paragraph((formula(self.rng.choice(RUMUS)),), "rumus")
        return Paragraph(self.isi(), self.rng.choice(("badan", "badan", "kutipan", "sumber")))

    def judul(self) -> Heading:
        label = f"bagian:{self.nama()}" if self.ya() else ""
        return Heading(self.rng.choice((2, 3)), self.isi(patah=False, rujuk=False), label)

    def bab(self) -> Heading:
        label = self.rng.choice((f"bab:{self.nama()}", f"lampiran:{self.nama()}", ""))
        return Heading(1, self.isi(patah=False, rujuk=False), label)

    def daftar(self, dalam: int = 0) -> List:
        jenis = self.rng.choice(("angka", "huruf", "jenjang", "butir"))
        return List(jenis, tuple(self.butir(dalam) for _ in range(self.rng.randrange(1, 4))))

    def butir(self, dalam: int = 0) -> ListItem:
        isi: list[Paragraph | List] = [Paragraph(self.isi())]
        if self.ya(3):
            isi.append(Paragraph(self.isi()))
        if dalam < 2 and self.ya(3):
            isi.append(self.daftar(dalam + 1))
        return ListItem(tuple(isi))

    def tabel(self, nama: str = "", kolom: int = 0) -> Table:
        kolom = kolom or self.rng.randrange(2, 5)
        jenis = "tabel" if nama or self.ya(3) is False else "kotak"
        kepala = [Row("kepala-1", tuple(Cell(self.isi(), "tengah") for _ in range(kolom)))]
        if kolom > 2 and self.ya(3):
            kepala = [
                Row("kepala-1", (Cell(self.isi(), row_span=2), Cell(self.isi(), col_span=kolom - 1))),
                Row("kepala-2", tuple(Cell(self.isi()) for _ in range(kolom - 1))),
            ]
        rows = [r for _ in range(self.rng.randrange(1, 4)) for r in self.kelompok(kolom)]
        sumber = self.isi() if self.ya() else ()
        takarir = Caption(jenis, nama or self.nama(), self.isi(patah=False))
        return Table(takarir, (1.0,) * kolom, tuple(kepala), tuple(rows), sumber, landscape=self.ya(5))

    def kelompok(self, kolom: int) -> list[Row]:
        """Rows that a merge holds together, or one."""

        def kunci() -> str:
            return self.rng.choice((f"1.{self.rng.randrange(6)}", "baris-1", self.nama()))

        def sel(n: int) -> tuple[Cell, ...]:
            return tuple(Cell(self.isi(kosong=True), strong=self.ya(5)) for _ in range(n))

        tinggi = self.rng.choice((1, 1, 2, 3))
        if tinggi == 1:
            if self.ya(4):
                return [Row(kunci(), (Cell(self.isi(), col_span=2), *sel(kolom - 2)))]
            return [Row(kunci(), sel(kolom))]
        awal = Row(kunci(), (Cell(self.isi(), row_span=tinggi), *sel(kolom - 1)))
        return [awal, *(Row(kunci(), sel(kolom - 1)) for _ in range(tinggi - 1))]

    def grafik(self) -> Chart:
        takarir, nilai = Caption("grafik", self.nama(), self.isi(patah=False)), Series("Jumlah", (Angka(1), Angka(2)))
        return Chart(takarir, ("a", "b"), (nilai,), "alt", source=self._sumber())

    def gambar(self) -> Diagram:
        kotak = (Box("k", ("satu",), 0, 0, 50, 20),)
        lanjut = (Diagram(Caption("gambar", "lanjut", ()), kotak, (), 100, 50, "alt dua"),) if self.ya(3) else ()
        takarir = Caption("gambar", self.nama(), self.isi(patah=False))
        return Diagram(takarir, kotak, (), 100, 50, "alt", 9, self._sumber(), self.ya(4), lanjut)

    def _sumber(self) -> Inlines:
        return self.isi() if self.ya() else ()

    def tanda_tangan(self) -> SignatureBlock:
        """References in a signature are not resolved: nobody writes them."""
        isi = [self.isi(rujuk=False) for _ in range(self.rng.randrange(3, 6))]
        return SignatureBlock(isi[0], isi[1], isi[2], tuple(isi[3:]))

    def pasangan(self) -> SignaturePair:
        return SignaturePair(replace(self.tanda_tangan(), place_date=()), self.tanda_tangan())

    def identitas(self) -> Particulars:
        return Particulars(tuple(((Text(k),), self.isi()) for k in ("Nama", "Jabatan")[: self.rng.randrange(1, 3)]))

    # ------------------------------------------------------------ documents and edits

    def dokumen(self) -> list[Block]:
        awal: list[Block] = [Heading(1, (Text("DAFTAR"),)), Contents("isi"), Contents("tabel")]
        isi: list[Block] = [self.blok() for _ in range(self.rng.randrange(1, 8))]
        tetap: list[Block] = [Heading(2, (Text("Bagian tetap"),), "bagian:tetap"), self.tabel("tetap", 3)]
        for t in tetap:
            isi.insert(self.rng.randrange(len(isi) + 1), t)
        return [*awal, Heading(1, (Text("BAB SATU"),), "bab:satu"), *isi]

    def sunting(self, blok: Sequence[Block]) -> list[Block]:
        hasil = list(blok)
        for _ in range(self.rng.randrange(1, 5)):
            self._sunting(hasil)
        return hasil

    def _sunting(self, blok: list[Block]) -> None:
        """One edit; the list of contents and the first chapter stay in front, what references point at stays."""
        n = self.rng.randrange(4, len(blok))
        b = blok[n]
        ke = self.rng.randrange(4, len(blok) + 1)
        match self.rng.randrange(8):
            case 0 if _label(b) not in TETAP:
                del blok[n]
            case 1:
                blok.insert(ke, self.blok())
            case 2:
                blok.insert(min(ke, len(blok) - 1), blok.pop(n))
            case 3 if isinstance(b, Paragraph) and len(b.content) > 1:
                blok[n : n + 1] = [replace(b, content=b.content[:1]), replace(b, content=b.content[1:])]
            case 4 if isinstance(b, Paragraph):
                blok.insert(ke, b)
            case _:
                blok[n] = self.ubah(b)

    def ubah(self, b: Block) -> Block:
        match b:
            case Paragraph(style="rumus"):
                return self.paragraf()
            case Heading():
                return replace(b, content=self.isi(patah=False, rujuk=False))
            case Paragraph():
                return replace(b, content=self.ubah_isi(b.content))
            case List():
                return replace(b, items=self._ubah_butir(b.items))
            case Table():
                return self._ubah_tabel(b)
            case Chart() | Diagram():
                if self.ya():
                    return replace(b, source=self._sumber())
                return replace(b, caption=replace(b.caption, title=self.ubah_isi(b.caption.title)))
            case SignatureBlock():
                return replace(b, name=self.isi(rujuk=False)) if self.ya() else self.tanda_tangan()
            case SignaturePair():
                return replace(b, right=replace(b.right, name=self.isi(rujuk=False))) if self.ya() else self.pasangan()
            case Particulars():
                return self.identitas()
        return b

    def _ubah_butir(self, items: tuple[ListItem, ...]) -> tuple[ListItem, ...]:
        hasil = list(items)
        n = self.rng.randrange(len(hasil))
        match self.rng.randrange(5):
            case 0 if len(hasil) > 1:
                del hasil[n]
            case 1:
                hasil.insert(n, self.butir())
            case 2:
                hasil.insert(self.rng.randrange(len(hasil)), hasil.pop(n))
            case 3:
                hasil[n] = self.butir()
            case _:
                isi = list(hasil[n].blocks)
                m = self.rng.randrange(len(isi))
                x = isi[m]
                isi[m] = (
                    replace(x, items=self._ubah_butir(x.items))
                    if isinstance(x, List)
                    else replace(x, content=self.ubah_isi(x.content))
                )
                if m and self.ya(3):
                    del isi[m]
                hasil[n] = ListItem(tuple(isi))
        return tuple(hasil)

    def _ubah_tabel(self, t: Table) -> Table:
        kolom = len(t.widths)
        match self.rng.randrange(8):
            case 0:
                return replace(t, caption=replace(t.caption, title=self.ubah_isi(t.caption.title)))
            case 1:
                return replace(t, source=self.isi() if self.ya() else ())
            case 2 if t.caption.name != "tetap":
                return self.tabel(kolom=self.rng.randrange(2, 5))
            case 3:
                return replace(t, caption=replace(self.tabel(t.caption.name).caption, kind=t.caption.kind))
            case 4:
                baru = self.tabel(t.caption.name, kolom)
                return replace(t, header=baru.header)
        kelompok = _kelompok(t.rows)
        n = self.rng.randrange(len(kelompok))
        match self.rng.randrange(4):
            case 0 if len(kelompok) > 1:
                del kelompok[n]
            case 1:
                kelompok.insert(n, self.kelompok(kolom))
            case 2:
                kelompok.insert(self.rng.randrange(len(kelompok)), kelompok.pop(n))
            case _:
                m = self.rng.randrange(len(kelompok[n]))
                kelompok[n][m] = self._ubah_baris(kelompok[n][m])
        return replace(t, rows=tuple(r for k in kelompok for r in k))

    def _ubah_baris(self, r: Row) -> Row:
        if self.ya(4):
            return replace(r, key=self.nama())
        n = self.rng.randrange(len(r.cells))
        sel = list(r.cells)
        sel[n] = replace(sel[n], content=self.ubah_isi(sel[n].content, kosong=True))
        return replace(r, cells=tuple(sel))


def _berisi(isi: Sequence[Inline], *, kosong: bool) -> Inlines:
    """What can be read, or nothing where nothing may stand."""
    if plain(tuple(isi)).strip():
        return tuple(isi)
    return () if kosong else (Text("x"),)


def _label(b: Block) -> str:
    if isinstance(b, Table):
        return f"tabel:{b.caption.name}"
    return b.label if isinstance(b, Heading) else ""


def _kelompok(rows: Sequence[Row]) -> list[list[Row]]:
    hasil: list[list[Row]] = []
    sisa = 0
    for r in rows:
        if sisa:
            hasil[-1].append(r)
        else:
            hasil.append([r])
            sisa = max(c.row_span for c in r.cells)
        sisa -= 1
    return hasil
