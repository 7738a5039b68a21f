"""A cell that sends the reader to one small table though another one of its sheet carries that heading.

'Kinerja Unit Pelayanan dapat dilihat pada Tabel II' beside 'Tabel I: … dan Kinerja Unit Pelayanan'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import potongan_sel
from generator.temuan import Temuan

KODE = "rujukan-keliru"
_JUDUL = re.compile(r"(Tabel\s+[IVX\d]+)\s*[:.]\s*(.+)", re.S)
_LIHAT = re.compile(r"(?:^|[.;)]\s*)([^.;)]{8,}?)\s+(?:dapat|bisa)?\s*(?:dilihat|disajikan|dimuat|tercantum)\s+(?:pada|dalam|di)\s+(Tabel\s+[IVX\d]+)")


def periksa(b: Bahan) -> Iterator[Temuan]:
    sel = [p for p in potongan_sel(b) if "Tabel " in p.teks]
    judul = {(p.medan, m[1]): m[2].lower() for p in sel for m in [_JUDUL.match(p.teks)] if m}
    for p in sel:
        for m in _LIHAT.finditer(p.teks):
            pokok = " ".join(m[1].split())
            memuat = [t for (medan, t), isi in judul.items() if medan == p.medan and pokok.lower() in isi]
            if memuat and m[2] not in memuat:
                pesan = f'"{pokok}" dirujuk ke {m[2]}, padahal ada pada {memuat[0]}'
                yield Temuan(KODE, str(p.asal), pesan, pokok=pokok)
