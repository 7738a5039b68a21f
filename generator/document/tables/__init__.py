"""Tables by name: each builder takes the names of the plan and a caption and gives a `Table`."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from generator.compute.konteks import Konteks
from generator.compute.pk import KonteksPk
from generator.compute.renja import KonteksRenja
from generator.document.tables import (
    anggaran,
    arah,
    evaluasi,
    indikator,
    isu,
    kinerja,
    pegawai,
    pk,
    rencana,
    renja,
    sarana,
    usulan,
)
from generator.model.angka import Lokasi
from generator.tree.nodes import Caption, Inlines, Table

Penyusun = Callable[[Konteks, Caption, Inlines], Table]

PenyusunKotak = Callable[[Konteks, str, Inlines, Lokasi], Table]

KOTAK: dict[str, PenyusunKotak] = {"indikator": indikator.definisi}
"""Boxes by name: tables without number, of one thing by its code."""
KOTAK_PK: dict[str, Callable[[KonteksPk, str, Inlines, Lokasi], Table]] = {
    "pk-sasaran": pk.sasaran,
    "pk-anggaran": pk.anggaran,
    "pk-rincian": pk.rincian,
    "pk-rekapitulasi": pk.rekapitulasi,
    "pk-sisa": pk.sisa,
}
"""Those of a Perjanjian Kinerja, by the code of a post; the last two are of all posts."""
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
PENYUSUN_RENJA: dict[str, Callable[[KonteksRenja, Caption, Inlines], Table]] = {
    "tc-29": evaluasi.tc_29,
    "tc-30": evaluasi.tc_30,
    "tc-31": usulan.tc_31,
    "tc-32": usulan.tc_32,
    "tc-33": renja.tc_33,
    "program-14-2026": renja.program_14_2026,
    "renja-tujuan-sasaran": renja.tujuan_sasaran,
    "renja-pagu-program": renja.pagu_program,
    "renja-perbedaan": renja.perbedaan,
    "renja-iku": renja.iku,
    "renja-ikk": renja.ikk,
    "renja-anggaran-evaluasi": evaluasi.anggaran_evaluasi,
    "renja-pokir": usulan.pokir,
    "renja-inovasi": usulan.inovasi,
}
"""Those that need the names of a Renja."""


def penyusun_tabel(k: Konteks) -> dict[str, Penyusun]:
    """The builders that a document with these names may use."""
    return PENYUSUN | cast(dict[str, Penyusun], PENYUSUN_RENJA) if isinstance(k, KonteksRenja) else PENYUSUN


def penyusun_kotak(k: Konteks) -> dict[str, PenyusunKotak]:
    """The builders of boxes that a document with these names may use."""
    return KOTAK | cast(dict[str, PenyusunKotak], KOTAK_PK) if isinstance(k, KonteksPk) else KOTAK
