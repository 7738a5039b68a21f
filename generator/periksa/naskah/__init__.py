"""Rules over the chapters and the words in cells: a file per subject, in this order."""

from __future__ import annotations

from generator.periksa.aturan import Aturan
from generator.periksa.naskah import angka, ejaan, ejaan_nama, nama, penulisan, peraturan, rujukan

RUMPUN = tuple(m.aturan for m in (angka, nama, ejaan_nama, rujukan, peraturan, penulisan, ejaan))
ATURAN: tuple[Aturan, ...] = tuple(a for r in RUMPUN for a in r.daftar)
