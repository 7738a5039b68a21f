"""The header row of a sheet -> in which column each field of its row type stands.

In: the cells of a sheet and its schema. Out: `Kolom`; a column that is missing, unknown or there twice is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model.alamat import huruf_kolom
from generator.model.angka import Lokasi
from generator.model.kolom import TAHUN_AKHIR, TAHUN_AWAL, KolomBebas, PerTahun
from generator.model.skema import Lembar, metadata
from generator.sources.lembar_alir import LembarMentah
from generator.temuan import Kumpulan

JUDUL_DIHITUNG = {"jumlah", "total"}


def baris_isi(mentah: LembarMentah) -> Iterator[int]:
    """The numbers of rows below the header that hold anything."""
    return iter(sorted({r for (r, _), sel in mentah.sel.items() if r > 1 and not sel.kosong}))


@dataclass
class Kolom:
    """Where the fields of a sheet stand: `polos` field -> column, `ganda` field -> {year or header: column}."""

    polos: dict[str, int] = field(default_factory=dict)
    ganda: dict[str, dict[Any, int]] = field(default_factory=dict)
    sah: bool = True

    def data(self, mentah: LembarMentah, baris: int) -> dict[str, Any]:
        """The cells of a row by field."""
        polos: dict[str, Any] = {n: mentah.di(baris, k) for n, k in self.polos.items()}
        return polos | {n: {j: mentah.di(baris, k) for j, k in letak.items()} for n, letak in self.ganda.items()}


def petakan(lembar: Lembar, mentah: LembarMentah, temuan: Kumpulan) -> Kolom:
    """The columns of a sheet by its header; `sah` is false when any of them is missing, unknown or there twice."""
    peta = Kolom()
    semua = lembar.baris.model_fields
    polos = judul_polos(lembar)
    tahunan = {p.judul: n for n, f in semua.items() if (p := metadata(f, PerTahun))}
    bebas = next((n for n, f in semua.items() if metadata(f, KolomBebas)), "")
    peta.ganda = {n: {} for n in (*tahunan.values(), *([bebas] if bebas else ()))}

    def salah(kode: str, tempat: Lokasi, pesan: str) -> None:
        temuan.tambah(kode, tempat, pesan)
        peta.sah = False

    lembar_ini = Lokasi(mentah.berkas, mentah.nama)
    bantuan = {k for k in kolom_berisi(mentah) if judul_di(mentah, k) in lembar.bantuan}
    berisi = kolom_berisi(mentah) - bantuan
    terlihat: dict[str, str] = {}
    for k in sorted(berisi):
        sel = mentah.di(1, k)
        judul = judul_di(mentah, k)
        m = re.fullmatch(r"(.+) (\d{4})", judul)
        if not judul:
            salah("kolom-asing", sel.lokasi, f"kolom {huruf_kolom(k)} berisi tetapi tidak berjudul")
        elif judul in terlihat:
            salah("kolom-ganda", sel.lokasi, f'kolom "{judul}" sudah ada di {terlihat[judul]}')
        elif judul in polos:
            peta.polos[polos[judul]] = k
        elif m and m[1] in tahunan and not TAHUN_AWAL <= int(m[2]) <= TAHUN_AKHIR:
            salah("tahun-salah", sel.lokasi, f'kolom "{judul}": tahun harus antara {TAHUN_AWAL} dan {TAHUN_AKHIR}')
        elif m and m[1] in tahunan:
            peta.ganda[tahunan[m[1]]][int(m[2])] = k
        elif bebas and judul.lower() in JUDUL_DIHITUNG and len(berisi) > len(polos) + 1:
            salah("kolom-asing", sel.lokasi, f'kolom "{judul}" dihitung; jangan diketik')
        elif bebas:
            peta.ganda[bebas][judul] = k
        else:
            usul = [*polos, *(f"{t} <tahun>" for t in tahunan)]
            salah("kolom-asing", sel.lokasi, f'kolom "{judul}" tidak dikenal; yang dikenal: {", ".join(usul)}')
        terlihat.setdefault(judul, sel.lokasi.sel)
    for judul in (j for j, n in polos.items() if n not in peta.polos and semua[n].is_required()):
        salah("kolom-hilang", lembar_ini, f'kolom "{judul}" tidak ada')
    perlu_tahun = not lembar.boleh_kosong or any(baris_isi(mentah))
    for judul in (j for j, n in tahunan.items() if perlu_tahun and not peta.ganda[n] and semua[n].is_required()):
        salah("kolom-hilang", lembar_ini, f'tidak ada kolom "{judul} <tahun>"')
    if bebas and not peta.ganda[bebas] and semua[bebas].is_required():
        salah("kolom-hilang", lembar_ini, "tidak ada kolom nilai")
    for judul, hilang in tahun_hilang({j: set(peta.ganda[n]) for j, n in tahunan.items() if peta.ganda[n]}):
        salah("kolom-hilang", lembar_ini, f'kolom "{judul}" tidak ada untuk tahun {_deret(hilang)}')
    return peta


def judul_polos(lembar: Lembar) -> dict[str, str]:
    """header -> field, of the fields that are one column."""
    return {
        f.title or n: n
        for n, f in lembar.baris.model_fields.items()
        if n != "lokasi" and not metadata(f, PerTahun) and not metadata(f, KolomBebas)
    }


def kolom_berisi(mentah: LembarMentah) -> set[int]:
    return {k for (_, k), sel in mentah.sel.items() if not sel.kosong}


def judul_di(mentah: LembarMentah, kolom: int) -> str:
    """The header of a column, blanks made single ones."""
    isi = mentah.di(1, kolom).isi
    return " ".join(str(isi if isi is not None else "").split())


def tahun_hilang(tahun: Mapping[str, set[int]]) -> Iterator[tuple[str, list[int]]]:
    """(heading, missing years): the year columns of one sheet cover the same years without a gap."""
    semua = {t for daftar in tahun.values() for t in daftar}
    for judul, daftar in tahun.items():
        hilang = [t for t in range(min(semua), max(semua) + 1) if t not in daftar]
        if hilang:
            yield judul, hilang


def _deret(tahun: Sequence[int]) -> str:
    """'2021', '2021 dan 2023', '2021, 2022, …, 2030' (a mistyped year makes a long gap)."""
    if len(tahun) > 4:
        return f"{tahun[0]}, {tahun[1]}, …, {tahun[-1]}"
    return " dan ".join(filter(None, (", ".join(map(str, tahun[:-1])), str(tahun[-1]))))
