"""A law that a chapter or the table of NSPK relies on, and that the list of legal bases leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import ketikan
from generator.temuan import Temuan

KODE = "hukum-luar-daftar"


def periksa(b: Bahan) -> Iterator[Temuan]:
    dipakai: dict[str, str] = {}
    for n in b.naskah:
        for nama, kode, tempat in ketikan(n).ungkapan:
            if nama == "hukum":
                dipakai.setdefault(kode, str(tempat))
    for r in b.isi.nspk:
        dipakai.setdefault(str(r.peraturan), str(r.peraturan.asal[0] if r.peraturan.asal else r.lokasi))
    for p in b.isi.peraturan:
        if not p.dalam_daftar and p.kode in dipakai:
            pesan = f"{p.sebutan} tentang {p.tentang} dipakai, tetapi tidak tercantum dalam Dasar Hukum"
            yield Temuan(KODE, dipakai[p.kode], pesan, pokok=str(p.kode))
