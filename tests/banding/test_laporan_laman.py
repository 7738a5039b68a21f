"""The page `laporan.html` as a whole: escaping, summary, the fictitious office, sameness, growth."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from banding.test_laporan import bahan, banding, baris, dokumen, p, periksa, sunting_kantor, t, tabel
from kantor import Kantor
from kerja import langkah

from generator.banding.beda_temuan import TemuanBeda
from generator.banding.laporan.laman import susun_laporan
from generator.banding.pagu import PaguBeda, Selisih
from generator.banding.perbandingan import bandingkan_isi
from generator.model.angka import Lokasi
from generator.temuan import Temuan
from generator.tree.nodes import Heading, Paragraph

RAWAN = "<b>a & 'b' \"c\"</b>"


def test_content_cannot_become_markup() -> None:
    temuan = TemuanBeda((Temuan("kode-asing", RAWAN, RAWAN),), ((Temuan("kode-asing", "x", RAWAN), RAWAN),))
    lama = dokumen(Heading(2, t(f"J {RAWAN}"), number="2.1."), p("x"), tabel(baris("1", "y", "z")))
    baru = dokumen(
        Heading(2, t(f"J {RAWAN} {RAWAN}"), number=RAWAN),
        Paragraph(t(RAWAN), asal=Lokasi(RAWAN, baris=1)),
        tabel(baris("1", RAWAN, "z"), baris(RAWAN, RAWAN, RAWAN), judul=RAWAN, kolom=RAWAN),
        tabel(baris(RAWAN, RAWAN, RAWAN), judul=RAWAN, kolom=RAWAN, nama=RAWAN),
    )
    x = replace(banding(lama, baru, temuan), judul=RAWAN, dari=RAWAN, ke=RAWAN)
    x.beda.tak_tertandai.append(RAWAN)
    for y in (x, replace(banding(baru, lama, temuan), judul=RAWAN)):
        halaman = periksa(y)
        assert "<b>a" not in halaman
        assert "&lt;b&gt;a &amp; &apos;b&apos; &quot;c&quot;&lt;/b&gt;" in halaman


def test_nothing_changed_says_so() -> None:
    isi = dokumen(p("Sama."), tabel(baris("1", "a", "b")))
    x = banding(isi, isi)
    assert x.sama
    halaman = periksa(x)
    assert "Tidak ada perubahan" in halaman
    assert "Tidak ada bagian naskah yang berubah." in halaman
    assert '<article class="u"' not in halaman
    assert re.findall(r">(\d+ bagian yang sama)<", halaman) == ["4 bagian yang sama"]  # heading, text, table, source


def test_the_same_text_with_other_findings_is_no_sameness() -> None:
    isi = dokumen(p("Sama."))
    halaman = periksa(banding(isi, isi, TemuanBeda((Temuan("kode-asing", "a.xlsx › L!A1", "asing"),), ())))
    assert "Tidak ada perubahan" not in halaman
    assert "Naskah tercetak tidak berubah" in halaman
    assert "<b>1</b> temuan muncul, <b>0</b> hilang" in halaman


def test_pagu_per_program_and_year() -> None:
    def pagu(kode: str, lama: int, baru: int) -> PaguBeda:
        tingkat = "total" if kode == "total" else "program"
        return PaguBeda(tingkat, kode, f"Nama {kode}", {2026: Selisih(lama, baru), 2027: Selisih(100, 100)})

    isi = dokumen(p("Lama.")), dokumen(p("Baru."))
    semua = [pagu("1.01", 1000, 1250), pagu("1.02", 70, 70), pagu("total", 1070, 1320)]
    halaman = periksa(replace(banding(*isi), pagu=semua))
    tabel_pagu = halaman[halaman.index('id="pagu"') : halaman.index('id="indikator"')]
    tampil, _, tertutup = tabel_pagu.partition('<div class="celah">')
    sel = [re.findall(r"<td[^>]*>(.*?)</td>", b) for b in re.findall(r"<tr.*?</tr>", tampil)]
    assert [s for s in sel if s] == [
        ["2026", "1.000", "1.250", "+250", "+25,00%"],
        ["2027", "100", "100", "0", "0,00%"],
        ["Jumlah", "1.100", "1.350", "+250", "+22,73%"],
        ["2026", "1.070", "1.320", "+250", "+23,36%"],
        ["2027", "100", "100", "0", "0,00%"],
        ["Jumlah", "1.170", "1.420", "+250", "+21,37%"],
    ]
    assert "1.02 Nama 1.02" in tertutup
    assert "1 program yang pagunya sama" in tertutup
    assert "Jumlah pagu Rp1.170 menjadi Rp1.420: <b>+250</b> (+21,37%)" in halaman


def test_the_office(kantor_asli: Kantor, kantor: Kantor) -> None:
    """Real tables, charts, diagrams, data: every change once, whatever the direction."""
    sunting_kantor(kantor)
    lama, baru = bahan(kantor_asli), bahan(kantor)
    x = bandingkan_isi(lama, baru, "v1.0", "kini")
    halaman = periksa(x)
    assert "pendanaan.xlsx › Pagu!C2" in halaman
    assert "<del>memakai</del>" in halaman
    assert x.data
    assert f"<b>{len(x.beda.perubahan)}</b> perubahan naskah" in halaman
    periksa(bandingkan_isi(baru, lama, "v1.0", "kini"))
    ulang = bandingkan_isi(bahan(kantor_asli), bahan(kantor), "v1.0", "kini")
    assert susun_laporan(ulang) == halaman  # the same bytes
    for apa in ("http:", "https:", " src=", "url(", "@import", "<link"):
        assert apa not in halaman, apa


def test_all_of_a_document_new_or_gone(kantor_asli: Kantor) -> None:
    (isi, _) = bahan(kantor_asli)
    kosong = dokumen()
    for lama, baru in ((kosong, isi.dokumen), (isi.dokumen, kosong)):
        periksa(banding(lama, baru))


def test_work_grows_with_the_changes() -> None:
    def kerja(n: int) -> int:
        a, b = (dokumen(*(p(f"Paragraf {i} tentang hal {x}{i}.") for i in range(n))) for x in "ab")
        x = banding(a, b)
        return langkah(lambda: susun_laporan(x))

    assert kerja(400) < 5 * kerja(100)  # 16 times as much if every change looked at every other


@pytest.mark.parametrize("tombol", ["j", "n", "k", "p", "s", "r", "Tab", "Enter"])
def test_the_page_says_which_keys_it_knows(tombol: str) -> None:
    assert f"<kbd>{tombol}</kbd>" in susun_laporan(banding(dokumen(), dokumen(p("Baru."))))
