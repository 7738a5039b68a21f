"""How large a figure may be: what a page leaves beside its caption and source line. Points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bidang:
    lebar: float
    tinggi: float
    mendatar: bool = False


TEGAK = Bidang(438.0, 575.0)
MENDATAR = Bidang(756.0, 368.0, mendatar=True)
"""A4 with the margins of templates/renstra.docx: text of 439 × 650 and 757 × 430 points."""
