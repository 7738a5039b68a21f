"""The workbooks as a whole: levels of codes, parents, the plan's years, the tree of posts. Last stage of `baca_isi`.

In: the fields of `Isi` that could be read (a sheet with faults is absent, its rules wait). Out: findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.model.anggaran import induk, tingkat
from generator.model.angka import Teks
from generator.model.organisasi import Jabatan
from generator.temuan import Kumpulan

SEBUTAN_TINGKAT = {"program": "program", "kegiatan": "kegiatan", "subkegiatan": "sub kegiatan"}


def periksa_keutuhan(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    """Every rule whose sheets are at hand."""
    rencana = (_tingkat_kode, _induk, _rencana, _indikator, _pagu, _ikk)
    for aturan in (*rencana, _periode, _kerangka_renja, _susunan_jabatan, _tugas_pokok, _sub_rincian):
        aturan(medan, temuan)


def _tingkat_kode(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    """Budgets stand at sub kegiatan, supporting programs at program, names at any of the three levels."""
    for n in medan.get("nomenklatur", ()):
        if not tingkat(n.kode):
            pesan = f'kode "{n.kode}" bukan kode program, kegiatan, atau sub kegiatan'
            temuan.tambah("tingkat-kode", n.kode.asal[0], pesan)
    for kode in (b.kode for b in medan.get("anggaran_realisasi", ())):
        harus_tingkat(kode, "subkegiatan", temuan)
    for kode in (b.kode for b in medan.get("pagu", ())):
        harus_tingkat(kode, "subkegiatan", temuan)
    for kode in (p.program for p in medan.get("program_pendukung", ())):
        harus_tingkat(kode, "program", temuan)


def harus_tingkat(kode: Teks, diminta: str, temuan: Kumpulan) -> None:
    """A finding where a code is not of the level asked for."""
    ada = tingkat(kode)
    if ada != diminta:
        rupa = f"kode {SEBUTAN_TINGKAT[ada]}" if ada else "kode yang tidak dikenal bentuknya"
        temuan.tambah("tingkat-kode", kode.asal[0], f'"{kode}" adalah {rupa}; harus kode {SEBUTAN_TINGKAT[diminta]}')


def _induk(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    ada = {str(n.kode) for n in medan.get("nomenklatur", ())}
    for n in medan.get("nomenklatur", ()):
        atas = induk(n.kode)
        if atas and atas not in ada:
            temuan.tambah("induk-hilang", n.kode.asal[0], f'induk "{atas}" dari kode "{n.kode}" tidak ada')


def _rencana(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    """In the plan every parent is there, programs and only they name their sasaran, and each sub kegiatan has a row
    of pagu."""
    rencana = medan.get("rencana", ())
    ada = {str(r.kode) for r in rencana}
    for r in rencana:
        atas = induk(r.kode)
        if atas and atas not in ada:
            pesan = f'induk "{atas}" dari "{r.kode}" tidak ada di lembar Rencana'
            temuan.tambah("induk-hilang", r.kode.asal[0], pesan, f'Tambahkan baris "{atas}" di lembar Rencana.')
        if (tingkat(r.kode) == "program") != (r.sasaran is not None):
            apa = "program harus menyebut sasaran yang didukungnya" if not atas else "hanya program menyebut sasaran"
            temuan.tambah("sasaran-rencana", (r.sasaran or r.kode).asal[0], f'"{r.kode}": {apa}')
    if "pagu" in medan:
        berpagu = {str(p.kode) for p in medan["pagu"]}
        for r in rencana:
            if tingkat(r.kode) == "subkegiatan" and str(r.kode) not in berpagu:
                pesan = f'"{r.kode}" tidak mempunyai baris di pendanaan.xlsx › Pagu'
                temuan.tambah("pagu-hilang", r.kode.asal[0], pesan)


def _indikator(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    """An indicator measures something of the plan."""
    induk_indikator = ("tujuan", "sasaran", "rencana")
    if not all(m in medan for m in induk_indikator):
        return
    ada = {str(b.kode) for m in induk_indikator for b in medan[m]}
    for i in medan.get("indikator", ()):
        if i.milik not in ada:
            pesan = f'kode "{i.milik}" tidak ada di cascade.xlsx › Tujuan, Sasaran, atau Rencana'
            temuan.tambah("kode-asing", i.milik.asal[0], pesan)


def _pagu(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    """Targets and pagu are of the same years."""
    pagu, indikator = medan.get("pagu", ()), medan.get("indikator", ())
    if pagu and indikator and set(pagu[0].pagu) != set(indikator[0].target):
        tahun = [f"{min(t)}–{max(t)}" for t in (pagu[0].pagu, indikator[0].target)]
        pesan = f"pagu bertahun {tahun[0]}, target bertahun {tahun[1]}; harus sama"
        temuan.tambah("tahun-berbeda", pagu[0].lokasi, pesan)


def _ikk(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    """NIHIL is declared with its explanation, and only where there is no row."""
    pernyataan, ikk = medan.get("pernyataan_ikk"), medan.get("ikk")
    if pernyataan is None or ikk is None:
        return
    tempat = pernyataan.lokasi
    if pernyataan.nihil and ikk:
        temuan.tambah("nihil-salah", tempat, f"IKK dinyatakan nihil, tetapi lembar IKK berisi {len(ikk)} baris")
    elif not pernyataan.nihil and not ikk:
        temuan.tambah("nihil-salah", tempat, "lembar IKK kosong, tetapi tidak dinyatakan nihil")
    elif pernyataan.nihil and not pernyataan.penjelasan:
        temuan.tambah("nihil-salah", tempat, "IKK dinyatakan nihil tanpa penjelasan")


def _periode(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    p = medan.get("profil")
    if p is not None and p.periode_akhir < p.periode_awal:
        pesan = f"periode_akhir {p.periode_akhir.nilai} sebelum periode_awal {p.periode_awal.nilai}"
        temuan.tambah("periode-salah", p.periode_akhir.asal[0], pesan)


def _kerangka_renja(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    """A year's outline is one that is described."""
    ada = sorted({str(b.kerangka) for b in medan.get("kerangka_renja", ())})
    for k in medan.get("kerangka_tahun", ()):
        if ada and k.kerangka not in ada:
            pesan = f'kerangka "{k.kerangka}" tidak ada di lembar Kerangka Renja; yang ada: {", ".join(ada)}'
            temuan.tambah("kode-asing", k.kerangka.asal[0], pesan)


def _susunan_jabatan(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    """One post heads the office, and everybody's superiors lead up to it."""
    jabatan: tuple[Jabatan, ...] = medan.get("jabatan", ())
    for j in [j for j in jabatan if j.atasan is None][1:]:
        pesan = f'jabatan "{j.kode}" tanpa atasan; sudah ada pimpinan lain'
        temuan.tambah("jabatan-salah", j.lokasi, pesan)
    atasan = {str(j.kode): None if j.atasan is None else str(j.atasan) for j in jabatan}
    terlihat: set[str] = set()
    for j in jabatan:
        jalur = list(_ke_atas(str(j.kode), atasan))
        if j.atasan is not None and jalur[-1] == jalur[0] and j.kode not in terlihat:
            temuan.tambah("jabatan-salah", j.atasan.asal[0], f"atasan berputar: {' → '.join(jalur)}")
            terlihat.update(jalur)


def _ke_atas(kode: str, atasan: Mapping[str, str | None]) -> Iterable[str]:
    """The post and its superiors, up to the head, an unknown post, or the first that comes again."""
    dilewati: set[str] = set()
    kini: str | None = kode
    while kini is not None:
        yield kini
        if kini in dilewati:
            return
        dilewati.add(kini)
        kini = atasan.get(kini)


def _tugas_pokok(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    if "tugas" not in medan:
        return
    punya = {str(t.jabatan) for t in medan["tugas"] if t.jenis == "tugas pokok"}
    for j in medan.get("jabatan", ()):
        if j.kode not in punya:
            pesan = f'jabatan "{j.kode}" ({j.nama}) tidak mempunyai tugas pokok'
            temuan.tambah("tugas-pokok-kosong", j.lokasi, pesan, pokok=str(j.kode))


def _sub_rincian(medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    """A sub rincian belongs to the rincian above it; without one it would not be printed."""
    berincian: set[str] = set()
    for t in medan.get("tugas", ()):
        if t.jenis == "rincian tugas":
            berincian.add(str(t.jabatan))
        elif t.jenis == "sub rincian" and t.jabatan not in berincian:
            pesan = f'sub rincian jabatan "{t.jabatan}" tidak didahului rincian tugasnya'
            temuan.tambah("pilihan-salah", t.jenis.asal[0], pesan, "Ubah jenisnya, atau pindahkan ke bawah rinciannya.")
