"""A table side by side: its rows that changed as cards, those between them in gaps that open."""

from __future__ import annotations

from collections.abc import Sequence

from generator.banding.cetak import banyak
from generator.banding.laporan.alir import Alir
from generator.banding.laporan.kartu import Bernomor, celah, pasang, sesisi, sumber, tanda_seluruh
from generator.banding.laporan.sebaris import bertanda
from generator.banding.laporan.tabel import Petak, judul_kolom, kisi, pengenal, tabel_html
from generator.banding.rupa import revisi_blok
from generator.tree.nodes import SEBUTAN, Row, Table
from generator.writers.xml_text import escape


def tabel_beda(alir: Alir, t: Table) -> None:
    """The caption, the rows, the source."""
    if revisi_blok(t):
        _seluruhnya(alir, t)
        return
    alir.takarir_berubah(t)
    _, takarir = alir.takarir(t)
    if any(r.revision or any(bertanda(c.content) for c in r.cells) for r in (*t.header, *t.rows)):
        alir.buka()
        alir.tulis(f'<p class="takarir">{takarir}</p>')
        _Baris(alir, t).tulis()
    else:
        isi = tabel_html(t, (("", p, "") for p in kisi(t.rows)), alir.kanan)
        alir.sama(f'<p class="takarir">{takarir}</p>{isi}')
    alir.sumber(t.source)


class _Baris:
    """The rows of a table that both versions have."""

    def __init__(self, alir: Alir, t: Table) -> None:
        self.alir, self.tabel = alir, t
        self.judul = [escape(j) for j in judul_kolom(t)]
        self.sama: list[Sequence[Petak]] = []

    def tulis(self) -> None:
        t = self.tabel
        for r, petak in zip(t.header, kisi(t.header), strict=True):
            self._satu(r, petak, "kepala tabel")
        for r, petak in zip(t.rows, kisi(t.rows), strict=True):
            self._satu(r, petak, "")
        self._tutup()

    def _satu(self, r: Row, petak: Sequence[Petak], nama: str) -> None:
        """`nama` is what a row of the header is called."""
        berubah = [p for p in petak if p.asli and bertanda(p.sel.content)]
        if not r.revision and not berubah:
            if not nama:
                self.sama.append(petak)
            return
        self._tutup()
        nama = nama or f"baris {escape(pengenal(petak))}"
        if r.revision:
            self._sendiri(r, petak, nama)
        else:
            self._berubah(berubah, nama)

    def _tutup(self) -> None:
        if self.sama:
            isi = tabel_html(self.tabel, [("", p, "") for p in self.sama], self.alir.kanan)
            self.alir.tulis(celah([isi], f"{banyak(len(self.sama))} baris yang sama"))
            self.sama = []

    def _sendiri(self, r: Row, petak: Sequence[Petak], nama: str) -> None:
        tulis = self.alir.tulis_sisi(r.revision)
        isi = "".join(
            f'<p class="sel"><span class="kolom">{self.judul[p.kolom]}</span> '
            f"{tanda_seluruh(r.revision, tulis(p.sel.content))}</p>"
            for p in petak
            if p.sel.content
        )
        self.alir.kartu([self.alir.antrean.ambil(r.revision, "baris")], sesisi(r.revision, isi), nama=nama)

    def _berubah(self, berubah: Sequence[Petak], nama: str) -> None:
        alir = self.alir
        perubahan = [alir.antrean.ambil("", "sel") for _ in berubah]
        bagian: list[str] = []
        for n, (b, p) in enumerate(zip(perubahan, berubah, strict=True)):
            jangkar, nomor = ("", "") if not n else (f' id="{b.jangkar}"', f'<a href="#{b.jangkar}">{b.nomor}</a> ')
            bagian.append(
                f'<div class="selbeda"{jangkar}><p class="kolom">{nomor}{self.judul[p.kolom]}{sumber(b)}</p>'
                f"{pasang(alir.kiri(p.sel.content), alir.kanan(p.sel.content))}</div>"
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
        (_berjangkar(b, perubahan), p, f'<td class="asal">{escape("".join(b.asal))}</td>')
        for b, p in zip(isi, kisi(t.rows), strict=True)
    )
    html = f'<p class="takarir">{tanda_seluruh(revisi, judul)}</p>{tabel_html(t, baris, tulis, kepala=kepala)}'
    if t.source:
        b = ambil("sumber")
        html += f'<p class="sumber"{_berjangkar(b, perubahan)}>{tanda_seluruh(revisi, tulis(t.source))}</p>'
    if perubahan:
        alir.kartu(perubahan, f'<div class="seluruh {revisi}">{html}</div>', nama="tabel seluruhnya")


def _berjangkar(b: Bernomor, perubahan: Sequence[Bernomor]) -> str:
    """The anchor of a part of a card; that of its first change is the card's own."""
    return "" if b is perubahan[0] else f' id="{b.jangkar}"'
