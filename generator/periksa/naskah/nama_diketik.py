"""A typed name of the office, its region, a village, a post, an official, a program or an indicator.

The workbooks know it: an expression prints it, and a neighbour who takes over the text need not search and replace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.kamus import kamus
from generator.periksa.naskah.ketikan import NILAI, potongan_naskah
from generator.periksa.naskah.nama import nama_panjang, nama_tempat_jabatan
from generator.temuan import Temuan

KODE = "nama-diketik"
_RUMUSAN = re.compile(rf"(?<=[“\"])[^“”\"{NILAI}]{{20,160}}(?=[”\"])|^[^.“”\"{NILAI}]{{20,160}}(?=[.;]?$)")
_NAMA_SAJA = ("profil.nama", "profil.nama_daerah", "profil.tempat", "].nama")
KATA_PANJANG = 3  # a shorter phrase may be ordinary words


def periksa(b: Bahan) -> Iterator[Temuan]:
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
            yield Temuan(KODE, str(p.tempat(m.start())), pesan, f"Tulis {{{{ {nama[m[0]]} }}}}.", m[0])
        for m in _RUMUSAN.finditer(p.teks) if p.jenis == "teks" else ():  # a wording that is not quite as it is
            mirip = _mirip(m[0], rumusan)
            if mirip:
                pesan = f'"{m[0]}" diketik dan berbeda dari "{mirip}"'
                yield Temuan(KODE, str(p.tempat(m.start())), pesan, f"Tulis {{{{ {nama[mirip]} }}}}.", m[0])


def _mirip(teks: str, rumusan: dict[str, frozenset[str]]) -> str:
    """The official wording that a text resembles without having it."""
    kata = frozenset(teks.lower().split())
    dekat = [n for n, isi in rumusan.items() if len(isi & kata) * 2 >= max(len(isi), len(kata))]
    mirip = get_close_matches(teks.lower(), [n.lower() for n in dekat], 1, 0.78)
    if not mirip or mirip[0] in teks.lower():
        return ""
    return next(n for n in dekat if n.lower() == mirip[0])
