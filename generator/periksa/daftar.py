"""All rules over data, chapters and tree, in the order in which their findings are shown."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compute.renja import KonteksRenja
from generator.model.renja import FOLDER
from generator.periksa import data, dokumen, naskah, renja
from generator.periksa.bahan import Aturan, Bahan
from generator.temuan import Temuan

ATURAN: tuple[Aturan, ...] = (*data.ATURAN, *naskah.ATURAN, *dokumen.ATURAN)
"""Those of the Renstra."""


def _tanpa_data_bersama(a: Aturan) -> Aturan:
    """The rule without what it finds in the workbooks that the Renstra shares: there it is said."""

    def periksa(b: Bahan) -> Iterator[Temuan]:
        return (t for t in a.periksa(b) if ".xlsx" not in t.tempat or f"/{FOLDER}/" in t.tempat)

    return Aturan(a.kode, periksa)


ATURAN_RENJA: tuple[Aturan, ...] = (
    *map(_tanpa_data_bersama, (*naskah.ATURAN, *dokumen.ATURAN_UMUM)),
    *renja.ATURAN,
)
"""Those of a Renja."""


def aturan_untuk(b: Bahan) -> tuple[Aturan, ...]:
    """The rules of the document's kind."""
    return ATURAN_RENJA if isinstance(b.konteks, KonteksRenja) else ATURAN
