"""Text for XML: escaped, and without what XML cannot hold."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})


def escape(text: str) -> str:
    """`text` for an element or a quoted attribute; control characters and lone surrogates are dropped."""
    return _NOT_XML.sub("", text).translate(_ESCAPES)
