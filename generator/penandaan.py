"""A name for the version as it was last committed: a tag of git, and its DOCX and PDF kept beside.

The files are built from the commit, unpacked beside, and the tag is put on that commit: whatever is edited meanwhile,
the name, the files and the sources say the same. Files and tag are one publication; the tag comes last and decides.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn

from generator.banding.nama_versi import salah_nama
from generator.banding.versi import ambil_komit, git, kata_git, komit_dari, tag_terjadi
from generator.keluaran import DALAM, ruang_kerja, tanpa_gagal_tulis, terbitkan
from generator.pipeline import periksa, susun
from generator.tempat import FOLDER_VERSI, Tempat, templat_bawaan
from generator.temuan import GagalSusun, Kumpulan
from generator.terbitan import Titik


def tandai(nama: str, tempat: Tempat, kabar: Callable[[str], None]) -> tuple[Path, ...]:
    """Tag the last commit; gives the files in build/versi/. Raises `GagalSusun`; nothing is tagged or kept then."""
    proyek = tempat.isi.parent
    folder = tempat.keluaran / FOLDER_VERSI
    komit = _komit_terakhir(nama, proyek)
    _periksa_tersimpan(nama, tempat, proyek)
    putuskan = partial(tag_terjadi, proyek)
    with tanpa_gagal_tulis(Kumpulan(), folder), ruang_kerja(folder, putuskan) as ruang:
        # after what a killed one left has been put right: its tag may be there, or not
        if salah := salah_nama(nama, proyek):
            _gagal(nama, salah)
        with ambil_komit(komit, nama, proyek) as versi:
            asal = Tempat(versi.isi, templat_bawaan(versi.akar), ruang.folder / DALAM)
            kabar("Memeriksa sumber")
            temuan = periksa(asal).temuan
            if temuan.galat:
                raise GagalSusun(temuan)
            hasil = susun(asal, kabar)
        if not hasil.pdf:
            _gagal(nama, "PDF tidak dapat dibuat", hasil.temuan)
        baru = []
        for path in hasil.berkas:
            if path.suffix in (".docx", ".pdf"):
                baru.append(f"{tempat.nama}-{nama}{path.suffix}")
                os.replace(path, ruang.folder / baru[-1])
        titik = Titik({"tag": nama, "komit": komit}, partial(_beri_tag, nama, komit, proyek), putuskan)
        terbitkan(ruang, baru, folder, titik=titik, putuskan=putuskan)
    return tuple(folder / n for n in baru)


def _komit_terakhir(nama: str, proyek: Path) -> str:
    if git(proyek, "--version") is None:
        _gagal(nama, "git tidak terpasang")
    komit = komit_dari("HEAD", proyek)
    if not komit:
        _gagal(nama, f"{proyek} bukan repositori git, atau belum ada komitnya")
    siapa = git(proyek, "var", "GIT_COMMITTER_IDENT")
    if siapa is None or siapa.returncode:
        _gagal(
            nama,
            "git belum mengenal nama Anda; ketik: git config --global user.name 'Nama Anda' dan "
            "git config --global user.email alamat@surel",
        )
    return komit


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


def _beri_tag(nama: str, komit: str, proyek: Path, pegangan: int) -> None:
    """git inherits the lock: while it works, nobody takes this publication for one that was cut short."""
    perintah = ["-c", "tag.gpgSign=false", "tag", "--annotate", "--message", f"Versi {nama}", nama, komit]
    jawab = git(proyek, *perintah, pegangan=pegangan)
    if jawab is None or jawab.returncode:
        _gagal(nama, f"git menolak tag itu: {kata_git(jawab)}")


def _gagal(nama: str, pesan: str, temuan: Kumpulan | None = None) -> NoReturn:
    temuan = temuan or Kumpulan()
    temuan.tambah("versi-ditolak", nama or "-", pesan)
    raise GagalSusun(temuan)
