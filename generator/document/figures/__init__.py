"""Charts and diagrams by name: each builder takes the names of the plan and a caption."""

from __future__ import annotations

from collections.abc import Callable

from generator.compute.konteks import Konteks
from generator.document.figures import organisasi, pegawai
from generator.document.nodes import Caption, Chart, Diagram, Inlines

GRAFIK: dict[str, Callable[[Konteks, Caption, Inlines], Chart]] = {
    "pegawai-golongan": pegawai.golongan,
    "pegawai-pendidikan": pegawai.pendidikan,
    "pegawai-jabatan": pegawai.jabatan,
    "pegawai-status": pegawai.status,
    "pegawai-diklat": pegawai.diklat,
}
GAMBAR: dict[str, Callable[[Konteks, Caption, Inlines], Diagram]] = {
    "struktur-organisasi": organisasi.struktur,
}
