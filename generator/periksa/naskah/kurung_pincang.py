"""Brackets and double quotes that do not close, or close what was not opened, in a paragraph or a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import semua_potongan
from generator.temuan import Temuan

KODE = "kurung-pincang"
_PASANGAN = {")": "(", "]": "[", "}": "{", "”": "“"}
_BUTIR = re.compile(r"(?:^|[\s;,.:])(?:[a-zA-Z]|\d{1,2}|[ivx]{1,4})$")  # 'a)' opens a point of a list
_DETIK = re.compile(r"\d\s?$")  # 2°03’00”, 5"


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p in semua_potongan(b):
        if p.jenis == "tetapan":
            continue
        for letak, pesan in _pincang(p.teks):
            sekitar = " ".join(p.teks[max(0, letak - 24) : letak + 24].split())
            yield Temuan(KODE, str(p.tempat(letak)), f'{pesan} dalam "{sekitar}"', pokok=sekitar)


def _pincang(teks: str) -> Iterator[tuple[int, str]]:
    terbuka: list[tuple[int, str]] = []
    lurus: int | None = None
    for i, c in enumerate(teks):
        if c in "([{“":
            terbuka.append((i, c))
        elif c in _PASANGAN:
            if terbuka and terbuka[-1][1] == _PASANGAN[c]:
                terbuka.pop()
            elif not (c == ")" and _BUTIR.search(teks[:i])) and not (c == "”" and _DETIK.search(teks[:i])):
                yield i, f'"{c}" tanpa pembuka'
        elif c == '"' and not (lurus is None and _DETIK.search(teks[:i])):
            lurus = i if lurus is None else None
    yield from ((i, f'"{c}" tidak ditutup') for i, c in terbuka)
    if lurus is not None:
        yield lurus, "tanda petik tidak ditutup"
