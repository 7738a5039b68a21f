"""The Word file with tracked changes: accepted it is the new version, rejected the old one; what it says in front."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from dua_versi import TEMPLAT, Acak, cocok, dokumen, redline, tulis, xml
from hypothesis import given, settings
from hypothesis import strategies as st
from kantor import TABEL_RENCANA, Kantor
from terima_tolak import DEL, INS, P, W, badan, isi, sama, terima, tolak

from generator.banding.perubahan import Beda
from generator.banding.pohon import banding_dokumen
from generator.banding.redline import JUDUL, dokumen_redline, susun_redline
from generator.compute.konteks import Konteks
from generator.temuan import GagalSusun, Kumpulan
from generator.tree.nodes import Block, Caption, Cell, Document, Heading, Paragraph, Row, Table, Text, plain
from generator.writers.docx.revisi import PEMBUAT


def p(teks: str) -> Paragraph:
    return Paragraph((Text(teks),))


def bab(nomor: int, *isi: Block) -> list[Block]:
    return [Heading(1, (Text(f"BAB {nomor}"),), f"bab:{nomor}"), *isi]


def tabel(nama: str, *kunci: str, mendatar: bool = False) -> Table:
    rows = tuple(Row(k, (Cell((Text(k),)), Cell((Text("1"),)))) for k in kunci)
    kepala = Row("kepala-1", (Cell((Text("Kode"),)), Cell((Text("Jumlah"),))))
    return Table(Caption("tabel", nama, (Text(nama),)), (1.0, 1.0), (kepala,), rows, landscape=mendatar)


# ---------------------------------------------------------------- both versions come back


@settings(max_examples=80)
@given(st.randoms(use_true_random=False))
def test_accepted_it_is_the_new_version_rejected_the_old(rng: object) -> None:
    acak = Acak(rng)  # type: ignore[arg-type]
    lama = acak.dokumen()
    cocok(dokumen(lama), dokumen(acak.sunting(lama)))


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_two_documents_that_have_nothing_to_do_with_each_other(rng: object) -> None:
    acak = Acak(rng)  # type: ignore[arg-type]
    cocok(dokumen(acak.dokumen()), dokumen(acak.dokumen()))


@pytest.fixture(scope="module")
def kantor_bab(kantor_asli: Kantor, tmp_path_factory: pytest.TempPathFactory) -> Kantor:
    """A copy of the office whose chapters are written anew for every example."""
    return Kantor(Path(shutil.copytree(kantor_asli.folder, tmp_path_factory.mktemp("bab") / "content")))


@settings(max_examples=10)
@given(data=st.data())
def test_edits_of_a_chapter(data: st.DataObject, kantor_bab: Kantor, konteks_kantor: Konteks) -> None:
    """Sentences, lists and tables of the source text left out, moved and rewritten."""
    kalimat = ("Pagu {{ rencana.pagu_jumlah | rupiah }} dirinci.", "Pagu dirinci menurut tahun.", "Lihat *lampiran*.")
    versi: list[Document] = []
    for _ in range(2):
        nama = data.draw(st.permutations(TABEL_RENCANA))[: data.draw(st.integers(1, 4))]
        isi_bab = [
            *data.draw(st.lists(st.sampled_from(kalimat), min_size=1, max_size=3)),
            f"Menurut {', '.join(f'@tabel:{n}' for n in nama)}:",
            *(f"1. {w}" for w in data.draw(st.lists(st.sampled_from(("satu", "dua", "satu dua")), max_size=3))),
            *(f"::: tabel {n}\nTabel {n} {data.draw(st.sampled_from('AB'))}\n:::" for n in nama),
        ]
        kantor_bab.satu_bab("\n\n".join(isi_bab))
        hasil, temuan = kantor_bab.susun(konteks_kantor)
        assert hasil is not None, list(temuan)
        versi.append(hasil)
    cocok(*versi, periksa=False)


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        # what a page holds: a turned table comes, goes, is the first and the last thing there is
        (bab(1, p("a")), bab(1, p("a"), tabel("t", "1", mendatar=True))),
        (bab(1, tabel("t", "1", mendatar=True), p("a")), bab(1, p("a"))),
        (bab(1, p("a"), tabel("t", "1", mendatar=True)), bab(1, p("a"), tabel("t", "1"))),
        # the first chapter goes, with which pages begin to count; the last one goes
        (
            bab(1, p("a")) + bab(2, p("b")),
            [replace(b, label="bab:1") if isinstance(b, Heading) else b for b in bab(2, p("b"))],
        ),
        (bab(1, p("a")) + bab(2, p("b")), bab(1, p("a"))),
        (bab(1, p("a")), bab(2, p("b"), tabel("t", "1", "2"))),
        # tables side by side
        (bab(1, tabel("t", "1"), tabel("u", "2"), tabel("v", "3")), bab(1, tabel("u", "2"))),
        (bab(1, tabel("t", "1")), bab(1, tabel("t", "2"))),
    ],
)
def test_where_sections_and_tables_meet(lama: list[Block], baru: list[Block]) -> None:
    cocok(dokumen(lama), dokumen(baru))
    cocok(dokumen(baru), dokumen(lama))


def test_nothing_changed() -> None:
    isi_lama = dokumen(Acak(Random(4)).dokumen())
    beda, _ = cocok(isi_lama, isi_lama)
    assert beda.sama
    tercatat = badan(xml(redline(beda)), lewati=2)
    assert next(tercatat.iter(INS, DEL), None) is None


# ---------------------------------------------------------------- marks


def _contoh() -> Beda:
    lama = bab(1, p("satu dua"), p("akan hilang semuanya"), tabel("t", "1", "2"))
    baru = bab(1, p("satu tiga"), tabel("t", "2", "3"), p("kalimat baru di akhir"))
    return banding_dokumen(dokumen(lama), dokumen(baru))


def test_every_mark_has_the_author_the_date_and_an_id_of_its_own() -> None:
    akar = badan(xml(redline(_contoh())), lewati=0)
    tanda = list(akar.iter(INS, DEL))
    assert tanda
    assert {e.get(f"{W}author") for e in tanda} == {PEMBUAT} == {"Pembanding"}
    assert {e.get(f"{W}date") for e in tanda} == {"2025-08-17T00:00:00Z"}
    lain = [e.get(f"{W}id") for e in akar.iter(INS, DEL, f"{W}bookmarkStart")]
    assert len(set(lain)) == len(lain)


def test_a_row_is_marked_as_such_and_every_run_of_it() -> None:
    akar = badan(xml(redline(_contoh())), lewati=2)
    for unsur, teks in ((DEL, "delText"), (INS, "t")):
        (tr,) = (e for e in akar.iter(f"{W}tr") if e.find(f"{W}trPr/{unsur}") is not None)
        lari = list(tr.iter(f"{W}r"))
        assert lari
        assert all(r.getparent().tag == unsur and r.find(f"{W}{teks}") is not None for r in lari)


def test_no_end_of_a_cell_is_marked() -> None:
    akar = badan(xml(redline(_contoh())), lewati=2)
    assert not [e for tc in akar.iter(f"{W}tc") for e in tc.iter(INS, DEL) if e.getparent().tag == f"{W}rPr"]


def test_deleted_words_are_deleted_text() -> None:
    akar = badan(xml(redline(_contoh())), lewati=2)
    assert all(next(e.iter(f"{W}t"), None) is None for e in akar.iter(DEL))
    assert all(e.getparent().getparent().tag == DEL for e in akar.iter(f"{W}delText"))


def test_the_helper_sees_a_version_that_does_not_come_back() -> None:
    """Accepting and rejecting are not the same, and a word that is not marked is noticed."""
    tercatat = badan(xml(redline(_contoh())), lewati=2)
    a, b = (isi(f(tercatat), nomor=True) for f in (terima, tolak))
    assert list(sama(a, b, rujukan=True))
    assert [x.teks for x in b if "akan hilang" in x.teks[0]] == [("akan hilang semuanya",)]
    assert not [x for x in a if "akan hilang" in x.teks[0]]


# ---------------------------------------------------------------- the first page


def _halaman_pertama(beda: Beda) -> list[str]:
    return ["".join(t.text or "" for t in q.iter(f"{W}t")) for q in badan(xml(redline(beda)), lewati=1).iter(P)]


def test_the_first_page_says_what_cannot_be_marked() -> None:
    lama, baru = (dokumen(bab(1, p("a"), tabel("t", "1"))), dokumen(bab(1, p("a"), tabel("t", "1", mendatar=True))))
    baru = replace(baru, meta={**baru.meta, "judul": "RENCANA"})
    beda = banding_dokumen(lama, baru)
    assert len(beda.tak_tertandai) == 2
    teks = _halaman_pertama(beda)
    assert teks[0] == JUDUL == "PERUBAHAN YANG TIDAK DAPAT DITANDAI"
    assert teks[1].startswith("Dokumen ini membandingkan versi lama (lama) dengan versi baru (baru).")
    assert teks[2] == "Perubahan berikut tidak dapat ditandai:"
    assert teks[3:5] == beda.tak_tertandai


def test_the_first_page_of_a_redline_in_which_all_is_marked() -> None:
    teks = _halaman_pertama(banding_dokumen(dokumen(bab(1, p("a"))), dokumen(bab(1, p("b")))))
    assert teks[:1] + teks[2:3] == [JUDUL, "Tidak ada perubahan yang tidak dapat ditandai."]
    assert "Nomor berikut" not in " ".join(teks)


def test_the_first_page_counts_the_marks() -> None:
    beda = _contoh()
    assert f"ditandai pada {beda.tanda} paragraf, baris tabel, dan sel." in _halaman_pertama(beda)[1]
    banyak = replace(beda, perubahan=[replace(beda.perubahan[0], tanda=12345)])
    depan = dokumen_redline(banyak, "a", "b").sections[0].blocks[1]
    assert isinstance(depan, Paragraph)
    assert "12.345 paragraf" in plain(depan.content)


@pytest.mark.parametrize("banyak", [1, 3, 4])
def test_the_first_page_lists_the_numbers_that_moved(banyak: int) -> None:
    tetap = [tabel(f"t{n}", "1") for n in range(banyak)]
    beda = banding_dokumen(dokumen(bab(1, *tetap)), dokumen(bab(1, tabel("baru", "9"), *tetap)))
    (t,) = (b for b in dokumen_redline(beda, "a", "b").sections[0].blocks if isinstance(b, Table))
    sel = [plain(c.content) for r in t.rows for c in r.cells]
    pasang = list(zip(sel[::2], sel[1::2], strict=True))
    assert [x for x in pasang if any(x)] == [(f"Tabel 1.{n}", f"Tabel 1.{n + 1}") for n in range(1, banyak + 1)]
    assert len({len(r.cells) for r in (*t.header, *t.rows)}) == 1


def test_pages_count_on_from_the_summary_where_the_first_chapter_is_gone() -> None:
    lama = dokumen(bab(1, p("satu dua tiga")) + bab(2, p("empat")))
    baru = dokumen([replace(b, label="bab:1") if isinstance(b, Heading) else b for b in bab(2, p("empat"))])
    bagian = dokumen_redline(banding_dokumen(lama, baru), "a", "b").sections
    assert [(s.numbering, s.restart) for s in bagian] == [("romawi", True), ("romawi", False), ("angka", True)]


def test_a_row_that_is_gone_has_another_key() -> None:
    """Where merged cells are cut at a page, it is not taken for the one that has its key now."""
    beda = banding_dokumen(dokumen(bab(1, tabel("t", "1", "2", "3"))), dokumen(bab(1, tabel("t", "2", "3", "1"))))
    (t,) = (b for s in dokumen_redline(beda, "a", "b").sections[1:] for b in s.blocks if isinstance(b, Table))
    assert [r.key for r in t.rows] == ["1-dihapus", "2", "3", "1"]


# ---------------------------------------------------------------- the file


@pytest.fixture
def susun(tmp_path: Path) -> Callable[..., bytes]:
    def susun(tanggal: str = "", templat: Path = TEMPLAT) -> bytes:
        temuan = Kumpulan()
        nama = susun_redline(
            _contoh(), dari="v1.0", ke="v1.1", tanggal=tanggal, templat=templat, kerja=tmp_path, temuan=temuan
        )
        assert nama == ["redline.docx"]
        assert list(temuan) == []
        assert [q.name for q in tmp_path.iterdir()] == nama
        return (tmp_path / "redline.docx").read_bytes()

    return susun


def test_the_same_bytes_every_time(susun: Callable[..., bytes]) -> None:
    assert susun() == susun()
    assert susun("2026-01-02") == susun("2026-01-02") != susun()


def test_the_date_of_the_changes(susun: Callable[..., bytes]) -> None:
    akar = badan(xml(susun("2026-01-02")), lewati=0)
    assert {e.get(f"{W}date") for e in akar.iter(INS, DEL)} == {"2026-01-02T00:00:00Z"}
    with zipfile.ZipFile(BytesIO(susun("2026-01-02"))) as z:
        assert b"2025-08-17T00:00:00Z" in z.read("docProps/core.xml")  # the document keeps its own


def test_a_template_that_cannot_serve_is_a_finding(tmp_path: Path) -> None:
    temuan = Kumpulan()
    with pytest.raises(GagalSusun):
        susun_redline(
            _contoh(), dari="a", ke="b", tanggal="", templat=tmp_path / "tidak.docx", kerja=tmp_path, temuan=temuan
        )
    assert [x.kode for x in temuan] == ["templat-salah"]


def test_plain_files_have_no_marks() -> None:
    akar = badan(xml(tulis(dokumen(bab(1, p("a"), tabel("t", "1"))))), lewati=0)
    assert next(akar.iter(INS, DEL), None) is None
