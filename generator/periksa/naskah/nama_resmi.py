"""The official names of the workbooks, each with the expression that prints it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.periksa.bahan import Bahan

_PROFIL = (
    *("perangkat_daerah", "daerah", "provinsi", "nama", "nama_daerah", "tempat"),
    *("wakil_kepala_daerah", "kepala_daerah", "pimpinan"),
)


def nama_tempat_jabatan(b: Bahan) -> Iterator[tuple[str, str]]:
    """(name, expression) of the office, its region, villages, posts, officials and the vision."""
    isi = b.isi
    yield from ((str(getattr(isi.profil, n)), f"profil.{n}") for n in _PROFIL)
    for d in isi.desa:
        yield str(d.sebutan), f'desa["{d.kode}"].sebutan'
        yield str(d.nama), f'desa["{d.kode}"].nama'
    for j in isi.jabatan:
        yield str(j.nama), f'jabatan["{j.kode}"].nama'
        yield str(j.singkatan), f'jabatan["{j.kode}"].nama'
        if j.unit and " " in j.unit:
            yield str(j.unit), f'jabatan["{j.kode}"].unit'
    yield from ((str(p.nama), f'pejabat["{p.jabatan}"].nama') for p in isi.pejabat)
    yield from ((str(v.visi), "rpjmd.visi") for v in isi.visi[:1])


def nama_panjang(b: Bahan) -> Iterator[tuple[str, str]]:
    """(name, expression) of partners, programs, indicators, aims and issues: names that are whole phrases."""
    isi = b.isi
    yield from ((str(m.nama), f'mitra["{m.kode}"].nama') for m in isi.mitra)
    yield from ((str(i.nama), f'rencana.indikator["{i.kode}"].nama') for i in isi.indikator)
    yield from ((str(c.indikator), f'kinerja["{c.kode}"].nama') for c in isi.capaian)
    yield from ((str(t.uraian), f'rencana.tujuan["{t.kode}"].uraian') for t in isi.tujuan)
    yield from ((str(s.uraian), f'rencana.sasaran["{s.kode}"].uraian') for s in isi.sasaran)
    yield from ((str(m.uraian), f"rpjmd.misi[{m.nomor.nilai}].uraian") for m in isi.misi)
    yield from ((str(t.uraian), f"rpjmd.tujuan[{t.nomor.nilai}].uraian") for t in isi.tujuan_rpjmd)
    yield from ((str(s.uraian), f"rpjmd.sasaran[{s.nomor.nilai}].uraian") for s in isi.sasaran_rpjmd)
    for n in isi.nomenklatur:
        yield str(n.nama), f'rencana["{n.kode}"].nama'
