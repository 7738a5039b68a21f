"""Rules over a Renja: its outline, the year's workbook, what differs from the Renstra. One a file, in this order."""

from __future__ import annotations

from generator.periksa.bahan import Aturan
from generator.periksa.renja import belum_diisi, kerangka, tanpa_alasan

ATURAN: tuple[Aturan, ...] = tuple(Aturan(m.KODE, m.periksa) for m in (kerangka, tanpa_alasan, belum_diisi))
