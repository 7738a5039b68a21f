"""Chapters: heads, order, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from kantor import ringkas

from generator.sources import naskah
from generator.sources.naskah import Naskah, baca_naskah
from generator.temuan import Kumpulan

NAMA = "content/chapters/renstra"
BAB = b"---\njudul: SATU\nbab: 1\n---\nisi\n"


def baca(folder: Path, berkas: dict[str, bytes]) -> tuple[list[Naskah], Kumpulan]:
    for nama, isi in berkas.items():
        (folder / nama).write_bytes(isi)
    temuan = Kumpulan()
    return baca_naskah(folder, temuan, NAMA), temuan


def test_dibaca_menurut_nama_berkas(tmp_path: Path) -> None:
    berkas = {
        "20.md": b"---\njudul: DUA\nbab: 2\n---\n",
        "10.md": "\ufeff---\r\njudul: SATU: awal\r\n\r\nbab: 1\r\n---\r\n\r\nisi\r\n".encode(),
        "00.md": b"---\ndepan: true\njudul: PENGANTAR\n---\nkata\n",
        "catatan.txt": b"bukan naskah",
    }
    hasil, temuan = baca(tmp_path, berkas)
    assert not len(temuan)
    assert hasil == [
        Naskah(f"{NAMA}/00.md", "PENGANTAR", 0, "kata\n", 5),
        Naskah(f"{NAMA}/10.md", "SATU: awal", 1, "\nisi\n", 6),
        Naskah(f"{NAMA}/20.md", "DUA", 2, "", 5),
    ]


def test_bagian_depan_boleh_tanpa_judul(tmp_path: Path) -> None:
    """Its titles stand in the text."""
    hasil, temuan = baca(tmp_path, {"a.md": b"---\ndepan: true\n---\n# SATU\n"})
    assert (list(hasil), len(temuan)) == ([Naskah(f"{NAMA}/a.md", "", 0, "# SATU\n", 4)], 0)


def lampiran(nomor: int) -> bytes:
    return f"---\njudul: RINCIAN\nlampiran: {nomor}\n---\nisi\n".encode()


def test_lampiran_sesudah_bab(tmp_path: Path) -> None:
    """With a number and a label of its own; it is no chapter."""
    hasil, temuan = baca(tmp_path, {"a.md": BAB, "b.md": lampiran(1), "c.md": lampiran(2)})
    assert not len(temuan)
    assert hasil[1] == Naskah(f"{NAMA}/b.md", "RINCIAN", 0, "isi\n", 5, 1)
    assert [n.label for n in hasil] == ["bab:1", "lampiran:1", "lampiran:2"]


@pytest.mark.parametrize(
    ("berkas", "pesan"),
    [
        ({"a.md": BAB, "b.md": lampiran(2)}, "lampiran: 2 seharusnya 1"),
        ({"a.md": lampiran(1), "b.md": BAB}, "bab harus mendahului lampiran"),
        ({"a.md": lampiran(1), "b.md": b"---\ndepan: true\n---\n"}, "bagian depan harus mendahului"),
    ],
)
def test_urutan_lampiran(tmp_path: Path, berkas: dict[str, bytes], pesan: str) -> None:
    _, temuan = baca(tmp_path, berkas)
    assert [(t.kode, t.tempat, pesan in t.pesan) for t in temuan] == [("kepala-naskah", f"{NAMA}/b.md:1", True)]


@pytest.mark.parametrize("nomor", [b"0", b"I", b"100", "²".encode(), b""])
def test_nomor_lampiran_bukan_angka(tmp_path: Path, nomor: bytes) -> None:
    _, temuan = baca(tmp_path, {"a.md": b"---\njudul: A\nlampiran: " + nomor + b"\n---\n"})
    assert ringkas(temuan) == [("kepala-naskah", f"{NAMA}/a.md:1")]


SALAH: list[tuple[str, dict[str, bytes], list[tuple[str, str]]]] = [
    ("tanpa naskah", {}, [("bab-hilang", "")]),
    ("bukan UTF-8", {"a.md": b"---\njudul: A\nbab: 1\n---\nbaris\n\xe9\n"}, [("naskah-rusak", "/a.md:6")]),
    ("huruf kendali", {"a.md": BAB + b"\x0b\n"}, [("huruf-tersembunyi", "/a.md:6")]),
    ("huruf penanda", {"a.md": BAB + "\ue000".encode()}, [("huruf-tersembunyi", "/a.md:6")]),
    ("tanpa kepala", {"a.md": b"isi\n"}, [("kepala-naskah", "/a.md:1")]),
    ("kepala terlambat", {"a.md": b"isi\n---\njudul: A\nbab: 1\n---\n"}, [("kepala-naskah", "/a.md:1")]),
    ("berkas kosong", {"a.md": b""}, [("kepala-naskah", "/a.md:1")]),
    ("kepala tidak ditutup", {"a.md": b"---\njudul: A\nbab: 1\n\nisi"}, [("kepala-naskah", "/a.md:1")]),
    ("kunci asing", {"a.md": b"---\njudul: A\nbab: 1\nnomor: 2\n---\n"}, [("kepala-naskah", "/a.md:4")]),
    ("kunci ganda", {"a.md": b"---\njudul: A\nbab: 1\nbab: 2\n---\n"}, [("kepala-naskah", "/a.md:4")]),
    ("baris tanpa titik dua", {"a.md": b"---\njudul: A\nbab 1\n---\n"}, [("kepala-naskah", "/a.md:3")]),
    ("lampiran tanpa judul", {"a.md": BAB, "b.md": b"---\nlampiran: 1\n---\n"}, [("kepala-naskah", "/b.md:1")]),
    ("judul kosong", {"a.md": b"---\njudul:\nbab: 1\n---\n"}, [("kepala-naskah", "/a.md:1")]),
    ("judul bagian depan kosong", {"a.md": b"---\njudul:\ndepan: true\n---\n"}, [("kepala-naskah", "/a.md:1")]),
    ("bukan bab dan bukan depan", {"a.md": b"---\njudul: A\n---\n"}, [("kepala-naskah", "/a.md:1")]),
    ("bab sekaligus depan", {"a.md": b"---\njudul: A\nbab: 1\ndepan: true\n---\n"}, [("kepala-naskah", "/a.md:1")]),
    (
        "bab bukan angka dan depan",
        {"a.md": b"---\njudul: A\nbab: x\ndepan: true\n---\n"},
        [("kepala-naskah", "/a.md:1")],
    ),
    ("bab romawi", {"a.md": b"---\njudul: A\nbab: I\n---\n"}, [("kepala-naskah", "/a.md:1")]),
    ("bab pangkat", {"a.md": "---\njudul: A\nbab: ²\n---\n".encode()}, [("kepala-naskah", "/a.md:1")]),
    ("bab nol", {"a.md": b"---\njudul: A\nbab: 0\n---\n"}, [("kepala-naskah", "/a.md:1")]),
    ("depan bukan true", {"a.md": b"---\njudul: A\ndepan: ya\n---\n"}, [("kepala-naskah", "/a.md:1")]),
    ("bab melompat", {"a.md": BAB, "b.md": b"---\njudul: A\nbab: 3\n---\n"}, [("kepala-naskah", "/b.md:1")]),
    ("bab ganda", {"a.md": BAB, "b.md": BAB}, [("kepala-naskah", "/b.md:1")]),
    ("mulai dari bab dua", {"a.md": b"---\njudul: A\nbab: 2\n---\n"}, [("kepala-naskah", "/a.md:1")]),
    ("depan sesudah bab", {"a.md": BAB, "b.md": b"---\njudul: A\ndepan: true\n---\n"}, [("kepala-naskah", "/b.md:1")]),
    (
        "semua yang salah; urutan baru diperiksa bila semua terbaca",
        {"a.md": b"isi", "b.md": b"\xff", "c.md": b"---\njudul: A\nbab: 2\n---\n"},
        [("kepala-naskah", "/a.md:1"), ("naskah-rusak", "/b.md:1")],
    ),
]


@pytest.mark.parametrize(("berkas", "harapan"), [s[1:] for s in SALAH], ids=[s[0] for s in SALAH])
def test_salah(tmp_path: Path, berkas: dict[str, bytes], harapan: list[tuple[str, str]]) -> None:
    _, temuan = baca(tmp_path, berkas)
    assert ringkas(temuan) == [(kode, NAMA + tempat) for kode, tempat in harapan]


def test_bab_hilang_walau_data_sudah_salah(tmp_path: Path) -> None:
    temuan = Kumpulan()
    temuan.tambah("buku-hilang", "x", "y")
    assert baca_naskah(tmp_path / "tak-ada", temuan, NAMA) == []
    assert ringkas(temuan)[1:] == [("bab-hilang", NAMA)]


def test_naskah_terlalu_besar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naskah, "BATAS_NASKAH", len(BAB))
    assert not len(baca(tmp_path, {"a.md": BAB})[1])
    _, temuan = baca(tmp_path, {"a.md": BAB + b"\n"})
    assert ringkas(temuan) == [("berkas-ditolak", NAMA + "/a.md")]


def test_folder_bernama_md(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    _, temuan = baca(tmp_path, {})
    assert ringkas(temuan) == [("berkas-ditolak", NAMA + "/a.md")]
