"""All rules over data, chapters and tree, in the order in which their findings are shown."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa import data, dokumen, naskah, pk, renja
from generator.periksa.aturan import Aturan, Rumpun
from generator.periksa.bahan import Bahan
from generator.temuan import Temuan

RUMPUN: tuple[Rumpun, ...] = (*data.RUMPUN, *naskah.RUMPUN, *dokumen.RUMPUN, renja.aturan, pk.aturan)
"""Every subject."""

ATURAN: tuple[Aturan, ...] = (*data.ATURAN, *naskah.ATURAN, *dokumen.ATURAN)
"""Those of the Renstra."""


def _tanpa_data_bersama(a: Aturan) -> Aturan:
    """The rule without what it finds in the workbooks that the Renstra shares: there it is said."""

    def periksa(b: Bahan) -> Iterator[Temuan]:
        from generator.model.renja import FOLDER

        return (t for t in a.periksa(b) if not t.lokasi.berkas.endswith(".xlsx") or f"/{FOLDER}/" in t.lokasi.berkas)

    return a.lewat(periksa)


_ATURAN_TAHUNAN: tuple[Aturan, ...] = tuple(map(_tanpa_data_bersama, (*naskah.ATURAN, *dokumen.ATURAN_UMUM)))

ATURAN_RENJA: tuple[Aturan, ...] = (*_ATURAN_TAHUNAN, *renja.ATURAN)
"""Those of a Renja."""

ATURAN_PK: tuple[Aturan, ...] = (*_ATURAN_TAHUNAN, *pk.ATURAN)
"""Those of a Perjanjian Kinerja."""


def aturan_untuk(b: Bahan) -> tuple[Aturan, ...]:
    """The rules of the document's kind."""
    from generator.compute.pk import KonteksPk
    from generator.compute.renja import KonteksRenja

    if isinstance(b.konteks, KonteksPk):
        return ATURAN_PK
    return ATURAN_RENJA if isinstance(b.konteks, KonteksRenja) else ATURAN
