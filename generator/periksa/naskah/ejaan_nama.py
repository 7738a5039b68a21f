"""Rules over chapters and cells: official names spelled in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from generator.model.angka import Teks
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.naskah.kamus import KATA, Kamus, kamus
from generator.periksa.naskah.ketikan import NILAI, Potongan, semua_potongan
from generator.periksa.naskah.nama_resmi import nama_panjang, nama_tempat_jabatan
from generator.temuan import Temuan

aturan = Rumpun("Ejaan nama resmi", "Nama resmi yang ditulis dengan dua ejaan, dalam naskah dan dalam sel.")


_VARIAN = (
    *(("-", ""), ("nter", "ntr"), ("ifitas", "ivitas"), ("pedesaan", "perdesaan"), ("ijin", "izin")),
    *(("propinsi", "provinsi"), ("praktek", "praktik"), ("obyek", "objek"), ("sistim", "sistem")),
)
_TOKEN = re.compile(rf"{KATA.pattern}|[.,;:()“”\"{NILAI}]")
_KATA_TUGAS = frozenset(
    ["dan", "atau", "yang", "di", "pada", "dalam", "serta", "untuk", "dengan", "oleh", "ke", "dari", "beserta"]
)
_TAK_DIPERIKSA = ("kerangka_bagian.memuat", "kerangka_renja.memuat", "tahun_luar.buku")
BATAS = ""  # stands in a row of words where a sentence, a value or a bracket parts them


@dataclass
class Resmi:
    """The official names by word, pair of words, and neighbours. Words in small letters.

    `konteks`: the words that stand at '_' beside two others; `lompat`: the word between two pairs.
    """

    nama: dict[str, str] = field(default_factory=dict)
    hitungan: Counter[str] = field(default_factory=Counter)
    pasangan: Counter[tuple[str, str]] = field(default_factory=Counter)
    konteks: dict[tuple[str, str, str], set[str]] = field(default_factory=dict)
    lompat: dict[tuple[str, str, str, str], tuple[str, str]] = field(default_factory=dict)
    rapat: set[tuple[str, str, str, str]] = field(default_factory=set)

    def tambah(self, nama: str, *, sebutan: bool) -> None:
        """`sebutan`: a name of a thing, in which no word may be left out; not a sentence."""
        kata = [k.lower() for k in _token(nama)]
        for k in kata:
            if k:
                self.hitungan[k] += 1
                self.nama.setdefault(k, nama)
        self.pasangan.update(pairwise(kata))
        for a, x, c in zip(kata, kata[1:], kata[2:], strict=False):
            if a and x and c:
                for kunci, isi in (((a, "_", c), x), (("_", x, c), a), ((a, x, "_"), c)):
                    self.konteks.setdefault(kunci, set()).add(isi)
        self.rapat.update(zip(kata, kata[1:], kata[2:], kata[3:], strict=False))
        for a, x, hilang, c, d in zip(kata, kata[1:], kata[2:], kata[3:], kata[4:], strict=False):
            if sebutan and all((a, x, hilang, c, d)) and len(hilang) > 4:
                self.lompat[a, x, c, d] = (hilang, nama)


@aturan(
    "ejaan-nama",
    "peringatan",
    arti="Sebuah nama resmi ditulis dengan dua ejaan.",
    obat="Samakan dengan ejaan nama resmi di buku kerjanya.",
    salah="Program Pembinaan Perpustakaaan berjalan.",
    baik="Program Pembinaan Perpustakaan berjalan.",
)
def ejaan_nama(b: Bahan) -> Iterator[Temuan]:
    """Two spellings of one official name, in chapters or cells: Ketentraman / Ketenteraman, Baperida / Bapperida.

    What a workbook's official row says governs. Looked at: words that are the same but for known variants; words
    written apart or together; a word a letter away where its neighbours are those of an official name, and one that is
    missing there; and two texts of one code, such as the name and the output of a sub kegiatan, that differ by one
    word.
    """
    yield from varian(b)


def kata_varian(b: Bahan) -> frozenset[str]:
    """The words reported here, which need not be reported as unknown too."""
    varian(b)
    hasil: frozenset[str] = b.ingat("kata varian", frozenset)
    return hasil


def varian(b: Bahan) -> tuple[Temuan, ...]:
    """One finding a spelling, at its first place."""
    return b.ingat("varian nama", lambda: tuple({t.pokok: t for t in (*_dalam_teks(b), *_senama(b))}.values()))


def _resmi(b: Bahan) -> Resmi:
    r = Resmi()
    for nama, _ in nama_tempat_jabatan(b):
        r.tambah(nama, sebutan=True)
    for nama, ungkapan in nama_panjang(b):
        r.tambah(nama, sebutan=ungkapan.endswith(".nama") and "indikator" not in ungkapan)
    return r


# ---------------------------------------------------------------- words in texts


def _dalam_teks(b: Bahan) -> Iterator[Temuan]:
    r, k = _resmi(b), kamus(b)
    potongan = [(p, _token(p.teks)) for p in semua_potongan(b) if p.medan not in _TAK_DIPERIKSA]
    semua = {w for _, kata in potongan for w in kata if w}
    baku = _kata_baku({w.lower() for w in semua}, r, k)
    b.ingat("kata varian", lambda: frozenset(baku))
    # two ordinary words that are alike are two words; an abbreviation is known by its neighbours only
    curiga = {w for w in semua if len(w) > 2 and (w.replace("-", "").isupper() or k is None or not k.umum(w))}
    for p, tulis in potongan:
        kata = [w.lower() for w in tulis]
        for i, w in enumerate(kata):
            if w in baku:
                # accepted in one phrase, it is still reported in another
                yield _temuan(p, tulis, i, w, *baku[w], pokok=f"{kata[i - 1] if i else ''} {w}".strip())
            elif tulis[i] in curiga and (konteks := _menurut_konteks(kata, tulis, i, r)):
                yield _temuan(p, tulis, i, *konteks)
        for i, (a, c) in enumerate(pairwise(kata)):
            if a + c in r.hitungan and len(a) > 2 and len(c) > 2 and r.pasangan[a, c] < r.hitungan[a + c]:
                yield _temuan(p, tulis, i, f"{a} {c}", a + c, r.nama[a + c])
        for i, empat in enumerate(zip(kata, kata[1:], kata[2:], kata[3:], strict=False)):
            if empat in r.lompat and empat not in r.rapat:
                hilang, nama = r.lompat[empat]
                mesti = " ".join((*empat[:2], hilang, *empat[2:]))
                yield _temuan(p, tulis, i, " ".join(empat), mesti, nama)


def _temuan(
    p: Potongan, kata: Sequence[str], i: int, tertulis: str, resmi: str, nama: str, *, pokok: str = ""
) -> Temuan:
    letak = 0
    for w in kata[: i + 1]:  # BATAS is found where the search stands
        letak = p.teks.find(w, letak) + (len(w) if w is not kata[i] else 0)
    pesan = f'"{tertulis}" di sini, "{resmi}" dalam nama resmi "{nama}"'
    return ejaan_nama.temuan(p.tempat(letak), pesan, f'Samakan menjadi "{resmi}".', pokok or tertulis)


def _kata_baku(semua: set[str], r: Resmi, k: Kamus | None) -> dict[str, tuple[str, str]]:
    """Words that are no official spelling, with that spelling and a name that has it."""

    def urut(kata: str) -> tuple[bool, int]:
        return (k is not None and not k.umum(kata), -r.hitungan[kata])

    bentuk: dict[str, str] = {}
    for resmi in sorted(r.hitungan, key=urut):  # of two official spellings that which the dictionary knows
        bentuk.setdefault(_normal(resmi), resmi)
    diri = [o for o in r.hitungan if len(o) > 5 and k is not None and not k.umum(o)]
    hasil: dict[str, tuple[str, str]] = {}
    for w in semua:
        if len(w) < 4:
            continue
        calon = bentuk.get(_normal(w), "")
        if not calon and w not in r.hitungan:
            calon = _terpisah(w, r)
            # no dictionary can propose a proper name
            if not calon and k is not None and not k.kenal(w):
                calon = next((o for o in diri if _selang_satu(o, w)), "")
        if calon and calon != w:
            hasil[w] = (calon, r.nama[calon.split()[0]])
    return hasil


def _normal(kata: str) -> str:
    for dari, menjadi in _VARIAN:
        if dari in kata:
            kata = kata.replace(dari, menjadi)
    return kata


def _terpisah(kata: str, r: Resmi) -> str:
    """The two words of which an official name makes this one."""
    polos = kata.replace("-", "")
    belah = ((polos[:j], polos[j:]) for j in range(3, len(polos) - 2))
    return next((f"{a} {c}" for a, c in belah if len(polos) > 6 and (a, c) in r.pasangan), "")


def _menurut_konteks(kata: Sequence[str], tulis: Sequence[str], i: int, r: Resmi) -> tuple[str, str, str] | None:
    """A word that differs by a letter from the one that official names have between, before or behind two others."""

    def di(j: int) -> str:
        return kata[j] if 0 <= j < len(kata) else BATAS

    w = kata[i]
    if len(w) < 6 and not tulis[i].isupper():
        return None
    for kunci in ((di(i - 1), "_", di(i + 1)), ("_", di(i + 1), di(i + 2)), (di(i - 2), di(i - 1), "_")):
        calon = r.konteks.get(kunci, set())
        if w not in calon:
            for c in sorted(calon):
                if _selang_satu(w, c) and w.removesuffix("nya") != c.removesuffix("nya"):
                    ada, mesti = (" ".join(x if x != "_" else isi for x in kunci) for isi in (w, c))
                    return ada, mesti, r.nama[c]
    return None


def _selang_satu(a: str, b: str) -> bool:
    """Whether one letter was changed, left out, added, or swapped with its neighbour."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])
    pendek, panjang = sorted((a, b), key=len)
    return pendek[i:] == panjang[i + 1 :]


def _token(teks: str) -> list[str]:
    """The words of a text as written, with `BATAS` for what parts them."""
    return [t if t[0].isalpha() else BATAS for t in _TOKEN.findall(teks)]


# ---------------------------------------------------------------- names and texts of one code


def _senama(b: Bahan) -> Iterator[Temuan]:
    """'Penyediaan Bahan Logistik' beside 'Tersedianya Bahan Logistik Kantor': one word more, less, or changed.

    Names stand in the workbooks of the plan, which are the Renstra's own.
    """
    if b.konteks.masukan is not b.isi:
        return
    isi, k = b.isi, kamus(b)
    nama = {n.kode: n.nama for n in isi.nomenklatur}
    for r in isi.rencana:
        if n := nama.get(r.kode):
            yield from _banding(r.kode, n, r.uraian, k)
    ukuran = {i.kode: i.nama for i in isi.indikator}
    for i in isi.indikator:
        if n := nama.get(i.milik):
            yield from _banding(i.milik, n, i.nama, k)
    for c in isi.capaian:
        if n := ukuran.get(c.kode):
            yield from _banding(c.kode, n, c.indikator, k)
    for m in isi.mitra:
        yield from _banding(m.kode, m.nama, m.peran, k)
    for d in isi.desa:
        kode, polos = str(d.kode), "-".join(d.nama.lower().split())
        if kode != polos and kode.replace("-", "") == polos.replace("-", ""):
            pesan = f'desa "{d.nama}" berkode {kode}; ditulis serangkai atau terpisah?'
            yield ejaan_nama.temuan(d.nama.asal[0], pesan, "Samakan kode dan namanya.", kode)


def _banding(kode: str, nama: Teks, lain: Teks, k: Kamus | None) -> Iterator[Temuan]:
    """Where two texts of one code run alike but for one word."""
    x, y = ([w for w in _token(t) if w] for t in (nama, lain))
    beda = _beda(x, y) or next(((a, c) for a in x for c in y if _serupa(a, c, k) and a not in y and c not in x), None)
    if beda and _normal(beda[0].lower()) != _normal(beda[1].lower()):
        apa = " / ".join(filter(None, beda))
        pesan = f'"{nama}" dan "{lain}" ({lain.asal[0].lembar}!{lain.asal[0].sel}) berbeda pada "{apa}"'
        yield ejaan_nama.temuan(nama.asal[0], pesan, "Samakan menurut nama resmi.", f"{kode}: {apa}")


def _akar(kata: str) -> str:
    return kata.lower().removesuffix("nya")


def _serupa(a: str, c: str, k: Kamus | None) -> bool:
    """Abbreviations, or long words that are not both ordinary, one letter apart."""
    if min(len(a), len(c)) < 3 or not _selang_satu(a.lower(), c.lower()) or _akar(a) == _akar(c):
        return False
    singkatan = a.replace("-", "").isupper() and c.replace("-", "").isupper()
    return singkatan or (len(a) > 5 and k is not None and not (k.umum(a) and k.umum(c)))


def _beda(x: Sequence[str], y: Sequence[str]) -> tuple[str, str] | None:
    """The one word that differs between runs of the same words: some before it, and some or the end of both behind."""
    langkah = SequenceMatcher(None, [_akar(w) for w in x], [_akar(w) for w in y], autojunk=False).get_opcodes()
    for i, (jenis, a, b, c, d) in enumerate(langkah):
        if jenis == "equal" or b - a > 1 or d - c > 1 or not i:
            continue
        kata, lain = "".join(x[a:b]), "".join(y[c:d])
        sebelum, habis = langkah[i - 1][2] - langkah[i - 1][1], i + 1 == len(langkah)
        sesudah = 0 if habis else langkah[i + 1][2] - langkah[i + 1][1]
        if jenis == "replace":
            if sebelum + sesudah > 2 and SequenceMatcher(None, kata.lower(), lain.lower()).ratio() > 0.75:
                return kata, lain
        # a word of grammar may be left out; an abbreviation, '(IKM)', may follow a name
        elif sebelum > 1 and not (kata or lain).isupper() and (habis or (kata or lain) not in _KATA_TUGAS):
            return kata, lain
    return None
