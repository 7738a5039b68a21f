"""Placeholder text left in a chapter or a cell: 'lorem ipsum', 'TODO', 'xxx', '[isi]', 'Nomor … Tahun …'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.periksa.bahan import Bahan
from generator.periksa.naskah.ketikan import NILAI, semua_potongan
from generator.temuan import Temuan

KODE = "teks-sementara"
_SEMENTARA = re.compile(
    r"(?i:lorem ipsum)|\b(?:TODO|TBD|TBA|FIXME)\b|\btb[da]\b|\b[Xx]{4,}\b|\bxxx?\b|\b(?:19|20)[Xx]{2}\b|\?{3,}"
    r"|[\[<{](?:isi(?:kan)?|di ?isi|nama|tanggal|tahun|nomor|judul|teks|jumlah|sebutkan|lengkapi)\b[^\]>}\n]*[\]>}]"
    r"|\((?:di ?isi|isi di ?sini|lengkapi|menyusul|belum diisi|akan dilengkapi)[^)\n]*\)"
    r"|\b(?:akan|untuk) dilengkapi kemudian\b"
    r"|\b(?:[Nn]omor|[Tt]ahun|[Tt]anggal|sebesar|sebanyak|sejumlah|Rp)\s*(?:…|\.{3,}|_{2,})|_{4,}|\.{5,}|(?:…\s*){2,}"
)
# what one of the patterns begins with or holds: most texts have none of it
_TANDA = (
    "lorem",
    "todo",
    "tbd",
    "tba",
    "fixme",
    "xx",
    "??",
    "[",
    "<",
    "{",
    "(",
    "…",
    "..",
    "__",
    "lengkapi",
    "n/a",
    "--",
)
_SENDIRI = re.compile(r"\s*(?:…|\.{2,}|-{2,}|_+|\?+|[xX]{2,3}|n/a)\s*")


def periksa(b: Bahan) -> Iterator[Temuan]:
    for p in semua_potongan(b):
        rendah = p.teks.lower()
        if p.jenis == "tetapan" or not any(t in rendah for t in _TANDA):
            continue
        m = _SENDIRI.fullmatch(p.teks) or _SEMENTARA.search(p.teks)
        if m:
            isi = " ".join(m[0].replace(NILAI, "…").split())
            yield Temuan(KODE, str(p.tempat(m.start())), f'teks sementara "{isi}"', pokok=isi)
