"""All rules over data, chapters and tree, in the order in which their findings are shown."""

from __future__ import annotations

from generator.compute.renja import KonteksRenja
from generator.periksa import data, dokumen, naskah, renja
from generator.periksa.bahan import Aturan, Bahan

ATURAN: tuple[Aturan, ...] = (*data.ATURAN, *naskah.ATURAN, *dokumen.ATURAN)
"""Those of the Renstra."""

ATURAN_RENJA: tuple[Aturan, ...] = (*naskah.ATURAN, *dokumen.ATURAN_UMUM, *renja.ATURAN)
"""Those of a Renja: what is wrong with the plan itself is said of the Renstra."""


def aturan_untuk(b: Bahan) -> tuple[Aturan, ...]:
    """The rules of the document's kind."""
    return ATURAN_RENJA if isinstance(b.konteks, KonteksRenja) else ATURAN
