"""Workbooks -> `Isi`: headers, rows, keys and references checked; every fault is a finding with its cell.

In: the folder of workbooks and their schema. Out: the fields of `Isi`, or findings only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from generator.berkas import OBAT_FOLDER, ada, akar_sumber, keluar_dari
from generator.model.alamat import huruf_kolom
from generator.model.angka import Lokasi
from generator.model.isi import SEMUA_BUKU, Isi
from generator.model.kolom import TAHUN_AKHIR, TAHUN_AWAL, Baris, KolomBebas, PerTahun, Rujukan, Sel
from generator.model.skema import Buku, Lembar
from generator.sources.keutuhan import periksa_keutuhan
from generator.sources.lembar_alir import LembarMentah
from generator.sources.xlsx import BukuDitolak, Pembaca, PembacaSekali, baca_xlsx
from generator.temuan import Kumpulan

PETUNJUK = "Petunjuk"
KOLOM_TUNGGAL = ("Kunci", "Nilai", "Keterangan")
JUDUL_DIHITUNG = {"jumlah", "total"}


def metadata(medan: FieldInfo, jenis: type[Any]) -> Any:
    """The mark of a type (PerTahun, KolomBebas, Rujukan, Bentuk) on a field, or None."""
    tumpukan: list[Any] = [*medan.metadata, medan.annotation]
    while tumpukan:
        m = tumpukan.pop(0)
        if isinstance(m, jenis):
            return m
        if get_origin(m) is not None:
            tumpukan.extend([*getattr(m, "__metadata__", ()), *get_args(m)])
    return None


def baca_isi(folder: Path, temuan: Kumpulan, nama: str = "content/data", baca: Pembaca | None = None) -> Isi | None:
    """Read every workbook of `folder`. None when a finding of severity galat stands in the way."""
    if keluar_dari(akar_sumber(folder, nama), folder):
        temuan.tambah("berkas-ditolak", nama, "folder itu tautan yang keluar dari folder isi", OBAT_FOLDER)
        return None
    medan: dict[str, Any] = {}
    for buku in SEMUA_BUKU:
        medan |= baca_buku(buku, folder / buku.berkas, f"{nama}/{buku.berkas}", temuan, baca)
    _periksa_berkas_asing(folder, nama, temuan)
    periksa_rujukan(SEMUA_BUKU, medan, temuan)
    periksa_keutuhan(medan, temuan)
    return None if temuan.galat else Isi(**medan)


def baca_buku(buku: Buku, path: Path, berkas: str, temuan: Kumpulan, baca: Pembaca | None = None) -> dict[str, Any]:
    """The fields that one workbook fills. `berkas`: what places call it."""
    if not ada(path):
        temuan.tambah("buku-hilang", berkas, f"buku kerja {buku.berkas} ({buku.uraian.lower()}) tidak ada")
        return {}
    try:
        mentah = (baca or baca_xlsx)(path, berkas)
    except BukuDitolak as e:
        temuan.tambah(e.kode, berkas, e.pesan, e.obat)
        return {}
    ingatan = baca.terolah if isinstance(baca, PembacaSekali) else {}
    kunci = (buku.nama, id(mentah))
    if kunci not in ingatan:
        milik = Kumpulan()
        ingatan[kunci] = _medan(buku, berkas, mentah, milik), milik
    medan, milik = ingatan[kunci]
    temuan.masukkan(milik)
    return medan


def _periksa_berkas_asing(folder: Path, nama: str, temuan: Kumpulan) -> None:
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.suffix.lower() in {".xls", ".xlsm", ".xlsb", ".ods", ".csv"}:
            temuan.tambah("berkas-asing", f"{nama}/{path.name}", f"berkas {path.suffix} tidak dibaca")


def _medan(buku: Buku, berkas: str, mentah: dict[str, LembarMentah], temuan: Kumpulan) -> dict[str, Any]:
    hasil: dict[str, Any] = {}
    dikenal = {PETUNJUK, *(lembar.nama for lembar in buku.lembar)}
    for nama in mentah:
        if nama not in dikenal and nama.strip().lower() in {d.lower() for d in dikenal}:
            temuan.tambah("lembar-asing", Lokasi(berkas, nama), f'lembar "{nama}" tidak dikenal; periksa ejaannya')
    for lembar in buku.lembar:
        if lembar.nama not in mentah:
            temuan.tambah("lembar-hilang", berkas, f'lembar "{lembar.nama}" ({lembar.uraian.lower()}) tidak ada')
            continue
        mentah[lembar.nama].laporkan_huruf(temuan)
        pembaca = _tunggal if lembar.tunggal else _berbaris
        rekaman = pembaca(lembar, mentah[lembar.nama], temuan)
        if rekaman is not None:
            hasil[lembar.medan] = rekaman
    return hasil


# ---------------------------------------------------------------- one sheet


def _validasi(baris: type[Baris], data: dict[str, Any], lokasi: Lokasi, temuan: Kumpulan) -> Baris | None:
    def peringatan(kode: str, tempat: Lokasi, pesan: str, pokok: str) -> None:
        temuan.tambah(kode, tempat, pesan, pokok=pokok)

    try:
        return baris.model_validate({**data, "lokasi": lokasi}, context={"peringatan": peringatan})
    except ValidationError as e:
        for galat in e.errors(include_url=False):
            if galat["type"] == "missing":  # a column or key that is not there has its own finding
                continue
            nama, *kunci = galat["loc"]
            sel = data[str(nama)]
            for langkah in kunci:
                sel = sel[langkah]
            tempat = sel.lokasi if isinstance(sel, Sel) else lokasi
            temuan.tambah(galat["type"], tempat, f"{_sebutan(baris, str(nama), kunci)}: {galat['msg']}")
        return None


def _sebutan(baris: type[Baris], nama: str, kunci: Sequence[int | str]) -> str:
    """A column as planners know it: its header."""
    medan = baris.model_fields[nama]
    per_tahun = metadata(medan, PerTahun)
    return " ".join(map(str, (per_tahun.judul, *kunci) if per_tahun else kunci or (medan.title or nama,)))


def _baris_isi(mentah: LembarMentah) -> Iterator[int]:
    """The numbers of rows below the header that hold anything."""
    return iter(sorted({r for (r, _), sel in mentah.sel.items() if r > 1 and not sel.kosong}))


def _tunggal(lembar: Lembar, mentah: LembarMentah, temuan: Kumpulan) -> Baris | None:
    judul = [mentah.di(1, k).isi for k in (1, 2, 3)]
    if judul[:2] != list(KOLOM_TUNGGAL[:2]):
        temuan.tambah("kolom-hilang", Lokasi(mentah.berkas, mentah.nama, "A1"), "kolom A dan B harus Kunci dan Nilai")
        return None
    medan = {n for n in lembar.baris.model_fields if n != "lokasi"}
    data: dict[str, Sel] = {}
    for r in _baris_isi(mentah):
        kunci = mentah.di(r, 1)
        nama = str("" if kunci.isi is None else kunci.isi).strip()
        if nama in data:
            temuan.tambah("kunci-ganda", kunci.lokasi, f'kunci "{nama}" sudah ada di {data[nama].lokasi.sel}')
        elif nama in medan:
            data[nama] = mentah.di(r, 2)
        else:
            temuan.tambah("kunci-asing", kunci.lokasi, f'kunci "{nama}" tidak dikenal')
    for nama in sorted(medan - set(data)):
        temuan.tambah("kunci-hilang", Lokasi(mentah.berkas, mentah.nama), f'kunci "{nama}" tidak ada')
    return _validasi(lembar.baris, data, Lokasi(mentah.berkas, mentah.nama, "A1"), temuan)


@dataclass
class _Kolom:
    """Where the fields of a sheet stand: `polos` field -> column, `ganda` field -> {year or header: column}."""

    polos: dict[str, int] = field(default_factory=dict)
    ganda: dict[str, dict[Any, int]] = field(default_factory=dict)
    sah: bool = True

    def data(self, mentah: LembarMentah, baris: int) -> dict[str, Any]:
        """The cells of a row by field."""
        polos: dict[str, Any] = {n: mentah.di(baris, k) for n, k in self.polos.items()}
        return polos | {n: {j: mentah.di(baris, k) for j, k in letak.items()} for n, letak in self.ganda.items()}


def _kolom(lembar: Lembar, mentah: LembarMentah, temuan: Kumpulan) -> _Kolom:
    """The columns of a sheet by its header; `sah` is false when any of them is missing, unknown or there twice."""
    peta = _Kolom()
    polos: dict[str, str] = {}
    tahunan: dict[str, str] = {}
    bebas = ""
    for nama, medan in lembar.baris.model_fields.items():
        per_tahun = metadata(medan, PerTahun)
        if nama == "lokasi":
            continue
        if per_tahun:
            tahunan[per_tahun.judul] = nama
        elif metadata(medan, KolomBebas):
            bebas = nama
        else:
            polos[medan.title or nama] = nama
    peta.ganda = {n: {} for n in (*tahunan.values(), *([bebas] if bebas else ()))}

    def salah(kode: str, tempat: Lokasi, pesan: str) -> None:
        temuan.tambah(kode, tempat, pesan)
        peta.sah = False

    lembar_ini = Lokasi(mentah.berkas, mentah.nama)
    bantuan = {k for k in _kolom_berisi(mentah) if _judul(mentah, k) in lembar.bantuan}
    berisi = _kolom_berisi(mentah) - bantuan
    terlihat: dict[str, str] = {}
    for k in sorted(berisi):
        sel = mentah.di(1, k)
        judul = _judul(mentah, k)
        m = re.fullmatch(r"(.+) (\d{4})", judul)
        if not judul:
            salah("kolom-asing", sel.lokasi, f"kolom {huruf_kolom(k)} berisi tetapi tidak berjudul")
        elif judul in terlihat:
            salah("kolom-ganda", sel.lokasi, f'kolom "{judul}" sudah ada di {terlihat[judul]}')
        elif judul in polos:
            peta.polos[polos[judul]] = k
        elif m and m[1] in tahunan and not TAHUN_AWAL <= int(m[2]) <= TAHUN_AKHIR:
            salah("tahun-salah", sel.lokasi, f'kolom "{judul}": tahun harus antara {TAHUN_AWAL} dan {TAHUN_AKHIR}')
        elif m and m[1] in tahunan:
            peta.ganda[tahunan[m[1]]][int(m[2])] = k
        elif bebas and judul.lower() in JUDUL_DIHITUNG and len(berisi) > len(polos) + 1:
            salah("kolom-asing", sel.lokasi, f'kolom "{judul}" dihitung; jangan diketik')
        elif bebas:
            peta.ganda[bebas][judul] = k
        else:
            usul = [*polos, *(f"{t} <tahun>" for t in tahunan)]
            salah("kolom-asing", sel.lokasi, f'kolom "{judul}" tidak dikenal; yang dikenal: {", ".join(usul)}')
        terlihat.setdefault(judul, sel.lokasi.sel)
    for judul in (j for j, n in polos.items() if n not in peta.polos):
        salah("kolom-hilang", lembar_ini, f'kolom "{judul}" tidak ada')
    perlu_tahun = not lembar.boleh_kosong or any(_baris_isi(mentah))
    for judul in (j for j, n in tahunan.items() if perlu_tahun and not peta.ganda[n]):
        salah("kolom-hilang", lembar_ini, f'tidak ada kolom "{judul} <tahun>"')
    if bebas and not peta.ganda[bebas]:
        salah("kolom-hilang", lembar_ini, "tidak ada kolom nilai")
    for judul, hilang in _tahun_hilang({j: set(peta.ganda[n]) for j, n in tahunan.items() if peta.ganda[n]}):
        salah("kolom-hilang", lembar_ini, f'kolom "{judul}" tidak ada untuk tahun {_deret(hilang)}')
    return peta


def _kolom_berisi(mentah: LembarMentah) -> set[int]:
    return {k for (_, k), sel in mentah.sel.items() if not sel.kosong}


def _judul(mentah: LembarMentah, kolom: int) -> str:
    """The header of a column, blanks made single ones."""
    isi = mentah.di(1, kolom).isi
    return " ".join(str(isi if isi is not None else "").split())


def _tahun_hilang(tahun: Mapping[str, set[int]]) -> Iterator[tuple[str, list[int]]]:
    """(heading, missing years): the year columns of one sheet cover the same years without a gap."""
    semua = {t for daftar in tahun.values() for t in daftar}
    for judul, daftar in tahun.items():
        hilang = [t for t in range(min(semua), max(semua) + 1) if t not in daftar]
        if hilang:
            yield judul, hilang


def _deret(tahun: Sequence[int]) -> str:
    """'2021', '2021 dan 2023', '2021, 2022, …, 2030' (a mistyped year makes a long gap)."""
    if len(tahun) > 4:
        return f"{tahun[0]}, {tahun[1]}, …, {tahun[-1]}"
    return " dan ".join(filter(None, (", ".join(map(str, tahun[:-1])), str(tahun[-1]))))


def _berbaris(lembar: Lembar, mentah: LembarMentah, temuan: Kumpulan) -> tuple[Baris, ...] | None:
    kolom = _kolom(lembar, mentah, temuan)
    if not kolom.sah and any(metadata(m, KolomBebas) for m in lembar.baris.model_fields.values()):
        return None  # any column might be the missing one: its cells cannot be judged
    hasil: list[Baris] = []
    kunci: dict[Any, Lokasi] = {}
    utuh = kolom.sah
    for r in _baris_isi(mentah):
        tempat = Lokasi(mentah.berkas, mentah.nama, f"A{r}")
        rekaman = _validasi(lembar.baris, kolom.data(mentah, r), tempat, temuan)
        if rekaman is None:
            utuh = False
            continue
        if lembar.kunci:
            nilai = getattr(rekaman, lembar.kunci)
            tempat = mentah.di(r, kolom.polos[lembar.kunci]).lokasi
            if nilai in kunci:
                isi = getattr(nilai, "nilai", nilai)
                temuan.tambah("kunci-ganda", tempat, f'"{isi}" sudah ada di {kunci[nilai].sel}')
                utuh = False
            kunci.setdefault(nilai, tempat)
        hasil.append(rekaman)
    if utuh and not hasil and not lembar.boleh_kosong:
        temuan.tambah("lembar-kosong", Lokasi(mentah.berkas, mentah.nama), "lembar tidak berisi satu baris pun")
        return None
    return tuple(hasil) if utuh else None


# ---------------------------------------------------------------- between sheets


def periksa_rujukan(semua: Iterable[Buku], medan: Mapping[str, Any], temuan: Kumpulan) -> None:
    """Every code by which these workbooks refer to a sheet stands there; `medan` holds the rows of both."""
    for buku in semua:
        for lembar in buku.lembar:
            rujukan = {n: r for n, f in lembar.baris.model_fields.items() if (r := metadata(f, Rujukan))}
            if not rujukan or not isinstance(medan.get(lembar.medan), tuple):
                continue
            for nama, tujuan in rujukan.items():
                if tujuan.medan not in medan:
                    continue
                ada = {r.kode for r in medan[tujuan.medan]}
                for baris in medan[lembar.medan]:
                    kode = getattr(baris, nama)
                    if kode is not None and kode not in ada:
                        asal = kode.asal[0] if kode.asal else baris.lokasi
                        temuan.tambah("kode-asing", asal, f'kode "{kode}" tidak ada di {tempat_medan(tujuan.medan)}')


def tempat_medan(medan: str) -> str:
    """'organisasi.xlsx › Jabatan' of a field of `Isi`."""
    return next(
        f"{buku.berkas} › {lembar.nama}" for buku in SEMUA_BUKU for lembar in buku.lembar if lembar.medan == medan
    )
