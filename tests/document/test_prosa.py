"""Markdown of a chapter -> blocks, and every finding of chapters with its file and line.

`satu_bab` writes 'bab.md', whose text begins on line 5.
"""

from __future__ import annotations

from typing import Any

import pytest
from kantor import Kantor, blok, ringkas, tabel

from generator.compute.konteks import Konteks
from generator.model.angka import Teks
from generator.tree.nodes import (
    Block,
    Contents,
    Document,
    Emphasis,
    Heading,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
    Value,
    plain,
)

MD = "content/chapters/renstra/bab.md"


def susun(kantor: Kantor, konteks: Konteks, isi: str) -> list[Block]:
    """The blocks below the chapter's title."""
    kantor.satu_bab(isi)
    dokumen, temuan = kantor.susun(konteks)
    assert dokumen is not None, list(temuan)
    return list(blok(dokumen))[1:]


def temuan(kantor: Kantor, konteks: Konteks, isi: str) -> list[tuple[str, int, str]]:
    """(code, line, message) of every finding."""
    kantor.satu_bab(isi)
    _, kumpulan = kantor.susun(konteks)
    assert all(t.tempat.startswith(f"{MD}:") for t in kumpulan), ringkas(kumpulan)
    return [(t.kode, int(t.tempat.rpartition(":")[2]), t.pesan) for t in kumpulan]


def tanpa_asal(b: Any) -> Any:
    return b.content if isinstance(b, Paragraph) else b


# ---------------------------------------------------------------- title


def bab_tanpa_judul(kantor: Kantor, jumlah: int) -> None:
    for path in kantor.naskah.glob("*.md"):
        path.unlink()
    for n in range(1, jumlah + 1):
        kantor.ubah_naskah(f"{n}.md", f"---\nbab: {n}\n---\n\nIsi.\n")


def test_judul_bab_menurut_kerangka(kantor: Kantor, konteks_kantor: Konteks) -> None:
    """A head without 'judul:' takes the title from profil.xlsx, with the cell it stands in."""
    bab_tanpa_judul(kantor, 1)
    dokumen, temuan = kantor.susun(konteks_kantor)
    assert dokumen is not None, ringkas(temuan)
    judul = next(b for b in blok(dokumen) if isinstance(b, Heading))
    (nilai,) = judul.content
    assert isinstance(nilai, Value)
    assert (judul.label, nilai.text) == ("bab:1", "PENDAHULUAN")
    assert [str(a) for a in nilai.asal] == ["content/data/profil.xlsx › Kerangka!B2"]


def test_bab_di_luar_kerangka_tanpa_judul(kantor: Kantor, konteks_kantor: Konteks) -> None:
    nomor = len(konteks_kantor.kerangka) + 1
    bab_tanpa_judul(kantor, nomor)
    _, temuan = kantor.susun(konteks_kantor)
    assert ringkas(temuan) == [("kepala-naskah", f"content/chapters/renstra/{nomor}.md:1")]


# ---------------------------------------------------------------- annexes


def berlampiran(kantor: Kantor, isi: str) -> None:
    """The office's one chapter refers to an annex that says `isi`."""
    kantor.satu_bab("Rinciannya pada @lampiran:1.")
    kantor.ubah_naskah("lampiran.md", f"---\nlampiran: 1\njudul: RINCIAN\n---\n{isi}\n")


def test_lampiran(kantor: Kantor, konteks_kantor: Konteks) -> None:
    """After the chapters, with their values and tables; what stands there is referred to from everywhere."""
    berlampiran(kantor, "Nama: {{ profil.nama }}, lihat @bab:1.")
    dokumen, temuan = kantor.susun(konteks_kantor)
    assert dokumen is not None, ringkas(temuan)
    *_, rujukan, judul, isi = blok(dokumen)
    assert isinstance(rujukan, Paragraph)
    assert isinstance(judul, Heading)
    assert isinstance(isi, Paragraph)
    assert (judul.prefix, plain(judul.content), judul.label) == ("LAMPIRAN I", "RINCIAN", "lampiran:1")
    assert [plain(p.content) for p in (rujukan, isi)] == [
        "Rinciannya pada Lampiran I.",
        "Nama: Perpustakaan, lihat Bab I.",
    ]
    assert str(isi.asal) == "content/chapters/renstra/lampiran.md:5"
    assert dokumen.sections[-1].numbering == "angka"


def test_judul_di_dalam_lampiran(kantor: Kantor, konteks_kantor: Konteks) -> None:
    berlampiran(kantor, "Isi.\n\n## Rincian")
    _, temuan = kantor.susun(konteks_kantor)
    assert ringkas(temuan) == [("judul-loncat", "content/chapters/renstra/lampiran.md:7")]
    assert "di dalam lampiran" in next(iter(temuan)).pesan


# ---------------------------------------------------------------- Markdown


def test_paragraf_dan_penekanan(kantor: Kantor, konteks_kantor: Konteks) -> None:
    isi = "Satu *dua* **tiga *empat***\nlima\\\nenam \\*tujuh\\*.\n\nAlinea {{ periode.lama | bilang }}."
    satu, dua = susun(kantor, konteks_kantor, isi)
    assert isinstance(satu, Paragraph)
    assert satu.content == (
        Text("Satu "),
        Emphasis((Text("dua"),)),
        Text(" "),
        Strong((Text("tiga "), Emphasis((Text("empat"),)))),
        Text(" lima"),
        LineBreak(),
        Text("enam *tujuh*."),
    )
    assert str(satu.asal) == f"{MD}:5"
    assert isinstance(dua, Paragraph)
    assert plain(dua.content) == "Alinea 3 (tiga)."
    assert isinstance(dua.content[1], Value)
    assert (dua.content[1].angka, len(dua.content[1].asal)) == (3, 2)
    assert str(dua.asal) == f"{MD}:9"


def test_judul(kantor: Kantor, konteks_kantor: Konteks) -> None:
    isi = "## A **b** {#label-1}\n\n### {{ profil.nama }}\n##### Butir\n###### Anak\n#### Lagi\n"
    judul = susun(kantor, konteks_kantor, isi)
    assert all(isinstance(b, Heading) for b in judul)
    assert [(b.level, plain(b.content), b.label, b.asal.baris) for b in judul] == [  # type: ignore[union-attr]
        (2, "A b", "bagian:label-1", 5),
        (3, "Perpustakaan", "", 7),
        (5, "Butir", "", 8),
        (6, "Anak", "", 9),
        (4, "Lagi", "", 10),
    ]


def test_daftar(kantor: Kantor, konteks_kantor: Konteks) -> None:
    isi = "1. satu\n   - butir\n   - lagi\n2. dua\n\n   alinea\n\n1) huruf\n\n- lepas\n"
    angka, huruf, butir = susun(kantor, konteks_kantor, isi)
    assert isinstance(angka, List)
    assert isinstance(huruf, List)
    assert isinstance(butir, List)
    assert [b.kind for b in (angka, huruf, butir)] == ["angka", "huruf", "butir"]
    (satu, anak), dua = (i.blocks for i in angka.items)
    assert plain(satu.content) == "satu"  # type: ignore[union-attr]
    assert isinstance(anak, List)
    assert [plain(i.blocks[0].content) for i in anak.items] == ["butir", "lagi"]  # type: ignore[union-attr]
    assert [plain(p.content) for p in dua] == ["dua", "alinea"]  # type: ignore[union-attr]
    assert isinstance(butir.items[0], ListItem)


def test_kutipan(kantor: Kantor, konteks_kantor: Konteks) -> None:
    (kutipan,) = susun(kantor, konteks_kantor, "> “{{ rpjmd.visi }}”\n")
    assert isinstance(kutipan, Paragraph)
    assert (kutipan.style, plain(kutipan.content)) == ("kutipan", "“Rawa Contoh Cerdas”")


def test_perulangan_membuat_daftar(kantor: Kantor, konteks_kantor: Konteks) -> None:
    isi = '{% for d in desa %}\n1. {{ d.sebutan }}{{ "." if loop.last else ";" }}\n{% endfor %}\n'
    (daftar,) = susun(kantor, konteks_kantor, isi)
    assert isinstance(daftar, List)
    assert [plain(i.blocks[0].content) for i in daftar.items] == ["Kelurahan Hulu;", "Kelurahan Hilir."]  # type: ignore[union-attr]


# ---------------------------------------------------------------- fences of lists and boxes


def bersarang(d: List) -> list[Any]:
    """Texts of the items, those of lists within them as lists."""
    return [bersarang(b) if isinstance(b, List) else plain(b.content) for i in d.items for b in i.blocks]


def test_jenjang(kantor: Kantor, konteks_kantor: Konteks) -> None:
    """A numbered list whose items may hold lists and paragraphs; what stands around it is none of it."""
    isi = """\
Awal.

::: jenjang
1. {{ profil.nama }}

   alinea

   1. satu
   1. dua

      - butir
1. B
:::
1. biasa
"""
    awal, jenjang, biasa = susun(kantor, konteks_kantor, isi)
    assert isinstance(awal, Paragraph) and isinstance(jenjang, List) and isinstance(biasa, List)
    assert (jenjang.kind, biasa.kind) == ("jenjang", "angka")
    assert bersarang(jenjang) == ["Perpustakaan", "alinea", ["satu", "dua", ["butir"]], "B"]
    (p, *_) = jenjang.items[1].blocks
    assert isinstance(p, Paragraph) and str(p.asal) == f"{MD}:16"


def test_jenjang_dari_perulangan(kantor_asli: Kantor) -> None:
    """The office lists program, kegiatan and sub kegiatan out of the plan."""
    dokumen, _ = kantor_asli.susun()
    assert dokumen is not None
    (jenjang,) = (b for b in blok(dokumen) if isinstance(b, List) and b.kind == "jenjang")
    assert bersarang(jenjang) == [
        "Program Penunjang Perpustakaan",
        ["Perencanaan Dinas", ["Penyusunan Rencana Dinas"]],
        "Program Pembinaan Perpustakaan",
        [
            *("Pengelolaan Perpustakaan Kota", ["Pengembangan Koleksi"]),
            *("Pembudayaan Gemar Membaca", ["Lomba Baca"]),
        ],
    ]


def test_kotak(kantor: Kantor, konteks_kantor: Konteks) -> None:
    """No number, no place in the lists of contents, no reference asked for; the table after it is the first."""
    isi = """\
::: daftar tabel
:::

::: kotak indikator {{ iku[1].kode }}
Sumber: Survei
:::

@tabel:iku

::: tabel iku
IKU
:::
"""
    daftar, kotak, _, iku = susun(kantor, konteks_kantor, isi)
    assert isinstance(kotak, Table) and isinstance(iku, Table) and isinstance(daftar, Contents)
    assert (kotak.caption.kind, kotak.caption.number, kotak.caption.anchor) == ("kotak", "", "")
    assert (plain(kotak.source), str(kotak.caption.asal)) == ("Sumber: Survei", f"{MD}:8")
    assert (iku.caption.number, iku.caption.first) == ("1.1", True)
    assert [e.text for e in daftar.entries] == ["IKU"]


def test_rumus_salah_dalam_kotak(kantor: Kantor) -> None:
    """It is the cell that is wrong, not the chapter."""
    kantor.isi_sel("definisi_operasional › Rumus!C2", r"\frac{1}")
    kantor.satu_bab("::: kotak indikator puas\n:::\n")
    dokumen, kumpulan = kantor.susun()
    assert dokumen is None
    assert ringkas(kumpulan) == [("rumus-salah", "content/data/definisi_operasional.xlsx › Rumus!C2")]


# ---------------------------------------------------------------- data stays text

BERBAHAYA = [
    "**x**",
    "*x*",
    "_x_",
    "{{ 1 }}",
    "{% if %}",
    "{# x #}",
    "# a",
    "1. b",
    "- c",
    "> d",
    "| e | f |",
    "|",
    "<b>tebal</b>",
    "&amp; &lt;",
    "[a](http://x)",
    "![a](b.png)",
    "```",
    "\\*x",
    "@tabel:tak-ada",
    ":::",
    "::: tabel sarana",
    "a {#label}",
    "a\u2028b",
    "***",
    "---",
]


@pytest.mark.parametrize("data", BERBAHAYA)
def test_data_tetap_teks(kantor: Kantor, konteks_kantor: Konteks, data: str) -> None:
    """Whatever stands in a cell is printed as it stands: in a heading, a paragraph, a line of its own and a list."""
    kantor.satu_bab("## {{ mitra }}\n\nIni {{ mitra }} **{{ mitra }}**.\n\n{{ mitra }}\n\n- {{ mitra }}\n")
    konteks = Penamaan(konteks_kantor, {"mitra": Teks(data)})
    dokumen, kumpulan = kantor.susun(konteks)  # type: ignore[arg-type]
    assert dokumen is not None, list(kumpulan)
    assert not len(kumpulan)
    _, judul, ini, sendiri, daftar = blok(dokumen)
    assert isinstance(judul, Heading)
    assert plain(judul.content) == data
    assert isinstance(ini, Paragraph)
    assert plain(ini.content) == f"Ini {data} {data}."
    assert isinstance(sendiri, Paragraph)
    assert tanpa_asal(sendiri) == (Value(data),)
    assert isinstance(daftar, List)
    assert tanpa_asal(daftar.items[0].blocks[0]) == (Value(data),)


class Penamaan:
    """A `Konteks` some of whose names stand for something else."""

    def __init__(self, konteks: Konteks, tambahan: dict[str, object]) -> None:
        self._konteks, self._tambahan = konteks, tambahan

    def __getattr__(self, nama: str) -> object:
        return self._tambahan.get(nama) or getattr(self._konteks, nama)


def test_data_dalam_sel_tetap_teks(kantor: Kantor) -> None:
    """The same through a workbook: prose and table."""
    kantor.isi_sel("mitra › Mitra!B2", "**x** <b> | {{ 1 }} @tabel:y")
    kantor.isi_sel("permasalahan › Permasalahan!B2", "1. # <i>")
    kantor.satu_bab("Mitra {{ mitra[0].nama }}, @tabel:permasalahan.\n\n::: tabel permasalahan\nJudul\n:::\n")
    dokumen, kumpulan = kantor.susun()
    assert dokumen is not None, list(kumpulan)
    _, mitra, _ = blok(dokumen)
    assert isinstance(mitra, Paragraph)
    assert plain(mitra.content) == "Mitra **x** <b> | {{ 1 }} @tabel:y, Tabel 1.1."
    assert plain(tabel(dokumen, "permasalahan").rows[0].cells[1].content) == "1. # <i>"


# ---------------------------------------------------------------- findings

SALAH: list[tuple[str, str, list[tuple[str, int, str]]]] = [
    ("ungkapan", "a\n\n{{ profl }}\n", [("ungkapan-salah", 7, 'maksudnya "profil"?')]),
    (
        "ungkapan dalam perulangan",
        "{% for d in desa %}\n- a\n- {{ d.luas }}\n{% endfor %}\n",
        [("ungkapan-salah", 7, '"luas" tidak ada pada desa')],
    ),
    ("ungkapan kosong", "a\n{{ profil.lintang }}\n", [("ungkapan-kosong", 5, "nilai kosong")]),
    ("angka kosong", "a\n\nb {{ profil.luas_persen | persen }}\n", [("ungkapan-kosong", 7, "nilai kosong")]),
    ("daftar kosong", "{{ batas.selatan | daftar }}\n", [("ungkapan-kosong", 5, "nilai kosong")]),
    ("HTML", "a <b>tebal</b>\n", [("html-dalam-naskah", 5, '"<b>" tidak didukung')]),
    ("komentar HTML", "a\n<!-- x -->\n", [("html-dalam-naskah", 6, "<!--")]),
    ("gambar", "![a](b.png)\n", [("html-dalam-naskah", 5, "![")]),
    ("tautan", "lihat [a](http://x)\n", [("html-dalam-naskah", 5, "](")]),
    (
        "tabel Markdown",
        "a\n\n| b | c |\n|---|---|\n",
        [("html-dalam-naskah", 7, "| b"), ("html-dalam-naskah", 8, "|---")],
    ),
    ("blok kode", "```\na\n~~~\n", [("html-dalam-naskah", 5, "```"), ("html-dalam-naskah", 7, "~~~")]),
    ("judul dalam daftar", "- # a\n", [("judul-loncat", 5, ""), ("html-dalam-naskah", 5, "di dalam daftar")]),
    ("judul bab dalam naskah", "# A\n", [("judul-loncat", 5, "judul bab ditulis di kepala naskah")]),
    ("judul meloncat", "## A\n\n#### B\n", [("judul-loncat", 7, "judul tingkat 4 mengikuti tingkat 2")]),
    ("judul meloncat di awal", "### A\n", [("judul-loncat", 5, "judul tingkat 3 mengikuti tingkat 1")]),
    ("anak butir tanpa butir", "## A\n###### B\n", [("judul-loncat", 6, "tingkat 6")]),
    ("pagar tak dikenal", "a\n\n::: tabl sarana\n:::\n", [("pagar-salah", 7, '"::: tabl" tidak dikenal; yang ada: ')]),
    (
        "pagar jenjang dan kotak dikenal",
        "::: x\n:::\n",
        [("pagar-salah", 5, "identitas, jenjang, rumus")],
    ),
    ("pagar tanpa jenis", ":::\n", [("pagar-salah", 5, "tidak membuka blok apa pun")]),
    ("pagar tidak ditutup", "::: tabel sarana\nJudul\n", [("pagar-salah", 5, "tidak ditutup")]),
    (
        "pagar bertindih",
        "::: tabel sarana\nJudul\n::: tabel mitra\nJudul\n:::\n",
        [("pagar-salah", 5, "tidak ditutup"), ("pagar-salah", 7, 'tabel "mitra" tidak dikenal')],
    ),
    ("pagar menjorok", "a\n  ::: tabel sarana\n", [("pagar-salah", 6, "harus di awal baris")]),
    (
        "tabel tak dikenal",
        "::: tabel sarna\nJudul\n:::\n",
        [("pagar-salah", 5, 'tabel "sarna" tidak dikenal; yang ada: ')],
    ),
    ("grafik tak dikenal", "::: grafik x\nJudul\n:::\n", [("pagar-salah", 5, "pegawai-golongan")]),
    ("gambar tak dikenal", "::: gambar x\nJudul\n:::\n", [("pagar-salah", 5, "struktur-organisasi")]),
    ("daftar tak dikenal", "::: daftar x\n:::\n", [("pagar-salah", 5, "isi, tabel, gambar, grafik")]),
    ("tabel tanpa judul", "::: tabel sarana\n\n:::\n", [("pagar-salah", 5, "tidak berjudul")]),
    ("lembar tak ada", "::: tabel data=mitra.xlsx#Mitr\nJudul\n:::\n", [("pagar-salah", 5, '"data=mitra.xlsx#Mitr"')]),
    ("buku tak ada", "::: tabel data=mtra.xlsx#Mitra\nJudul\n:::\n", [("pagar-salah", 5, "tidak ditemukan")]),
    ("data tanpa lembar", "::: tabel data=mitra.xlsx\nJudul\n:::\n", [("pagar-salah", 5, "tidak ditemukan")]),
    ("data jalur naik", "::: tabel data=../mitra.xlsx#Mitra\nJudul\n:::\n", [("pagar-salah", 5, "tidak ditemukan")]),
    ("jenjang kosong", "::: jenjang\n:::\n", [("pagar-salah", 5, "harus memuat satu daftar bernomor")]),
    ("jenjang berbutir", "a\n\n::: jenjang\n- a\n:::\n", [("pagar-salah", 7, "satu daftar bernomor")]),
    ("jenjang dua daftar", "::: jenjang\n1. a\n\n1) b\n:::\n", [("pagar-salah", 5, "satu daftar bernomor")]),
    ("jenjang beralinea", "::: jenjang\nterdiri atas\n\n1. a\n:::\n", [("pagar-salah", 5, "satu daftar bernomor")]),
    ("jenjang tidak ditutup", "::: jenjang\n1. a\n", [("pagar-salah", 5, "tidak ditutup")]),
    (
        "judul dalam jenjang",
        "::: jenjang\n1. # a\n:::\n",
        [("judul-loncat", 6, ""), ("html-dalam-naskah", 6, "di dalam daftar")],
    ),
    ("kotak tak dikenal", "::: kotak x puas\n:::\n", [("pagar-salah", 5, "yang ada: indikator KODE")]),
    ("kotak tanpa kode", "::: kotak indikator\n:::\n", [("pagar-salah", 5, 'definisi operasional "" tidak ada')]),
    (
        "kotak tanpa definisi",
        "a\n\n::: kotak indikator iplm\n:::\n",
        [("pagar-salah", 7, 'kotak indikator iplm: definisi operasional "iplm" tidak ada')],
    ),
    (
        "kotak tidak dapat dirujuk",
        "@tabel:indikator-puas\n\n::: kotak indikator puas\n:::\n",
        [("rujukan-asing", 5, "@tabel:indikator-puas tidak ada")],
    ),
    ("pejabat", "a\n\n::: tanda-tangan layanan\n:::\n", [("pejabat-hilang", 7, 'pejabat "layanan" tidak ada')]),
    (
        "rujukan asing",
        "a\n\nlihat @tabel:sarna\n",
        [("rujukan-asing", 7, "@tabel:sarna tidak ada; yang ada: tidak satu pun")],
    ),
    ("rujukan bagian asing", "## A {#a}\n@bagian:b\n", [("rujukan-asing", 6, "yang ada: a")]),
    ("jenis rujukan asing", "lihat @tabl:sarana\n", [("rujukan-asing", 5, "@tabl:sarana tidak dikenal")]),
    (
        "label ganda",
        "## A {#a}\n## B {#a}\n",
        [("label-ganda", 6, '"bagian:a" sudah dipakai')],
    ),
    (
        "tabel ganda",
        "@tabel:sarana\n\n::: tabel sarana\nJudul\n:::\n\n::: tabel sarana\nJudul\n:::\n",
        [("label-ganda", 11, '"tabel:sarana" sudah dipakai')],
    ),
    (
        "rujukan ke tabel yang salah tidak ikut disalahkan",
        "lihat @tabel:sarana\n\n::: tabel sarana\nJudul\n",
        [("pagar-salah", 7, "tidak ditutup")],
    ),
    (
        "tidak dirujuk",
        "::: tabel sarana\nJudul\n:::\n",
        [("tidak-dirujuk", 5, "Tabel 1.1 tidak dirujuk dengan @tabel:sarana")],
    ),
    (
        "semuanya sekaligus",
        "# A\n\n<b>\n\n#### B\n\n::: x\n:::\n\n{{ profil.bujur }} @x:y\n",
        [
            ("html-dalam-naskah", 7, ""),
            ("judul-loncat", 5, ""),
            ("judul-loncat", 9, ""),
            ("pagar-salah", 11, ""),
            ("ungkapan-kosong", 14, ""),
            ("rujukan-asing", 14, ""),
        ],
    ),
]


@pytest.mark.parametrize(("isi", "harapan"), [s[1:] for s in SALAH], ids=[s[0] for s in SALAH])
def test_temuan(kantor: Kantor, konteks_kantor: Konteks, isi: str, harapan: list[tuple[str, int, str]]) -> None:
    ada = temuan(kantor, konteks_kantor, isi)
    assert [t[:2] for t in ada] == [h[:2] for h in harapan]
    for (_, _, pesan), (_, _, bagian) in zip(ada, harapan, strict=True):
        assert bagian in pesan


def test_setiap_naskah_diperiksa(kantor: Kantor, konteks_kantor: Konteks) -> None:
    """A fault in one chapter does not hide those of another."""
    kantor.ubah_naskah("10-bab-1.md", "---\njudul: A\nbab: 1\n---\n{{ x }}\n")
    kantor.ubah_naskah("20-bab-2.md", "---\njudul: B\nbab: 2\n---\n{{ y }}\n")
    dokumen, kumpulan = kantor.susun(konteks_kantor)
    assert dokumen is None
    assert ringkas(kumpulan) == [
        ("ungkapan-salah", "content/chapters/renstra/10-bab-1.md:5"),
        ("ungkapan-salah", "content/chapters/renstra/20-bab-2.md:5"),
    ]


def test_judul_di_bagian_depan(kantor: Kantor, konteks_kantor: Konteks) -> None:
    kantor.ubah_naskah("00-pengantar.md", "---\njudul: A\ndepan: true\n---\n\n## B\n")
    _, kumpulan = kantor.susun(konteks_kantor)
    assert ringkas(kumpulan) == [("judul-loncat", "content/chapters/renstra/00-pengantar.md:6")]


def test_baris_nilai_kosong_dalam_makro(kantor: Kantor, konteks_kantor: Konteks) -> None:
    isi = "{% macro m(v) %}\n\nnilai {{ v }}\n{% endmacro %}\nawal\n\n{{ m(profil.lintang) }}\n"
    assert [t[:2] for t in temuan(kantor, konteks_kantor, isi)] == [("ungkapan-kosong", 7)]


def test_rujukan_dalam_kata_bukan_rujukan(kantor: Kantor, konteks_kantor: Konteks) -> None:
    (p,) = susun(kantor, konteks_kantor, "surel a@tabel:b dan @ saja, pukul 10:00\n")
    assert isinstance(p, Paragraph)
    assert p.content == (Text("surel a@tabel:b dan @ saja, pukul 10:00"),)


def test_judul_pagar_boleh_berbaris_dan_bernilai(kantor: Kantor, konteks_kantor: Konteks) -> None:
    judul = "Sarana *{{ profil.nama }}*\n\n  Tahun {{ periode.awal }}\nSumber: {{ profil.nama }}"
    isi = f"@tabel:sarana\n\n::: tabel sarana\n{judul}\n:::\n"
    _, t = susun(kantor, konteks_kantor, isi)
    assert plain(t.caption.title) == "Sarana Perpustakaan Tahun 2024"  # type: ignore[union-attr]
    assert plain(t.source) == "Sumber: Perpustakaan"  # type: ignore[union-attr]
    assert str(t.caption.asal) == f"{MD}:7"  # type: ignore[union-attr]


def test_rujukan_bertempat(kantor: Kantor, konteks_kantor: Konteks) -> None:
    (p, _) = susun(kantor, konteks_kantor, "lihat\n**@bagian:x**\n\n## X {#x}\n")
    assert isinstance(p, Paragraph)
    (_, tebal) = p.content
    assert isinstance(tebal, Strong)
    (r,) = tebal.children
    assert isinstance(r, Reference)
    assert (r.target, r.text, str(r.asal)) == ("bagian:x", "1.1", f"{MD}:5")


def test_dokumen_dari_satu_bab(kantor: Kantor, konteks_kantor: Konteks) -> None:
    kantor.satu_bab("isi\n")
    dokumen, _ = kantor.susun(konteks_kantor)
    assert isinstance(dokumen, Document)
    assert [b.numbering for b in dokumen.sections] == ["angka"]
