"""The commands that make documents, as typed: what is written, said, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from kantor import Kantor
from kantor_pk import tempat as tempat_pk
from kantor_renja import tempat as tempat_renja
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
    assert not (proyek / "build").exists()


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
