"""Characters that nobody sees: what stands in a source is what is read on the screen, or it is a finding.

In: texts of cells, lines and names. Out: the texts without such characters, and findings that name them.

The rule is Unicode's own: controls, format characters (bidi controls, soft hyphen, zero widths, tags), surrogates,
private use, code points that are no character, separators of lines and paragraphs, and the letters and marks whose name
says that they show nothing. Blanks other than the space and the no-break space are seen, and only a warning. Tab, line
ends and the no-break space of Word and Excel are welcome.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from html import unescape

from generator.model.angka import Lokasi
from generator.temuan import Kumpulan

TERSEMBUNYI, SPASI = "huruf-tersembunyi", "spasi-asing"
BATAS_SEBUT = 3
SEKITAR = 24

_CURIGA = re.compile("[^\t\n\r -~\u00a0]")
_TANPA_RUPA = re.compile("FILLER|VARIATION SELECTOR|GRAPHEME JOINER|VOWEL INHERENT| BLANK$|NULL NOTEHEAD")
_SANDI = re.compile(
    r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});"
    r"|\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^{}]{1,80}\})"
)
"""An entity of Markdown, and an escape in a string of an expression: both become the character when they are read."""
_SEBUTAN = {
    0x00AD: "tanda hubung lunak",
    0x200B: "spasi selebar nol",
    0x200C: "pemisah selebar nol",
    0x200D: "penyambung selebar nol",
    0x200E: "penanda arah kiri ke kanan",
    0x200F: "penanda arah kanan ke kiri",
    0x2028: "pemisah baris",
    0x2029: "pemisah paragraf",
    0x202D: "pemaksa arah kiri ke kanan",
    0x202E: "pembalik arah tulisan",
    0x2060: "penyambung kata",
    0xFEFF: "tanda urutan byte",
}
_SEBUTAN_KATEGORI = {
    "Cc": "huruf kendali",
    "Cs": "setengah huruf",
    "Co": "lambang dari huruf Symbol atau Wingdings",
    "Cn": "kode yang bukan huruf",
    "Cf": "huruf pengatur",
    "Zs": "spasi lain",
}


@lru_cache(4096)
def _kode(huruf: str) -> str:
    """The code of its finding, '' for a character that is welcome."""
    kategori = unicodedata.category(huruf)
    if kategori == "Zs":
        return SPASI
    if kategori[0] == "C" or kategori in ("Zl", "Zp") or _TANPA_RUPA.search(unicodedata.name(huruf, "")):
        return TERSEMBUNYI
    return ""


def cari(teks: str) -> list[tuple[int, str]]:
    """(position, character) of all that are hidden, and of unusual blanks."""
    if not _CURIGA.search(teks):
        return []
    return [(m.start(), m[0]) for m in _CURIGA.finditer(teks) if _kode(m[0])]


def cari_dalam_naskah(teks: str) -> list[tuple[int, str]]:
    """The same, also where they are written as entities ('&#8238;') or escapes ('\\u202e')."""
    hasil = cari(teks)
    if "&" in teks or "\\" in teks:
        hasil += [(m.start(), h) for m in _SANDI.finditer(teks) for _, h in cari(_terurai(m[0]))]
        hasil.sort()
    return hasil


def _terurai(sandi: str) -> str:
    if sandi.startswith("&"):
        return unescape(sandi)
    try:
        return sandi.encode().decode("unicode-escape")
    except UnicodeDecodeError:
        return ""


def bersih(teks: str) -> str:
    """The text as it is seen: without hidden characters, its blanks made plain."""
    if not _CURIGA.search(teks):
        return teks
    return _CURIGA.sub(lambda m: {"": m[0], SPASI: " "}.get(_kode(m[0]), ""), teks)


def sebut(huruf: str) -> str:
    """'U+202E (pembalik arah tulisan)'."""
    kode = ord(huruf)
    sebutan = _SEBUTAN.get(kode) or _SEBUTAN_KATEGORI.get(unicodedata.category(huruf), "huruf tanpa rupa")
    if unicodedata.bidirectional(huruf) in ("LRE", "RLE", "PDF", "LRI", "RLI", "FSI", "PDI"):
        sebutan = "pengatur arah tulisan"
    return f"U+{kode:04X} ({sebutan})"


def laporkan(temuan: Kumpulan, tempat: Lokasi | str, apa: str, teks: str, ada: list[tuple[int, str]]) -> None:
    """One finding for a cell, a line or a name (`apa`), which holds these characters. None where there are none."""
    if not ada:
        return
    kode = TERSEMBUNYI if any(_kode(h) == TERSEMBUNYI for _, h in ada) else SPASI
    jenis = list(dict.fromkeys(h for _, h in ada))
    daftar = ", ".join(map(sebut, jenis[:BATAS_SEBUT])) + (", …" if len(jenis) > BATAS_SEBUT else "")
    awal, akhir = ada[0][0], ada[0][0] + 1
    sebelum, sesudah = bersih(teks[max(0, awal - SEKITAR) : awal]), bersih(teks[akhir : akhir + SEKITAR])
    letak = f' sesudah "{sebelum}"' if sebelum.strip() else f' di awal, sebelum "{sesudah}"' if sesudah.strip() else ""
    temuan.tambah(kode, tempat, f"{apa} memuat {daftar}{letak}", _obat(apa, jenis))


def _obat(apa: str, jenis: Iterable[str]) -> str:
    if apa != "sel":
        return ""
    rumus = "A1"
    for h in list(jenis)[:BATAS_SEBUT]:
        rumus = f'SUBSTITUTE({rumus};UNICHAR({ord(h)});"{" " if _kode(h) == SPASI else ""}")'
    return f"Ketik ulang sel itu; atau buang hurufnya dengan rumus ={rumus} (A1: sel itu), lalu tempel nilainya."
