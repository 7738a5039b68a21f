"""The DOCX package as a whole: what Word, LibreOffice and a screen reader insist on.

In: the parts by name. Out: the faults in Indonesian; none when the package is sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.periksa.docx import gaya, halaman, medan, paket, tabel
from generator.periksa.docx.paket import Paket, buka_paket

ATURAN: tuple[Callable[[Paket], Iterator[str]], ...] = (
    paket.jenis_isi,
    paket.hubungan,
    paket.rujukan,
    gaya.gaya,
    gaya.penomoran,
    gaya.langsung,
    gaya.bahasa_dan_sifat,
    gaya.tanda_pribadi,
    halaman.bagian,
    halaman.gambar,
    medan.medan,
    medan.judul_bernomor,
    tabel.tabel,
)


def periksa_docx(bagian: Mapping[str, bytes]) -> list[str]:
    """All faults, by family. A package whose parts are missing or are not XML is looked at no further."""
    berkas, salah = buka_paket(bagian)
    if salah:
        return salah
    return [s for aturan in ATURAN for s in aturan(berkas)]
