"""Folders with any name: LibreOffice works beside the outputs, or elsewhere where it cannot read their path."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.writers.pdf.gagal import GagalPdf
from generator.writers.pdf.letak import tempat_kerja
from generator.writers.pdf.libreoffice import LibreOffice
from generator.writers.pdf.sementara import AWALAN

BuatDocx = Callable[..., Path]
DI_TEMPAT = ["()&,+@=!'$#", '?*[]{}~^`"\\<>:', "-x", "$HOME ${HOME}", "baris\nbaru\t", "é 日本 \u202e", "x" * 250]
DI_LAIN = [";", "|", "%24", "%", b"bukan-utf8-\xff", "panjang"]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nama yang di sistem lain terlarang")


def _folder(induk: Path, nama: str | bytes) -> Path:
    """A folder of that name; 'panjang' stands for a path that is nearly as long as Linux allows."""
    folder = induk / os.fsdecode(nama)
    if nama == "panjang":
        while len(os.fsencode(folder)) < 3600:
            folder /= "x" * 200
    folder.mkdir(parents=True)
    return folder


def _sementara(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nama: str | bytes = "sementara") -> Path:
    folder = _folder(tmp_path, nama)
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.mark.parametrize("nama", [*DI_TEMPAT, *DI_LAIN])
def test_nama_apa_pun(
    soffice: Path, buat_docx: BuatDocx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nama: str | bytes
) -> None:
    """Each as the folder of the outputs makes a PDF; nothing stays there or in the temporary folder."""
    induk, sementara = _folder(tmp_path, nama), _sementara(tmp_path, monkeypatch)
    with LibreOffice(soffice, induk=induk) as lo:
        tempat = induk if nama in DI_TEMPAT else sementara
        assert [p.name.startswith(AWALAN) for p in tempat.iterdir()] == [True]
        lo.konversi(buat_docx(), induk / "hasil.pdf")
    assert (induk / "hasil.pdf").read_bytes().startswith(b"%PDF-")
    assert [p.name for p in induk.iterdir()] == ["hasil.pdf"] and list(sementara.iterdir()) == []


@pytest.mark.parametrize("nama", DI_LAIN)
def test_folder_sementara_pun_bernama_aneh(
    soffice: Path, buat_docx: BuatDocx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nama: str | bytes
) -> None:
    induk, sementara = _folder(tmp_path, "keluaran;"), _sementara(tmp_path, monkeypatch, nama)
    with LibreOffice(soffice, induk=induk) as lo:
        lo.konversi(buat_docx(), induk / "hasil.pdf")
    assert [p.name for p in induk.iterdir()] == ["hasil.pdf"] and list(sementara.iterdir()) == []


def test_tanpa_tempat(soffice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither folder takes anything: said, with the folder."""
    monkeypatch.setattr(
        "generator.writers.pdf.libreoffice.tempat_kerja", lambda _: iter([tmp_path / "tiada", tmp_path / "juga tiada"])
    )
    with pytest.raises(GagalPdf, match=r"tidak punya folder kerja .*juga tiada: No such file") as e:
        LibreOffice(soffice, induk=tmp_path)
    assert e.value.kode == "pdf-gagal" and "TMPDIR" in e.value.obat


def test_folder_sementara_sistem_tidak_dapat_ditulisi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`tempfile` finds no place at all: the folder of the outputs serves all the same."""

    def tiada() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", tiada)
    assert next(tempat_kerja(tmp_path)) == tmp_path
    assert list(tempat_kerja(None)) == [Path("/tmp"), Path("/var/tmp")]
