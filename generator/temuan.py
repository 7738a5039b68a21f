"""Findings: everything that is wrong, collected and shown together.

A finding has a stable code, a severity, a place, a message and a remedy. `KATALOG` knows every code; `docs/temuan.md`
is made of it. The kinds that stages meet are listed here, those of rules are declared beside the rules. A place stays a
`Lokasi` until one of the functions here prints it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Literal

from generator.lokasi import Lokasi

Berat = Literal["galat", "peringatan"]


@dataclass(frozen=True, slots=True)
class Jenis:
    """One kind of finding of the catalogue. `salah`, `baik`: what a planner types or fills in, wrong and right."""

    kode: str
    berat: Berat
    arti: str
    obat: str
    salah: str = ""
    baik: str = ""


class Katalog(Mapping[str, Jenis]):
    """Kinds by their codes.

    Rules declare theirs where they stand, in `periksa/`, so a finding of a rule always finds its kind here. Who asks
    for one that is not here yet, or for all, makes their declarations be read; no start of the program does.
    """

    DEKLARASI = "generator.periksa.daftar"  # named, not imported: rules know of findings, findings of no rule

    def __init__(self, jenis: Iterable[Jenis]) -> None:
        self._jenis: dict[str, Jenis] = {}
        for j in jenis:
            self.daftarkan(j)

    def daftarkan(self, jenis: Jenis) -> None:
        """Enter a kind. A code that is there is a `ValueError`."""
        if jenis.kode in self._jenis:
            raise ValueError(f"kode temuan {jenis.kode} dideklarasikan dua kali")
        self._jenis[jenis.kode] = jenis

    def __getitem__(self, kode: str) -> Jenis:
        if kode not in self._jenis:
            import_module(self.DEKLARASI)
        return self._jenis[kode]

    def __iter__(self) -> Iterator[str]:
        import_module(self.DEKLARASI)
        return iter(self._jenis)

    def __len__(self) -> int:
        import_module(self.DEKLARASI)
        return len(self._jenis)


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding, at its place.

    `pokok` is what it is about, independent of the place: a code, a name, a word. An acceptance names it. `versi`: of
    which of several versions of the sources the place is; '' where there is one.
    """

    kode: str
    lokasi: Lokasi
    pesan: str
    obat: str = ""
    pokok: str = ""
    versi: str = ""

    @property
    def berat(self) -> Berat:
        return KATALOG[self.kode].berat

    @property
    def cara(self) -> str:
        """Its own remedy, or that of its kind."""
        return self.obat or KATALOG[self.kode].obat

    @property
    def tempat(self) -> str:
        """The place as printed: 'file › sheet!cell', 'file:line' or a file, after the version."""
        return self._di_versi(str(self.lokasi))

    @property
    def berkas(self) -> str:
        """The file of the place as printed, after the version."""
        return self._di_versi(self.lokasi.berkas)

    def _di_versi(self, tempat: str) -> str:
        return f"{self.versi}: {tempat}" if self.versi else tempat

    def baris(self) -> str:
        """The finding as three lines of text."""
        return "\n".join(self._baris(self.tempat))

    def baris_berkas(self) -> list[str]:
        """The same below the name of its file, with what an acceptance names."""
        di = self.lokasi.dalam_buku or (f"baris {self.lokasi.baris}" if self.lokasi.baris else "")
        return self._baris(f"{di} [{self.pokok}]" if self.pokok else di)

    def _baris(self, tempat: str) -> list[str]:
        return [f"{self.berat:<10} {self.kode:<24} {tempat}", f"           {self.pesan}", f"           → {self.cara}"]


@dataclass
class Kumpulan:
    """The findings of one run, in the order in which they were met, each once."""

    isi: dict[Temuan, None] = field(default_factory=dict)

    def tambah(self, kode: str, tempat: object, pesan: str, obat: str = "", pokok: str = "") -> None:
        """Report a finding at a `Lokasi`; anything else names the file or the thing that it is about."""
        if kode not in KATALOG:
            raise KeyError(kode)
        lokasi = tempat if isinstance(tempat, Lokasi) else Lokasi(str(tempat))
        self.isi[Temuan(kode, lokasi, pesan, obat, pokok)] = None

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


# ---------------------------------------------------------------- printed


def sebagai_laporan(temuan: Iterable[Temuan], diterima: int = 0) -> str:
    """All findings grouped by file, in the order of their first finding, and a count."""
    kelompok: dict[str, list[Temuan]] = {}
    for t in temuan:
        kelompok.setdefault(t.berkas, []).append(t)
    baris: list[str] = []
    for berkas, isi in kelompok.items():
        baris += [berkas, *(f"  {b}" for t in isi for b in t.baris_berkas()), ""]
    galat = sum(t.berat == "galat" for isi in kelompok.values() for t in isi)
    peringatan = sum(map(len, kelompok.values())) - galat
    akhir = f", {diterima} diterima dalam register" if diterima else ""
    return "\n".join([*baris, f"{galat} galat, {peringatan} peringatan{akhir}."])


def sebagai_teks(temuan: Iterable[Temuan]) -> str:
    """All findings, errors first, and a count."""
    daftar = sorted(temuan, key=lambda t: t.berat != "galat")
    galat = sum(t.berat == "galat" for t in daftar)
    baris = [t.baris() for t in daftar]
    return "\n".join([*baris, f"{galat} galat, {len(daftar) - galat} peringatan."])


def sebagai_json(temuan: Iterable[Temuan]) -> str:
    """All findings as a JSON array."""
    isi = [
        {"berat": t.berat, "kode": t.kode, "tempat": t.tempat, "pesan": t.pesan, "obat": t.cara, "pokok": t.pokok}
        for t in temuan
    ]
    return json.dumps(isi, ensure_ascii=False, indent=2)


# ---------------------------------------------------------------- the kinds that stages meet
# code, severity, meaning, remedy; where it helps, an example of the wrong and of the right

_DAFTAR: tuple[tuple[str, Berat, str, str] | tuple[str, Berat, str, str, str, str], ...] = (
    # workbooks
    ("buku-hilang", "galat", "Sebuah buku kerja tidak ada.", "Kembalikan berkas itu ke content/data, atau buat yang kosong dengan: renstra siapkan --perbarui."),
    ("buku-rusak", "galat", "Sebuah buku kerja tidak dapat dibaca.", "Buka di Excel, simpan ulang sebagai .xlsx, lalu ulangi."),
    ("buku-ditolak", "galat", "Sebuah buku kerja melampaui batas atau memuat yang dilarang.", "Salin isinya ke buku kerja baru tanpa makro dan tanpa tautan luar."),
    ("berkas-ditolak", "galat", "Sebuah sumber bukan berkas biasa, tidak boleh dibaca, atau terlalu besar.", "Simpan berkas biasa di tempat itu, yang boleh dibaca."),
    ("huruf-tersembunyi", "galat", "Sebuah sel, baris, atau nama memuat huruf yang tidak tampak, sehingga isinya bukan yang terlihat.", "Hapus bagian yang disebut beserta huruf di kiri dan kanannya, lalu ketik ulang (jangan salin-tempel)."),
    ("spasi-asing", "peringatan", "Sebuah sel, baris, atau nama memuat spasi yang bukan spasi biasa.", "Ganti dengan spasi biasa."),
    ("berkas-asing", "peringatan", "Sebuah berkas di content/data tidak dibaca.", "Simpan sebagai .xlsx dengan nama yang dikenal, atau pindahkan."),
    ("lembar-hilang", "galat", "Sebuah lembar tidak ada di buku kerjanya.", "Kembalikan lembar itu dengan nama yang persis sama, atau tambahkan dengan: renstra siapkan --perbarui."),
    ("lembar-kosong", "galat", "Sebuah lembar tidak berisi baris.", "Isi sekurang-kurangnya satu baris di bawah judul kolom."),
    ("lembar-asing", "peringatan", "Nama lembar mirip tetapi tidak sama dengan yang dikenal.", "Samakan ejaan nama lembar.", "lembar Indikator2", "lembar Indikator"),
    ("kolom-hilang", "galat", "Sebuah kolom tidak ada.", "Kembalikan judul kolom di baris pertama (lihat lembar Petunjuk), atau tambahkan kolomnya dengan: renstra siapkan --perbarui.", "Pagu | Pagu 2026 | (kolom ketiga tidak berjudul)", "Pagu 2025 | Pagu 2026 | Pagu 2027"),
    ("kolom-ganda", "galat", "Judul kolom yang sama ada dua kali.", "Hapus atau ganti nama salah satunya."),
    ("kolom-asing", "galat", "Sebuah kolom tidak dikenal.", "Perbaiki judulnya atau hapus kolom itu; lihat lembar Petunjuk.", "Pagu Tahun 2027", "Pagu 2027"),
    ("kunci-hilang", "galat", "Sebuah kunci wajib tidak ada di lembar Kunci–Nilai.", "Tambahkan baris dengan kunci itu, atau jalankan: renstra siapkan --perbarui."),
    ("kunci-asing", "galat", "Sebuah kunci tidak dikenal.", "Perbaiki ejaannya; lihat lembar Petunjuk."),
    ("kunci-ganda", "galat", "Kode atau kunci yang sama ada dua kali.", "Hapus atau ganti salah satunya.", "dua baris berkode 7.01.01.2.01.0001", "setiap kode sekali"),
    ("kode-asing", "galat", "Sebuah kode tidak ada di lembar yang dirujuknya.", "Perbaiki kodenya, atau tambahkan barisnya di lembar yang dirujuk.", "Kegiatan: 7.01.02.2.99, yang tidak ada di lembar Nomenklatur", "Kegiatan: 7.01.02.2.01"),
    # cells
    ("sel-kosong", "galat", "Sel wajib kosong.", "Isi sel itu."),
    ("sel-galat", "galat", "Sel berisi galat Excel.", "Perbaiki rumusnya di Excel.", "#REF!", "1.250.000"),
    ("rumus-belum-dihitung", "galat", "Rumus belum pernah dihitung, jadi nilainya tidak ada.", "Buka berkas di Excel, biarkan menghitung, lalu simpan."),
    ("teks-berisi-angka", "galat", "Kolom teks berisi angka.", "Format sel sebagai Teks, lalu ketik ulang isinya.", "Satuan: 100", "Satuan: Persen"),
    ("kode-bukan-teks", "galat", "Kode tersimpan sebagai angka, sehingga nolnya dapat hilang.", "Format sel sebagai Teks, lalu ketik ulang kodenya.", "7.1 (angka; nolnya hilang)", "7.01 (teks)"),
    ("kode-salah", "galat", "Bentuk kode salah.", "Tulis kode menurut bentuk yang dijelaskan lembar Petunjuk.", "7-01-01", "7.01.01"),
    ("data-bukan-angka", "galat", "Kolom angka berisi yang lain.", "Isi dengan angka saja; satuan ada di kolomnya sendiri.", "12 dokumen", "12"),
    ("angka-rancu", "galat", "Angka diketik sebagai teks dan dapat dibaca dua cara.", "Ketik ulang sebagai angka di Excel.", "'1.500 (teks: seribu lima ratus, atau satu koma lima?)", "1500 (angka)"),
    ("angka-sebagai-teks", "peringatan", "Angka diketik sebagai teks; terbaca karena tidak rancu.", "Ubah sel menjadi angka di Excel.", "'1500 (teks)", "1500 (angka)"),
    ("angka-tak-bulat", "galat", "Bilangan bulat berisi pecahan.", "Bulatkan nilainya di sumbernya.", "Jumlah pegawai: 12,5", "Jumlah pegawai: 12"),
    ("angka-negatif", "galat", "Angka negatif di tempat yang tidak boleh.", "Periksa tandanya.", "Pagu: -150.000", "Pagu: 150.000"),
    ("tahun-salah", "galat", "Tahun salah.", "Tulis tahun dengan empat angka.", "Tahun: '25", "Tahun: 2025"),
    ("tanggal-salah", "galat", "Tanggal atau bulan salah.", "Tulis tanggal sebagai tanggal Excel atau tttt-bb-hh.", "31 Pebruari 2025", "2025-02-28"),
    ("pilihan-salah", "galat", "Isi tidak termasuk pilihan yang tersedia.", "Pilih dari daftar turun di sel itu.", "Dilayani: betul", "Dilayani: ya"),
    ("spasi-ganda", "peringatan", "Dua spasi atau lebih di antara dua kata.", "Hapus yang berlebih; periksa apakah ada kata yang terhapus.", "Jumlah pegawai  itu bertambah.", "Jumlah pegawai itu bertambah."),
    # data as a whole
    ("tingkat-kode", "galat", "Kode bukan program, kegiatan, atau sub kegiatan pada tempatnya.", "Tulis kode pada tingkat yang diminta, misalnya 7.01.01.2.01.0001.", "7.01.01 sebagai sub kegiatan", "7.01.01.2.01.0001"),
    ("induk-hilang", "galat", "Kode induk tidak ada di nomenklatur.", "Tambahkan baris program atau kegiatan induknya."),
    ("sasaran-rencana", "galat", "Sasaran di lembar Rencana salah tempat.", "Isi kolom Sasaran pada baris program, dan hanya di situ."),
    ("pagu-hilang", "galat", "Sebuah sub kegiatan tidak mempunyai baris pagu.", "Tambahkan barisnya di pendanaan.xlsx › Pagu; sel pagunya boleh kosong."),
    ("tahun-berbeda", "galat", "Kolom tahun target dan pagu berbeda.", "Samakan tahun kolom Target di cascade.xlsx dan kolom Pagu di pendanaan.xlsx."),
    ("nihil-salah", "galat", "Pernyataan nihil tidak sesuai dengan isi lembar.", "Sesuaikan ikk.xlsx › Pernyataan dengan lembar IKK."),
    ("periode-salah", "galat", "Periode Renstra salah.", "Tahun akhir tidak boleh sebelum tahun awal.", "periode_awal 2029, periode_akhir 2025", "periode_awal 2025, periode_akhir 2029"),
    ("jabatan-salah", "galat", "Susunan jabatan salah.", "Tepat satu jabatan tanpa atasan, dan atasan setiap jabatan lain berujung padanya."),
    ("tugas-pokok-kosong", "peringatan", "Sebuah jabatan tidak mempunyai tugas pokok dalam sumber.", "Lengkapi tugas_fungsi.xlsx dari peraturannya."),
    ("pejabat-hilang", "galat", "Pejabat yang diminta blok tanda tangan tidak ada.", "Tambahkan barisnya di profil.xlsx › Pejabat."),
    # chapters
    ("bab-hilang", "galat", "Tidak ada naskah bab.", "Simpan berkas .md di folder content/chapters/renstra."),
    ("naskah-rusak", "galat", "Naskah atau kamus.txt tidak dapat dibaca.", "Simpan ulang sebagai teks UTF-8."),
    ("kepala-naskah", "galat", "Kepala naskah (antara dua baris ---) salah.", "Tulis judul: dan bab: atau depan: di antara dua baris ---.", "# Pendahuluan pada baris pertama", "--- | judul: Pendahuluan | bab: 1 | --- (empat baris)"),
    ("ungkapan-salah", "galat", "Ungkapan {{ … }} atau {% … %} salah.", "Perbaiki ejaan ungkapan; daftar nama ada di docs/panduan.md.", "{{ profil.perangkat_daera }}", "{{ profil.perangkat_daerah }}"),
    ("ungkapan-kosong", "peringatan", "Ungkapan menghasilkan nilai kosong; dicetak -.", "Lengkapi sel sumbernya."),
    ("pagar-salah", "galat", "Blok ::: salah.", "Tulis ::: tabel NAMA, judul di baris berikutnya, lalu ::: penutup.", "::: tabel", "::: tabel sarana"),
    ("html-dalam-naskah", "galat", "Naskah memuat HTML atau unsur Markdown yang tidak didukung.", "Hapus; naskah hanya memuat unsur yang dijelaskan docs/panduan.md.", "<b>penting</b>", "**penting**"),
    ("label-ganda", "galat", "Label atau nama tabel, grafik, gambar dipakai dua kali.", "Ganti salah satunya."),
    ("rujukan-asing", "galat", "Rujukan @… menunjuk yang tidak ada.", "Perbaiki namanya, atau tempatkan tabel, grafik, gambar, atau labelnya.", "@tabel:saran", "@tabel:sarana"),
    ("tidak-dirujuk", "peringatan", "Tabel, grafik, atau gambar tidak dirujuk dalam teks.", "Rujuk dengan @tabel:NAMA, @grafik:NAMA, atau @gambar:NAMA.", "Sarana disajikan berikut ini.", "Sarana disajikan pada @tabel:sarana."),
    ("judul-loncat", "galat", "Tingkat judul meloncat.", "Pakai ## lalu ### lalu ####, tanpa melewati tingkat.", "## lalu ####", "## lalu ### lalu ####"),
    ("rumus-salah", "galat", "Sebuah rumus LaTeX salah.", "Perbaiki di tempat yang disebut; yang dikenal ada di docs/panduan.md.", "\\frac{a}", "\\frac{a}{b}"),
    ("rumus-lebar", "peringatan", "Sebuah rumus lebih lebar daripada tempatnya; sisanya terpotong dalam PDF.", "Pecah rumusnya menjadi beberapa baris dengan \\\\, atau lebarkan kolomnya."),
    # Renja
    ("tahun-renja", "galat", "Tahun Renja di luar yang direncanakan Renstra.", "Pilih salah satu tahun yang disebut, atau lengkapi target dan pagu tahun itu di cascade.xlsx dan pendanaan.xlsx."),
    # register
    ("penerimaan-usang", "peringatan", "Sebuah penerimaan tidak cocok lagi dengan temuan mana pun.", "Hapus barisnya di koreksi.xlsx › Penerimaan, atau perbaiki kode dan pokoknya."),
    # lineage
    ("tempat-asing", "galat", "Tempat yang ditanyakan kepada jejak tidak ada.", "Tulis BUKU.xlsx!Lembar!Sel, atau tabel:NAMA dengan --baris dan --kolom, menurut nama yang disebut."),
    # versions compared
    ("versi-asing", "galat", "Sebuah versi tidak ditemukan.", "Sebut folder proyek, atau nama tag, cabang, atau komit git."),
    ("versi-ditolak", "galat", "Versi tidak dapat diberi nama.", "Lakukan yang disebut, lalu ulangi: make versi NAMA=…"),
    # output
    ("templat-ditolak", "galat", "Templat Word memuat makro, objek, tautan, atau medan yang tidak boleh ada, atau melampaui batas.", "Kembalikan templates/ dari git, atau hapus yang disebut di Word lalu simpan sebagai .docx."),
    ("templat-salah", "galat", "Templat Word tidak dapat dipakai.", "Kembalikan templates/ dari git, atau perbaiki bagian yang disebut."),
    ("keluaran-salah", "galat", "Pemeriksaan akhir menemukan kesalahan pada keluaran.", "Laporkan kepada pengembang; keluaran lama tidak diganti."),
    ("tidak-tertulis", "galat", "Keluaran tidak dapat ditulis.", "Tutup berkas itu bila sedang terbuka di Word, dan pastikan ruang disk cukup."),
    ("terbit-terputus", "galat", "Penerbitan terhenti di tengah, dan keluaran lama belum dapat dikembalikan.", "Tutup berkas yang disebut, lalu jalankan perintah apa pun: keluaran lama dikembalikan lebih dahulu."),
    ("sumber-berubah", "galat", "Sumber berubah selagi disusun.", "Simpan dan tutup berkas yang sedang disunting, lalu ulangi."),
    ("pdf-lama", "peringatan", "PDF susunan sebelumnya dipindahkan.", "Lakukan yang disebut pada temuan tentang PDF, lalu susun ulang untuk PDF yang baru."),
    ("mesin-sempit", "peringatan", "Batas yang diberikan mesin kepada program sempit, sehingga PDF dapat gagal dibuat.", "Naikkan batas yang disebut dengan ulimit, lalu ulangi."),
    ("pdf-tidak-ada", "peringatan", "PDF tidak dibuat karena LibreOffice atau Word tidak ada.", "Pasang LibreOffice: sudo apt-get install libreoffice-writer-nogui libreoffice-math-nogui fonts-liberation."),
    ("pdf-gagal", "peringatan", "PDF gagal dibuat; DOCX dan Markdown tetap diterbitkan.", "Susun lagi; bila berulang, pasang ulang LibreOffice, atau buka DOCX di Word atau LibreOffice dan simpan sebagai PDF."),
    ("rumus-tanpa-math", "peringatan", "Rumus dalam PDF dicetak dengan kata-kata karena LibreOffice Math tidak ada; DOCX tetap memuat rumusnya.", "Pasang dengan: sudo apt-get install libreoffice-math-nogui, lalu: renstra susun --paksa."),
    ("halaman-kosong", "peringatan", "Nomor halaman daftar isi belum terisi karena PDF tidak dibuat.", "Di Word: Ctrl+A lalu F9, atau susun ulang sesudah PDF dapat dibuat."),
)  # fmt: skip

JENIS_TAHAP = tuple(Jenis(*baris) for baris in _DAFTAR)

KATALOG = Katalog(JENIS_TAHAP)
