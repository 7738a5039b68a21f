"""A typed name of the office, its region, a village, a post, an official, a program or an indicator.

The workbooks know it: an expression prints it, and a neighbour who takes over the text need not search and replace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import NILAI, potongan_naskah
from generator.periksa.naskah.nama import nama_panjang, nama_tempat_jabatan
from generator.temuan import Temuan

KODE = "nama-diketik"
_KUTIPAN = re.compile(rf"[“\"]([^“”\"{NILAI}]{{20,}})[”\"]")
KATA_PANJANG = 3  # a shorter phrase may be ordinary words


def periksa(b: Bahan) -> Iterator[Temuan]:
    nama: dict[str, str] = {}
    for n, ungkapan in nama_tempat_jabatan(b):
        nama.setdefault(n, ungkapan)
        nama.setdefault(n.upper(), f"{ungkapan} | besar")
    for n, ungkapan in nama_panjang(b):
        if len(n.split()) >= KATA_PANJANG:
            nama.setdefault(n, ungkapan)
    panjang = {n.lower(): (n, u) for n, u in nama_panjang(b) if len(n.split()) > KATA_PANJANG}
    urut = "|".join(re.escape(n) for n in sorted(nama, key=len, reverse=True))
    # 'Peraturan Bupati' is the kind of a law, 'Camat' in it no post
    awal = re.escape("".join(sorted({n[0] for n in nama})))
    pola = re.compile(rf"(?=[{awal}])(?<![\w-])(?<!Peraturan )(?<!Keputusan )(?:{urut})(?![\w-])")
    for p in potongan_naskah(b):
        for m in pola.finditer(p.teks):
            pesan = f'nama "{m[0]}" diketik'
            yield Temuan(KODE, str(p.tempat(m.start())), pesan, f"Tulis {{{{ {nama[m[0]]} }}}}.", m[0])
        for m in _KUTIPAN.finditer(p.teks):  # a wording quoted, and not quite as it is
            mirip = get_close_matches(m[1].lower(), panjang, 1, 0.75)
            if mirip and mirip[0] not in m[1].lower():
                pesan = f'"{m[1]}" diketik dan berbeda dari "{panjang[mirip[0]][0]}"'
                yield Temuan(KODE, str(p.tempat(m.start())), pesan, f"Tulis {{{{ {panjang[mirip[0]][1]} }}}}.", m[1])
