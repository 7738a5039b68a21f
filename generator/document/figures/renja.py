"""Charts of a Renja: pagu per program, and the main indicators' targets against what was reached."""

from __future__ import annotations

from generator.compute.renja import KonteksRenja
from generator.document.figures.batang import grafik_batang
from generator.document.nodes import Caption, Chart, Inlines, Series
from generator.model.angka import Angka

JUTA = 1_000_000


def pagu_program(k: KonteksRenja, caption: Caption, source: Inlines) -> Chart:
    """Pagu of n per program, beside the forward estimate where there is one; in millions of Rupiah."""
    r = k.renja
    deret = [Series(f"Pagu {r.tahun.nilai}", tuple(_juta(p.pagu) for p in r.program))]
    if r.ada_prakiraan:
        maju = tuple(_juta(p.prakiraan) for p in r.program)
        deret.append(Series(f"Prakiraan maju {r.tahun_depan.nilai}", maju))
    nama = [str(p.nama).removeprefix("Program ") for p in r.program]
    return grafik_batang(caption, source, nama, deret, "Rp juta", desimal=2)


def _juta(a: Angka) -> Angka:
    """A blank draws nothing."""
    hasil = a / JUTA
    return Angka(hasil.nilai, hasil.asal, f"{a.sebutan} / {JUTA}")


def target_realisasi(k: KonteksRenja, caption: Caption, source: Inlines) -> Chart:
    """Of each main indicator: target and realisation of n-2, targets of n-1 and n."""
    r = k.renja
    t2, t1, n = r.tahun_evaluasi.nilai, r.tahun_lalu.nilai, r.tahun.nilai
    deret = (
        Series(f"Target {t2}", tuple(i.target_evaluasi for i in r.iku)),
        Series(f"Realisasi {t2}", tuple(i.realisasi_evaluasi for i in r.iku)),
        Series(f"Target {t1}", tuple(i.target_lalu for i in r.iku)),
        Series(f"Target {n}", tuple(i.target for i in r.iku)),
    )
    return grafik_batang(caption, source, [str(i.sebutan) for i in r.iku], deret, "Nilai")
