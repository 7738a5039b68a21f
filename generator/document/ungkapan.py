"""Jinja over a chapter: expressions are evaluated in a sandbox; every output line keeps the number of its source line.

In: a chapter's text and the names. Out: text with a marker for each value, the values, and a line number per line.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from generator.document.nilai import FUNGSI, SARINGAN, NilaiSalah, sambung, sebagai_nilai
from generator.document.nodes import Value

BUKA, TUTUP = "\ue000", "\ue001"
_BARIS_BUKA, _BARIS_TUTUP = "\ue002", "\ue003"
_PENANDA_BARIS = re.compile(f"{_BARIS_BUKA}(\\d+){_BARIS_TUTUP}")
_LABEL = re.compile(r"\{#(?=[a-z0-9][a-z0-9-]*\}[ \t]*$)", re.M)  # of a heading; to Jinja, "{#" opens a comment
_LABEL_BUKA = "\ue004"
_BERKAS = "<naskah>"
BATAS_HASIL = 8 * 2**20


class UngkapanSalah(Exception):
    """An expression that cannot be evaluated: line within the text (from 1) and message."""

    def __init__(self, baris: int, pesan: str) -> None:
        super().__init__(pesan)
        self.baris = baris
        self.pesan = pesan


@dataclass(frozen=True, slots=True)
class Hasil:
    """`baris` are the rendered lines, `nomor` their source lines (from 1), `nilai` what the markers stand for."""

    baris: tuple[str, ...]
    nomor: tuple[int, ...]
    nilai: tuple[Value, ...]


def _usul(pesan: str, tertulis: str, ada: list[str]) -> str:
    """The message with what was probably meant."""
    dekat = difflib.get_close_matches(tertulis, ada, 1)
    return f'{pesan}; maksudnya "{dekat[0]}"?' if dekat else pesan


class _Takdikenal(StrictUndefined):
    """An unknown name, said in Indonesian."""

    @property
    def _undefined_message(self) -> str:
        nama, pemilik = self._undefined_name, self._undefined_obj
        if pemilik is missing:
            return f'nama "{nama}" tidak dikenal'
        if pemilik is None:
            return f'"{nama}" diminta dari nilai yang kosong'
        ada = [n for n in dir(pemilik) if not n.startswith(("_", "model_"))]
        pesan = f'"{getattr(nama, "nilai", nama)}" tidak ada pada {getattr(pemilik, "_nama", type(pemilik).__name__)}'
        return _usul(pesan, str(nama), ada)


class _Perekam:
    """Keeps the values of one chapter in the order in which they are printed."""

    def __init__(self) -> None:
        self.nilai: list[Value] = []

    def __call__(self, v: Any) -> Any:
        if isinstance(v, (Markup, StrictUndefined)):  # the text of a macro; an undefined name complains when printed
            return v
        self.nilai.append(sebagai_nilai(v))
        return Markup(f"{BUKA}{len(self.nilai) - 1}{TUTUP}")


class _Penulis(CodeGenerator):
    """`a ~ b` joins the parts as they print and keeps their origins, where Jinja would join their `str`.

    And a constant is a value like any other, where Jinja would put it into the text, escaped for HTML.
    """

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.sambung((")
        for bagian in node.nodes:
            self.visit(bagian, frame)
            self.write(", ")
        self.write("))")


class _Lingkungan(ImmutableSandboxedEnvironment):
    """The sandbox, without the operators and methods by which a short expression makes a huge text."""

    code_generator_class = _Penulis
    intercepted_binops = frozenset({"**", "*", "%"})
    sambung = staticmethod(sambung)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or isinstance(left, (str, list, tuple)) or isinstance(right, (str, list, tuple)):
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> None:
        """No stand-in for str.format: it is refused like the other methods of a text."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return not (isinstance(obj, str) and callable(value)) and super().is_safe_attribute(obj, attr, value)


def _lingkungan(perekam: _Perekam) -> _Lingkungan:
    env = _Lingkungan(
        undefined=_Takdikenal,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=perekam,
        optimized=False,  # nothing is worth folding in a text that runs once
    )
    env.filters = dict(SARINGAN)
    env.globals = dict(FUNGSI)
    env.tests = {n: t for n, t in env.tests.items() if n in {"defined", "none", "odd", "even", "eq", "ne"}}
    return env


@lru_cache(maxsize=64)
def _terjemahkan(teks: str) -> CodeType:
    """The program that a chapter is. It depends on its text alone; other years and versions share it."""
    env = _lingkungan(_Perekam())
    return env.compile(_tandai_baris(env, teks), filename=_BERKAS)


def _tandai_baris(env: _Lingkungan, teks: str) -> str:
    """The source with its line number at the end of every line of text (never inside an expression)."""
    bagian: list[str] = []
    for nomor, jenis, isi in env.lex(teks):
        if jenis == "data":
            potong = isi.split("\n")
            tutup = (f"{p}{_BARIS_BUKA}{nomor + i}{_BARIS_TUTUP}\n" for i, p in enumerate(potong[:-1]))
            isi = "".join(tutup) + potong[-1]
        bagian.append(isi)
    return "".join(bagian)


def _jejak_baris(galat: BaseException, nama: str) -> int:
    """The template line in which an exception arose."""
    baris, tb = 0, galat.__traceback__
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == nama:
            baris = tb.tb_lineno
        tb = tb.tb_next
    return baris


def _saran(pesan: str, nama: list[str]) -> str:
    m = re.fullmatch(r'nama "(\w+)" tidak dikenal', pesan)
    return _usul(pesan, m[1], nama) if m else pesan


_TAK_COCOK = "nilai-nilai itu tidak dapat dihitung atau dibandingkan satu sama lain"


def _alihkan(pesan: str) -> str:
    """Jinja's own English words for what a planner may get wrong."""
    pola = (
        (r"No filter named '(\w+)'.*", r'saringan "| \1" tidak dikenal'),
        (r"No test named '(\w+)'.*", r'uji "is \1" tidak dikenal'),
        (r"unexpected '(.+)'", r'tanda "\1" tidak pada tempatnya'),
        (r"expected token '(.+)', got '(.+)'", r'seharusnya "\1", tertulis "\2"'),
        (r"(unexpected end of template|[Ee]xpected )", "ungkapan tidak lengkap"),
        (r"unexpected char (.+) at \d+", r"tanda \1 tidak dikenal"),
        (r"Unexpected end of template.*", "ada {% … %} yang tidak ditutup dengan {% end… %}"),
        (r"Encountered unknown tag '(\w+)'.*", r'perintah "{% \1 %}" tidak dikenal'),
        (r"no loader for this environment", "include, import, dan extends tidak tersedia dalam naskah"),
        (r"Missing end of .*", "ungkapan tidak ditutup"),
        (r"'[\w.]+' object is not iterable", "yang di belakang in bukan daftar"),
        (r"'[\w.]+' object is not callable", "yang di depan tanda ( bukan fungsi"),
        (r"(unsupported operand type|can only concatenate|'.+' not supported between|bad operand type)", _TAK_COCOK),
        (r"(max|min)\(\) (arg|iterable)", "tidak ada nilai yang dapat dibandingkan"),
        (r"[\w.<>]+\(\) (got|takes|missing)", "saringan atau fungsi itu dipakai dengan isian yang salah"),
        (r"macro '(\w+)' (got|takes)", r'macro "\1" dipakai dengan isian yang salah'),
    )
    for dari, menjadi in pola:
        if re.match(dari, pesan, re.S):
            return re.sub(dari + r"[\s\S]*", menjadi, pesan)
    return pesan


def jalankan(teks: str, nama: dict[str, object]) -> Hasil:
    """Evaluate a chapter. Raises UngkapanSalah."""
    perekam = _Perekam()
    env = _lingkungan(perekam)
    teks = _LABEL.sub(_LABEL_BUKA, teks).removesuffix("\n") + "\n"
    try:
        hasil = env.template_class.from_code(env, _terjemahkan(teks), env.make_globals(None)).render(nama)
    except TemplateSyntaxError as e:
        raise UngkapanSalah(e.lineno, _alihkan(e.message or "ungkapan salah")) from e
    except SecurityError as e:
        raise UngkapanSalah(_jejak_baris(e, _BERKAS), "ungkapan memakai yang tidak diizinkan") from e
    except NilaiSalah as e:
        raise UngkapanSalah(_jejak_baris(e, _BERKAS), str(e)) from e
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError, OverflowError) as e:
        pesan = _saran(_alihkan(str(e)), list(nama))
        raise UngkapanSalah(_jejak_baris(e, _BERKAS), pesan) from e
    except RecursionError as e:
        raise UngkapanSalah(1, "ungkapan berputar tanpa akhir") from e
    if len(hasil) > BATAS_HASIL:
        raise UngkapanSalah(1, "hasil naskah terlalu panjang")
    baris: list[str] = []
    nomor: list[int] = []
    kini = 1
    for b in hasil.removesuffix("\n").split("\n"):
        cap = _PENANDA_BARIS.findall(b)
        kini = int(cap[-1]) if cap else kini
        baris.append(_PENANDA_BARIS.sub("", b).replace(_LABEL_BUKA, "{#").rstrip())
        nomor.append(kini)
    return Hasil(tuple(baris), tuple(nomor), tuple(perekam.nilai))
