"""Rules over a Perjanjian Kinerja: who signs and when, what nobody answers for. One a file, in this order."""

from __future__ import annotations

from generator.periksa.bahan import Aturan
from generator.periksa.pk import luar_atasan, nama_kosong, tanggal_kosong, tanpa_butir, tanpa_penanggung_jawab

ATURAN: tuple[Aturan, ...] = tuple(
    Aturan(m.KODE, m.periksa) for m in (nama_kosong, tanggal_kosong, tanpa_penanggung_jawab, tanpa_butir, luar_atasan)
)
