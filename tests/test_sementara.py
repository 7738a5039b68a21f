"""Working folders held by a lock: the living keep theirs, on whatever machine; the dead leave what is swept."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
import types
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator import sementara
from generator.sementara import KUNCI, Ruang, sapu

AWALAN = ".uji-"
posix = pytest.mark.skipif(sys.platform == "win32", reason="flock")
_NASKAH = """
import sys
from pathlib import Path
from generator.sementara import Ruang
print(Ruang(sys.argv[1], Path(sys.argv[2])).folder, flush=True)
sys.stdin.read()
"""


@contextmanager
def proses_lain(induk: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Another process that holds a folder, as another machine or container does: only its lock is known."""
    perintah = [sys.executable, "-c", _NASKAH, AWALAN, str(induk)]
    with subprocess.Popen(perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as p:
        assert p.stdout is not None
        try:
            yield p, Path(p.stdout.readline().strip())
        finally:
            p.kill()


def _tua(path: Path, detik: float = 90_000) -> None:
    lalu = time.time() - detik
    os.utime(path, (lalu, lalu))


def _tiruan(induk: Path, nama: str, tanda: bytes | None) -> Path:
    folder = induk / f"{AWALAN}{nama:_<8}"
    folder.mkdir()
    if tanda is not None:
        (folder / KUNCI).write_bytes(tanda)
    return folder


def test_a_folder_lives_until_it_is_removed(tmp_path: Path) -> None:
    ruang = Ruang(AWALAN, tmp_path)
    (ruang.folder / "isi").write_text("isi")
    assert sapu(tmp_path, AWALAN) == [] and (ruang.folder / "isi").exists()
    ruang.hapus()
    ruang.hapus()
    assert list(tmp_path.iterdir()) == []


def test_what_another_living_process_holds_stays_however_old(tmp_path: Path) -> None:
    with proses_lain(tmp_path) as (proses, folder):
        _tua(folder, 10 * 86_400)
        assert sapu(tmp_path, AWALAN) == [] and folder.is_dir()
        proses.kill()
        proses.wait()
        (folder / "sisa" / "dalam").mkdir(parents=True)
        assert sapu(tmp_path, AWALAN) == [folder]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("tanda", [None, b""], ids=["tanpa kunci", "kunci belum dipegang"])
def test_a_folder_that_is_just_being_made_stays(tmp_path: Path, tanda: bytes | None) -> None:
    """Between making a folder and locking it nobody holds it; only its age tells that its maker died."""
    folder = _tiruan(tmp_path, "baru", tanda)
    assert sapu(tmp_path, AWALAN) == [] and folder.is_dir()
    _tua(folder)
    assert sapu(tmp_path, AWALAN) == [folder]


@posix
@pytest.mark.parametrize("nomor", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_where_there_are_no_locks_age_alone_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nomor: int
) -> None:
    import fcntl

    def tolak(*_: object) -> None:
        raise OSError(nomor, os.strerror(nomor))

    monkeypatch.setattr(fcntl, "flock", tolak)
    milik, lama = Ruang(AWALAN, tmp_path), Ruang(AWALAN, tmp_path)
    _tua(lama.folder)
    assert sapu(tmp_path, AWALAN) == [lama.folder] and milik.folder.is_dir()
    monkeypatch.undo()
    assert sapu(tmp_path, AWALAN) == []  # another machine, which has locks, knows that there is none on this folder
    milik.hapus()


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    """Links, files, names that no run makes: none is touched, nor what a link points at."""
    luar = tmp_path / "luar"
    luar.mkdir()
    (luar / KUNCI).write_bytes(b"1")
    induk = tmp_path / "induk"
    induk.mkdir()
    (induk / f"{AWALAN}tautan__").symlink_to(luar)
    (induk / f"{AWALAN}berkas__").write_text("isi")
    (induk / f"{AWALAN}laporan akhir").mkdir()
    for p in induk.iterdir():
        if not p.is_symlink():
            _tua(p)
    semula = sorted(induk.iterdir())
    assert sapu(induk, AWALAN) == []
    assert sorted(induk.iterdir()) == semula and (luar / KUNCI).exists()


@posix
def test_a_lock_that_is_a_link_or_no_plain_file_is_left_alone(tmp_path: Path) -> None:
    luar = tmp_path / "luar"
    luar.write_text("milik orang")
    tautan, pipa = _tiruan(tmp_path, "tautan", None), _tiruan(tmp_path, "pipa", None)
    (tautan / KUNCI).symlink_to(luar)
    os.mkfifo(pipa / KUNCI)
    for f in (tautan, pipa):
        _tua(f)
    assert sapu(tmp_path, AWALAN) == []
    assert luar.read_text() == "milik orang" and stat.S_ISFIFO((pipa / KUNCI).stat().st_mode)


def test_a_link_inside_is_removed_and_not_followed(tmp_path: Path) -> None:
    luar = tmp_path / "luar"
    luar.mkdir()
    (luar / "berkas").write_text("milik orang")
    folder = _tiruan(tmp_path, "bekas", b"1")
    (folder / "tautan").symlink_to(luar)
    assert sapu(tmp_path, AWALAN) == [folder]
    assert (luar / "berkas").read_text() == "milik orang"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="memerlukan root")
def test_folders_of_other_users_stay(tmp_path: Path) -> None:
    folder = _tiruan(tmp_path, "orang", b"1")
    os.chown(folder, 12345, 12345)
    assert sapu(tmp_path, AWALAN) == [] and folder.is_dir()
    os.chown(tmp_path, 12345, 12345)  # a folder of theirs that root works in: what they left there may go
    assert sapu(tmp_path, AWALAN) == [folder]


def test_what_is_to_be_done_before_may_keep_the_folder(tmp_path: Path) -> None:
    folder = _tiruan(tmp_path, "bekas", b"1")
    assert sapu(tmp_path, AWALAN, lambda _: False) == [] and folder.is_dir()
    terlihat: list[Path] = []
    assert sapu(tmp_path, AWALAN, lambda f: terlihat.append(f) is None) == [folder] == terlihat


def test_who_dies_while_sweeping_leaves_what_the_next_sweeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _tiruan(tmp_path, "bekas", b"1")
    for n in range(3):
        (folder / str(n)).write_text("isi")
    asli = Path.unlink

    def mati(self: Path, missing_ok: bool = False) -> None:
        asli(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "unlink", mati)
    with pytest.raises(KeyboardInterrupt):
        sapu(tmp_path, AWALAN)
    monkeypatch.undo()
    assert (folder / KUNCI).exists() and len(list(folder.iterdir())) == 3
    assert sapu(tmp_path, AWALAN) == [folder]


def test_a_lock_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def penuh(*_: object) -> int:
        raise OSError(errno.ENOSPC, "penuh")

    monkeypatch.setattr(os, "write", penuh)
    with pytest.raises(OSError, match="penuh"):
        Ruang(AWALAN, tmp_path)
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_child_that_inherits_the_lock_holds_the_folder(tmp_path: Path) -> None:
    ruang = Ruang(AWALAN, tmp_path)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=(ruang.pegangan,)) as anak:
        ruang.tinggalkan()
        assert sapu(tmp_path, AWALAN) == []
        anak.communicate(b"\n")
    assert sapu(tmp_path, AWALAN) == [ruang.folder]


def test_locks_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`msvcrt` as it behaves: the first byte, EACCES while another has it, given back when the file is closed."""
    dipegang: dict[int, int] = {}

    def locking(fd: int, cara: int, banyak: int) -> None:
        assert (cara, banyak, os.lseek(fd, 0, os.SEEK_CUR)) == (2, 1, 0)
        inode = os.fstat(fd).st_ino
        if dipegang.setdefault(inode, fd) != fd:
            raise PermissionError(errno.EACCES, "Permission denied")

    tutup = os.close

    def close(fd: int) -> None:
        for inode in [i for i, f in dipegang.items() if f == fd]:
            del dipegang[inode]
        tutup(fd)

    monkeypatch.setitem(sys.modules, "msvcrt", types.SimpleNamespace(locking=locking, LK_NBLCK=2))
    monkeypatch.setattr(os, "close", close)
    monkeypatch.setattr(sementara, "kunci", sementara._kunci_windows)
    ruang, mati = Ruang(AWALAN, tmp_path), Ruang(AWALAN, tmp_path)
    assert sapu(tmp_path, AWALAN) == []
    mati.tinggalkan()
    assert sapu(tmp_path, AWALAN) == [mati.folder] and ruang.folder.is_dir()
    ruang.hapus()
    assert list(tmp_path.iterdir()) == [] and dipegang == {}
