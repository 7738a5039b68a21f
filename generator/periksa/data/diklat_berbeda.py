"""Training that disagrees with the posts: the leadership course of an echelon is for those who hold its posts.

Diklatpim II, III, IV (now PKN II, PKA, PKP) beside the posts of that echelon in Table 2.3; in any
row, more who have attended than should.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compute.matriks import Baris, Matriks
from generator.model.angka import Angka, jumlah
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di
from generator.temuan import Temuan
from generator.tree.format import angka

KODE = "diklat-berbeda"
POLA_PIM = re.compile(r"\b(?:diklat\s*)?pim\w*\.?\s*(?:tingkat|tk\.?)?\s*(II|III|IV)\b", re.IGNORECASE)
PELATIHAN = {"PKN": "II", "PKA": "III", "PKP": "IV"}


def periksa(b: Bahan) -> Iterator[Temuan]:
    p = b.konteks.pegawai
    for x in p.diklat.baris:
        pernah, seharusnya = _sel(x, "pernah"), _sel(x, "seharusnya")
        pesan: list[str] = []
        if (pernah.nilai or 0) > (seharusnya.nilai or 0) and seharusnya.nilai is not None:
            pesan.append(f"pernah mengikuti {angka(pernah)}, seharusnya hanya {angka(seharusnya)}")
        eselon = _eselon(x.nama)
        jabatan = _pejabat(p.jabatan, eselon) if eselon else Angka(None)
        if jabatan.nilai is not None and seharusnya.nilai not in (None, jabatan.nilai):
            pesan.append(
                f"seharusnya {angka(seharusnya)} orang (pernah mengikuti {angka(pernah)}), "
                f"pejabat eselon {eselon} {angka(jabatan)} orang"
            )
        if pesan:
            yield Temuan(KODE, di(x.nama), f"{x.nama}: {'; '.join(pesan)}", pokok=str(x.nama))


def _sel(x: Baris, kata: str) -> Angka:
    """The cell of the column whose heading has the word."""
    return next((a for judul, a in x.sel.items() if kata in judul.casefold()), Angka(None))


def _eselon(nama: str) -> str:
    """The echelon whose course it is: 'Diklatpim IV' -> 'IV'; '' for another course."""
    if m := POLA_PIM.search(nama):
        return m[1].upper()
    return next((e for singkat, e in PELATIHAN.items() if re.search(rf"\b{singkat}\b", nama)), "")


def _pejabat(jabatan: Matriks, eselon: str) -> Angka:
    """Who hold posts of an echelon; blank when the table has no column of it."""
    pola = re.compile(rf"\beselon\b\W*{eselon}\b", re.IGNORECASE)
    kolom = (k.jumlah for k in jabatan.kolom if pola.search(f"{k.kelompok} {k.nama}"))
    return jumlah(kolom, f"pejabat eselon {eselon}")
