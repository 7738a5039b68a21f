"""Rules over the numbered tree: the outline that a regulation prescribes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from generator.lokasi import Lokasi
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.telusur import Bagian, bab_bab, bagian_bagian, tempat
from generator.temuan import Temuan
from generator.tree.nodes import Block, Captioned, Document, plain

if TYPE_CHECKING:
    from generator.model.profil import BagianKerangka, BagianRenja

    BagianWajib = BagianKerangka | BagianRenja

aturan = Rumpun("Kerangka", "Bab, bagian, dan isi yang diwajibkan, menurut profil.xlsx.")


@aturan(
    "bagian-hilang",
    "peringatan",
    arti="Bab, bagian, tabel, atau gambar yang diwajibkan kerangka tidak ada.",
    obat="Tambahkan di naskah, atau sesuaikan profil.xlsx › Kerangka dan Kerangka Bagian.",
    salah="Kerangka mewajibkan 2.1.3 Kinerja Pelayanan; Bab II berakhir pada 2.1.2",
    baik="### Kinerja Pelayanan Perangkat Daerah di bawah ## yang pertama",
)
def bagian_hilang(b: Bahan) -> Iterator[Temuan]:
    """A chapter, a part or a table that the outline prescribes is not there.

    A part is there when a heading of the same depth in its chapter begins with the words of the outline ("2.1.4
    Kelompok Sasaran Layanan …"), marks, "dan" and capitals aside. It is a warning: a plan is drafted chapter by
    chapter.
    Source: Instruksi Menteri Dalam Negeri 2/2025, as profil.xlsx › Kerangka and Kerangka Bagian give it.
    """
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
    return bagian_hilang.temuan(lokasi, pesan, pokok=str(pokok))


def _di_bawah(bab: Bagian, semua: Sequence[Bagian]) -> Iterator[Bagian]:
    dalam = {id(x) for x in bab.isi}
    return (s for s in semua if id(s.judul) in dalam)


def _kata(judul: str) -> list[str]:
    return [k for k in re.findall(r"\w+", judul.casefold()) if k != "dan"]


def _label(isi: Sequence[Block]) -> Iterator[str]:
    return (x.caption.label for x in isi if isinstance(x, Captioned))


@aturan(
    "judul-bab-berbeda",
    "peringatan",
    arti="Judul bab dalam naskah berbeda dari judulnya dalam kerangka.",
    obat="Samakan judul: di kepala naskah dengan profil.xlsx › Kerangka, yang dicetak dalam Sistematika Penulisan.",
    salah="judul: GAMBARAN LAYANAN, dalam Kerangka GAMBARAN PELAYANAN",
    baik="judul: GAMBARAN PELAYANAN",
)
def judul_bab_berbeda(b: Bahan) -> Iterator[Temuan]:
    """A chapter's title differs from the outline's, which the chapter on the outline (1.4) prints.

    Source: profil.xlsx › Kerangka.
    """
    kerangka = {f"bab:{k.nomor.nilai}": k for k in b.isi.kerangka}
    for bab in bab_bab(b.dokumen):
        judul, k = plain(bab.judul.content), kerangka.get(bab.judul.label)
        if k is not None and judul != k.judul:
            pesan = f'bab {k.nomor.nilai} berjudul "{judul}", dalam kerangka "{k.judul}"'
            yield judul_bab_berbeda.temuan(tempat(bab.judul.asal), pesan, pokok=str(k.nomor.nilai))
