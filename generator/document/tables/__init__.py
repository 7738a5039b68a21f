"""Tables by name: each builder takes the names of the plan and a caption and gives a `Table`."""

from __future__ import annotations

from collections.abc import Callable

from generator.compute.konteks import Konteks
from generator.document.nodes import Caption, Inlines, Table
from generator.document.tables import anggaran, isu, kinerja, pegawai, sarana

Penyusun = Callable[[Konteks, Caption, Inlines], Table]

PENYUSUN: dict[str, Penyusun] = {
    "pegawai-golongan": pegawai.golongan,
    "pegawai-pendidikan": pegawai.pendidikan,
    "pegawai-jabatan": pegawai.jabatan,
    "pegawai-status": pegawai.status,
    "pegawai-diklat": pegawai.diklat,
    "sarana": sarana.sarana,
    "capaian-kinerja": kinerja.capaian_kinerja,
    "anggaran-realisasi": anggaran.anggaran_realisasi,
    "permasalahan": isu.permasalahan,
    "isu-strategis": isu.isu_strategis,
}
