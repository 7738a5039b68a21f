"""The time that a conversion may take."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.writers.pdf import libreoffice as modul
from generator.writers.pdf.batas import DASAR, TERLAMA, VARIABEL, batas_dokumen, batas_pilihan
from generator.writers.pdf.gagal import GagalPdf
from generator.writers.pdf.libreoffice import LibreOffice


def _docx(folder: Path, mb: float) -> Path:
    with zipfile.ZipFile(folder / "a.docx", "w", zipfile.ZIP_DEFLATED) as paket:
        paket.writestr("word/document.xml", b" " * int(mb * 1e6))
    return folder / "a.docx"


@pytest.mark.parametrize(("mb", "paling_sedikit"), [(0.1, DASAR), (1.7, 300), (5.9, 4 * 44), (10.4, 4 * 220)])
def test_batas_tumbuh_bersama_dokumen(tmp_path: Path, mb: float, paling_sedikit: float) -> None:
    """At least four times what was measured for a document of that size."""
    assert batas_dokumen(_docx(tmp_path, mb)) >= paling_sedikit


def test_batas_tertinggi_dan_berkas_yang_bukan_paket(tmp_path: Path) -> None:
    assert batas_dokumen(_docx(tmp_path, 120)) == TERLAMA
    (tmp_path / "b.docx").write_bytes(b"bukan paket")
    assert batas_dokumen(tmp_path / "b.docx") == batas_dokumen(tmp_path / "tiada.docx") == DASAR


@pytest.mark.parametrize(("isi", "batas"), [("", None), ("  ", None), ("1", 1.0), (" 900 ", 900.0), ("86400", 86400.0)])
def test_pilihan(monkeypatch: pytest.MonkeyPatch, isi: str, batas: float | None) -> None:
    monkeypatch.setenv(VARIABEL, isi)
    assert batas_pilihan() == batas
    monkeypatch.delenv(VARIABEL)
    assert batas_pilihan() is None


@pytest.mark.parametrize("isi", ["0", "-5", "10m", "1e3", "1,5", "86401", "9" * 5000, "٣٠", "nan", "$(id)"])
def test_pilihan_yang_salah(monkeypatch: pytest.MonkeyPatch, isi: str) -> None:
    monkeypatch.setenv(VARIABEL, isi)
    with pytest.raises(GagalPdf, match="yang bukan jumlah detik") as e:
        batas_pilihan()
    assert e.value.kode == "pdf-gagal" and "misalnya RENSTRA_BATAS_PDF=900" in e.value.obat
    assert len(e.value.pesan) < 200


def test_libreoffice_diberi_waktu_menurut_dokumennya(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dipakai = []

    def catat(*_: object, batas: float, **__: object) -> int:
        dipakai.append(batas)
        return 1

    monkeypatch.setattr(modul, "jalankan", catat)
    for batas in (None, 7.0):
        with LibreOffice(tmp_path / "soffice", batas=batas, induk=tmp_path) as lo, pytest.raises(GagalPdf):
            lo.konversi(_docx(tmp_path, 10.4), tmp_path / "a.pdf")
    assert 1000 < dipakai[0] <= batas_dokumen(tmp_path / "a.docx") and dipakai[1] <= 7
