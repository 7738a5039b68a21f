"""The whole tree of the fictitious office: another office works without a change of code."""

from __future__ import annotations

import re

import pytest
from kantor import (
    DATA,
    DINAS,
    GRAFIK,
    LALU,
    TABEL,
    TABEL_RENCANA,
    Kantor,
    bergambar,
    blok,
    isi_tabel,
    judul,
    paragraf,
    ringkas,
    tabel,
)

from generator.compute.konteks import Konteks
from generator.tree.nodes import Contents, Diagram, Document, Heading, SignatureBlock, Table, plain


@pytest.fixture(scope="module")
def dokumen(kantor_asli: Kantor) -> Document:
    hasil, temuan = kantor_asli.susun()
    assert hasil is not None, list(temuan)
    assert not len(temuan)
    return hasil


def test_judul_dan_meta(dokumen: Document) -> None:
    assert dokumen.title == f"Renstra {DINAS} Tahun 2024–2026"
    assert dokumen.meta == {
        "judul": "RENSTRA",
        "perangkat_daerah": DINAS,
        "daerah": "Kota Rawa Contoh",
        "provinsi": "Contoh Raya",
        "periode": "2024–2026",
        "tahun": "2023",
        "tanggal": "2023-10-05",
    }


def test_tidak_ada_sisa_kantor_lain(dokumen: Document) -> None:
    """Nothing but what its own workbooks and chapters say; no year outside its own, either."""
    semua = repr(dokumen)
    assert not re.search(r"kalaena|luwu|camat|kecamatan|bupati|sulawesi", semua, re.I)
    tahun = set(re.findall(r"\b(?:19|20)\d\d\b", " ".join(re.findall(r"text='([^']*)'", semua))))
    assert tahun <= {"2007", "2019", "2021", "2022", "2023", "2024", "2025", "2026"}


def test_bagian_halaman(dokumen: Document) -> None:
    """Front matter in Roman, chapters in Arabic from 1, wide tables in landscape and the rest upright again."""
    bagian = [(s.numbering, s.restart, s.landscape) for s in dokumen.sections]
    assert bagian == [
        ("romawi", True, False),
        ("angka", True, False),
        *(("angka", False, lebar) for lebar in (True, False) * 4),
    ]
    assert next(b.level for b in dokumen.sections[1].blocks if isinstance(b, Heading)) == 1
    for s in dokumen.sections:
        assert s.blocks
        assert {b.landscape for b in s.blocks if isinstance(b, Table)} <= {s.landscape}
    assert [b.caption.name for s in dokumen.sections if s.landscape for b in s.blocks] == [  # type: ignore[union-attr]
        *("anggaran-realisasi", "isu-strategis", "tujuan-sasaran"),
        *("teknik-perumusan", "rekapitulasi-program", "rencana-pendanaan"),
    ]


def test_judul_bernomor(dokumen: Document) -> None:
    assert [(h.number, plain(h.content)) for h in judul(dokumen)] == [
        ("", "KATA PENGANTAR"),
        ("", "DAFTAR"),
        ("I", "PENDAHULUAN"),
        ("1.1.", "Latar Belakang"),
        ("II", "GAMBARAN"),
        ("2.1.", "Pegawai dan Kinerja"),
        ("III", "RENCANA"),
        ("3.1.", "Tujuan dan Program"),
    ]
    rujukan = next(p for p in paragraf(dokumen) if p.startswith("Menyambung"))
    assert rujukan.startswith("Menyambung 1.1, lihat Gambar 2.1, Tabel 2.1, Tabel 2.2")
    assert rujukan.endswith("Tabel 2.10, dan Grafik 2.1, Grafik 2.2, Grafik 2.3, Grafik 2.4, Grafik 2.5.")


def test_daftar_isi_dan_tabel(dokumen: Document) -> None:
    isi, daftar_tabel = (b for b in blok(dokumen) if isinstance(b, Contents))
    assert [e.text for e in isi.entries] == [plain(h.content) for h in judul(dokumen)]
    assert [(e.label, e.text) for e in daftar_tabel.entries] == [
        *((f"Tabel 2.{i}", f"Tabel {n} Tahun 2021–2023") for i, n in enumerate(TABEL, 1)),
        *((f"Tabel 3.{i}", f"Tabel {n} Tahun 2024–2026") for i, n in enumerate(TABEL_RENCANA, 1)),
    ]


def test_tanda_tangan(dokumen: Document) -> None:
    (tanda,) = (b for b in blok(dokumen) if isinstance(b, SignatureBlock))
    assert plain(tanda.place_date) == "Rawa Contoh, 5 Oktober 2023"
    assert plain(tanda.title) == "Kepala Dinas Perpustakaan,"
    assert plain(tanda.name) == "SITI CONTOH, S.Sos."
    assert [plain(d) for d in tanda.details] == ["Pangkat/Gol.: Pembina/IV.a", "NIP 19800101 200501 2 001"]
    assert tanda.name[0].asal[0].sel == "B2"  # type: ignore[union-attr]


def test_grafik_dan_gambar(dokumen: Document) -> None:
    gambar, *grafik = bergambar(dokumen)
    assert isinstance(gambar, Diagram)
    assert [b.key for b in gambar.boxes] == ["kepala", "sekretaris", "layanan"]
    assert "Kepala Bidang Layanan" in gambar.alt
    assert plain(gambar.source) == "Sumber: Peraturan Wali Kota Nomor 9 Tahun 2019"
    assert [g.caption.name for g in grafik] == list(GRAFIK)
    isi = [(g.categories, [[a.nilai for a in s.values] for s in g.series]) for g in grafik]  # type: ignore[union-attr]
    pendidikan = tuple(f"{k} {j}" for k in ("Laki-laki", "Perempuan") for j in ("Sarjana", "Diploma"))
    assert isi == [
        (("Golongan III", "Tenaga Lepas"), [[6, 3]]),
        (pendidikan, [[1, 3, 4, 1]]),
        (("Pustakawan", "Arsiparis"), [[5, 1]]),
        (("PNS", "Lepas"), [[6, 3]]),
        (("Pustakawan Ahli",), [[1], [4]]),
    ]
    assert "Perempuan Sarjana 4" in grafik[1].alt
    assert [s.name for s in grafik[4].series] == ["Pernah", "Seharusnya"]  # type: ignore[union-attr]


def test_program_dan_tahun_lain(dokumen: Document) -> None:
    anggaran = tabel(dokumen, "anggaran-realisasi")
    assert list(isi_tabel(anggaran)) == [
        *("2.23.01", "2.23.01.2.01", "2.23.01.2.01.0001"),
        *("2.23.02", "2.23.02.2.01", "2.23.02.2.01.0001", "2.23.02.2.01.0002", "total"),
    ]
    tahun = [plain(c.content) for c in anggaran.header[1].cells][: 3 * len(LALU)]
    assert tahun == [str(t) for _ in range(3) for t in LALU]


def test_tahun_ditambah_kolom_bertambah(kantor: Kantor) -> None:
    """One more year column in the workbook, and the table, its title and its widths follow."""
    kantor.isi_sel("anggaran_realisasi › Sub Kegiatan!H1", "Anggaran 2024")
    kantor.isi_sel("anggaran_realisasi › Sub Kegiatan!I1", "Realisasi 2024")
    dokumen, temuan = kantor.susun()
    assert dokumen is not None, list(temuan)
    t = tabel(dokumen, "anggaran-realisasi")
    assert plain(t.caption.title) == "Tabel anggaran-realisasi Tahun 2021–2024"
    assert len(t.widths) == 3 * 4 + 3
    assert isi_tabel(t)["total"][1:5] == ["110", "240", "360", "-"]


def test_kantor_tanpa_wilayah(kantor: Kantor) -> None:
    """An office without villages, borders and population is no special case."""
    for lembar in ("Desa", "Batas", "Penduduk"):
        kantor.kosongkan(f"profil › {lembar}")
    dokumen, temuan = kantor.susun()
    assert dokumen is not None, list(temuan)


def test_tabel_dari_lembar(kantor: Kantor, konteks_kantor: Konteks) -> None:
    kantor.satu_bab("@tabel:m dan @tabel:sub-kegiatan\n\n" + LEMBAR)
    dokumen, temuan = kantor.susun(konteks_kantor)
    assert dokumen is not None, list(temuan)
    mitra, sub_kegiatan = (b for b in blok(dokumen) if isinstance(b, Table))
    assert (mitra.caption.name, mitra.landscape, plain(mitra.source)) == ("m", False, "Sumber: x")
    assert [[plain(c.content) for c in r.cells] for r in (*mitra.header, *mitra.rows)] == [
        DATA["mitra"]["Mitra"][0],
        ["(01)", "(02)", "(03)"],
        ["sekolah", "Sekolah", "Mengirim murid"],
    ]
    assert (sub_kegiatan.landscape, len(sub_kegiatan.header), len(sub_kegiatan.rows)) == (True, 3, 2)


LEMBAR = """\
::: tabel data=mitra.xlsx#Mitra nama=m
Mitra
Sumber: x
:::

::: tabel data=anggaran_realisasi.xlsx#Sub Kegiatan kepala=2 mendatar
Sub kegiatan
:::
"""


def test_sel_galat_dalam_lembar(kantor: Kantor, konteks_kantor: Konteks) -> None:
    """A sheet placed as it stands is checked cell by cell, too; what Excel calculated is printed."""
    kantor.isi_sel("mitra › Mitra!B2", "#REF!")
    kantor.isi_sel("mitra › Mitra!C2", "=1+1")
    kantor.satu_bab("::: tabel data=mitra.xlsx#Mitra\nJudul\n:::\n")
    dokumen, temuan = kantor.susun(konteks_kantor)
    assert dokumen is None
    assert ringkas(temuan) == [
        ("sel-galat", "content/data/mitra.xlsx › Mitra!B2"),
        ("rumus-belum-dihitung", "content/data/mitra.xlsx › Mitra!C2"),
    ]


def test_lembar_kosong(kantor: Kantor, konteks_kantor: Konteks) -> None:
    kantor.isi_sel("mitra › Mitra!A1", None)
    kantor.kosongkan("koreksi › Koreksi")
    for k in "ABCDEFG":
        kantor.isi_sel(f"koreksi › Koreksi!{k}1", None)
    kantor.satu_bab("::: tabel data=koreksi.xlsx#Koreksi\nJudul\n:::\n")
    dokumen, temuan = kantor.susun(konteks_kantor)
    assert dokumen is None
    assert [(t.kode, t.pesan) for t in temuan] == [("pagar-salah", 'lembar "Koreksi" di koreksi.xlsx kosong')]
