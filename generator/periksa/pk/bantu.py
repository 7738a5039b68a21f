"""What the rules of a Perjanjian Kinerja share."""

from __future__ import annotations

from generator.compute.pk import KonteksPk, Pk
from generator.model.renja import berkas_renja
from generator.periksa.bahan import Bahan


def pk(b: Bahan) -> Pk:
    """The agreements of the document; these rules run over no other."""
    assert isinstance(b.konteks, KonteksPk)
    return b.konteks.pk


def buku_tahun(b: Bahan) -> str:
    """The year's workbook, which may not be there yet."""
    return f"{b.isi.profil.lokasi.berkas.rpartition('/')[0]}/{berkas_renja(pk(b).tahun.nilai)}"


def obat_umum(b: Bahan, kunci: str) -> str:
    """How to say what the sheet Umum is to say."""
    return (
        f"Isi {kunci} di {buku_tahun(b)} › Umum; buku itu dibuat dengan: renstra renja {pk(b).tahun.nilai} --siapkan."
    )
