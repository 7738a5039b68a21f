"""Rules over the workbooks: sums that must come out, and rows below the right parent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.angka import Angka, Teks
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.data.bantu import beranggaran, cabang, di, sebutan
from generator.temuan import Temuan
from generator.tree.format import angka

aturan = Rumpun("Susunan rencana", "Jumlah yang dihitung, dan baris di bawah induknya.")


Jumlah = Mapping[str, Mapping[int, Angka]]


@aturan(
    "jumlah-kontrol",
    "peringatan",
    arti="Jumlah yang dihitung berbeda dengan jumlah pembandingnya.",
    obat="Cari sub kegiatan yang salah ketik; bila penjumlahannya benar, perbaiki lembar Kontrol.",
    salah="Kontrol total 2026: 1.500.000; jumlah pagu semua sub kegiatan 1.400.000",
    baik="keduanya 1.500.000",
)
def jumlah_kontrol(b: Bahan) -> Iterator[Temuan]:
    """A computed sum differs from its control total (sheet Kontrol of pendanaan.xlsx and anggaran_realisasi.xlsx).

    The subject says by how much, so that an accepted slip hides no other in the same sum.
    """
    pagu: Jumlah = {"total": b.konteks.rencana.pagu} | {str(c.kode): c.pagu for c in beranggaran(b)}
    for k in b.isi.kontrol_pagu:
        yield from _banding_kontrol(k.kode, "pagu", k.pagu, pagu)
    a = b.konteks.anggaran
    pos = {"total": a.total} | {p.kode: p for daftar in (a.program, a.kegiatan, a.subkegiatan) for p in daftar}
    for r in b.isi.kontrol_anggaran:
        yield from _banding_kontrol(r.kode, "anggaran", r.anggaran, {k: p.anggaran for k, p in pos.items()})
        yield from _banding_kontrol(r.kode, "realisasi", r.realisasi, {k: p.realisasi for k, p in pos.items()})


def _banding_kontrol(kode: Teks, jenis: str, kontrol: Mapping[int, Angka], jumlah: Jumlah) -> Iterator[Temuan]:
    kunci = "total" if kode.casefold() == "total" else str(kode)
    if kunci not in jumlah:
        pesan = f'tidak ada {jenis} berkode "{kode}", jadi jumlahnya tidak dapat dibandingkan'
        yield jumlah_kontrol.temuan(di(kode), pesan, "Perbaiki kodenya, atau hapus baris itu.", f"{kode} {jenis}")
        return
    for tahun, harus in sorted(kontrol.items()):
        ada = jumlah[kunci].get(tahun, Angka(None))
        if harus.nilai is not None and (ada.nilai or 0) != harus.nilai:
            selisih = angka((ada.nilai or 0) - harus.nilai)
            pesan = f"{jenis} {tahun} {kode} menurut Kontrol {angka(harus)}, menurut penjumlahan {angka(ada)}"
            pokok = f"{kode} {jenis} {tahun} selisih {selisih}"
            yield jumlah_kontrol.temuan(di(harus), f"{pesan} (selisih {selisih})", pokok=pokok)


ANAK = {"tujuan": "sasaran", "sasaran": "program", "program": "kegiatan", "kegiatan": "sub kegiatan"}


@aturan(
    "induk-tanpa-anak",
    "peringatan",
    arti="Sebuah tujuan, sasaran, program, kegiatan, atau misi tidak mempunyai yang di bawahnya.",
    obat="Tambahkan barisnya, atau hapus induknya.",
    salah="program 7.01.02 ada di Rencana, kegiatannya tidak satu pun",
    baik="program 7.01.02 dan kegiatan 7.01.02.2.01",
)
def induk_tanpa_anak(b: Bahan) -> Iterator[Temuan]:
    """A parent without a child: a tujuan without sasaran, a sasaran without program or strategi, and so on down."""
    for c in cabang(b):
        if not c.anak and c.tingkat in ANAK:
            anak = ANAK[c.tingkat]
            yield induk_tanpa_anak.temuan(c.lokasi, f"{sebutan(c)} tidak mempunyai {anak}", pokok=f"{c.kode} {anak}")
        if c.tingkat == "sasaran" and not len(c.strategi):
            yield induk_tanpa_anak.temuan(
                c.lokasi, f"{sebutan(c)} tidak mempunyai strategi", pokok=f"{c.kode} strategi"
            )
    for s in b.konteks.kinerja.sasaran_lalu:
        if not len(s.program):
            pesan = f'sasaran Renstra lalu {s.kode} "{s.sasaran}" tidak mempunyai program pendukung'
            yield induk_tanpa_anak.temuan(s.kode.asal[0], pesan, pokok=f"{s.kode} program lalu")
    yield from _rpjmd(b)


def _rpjmd(b: Bahan) -> Iterator[Temuan]:
    rpjmd = b.konteks.rpjmd
    bersasaran = {s.tujuan.nilai for s in rpjmd.sasaran}
    for t in rpjmd.tujuan:
        if t.nomor.nilai not in bersasaran:
            pesan = f"tujuan RPJMD {t.nomor.nilai} tidak mempunyai sasaran"
            yield induk_tanpa_anak.temuan(t.lokasi, pesan, pokok=f"tujuan RPJMD {t.nomor.nilai}")
    if all(t.misi.nilai is not None for t in rpjmd.tujuan):  # which misi a tujuan serves need not be told
        bertujuan = {t.misi.nilai for t in rpjmd.tujuan}
        for m in rpjmd.misi:
            if m.nomor.nilai not in bertujuan:
                pesan = f"misi RPJMD {m.nomor.nilai} tidak mempunyai tujuan"
                yield induk_tanpa_anak.temuan(m.lokasi, pesan, pokok=f"misi RPJMD {m.nomor.nilai}")


@aturan(
    "nomor-asing",
    "galat",
    arti="Sasaran atau tujuan RPJMD menyebut nomor yang tidak ada.",
    obat="Perbaiki nomornya di rpjmd.xlsx.",
    salah="Sasaran RPJMD 4: Tujuan 9, sedangkan lembar Tujuan berakhir pada nomor 5",
    baik="Sasaran RPJMD 4: Tujuan 3",
)
def nomor_asing(b: Bahan) -> Iterator[Temuan]:
    """A sasaran or tujuan of the RPJMD names a tujuan or misi that is not there; it would not be printed."""
    tujuan = {t.nomor.nilai for t in b.isi.tujuan_rpjmd}
    misi = {m.nomor.nilai for m in b.isi.misi}
    for s in b.isi.sasaran_rpjmd:
        if s.tujuan.nilai not in tujuan:
            pesan = f"sasaran RPJMD {s.nomor.nilai} menyebut tujuan {s.tujuan.nilai}, yang tidak ada"
            yield nomor_asing.temuan(di(s.tujuan), pesan, pokok=f"sasaran {s.nomor.nilai}")
    for t in b.isi.tujuan_rpjmd:
        if t.misi.nilai is not None and t.misi.nilai not in misi:
            pesan = f"tujuan RPJMD {t.nomor.nilai} menyebut misi {t.misi.nilai}, yang tidak ada"
            yield nomor_asing.temuan(di(t.misi), pesan, pokok=f"tujuan {t.nomor.nilai}")


@aturan(
    "induk-salah",
    "peringatan",
    arti="Sebuah baris berada di bawah induk yang salah.",
    obat="Samakan kolom Milik dengan kode indikatornya, atau ganti kodenya.",
    salah="indikator 7.01.01.2.01.0001, Milik 7.01.01.2.01.0002",
    baik="indikator 7.01.01.2.01.0001, Milik 7.01.01.2.01.0001",
)
def induk_salah(b: Bahan) -> Iterator[Temuan]:
    """A row under another parent than its own code or its neighbours say.

    An indicator whose code is that of one item and which measures another; a sasaran of the RPJMD that this office
    serves under a tujuan that it does not, and a tujuan so under a misi.
    """
    from generator.model.anggaran import tingkat

    for i in b.isi.indikator:
        inti = i.kode.partition("-")[0]  # '7.01.01.2.01.0001-a' is a second indicator of 7.01.01.2.01.0001
        if tingkat(inti) and inti != i.milik:
            yield induk_salah.temuan(
                di(i.milik), f'indikator {i.kode} "{i.nama}" menjadi milik {i.milik}', pokok=str(i.kode)
            )
    yield from _dilayani(b)


def _dilayani(b: Bahan) -> Iterator[Temuan]:
    tujuan = {t.nomor.nilai: t for t in b.isi.tujuan_rpjmd}
    misi = {m.nomor.nilai: m for m in b.isi.misi}
    obat = "Samakan kolom Dilayani, atau perbaiki nomor induknya."
    for s in b.isi.sasaran_rpjmd:
        t = tujuan.get(s.tujuan.nilai)
        if s.dilayani and t and not t.dilayani:
            pesan = f"sasaran RPJMD {s.nomor.nilai} dilayani, tetapi tujuannya ({t.nomor.nilai}) tidak"
            yield induk_salah.temuan(di(s.tujuan), pesan, obat, f"sasaran RPJMD {s.nomor.nilai}")
    for t in b.isi.tujuan_rpjmd:
        m = misi.get(t.misi.nilai)
        if t.dilayani and m and not m.dilayani:
            pesan = f"tujuan RPJMD {t.nomor.nilai} dilayani, tetapi misinya ({m.nomor.nilai}) tidak"
            yield induk_salah.temuan(di(t.misi), pesan, obat, f"tujuan RPJMD {t.nomor.nilai}")
