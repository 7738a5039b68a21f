"""The audit of the adopted document in short: how each of its rows was decided, and what of it is kept and flagged.

Decisions: *computed* (the value is derived from the sources), *one name* (the wording comes from one row of one
workbook), *corrected*, and *kept, flagged* (only the office can decide). `Kasus` is a fault of the first three kinds.
"""

from __future__ import annotations

from dataclasses import dataclass

from tanam import Cacat

DIHITUNG = {1, 2, 3, 5, 7, 10, 11, 12, 13, 14, 15, 16, 21, 23, 25, 38, 39, 41}
SATU_NAMA = {9, 22, 26, 28, 29, 31, 43, 51, 53, 54, 55}
DIPERBAIKI = {5, 8, 12, 14, 17, 19, 24, 39, 41, 42, 44, 45, 46, 49, 50, 52, 56}
TETAP = {4, 6, 18, 20, 27, 30, 31, 32, 33, 34, 35, 36, 40, 46, 47, 48, 49, 52, 55}
TANPA_TEMUAN = {37: "Tabel 4.6 NIHIL dengan pernyataan dan penjelasan: tabel kosong yang sah"}

# ---------------------------------------------------------------- kept, flagged: number -> (code, subject)

_TANPA_PAGU_2025 = (
    *("7.01.01.2.04.0007", "7.01.01.2.05.0002", "7.01.01.2.06.0003", "7.01.01.2.07.0001", "7.01.01.2.07.0010"),
    *("7.01.01.2.09.0001", "7.01.01.2.09.0010", "7.01.02.2.04.0002", "7.01.02.2.04.0003", "7.01.06.2.01.0017"),
)
_PROGRAM_KEGIATAN = (
    *("7.01.01", *(f"7.01.01.2.0{i}" for i in range(1, 10)), "7.01.02", "7.01.02.2.04", "7.01.03", "7.01.03.2.01"),
    *("7.01.04", "7.01.04.2.01", "7.01.04.2.02", "7.01.05", "7.01.05.2.01", "7.01.06", "7.01.06.2.01"),
)
_PATAHAN = (
    *("7.01.01.2.06.0001 2026", "7.01.01.2.06.0004 2026", "7.01.01.2.06.0005 2026", "7.01.01.2.07.0006 2025"),
    *("7.01.01.2.07.0006 2026", "7.01.01.2.09.0001 2026", "7.01.01.2.09.0002 2026"),
)


def _register(*kode: str) -> list[tuple[str, str]]:
    return [("koreksi-dipertahankan", k) for k in kode]


DIPERTAHANKAN: dict[int, list[tuple[str, str]]] = {
    4: _register("tabel-2-8-jumlah-subkegiatan"),
    6: [("isu-tanpa-pasangan", "kewenangan"), *_register("bab-2-isu-tanpa-baris")],
    18: [("akip-peraturan", "bobot akip"), ("akip-peraturan", "skala")],
    20: _register("bab-2-luas"),
    27: [("baseline-nol", "tepat-waktu")],
    30: [("indikator-tetap", k) for k in _PROGRAM_KEGIATAN],
    31: [("realisasi-kembar", "akip 2021"), ("target-turun", "akip")],
    32: [
        ("target-tanpa-pagu", "7.01.01.2.04 2025"),
        ("tanpa-target-dan-pagu", "7.01.01.2.07.0001 2030"),
        *(("tanpa-target-dan-pagu", f"{k} 2025") for k in _TANPA_PAGU_2025),
    ],
    33: [("gaji-berbeda", "7.01.01.2.02.0001"), ("patahan-deret", "7.01.01.2.02.0001 2025")],
    34: [("patahan-deret", p) for p in _PATAHAN],
    35: [("lonjakan-pagu", "2026")],
    36: [("prioritas-kegiatan", "7.01.02.2.04"), *_register("tabel-4-4-ppid")],
    40: [("diklat-berbeda", "Diklatpim IV")],
    46: [("hukum-lembaran", "perda-5-2024")],
    47: [("hukum-diganti", "kepmendagri-900-3406-2024")],
    48: [("hukum-luar-daftar", k) for k in ("uu-25-2009", "pp-17-2018", "permenpanrb-14-2017")],
    49: _register("bab-1-sumber-dana"),
    52: _register("bab-2-tugas-aplikasi"),
    55: [("tanpa-penanggung-jawab", f"7.01.01.2.08.000{i}") for i in (1, 2)],
}

# ---------------------------------------------------------------- faults

KEMBALI, HILANG = "koreksi-kembali", "koreksi-tidak-tercetak"


@dataclass(frozen=True)
class Kasus:
    """A row of the audit, what the fault is, the edits that put it back, and the findings that must come of it."""

    butir: int
    nama: str
    cacat: tuple[Cacat, ...]
    temuan: tuple[tuple[str, str], ...]


def kasus(butir: int, nama: str, cacat: Cacat | tuple[Cacat, ...], *temuan: tuple[str, str]) -> Kasus:
    return Kasus(butir, nama, cacat if isinstance(cacat, tuple) else (cacat,), temuan)
