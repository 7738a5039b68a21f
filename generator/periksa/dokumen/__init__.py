"""Rules over the numbered tree and the register of corrections: a file per subject, in this order."""

from __future__ import annotations

from generator.periksa.aturan import Aturan
from generator.periksa.dokumen import asal, kerangka, koreksi, susunan, tampilan

RUMPUN = tuple(m.aturan for m in (kerangka, susunan, tampilan, asal, koreksi))
ATURAN: tuple[Aturan, ...] = tuple(a for r in RUMPUN for a in r.daftar)

ATURAN_UMUM: tuple[Aturan, ...] = tuple(a for m in (susunan, tampilan, asal) for a in m.aturan.daftar)
"""Those that hold for every document, whatever its outline."""
