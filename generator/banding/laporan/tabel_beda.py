"""A table side by side: its rows that changed as cards, those between them in gaps that open."""

from __future__ import annotations

from collections.abc import Sequence

from generator.banding.cetak import banyak
from generator.banding.laporan.alir import Alir
from generator.banding.laporan.kartu import Bernomor, celah, pasang, sesisi, sumber
from generator.banding.laporan.sebaris import bertanda
from generator.banding.laporan.tabel import baris_lepas, judul_kolom, pengenal, tabel_baris
from generator.tree.grid import Place, grid
from generator.tree.nodes import SEBUTAN, Row, Table
from generator.tree.walk import revision_of
from generator.writers.html.sebaris import tanda_seluruh
from generator.writers.html.tabel import baris_sendiri, baris_tabel, geser, tabel
from generator.writers.xml_text import escape


def tabel_beda(alir: Alir, t: Table) -> None:
    """The caption, the rows, the source."""
    if revision_of(t):
        _seluruhnya(alir, t)
        return
    alir.takarir_berubah(t)
    _, takarir = alir.takarir(t)
    if any(r.revision or any(bertanda(c.content) for c in r.cells) for r in (*t.header, *t.rows)):
        alir.buka()
        alir.tulis(f'<p class="takarir">{takarir}</p>')
        _Baris(alir, t).tulis()
    else:
        isi = geser(tabel(t, alir.kanan))
        alir.sama(f'<p class="takarir">{takarir}</p>{isi}')
    alir.sumber(t.source)


class _Baris:
    """The rows of a table that both versions have."""

    def __init__(self, alir: Alir, t: Table) -> None:
        self.alir, self.tabel = alir, t
        self.judul = [escape(j) for j in judul_kolom(t)]
        self.sama: list[str] = []

    def tulis(self) -> None:
        for baris, nama in ((self.tabel.header, "kepala tabel"), (self.tabel.rows, "")):
            for nomor, (r, petak) in enumerate(grid(baris, len(self.tabel.widths)).across()):
                self._satu(r, petak, nomor, nama)
        self._tutup()

    def _satu(self, r: Row, petak: Sequence[Place], nomor: int, nama: str) -> None:
        """`nomor`: of the row, from 0; `nama` is what a row of the header is called."""
        berubah = [p for p in petak if p.row == nomor and bertanda(p.cell.content)]
        if not r.revision and not berubah:
            if not nama:
                self.sama.append(baris_lepas(r, petak, self.alir.kanan))
            return
        self._tutup()
        nama = nama or f"baris {escape(pengenal(petak))}"
        if r.revision:
            self._sendiri(r, petak, nama)
        else:
            self._berubah(berubah, nama)

    def _tutup(self) -> None:
        if self.sama:
            isi = tabel_baris(self.tabel, self.sama, self.alir.kanan)
            self.alir.tulis(celah([isi], f"{banyak(len(self.sama))} baris yang sama"))
            self.sama = []

    def _sendiri(self, r: Row, petak: Sequence[Place], nama: str) -> None:
        tulis = self.alir.tulis_sisi(r.revision)
        isi = "".join(
            f'<p class="sel"><span class="kolom">{self.judul[p.column]}</span> '
            f"{tanda_seluruh(r.revision, tulis(p.cell.content))}</p>"
            for p in petak
            if p.cell.content
        )
        self.alir.kartu([self.alir.antrean.ambil(r.revision, "baris")], sesisi(r.revision, isi), nama=nama)

    def _berubah(self, berubah: Sequence[Place], nama: str) -> None:
        alir = self.alir
        perubahan = [alir.antrean.ambil("", "sel") for _ in berubah]
        bagian: list[str] = []
        for n, (b, p) in enumerate(zip(perubahan, berubah, strict=True)):
            jangkar, nomor = ("", "") if not n else (f' id="{b.jangkar}"', f'<a href="#{b.jangkar}">{b.nomor}</a> ')
            bagian.append(
                f'<div class="selbeda"{jangkar}><p class="kolom">{nomor}{self.judul[p.column]}{sumber(b)}</p>'
                f"{pasang(alir.kiri(p.cell.content), alir.kanan(p.cell.content))}</div>"
            )
        alir.kartu(perubahan, "".join(bagian), nama=nama, bersumber=False)


def _seluruhnya(alir: Alir, t: Table) -> None:
    """A table that one version has: one stop, and an anchor for everything in it."""
    revisi = t.caption.revision
    judul = alir.takarir(t)[revisi == "baru"]
    tulis = alir.tulis_sisi(revisi)
    perubahan: list[Bernomor] = []

    def ambil(apa: str) -> Bernomor:
        perubahan.append(alir.antrean.ambil(revisi, apa))
        return perubahan[-1]

    if t.caption.kind in SEBUTAN:
        ambil("takarir")
    kepala = [_berjangkar(ambil("baris"), perubahan) for _ in t.header]
    isi = [ambil("baris") for _ in t.rows]
    baris = (
        baris_tabel(r, petak, tulis, _berjangkar(b, perubahan), f'<td class="asal">{escape("".join(b.asal))}</td>')
        for b, (r, petak) in zip(isi, baris_sendiri(grid(t.rows, len(t.widths))), strict=True)
    )
    html = f'<p class="takarir">{tanda_seluruh(revisi, judul)}</p>{tabel_baris(t, baris, tulis, kepala=kepala)}'
    if t.source:
        b = ambil("sumber")
        html += f'<p class="sumber"{_berjangkar(b, perubahan)}>{tanda_seluruh(revisi, tulis(t.source))}</p>'
    if perubahan:
        alir.kartu(perubahan, f'<div class="seluruh {revisi}">{html}</div>', nama="tabel seluruhnya")


def _berjangkar(b: Bernomor, perubahan: Sequence[Bernomor]) -> str:
    """The anchor of a part of a card; that of its first change is the card's own."""
    return "" if b is perubahan[0] else f' id="{b.jangkar}"'
