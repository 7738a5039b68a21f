"""Printed values: those that carry a number, and the bookmark by which each is found again in the DOCX.

The writer sets these bookmarks and the lineage (`generator.jejak`) names them; both count in the order of the tree.
"""

from __future__ import annotations

import re

from generator.tree.nodes import Value

AWAL_BARIS = "_Baris_"
_BILANGAN = re.compile(r"\d")
_KATA = re.compile(r"\w")


def bernomor(v: Value) -> bool:
    """It prints a number: one of its own ('12', 'dua belas', but not '-'), or words that hold one ('2025–2029')."""
    return (_KATA if v.angka is not None else _BILANGAN).search(v.text) is not None


def penanda_naskah(urut: int) -> str:
    """The bookmark of the n-th number (from 1) outside the rows of tables."""
    return f"_Angka_{urut}"


def penanda_tabel(tabel: int, baris: int, urut: int) -> str:
    """The bookmark of the n-th number of a row; tables, their rows (header rows first) and numbers count from 1."""
    return f"_Angka_{tabel}_{baris}_{urut}"


def penanda_baris(tabel: int, baris: int) -> str:
    """The bookmark of a row: tables count from 1, the body rows of all tables together from 0."""
    return f"{AWAL_BARIS}{tabel}_{baris}"
