"""Jinja over a chapter: expressions are evaluated in a sandbox; every output line keeps the number of its source line.

In: a chapter's text, the names, the steps that are left to the document. Out: text with a marker for each value, the
values, and a line number per line. What an expression may name is listed in `kosakata`, what it may hold in `sintaks`,
what it may cost in `jatah`; `pesan` says in Indonesian what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import wraps
from operator import length_hint
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from generator.compute.daftar import Tahun
from generator.document.nilai import FUNGSI, SARINGAN, UJI, NilaiSalah, sambung, sebagai_nilai
from generator.document.ungkapan.jatah import CETAK, HURUF_SELANGKAH, Jatah, JatahHabis
from generator.document.ungkapan.kosakata import rekaman
from generator.document.ungkapan.pesan import TAK_COCOK, alihkan, usul, usul_nama
from generator.document.ungkapan.sintaks import (
    BANDING,
    BARIS_BUKA,
    BARIS_TUTUP,
    BERKAS,
    PUTAR,
    Penerjemah,
    Penulis,
    SintaksSalah,
    penerjemah,
    terjemahkan,
)
from generator.model.angka import Angka
from generator.model.kolom import Tanggal
from generator.tree.format import angka as cetak_angka
from generator.tree.nodes import Value

BUKA, TUTUP = "\ue000", "\ue001"
_PENANDA_BARIS = re.compile(f"{BARIS_BUKA}(\\d+){BARIS_TUTUP}")
_LABEL = re.compile(r"\{#(?=[a-z0-9][a-z0-9-]*\}[ \t]*$)", re.M)  # of a heading; to Jinja, "{#" opens a comment
_LABEL_BUKA = "\ue004"
BATAS_HASIL = 4 * 2**20
BATAS_HURUF = 25_000  # of a line: ten pages
BATAS_BARIS = 50_000
SEBARIS = 20  # steps of a rendered line, which is yet to be parsed

_ANGKA = (Angka, Tahun, int, Decimal)
_TUNGGAL = (str, Angka, Tahun, int, Decimal, Tanggal, bool, type(None), Undefined)
_DERET = (list, tuple)


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


class _Takdikenal(StrictUndefined):
    """An unknown name, said in Indonesian."""

    @property
    def _undefined_message(self) -> str:
        nama, pemilik = self._undefined_name, self._undefined_obj
        if pemilik is missing:
            return f'nama "{nama}" tidak dikenal'
        if pemilik is None:
            return f'"{nama}" diminta dari nilai yang kosong'
        milik = rekaman(pemilik)
        sebutan = getattr(pemilik, "_nama", milik.sebutan)
        return usul(f'"{getattr(nama, "nilai", nama)}" tidak ada pada {sebutan}', str(nama), milik.nama)


class _Perekam:
    """Keeps the values of one chapter in the order in which they are printed."""

    def __init__(self, jatah: Jatah) -> None:
        self.jatah = jatah
        self.nilai: list[Value] = []

    def __call__(self, v: Any) -> Any:
        if isinstance(v, (Markup, StrictUndefined)):  # the text of a macro; an undefined name complains when printed
            self.jatah.pakai(len(v) // HURUF_SELANGKAH if isinstance(v, Markup) else 0)
            return v
        self.jatah.pakai(CETAK)
        self.nilai.append(self.jatah.catat(sebagai_nilai(v)))
        return Markup(f"{BUKA}{len(self.nilai) - 1}{TUTUP}")  # noqa: S704 – a number between two marks, no markup


class _Lingkungan(ImmutableSandboxedEnvironment):
    """The sandbox: an allow-list of names, own functions only, and bounds for every value."""

    code_generator_class = Penulis
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    intercepted_unops = frozenset({"+", "-"})
    desimal = staticmethod(lambda nilai: Decimal(repr(nilai)))

    def __init__(self, perekam: _Perekam | None = None) -> None:
        perekam = perekam or _Perekam(Jatah())
        super().__init__(
            undefined=_Takdikenal,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=perekam,
            optimized=False,  # nothing is worth folding in a text that runs once
        )
        self._jatah = perekam.jatah
        self.langkah = perekam.jatah.pakai
        self.filters = {n: self._terukur(f) for n, f in SARINGAN.items()}
        self.filters |= {PUTAR: self._putar, BANDING: _tunggal}
        self.globals = {n: self._terukur(f) for n, f in FUNGSI.items()}
        self.tests = dict(UJI)
        self._boleh_dipanggil = {id(f) for f in self.globals.values()}

    # ------------------------------------------------------------ names

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What stands behind a dot, if it is listed for values of that type."""
        _harus_ada(obj)
        if attribute not in rekaman(obj).nama:
            return self.undefined(obj=obj, name=attribute)
        return self._jatah.catat(getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What stands behind a bracket: a row by key or place, else what a dot would give."""
        _harus_ada(obj)
        _harus_ada(argument)
        dapat = isinstance(argument, (str, int, Angka, Tahun))
        if dapat and rekaman(obj).kunci and not (isinstance(obj, _DERET) and isinstance(argument, str)):
            self._jatah.pakai(1)
            return self._jatah.catat(obj[argument])
        if not isinstance(argument, str):
            raise NilaiSalah("yang di depan [ … ] tidak berisi baris")
        return self.getattr(obj, str(argument))

    def call(self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """A macro of the chapter or one of our functions."""
        _harus_ada(__obj)
        for milik_jinja in ("_loop_vars", "_block_vars"):
            kwargs.pop(milik_jinja, None)
        if isinstance(__obj, Macro):
            hasil = __obj(*args, **kwargs)
            self._jatah.pakai(len(hasil) // HURUF_SELANGKAH)
            return hasil
        if id(__obj) not in self._boleh_dipanggil:
            raise NilaiSalah("yang di depan tanda ( bukan fungsi")
        return __obj(*args, **kwargs)

    # ------------------------------------------------------------ operators

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        _harus_ada(left)
        _harus_ada(right)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.sambung((left, right))
        if operator == "+" and isinstance(left, _DERET) and isinstance(right, _DERET):
            return self._jatah.catat([*left, *right])
        if operator == "**" or (isinstance(left, (str, *_DERET)) and operator in ("*", "%")):
            raise SecurityError(operator)
        if not (_dapat_dihitung(left) and _dapat_dihitung(right)):
            raise (
                SecurityError(operator)
                if operator == "*" and isinstance(right, (str, *_DERET))
                else TypeError(TAK_COCOK)
            )
        if operator == "/" and isinstance(left, int):
            left = Angka(left) if isinstance(right, Angka) else Decimal(left)
        return self._jatah.catat(self.binop_table[operator](left, right))

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:
        _harus_ada(arg)
        if not _dapat_dihitung(arg):
            raise TypeError(TAK_COCOK)
        return self._jatah.catat(arg if operator == "+" else self.unop_table[operator](arg))

    def sambung(self, bagian: tuple[Any, ...]) -> Any:
        """The operator ~."""
        for b in bagian:
            _harus_ada(b)
        return self._jatah.catat(sambung(bagian))

    # ------------------------------------------------------------ bounds

    def _terukur(self, fungsi: Callable[..., Any]) -> Callable[..., Any]:
        """A filter or function whose result is paid for, and so are the rows that it gets."""

        @wraps(fungsi)  # it keeps what Jinja marked the function with
        def panggil(*args: Any, **kwargs: Any) -> Any:
            for a in args:
                if rekaman(a).urut:
                    self._jatah.pakai(length_hint(a, 1))
            return self._jatah.catat(fungsi(*args, **kwargs))

        return panggil

    def _putar(self, isi: Any) -> Any:
        """What a loop runs over: rows that are all there, each a step."""
        _harus_ada(isi)
        if isinstance(isi, str) or not rekaman(isi).urut:
            raise NilaiSalah("yang di belakang in bukan daftar")
        baris = tuple(isi)
        self._jatah.pakai(len(baris))
        return baris


def _harus_ada(v: Any) -> None:
    """An unknown name complains, whatever is asked of it."""
    if isinstance(v, Undefined):
        v._fail_with_undefined_error()


def _dapat_dihitung(v: Any) -> bool:
    return isinstance(v, _ANGKA) and not isinstance(v, bool)


def _tunggal(v: Any) -> Any:
    """What is compared: a single value."""
    if not isinstance(v, _TUNGGAL):
        raise NilaiSalah(TAK_COCOK)
    return v


def _jejak_baris(galat: BaseException) -> int:
    """The template line in which an exception arose."""
    baris, tb = 0, galat.__traceback__
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == BERKAS:
            baris = tb.tb_lineno
        tb = tb.tb_next
    return baris


def jalankan(
    teks: str, nama: dict[str, object], jatah: Jatah | None = None, terjemah: Penerjemah = terjemahkan
) -> Hasil:
    """Evaluate a chapter. Raises UngkapanSalah."""
    perekam = _Perekam(jatah or Jatah())
    teks = _LABEL.sub(_LABEL_BUKA, teks).removesuffix("\n") + "\n"
    env = _Lingkungan(perekam)
    try:
        program = terjemah(_Lingkungan, teks)
        perekam.jatah.pakai(program.tanda)
        hasil = env.template_class.from_code(env, program.kode, env.make_globals(None)).render(nama)
    except TemplateSyntaxError as e:
        raise UngkapanSalah(e.lineno, usul_nama(alihkan(e.message or ""), nama, SARINGAN)) from e
    except SintaksSalah as e:
        raise UngkapanSalah(e.baris, e.pesan) from e
    except SecurityError as e:
        raise UngkapanSalah(_jejak_baris(e), "ungkapan memakai yang tidak diizinkan") from e
    except NilaiSalah as e:
        raise UngkapanSalah(_jejak_baris(e), str(e)) from e
    except RecursionError as e:
        raise UngkapanSalah(_jejak_baris(e), "ungkapan berputar tanpa akhir") from e
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError) as e:
        pesan = usul_nama(alihkan(str(e.args[0]) if e.args else ""), [*nama, *FUNGSI], SARINGAN)
        raise UngkapanSalah(_jejak_baris(e), pesan) from e
    return _baris(hasil, perekam)


def _baris(hasil: str, perekam: _Perekam) -> Hasil:
    """The rendered text by lines. Raises UngkapanSalah for more than a chapter can be."""
    mentah = hasil.removesuffix("\n").split("\n")
    if len(hasil) > BATAS_HASIL or len(mentah) > BATAS_BARIS:
        raise UngkapanSalah(1, f"hasil naskah terlalu panjang (lebih dari {cetak_angka(BATAS_BARIS)} baris atau 4 MB)")
    baris: list[str] = []
    nomor: list[int] = []
    kini = 1
    for b in mentah:
        cap = _PENANDA_BARIS.findall(b)
        kini = int(cap[-1]) if cap else kini
        if len(b) > BATAS_HURUF:
            raise UngkapanSalah(kini, f"baris lebih panjang dari {cetak_angka(BATAS_HURUF)} huruf; bagilah")
        baris.append(_PENANDA_BARIS.sub("", b).replace(_LABEL_BUKA, "{#").rstrip())
        nomor.append(kini)
    try:
        perekam.jatah.pakai(SEBARIS * len(baris))
    except JatahHabis as e:
        raise UngkapanSalah(1, str(e)) from e
    return Hasil(tuple(baris), tuple(nomor), tuple(perekam.nilai))


__all__ = ["BUKA", "TUTUP", "Hasil", "Jatah", "Penerjemah", "UngkapanSalah", "jalankan", "penerjemah", "terjemahkan"]
