"""Rules over the numbered tree: headings and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import BARIS_NOMOR_KOLOM, bagian_bagian, sebutan, tempat
from generator.temuan import Temuan
from generator.tree.format import romawi
from generator.tree.nodes import Captioned, Heading, PageBreak, Paragraph, Table, plain
from generator.tree.walk import blocks

aturan = Rumpun("Judul dan nomor", "Yang ada di bawah judul, dan urutan nomor.")


@aturan(
    "judul-kosong",
    "peringatan",
    arti="Di bawah sebuah judul tidak ada isi.",
    obat="Tulis isinya, atau hapus judulnya.",
    salah="## Isu Strategis, langsung disusul ## Telaahan",
    baik="## Isu Strategis, lalu sekurang-kurangnya satu kalimat",
)
def judul_kosong(b: Bahan) -> Iterator[Temuan]:
    """Nothing stands below a heading, nor below the headings under it."""
    for bagian in bagian_bagian(b.dokumen):
        if not any(_berisi(x) for x in bagian.isi):
            judul = plain(bagian.judul.content)
            nama = f"{bagian.judul.number} {judul}".strip()
            yield judul_kosong.temuan(tempat(bagian.judul.asal), f'di bawah judul "{nama}" tidak ada isi', pokok=judul)


def _berisi(blok: object) -> bool:
    if isinstance(blok, Paragraph):
        return any(huruf.isalnum() for huruf in plain(blok.content))
    return not isinstance(blok, (Heading, PageBreak))


DALAM = range(2, 5)
"""Levels of headings numbered within their chapter: 2.1., 2.1.1., 2.1.1.1."""


@aturan(
    "nomor-urut",
    "galat",
    arti="Nomor judul, tabel, grafik, atau gambar tidak berurutan.",
    obat="Laporkan kepada pengembang: nomor dibuat oleh program.",
    salah="Tabel 2.1, lalu Tabel 2.3",
    baik="Tabel 2.1, lalu Tabel 2.2",
)
def nomor_urut(b: Bahan) -> Iterator[Temuan]:
    """A number of a heading or caption does not follow the one before it.

    Numbers are made by the program; a gap means that something was dropped or numbered twice on its way.
    """
    bab = {"bab": 0, "lampiran": 0}
    awal = ""
    letak = [0] * 7  # of a heading among those of its level
    gambar: dict[str, int] = {}
    for blok in blocks(b.dokumen):
        if isinstance(blok, Heading) and blok.level == 1 and blok.number:
            jenis = blok.label.partition(":")[0]
            bab[jenis] = bab.get(jenis, 0) + 1
            awal = str(bab[jenis]) if jenis == "bab" else "L"
            letak, gambar = [0] * 7, {}
            harus, nama = romawi(bab[jenis]), f"{jenis} {plain(blok.content)}"
            nomor, asal = blok.number, blok.asal
        elif isinstance(blok, Heading) and blok.level in DALAM and blok.number:
            letak[blok.level] += 1
            letak[blok.level + 1 :] = [0] * (6 - blok.level)
            harus = ".".join([awal, *map(str, letak[2 : blok.level + 1])]) + "."
            nomor, asal, nama = blok.number, blok.asal, f'judul "{plain(blok.content)}"'
        elif isinstance(blok, Captioned) and blok.caption.prefix:
            c = blok.caption
            gambar[c.kind] = gambar.get(c.kind, 0) + 1
            harus, nomor, asal, nama = f"{awal}.{gambar[c.kind]}", c.number, c.asal, sebutan(c)
        else:
            continue
        if nomor != harus:
            yield nomor_urut.temuan(tempat(asal), f"{nama} bernomor {nomor}, seharusnya {harus}", pokok=nama)


@aturan(
    "nomor-kolom",
    "galat",
    arti="Baris nomor kolom (01) (02) … tidak lengkap atau tidak berurutan.",
    obat="Laporkan kepada pengembang: baris itu dibuat oleh program.",
    salah="(01) (02) (04)",
    baik="(01) (02) (03)",
)
def nomor_kolom(b: Bahan) -> Iterator[Temuan]:
    """The row (01) (02) … below the header of a table leaves out a number, or is not there.

    Source: practice of the forms of Permendagri 86/2017; audit 25.
    """
    for t in blocks(b.dokumen):
        if not isinstance(t, Table) or t.caption.kind == "kotak":
            continue
        harus = [f"({i:02d})" for i in range(1, len(t.widths) + 1)]
        ada = next(([plain(c.content) for c in r.cells] for r in t.header if r.key == BARIS_NOMOR_KOLOM), [])
        if ada != harus:
            pesan = (
                f"{sebutan(t.caption)} bernomor kolom {' '.join(ada) or '(tidak ada)'}, seharusnya {' '.join(harus)}"
            )
            yield nomor_kolom.temuan(tempat(t.caption.asal), pesan, pokok=f"tabel:{t.caption.name}")
