"""The cache `build/.cache`: what is expensive to make and depends on known bytes alone. It never changes an output.

In: what kind of thing, the bytes that it was made of. Out: the thing as it was put in, or None. Every entry is sealed
with a key that only this user of this machine has, so that nothing is unpickled that somebody else wrote into a shared
folder; a torn, foreign or stale entry is no entry. Nothing here fails: without a place for the key or the entries,
nothing is kept. `RENSTRA_TANPA_CACHE=1` and `--tanpa-cache` do without.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

FOLDER = ".cache"
PEUBAH = "RENSTRA_TANPA_CACHE"
BATAS_ENTRI = 64 * 2**20
BANYAK = 200
_AKHIRAN = ".renstra"
_SEGEL = 32


class Simpanan:
    """The entries of one output folder. `program`: the hash of the program that makes them."""

    def __init__(self, keluaran: Path | None, program: str) -> None:
        self._folder = keluaran / FOLDER if keluaran else None
        kunci = _kunci_mesin() if self._folder else None
        # a new program, Python or platform finds no entry of another
        self._kunci = (
            hmac.digest(kunci, f"{program} {sys.version} {sys.platform}".encode(), "sha256") if kunci else None
        )

    def ambil(self, jenis: str, asal: bytes, baca: Callable[[bytes], Any]) -> Any:
        """What was kept of `jenis` for `asal`, made whole by `baca`; None if there is nothing sound."""
        path = self._path(jenis, asal)
        if path is None or self._kunci is None:
            return None
        try:
            with path.open("rb") as f:
                isi = f.read(BATAS_ENTRI + 1)
        except OSError:
            return None
        segel, isi = isi[:_SEGEL], isi[_SEGEL:]
        if len(isi) >= BATAS_ENTRI or not hmac.compare_digest(segel, self._segel(jenis, asal, isi)):
            return None
        try:
            return baca(isi)
        except Exception:  # noqa: BLE001 – whatever a library of another version makes of its own bytes
            return None

    def taruh(self, jenis: str, asal: bytes, isi: bytes) -> None:
        """Keep it, for as long as there is room."""
        path = self._path(jenis, asal)
        if path is None or len(isi) >= BATAS_ENTRI - _SEGEL:
            return
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=_AKHIRAN, delete=False) as f:
                try:
                    f.write(self._segel(jenis, asal, isi) + isi)
                    f.close()
                    Path(f.name).replace(path)
                except OSError:
                    f.close()
                    Path(f.name).unlink()
                    raise
            _batasi(path.parent)

    def _path(self, jenis: str, asal: bytes) -> Path | None:
        if self._folder is None or self._kunci is None:
            return None
        return (
            self._folder / f"{jenis}-{hmac.digest(self._kunci, jenis.encode() + asal, 'sha256').hex()[:32]}{_AKHIRAN}"
        )

    def _segel(self, jenis: str, asal: bytes, isi: bytes) -> bytes:
        assert self._kunci is not None
        kepala = b"".join(len(b).to_bytes(8, "big") + b for b in (jenis.encode(), asal))
        return hmac.digest(self._kunci, kepala + isi, "sha256")


def tanpa_simpanan() -> Simpanan:
    """One that keeps nothing."""
    return Simpanan(None, "")


def buka_simpanan(keluaran: Path, program: str) -> Simpanan:
    """That of an output folder, unless the user does without."""
    return Simpanan(None if os.environ.get(PEUBAH) else keluaran, program)


def gabung_sidik(sidik: Iterable[tuple[str, str]]) -> bytes:
    """One hash of names and hashes."""
    return hashlib.sha256(repr(sorted(sidik)).encode()).digest()


def _batasi(folder: Path) -> None:
    """No more than `BANYAK` entries: the oldest go."""
    ada = [e for e in os.scandir(folder) if e.name.endswith(_AKHIRAN)]
    if len(ada) > BANYAK:
        for e in sorted(ada, key=lambda e: e.stat(follow_symlinks=False).st_mtime)[: len(ada) - BANYAK]:
            with contextlib.suppress(OSError):
                os.unlink(e.path)


def _rumah() -> Path:
    """The folder of this user's own caches. Raises OSError where the user has no home."""
    if os.environ.get("HOME") == "" or not (Path.home().is_absolute() and Path.home().is_dir()):
        raise FileNotFoundError(Path.home())
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "renstra"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "renstra"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "renstra"


def _kunci_mesin() -> bytes | None:
    """This user's secret on this machine, made at the first use; None where none can be kept to oneself."""
    try:
        path = _rumah() / "kunci"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as f:  # readable by its owner alone
                f.write(secrets.token_bytes(32))
            with contextlib.suppress(FileExistsError):
                os.link(f.name, path)  # of two programs that start at once, one makes the key
            os.unlink(f.name)
        with path.open("rb") as berkas:
            milik = os.fstat(berkas.fileno())
            if sys.platform != "win32" and (milik.st_uid != os.getuid() or stat.S_IMODE(milik.st_mode) & 0o077):
                return None
            kunci = berkas.read(33)
    except (OSError, RuntimeError):  # RuntimeError: no home
        return None
    return kunci if len(kunci) == 32 else None
