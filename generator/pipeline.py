"""The whole program in order: hash, read, compute, build the tree, write DOCX, lay out, check, publish.

`susun` makes one document from a content folder. Every stage takes the result of the one before; nothing is published
unless all of them succeeded. LibreOffice starts first, in the background, while Python works.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from generator.keluaran import ruang_kerja, terbitkan
from generator.manifes import NAMA as NAMA_MANIFES
from generator.manifes import Manifes, baca_manifes, masih_berlaku, sidik, sidik_program, sidik_sumber
from generator.tata_letak import TataLetak
from generator.temuan import GagalSusun, Kumpulan

if TYPE_CHECKING:
    from generator.compute.konteks import Konteks
    from generator.document.nodes import Document
    from generator.document.tables.lembar import SelLembar
    from generator.jejak.indeks import Indeks
    from generator.jejak.sel import Buku
    from generator.periksa.bahan import Bahan
    from generator.periksa.jalan import HasilPeriksa
    from generator.sources.xlsx import PembacaSekali
    from generator.writers.docx.dokumen import NaskahDocx
    from generator.writers.pdf.pengonversi import Pengonversi

Kabar = Callable[[str], None]
Jenis = Literal["renstra", "renja", "pk"]
JUDUL: dict[Jenis, str] = {
    "renstra": "RENCANA STRATEGIS (RENSTRA)",
    "renja": "RENCANA KERJA (RENJA)",
    "pk": "PERJANJIAN KINERJA",
}
KAMUS = "kamus.txt"  # the project's own words, in the content folder
OBAT_TANPA_PDF = "Susun lagi tanpa --tanpa-pdf untuk PDF dan nomor halamannya."


@dataclass(frozen=True)
class Tempat:
    """Where a document comes from and goes to. `isi` is the folder that holds chapters/ and data/.

    `nama` is that of its outputs; `tahun` the year of a Renja or Perjanjian Kinerja.
    """

    isi: Path
    templat: Path
    keluaran: Path
    nama: str = "renstra"
    jenis: Jenis = "renstra"
    tahun: int = 0

    @property
    def naskah(self) -> Path:
        """The chapters of this kind of document; a Renja's stand in a folder for each outline."""
        return self.isi / "chapters" / self.jenis

    @property
    def data(self) -> Path:
        return self.isi / "data"

    @property
    def manifes(self) -> str:
        """The manifest's file name."""
        return NAMA_MANIFES if self.jenis == "renstra" else f"manifest-{self.nama}.json"

    @property
    def jejak(self) -> str:
        """The file name of the page that shows where every number comes from."""
        return "jejak.html" if self.jenis == "renstra" else f"jejak-{self.nama}.html"

    def sumber(self) -> Iterator[tuple[str, Path]]:
        """Every source by the name that places in findings carry."""
        yield from self._di_isi(self.naskah, "*/*.md" if self.jenis == "renja" else "*.md")
        yield from self.sumber_data()
        if self.tahun:
            yield from self._di_isi(self.data / "renja", f"{self.tahun}.xlsx")
        if (self.isi / KAMUS).is_file():
            yield f"{self.isi.name}/{KAMUS}", self.isi / KAMUS
        yield f"{self.templat.parent.name}/{self.templat.name}", self.templat

    def sumber_data(self) -> Iterator[tuple[str, Path]]:
        """The workbooks that all documents share."""
        return self._di_isi(self.data, "*")

    def _di_isi(self, folder: Path, pola: str) -> Iterator[tuple[str, Path]]:
        for path in sorted(folder.glob(pola)) if folder.is_dir() else ():
            if path.is_file() and not path.name.startswith(("~$", ".")):
                yield f"{self.isi.name}/{path.relative_to(self.isi).as_posix()}", path


def tempat_renja(t: Tempat, tahun: int) -> Tempat:
    """The Renja of a year beside a Renstra; its template beside the Renstra's."""
    return replace(t, templat=t.templat.with_name("renja.docx"), nama=f"renja-{tahun}", jenis="renja", tahun=tahun)


def tempat_pk(t: Tempat, tahun: int) -> Tempat:
    """The Perjanjian Kinerja of a year beside a Renstra; its template beside the Renstra's."""
    return replace(t, templat=t.templat.with_name("pk.docx"), nama=f"pk-{tahun}", jenis="pk", tahun=tahun)


@dataclass
class Bersama:
    """What the builds of one process share: workbooks are parsed, and made names of, again only when they changed."""

    baca: PembacaSekali
    sidik: dict[str, str] = field(default_factory=dict)
    konteks: Konteks | None = None
    temuan: Kumpulan = field(default_factory=Kumpulan)


def buat_bersama() -> Bersama:
    from generator.sources.xlsx import PembacaSekali

    return Bersama(PembacaSekali())


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
        if ada_pdf or not pdf or sebab:
            berkas = tuple(tempat.keluaran / n for n in lama.keluaran)
            temuan = Kumpulan()
            for isi in lama.peringatan:
                if not (sebab and isi[0] == "pdf-tidak-ada"):
                    temuan.tambah(*isi)
            if sebab:
                temuan.tambah("pdf-tidak-ada", f"{tempat.nama}.pdf", sebab)
            return Hasil(False, ada_pdf, berkas, lama.halaman, temuan)
    temuan = Kumpulan()
    try:
        return _susun(tempat, kabar, temuan, sumber, program, lama, bersama or buat_bersama(), pdf=pdf)
    except OSError as e:
        habis = e.errno in (errno.ENOSPC, errno.EDQUOT)
        pesan = "ruang disk habis" if habis else f"{e.strerror or e}"
        temuan.tambah("tidak-tertulis", e.filename or tempat.keluaran, f"tidak dapat ditulis: {pesan}")
        raise GagalSusun(temuan) from e


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
        pengonversi = _mulai_pengonversi(tumpukan, temuan, tempat) if pdf else None
        kabar("Membaca dan memeriksa sumber")
        dari_sumber = Kumpulan()
        bahan = muat(tempat, dari_sumber, bersama=bersama)
        dokumen = bahan.dokumen
        kolam = tumpukan.enter_context(ThreadPoolExecutor(1))
        aturan = kolam.submit(jalankan, bahan, dari_sumber)
        sel = kolam.submit(_semua_sel, tempat, bersama.baca)
        kabar("Menulis DOCX dan Markdown")
        tugas = TataLetak(tempat.nama, kerja, dokumen, lambda d: _tulis_docx(d, tempat, temuan), temuan)
        keluaran = [f"{tempat.nama}.docx", f"{tempat.nama}.md", tempat.jejak]
        if pengonversi is not None:
            kabar("Menata halaman dan membuat PDF")
            tugas.tata(pengonversi, lama.halaman_depan if lama else {}, lama.pecahan if lama else {})
            keluaran.insert(1, f"{tempat.nama}.pdf")
        else:
            obat = "" if pdf else OBAT_TANPA_PDF
            temuan.tambah("halaman-kosong", f"{tempat.nama}.docx", "nomor halaman daftar isi dicetak …", obat)
        kabar("Memeriksa dan menerbitkan keluaran")
        tugas.selesaikan()
        (kerja / tempat.jejak).write_text(_laman_jejak(tugas, sel.result()), encoding="utf-8", newline="\n")
        temuan = Kumpulan({**aturan.result().temuan.isi, **temuan.isi})
        _berhenti_bila_galat(temuan)
        if pengonversi is None:
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
        if pengonversi is None:
            _singkirkan_pdf_lama(tempat)
    berkas = tuple(tempat.keluaran / n for n in keluaran)
    return Hasil(True, pengonversi is not None, berkas, tugas.jumlah, temuan)


def _berhenti_bila_galat(temuan: Kumpulan) -> None:
    if temuan.galat:
        raise GagalSusun(temuan)


def _mulai_pengonversi(tumpukan: contextlib.ExitStack, temuan: Kumpulan, tempat: Tempat) -> Pengonversi | None:
    from generator.writers.pdf.gagal import GagalPdf
    from generator.writers.pdf.pengonversi import siapkan

    try:
        pengonversi = siapkan(induk=tempat.keluaran)
    except GagalPdf as e:
        temuan.tambah(e.kode, f"{tempat.nama}.pdf", e.pesan)
        if e.kode != "pdf-tidak-ada":
            raise GagalSusun(temuan) from e
        return None
    tumpukan.push(pengonversi)
    return pengonversi


def _catat_pdf_lama(tempat: Tempat, temuan: Kumpulan, obat: str) -> None:
    if (tempat.keluaran / f"{tempat.nama}.pdf").exists():
        pesan = f"PDF susunan sebelumnya kini bernama {tempat.nama}-lama.pdf"
        temuan.tambah("pdf-lama", f"{tempat.nama}.pdf", pesan, obat)


def _singkirkan_pdf_lama(tempat: Tempat) -> None:
    """A PDF of older sources must not stand beside a new DOCX under the same name; it is kept under another."""
    path = tempat.keluaran / f"{tempat.nama}.pdf"
    if path.exists():
        path.replace(path.with_name(f"{tempat.nama}-lama.pdf"))


# ---------------------------------------------------------------- sources -> tree


def muat(tempat: Tempat, temuan: Kumpulan, lain: Sequence[str] = (), bersama: Bersama | None = None) -> Bahan:
    """Sources to names, chapters and the numbered tree. Raises `GagalSusun`. `lain`: names of other offices."""
    from generator.document.susun import susun_dokumen
    from generator.periksa.bahan import Bahan
    from generator.sources.naskah import baca_naskah

    bersama = bersama or buat_bersama()
    dasar = _baca_konteks(tempat, temuan, bersama)
    konteks = _konteks_dokumen(tempat, dasar, temuan, bersama.baca) if dasar else None
    folder = _folder_naskah(tempat, konteks)
    naskah = baca_naskah(folder, temuan, f"{tempat.isi.name}/{folder.relative_to(tempat.isi).as_posix()}")
    if konteks is None:
        raise GagalSusun(temuan)
    dokumen = susun_dokumen(
        naskah, konteks, temuan, _pembaca_lembar(tempat, temuan, bersama.baca), judul=JUDUL[tempat.jenis]
    )
    if dokumen is None:
        raise GagalSusun(temuan)
    kamus = tempat.isi / KAMUS
    return Bahan(konteks, dokumen, naskah, tuple(lain), kamus if kamus.is_file() else None)


def _baca_konteks(tempat: Tempat, temuan: Kumpulan, bersama: Bersama) -> Konteks | None:
    """The names of the Renstra, from the workbooks or an earlier build that read the same ones; None with galat."""
    from generator.compute.konteks import Konteks
    from generator.sources.buku import baca_isi

    kini = sidik_sumber(tempat.sumber_data())
    if bersama.konteks is None or bersama.sidik != kini:
        bersama.temuan = Kumpulan()
        isi = baca_isi(tempat.data, bersama.temuan, f"{tempat.isi.name}/data", bersama.baca)
        bersama.konteks, bersama.sidik = Konteks(isi) if isi else None, kini
    temuan.masukkan(bersama.temuan)
    return bersama.konteks


def _konteks_dokumen(tempat: Tempat, dasar: Konteks, temuan: Kumpulan, baca: PembacaSekali) -> Konteks:
    """The names of this kind of document."""
    if tempat.jenis == "renstra":
        return dasar
    from generator.compute.renja import KonteksRenja
    from generator.sources.renja import baca_renja

    _periksa_tahun(tempat, dasar)
    isi = baca_renja(tempat.data, tempat.tahun, dasar.isi, temuan, f"{tempat.isi.name}/data", baca)
    if temuan.galat:
        raise GagalSusun(temuan)
    if tempat.jenis == "pk":
        from generator.compute.pk import KonteksPk

        return KonteksPk(dasar, isi, tempat.tahun)
    return KonteksRenja(dasar, isi, tempat.tahun)


def _periksa_tahun(tempat: Tempat, dasar: Konteks) -> None:
    """A year outside the plan is all that is said: `GagalSusun` with one finding."""
    from generator.compute.renja import tahun_renja

    ada = [t.nilai for t in tahun_renja(dasar)]
    if tempat.tahun not in ada:
        temuan = Kumpulan()
        rentang = f"Renja dapat disusun untuk tahun {ada[0]} sampai {ada[-1]}" if ada else "tidak ada tahun Renja"
        temuan.tambah("tahun-renja", tempat.nama, f"tahun {tempat.tahun} di luar Renstra; {rentang}")
        raise GagalSusun(temuan)


def tahun_renja(tempat: Tempat, bersama: Bersama | None = None) -> list[int]:
    """The years for which a Renja can be made. Raises `GagalSusun`."""
    from generator.compute import renja

    temuan = Kumpulan()
    dasar = _baca_konteks(tempat, temuan, bersama or buat_bersama())
    if dasar is None:
        raise GagalSusun(temuan)
    return [t.nilai for t in renja.tahun_renja(dasar)]


def _folder_naskah(tempat: Tempat, konteks: Konteks | None) -> Path:
    """Where the chapters stand: those of a Renja in the folder of the year's outline."""
    if konteks is None or tempat.jenis != "renja":
        return tempat.naskah
    from generator.compute.renja import kerangka_tahun

    return tempat.naskah / kerangka_tahun(konteks.isi, tempat.tahun)


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
    from generator.document.pecah import pecah
    from generator.jejak.halaman import halaman_cetak
    from generator.jejak.indeks import susun_indeks
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

    with ruang_kerja(tempat.keluaran) as kerja:
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


def _pembaca_lembar(
    tempat: Tempat, temuan: Kumpulan, baca_buku: PembacaSekali
) -> Callable[[str, str], SelLembar | None]:
    """Reads a whole sheet for '::: tabel data=…'; each workbook once."""
    from generator.document.tables.lembar import SelLembar
    from generator.sources.xlsx import BukuDitolak, LembarMentah

    terbaca: dict[str, Mapping[str, LembarMentah]] = {}

    def baca(buku: str, lembar: str) -> SelLembar | None:
        path = tempat.data / buku
        if buku not in terbaca:
            terbaca[buku] = {}
            if path.is_file():
                berkas = f"{tempat.isi.name}/data/{buku}"
                try:
                    terbaca[buku] = baca_buku(path, berkas)
                except BukuDitolak as e:
                    temuan.tambah(e.kode, berkas, e.pesan)
        mentah = terbaca[buku].get(lembar)
        return SelLembar(mentah.sel, mentah.gabungan, mentah.lebar) if mentah else None

    return baca


# ---------------------------------------------------------------- a year's Renja beside its document


def siapkan_renja(tempat: Tempat) -> tuple[Path, bool]:
    """Make the year's workbook; (path, whether it was made): one that is there is left alone. Raises `GagalSusun`."""
    from generator.model.renja import berkas_renja
    from generator.renja.siapkan import siapkan

    bersama, temuan = buat_bersama(), Kumpulan()
    dasar = _baca_konteks(tempat, temuan, bersama)
    if dasar is None:
        raise GagalSusun(temuan)
    _periksa_tahun(tempat, dasar)
    return tempat.data / berkas_renja(tempat.tahun), siapkan(tempat.data, dasar, tempat.tahun)


def tulis_sipd(tempat: Tempat, bersama: Bersama | None = None) -> Path:
    """Write build/sipd-<year>.xlsx. Raises `GagalSusun`."""
    from generator.compute.renja import KonteksRenja
    from generator.renja import sipd

    bersama, temuan = bersama or buat_bersama(), Kumpulan()
    dasar = _baca_konteks(tempat, temuan, bersama)
    if dasar is None:
        raise GagalSusun(temuan)
    konteks = _konteks_dokumen(tempat, dasar, temuan, bersama.baca)
    assert isinstance(konteks, KonteksRenja)
    nama = f"sipd-{tempat.tahun}.xlsx"
    with ruang_kerja(tempat.keluaran) as kerja:
        sipd.tulis_sipd(konteks.renja, kerja / nama)
        terbitkan(kerja, [nama], tempat.keluaran)
    return tempat.keluaran / nama


# ---------------------------------------------------------------- tree -> files


def _tulis_docx(dokumen: Document, tempat: Tempat, temuan: Kumpulan) -> NaskahDocx:
    from generator.writers.docx.dokumen import tulis_docx
    from generator.writers.docx.templat import TemplatSalah

    try:
        return tulis_docx(dokumen, tempat.templat)
    except TemplatSalah as e:
        temuan.tambah("templat-salah", f"{tempat.templat.parent.name}/{tempat.templat.name}", str(e))
        raise GagalSusun(temuan) from e
