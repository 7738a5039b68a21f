"""`laporan.html`: the comparison as one page that needs no network: the summary, then the document side by side.

In: the comparison. Out: the page as text; same comparison, same page.
"""

from __future__ import annotations

from generator.banding.cetak import banyak
from generator.banding.laporan.naskah import Naskah, tulis_naskah
from generator.banding.laporan.ringkasan import tulis_ringkasan
from generator.banding.perbandingan import Perbandingan
from generator.writers.html.berkas import berkas
from generator.writers.html.laman import susun_laman
from generator.writers.xml_text import escape

PETUNJUK = (
    "Dengan papan tombol: <kbd>j</kbd> atau <kbd>n</kbd> ke perubahan berikutnya, <kbd>k</kbd> atau <kbd>p</kbd> ke "
    "yang sebelumnya, <kbd>s</kbd> menampilkan atau menyembunyikan bagian yang sama, <kbd>r</kbd> kembali ke "
    "ringkasan; <kbd>Tab</kbd> berpindah antartombol dan tautan, <kbd>Enter</kbd> menekannya. Yang tercetak "
    "(<kbd>Ctrl</kbd>+<kbd>P</kbd>) ialah yang sedang tampil."
)
TANDA = "Tanda: <del>kata yang dihapus</del> di sisi lama, <ins>kata yang ditambah</ins> di sisi baru."


def susun_laporan(p: Perbandingan) -> str:
    """The page."""
    naskah = tulis_naskah(p)
    isi = "".join(
        (
            _kepala(p, naskah),
            f'<main>\n<section id="ringkasan" tabindex="-1" aria-label="Ringkasan">\n<h2>Ringkasan</h2>\n{_pintas(p)}',
            *tulis_ringkasan(p, naskah),
            f'\n</section>\n<section id="dokumen" tabindex="-1" aria-label="Naskah berdampingan">\n{_naskah(naskah)}',
            "\n</section>\n</main>\n",
        )
    )
    gaya, skrip = (berkas(__package__, nama) for nama in ("gaya.css", "skrip.js"))
    return susun_laman(f"Perbandingan · {p.judul}", isi, gaya, skrip=skrip)


def _kepala(p: Perbandingan, naskah: Naskah) -> str:
    awal = f'<a class="lompat" href="#{naskah.bab[0][2]}">Langsung ke perubahan pertama</a>\n' if naskah.bab else ""
    return (
        f'<a class="lompat" href="#ringkasan">Langsung ke ringkasan</a>\n{awal}'
        f'<header>\n<h1>Perbandingan dua versi</h1>\n<p class="dokumen">{escape(p.judul)}</p>\n'
        f"<dl><dt>Lama</dt><dd>{escape(p.dari)}</dd>"
        f"<dt>Baru</dt><dd>{escape(p.ke)}</dd></dl>\n"
        f'<p class="redup">{TANDA}</p>\n<p class="redup tombol-tombol">{PETUNJUK}</p>\n</header>\n{_alat(naskah)}'
    )


def _alat(naskah: Naskah) -> str:
    """The bar that stays in sight."""
    mati = "" if naskah.jumlah else " disabled"
    return (
        '<nav class="alat" aria-label="Alat">\n'
        f'<button type="button" id="sebelum"{mati}>↑ Sebelumnya <kbd>k</kbd></button>\n'
        f'<button type="button" id="sesudah"{mati}>↓ Berikutnya <kbd>j</kbd></button>\n'
        '<button type="button" id="semua" aria-pressed="false">Tampilkan semua <kbd>s</kbd></button>\n'
        '<a href="#ringkasan">Ringkasan</a>\n'
        f'<span id="letak" role="status">{banyak(naskah.jumlah)} tempat yang berubah</span>\n</nav>\n'
    )


def _pintas(p: Perbandingan) -> str:
    """Links to the parts of the summary."""
    if p.sama:
        return ""
    ke = {"pagu": "Pagu", "indikator": "Indikator dan target", "temuan": "Temuan", "data": "Data"}
    tautan = " · ".join(f'<a href="#{jangkar}">{nama}</a>' for jangkar, nama in ke.items())
    return f'<p class="pintas">{tautan} · <a href="#dokumen">Naskah berdampingan</a></p>\n'


def _naskah(naskah: Naskah) -> str:
    tanpa = "" if naskah.jumlah else "<p>Tidak ada bagian naskah yang berubah.</p>"
    tanpa_skrip = "<noscript><p>Tanpa JavaScript hanya bagian yang berubah yang tampil.</p></noscript>"
    return f"<h2>Naskah berdampingan</h2>\n{tanpa}{tanpa_skrip}\n{naskah.html}"
