"""The office's document, and a way to look at it with one rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from kantor import Kantor

from generator.compute.konteks import Konteks
from generator.model.angka import Lokasi
from generator.model.koreksi import Koreksi
from generator.periksa.bahan import Bahan
from generator.periksa.dokumen import ATURAN
from generator.temuan import Temuan
from generator.tree.nodes import Block, Document


def temuan(kode: str, konteks: Konteks, dokumen: Document) -> list[Temuan]:
    """What the rule of a code finds; no rule of that code is an error."""
    aturan = next(a for a in ATURAN if a.kode == kode)
    return list(aturan.periksa(Bahan(konteks, dokumen, ())))


def ganti(dokumen: Document, pilih: Callable[[Block], bool], dengan: Callable[[Block], list[Block]]) -> Document:
    """The document with each chosen block replaced by others."""
    terpilih = [b for s in dokumen.sections for b in s.blocks if pilih(b)]
    assert terpilih
    bagian = tuple(
        replace(s, blocks=tuple(x for b in s.blocks for x in (dengan(b) if any(b is t for t in terpilih) else [b])))
        for s in dokumen.sections
    )
    return replace(dokumen, sections=bagian)


def koreksi(
    kode: str,
    tempat: str,
    tercetak: str | None,
    kini: str | None,
    keputusan: str = "diperbaiki",
    alasan: str = "alasan",
) -> Koreksi:
    isi = {"kode": kode, "tempat": tempat, "tercetak": tercetak, "kini": kini, "alasan": alasan, "butir": None}
    return Koreksi.model_validate({**isi, "keputusan": keputusan, "lokasi": Lokasi("koreksi.xlsx", "Koreksi", "A2")})


@pytest.fixture(scope="session")
def dokumen_kantor(kantor_asli: Kantor, konteks_kantor: Konteks) -> Document:
    dokumen, temuan = kantor_asli.susun(konteks_kantor)
    assert dokumen is not None, list(temuan)
    return dokumen
