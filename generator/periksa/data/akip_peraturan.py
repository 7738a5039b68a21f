"""The formula and scale of the Nilai AKIP beside PermenPAN-RB 88/2021: its four components and seven predicates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.model.angka import Angka
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di
from generator.periksa.data.bobot_rumus import berbobot
from generator.temuan import Temuan
from generator.tree.format import angka, rangkai

KODE = "akip-peraturan"
BOBOT = {"perencanaan": 30, "pengukuran": 30, "pelaporan": 15, "evaluasi": 25}
PREDIKAT = ("AA", "A", "BB", "B", "CC", "C", "D")


def periksa(b: Bahan) -> Iterator[Temuan]:
    suku = berbobot(b)
    for i in b.konteks.rencana.indikator:
        if not re.search(r"\bS?AKIP\b", i.nama) or i.kode not in suku:
            continue
        ada = [(_komponen(teks), bobot) for bobot, teks in suku[i.kode]]
        if sorted(ada) != sorted((nama, Fraction(p, 100)) for nama, p in BOBOT.items()):
            tertulis = ", ".join(f"{nama} {angka(Angka(round(w * 100)))}%" for nama, w in ada)
            harus = ", ".join(f"{nama} {p}%" for nama, p in BOBOT.items())
            pesan = f"bobot {i.nama}: {tertulis}; menurut PermenPAN-RB 88/2021 {harus}"
            yield Temuan(KODE, di(suku[i.kode][0][1]), pesan, pokok=f"bobot {i.kode}")
    predikat = [str(p.predikat) for p in b.isi.predikat_akip]
    beda = [p for p in PREDIKAT if p not in predikat] + [p for p in predikat if p not in PREDIKAT]
    if predikat and beda:
        pesan = f"skala AKIP berbeda dengan PermenPAN-RB 88/2021 ({', '.join(PREDIKAT)}) pada predikat {rangkai(beda)}"
        yield Temuan(KODE, di(b.isi.predikat_akip[0].predikat), pesan, pokok="skala")


def _komponen(suku: str) -> str:
    """The regulation's name of a component, or the words of the formula."""
    kata = re.sub(r"\\(?:text|times)|[{}()\d,.]", " ", suku)
    return next((k for k in BOBOT if k in kata.casefold()), " ".join(kata.split()))
