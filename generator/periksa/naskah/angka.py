"""Rules over the chapters: numbers, years, number words and claims that are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.lokasi import Lokasi
from generator.model.angka import Angka
from generator.periksa.aturan import Rumpun
from generator.periksa.bahan import Bahan
from generator.periksa.naskah.bilangan import POLA_TERBILANG, AngkaKetik, angka_ketik, baca_terbilang, pokok_angka
from generator.periksa.naskah.ketikan import NILAI, Potongan, cetakan, potongan_naskah, semua_potongan
from generator.periksa.naskah.rujukan import POLA
from generator.temuan import Temuan

aturan = Rumpun(
    "Angka dan pernyataan yang diketik", "Angka, tahun, kata bilangan, dan pernyataan tentang data dalam naskah."
)


@aturan(
    "angka-diketik",
    "peringatan",
    arti="Angka diketik dalam naskah, padahal ada dalam data.",
    obat="Ganti dengan ungkapan yang diusulkan.",
    salah="Pagunya Rp5.190 untuk semua tahun.",
    baik="Pagunya {{ rencana.pagu_jumlah | rupiah }} untuk semua tahun.",
)
def angka_diketik(b: Bahan) -> Iterator[Temuan]:
    """A typed number that equals a datum: it stays as it is when the workbook changes."""
    for t in angka_naskah(b):
        if t.usul and not t.angka.tahun:
            pesan = f'"{t.pokok}" diketik, padahal nilainya ada dalam data'
            yield angka_diketik.temuan(t.lokasi, pesan, f"Tulis {t.usul}.", t.pokok)


@aturan(
    "tahun-diketik",
    "peringatan",
    arti="Tahun diketik dalam naskah, padahal dikenal data.",
    obat="Ganti dengan ungkapan yang diusulkan.",
    salah="Renstra ini berlaku sampai tahun 2026.",
    baik="Renstra ini berlaku sampai tahun {{ periode.akhir }}.",
)
def tahun_diketik(b: Bahan) -> Iterator[Temuan]:
    """A typed year that the profile or a table knows: 'Renstra Tahun 2026-2029' stays when the period changes."""
    for t in angka_naskah(b):
        if t.usul and t.angka.tahun:
            pesan = f'tahun "{t.pokok}" diketik, padahal dikenal data'
            yield tahun_diketik.temuan(t.lokasi, pesan, f"Tulis {t.usul}.", t.pokok)


_HITUNGAN = re.compile(
    rf"(?<![\w-])(?P<kata>{POLA_TERBILANG})\s+(?:orang\s+|buah\s+)?"
    r"(?P<benda>(?:sub\s|arah\s|isu\s)?[^\W\d_]+)(?!\s+atau lebih)",
    re.I,
)


@aturan(
    "bilangan-diketik",
    "peringatan",
    arti="Kata bilangan diketik di depan sesuatu yang dihitung dari data.",
    obat="Ganti dengan ungkapan yang diusulkan, disaring | terbilang atau | bilang.",
    salah="Rencana itu berlaku selama tiga tahun.",
    baik="Rencana itu berlaku selama {{ periode.lama | terbilang }} tahun.",
)
def bilangan_diketik(b: Bahan) -> Iterator[Temuan]:
    """A typed count word before something that the data count: 'enam program', 'lima tahun'."""
    for p in potongan_naskah(b):
        for m in _HITUNGAN.finditer(p.teks):
            jumlah = baca_terbilang(m["kata"])
            benda = m["benda"].lower()
            if jumlah is None or jumlah < 2:
                continue
            hitungan = _hitungan(b, benda)
            cocok = [u for u, n in hitungan if n == jumlah]
            # 'dua tahun terakhir' and 'dua di antara program itu' are no counts of all
            if cocok or (hitungan and jumlah > 2 and benda != "tahun"):
                nilai = " atau ".join(sorted({str(n) for _, n in hitungan}))
                pesan = f'"{m[0]}" diketik' + ("" if cocok else f"; menurut data {nilai}")
                u = min(cocok or [u for u, _ in hitungan], key=lambda u: (not u.startswith("rencana."), len(u)))
                pokok = " ".join(m[0].lower().split())
                yield bilangan_diketik.temuan(p.tempat(m.start()), pesan, f"Tulis {{{{ {u} | terbilang }}}}.", pokok)


def _hitungan(b: Bahan, benda: str) -> list[tuple[str, int]]:
    """(expression, count) of a thing, by the shortest names only: of the plan as a whole, not of one program."""
    from generator.periksa.naskah.cari_nilai import semua_nilai

    if benda == "tahun":
        return [("periode.lama", b.konteks.periode.lama.__index__())]
    kata = benda.replace(" ", "")
    hasil = []
    for u, v in semua_nilai(b):
        nama = u.removesuffix(".jumlah")
        if nama == u or "[" in u or not isinstance(v, Angka) or not isinstance(v.nilai, int):
            continue
        akhir = nama.rpartition(".")[2].replace("_", "")
        if akhir == kata or (kata == "isustrategis" and akhir == "isu"):
            hasil.append((u, v.nilai))
    return hasil


@aturan(
    "angka-lepas",
    "peringatan",
    arti="Angka diketik dalam naskah dan tidak ada dalam data.",
    obat="Masukkan angkanya ke buku kerja dan cetak dengan ungkapan, atau hapus.",
    salah="Kantor itu mempunyai 31 lemari.",
    baik="Kantor itu mempunyai banyak lemari.",
)
def angka_lepas(b: Bahan) -> Iterator[Temuan]:
    """A typed numeral that is no datum: nobody can tell where it comes from.

    Every numeral of prose, legal references and page numbers aside, must come from an expression. What expressions
    print without origin is the rule of `periksa/dokumen`.
    """
    for t in angka_naskah(b):
        if not t.usul:
            pesan = f'"{t.pokok}" diketik dan tidak sama dengan data mana pun'
            yield angka_lepas.temuan(t.lokasi, pesan, pokok=t.pokok)


_ANGKA = r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:0+|-))?"
_ANGKA_DULU = re.compile(rf"(?<![\d.,]){_ANGKA}\s*\(\s*([^\W\d_][^()\d]*)\)")
_KATA_DULU = re.compile(rf"\(\s*{_ANGKA}\s*\)")
_UKURAN = re.compile(r"\s+(?:rupiah|persen)\s*$")
KATA_TERPANJANG = 16


@aturan(
    "terbilang-salah",
    "galat",
    arti="Angka dan kata bilangannya berbeda.",
    obat="Samakan, atau tulis {{ … | bilang }} yang mencetak keduanya.",
    salah="Ada 31 (tiga puluh dua) hal.",
    baik="Ada 31 (tiga puluh satu) hal.",
)
def terbilang_salah(b: Bahan) -> Iterator[Temuan]:
    """A numeral and the count word beside it that disagree: '31 (tiga puluh dua)', in prose or in a cell."""
    # the printed side too: '{{ desa.jumlah }} (tiga puluh dua)'
    semua = [(p.teks, p.asal) for p in semua_potongan(b)] + [(c.teks, c.asal) for c in cetakan(b)]
    for teks, tempat in semua:
        if "(" in teks:
            for tertulis, angka, kata in _pasangan(teks):
                benar = baca_terbilang(kata)
                if benar is not None and benar != int(angka.replace(".", "")):
                    yield terbilang_salah.temuan(tempat, f'"{tertulis}": kata "{kata}" berarti {benar}', pokok=tertulis)


def _pasangan(teks: str) -> Iterator[tuple[str, str, str]]:
    """(as written, numeral, words) of every '31 (tiga puluh satu)' and 'tiga puluh satu (31)'."""
    for m in _ANGKA_DULU.finditer(teks):
        yield " ".join(m[0].split()), m[1], _UKURAN.sub("", m[2]).strip()
    for m in _KATA_DULU.finditer(teks):
        kata = teks[: m.start()].split()[-KATA_TERPANJANG:]
        while kata and baca_terbilang(" ".join(kata)) is None:
            kata.pop(0)
        if kata:
            yield f"{' '.join(kata)} {m[0]}", m[1], " ".join(kata)


_BENDA = r"(?:pegawai|aparatur|PNS|ASN|desa|kelurahan|program|kegiatan|sub kegiatan|indikator|target)"
_KEADAAN = r"(?:telah|sudah|belum|mencapai|menduduki|memiliki|berstatus|terealisasi|tercapai|berpendidikan)"
_KLAIM = re.compile(
    r"\b(?:paling (?:tinggi|rendah|banyak|sedikit|besar|kecil)|ter(?:tinggi|rendah|banyak|sedikit)"
    r"|(?:di|men)dominasi|mayoritas|(?:konsisten|selalu|terus) (?:di atas|di bawah|mencapai|melampaui)"
    rf"|tidak (?:ada )?(?:satu|seorang) ?pun|(?:seluruh|semua) {_BENDA}(?: yang \w+)?(?= {_KEADAAN}))\b",
    re.I,
)
_KALIMAT = re.compile(r"[^.!?]+(?:[.!?](?=\S)[^.!?]*)*")


@aturan(
    "klaim-diketik",
    "peringatan",
    arti="Pernyataan tentang data diketik tanpa nilai dari data.",
    obat="Cetak nilainya dengan ungkapan, atau beri syarat {% if … %}.",
    salah="Seluruh pegawai telah mengikuti pelatihan.",
    baik="Yang mengikuti pelatihan {{ pegawai.jumlah | angka }} orang.",
)
def klaim_diketik(b: Bahan) -> Iterator[Temuan]:
    """A typed claim about the data with no value in its sentence: a superlative, 'seluruh pegawai', 'selalu di atas'.

    What is largest today need not be so after the next change of a workbook.
    """
    for p in potongan_naskah(b):
        if p.jenis != "teks":
            continue
        for kalimat in _KALIMAT.finditer(p.teks):
            m = _KLAIM.search(kalimat[0])
            if m and NILAI not in kalimat[0]:
                isi = " ".join(kalimat[0].split())
                pendek = isi if len(isi) <= 90 else f"{isi[:87]}…"
                pesan = f'pernyataan tentang data diketik tanpa nilai: "{pendek}"'
                letak = kalimat.start() + m.start()
                awal = isi.rfind(" ", 0, max(0, m.start() - 30)) + 1
                yield klaim_diketik.temuan(p.tempat(letak), pesan, pokok=" ".join(isi[awal:].split()[:6]))


# ---------------------------------------------------------------- shared


@dataclass(frozen=True, slots=True)
class Temukan:
    """`usul`: the expression, '' if nothing known has this value."""

    potongan: Potongan
    angka: AngkaKetik
    usul: str

    @property
    def lokasi(self) -> Lokasi:
        return self.potongan.tempat(self.angka.awal)

    @property
    def pokok(self) -> str:
        return pokok_angka(self.potongan.teks, self.angka)


def angka_naskah(b: Bahan) -> tuple[Temukan, ...]:
    """Every typed numeral but those of references, which have a rule of their own."""
    from generator.periksa.naskah.cari_nilai import usul_angka, usul_tahun

    def semua() -> Iterator[Temukan]:
        for p in potongan_naskah(b):
            teks = POLA.sub(lambda m: "_" * len(m[0]), p.teks)
            for a in angka_ketik(teks):
                yield Temukan(p, a, usul_tahun(b, teks, a) if a.tahun else usul_angka(b, teks, a))

    return b.ingat("angka naskah", lambda: tuple(semua()))
