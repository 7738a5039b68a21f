"""How the time of a comparison grows with what changed, from 10 to 10 000 paragraphs: `make bench`. Nothing fails.

Trees are made here, so that nothing but the comparison is measured; times for each are those of a paragraph, an item or
a row, which would rise with their number if the work grew with its square.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.banding.pohon import banding_dokumen
from generator.tree.nodes import (
    Block,
    Caption,
    Cell,
    Document,
    Heading,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)

BANYAK = (10, 100, 1_000, 10_000)
PUTARAN = 3  # the fastest counts
KATA = ("rencana", "kerja", "perangkat", "daerah", "disusun", "menurut", "pagu", "indikatif", "setiap", "tahun")
Kalimat = Callable[[int], str]
"""The sentence at a place."""


def lain(awal: str) -> Kalimat:
    """Sentences that have no word in common with another office's."""
    return lambda n: " ".join(f"{awal}{w}{n % 97}" for w in KATA)


def umum(akhir: str) -> Kalimat:
    """Sentences of the same few words, told apart by one."""
    return lambda n: f"{' '.join(KATA)} {akhir}{n}"


def serupa(akhir: str) -> Kalimat:
    """Sentences of which a word changed."""
    return lambda n: f"{' '.join(f'{w}{n}' for w in KATA)} {akhir}"


def sama(kalimat: str) -> Kalimat:
    """One sentence, many times."""
    return lambda _: kalimat


def paragraf(n: int, kalimat: Kalimat) -> Block | list[Block]:
    return [Paragraph((Text(kalimat(k)),)) for k in range(n)]


def butir(n: int, kalimat: Kalimat) -> Block | list[Block]:
    return List("angka", tuple(ListItem((Paragraph((Text(kalimat(k)),)),)) for k in range(n)))


def baris(n: int, kalimat: Kalimat) -> Block | list[Block]:
    """Rows whose keys the other version does not have."""
    rows = tuple(Row(f"{kalimat(k)[:5]}{k}", (Cell((Text(kalimat(k)),)), Cell((Text(str(k)),)))) for k in range(n))
    return Table(Caption("tabel", "t", (Text("Pagu"),), "1.1"), (1.0, 1.0), (), rows)


def satu_paragraf(n: int, kalimat: Kalimat) -> Block | list[Block]:
    """One paragraph of n sentences."""
    return Paragraph((Text(" ".join(map(kalimat, range(n)))),))


KASUS: dict[str, tuple[Callable[[int, Kalimat], Block | list[Block]], Kalimat, Kalimat]] = {
    "paragraf, kantor lain": (paragraf, lain("a"), lain("b")),
    "paragraf, kata yang sama": (paragraf, umum("a"), umum("b")),
    "paragraf, satu kata berubah": (paragraf, serupa("lama"), serupa("baru")),
    "paragraf, semua kembar": (paragraf, sama("sebuah kalimat"), sama("sebuah kata")),
    "butir, kantor lain": (butir, lain("a"), lain("b")),
    "butir, satu kata berubah": (butir, serupa("lama"), serupa("baru")),
    "baris, kantor lain": (baris, lain("a"), lain("b")),
    "baris, satu kata berubah": (baris, serupa("lama"), serupa("baru")),
    "kalimat satu paragraf": (satu_paragraf, lain("a"), lain("b")),
}


class Tabel:
    """Prints the table when pytest has ended."""

    def __init__(self) -> None:
        self.isi: dict[str, list[float]] = {}

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        terminalreporter.section("renstra banding: waktu, dan waktu untuk setiap unsur yang berubah")
        terminalreporter.write_line(f"{'':<30}" + "".join(f"{n:>20}" for n in BANYAK))
        for nama, waktu in self.isi.items():
            sel = (f"{w:.3f} s {w / n * 1e6:5.0f} µs" for n, w in zip(BANYAK, waktu, strict=True))
            terminalreporter.write_line(f"{nama:<30}" + "".join(f"{s:>20}" for s in sel))


@pytest.fixture(scope="module")
def tabel(request: pytest.FixtureRequest) -> Iterator[Tabel]:
    hasil = Tabel()
    request.config.pluginmanager.register(hasil, "renstra-tabel-banding")
    yield hasil


def dokumen(isi: Block | list[Block]) -> Document:
    blok = isi if isinstance(isi, list) else [isi]
    return Document("J", (Section((Heading(1, (Text("BAB"),), "bab:1", "I", word="BAB"), *blok)),))


@pytest.mark.parametrize("nama", KASUS)
def test_pertumbuhan(benchmark: Any, tabel: Tabel, nama: str) -> None:
    buat, kalimat_lama, kalimat_baru = KASUS[nama]

    def ukur(n: int) -> float:
        lama, baru = dokumen(buat(n, kalimat_lama)), dokumen(buat(n, kalimat_baru))
        waktu = []
        for _ in range(PUTARAN):
            mulai = time.perf_counter()
            assert banding_dokumen(lama, baru).perubahan
            waktu.append(time.perf_counter() - mulai)
        return min(waktu)

    tabel.isi[nama] = benchmark.pedantic(lambda: [ukur(n) for n in BANYAK], rounds=1)
