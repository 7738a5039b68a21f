"""All workbooks of a folder are brought up to date together, or none is touched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kantor import Kantor
from openpyxl import load_workbook

from generator import pembaruan
from generator.renja.siapkan import siapkan
from generator.temuan import GagalSusun

NAMA = "content/data"


def ambil(path: Path, lembar: str, kolom: int) -> None:
    wb = load_workbook(path)
    wb[lembar].delete_cols(kolom)
    wb.save(path)


@pytest.fixture
def data(kantor: Kantor) -> Path:
    """Two workbooks lack a column, a year's one too, and one is not there."""
    siapkan(kantor.data, kantor.konteks(), 2025)
    ambil(kantor.data / "mitra.xlsx", "Mitra", 3)
    ambil(kantor.data / "sarana.xlsx", "Sarana", 4)
    ambil(kantor.data / "renja" / "2025.xlsx", "Inovasi", 3)
    (kantor.data / "iku.xlsx").unlink()
    return kantor.data


def sidik(data: Path) -> dict[str, bytes]:
    return {str(p.relative_to(data)): p.read_bytes() for p in sorted(data.rglob("*")) if p.is_file()}


def gagal(data: Path) -> list[tuple[str, str]]:
    """Findings of an update that must leave everything as it is."""
    sebelum = sidik(data)
    with pytest.raises(GagalSusun) as e:
        pembaruan.perbarui(data, NAMA)
    sesudah = {n: isi for n, isi in sidik(data).items() if n != ".kunci"}
    assert sesudah == sebelum and not list(data.glob(".susun-*"))
    return [(t.kode, str(t.tempat)) for t in e.value.temuan]


def test_what_is_missing_is_added_and_the_second_time_nothing(data: Path) -> None:
    sebelum = sidik(data)
    hasil = {b.buku.berkas: b.ditambah for b in pembaruan.perbarui(data, NAMA)}
    assert hasil["iku.xlsx"] == ("dibuat",) and 'kolom "Peran" (C)' in hasil["mitra.xlsx"][0]
    assert hasil.keys() == {"iku.xlsx", "mitra.xlsx", "sarana.xlsx", "renja/2025.xlsx"}
    sesudah = sidik(data)
    assert all(sesudah[n] == isi for n, isi in sebelum.items() if n not in hasil)
    waktu = {p: p.stat().st_mtime_ns for p in data.rglob("*.xlsx")}
    assert pembaruan.perbarui(data, NAMA) == [] and sidik(data) == sesudah
    assert waktu == {p: p.stat().st_mtime_ns for p in data.rglob("*.xlsx")} and not list(data.rglob(".susun-*"))


@pytest.mark.parametrize(
    ("kunci", "berkas", "program"),
    [
        ("~$mitra.xlsx", "mitra.xlsx", "Excel"),
        (".~lock.sarana.xlsx#", "sarana.xlsx", "LibreOffice"),
        ("renja/~$2025.xlsx", "renja/2025.xlsx", "Excel"),
    ],
)
def test_an_open_workbook_is_named_and_nothing_written(data: Path, kunci: str, berkas: str, program: str) -> None:
    (data / kunci).write_bytes(b"x")
    assert gagal(data) == [("tidak-tertulis", f"{NAMA}/{berkas}")]
    (data / kunci).unlink()
    assert pembaruan.perbarui(data, NAMA)


def test_a_workbook_that_cannot_be_edited_keeps_all_back(data: Path) -> None:
    (data / "sarana.xlsx").write_bytes(b"bukan buku")
    assert gagal(data) == [("buku-rusak", f"{NAMA}/sarana.xlsx")]


def test_a_linked_workbook_is_not_replaced(data: Path) -> None:
    (data / "mitra.xlsx").rename(data / "asli.xlsx")
    (data / "mitra.xlsx").symlink_to("asli.xlsx")
    assert gagal(data) == [("berkas-ditolak", f"{NAMA}/mitra.xlsx")]


def test_saved_meanwhile(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody saves a workbook between reading and publishing: what he wrote stays."""
    asli = shutil.copymode

    def simpan(lama: Path, baru: Path) -> None:
        asli(lama, baru)
        if lama.name == "mitra.xlsx":
            lama.write_bytes(lama.read_bytes() + b"baru disimpan")

    monkeypatch.setattr(pembaruan.shutil, "copymode", simpan)
    with pytest.raises(GagalSusun) as e:
        pembaruan.perbarui(data, NAMA)
    assert [(t.kode, str(t.tempat)) for t in e.value.temuan] == [("tidak-tertulis", f"{NAMA}/mitra.xlsx")]
    assert (data / "mitra.xlsx").read_bytes().endswith(b"baru disimpan") and not (data / "iku.xlsx").exists()


def test_permissions_stay(data: Path) -> None:
    (data / "mitra.xlsx").chmod(0o664)
    pembaruan.perbarui(data, NAMA)
    assert (data / "mitra.xlsx").stat().st_mode & 0o777 == 0o664


def test_a_full_disk_changes_nothing(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def penuh(*_: object) -> None:
        raise OSError(28, "No space left on device", "mitra.xlsx")

    monkeypatch.setattr(pembaruan.shutil, "copymode", penuh)
    assert gagal(data)[0][0] == "tidak-tertulis"
