"""Where something stands in the sources: a cell, a line of a chapter, or a file.

Numbers carry it as their origin, findings as their place; only what prints one makes a string of it. Nothing else of
the package is imported here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


class UtuhBagiPydantic:
    """A value that pydantic takes as it is, if it is of its class; it would look into a dataclass, at some cost."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _sumber: Any, _penangan: Any) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)


@dataclass(frozen=True, slots=True)
class Lokasi(UtuhBagiPydantic):
    """A cell of a workbook or a line of a chapter; of a file alone the rest is blank.

    A finding that belongs to no file says there what it belongs to: 'dokumen', 'blok tanda tangan', '-'.
    """

    berkas: str
    lembar: str = ""
    sel: str = ""
    baris: int = 0

    @property
    def dalam_buku(self) -> str:
        """'Pagu!F17', a sheet alone 'Pagu'; '' outside a workbook."""
        return f"{self.lembar}!{self.sel}" if self.lembar and self.sel else self.lembar

    def __str__(self) -> str:
        if self.lembar:
            return f"{self.berkas} › {self.dalam_buku}"
        return f"{self.berkas}:{self.baris}" if self.baris else self.berkas
