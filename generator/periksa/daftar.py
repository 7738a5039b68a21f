"""All rules over data, chapters and tree, in the order in which their findings are shown."""

from __future__ import annotations

from generator.periksa import data, dokumen, naskah
from generator.periksa.bahan import Aturan

ATURAN: tuple[Aturan, ...] = (*data.ATURAN, *naskah.ATURAN, *dokumen.ATURAN)
