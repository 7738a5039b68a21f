"""A name for the version as it stands: a tag of git, and its DOCX and PDF kept beside.

Only what is committed and passes `periksa` gets a name, so that the name, the files and the sources say the same.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from generator.banding.versi import git
from generator.keluaran import ruang_kerja, tanpa_gagal_tulis, terbitkan
from generator.pipeline import periksa, susun
from generator.tempat import Tempat
from generator.temuan import GagalSusun, Kumpulan

FOLDER = "versi"
_NAMA = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")  # a part of a file name, too


def tandai(nama: str, tempat: Tempat, kabar: Callable[[str], None]) -> tuple[Path, ...]:
    """Tag the last commit; gives the copies in build/versi/. Raises `GagalSusun`; nothing is tagged or kept then."""
    proyek = tempat.isi.parent
    _periksa_nama(nama, proyek)
    _periksa_tersimpan(nama, tempat, proyek)
    kabar("Memeriksa sumber")
    temuan = periksa(tempat).temuan
    if temuan.galat:
        raise GagalSusun(temuan)
    hasil = susun(tempat, kabar)
    if not hasil.pdf:
        raise GagalSusun(hasil.temuan if hasil.temuan.galat else _tolak(nama, "PDF tidak dapat dibuat", hasil.temuan))
    folder = tempat.keluaran / FOLDER
    salinan = {p: f"{tempat.nama}-{nama}{p.suffix}" for p in hasil.berkas if p.suffix in (".docx", ".pdf")}
    with tanpa_gagal_tulis(Kumpulan(), folder), ruang_kerja(folder) as kerja:
        for asal, tujuan in salinan.items():
            shutil.copyfile(asal, kerja / tujuan)
        _beri_tag(nama, proyek)
        terbitkan(kerja, list(salinan.values()), folder)
    return tuple(folder / n for n in salinan.values())


def _periksa_nama(nama: str, proyek: Path) -> None:
    jawab = git(proyek, "rev-parse", "--verify", "--quiet", "HEAD")
    if jawab is None:
        _gagal(nama, "git tidak terpasang")
    if jawab.returncode:
        _gagal(nama, f"{proyek} bukan repositori git, atau belum ada komitnya")
    sah = git(proyek, "check-ref-format", f"refs/tags/{nama}")
    if not _NAMA.fullmatch(nama) or sah is None or sah.returncode:
        _gagal(nama, "nama versi hanya huruf, angka, titik, dan tanda hubung, misalnya v1.1")
    ada = git(proyek, "rev-parse", "--verify", "--quiet", f"refs/tags/{nama}")
    if ada is not None and ada.returncode == 0:
        _gagal(nama, "versi bernama itu sudah ada; pilih nama lain")


def _periksa_tersimpan(nama: str, tempat: Tempat, proyek: Path) -> None:
    """Everything that git tracks, and every file of the content and the templates, is as committed."""
    sumber = [n for n in (tempat.isi.name, tempat.templat.parent.name) if (proyek / n).is_dir()]
    berubah: list[str] = []
    for opsi in (["--untracked-files=no"], ["--untracked-files=all", "--", *sumber]):
        jawab = git(proyek, "-c", "core.quotePath=false", "status", "--porcelain", *opsi)
        berubah += jawab.stdout.decode("utf-8", "replace").splitlines() if jawab else []
    if berubah:
        daftar = ", ".join(dict.fromkeys(b[3:] for b in berubah))
        _gagal(nama, f"ada yang belum dikomit: {daftar}")


def _beri_tag(nama: str, proyek: Path) -> None:
    jawab = git(proyek, "tag", "--annotate", "--message", f"Versi {nama}", nama)
    if jawab is None or jawab.returncode:
        sebab = jawab.stderr.decode("utf-8", "replace").strip().splitlines() if jawab else []
        _gagal(nama, f"git menolak tag itu: {sebab[-1] if sebab else 'sebabnya tidak disebut'}")


def _gagal(nama: str, pesan: str) -> NoReturn:
    raise GagalSusun(_tolak(nama, pesan, Kumpulan()))


def _tolak(nama: str, pesan: str, temuan: Kumpulan) -> Kumpulan:
    temuan.tambah("versi-ditolak", nama or "-", pesan)
    return temuan
