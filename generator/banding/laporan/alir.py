"""The flow of the page's second half: cards, the gaps between them, and where in the document they stand."""

from __future__ import annotations

from collections.abc import Sequence

from generator.banding.cetak import banyak
from generator.banding.laporan.kartu import Antrean, Bernomor, celah, kartu, pasang, sesisi
from generator.banding.laporan.sebaris import Sebaris, bertanda, sebaris, sebutan_rujukan
from generator.banding.perbandingan import Perbandingan
from generator.banding.perubahan import sebutan
from generator.tree.nodes import SEBUTAN, Chart, Diagram, Heading, Inlines, Revision, Table
from generator.writers.html.sebaris import tanda_seluruh
from generator.writers.xml_text import escape

AWAL_DOKUMEN = "Awal dokumen"


class Alir:
    """What has been written so far. `bab`: stops and anchor of the first by chapter; `kiri` and `kanan` write inlines
    as the older and the newer version read; `hilang`: the block that is written now is gone, all of it."""

    def __init__(self, p: Perbandingan) -> None:
        self.antrean = Antrean(p.beda.perubahan)
        self.nomor_lama = {baru: lama for lama, baru in p.beda.nomor_bergeser}
        self.kiri: Sebaris = sebaris("lama", sebutan_rujukan(p.lama))
        self.kanan: Sebaris = sebaris("baru", {})
        self.bab: dict[str, tuple[int, str]] = {}
        self.hilang = False
        self._keluar: list[str] = []
        self._sama: list[str] = []
        self._letak = ("", "")
        self._tempat: dict[bool, tuple[str, str]] = {False: ("", ""), True: ("", "")}  # in general; of what is gone

    def selesai(self) -> str:
        """All of it."""
        self.tutup()
        return "".join(self._keluar)

    # ------------------------------------------------------------ flow

    def judul(self, h: Heading) -> None:
        """What follows stands under this heading; under one that is gone only what is gone too."""
        hapus = h.revision == "hapus"
        teks = f"{escape(h.prefix)} {(self.kiri if hapus else self.kanan)(h.content)}".strip()
        sebut = f"{teks} (dihapus)" if hapus else teks
        tempat = (sebut, "") if h.level == 1 else (self._tempat[hapus][0], sebut)
        self._tempat = {True: tempat, False: self._tempat[False] if hapus else tempat}

    def sama(self, html: str) -> None:
        """What stayed the same."""
        self._sama.append(html)

    def tulis(self, html: str) -> None:
        """As it is, after the gap."""
        self.tutup()
        self._keluar.append(html)

    def tutup(self) -> None:
        """The gap ends."""
        self._keluar.append(celah(self._sama, f"{banyak(len(self._sama))} bagian yang sama"))
        self._sama = []

    def buka(self) -> None:
        """Where it stands, if that is new."""
        self.tutup()
        tempat = self._tempat[self.hilang]
        if self._letak != tempat:
            self._letak = tempat
            self._keluar.append(f'<h3 class="letak">{" · ".join(filter(None, tempat)) or AWAL_DOKUMEN}</h3>')

    def henti(self, jangkar: str, html: str) -> None:
        """A stop of the keyboard."""
        self.buka()
        bab = self._tempat[self.hilang][0] or AWAL_DOKUMEN
        n, awal = self.bab.get(bab, (0, jangkar))
        self.bab[bab] = (n + 1, awal)
        self._keluar.append(html)

    def kartu(self, perubahan: Sequence[Bernomor], isi: str, *, nama: str = "", bersumber: bool = True) -> None:
        """A stop with its changes."""
        self.henti(perubahan[0].jangkar, kartu(perubahan, isi, nama=nama, bersumber=bersumber))

    def sisa(self) -> None:
        """Changes that nothing in the tree asked for: none must be missing."""
        for b in self.antrean.sisa:
            self.kartu([b], pasang(f"<p>{escape(b.isi.lama)}</p>", f"<p>{escape(b.isi.baru)}</p>"))

    # ------------------------------------------------------------ words

    def tulis_sisi(self, revisi: Revision) -> Sebaris:
        """The writer of what one version has."""
        return self.kiri if revisi == "hapus" else self.kanan

    def isi(
        self, revisi: Revision, apa: str, isi: Inlines, awal: str, akhir: str, awal_lama: str | None = None
    ) -> None:
        """Words between two pieces of HTML. `awal_lama`: the first one in the older version, if it differs."""
        kiri = awal if awal_lama is None else awal_lama
        if revisi:
            html = tanda_seluruh(revisi, self.tulis_sisi(revisi)(isi))
            satu = f"{kiri if revisi == 'hapus' else awal}{html}{akhir}"
            self.kartu([self.antrean.ambil(revisi, apa)], sesisi(revisi, satu))
        elif bertanda(isi):
            dua = pasang(f"{kiri}{self.kiri(isi)}{akhir}", f"{awal}{self.kanan(isi)}{akhir}")
            self.kartu([self.antrean.ambil("", apa)], dua)
        elif isi:
            self.sama(f"{awal}{self.kanan(isi)}{akhir}")

    def sumber(self, isi: Inlines) -> None:
        """The source below a table or picture."""
        self.isi("", "sumber", isi, '<p class="sumber">', "</p>")

    def bernomor(self, nomor: str) -> tuple[str, str]:
        """A number on the left and on the right."""
        return escape(self.nomor_lama.get(nomor, nomor)), escape(nomor)

    def takarir(self, b: Table | Chart | Diagram) -> tuple[str, str]:
        """The caption as it reads on both sides."""
        judul = self.kiri(b.caption.title), self.kanan(b.caption.title)
        if b.caption.kind not in SEBUTAN:
            return f"<b>{judul[0]}</b>", f"<b>{judul[1]}</b>"
        kini = sebutan(b.caption)
        lama, baru = (escape(kini),) * 2 if b.caption.revision else self.bernomor(kini)
        return f"<b>{lama}</b> {judul[0]}", f"<b>{baru}</b> {judul[1]}"

    def takarir_berubah(self, b: Table | Chart | Diagram) -> bool:
        """A card of a caption whose words changed."""
        if not bertanda(b.caption.title) or b.caption.kind not in SEBUTAN:
            return False
        kiri, kanan = self.takarir(b)
        self.kartu([self.antrean.ambil("", "takarir")], pasang(f"<p>{kiri}</p>", f"<p>{kanan}</p>"))
        return True
