"""Findings: everything that is wrong, collected and shown together.

A finding has a stable code, a severity, a place, a message and a remedy. `KATALOG` lists every code;
`docs/temuan.md` is generated from it. Nothing else of the package is imported here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Literal

Berat = Literal["galat", "peringatan"]


@dataclass(frozen=True, slots=True)
class Jenis:
    """One kind of finding of the catalogue."""

    kode: str
    berat: Berat
    arti: str
    obat: str


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding. `tempat` is 'file › sheet!cell', 'file:line' or a file.

    `pokok` is what it is about, independent of the place: a code, a name, a word. An acceptance names it.
    """

    kode: str
    tempat: str
    pesan: str
    obat: str = ""
    pokok: str = ""

    @property
    def berat(self) -> Berat:
        return KATALOG[self.kode].berat

    def baris(self) -> str:
        """The finding as two or three lines of text."""
        obat = self.obat or KATALOG[self.kode].obat
        return f"{self.berat:<10} {self.kode:<24} {self.tempat}\n           {self.pesan}\n           → {obat}"


@dataclass
class Kumpulan:
    """The findings of one run, in the order in which they were met, each once."""

    isi: dict[Temuan, None] = field(default_factory=dict)

    def tambah(self, kode: str, tempat: object, pesan: str, obat: str = "", pokok: str = "") -> None:
        if kode not in KATALOG:
            raise KeyError(kode)
        self.isi[Temuan(kode, str(tempat), pesan, obat, pokok)] = None

    def masukkan(self, temuan: Iterable[Temuan]) -> None:
        for t in temuan:
            self.isi[t] = None

    def __iter__(self) -> Iterator[Temuan]:
        return iter(self.isi)

    def __len__(self) -> int:
        return len(self.isi)

    @property
    def galat(self) -> list[Temuan]:
        return [t for t in self if t.berat == "galat"]

    @property
    def peringatan(self) -> list[Temuan]:
        return [t for t in self if t.berat == "peringatan"]


class GagalSusun(Exception):
    """A stage cannot go on; the findings say why."""

    def __init__(self, temuan: Kumpulan) -> None:
        super().__init__(f"{len(temuan.galat)} galat")
        self.temuan = temuan


def sebagai_laporan(temuan: Iterable[Temuan], diterima: int = 0) -> str:
    """All findings grouped by file, in the order of their first finding, and a count."""
    kelompok: dict[str, list[Temuan]] = {}
    for t in temuan:
        kelompok.setdefault(_berkas(t.tempat), []).append(t)
    baris: list[str] = []
    for berkas, isi in kelompok.items():
        baris += [berkas, *(f"  {b}" for t in isi for b in _baris_laporan(t, berkas)), ""]
    galat = sum(t.berat == "galat" for isi in kelompok.values() for t in isi)
    peringatan = sum(map(len, kelompok.values())) - galat
    akhir = f", {diterima} diterima dalam register" if diterima else ""
    return "\n".join([*baris, f"{galat} galat, {peringatan} peringatan{akhir}."])


def _berkas(tempat: str) -> str:
    """The file of a place."""
    berkas = tempat.partition(" › ")[0]
    awal, titik_dua, nomor = berkas.rpartition(":")
    return awal if titik_dua and nomor.isdigit() else berkas


def _baris_laporan(t: Temuan, berkas: str) -> list[str]:
    tempat = t.tempat.removeprefix(berkas).removeprefix(" › ").removeprefix(":")
    tempat = f"baris {tempat}" if tempat.isdigit() else tempat
    pokok = f" [{t.pokok}]" if t.pokok else ""
    return [
        f"{t.berat:<10} {t.kode:<24} {tempat}{pokok}",
        f"           {t.pesan}",
        f"           → {t.obat or KATALOG[t.kode].obat}",
    ]


def sebagai_teks(temuan: Iterable[Temuan]) -> str:
    """All findings, errors first, and a count."""
    daftar = sorted(temuan, key=lambda t: t.berat != "galat")
    galat = sum(t.berat == "galat" for t in daftar)
    baris = [t.baris() for t in daftar]
    return "\n".join([*baris, f"{galat} galat, {len(daftar) - galat} peringatan."])


def sebagai_json(temuan: Iterable[Temuan]) -> str:
    """All findings as a JSON array."""
    isi = [{"berat": t.berat, **asdict(t), "obat": t.obat or KATALOG[t.kode].obat} for t in temuan]
    return json.dumps(isi, ensure_ascii=False, indent=2)


# ---------------------------------------------------------------- catalogue

_DAFTAR: tuple[tuple[str, Berat, str, str], ...] = (
    # workbooks
    ("buku-hilang", "galat", "Sebuah buku kerja tidak ada.", "Kembalikan berkas itu ke content/data, atau buat dengan: renstra siapkan."),
    ("buku-rusak", "galat", "Sebuah buku kerja tidak dapat dibaca.", "Buka di Excel, simpan ulang sebagai .xlsx, lalu ulangi."),
    ("buku-ditolak", "galat", "Sebuah buku kerja melampaui batas atau memuat yang dilarang.", "Salin isinya ke buku kerja baru tanpa makro dan tanpa tautan luar."),
    ("berkas-asing", "peringatan", "Sebuah berkas di content/data tidak dibaca.", "Simpan sebagai .xlsx dengan nama yang dikenal, atau pindahkan."),
    ("lembar-hilang", "galat", "Sebuah lembar tidak ada di buku kerjanya.", "Kembalikan lembar itu dengan nama yang persis sama."),
    ("lembar-kosong", "galat", "Sebuah lembar tidak berisi baris.", "Isi sekurang-kurangnya satu baris di bawah judul kolom."),
    ("lembar-asing", "peringatan", "Nama lembar mirip tetapi tidak sama dengan yang dikenal.", "Samakan ejaan nama lembar."),
    ("kolom-hilang", "galat", "Sebuah kolom tidak ada.", "Kembalikan judul kolom di baris pertama; lihat lembar Petunjuk."),
    ("kolom-ganda", "galat", "Judul kolom yang sama ada dua kali.", "Hapus atau ganti nama salah satunya."),
    ("kolom-asing", "galat", "Sebuah kolom tidak dikenal.", "Perbaiki judulnya atau hapus kolom itu; lihat lembar Petunjuk."),
    ("kunci-hilang", "galat", "Sebuah kunci wajib tidak ada di lembar Kunci–Nilai.", "Tambahkan baris dengan kunci itu."),
    ("kunci-asing", "galat", "Sebuah kunci tidak dikenal.", "Perbaiki ejaannya; lihat lembar Petunjuk."),
    ("kunci-ganda", "galat", "Kode atau kunci yang sama ada dua kali.", "Hapus atau ganti salah satunya."),
    ("kode-asing", "galat", "Sebuah kode tidak ada di lembar yang dirujuknya.", "Perbaiki kodenya, atau tambahkan barisnya di lembar yang dirujuk."),
    # cells
    ("sel-kosong", "galat", "Sel wajib kosong.", "Isi sel itu."),
    ("sel-galat", "galat", "Sel berisi galat Excel.", "Perbaiki rumusnya di Excel."),
    ("rumus-belum-dihitung", "galat", "Rumus belum pernah dihitung, jadi nilainya tidak ada.", "Buka berkas di Excel, biarkan menghitung, lalu simpan."),
    ("teks-berisi-angka", "galat", "Kolom teks berisi angka.", "Format sel sebagai Teks, lalu ketik ulang isinya."),
    ("kode-bukan-teks", "galat", "Kode tersimpan sebagai angka, sehingga nolnya dapat hilang.", "Format sel sebagai Teks, lalu ketik ulang kodenya."),
    ("kode-salah", "galat", "Bentuk kode salah.", "Tulis kode menurut bentuk yang dijelaskan lembar Petunjuk."),
    ("data-bukan-angka", "galat", "Kolom angka berisi yang lain.", "Isi dengan angka saja; satuan ada di kolomnya sendiri."),
    ("angka-rancu", "galat", "Angka diketik sebagai teks dan dapat dibaca dua cara.", "Ketik ulang sebagai angka di Excel."),
    ("angka-sebagai-teks", "peringatan", "Angka diketik sebagai teks; terbaca karena tidak rancu.", "Ubah sel menjadi angka di Excel."),
    ("angka-tak-bulat", "galat", "Bilangan bulat berisi pecahan.", "Bulatkan nilainya di sumbernya."),
    ("angka-negatif", "galat", "Angka negatif di tempat yang tidak boleh.", "Periksa tandanya."),
    ("tahun-salah", "galat", "Tahun salah.", "Tulis tahun dengan empat angka."),
    ("tanggal-salah", "galat", "Tanggal atau bulan salah.", "Tulis tanggal sebagai tanggal Excel atau tttt-bb-hh."),
    ("pilihan-salah", "galat", "Isi tidak termasuk pilihan yang tersedia.", "Pilih dari daftar turun di sel itu."),
    # data as a whole
    ("tingkat-kode", "galat", "Kode bukan program, kegiatan, atau sub kegiatan pada tempatnya.", "Tulis kode pada tingkat yang diminta, misalnya 7.01.01.2.01.0001."),
    ("induk-hilang", "galat", "Kode induk tidak ada di nomenklatur.", "Tambahkan baris program atau kegiatan induknya."),
    ("sasaran-rencana", "galat", "Sasaran di lembar Rencana salah tempat.", "Isi kolom Sasaran pada baris program, dan hanya di situ."),
    ("pagu-hilang", "galat", "Sebuah sub kegiatan tidak mempunyai baris pagu.", "Tambahkan barisnya di pendanaan.xlsx › Pagu; sel pagunya boleh kosong."),
    ("tahun-berbeda", "galat", "Kolom tahun target dan pagu berbeda.", "Samakan tahun kolom Target di cascade.xlsx dan kolom Pagu di pendanaan.xlsx."),
    ("nihil-salah", "galat", "Pernyataan nihil tidak sesuai dengan isi lembar.", "Sesuaikan ikk.xlsx › Pernyataan dengan lembar IKK."),
    ("periode-salah", "galat", "Periode Renstra salah.", "Tahun akhir tidak boleh sebelum tahun awal."),
    ("jabatan-salah", "galat", "Susunan jabatan salah.", "Tepat satu jabatan tanpa atasan, dan atasan setiap jabatan lain berujung padanya."),
    ("tugas-pokok-kosong", "peringatan", "Sebuah jabatan tidak mempunyai tugas pokok dalam sumber.", "Lengkapi tugas_fungsi.xlsx dari peraturannya."),
    ("pejabat-hilang", "galat", "Pejabat yang diminta blok tanda tangan tidak ada.", "Tambahkan barisnya di profil.xlsx › Pejabat."),
    # chapters
    ("bab-hilang", "galat", "Tidak ada naskah bab.", "Simpan berkas .md di folder content/chapters/renstra."),
    ("naskah-rusak", "galat", "Naskah tidak dapat dibaca.", "Simpan ulang sebagai teks UTF-8."),
    ("kepala-naskah", "galat", "Kepala naskah (antara dua baris ---) salah.", "Tulis judul: dan bab: atau depan: di antara dua baris ---."),
    ("ungkapan-salah", "galat", "Ungkapan {{ … }} atau {% … %} salah.", "Perbaiki ejaan ungkapan; daftar nama ada di docs/panduan.md."),
    ("ungkapan-kosong", "peringatan", "Ungkapan menghasilkan nilai kosong; dicetak -.", "Lengkapi sel sumbernya."),
    ("pagar-salah", "galat", "Blok ::: salah.", "Tulis ::: tabel NAMA, judul di baris berikutnya, lalu ::: penutup."),
    ("html-dalam-naskah", "galat", "Naskah memuat HTML atau unsur Markdown yang tidak didukung.", "Hapus; naskah hanya memuat unsur yang dijelaskan docs/panduan.md."),
    ("label-ganda", "galat", "Label atau nama tabel, grafik, gambar dipakai dua kali.", "Ganti salah satunya."),
    ("rujukan-asing", "galat", "Rujukan @… menunjuk yang tidak ada.", "Perbaiki namanya, atau tempatkan tabel, grafik, gambar, atau labelnya."),
    ("tidak-dirujuk", "peringatan", "Tabel, grafik, atau gambar tidak dirujuk dalam teks.", "Rujuk dengan @tabel:NAMA, @grafik:NAMA, atau @gambar:NAMA."),
    ("judul-loncat", "galat", "Tingkat judul meloncat.", "Pakai ## lalu ### lalu ####, tanpa melewati tingkat."),
    ("rumus-salah", "galat", "Sebuah rumus LaTeX salah.", "Perbaiki di tempat yang disebut; yang dikenal ada di docs/panduan.md."),
    ("rumus-lebar", "peringatan", "Sebuah rumus lebih lebar daripada tempatnya; sisanya terpotong dalam PDF.", "Pecah rumusnya menjadi beberapa baris dengan \\\\, atau lebarkan kolomnya."),
    # rules over data (periksa/data)
    # rules over chapters (periksa/naskah)
    # rules over the document (periksa/dokumen)
    # register
    ("penerimaan-usang", "peringatan", "Sebuah penerimaan tidak cocok lagi dengan temuan mana pun.", "Hapus barisnya di koreksi.xlsx › Penerimaan, atau perbaiki kode dan pokoknya."),
    # output
    ("templat-salah", "galat", "Templat Word tidak dapat dipakai.", "Kembalikan templates/ dari git, atau perbaiki bagian yang disebut."),
    ("keluaran-salah", "galat", "Pemeriksaan akhir menemukan kesalahan pada keluaran.", "Laporkan kepada pengembang; keluaran lama tidak diganti."),
    ("tidak-tertulis", "galat", "Keluaran tidak dapat ditulis.", "Tutup berkas itu bila sedang terbuka di Word, dan pastikan ruang disk cukup."),
    ("sumber-berubah", "galat", "Sumber berubah selagi disusun.", "Simpan dan tutup berkas yang sedang disunting, lalu ulangi."),
    ("pdf-lama", "peringatan", "PDF susunan sebelumnya dipindahkan.", "Pasang LibreOffice lalu susun ulang untuk PDF yang baru."),
    ("pdf-tidak-ada", "peringatan", "PDF tidak dibuat karena LibreOffice atau Word tidak ada.", "Pasang LibreOffice: sudo apt-get install libreoffice-writer-nogui libreoffice-math-nogui fonts-liberation."),
    ("pdf-gagal", "galat", "PDF gagal dibuat.", "Jalankan lagi; bila berulang, buka DOCX di LibreOffice dan lihat pesannya."),
    ("rumus-tanpa-math", "peringatan", "Rumus dalam PDF dicetak dengan kata-kata karena LibreOffice Math tidak ada; DOCX tetap memuat rumusnya.", "Pasang dengan: sudo apt-get install libreoffice-math-nogui, lalu: renstra susun --paksa."),
    ("halaman-kosong", "peringatan", "Nomor halaman daftar isi belum terisi karena PDF tidak dibuat.", "Di Word: Ctrl+A lalu F9, atau pasang LibreOffice dan susun ulang."),
)  # fmt: skip

KATALOG: dict[str, Jenis] = {kode: Jenis(kode, berat, arti, obat) for kode, berat, arti, obat in _DAFTAR}
