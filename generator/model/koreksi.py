"""The register of corrections: every printed figure or name that differs from the adopted document."""

from __future__ import annotations

from pydantic import Field

from generator.model.kolom import Baris, BulatBoleh, Kode, TeksBoleh, TeksWajib, pilihan
from generator.model.skema import Buku, Lembar

KEPUTUSAN = ("dihitung", "satu nama", "diperbaiki", "dipertahankan")


class Koreksi(Baris):
    kode: Kode = Field(title="Kode", description="Kode pendek yang unik")
    tempat: TeksWajib = Field(
        title="Tempat",
        description="Bagian, tabel, baris, kolom, dipisahkan koma: Bab II, 2.1.3; Tabel 4.3, 7.01.06, pagu 2027",
    )
    tercetak: TeksBoleh = Field(
        title="Tercetak",
        description="Bunyi dokumen yang ditetapkan, beberapa dipisahkan titik koma; dalam kurung bila hanya uraian",
    )
    kini: TeksBoleh = Field(
        title="Kini",
        description="Bunyi dokumen yang dihasilkan, dengan cara yang sama; kosong bila dihapus",
    )
    alasan: TeksWajib = Field(title="Alasan", description="Alasan perbedaan, atau alasan dipertahankan")
    keputusan: pilihan(*KEPUTUSAN) = Field(title="Keputusan", description="Keputusan")  # type: ignore[valid-type]
    butir: BulatBoleh = Field(title="Butir Audit", description="Nomor butir audit, boleh kosong")


class Penerimaan(Baris):
    temuan: Kode = Field(title="Temuan", description="Kode temuan, lihat docs/temuan.md")
    pokok: TeksWajib = Field(
        title="Pokok", description="Pokok temuan sebagaimana dicetak periksa; beberapa dipisahkan titik koma"
    )
    alasan: TeksWajib = Field(title="Alasan", description="Mengapa diterima")
    butir: BulatBoleh = Field(title="Butir Audit", description="Nomor butir audit, boleh kosong")

    @property
    def semua_pokok(self) -> tuple[str, ...]:
        return tuple(p.strip() for p in self.pokok.split(";") if p.strip())


BUKU = Buku(
    "koreksi",
    "Daftar perbedaan dengan dokumen yang ditetapkan, dan temuan yang diterima",
    (
        Lembar(
            "Koreksi",
            "koreksi",
            Koreksi,
            "Satu baris tiap perbedaan",
            kunci="kode",
            boleh_kosong=True,
            urutan_bebas=True,
        ),
        Lembar(
            "Penerimaan", "penerimaan", Penerimaan, "Temuan periksa yang diterima", boleh_kosong=True, urutan_bebas=True
        ),
    ),
)
