"""Two spellings of one official name, in chapters or cells: Ketentraman / Ketenteraman, Baperida / Bapperida.

What a workbook's official row says governs. Four looks: words that are the same but for known variants; words written
apart or together; a word that differs by a letter or two where its neighbours are those of an official name; and a
sub kegiatan whose name and output differ by one word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.kamus import KATA, Kamus, kamus
from generator.periksa.naskah.ketikan import NILAI, Potongan, semua_potongan
from generator.periksa.naskah.nama import nama_panjang, nama_tempat_jabatan
from generator.temuan import Temuan

KODE = "ejaan-nama"
_VARIAN = (
    *(("nter", "ntr"), ("ifitas", "ivitas"), ("pedesaan", "perdesaan"), ("ijin", "izin"), ("propinsi", "provinsi")),
    *(("-", ""), ("praktek", "praktik"), ("obyek", "objek"), ("sistim", "sistem"), ("kwalitas", "kualitas")),
)

_TOKEN = re.compile(rf"{KATA.pattern}|[.,;:()/“”\"{NILAI}]")
BATAS = ""  # stands in a sequence of words where a sentence, a value or a bracket parts them


@dataclass(frozen=True, slots=True)
class Kata:
    """A word of a text, in small letters and as written. """

    kecil: str
    tulis: str
    letak: int


@dataclass
class Resmi:
    """The official names: their words, pairs of words, and which word stands between or beside which."""

    asal: dict[str, str] = field(default_factory=dict)
    hitungan: Counter[str] = field(default_factory=Counter)
    pasangan: dict[tuple[str, str], str] = field(default_factory=dict)
    konteks: dict[tuple[str, str, str], set[str]] = field(default_factory=dict)
    lompat: dict[tuple[str, str, str, str], str] = field(default_factory=dict)
    empat: set[tuple[str, ...]] = field(default_factory=set)

    def tambah(self, nama: str) -> None:
        kata = [k.kecil for k in _kata(nama)]
        for k in kata:
            if k:
                self.hitungan[k] += 1
                self.asal.setdefault(k, nama)
        for i in range(len(kata) - 1):
            self.pasangan.setdefault((kata[i], kata[i + 1]), nama)
        for a, x, c in zip(kata, kata[1:], kata[2:], strict=False):
            for kunci, isi in (((a, "_", c), x), (("_", x, c), a), ((a, x, "_"), c)):
                if BATAS not in (*kunci, isi):
                    self.konteks.setdefault(kunci, set()).add(isi)
        for i in range(len(kata) - 4):
            a, x, hilang, c, d = kata[i : i + 5]
            if BATAS not in kata[i : i + 5]:
                self.lompat[a, x, c, d] = hilang
        self.empat.update(zip(kata, kata[1:], kata[2:], kata[3:], strict=False))


def periksa(b: Bahan) -> Iterator[Temuan]:
    yield from varian(b)


def kata_varian(b: Bahan) -> frozenset[str]:
    """The words reported here, which need not be reported as unknown too."""
    return frozenset(kata for t in varian(b) for kata in t.pokok.split())


def varian(b: Bahan) -> tuple[Temuan, ...]:
    return b.ingat("varian nama", lambda: tuple({t.pokok: t for t in (*_dalam_teks(b), *_senama(b))}.values()))


def _resmi(b: Bahan) -> Resmi:
    r = Resmi()
    for nama, _ in (*nama_tempat_jabatan(b), *nama_panjang(b)):
        r.tambah(nama)
    return r


# ---------------------------------------------------------------- words in texts


def _dalam_teks(b: Bahan) -> Iterator[Temuan]:
    r, k = _resmi(b), kamus(b)
    kunci = _kunci_resmi(r, k)
    diri = {o for o in r.hitungan if len(o) > 5 and k is not None and not k.umum(o)}
    for p in semua_potongan(b):
        kata = _kata(p.teks)
        for i, w in enumerate(kata):
            if not w.kecil:
                continue
            resmi = _baku(w.kecil, r, kunci, diri, k) or _serangkai(kata, i, r) or _menurut_konteks(kata, i, r, k)
            if resmi:
                yield _temuan(p, w, *resmi)
        for i in range(len(kata) - 3):
            empat = tuple(x.kecil for x in kata[i : i + 4])
            hilang = r.lompat.get(empat)  # type: ignore[arg-type]
            if hilang and empat not in r.empat and len(hilang) > 4:
                ada, mesti = " ".join(empat), " ".join((*empat[:2], hilang, *empat[2:]))
                yield _temuan(p, kata[i], ada, mesti, r.asal[hilang])


def _temuan(p: Potongan, w: Kata, tertulis: str, resmi: str, nama: str) -> Temuan:
    pesan = f'"{tertulis}" di sini, "{resmi}" dalam nama resmi "{nama}"'
    return Temuan(KODE, str(p.tempat(w.letak)), pesan, f'Samakan menjadi "{resmi}".', tertulis)


def _kunci_resmi(r: Resmi, k: Kamus | None) -> dict[str, str]:
    """Normal form to the official spelling; of two official ones that which the dictionary knows, or the more frequent."""
    hasil: dict[str, str] = {}
    for kata, banyak in sorted(r.hitungan.items(), key=lambda h: (k is None or not k.umum(h[0]), -h[1])):
        if banyak:
            hasil.setdefault(_normal(kata), kata)
    return hasil


def _normal(kata: str) -> str:
    for dari, menjadi in _VARIAN:
        if dari in kata:
            kata = kata.replace(dari, menjadi)
    return kata


def _baku(
    kata: str, r: Resmi, kunci: dict[str, str], diri: set[str], k: Kamus | None
) -> tuple[str, str, str] | None:
    """(written, official, name) when the word is a variant of an official one."""
    if len(kata) < 4:
        return None
    resmi = kunci.get(_normal(kata))
    if resmi and resmi != kata:
        return kata, resmi, r.asal[resmi]
    if kata in r.hitungan or k is None or k.umum(kata):
        return None
    # an unknown word one letter away from a proper name: no dictionary can propose it
    for o in diri:
        if abs(len(o) - len(kata)) < 2 and _jarak_satu(o, kata) and not k.kenal(kata):
            return kata, o, r.asal[o]
    return None


def _serangkai(kata: Sequence[Kata], i: int, r: Resmi) -> tuple[str, str, str] | None:
    """Two words that an official name writes as one, or one that it writes as two."""
    a = kata[i].kecil
    c = kata[i + 1].kecil if i + 1 < len(kata) else BATAS
    satu = a + c
    if c and len(a) > 2 and len(c) > 2 and satu in r.hitungan and (a, c) not in r.pasangan:
        return f"{a} {c}", satu, r.asal[satu]
    polos = a.replace("-", "")
    if len(polos) > 6 and a not in r.hitungan:
        for j in range(3, len(polos) - 2):
            if (polos[:j], polos[j:]) in r.pasangan:
                return a, f"{polos[:j]} {polos[j:]}", r.pasangan[polos[:j], polos[j:]]
    return None


def _menurut_konteks(kata: Sequence[Kata], i: int, r: Resmi, k: Kamus | None) -> tuple[str, str, str] | None:
    """A word that differs a little from the one that official names have between, before or behind these two words."""
    w = kata[i]
    if len(w.kecil) < 3:
        return None

    def di(j: int) -> str:
        return kata[j].kecil if 0 <= j < len(kata) else BATAS

    for kunci in ((di(i - 1), "_", di(i + 1)), ("_", di(i + 1), di(i + 2)), (di(i - 2), di(i - 1), "_")):
        calon = r.konteks.get(kunci, ()) if BATAS not in kunci else ()
        if not calon or w.kecil in calon:
            continue
        for c in calon:
            if _mirip(w, c, k) and not (w.kecil in r.hitungan and c in r.hitungan and k and k.umum(w.kecil)):
                rangka = {"_": (w.kecil, c)}
                ada = " ".join(rangka.get(x, (x, x))[0] for x in kunci)
                mesti = " ".join(rangka.get(x, (x, x))[1] for x in kunci)
                return ada, mesti, r.asal[c]
    return None


def _mirip(w: Kata, resmi: str, k: Kamus | None) -> bool:
    """One letter apart; abbreviations of three letters too. Two ordinary words that are alike are two words."""
    if w.kecil.removesuffix("nya") == resmi.removesuffix("nya") or {w.kecil[:2], resmi[:2]} == {"me", "di"}:
        return False
    if k is not None and len(w.kecil) > 3 and k.umum(w.kecil) and k.umum(resmi):
        return False
    return (len(w.kecil) > 5 or w.tulis.replace("-", "").isupper()) and _jarak_satu(w.kecil, resmi)


def _jarak_satu(a: str, b: str) -> bool:
    """Whether one letter was changed, left out, added, or swapped with its neighbour."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])
    pendek, panjang = sorted((a, b), key=len)
    return pendek[i:] == panjang[i + 1 :]


def _kata(teks: str) -> list[Kata]:
    """The words of a text with `BATAS` for what parts them."""
    return [
        Kata(BATAS if len(m[0]) == 1 and not m[0].isalpha() else m[0].lower(), m[0], m.start())
        for m in _TOKEN.finditer(teks)
    ]


# ---------------------------------------------------------------- name and output of one code


def _senama(b: Bahan) -> Iterator[Temuan]:
    """'Penyediaan Bahan Logistik' beside 'Tersedianya Bahan Logistik Kantor': one word more, less or changed."""
    nama = {n.kode: n.nama for n in b.isi.nomenklatur}
    for r in b.isi.rencana:
        n = nama.get(r.kode)
        if n is None:
            continue
        inti, uraian = n.split()[1:], r.uraian.split()[1:]
        beda = _satu_beda([_akar(w) for w in inti], [_akar(w) for w in uraian])
        if len(inti) > 2 and beda is not None:
            pesan = f'nama {r.kode} "{n}" dan uraiannya "{r.uraian}" berbeda satu kata'
            yield Temuan(KODE, str(n.asal[0]), pesan, "Samakan menurut nomenklatur resmi.", str(r.kode))


def _akar(kata: str) -> str:
    return kata.lower().strip(",;").removesuffix("nya")


def _satu_beda(a: Sequence[str], b: Sequence[str]) -> int | None:
    """Where two sequences differ by one word, or None when they are equal or differ by more."""
    if a == b or abs(len(a) - len(b)) > 1:
        return None
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return i if a[i + 1 :] == b[i + 1 :] else None
    pendek, panjang = sorted((a, b), key=len)
    return i if pendek[i:] == panjang[i + 1 :] else None
