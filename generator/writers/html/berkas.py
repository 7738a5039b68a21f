"""Files of the package that pages are made of: markup, style and script, read as data."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_TEMPAT = re.compile(r"<!--@([A-Z]+)@-->|@([A-Z]+)@")


@cache
def berkas(paket: str, nama: str) -> str:
    """The text of a file that stands in a package: `berkas("generator.jejak.laman", "gaya.css")`."""
    return files(paket).joinpath(nama).read_text(encoding="utf-8")


def isikan(templat: str, **isi: str) -> str:
    """The template with each @NAME@, or <!--@NAME@--> where it stands for elements, replaced.

    What is put in is looked at no more, whatever it holds.
    """
    return _TEMPAT.sub(lambda m: isi[m[1] or m[2]], templat)
