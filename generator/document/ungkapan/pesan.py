"""What goes wrong in an expression, said to planners: Jinja's and Python's English words in Indonesian.

In: the exception's message. Out: one sentence; never English.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

TAK_COCOK = "nilai-nilai itu tidak dapat dihitung atau dibandingkan satu sama lain"
_LAIN = "ungkapan ini tidak dapat dihitung"

_POLA: tuple[tuple[str, str], ...] = (
    (r"No filter named '(\w+)'.*", r'saringan "| \1" tidak dikenal'),
    (r"No test named '(\w+)'.*", r'uji "is \1" tidak dikenal'),
    (r"unexpected '(.+)'", r'tanda "\1" tidak pada tempatnya'),
    (r"expected token '(.+)', got '(.+)'", r'seharusnya "\1", tertulis "\2"'),
    (r"(unexpected end of template|[Ee]xpected )", "ungkapan tidak lengkap"),
    (r"unexpected char (.+) at \d+", r"tanda \1 tidak dikenal"),
    (r"Unexpected end of template.*", "ada {% … %} yang tidak ditutup dengan {% end… %}"),
    (r"Encountered unknown tag '(\w+)'.*", r'perintah "{% \1 %}" tidak dikenal'),
    (r"Missing end of .*", "ungkapan tidak ditutup"),
    (r"'?[\w.]+'? object is not iterable|cannot unpack", "yang di belakang in bukan daftar"),
    (r"(not enough|too many) values to unpack", "banyaknya nama di depan in atau = tidak cocok dengan isinya"),
    (r"'[\w.]+' object is not callable", "yang di depan tanda ( bukan fungsi"),
    (r"(tuple|list) index out of range", "baris dengan urutan itu tidak ada"),
    (r"(unsupported operand type|can only concatenate|'.+' not supported between|bad operand type)", TAK_COCOK),
    (r"(division|.*modulo) by zero|integer division|\[<class 'decimal\.", "pembagian dengan nol"),
    (r"(max|min)\(\) (arg|iterable)", "tidak ada nilai yang dapat dibandingkan"),
    (r"[\w.<>]+\(\) (got|takes|missing)", "saringan atau fungsi itu dipakai dengan isian yang salah"),
    (r"macro '(\w+)' (got|takes)", r'macro "\1" dipakai dengan isian yang salah'),
)
_MILIK_KITA = re.compile(r"\b(tidak|bukan|hanya|terlalu|harus|mulai|sampai|seharusnya|diminta)\b")


def alihkan(pesan: str) -> str:
    """Jinja's or Python's message in Indonesian; one of our own as it is."""
    for dari, menjadi in _POLA:
        if re.match(dari, pesan, re.S):
            return re.sub(dari + r"[\s\S]*", menjadi, pesan)
    return pesan if _MILIK_KITA.search(pesan) else _LAIN


def usul(pesan: str, tertulis: str, ada: Iterable[str]) -> str:
    """The message with what was probably meant."""
    dekat = difflib.get_close_matches(tertulis[:100], list(ada), 1)
    return f'{pesan}; maksudnya "{dekat[0]}"?' if dekat else pesan


def usul_nama(pesan: str, nama: Iterable[str], saringan: Iterable[str]) -> str:
    """What was meant by an unknown name or filter."""
    for pola, ada in ((r'nama "(\w+)" tidak dikenal', nama), (r'saringan "\| (\w+)" tidak dikenal', saringan)):
        if m := re.fullmatch(pola, pesan):
            return usul(pesan, m[1], ada)
    return pesan
