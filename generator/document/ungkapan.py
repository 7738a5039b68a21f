"""Jinja over a chapter: expressions are evaluated in a sandbox; every output line keeps the number of its source line.

In: a chapter's text and the names. Out: text with a marker for each value, the values, and a line number per line.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
from markupsafe import Markup

from generator.document.nilai import FUNGSI, SARINGAN, NilaiSalah, sebagai_nilai
from generator.document.nodes import Value

BUKA, TUTUP = "\ue000", "\ue001"
_BARIS_BUKA, _BARIS_TUTUP = "\ue002", "\ue003"
_PENANDA_BARIS = re.compile(f"{_BARIS_BUKA}(\\d+){_BARIS_TUTUP}")
BATAS_HASIL = 8 * 2**20


class UngkapanSalah(Exception):
    """An expression that cannot be evaluated: line within the text (from 1) and message."""

    def __init__(self, baris: int, pesan: str) -> None:
        super().__init__(pesan)
        self.baris = baris
        self.pesan = pesan


@dataclass(frozen=True, slots=True)
class Hasil:
    """`baris` are the rendered lines, `nomor` their source lines (from 1), `nilai` what the markers stand for.

    `kosong`: source lines on which an expression gave a blank.
    """

    baris: tuple[str, ...]
    nomor: tuple[int, ...]
    nilai: tuple[Value, ...]


class _Takdikenal(StrictUndefined):
    """An unknown name, said in Indonesian."""

    @property
    def _undefined_message(self) -> str:
        nama = self._undefined_name
        if self._undefined_obj is not None and type(self._undefined_obj).__name__ != "MissingType":
            pemilik = type(self._undefined_obj).__name__
            return f'"{nama}" tidak ada pada {pemilik}'
        return f'nama "{nama}" tidak dikenal'


class _Perekam:
    """Keeps the values of one chapter in the order in which they are printed."""

    def __init__(self) -> None:
        self.nilai: list[Value] = []

    def __call__(self, v: Any) -> Any:
        if isinstance(v, (Markup, StrictUndefined)):  # the text of a macro; an undefined name complains when printed
            return v
        self.nilai.append(sebagai_nilai(v))
        return Markup(f"{BUKA}{len(self.nilai) - 1}{TUTUP}")


def _lingkungan(perekam: _Perekam) -> ImmutableSandboxedEnvironment:
    env = ImmutableSandboxedEnvironment(
        undefined=_Takdikenal,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=perekam,
    )
    env.filters = dict(SARINGAN)
    env.globals = dict(FUNGSI)
    env.tests = {n: t for n, t in env.tests.items() if n in {"defined", "none", "odd", "even", "eq", "ne"}}
    return env


def _tandai_baris(env: ImmutableSandboxedEnvironment, teks: str) -> str:
    """The source with its line number at the end of every line of text (never inside an expression)."""
    bagian: list[str] = []
    for nomor, jenis, isi in env.lex(teks):
        if jenis == "data":
            potong = isi.split("\n")
            isi = "".join(
                f"{p}{_BARIS_BUKA}{nomor + i}{_BARIS_TUTUP}\n" for i, p in enumerate(potong[:-1])
            ) + potong[-1]
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
    m = re.search(r'nama "(\w+)" tidak dikenal', pesan)
    dekat = difflib.get_close_matches(m[1], nama, 1) if m else []
    return f'{pesan}; maksudnya "{dekat[0]}"?' if dekat else pesan


def _alihkan(pesan: str) -> str:
    """Jinja's own English words for what a planner may get wrong."""
    pola = (
        (r"No filter named '(\w+)'.*", r'saringan "| \1" tidak dikenal'),
        (r"No test named '(\w+)'.*", r'uji "is \1" tidak dikenal'),
        (r"unexpected '(.+)'", r'tanda "\1" tidak pada tempatnya'),
        (r"expected token '(.+)', got '(.+)'", r'seharusnya "\1", tertulis "\2"'),
        (r"expected token (.+)", r"ungkapan tidak lengkap (\1)"),
        (r"unexpected char (.+) at \d+", r"tanda \1 tidak dikenal"),
        (r"Unexpected end of template.*", "ada {% … %} yang tidak ditutup dengan {% end… %}"),
        (r"Encountered unknown tag '(\w+)'.*", r'perintah "{% \1 %}" tidak dikenal'),
        (r"Missing end of .*", "ungkapan tidak ditutup"),
    )
    for dari, menjadi in pola:
        if re.match(dari, pesan, re.S):
            return re.sub(dari + r"[\s\S]*", menjadi, pesan)
    return pesan


def jalankan(teks: str, nama: dict[str, object]) -> Hasil:
    """Evaluate a chapter. Raises UngkapanSalah."""
    perekam = _Perekam()
    env = _lingkungan(perekam)
    berkas = "<naskah>"
    try:
        kode = env.compile(_tandai_baris(env, teks), filename=berkas)
        hasil = env.template_class.from_code(env, kode, env.make_globals(None)).render(nama)
    except TemplateSyntaxError as e:
        raise UngkapanSalah(e.lineno, _alihkan(e.message or "ungkapan salah")) from e
    except SecurityError as e:
        raise UngkapanSalah(_jejak_baris(e, berkas), "ungkapan memakai yang tidak diizinkan") from e
    except NilaiSalah as e:
        raise UngkapanSalah(_jejak_baris(e, berkas), str(e)) from e
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError, OverflowError) as e:
        pesan = _saran(_alihkan(str(e)), list(nama))
        raise UngkapanSalah(_jejak_baris(e, berkas), pesan) from e
    except RecursionError as e:
        raise UngkapanSalah(1, "ungkapan berputar tanpa akhir") from e
    if len(hasil) > BATAS_HASIL:
        raise UngkapanSalah(1, "hasil naskah terlalu panjang")
    baris: list[str] = []
    nomor: list[int] = []
    kini = 1
    for b in hasil.split("\n"):
        cap = _PENANDA_BARIS.findall(b)
        kini = int(cap[-1]) if cap else kini
        baris.append(_PENANDA_BARIS.sub("", b).rstrip())
        nomor.append(kini)
    return Hasil(tuple(baris), tuple(nomor), tuple(perekam.nilai))
