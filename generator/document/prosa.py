"""A chapter's text -> blocks: Markdown between fences, fences by their kind.

In: `Naskah` and the names. Out: nodes not yet numbered; faults are findings with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.document.ungkapan import BUKA, TUTUP, Hasil, Jatah, UngkapanSalah, jalankan
from generator.model.angka import Lokasi
from generator.sources.naskah import Naskah
from generator.temuan import Kumpulan
from generator.tree.nodes import (
    Block,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Particulars,
    Reference,
    Strong,
    Text,
)
from generator.tree.rumus import RumusSalah, formula

_URAI = MarkdownIt("zero", {"maxNesting": 100}).enable(
    ["heading", "list", "emphasis", "blockquote", "escape", "newline", "balance_pairs", "fragments_join"]
)
_BERTINGKAT = 16  # levels of tokens: eight of lists; the parser drops what is deeper than its own bound
_POTONG = re.compile(f"{BUKA}(\\d+){TUTUP}|(?<!\\w)@([a-z]+):([\\w-]*\\w)")
_NILAI = re.compile(f"{BUKA}(\\d+){TUTUP}")
_RUJUKAN_NILAI = re.compile(f"((?<!\\w)@[a-z]+:[\\w-]*)({BUKA}\\d+{TUTUP})")  # a reference whose label is an expression
_RUJUKAN = ("tabel", "grafik", "gambar", "bab", "bagian", "lampiran")
_LABEL = re.compile(r"\s*\{#([a-z0-9][a-z0-9-]*)\}\s*$")
_PAGAR = re.compile(r":::\s*([a-z-]+)?\s*(.*)")
_PAGAR_LAIN = re.compile(r":::|\s+:::\s*$")  # what ends a fence, or begins another one before its end
_PAGAR_RUMUS = re.compile(r":::\s*rumus\b")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|!\[|\]\(|^\s*\|.*\|\s*$|^(```|~~~)")


@dataclass(frozen=True, slots=True)
class Pagar:
    """A fence: its kind, its words, the title line and the source line as inlines."""

    jenis: str
    nama: str
    judul: Inlines
    sumber: Inlines
    asal: Lokasi


OBAT_DALAM = "Kurangi tingkatnya: paling banyak delapan tingkat daftar."
Penempat = Callable[[Pagar], "Block | None"]


@dataclass
class Pengurai:
    """Parses one chapter. `tempatkan` turns a fence into a block (or reports and gives None)."""

    naskah: Naskah
    temuan: Kumpulan
    tempatkan: Penempat
    jatah: Jatah = field(default_factory=Jatah)
    blok: list[Block] = field(default_factory=list)
    hasil: Hasil = field(default_factory=lambda: Hasil((), (), ()))
    rumus: dict[int, str] = field(default_factory=dict)

    def urai(self, nama: dict[str, object]) -> list[Block]:
        """All blocks of the chapter, its title first: of its head, else of the outline; front matter may have '# …'."""
        n = self.naskah
        if self.jatah.habis:  # said where it ran out
            return []
        if n.label or n.judul:
            self.blok = [Heading(1, self._judul_naskah(nama), n.label, asal=Lokasi(n.berkas, baris=2))]
        isi, self.rumus = _ambil_rumus(n.isi)
        try:
            self.hasil = jalankan(isi, nama, self.jatah)
        except UngkapanSalah as e:
            self.temuan.tambah("ungkapan-salah", self._lokasi_sumber(e.baris), e.pesan)
            return self.blok
        self._periksa_html()
        awal = i = 0
        baris = self.hasil.baris
        while i < len(baris):
            if baris[i].startswith(":::"):
                self._markdown(awal, i)
                i = awal = self._pagar(i)
            elif baris[i].lstrip().startswith(":::"):
                self.temuan.tambah("pagar-salah", self._lokasi(i), f'"{baris[i].strip()}" harus di awal baris')
                i += 1
            else:
                i += 1
        self._markdown(awal, len(baris))
        if not (self.blok and isinstance(self.blok[0], Heading)):
            self.temuan.tambah("judul-loncat", self._lokasi(0), "naskah tanpa judul: harus diawali # Judul")
        return self.blok

    # ------------------------------------------------------------ places

    def _lokasi_sumber(self, baris: int) -> Lokasi:
        return Lokasi(self.naskah.berkas, baris=self.naskah.baris_awal + max(baris, 1) - 1)

    def _lokasi(self, indeks: int) -> Lokasi:
        """Of a rendered line, from 0."""
        nomor = self.hasil.nomor
        return self._lokasi_sumber(nomor[min(indeks, len(nomor) - 1)] if nomor else 1)

    def _periksa_html(self) -> None:
        for i, b in enumerate(self.hasil.baris):
            m = _HTML.search(b)
            if m:
                pesan = f'"{m.group().strip()[:40]}" tidak didukung dalam naskah'
                self.temuan.tambah("html-dalam-naskah", self._lokasi(i), pesan)

    # ------------------------------------------------------------ fences

    def _pagar(self, i: int) -> int:
        """The fence that opens at line i; gives the line after its end."""
        baris = self.hasil.baris
        m = _PAGAR.fullmatch(baris[i])
        akhir = next((j for j in range(i + 1, len(baris)) if _PAGAR_LAIN.match(baris[j])), len(baris))
        if not m or not m[1]:
            self.temuan.tambah("pagar-salah", self._lokasi(i), f'"{baris[i]}" tidak membuka blok apa pun')
            return i + 1
        if akhir == len(baris) or baris[akhir].strip() != ":::":
            self.temuan.tambah("pagar-salah", self._lokasi(i), f'blok "{baris[i]}" tidak ditutup dengan :::')
            return i + 1
        if m[1] == "rumus":
            self._rumus(i, m[2].strip())
            return akhir + 1
        if m[1] == "identitas":
            self._identitas(i, akhir)
            return akhir + 1
        if m[1] == "jenjang":
            self._jenjang(i, akhir)
            return akhir + 1
        isi = [(j, b) for j, b in enumerate(baris[i + 1 : akhir], i + 1) if b.strip()]
        judul = [(j, b) for j, b in isi if not b.startswith("Sumber:")]
        sumber = [b for _, b in isi if b.startswith("Sumber:")]
        pagar = Pagar(
            m[1],
            self._harfiah(m[2]).strip(),
            self._sebaris(" ".join(b.strip() for _, b in judul), i),
            self._sebaris(sumber[0], i) if sumber else (),
            self._lokasi(i),
        )
        blok = self.tempatkan(pagar)
        if blok is not None:
            self.blok.append(blok)
        return akhir + 1

    def _rumus(self, awal: int, nama: str) -> None:
        """A displayed formula. Its LaTeX, taken out before expressions ran, begins on the line below the opening."""
        baris = self.hasil.nomor[awal]
        latex = self.rumus.get(baris, "")
        try:
            if nama:
                raise RumusSalah("rumus ditulis di bawah baris ::: rumus", nama, 0)
            isi = formula(latex, self._lokasi(awal))
        except RumusSalah as e:
            ke = latex.count("\n", 0, e.letak) + 1 if latex.strip() and not nama else 0
            self.temuan.tambah("rumus-salah", self._lokasi_sumber(baris + ke), e.pesan)
            return
        self.blok.append(Paragraph((isi,), "rumus", isi.asal))

    def _identitas(self, awal: int, akhir: int) -> None:
        """Lines such as 'Nama: …'."""
        isi: list[tuple[Inlines, Inlines]] = []
        for j in range(awal + 1, akhir):
            baris = self.hasil.baris[j].strip()
            if not baris:
                continue
            nama, titik_dua, nilai = baris.partition(":")
            if not titik_dua or not nama.strip() or not nilai.strip():
                self.temuan.tambah(
                    "pagar-salah", self._lokasi(j), f'"{self._harfiah(baris)}" harus berbentuk Nama: isi'
                )
                return
            isi.append((self._sebaris(nama.strip(), j), self._sebaris(nilai.strip(), j)))
        self.blok.append(Particulars(tuple(isi), self._lokasi(awal)))

    def _harfiah(self, teks: str) -> str:
        """Text whose markers are replaced by what they stand for."""
        return _NILAI.sub(lambda m: self.hasil.nilai[int(m[1])].text, teks)

    def _jenjang(self, awal: int, akhir: int) -> None:
        """A Markdown list whose marks are 1. then 1.1. then 1.1.1."""
        mulai = len(self.blok)
        self._markdown(awal + 1, akhir)
        isi = self.blok[mulai:]
        if len(isi) != 1 or not isinstance(isi[0], List) or isi[0].kind == "butir":
            self.temuan.tambah("pagar-salah", self._lokasi(awal), '"::: jenjang" harus memuat satu daftar bernomor')
            return
        self.blok[mulai:] = [List("jenjang", isi[0].items)]

    # ------------------------------------------------------------ markdown

    def _markdown(self, awal: int, akhir: int) -> None:
        if awal >= akhir:
            return
        token = _URAI.parse("\n".join(self.hasil.baris[awal:akhir]) + "\n")
        dalam = next((t for t in token if t.level > _BERTINGKAT), None)
        if dalam is not None:
            pesan = "butir dan kutipan di sini bertingkat terlalu dalam untuk dicetak"
            self.temuan.tambah("naskah-rusak", self._lokasi(awal + (dalam.map or [0])[0]), pesan, OBAT_DALAM)
            return
        i = 0
        while i < len(token):
            blok, i = self._blok(token, i, awal)
            self.blok.extend(blok)

    def _blok(self, token: list[Token], i: int, awal: int) -> tuple[list[Block], int]:
        """The block that begins at token i and the token after it."""
        t = token[i]
        lokasi = self._lokasi(awal + (t.map[0] if t.map else 0))
        if t.type == "heading_open":
            return [self._judul(int(t.tag[1]), token[i + 1], lokasi)], i + 3
        if t.type == "paragraph_open":
            return [Paragraph(self._inline(token[i + 1], lokasi), asal=lokasi)], i + 3
        if t.type in ("bullet_list_open", "ordered_list_open"):
            return self._daftar(token, i, awal)
        if t.type == "blockquote_open":
            blok: list[Block] = []
            i += 1
            while token[i].type != "blockquote_close":
                isi, i = self._blok(token, i, awal)
                blok += [Paragraph(b.content, "kutipan", b.asal) if isinstance(b, Paragraph) else b for b in isi]
            return blok, i + 1
        raise AssertionError(t.type)

    def _judul_naskah(self, nama: dict[str, object]) -> Inlines:
        n = self.naskah
        if n.judul:
            return (Text(n.judul),)
        try:
            return jalankan(f'{{{{ kerangka["{n.bab}"].judul }}}}', nama).nilai
        except UngkapanSalah:
            pesan = f"kepala tanpa judul:, dan bab {n.bab} tidak ada dalam kerangka"
            self.temuan.tambah("kepala-naskah", Lokasi(n.berkas, baris=1), pesan)
            return (Text("-"),)

    def _judul(self, tingkat: int, isi: Token, lokasi: Lokasi) -> Heading:
        if tingkat == 1 and (self.naskah.label or self.naskah.judul):
            self.temuan.tambah("judul-loncat", lokasi, "judul bab ditulis di kepala naskah (judul:), bukan dengan #")
        if tingkat > 1 and not self.naskah.bab:
            apa = "lampiran" if self.naskah.lampiran else "bagian depan"
            self.temuan.tambah("judul-loncat", lokasi, f"judul di dalam {apa} tidak bernomor, maka tidak didukung")
        sebelum = next((b.level for b in reversed(self.blok) if isinstance(b, Heading)), 1)
        datar = {5} if sebelum < 5 else set()  # numbered points (level 5) may stand under any section
        if tingkat > sebelum + 1 and tingkat not in datar:
            pesan = f"judul tingkat {tingkat} mengikuti tingkat {sebelum}"
            self.temuan.tambah("judul-loncat", lokasi, pesan)
        m = _LABEL.search(isi.content)
        if m and tingkat == 1:
            self.temuan.tambah("judul-loncat", lokasi, "judul # tidak dapat dirujuk; hapus labelnya")
        label = f"bagian:{m[1]}" if m else ""
        if m:
            assert isi.children is not None
            isi.children[-1].content = _LABEL.sub("", isi.children[-1].content)
        content = self._inline(isi, lokasi)
        return Heading(tingkat, tuple(_patahkan(content)) if tingkat == 1 else content, label, asal=lokasi)

    def _daftar(self, token: list[Token], i: int, awal: int) -> tuple[list[Block], int]:
        buka = token[i]
        jenis = "butir" if buka.type == "bullet_list_open" else "huruf" if buka.markup == ")" else "angka"
        item: list[ListItem] = []
        i += 1
        while token[i].type != buka.type.replace("_open", "_close"):
            i += 1  # list_item_open
            blok: list[Paragraph | List] = []
            while token[i].type != "list_item_close":
                isi, i = self._blok(token, i, awal)
                for b in isi:
                    if isinstance(b, (Paragraph, List)):
                        blok.append(b)
                    else:
                        pesan = "judul tidak boleh di dalam daftar"
                        self.temuan.tambah("html-dalam-naskah", b.asal or "-", pesan)  # type: ignore[union-attr]
            item.append(ListItem(tuple(blok)))
            i += 1
        return [List(jenis, tuple(item))], i + 1  # type: ignore[arg-type]

    # ------------------------------------------------------------ inlines

    def _sebaris(self, teks: str, indeks: int) -> Inlines:
        token = _URAI.parseInline(teks)[0] if teks else None
        return self._inline(token, self._lokasi(indeks)) if token else ()

    def _inline(self, token: Token, lokasi: Lokasi) -> Inlines:
        tumpukan: list[list[Inline]] = [[]]
        for t in token.children or ():
            if t.type == "text":
                tumpukan[-1] += self._teks(t.content, lokasi)
            elif t.type == "softbreak":
                tumpukan[-1].append(Text(" "))
            elif t.type == "hardbreak":
                tumpukan[-1].append(LineBreak())
            elif t.type in ("strong_open", "em_open"):
                tumpukan.append([])
            elif t.type in ("strong_close", "em_close"):
                isi = tuple(tumpukan.pop())
                tumpukan[-1].append(Strong(isi) if t.type == "strong_close" else Emphasis(isi))
        return tuple(_rapatkan(tumpukan[0]))

    def _teks(self, teks: str, lokasi: Lokasi) -> list[Inline]:
        teks = _RUJUKAN_NILAI.sub(lambda m: m[1] + re.sub(r"[^\w-]+", "-", self._harfiah(m[2])), teks)
        hasil: list[Inline] = []
        ujung = 0
        for m in _POTONG.finditer(teks):
            if m.start() > ujung:
                hasil.append(Text(teks[ujung : m.start()]))
            if m[1]:
                nilai = self.hasil.nilai[int(m[1])]
                if nilai.text == "-" and (nilai.angka is None or nilai.angka.nilai is None):
                    self.temuan.tambah("ungkapan-kosong", lokasi, "ungkapan menghasilkan nilai kosong")
                hasil.append(nilai)
            elif m[2] in _RUJUKAN:
                hasil.append(Reference(f"{m[2]}:{m[3]}", asal=lokasi))
            else:
                pesan = f"{m.group()} tidak dikenal; rujukan ditulis @{', @'.join(f'{r}:…' for r in _RUJUKAN)}"
                self.temuan.tambah("rujukan-asing", lokasi, pesan)
            ujung = m.end()
        if ujung < len(teks):
            hasil.append(Text(teks[ujung:]))
        return hasil


def _ambil_rumus(teks: str) -> tuple[str, dict[int, str]]:
    """The text with the insides of its '::: rumus' fences blank, and these by the number (from 1) of the opening line.

    So braces in a formula mean nothing to Jinja, and lines keep their numbers. A fence that is not closed ends at the
    next blank line or fence; it is reported when blocks are read.
    """
    baris = teks.split("\n")
    rumus: dict[int, str] = {}
    for i, b in enumerate(baris):
        if not _PAGAR_RUMUS.match(b):
            continue
        akhir = next((j for j in range(i + 1, len(baris)) if baris[j].startswith(":::")), len(baris))
        if akhir == len(baris) or baris[akhir].strip() != ":::":
            akhir = next((j for j in range(i + 1, akhir) if not baris[j].strip()), akhir)
        rumus[i + 1] = "\n".join(baris[i + 1 : akhir])
        baris[i + 1 : akhir] = [""] * (akhir - i - 1)
    return "\n".join(baris), rumus


def _patahkan(isi: Inlines) -> Iterator[Inline]:
    """The words of a title with a line break for each '\\' in it (which Markdown gives as one backslash)."""
    for n in isi:
        if not isinstance(n, Text):
            yield n
            continue
        for i, teks in enumerate(n.text.split("\\")):
            if i:
                yield LineBreak()
            if teks.strip():
                yield Text(teks.lstrip() if i else teks)


def _rapatkan(isi: list[Inline]) -> list[Inline]:
    """Neighbouring texts joined; blanks at both ends dropped."""
    rapat: list[Inline] = []
    for n in isi:
        if isinstance(n, Text) and rapat and isinstance(rapat[-1], Text):
            rapat[-1] = Text(rapat[-1].text + n.text)
        elif not (isinstance(n, Text) and not n.text):
            rapat.append(n)
    if rapat and isinstance(rapat[0], Text):
        rapat[0] = Text(rapat[0].text.lstrip())
    if rapat and isinstance(rapat[-1], Text):
        rapat[-1] = Text(rapat[-1].text.rstrip())
    return [n for n in rapat if not (isinstance(n, Text) and not n.text)]
