"""The formats that a document is written in: a line each, from what there is of the document to the bytes of a file.

The PDF is none of them: a converter makes it of the DOCX.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.tree.nodes import Document
    from generator.writers.docx.dokumen import NaskahDocx


@dataclass(frozen=True, slots=True)
class Bahan:
    """The document; its DOCX, which is written before the pages are known; and the printed page by anchor."""

    dokumen: Document
    naskah: NaskahDocx
    halaman: Mapping[str, str]


def _docx(b: Bahan) -> bytes:
    return b.naskah.byte(b.halaman)


def _md(b: Bahan) -> bytes:
    from generator.writers.markdown import tulis_markdown

    return tulis_markdown(b.dokumen).encode()


def _html(b: Bahan) -> bytes:
    from generator.writers.html import tulis_html

    return tulis_html(b.dokumen)


PENULIS: dict[str, Callable[[Bahan], bytes]] = {"docx": _docx, "md": _md, "html": _html}
"""By the ending of the file's name. A writer is loaded when it is asked for."""
