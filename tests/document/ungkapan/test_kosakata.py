"""The allow-list of prose: every value that expressions reach is listed, every attribute beside the list is refused,
and the guide prints the list."""

from __future__ import annotations

import importlib
import inspect
import os
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Undefined
from jinja2.exceptions import UndefinedError
from kantor import Kantor
from kantor_pk import konteks_pk
from kantor_renja import tulis_renja
from pydantic import BaseModel

from generator.compute.daftar import Daftar
from generator.document.nilai import FUNGSI, SARINGAN, UJI
from generator.document.ungkapan import UngkapanSalah, _Lingkungan, jalankan
from generator.document.ungkapan.kosakata import LOOP, NAMA, REKAMAN, kosakata_markdown, nama_naskah, rekaman
from generator.model.angka import Lokasi

PANDUAN = Path(__file__).parents[3] / "docs" / "panduan.md"
LINGKUNGAN = _Lingkungan()


# ---------------------------------------------------------------- what is reached


@pytest.fixture(scope="module")
def nama(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """All names of an agreement of the fictitious office, which has a row of everything."""
    from kantor import tulis_kantor

    folder = tmp_path_factory.mktemp("kosakata") / "content"
    tulis_kantor(folder)
    kantor = Kantor(folder)
    sub = str(kantor.konteks().rencana.subkegiatan[0].kode)
    tulis_renja(
        kantor.data,
        2025,
        Sub_Kegiatan=[[sub, 1, None, "Alasan", "Balai", "APBD", "Warga", None]],
        Usulan=[[sub, "Usulan", "pokir", "Balai", "Jumlah", "1", None]],
        RKPD=[[sub, "Balai", "Jumlah", "1", 5, 6, None]],
        Inovasi=[["Loket", "Uraian", None]],
    )
    return nama_naskah(konteks_pk(kantor, 2025))


def terjangkau(nama: dict[str, object]) -> Iterator[tuple[str, Any]]:
    """Every value that expressions reach: by listed names, loops and brackets; a few rows of each list."""
    antre, terlihat = list(nama.items()), set()
    while antre:
        jalan, v = antre.pop()
        if id(v) in terlihat or jalan.count(".") + jalan.count("[") > 9:
            continue
        terlihat.add(id(v))
        yield jalan, v
        r = rekaman(v)
        for n in r.nama:
            try:
                antre.append((f"{jalan}.{n}", getattr(v, n)))
            except (LookupError, ValueError):  # the largest of nothing
                continue
        if r.urut:
            antre += [(f"{jalan}[{i}]", b) for i, b in zip(range(3), v, strict=False)]
        if isinstance(v, dict):
            antre += [(f"{jalan}[{k}]", b) for k, b in list(v.items())[:2]]
        for daftar in ("baris", "perjanjian", "program"):
            if r.kunci and not r.urut and daftar in r.nama:
                antre.append((f"{jalan}[…]", v[str(getattr(v, daftar)[0].kode)]))


def atribut(v: Any) -> set[str]:
    """The names of everything that Python could give of a value."""
    semua = {n for k in type(v).__mro__ for n in vars(k)} | set(dir(v)) | set(dir(type(v)))
    semua |= set(getattr(v, "__dict__", {})) | {"__class__", "__dict__", "__globals__", "mro", "__subclasses__"}
    return semua | set(getattr(type(v), "__slots__", ()))


def test_every_attribute_of_every_value_is_listed_or_refused(nama: dict[str, object]) -> None:
    diperiksa = set()
    for jalan, v in terjangkau(nama):
        boleh = rekaman(v).nama
        if type(v) in diperiksa and not isinstance(v, Daftar):
            continue
        diperiksa.add(type(v))
        assert v is None or rekaman(v).kelas, f"{jalan}: {type(v)} is not listed"
        for n in atribut(v):
            hasil = LINGKUNGAN.getattr(v, n)
            assert n in boleh or isinstance(hasil, Undefined), f"{jalan}.{n}"
            if n not in boleh and not isinstance(v, (dict, Daftar)):
                try:
                    hasil = LINGKUNGAN.getitem(v, n)
                except (LookupError, TypeError, UngkapanSalah):
                    continue
                assert isinstance(hasil, Undefined), f'{jalan}["{n}"]'
    assert len(diperiksa) > 55


def test_no_listed_name_leads_to_what_can_be_called(nama: dict[str, object]) -> None:
    for jalan, v in terjangkau(nama):
        assert not callable(v), jalan
        assert not isinstance(v, (type, BaseModel.__class__, Lokasi)), jalan


def test_every_listed_type_is_reached(nama: dict[str, object]) -> None:
    """No entry of the list is dead: the office has one of each, found by its path or by looking."""
    ada = {k.__module__ + "." + k.__qualname__ for _, v in terjangkau(nama) for k in type(v).__mro__}
    assert {r.kelas for r in REKAMAN} - ada == set()


@pytest.mark.parametrize("r", REKAMAN, ids=lambda r: r.kelas)
def test_listed_names_are_fields_and_properties(r: Any) -> None:
    modul, _, kelas = r.kelas.rpartition(".")
    jenis = getattr(importlib.import_module(modul), kelas)
    sumber = inspect.getsource(jenis)
    for n in r.nama:
        statis = inspect.getattr_static(jenis, n, None)
        medan = n in getattr(jenis, "model_fields", {}) or n in getattr(jenis, "__dataclass_fields__", {})
        # of a plain class what __init__ sets, of its bases too
        diatur = any(
            re.search(rf"self\.{n}\b[^=\n]*=|\bself\.[^=\n]*, self\.{n}\b[^=]*=", inspect.getsource(k))
            for k in jenis.__mro__
            if k.__module__.startswith("generator.")
        )
        tetap = not is_dataclass(jenis) and n in vars(jenis) and not inspect.isroutine(statis)
        assert medan or isinstance(statis, (property, cached_property)) or diatur or tetap, (r.kelas, n, sumber[:80])


# ---------------------------------------------------------------- what is refused says what is meant

TERTUTUP = [
    """profil.parse_raw("cos\\nsystem\\n(S'id > f'\\ntR.", proto="pickle", allow_pickle=true)""",
    "profil.parse_file('/etc/passwd')",
    "profil.model_dump()",
    "profil.model_fields",
    "profil.copy()",
    "profil.construct()",
    "profil['json']()",
    "[profil] | serap('parse_raw')",
    "[profil] | serap('lokasi')",
    "profil.lokasi",
    "profil.nama.asal",
    "profil.nama.upper()",
    "profil.tanggal.nilai.today()",
    "desa.jumlah.rumus",
    "(1).to_bytes(9, 'big')",
    "desa._menurut",
    "hukum.__getitem__",
    "periode.awal.nilai",
    "jumlah.__globals__",
    "kinerja.tahun.semua",
]


@pytest.mark.parametrize("isi", TERTUTUP)
def test_what_is_not_listed_is_an_unknown_name(nama: dict[str, object], isi: str) -> None:
    with pytest.raises(UngkapanSalah, match=r"tidak ada pada|bukan fungsi"):
        jalankan(f"{{% if {isi} %}}{{% endif %}}", dict(nama))


def test_a_message_proposes_listed_names_only(nama: dict[str, object]) -> None:
    with pytest.raises(UngkapanSalah) as galat:
        jalankan("{{ profil.lokas }}", dict(nama))
    assert "maksudnya" not in galat.value.pesan
    with pytest.raises(UngkapanSalah, match='maksudnya "provinsi"'):
        jalankan("{{ profil.provinssi }}", dict(nama))
    with pytest.raises(UngkapanSalah, match='maksudnya "bilang"'):
        jalankan("{{ desa.jumlah | bilng }}", dict(nama))


def test_no_clock_and_no_chance(nama: dict[str, object]) -> None:
    for n in ("now", "today", "random", "range", "lipsum", "cycler", "namespace", "dict", "self", "varargs"):
        with pytest.raises(UngkapanSalah, match=f'nama "{n}" tidak dikenal'):
            jalankan(f"{{{{ {n} }}}}", dict(nama))


_INGGRIS = re.compile(r"\b(object|attribute|argument|(un)?expected|index|key|value|type|the|is not|must|cannot)\b")
_DASAR = (
    "desa",
    "profil",
    "1",
    "1.5",
    "'a'",
    "[1]",
    "periode.awal",
    "hukum[0]",
    "jumlah",
    "anggaran.tahun",
    "none",
    "zz",
)
_TANDA = ("+", "-", "*", "/", "//", "%", "~", "<", "==", "in", "and")
_EKOR = (".nama", "[0]", "['x']", "(1)", ".jumlah")


@given(
    st.recursive(
        st.sampled_from(_DASAR),
        lambda isi: st.one_of(
            st.tuples(isi, st.sampled_from(_TANDA), isi).map(" ".join),
            st.tuples(isi, st.sampled_from(_EKOR)).map("".join),
            st.tuples(isi, st.sampled_from(sorted(SARINGAN))).map(" | ".join),
            isi.map(lambda x: f"({x})"),
            isi.map(lambda x: f"-{x}"),
        ),
        max_leaves=6,
    )
)
def test_every_fault_is_said_in_indonesian(nama: dict[str, object], isi: str) -> None:
    try:
        jalankan(f"{{% for x in [1] %}}{{{{ {isi} }}}}{{% endfor %}}", dict(nama))
    except UngkapanSalah as e:
        assert e.baris == 1
        assert not _INGGRIS.search(re.sub('"[^"]*"', "", e.pesan)), e.pesan


def test_attribute_of_an_unknown_name_is_the_unknown_name() -> None:
    kosong = LINGKUNGAN.undefined(name="zzz")
    for n in ("_undefined_obj", "__class__", "x"):
        with pytest.raises(UndefinedError, match='nama "zzz" tidak dikenal'):
            LINGKUNGAN.getattr(kosong, n)


# ---------------------------------------------------------------- the guide


def test_the_guide_prints_the_list() -> None:
    """Every name that may be used is in the guide, and no other. `make golden` writes the section anew."""
    teks = PANDUAN.read_text(encoding="utf-8")
    awal, buka, sisa = teks.partition("### Semua nama\n\n")
    _, tutup, akhir = sisa.partition("### Cara mencetak\n")
    assert buka and tutup
    baru = f"{awal}{buka}{kosakata_markdown()}\n{tutup}{akhir}"
    if os.environ.get("RENSTRA_GOLDEN") == "tulis":
        PANDUAN.write_text(baru, encoding="utf-8")
    assert teks == baru


def test_the_guide_names_filters_functions_and_tests() -> None:
    _, _, bagian = PANDUAN.read_text(encoding="utf-8").partition("### Cara mencetak\n")
    bagian, _, _ = bagian.partition("\n## ")
    tabel, _, sisa = bagian.partition("Tanpa saringan")
    assert set(re.findall(r"^\| `([a-z_]+)[`(]", tabel, re.M)) == set(SARINGAN)
    assert {n for n in FUNGSI if f"{n}(" not in sisa} == set()
    assert {n for n in UJI if f"is {n}" not in sisa} == set()
    assert all(n in kosakata_markdown() for n in (*LOOP, *(x for k in NAMA.values() for x in k)))
