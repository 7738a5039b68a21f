"""One publication, all or nothing: files of a working folder take their places in an output folder, or nothing changes.

In: a working folder inside the output folder, the names of its files that are to stand there and of those that must go.
First a journal, then everything that stands in the way is moved into the working folder, then the new files take their
places; the journal's end is the moment at which the publication counts. Whatever fails before is put back: at once, or,
after a kill or a power cut, by `pulihkan`, which whoever works there next calls. It may be cut short itself.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.sementara import buka_kunci, kunci

JURNAL, LAMA = "terbit.json", "lama"
_KUNCI = ".kunci"
_NAMA = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)?")
"""Of a file in the output folder, or in a folder of it."""
_BESAR_JURNAL = 1_000_000

Putusan = Callable[[Mapping[str, str]], bool | None]
"""Whether what `Titik.catatan` names has happened; None when that cannot be known now."""


class TakTerganti(Exception):
    """A file could not take its place; `sebab` is what the system said. Everything is as it was, if `pulih`."""

    def __init__(self, path: Path, sebab: OSError, *, pulih: bool = True) -> None:
        super().__init__(f"{path}: {sebab}")
        self.path, self.sebab, self.pulih = path, sebab, pulih


@dataclass(frozen=True)
class Titik:
    """Something beyond the files that is part of a publication: done last, and what decides when it was cut short.

    `catatan` goes into the journal; `kerjakan` gets the file that holds the working folder's lock.
    """

    catatan: Mapping[str, str]
    kerjakan: Callable[[int], None]
    terjadi: Putusan


@dataclass(frozen=True)
class _Jurnal:
    """Hash by name of what comes and of what was there."""

    baru: dict[str, str]
    lama: dict[str, str]
    titik: dict[str, str] = field(default_factory=dict)


def jalankan(
    kerja: Path, folder: Path, baru: Sequence[str], buang: Sequence[str], titik: Titik | None = None, pegangan: int = -1
) -> None:
    """Put `kerja`/<name> in the place of `folder`/<name> for all of `baru`, and remove those of `buang`.

    Raises `TakTerganti`, or what `titik` raises; nothing changed then. Call it under `bergiliran` and `tanpa_sela`.
    """
    j = _Jurnal(
        {n: _sidik_tujuan(kerja / n) for n in baru},
        {n: h for n in dict.fromkeys([*baru, *buang]) if (h := _sidik_tujuan(folder / n))},
        dict(titik.catatan) if titik else {},
    )
    for n in baru:
        _segarkan(kerja / n)
    (kerja / LAMA).mkdir()
    for n in j.lama:
        (kerja / LAMA / n).parent.mkdir(exist_ok=True)
    _tulis_jurnal(kerja, j)
    sampai_titik = False
    try:
        for n in j.lama:
            _pindah(folder / n, kerja / LAMA / n, folder / n)
        for n in baru:
            _pindah(kerja / n, folder / n, folder / n)
        _segarkan_folder(folder, j)
        if titik:
            sampai_titik = True
            titik.kerjakan(pegangan)
    except BaseException as e:
        terjadi = titik.terjadi(titik.catatan) if titik and sampai_titik else False
        if terjadi is not True:
            _batal(kerja, folder, j, e, pasti=terjadi is False)
            raise
    _tamatkan(kerja)


def _batal(kerja: Path, folder: Path, j: _Jurnal, e: BaseException, *, pasti: bool) -> None:
    """Put everything back; where that cannot be, or nobody knows whether it should be, the journal stays for later."""
    path = e.path if isinstance(e, TakTerganti) else folder
    if not pasti:
        raise TakTerganti(path, OSError(errno.EAGAIN, "belum pasti"), pulih=False) from e
    try:
        _mundur(kerja, folder, j)
    except OSError as lagi:
        raise TakTerganti(path, lagi, pulih=False) from e


def _pindah(dari: Path, ke: Path, tujuan: Path) -> None:
    try:
        os.replace(dari, ke)
    except OSError as e:
        raise TakTerganti(tujuan, e) from e


# ---------------------------------------------------------------- cut short


def terputus(kerja: Path) -> bool:
    """Whether a working folder holds a publication that was begun and not ended."""
    return os.path.lexists(kerja / JURNAL)


def pulihkan(kerja: Path, folder: Path, putuskan: Putusan) -> bool:
    """Put right what a publication left that was cut short; whether the working folder may go now.

    Back to what was there, unless all the new files were in place already. Where later hands have been at one of the
    files nothing is touched: what is there now is newer than the journal. Raises OSError; calling it again goes on.
    """
    j = _baca_jurnal(kerja)
    if j is None or not _di_dalam(j, kerja, folder):
        return True
    try:
        kini = {n: _sidik_tujuan(folder / n) for n in (*j.baru, *j.lama)}
    except TakTerganti:
        return True
    if not all(h in ("", j.baru.get(n), j.lama.get(n)) for n, h in kini.items()):
        return True
    maju = putuskan(j.titik) if j.titik else all(h == j.baru.get(n, "") for n, h in kini.items())
    if maju is None:
        return False
    (_maju if maju else _mundur)(kerja, folder, j)
    return True


def _mundur(kerja: Path, folder: Path, j: _Jurnal) -> None:
    for n in dict.fromkeys((*j.baru, *j.lama)):
        if _berkas(kerja / LAMA / n):
            os.replace(kerja / LAMA / n, folder / n)
        elif n not in j.lama:
            (folder / n).unlink(missing_ok=True)
    _segarkan_folder(folder, j)
    _tamatkan(kerja)


def _maju(kerja: Path, folder: Path, j: _Jurnal) -> None:
    for n in j.lama:
        if n not in j.baru:
            (folder / n).unlink(missing_ok=True)
    for n in j.baru:
        if _berkas(kerja / n):
            os.replace(kerja / n, folder / n)
    _segarkan_folder(folder, j)
    _tamatkan(kerja)


def _tamatkan(kerja: Path) -> None:
    (kerja / JURNAL).unlink()
    _segarkan(kerja)


# ---------------------------------------------------------------- the journal


def _tulis_jurnal(kerja: Path, j: _Jurnal) -> None:
    sebelah = kerja / f"{JURNAL}.baru"
    sebelah.write_text(json.dumps(asdict(j), indent=1), encoding="utf-8")
    _segarkan(sebelah)
    os.replace(sebelah, kerja / JURNAL)
    _segarkan(kerja)


def _baca_jurnal(kerja: Path) -> _Jurnal | None:
    """The journal of a folder that anybody may have made: None unless it names plain files, and only those here."""
    if not _berkas(kerja / JURNAL) or (kerja / LAMA).is_symlink():
        return None
    with (kerja / JURNAL).open("rb") as f:
        mentah = f.read(_BESAR_JURNAL)
    try:
        isi = json.loads(mentah)
        j = _Jurnal(**isi)
        teks = [s for d in (j.baru, j.lama, j.titik) for s in (*d.keys(), *d.values())]
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    if not all(isinstance(s, str) for s in teks) or not all(_NAMA.fullmatch(n) for n in (*j.baru, *j.lama)):
        return None
    return j


def _di_dalam(j: _Jurnal, kerja: Path, folder: Path) -> bool:
    """Whether the folders that names of a journal begin with are real ones of the output folder, here and there."""
    dalam = {n.partition("/")[0] for n in (*j.baru, *j.lama) if "/" in n}
    return all((folder / d).is_dir() for d in dalam) and not any(
        (f / d).is_symlink() for f in (folder, kerja, kerja / LAMA) for d in dalam
    )


def _segarkan_folder(folder: Path, j: _Jurnal) -> None:
    """The names of files that came and went are on the disk when this returns."""
    for f in sorted({(folder / n).parent for n in (*j.baru, *j.lama)} | {folder}):
        if f.is_dir():
            _segarkan(f)


def _berkas(path: Path) -> bool:
    """Whether a plain file, or a link, stands there; what the link points at does not matter: it is moved as it is."""
    try:
        ragam = path.lstat().st_mode
    except FileNotFoundError:
        return False
    return stat.S_ISREG(ragam) or stat.S_ISLNK(ragam)


def _sidik_tujuan(path: Path) -> str:
    """What identifies a file, or a link by where it points; '' when there is none. Raises `TakTerganti`, OSError."""
    try:
        ragam = path.lstat().st_mode
    except FileNotFoundError:
        return ""
    if stat.S_ISLNK(ragam):
        return f"tautan:{os.readlink(path)}"
    if not stat.S_ISREG(ragam):
        nomor = errno.EISDIR if stat.S_ISDIR(ragam) else errno.EPERM
        raise TakTerganti(path, OSError(nomor, os.strerror(nomor), str(path)))
    import hashlib  # its library is large, and most commands find nothing to put right

    with path.open("rb") as f:
        return hashlib.file_digest(f, "sha256").hexdigest()


def _segarkan(path: Path) -> None:
    """What was written or renamed is on the disk when this returns; not for folders on Windows and some networks."""
    folder = path.is_dir()
    if folder and sys.platform == "win32":
        return
    pegangan = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
    try:
        with contextlib.suppress(OSError) if folder else contextlib.nullcontext():
            os.fsync(pegangan)
    finally:
        os.close(pegangan)


# ---------------------------------------------------------------- one at a time


@contextlib.contextmanager
def bergiliran(folder: Path) -> Iterator[None]:
    """One publication in a folder at a time, on whatever machine; where there are no locks, without."""
    pegangan = buka_kunci(folder / _KUNCI)
    try:
        kunci(pegangan, tunggu=True)
        yield
    finally:
        os.close(pegangan)
