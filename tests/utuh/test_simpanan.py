"""The cache makes builds faster and never other: cold, warm, torn and without it they give the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from kantor import Kantor
from susunan import TEMPLAT

from generator import pipeline, simpanan
from generator.pipeline import Tempat
from generator.simpanan import FOLDER, PEUBAH
from generator.temuan import sebagai_json


@pytest.fixture(autouse=True)
def rumah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simpanan, "_rumah", lambda: tmp_path / "rumah")


def susun(kantor: Kantor, hasil: Path) -> dict[str, bytes]:
    """All outputs of a build in a process that has read nothing yet, and what `periksa` says."""
    tempat = Tempat(kantor.folder, TEMPLAT, hasil)
    pipeline.susun(tempat, lambda _: None, pdf=False, paksa=True)
    periksa = sebagai_json(pipeline.periksa(tempat).temuan).encode()
    return {"periksa": periksa} | {p.name: p.read_bytes() for p in sorted(hasil.iterdir()) if p.is_file()}


def test_cold_warm_torn_and_without_it_the_bytes_are_the_same(
    kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dingin = susun(kantor, tmp_path / "a")
    entri = sorted((tmp_path / "a" / FOLDER).iterdir())
    assert {e.name.partition("-")[0] for e in entri} == {"isi", "naskah"}
    assert susun(kantor, tmp_path / "a") == dingin
    for e in entri:
        e.write_bytes(e.read_bytes()[:-1] + b"\0")
    assert susun(kantor, tmp_path / "a") == dingin
    monkeypatch.setenv(PEUBAH, "1")
    assert susun(kantor, tmp_path / "b") == dingin
    assert not (tmp_path / "b" / FOLDER).exists()


def test_a_warm_build_reads_no_workbook_and_compiles_nothing(
    kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cache is used at all, and what changed is read anew."""
    susun(kantor, tmp_path / "a")
    tempat = Tempat(kantor.folder, TEMPLAT, tmp_path / "a")

    def dilarang(*_: object, **__: object) -> None:
        raise AssertionError("read anew")

    with monkeypatch.context() as m:
        m.setattr("generator.sources.buku.baca_isi", dilarang)
        m.setattr("generator.document.ungkapan.sintaks.terjemahkan", dilarang)
        assert not pipeline.periksa(tempat).temuan.galat
        kantor.isi_sel("mitra › Mitra!B2", "Mitra Baru")
        with pytest.raises(AssertionError, match="read anew"):
            pipeline.periksa(tempat)


def test_findings_of_sources_are_said_again_from_the_cache(kantor: Kantor, tmp_path: Path) -> None:
    """A warning met while reading is not lost when nothing is read."""
    kantor.isi_sel("sarana › Sarana!C2", "12")
    tempat = Tempat(kantor.folder, TEMPLAT, tmp_path / "a")
    kode = [[t.kode for t in pipeline.periksa(tempat).temuan] for _ in range(2)]
    assert kode[0] == kode[1] and "angka-sebagai-teks" in kode[0]


def test_a_folder_that_cannot_keep_is_no_fault(kantor: Kantor, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / FOLDER).write_text("berkas")
    assert "renstra.docx" in susun(kantor, tmp_path / "a")
