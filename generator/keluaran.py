"""Where a command works and how its files are published: all of them or none, and nothing left behind.

A command works in a folder '.susun-…' inside the output folder, held by a lock (`sementara`). What it made takes its
place in one publication (`terbitan`). What a killed command left, a publication cut short too, is put right by `sapu`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from generator import sementara, terbitan
from generator.kekurangan import DISK, batas_libreoffice, kurang, sebab
from generator.sela import tanpa_sela
from generator.sementara import Ruang
from generator.temuan import GagalSusun, Kumpulan
from generator.terbitan import Putusan, TakTerganti, Titik

AWALAN = ".susun-"
DALAM = "build"  # an output folder inside a working folder: a version is built there before it is published
_PEMEGANG = {
    ".pdf": "pembaca PDF",
    ".docx": "Word",
    ".xlsx": "Excel",
    ".html": "peramban",
    ".md": "penyunting teks",
}
"""The program that usually has such a file open."""

diterbitkan: list[Path] = []
"""The files that this process has published: what is said at an interrupt depends on it."""


def _tak_tahu(_: Mapping[str, str]) -> None:
    """Nothing but files is published here: a journal that names more is left to who knows."""


@contextlib.contextmanager
def tanpa_gagal_tulis(temuan: Kumpulan, folder: Path) -> Iterator[None]:
    """What the disk refuses is a finding: raises `GagalSusun`. Other shortages go on to who says them in a line."""
    try:
        yield
    except OSError as e:
        if kurang(e) and e.errno not in DISK:
            raise
        temuan.tambah("tidak-tertulis", e.filename or folder, f"tidak dapat ditulis: {sebab(e)}", _obat(e))
        raise GagalSusun(temuan) from e


@contextlib.contextmanager
def ruang_kerja(folder: Path, putuskan: Putusan = _tak_tahu) -> Iterator[Ruang]:
    """A private folder beside the outputs, removed at the end, but for a publication that could not be put back.

    The output folder is made if need be, and removed when nothing came of it.
    """
    belum_ada = [f for f in (folder, *folder.parents) if not f.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    sapu(folder, putuskan)
    try:
        ruang = Ruang(AWALAN, folder)
        try:
            yield ruang
        finally:
            ruang.tinggalkan() if terbitan.terputus(ruang.folder) else ruang.hapus()
    finally:
        with contextlib.suppress(OSError):  # not empty
            for f in belum_ada:
                f.rmdir()


def buat_baru(path: Path, tulis: Callable[[Path], None]) -> bool:
    """Make a file that is not there yet, whole or not at all; False, and nothing is touched, when it is there."""
    if os.path.lexists(path):
        return False
    with ruang_kerja(path.parent) as ruang:
        sebelah = ruang.folder / path.name
        tulis(sebelah)
        try:
            os.link(sebelah, path)
        except FileExistsError:
            return False
        except OSError:  # a disk without second names
            os.rename(sebelah, path)
    return True


def sapu(folder: Path, putuskan: Putusan = _tak_tahu) -> None:
    """Put right what killed commands left in an output folder: publications cut short, then their working folders."""
    if any(terbitan.terputus(f) for f in sementara.daftar(folder, AWALAN)):
        with contextlib.suppress(OSError), terbitan.bergiliran(folder), tanpa_sela():
            _pulihkan(folder, putuskan)
    else:
        sementara.sapu(folder, AWALAN, lambda f: not terbitan.terputus(f))


def _pulihkan(folder: Path, putuskan: Putusan) -> list[TakTerganti]:
    """Put right every publication cut short and remove its working folder; what could not be put right."""
    halangan: list[TakTerganti] = []

    def sebelum(kerja: Path) -> bool:
        try:
            if terbitan.pulihkan(kerja, folder, putuskan):
                return True
            halangan.append(TakTerganti(kerja, OSError("belum pasti"), pulih=False))
        except OSError as e:
            halangan.append(TakTerganti(Path(e.filename2 or e.filename or kerja), e, pulih=False))
        return False

    sementara.sapu(folder, AWALAN, sebelum)
    return halangan


def terbitkan(
    ruang: Ruang,
    baru: Sequence[str],
    folder: Path,
    *,
    buang: Sequence[str] = (),
    ganti_nama: Mapping[str, str] | None = None,
    bila: Callable[[], bool] = lambda: True,
    titik: Titik | None = None,
    putuskan: Putusan = _tak_tahu,
) -> bool:
    """Publish the named files of the working folder, all or none; remove those of `buang`; whether it was done.

    `ganti_nama`: files there that get another name. `bila` is asked once nobody else publishes: False changes nothing.
    Raises `GagalSusun` with the file that is in the way.
    """
    try:
        with terbitan.bergiliran(folder), tanpa_sela():
            if halangan := _pulihkan(folder, putuskan):
                raise halangan[0]  # published over, it could never be put right
            if not bila():
                return False
            pindah = {a: b for a, b in (ganti_nama or {}).items() if os.path.lexists(folder / a)}
            for a, b in pindah.items():
                _salin(folder / a, ruang.folder / b)
            terbitan.jalankan(ruang.folder, folder, [*baru, *pindah.values()], [*buang, *pindah], titik, ruang.pegangan)
            diterbitkan.extend(folder / n for n in baru)
    except TakTerganti as e:
        raise GagalSusun(_tak_terganti(e)) from e
    return True


def _salin(asal: Path, tujuan: Path) -> None:
    """The same file under a second name, or where the disk or its owner does not let us, a copy as old as the file."""
    try:
        os.link(asal, tujuan, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(asal, tujuan, follow_symlinks=False)


def _tak_terganti(e: TakTerganti) -> Kumpulan:
    """The finding on a file that is in the way: what keeps it, and the program that usually does."""
    temuan = Kumpulan()
    pemegang = _PEMEGANG.get(e.path.suffix, "program lain")
    if not e.pulih:
        pesan = f"penerbitan terhenti di tengah ({sebab(e.sebab)})"
        temuan.tambah(
            "terbit-terputus", e.path, pesan, f"Tutup berkas itu di {pemegang}, lalu jalankan perintah apa pun."
        )
    elif e.path.is_dir():
        pesan = "tidak dapat diganti: ada folder bernama itu"
        temuan.tambah("tidak-tertulis", e.path, pesan, "Pindahkan atau ganti nama folder itu, lalu ulangi.")
    else:
        pesan = f"tidak dapat diganti: {sebab(e.sebab)}"
        obat = _obat(e.sebab) or f"Tutup berkas itu di {pemegang}, atau buka kuncinya, lalu ulangi."
        temuan.tambah("tidak-tertulis", e.path, pesan, obat)
    return temuan


def _obat(e: OSError) -> str:
    """The remedy where the machine is short of something; '' where something is in the way."""
    return "Kosongkan ruang, atau naikkan batas yang disebut, lalu ulangi." if kurang(e) else ""


def catat_batas(temuan: Kumpulan, pdf: str) -> None:
    """A finding on the PDF that is to be made, where the limits of this process may be too narrow for it."""
    if sempit := batas_libreoffice():
        temuan.tambah("mesin-sempit", pdf, sempit)
