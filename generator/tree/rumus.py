r"""A formula's LaTeX -> a checked tree, its words on one line, and the node `Formula`.

Only the small part of LaTeX that docs/panduan.md lists: fractions, words, scripts, sums, brackets that grow and a
handful of signs; `\\` begins a new line. Whatever is not of it raises `RumusSalah`, which says what and where.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.model.angka import Lokasi
from generator.tree.nodes import Formula

BATAS_PANJANG = 4000
BATAS_DALAM = 12

# ---------------------------------------------------------------- tree

Jenis = Literal["kata", "huruf", "tanda", "kurung", "pecahan", "skrip", "jumlah", "apit"]


@dataclass(frozen=True, slots=True)
class Unsur:
    """A piece of a formula. One class for all kinds: each class more costs a build a millisecond.

    | jenis   | teks                                                 | bagian                                          |
    |---------|------------------------------------------------------|-------------------------------------------------|
    | kata    | words or a number, printed upright as they are       |                                                 |
    | huruf   | a variable                                           |                                                 |
    | tanda   | an operator or a relation                            |                                                 |
    | kurung  | a bracket of ordinary size, not always with partner  |                                                 |
    | pecahan |                                                      | above, below                                    |
    | skrip   |                                                      | base, index, power; one of the latter may be () |
    | jumlah  |                                                      | lower limit, upper limit, what is added up      |
    | apit    | both brackets, which grow with what is between them  | that                                            |
    """

    jenis: Jenis
    teks: str = ""
    bagian: tuple[Barisan, ...] = ()


Barisan = tuple[Unsur, ...]

# ---------------------------------------------------------------- language

_TANDA = {
    **{r"\times": "×", r"\div": "÷", r"\cdot": "·", r"\approx": "≈", r"\neq": "≠", r"\leq": "≤", r"\geq": "≥"},
    **{"+": "+", "-": "−", "=": "=", "<": "<", ">": ">", "/": "/", ":": ":"},
    **{c: c for c in "×÷·≈≠≤≥−"},
}
_KATA = {
    **{r"\%": "%", r"\&": "&", r"\#": "#", r"\$": "$", r"\_": "_", r"\ldots": "…", r"\dots": "…", "…": "…"},
    **{r"\,": " ", r"\;": " ", r"\quad": "  ", ",": ", ", ";": "; ", ".": "."},
}
_SUSUNAN = (r"\frac", r"\text", r"\sum", r"\left", r"\right")
PERINTAH = tuple(p for p in (*_SUSUNAN, *_TANDA, *_KATA) if p[0] == "\\")
"""All commands, as written."""
_HARUS_LEPAS = {"%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "*": r"\times", '"': "“…”"}
_JUMLAH = Unsur("jumlah", "", ((), (), ()))  # while its limits and what it adds up are not read
_BATAS_JUMLAH = "+−=≈≠<>≤≥"
_PERINTAH = re.compile(r"\\(?:[A-Za-z]+|\S)")
_BILANGAN = re.compile(r"[0-9]+(?:(?:\{[.,]\}|[.,])[0-9]+)*")
_HURUF = re.compile(r"[^\W\d_]+")


class RumusSalah(Exception):
    """A formula that cannot be read. `pesan` says what is wrong and quotes the place, which is `letak` in its LaTeX.

    `asal` is the cell or line of the formula, where `formula` was told.
    """

    def __init__(self, pesan: str, latex: str, letak: int) -> None:
        dekat = " ".join(latex[letak : letak + 30].split())
        self.pesan = f'{pesan} (karakter ke-{letak + 1}: "{dekat}")' if dekat else f"{pesan} (di akhir rumus)"
        self.letak = letak
        self.asal: Lokasi | None = None
        super().__init__(self.pesan)


def formula(latex: str, asal: Lokasi | None = None) -> Formula:
    """The node of a formula. Raises `RumusSalah`."""
    try:
        baris = urai_rumus(latex)
    except RumusSalah as e:
        e.asal = asal
        raise
    return Formula(" ".join(latex.split()), teks_barisan(tuple(u for b in baris for u in b)), asal)


def urai_rumus(latex: str) -> tuple[Barisan, ...]:
    """The lines of a formula, one at least, none empty. Raises `RumusSalah`."""
    if len(latex) > BATAS_PANJANG:
        raise RumusSalah(f"rumus lebih dari {BATAS_PANJANG} karakter", latex, BATAS_PANJANG)
    return _Pengurai(latex).rumus()


class _Pengurai:
    """Reads from `i` on; every method leaves `i` after what it has read."""

    def __init__(self, latex: str) -> None:
        self.s = latex
        self.i = 0
        self.dalam = 0

    def salah(self, pesan: str, letak: int | None = None) -> RumusSalah:
        return RumusSalah(pesan, self.s, self.i if letak is None else letak)

    def rumus(self) -> tuple[Barisan, ...]:
        baris: list[Barisan] = []
        while True:
            awal = self.i
            baris.append(self.barisan(""))
            if not teks_barisan(baris[-1]):
                lagi = self.i < len(self.s) or len(baris) > 1
                raise self.salah(r"baris rumus kosong; \\ hanya di antara dua baris" if lagi else "rumus kosong", awal)
            if self.i == len(self.s):
                return tuple(baris)
            self.i += 2

    def kini(self) -> str:
        """The command, character or '' at the place reached, blanks skipped."""
        while self.i < len(self.s) and self.s[self.i].isspace():
            self.i += 1
        perintah = _PERINTAH.match(self.s, self.i)
        if perintah:
            return perintah[0]
        if self.s[self.i : self.i + 1] == "\\":
            raise self.salah("perintah tanpa nama")
        return self.s[self.i : self.i + 1]

    def barisan(self, penutup: str) -> Barisan:
        r"""All up to `penutup`, which is '}', '\right' or, on the outermost level, '' for the end of a line."""
        awal, isi = self.i, list[Unsur]()
        while (kini := self.kini()) != penutup:
            if kini == "":
                pesan = "kurung kurawal { tidak ditutup" if penutup == "}" else r"\left tanpa \right"
                raise self.salah(pesan, awal - len("{" if penutup == "}" else r"\left("))
            if kini == "\\\\":
                if penutup:
                    raise self.salah(r"\\ tidak boleh di dalam kurung yang belum ditutup")
                break
            if kini == "}":
                raise self.salah("kurung kurawal } tanpa pembuka")
            if kini == r"\right":
                raise self.salah(r"\right tanpa \left")
            if kini in ("^", "_"):
                raise self.salah(f"tanda {kini} tidak didahului apa pun")
            isi += self.berskrip()
        return _isi_jumlah(_rapat(isi), self, awal)

    def berskrip(self) -> Barisan:
        """One thing with its index and power."""
        awal = self.i
        dasar = self.satu(self.kini())
        skrip: dict[str, Barisan] = {}
        while (kini := self.kini()) in ("^", "_"):
            if kini in skrip:
                raise self.salah(f"tanda {kini} dua kali pada hal yang sama")
            self.i += 1
            skrip[kini] = self.argumen(kini, tunggal=True)
        bawah, atas = skrip.get("_", ()), skrip.get("^", ())
        if dasar == (_JUMLAH,):
            return (Unsur("jumlah", "", (bawah, atas, ())),)
        if not skrip:
            return dasar
        if dasar[-1].jenis == "tanda":
            raise self.salah(f'tanda "{dasar[-1].teks}" tidak dapat diberi pangkat atau indeks', awal)
        return (Unsur("skrip", "", (dasar, bawah, atas)),)

    def satu(self, kini: str) -> Barisan:
        awal = self.i
        if kini == "{":
            return self.argumen("kelompok", tunggal=False)
        if bilangan := _BILANGAN.match(self.s, self.i):
            self.i = bilangan.end()
            return (Unsur("kata", re.sub(r"[{}]", "", bilangan[0])),)
        if huruf := _HURUF.match(self.s, self.i):
            if len(huruf[0]) > 2:
                raise self.salah(rf'kata "{huruf[0]}" harus ditulis di dalam \text{{…}}')
            self.i += 1
            return (Unsur("huruf", huruf[0][0]),)
        self.i += len(kini)
        if kini in _TANDA:
            return (Unsur("tanda", _TANDA[kini]),)
        if kini in _KATA:
            return (Unsur("kata", _KATA[kini]),)
        if kini in ("(", ")", "[", "]"):
            return (Unsur("kurung", kini),)
        if kini == r"\sum":
            return (_JUMLAH,)
        if kini == r"\text":
            return (Unsur("kata", self.teks()),)
        if kini == r"\frac":
            return (Unsur("pecahan", "", (self.argumen(r"\frac"), self.argumen(r"\frac"))),)
        if kini == r"\left":
            return (self.apit(awal),)
        raise self.salah(_asing(kini), awal)

    def argumen(self, milik: str, *, tunggal: bool = False) -> Barisan:
        """What stands in braces after `milik`; with `tunggal` one character will do."""
        kini = self.kini()
        if kini != "{":
            if not tunggal:
                raise self.salah(f"{milik} harus diikuti {{…}}{{…}}")
            if kini in ("", "}", "^", "_", "\\\\", r"\right"):
                raise self.salah(f"tanda {milik} harus diikuti {{…}}")
            if re.match(r"[0-9][0-9]|[^\W\d_]{2}", self.s[self.i : self.i + 2]):
                raise self.salah(f"lebih dari satu huruf sesudah {milik} harus ditulis di dalam {{…}}")
            return self.satu(kini)
        awal = self.i
        self.i += 1
        self.dalam += 1
        if self.dalam > BATAS_DALAM:
            raise self.salah("kurung terlalu banyak lapisnya", awal)
        isi = self.barisan("}")
        if not teks_barisan(isi):
            raise self.salah("kurung kurawal {} kosong", awal)
        self.i += 1
        self.dalam -= 1
        return isi

    def teks(self) -> str:
        r"""The words of \text{…}; the signs that LaTeX keeps for itself have a backslash before them."""
        if self.kini() != "{":
            raise self.salah(r"\text harus diikuti {…}")
        awal = self.i
        self.i += 1
        hasil = ""
        while (c := self.s[self.i : self.i + 1]) != "}":
            if c == "\\":
                perintah = self.kini()
                c = _KATA.get(perintah, "")
                if not c:
                    raise self.salah(rf"perintah {perintah} tidak boleh di dalam \text{{…}}")
                self.i += len(perintah) - 1
            elif c in _HARUS_LEPAS and c != "*":
                raise self.salah(f"{c} ditulis {_HARUS_LEPAS[c]}")
            elif c == "{" or c == "":
                raise self.salah(r"kurung kurawal { pada \text tidak ditutup", awal)
            self.i += 1
            hasil += c
        self.i += 1
        if not hasil:
            raise self.salah(r"\text{} kosong", awal)
        return re.sub(r"\s+", " ", hasil)

    def apit(self, awal: int) -> Unsur:
        self.dalam += 1
        if self.dalam > BATAS_DALAM:
            raise self.salah("kurung terlalu banyak lapisnya", awal)
        buka = self.pengapit("([", r"\left")
        isi = self.barisan(r"\right")
        self.i += len(r"\right")
        tutup = self.pengapit(")]", r"\right")
        self.dalam -= 1
        if not teks_barisan(isi):
            raise self.salah(r"tidak ada isi di antara \left dan \right", awal)
        return Unsur("apit", buka + tutup, (isi,))

    def pengapit(self, pilihan: str, milik: str) -> str:
        kini = self.kini()
        if not kini or kini not in pilihan:
            raise self.salah(f"{milik} harus diikuti {' atau '.join(pilihan)}")
        self.i += 1
        return kini


def _asing(kini: str) -> str:
    """What to say of something that is not of the language."""
    if kini in _HARUS_LEPAS:
        return f"{kini} ditulis {_HARUS_LEPAS[kini]}"
    if kini[0] != "\\":
        return f'tanda "{kini}" tidak didukung dalam rumus'
    import difflib

    dekat = difflib.get_close_matches(kini, PERINTAH, 1)
    saran = f"maksudnya {dekat[0]}?" if dekat else f"yang dikenal: {' '.join(p for p in PERINTAH if p[1].isalpha())}"
    return f"perintah {kini} tidak dikenal; {saran}"


def _rapat(isi: list[Unsur]) -> list[Unsur]:
    """Neighbouring words joined: 100 and % are '100%'."""
    hasil: list[Unsur] = []
    for u in isi:
        if u.jenis == "kata" and hasil and hasil[-1].jenis == "kata":
            hasil[-1] = Unsur("kata", hasil[-1].teks + u.teks)
        else:
            hasil.append(u)
    return hasil


def _isi_jumlah(isi: list[Unsur], p: _Pengurai, awal: int) -> Barisan:
    """Every sum with what it adds up: all factors up to the next plus, minus or relation.

    The last one first, so that a sum may stand within a sum.
    """
    for k in range(len(isi) - 1, -1, -1):
        if isi[k].jenis != "jumlah" or isi[k].bagian[2]:
            continue
        akhir = k + 1
        while akhir < len(isi) and not (isi[akhir].jenis == "tanda" and isi[akhir].teks in _BATAS_JUMLAH):
            akhir += 1
        if akhir == k + 1:
            raise p.salah(r"tidak ada yang dijumlahkan sesudah \sum", max(p.s.find(r"\sum", awal), awal))
        isi[k:akhir] = [Unsur("jumlah", "", (*isi[k].bagian[:2], tuple(isi[k + 1 : akhir])))]
    return tuple(isi)


# ---------------------------------------------------------------- words


def teks_barisan(isi: Barisan) -> str:
    """The formula on one line, as one would read it: '(a / b) × 100%', 'x pangkat 2', 'jumlah x_i untuk i = 1'."""
    hasil = ""
    for u in isi:
        if u.jenis == "tanda":
            hasil += u.teks if hasil.endswith(("(", "[")) else f" {u.teks} "
        elif u.bagian:
            hasil += (" " if hasil[-1:].isalnum() else "") + _teks_susunan(u)
        else:
            hasil += u.teks
    return " ".join(hasil.split())


def _teks_susunan(u: Unsur) -> str:
    match u:
        case Unsur("pecahan", _, (atas, bawah)):
            return f"({_sebagai_satu(atas)} / {_sebagai_satu(bawah)})"
        case Unsur("skrip", _, (dasar, bawah, atas)):
            indeks = f"_{_sebagai_satu(bawah)}" if bawah else ""
            return _sebagai_satu(dasar) + indeks + (f" pangkat {_sebagai_satu(atas)}" if atas else "")
        case Unsur("jumlah", _, (bawah, atas, isi)):
            dari = f" untuk {teks_barisan(bawah)}" if bawah else ""
            return f"jumlah {_sebagai_satu(isi)}{dari}" + (f" sampai {teks_barisan(atas)}" if atas else "")
        case Unsur("apit", kurung, (isi,)):
            sudah = len(isi) == 1 and isi[0].jenis == "pecahan" and kurung == "()"
            return teks_barisan(isi) if sudah else f"{kurung[0]}{teks_barisan(isi)}{kurung[1]}"
    raise AssertionError(u)


def _sebagai_satu(isi: Barisan) -> str:
    """In brackets when it holds an operator or a sum."""
    teks = teks_barisan(isi)
    return f"({teks})" if any(u.jenis in ("tanda", "jumlah") for u in isi) else teks
