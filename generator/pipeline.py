"""The whole program in order: hash, read, compute, build the tree, write DOCX, lay out, check, publish.

`susun` makes one document from a content folder. Every stage takes the result of the one before; nothing is published
unless all of them succeeded; only the PDF may fail alone.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.keluaran import ruang_kerja, tanpa_gagal_tulis, terbitkan
from generator.manifes import Manifes, baca_manifes, masih_berlaku, sidik, sidik_program, sidik_sumber
from generator.pemuatan import (
    Bersama,
    baca_konteks,
    buat_bersama,
    konteks_dokumen,
    muat,
    periksa_tahun,
    tahun_renja,
)
from generator.tata_letak import TataLetak, mulai_pengonversi, penulis
from generator.tempat import Tempat, tempat_pk, tempat_renja
from generator.temuan import GagalSusun, Kumpulan

if TYPE_CHECKING:
    from generator.jejak.indeks import Indeks
    from generator.jejak.sel import Buku
    from generator.periksa.jalan import HasilPeriksa
    from generator.sources.xlsx import PembacaSekali

__all__ = [
    "Bersama",
    "Hasil",
    "Tempat",
    "buat_bersama",
    "jejak",
    "muat",
    "periksa",
    "siapkan_renja",
    "susun",
    "tahun_renja",
    "tempat_pk",
    "tempat_renja",
    "tulis_jejak",
    "tulis_sipd",
]

Kabar = Callable[[str], None]
OBAT_TANPA_PDF = "Susun lagi tanpa --tanpa-pdf untuk PDF dan nomor halamannya."


@dataclass(frozen=True)
class Hasil:
    """What a build did. `berubah` is false when nothing had to be done; `pdf` whether a PDF stands there."""

    berubah: bool
    pdf: bool
    berkas: tuple[Path, ...]
    halaman: int
    temuan: Kumpulan = field(default_factory=Kumpulan)


def susun(
    tempat: Tempat, kabar: Kabar, *, paksa: bool = False, pdf: bool = True, bersama: Bersama | None = None
) -> Hasil:
    """Build the document. Raises `GagalSusun` with the findings; outputs are then what they were.

    Builds that follow each other and get the same `bersama` parse the workbooks once.
    """
    program = sidik_program()
    sumber = sidik_sumber(tempat.sumber())
    lama = baca_manifes(tempat.keluaran, tempat.manifes)
    if not paksa and masih_berlaku(lama, sumber, program, tempat.keluaran):
        assert lama is not None
        ada_pdf = f"{tempat.nama}.pdf" in lama.keluaran
        sebab = _tanpa_pengonversi() if pdf and not ada_pdf else ""
        if ada_pdf or not pdf or (sebab and tempat.jejak in lama.keluaran):
            berkas = tuple(tempat.keluaran / n for n in lama.keluaran)
            temuan = Kumpulan()
            for isi in lama.peringatan:
                if not (sebab and isi[0] in ("pdf-tidak-ada", "pdf-gagal")):
                    temuan.tambah(*isi)
            if sebab:
                temuan.tambah("pdf-tidak-ada", f"{tempat.nama}.pdf", sebab)
            return Hasil(False, ada_pdf, berkas, lama.halaman, temuan)
    temuan = Kumpulan()
    with tanpa_gagal_tulis(temuan, tempat.keluaran):
        return _susun(tempat, kabar, temuan, sumber, program, lama, bersama or buat_bersama(), pdf=pdf)


def _tanpa_pengonversi() -> str:
    """Why no PDF can be made, or '' when it can. Nothing is started."""
    from generator.writers.pdf.gagal import GagalPdf
    from generator.writers.pdf.pengonversi import cari

    try:
        cari()
    except GagalPdf as e:
        return e.pesan
    return ""


def _susun(
    tempat: Tempat,
    kabar: Kabar,
    temuan: Kumpulan,
    sumber: dict[str, str],
    program: str,
    lama: Manifes | None,
    bersama: Bersama,
    *,
    pdf: bool,
) -> Hasil:
    from concurrent.futures import ThreadPoolExecutor

    from generator.periksa.jalan import jalankan
    from generator.writers.pdf.sementara import sapu

    sapu(tempat.keluaran)
    with contextlib.ExitStack() as tumpukan:
        kerja = tumpukan.enter_context(ruang_kerja(tempat.keluaran))
        pengonversi = mulai_pengonversi(tumpukan, temuan, tempat.keluaran, f"{tempat.nama}.pdf") if pdf else None
        kabar("Membaca dan memeriksa sumber")
        dari_sumber = Kumpulan()
        bahan = muat(tempat, dari_sumber, bersama=bersama)
        dokumen = bahan.dokumen
        kolam = tumpukan.enter_context(ThreadPoolExecutor(1))
        aturan = kolam.submit(jalankan, bahan, dari_sumber)
        # the page of lineage comes with the PDF, which knows the pages; who does without wants a quick look
        sel = kolam.submit(_semua_sel, tempat, bersama.baca) if pdf else None
        kabar("Menulis DOCX dan Markdown")
        tugas = TataLetak(tempat.nama, kerja, dokumen, penulis(tempat.templat, temuan), temuan)
        keluaran = [f"{tempat.nama}.docx", f"{tempat.nama}.md", *([tempat.jejak] if pdf else [])]
        ada_pdf = False
        if pengonversi is not None:
            kabar("Menata halaman dan membuat PDF")
            ada_pdf = tugas.tata(pengonversi, lama.halaman_depan if lama else {}, lama.pecahan if lama else {})
        if ada_pdf:
            keluaran.insert(1, f"{tempat.nama}.pdf")
        else:
            obat = "" if pdf else OBAT_TANPA_PDF
            temuan.tambah("halaman-kosong", f"{tempat.nama}.docx", "nomor halaman daftar isi dicetak …", obat)
        kabar("Memeriksa dan menerbitkan keluaran")
        tugas.selesaikan()
        if sel is not None:
            (kerja / tempat.jejak).write_text(_laman_jejak(tugas, sel.result()), encoding="utf-8", newline="\n")
        temuan = Kumpulan({**aturan.result().temuan.isi, **temuan.isi})
        _berhenti_bila_galat(temuan)
        if not ada_pdf:
            _catat_pdf_lama(tempat, temuan, "" if pdf else OBAT_TANPA_PDF)
        manifes = Manifes(
            sumber,
            program,
            {n: sidik(kerja / n) for n in keluaran},
            pembuat_pdf=tugas.pembuat,
            huruf=tugas.huruf,
            halaman=tugas.jumlah,
            halaman_depan=tugas.romawi,
            pecahan={nama: list(baris) for nama, baris in tugas.pecahan.items()},
            peringatan=[[t.kode, t.tempat, t.pesan, t.obat] for t in temuan if t.kode != "pdf-lama"],
        )
        (kerja / tempat.manifes).write_text(manifes.teks(), encoding="utf-8")
        if sidik_sumber(tempat.sumber()) != sumber:
            temuan.tambah("sumber-berubah", tempat.isi.name, "sumber berubah selagi disusun")
            _berhenti_bila_galat(temuan)
        terbitkan(kerja, [*keluaran, tempat.manifes], tempat.keluaran)
        if not ada_pdf:
            _singkirkan_pdf_lama(tempat)
        if not pdf:
            (tempat.keluaran / tempat.jejak).unlink(missing_ok=True)  # that of older sources
    berkas = tuple(tempat.keluaran / n for n in keluaran)
    return Hasil(True, ada_pdf, berkas, tugas.jumlah, temuan)


def _berhenti_bila_galat(temuan: Kumpulan) -> None:
    if temuan.galat:
        raise GagalSusun(temuan)


def _catat_pdf_lama(tempat: Tempat, temuan: Kumpulan, obat: str) -> None:
    if (tempat.keluaran / f"{tempat.nama}.pdf").exists():
        pesan = f"PDF susunan sebelumnya kini bernama {tempat.nama}-lama.pdf"
        temuan.tambah("pdf-lama", f"{tempat.nama}.pdf", pesan, obat)


def _singkirkan_pdf_lama(tempat: Tempat) -> None:
    """A PDF of older sources must not stand beside a new DOCX under the same name; it is kept under another."""
    path = tempat.keluaran / f"{tempat.nama}.pdf"
    if path.exists():
        path.replace(path.with_name(f"{tempat.nama}-lama.pdf"))


def periksa(tempat: Tempat, lain: Sequence[str] = ()) -> HasilPeriksa:
    """All findings of sources and tree, without writing anything."""
    from generator.periksa.jalan import HasilPeriksa, jalankan

    temuan = Kumpulan()
    try:
        return jalankan(muat(tempat, temuan, lain), temuan)
    except GagalSusun as e:
        return HasilPeriksa(e.temuan)


def jejak(tempat: Tempat) -> Indeks:
    """Where every printed number comes from and every cell is printed; pages are known where the outputs are current.

    Raises `GagalSusun`.
    """
    from generator.jejak.halaman import halaman_cetak
    from generator.jejak.indeks import susun_indeks
    from generator.tree.pecah import pecah
    from generator.writers.pdf.halaman import destinations

    bersama = buat_bersama()
    dokumen = muat(tempat, Kumpulan(), bersama=bersama).dokumen
    lama = baca_manifes(tempat.keluaran, tempat.manifes)
    letak: dict[str, int] = {}
    pdf = tempat.keluaran / f"{tempat.nama}.pdf"
    kini = lama and masih_berlaku(lama, sidik_sumber(tempat.sumber()), sidik_program(), tempat.keluaran)
    if lama and kini and pdf.name in lama.keluaran:
        dokumen = pecah(dokumen, {nama: tuple(baris) for nama, baris in lama.pecahan.items()})
        letak = destinations(pdf)
    return susun_indeks(dokumen, _semua_sel(tempat, bersama.baca), halaman_cetak(dokumen, letak))


def tulis_jejak(tempat: Tempat, indeks: Indeks) -> Path:
    """Write the page of an index beside the other outputs; a build writes it too."""
    from generator.jejak.laman import tulis_laman

    with tanpa_gagal_tulis(Kumpulan(), tempat.keluaran), ruang_kerja(tempat.keluaran) as kerja:
        (kerja / tempat.jejak).write_text(tulis_laman(indeks), encoding="utf-8", newline="\n")
        terbitkan(kerja, [tempat.jejak], tempat.keluaran)
    return tempat.keluaran / tempat.jejak


def _semua_sel(tempat: Tempat, baca: PembacaSekali) -> Mapping[str, Buku]:
    """Every cell of every workbook; what is wrong with them has been said before."""
    from generator.jejak.sel import baca_buku

    return baca_buku(tempat.data, Kumpulan(), f"{tempat.isi.name}/data", tempat.tahun, baca)


def _laman_jejak(tugas: TataLetak, sel: Mapping[str, Buku]) -> str:
    from generator.jejak.halaman import halaman_cetak
    from generator.jejak.indeks import susun_indeks
    from generator.jejak.laman import tulis_laman

    return tulis_laman(susun_indeks(tugas.tercetak, sel, halaman_cetak(tugas.dokumen, tugas.letak)))


# ---------------------------------------------------------------- a year's Renja beside its document


def siapkan_renja(tempat: Tempat) -> tuple[Path, bool]:
    """Make the year's workbook; (path, whether it was made): one that is there is left alone. Raises `GagalSusun`."""
    from generator.model.renja import berkas_renja
    from generator.renja.siapkan import siapkan

    bersama, temuan = buat_bersama(), Kumpulan()
    dasar = baca_konteks(tempat, temuan, bersama)
    if dasar is None:
        raise GagalSusun(temuan)
    periksa_tahun(tempat, dasar)
    with tanpa_gagal_tulis(temuan, tempat.data):
        return tempat.data / berkas_renja(tempat.tahun), siapkan(tempat.data, dasar, tempat.tahun)


def tulis_sipd(tempat: Tempat, bersama: Bersama | None = None) -> Path:
    """Write build/sipd-<year>.xlsx. Raises `GagalSusun`."""
    from generator.compute.renja import KonteksRenja
    from generator.renja import sipd

    bersama, temuan = bersama or buat_bersama(), Kumpulan()
    dasar = baca_konteks(tempat, temuan, bersama)
    if dasar is None:
        raise GagalSusun(temuan)
    konteks = konteks_dokumen(tempat, dasar, temuan, bersama.baca)
    assert isinstance(konteks, KonteksRenja)
    nama = f"sipd-{tempat.tahun}.xlsx"
    with tanpa_gagal_tulis(Kumpulan(), tempat.keluaran), ruang_kerja(tempat.keluaran) as kerja:
        sipd.tulis_sipd(konteks.renja, kerja / nama)
        terbitkan(kerja, [nama], tempat.keluaran)
    return tempat.keluaran / nama
