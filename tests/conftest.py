"""The fictitious office: written once, copied for every test that breaks it. Hypothesis without a clock.

The tests of the whole come first: they take longest, and no processor should wait for them at the end.
"""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from kantor import Kantor, tulis_kantor
from sekali import sekali

from generator.compute.konteks import Konteks

# a slow machine is no fault, and CI tries the same examples every time
settings.register_profile(
    "renstra", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("renstra")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # so a shell starts what runs in its background; the programs that tests start and interrupt would ignore it too
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda uji: uji.path.parent.name != "utuh")


@pytest.fixture(scope="session")
def kantor_asli(tmp_path_factory: pytest.TempPathFactory) -> Kantor:
    """The office as written; to be read only."""
    return Kantor(sekali(tmp_path_factory, "kantor", lambda f: tulis_kantor(f / "content")) / "content")


@pytest.fixture
def kantor(kantor_asli: Kantor, tmp_path: Path) -> Kantor:
    """A copy of the office, to be broken."""
    return Kantor(Path(shutil.copytree(kantor_asli.folder, tmp_path / "content", copy_function=shutil.copyfile)))


@pytest.fixture(scope="session")
def konteks_kantor(kantor_asli: Kantor) -> Konteks:
    return kantor_asli.konteks()
