"""Rules over the numbered tree: where what is printed comes from, and where it sends the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.lokasi import Lokasi
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import BARIS_NOMOR_KOLOM, sebutan, tempat
from generator.temuan import Temuan
from generator.tree.grid import grid
from generator.tree.nodes import Block, Cell, Chart, Inlines, Row, Table, Text, Value, plain
from generator.tree.walk import blocks, flat, parts

aturan = Rumpun("Rujukan dan asal", "Tabel yang ditunjuk kotak indikator, dan asal setiap angka.")


_TABEL = re.compile(r"\bTabel ([IVX]+)\b")


@aturan(
    "rujukan-kotak",
    "peringatan",
    arti="Kalimat dalam kotak indikator menunjuk tabel yang tidak memuat hal itu.",
    obat="Perbaiki nomor tabelnya di definisi_operasional.xlsx › Rumus.",
    salah="nilai kematangan pada Tabel I, sedangkan kolom itu ada pada Tabel II",
    baik="nilai kematangan pada Tabel II",
)
def rujukan_kotak(b: Bahan) -> Iterator[Temuan]:
    """A sentence of an indicator's box points at "Tabel I" for what another table of the box holds.

    The small tables of a box are named by the sentence above them ("Tabel I: …"). Where such a sentence names things,
    they belong to that table; a later sentence that sends the reader to another one for the same thing is wrong.
    Source: definisi_operasional.xlsx › Rumus.
    """
    for t in blocks(b.dokumen):
        if isinstance(t, Table) and t.caption.kind == "kotak":
            yield from _kotak(t)


def _kotak(t: Table) -> Iterator[Temuan]:
    kolom = _kolom(t.rows)
    for c in (c for r in t.rows for c in r.cells if not c.strong):
        teks = plain(c.content)
        m = _TABEL.search(teks)
        if not m:
            continue
        disebut = [j for j in kolom if j in teks.casefold()]
        if m[1] not in {n for nomor in kolom.values() for n in nomor}:
            apa = "yang tidak ada dalam kotak itu"
        elif disebut and not any(m[1] in kolom[j] for j in disebut):
            j = max(disebut, key=len)
            apa = f"sedangkan {j} ada pada Tabel {' dan '.join(sorted(kolom[j]))}"
        else:
            continue
        asal = next((n.asal for n in flat(c.content) if isinstance(n, Value) and n.asal), ())
        lokasi = asal[0] if asal else t.caption.asal
        yield rujukan_kotak.temuan(tempat(lokasi), f'"{teks}" menunjuk Tabel {m[1]}, {apa}', pokok=teks)


def _kolom(baris: tuple[Row, ...]) -> dict[str, set[str]]:
    """Headings of the small tables, each with the numbers of those that have it.

    A small table is a row of headings below a sentence that begins or ends with "Tabel I".
    """
    kolom: dict[str, set[str]] = {}
    nomor = ""
    for r in baris:
        teks = plain(r.cells[-1].content)
        kepala = [plain(c.content).casefold() for c in r.cells if c.strong]
        m = _TABEL.search(teks)
        if m and (teks.startswith(f"{m[0]}:") or teks.rstrip(".: ").endswith(f": {m[0]}")):
            nomor = m[1]
        elif len(kepala) > 1 and nomor:
            for k in kepala:
                kolom.setdefault(k, set()).add(nomor)
            nomor = ""
    return {k: n for k, n in kolom.items() if len(k) > 2}


_ANGKA = re.compile(r"\d")
_URUT = re.compile(r"(\d+)[.)]?\s*")
_FORMULIR = re.compile(r"T-[A-Z]\.\d+")
_RUMUS_KOLOM = re.compile(r"\(\d+(?:[+/]\d+)+\)")  # of a form's column: (5+7+9)


@aturan(
    "angka-tanpa-asal",
    "peringatan",
    arti="Sebuah angka tidak diketahui asalnya.",
    obat="Ambil angkanya dari data dengan ungkapan, misalnya {{ pegawai.jumlah }}; nomor urut dengan .nomor.",
    salah="{{ 40 + 2 }} orang",
    baik="{{ pegawai.jumlah }} orang",
)
def angka_tanpa_asal(b: Bahan) -> Iterator[Temuan]:
    """A numeral is printed of which nobody can tell where it comes from.

    Looked at: cells and headings of tables, values of charts, signature blocks, and what expressions give in chapters;
    numerals typed in a chapter are another rule's. Numbers that count rows (1, 2, 3 …) and columns have no origin, nor
    has the name of a form in a law (T-C.24) and how one of its columns is calculated from others.
    """
    for blok in blocks(b.dokumen):
        yield from asal_blok(blok)


def asal_blok(blok: Block) -> Iterator[Temuan]:
    """The numbers without origin of one block."""
    for bagian in parts(blok):
        if bagian.role == "signature":
            yield from _tanda_tangan(bagian.content)
        elif bagian.role not in ("header", "cell"):
            yield from _naskah(bagian.content, bagian.asal)
    if isinstance(blok, Table):
        yield from _tabel(blok)
    elif isinstance(blok, Chart):
        yield from _grafik(blok)


def _grafik(g: Chart) -> Iterator[Temuan]:
    for deret in g.series:
        for kategori, angka in zip(g.categories, deret.values, strict=True):
            if angka.nilai is not None and not angka.asal:
                pesan = f"{g.caption.prefix}: {deret.name}, {kategori}: {angka.nilai} tidak diketahui asalnya"
                yield angka_tanpa_asal.temuan(tempat(g.caption.asal), pesan, pokok=g.caption.label)


def _tanda_tangan(isi: Inlines) -> Iterator[Temuan]:
    for teks in (*_tanpa_asal(isi), *_ketikan(isi)):
        yield angka_tanpa_asal.temuan(Lokasi("blok tanda tangan"), f'"{teks}" tidak diketahui asalnya', pokok=teks)


def _naskah(isi: Inlines, asal: Lokasi | None) -> Iterator[Temuan]:
    """What an expression of a chapter gave without origin."""
    for teks in _tanpa_asal(isi):
        yield angka_tanpa_asal.temuan(
            tempat(asal), f'ungkapan menghasilkan "{teks}", yang tidak diketahui asalnya', pokok=teks
        )


def _tanpa_asal(isi: Inlines) -> Iterator[str]:
    for n in flat(isi):
        if isinstance(n, Value) and not n.asal and _ANGKA.search(n.text) and not _FORMULIR.fullmatch(n.text):
            yield n.text


def _ketikan(isi: Inlines) -> Iterator[str]:
    teks = (n.text for n in flat(isi) if isinstance(n, Text))
    return (t for t in teks if _ANGKA.search(_FORMULIR.sub("", _RUMUS_KOLOM.sub("", t))))


def _tabel(t: Table) -> Iterator[Temuan]:
    kepala = [r for r in t.header if r.key != BARIS_NOMOR_KOLOM]
    for teks in _sel(s.content for r in kepala for s in r.cells):
        yield _temuan(t, f'kepala kolom "{teks}"', teks)
    for kolom in _isi_kolom(t):
        urut = 0
        for r, c in kolom:
            for teks in _sel([c.content]):
                m = _URUT.fullmatch(teks)
                if m and int(m[1]) in (1, urut + 1):
                    urut = int(m[1])
                else:
                    yield _temuan(t, f'baris {r.key}: "{teks}"', teks)


def _isi_kolom(t: Table) -> list[list[tuple[Row, Cell]]]:
    """The cells that begin in each column, with the row in which they do."""
    kolom: list[list[tuple[Row, Cell]]] = [[] for _ in t.widths]
    for r, petak in grid(t.rows, len(t.widths)).own():
        for p in petak:
            kolom[p.column].append((r, p.cell))
    return kolom


def _sel(isi: Iterable[Inlines]) -> Iterator[str]:
    for c in isi:
        yield from _tanpa_asal(c)
        yield from _ketikan(c)


def _temuan(t: Table, apa: str, pokok: str) -> Temuan:
    pesan = f"{sebutan(t.caption)}, {apa} tidak diketahui asalnya"
    return angka_tanpa_asal.temuan(tempat(t.caption.asal), pesan, pokok=f"{t.caption.name}: {pokok.strip()}")
