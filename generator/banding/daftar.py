"""Two lists -> one whose items carry the changes; items are matched by what they say, then by words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.banding.kata import tanpa_rujukan
from generator.banding.perubahan import Beda
from generator.banding.rupa import kata_blok, kata_semua, rupa
from generator.banding.selaras import selaraskan
from generator.tree.nodes import List, ListItem, Paragraph, Revision

_Isi = Paragraph | List


class Daftar:
    """Compares lists of one kind and notes what changed."""

    def __init__(self, beda: Beda) -> None:
        self.beda = beda

    def sendiri(self, d: List, revisi: Revision, tempat: str, *, pindah: bool = False) -> List:
        """A list that one version has."""
        return replace(d, items=tuple(self._butir_sendiri(x, revisi, tempat, pindah) for x in d.items))

    def _butir_sendiri(self, item: ListItem, revisi: Revision, tempat: str, pindah: bool) -> ListItem:
        return ListItem(tuple(self._satu(x, revisi, tempat, pindah) for x in item.blocks))

    def _satu(self, x: _Isi, revisi: Revision, tempat: str, pindah: bool = False) -> _Isi:
        if isinstance(x, List):
            return self.sendiri(x, revisi, tempat, pindah=pindah)
        self.beda.satu(revisi, "butir", x.content, tempat, x.asal, pindah=pindah)
        return replace(x, content=tanpa_rujukan(x.content) if revisi == "hapus" else x.content, revision=revisi)

    def banding(self, a: List, b: List, tempat: str) -> List:
        """Lists of one kind."""
        rupa_a, rupa_b = ([tuple(map(rupa, item.blocks)) for item in d.items] for d in (a, b))
        pasangan = selaraskan(
            rupa_a,
            rupa_b,
            lambda i: kata_semua(a.kind, a.items[i].blocks),
            lambda j: kata_semua(b.kind, b.items[j].blocks),
        )
        hilang = {rupa_a[i] for i, j in pasangan if j is None and i is not None}
        pindah = hilang & {rupa_b[j] for i, j in pasangan if i is None and j is not None}
        items: list[ListItem] = []
        for i, j in pasangan:
            if i is None and j is not None:
                items.append(self._butir_sendiri(b.items[j], "baru", tempat, rupa_b[j] in pindah))
            elif j is None and i is not None:
                items.append(self._butir_sendiri(a.items[i], "hapus", tempat, rupa_a[i] in pindah))
            elif i is not None and j is not None:
                sama = rupa_a[i] == rupa_b[j]
                items.append(b.items[j] if sama else ListItem(tuple(self._butir(a.items[i], b.items[j], tempat))))
        return replace(b, items=tuple(items))

    def _butir(self, a: ListItem, b: ListItem, tempat: str) -> Sequence[_Isi]:
        """An item of both versions. Its first paragraph carries the item's mark: it is the first one's partner only."""
        awal_a, awal_b = a.blocks[:1], b.blocks[:1]
        if not (awal_a and awal_b and isinstance(awal_a[0], Paragraph) and isinstance(awal_b[0], Paragraph)):
            return [
                *(self._satu(x, "hapus", tempat) for x in a.blocks),
                *(self._satu(x, "baru", tempat) for x in b.blocks),
            ]
        sisa_a, sisa_b = a.blocks[1:], b.blocks[1:]
        pasangan = selaraskan(
            list(map(rupa, sisa_a)),
            list(map(rupa, sisa_b)),
            lambda i: kata_blok(sisa_a[i]),
            lambda j: kata_blok(sisa_b[j]),
        )
        hasil = self._pasangan(awal_a[0], awal_b[0], tempat)
        for i, j in pasangan:
            hasil += self._pasangan(sisa_a[i] if i is not None else None, sisa_b[j] if j is not None else None, tempat)
        return hasil

    def _pasangan(self, a: _Isi | None, b: _Isi | None, tempat: str) -> list[_Isi]:
        if isinstance(a, Paragraph) and isinstance(b, Paragraph):
            isi = self.beda.kata("butir", a.content, b.content, tempat, a.asal, b.asal)
            return [replace(b, content=isi)]
        if isinstance(a, List) and isinstance(b, List) and a.kind == b.kind:
            return [self.banding(a, b, tempat)]
        hasil = [self._satu(a, "hapus", tempat)] if a is not None else []
        return hasil + ([self._satu(b, "baru", tempat)] if b is not None else [])
