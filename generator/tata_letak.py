"""The layout: which page everything fell on, and the final DOCX, PDF and Markdown in the working folder, checked.

In: the document, its DOCX that waits for page numbers, a converter. LibreOffice evaluates page references itself and
names a destination for every bookmark; Word prints what the file says and names none, so its pages are found by words.
"""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.temuan import GagalSusun, Kumpulan

if TYPE_CHECKING:
    from generator.document.nodes import Document
    from generator.writers.docx.dokumen import NaskahDocx
    from generator.writers.pdf.pengonversi import Pengonversi

PUTARAN = 4  # layouts at the most until the page numbers of the contents are right


class TataLetak:
    """One document's layout. `halaman`: printed page by anchor; `romawi`: those of them in Roman numbers."""

    def __init__(self, nama: str, kerja: Path, naskah: NaskahDocx, dokumen: Document, temuan: Kumpulan) -> None:
        self.nama, self.kerja, self.naskah, self.dokumen, self.temuan = nama, kerja, naskah, dokumen, temuan
        self.halaman: dict[str, str] = {}
        self.romawi: dict[str, str] = {}
        self.jumlah = 0
        self.pembuat = self.huruf = ""
        self._versi_huruf: dict[str, str] = {}

    def tata(self, pengonversi: Pengonversi, tebakan: Mapping[str, str]) -> None:
        """Make the PDF and find the pages.

        With LibreOffice one pass where the Roman pages are as guessed (those of the last build), else one more; with
        Word one pass to find the pages and one to print them.
        """
        from generator.document.format import romawi
        from generator.writers.pdf.halaman import destinations, halaman_menurut_teks
        from generator.writers.pdf.huruf import huruf
        from generator.writers.pdf.normalkan import buka, normalkan_isi, simpan

        mentah = self.kerja / "mentah.pdf"
        coba = {a: tebakan.get(a) or romawi(i).lower() for i, a in enumerate(self.naskah.romawi, 1)}
        for _ in range(PUTARAN):
            tercetak = self._konversi(pengonversi, coba, mentah)
            with buka(mentah) as pdf:
                self.jumlah = len(pdf.pages)
                letak = destinations(pdf, self.naskah.jangkar)
                if not pengonversi.mengevaluasi_medan:
                    letak = halaman_menurut_teks(mentah, self._entri())
                self._nomori(letak)
                if (self.romawi if pengonversi.mengevaluasi_medan else self.halaman) != tercetak:
                    coba = self.romawi
                    continue
                waktu = datetime.fromisoformat(self.dokumen.meta["tanggal"]).replace(tzinfo=UTC)
                self.pembuat = pengonversi.versi
                self.huruf = ", ".join(huruf(pdf, self._versi_huruf))
                normalkan_isi(pdf, waktu)
                simpan(pdf, self.kerja / f"{self.nama}.pdf")
            if pengonversi.mengevaluasi_medan:
                self._periksa_pdf()
            return
        self._salah("nomor halaman daftar isi tidak kunjung tetap")

    def _konversi(self, pengonversi: Pengonversi, coba: dict[str, str], mentah: Path) -> dict[str, str]:
        """Lay out; gives the pages that the contents print as plain text."""
        from generator.writers.pdf.gagal import GagalPdf

        masuk = self.kerja / "tata-letak.docx"
        if pengonversi.mengevaluasi_medan:
            tercetak = coba
            masuk.write_bytes(self.naskah.untuk_tata_letak(coba))
        else:
            tercetak = self.halaman
            masuk.write_bytes(self.naskah.byte(self.halaman))
        sambil = threading.Thread(target=self._sambil_menunggu, daemon=True)
        sambil.start()
        try:
            pengonversi.konversi(masuk, mentah)
        except GagalPdf as e:
            self.temuan.tambah(e.kode, f"{self.nama}.pdf", e.pesan)
            raise GagalSusun(self.temuan) from e
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
        from generator.document.nodes import SEBUTAN, Chart, Diagram, Heading, Table, plain

        hasil: list[tuple[str, str]] = []
        for b in (b for s in self.dokumen.sections for b in s.blocks):
            if isinstance(b, Heading) and b.anchor in self.naskah.jangkar:
                awal = "BAB " if b.level == 1 and b.number else ""
                hasil.append((b.anchor, f"{awal}{b.number} {plain(b.content)}"))
            elif isinstance(b, (Table, Chart, Diagram)) and b.caption.anchor in self.naskah.jangkar:
                c = b.caption
                hasil.append((c.anchor, f"{SEBUTAN[c.kind]} {c.number} {plain(c.title)}"))
        return hasil

    def _nomori(self, letak: Mapping[str, int]) -> None:
        """Printed page of each anchor: each numbering counts from the page of its first anchor."""
        from generator.document.format import romawi

        hilang = [a for a in self.naskah.jangkar if a not in letak]
        if hilang:
            self._salah(f"{len(hilang)} tujuan daftar isi tidak ada dalam PDF, misalnya {hilang[0]}")
            raise GagalSusun(self.temuan)
        depan = set(self.naskah.romawi)
        awal: dict[bool, int] = {}
        for a in self.naskah.jangkar:
            awal[a in depan] = min(letak[a], awal.get(a in depan, letak[a]))
        nomor = {a: letak[a] - awal[a in depan] + 1 for a in self.naskah.jangkar}
        self.romawi = {a: romawi(nomor[a]).lower() for a in self.naskah.romawi}
        self.halaman = {a: self.romawi.get(a) or str(n) for a, n in nomor.items()}

    def selesaikan(self) -> None:
        """Write the DOCX with its page numbers and the Markdown, and check the DOCX."""
        from generator.periksa.struktur import periksa_docx
        from generator.writers.markdown import tulis_markdown

        docx = self.kerja / f"{self.nama}.docx"
        docx.write_bytes(self.naskah.byte(self.halaman))
        (self.kerja / f"{self.nama}.md").write_text(tulis_markdown(self.dokumen), encoding="utf-8", newline="\n")
        with zipfile.ZipFile(docx) as z:
            for salah in periksa_docx({n: z.read(n) for n in z.namelist()}):
                self._salah(salah)

    def _periksa_pdf(self) -> None:
        from generator.periksa.pdf import kepala_dokumen, periksa_pdf

        kepala = kepala_dokumen(self.dokumen)
        pdf = self.kerja / f"{self.nama}.pdf"
        for salah in periksa_pdf(pdf, judul=self.dokumen.title, jangkar=self.naskah.jangkar, kepala=kepala):
            self._salah(salah)

    def _salah(self, pesan: str) -> None:
        self.temuan.tambah("keluaran-salah", self.nama, pesan)
