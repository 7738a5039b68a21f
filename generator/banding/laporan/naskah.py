"""The document side by side: what changed as cards, what did not in gaps that open.

In: the comparison. Out: HTML, the changes per chapter, and how many stops there are. The tree is walked once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.banding.laporan.gambar import isi_gambar_html
from generator.banding.laporan.kartu import (
    Antrean,
    Bernomor,
    celah,
    kartu,
    pasang,
    sesisi,
    sumber,
    tanda_seluruh,
)
from generator.banding.laporan.sebaris import Sebaris, bertanda, sebaris, sebutan_rujukan
from generator.banding.laporan.tabel import Petak, judul_kolom, kisi, pengenal, tabel_html
from generator.banding.perbandingan import Perbandingan
from generator.banding.perubahan import sebutan
from generator.banding.rupa import isi_gambar, revisi_blok
from generator.document.nodes import (
    SEBUTAN,
    Block,
    Chart,
    Contents,
    Diagram,
    Heading,
    Inlines,
    List,
    PageBreak,
    Paragraph,
    Particulars,
    Revision,
    Row,
    SignatureBlock,
    SignaturePair,
    Table,
    Text,
)
from generator.writers.markdown import tanda_butir
from generator.writers.xml_text import escape

SAMA_BLOK, SAMA_BARIS = "bagian yang sama", "baris yang sama"


@dataclass
class Naskah:
    """`bab`: title and number of stops of each chapter that changed, with the anchor of the first."""

    html: str = ""
    bab: list[tuple[str, int, str]] = field(default_factory=list)
    sisa: int = 0

    @property
    def jumlah(self) -> int:
        """Stops in all."""
        return sum(n for _, n, _ in self.bab)


def tulis_naskah(p: Perbandingan) -> Naskah:
    """The whole second half of the page."""
    return _Penulis(p).tulis()


class _Penulis:
    def __init__(self, p: Perbandingan) -> None:
        self.antrean = Antrean(p.beda.perubahan)
        self.blok = [b for s in p.beda.dokumen.sections for b in s.blocks]
        semula = (b for s in p.lama.sections for b in s.blocks if isinstance(b, (Chart, Diagram)))
        self.gambar_lama = {(b.caption.kind, b.caption.name): b for b in semula}
        self.nomor_lama = {baru: lama for lama, baru in p.beda.nomor_bergeser}
        self.kiri: Sebaris = sebaris("lama", sebutan_rujukan(p.lama))
        self.kanan: Sebaris = sebaris("baru", {})
        self.keluar: list[str] = []
        self.sama: list[str] = []
        self.bab = self.bagian = ""
        self.letak = ("", "")
        self.hasil = Naskah()

    def tulis(self) -> Naskah:
        for b in self.blok:
            self._satu(b)
        self._tutup()
        self.hasil.html = "".join(self.keluar)
        self.hasil.sisa = len(self.antrean.sisa)
        return self.hasil

    # ------------------------------------------------------------ flow

    def _tutup(self) -> None:
        self.keluar.append(celah(self.sama, SAMA_BLOK))
        self.sama = []

    def _buka(self, jangkar: str, banyak: int = 1) -> None:
        """Before a stop: the gap ends, and where it stands is said if that is new."""
        self._tutup()
        if self.letak != (self.bab, self.bagian):
            self.letak = (self.bab, self.bagian)
            self.keluar.append(f'<h3 class="letak">{" · ".join(filter(None, self.letak)) or "Awal dokumen"}</h3>')
        bab = self.bab or "Awal dokumen"
        if not self.hasil.bab or self.hasil.bab[-1][0] != bab:
            self.hasil.bab.append((bab, 0, jangkar))
        nama, n, awal = self.hasil.bab[-1]
        self.hasil.bab[-1] = (nama, n + banyak, awal)

    def _kartu(self, perubahan: Sequence[Bernomor], isi: str, *, nama: str = "") -> None:
        self._buka(f"u{perubahan[0].nomor}")
        self.keluar.append(kartu(perubahan, isi, nama=nama))

    def _bernomor(self, nomor: str) -> tuple[str, str]:
        """A number on the left and on the right."""
        return escape(self.nomor_lama.get(nomor, nomor)), escape(nomor)

    # ------------------------------------------------------------ blocks

    def _satu(self, b: Block) -> None:
        match b:
            case Heading():
                self._judul(b)
            case Paragraph():
                self._isi(b.revision, "paragraf", b.content, f'<p class="{escape(b.style)}">', "</p>")
            case List():
                self._daftar(b)
            case Table():
                self._tabel(b)
            case Chart() | Diagram():
                self._gambar(b)
            case SignatureBlock():
                self._tanda_tangan(b)
            case SignaturePair():
                self._dua_tanda_tangan(b)
            case Particulars():
                for nama, isi in b.lines:
                    self._isi(b.revision, "paragraf", isi, f"<p>{self.kanan(nama)}: ", "</p>")
            case Contents() | PageBreak():
                pass

    def _isi(
        self, revisi: Revision, apa: str, isi: Inlines, awal: str, akhir: str, awal_lama: str | None = None
    ) -> None:
        """Words between two pieces of HTML. `awal_lama`: the first one in the older version, if it differs."""
        kiri = awal if awal_lama is None else awal_lama
        if revisi:
            html = tanda_seluruh(revisi, (self.kiri if revisi == "hapus" else self.kanan)(isi))
            satu = f"{kiri if revisi == 'hapus' else awal}{html}{akhir}"
            self._kartu([self.antrean.ambil(revisi, apa)], sesisi(revisi, satu))
        elif bertanda(isi):
            dua = pasang(f"{kiri}{self.kiri(isi)}{akhir}", f"{awal}{self.kanan(isi)}{akhir}")
            self._kartu([self.antrean.ambil("", apa)], dua)
        elif isi:
            self.sama.append(f"{awal}{self.kanan(isi)}{akhir}")

    def _judul(self, h: Heading) -> None:
        lama, baru = self._bernomor(h.prefix)
        if h.revision != "hapus":
            if h.level == 1:
                self.bab, self.bagian = f"{baru} {self.kanan(h.content)}".strip(), ""
            else:
                self.bagian = f"{baru} {self.kanan(h.content)}".strip()
        awal = f'<p class="judul t{h.level}">'
        kiri = f"{awal}{h.prefix if h.revision else lama} "
        if not h.revision and not bertanda(h.content) and lama != baru:
            baru = f"{lama} → {baru}"
        self._isi(h.revision, "judul", h.content, f"{awal}{baru} ", "</p>", kiri)

    def _daftar(self, d: List) -> None:
        for awal_lama, awal, isi in _butir(d):
            self._isi(isi.revision, "butir", isi.content, awal, "</p>", awal_lama)

    # ------------------------------------------------------------ tables

    def _takarir(self, b: Table | Chart | Diagram) -> tuple[str, str]:
        """The caption as it reads on both sides."""
        judul = self.kiri(b.caption.title), self.kanan(b.caption.title)
        if b.caption.kind not in SEBUTAN:
            return f"<b>{judul[0]}</b>", f"<b>{judul[1]}</b>"
        lama, baru = self._bernomor(sebutan(b.caption))
        return (
            f"<b>{escape(sebutan(b.caption)) if b.caption.revision else lama}</b> {judul[0]}",
            f"<b>{baru}</b> {judul[1]}",
        )

    def _sumber(self, isi: Inlines) -> None:
        self._isi("", "sumber", isi, '<p class="sumber">', "</p>")

    def _tabel(self, t: Table) -> None:
        if revisi_blok(t):
            self._tabel_sendiri(t)
            return
        kiri, kanan = self._takarir(t)
        baris = (*t.header, *t.rows)
        berubah = any(r.revision or any(bertanda(c.content) for c in r.cells) for r in baris)
        if bertanda(t.caption.title) and t.caption.kind in SEBUTAN:
            self._kartu([self.antrean.ambil("", "takarir")], pasang(f"<p>{kiri}</p>", f"<p>{kanan}</p>"))
        if not berubah:
            isi = tabel_html(t, (("", p) for p in kisi(t.rows)), self.kanan)
            self.sama.append(f'<p class="takarir">{kanan}</p>{isi}')
        else:
            self._tutup()
            self.keluar.append(f'<p class="takarir">{kanan}</p>')
            self._baris(t)
        self._sumber(t.source)

    def _baris(self, t: Table) -> None:
        judul = judul_kolom(t)
        sama: list[list[Petak]] = []

        def tutup() -> None:
            if sama:
                isi = tabel_html(t, [("", p) for p in sama], self.kanan)
                self.keluar.append(celah([isi], f"potongan tabel: {len(sama)} {SAMA_BARIS}"))
                sama.clear()

        kepala = zip(t.header, kisi(t.header), strict=True)
        isi = zip(t.rows, kisi(t.rows), strict=True)
        for r, petak in (*kepala, *isi):
            berubah = [p for p in petak if p.asli and bertanda(p.sel.content)]
            if not r.revision and not berubah:
                if r not in t.header:
                    sama.append(petak)
                continue
            tutup()
            nama = (
                "kepala tabel"
                if r in t.header
                else f"baris {pengenal(petak, self.kiri if r.revision == 'hapus' else self.kanan)}"
            )
            if r.revision:
                self._baris_sendiri(r, petak, judul, nama)
            else:
                self._baris_berubah(berubah, judul, nama)
        tutup()

    def _baris_sendiri(self, r: Row, petak: Sequence[Petak], judul: Sequence[str], nama: str) -> None:
        tulis = self.kiri if r.revision == "hapus" else self.kanan
        isi = "".join(
            f'<p class="sel"><span class="kolom">{escape(judul[p.kolom])}</span> '
            f"{tanda_seluruh(r.revision, tulis(p.sel.content))}</p>"
            for p in petak
            if p.sel.content
        )
        self._kartu([self.antrean.ambil(r.revision, "baris")], sesisi(r.revision, isi), nama=nama)

    def _baris_berubah(self, berubah: Sequence[Petak], judul: Sequence[str], nama: str) -> None:
        perubahan = [self.antrean.ambil("", "sel") for _ in berubah]
        bagian: list[str] = []
        for n, (b, p) in enumerate(zip(perubahan, berubah, strict=True)):
            jangkar = f' id="u{b.nomor}"' if n else ""
            bagian.append(
                f'<div class="selbeda"{jangkar}><p class="kolom">{escape(judul[p.kolom])}{sumber(b) if n else ""}</p>'
                f"{pasang(self.kiri(p.sel.content), self.kanan(p.sel.content))}</div>"
            )
        self._kartu(perubahan, "".join(bagian), nama=nama)

    def _tabel_sendiri(self, t: Table) -> None:
        """A table that one version has: one stop, and an anchor for every row."""
        revisi = t.caption.revision
        kiri, kanan = self._takarir(t)
        judul, tulis = (kiri, self.kiri) if revisi == "hapus" else (kanan, self.kanan)
        perubahan = [self.antrean.ambil(revisi, "takarir")] if t.caption.kind in SEBUTAN else []
        kepala = [self.antrean.ambil(revisi, "baris") for _ in t.header]
        isi = [self.antrean.ambil(revisi, "baris") for _ in t.rows]
        perubahan += [*kepala, *isi]
        if t.source:
            perubahan.append(self.antrean.ambil(revisi, "sumber"))
        bernomor = ((f' id="u{b.nomor}"', p) for b, p in zip(isi, kisi(t.rows), strict=True))
        html = f'<p class="takarir">{tanda_seluruh(revisi, judul)}</p>{tabel_html(t, bernomor, tulis)}'
        if t.source:
            html += f'<p class="sumber">{tanda_seluruh(revisi, tulis(t.source))}</p>'
        self._kartu(perubahan, f'<div class="seluruh {revisi}">{html}</div>', nama="tabel seluruhnya")

    # ------------------------------------------------------------ pictures

    def _gambar(self, b: Chart | Diagram) -> None:
        revisi = b.caption.revision
        kiri, kanan = self._takarir(b)
        if revisi:
            judul, tulis = (kiri, self.kiri) if revisi == "hapus" else (kanan, self.kanan)
            perubahan = [self.antrean.ambil(revisi, apa) for apa in ("takarir", "gambar")]
            isi = f'<p class="takarir">{tanda_seluruh(revisi, judul)}</p>{isi_gambar_html(b, None)[1]}'
            if b.source:
                perubahan.append(self.antrean.ambil(revisi, "sumber"))
                isi += f'<p class="sumber">{tanda_seluruh(revisi, tulis(b.source))}</p>'
            self._kartu(perubahan, sesisi(revisi, isi), nama="gambar seluruhnya")
            return
        lama = self.gambar_lama.get((b.caption.kind, b.caption.name))
        if bertanda(b.caption.title):
            self._kartu([self.antrean.ambil("", "takarir")], pasang(f"<p>{kiri}</p>", f"<p>{kanan}</p>"))
        if lama is not None and isi_gambar(lama) != isi_gambar(b):
            jangkar = f"g-{b.caption.kind}-{escape(b.caption.name)}"
            self._buka(jangkar)
            self.keluar.append(
                f'<article class="u" id="{jangkar}" tabindex="-1"><p class="ket"><a href="#{jangkar}">isi</a> '
                f'<span class="cap berubah">berubah</span> {kanan}</p>{pasang(*isi_gambar_html(b, lama))}</article>'
            )
        elif not bertanda(b.caption.title):
            self.sama.append(f'<p class="takarir">{kanan}</p><p class="redup">{escape(b.alt)}</p>')
        self._sumber(b.source)

    # ------------------------------------------------------------ signatures

    def _tanda_tangan(self, b: SignatureBlock) -> None:
        for isi in (b.place_date, b.title, b.name, *b.details):
            if isi or b.revision:
                self._isi(b.revision, "tanda tangan", isi, "<p>", "</p>")

    def _dua_tanda_tangan(self, b: SignaturePair) -> None:
        if b.revision:
            for kiri, kanan in b.rows:
                self._isi(b.revision, "tanda tangan", (*kiri, Text(" | "), *kanan), "<p>", "</p>")
            return
        self._tanda_tangan(b.left)
        self._tanda_tangan(b.right)


def _butir(
    d: List, tingkat: int = 0, induk: str = "", atas: tuple[str, str] = ("", "")
) -> Iterator[tuple[str, str, Paragraph]]:
    """The paragraphs of a list, each with what stands before it in the older and in the newer version."""
    jenis = induk if induk not in ("", "butir") and d.kind != "butir" else d.kind
    urut = [0, 0]
    for item in d.items:
        revisi = next((x.revision for x in item.blocks[:1] if isinstance(x, Paragraph)), "")
        tanda: list[str] = []
        for sisi, lain in enumerate(("baru", "hapus")):
            urut[sisi] += revisi != lain
            tanda.append(tanda_butir(jenis, tingkat, max(urut[sisi], 1), atas[sisi]))
        pertama = True
        for x in item.blocks:
            if isinstance(x, List):
                yield from _butir(x, tingkat + 1, jenis, (tanda[0], tanda[1]))
            else:
                awal = f'<p class="butir d{min(tingkat, 4)}">'
                lama, baru = (
                    (f'{awal}<span class="tanda">{escape(t)}</span> ' for t in tanda) if pertama else (awal, awal)
                )
                yield lama, baru, x
                pertama = False
