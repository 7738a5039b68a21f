"""What the rules of a Renja share."""

from __future__ import annotations

from generator.compute.renja import KonteksRenja, Renja
from generator.periksa.bahan import Bahan


def renja(b: Bahan) -> Renja:
    """The Renja of the document; these rules run over no other."""
    assert isinstance(b.konteks, KonteksRenja)
    return b.konteks.renja
