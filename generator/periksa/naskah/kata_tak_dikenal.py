"""Words that neither the Indonesian dictionary nor content/kamus.txt knows: one finding a word, at its first place.

Abbreviations in capitals, words with digits, emphasised foreign words and names in the workbooks are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.kamus import KATA, Kamus, kamus
from generator.periksa.naskah.ketikan import Potongan, semua_potongan
from generator.temuan import Temuan

KODE = "kata-tak-dikenal"
_DUA_KAPITAL = re.compile(r"[A-Z]{2}[a-z]{2,}")  # 'SInergi'
_TAK_DIPERIKSA = frozenset({"profil.lintang", "profil.bujur", "pejabat.nama", "pejabat.golongan", "pejabat.pangkat"})


def periksa(b: Bahan) -> Iterator[Temuan]:
    k = kamus(b)
    if k is None:
        return
    ada: dict[str, tuple[str, str, int]] = {}
    for p in semua_potongan(b):
        if p.medan in _TAK_DIPERIKSA:
            continue
        for m in _kata(p, k):
            tertulis, tempat, banyak = ada.get(m[0].lower(), (m[0], str(p.tempat(m.start())), 0))
            ada[m[0].lower()] = (tertulis, tempat, banyak + 1)
    for kata, (tertulis, tempat, banyak) in ada.items():
        usul = k.usul(kata)
        kali = f" ({banyak} kali)" if banyak > 1 else ""
        pesan = f'kata "{tertulis}"{kali} tidak dikenal kamus' + (f'; maksudnya "{usul}"?' if usul else "")
        yield Temuan(KODE, tempat, pesan, pokok=kata)


def _kata(p: Potongan, k: Kamus) -> Iterator[re.Match[str]]:
    """The unknown words of a piece."""
    teks = p.tanpa_asing
    kapital = sum(map(str.isupper, teks)) > 2 * sum(map(str.islower, teks))  # a heading in capitals
    for m in KATA.finditer(teks):
        kata = m[0]
        if len(kata) < 3 or _melekat(teks, m):
            continue
        if kata.isupper():
            if kapital and len(kata) > 5 and not k.kenal(kata):
                yield m
        elif kata[1:].islower() or "-" in kata or "'" in kata or "’" in kata:
            if not all(x.isupper() or len(x) < 3 or k.kenal(x) for x in re.split("[-’']", kata)) and not k.kenal(kata):
                yield m
        elif _DUA_KAPITAL.fullmatch(kata):
            yield m


def _melekat(teks: str, m: re.Match[str]) -> bool:
    """Whether a digit or a sign that makes it no word stands beside it: 'PBB-P2', 'km²', an address."""
    sebelum, sesudah = teks[m.start() - 1 : m.start()], teks[m.end() : m.end() + 1]
    return any(c.isalnum() or c in "²³½@_" for c in (sebelum, sesudah) if c)
