"""Rules over chapters and cells: words, marks, blanks and brackets as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lokasi import Lokasi
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.naskah.kamus import nama_diri
from generator.periksa.naskah.ketikan import NILAI, cetakan, potongan_naskah, potongan_sel, semua_potongan
from generator.temuan import KATALOG, Temuan
from generator.tree.nodes import Block, List, Paragraph, Strong, plain
from generator.tree.walk import blocks

aturan = Rumpun("Penulisan", "Kata, tanda baca, spasi, dan kurung dalam naskah dan sel.")


_KATA_GANDA = re.compile(r"(?<![\w-])([^\W\d_]{2,})\s+\1(?![\w-])", re.I)


@aturan(
    "kata-ganda",
    "peringatan",
    arti="Sebuah kata tertulis dua kali berturut-turut.",
    obat="Hapus salah satunya.",
    salah="Pegawai yang yang mengikuti pelatihan bertambah.",
    baik="Pegawai yang mengikuti pelatihan bertambah.",
)
def kata_ganda(b: Bahan) -> Iterator[Temuan]:
    """A word typed twice: 'yang yang', 'Kecamatan {{ profil.perangkat_daerah }}'."""
    nama = " ".join(nama_diri(b)).lower()
    for p in semua_potongan(b):
        for m in _KATA_GANDA.finditer(p.teks):
            if m[0].lower() not in nama:
                yield _kata_ganda(p.tempat(m.start()), m[0])
    for c in cetakan(b):  # where typed words and values meet
        for teks, letak in c.jendela(30):
            kiri, kanan = teks[:letak].split(), teks[letak:].split()
            if kiri and kanan and kiri[-1].lower() == kanan[0].lower() and kiri[-1].isalpha():
                ganda = f"{kiri[-1]} {kanan[0]}"
                if len(kiri[-1]) > 1 and ganda.lower() not in nama:
                    yield _kata_ganda(c.asal, ganda)


def _kata_ganda(tempat: Lokasi, teks: str) -> Temuan:
    teks = " ".join(teks.split())
    return kata_ganda.temuan(tempat, f'kata berulang "{teks}"', pokok=teks.lower())


# not '...', not '.,' after an abbreviation, not ' ;' inside a formula
_TANDA_GANDA = re.compile(
    r"[,;:](?:\s*[,;:.])+|(?<!\.)\.\.(?!\.)|\.[;:]\.|[!?]{2,}|\(\s|\s\)|(?<=[\w)”%]) +[,.;:!?](?=\s|$)"
)


@aturan(
    "tanda-baca-ganda",
    "peringatan",
    arti="Tanda baca ganda, atau spasi di depan tanda baca.",
    obat="Hapus yang berlebih.",
    salah="Layanan itu gratis,, cepat .",
    baik="Layanan itu gratis, cepat.",
)
def tanda_baca_ganda(b: Bahan) -> Iterator[Temuan]:
    """Doubled or stray punctuation: ',,', '..', ';.', a blank before a comma."""
    for p in semua_potongan(b):
        if p.jenis != "tetapan":
            for m in _TANDA_GANDA.finditer(p.teks.replace(NILAI, "n")):
                yield _tanda_ganda(p.tempat(m.start()), p.teks, m)
    for c in cetakan(b):  # a value that ends in a stop before a typed one
        for teks, letak in c.jendela(24):
            for m in _TANDA_GANDA.finditer(teks, letak - 2, letak + 2):
                if m.start() < letak < m.end():
                    yield _tanda_ganda(c.asal, teks, m)


def _tanda_ganda(tempat: Lokasi, teks: str, m: re.Match[str]) -> Temuan:
    sekitar = " ".join(teks[max(0, m.start() - 20) : m.end() + 8].replace(NILAI, "…").split(" ")[-6:]).strip()
    return tanda_baca_ganda.temuan(tempat, f'tanda baca "{m[0]}" dalam "{sekitar}"', pokok=sekitar)


_SPASI_GANDA = re.compile(r"(?<!\S)(\S+)[ \t\u00a0]{2,}(\S+)")


@aturan.juga(KATALOG["spasi-ganda"])
def spasi_ganda(b: Bahan) -> Iterator[Temuan]:
    """Two blanks between words of a chapter. In a cell they are found when the workbook is read, and printed as one."""
    for p in potongan_naskah(b):
        for m in _SPASI_GANDA.finditer(p.teks):
            yield _spasi_ganda(p.tempat(m.start()), m)
    for c in cetakan(b):  # an empty value between two blanks
        for teks, letak in c.jendela(20):
            if teks[letak - 1 : letak + 1] == "  ":
                yield from (_spasi_ganda(c.asal, m) for m in _SPASI_GANDA.finditer(teks))


def _spasi_ganda(tempat: Lokasi, m: re.Match[str]) -> Temuan:
    teks = f"{m[1]} {m[2]}".replace(NILAI, "…")
    return spasi_ganda.temuan(tempat, f'dua spasi dalam "{teks.replace(" ", "  ")}"', pokok=teks)


_PASANGAN = {")": "(", "]": "[", "}": "{", "”": "“"}
_BUTIR = re.compile(r"(?:^|[\s;,.:])(?:[a-zA-Z]|\d{1,2}|[ivx]{1,4})$")  # 'a)' opens a point of a list
_DETIK = re.compile(r"\d\s?$")  # 2°03’00”, 5"
_DEPAN = 8  # letters before a bracket or quote that these two look at, and more


@aturan(
    "kurung-pincang",
    "peringatan",
    arti="Kurung atau tanda petik tidak berpasangan.",
    obat="Lengkapi pasangannya, atau hapus.",
    salah="Layanan dasar (peminjaman gratis.",
    baik="Layanan dasar (peminjaman) gratis.",
)
def kurung_pincang(b: Bahan) -> Iterator[Temuan]:
    """Brackets and double quotes that do not close, or close what was not opened, in a paragraph or a cell."""
    for p in semua_potongan(b):
        if p.jenis == "tetapan":
            continue
        for letak, pesan in _pincang(p.teks):
            sekitar = " ".join(p.teks[max(0, letak - 24) : letak + 24].split())
            yield kurung_pincang.temuan(p.tempat(letak), f'{pesan} dalam "{sekitar}"', pokok=sekitar)


def _sebelum(teks: str, letak: int) -> str:
    return teks[max(0, letak - _DEPAN) : letak]


def _pincang(teks: str) -> Iterator[tuple[int, str]]:
    terbuka: list[tuple[int, str]] = []
    lurus: int | None = None
    for i, c in enumerate(teks):
        if c in "([{“":
            terbuka.append((i, c))
        elif c in _PASANGAN:
            if terbuka and terbuka[-1][1] == _PASANGAN[c]:
                terbuka.pop()
            elif not (c == ")" and _BUTIR.search(_sebelum(teks, i))) and not (
                c == "”" and _DETIK.search(_sebelum(teks, i))
            ):
                yield i, f'"{c}" tanpa pembuka'
        elif c == '"' and not (lurus is None and _DETIK.search(_sebelum(teks, i))):
            lurus = i if lurus is None else None
    yield from ((i, f'"{c}" tidak ditutup') for i, c in terbuka)
    if lurus is not None:
        yield lurus, "tanda petik tidak ditutup"


_TUTUP = re.compile(r"[.:;!?…][”\"’)\]]*$|[”\"]$")
_KALIMAT = re.compile(r"[a-z]{3,}\)?\. [A-Z“]")  # more than one sentence


@aturan(
    "kalimat-terputus",
    "peringatan",
    arti="Kalimat berakhir tanpa tanda baca.",
    obat="Lengkapi kalimatnya, atau beri titik.",
    salah="Layanan itu dibuka sejak pagi hari",
    baik="Layanan itu dibuka sejak pagi hari.",
)
def kalimat_terputus(b: Bahan) -> Iterator[Temuan]:
    """A paragraph, or a point of a list whose other points close, that ends without a closing mark: it is cut off."""
    for blok in blocks(b.dokumen):
        yield from _kalimat_blok(blok)
    for p in potongan_sel(b):
        # a list of points joined by semicolons need not close
        if _KALIMAT.search(p.teks) and not _TUTUP.search(p.teks) and ";" not in p.teks.rpartition(". ")[2]:
            yield _terputus_di(p.asal, p.teks)


def _kalimat_blok(blok: Block) -> Iterator[Temuan]:
    match blok:
        case Paragraph(style="badan") if not all(isinstance(n, Strong) for n in blok.content):
            if _terputus(blok):
                yield _terputus_di(blok.asal or Lokasi("-"), plain(blok.content))
        case List():
            awal = [x.blocks[0] for x in blok.items if x.blocks and isinstance(x.blocks[0], Paragraph)]
            putus = [p for p in awal if _terputus(p)]
            if len(putus) * 2 < len(awal):
                yield from (_terputus_di(p.asal or Lokasi("-"), plain(p.content)) for p in putus)
            for x in blok.items:
                for anak in x.blocks[1:]:
                    yield from _kalimat_blok(anak)


def _terputus(p: Paragraph) -> bool:
    teks = plain(p.content).rstrip()
    # a list of points goes on with a comma; 'dan' and 'atau' close all but the last
    return len(teks.split()) > 3 and not _TUTUP.search(teks) and not re.search(r"[,;] ?(?:dan|atau)?$|,$", teks)


def _terputus_di(tempat: Lokasi, teks: str) -> Temuan:
    akhir = " ".join(teks.split()[-5:])
    return kalimat_terputus.temuan(tempat, f'kalimat berakhir tanpa tanda baca: "… {akhir}"', pokok=akhir)


_SEMENTARA = re.compile(
    r"(?i:lorem ipsum)|\b(?:TODO|TBD|TBA|FIXME)\b|\btb[da]\b|\b[Xx]{4,}\b|\bxxx?\b|\b(?:19|20)[Xx]{2}\b|\?{3,}"
    r"|[\[<{](?:isi(?:kan)?|di ?isi|nama|tanggal|tahun|nomor|judul|teks|jumlah|sebutkan|lengkapi)\b[^\]>}\n]*[\]>}]"
    r"|\((?:di ?isi|isi di ?sini|lengkapi|menyusul|belum diisi|akan dilengkapi)[^)\n]*\)"
    r"|\b(?:akan|untuk) dilengkapi kemudian\b"
    r"|\b(?:[Nn]omor|[Tt]ahun|[Tt]anggal|sebesar|sebanyak|sejumlah|Rp)\s*(?:…|\.{3,}|_{2,})|_{4,}|\.{5,}|(?:…\s*){2,}"
)
# what one of the patterns begins with or holds: most texts have none of it
_TANDA = (
    "lorem",
    "todo",
    "tbd",
    "tba",
    "fixme",
    "xx",
    "??",
    "[",
    "<",
    "{",
    "(",
    "…",
    "..",
    "__",
    "lengkapi",
    "n/a",
    "--",
)
_SENDIRI = re.compile(r"\s*(?:…|\.{2,}|-{2,}|_+|\?+|[xX]{2,3}|n/a)\s*")


@aturan(
    "teks-sementara",
    "galat",
    arti="Teks sementara tertinggal.",
    obat="Ganti dengan isinya, atau hapus.",
    salah="Layanan itu dibuka sejak [isi tanggal].",
    baik="Layanan itu dibuka sejak pagi.",
)
def teks_sementara(b: Bahan) -> Iterator[Temuan]:
    """Placeholder text left in a chapter or a cell: 'lorem ipsum', 'TODO', 'xxx', '[isi]', 'Nomor … Tahun …'."""
    for p in semua_potongan(b):
        rendah = p.teks.lower()
        if p.jenis == "tetapan" or not any(t in rendah for t in _TANDA):
            continue
        m = _SENDIRI.fullmatch(p.teks) or _SEMENTARA.search(p.teks)
        if m:
            isi = " ".join(m[0].replace(NILAI, "…").split())
            yield teks_sementara.temuan(p.tempat(m.start()), f'teks sementara "{isi}"', pokok=isi)
