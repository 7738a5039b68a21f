"""The number of persons paid, in the target of the year of the staff data, differs from the number of ASN.

The sub kegiatan Penyediaan Gaji dan Tunjangan ASN is x.xx.01.2.02.0001 of every office (Kepmendagri 050-5889/2021).
ASN are PNS, CPNS and PPPK (UU 20/2023), counted in pegawai.xlsx, sheet Status.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.data.asn import jumlah_asn
from generator.periksa.data.bantu import deret, di, tertulis
from generator.temuan import Temuan
from generator.tree.format import angka

KODE = "gaji-berbeda"
POLA_GAJI = re.compile(r"[0-9X]\.[0-9X]{2}\.01\.[12]\.02\.0001")


def periksa(b: Bahan) -> Iterator[Temuan]:
    asn = jumlah_asn(b.isi.pegawai_status)
    per = b.isi.keadaan_pegawai.per.nilai.year
    for c in b.konteks.rencana.subkegiatan:
        if asn.nilai is None or not POLA_GAJI.fullmatch(c.kode):
            continue
        for i in c.indikator:
            isi = deret(b, i)
            if "orang" not in i.satuan.casefold() or not isi:
                continue
            tahun, orang = min(isi, key=lambda x: abs(x[0] - per))
            if orang.nilai != asn.nilai:
                pesan = f'indikator {i.kode} "{i.nama}": {angka(orang)} orang ({tahun}), ASN {per} {angka(asn)} orang'
                lain = tertulis([x for x in isi if x[0] != tahun])
                yield Temuan(KODE, di(orang), f"{pesan}; tahun lain {lain}", pokok=str(i.kode))
