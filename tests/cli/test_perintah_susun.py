"""The commands that make documents, as typed: what is written, said, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from kantor import Kantor
from kantor_pk import tempat as tempat_pk
from kantor_renja import tempat as tempat_renja
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli.utama import aplikasi


@pytest.fixture
def proyek(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office with chapters of a Renja and of agreements; commands run in a folder below its own."""
    tempat_renja(kantor, 2025)
    tempat_renja(kantor, 2026, "14-2026")
    tempat_pk(kantor, 2025)
    dalam = kantor.folder.parent / "folder lain"
    dalam.mkdir()
    monkeypatch.chdir(dalam)
    return kantor.folder.parent


def renstra(*kata: str) -> Any:
    return CliRunner().invoke(aplikasi, kata)


def hasil(proyek: Path) -> list[str]:
    return sorted(p.name for p in (proyek / "build").glob("[!.]*"))


def test_renja_of_a_year(proyek: Path) -> None:
    jawab = renstra("renja", "2025", "--tanpa-pdf")
    assert jawab.exit_code == 0, jawab.output
    tertulis = ["renja-2025.docx", "renja-2025.md", "sipd-2025.xlsx"]
    assert hasil(proyek) == ["manifest-renja-2025.json", *tertulis]
    assert all(str(proyek / "build" / n) in jawab.output for n in tertulis)
    lagi = renstra("renja", "2025", "--tanpa-pdf")
    assert lagi.exit_code == 0 and "Sumber tidak berubah" in lagi.output


def test_renja_of_all_years(proyek: Path) -> None:
    """Those of the plan, each in its outline."""
    jawab = renstra("renja", "--tanpa-pdf")
    assert jawab.exit_code == 0, jawab.output
    assert [n for n in hasil(proyek) if n.endswith(".docx")] == [f"renja-{t}.docx" for t in (2024, 2025, 2026)]


def test_renja_outside_the_plan_is_one_finding(proyek: Path) -> None:
    jawab = renstra("renja", "2035")
    assert jawab.exit_code == 1
    assert jawab.output.count("tahun-renja") == 1 and "2035 di luar Renstra" in jawab.output
    assert not [p for p in (proyek / "build").glob("*") if p.is_file()]


def test_renja_workbook_is_made_once(proyek: Path) -> None:
    buku = proyek / "content" / "data" / "renja" / "2026.xlsx"
    assert "2026.xlsx dibuat" in renstra("renja", "2026", "--siapkan").output
    isi = buku.read_bytes()
    assert "sudah ada, dibiarkan" in renstra("renja", "2026", "--siapkan").output
    assert buku.read_bytes() == isi


def test_agreements_of_a_year(proyek: Path) -> None:
    jawab = renstra("pk", "2025", "--tanpa-pdf")
    assert jawab.exit_code == 0, jawab.output
    assert hasil(proyek) == ["manifest-pk-2025.json", "pk-2025.docx", "pk-2025.md"]
    assert renstra("pk", "2035").exit_code == 1


def test_findings_as_json_are_one_document(proyek: Path) -> None:
    """Of all years together, and nothing else on the standard output."""
    jawab = renstra("renja", "--tanpa-pdf", "--format", "json")
    kode = {t["kode"] for t in json.loads(jawab.stdout)}
    assert "renja-buku-belum-ada" in kode


def test_a_document_by_its_name(proyek: Path) -> None:
    assert renstra("periksa", "--dokumen", "pk-2025").exit_code == 0
    salah = renstra("periksa", "--dokumen", "renja")
    assert salah.exit_code == 2 and 'Dokumen "renja" tidak dikenal' in salah.output


# ---------------------------------------------------------------- all or nothing


def isi(proyek: Path) -> dict[str, tuple[bytes, int]]:
    build = proyek / "build"
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in build.glob("[!.]*") if p.is_file()}


def test_a_failed_renja_replaces_no_sheet_for_sipd(proyek: Path, kantor: Kantor) -> None:
    """The sheet belongs to the publication of its Renja."""
    renstra("renja", "2025", "--tanpa-pdf")
    semula = isi(proyek)
    kantor.isi_sel("pendanaan › Pagu!B2", 2500)  # the sheet would change
    bab = next((kantor.folder / "chapters" / "renja" / "86-2017").glob("*.md"))
    bab.write_text(bab.read_text() + "\n{{ tidak_ada }}\n")
    jawab = renstra("renja", "2025", "--tanpa-pdf")
    assert jawab.exit_code == 1 and "tidak ada keluaran yang diganti" in jawab.output
    assert isi(proyek) == semula


def test_a_year_that_fails_holds_back_the_others(proyek: Path, kantor: Kantor) -> None:
    """All years are one publication: 2026 has another outline, whose chapter is at fault."""
    renstra("renja", "--tanpa-pdf")
    semula = isi(proyek)
    kantor.isi_sel("pendanaan › Pagu!B2", 2500)
    bab = next((kantor.folder / "chapters" / "renja" / "14-2026").glob("*.md"))
    bab.write_text(bab.read_text() + "\n{{ tidak_ada }}\n")
    jawab = renstra("renja", "--tanpa-pdf")
    assert jawab.exit_code == 1
    assert "renja-2024, renja-2025, renja-2026: tidak ada keluaran yang diganti." in jawab.output
    assert isi(proyek) == semula


@pytest.mark.parametrize("nama", ["pk-2025.docx", "pk-2025.md", "manifest-pk-2025.json"])
def test_an_output_in_the_way_is_named_and_nothing_is_replaced(proyek: Path, kantor: Kantor, nama: str) -> None:
    renstra("pk", "2025", "--tanpa-pdf")
    (proyek / "build" / nama).unlink()
    (proyek / "build" / nama).mkdir()
    semula = isi(proyek)
    kantor.isi_sel("pendanaan › Pagu!B2", 2500)
    jawab = renstra("pk", "2025", "--tanpa-pdf")
    assert jawab.exit_code == 1 and str(proyek / "build" / nama) in jawab.output
    assert "ada folder bernama itu" in jawab.output and "tidak ada keluaran yang diganti" in jawab.output
    assert isi(proyek) == semula


def test_a_pdf_of_older_sources_is_renamed_with_the_rest_or_not_at_all(proyek: Path) -> None:
    renstra("pk", "2025", "--tanpa-pdf")
    (proyek / "build" / "pk-2025.pdf").write_bytes(b"%PDF lama")
    (proyek / "build" / "pk-2025-lama.pdf").mkdir()
    assert renstra("pk", "2025", "--tanpa-pdf", "--paksa").exit_code == 1
    assert (proyek / "build" / "pk-2025.pdf").read_bytes() == b"%PDF lama"
    (proyek / "build" / "pk-2025-lama.pdf").rmdir()
    assert renstra("pk", "2025", "--tanpa-pdf", "--paksa").exit_code == 0
    assert (proyek / "build" / "pk-2025-lama.pdf").read_bytes() == b"%PDF lama"
    assert not (proyek / "build" / "pk-2025.pdf").exists()


def test_only_the_years_that_changed_are_built(proyek: Path) -> None:
    renstra("renja", "--tanpa-pdf")
    semula = isi(proyek)
    renstra("renja", "2026", "--siapkan")
    jawab = renstra("renja", "--tanpa-pdf")
    assert jawab.exit_code == 0 and jawab.output.count("Sumber tidak berubah") == 2
    assert {n for n, b in isi(proyek).items() if semula[n] != b} >= {"manifest-renja-2026.json"}
    assert all(isi(proyek)[n] == b for n, b in semula.items() if "2026" not in n)


def test_new_workbooks_are_whole_or_not_there(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.sources import buku_baru

    def putus(buku: object, path: Path, isi: object) -> None:
        path.write_bytes(b"separuh")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(buku_baru, "tulis_buku", putus)
    jawab = renstra("siapkan", "baru")
    assert jawab.exit_code == 1 and "ruang disk habis" in jawab.output and "Kesalahan dalam" not in jawab.output
    assert list(Path("baru").rglob("*.xlsx")) == [] and list(Path("baru").rglob(".susun-*")) == []


def test_the_document_as_a_page_is_made_when_asked_for(proyek: Path) -> None:
    """And is an output like the others: in the manifest, current or gone."""
    assert renstra("susun", "--tanpa-pdf").exit_code == 0
    assert "renstra.html" not in hasil(proyek)
    jawab = renstra("susun", "--tanpa-pdf", "--html")
    assert jawab.exit_code == 0, jawab.output
    assert str(proyek / "build" / "renstra.html") in jawab.output
    halaman = proyek / "build" / "renstra.html"
    assert halaman.read_bytes().startswith(b"<!doctype html>")
    assert "renstra.html" in json.loads((proyek / "build" / "manifest.json").read_text(encoding="utf-8"))["keluaran"]
    for pilihan in ((), ("--html",)):
        assert "Sumber tidak berubah" in renstra("susun", "--tanpa-pdf", *pilihan).output
        assert halaman.exists()
    halaman.unlink()
    assert renstra("susun", "--tanpa-pdf", "--html").exit_code == 0 and halaman.exists()
    assert renstra("susun", "--tanpa-pdf", "--paksa").exit_code == 0
    assert not halaman.exists()  # it would be one of older sources


@pytest.mark.parametrize(("perintah", "nama"), [("renja", "renja-2025"), ("pk", "pk-2025")])
def test_the_other_documents_as_pages(proyek: Path, perintah: str, nama: str) -> None:
    jawab = renstra(perintah, "2025", "--tanpa-pdf", "--html")
    assert jawab.exit_code == 0, jawab.output
    assert f"{nama}.html" in hasil(proyek)


def test_filled_workbooks_are_brought_up_to_date(proyek: Path) -> None:
    """Of the project's content, or of the folder named; the second time there is nothing to do."""
    path = proyek / "content" / "data" / "mitra.xlsx"
    wb = load_workbook(path)
    wb["Mitra"].delete_cols(3)
    wb.save(path)
    assert "renstra siapkan --perbarui" in renstra("periksa").output
    jawab = renstra("siapkan", "--perbarui")
    assert jawab.exit_code == 0 and 'mitra.xlsx  lembar "Mitra": kolom "Peran" (C)' in jawab.output
    lagi = renstra("siapkan", "--perbarui", str(proyek / "content"))
    assert (lagi.exit_code, lagi.output) == (0, "Buku kerja sudah mutakhir.\n")
    assert renstra("siapkan", "--perbarui", "tidak-ada").exit_code == 2


def test_a_workbook_open_elsewhere_is_named(proyek: Path) -> None:
    data = proyek / "content" / "data"
    (data / "iku.xlsx").unlink()
    wb = load_workbook(data / "mitra.xlsx")
    wb["Mitra"].delete_cols(3)
    wb.save(data / "mitra.xlsx")
    (data / "~$mitra.xlsx").write_bytes(b"x")
    jawab = renstra("siapkan", "--perbarui")
    assert jawab.exit_code == 1 and "mitra.xlsx" in jawab.output and "terbuka di Excel" in jawab.output
    assert "Tidak ada buku kerja yang diubah." in jawab.output and not (data / "iku.xlsx").exists()
