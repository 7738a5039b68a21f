"""Real conversions: what is in the PDF, two at once, failures, and what is left behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from menunggu import sampai
from pypdf import PdfReader

from generator.writers.pdf import libreoffice as modul
from generator.writers.pdf.gagal import GagalPdf
from generator.writers.pdf.letak import soket
from generator.writers.pdf.libreoffice import LibreOffice, cari_soffice
from generator.writers.pdf.pengonversi import siapkan
from generator.writers.pdf.sementara import Sementara, sapu

BuatDocx = Callable[..., Path]
linux = pytest.mark.skipif(sys.platform != "linux", reason="membaca /proc")


def proses_bertanda(tanda: str) -> list[int]:
    """The processes whose command line or environment names `tanda`."""
    hasil = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int(folder.name) != os.getpid() and tanda.encode() in (folder / "cmdline").read_bytes():
                hasil.append(int(folder.name))
        except OSError:
            continue
    return hasil


def soffice_palsu(folder: Path, isi: str) -> Path:
    palsu = folder / "soffice-palsu"
    palsu.write_text(f"#!/bin/sh\n{isi}\n")
    palsu.chmod(0o755)
    return palsu


def hilang(*tanda: str) -> None:
    """Wait until no process names them; a killed one may need a moment on a busy machine."""
    sampai(lambda: not any(map(proses_bertanda, tanda)), f"{tanda} berakhir")


def test_isi_pdf(soffice: Path, buat_docx: BuatDocx, induk: Path, tmp_path: Path) -> None:
    """One `LibreOffice` converts as often as it is asked to, and nothing is left."""
    pdf = tmp_path / "hasil.pdf"
    with LibreOffice(soffice, induk=induk) as lo:
        lo.konversi(buat_docx(), tmp_path / "dahulu.pdf")
        lo.konversi(buat_docx(), pdf)
    baca = PdfReader(pdf)
    assert len(baca.pages) == 3
    assert "Lihat halaman 3" in baca.pages[0].extract_text()  # LibreOffice evaluated the PAGEREF field
    assert [o["/Title"] for o in baca.outline] == ["Bagian Pertama", "Bagian Kedua"]
    with pikepdf.open(pdf) as isi:
        assert isi.Root.MarkInfo.Marked and "/StructTreeRoot" in isi.Root
        assert str(isi.Root.Lang) == "id-ID"
        assert isi.Root.OutputIntents[0].S == "/GTS_PDFA1"
        xmp = isi.Root.Metadata.read_bytes().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in xmp and "<pdfaid:conformance>B</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert list(induk.iterdir()) == []


def test_dua_sekaligus(soffice: Path, buat_docx: BuatDocx, induk: Path, tmp_path: Path) -> None:
    docx, galat = buat_docx(), []

    def satu(nama: str) -> None:
        try:
            with LibreOffice(soffice, induk=induk) as lo:
                lo.konversi(docx, tmp_path / nama)
        except GagalPdf as e:
            galat.append(e)

    utas = [threading.Thread(target=satu, args=(f"{n}.pdf",)) for n in range(4)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert galat == []
    assert [len(PdfReader(tmp_path / f"{n}.pdf").pages) for n in range(4)] == [3, 3, 3, 3]


@pytest.mark.parametrize(("cara", "jumlah"), [("embed", 1), ("link", 0)])
def test_gambar_tertaut_tidak_ikut(
    soffice: Path, induk: Path, tmp_path: Path, buat_png: Callable[[Path], None], cara: str, jumlah: int
) -> None:
    """A local picture linked by `file://` does not get into the PDF; an embedded one does."""
    png = tmp_path / "rahasia.png"
    buat_png(png)
    dokumen = Document()
    dokumen.add_picture(str(png), width=Mm(20))
    if cara == "link":
        (blip,) = dokumen.element.body.xpath(".//a:blip")
        tertanam = blip.attrib.pop(qn("r:embed"))
        jenis = dokumen.part.rels[tertanam].reltype
        blip.set(qn("r:link"), dokumen.part.relate_to(png.as_uri(), jenis, is_external=True))
        del dokumen.part.rels[tertanam]
    dokumen.save(str(tmp_path / "gambar.docx"))
    with LibreOffice(soffice, induk=induk) as lo:
        lo.konversi(tmp_path / "gambar.docx", tmp_path / "gambar.pdf")
    assert len(PdfReader(tmp_path / "gambar.pdf").pages[0].images) == jumlah


@linux
def test_batas_waktu(buat_docx: BuatDocx, induk: Path, tmp_path: Path) -> None:
    """A LibreOffice that hangs, with a child of its own: all of it is gone, and the old PDF is whole."""
    tanda = f"tidur-{os.getpid()}"
    palsu = soffice_palsu(tmp_path, f"sh -c 'sleep 600; : {tanda}' & sleep 600; : {tanda}")
    pdf = tmp_path / "lama.pdf"
    pdf.write_bytes(b"lama")
    lo = LibreOffice(palsu, batas=0.5, induk=induk)
    with lo, pytest.raises(GagalPdf, match=r"sesudah 0\.5 detik") as e:
        lo.konversi(buat_docx(), pdf)
    assert e.value.kode == "pdf-gagal" and "RENSTRA_BATAS_PDF=60 make renstra" in e.value.obat
    hilang(tanda, str(palsu))
    assert pdf.read_bytes() == b"lama"
    assert list(induk.iterdir()) == []


@linux
@pytest.mark.parametrize("sinyal", [signal.SIGINT, signal.SIGKILL])
def test_terputus(buat_docx: BuatDocx, induk: Path, tmp_path: Path, sinyal: signal.Signals) -> None:
    """Interrupted, a build cleans up; killed, it leaves a folder to sweep; LibreOffice ends either way."""
    palsu = soffice_palsu(tmp_path, f"echo mulai > '{tmp_path}/mulai'; sleep 600; :")
    naskah = (
        "import sys; from pathlib import Path; from generator.writers.pdf.libreoffice import LibreOffice\n"
        "jalan = [Path(a) for a in sys.argv[1:]]\n"
        "with LibreOffice(jalan[0], induk=jalan[1]) as lo: lo.konversi(jalan[2], jalan[3])"
    )
    perintah = [sys.executable, "-c", naskah, palsu, induk, buat_docx(), tmp_path / "hasil.pdf"]
    anak = subprocess.Popen(perintah, stderr=subprocess.DEVNULL)
    sampai((tmp_path / "mulai").exists, "LibreOffice mulai")
    (folder,) = induk.iterdir()
    anak.send_signal(sinyal)
    anak.wait(120)
    hilang(str(folder), str(palsu))
    assert sapu(induk) == ([] if sinyal == signal.SIGINT else [folder])
    assert list(induk.iterdir()) == []


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("echo 'Fatal: terminate called' >&2; exit 134", "berhenti dengan status 134: Fatal: terminate called"),
        ("echo 'Error: source file could not be loaded'", "tanpa menghasilkan PDF: Error: source file could not be"),
        ("exit 81", "berhenti dengan status 81: tanpa pesan"),
        ("kill -SEGV $$", "berhenti dengan status -11: tanpa pesan"),
        ("kill -KILL $$", "dihentikan oleh sistem (status -9), biasanya karena memori habis"),
        ("exit 137", "dihentikan oleh sistem (status 137), biasanya karena memori habis"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="naskah sh")
def test_mogok(buat_docx: BuatDocx, induk: Path, tmp_path: Path, isi: str, pesan: str) -> None:
    with (
        LibreOffice(soffice_palsu(tmp_path, isi), induk=induk) as lo,
        pytest.raises(GagalPdf, match=re.escape(pesan)) as e,
    ):
        lo.konversi(buat_docx(), tmp_path / "hasil.pdf")
    assert e.value.kode == "pdf-gagal" and not (tmp_path / "hasil.pdf").exists()


def test_docx_rusak(soffice: Path, induk: Path, tmp_path: Path) -> None:
    rusak = tmp_path / "rusak.docx"
    rusak.write_bytes(b"PK\x03\x04 bukan paket")
    with LibreOffice(soffice, induk=induk) as lo, pytest.raises(GagalPdf) as e:
        lo.konversi(rusak, tmp_path / "rusak.pdf")
    assert e.value.kode == "pdf-gagal" and "Error: source file could not be loaded" in e.value.pesan


def test_disk_penuh(
    soffice: Path, buat_docx: BuatDocx, induk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def penuh(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with LibreOffice(soffice, induk=induk) as lo:
        monkeypatch.setattr(modul.os, "replace", penuh)
        with pytest.raises(GagalPdf, match="Ruang disk habis") as e:
            lo.konversi(buat_docx(), tmp_path / "hasil.pdf")
    assert e.value.kode == "tidak-tertulis"


def test_program_tidak_ada(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENSTRA_SOFFICE", str(tmp_path / "tiada"))
    with pytest.raises(GagalPdf, match="RENSTRA_SOFFICE menunjuk") as e:
        cari_soffice()
    assert e.value.kode == "pdf-tidak-ada"
    monkeypatch.delenv("RENSTRA_SOFFICE")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(modul, "_tempat_lazim", lambda: [tmp_path / "tiada"])
    monkeypatch.setattr("generator.writers.pdf.pengonversi.ada_word", lambda: False)
    with pytest.raises(GagalPdf, match=r"LibreOffice tidak ditemukan\. Pasang dengan: ") as e:
        siapkan()
    assert e.value.kode == "pdf-tidak-ada"


def test_pilihan_dipakai(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    palsu = soffice_palsu(tmp_path, "exit 0")
    monkeypatch.setenv("RENSTRA_SOFFICE", str(palsu))
    assert cari_soffice() == palsu


@linux
@pytest.mark.parametrize("nama", ["biasa", "a (b), c & d + e @ f = g ! h' $HOME * #1 ~ [x] {y} é"])
def test_terbunuh(
    soffice: Path, buat_docx: BuatDocx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nama: str
) -> None:
    """What a killed build left is swept, its LibreOffice ended; what a living one uses stays.

    The temporary folder keeps nothing, and LibreOffice's socket in /tmp goes too.
    """
    asli = soffice.resolve().with_name("soffice.bin")
    if not asli.is_file():
        pytest.skip("letak LibreOffice lain")
    induk, sementara = tmp_path / nama, tmp_path / "sementara"
    induk.mkdir()
    sementara.mkdir()
    monkeypatch.setenv("TMPDIR", str(sementara))
    palsu = soffice_palsu(tmp_path, f'exec "{asli}" "$1" --headless --norestore "${10}"')  # stays
    naskah = (
        "import sys; from pathlib import Path; from generator.writers.pdf.libreoffice import LibreOffice\n"
        "jalan = [Path(a) for a in sys.argv[1:]]\n"
        "with LibreOffice(jalan[0], induk=jalan[1]) as lo: lo.konversi(jalan[2], jalan[3])"
    )
    anak = subprocess.Popen([sys.executable, "-c", naskah, palsu, induk, buat_docx(), tmp_path / "hasil.pdf"])
    sampai(lambda: any(p.exists() for d in induk.glob("*/profil-*") for p in soket(d)), "soket")
    (folder,) = induk.iterdir()
    sampai(lambda: any((folder / "tmp").iterdir()), "berkas sementara")
    alamat = [p for d in folder.glob("profil-*") for p in soket(d)]
    hidup = Sementara(induk)
    assert sapu(induk) == []
    anak.kill()
    anak.wait()
    assert folder.is_dir()
    assert sapu(induk) == [folder]
    assert list(induk.iterdir()) == [hidup.folder]
    hilang(folder.name)
    assert not any(p.exists() for p in alamat)
    assert list(sementara.iterdir()) == []
    hidup.hapus()
