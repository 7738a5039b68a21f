"""The manifest: what a build was made of and what it made, by hash; it tells whether anything changed.

In: the files of a build. Out: `build/manifest.json`. Nothing heavy is imported: an unchanged build only hashes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator import __version__
from generator.berkas import Bacaan, BerkasDitolak, baca_berkas

NAMA = "manifest.json"
SUFIKS_PROGRAM = (".py", ".html", ".css", ".js")
"""Of the files that the program is made of."""
BATAS_KELUARAN = 500 * 2**20
_PAKET = Path(__file__).parent


def sidik(path: Path) -> str:
    """SHA-256 of an output, or '' if it cannot be read."""
    try:
        return hashlib.sha256(baca_berkas(path, path.parent, BATAS_KELUARAN)).hexdigest()
    except BerkasDitolak:
        return ""


def sidik_program() -> str:
    """One hash over all modules and pages of the program: a changed program builds anew."""
    semua = hashlib.sha256()
    for path in sorted(p for p in _PAKET.rglob("*.*") if p.suffix in SUFIKS_PROGRAM):
        semua.update(path.relative_to(_PAKET).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return semua.hexdigest()


@dataclass(frozen=True)
class Manifes:
    """`sumber` and `keluaran`: hash by name. `halaman_depan`: Roman page by anchor, a first guess for the next build.

    `pecahan`: rows at which merged cells are cut because a page begins there, by table: another guess.
    `peringatan`: the findings of the build (code, place, message, remedy), to be shown again when nothing changed.
    """

    sumber: dict[str, str]
    program: str
    keluaran: dict[str, str] = field(default_factory=dict)
    alat: str = __version__
    pembuat_pdf: str = ""
    huruf: str = ""
    halaman: int = 0
    halaman_depan: dict[str, str] = field(default_factory=dict)
    pecahan: dict[str, list[str]] = field(default_factory=dict)
    peringatan: list[list[str]] = field(default_factory=list)

    def teks(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def baca_manifes(folder: Path, nama: str = NAMA) -> Manifes | None:
    """The manifest of the last build, or None if there is none that can be read."""
    try:
        isi: dict[str, Any] = json.loads(baca_berkas(folder / nama, folder))
        return Manifes(**isi)
    except (BerkasDitolak, ValueError, TypeError, RecursionError):
        return None


def sidik_sumber(berkas: Iterable[tuple[str, Path]], bacaan: Bacaan | None = None) -> dict[str, str]:
    """Hash by name of every source: as it was when `bacaan` first read it, or as it is now."""
    bacaan = bacaan or Bacaan()
    return {nama: bacaan.sidik(path, nama) for nama, path in berkas}


def masih_berlaku(lama: Manifes | None, sumber: dict[str, str], program: str, folder: Path) -> bool:
    """Whether the last build's outputs stand untouched and nothing that they came from changed."""
    if lama is None or lama.sumber != sumber or lama.program != program or not lama.keluaran:
        return False
    return all(h and sidik(folder / nama) == h for nama, h in lama.keluaran.items())
