"""Rules over the workbooks: a file per subject, in this order."""

from __future__ import annotations

from generator.periksa.aturan import Aturan
from generator.periksa.data import deret, identitas, kelengkapan, pegawai, strategis, susunan

RUMPUN = tuple(m.aturan for m in (susunan, kelengkapan, deret, pegawai, identitas, strategis))
ATURAN: tuple[Aturan, ...] = tuple(a for r in RUMPUN for a in r.daftar)
