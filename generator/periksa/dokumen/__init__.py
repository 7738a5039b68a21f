"""Rules over the numbered tree and the register of corrections: one a file, in this order."""

from __future__ import annotations

from generator.periksa.bahan import Aturan

ATURAN: tuple[Aturan, ...] = ()
