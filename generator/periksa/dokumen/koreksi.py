"""Rules over the register of corrections: what it says is printed, and what it says is not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.dokumen.kutipan import deret_tercetak, kutipan, tercetak
from generator.periksa.dokumen.tempat_koreksi import peta_dokumen, rapikan
from generator.temuan import Temuan

aturan = Rumpun("Register koreksi dan dokumen", "Yang dikatakan koreksi.xlsx, dan yang tercetak.")

DIPERTAHANKAN = "dipertahankan"


@aturan(
    "koreksi-tidak-tercetak",
    "peringatan",
    arti="Bunyi yang disebut register koreksi tidak tercetak di tempatnya.",
    obat="Sesuaikan kolom Kini dan Tempat di koreksi.xlsx › Koreksi dengan dokumen, atau perbaiki datanya.",
    salah="Kini: 32 orang; tercetak 31 orang",
    baik="Kini: 32 orang; tercetak 32 orang",
)
def koreksi_tidak_tercetak(b: Bahan) -> Iterator[Temuan]:
    """A row of the register of corrections says what the document prints, and it does not.

    Source: koreksi.xlsx › Koreksi, columns Tempat and Kini. Kini blank or in brackets says nothing that can be looked
    up.
    """
    peta = peta_dokumen(b)
    for k in b.isi.koreksi:
        tempat = peta.cari(k.tempat)
        if tempat.hilang:
            pesan = f"{', '.join(tempat.hilang)} tidak ada dalam dokumen"
            yield koreksi_tidak_tercetak.temuan(k.tempat.asal[0], pesan, "Perbaiki kolom Tempat.", pokok=str(k.kode))
            continue
        for isi in kutipan(k.kini):
            if not tercetak(isi, tempat) and not deret_tercetak(isi, tempat):
                assert k.kini is not None
                yield koreksi_tidak_tercetak.temuan(
                    k.kini.asal[0], f'"{isi}" tidak tercetak pada {k.tempat}', pokok=str(k.kode)
                )


@aturan(
    "koreksi-kembali",
    "galat",
    arti="Kesalahan yang sudah diperbaiki menurut register koreksi tercetak lagi.",
    obat="Perbaiki data atau naskahnya; bila kini memang benar, hapus barisnya di koreksi.xlsx › Koreksi.",
    salah="Tercetak: 31 orang, diperbaiki; lalu sel lama tersalin lagi",
    baik="tercetak menurut kolom Kini: 32 orang",
)
def koreksi_kembali(b: Bahan) -> Iterator[Temuan]:
    """A fault that the register calls corrected is printed again at its place.

    This catches every fault that was ever found, whatever its kind, when it comes back with a copied cell or sentence.
    Source: koreksi.xlsx › Koreksi, columns Tempat, Tercetak and Kini.
    """
    peta = peta_dokumen(b)
    for k in b.isi.koreksi:
        if k.keputusan == DIPERTAHANKAN or k.tercetak is None:
            continue
        tempat = peta.cari(k.tempat)
        if tempat.hilang:
            continue
        kini = kutipan(k.kini)
        for isi in kutipan(k.tercetak):
            if isi not in kini and tercetak(isi, tempat, kini):
                seharusnya = f'; seharusnya "{rapikan(k.kini)}"' if k.kini and kini else ""
                pesan = f'{k.tempat}: "{isi}" tercetak lagi{seharusnya}'
                yield koreksi_kembali.temuan(k.tercetak.asal[0], pesan, pokok=str(k.kode))


@aturan(
    "koreksi-dipertahankan",
    "peringatan",
    arti="Hal yang meragukan dipertahankan sampai diputuskan kantor.",
    obat="Putuskan dan perbaiki, atau terima dengan alasan di koreksi.xlsx › Penerimaan.",
    salah="Keputusan: dipertahankan, tanpa baris di Penerimaan",
    baik="Keputusan: dipertahankan, dan alasannya di Penerimaan",
)
def koreksi_dipertahankan(b: Bahan) -> Iterator[Temuan]:
    """A doubtful fact that is printed as adopted until the office decides.

    Source: koreksi.xlsx › Koreksi, rows with Keputusan "dipertahankan". Every one is a finding; the office accepts it
    in Penerimaan with its reason, so that none is forgotten.
    """
    for k in b.isi.koreksi:
        if k.keputusan == DIPERTAHANKAN:
            yield koreksi_dipertahankan.temuan(k.kode.asal[0], f"{k.tempat}: {k.alasan}", pokok=str(k.kode))
