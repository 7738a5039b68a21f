"""The names of Bab III and IV: stages, policy directions, priorities, IKU, IKK, definitions."""

from __future__ import annotations

from kantor import DINAS, Kantor

from generator.compute.konteks import Konteks


def test_tahapan(kantor: Kantor, konteks_kantor: Konteks) -> None:
    """Numbered in the order of years, wherever their rows stand."""
    assert [(t.nomor, t.tahun, t.uraian) for t in konteks_kantor.tahapan] == [
        (1, 2024, "Menata"),
        (2, 2025, "Membangun"),
        (3, 2026, "Memantapkan"),
    ]
    kantor.isi_sel("penahapan › Tahapan!A2", 2027)
    tahapan = kantor.konteks().tahapan
    assert [(t.nomor, t.tahun) for t in tahapan] == [(1, 2025), (2, 2026), (3, 2027)]
    assert (tahapan.tahun.awal, tahapan.tahun.akhir) == (2025, 2027)
    assert [a.sel for a in tahapan.tahun.asal] == ["A3", "A2"]
    assert tahapan[2027].uraian == "Menata"  # a year is a key
    assert [a.sel for a in tahapan.jumlah.asal] == ["A3", "A4", "A2"]


def test_arah_kebijakan(konteks_kantor: Konteks) -> None:
    """A blank stays a blank: that it means the row above is for the table to show."""
    satu, dua = konteks_kantor.arah_kebijakan
    assert (satu.rpjmd, satu.operasionalisasi) == ("Kota cerdas", ("Standar layanan", "Survei"))
    assert (dua.rpjmd, dua.operasionalisasi, dua.keterangan) == (None, (), "bertahap")
    assert satu.operasionalisasi[1].asal[0].sel == "B3"


def test_prioritas(kantor: Kantor, konteks_kantor: Konteks) -> None:
    """The kegiatan is that of the plan, the outcome its program's, also of a sub kegiatan."""
    (p,) = konteks_kantor.prioritas
    assert p.kegiatan is konteks_kantor.rencana["2.23.02.2.01"]
    assert (p.outcome, p.program_prioritas) == ("Meningkatnya kegemaran membaca", "Kota Literasi")
    kantor.isi_sel("prioritas › Prioritas!C2", "2.23.01.2.01.0001")
    (p,) = kantor.konteks().prioritas
    assert (p.kegiatan.tingkat, p.outcome) == ("subkegiatan", "Meningkatnya ketertiban")
    kantor.kosongkan("prioritas › Prioritas")
    assert kantor.konteks().prioritas.jumlah == 0


def test_iku(konteks_kantor: Konteks) -> None:
    """The indicators of the plan, with the remark of this sheet and not that of cascade.xlsx."""
    assert [(i.kode, i.keterangan) for i in konteks_kantor.iku] == [("kunjungan", None), ("puas", "survei")]
    milik_rencana = konteks_kantor.rencana.indikator["puas"]
    assert konteks_kantor.iku["puas"].target is milik_rencana.target
    assert milik_rencana.keterangan is None


def test_ikk(kantor: Kantor, konteks_kantor: Konteks) -> None:
    ikk = konteks_kantor.ikk
    assert ([i.nama for i in ikk], bool(ikk.nihil), ikk.penjelasan) == (["Rasio Koleksi"], False, None)
    kantor.kosongkan("ikk › IKK")
    kantor.isi_sel("ikk › Pernyataan!B2", "ya")
    kantor.isi_sel("ikk › Pernyataan!B3", "Tidak diwajibkan")
    ikk = kantor.konteks().ikk
    assert (ikk.jumlah, bool(ikk.nihil), ikk.penjelasan) == (0, True, "Tidak diwajibkan")


def test_definisi(konteks_kantor: Konteks) -> None:
    """By the indicator's code, with its steps in the order of the sheet."""
    d = konteks_kantor.definisi["puas"]
    assert d.indikator is konteks_kantor.rencana.indikator["puas"]
    assert (d.kode, d.interpretasi, d.sumber_data, d.penanggung_jawab) == (
        *("puas", "Makin tinggi makin baik", "Survei", DINAS),
    )
    assert [(r.keterangan, bool(r.rumus), r.sisipan) for r in d.rumus] == [
        ("Nilai dihitung:", True, "-"),
        (None, False, "skala IKM"),
        ("Unsurnya:", False, "unsur layanan"),
        (None, False, "interval AKIP"),
    ]


def test_definisi_dengan_langkahnya_sendiri(kantor: Kantor) -> None:
    kantor.isi_sel("definisi_operasional › Definisi!A3", "kunjungan")
    for kolom in "BCD":
        kantor.isi_sel(f"definisi_operasional › Definisi!{kolom}3", "x")
    kantor.isi_sel("definisi_operasional › Rumus!A3", "kunjungan")
    definisi = kantor.konteks().definisi
    assert [(d.kode, [r.sisipan for r in d.rumus]) for d in definisi] == [
        ("puas", ["-", "unsur layanan", "interval AKIP"]),
        ("kunjungan", ["skala IKM"]),
    ]
