"""Charts and diagrams by name: each builder takes the names of the plan and a caption."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import cast

from generator.compute.konteks import Konteks
from generator.compute.renja import KonteksRenja
from generator.document.figures import organisasi, pegawai, rencana, renja
from generator.tree.nodes import Caption, Chart, Diagram, Inlines

PenyusunGrafik = Callable[[Konteks, Caption, Inlines], Chart]
GRAFIK: dict[str, PenyusunGrafik] = {
    "pegawai-golongan": pegawai.golongan,
    "pegawai-pendidikan": pegawai.pendidikan,
    "pegawai-jabatan": pegawai.jabatan,
    "pegawai-status": pegawai.status,
    "pegawai-diklat": pegawai.diklat,
}
GRAFIK_RENJA: dict[str, Callable[[KonteksRenja, Caption, Inlines], Chart]] = {
    "renja-pagu-program": renja.pagu_program,
    "renja-target-realisasi": renja.target_realisasi,
}
"""Those that need the names of a Renja."""
PenyusunGambar = Callable[[Konteks, Caption, Inlines], Diagram]
GAMBAR: dict[str, PenyusunGambar] = {
    "struktur-organisasi": organisasi.struktur,
    "konsep-renstra": rencana.konsep,
    "sasaran-tujuan": rencana.sasaran_tujuan,
    "kerangka-perumusan": rencana.kerangka,
    "pohon-kinerja": rencana.pohon,
}


def daftar_grafik(k: Konteks) -> dict[str, PenyusunGrafik]:
    """All charts that a document with these names may use."""
    return GRAFIK | cast(dict[str, PenyusunGrafik], GRAFIK_RENJA) if isinstance(k, KonteksRenja) else GRAFIK


def daftar_gambar(k: Konteks) -> dict[str, PenyusunGambar]:
    """All diagrams by name, those of one program by name and code: 'pohon-kinerja 7.01.01'."""
    program = {f"pohon-kinerja {p.kode}": partial(rencana.pohon_program, program=p) for p in k.rencana.program}
    return GAMBAR | program


def label_gambar(nama: str) -> str:
    """What references call a diagram: 'pohon-kinerja-7-01-01'."""
    return re.sub(r"[^\w-]+", "-", nama)
