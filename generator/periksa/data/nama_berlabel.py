"""A name that carries its label or code, both of which are computed: 'SUB KEG. 6.4.1 …', '7.01.01 …', 'Kegiatan …'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.anggaran import tingkat
from generator.model.angka import Teks
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import di
from generator.temuan import Temuan

KODE = "nama-berlabel"
POLA_LABEL = re.compile(
    r"\b(?:PROG|KEG|SUB\s*KEG)\b\.?\s*\d+(?:\.\d+)*"  # PROG. 1, SUB KEG. 1.4.1
    r"|\b(?:OC|OT|S|T)\d{1,2}(?:\.\d{1,2})+\b|^[ST]\d{1,2}\b"  # OT1.2.2.1, T1
    r"|\b[0-9X]\.[0-9X]{2}\.\d{2}(?:\.\d{1,4})*\b"  # 7.01.01
    r"|^\d{1,2}(?:\.\d{1,2})+[.)]?\s|^\d{1,2}[.)]\s",  # 1.4.1 or 3) at the beginning
    re.IGNORECASE,
)
POLA_SEBUTAN = re.compile(r"(?:sub\s*)?kegiatan\s", re.IGNORECASE)


def periksa(b: Bahan) -> Iterator[Temuan]:
    for kode, nama in _nama(b):
        if m := POLA_LABEL.search(nama):
            pesan = f'nama memuat label atau kode "{m[0].strip()}": "{nama}"'
            yield Temuan(KODE, di(nama), pesan, pokok=str(kode))
    for n in b.isi.nomenklatur:
        if tingkat(n.kode) in ("kegiatan", "subkegiatan") and (m := POLA_SEBUTAN.match(n.nama)):
            yield Temuan(
                KODE, di(n.nama), f'kata "{m[0].strip()}" bukan bagian dari nama: "{n.nama}"', pokok=str(n.kode)
            )


def _nama(b: Bahan) -> Iterator[tuple[Teks, Teks]]:
    isi = b.isi
    for berurai in (isi.tujuan, isi.sasaran, isi.rencana, isi.strategi):
        yield from ((x.kode, x.uraian) for x in berurai)
    for bernama in (isi.nomenklatur, isi.indikator, isi.ikk):
        yield from ((x.kode, x.nama) for x in bernama)
    yield from ((x.kode, x.indikator) for x in isi.capaian)
