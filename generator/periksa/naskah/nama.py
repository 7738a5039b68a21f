"""Rules over the chapters: names that are typed, and those of another office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.naskah.kamus import KATA, Kamus, kamus
from generator.periksa.naskah.ketikan import NILAI, Potongan, potongan_naskah, semua_potongan
from generator.periksa.naskah.nama_resmi import nama_panjang, nama_tempat_jabatan
from generator.temuan import Temuan

aturan = Rumpun("Nama", "Nama yang diketik, dan nama perangkat daerah lain yang tertinggal.")


_RUMUSAN = re.compile(rf"(?<=[“\"])[^“”\"{NILAI}]{{20,160}}(?=[”\"])|^[^.“”\"{NILAI}]{{20,160}}(?=[.;]?$)")
_NAMA_SAJA = ("profil.nama", "profil.nama_daerah", "profil.tempat", "].nama")
KATA_PANJANG = 3  # a shorter phrase may be ordinary words


@aturan(
    "nama-diketik",
    "peringatan",
    arti="Nama yang ada dalam buku kerja diketik dalam naskah.",
    obat="Ganti dengan ungkapan yang diusulkan.",
    salah="Warga Kota Rawa Contoh gemar membaca.",
    baik="Warga {{ profil.daerah }} gemar membaca.",
)
def nama_diketik(b: Bahan) -> Iterator[Temuan]:
    """A typed name of the office, its region, a village, a post, an official, a program or an indicator.

    The workbooks know it: an expression prints it, and a neighbour who takes over the text need not search and replace.
    """
    nama: dict[str, str] = {}
    k = kamus(b)
    for n, ungkapan in nama_tempat_jabatan(b):
        # 'Pendidikan' is a name in Dinas Pendidikan, and a word everywhere
        if " " in n or k is None or not ungkapan.endswith(_NAMA_SAJA) or not k.umum(n):
            nama.setdefault(n, ungkapan)
            nama.setdefault(n.upper(), f"{ungkapan} | besar")
    for n, ungkapan in nama_panjang(b):
        if len(n.split()) >= KATA_PANJANG:
            nama.setdefault(n, ungkapan)
    rumusan = {n: frozenset(n.lower().split()) for n, _ in nama_panjang(b) if len(n.split()) > KATA_PANJANG}
    urut = "|".join(re.escape(n) for n in sorted(nama, key=len, reverse=True))
    # 'Peraturan Bupati' is the kind of a law, 'Camat' in it no post
    awal = re.escape("".join(sorted({n[0] for n in nama})))
    pola = re.compile(rf"(?=[{awal}])(?<![\w-])(?<!Peraturan )(?<!Keputusan )(?:{urut})(?![\w-])")
    for p in potongan_naskah(b):
        for m in pola.finditer(p.teks):
            pesan = f'nama "{m[0]}" diketik'
            yield nama_diketik.temuan(p.tempat(m.start()), pesan, f"Tulis {{{{ {nama[m[0]]} }}}}.", m[0])
        for m in _RUMUSAN.finditer(p.teks) if p.jenis == "teks" else ():  # a wording that is not quite as it is
            mirip = _mirip(m[0], rumusan)
            if mirip:
                pesan = f'"{m[0]}" diketik dan berbeda dari "{mirip}"'
                yield nama_diketik.temuan(p.tempat(m.start()), pesan, f"Tulis {{{{ {nama[mirip]} }}}}.", m[0])


def _mirip(teks: str, rumusan: dict[str, frozenset[str]]) -> str:
    """The official wording that a text resembles without having it."""
    kata = frozenset(teks.lower().split())
    dekat = [n for n, isi in rumusan.items() if len(isi & kata) * 2 >= max(len(isi), len(kata))]
    mirip = get_close_matches(teks.lower(), [n.lower() for n in dekat], 1, 0.78)
    if not mirip or mirip[0] in teks.lower():
        return ""
    return next(n for n in dekat if n.lower() == mirip[0])


_SEBUTAN = r"(?:Kecamatan|Kec\.|Camat|Kelurahan|Desa|Kantor|Dinas|Badan|Polsek|Koramil|Puskesmas|Kabupaten|Kota)\s+"


@aturan(
    "nama-asing",
    "galat",
    arti="Nama perangkat daerah lain tertinggal, atau nama sendiri masuk ke dalam sebuah kata.",
    obat="Perbaiki katanya; nama lain didaftar di profil.xlsx › Nama Lain.",
    salah="Layanan bagi warga Kecamatan Seberang Laut.",
    baik="Layanan bagi warga {{ profil.daerah }}.",
)
def nama_asing(b: Bahan) -> Iterator[Temuan]:
    """A left-over of another office: its name in a text, or our own name glued into a word by search-and-replace.

    Replacing a neighbour's name by one's own leaves it inside other words. Other names come from
    profil.xlsx › Nama Lain and from --lain. Borders and partners in the workbooks may bear them.
    """
    sendiri, asing = _nama_sendiri(b), _nama_asing(b)
    k = kamus(b)
    sah = sorted((s for s in _nama_sah(b) if any(a.lower() in s.lower() for a in asing)), key=len, reverse=True)
    pola_sah = re.compile("|".join(map(re.escape, sah)) or "(?!)", re.I)
    pola_asing = [(a, _pola_sendirian(a, k)) for a in asing]
    for p in semua_potongan(b):
        teks = p.teks
        rendah = teks.lower()
        if p.medan.split(".")[0] not in ("peraturan", "batas", "nama_lain") and any(a.lower() in rendah for a in asing):
            polos = pola_sah.sub(lambda m: NILAI * len(m[0]), teks)
            for a, pola in pola_asing:
                for m in pola.finditer(polos):
                    polos = polos[: m.start()] + NILAI * len(m[0]) + polos[m.end() :]
                    pesan = f'nama perangkat daerah lain "{a}" dalam "{_sekitar(teks, m.start(), m.end())}"'
                    yield nama_asing.temuan(p.tempat(m.start()), pesan, pokok=a)
        for n in (*sendiri, *asing):
            if n.lower() in rendah:
                yield from _dalam_kata(p, n, asing if n in sendiri else [], k)


def _dalam_kata(p: Potongan, nama: str, pengganti: list[str], k: Kamus | None) -> Iterator[Temuan]:
    """A name with letters glued to it. `pengganti`: the names that may have stood there before."""
    for m in KATA.finditer(p.teks):
        kata = m[0]
        letak = kata.lower().find(nama.lower())
        if letak < 0 or len(kata) == len(nama):
            continue
        # a capital inside a word is no word in any case; small letters and 'PEMENUHAN' must be judged by the dictionary
        di_tengah = (
            nama[0].isupper() and kata[letak : letak + len(nama)] == nama and letak > 0 and kata[letak - 1].islower()
        )
        if not di_tengah and (k is None or k.kenal(kata)):
            continue
        ganti = str.upper if kata.isupper() else str.lower
        calon = [kata[:letak] + ganti(a) + kata[letak + len(nama) :] for a in pengganti]
        usul = next((c for c in calon if k and k.kenal(c)), "")
        if usul or di_tengah:
            pesan = f'"{nama}" tertinggal di dalam kata "{kata}"' + (f'; maksudnya "{usul}"?' if usul else "")
            obat = f'Tulis "{usul}".' if usul else ""
            yield nama_asing.temuan(p.tempat(m.start()), pesan, obat, kata)


def _nama_sendiri(b: Bahan) -> list[str]:
    p = b.isi.profil
    return list(dict.fromkeys(n for n in map(str, (p.nama, p.nama_daerah)) if len(n) > 3))


def _nama_asing(b: Bahan) -> list[str]:
    """The other names, longest first; one that is part of our own names is none."""
    p = b.isi.profil
    milik = " ".join((p.perangkat_daerah, p.daerah, p.provinsi, p.tempat)).lower()
    semua = dict.fromkeys(
        [*(str(n.nama) for n in b.isi.nama_lain), *(n.strip().title() if n.islower() else n.strip() for n in b.lain)]
    )
    asing = [n for n in semua if len(n) > 2 and not re.search(rf"\b{re.escape(n.lower())}\b", milik)]
    return sorted(asing, key=len, reverse=True)


def _nama_sah(b: Bahan) -> Iterator[str]:
    """Names in the workbooks that may hold another office's: borders, partners, villages, the place of signing."""
    yield from (str(w.wilayah) for w in b.isi.batas)
    yield from (str(m.nama) for m in b.isi.mitra)
    yield from (str(d.sebutan) for d in b.isi.desa)


def _pola_sendirian(nama: str, k: Kamus | None) -> re.Pattern[str]:
    """The name as a word of its own. One that is an ordinary word too counts only behind 'Kecamatan' and the like."""
    biasa = " " not in nama and k is not None and k.umum(nama)
    bentuk = f"{re.escape(nama)}|{re.escape(nama.upper())}"
    return re.compile(rf"{_SEBUTAN if biasa else ''}(?<![\w-])(?:{bentuk})(?![\w-])")


def _sekitar(teks: str, awal: int, akhir: int) -> str:
    return " ".join(teks[max(0, awal - 20) : akhir + 20].replace(NILAI, "…").split())
