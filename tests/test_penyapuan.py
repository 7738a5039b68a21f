"""What killed commands left is swept by the next command, whichever it is and wherever it works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from kantor import Kantor
from kantor_pk import tempat as tempat_pk
from kantor_renja import tempat as tempat_renja
from menunggu import tertahan
from typer.testing import CliRunner

from generator import penyapuan
from generator.cli.utama import aplikasi
from generator.sementara import Ruang

AKAR = Path(penyapuan.__file__).parents[1]
PERINTAH = [
    ("periksa",),
    ("jejak",),
    ("susun", "--tanpa-pdf"),
    ("renja", "2025", "--tanpa-pdf"),
    ("renja", "2025", "--siapkan"),
    ("pk", "2025", "--tanpa-pdf"),
    ("banding", "content", "content", "--tanpa-pdf"),
    ("versi", "v1"),
    ("temuan",),
    ("siapkan", "content"),
]


def bekas(awalan: str, di: Path) -> Path:
    """What a killed command leaves: its folder, its lock given back."""
    di.mkdir(parents=True, exist_ok=True)
    ruang = Ruang(awalan, di)
    (ruang.folder / "isi.docx").write_text("isi")
    ruang.tinggalkan()
    return ruang.folder


@pytest.fixture
def sementara(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("sementara")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.mark.parametrize("kata", PERINTAH, ids=["-".join(k[:1] + k[2:3]) for k in PERINTAH])
def test_every_command_sweeps_every_place(
    kantor: Kantor, sementara: Path, monkeypatch: pytest.MonkeyPatch, kata: tuple[str, ...]
) -> None:
    akar = kantor.folder.parent
    tempat_renja(kantor, 2025)
    tempat_pk(kantor, 2025)
    monkeypatch.chdir(akar)
    hasil = akar / "build"
    mati = [
        bekas(".susun-", f) for f in (hasil, hasil / "banding", hasil / "versi", kantor.data, kantor.data / "renja")
    ]
    mati += [bekas("renstra-pdf-", f) for f in (hasil, hasil / "banding", sementara)]
    mati += [bekas(f"renstra-{n}-", sementara) for n in ("versi", "word")]
    hidup = [Ruang(".susun-", hasil), Ruang("renstra-pdf-", sementara), Ruang("renstra-versi-", sementara)]
    jawab: Any = CliRunner().invoke(aplikasi, kata)
    assert not isinstance(jawab.exception, Exception) or jawab.exit_code in (0, 1, 2), jawab.output
    assert [p for p in mati if p.exists()] == []
    assert all((r.folder / "kunci").exists() for r in hidup)
    for r in hidup:
        r.hapus()


def test_other_places_that_are_named_are_swept_too(
    kantor: Kantor, sementara: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lain = tmp_path / "hasil lain"
    mati = [bekas("renstra-pdf-", lain), bekas(".susun-", lain / "banding")]
    CliRunner().invoke(aplikasi, ["jejak", "--isi", str(kantor.folder), "--keluaran", str(lain)])
    assert [p for p in mati if p.exists()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_killed_comparison(kantor: Kantor, sementara: Path) -> None:
    akar = kantor.folder.parent
    for perintah in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qma"]):
        subprocess.run(["git", *perintah], cwd=akar, check=True)
    env = {**os.environ, "PYTHONPATH": str(AKAR), "TMPDIR": str(sementara)}
    kata = ("banding", "HEAD", "--tanpa-pdf")
    with tertahan(akar, env, "generator.cli.versi", "Membaca", *kata) as proses:
        proses.kill()
    assert list(sementara.glob("renstra-versi-*"))
    subprocess.run(
        [sys.executable, "-m", "generator", "temuan"], cwd=akar, env=env, stdout=subprocess.DEVNULL, timeout=120
    )
    assert list(sementara.iterdir()) == [] and list(akar.glob("build/**/.susun-*")) == []


def test_where_nothing_is_there_nothing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    penyapuan.sapu_semua(tmp_path / "tiada", tmp_path / "tiada")

    def tidak_ada() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr("tempfile.gettempdir", tidak_ada)
    penyapuan.sapu_semua(tmp_path, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_help_sweeps_and_loads_nothing() -> None:
    naskah = (
        "import sys; sys.argv[1:] = ['--help']\n"
        "from generator.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('generator.penyapuan', 'generator.sementara', 'pydantic', 'lxml', 'jinja2')"
        " if m in sys.modules], file=sys.stderr)"
    )
    env = {**os.environ, "PYTHONPATH": str(AKAR)}
    hasil = subprocess.run([sys.executable, "-c", naskah], env=env, capture_output=True, text=True, timeout=60)
    assert hasil.stderr == "[]\n"
