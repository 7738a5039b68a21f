"""A person in charge, typed as text, who is neither this office nor a post or unit of it.

A code of a post that is not there is `kode-asing`; here it is the column Penanggung Jawab of definisi_operasional.xlsx.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di, samakan
from generator.temuan import Temuan

KODE = "penanggung-jawab-asing"
PENGHUBUNG = {"dan", "pada", "serta", "bersama", "di"}


def periksa(b: Bahan) -> Iterator[Temuan]:
    p = b.isi.profil
    kenal = {samakan(n) for n in (p.perangkat_daerah, p.pimpinan)}
    kenal |= {samakan(n) for j in b.isi.jabatan for n in (j.nama, j.singkatan, j.unit) if n}
    nama = re.compile("|".join(rf"\b{re.escape(n)}\b" for n in sorted(kenal, key=len, reverse=True)))
    for d in b.isi.definisi:
        sisa = set(nama.sub(" ", samakan(d.penanggung_jawab)).split()) - PENGHUBUNG
        if sisa:
            pesan = f'penanggung jawab indikator {d.indikator}, "{d.penanggung_jawab}", tidak ada dalam organisasi'
            yield Temuan(KODE, di(d.penanggung_jawab), pesan, pokok=str(d.penanggung_jawab))
