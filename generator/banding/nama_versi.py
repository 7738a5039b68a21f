"""What a version may be called: a name that git, `renstra banding` and every file system read as that version alone.

In: a name and the project. Out: why it cannot be, in Indonesian, or ''.
"""

from __future__ import annotations

import re
from pathlib import Path

from generator.banding.versi import NAMA_VERSI, git, komit_dari

_PALING_PANJANG = 80
_KOMIT = re.compile(r"[0-9a-f]{4,}|.*-g[0-9a-f]{4,}", re.IGNORECASE)  # a hash, whole or in part, and what describe says
_MILIK_GIT = re.compile(r"head|stash|refs|heads|tags|remotes|notes|bisect|replace|worktree", re.IGNORECASE)
_MILIK_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def salah_nama(nama: str, proyek: Path) -> str:
    """Why a new version cannot have that name. The project is a repository of git."""
    sah = git(proyek, "check-ref-format", f"refs/tags/{nama}") if NAMA_VERSI.fullmatch(nama) else None
    if sah is None or sah.returncode:
        return "nama versi hanya huruf, angka, titik, dan tanda hubung, misalnya v1.1"
    if len(nama) > _PALING_PANJANG:
        return f"nama versi paling panjang {_PALING_PANJANG} huruf"
    if _MILIK_WINDOWS.fullmatch(nama):
        return "Windows tidak dapat menyimpan nama itu; pilih nama lain, misalnya v1.1"
    if _KOMIT.fullmatch(nama):
        return f"git dapat membaca nama itu sebagai nomor komit; pilih nama lain, misalnya v{nama.partition('-g')[0]}"
    if _MILIK_GIT.fullmatch(nama):
        return "git memakai nama itu untuk hal lain; pilih nama lain, misalnya v1.1"
    return _sudah_dipakai(nama, proyek)


def _sudah_dipakai(nama: str, proyek: Path) -> str:
    kecil = nama.casefold()
    jawab = git(proyek, "for-each-ref", "--format=%(refname)")
    for ref in jawab.stdout.decode("utf-8", "replace").splitlines() if jawab else ():
        _, jenis, sisa = (*ref.split("/", 2), "")[:3]
        if jenis == "tags" and sisa == nama:
            return "versi bernama itu sudah ada; pilih nama lain"
        if jenis == "tags" and sisa.casefold() == kecil:
            return f"versi {sisa} sudah ada dan hanya berbeda huruf besar-kecilnya; pilih nama lain"
        if jenis == "tags" and sisa.casefold().startswith(f"{kecil}/"):
            return f"tag {sisa} sudah ada; git tidak dapat menyimpan keduanya"
        if jenis == "heads" and sisa.casefold() == kecil:
            return f"{sisa} nama sebuah cabang git; pilih nama lain"
    jawab = git(proyek, "remote")
    if kecil in (jawab.stdout.decode("utf-8", "replace").casefold().split() if jawab else ()):
        return f"{nama} nama sebuah repositori jauh (remote) git; pilih nama lain"
    if komit_dari(nama, proyek):
        return "git sudah membaca nama itu sebagai sebuah komit; pilih nama lain"
    if (proyek / nama).exists():
        return f"ada berkas atau folder bernama {nama}, dan renstra banding membacanya sebagai itu; pilih nama lain"
    return ""
