"""bagian-hilang: a chapter, a part or a table that the outline prescribes is not there.

A part is there when a heading of the same depth in its chapter begins with the words of the outline ("2.1.4 Kelompok
Sasaran Layanan …"), marks, "dan" and capitals aside. It is a warning: a plan is drafted chapter by chapter.
Source: Instruksi Menteri Dalam Negeri 2/2025, as profil.xlsx › Kerangka and Kerangka Bagian give it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model.angka import Lokasi
from generator.model.profil import BagianKerangka, BagianRenja
from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import Bagian, bab_bab, bagian_bagian
from generator.temuan import Temuan
from generator.tree.nodes import Block, Captioned, Document, plain

KODE = "bagian-hilang"
BagianWajib = BagianKerangka | BagianRenja


def periksa(b: Bahan) -> Iterator[Temuan]:
    ada = {k.judul.label.removeprefix("bab:") for k in bab_bab(b.dokumen)}
    for wajib in b.isi.kerangka:
        if (nomor := str(wajib.nomor.nilai)) not in ada:
            yield hilang(wajib.lokasi, f"bab {nomor} {wajib.judul}", nomor)
    yield from periksa_bagian(b.dokumen, b.isi.kerangka_bagian)


def periksa_bagian(dokumen: Document, wajib: Iterable[BagianWajib]) -> Iterator[Temuan]:
    """The parts, and what must stand in them; those of a chapter that is not there are not missed once more."""
    bab = {k.judul.label.removeprefix("bab:"): k for k in bab_bab(dokumen)}
    semua = bagian_bagian(dokumen)
    for k in wajib:
        nomor_bab, *dalam = k.nomor.split(".")
        if nomor_bab not in bab:
            continue
        isi = bab[nomor_bab]
        calon = [s for s in _di_bawah(isi, semua) if s.judul.level == len(dalam) + 1]
        temu = next((s for s in calon if _kata(plain(s.judul.content))[: len(_kata(k.judul))] == _kata(k.judul)), None)
        if temu is None:
            yield hilang(k.lokasi, f"bagian {k.nomor} {k.judul}", k.nomor)
            continue
        yield from tidak_memuat(temu, k, f"bagian {k.nomor} {k.judul}")


def tidak_memuat(bagian: Bagian, k: BagianWajib, sebutan: str) -> Iterator[Temuan]:
    """The tables and figures that an outline wants there and that are not."""
    ada = set(_label(bagian.isi))
    for label in k.isi:
        if label not in ada:
            yield hilang(k.lokasi, f"@{label} tidak ditempatkan di {sebutan}", label)


def hilang(lokasi: Lokasi, apa: str, pokok: str) -> Temuan:
    pesan = apa if apa.startswith("@") else f"{apa} tidak ada dalam naskah"
    return Temuan(KODE, str(lokasi), pesan, pokok=str(pokok))


def _di_bawah(bab: Bagian, semua: Sequence[Bagian]) -> Iterator[Bagian]:
    dalam = {id(x) for x in bab.isi}
    return (s for s in semua if id(s.judul) in dalam)


def _kata(judul: str) -> list[str]:
    return [k for k in re.findall(r"\w+", judul.casefold()) if k != "dan"]


def _label(isi: Sequence[Block]) -> Iterator[str]:
    return (x.caption.label for x in isi if isinstance(x, Captioned))
