"""LibreOffice fails in every way: all but the PDF is published, and the next build tries again."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from kantor import Kantor
from susunan import AKAR, TEMPLAT, perlu_libreoffice

from generator import pipeline
from generator.pembandingan import bandingkan
from generator.pipeline import Hasil, Tempat
from generator.simpanan import FOLDER
from generator.temuan import GagalSusun, Temuan
from generator.writers.pdf import libreoffice

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="naskah sh")
LAMA = b"%PDF lama"


def _pdf(ubah: Callable[[pikepdf.Pdf], object], **simpan: object) -> bytes:
    berkas, isi = pikepdf.new(), io.BytesIO()
    berkas.add_blank_page()
    ubah(berkas)
    berkas.save(isi, **simpan)  # type: ignore[arg-type]
    return isi.getvalue()


def _tujuan(isi: object) -> Callable[[pikepdf.Pdf], object]:
    def ubah(berkas: pikepdf.Pdf) -> None:
        berkas.Root.Dests = isi

    return ubah


def _tanpa_halaman(berkas: pikepdf.Pdf) -> None:
    del berkas.pages[0]


SAMPAH = b"%PDF-1.7\n" + b"bukan apa-apa\n" * 50 + b"%%EOF\n"
UTUH = _pdf(lambda _: None)
PDF = {
    "sampah": SAMPAH,
    "terpotong": UTUH[: len(UTUH) // 2],
    "terpotong tetapi berakhir": UTUH[: len(UTUH) // 2] + b"\n%%EOF\n",
    "kosong": b"",
    "bukan PDF": b"<html>%%EOF</html>",
    "tanpa tujuan": UTUH,
    "tanpa halaman": _pdf(_tanpa_halaman),
    "tujuan rusak": _pdf(_tujuan(pikepdf.Array([1, 2]))),
    "tujuan bukan halaman": _pdf(_tujuan(pikepdf.Dictionary(Satu=pikepdf.Array([7])))),
    "bersandi": _pdf(lambda _: None, encryption=pikepdf.Encryption(owner="a", user="b")),
}
NASKAH = {
    "mogok": ("kill -SEGV $$", "berhenti dengan status -11"),
    "memori habis": ("kill -KILL $$", "biasanya karena memori habis"),
    "menolak": ("echo 'Error: source file could not be loaded' >&2; exit 77", "status 77: Error: source file"),
    "diam": ("exit 0", "tanpa menghasilkan PDF"),
    "folder, bukan berkas": ('mkdir "$9/dokumen.pdf"', "tanpa menghasilkan PDF"),
    "pipa, bukan berkas": ('mkfifo "$9/dokumen.pdf"', "tanpa menghasilkan PDF"),
    "bukan program": (None, "Exec format error|exec format error|status 12[67]|status 1"),
}


@pytest.fixture
def tempat(kantor: Kantor, tmp_path: Path) -> Tempat:
    """The office, with a PDF of older sources."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "renstra.pdf").write_bytes(LAMA)
    return Tempat(kantor.folder, TEMPLAT, tmp_path / "build")


@pytest.fixture
def palsu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str | bytes | None], Path]:
    """Put a stand-in for LibreOffice: a script, or the PDF that it makes. Each run leaves a line in the file given."""

    def pasang(isi: str | bytes | None) -> Path:
        catatan, program = tmp_path / "panggilan", tmp_path / "soffice-palsu"
        if isinstance(isi, bytes):
            (tmp_path / "buatan.pdf").write_bytes(isi)
            isi = f'cp "{tmp_path}/buatan.pdf" "$9/dokumen.pdf"'
        program.write_bytes(
            b"\x7fELF rusak" if isi is None else f'#!/bin/sh\necho x >> "{catatan}"\n{isi}\n'.encode(),
        )
        program.chmod(0o755)
        monkeypatch.setenv("RENSTRA_SOFFICE", str(program))
        return catatan

    return pasang


def _susun(tempat: Tempat) -> Hasil:
    return pipeline.susun(tempat, lambda _: None)


def _tanpa_pdf(tempat: Tempat, hasil: Hasil) -> Temuan:
    """What stands there after a build whose PDF failed; gives the finding about the PDF."""
    folder = tempat.keluaran
    assert not hasil.pdf and hasil.halaman == 0 and hasil.temuan.galat == []
    assert {p.name for p in folder.iterdir()} - {".kunci", FOLDER} == {
        *("renstra.docx", "renstra.md", "jejak.html", "manifest.json", "renstra-lama.pdf")
    }
    assert (folder / "renstra-lama.pdf").read_bytes() == LAMA
    assert {"halaman-kosong", "pdf-lama"} <= {t.kode for t in hasil.temuan}
    manifes = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert sorted(manifes["keluaran"]) == ["jejak.html", "renstra.docx", "renstra.md"]
    assert (manifes["halaman"], manifes["halaman_depan"], manifes["pecahan"], manifes["huruf"]) == (0, {}, {}, "")
    (temuan,) = [t for t in hasil.temuan if t.kode == "pdf-gagal"]
    assert temuan.tempat == "renstra.pdf" and temuan.berat == "peringatan"
    return temuan


@pytest.mark.parametrize("cara", PDF)
def test_pdf_yang_bukan_pdf(tempat: Tempat, palsu: Callable[[str | bytes | None], Path], cara: str) -> None:
    catatan = palsu(PDF[cara])
    _tanpa_pdf(tempat, _susun(tempat))
    assert _susun(tempat).berubah, "susunan berikutnya harus mencoba lagi"
    assert catatan.read_text().count("x") == 2


@pytest.mark.parametrize("cara", NASKAH)
def test_libreoffice_gagal(tempat: Tempat, palsu: Callable[[str | bytes | None], Path], cara: str) -> None:
    naskah, pesan = NASKAH[cara]
    palsu(naskah)
    temuan = _tanpa_pdf(tempat, _susun(tempat))
    assert re.search(pesan, temuan.pesan), temuan.pesan
    assert _susun(tempat).berubah


def test_waktu_habis(
    tempat: Tempat, palsu: Callable[[str | bytes | None], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    palsu("sleep 600")
    monkeypatch.setenv("RENSTRA_BATAS_PDF", "1")
    temuan = _tanpa_pdf(tempat, _susun(tempat))
    assert "belum selesai sesudah 1 detik" in temuan.pesan and "RENSTRA_BATAS_PDF=60 make renstra" in temuan.obat


def test_batas_yang_salah_ditulis(
    tempat: Tempat, palsu: Callable[[str | bytes | None], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    catatan = palsu("exit 0")
    monkeypatch.setenv("RENSTRA_BATAS_PDF", "sepuluh menit")
    temuan = _tanpa_pdf(tempat, _susun(tempat))
    assert temuan.pesan == 'RENSTRA_BATAS_PDF berisi "sepuluh menit", yang bukan jumlah detik.'
    assert not catatan.exists()


def test_profil_tidak_dapat_ditulis(
    tempat: Tempat, palsu: Callable[[str | bytes | None], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def menolak(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    palsu("exit 0")
    monkeypatch.setattr(libreoffice, "tulis_profil", menolak)
    temuan = _tanpa_pdf(tempat, _susun(tempat))
    assert "tidak dapat bekerja di" in temuan.pesan and "Read-only file system" in temuan.pesan


def test_disk_penuh_tetap_galat(
    tempat: Tempat, palsu: Callable[[str | bytes | None], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the PDF has no room the DOCX beside it has none either: nothing is replaced."""

    def penuh(*_: object) -> None:
        raise OSError(28, "No space left on device")

    palsu("exit 0")
    monkeypatch.setattr(libreoffice, "tulis_profil", penuh)
    with pytest.raises(GagalSusun) as e:
        _susun(tempat)
    assert [t.kode for t in e.value.temuan.galat] == ["tidak-tertulis"]
    assert {p.name for p in tempat.keluaran.iterdir()} - {".kunci", FOLDER} == {"renstra.pdf"}


@perlu_libreoffice
def test_jam_sebelum_1980(tempat: Tempat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Archives have no date before 1980: a machine whose clock has stopped makes all the same."""
    monkeypatch.setattr(time, "time", lambda: 1000.0)
    hasil = _susun(tempat)
    assert hasil.pdf and hasil.halaman and (tempat.keluaran / "renstra.pdf").read_bytes() != LAMA


@perlu_libreoffice
def test_sesudah_gagal_pdf_dibuat(
    tempat: Tempat, palsu: Callable[[str | bytes | None], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the failure stays in what is built when LibreOffice works again; a plain `susun` does it."""
    palsu(SAMPAH)
    _tanpa_pdf(tempat, _susun(tempat))
    monkeypatch.delenv("RENSTRA_SOFFICE")
    hasil = _susun(tempat)
    assert hasil.berubah and hasil.pdf and hasil.halaman
    assert not {"pdf-gagal", "halaman-kosong"} & {t.kode for t in hasil.temuan}
    assert not _susun(tempat).berubah


def test_status_dan_pesan(tempat: Tempat, palsu: Callable[[str | bytes | None], Path], tmp_path: Path) -> None:
    """The same status as without LibreOffice, and the finding with its remedy; no traceback."""
    palsu(SAMPAH)
    shutil.copytree(TEMPLAT.parent, tmp_path / "templates")
    perintah = [sys.executable, "-m", "generator", "susun"]
    hasil = subprocess.run(
        perintah, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(AKAR)}, capture_output=True, text=True, timeout=600
    )
    assert hasil.returncode == 3, hasil.stderr
    assert "pdf-gagal" in hasil.stderr and "rusak" in hasil.stderr and "Susun lagi" in hasil.stderr
    assert "Traceback" not in hasil.stderr and "renstra.docx" in hasil.stdout


def test_redline_tanpa_pdf(kantor: Kantor, tmp_path: Path, palsu: Callable[[str | bytes | None], Path]) -> None:
    """A comparison gives all its other files; the redline of another comparison does not stay beside them."""
    palsu("kill -SEGV $$")
    versi = []
    for nama in ("lama", "baru"):
        shutil.copytree(kantor.folder, tmp_path / nama / "content")
        shutil.copytree(TEMPLAT.parent, tmp_path / nama / "templates")
        versi.append(str(tmp_path / nama))
    hasil_di = tmp_path / "banding"
    hasil_di.mkdir()
    (hasil_di / "redline.pdf").write_bytes(LAMA)
    hasil = bandingkan(*versi, tmp_path, hasil_di, kabar=lambda _: None)
    assert [t.kode for t in hasil.temuan] == ["pdf-gagal"]
    assert sorted(p.name for p in hasil.berkas) == ["laporan.html", "perubahan.json", "perubahan.xlsx", "redline.docx"]
    assert not (hasil_di / "redline.pdf").exists()
