"""Rules over the numbered tree: what tables and pictures show, and whether it fits."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import BARIS_NOMOR_KOLOM, sebutan, tempat
from generator.temuan import Temuan
from generator.tree.drawing.arial import longest_word, text_width
from generator.tree.drawing.ukuran import MENDATAR, TEGAK
from generator.tree.grid import grid
from generator.tree.nodes import Box, Cell, Chart, Diagram, Formula, Table, plain
from generator.tree.walk import blocks

aturan = Rumpun("Tabel dan gambar", "Isi, lebar, dan teks alternatifnya.")


NIHIL = "NIHIL"


@aturan(
    "tabel-kosong",
    "peringatan",
    arti="Sebuah tabel tidak berisi, atau NIHIL tanpa penjelasan.",
    obat="Isi lembar sumbernya, atau nyatakan nihil berikut penjelasannya.",
    salah="NIHIL",
    baik="NIHIL – tidak ada indikator kinerja kunci pada kewenangan ini",
)
def tabel_kosong(b: Bahan) -> Iterator[Temuan]:
    """A table holds nothing, or says NIHIL without saying why.

    A table may be empty by declaration: it prints its header and NIHIL, with the explanation (audit 37).
    """
    for t in blocks(b.dokumen):
        if not isinstance(t, Table):
            continue
        isi = {plain(c.content).strip() for r in t.rows for c in r.cells} - {"", "-"}
        if not isi:
            pesan = f"{sebutan(t.caption)} tidak berisi"
        elif isi == {NIHIL}:
            pesan = f"{sebutan(t.caption)} NIHIL tanpa penjelasan"
        else:
            continue
        yield tabel_kosong.temuan(tempat(t.caption.asal), pesan, pokok=t.caption.label)


HURUF = {"biasa": 10.0, "kecil": 8.0, "renik": 7.0}
"""Points of the letters of a table by its size."""
HURUF_NOMOR_KOLOM = {"biasa": 8.0, "kecil": 7.0, "renik": 7.0}
TEPI = {"biasa": 2.85, "kecil": 2.85, "renik": 1.3}
"""Points between a cell's border and its text."""
KELONGGARAN = 0.5  # points: half a border, and what rounding to twentieths takes


@aturan(
    "sel-sempit",
    "peringatan",
    arti="Sebuah kata atau angka lebih lebar daripada kolomnya sehingga terpotong.",
    obat="Persingkat katanya, atau lebarkan kolomnya di berkas tabel itu (generator/document/tables).",
    salah="Pertanggungjawaban/Pengadministrasian dalam kolom sempit",
    baik="Pertanggungjawaban dan pengadministrasian",
)
def sel_sempit(b: Bahan) -> Iterator[Temuan]:
    """A word or an amount is wider than its column, so that it is cut in the middle.

    Tables are as wide as the text, so nothing leaves the page; what does not fit a column breaks between letters.
    Widths are measured in Arial (`tree.drawing.arial`), with the sizes and margins of templates/renstra.docx.
    """
    for t in blocks(b.dokumen):
        if isinstance(t, Table):
            yield from _sel_terlebar(t)


def _sel_terlebar(t: Table) -> Iterator[Temuan]:
    lebar = (MENDATAR if t.landscape else TEGAK).lebar
    titik = [w / sum(t.widths) * lebar for w in t.widths]
    sudah: set[str] = set()
    for baris, kepala in ((t.header, True), (t.rows, False)):
        for r, petak in grid(baris, len(t.widths)).own():
            nomor = r.key == BARIS_NOMOR_KOLOM
            huruf = (HURUF_NOMOR_KOLOM if nomor else HURUF)[t.size]
            for p in petak:
                ruang = sum(titik[k] for k in p.columns) - 2 * TEPI[t.size] + KELONGGARAN
                kata = _terlebar(p.cell, huruf, p.cell.strong or (kepala and not nomor), ruang)
                if kata and kata not in sudah:
                    sudah.add(kata)
                    pesan = f'{sebutan(t.caption)}, baris {r.key}: "{kata}" lebih lebar daripada kolomnya'
                    yield sel_sempit.temuan(tempat(t.caption.asal), pesan, pokok=f"{t.caption.name}: {kata}")


def _terlebar(c: Cell, huruf: float, tebal: bool, ruang: float) -> str:
    """The first word of a cell that does not fit, or ''."""
    teks = plain(c.content)
    if any(isinstance(n, Formula) for n in c.content):
        return ""
    # no letter is wider than the size: short words need no measuring
    panjang = (kata for kata in teks.split() if len(kata) * huruf > ruang)
    return next((kata for kata in panjang if longest_word(kata, huruf, tebal) > ruang), "")


KELONGGARAN_GAMBAR = 1.5  # points


@aturan(
    "gambar-melebihi",
    "peringatan",
    arti="Sebuah gambar atau tulisannya lebih besar daripada tempatnya.",
    obat="Persingkat isi kotaknya, atau bagi gambarnya.",
    salah="pohon kinerja 40 kotak dalam satu gambar",
    baik="pohon kinerja yang dibagi per sasaran",
)
def gambar_melebihi(b: Bahan) -> Iterator[Temuan]:
    """A picture is larger than a page leaves room for, or words of a box are wider than the box.

    A picture wider than the text is made smaller, and its letters with it; a higher one leaves its page.
    """
    for d in blocks(b.dokumen):
        if isinstance(d, Diagram):
            for lembar in (d, *d.more):
                for pesan in _lembar(lembar, d.landscape):
                    yield gambar_melebihi.temuan(
                        tempat(d.caption.asal), f"{sebutan(d.caption)} {pesan}", pokok=f"gambar:{d.caption.name}"
                    )


def _lembar(d: Diagram, mendatar: bool) -> Iterator[str]:
    bidang = MENDATAR if mendatar else TEGAK
    if d.width > bidang.lebar + KELONGGARAN_GAMBAR or d.height > bidang.tinggi + KELONGGARAN_GAMBAR:
        yield (
            f"berukuran {d.width:.0f} × {d.height:.0f} titik, sedangkan halaman menyediakan "
            f"{bidang.lebar:.0f} × {bidang.tinggi:.0f}"
        )
    for kotak in d.boxes:
        if kata := _keluar(kotak, d.font_size):
            yield f'memuat tulisan yang lebih lebar daripada kotaknya: "{kata}"'
        if (
            min(kotak.x, kotak.y, d.width - kotak.x - kotak.width, d.height - kotak.y - kotak.height)
            < -KELONGGARAN_GAMBAR
        ):
            yield f'memuat kotak di luar bidangnya: "{" ".join(kotak.lines)}"'


def _keluar(kotak: Box, huruf: float) -> str:
    """The first line of a box that is wider than it, or ''."""
    return next(
        (
            b
            for i, b in enumerate(kotak.lines)
            if text_width(b, huruf, i < kotak.strong) > kotak.width + KELONGGARAN_GAMBAR
        ),
        "",
    )


@aturan(
    "teks-alternatif",
    "peringatan",
    arti="Sebuah gambar atau grafik tanpa teks alternatif yang menjelaskan isinya.",
    obat="Laporkan kepada pengembang: teks alternatif dibuat oleh program.",
    salah="teks alternatif: Pohon Kinerja (hanya judulnya)",
    baik="teks alternatif: Pohon kinerja: tujuan T1 di atas sasaran S1 dan S2",
)
def teks_alternatif(b: Bahan) -> Iterator[Temuan]:
    """A picture without alternative text, or with one that only repeats its title."""
    for blok in blocks(b.dokumen):
        if not isinstance(blok, (Chart, Diagram)):
            continue
        lembar = (blok, *blok.more) if isinstance(blok, Diagram) else (blok,)
        for gambar in lembar:
            alt = gambar.alt.strip(" .").casefold()
            if not alt or alt == plain(blok.caption.title).strip(" .").casefold():
                apa = "hanya mengulang judulnya" if alt else "kosong"
                pesan = f"teks alternatif {sebutan(blok.caption)} {apa}"
                yield teks_alternatif.temuan(tempat(blok.caption.asal), pesan, pokok=blok.caption.label)
                break
