"""Charts of a Renja: pagu per program, and the main indicators' targets against what was reached."""

from __future__ import annotations

from generator.compute.renja import KonteksRenja
from generator.document.figures.batang import grafik_batang
from generator.tree.nodes import Caption, Chart, Inlines, Series


def pagu_program(k: KonteksRenja, caption: Caption, source: Inlines) -> Chart:
    """Pagu of n per program, beside the forward estimate where there is one; in Rupiah.

    Bars with their amounts: one program has nearly all of it.
    """
    r = k.renja
    deret = [Series(f"Pagu {r.tahun.nilai}", tuple(p.pagu for p in r.program))]
    if r.ada_prakiraan:
        deret.append(Series(f"Prakiraan maju {r.tahun_depan.nilai}", tuple(p.prakiraan for p in r.program)))
    nama = [str(p.nama).removeprefix("Program ") for p in r.program]
    return grafik_batang(caption, source, nama, deret, "Rupiah", mendatar=True)


def target_realisasi(k: KonteksRenja, caption: Caption, source: Inlines) -> Chart:
    """Of each main indicator: target and realisation of n-2, targets of n-1 and n; of these, what is known of any.

    Without lines across: they would strike through the values of equal height.
    """
    r = k.renja
    t2, t1, n = r.tahun_evaluasi.nilai, r.tahun_lalu.nilai, r.tahun.nilai
    deret = (
        Series(f"Target {t2}", tuple(i.target_evaluasi for i in r.iku)),
        Series(f"Realisasi {t2}", tuple(i.realisasi_evaluasi for i in r.iku)),
        Series(f"Target {t1}", tuple(i.target_lalu for i in r.iku)),
        Series(f"Target {n}", tuple(i.target for i in r.iku)),
    )
    terisi = [s for s in deret if any(a.nilai is not None for a in s.values)]
    return grafik_batang(caption, source, [str(i.sebutan) for i in r.iku], terisi, "Nilai", kisi=False)
