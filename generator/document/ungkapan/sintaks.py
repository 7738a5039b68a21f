"""A chapter's text -> the program that it is, of allowed parts only, instrumented to count what it does.

In: the text. Out: `Program`. Raises `TemplateSyntaxError` for what Jinja refuses, `SintaksSalah` (line, message) for
what a chapter may not hold: it is as deep and as long as a text of a plan needs, and has no part by which a file could
be reached.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import TYPE_CHECKING

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, generate
from jinja2.parser import Parser

from generator.document.ungkapan.jatah import HURUF_SELANGKAH
from generator.tree.format import angka

if TYPE_CHECKING:
    from jinja2 import Environment

    from generator.simpanan import Simpanan

BERKAS = "<naskah>"
BARIS_BUKA, BARIS_TUTUP = "\ue002", "\ue003"
PUTAR, BANDING = " putar", " banding"  # filters of the program itself: no chapter can write such a name
BATAS_TANDA = 50_000
BATAS_BLOK = 12
BATAS_KURUNG = 30
BATAS_DALAM = 40
BATAS_ANGKA = 18

_PERNYATAAN = (nodes.Output, nodes.For, nodes.If, nodes.Macro, nodes.Assign, nodes.AssignBlock)
_BAGIAN = (
    *(nodes.TemplateData, nodes.Name, nodes.Const, nodes.List, nodes.Tuple, nodes.CondExpr, nodes.Filter, nodes.Test),
    *(nodes.Call, nodes.Getattr, nodes.Getitem, nodes.Concat, nodes.Compare, nodes.Operand, nodes.And, nodes.Or),
    *(
        nodes.Not,
        nodes.Neg,
        nodes.Pos,
        nodes.Add,
        nodes.Sub,
        nodes.Mul,
        nodes.Div,
        nodes.FloorDiv,
        nodes.Mod,
        nodes.Pow,
    ),
    nodes.Keyword,
)
_TANPA_NAMA = frozenset({"self", "caller", "varargs", "kwargs"})  # Jinja's own
_LUAR = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_PERINTAH: dict[type[nodes.Node], str] = {
    nodes.Block: "block",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.With: "with",
}
_BENTUK: dict[type[nodes.Node], str] = {
    nodes.Slice: "potongan [a:b]",
    nodes.Dict: "{…} sebagai nilai",
    nodes.NSRef: "titik sesudah {% set",
}
_PEMBUKA = frozenset({"for", "if", "macro", "call", "filter", "block", "with"})


Penerjemah = Callable[["type[Environment]", str], "Program"]
"""`terjemahkan`, or what stands for it."""


class SintaksSalah(Exception):
    """What a chapter may not hold: line (from 1) and message."""

    def __init__(self, baris: int, pesan: str) -> None:
        super().__init__(pesan)
        self.baris = baris
        self.pesan = pesan


@dataclass(frozen=True, slots=True)
class Program:
    """A chapter that can be run. `tanda`: how many words and signs its expressions have."""

    kode: CodeType
    tanda: int


class Penulis(CodeGenerator):
    """Jinja's own, with what an expression costs before each statement, and values kept as they are.

    `a ~ b` joins the parts as they print and keeps their origins, where Jinja would join their `str`; a constant is a
    value like any other, where Jinja would put it into the text, escaped for HTML; a decimal fraction is a Decimal.
    """

    def blockvisit(self, nodes_: list[nodes.Node], frame: Frame) -> None:  # type: ignore[override]
        if not nodes_:
            super().blockvisit([], frame)
        for n in nodes_:
            self.writeline(f"environment.langkah({_harga(n)})", n)
            super().blockvisit([n], frame)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: object) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)  # type: ignore[arg-type]

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:
        if isinstance(node.value, float):
            self.write(f"environment.desimal({node.value!r})")
        else:
            super().visit_Const(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.sambung((")
        for bagian in node.nodes:
            self.visit(bagian, frame)
            self.write(", ")
        self.write("))")


def _harga(n: nodes.Node) -> int:
    """Steps of one statement, without the statements in it: its parts, and the text that it prints."""
    semua = list(_bagian(n))
    return len(semua) + sum(len(d.data) for d in semua if isinstance(d, nodes.TemplateData)) // HURUF_SELANGKAH


def _bagian(n: nodes.Node) -> Iterator[nodes.Node]:
    """A statement and its expressions; of a conditional those of its other branches too."""
    tumpukan = [n]
    while tumpukan:
        kini = tumpukan.pop()
        yield kini
        anak = [a for a in kini.iter_child_nodes() if not isinstance(a, nodes.Stmt) or isinstance(kini, nodes.Output)]
        if isinstance(kini, nodes.If):
            anak += kini.elif_
        tumpukan += anak


def terjemahkan(lingkungan: type[Environment], teks: str) -> Program:
    """The program that a chapter is. It depends on its text alone; other years and versions share it."""
    return _terjemahkan(lingkungan, teks)  # type: ignore[arg-type] # a class is hashable


@lru_cache(maxsize=64)
def _terjemahkan(lingkungan: type[Environment], teks: str) -> Program:
    env = lingkungan()
    bertanda, tanda = _tandai_baris(env, teks)
    pengurai = Parser(env, bertanda, filename=BERKAS)
    try:
        pohon = pengurai.parse()
        _periksa(pohon)
        kode = str(generate(_ubah(pohon), env, None, BERKAS, optimized=False))
        return Program(compile(kode, BERKAS, "exec"), tanda)
    except (RecursionError, MemoryError, SyntaxError) as e:  # Python's own bounds, if they are narrower than ours
        raise SintaksSalah(pengurai.stream.current.lineno, _TERLALU_DALAM) from e


def penerjemah(simpanan: Simpanan) -> Penerjemah:
    """`terjemahkan`, which keeps the programs of chapters from one build to the next."""

    def terjemah(lingkungan: type[Environment], teks: str) -> Program:
        asal = f"{jinja2.__version__}\n{teks}".encode()
        ada: Program | None = simpanan.ambil("naskah", asal, _dari_byte)
        if ada is None:
            ada = terjemahkan(lingkungan, teks)
            simpanan.taruh("naskah", asal, marshal.dumps((ada.kode, ada.tanda)))
        return ada

    return terjemah


def _dari_byte(isi: bytes) -> Program:
    return Program(*marshal.loads(isi))  # noqa: S302 – sealed by this machine's own key: see generator.simpanan


_TERLALU_DALAM = "ungkapan bertingkat terlalu dalam; pecah dengan {% set … %}"


def _tandai_baris(env: Environment, teks: str) -> tuple[str, int]:
    """The source with its line number at the end of every line of text (never inside an expression), and how many words
    and signs its expressions have. What is too long or too deep stops here, before anything is built of it."""
    bagian: list[str] = []
    kurung, tanda = 0, 0
    blok: list[int] = []
    pertama = False
    for nomor, jenis, isi in env.lex(teks):
        if jenis == "data":
            potong = isi.split("\n")
            tutup = (f"{p}{BARIS_BUKA}{nomor + i}{BARIS_TUTUP}\n" for i, p in enumerate(potong[:-1]))
            isi = "".join(tutup) + potong[-1]
        elif jenis != "whitespace":
            tanda += 1
            if tanda > BATAS_TANDA:
                pesan = f"naskah memuat lebih dari {angka(BATAS_TANDA)} kata dan tanda dalam ungkapan; bagilah"
                raise SintaksSalah(nomor, pesan)
            if jenis == "operator":
                kurung += (isi in "([{") - (isi in ")]}")
                if kurung > BATAS_KURUNG:
                    raise SintaksSalah(nomor, _TERLALU_DALAM)
            elif jenis in ("integer", "float") and (len(isi) > BATAS_ANGKA or not isi.replace(".", "").isdigit()):
                raise SintaksSalah(nomor, f"bilangan ditulis dengan angka saja, paling banyak {BATAS_ANGKA}")
            elif jenis in ("block_begin", "variable_begin"):
                kurung, pertama = 0, jenis == "block_begin"
            elif pertama and jenis == "name":
                pertama = False
                blok = [*blok, nomor] if isi in _PEMBUKA else blok[:-1] if isi.startswith("end") else blok
                if len(blok) > BATAS_BLOK:
                    raise SintaksSalah(nomor, f"lebih dari {BATAS_BLOK} blok {{% … %}} bersarang")
        bagian.append(isi)
    return "".join(bagian), tanda


def _periksa(pohon: nodes.Template) -> None:
    """Only allowed parts, none deeper than `BATAS_DALAM`. Raises SintaksSalah for the first that is not."""
    tumpukan: list[tuple[nodes.Node, int]] = [(a, 0) for a in reversed(pohon.body)]
    while tumpukan:
        n, dalam = tumpukan.pop()
        if isinstance(n, _PERNYATAAN):
            dalam = 0
        elif not isinstance(n, _BAGIAN):
            raise SintaksSalah(n.lineno, _tak_tersedia(n))
        if dalam > BATAS_DALAM:
            raise SintaksSalah(n.lineno, _TERLALU_DALAM)
        if isinstance(n, nodes.Name) and n.name in _TANPA_NAMA:
            raise SintaksSalah(n.lineno, f'nama "{n.name}" tidak dikenal')
        if isinstance(n, nodes.For) and n.recursive:
            raise SintaksSalah(n.lineno, "perulangan {% for … recursive %} tidak tersedia")
        if isinstance(n, (nodes.Call, nodes.Filter, nodes.Test)) and (n.dyn_args or n.dyn_kwargs):
            raise SintaksSalah(n.lineno, "isian dengan * atau ** tidak tersedia")
        tumpukan += [(a, dalam + 1) for a in reversed(list(n.iter_child_nodes()))]


def _tak_tersedia(n: nodes.Node) -> str:
    if isinstance(n, _LUAR):
        return "include, import, dan extends tidak tersedia dalam naskah"
    if perintah := _PERINTAH.get(type(n)):
        return f'perintah "{{% {perintah} %}}" tidak dikenal'
    return f"{_BENTUK.get(type(n), type(n).__name__.lower())} tidak tersedia dalam naskah"


def _ubah(pohon: nodes.Template) -> nodes.Template:
    """Loops run over bounded lists, and only single values are compared."""
    for putaran in list(pohon.find_all(nodes.For)):
        putaran.iter = _lewat(PUTAR, putaran.iter)
    for banding in list(pohon.find_all(nodes.Compare)):
        banding.expr = _lewat(BANDING, banding.expr)
        for operan in banding.ops:
            operan.expr = _lewat(PUTAR if operan.op in ("in", "notin") else BANDING, operan.expr)
    return pohon


def _lewat(saringan: str, isi: nodes.Node) -> nodes.Filter:
    return nodes.Filter(isi, saringan, [], [], None, None, lineno=isi.lineno, environment=isi.environment)
