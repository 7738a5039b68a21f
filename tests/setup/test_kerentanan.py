"""What CI says of vulnerable libraries, with a stand-in for pip-audit; nothing is asked of the net."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

AKAR = Path(__file__).resolve().parents[2]
RENTAN = {"id": "PYSEC-2099-1", "aliases": ["CVE-2099-1"], "fix_versions": ["2.1", "3.0"], "description": "…"}
SEHAT = {"name": "sehat", "version": "1.0", "vulns": []}
SAKIT = {"name": "sakit", "version": "2.0", "vulns": [RENTAN]}
ASING = {"name": "asing", "skip_reason": "Dependency not found on PyPI and could not be audited: asing (1.0)"}


@pytest.fixture
def modul(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spek = importlib.util.spec_from_file_location("kerentanan", AKAR / "setup" / "kerentanan.py")
    assert spek is not None and spek.loader is not None
    hasil = importlib.util.module_from_spec(spek)
    spek.loader.exec_module(hasil)
    monkeypatch.setattr(hasil, "pasang", lambda: Path("python-palsu"))
    return hasil


def jawab(modul: ModuleType, monkeypatch: pytest.MonkeyPatch, **menurut: list[dict[str, Any]] | str) -> None:
    """What the stand-in prints for each database."""

    def keluaran(perintah: list[str], *_: object, **__: object) -> str:
        assert perintah[:3] == ["python-palsu", "-m", "pip_audit"] and str(AKAR / "requirements.lock") in perintah
        isi = menurut.get(perintah[-1], "")
        return isi if isinstance(isi, str) else json.dumps({"dependencies": isi, "fixes": []})

    monkeypatch.setattr(modul, "_keluaran", keluaran)


def test_a_vulnerable_library_fails_and_says_what_mends_it(
    modul: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    jawab(modul, monkeypatch, pypi=[SEHAT, SAKIT])
    assert modul.utama() == 1
    kesalahan = capsys.readouterr().err
    assert "sakit 2.0: PYSEC-2099-1, CVE-2099-1; versi yang diperbaiki: 2.1, 3.0" in kesalahan
    assert "make kunci" in kesalahan


def test_what_was_not_asked_is_named(
    modul: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    jawab(modul, monkeypatch, pypi=[SEHAT, ASING])
    assert modul.utama() == 0
    keluaran = capsys.readouterr().out
    assert "1 pustaka diperiksa; tidak ada kerentanan" in keluaran and "tidak diperiksa: asing." in keluaran


@pytest.mark.parametrize("pypi", [[ASING], "", "Traceback (most recent call last)", "[]", '{"dependencies": 3}'])
def test_a_database_that_knows_nothing_is_no_good_news(
    modul: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    pypi: list[dict[str, Any]] | str,
) -> None:
    """The other one is asked; without it nothing was checked, and that is said."""
    jawab(modul, monkeypatch, pypi=pypi, osv=[SAKIT])
    assert modul.utama() == 1
    jawab(modul, monkeypatch, pypi=pypi)
    capsys.readouterr()
    assert modul.utama() == 0
    keluaran = capsys.readouterr().out
    assert keluaran.startswith("Kerentanan pustaka tidak diperiksa: basis datanya (PyPI, OSV)")


def test_without_an_index_it_is_skipped_with_a_word(
    modul: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(modul, "pasang", lambda: None)
    assert modul.utama() == 0
    assert "indeks paket tidak terjangkau" in capsys.readouterr().out


def test_it_never_hangs(modul: ModuleType) -> None:
    assert modul._keluaran([sys.executable, "-c", "import time; time.sleep(3600)"], 0.5) is None
    assert modul._keluaran([str(AKAR / "tiada")], 60) is None
    assert modul._keluaran([sys.executable, "-c", "print(1); raise SystemExit(1)"], 120) is None
    assert modul._keluaran([sys.executable, "-c", "print(1); raise SystemExit(1)"], 120, boleh_gagal=True) == "1\n"


def test_every_library_of_the_lock_has_hashes() -> None:
    """pip-audit takes versions from the lock alone (`--disable-pip`) only where every one has its hashes."""
    for kunci in (AKAR / "requirements.lock", AKAR / "setup" / "kerentanan.lock"):
        isi = kunci.read_text(encoding="utf-8")
        assert isi.count("\n    --hash=sha256:") >= isi.count("==") > 10
        assert "http" not in isi
