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
    ("buku-hilang", "galat", "Sebuah buku kerja tidak ada.", "Kembalikan berkas itu ke content/data, atau buat yang kosong dengan: renstra siapkan --perbarui."),
    ("buku-rusak", "galat", "Sebuah buku kerja tidak dapat dibaca.", "Buka di Excel, simpan ulang sebagai .xlsx, lalu ulangi."),
    ("buku-ditolak", "galat", "Sebuah buku kerja melampaui batas atau memuat yang dilarang.", "Salin isinya ke buku kerja baru tanpa makro dan tanpa tautan luar."),
    ("berkas-ditolak", "galat", "Sebuah sumber bukan berkas biasa, tidak boleh dibaca, atau terlalu besar.", "Simpan berkas biasa di tempat itu, yang boleh dibaca."),
    ("huruf-tersembunyi", "galat", "Sebuah sel, baris, atau nama memuat huruf yang tidak tampak, sehingga isinya bukan yang terlihat.", "Hapus bagian yang disebut beserta huruf di kiri dan kanannya, lalu ketik ulang (jangan salin-tempel)."),
    ("spasi-asing", "peringatan", "Sebuah sel, baris, atau nama memuat spasi yang bukan spasi biasa.", "Ganti dengan spasi biasa."),
    ("berkas-asing", "peringatan", "Sebuah berkas di content/data tidak dibaca.", "Simpan sebagai .xlsx dengan nama yang dikenal, atau pindahkan."),
    ("lembar-hilang", "galat", "Sebuah lembar tidak ada di buku kerjanya.", "Kembalikan lembar itu dengan nama yang persis sama, atau tambahkan dengan: renstra siapkan --perbarui."),
    ("lembar-kosong", "galat", "Sebuah lembar tidak berisi baris.", "Isi sekurang-kurangnya satu baris di bawah judul kolom."),
    ("lembar-asing", "peringatan", "Nama lembar mirip tetapi tidak sama dengan yang dikenal.", "Samakan ejaan nama lembar."),
    ("kolom-hilang", "galat", "Sebuah kolom tidak ada.", "Kembalikan judul kolom di baris pertama (lihat lembar Petunjuk), atau tambahkan kolomnya dengan: renstra siapkan --perbarui."),
    ("kolom-ganda", "galat", "Judul kolom yang sama ada dua kali.", "Hapus atau ganti nama salah satunya."),
    ("kolom-asing", "galat", "Sebuah kolom tidak dikenal.", "Perbaiki judulnya atau hapus kolom itu; lihat lembar Petunjuk."),
    ("kunci-hilang", "galat", "Sebuah kunci wajib tidak ada di lembar Kunci–Nilai.", "Tambahkan baris dengan kunci itu, atau jalankan: renstra siapkan --perbarui."),
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
    ("naskah-rusak", "galat", "Naskah atau kamus.txt tidak dapat dibaca.", "Simpan ulang sebagai teks UTF-8."),
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
    ("jumlah-kontrol", "peringatan", "Jumlah yang dihitung berbeda dengan jumlah pembandingnya.", "Cari sub kegiatan yang salah ketik; bila penjumlahannya benar, perbaiki lembar Kontrol."),
    ("induk-tanpa-anak", "peringatan", "Sebuah tujuan, sasaran, program, kegiatan, atau misi tidak mempunyai yang di bawahnya.", "Tambahkan barisnya, atau hapus induknya."),
    ("nomor-asing", "galat", "Sasaran atau tujuan RPJMD menyebut nomor yang tidak ada.", "Perbaiki nomornya di rpjmd.xlsx."),
    ("induk-salah", "peringatan", "Sebuah baris berada di bawah induk yang salah.", "Samakan kolom Milik dengan kode indikatornya, atau ganti kodenya."),
    ("tanpa-indikator", "peringatan", "Sebuah baris rencana tidak mempunyai indikator.", "Tambahkan barisnya di cascade.xlsx › Indikator."),
    ("indikator-kurang", "peringatan", "Sebuah indikator tidak mempunyai satuan, baseline, atau target.", "Isi selnya."),
    ("target-tanpa-pagu", "peringatan", "Ada target tanpa pagu pada tahun yang sama.", "Isi pagunya di pendanaan.xlsx › Pagu, atau kosongkan target tahun itu."),
    ("pagu-tanpa-target", "peringatan", "Ada pagu tanpa target pada tahun yang sama.", "Isi target tahun itu di cascade.xlsx › Indikator, atau kosongkan pagunya."),
    ("tanpa-target-dan-pagu", "peringatan", "Sebuah sub kegiatan tidak mempunyai target dan pagu pada suatu tahun.", "Isi target dan pagunya, atau terima bila memang tidak dilaksanakan tahun itu."),
    ("baseline-nol", "peringatan", "Baseline 0 diikuti target 100.", "Isi keadaan tahun dasar yang terukur, atau targetkan bertahap."),
    ("baseline-berbeda", "peringatan", "Baseline berbeda dengan realisasi tahun dasar.", "Samakan cascade.xlsx › Indikator dengan kinerja_pelayanan.xlsx › Indikator."),
    ("patahan-deret", "peringatan", "Sebuah deret angka melonjak atau jatuh.", "Periksa angka dan satuannya; batasnya batas_patahan di profil.xlsx › Profil."),
    ("realisasi-kembar", "peringatan", "Realisasi dua tahun berturut-turut sama persis.", "Cocokkan dengan laporan tahun itu; mungkin angka tahun lain tersalin."),
    ("indikator-tetap", "peringatan", "Sebuah indikator 100 sejak baseline dan setiap tahun.", "Pilih indikator yang dapat meningkat, atau terima dengan alasan."),
    ("target-di-bawah-realisasi", "peringatan", "Sebuah target lebih rendah daripada realisasi terakhir.", "Naikkan targetnya, atau terima bila indikatornya memang harus turun."),
    ("target-turun", "peringatan", "Target pertama lebih rendah daripada target terakhir Renstra sebelumnya.", "Naikkan targetnya, atau terima dengan alasan."),
    ("lonjakan-pagu", "peringatan", "Total pagu berubah tajam dari tahun ke tahun.", "Jelaskan dalam naskah; batasnya batas_perubahan_pagu di profil.xlsx › Profil."),
    ("realisasi-lebih", "peringatan", "Realisasi melebihi anggaran.", "Periksa keduanya di anggaran_realisasi.xlsx."),
    ("tanpa-penanggung-jawab", "peringatan", "Sebuah baris rencana tidak mempunyai penanggung jawab.", "Isi kode jabatannya di cascade.xlsx › Rencana."),
    ("penanggung-jawab-asing", "peringatan", "Penanggung jawab indikator tidak ada dalam organisasi.", "Tulis nama perangkat daerah, jabatan, atau unit seperti di organisasi.xlsx."),
    ("gaji-berbeda", "peringatan", "Banyaknya penerima gaji berbeda dengan banyaknya ASN.", "Cocokkan target di cascade.xlsx dengan pegawai.xlsx › Status."),
    ("pegawai-berbeda", "peringatan", "Jumlah pegawai berbeda antara tabel-tabelnya.", "Cocokkan lembar-lembar di pegawai.xlsx."),
    ("diklat-berbeda", "peringatan", "Diklat tidak sesuai dengan banyaknya jabatan.", "Cocokkan pegawai.xlsx › Diklat dengan lembar Jabatan."),
    ("tahun-luar-periode", "peringatan", "Tahun sebuah tabel di luar periode Renstra tanpa alasan.", "Hapus kolomnya, atau tulis alasannya di profil.xlsx › Tahun."),
    ("keluaran-sebagai-indikator", "peringatan", "Kalimat keluaran dipakai sebagai indikator.", "Tulis ukurannya, misalnya Jumlah … atau Persentase …"),
    ("indikator-ganda", "peringatan", "Dua baris rencana diukur dengan indikator yang sama.", "Periksa apakah indikator salah satunya tergeser."),
    ("nama-indikator-berbeda", "peringatan", "Satu indikator mempunyai dua nama.", "Samakan namanya di kinerja_pelayanan.xlsx dan cascade.xlsx, atau beri kode lain bila memang indikator lain."),
    ("nama-berlabel", "peringatan", "Sebuah nama memuat label atau kode.", "Hapus label atau kodenya; keduanya dibuat oleh program."),
    ("prioritas-kegiatan", "peringatan", "Daftar prioritas memuat kegiatan atau program, bukan sub kegiatan.", "Tulis kode sub kegiatannya di prioritas.xlsx, atau terima dengan alasan."),
    ("isu-tanpa-pasangan", "peringatan", "Sebuah isu strategis tidak mempunyai pasangannya.", "Tambahkan baris pasangannya di isu_strategis.xlsx, atau isi kolom Isu Tabel."),
    ("sasaran-tanpa-iku", "peringatan", "Sebuah sasaran tidak mempunyai IKU.", "Tambahkan indikatornya di iku.xlsx › IKU, atau terima dengan alasan."),
    ("bobot-rumus", "peringatan", "Bobot dalam rumus indikator tidak berjumlah 1.", "Perbaiki bobotnya di definisi_operasional.xlsx › Rumus; sembilan unsur berbobot 1/9."),
    ("akip-peraturan", "peringatan", "Rumus atau skala AKIP berbeda dengan peraturannya.", "Sesuaikan definisi_operasional.xlsx, atau terima dengan alasan."),
    # rules over chapters (periksa/naskah)
    ("angka-diketik", "peringatan", "Angka diketik dalam naskah, padahal ada dalam data.", "Ganti dengan ungkapan yang diusulkan."),
    ("tahun-diketik", "peringatan", "Tahun diketik dalam naskah, padahal dikenal data.", "Ganti dengan ungkapan yang diusulkan."),
    ("bilangan-diketik", "peringatan", "Kata bilangan diketik di depan sesuatu yang dihitung dari data.", "Ganti dengan ungkapan yang diusulkan, disaring | terbilang atau | bilang."),
    ("angka-lepas", "peringatan", "Angka diketik dalam naskah dan tidak ada dalam data.", "Masukkan angkanya ke buku kerja dan cetak dengan ungkapan, atau hapus."),
    ("terbilang-salah", "galat", "Angka dan kata bilangannya berbeda.", "Samakan, atau tulis {{ … | bilang }} yang mencetak keduanya."),
    ("klaim-diketik", "peringatan", "Pernyataan tentang data diketik tanpa nilai dari data.", "Cetak nilainya dengan ungkapan, atau beri syarat {% if … %}."),
    ("nama-diketik", "peringatan", "Nama yang ada dalam buku kerja diketik dalam naskah.", "Ganti dengan ungkapan yang diusulkan."),
    ("nama-asing", "galat", "Nama perangkat daerah lain tertinggal, atau nama sendiri masuk ke dalam sebuah kata.", "Perbaiki katanya; nama lain didaftar di profil.xlsx › Nama Lain."),
    ("ejaan-nama", "peringatan", "Sebuah nama resmi ditulis dengan dua ejaan.", "Samakan dengan ejaan nama resmi di buku kerjanya."),
    ("rujukan-diketik", "peringatan", "Nomor tabel, gambar, grafik, bab, atau bagian diketik.", "Tulis @tabel:…, @gambar:…, @grafik:…, @bab:…, @bagian:…, atau @lampiran:…."),
    ("rujukan-buntu", "galat", "Tabel, gambar, grafik, bab, atau lampiran yang disebut tidak ada.", "Perbaiki nomornya, atau rujuk dengan @…."),
    ("hukum-diketik", "peringatan", "Peraturan diketik dalam naskah, padahal ada di dasar_hukum.xlsx.", "Ganti dengan ungkapan yang diusulkan."),
    ("hukum-tanpa-baris", "peringatan", "Peraturan yang disebut tidak ada di dasar_hukum.xlsx.", "Tambahkan barisnya, atau perbaiki jenis, nomor, dan tahunnya."),
    ("hukum-luar-daftar", "peringatan", "Peraturan dipakai tetapi tidak tercantum dalam Dasar Hukum.", "Isi kolom Dalam Daftar dengan ya, atau terima dengan alasan."),
    ("hukum-judul", "peringatan", "Judul peraturan berbeda dari judul resminya atau dari barisnya di dasar_hukum.xlsx.", "Samakan dengan judul resmi."),
    ("hukum-lembaran", "peringatan", "Nomor Tambahan Lembaran tidak menyambung.", "Periksa nomornya pada naskah resmi peraturan itu."),
    ("hukum-diganti", "peringatan", "Peraturan telah diganti sebelum Renstra ditandatangani.", "Sebut peraturan penggantinya, atau terima dengan alasan."),
    ("kata-ganda", "peringatan", "Sebuah kata tertulis dua kali berturut-turut.", "Hapus salah satunya."),
    ("tanda-baca-ganda", "peringatan", "Tanda baca ganda, atau spasi di depan tanda baca.", "Hapus yang berlebih."),
    ("spasi-ganda", "peringatan", "Dua spasi atau lebih di antara dua kata.", "Hapus yang berlebih; periksa apakah ada kata yang terhapus."),
    ("kurung-pincang", "peringatan", "Kurung atau tanda petik tidak berpasangan.", "Lengkapi pasangannya, atau hapus."),
    ("kalimat-terputus", "peringatan", "Kalimat berakhir tanpa tanda baca.", "Lengkapi kalimatnya, atau beri titik."),
    ("teks-sementara", "galat", "Teks sementara tertinggal.", "Ganti dengan isinya, atau hapus."),
    ("kata-tak-dikenal", "peringatan", "Sebuah kata tidak dikenal kamus bahasa Indonesia.", "Perbaiki ejaannya; kata yang benar ditambahkan ke content/kamus.txt, istilah asing ditulis *miring*."),
    ("kamus-tidak-ada", "peringatan", "Ejaan tidak dapat diperiksa.", "Pasang kamusnya: sudo apt-get install hunspell-id, lalu ulangi."),
    # rules over the document (periksa/dokumen)
    ("bagian-hilang", "peringatan", "Bab, bagian, tabel, atau gambar yang diwajibkan kerangka tidak ada.", "Tambahkan di naskah, atau sesuaikan profil.xlsx › Kerangka dan Kerangka Bagian."),
    ("judul-bab-berbeda", "peringatan", "Judul bab dalam naskah berbeda dari judulnya dalam kerangka.", "Samakan judul: di kepala naskah dengan profil.xlsx › Kerangka, yang dicetak dalam Sistematika Penulisan."),
    ("judul-kosong", "peringatan", "Di bawah sebuah judul tidak ada isi.", "Tulis isinya, atau hapus judulnya."),
    ("nomor-urut", "galat", "Nomor judul, tabel, grafik, atau gambar tidak berurutan.", "Laporkan kepada pengembang: nomor dibuat oleh program."),
    ("nomor-kolom", "galat", "Baris nomor kolom (01) (02) … tidak lengkap atau tidak berurutan.", "Laporkan kepada pengembang: baris itu dibuat oleh program."),
    ("tabel-kosong", "peringatan", "Sebuah tabel tidak berisi, atau NIHIL tanpa penjelasan.", "Isi lembar sumbernya, atau nyatakan nihil berikut penjelasannya."),
    ("sel-sempit", "peringatan", "Sebuah kata atau angka lebih lebar daripada kolomnya sehingga terpotong.", "Persingkat katanya, atau lebarkan kolomnya di berkas tabel itu (generator/document/tables)."),
    ("gambar-melebihi", "peringatan", "Sebuah gambar atau tulisannya lebih besar daripada tempatnya.", "Persingkat isi kotaknya, atau bagi gambarnya."),
    ("teks-alternatif", "peringatan", "Sebuah gambar atau grafik tanpa teks alternatif yang menjelaskan isinya.", "Laporkan kepada pengembang: teks alternatif dibuat oleh program."),
    ("rujukan-kotak", "peringatan", "Kalimat dalam kotak indikator menunjuk tabel yang tidak memuat hal itu.", "Perbaiki nomor tabelnya di definisi_operasional.xlsx › Rumus."),
    ("angka-tanpa-asal", "peringatan", "Sebuah angka tidak diketahui asalnya.", "Ambil angkanya dari data dengan ungkapan, misalnya {{ pegawai.jumlah }}; nomor urut dengan .nomor."),
    ("koreksi-tidak-tercetak", "peringatan", "Bunyi yang disebut register koreksi tidak tercetak di tempatnya.", "Sesuaikan kolom Kini dan Tempat di koreksi.xlsx › Koreksi dengan dokumen, atau perbaiki datanya."),
    ("koreksi-kembali", "galat", "Kesalahan yang sudah diperbaiki menurut register koreksi tercetak lagi.", "Perbaiki data atau naskahnya; bila kini memang benar, hapus barisnya di koreksi.xlsx › Koreksi."),
    ("koreksi-dipertahankan", "peringatan", "Hal yang meragukan dipertahankan sampai diputuskan kantor.", "Putuskan dan perbaiki, atau terima dengan alasan di koreksi.xlsx › Penerimaan."),
    # Renja
    ("tahun-renja", "galat", "Tahun Renja di luar yang direncanakan Renstra.", "Pilih salah satu tahun yang disebut, atau lengkapi target dan pagu tahun itu di cascade.xlsx dan pendanaan.xlsx."),
    ("renja-buku-belum-ada", "peringatan", "Buku kerja Renja tahun itu belum ada; yang seharusnya diisikan di sana dicetak - atau NIHIL.", "Buat dengan: renstra renja <tahun> --siapkan, lalu isi."),
    ("renja-belum-diisi", "peringatan", "Masukan Renja belum lengkap; yang kosong dicetak - atau NIHIL.", "Isi sel yang disebut di buku kerja tahun itu."),
    ("renja-tanpa-alasan", "peringatan", "Pagu atau target Renja berbeda dari Renstra tanpa alasan.", "Tulis alasannya di kolom Alasan pada baris itu, atau kosongkan selnya bila sama dengan Renstra."),
    # Perjanjian Kinerja
    ("pk-nama-kosong", "peringatan", "Nama yang menandatangani perjanjian kinerja tidak ada dalam sumber; dicetak titik-titik.", "Tambahkan barisnya di profil.xlsx › Pejabat; nama kepala daerah di buku kerja Renja tahun itu › Umum."),
    ("pk-tanggal-kosong", "peringatan", "Tanggal perjanjian kinerja belum ditetapkan; dicetak titik-titik.", "Isi tanggal_pk di buku kerja Renja tahun itu › Umum."),
    ("pk-tanpa-penanggung-jawab", "peringatan", "Yang dilaksanakan pada tahun itu tidak diampu siapa pun, sehingga tercetak sebagai sisa.", "Isi kode jabatannya di cascade.xlsx › Rencana."),
    ("pk-tanpa-butir", "peringatan", "Sebuah jabatan tidak mengampu apa pun, sehingga perjanjian kinerjanya tidak dibuat.", "Isi kode jabatan itu di cascade.xlsx › Rencana pada yang diampunya, atau terima dengan alasan."),
    ("pk-luar-atasan", "peringatan", "Sub kegiatan diperjanjikan seorang pejabat tetapi tidak oleh atasannya.", "Samakan penanggung jawab kegiatan atau programnya di cascade.xlsx › Rencana dengan susunan jabatan di organisasi.xlsx."),
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

KATALOG: dict[str, Jenis] = {kode: Jenis(kode, berat, arti, obat) for kode, berat, arti, obat in _DAFTAR}
