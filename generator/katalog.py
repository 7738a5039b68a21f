"""The catalogue of findings as the page `docs/temuan.md`; `renstra temuan` prints it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.temuan import KATALOG, Jenis

# Each group begins with the code named, in the order of the catalogue.
KELOMPOK = {
    "buku-hilang": ("Buku kerja dan lembar", "Berkas di `content/data`, lembar, kolom, dan kuncinya."),
    "sel-kosong": ("Sel", "Isi satu sel."),
    "tingkat-kode": ("Data sebagai keseluruhan", "Hubungan antarbaris dan antarlembar."),
    "bab-hilang": ("Naskah", "Berkas `.md` di `content/chapters`."),
    "jumlah-kontrol": ("Aturan atas data", "Isi buku kerja sebagai rencana: jumlah, deret, target, pagu, pegawai."),
    "angka-diketik": ("Aturan atas naskah", "Yang diketik dalam bab, dan kata-kata dalam sel buku kerja."),
    "bagian-hilang": ("Aturan atas dokumen", "Susunan, tabel, gambar, angka, dan register koreksi dalam dokumen jadi."),
    "tahun-renja": ("Renja", "Masukan tahunan `content/data/renja/<tahun>.xlsx` dan dokumennya."),
    "pk-nama-kosong": ("Perjanjian Kinerja", "Perjanjian kinerja setahun menurut Renja tahun itu."),
    "penerimaan-usang": ("Register koreksi", "`content/data/koreksi.xlsx`."),
    "tempat-asing": ("Jejak", "Perintah `renstra jejak`."),
    "versi-asing": ("Pembandingan", "Versi yang diminta `banding`."),
    "templat-salah": ("Keluaran", "Templat, DOCX, PDF, dan penulisannya."),
}

PENGANTAR = """\
# Temuan

<!-- Dibuat oleh program; jangan disunting. Perbarui dengan: renstra temuan > docs/temuan.md -->

Semua yang salah dilaporkan sekaligus, masing-masing dengan kode, tempat, penjelasan, dan cara memperbaikinya.
Tempat ditulis `berkas › Lembar!Sel` untuk buku kerja dan `berkas:baris` untuk naskah.

- **galat** menghentikan penyusunan; keluaran yang lama tidak disentuh.
- **peringatan** tidak menghentikan apa pun, tetapi patut dibaca.
"""


def kelompok() -> Iterator[tuple[str, str, list[Jenis]]]:
    """(title, explanation, kinds) in order. Every kind stands in exactly one group."""
    isi: list[Jenis] = []
    judul, uraian = "", ""
    for jenis in KATALOG.values():
        if jenis.kode in KELOMPOK:
            if isi:
                yield judul, uraian, isi
            (judul, uraian), isi = KELOMPOK[jenis.kode], []
        isi.append(jenis)
    yield judul, uraian, isi


def katalog_markdown() -> str:
    """The whole page: a table per group with code, severity, meaning and remedy."""
    bagian = [PENGANTAR]
    for judul, uraian, isi in kelompok():
        baris = [f"| `{j.kode}` | {j.berat} | {_sel(j.arti)} | {_sel(j.obat)} |" for j in isi]
        tabel = ["| Kode | Berat | Arti | Cara memperbaiki |", "|---|---|---|---|", *baris]
        bagian.append("\n".join([f"## {judul}", "", uraian, "", *tabel, ""]))
    return "\n".join(bagian)


def _sel(teks: str) -> str:
    """Text for a cell of a Markdown table: a bar would end it, braces and fences are code."""
    return teks.replace("|", "\\|")
