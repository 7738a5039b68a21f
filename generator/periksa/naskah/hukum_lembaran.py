"""A number of the supplement to a gazette that cannot be right: these numbers run on from year to year.

'Lembaran Daerah … Tahun 2024 Nomor 5, Tambahan Lembaran Daerah … Nomor 5' stands between numbers 160 and 166.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.model.hukum import Peraturan
from generator.periksa.bahan import Bahan
from generator.temuan import Temuan

KODE = "hukum-lembaran"
_LEMBARAN = re.compile(
    r"Lembaran (?P<wilayah>Negara|Daerah)(?P<nama>[\w ]*?) Tahun (?P<tahun>\d{4}) Nomor (?P<nomor>\d+),?\s+"
    r"Tambahan Lembaran (?P=wilayah)(?P=nama) Nomor (?P<tambahan>\d+)"
)


def periksa(b: Bahan) -> Iterator[Temuan]:
    wilayah: dict[str, list[tuple[int, int, int, Peraturan]]] = {}
    for p in b.isi.peraturan:
        for m in _LEMBARAN.finditer(p.keterangan or ""):
            lembaran = (int(m["tahun"]), int(m["nomor"]), int(m["tambahan"]), p)
            wilayah.setdefault(f"{m['wilayah']}{m['nama']}", []).append(lembaran)
    for daftar in wilayah.values():
        daftar.sort(key=lambda u: u[:2])
        salah = [u for sebelum, u in pairwise(daftar) if u[2] < sebelum[2] and u[:2] != sebelum[:2]]
        salah += [u for u in daftar if u[2] == u[1] and u not in salah and len(daftar) > 1]
        for tahun, nomor, tambahan, p in salah:
            pesan = (
                f"Tambahan Lembaran Nomor {tambahan} untuk Lembaran Tahun {tahun} Nomor {nomor} tidak menyambung nomor"
                " tambahan peraturan lain"
            )
            yield Temuan(KODE, str(p.keterangan.asal[0] if p.keterangan else p.lokasi), pesan, pokok=str(p.kode))
