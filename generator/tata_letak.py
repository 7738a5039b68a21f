"""The layout: which page everything fell on, and the final files in the working folder: PDF, DOCX (checked), others.

In: the document, its DOCX that waits for page numbers, a converter. LibreOffice evaluates page references itself and
names a destination for every bookmark; Word prints what the file says and names none, so its pages are found by words.
A converter that fails in any way leaves the document as if there were none: DOCX and Markdown without page numbers.
"""

from __future__ import annotations

import contextlib
import threading
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.berkas import Bacaan
from generator.temuan import KATALOG, GagalSusun, Kumpulan

if TYPE_CHECKING:
    from pikepdf import Pdf

    from generator.jejak.sel import Buku
    from generator.tree.nodes import Document
    from generator.writers.docx.dokumen import NaskahDocx
    from generator.writers.pdf.gagal import GagalPdf
    from generator.writers.pdf.pengonversi import Pengonversi

PUTARAN = 6  # layouts at the most until the page numbers of the contents are right
PUTARAN_PECAH = 3  # layouts at the most that look for the rows at which merged cells are cut


def mulai_pengonversi(tumpukan: contextlib.ExitStack, temuan: Kumpulan, keluaran: Path, pdf: str) -> Pengonversi | None:
    """The converter, closed with the stack; None, and a finding on `pdf`, where there is none that can work."""
    from generator.writers.pdf.gagal import GagalPdf
    from generator.writers.pdf.pengonversi import siapkan

    try:
        pengonversi = siapkan(induk=keluaran)
    except GagalPdf as e:
        _catat(temuan, pdf, e)
        return None
    tumpukan.push(pengonversi)
    return pengonversi


def _catat(temuan: Kumpulan, pdf: str, e: GagalPdf) -> None:
    """Why there is no PDF; raises `GagalSusun` where that leaves no other output either (a full disk)."""
    temuan.tambah(e.kode, pdf, e.pesan, e.obat)
    if KATALOG[e.kode].berat == "galat":
        raise GagalSusun(temuan) from e


def penulis(
    templat: Path, temuan: Kumpulan, tanggal_revisi: str = "", bacaan: Bacaan | None = None
) -> Callable[[Document], NaskahDocx]:
    """The DOCX writer with that template; one that cannot serve is a finding, and raises `GagalSusun`."""
    bacaan = bacaan or Bacaan()
    from generator.writers.docx.dokumen import tulis_docx
    from generator.writers.docx.templat import TemplatSalah

    def tulis(dokumen: Document) -> NaskahDocx:
        try:
            return tulis_docx(dokumen, templat, tanggal_revisi, bacaan)
        except TemplatSalah as e:
            temuan.tambah(e.kode, f"{templat.parent.name}/{templat.name}", str(e), e.obat)
            raise GagalSusun(temuan) from e

    return tulis


class TataLetak:
    """One document's layout. `halaman`: printed page by anchor; `romawi`: those of them in Roman numbers;
    `letak`: page from 0 of every bookmark; `pecahan`: the rows at which merged cells are cut, by table."""

    def __init__(
        self, nama: str, kerja: Path, dokumen: Document, tulis: Callable[[Document], NaskahDocx], temuan: Kumpulan
    ) -> None:
        self.nama, self.kerja, self.dokumen, self.tulis, self.temuan = nama, kerja, dokumen, tulis, temuan
        self.naskah = tulis(dokumen)
        self.pecahan: dict[str, tuple[str, ...]] = {}
        self.halaman: dict[str, str] = {}
        self.romawi: dict[str, str] = {}
        self.letak: Mapping[str, int] = {}
        self.jumlah = 0
        self.pembuat = self.huruf = ""
        self._versi_huruf: dict[str, str] = {}

    def tata(self, pengonversi: Pengonversi, tebakan: Mapping[str, str], pecahan: Mapping[str, Sequence[str]]) -> bool:
        """Make the PDF and find the pages; False, with a finding, when the converter made none that can be used.

        With LibreOffice one pass where the Roman pages and the rows that begin a page within merged cells are as
        guessed (those of the last build), else one or two more; with Word one pass to find the pages and one to print
        them, and merged cells stay as they are. Raises `GagalSusun` when the disk is full.
        """
        from generator.writers.pdf.gagal import GagalPdf

        try:
            self._tata(pengonversi, tebakan, {nama: tuple(baris) for nama, baris in pecahan.items()})
        except GagalPdf as e:
            _catat(self.temuan, f"{self.nama}.pdf", e)
            self._pecah({})
            self.halaman, self.romawi, self.letak = {}, {}, {}
            self.jumlah, self.pembuat, self.huruf = 0, "", ""
            return False
        return True

    def _tata(self, pengonversi: Pengonversi, tebakan: Mapping[str, str], pecahan: dict[str, tuple[str, ...]]) -> None:
        from generator.tree.format import romawi
        from generator.writers.pdf.gagal import harus_terbaca
        from generator.writers.pdf.halaman import destinations, halaman_menurut_teks
        from generator.writers.pdf.huruf import huruf
        from generator.writers.pdf.normalkan import buka, normalkan_isi, simpan

        mentah = self.kerja / "mentah.pdf"
        coba = {a: tebakan.get(a) or romawi(i).lower() for i, a in enumerate(self.naskah.romawi, 1)}
        if pengonversi.mengevaluasi_medan:
            self._pecah(pecahan)
        for putaran in range(PUTARAN):
            tercetak = self._konversi(pengonversi, coba, mentah)
            with harus_terbaca(pengonversi.versi):
                terbuka = buka(mentah)
            with terbuka as pdf:
                with harus_terbaca(pengonversi.versi):
                    self.jumlah = len(pdf.pages)
                    letak = destinations(pdf, self.naskah.jangkar)
                    if not pengonversi.mengevaluasi_medan:
                        letak = halaman_menurut_teks(mentah, self._entri())
                self._nomori(letak, pengonversi.versi)
                pecah_lagi = pengonversi.mengevaluasi_medan and putaran < PUTARAN_PECAH and self._cari_pecahan(pdf)
                if pecah_lagi or (self.romawi if pengonversi.mengevaluasi_medan else self.halaman) != tercetak:
                    coba = self.romawi
                    continue
                if self.naskah.rumus and pengonversi.mengevaluasi_medan:
                    self._rumus(pdf, mentah, math=pengonversi.menggambar_rumus)
                waktu = datetime.fromisoformat(self.dokumen.meta["tanggal"]).replace(tzinfo=UTC)
                self.pembuat = pengonversi.versi
                with harus_terbaca(pengonversi.versi):
                    self.huruf = ", ".join(huruf(pdf, self._versi_huruf))
                    normalkan_isi(pdf, waktu)
                    simpan(pdf, self.kerja / f"{self.nama}.pdf")
            if pengonversi.mengevaluasi_medan:
                self._periksa_pdf()
            return
        self._salah("nomor halaman daftar isi tidak kunjung tetap")

    def _rumus(self, pdf: Pdf, mentah: Path, *, math: bool) -> None:
        """Give the formulas of the PDF their alternative texts, and report those that cannot be read there."""
        from generator.writers.pdf.rumus import beri_teks

        rumus = self.naskah.rumus
        if not math:
            pesan = f"{len(rumus)} baris rumus dicetak dengan kata-kata, karena LibreOffice Math tidak ada"
            self.temuan.tambah("rumus-tanpa-math", f"{self.nama}.pdf", pesan)
            return
        lebar = beri_teks(pdf, mentah, [r.teks for r in rumus])
        if len(lebar) != len(rumus):
            self._salah(f"dari {len(rumus)} baris rumus, {len(lebar)} tercetak dalam PDF")
            return
        for r, perlu in zip(rumus, lebar, strict=True):
            if 0 < r.lebar < perlu - 1:
                pesan = f'"{r.teks}" perlu lebar {perlu:.0f} pt, tempatnya {r.lebar:.0f} pt'
                self.temuan.tambah("rumus-lebar", r.asal, pesan)

    def _pecah(self, pecahan: dict[str, tuple[str, ...]]) -> None:
        """Cut the merged cells of the tables; the file is written anew."""
        from generator.tree.pecah import pecah

        if pecahan != self.pecahan:
            self.pecahan = pecahan
            self.naskah = self.tulis(pecah(self.dokumen, pecahan))

    def _cari_pecahan(self, pdf: Pdf) -> bool:
        """Cut merged cells at the rows with which pages began; whether that is another cut than before."""
        from generator.tree.pecah import tabel_bergabung
        from generator.writers.pdf.halaman import destinations

        bergabung = tabel_bergabung(self.dokumen)
        letak = destinations(pdf, self.naskah.baris) if bergabung else {}
        awal: dict[str, list[str]] = {}
        sebelum = ("", -1)
        for jangkar, (tabel, kunci) in self.naskah.baris.items():
            kini = (tabel, letak.get(jangkar, -1))
            if tabel == sebelum[0] and kini[1] > sebelum[1] >= 0 and kunci in bergabung.get(tabel, ()):
                awal.setdefault(tabel, []).append(kunci)
            sebelum = kini
        lama = self.pecahan
        self._pecah({nama: tuple(baris) for nama, baris in awal.items()})
        return self.pecahan != lama

    def _konversi(self, pengonversi: Pengonversi, coba: dict[str, str], mentah: Path) -> dict[str, str]:
        """Lay out; gives the pages that the contents print as plain text. Raises `GagalPdf`."""
        masuk = self.kerja / "tata-letak.docx"
        if pengonversi.mengevaluasi_medan:
            tercetak = coba
            masuk.write_bytes(self.naskah.untuk_tata_letak(coba, math=pengonversi.menggambar_rumus))
        else:
            tercetak = self.halaman
            masuk.write_bytes(self.naskah.byte(self.halaman))
        sambil = threading.Thread(target=self._sambil_menunggu, daemon=True)
        sambil.start()
        pengonversi.konversi(masuk, mentah)
        sambil.join()
        return tercetak

    def _sambil_menunggu(self) -> None:
        """What the stages after the layout need is loaded while the converter works."""
        import pikepdf  # noqa: F401

        import generator.periksa.pdf
        import generator.periksa.struktur
        import generator.writers.markdown  # noqa: F401
        from generator.writers.pdf.huruf import versi_terpasang

        self._versi_huruf = self._versi_huruf or versi_terpasang()

    def _entri(self) -> list[tuple[str, str]]:
        """Anchor and text of everything that contents list, in the order of the pages."""
        from generator.tree.nodes import SEBUTAN, Chart, Diagram, Heading, Table, plain

        hasil: list[tuple[str, str]] = []
        for b in (b for s in self.dokumen.sections for b in s.blocks):
            if isinstance(b, Heading) and b.anchor in self.naskah.jangkar:
                hasil.append((b.anchor, f"{b.prefix} {plain(b.content, deleted=True)}"))
            elif isinstance(b, (Table, Chart, Diagram)) and b.caption.anchor in self.naskah.jangkar:
                c = b.caption
                hasil.append((c.anchor, f"{SEBUTAN[c.kind]} {c.number} {plain(c.title, deleted=True)}"))
        return hasil

    def _nomori(self, letak: Mapping[str, int], pembuat: str) -> None:
        """Printed page of each anchor: each numbering counts from the page of its first anchor.

        A PDF in which none can be found is no PDF of this document; one that lacks some is our fault.
        """
        from generator.tree.format import romawi
        from generator.writers.pdf.gagal import GagalPdf

        hilang = [a for a in self.naskah.jangkar if a not in letak]
        if hilang and len(hilang) == len(self.naskah.jangkar):
            raise GagalPdf("pdf-gagal", f"PDF dari {pembuat} tidak memuat satu pun tujuan daftar isi.")
        if hilang:
            self._salah(f"{len(hilang)} tujuan daftar isi tidak ada dalam PDF, misalnya {hilang[0]}")
            raise GagalSusun(self.temuan)
        depan = set(self.naskah.romawi)
        awal: dict[bool, int] = {}
        for a in self.naskah.jangkar:
            awal[a in depan] = min(letak[a], awal.get(a in depan, letak[a]))
        self.letak = letak
        nomor = {a: letak[a] - awal[a in depan] + 1 for a in self.naskah.jangkar}
        self.romawi = {a: romawi(nomor[a]).lower() for a in self.naskah.romawi}
        self.halaman = {a: self.romawi.get(a) or str(n) for a, n in nomor.items()}

    @property
    def tercetak(self) -> Document:
        """The document as it was laid out: its merged cells cut where a page begins."""
        from generator.tree.pecah import pecah

        return pecah(self.dokumen, self.pecahan)

    def selesaikan(self, bentuk: Sequence[str]) -> list[str]:
        """Write the document in these formats, and check the DOCX, which is always among them; gives the file names."""
        from generator.periksa.struktur import periksa_docx
        from generator.writers.daftar import PENULIS, Bahan

        bahan = Bahan(self.dokumen, self.naskah, self.halaman)
        berkas = [f"{self.nama}.{b}" for b in bentuk]
        for nama, b in zip(berkas, bentuk, strict=True):
            (self.kerja / nama).write_bytes(PENULIS[b](bahan))
        with zipfile.ZipFile(self.kerja / f"{self.nama}.docx") as z:
            for salah in periksa_docx({n: z.read(n) for n in z.namelist()}):
                self._salah(salah)
        return berkas

    def tulis_jejak(self, nama: str, sel: Mapping[str, Buku]) -> str:
        """Write the page of lineage, which knows the pages of what was laid out. `sel`: all cells, by workbook."""
        from generator.jejak.halaman import halaman_cetak
        from generator.jejak.indeks import susun_indeks
        from generator.jejak.laman import tulis_laman

        indeks = susun_indeks(self.tercetak, sel, halaman_cetak(self.dokumen, self.letak))
        (self.kerja / nama).write_text(tulis_laman(indeks), encoding="utf-8", newline="\n")
        return nama

    def _periksa_pdf(self) -> None:
        from generator.periksa.pdf import kepala_dokumen, periksa_pdf

        kepala = kepala_dokumen(self.dokumen)
        pdf = self.kerja / f"{self.nama}.pdf"
        for salah in periksa_pdf(pdf, judul=self.dokumen.title, jangkar=self.naskah.jangkar, kepala=kepala):
            self._salah(salah)

    def _salah(self, pesan: str) -> None:
        self.temuan.tambah("keluaran-salah", self.nama, pesan)
