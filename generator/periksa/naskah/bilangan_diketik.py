"""A typed count word before something that the data count: 'enam program', 'lima tahun'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.angka import Angka
from generator.periksa.bahan import Bahan
from generator.periksa.naskah.bilangan import POLA_TERBILANG, baca_terbilang
from generator.periksa.naskah.cari_nilai import semua_nilai
from generator.periksa.naskah.ketikan import potongan_naskah
from generator.temuan import Temuan

KODE = "bilangan-diketik"
_POLA = re.compile(
    rf"(?<![\w-])(?P<kata>{POLA_TERBILANG})\s+(?:orang\s+|buah\s+)?"
    r"(?P<benda>(?:sub\s|arah\s|isu\s)?[^\W\d_]+)(?!\s+atau lebih)",
    re.I,
)


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p in potongan_naskah(b):
        for m in _POLA.finditer(p.teks):
            jumlah = baca_terbilang(m["kata"])
            benda = m["benda"].lower()
            if jumlah is None or jumlah < 2:
                continue
            hitungan = _hitungan(b, benda)
            cocok = [u for u, n in hitungan if n == jumlah]
            # 'dua tahun terakhir' and 'dua di antara program itu' are no counts of all
            if cocok or (hitungan and jumlah > 2 and benda != "tahun"):
                nilai = " atau ".join(sorted({str(n) for _, n in hitungan}))
                pesan = f'"{m[0]}" diketik' + ("" if cocok else f"; menurut data {nilai}")
                u = min(cocok or [u for u, _ in hitungan], key=lambda u: (not u.startswith("rencana."), len(u)))
                pokok = " ".join(m[0].lower().split())
                yield Temuan(KODE, str(p.tempat(m.start())), pesan, f"Tulis {{{{ {u} | terbilang }}}}.", pokok)


def _hitungan(b: Bahan, benda: str) -> list[tuple[str, int]]:
    """(expression, count) of a thing, by the shortest names only: of the plan as a whole, not of one program."""
    if benda == "tahun":
        return [("periode.lama", b.konteks.periode.lama.__index__())]
    kata = benda.replace(" ", "")
    hasil = []
    for u, v in semua_nilai(b):
        nama = u.removesuffix(".jumlah")
        if nama == u or "[" in u or not isinstance(v, Angka) or not isinstance(v.nilai, int):
            continue
        akhir = nama.rpartition(".")[2].replace("_", "")
        if akhir == kata or (kata == "isustrategis" and akhir == "isu"):
            hasil.append((u, v.nilai))
    return hasil
