"""Tables by name: each builder takes the names of the plan and a caption and gives a `Table`."""

from __future__ import annotations

from collections.abc import Callable

from generator.compute.konteks import Konteks
from generator.document.nodes import Caption, Inlines, Table
from generator.document.tables import anggaran, arah, indikator, isu, kinerja, pegawai, rencana, sarana
from generator.model.angka import Lokasi

Penyusun = Callable[[Konteks, Caption, Inlines], Table]

KOTAK: dict[str, Callable[[Konteks, str, Inlines, Lokasi], Table]] = {"indikator": indikator.definisi}
"""Boxes by name: tables without number, of one thing by its code."""
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
    "perwujudan-visi": arah.perwujudan_visi,
    "tujuan-sasaran": rencana.tujuan_sasaran,
    "strategi": arah.strategi,
    "penahapan": arah.penahapan,
    "arah-kebijakan": arah.arah_kebijakan,
    "teknik-perumusan": rencana.teknik_perumusan,
    "rekapitulasi-program": rencana.rekapitulasi_program,
    "rencana-pendanaan": rencana.rencana_pendanaan,
    "prioritas": arah.prioritas,
    "iku": indikator.iku,
    "ikk": indikator.ikk,
}
