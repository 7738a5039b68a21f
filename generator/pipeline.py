"""The whole program in order: hash, read, compute, build the tree, write DOCX, lay out, check, publish.

`susun` makes documents from a content folder. Every stage takes the result of the one before; nothing is published
unless all of them succeeded for all documents; only the PDF may fail alone.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.keluaran import catat_batas, ruang_kerja, tanpa_gagal_tulis, terbitkan
from generator.manifes import Manifes, baca_manifes, masih_berlaku, sidik, sidik_program, sidik_sumber
from generator.pemuatan import (
    Bersama,
    baca_konteks,
    buat_bersama,
    muat,
    periksa_tahun,
    semua_sel,
    tahun_renja,
)
from generator.tata_letak import TataLetak, mulai_pengonversi, penulis
from generator.tempat import Tempat, tempat_pk, tempat_renja
from generator.temuan import GagalSusun, Kumpulan

if TYPE_CHECKING:
    from generator.periksa.bahan import Bahan
    from generator.periksa.jalan import HasilPeriksa
    from generator.sementara import Ruang

__all__ = [
    "Bersama",
    "Hasil",
    "Tempat",
    "buat_bersama",
    "muat",
    "periksa",
    "siapkan_renja",
    "susun",
    "susun_semua",
    "tahun_renja",
    "tempat_pk",
    "tempat_renja",
]

Kabar = Callable[[str], None]
SEKALI = ("pdf-lama", "mesin-sempit")  # findings on this run, not on what it made
OBAT_TANPA_PDF = "Susun lagi tanpa --tanpa-pdf untuk PDF dan nomor halamannya."


@dataclass(frozen=True)
class Hasil:
    """What a build did. `berubah` is false when nothing had to be done; `pdf` whether a PDF stands there."""

    berubah: bool
    pdf: bool
    berkas: tuple[Path, ...]
    halaman: int
    temuan: Kumpulan = field(default_factory=Kumpulan)


@dataclass(frozen=True)
class _Jadi:
    """A document in the working folder: what is to be published, what must go, what gets another name."""

    tempat: Tempat
    sumber: dict[str, str]
    hasil: Hasil
    buang: tuple[str, ...]
    ganti_nama: dict[str, str]


def susun(
    tempat: Tempat,
    kabar: Kabar,
    *,
    paksa: bool = False,
    pdf: bool = True,
    html: bool = False,
    bersama: Bersama | None = None,
) -> Hasil:
    """Build the document. Raises `GagalSusun` with the findings; outputs are then what they were."""
    return susun_semua([tempat], kabar, paksa=paksa, pdf=pdf, html=html, bersama=bersama)[0]


def susun_semua(
    semua: Sequence[Tempat],
    kabar: Kabar,
    *,
    paksa: bool = False,
    pdf: bool = True,
    html: bool = False,
    bersama: Bersama | None = None,
) -> list[Hasil]:
    """Build documents of one output folder and publish them together. Raises `GagalSusun`; none is changed then.

    Calls that follow each other and get the same `bersama` parse the workbooks once.
    """
    bersama = bersama or buat_bersama(kabar, semua[0].keluaran)
    bersama.bacaan.lupakan()
    program = sidik_program()
    sumber = [sidik_sumber(t.sumber(), bersama.bacaan) for t in semua]
    hasil = [
        None if paksa else _mutakhir(t, s, program, pdf=pdf, html=html) for t, s in zip(semua, sumber, strict=True)
    ]
    if all(hasil):
        return [h for h in hasil if h]
    folder = semua[0].keluaran
    temuan = Kumpulan()
    with tanpa_gagal_tulis(temuan, folder), ruang_kerja(folder) as ruang:
        jadi: dict[int, _Jadi] = {}
        for n, tempat in enumerate(semua):
            if hasil[n] is None:
                bilang = kabar if len(semua) == 1 else _atas_nama(tempat, kabar)
                jadi[n] = _susun(tempat, bilang, Kumpulan(), sumber[n], program, ruang, bersama, pdf=pdf, html=html)
        _terbitkan(ruang, list(jadi.values()), folder)
    return [h or jadi[n].hasil for n, h in enumerate(hasil)]


def _atas_nama(tempat: Tempat, kabar: Kabar) -> Kabar:
    return lambda pesan: kabar(f"{tempat.nama}: {pesan}")


def _mutakhir(tempat: Tempat, sumber: dict[str, str], program: str, *, pdf: bool, html: bool) -> Hasil | None:
    """What there is to say of a document that need not be built again; None when it must be."""
    lama = baca_manifes(tempat.keluaran, tempat.manifes)
    if lama is None or not masih_berlaku(lama, sumber, program, tempat.keluaran):
        return None
    if html and tempat.html not in lama.keluaran:
        return None
    ada_pdf = f"{tempat.nama}.pdf" in lama.keluaran
    sebab = _tanpa_pengonversi() if pdf and not ada_pdf else ""
    if pdf and not ada_pdf and not (sebab and tempat.jejak in lama.keluaran):
        return None
    temuan = Kumpulan()
    for isi in lama.peringatan:
        if not (sebab and isi[0] in ("pdf-tidak-ada", "pdf-gagal")):
            temuan.tambah(*isi)
    if sebab:
        temuan.tambah("pdf-tidak-ada", f"{tempat.nama}.pdf", sebab)
    return Hasil(False, ada_pdf, tuple(tempat.keluaran / n for n in lama.keluaran), lama.halaman, temuan)


def _terbitkan(ruang: Ruang, jadi: Sequence[_Jadi], folder: Path) -> None:
    """Everything that was made, in one publication; refused when a source changed meanwhile."""
    temuan = Kumpulan()
    for j in jadi:
        if sidik_sumber(j.tempat.sumber()) != j.sumber:
            temuan.tambah("sumber-berubah", j.tempat.isi.name, "sumber berubah selagi disusun")
    _berhenti_bila_galat(temuan)
    terbitkan(
        ruang,
        [n for j in jadi for n in (*(p.name for p in j.hasil.berkas), j.tempat.manifes)],
        folder,
        buang=[n for j in jadi for n in j.buang],
        ganti_nama={a: b for j in jadi for a, b in j.ganti_nama.items()},
    )


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
    ruang: Ruang,
    bersama: Bersama,
    *,
    pdf: bool,
    html: bool,
) -> _Jadi:
    """One document in the working folder, checked, with its manifest."""
    from concurrent.futures import ThreadPoolExecutor

    from generator.periksa.jalan import jalankan

    kerja = ruang.folder
    lama = baca_manifes(tempat.keluaran, tempat.manifes)
    with contextlib.ExitStack() as tumpukan:
        pengonversi = mulai_pengonversi(tumpukan, temuan, tempat.keluaran, f"{tempat.nama}.pdf") if pdf else None
        if pengonversi is not None:
            catat_batas(temuan, f"{tempat.nama}.pdf")
        kabar("Membaca dan memeriksa sumber")
        dari_sumber = Kumpulan()
        bahan = muat(tempat, dari_sumber, bersama=bersama)
        dokumen = bahan.dokumen
        kolam = tumpukan.enter_context(ThreadPoolExecutor(1))
        aturan = kolam.submit(jalankan, bahan, dari_sumber)
        # the page of lineage comes with the PDF, which knows the pages; who does without wants a quick look
        sel = kolam.submit(semua_sel, tempat, bersama.baca) if pdf else None
        kabar("Menulis DOCX dan Markdown")
        tugas = TataLetak(tempat.nama, kerja, dokumen, penulis(tempat.templat, temuan, bacaan=bersama.bacaan), temuan)
        ada_pdf = False
        if pengonversi is not None:
            kabar("Menata halaman dan membuat PDF")
            ada_pdf = tugas.tata(pengonversi, lama.halaman_depan if lama else {}, lama.pecahan if lama else {})
        if not ada_pdf:
            obat = "" if pdf else OBAT_TANPA_PDF
            temuan.tambah("halaman-kosong", f"{tempat.nama}.docx", "nomor halaman daftar isi dicetak …", obat)
        kabar("Memeriksa dan menerbitkan keluaran")
        keluaran = tugas.selesaikan(["docx", "md", *(["html"] if html else [])])
        if ada_pdf:
            keluaran.insert(1, f"{tempat.nama}.pdf")
        if sel is not None:
            keluaran.append(tugas.tulis_jejak(tempat.jejak, sel.result()))
        if tempat.jenis == "renja":
            _tulis_sipd(bahan, kerja / tempat.sipd)
            keluaran.append(tempat.sipd)
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
        peringatan=[[t.kode, t.tempat, t.pesan, t.obat] for t in temuan if t.kode not in SEKALI],
    )
    (kerja / tempat.manifes).write_text(manifes.teks(), encoding="utf-8")
    berkas = tuple(tempat.keluaran / n for n in keluaran)
    return _Jadi(
        tempat,
        sumber,
        Hasil(True, ada_pdf, berkas, tugas.jumlah, temuan),
        # pages of older sources
        buang=(tempat.jejak_salinan_kerja, *(() if pdf else (tempat.jejak,)), *(() if html else (tempat.html,))),
        # a PDF of older sources must not stand beside a new DOCX under the same name
        ganti_nama={} if ada_pdf else {f"{tempat.nama}.pdf": f"{tempat.nama}-lama.pdf"},
    )


def _tulis_sipd(bahan: Bahan, path: Path) -> None:
    from generator.compute.renja import KonteksRenja
    from generator.renja.sipd import tulis_sipd

    assert isinstance(bahan.konteks, KonteksRenja)
    tulis_sipd(bahan.konteks.renja, path)


def _berhenti_bila_galat(temuan: Kumpulan) -> None:
    if temuan.galat:
        raise GagalSusun(temuan)


def _catat_pdf_lama(tempat: Tempat, temuan: Kumpulan, obat: str) -> None:
    if (tempat.keluaran / f"{tempat.nama}.pdf").exists():
        pesan = f"PDF susunan sebelumnya kini bernama {tempat.nama}-lama.pdf"
        temuan.tambah("pdf-lama", f"{tempat.nama}.pdf", pesan, obat)


def periksa(tempat: Tempat, lain: Sequence[str] = (), kabar: Kabar | None = None) -> HasilPeriksa:
    """All findings of sources and tree, without writing anything."""
    from generator.periksa.jalan import HasilPeriksa, jalankan

    temuan = Kumpulan()
    try:
        return jalankan(muat(tempat, temuan, lain, buat_bersama(kabar, tempat.keluaran)), temuan)
    except GagalSusun as e:
        return HasilPeriksa(e.temuan)


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
