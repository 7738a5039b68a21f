"""Two document trees -> one tree that carries the changes, and the list of them.

Accepting every change of the tree gives the newer document, rejecting every one the older, block by block and cell by
cell. What no reviser can mark (a column added, a page turned, what a picture shows) is told in `tak_tertandai`.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from generator.banding.baris import banding_baris, beda_kolom, sekolom, tandai_baris
from generator.banding.daftar import Daftar
from generator.banding.kata import tanpa_rujukan
from generator.banding.perubahan import Beda, nomor_blok, sebutan
from generator.banding.rupa import bentuk, isi_gambar, kata_blok, kunci, rupa
from generator.banding.selaras import selaraskan
from generator.tree.bagian import bagikan
from generator.tree.nodes import (
    Block,
    Caption,
    Captioned,
    Chart,
    Contents,
    Diagram,
    Document,
    Heading,
    Inlines,
    List,
    PageBreak,
    Paragraph,
    Particulars,
    Revision,
    SignatureBlock,
    SignaturePair,
    Table,
    Text,
    plain,
)
from generator.tree.walk import blocks, revision_of

AKHIRAN_HAPUS = "-dihapus"
"""Of the name of a table or picture that is gone: another one may have its name now."""
SAMPUL = {
    "judul": "judul dokumen",
    "perangkat_daerah": "nama perangkat daerah",
    "daerah": "nama daerah",
    "provinsi": "nama provinsi",
    "periode": "periode",
    "tahun": "tahun",
}
"""What the cover and the headers print, which stand in the template."""


def banding_dokumen(lama: Document, baru: Document) -> Beda:
    """Compare; work grows with the length of the documents."""
    return _Pembanding(lama, baru).jalankan()


class _Pembanding:
    def __init__(self, lama: Document, baru: Document) -> None:
        self.lama, self.baru = lama, baru
        self.beda = Beda(baru)
        self.daftar = Daftar(self.beda)
        self.pindah: frozenset[Hashable] = frozenset()

    def jalankan(self) -> Beda:
        self._sampul()
        a, b = list(blocks(self.lama)), list(blocks(self.baru))
        rupa_a, rupa_b = list(map(rupa, a)), list(map(rupa, b))
        pasangan = selaraskan(
            rupa_a,
            rupa_b,
            lambda i: kata_blok(a[i]),
            lambda j: kata_blok(b[j]),
            list(map(kunci, a)),
            list(map(kunci, b)),
        )
        hilang = {rupa_a[i] for i, j in pasangan if j is None and i is not None}
        self.pindah = frozenset(hilang & {rupa_b[j] for i, j in pasangan if i is None and j is not None})
        tempat_a, tempat_b = _tempat(a), _tempat(b)
        blok: list[Block] = []
        for i, j in pasangan:
            if i is None:
                assert j is not None
                blok += self._sendiri(b[j], "baru", tempat_b[j], pindah=rupa_b[j] in self.pindah)
            elif j is None:
                blok += self._sendiri(a[i], "hapus", tempat_a[i], pindah=rupa_a[i] in self.pindah)
            elif rupa_a[i] == rupa_b[j]:
                self.beda.nomor(a[i], b[j])
                blok.append(b[j])
            elif (satu := self._keduanya(a[i], b[j], tempat_b[j])) is not None:
                self.beda.nomor(a[i], b[j])
                blok.append(satu)
            else:
                blok += self._sendiri(a[i], "hapus", tempat_a[i])
                blok += self._sendiri(b[j], "baru", tempat_b[j])
        self.beda.dokumen = replace(self.baru, sections=tuple(bagikan(blok)))
        self._halaman_mendatar()
        return self.beda

    def _tak_tertandai(self, pesan: str) -> None:
        self.beda.tak_tertandai.append(pesan)

    def _sampul(self) -> None:
        for nama, sebut in SAMPUL.items():
            lama, baru = str(self.lama.meta.get(nama, "")), str(self.baru.meta.get(nama, ""))
            if lama != baru:
                self._tak_tertandai(f'Sampul dan kepala halaman: {sebut} "{lama}" menjadi "{baru}"')

    def _halaman_mendatar(self) -> None:
        """Pages turned for what one version has: the break between sections cannot be marked."""
        for s in self.beda.dokumen.sections:
            revisi = {revision_of(b) for b in s.blocks}
            if s.landscape and len(revisi) == 1 and "" not in revisi:
                apa = ", ".join(nomor_blok(b) for b in s.blocks)
                bila = "diterima" if "hapus" in revisi else "ditolak"
                self._tak_tertandai(f"{apa}: halaman mendatarnya tetap ada setelah perubahan {bila}")

    # ------------------------------------------------------------ in one version only

    def _sendiri(self, b: Block, revisi: Revision, tempat: str, *, pindah: bool = False) -> list[Block]:
        """A block that one version has, all of it marked; one that cannot be marked is told and, if gone, left out."""
        hapus = revisi == "hapus"

        def satu(apa: str, isi: Inlines, asal: object, tanda: int = 1) -> Inlines:
            self.beda.satu(revisi, apa, isi, tempat, asal, pindah=pindah, tanda=tanda)
            return tanpa_rujukan(isi) if hapus else isi

        match b:
            case Heading():
                judul = replace(b, content=satu("judul", b.content, b.asal), revision=revisi)
                return [replace(judul, label="", anchor="") if hapus else judul]
            case Paragraph():
                return [replace(b, content=satu("paragraf", b.content, b.asal), revision=revisi)]
            case List():
                return [self.daftar.sendiri(b, revisi, tempat, pindah=pindah)]
            case Table():
                return [self._tabel_sendiri(b, revisi, tempat, pindah=pindah)]
            case Chart() | Diagram():
                judul_gambar = satu("takarir", b.caption.title, b.caption.asal)
                satu("gambar", b.caption.title, b.caption.asal, 1 + len(getattr(b, "more", ())))
                sumber = satu("sumber", b.source, b.caption.asal) if b.source else ()
                return [replace(b, caption=_takarir(b.caption, judul_gambar, revisi), source=sumber)]
            case SignatureBlock():
                tempat_tanggal, jabatan, nama, *rincian = (satu("tanda tangan", isi, None) for isi in b.lines)
                return [SignatureBlock(tempat_tanggal, jabatan, nama, tuple(rincian), revisi)]
            case SignaturePair():
                for urut, (kiri, kanan) in enumerate(b.rows):  # the paragraph that closes them counts with the first
                    satu("tanda tangan", (*kiri, Text(" | "), *kanan), None, 1 if urut else 2)
                return [replace(b, revision=revisi)]
            case Particulars():
                for keterangan, isi in b.lines:
                    satu("paragraf", (*keterangan, Text(": "), *isi), b.asal)
                baris = tuple((k, tanpa_rujukan(isi) if hapus else isi) for k, isi in b.lines)
                return [replace(b, lines=baris, revision=revisi)]
            case Contents() | PageBreak():
                apa = f"daftar {b.kind}" if isinstance(b, Contents) else "pergantian halaman"
                self._tak_tertandai(f"{tempat or 'Awal dokumen'}: {apa} {'dihapus' if hapus else 'ditambah'}")
                return [] if hapus else [b]
        raise AssertionError(b)

    def _tabel_sendiri(self, t: Table, revisi: Revision, tempat: str, *, pindah: bool) -> Table:
        """A table's closing paragraph is its source or counts with its first mark."""
        c, nama = t.caption, sebutan(t.caption)
        hapus = revisi == "hapus"

        def satu(apa: str, isi: Inlines, tanda: int = 1) -> Inlines:
            self.beda.satu(revisi, apa, isi, tempat, c.asal, pindah=pindah, tanda=tanda)
            return tanpa_rujukan(isi) if hapus else isi

        tanda = 1 if t.source else 2
        judul = c.title
        if c.kind != "kotak":
            judul, tanda = satu("takarir", judul, tanda), 1
        baris = tandai_baris(self.beda, (*t.header, *t.rows), revisi, nama, pindah=pindah, tanda=tanda)
        sumber = satu("sumber", t.source) if t.source else ()
        kepala, isi = tuple(baris[: len(t.header)]), tuple(baris[len(t.header) :])
        return replace(t, caption=_takarir(c, judul, revisi), header=kepala, rows=isi, source=sumber)

    # ------------------------------------------------------------ in both versions

    def _keduanya(self, a: Block, b: Block, tempat: str) -> Block | None:
        """The newer block with the changes in it; None when the older one must be printed whole beside it."""
        match a, b:
            case Heading(), Heading() if bentuk(a) == bentuk(b):
                return replace(b, content=self.beda.kata("judul", a.content, b.content, tempat, a.asal, b.asal))
            case Paragraph(), Paragraph() if a.style == b.style:
                return replace(b, content=self.beda.kata("paragraf", a.content, b.content, tempat, a.asal, b.asal))
            case List(), List() if a.kind == b.kind:
                return self.daftar.banding(a, b, tempat)
            case Table(), Table() if a.caption.kind == b.caption.kind:
                return self._tabel(a, b, tempat)
            case (Chart(), Chart()) | (Diagram(), Diagram()) if len(_halaman(a)) == len(_halaman(b)):
                assert isinstance(b, (Chart, Diagram)) and isinstance(a, (Chart, Diagram))
                if isi_gambar(a) != isi_gambar(b):
                    self._tak_tertandai(f"{sebutan(b.caption)}: isi gambar atau data grafik berubah")
                return self._bertakarir(a, b, tempat)
            case SignatureBlock(), SignatureBlock() if len(a.details) == len(b.details):
                return self._tanda_tangan(a, b, tempat)
            case SignaturePair(), SignaturePair() if _rincian(a) == _rincian(b):
                kiri, kanan = (self._tanda_tangan(x, y, tempat) for x, y in ((a.left, b.left), (a.right, b.right)))
                return replace(b, left=kiri, right=kanan)
            case Particulars(), Particulars() if _keterangan(a) == _keterangan(b):
                pasangan = zip(a.lines, b.lines, strict=True)
                baris = ((k, self.beda.kata("paragraf", x, y, tempat, a.asal, b.asal)) for (_, x), (k, y) in pasangan)
                return replace(b, lines=tuple(baris))
        return None

    def _tabel(self, a: Table, b: Table, tempat: str) -> Table | None:
        if not sekolom(a, b):
            self._tak_tertandai(f"{sebutan(b.caption)}: {beda_kolom(a, b)}; tabel lama dan baru dicetak utuh")
            return None
        if a.landscape != b.landscape:
            arah = "mendatar" if b.landscape else "tegak"
            self._tak_tertandai(f"{sebutan(b.caption)}: halaman kini {arah}")
        hasil = self._bertakarir(a, b, tempat)
        assert isinstance(hasil, Table)
        isi = banding_baris(self.beda, a, b)
        return replace(hasil, header=isi.header, rows=isi.rows)

    def _bertakarir(self, a: Captioned, b: Captioned, tempat: str) -> Captioned:
        """The caption and the source, which one version may be without."""
        ca, cb = a.caption, b.caption
        if cb.kind != "kotak":
            cb = replace(cb, title=self.beda.kata("takarir", ca.title, cb.title, tempat, ca.asal, cb.asal))
        return replace(b, caption=cb, source=self.beda.kata("sumber", a.source, b.source, tempat, ca.asal, cb.asal))

    def _tanda_tangan(self, a: SignatureBlock, b: SignatureBlock, tempat: str) -> SignatureBlock:
        isi = [self.beda.kata("tanda tangan", x, y, tempat) for x, y in zip(a.lines, b.lines, strict=True)]
        return replace(b, place_date=isi[0], title=isi[1], name=isi[2], details=tuple(isi[3:]))


def _takarir(c: Caption, judul: Inlines, revisi: Revision) -> Caption:
    """The caption of a table or picture that one version has."""
    if revisi == "hapus":
        return replace(c, title=judul, revision=revisi, anchor="", name=f"{c.name}{AKHIRAN_HAPUS}")
    return replace(c, title=judul, revision=revisi)


def _rincian(b: SignaturePair) -> tuple[int, int]:
    """How many further lines each signature has."""
    return len(b.left.details), len(b.right.details)


def _keterangan(b: Particulars) -> list[str]:
    """The labels."""
    return [plain(k) for k, _ in b.lines]


def _halaman(b: Block) -> Sequence[Diagram]:
    """The further pages of a diagram."""
    return b.more if isinstance(b, Diagram) else ()


def _tempat(blok: Sequence[Block]) -> list[str]:
    """Where each block stands: its chapter and section, or its table."""
    hasil: list[str] = []
    bab = bagian = ""
    for b in blok:
        if isinstance(b, Heading):
            if b.level == 1:
                bab, bagian = b.prefix or plain(b.content), ""
            else:
                bagian = f"{b.number} {plain(b.content)}".strip()
        takarir = sebutan(b.caption) if isinstance(b, Captioned) else ""
        hasil.append(", ".join(filter(None, (bab, bagian, takarir))))
    return hasil
