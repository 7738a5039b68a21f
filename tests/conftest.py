"""The fictitious office: written once, copied for every test that breaks it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kantor import Kantor, tulis_kantor

from generator.compute.konteks import Konteks


@pytest.fixture(scope="session")
def kantor_asli(tmp_path_factory: pytest.TempPathFactory) -> Kantor:
    """The office as written; to be read only."""
    folder = tmp_path_factory.mktemp("kantor") / "content"
    tulis_kantor(folder)
    return Kantor(folder)


@pytest.fixture
def kantor(kantor_asli: Kantor, tmp_path: Path) -> Kantor:
    """A copy of the office, to be broken."""
    return Kantor(Path(shutil.copytree(kantor_asli.folder, tmp_path / "content")))


@pytest.fixture(scope="session")
def konteks_kantor(kantor_asli: Kantor) -> Konteks:
    return kantor_asli.konteks()
