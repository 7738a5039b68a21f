"""Expressions of a Word template: names, comparisons and a few filters; nothing that repeats, calls or reaches inside.

In: Jinja's tree of one part, before it is compiled. Out: nothing, or `TemplateSyntaxError`. Without loops and calls the
size of every value can be told beforehand, so that a template ends soon and in little memory whatever it says.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

BATAS_NILAI = 100_000
"""Characters of one value."""
BATAS_SEMUA = 10_000_000
"""Characters of all that one part prints by expressions."""
BATAS_DALAM = 30

_TUMBUH = {"upper": 3, "lower": 3, "title": 3, "capitalize": 3, "e": 6, "escape": 6}  # ß -> SS, & -> &amp;
_TETAP = {"trim", "safe", "string", "first", "last", "length", "default", "d", "replace"}
_BOLEH = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Filter, nodes.Test),
    *(nodes.If, nodes.Assign, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
    nodes.Concat,
)


class LingkunganTemplat(SandboxedEnvironment):
    """Jinja for templates: every source, also a single expression, is judged before it is compiled."""

    def __init__(self, nilai: Mapping[str, str]) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self._besar = {nama: len(isi) for nama, isi in nilai.items()}

    def compile(self, source: str | nodes.Template, *args: Any, **kwargs: Any) -> types.CodeType:  # type: ignore[override]
        pohon = self.parse(source) if isinstance(source, str) else source
        _Penilai(dict(self._besar)).nilai(pohon, 0)
        kode: types.CodeType = super().compile(pohon, *args, **kwargs)
        return kode


class _Penilai:
    """Judges a tree; `besar`: the most characters that a name can hold so far, `semua`: that were printed so far."""

    def __init__(self, besar: dict[str, int]) -> None:
        self.besar, self.semua = besar, 0

    def nilai(self, simpul: nodes.Node, dalam: int) -> int:
        """The most characters that a node can yield."""
        if not isinstance(simpul, _BOLEH) or dalam > BATAS_DALAM:
            raise TemplateSyntaxError(f'"{_sebutan(simpul)}" tidak dapat dipakai dalam templat', simpul.lineno)
        anak = [self.nilai(n, dalam + 1) for n in simpul.iter_child_nodes()]
        hasil = self._besar(simpul, anak)
        if hasil > BATAS_NILAI or self.semua > BATAS_SEMUA:
            raise TemplateSyntaxError("hasil ungkapan terlalu panjang", simpul.lineno)
        return hasil

    def _besar(self, simpul: nodes.Node, anak: list[int]) -> int:
        match simpul:
            case nodes.Const():
                return len(str(simpul.value))
            case nodes.Name():
                return self.besar.get(simpul.name, 0)
            case nodes.Concat():
                return sum(anak)
            case nodes.Filter():
                return self._saringan(simpul, anak)
            case nodes.Assign(target=nodes.Name(name=nama)):  # children: the target, then the value
                self.besar[nama] = max(self.besar.get(nama, 0), anak[-1])
                return 0
            case nodes.Assign():
                raise TemplateSyntaxError('"set" hanya untuk satu nama', simpul.lineno)
            case nodes.Output():
                cetak = zip(simpul.nodes, anak, strict=True)
                self.semua += sum(6 * n for anak_, n in cetak if not isinstance(anak_, nodes.TemplateData))
                return 0
            case nodes.Template() | nodes.If() | nodes.TemplateData():
                return 0
        return max(anak, default=0)

    def _saringan(self, simpul: nodes.Filter, anak: list[int]) -> int:
        if simpul.name in _TUMBUH:
            return _TUMBUH[simpul.name] * sum(anak)
        if simpul.name not in _TETAP:
            raise TemplateSyntaxError(f'saringan "{simpul.name}" tidak dapat dipakai dalam templat', simpul.lineno)
        if simpul.name == "replace":  # at worst the new text stands around every letter
            return anak[0] + (anak[0] + 1) * sum(anak[1:])
        return sum(anak)


def _sebutan(simpul: nodes.Node) -> str:
    """A node as its author wrote it, more or less."""
    match simpul:
        case nodes.Getattr():
            return f".{simpul.attr}"
        case nodes.Call():
            return "(…)"
    return type(simpul).__name__.lower()
