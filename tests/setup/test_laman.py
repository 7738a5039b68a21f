"""When the pages' files are checked, when that is left out, and when that is a failure; with a stand-in for npm."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[2]
BIOME = "mkdir -p node_modules/.bin && printf '#!/bin/sh\\necho diperiksa \"$@\"; exit 7\\n' >node_modules/.bin/biome"
PASANG = f"#!/bin/sh\n{BIOME} && chmod +x node_modules/.bin/biome && touch node_modules/.package-lock.json\n"
GAGAL = "#!/bin/sh\nexit 1\n"


@pytest.fixture
def proyek(tmp_path: Path) -> Path:
    (tmp_path / "bin").mkdir()
    for perintah in ("sh", "mkdir", "touch", "chmod", "printf"):
        if path := shutil.which(perintah):
            (tmp_path / "bin" / perintah).symlink_to(path)
    (tmp_path / "package-lock.json").touch()
    return tmp_path


def jalankan(proyek: Path, npm: str = "", ci: str = "") -> subprocess.CompletedProcess[str]:
    if npm:
        (proyek / "bin" / "npm").write_text(npm)
        (proyek / "bin" / "npm").chmod(0o755)
    lingkungan = {"PATH": str(proyek / "bin"), **({"CI": ci} if ci else {})}
    perintah = ["sh", str(AKAR / "setup" / "laman.sh")]
    return subprocess.run(perintah, cwd=proyek, env=lingkungan, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("ci", ["", "true"])
def test_without_npm_it_is_left_out_and_said(proyek: Path, ci: str) -> None:
    jawab = jalankan(proyek, ci=ci)
    assert jawab.returncode == 0 and "npm tidak ada" in jawab.stderr


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_what_cannot_be_fetched_fails_in_ci_only(proyek: Path, ci: str, status: int) -> None:
    jawab = jalankan(proyek, GAGAL, ci)
    assert jawab.returncode == status and "tidak dapat dipasang" in jawab.stderr


def test_it_is_fetched_once_and_its_status_is_ours(proyek: Path) -> None:
    jawab = jalankan(proyek, PASANG)
    assert jawab.returncode == 7 and jawab.stdout == "diperiksa ci --error-on-warnings .\n"
    assert jalankan(proyek, GAGAL).returncode == 7


def test_the_lock_names_no_registry_and_one_version() -> None:
    kunci = (AKAR / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in kunci
    assert '"@biomejs/biome": "2.6.8"' in kunci and '"@biomejs/biome": "2.6.8"' in (AKAR / "package.json").read_text()
