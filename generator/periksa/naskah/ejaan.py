"""Rules over chapters and cells: words that no dictionary knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.lokasi import Lokasi
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ejaan_nama import kata_varian
from generator.periksa.naskah.kamus import KATA, Kamus, folder_kamus, kamus
from generator.periksa.naskah.ketikan import Potongan, semua_potongan
from generator.temuan import Temuan

aturan = Rumpun("Ejaan", "Kata yang tidak dikenal kamus bahasa Indonesia.")


_DUA_KAPITAL = re.compile(r"[A-Z]{2}[a-z]{2,}")  # 'SInergi'
_TAK_DIPERIKSA = frozenset(
    (
        "profil.lintang",
        "profil.bujur",
        "pejabat.nama",
        "pejabat.golongan",
        "pejabat.pangkat",
        "kerangka_bagian.memuat",
        "kerangka_renja.memuat",
        "tahun_luar.buku",
    )
)


@aturan(
    "kata-tak-dikenal",
    "peringatan",
    arti="Sebuah kata tidak dikenal kamus bahasa Indonesia.",
    obat="Perbaiki ejaannya; kata yang benar ditambahkan ke content/kamus.txt, istilah asing ditulis *miring*.",
    salah="Meningktanya layanan terasa.",
    baik="Meningkatnya layanan terasa.",
)
def kata_tak_dikenal(b: Bahan) -> Iterator[Temuan]:
    """Words that neither the Indonesian dictionary nor content/kamus.txt knows: one finding a word, at its first place.

    Abbreviations in capitals, words with digits, emphasised foreign words and names in the workbooks are none.
    """
    k = kamus(b)
    if k is None:
        return
    semua = [p for p in semua_potongan(b) if p.medan not in _TAK_DIPERIKSA]
    kata = Counter(w for p in semua for w in KATA.findall(p.tanpa_asing))
    curiga = {w for w in kata if len(w) > 2 and _salah(w, k)}
    judul = {w for w in kata if len(w) > 5 and w.isupper() and not k.kenal(w)}
    dikenal = {w.lower() for w in kata} - {w.lower() for w in curiga}
    ada: dict[str, tuple[str, Lokasi, int]] = {}
    for p in semua if curiga or judul else ():
        for m in _kata(p, curiga, judul):
            tertulis, tempat, banyak = ada.get(m[0].lower(), (m[0], p.tempat(m.start()), 0))
            ada[m[0].lower()] = (tertulis, tempat, banyak + 1)
    varian = kata_varian(b)
    nama = str(b.isi.profil.nama).lower()  # within a word: the rule of left-overs
    for w, (tertulis, tempat, banyak) in ada.items():
        if w not in varian and (nama not in w or k.umum(nama)):
            usul = w if _DUA_KAPITAL.fullmatch(tertulis) and k.kenal(w) else k.usul(w, dikenal)
            kali = f" ({banyak} kali)" if banyak > 1 else ""
            pesan = f'kata "{tertulis}"{kali} tidak dikenal kamus' + (f'; maksudnya "{usul}"?' if usul else "")
            yield kata_tak_dikenal.temuan(tempat, pesan, pokok=w)


def _salah(kata: str, k: Kamus) -> bool:
    """Whether a word is one to report: no abbreviation, and unknown or with two capitals to begin with."""
    if _DUA_KAPITAL.fullmatch(kata):
        return True
    if kata.isupper() or not (kata[1:].islower() or re.search("[-’']", kata)) or k.kenal(kata):
        return False
    return not all(x.isupper() or len(x) < 3 or k.kenal(x) for x in re.split("[-’']", kata))


def _kata(p: Potongan, curiga: set[str], judul: set[str]) -> Iterator[re.Match[str]]:
    """The words of a piece that are among those to report; abbreviations only in a heading in capitals."""
    teks = p.tanpa_asing
    kapital = sum(map(str.isupper, teks)) > 2 * sum(map(str.islower, teks))
    for m in KATA.finditer(teks):
        if (m[0] in curiga or (kapital and m[0] in judul)) and not _melekat(teks, m):
            yield m


def _melekat(teks: str, m: re.Match[str]) -> bool:
    """Whether a digit or a sign that makes it no word stands beside it: 'PBB-P2', 'km²', an address."""
    sebelum, sesudah = teks[m.start() - 1 : m.start()], teks[m.end() : m.end() + 1]
    return any(c.isalnum() or c in "²³½@_" for c in (sebelum, sesudah) if c)


@aturan(
    "kamus-tidak-ada",
    "peringatan",
    arti="Ejaan tidak dapat diperiksa.",
    obat="Pasang kamusnya: sudo apt-get install hunspell-id, lalu ulangi.",
    salah="hunspell-id belum dipasang",
    baik="sudo apt-get install hunspell-id",
)
def kamus_tidak_ada(b: Bahan) -> Iterator[Temuan]:
    """Spelling cannot be checked: the dictionary of Indonesian, or the library that reads it, is not installed."""
    if kamus(b) is None:
        apa = "pustaka chunspell" if folder_kamus() else "kamus hunspell id_ID"
        yield kamus_tidak_ada.temuan(
            Lokasi("content/kamus.txt"), f"ejaan tidak diperiksa karena {apa} tidak ada", pokok="kamus"
        )
