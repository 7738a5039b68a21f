"""How many of the staff are ASN: PNS, CPNS and PPPK (UU 20/2023)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model.angka import Angka, jumlah
from generator.model.pegawai import BarisMatriks

POLA_ASN = re.compile(r"\b(PNS|CPNS|PPPK|P3K|ASN)\b", re.IGNORECASE)
POLA_BUKAN = re.compile(r"\bnon\b", re.IGNORECASE)


def jumlah_asn(status: Iterable[BarisMatriks]) -> Angka:
    """Persons in rows of pegawai.xlsx, sheet Status, that name an ASN; blank when none does."""
    baris = (b for b in status if POLA_ASN.search(b.nama) and not POLA_BUKAN.search(b.nama))
    return jumlah((a for b in baris for a in b.nilai), "jumlah ASN menurut status kepegawaian")
