"""The Indonesian dictionary: Debian's hunspell id_ID, the project's own words, and the names in the workbooks.

Read through chunspell, which brings libhunspell. Without library or dictionary `kamus` gives None.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from generator.model.angka import Teks
from generator.periksa.bahan import Bahan

FOLDER = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "~/Library/Spelling",
    "/Library/Spelling",
    "/usr/lib/libreoffice/share/extensions/dict-id",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-id",
    "C:/Program Files/LibreOffice/share/extensions/dict-id",
)
BERKAS = "id_ID"
_HURUF = r"[^\W\d_²³¹¼½¾]"
KATA = re.compile(rf"{_HURUF}+(?:['’-]{_HURUF}+)*")
# joined to the word that follows (EYD V); the dictionary has only some of their words
BENTUK_TERIKAT = re.compile(
    r"(?:adi|antar|ekstra|infra|inter|intra|kontra|makro|maha|mikro|mono|multi|non|para|pasca|poli|pra|pro|sub|super"
    r"|supra|swa|tele|trans|tri|tuna)(?=[a-z]{4})"
)
AKHIRAN = re.compile(r"(?:nya|lah|kah|pun|ku|mu)$")
ABJAD = "abcdefghijklmnopqrstuvwxyz"

TERPANJANG = 60  # letters of a word for which another is proposed


class Kamus:
    """Knows words. `kata`: further words, in small letters."""

    def __init__(self, hunspell: Any, kata: frozenset[str]) -> None:
        self._hunspell, self._kata = hunspell, kata
        self._ingatan: dict[str, bool] = {}
        self._terbaca: dict[str, bool] = {}

    def kenal(self, kata: str) -> bool:
        """Whether a word, or each part of a compound with hyphens, is known; capitals do not matter."""
        kecil = kata.replace("’", "'").lower()
        if kecil not in self._ingatan:
            self._ingatan[kecil] = self._ada(kecil) or ("-" in kecil and all(map(self.kenal, kecil.split("-"))))
        return self._ingatan[kecil]

    def umum(self, kata: str) -> bool:
        """Whether it is an ordinary word: in the dictionary itself, in small letters."""
        return self._ejaan(kata.lower())

    def _ada(self, kata: str) -> bool:
        if self._dasar(kata):
            return True
        terikat = BENTUK_TERIKAT.match(kata)
        if terikat and self._ejaan(kata[terikat.end() :]):
            return True
        akar = AKHIRAN.sub("", kata)
        return len(akar) > 3 and akar != kata and self._dasar(akar)

    def _dasar(self, kata: str) -> bool:
        """A word of a list, or the passive of a verb of a list: 'dihimpun' of 'menghimpun'."""
        if kata in self._kata or self._ejaan(kata):
            return True
        pasif = re.match(r"di|ter", kata)
        if not pasif or len(kata) < 6:
            return False
        aktif = _aktif(kata[pasif.end() :])
        return aktif in self._kata or self._ejaan(aktif)

    def _ejaan(self, kata: str) -> bool:
        if kata not in self._terbaca:
            try:
                self._terbaca[kata] = bool(self._hunspell.spell(kata))
            except UnicodeEncodeError:  # a letter that the dictionary's encoding lacks
                self._terbaca[kata] = False
        return self._terbaca[kata]

    def usul(self, kata: str, dikenal: Collection[str] = ()) -> str:
        """The word meant, or '': one of `dikenal` (words of the document) that is much alike, or one a letter away."""
        if len(kata) > TERPANJANG:
            return ""
        kata = kata.lower()
        calon = [k for k in dikenal if k[0] == kata[0] and abs(len(k) - len(kata)) < 4 and self.kenal(k)]
        dekat = get_close_matches(kata, calon, 1, 0.86)
        return dekat[0] if dekat else next((c for c in _selang_satu(kata) if self._ejaan(c)), "")


def _aktif(dasar: str) -> str:
    """The verb with me-: 'himpun' -> 'menghimpun', 'susun' -> 'menyusun'."""
    awal, sisa = dasar[0], dasar[1:]
    if awal in "lmnrwy":
        return f"me{dasar}"
    if awal in "bfv" or (awal == "p" and dasar.startswith("per")):
        return f"mem{dasar}"
    if awal in "cdjz":
        return f"men{dasar}"
    return {"p": f"mem{sisa}", "t": f"men{sisa}", "s": f"meny{sisa}", "k": f"meng{sisa}"}.get(awal, f"meng{dasar}")


def _selang_satu(kata: str) -> Iterator[str]:
    """Every word that is one letter away: two swapped, one too many, one too few, one changed."""
    belah = [(kata[:i], kata[i:]) for i in range(len(kata) + 1)]
    yield from (f"{a}{b[1]}{b[0]}{b[2:]}" for a, b in belah if len(b) > 1)
    yield from (a + b[1:] for a, b in belah if b)
    yield from (a + h + b for a, b in belah for h in ABJAD)
    yield from (a + h + b[1:] for a, b in belah if b for h in ABJAD)


def kamus(b: Bahan) -> Kamus | None:
    """The dictionary with the project's words and the proper names of the data; None if there is none."""
    return b.ingat("kamus", lambda: _buka(b))


def _buka(b: Bahan) -> Kamus | None:
    folder = folder_kamus()
    if folder is None:
        return None
    try:
        from hunspell import Hunspell
    except ImportError:
        return None
    kata = {*b.kamus, *(k.lower() for nama in nama_diri(b) for k in KATA.findall(nama))}
    return Kamus(Hunspell(BERKAS, hunspell_data_dir=str(folder), system_encoding="UTF-8"), frozenset(kata))


def folder_kamus() -> Path | None:
    """The folder with the dictionary: that of RENSTRA_KAMUS, else the first known one that has it."""
    paksa = os.environ.get("RENSTRA_KAMUS")
    calon = (Path(f).expanduser() for f in ((paksa,) if paksa else FOLDER))
    return next((f for f in calon if (f / f"{BERKAS}.dic").is_file() and (f / f"{BERKAS}.aff").is_file()), None)


def nama_diri(b: Bahan) -> Iterable[str]:
    """Names of places, persons and partners in the workbooks."""
    isi, p = b.isi, b.isi.profil
    yield from (p.perangkat_daerah, p.nama, p.daerah, p.nama_daerah, p.provinsi, p.tempat)
    yield from (d.nama for d in isi.desa)
    yield from (w.wilayah for w in isi.batas)
    yield from (j.nama for j in isi.pejabat)
    yield from (m.nama for m in isi.mitra)
    yield from (n.nama for n in isi.nama_lain)
    yield from (Teks(n) for n in b.lain)
