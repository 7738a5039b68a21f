"""Rows 1 to 25 of the audit, each as the adopted document had it: edits that put the fault back, findings of it."""

from __future__ import annotations

from dataclasses import replace

from audit_butir import HILANG, KEMBALI, kasus
from tanam import Baris, Ganti, Pohon, Potong, Sel, isi_sel

from generator.tree.nodes import Block, List, Paragraph, Table, plain

PROFIL, PERIODE = "{{ profil.perangkat_daerah }}", "{{ periode }}"
JUMLAH = "{{ rencana.program.jumlah | bilang }} program, {{ rencana.kegiatan.jumlah | bilang }} kegiatan, dan "
JUMLAH += "{{ rencana.subkegiatan.jumlah | bilang }} sub kegiatan"
SUB = "{{ p.subkegiatan.jumlah | bilang }} Sub Kegiatan"
PUNCAK = "dengan puncak {{ pembinaan.rasio_tertinggi.nilai | persen(2) }} pada tahun "
PUNCAK += "{{ pembinaan.rasio_tertinggi.tahun }}"


def _penunjang_terakhir(b: Block) -> Block:
    """Programs as the document listed them: the first one last."""
    awal = b.items[0].blocks[0] if isinstance(b, List) else None
    if isinstance(b, List) and isinstance(awal, Paragraph) and plain(awal.content).startswith("Program Penunjang"):
        return replace(b, items=(*b.items[1:], b.items[0]))
    return b


def _nomor(b: Block) -> Block:
    """Numbers of tables that leave out 4.2."""
    if isinstance(b, Table) and b.caption.number == "4.2":
        return replace(b, caption=replace(b.caption, number="4.3"))
    return b


KASUS = [
    # counts and structure
    kasus(
        1,
        "jumlah-diketik",
        Ganti("05", JUMLAH, "6 Program, 15 Kegiatan, 44 Sub Kegiatan"),
        ("angka-diketik", "6 Program"),
        ("angka-diketik", "15 Kegiatan"),
        ("angka-diketik", "44 Sub"),
    ),
    kasus(
        2,
        "31-diketik",
        Ganti("40", SUB, "31 (tiga puluh satu) Sub Kegiatan"),
        ("angka-lepas", "31 Sub"),
        (KEMBALI, "bab-4-subkegiatan-penunjang"),
    ),
    kasus(
        2,
        "kata-bilangan-lain",
        Ganti("40", SUB, "32 (tiga puluh satu) Sub Kegiatan"),
        ("terbilang-salah", "32 (tiga puluh satu)"),
    ),
    kasus(3, "2-diketik", Ganti("40", SUB, "2 (dua) Sub Kegiatan"), (KEMBALI, "bab-4-subkegiatan-pemdes")),
    kasus(
        3,
        "daftar-kurang",
        Ganti("40", "in g.subkegiatan %}", 'in g.subkegiatan if s.kode != "7.01.06.2.01.0017" %}'),
        (HILANG, "bab-4-daftar-pemdes"),
    ),
    kasus(
        5,
        "13-sasaran",
        Ganti("30", "{{ rpjmd.sasaran.jumlah | bilang }} sasaran", "13 (tiga belas) sasaran"),
        ("angka-lepas", "13 sasaran"),
    ),
    kasus(
        5,
        "sasaran-10-dua-kali",
        Baris("rpjmd.xlsx › Sasaran", (10, "Meningkatnya kualitas tata kelola", 3, "tidak")),
        ("kunci-ganda", ""),
    ),
    kasus(
        5,
        "sasaran-10-tujuan-3",
        Sel("rpjmd.xlsx › Sasaran", "10", "Tujuan", 3),
        ("induk-tanpa-anak", "tujuan RPJMD 4"),
        (KEMBALI, "bab-3-sasaran-10"),
    ),
    kasus(7, "nomor-meloncat", Pohon(_nomor), ("nomor-urut", "Tabel 4.3")),
    kasus(
        7,
        "tanpa-rekapitulasi",
        (
            Potong("40", "::: tabel rekapitulasi-program", "::: tabel rencana-pendanaan"),
            Ganti("40", "@tabel:rekapitulasi-program", "@tabel:rencana-pendanaan"),
        ),
        (HILANG, "tabel-4-6-nihil"),
    ),
    kasus(
        8,
        "tabel-ii",
        Ganti(
            "definisi_operasional.xlsx",
            "Kinerja Unit Pelayanan dapat dilihat pada Tabel I",
            "Kinerja Unit Pelayanan dapat dilihat pada Tabel II",
        ),
        ("rujukan-kotak", "c) Kinerja Unit Pelayanan dapat dilihat pada Tabel II"),
    ),
    kasus(9, "urutan", Pohon(_penunjang_terakhir), (KEMBALI, "bab-4-urutan-program")),
    kasus(
        9,
        "daftar-diketik",
        Ganti("40", "::: jenjang", "6. Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota.\n\n::: jenjang"),
        ("nama-diketik", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota"),
    ),
    kasus(
        10,
        "sub-keg-6-4-1",
        isi_sel("teknik-perumusan", "7.01.01.2.04.0007", "SUB KEG. 1.4.1", "SUB KEG. 6.4.1."),
        (KEMBALI, "tabel-4-1-7-01-01-2-04-0007-label"),
    ),
    kasus(
        10,
        "ot-1-1-2-2",
        isi_sel("teknik-perumusan", "7.01.03.2.01", "OT1.2.2.1", "OT1.1.2.2"),
        (KEMBALI, "tabel-4-1-7-01-03-2-01-label-indikator"),
    ),
    kasus(
        10,
        "label-dalam-nama",
        Sel(
            "cascade.xlsx › Nomenklatur",
            "7.01.01.2.04.0007",
            "Nama",
            "SUB KEG. 6.4.1 Pelaporan Pengelolaan Retribusi Daerah",
        ),
        ("nama-berlabel", "7.01.01.2.04.0007"),
    ),
    # arithmetic
    kasus(
        11,
        "74-54",
        Ganti("20", "{{ akip.rasio[t4] | persen(2) }}", "74,54%"),
        ("angka-lepas", "74,54%"),
        (KEMBALI, "bab-2-capaian-2023"),
    ),
    kasus(
        12,
        "116-94",
        Potong("20", "kenaikan sebesar {{ perubahan(", " atau {{ (akip", "peningkatan sebesar 116,94%"),
        ("angka-lepas", "116,94%"),
        (KEMBALI, "bab-2-peningkatan-2024"),
    ),
    kasus(
        12,
        "nisbah-sebagai-kenaikan",
        Ganti("20", "perubahan(akip.realisasi[t3], akip.realisasi[t4])", "(akip.realisasi[t4] / akip.realisasi[t3])"),
        (HILANG, "bab-2-peningkatan-2024"),
    ),
    *(
        kasus(
            13,
            f"rasio-{2020 + i}",
            isi_sel("anggaran-realisasi", "total", benar, salah, 11 + i),
            (KEMBALI, f"tabel-2-8-total-rasio-{2020 + i}"),
        )
        for i, (benar, salah) in enumerate((("0,98", "6"), ("0,96", "4"), ("0,99", "5"), ("0,99", "6"), ("0,99", "6")))
    ),
    kasus(
        13,
        "pertumbuhan",
        isi_sel("anggaran-realisasi", "total", "0,07", "1", 16),
        (KEMBALI, "tabel-2-8-total-pertumbuhan"),
    ),
    kasus(
        14,
        "empat-tahun-rasio",
        isi_sel("anggaran-realisasi", "kepala-2", "2024", "", 14),
        (HILANG, "tabel-2-8-kepala-rasio"),
    ),
    kasus(
        14,
        "pertumbuhan-realisasi",
        isi_sel("anggaran-realisasi", "total", "0,07", "", 17),
        (HILANG, "tabel-2-8-pertumbuhan-realisasi"),
    ),
    kasus(
        15,
        "42-086-082",
        isi_sel("rencana-pendanaan", "7.01.06", "42.086.081", "42.086.082"),
        (KEMBALI, "tabel-4-3-pagu-2027-program"),
    ),
    kasus(
        15,
        "pagu-lebih-satu",
        Sel("pendanaan.xlsx › Pagu", "7.01.06.2.01.0017", "Pagu 2027", 10_370_082),
        (KEMBALI, "tabel-4-3-pagu-2027-program"),
        (KEMBALI, "tabel-4-3-pagu-2027-kegiatan"),
    ),
    kasus(
        15,
        "pagu-salah-ketik",
        Sel("pendanaan.xlsx › Pagu", "7.01.06.2.01.0017", "Pagu 2027", 10_730_081),
        ("jumlah-kontrol", "7.01.06 pagu 2027 selisih 359.999"),
    ),
    kasus(
        16,
        "99-84-diketik",
        Ganti("20", PUNCAK, "bahkan pada tahun 2023 mencapai 99,84%"),
        ("angka-diketik", "99,84%"),
        ("tahun-diketik", "2023 mencapai"),
    ),
    kasus(
        16,
        "puncak-2023",
        Ganti(
            "20",
            PUNCAK,
            "bahkan tahun {{ anggaran.tahun[3] }} mencapai {{ pembinaan.rasio[anggaran.tahun[3]] | persen(2) }}",
        ),
        (KEMBALI, "bab-2-puncak-pemdes"),
    ),
    kasus(
        16,
        "konsisten",
        Ganti("20", "Catatan perlu diberikan", "Program itu konsisten di atas target. Catatan perlu diberikan"),
        ("klaim-diketik", "Program itu konsisten di atas target"),
    ),
    kasus(
        17,
        "efektivitas",
        (
            Potong(
                "20",
                "Secara umum, anggaran digunakan",
                "Hasil yang menonjol",
                "Data itu menunjukkan efektivitas penggunaan anggaran yang cukup tinggi. ",
            ),
            Potong("20", "Catatan perlu diberikan", "Secara keseluruhan, anggaran"),
        ),
        (KEMBALI, "bab-2-efektivitas"),
        (HILANG, "bab-2-efektivitas"),
    ),
    kasus(
        19, "bobot-0-11", Ganti("definisi_operasional.xlsx", r"\times 1/9", r"\times 0{,}11"), ("bobot-rumus", "ikm")
    ),
    # years
    kasus(
        21,
        "tabel-2-8",
        Ganti(
            "20",
            f"Pendanaan Pelayanan {PROFIL} Tahun {{{{ anggaran.tahun }}}}",
            f"Pendanaan Pelayanan {PROFIL} Tahun 2021-2025",
        ),
        ("tahun-diketik", "Tahun 2021"),
        (KEMBALI, "tabel-2-8-judul"),
    ),
    kasus(
        21,
        "tabel-2-7",
        Ganti(
            "20",
            f"Kinerja Pelayanan {PROFIL} Tahun {{{{ kinerja.tahun }}}}",
            f"Kinerja Pelayanan {PROFIL} Tahun 2021-2024",
        ),
        ("tahun-diketik", "Tahun 2021"),
        (KEMBALI, "tabel-2-7-judul"),
    ),
    kasus(
        22,
        "periode-lain",
        Ganti("10", f"Tahun {PERIODE} disusun dengan maksud", "Tahun 2026-2029 disusun dengan maksud"),
        ("tahun-diketik", "Tahun 2026"),
        (KEMBALI, "bab-1-periode-maksud"),
    ),
    kasus(
        23,
        "judul-tabel-3-2",
        Ganti("30", f"Sasaran Renstra {PROFIL} {{{{ rencana.tahun }}}}", f"Sasaran Renstra {PROFIL} {PERIODE}"),
        (HILANG, "tabel-3-2-judul"),
    ),
    kasus(
        23,
        "tahun-tanpa-alasan",
        Sel("profil.xlsx › Tahun", "cascade", "Buku", "pendanaan"),
        ("tahun-luar-periode", "cascade"),
    ),
    kasus(
        24,
        "renstra-berikut",
        Ganti("50", "Renstra periode {{ periode.berikut }}.", "Renstra periode 2030-2035."),
        ("angka-lepas", "2035"),
        ("tahun-diketik", "periode 2030"),
        (KEMBALI, "bab-5-renstra-berikut"),
    ),
    kasus(25, "nomor-kolom", isi_sel("iku", "kolom", "(04)", "(05)"), ("nomor-kolom", "tabel:iku")),
]
