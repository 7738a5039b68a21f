"""Rules over the chapters as they are typed: one a file, in this order."""

from __future__ import annotations

from generator.periksa.bahan import Aturan

ATURAN: tuple[Aturan, ...] = ()
