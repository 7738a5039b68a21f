"""A typed claim about the data - a superlative, 'seluruh pegawai', 'konsisten di atas' - with no value in its sentence.

What is largest today need not be so after the next change of a workbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import NILAI, potongan_naskah
from generator.temuan import Temuan

KODE = "klaim-diketik"
_BENDA = r"(?:pegawai|aparatur|PNS|ASN|desa|kelurahan|program|kegiatan|sub kegiatan|indikator|target)"
_KEADAAN = r"(?:telah|sudah|belum|mencapai|menduduki|memiliki|berstatus|terealisasi|tercapai|berpendidikan)"
_KLAIM = re.compile(
    r"\b(?:paling (?:tinggi|rendah|banyak|sedikit|besar|kecil)|ter(?:tinggi|rendah|banyak|sedikit)"
    r"|(?:di|men)dominasi|mayoritas|(?:konsisten|selalu|terus) (?:di atas|di bawah|mencapai|melampaui)"
    rf"|tidak (?:ada )?(?:satu|seorang) ?pun|(?:seluruh|semua) {_BENDA}(?: yang \w+)?(?= {_KEADAAN}))\b",
    re.I,
)
_KALIMAT = re.compile(r"[^.!?]+(?:[.!?](?=\S)[^.!?]*)*")


def periksa(b: Bahan) -> Iterator[Temuan]:
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
                yield Temuan(KODE, str(p.tempat(letak)), pesan, pokok=" ".join(isi[awal:].split()[:6]))
