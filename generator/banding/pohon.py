"""Two document trees -> one tree that carries the changes, and the list of them.

Accepting every change of the tree gives the newer document, rejecting every one the older, block by block and cell by
cell. What no reviser can mark (a column added, a page turned, what a picture shows) is told in `tak_tertandai`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.banding.kata import banding_kata, tanpa_rujukan
from generator.banding.rupa import isi_gambar, kata_blok, kunci, rupa, teks
from generator.banding.selaras import Pasangan, jangkar, selaraskan, urutkan
from generator.document.nodes import (
    SEBUTAN,
    Block,
    Caption,
    Cell,
    Chart,
    Diagram,
    Document,
    Heading,
    Inline,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Revision,
    Row,
    SignatureBlock,
    Table,
    Text,
    plain,
)
from generator.document.susun import bagikan
from generator.model.angka import Lokasi

_Catat = Callable[..., None]
Jenis = Literal["ditambah", "dihapus", "berubah", "pindah"]


@dataclass(frozen=True)
class Perubahan:
    """One change. `apa`: 'paragraf', 'judul', 'butir', 'takarir', 'sumber', 'baris', 'sel', 'gambar', 'tanda tangan'.

    `tempat` says where in the document; `asal` are the places of the sources, `isi` the inlines to show (with
    marks where both versions have it); `tanda` how many paragraphs, rows or cells carry a mark for it.
    """

    jenis: Jenis
    apa: str
    tempat: str
    lama: str
    baru: str
    asal_lama: str = ""
    asal_baru: str = ""
    isi: Inlines = ()
    tanda: int = 1


@dataclass
class Beda:
    """The result. `dokumen`: the newer document with the changes in it; `nomor_bergeser`: (older, newer) number."""

    dokumen: Document
    perubahan: list[Perubahan] = field(default_factory=list)
    tak_tertandai: list[str] = field(default_factory=list)
    nomor_bergeser: list[tuple[str, str]] = field(default_factory=list)

    @property
    def tanda(self) -> int:
        """How many paragraphs, rows and cells carry a mark."""
        return sum(p.tanda for p in self.perubahan)


def banding_dokumen(lama: Document, baru: Document) -> Beda:
    """Compare; work grows with the length of the documents."""
    return _Pembanding(lama, baru).jalankan()


class _Pembanding:
    def __init__(self, lama: Document, baru: Document) -> None:
        self.lama, self.baru = lama, baru
        self.beda = Beda(baru)
        self.pindah: Counter[Hashable] = Counter()

    def jalankan(self) -> Beda:
        a = [b for s in self.lama.sections for b in s.blocks]
        b = [b for s in self.baru.sections for b in s.blocks]
        tempat_a, tempat_b = _tempat(a), _tempat(b)
        pasangan = _pasangan_blok(a, b)
        self._kenali_pindah(
            [a[i] for i, j in pasangan if j is None and i is not None],
            (b[j] for i, j in pasangan if i is None and j is not None),
        )
        blok: list[Block] = []
        for i, j in pasangan:
            if i is None:
                assert j is not None
                blok.append(self._sendiri(b[j], "baru", tempat_b[j]))
            elif j is None:
                blok.append(self._sendiri(a[i], "hapus", tempat_a[i]))
            else:
                blok += self._keduanya(a[i], b[j], tempat_a[i], tempat_b[j])
        self.beda.dokumen = replace(self.baru, sections=tuple(bagikan(blok)))
        return self.beda

    # ------------------------------------------------------------ in one version only

    def _kenali_pindah(self, hilang: Iterable[Block], muncul: Iterable[Block]) -> None:
        """What disappears here and appears there unchanged was moved."""
        self.pindah = Counter(map(rupa, hilang)) & Counter(map(rupa, muncul))

    def _sendiri(self, b: Block, revisi: Revision, tempat: str) -> Block:
        """A block that one version has, all of it marked."""
        pindah = self.pindah[rupa(b)] > 0
        jenis: Jenis = "pindah" if pindah else "ditambah" if revisi == "baru" else "dihapus"
        hapus = revisi == "hapus"

        def catat(apa: str, isi: Inlines, asal: object, di: str = tempat) -> None:
            kata = plain(isi)
            sumber = str(asal or "")
            if hapus:
                self.beda.perubahan.append(Perubahan(jenis, apa, di, kata, "", sumber, "", isi))
            else:
                self.beda.perubahan.append(Perubahan(jenis, apa, di, "", kata, "", sumber, isi))

        match b:
            case Heading():
                catat("judul", b.content, b.asal)
                judul = replace(b, content=_polos(b.content, hapus), revision=revisi)
                return replace(judul, label="", anchor="") if hapus else judul
            case Paragraph():
                catat("paragraf", b.content, b.asal)
                return replace(b, content=_polos(b.content, hapus), revision=revisi)
            case List():
                return self._daftar_sendiri(b, revisi, catat)
            case Table() | Chart() | Diagram():
                if b.caption.kind != "kotak":
                    catat("takarir", b.caption.title, b.caption.asal)
                if not isinstance(b, Table):
                    catat("gambar", b.caption.title, b.caption.asal)
                hasil = self._tabel_sendiri(b, revisi, catat) if isinstance(b, Table) else b
                if b.source:
                    catat("sumber", b.source, b.caption.asal)
                takarir = replace(b.caption, title=_polos(b.caption.title, hapus), revision=revisi)
                if hapus:
                    takarir = replace(takarir, anchor="", name=f"{takarir.name}-dihapus")
                return replace(hasil, caption=takarir, source=_polos(b.source, hapus))
            case SignatureBlock():
                for isi in (b.place_date, b.title, b.name, *b.details):
                    catat("tanda tangan", isi, "")
                return replace(b, revision=revisi)
        return b

    def _daftar_sendiri(self, d: List, revisi: Revision, catat: _Catat) -> List:
        def isi(x: Paragraph | List) -> Paragraph | List:
            if isinstance(x, List):
                return self._daftar_sendiri(x, revisi, catat)
            catat("butir", x.content, x.asal)
            return replace(x, content=_polos(x.content, revisi == "hapus"), revision=revisi)

        return replace(d, items=tuple(ListItem(tuple(isi(x) for x in item.blocks)) for item in d.items))

    def _tabel_sendiri(self, t: Table, revisi: Revision, catat: _Catat) -> Table:
        def tandai(r: Row) -> Row:
            catat("baris", _isi_baris(r), _asal_baris(r), f"{_sebutan(t.caption)}, {r.key}")
            cells = tuple(replace(c, content=_polos(c.content, revisi == "hapus")) for c in r.cells)
            return replace(r, cells=cells, revision=revisi)

        return replace(t, header=tuple(map(tandai, t.header)), rows=tuple(map(tandai, t.rows)))

    # ------------------------------------------------------------ in both versions

    def _keduanya(self, a: Block, b: Block, tempat_a: str, tempat_b: str) -> list[Block]:
        self._catat_nomor(a, b)
        if rupa(a) == rupa(b):
            return [b]
        if isinstance(a, Heading) and isinstance(b, Heading):
            return [replace(b, content=self._kata("judul", a.content, b.content, tempat_b, a.asal, b.asal))]
        if isinstance(a, Paragraph) and isinstance(b, Paragraph):
            return [replace(b, content=self._kata("paragraf", a.content, b.content, tempat_b, a.asal, b.asal))]
        if isinstance(a, List) and isinstance(b, List):
            return [self._daftar(a, b, tempat_b)]
        if isinstance(a, Table) and isinstance(b, Table):
            return self._tabel(a, b, tempat_a, tempat_b)
        if isinstance(a, (Chart, Diagram)) and isinstance(b, (Chart, Diagram)):
            if isi_gambar(a) != isi_gambar(b):
                self.beda.tak_tertandai.append(f"{_sebutan(b.caption)}: isi gambar atau data grafik berubah")
            return [self._bertakarir(a, b, tempat_b)]
        if isinstance(a, SignatureBlock) and isinstance(b, SignatureBlock) and len(a.details) == len(b.details):
            return [self._tanda_tangan(a, b, tempat_b)]
        return [self._sendiri(a, "hapus", tempat_a), self._sendiri(b, "baru", tempat_b)]

    def _tanda_tangan(self, a: SignatureBlock, b: SignatureBlock, tempat: str) -> SignatureBlock:
        lama, baru = (a.place_date, a.title, a.name, *a.details), (b.place_date, b.title, b.name, *b.details)
        isi = [self._kata("tanda tangan", x, y, tempat, None, None) for x, y in zip(lama, baru, strict=True)]
        return replace(b, place_date=isi[0], title=isi[1], name=isi[2], details=tuple(isi[3:]))

    def _kata(
        self, apa: str, lama: Inlines, baru: Inlines, tempat: str, asal_lama: object, asal_baru: object
    ) -> Inlines:
        isi, berubah = banding_kata(lama, baru)
        if berubah:
            asal = (str(asal_lama or ""), str(asal_baru or ""))
            self.beda.perubahan.append(Perubahan("berubah", apa, tempat, plain(lama), plain(baru), *asal, isi))
        return isi

    def _bertakarir(
        self, a: Table | Chart | Diagram, b: Table | Chart | Diagram, tempat: str
    ) -> Table | Chart | Diagram:
        judul = self._kata("takarir", a.caption.title, b.caption.title, tempat, a.caption.asal, b.caption.asal)
        if bool(a.source) != bool(b.source):
            sumber = b.source
            self.beda.tak_tertandai.append(
                f"{_sebutan(b.caption)}: baris sumber {'ditambah' if b.source else 'dihapus'}"
            )
        else:
            sumber = self._kata("sumber", a.source, b.source, tempat, a.caption.asal, b.caption.asal)
        return replace(b, caption=replace(b.caption, title=judul), source=sumber)

    def _catat_nomor(self, a: Block, b: Block) -> None:
        lama, baru = _nomor(a), _nomor(b)
        if lama != baru:
            self.beda.nomor_bergeser.append((lama, baru))

    # ------------------------------------------------------------ lists

    def _daftar(self, a: List, b: List, tempat: str) -> List:
        if a.kind != b.kind:
            self.beda.tak_tertandai.append(f"{tempat}: jenis nomor daftar berubah")
        la, lb = [_Butir(x) for x in a.items], [_Butir(x) for x in b.items]
        pasangan = selaraskan(
            [x.rupa for x in la],
            [x.rupa for x in lb],
            [None] * len(la),
            [None] * len(lb),
            [x.kata for x in la],
            [x.kata for x in lb],
        )
        items: list[ListItem] = []
        for i, j in pasangan:
            if i is not None and j is not None:
                items.append(self._butir(a.items[i], b.items[j], tempat, b))
            else:
                satu, revisi = (a.items[i], "hapus") if i is not None else (b.items[j or 0], "baru")
                items += self._daftar_satu(satu, revisi, tempat, b)  # type: ignore[arg-type]
        return replace(b, items=tuple(items))

    def _daftar_satu(self, item: ListItem, revisi: Revision, tempat: str, induk: List) -> tuple[ListItem, ...]:
        hasil = self._sendiri(List(induk.kind, (item,)), revisi, tempat)
        assert isinstance(hasil, List)
        return hasil.items

    def _butir(self, a: ListItem, b: ListItem, tempat: str, induk: List) -> ListItem:
        pasangan = selaraskan(
            [rupa(x) for x in a.blocks],
            [rupa(x) for x in b.blocks],
            [None] * len(a.blocks),
            [None] * len(b.blocks),
            [kata_blok(x) for x in a.blocks],
            [kata_blok(x) for x in b.blocks],
        )
        blok: list[Paragraph | List] = []
        for i, j in pasangan:
            lama, baru = (a.blocks[i] if i is not None else None), (b.blocks[j] if j is not None else None)
            if isinstance(lama, Paragraph) and isinstance(baru, Paragraph):
                isi = self._kata("butir", lama.content, baru.content, tempat, lama.asal, baru.asal)
                blok.append(replace(baru, content=isi))
            elif isinstance(lama, List) and isinstance(baru, List):
                blok.append(self._daftar(lama, baru, tempat) if rupa(lama) != rupa(baru) else baru)
            else:
                for satu, revisi in ((lama, "hapus"), (baru, "baru")):
                    if satu is not None:
                        d = satu if isinstance(satu, List) else List(induk.kind, (ListItem((satu,)),))
                        hasil = self._sendiri(d, revisi, tempat)  # type: ignore[arg-type]
                        assert isinstance(hasil, List)
                        blok += [hasil] if isinstance(satu, List) else hasil.items[0].blocks
        return ListItem(tuple(blok))

    # ------------------------------------------------------------ tables

    def _tabel(self, a: Table, b: Table, tempat_a: str, tempat_b: str) -> list[Block]:
        sebutan = _sebutan(b.caption)
        if a.landscape != b.landscape:
            self.beda.tak_tertandai.append(f"{sebutan}: halaman kini {'mendatar' if b.landscape else 'tegak'}")
        if len(a.widths) != len(b.widths) or _bentuk(a.header) != _bentuk(b.header):
            self.beda.tak_tertandai.append(f"{sebutan}: {_beda_kolom(a, b)}; tabel lama dan baru dicetak utuh")
            return [self._sendiri(a, "hapus", tempat_a), self._sendiri(b, "baru", tempat_b)]
        hasil = self._bertakarir(a, b, tempat_b)
        assert isinstance(hasil, Table)
        kepala = tuple(self._baris(x, y, sebutan) for x, y in zip(a.header, b.header, strict=True))
        urai = [r.key for r in a.rows] != [r.key for r in b.rows] or _bentuk(a.rows) != _bentuk(b.rows)
        la, lb = (uraikan(a.rows), uraikan(b.rows)) if urai else (list(a.rows), list(b.rows))
        return [replace(hasil, header=kepala, rows=tuple(self._baris_baris(la, lb, sebutan)))]

    def _baris_baris(self, a: Sequence[Row], b: Sequence[Row], sebutan: str) -> list[Row]:
        ka, kb = _kunci_unik(a), _kunci_unik(b)
        pasti = jangkar(ka, kb)
        pindah = set(ka) & set(kb) - {ka[i] for i, _ in pasti}
        nama_a, nama_b = Counter(map(_nama_baris, a)), Counter(map(_nama_baris, b))
        sisa = {n for n in nama_a & nama_b if nama_a[n] == nama_b[n] == 1 and n}
        hasil: list[Row] = []
        for i, j in urutkan(pasti, len(a), len(b)):
            if i is not None and j is not None:
                if _bentuk([a[i]]) == _bentuk([b[j]]):
                    hasil.append(self._baris(a[i], b[j], sebutan))
                    continue
                hasil += [
                    self._satu_baris(a[i], "hapus", "dihapus", sebutan),
                    self._satu_baris(b[j], "baru", "ditambah", sebutan),
                ]
            elif i is not None:
                jenis: Jenis = (
                    "pindah" if ka[i] in pindah or (ka[i] not in kb and _nama_baris(a[i]) in sisa) else "dihapus"
                )
                hasil.append(self._satu_baris(a[i], "hapus", jenis, sebutan))
            elif j is not None:
                jenis = "pindah" if kb[j] in pindah or (kb[j] not in ka and _nama_baris(b[j]) in sisa) else "ditambah"
                hasil.append(self._satu_baris(b[j], "baru", jenis, sebutan))
        return hasil

    def _satu_baris(self, r: Row, revisi: Revision, jenis: Jenis, sebutan: str) -> Row:
        isi, asal = _isi_baris(r), _asal_baris(r)
        kata, tempat = plain(isi), f"{sebutan}, {r.key}"
        p = (
            Perubahan(jenis, "baris", tempat, kata, "", asal, "", isi)
            if revisi == "hapus"
            else Perubahan(jenis, "baris", tempat, "", kata, "", asal, isi)
        )
        self.beda.perubahan.append(p)
        cells = tuple(replace(c, content=_polos(c.content, revisi == "hapus")) for c in r.cells)
        return replace(r, cells=cells, revision=revisi)

    def _baris(self, a: Row, b: Row, sebutan: str) -> Row:
        cells: list[Cell] = []
        for n, (x, y) in enumerate(zip(a.cells, b.cells, strict=True), 1):
            if teks(x.content) == teks(y.content):
                cells.append(y)
                continue
            isi = self._kata("sel", x.content, y.content, f"{sebutan}, {b.key}, kolom {n}", _asal(x), _asal(y))
            cells.append(replace(y, content=isi))
        return replace(b, cells=tuple(cells))


class _Butir:
    """An item of a list with what tells whether it is the same."""

    def __init__(self, item: ListItem) -> None:
        self.rupa: Hashable = tuple(rupa(x) for x in item.blocks)
        self.kata: Counter[str] = Counter()
        for x in item.blocks:
            self.kata += kata_blok(x)


# ---------------------------------------------------------------- blocks


def _pasangan_blok(a: Sequence[Block], b: Sequence[Block]) -> list[Pasangan]:
    return selaraskan(
        [rupa(x) for x in a],
        [rupa(x) for x in b],
        [kunci(x) for x in a],
        [kunci(x) for x in b],
        [kata_blok(x) for x in a],
        [kata_blok(x) for x in b],
    )


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
        di = ", ".join(filter(None, (bab, bagian)))
        if isinstance(b, (Table, Chart, Diagram)):
            di = f"{di}, {_sebutan(b.caption)}"
        hasil.append(di)
    return hasil


def _nomor(b: Block) -> str:
    if isinstance(b, Heading):
        return b.prefix
    if isinstance(b, (Table, Chart, Diagram)):
        return _sebutan(b.caption) if b.caption.kind != "kotak" else ""
    return ""


def _sebutan(c: Caption) -> str:
    return f"{SEBUTAN[c.kind]} {c.number}" if c.kind in SEBUTAN else plain(c.title)


def _polos(isi: Inlines, hapus: bool) -> Inlines:
    """References of deleted words lead nowhere any more: they stay as words."""
    return tanpa_rujukan(isi) if hapus else isi


# ---------------------------------------------------------------- rows


def uraikan(baris: Sequence[Row]) -> list[Row]:
    """Rows without cells merged downward: what a merge covers becomes blank cells."""
    hasil: list[Row] = []
    turun: dict[int, tuple[int, Cell]] = {}  # column -> rows that a merge still covers, and the cell above
    for r in baris:
        cells: list[Cell] = []
        antre = list(r.cells)
        kolom = 0
        baru: dict[int, tuple[int, Cell]] = {}
        while antre or kolom in turun:
            if kolom in turun:
                sisa, atas = turun.pop(kolom)
                c = Cell((), atas.align, atas.col_span)
                if sisa > 1:
                    baru[kolom] = (sisa - 1, atas)
            else:
                c = antre.pop(0)
                if c.row_span > 1:
                    baru[kolom] = (c.row_span - 1, c)
                c = replace(c, row_span=1)
            cells.append(c)
            kolom += c.col_span
        turun = baru
        hasil.append(replace(r, cells=tuple(cells)))
    return hasil


def _bentuk(baris: Sequence[Row]) -> list[tuple[tuple[int, int], ...]]:
    return [tuple((c.col_span, c.row_span) for c in r.cells) for r in baris]


def _kunci_unik(baris: Sequence[Row]) -> list[Hashable]:
    """Keys, told apart where a table uses one twice."""
    kali: Counter[str] = Counter()
    hasil: list[Hashable] = []
    for r in baris:
        hasil.append((r.key, kali[r.key]))
        kali[r.key] += 1
    return hasil


def _nama_baris(r: Row) -> str:
    """The words of a row without digits: what it keeps when its code changes."""
    return " ".join(w for w in plain(_isi_baris(r)).split() if not any(h.isdigit() for h in w))


def _isi_baris(r: Row) -> Inlines:
    hasil: list[Inline] = []
    for c in r.cells:
        if c.content:
            hasil += [*([Text(" | ")] if hasil else []), *c.content]
    return tuple(hasil)


def _asal(c: Cell) -> str:
    asal: tuple[Lokasi, ...] = tuple(a for i in c.content for a in getattr(i, "asal", None) or ())
    return str(asal[0]) + (f" dan {len(asal) - 1} sel lain" if len(asal) > 1 else "") if asal else ""


def _asal_baris(r: Row) -> str:
    return next((a for a in map(_asal, r.cells) if a), "")


def _beda_kolom(a: Table, b: Table) -> str:
    la = Counter(plain(c.content) for r in a.header for c in r.cells)
    lb = Counter(plain(c.content) for r in b.header for c in r.cells)
    bagian = [
        *(f'kolom "{j}" ditambah' for j in (lb - la) if j and not j.startswith("(")),
        *(f'kolom "{j}" dihapus' for j in (la - lb) if j and not j.startswith("(")),
    ]
    return "; ".join(bagian) or "susunan kolom berubah"


def jumlah_menurut_jenis(perubahan: Iterable[Perubahan]) -> dict[str, int]:
    """How many changes there are of each sort."""
    return dict(Counter(p.jenis for p in perubahan))
