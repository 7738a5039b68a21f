"""Budget and spending summed from sub kegiatan to kegiatan, program and total: Table 2.8 (T-C.24).

In: the sub kegiatan of the workbook and the nomenclature. Out: a tree of `Pos`; ratios and growth of a parent are
computed from its sums, never summed or averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.compute.daftar import Daftar, Periode, PerTahun, Tahun, periode_data
from generator.compute.rasio import rasio, rata_rata_pertumbuhan
from generator.model.anggaran import AnggaranRealisasi, Nomenklatur, induk
from generator.model.angka import Angka, Lokasi, Teks, jumlah


@dataclass(frozen=True, slots=True)
class NilaiTahun:
    tahun: Tahun
    nilai: Angka


@dataclass(frozen=True, slots=True)
class Pos:
    """A line: program, kegiatan, sub kegiatan or the total (code ''). Amounts in Rupiah by year."""

    kode: str
    nama: Teks
    anggaran: PerTahun
    realisasi: PerTahun
    anak: tuple[Pos, ...] = ()
    lokasi: Lokasi | None = None

    @property
    def rasio(self) -> PerTahun:
        """realisasi / anggaran by year, fractions."""
        return PerTahun(
            {t: rasio(self.realisasi[t], a, f"realisasi {t} / anggaran {t}") for t, a in self.anggaran.items()}
        )

    @property
    def pertumbuhan(self) -> Angka:
        return rata_rata_pertumbuhan(tuple(self.anggaran.values()), "rata-rata pertumbuhan tahunan anggaran")

    @property
    def pertumbuhan_realisasi(self) -> Angka:
        return rata_rata_pertumbuhan(tuple(self.realisasi.values()), "rata-rata pertumbuhan tahunan realisasi")

    def _rasio_terisi(self) -> list[NilaiTahun]:
        return [NilaiTahun(Tahun(t, r.asal), r) for t, r in self.rasio.items() if r.nilai is not None]

    @property
    def rasio_tertinggi(self) -> NilaiTahun:
        """The year with the highest ratio; the first of equals."""
        return max(self._rasio_terisi(), key=lambda n: n.nilai.nilai or 0)

    @property
    def rasio_terendah(self) -> NilaiTahun:
        """The year with the lowest ratio; the first of equals."""
        return min(self._rasio_terisi(), key=lambda n: n.nilai.nilai or 0)


def _jumlah(anak: Sequence[Pos], jenis: str, tingkat: str, tahun: Periode) -> PerTahun:
    return PerTahun(
        {t.nilai: jumlah((getattr(a, jenis)[t] for a in anak), f"jumlah {jenis} {t.nilai} {tingkat}") for t in tahun}
    )


class Anggaran:
    """Table 2.8 as a tree. `tahun` is the span of the workbook's year columns."""

    formulir = Teks("T-C.24")  # the table's name in Permendagri 86/2017

    def __init__(self, baris: Sequence[AnggaranRealisasi], nomenklatur: Sequence[Nomenklatur]) -> None:
        self.tahun = periode_data(baris[0].anggaran)
        nama = {n.kode: n.nama for n in nomenklatur}
        self.subkegiatan = Daftar(
            (
                Pos(
                    b.kode,
                    nama.get(b.kode, Teks(b.kode)),
                    PerTahun({t.nilai: b.anggaran[t.nilai] for t in self.tahun}),
                    PerTahun({t.nilai: b.realisasi[t.nilai] for t in self.tahun}),
                    lokasi=b.lokasi,
                )
                for b in sorted(baris, key=lambda b: str(b.kode))
            ),
            "sub kegiatan",
        )
        self.kegiatan = Daftar(self._naik(tuple(self.subkegiatan), nama, "sub kegiatan"), "kegiatan")
        self.program = Daftar(self._naik(tuple(self.kegiatan), nama, "kegiatan"), "program")
        program = tuple(self.program)
        self.total = Pos(
            "",
            Teks("Total"),
            _jumlah(program, "anggaran", "program", self.tahun),
            _jumlah(program, "realisasi", "program", self.tahun),
            program,
        )

    def _naik(self, pos: tuple[Pos, ...], nama: dict[Teks, Teks], tingkat: str) -> list[Pos]:
        """The parents of lines, in order of code."""
        anak: dict[str, list[Pos]] = {}
        for p in pos:
            anak.setdefault(induk(p.kode), []).append(p)
        return [
            Pos(
                kode,
                nama.get(Teks(kode), Teks(kode)),
                _jumlah(isi, "anggaran", tingkat, self.tahun),
                _jumlah(isi, "realisasi", tingkat, self.tahun),
                tuple(isi),
                lokasi=isi[0].lokasi,
            )
            for kode, isi in anak.items()
        ]
