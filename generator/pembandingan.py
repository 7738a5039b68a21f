"""Two versions of the sources -> what a document differs in, as the files that reviewers read.

Both versions are read, checked and built to trees; a version with faults is refused. The redline is the newer document,
in its own template and with its own date.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.banding.versi import Versi, ambil_versi
from generator.keluaran import catat_batas, ruang_kerja, tanpa_gagal_tulis, terbitkan
from generator.pemuatan import buat_bersama, muat
from generator.tempat import Tempat, tempat_bernama, templat_bawaan
from generator.temuan import GagalSusun, Kumpulan

if TYPE_CHECKING:
    from generator.banding.perbandingan import Perbandingan
    from generator.periksa.bahan import Bahan
    from generator.periksa.jalan import HasilPeriksa

SALINAN_KERJA = "salinan kerja"
LAPORAN, JSON, XLSX = "laporan.html", "perubahan.json", "perubahan.xlsx"
REDLINE_PDF = "redline.pdf"


@dataclass(frozen=True)
class HasilBanding:
    """A comparison and the files that were written of it."""

    perbandingan: Perbandingan
    berkas: tuple[Path, ...]
    temuan: Kumpulan = field(default_factory=Kumpulan)


def bandingkan(
    dari: str,
    ke: str,
    proyek: Path,
    keluaran: Path,
    *,
    kabar: Callable[[str], None],
    dokumen: str = "renstra",
    pdf: bool = True,
) -> HasilBanding:
    """Compare two versions and write what they differ in; '' for `ke` is the working tree, the project's folder.

    Raises `GagalSusun`: a name that is no version, a version with faults, a file that cannot be written.
    """
    from generator.banding.perbandingan import bandingkan_isi

    with contextlib.ExitStack() as tumpukan:
        lama = tumpukan.enter_context(ambil_versi(dari, proyek))
        baru = tumpukan.enter_context(ambil_versi(ke or str(proyek), proyek))
        if not ke:
            baru = replace(baru, nama=SALINAN_KERJA)
        kabar("Membaca dan memeriksa kedua versi")
        tempat = [_tempat(v, keluaran, dokumen) for v in (lama, baru)]
        isi_lama, isi_baru = _muat([(v.nama, t) for v, t in zip((lama, baru), tempat, strict=True)], kabar)
        kabar("Membandingkan")
        p = bandingkan_isi(isi_lama, isi_baru, lama.nama, baru.nama)
        temuan = Kumpulan()
        with tanpa_gagal_tulis(temuan, keluaran):
            berkas = _tulis(p, tempat[1], baru.tanggal.isoformat() if baru.tanggal else "", temuan, kabar, pdf=pdf)
    return HasilBanding(p, tuple(keluaran / n for n in berkas), temuan)


def _tempat(v: Versi, keluaran: Path, dokumen: str) -> Tempat:
    return tempat_bernama(Tempat(v.isi, templat_bawaan(v.akar), keluaran), dokumen)


def _muat(versi: list[tuple[str, Tempat]], kabar: Callable[[str], None]) -> list[tuple[Bahan, HasilPeriksa]]:
    """Trees and findings of the versions; raises `GagalSusun` with the faults of all of them, each with its version."""
    from generator.periksa.jalan import jalankan

    hasil: list[tuple[Bahan, HasilPeriksa]] = []
    galat = Kumpulan()
    bersama = buat_bersama(kabar, versi[0][1].keluaran)
    for nama, tempat in versi:
        temuan = Kumpulan()
        try:
            bahan = muat(tempat, temuan, bersama=bersama)
            periksa = jalankan(bahan, temuan)
            temuan = periksa.temuan
        except GagalSusun as e:
            temuan = e.temuan
        else:
            hasil.append((bahan, periksa))
        galat.masukkan(replace(t, versi=nama) for t in temuan.galat)
    if galat.galat:
        raise GagalSusun(galat)
    return hasil


def _tulis(
    p: Perbandingan, tempat: Tempat, tanggal: str, temuan: Kumpulan, kabar: Callable[[str], None], *, pdf: bool
) -> list[str]:
    from generator.banding.berkas_json import tulis_json
    from generator.banding.berkas_xlsx import buku_perubahan
    from generator.banding.laporan.laman import susun_laporan
    from generator.banding.redline import susun_redline
    from generator.tata_letak import mulai_pengonversi

    with contextlib.ExitStack() as tumpukan:
        ruang = tumpukan.enter_context(ruang_kerja(tempat.keluaran))
        kerja = ruang.folder
        pengonversi = mulai_pengonversi(tumpukan, temuan, tempat.keluaran, REDLINE_PDF) if pdf else None
        if pengonversi is not None:
            catat_batas(temuan, REDLINE_PDF)
        kabar("Menulis redline dan laporan")
        berkas = susun_redline(
            p.beda,
            dari=p.dari,
            ke=p.ke,
            tanggal=tanggal,
            templat=tempat.templat,
            kerja=kerja,
            temuan=temuan,
            pengonversi=pengonversi,
        )
        (kerja / LAPORAN).write_text(susun_laporan(p), encoding="utf-8", newline="\n")
        (kerja / JSON).write_text(tulis_json(p), encoding="utf-8", newline="\n")
        (kerja / XLSX).write_bytes(buku_perubahan(p))
        if temuan.galat:
            raise GagalSusun(temuan)
        berkas += [LAPORAN, JSON, XLSX]
        buang = [] if REDLINE_PDF in berkas else [REDLINE_PDF]  # that of another comparison
        terbitkan(ruang, berkas, tempat.keluaran, buang=buang)
    return berkas
