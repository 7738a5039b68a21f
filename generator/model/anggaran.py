"""Nomenclature (code -> name) and what was budgeted and spent per sub kegiatan and year (Rupiah)."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from generator.model.kolom import Baris, Kode, PerTahun, Rujukan, Rupiah, TeksWajib
from generator.model.skema import Buku, Lembar

POLA = {
    "program": re.compile(r"[0-9X]\.[0-9X]{2}\.\d{2}"),
    "kegiatan": re.compile(r"[0-9X]\.[0-9X]{2}\.\d{2}\.[12]\.\d{2}"),
    "subkegiatan": re.compile(r"[0-9X]\.[0-9X]{2}\.\d{2}\.[12]\.\d{2}\.\d{4}"),
}


def tingkat(kode: str) -> str:
    """'program', 'kegiatan', 'subkegiatan', or '' for a code of another form (Kepmendagri 050-5889/2021)."""
    return next((nama for nama, pola in POLA.items() if pola.fullmatch(kode)), "")


def induk(kode: str) -> str:
    """The code one level up; '' above a program."""
    t = tingkat(kode)
    return kode.rsplit(".", 1)[0] if t == "subkegiatan" else kode.rsplit(".", 2)[0] if t == "kegiatan" else ""


class Nomenklatur(Baris):
    kode: Kode = Field(title="Kode", description="Kode program, kegiatan, atau sub kegiatan")
    nama: TeksWajib = Field(title="Nama", description="Nama resmi menurut kodenya; hanya ditulis di sini")


class AnggaranRealisasi(Baris):
    kode: Annotated[Kode, Rujukan("nomenklatur")] = Field(title="Kode", description="Kode sub kegiatan")
    anggaran: Annotated[dict[int, Rupiah], PerTahun("Anggaran")] = Field(description="Anggaran tahun itu")
    realisasi: Annotated[dict[int, Rupiah], PerTahun("Realisasi")] = Field(description="Realisasi tahun itu")


class KontrolAnggaran(Baris):
    """Sums known from elsewhere (an adopted document, SIPD) that the computed ones must equal."""

    kode: Kode = Field(title="Kode", description="Kode program atau kegiatan, atau total")
    anggaran: Annotated[dict[int, Rupiah], PerTahun("Anggaran")] = Field(
        description="Jumlah anggaran yang seharusnya; kosong bila tidak diperiksa"
    )
    realisasi: Annotated[dict[int, Rupiah], PerTahun("Realisasi")] = Field(
        description="Jumlah realisasi yang seharusnya; kosong bila tidak diperiksa"
    )


BUKU = Buku(
    "anggaran_realisasi",
    "Anggaran dan realisasi per sub kegiatan; kegiatan, program, dan total dihitung",
    (
        Lembar(
            "Sub Kegiatan",
            "anggaran_realisasi",
            AnggaranRealisasi,
            "Satu baris tiap sub kegiatan",
            kunci="kode",
            urutan_bebas=True,
        ),
        Lembar(
            "Kontrol",
            "kontrol_anggaran",
            KontrolAnggaran,
            "Jumlah pembanding",
            kunci="kode",
            boleh_kosong=True,
            urutan_bebas=True,
            tentang="nomenklatur",
        ),
    ),
)
