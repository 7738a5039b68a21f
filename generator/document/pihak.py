"""The two signatures under a Perjanjian Kinerja: the superior's on the left, place and date over the right one.

What the sources do not say - a name, the day - is a dotted line to be filled in by hand.
"""

from __future__ import annotations

from generator.compute.pk import KonteksPk, Perjanjian, Pihak
from generator.document.nilai import sebagai_nilai
from generator.tree import format as cetak
from generator.tree.nodes import Inlines, LineBreak, SignatureBlock, SignaturePair, Text, Value


def tanda_tangan_pihak(k: KonteksPk, kode: str) -> SignaturePair:
    """Of the agreement of a post. Raises LookupError where it has none."""
    p: Perjanjian = k.pk[kode]
    return SignaturePair(
        _tanda_tangan("Pihak Kedua,", p.kedua, ()), _tanda_tangan("Pihak Pertama,", p.pertama, _hari(k))
    )


def _hari(k: KonteksPk) -> Inlines:
    """'Contoh, 5 Januari 2027'; of a day not yet settled the year is known."""
    tempat = (sebagai_nilai(k.profil.tempat), Text(", "))
    if k.pk.tanggal:
        return (*tempat, sebagai_nilai(k.pk.tanggal))
    return (*tempat, Text(f"{cetak.TITIK_TITIK} "), sebagai_nilai(k.pk.tahun))


def _tanda_tangan(peran: str, p: Pihak, hari: Inlines) -> SignatureBlock:
    jabatan = (Text(peran), LineBreak(), sebagai_nilai(p.sebutan), Text(","))
    nama = sebagai_nilai(p.nama) if p.nama else Text(f"({cetak.TITIK_TITIK})")
    return SignatureBlock(hari, jabatan, (nama,), _rincian(p), by_hand=p.nama is None)


def _rincian(p: Pihak) -> tuple[Inlines, ...]:
    """Rank and NIP of a civil servant; the head of the region has none."""
    if not p.pegawai:
        return ()
    b = p.pejabat
    if b is None:
        titik = Text(cetak.TITIK_TITIK)
        return ((Text("Pangkat/Gol.: "), titik), (Text("NIP "), titik))
    pangkat = (sebagai_nilai(b.pangkat), Text("/"), sebagai_nilai(b.golongan))
    return ((Text("Pangkat/Gol.: "), *pangkat), (Text("NIP "), Value(cetak.nip(b.nip), None, b.nip.asal)))
