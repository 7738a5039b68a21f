"""What a machine is short of, by the exception and by the limits of the process."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from kantor import Kantor

from generator import kekurangan
from generator.kekurangan import batas_libreoffice, kurang, sebab, terlalu_sempit

AKAR = Path(kekurangan.__file__).parents[1]
KURANG = [
    (OSError(errno.ENOSPC, "No space left on device"), "ruang disk habis"),
    (OSError(errno.EDQUOT, "Disk quota exceeded"), "ruang disk habis (kuota)"),
    (OSError(errno.EFBIG, "File too large"), "ulimit -f"),
    (OSError(errno.EMFILE, "Too many open files"), "ulimit -n"),
    (OSError(errno.ENFILE, "Too many open files in system"), "ulimit -n"),
    (OSError(errno.ENOMEM, "Cannot allocate memory"), "ulimit -v"),
    (BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable"), "ulimit -u"),
    (MemoryError(), "ulimit -v"),
    (RuntimeError("can't start new thread"), "ulimit -u"),
    (ImportError("x.so: cannot open shared object file: Too many open files"), "ulimit -n"),
    (ImportError("x.so: failed to map segment from shared object"), "ulimit -v"),
    (FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/a']"), "TMPDIR"),
]


@pytest.mark.parametrize(("e", "kata"), KURANG, ids=[f"{type(e).__name__}-{k}" for e, k in KURANG])
def test_each_is_named_also_behind_another(e: Exception, kata: str) -> None:
    assert kata in kurang(e)
    luar = ValueError("gagal")
    luar.__cause__ = e
    assert kata in kurang(luar)


@pytest.mark.parametrize("e", [ValueError("x"), KeyError("Too many open files"), FileNotFoundError(2, "tidak ada")])
def test_other_faults_are_not_taken_for_it(e: Exception) -> None:
    assert kurang(e) == ""
    e.__context__ = e
    assert kurang(e) == ""


def test_why_the_system_refused() -> None:
    assert "hanya dapat dibaca" in sebab(OSError(errno.EROFS, "Read-only file system"))
    assert "ulimit -n" in sebab(OSError(errno.EMFILE, "x"))
    assert sebab(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"


@pytest.mark.skipif(sys.platform == "win32", reason="resource")
def test_narrow_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    batas = {}
    monkeypatch.setattr(resource, "getrlimit", lambda r: (batas.get(r, resource.RLIM_INFINITY), -1))
    assert (batas_libreoffice(), terlalu_sempit()) == ("", "")
    batas = {resource.RLIMIT_NOFILE: 12, resource.RLIMIT_AS: 100_000_000}
    assert "(ulimit -n) 12" in batas_libreoffice() and "(ulimit -v) 100000000" in batas_libreoffice()
    assert "(ulimit -v) 97656;" in terlalu_sempit()
    batas = {resource.RLIMIT_NOFILE: 12}
    assert "(ulimit -n) 12;" in terlalu_sempit()


# ---------------------------------------------------------------- commands on narrow machines


def renstra(kantor: Kantor, *kata: str, ulimit: str = "", **lain: str) -> subprocess.CompletedProcess[str]:
    perintah = f'{ulimit or ":"}; exec "$0" -m generator "$@"'
    env = {**os.environ, "PYTHONPATH": str(AKAR), **lain}
    return subprocess.run(
        ["sh", "-c", perintah, sys.executable, *kata],
        cwd=kantor.folder.parent,
        env=env,
        capture_output=True,
        text=True,
        timeout=240,
    )


def _sah(hasil: subprocess.CompletedProcess[str]) -> None:
    semua = hasil.stdout + hasil.stderr
    assert "Traceback" not in semua and "Kesalahan dalam program" not in semua, semua


posix = pytest.mark.skipif(sys.platform == "win32", reason="ulimit")


@posix
@pytest.mark.parametrize("perintah", ["susun", "jejak", "renja", "pk"])
def test_files_may_not_grow(kantor: Kantor, perintah: str) -> None:
    from kantor_pk import tempat as tempat_pk
    from kantor_renja import tempat as tempat_renja

    tempat_renja(kantor, 2025)
    tempat_pk(kantor, 2025)
    tahun = ["2025"] if perintah in ("renja", "pk") else []
    pilihan = ["--tanpa-pdf"] if perintah != "jejak" else []
    hasil = renstra(kantor, perintah, *tahun, *pilihan, ulimit="ulimit -f 2")
    _sah(hasil)
    assert hasil.returncode == 1 and "ulimit -f" in hasil.stderr and "di Word" not in hasil.stderr
    assert not [p for p in (kantor.folder.parent / "build").rglob("*") if p.is_file()]


@posix
@pytest.mark.parametrize("banyak", [4, 5, 6, 8, 12, 20])
def test_few_files_may_be_open(kantor: Kantor, banyak: int) -> None:
    """Python itself needs some to start; from there on the limit is named, or it is enough."""
    hasil = renstra(kantor, "susun", "--tanpa-pdf", ulimit=f"ulimit -n {banyak}")
    if hasil.returncode:
        assert "Fatal Python error" in hasil.stderr or "ulimit -n" in hasil.stderr, hasil.stderr
    if "Fatal Python error" not in hasil.stderr:
        _sah(hasil)


@posix
def test_too_little_memory_is_refused_before_a_library_ends_the_process(kantor: Kantor) -> None:
    hasil = renstra(kantor, "periksa", ulimit="ulimit -v 300000")
    if "ulimit" in hasil.stderr and "memori" not in hasil.stderr:
        pytest.skip("sistem tanpa batas memori")
    assert hasil.returncode == 1 and hasil.stderr.count("\n") == 1
    assert "batas memori (ulimit -v) 300000;" in hasil.stderr


@posix
def test_without_any_temporary_folder(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    """`periksa` and `susun` need none; who needs one says so."""
    naskah = (
        "import sys, tempfile\n"
        "def tidak_ada(): raise FileNotFoundError(2, 'No usable temporary directory found in []')\n"
        "tempfile._get_default_tempdir = tidak_ada\n"
        "from generator.__main__ import main\n"
        "main()\n"
    )
    akar = kantor.folder.parent
    for perintah in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qma"]):
        subprocess.run(["git", *perintah], cwd=akar, check=True)

    def jalan(*kata: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(AKAR)}
        perintah = [sys.executable, "-c", naskah, *kata]
        return subprocess.run(perintah, cwd=akar, env=env, capture_output=True, text=True, timeout=240)

    assert jalan("periksa").returncode == 0 and jalan("susun", "--tanpa-pdf").returncode == 0
    hasil = jalan("banding", "HEAD", "--tanpa-pdf")
    _sah(hasil)
    assert hasil.returncode and "sebut satu dengan TMPDIR" in hasil.stderr


def test_a_full_temporary_folder(kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.banding import versi
    from generator.temuan import GagalSusun

    akar = kantor.folder.parent
    for perintah in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qma"]):
        subprocess.run(["git", *perintah], cwd=akar, check=True)
    sementara = tmp_path / "sementara"
    sementara.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(sementara))

    def penuh(self: Path, _: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", penuh)
    with pytest.raises(GagalSusun) as e, versi.ambil_versi("HEAD", akar):
        pytest.fail("tidak mungkin")
    (t,) = e.value.temuan
    assert (t.kode, "ruang disk habis" in t.pesan) == ("tidak-tertulis", True) and str(sementara) in t.tempat
    assert list(sementara.iterdir()) == []


def test_what_nobody_foresaw_is_said_though_it_cannot_be_written_down(monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    from generator.cli.utama import _catat_cacat

    def penuh(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    try:
        raise ValueError("cacat")
    except ValueError as e:
        cacat = e
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", penuh)
    kata = _catat_cacat(cacat, "")
    assert "Kesalahan dalam program (ValueError: cacat)." in kata
    assert "ruang disk habis" in kata and "test_kekurangan.py:" in kata
