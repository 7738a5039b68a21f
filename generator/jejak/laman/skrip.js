// Shows what the address after "#" says, from the data in the page; all is made with textContent: data cannot become markup.
"use strict";
(() => {
  const D = JSON.parse(document.getElementById("data").textContent),
    K = D.kata;
  const L = D.lembar.map((l) => {
    const berkas = K[l[0]];
    return {
      berkas: berkas,
      buku: berkas.slice(berkas.lastIndexOf("/") + 1),
      nama: K[l[1]],
      uraian: K[l[2]],
      dibaca: l[3],
      sel: [],
    };
  });
  const S = D.sel.map((s, i) => {
    const l = L[s[0]];
    l.sel.push(i);
    return {
      n: i,
      l: l,
      a: K[s[1]],
      isi: K[s[2]],
      kolom: K[s[3]],
      baris: K[s[4]],
      kepala: s[5],
      peran: K[s[6]],
      di: [],
    };
  });
  const E = D.entri.map((e, i) => {
    const asal = e[17];
    asal.forEach((a) => {
      if (a >= 0) S[a].di.push(i);
    });
    return {
      n: i + 1,
      teks: K[e[0]],
      rumus: K[e[1]],
      nilai: K[e[2]],
      unsur: K[e[3]],
      bab: K[e[4]],
      bagian: K[e[5]],
      label: K[e[6]],
      sebutan: K[e[7]],
      judul: K[e[8]],
      kunci: K[e[9]],
      baris: K[e[10]],
      kolom: K[e[11]],
      sebelum: K[e[12]],
      sesudah: K[e[13]],
      sumber: K[e[14]],
      halaman: K[e[15]],
      penanda: K[e[16]],
      asal: asal,
    };
  });
  const isi = document.getElementById("isi"),
    kotak = document.getElementById("cari");
  const BATAS = 60,
    JARI = 1500;

  // ------------------------------------------------------------ making elements
  function el(nama, sifat, anak) {
    const e = document.createElement(nama);
    for (const k in sifat || {}) {
      if (k === "kelas") e.className = sifat[k];
      else e.setAttribute(k, sifat[k]);
    }
    (Array.isArray(anak) ? anak : anak === undefined ? [] : [anak]).forEach((a) => {
      if (a !== null && a !== "") e.appendChild(typeof a === "object" ? a : document.createTextNode(a));
    });
    return e;
  }
  function taut(ke, anak, kelas) {
    return el("a", kelas ? { href: `#${ke}`, kelas: kelas } : { href: `#${ke}` }, anak);
  }
  function kodekan(t) {
    return encodeURIComponent(t).replace(/%2F/g, "/").replace(/%3A/g, ":");
  }
  function alamat(s) {
    return `${s.l.buku}!${s.l.nama}!${s.a}`;
  }
  function keSel(s) {
    return `sel=${kodekan(alamat(s))}`;
  }
  function keLembar(l) {
    return `lembar=${kodekan(`${l.buku}!${l.nama}`)}`;
  }
  function kosong(t) {
    return t === "" ? "(kosong)" : t;
  }
  function ribu(n) {
    return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  }

  function tempat(e) {
    const b = [];
    if (e.halaman) b.push(`hlm. ${e.halaman}`);
    if (e.unsur === "sampul") b.push(e.judul);
    else if (e.sebutan) {
      b.push(e.sebutan);
      if (e.unsur === "tabel" || e.unsur === "grafik" || e.unsur === "gambar") b.push(e.baris || e.kunci);
      else b.push(e.unsur);
      if (e.kolom) b.push(e.kolom);
    } else {
      b.push(e.bagian || e.bab, e.unsur);
    }
    return b.join(" · ");
  }

  // ------------------------------------------------------------ lists
  function butirEntri(e) {
    const a = taut(`angka=${e.n}`, [el("b", {}, kosong(e.teks)), el("span", {}, tempat(e))]);
    if (e.rumus) a.appendChild(el("span", {}, `dihitung: ${e.rumus}`));
    else if (e.sebelum || e.sesudah) a.appendChild(el("span", {}, [e.sebelum, el("mark", {}, e.teks), e.sesudah]));
    return el("li", {}, a);
  }
  function butirSel(s) {
    const ket = [
      s.kolom,
      s.baris,
      s.kepala ? "judul kolom" : s.di.length ? `tercetak di ${s.di.length} tempat` : s.peran || "tidak tercetak",
    ];
    return el(
      "li",
      {},
      taut(keSel(s), [
        el("b", {}, kosong(s.isi)),
        el("span", {}, alamat(s)),
        el("span", {}, ket.filter(Boolean).join(" · ")),
      ]),
    );
  }
  function daftar(judul, semua, buat) {
    const ul = el("ul", { kelas: "hasil" }),
      kotak = [el("h3", {}, `${judul} (${ribu(semua.length)})`), ul];
    function isi_(dari, sampai) {
      semua.slice(dari, sampai).forEach((x) => {
        ul.appendChild(buat(x));
      });
    }
    isi_(0, BATAS);
    if (semua.length > BATAS) {
      const t = el(
        "button",
        { type: "button" },
        `Tampilkan ${semua.length > JARI ? `${ribu(JARI)} pertama dari ` : "semua "}${ribu(semua.length)}`,
      );
      t.onclick = () => {
        isi_(BATAS, JARI);
        t.remove();
      };
      kotak.push(t);
    }
    return kotak;
  }

  // ------------------------------------------------------------ search
  function rapi(t) {
    return t
      .toLowerCase()
      .replace(/(\d)\.(?=\d{3}(?!\d))/g, "$1")
      .replace(/\s*[›!]\s*/g, "!")
      .replace(/\s+/g, " ")
      .trim();
  }
  let jerami = null;
  function siapkan() {
    if (jerami) return;
    jerami = {
      e: E.map((e) =>
        rapi(
          [
            e.teks,
            e.nilai,
            e.bab,
            e.bagian,
            e.label,
            e.sebutan,
            e.judul,
            e.kunci,
            e.baris,
            e.kolom,
            e.unsur,
            e.sebelum + e.teks + e.sesudah,
            e.sumber,
          ].join(" | "),
        ),
      ),
      s: S.map((s) => rapi([`${s.l.berkas}!${s.l.nama}!${s.a}`, s.isi, s.kolom, s.baris, s.l.uraian].join(" | "))),
      te: E.map((e) => rapi(e.teks)),
      ts: S.map((s) => rapi(s.isi)),
    };
  }
  function cocok(semua, tumpukan, teks, kata, utuh, alamatnya) {
    const tepat = [],
      awal = [],
      lain = [];
    semua.forEach((x, i) => {
      for (let k = 0; k < kata.length; k++) if (tumpukan[i].indexOf(kata[k]) < 0) return;
      const t = teks[i];
      if (t === utuh || t === `rp${utuh}` || alamatnya?.(x, utuh)) tepat.push(x);
      else if (t.indexOf(utuh) >= 0) awal.push(x);
      else lain.push(x);
    });
    return tepat.concat(awal, lain);
  }
  function cari(q) {
    siapkan();
    const utuh = rapi(q),
      kata = utuh.split(" ").filter(Boolean);
    if (!kata.length) return beranda();
    const e = cocok(E, jerami.e, jerami.te, kata, utuh);
    const s = cocok(S, jerami.s, jerami.ts, kata, utuh, (x, u) => {
      const a = rapi(`${x.l.berkas}!${x.l.nama}!${x.a}`);
      return a === u || a.slice(-u.length - 1) === `/${u}` || a.slice(-u.length - 1) === `!${u}`;
    });
    const judul = `Hasil cari: ${q}`;
    if (!e.length && !s.length)
      return [judul, [el("p", {}, "Tidak ada. Coba sebagian angkanya saja, tanpa Rp, atau satu kata.")]];
    return [judul, daftar("Tercetak dalam dokumen", e, butirEntri).concat(daftar("Sel buku kerja", s, butirSel))];
  }

  // ------------------------------------------------------------ one printed value, one cell
  function baris(dl, nama, anak) {
    if (anak !== "" && anak !== null) {
      dl.appendChild(el("dt", {}, nama));
      dl.appendChild(el("dd", {}, anak));
    }
  }
  function angka(n) {
    const e = E[n - 1];
    if (!e) return hilang(`angka nomor ${n}`);
    const dl = el("dl");
    baris(dl, "Halaman", e.halaman);
    baris(dl, "Bab", e.bab);
    baris(dl, "Bagian", e.bagian);
    baris(
      dl,
      "Tempat",
      e.sebutan
        ? [taut(`label=${kodekan(e.label)}`, e.sebutan), ` ${e.judul}${e.unsur === "tabel" ? "" : ` (${e.unsur})`}`]
        : e.unsur === "sampul"
          ? e.judul
          : e.unsur,
    );
    baris(
      dl,
      "Baris",
      e.kunci && e.unsur !== "kepala tabel" ? e.kunci + (e.baris && e.baris !== e.kunci ? ` – ${e.baris}` : "") : "",
    );
    baris(dl, "Kolom", e.kolom);
    if (e.sebelum || e.sesudah) baris(dl, "Kalimat", [e.sebelum, el("mark", {}, e.teks), e.sesudah]);
    baris(dl, "Naskah", e.sumber);
    baris(dl, "Dihitung", e.rumus);
    baris(dl, "Nilai tepat", e.nilai);
    baris(dl, "Penanda DOCX", e.penanda);
    const isi = [dl, el("h3", {}, `Asal (${ribu(e.asal.length)} sel)`)];
    if (!e.asal.length) isi.push(el("p", {}, "Tidak tercatat: diketik dalam naskah."));
    isi.push(
      el(
        "ul",
        { kelas: "hasil" },
        e.asal.map((a) => (a < 0 ? el("li", {}, K[-1 - a]) : butirSel(S[a]))),
      ),
    );
    return [kosong(e.teks), isi];
  }
  let menurutAlamat = null;
  function sel(nama) {
    if (!menurutAlamat) {
      menurutAlamat = {};
      S.forEach((s) => {
        menurutAlamat[alamat(s).toLowerCase()] = s;
      });
    }
    const s = menurutAlamat[nama.toLowerCase()];
    if (!s) return hilang(`sel ${nama}`);
    const dl = el("dl");
    baris(dl, "Isi", kosong(s.isi));
    baris(dl, "Buku kerja", s.l.berkas);
    baris(dl, "Lembar", [taut(keLembar(s.l), s.l.nama), s.l.uraian ? ` – ${s.l.uraian}` : ""]);
    baris(dl, "Kolom", s.kepala ? "" : s.kolom);
    baris(dl, "Baris", s.baris);
    baris(dl, "Kegunaan lain", s.peran);
    const d = s.di.map((i) => E[i]);
    const sendiri = d.filter((e) => !e.rumus),
      hitung = d.filter((e) => e.rumus);
    let isi = [dl];
    if (!d.length) isi.push(el("p", {}, "Tidak tercetak di mana pun dan tidak menjadi bagian angka mana pun."));
    if (sendiri.length) isi = isi.concat(daftar("Tercetak di", sendiri, butirEntri));
    if (hitung.length) isi = isi.concat(daftar("Ikut dihitung dalam", hitung, butirEntri));
    return [alamat(s), isi];
  }

  // ------------------------------------------------------------ a table or picture, a sheet, what is not printed
  function label(nama) {
    const e = E.filter((x) => x.label === nama);
    if (!e.length) return hilang(nama);
    const per = [],
      ada = {};
    e.forEach((x) => {
      const k = `${x.unsur}|${x.kunci}`;
      if (!ada[k]) {
        ada[k] = { e: x, isi: [] };
        per.push(ada[k]);
      }
      ada[k].isi.push(x);
    });
    const tb = el(
      "tbody",
      {},
      per.map((p) => {
        const x = p.e,
          bernama = x.unsur === "tabel" || x.unsur === "grafik" || x.unsur === "gambar";
        const nama = p.isi.map((y) => y.baris).filter(Boolean)[0] || x.kunci;
        return el("tr", {}, [
          el("th", { scope: "row" }, bernama ? nama : x.unsur),
          el("td", {}, x.halaman),
          el(
            "td",
            {},
            p.isi.map((y) =>
              el("div", {}, [
                taut(`angka=${y.n}`, kosong(y.teks)),
                el("span", { kelas: "redup" }, y.kolom && bernama ? ` · ${y.kolom}` : ""),
              ]),
            ),
          ),
        ]);
      }),
    );
    const th = el(
      "thead",
      {},
      el(
        "tr",
        {},
        ["Baris", "Hlm.", "Nilai · kolom"].map((t) => el("th", { scope: "col" }, t)),
      ),
    );
    return [
      `${e[0].sebutan} ${e[0].judul}`,
      [el("p", { kelas: "redup" }, e[0].bab), el("div", { kelas: "geser" }, el("table", {}, [th, tb]))],
    ];
  }
  function lembar(nama) {
    const l = L.filter((x) => `${x.buku}!${x.nama}`.toLowerCase() === nama.toLowerCase())[0];
    if (!l) return hilang(`lembar ${nama}`);
    const petak = {},
      baris_ = [],
      kolom = [];
    l.sel.forEach((i) => {
      const m = /^([A-Z]+)(\d+)$/.exec(S[i].a);
      petak[S[i].a] = S[i];
      if (baris_.indexOf(+m[2]) < 0) baris_.push(+m[2]);
      if (kolom.indexOf(m[1]) < 0) kolom.push(m[1]);
    });
    kolom.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    baris_.sort((a, b) => a - b);
    const th = el("thead", {}, el("tr", {}, [el("th")].concat(kolom.map((k) => el("th", { scope: "col" }, k)))));
    const tb = el(
      "tbody",
      {},
      baris_.map((r) =>
        el(
          "tr",
          {},
          [el("th", { scope: "row" }, String(r))].concat(
            kolom.map((k) => {
              const s = petak[k + r];
              if (!s) return el("td");
              return el(
                s.kepala ? "th" : "td",
                s.kepala || s.di.length || s.peran ? {} : { kelas: "kosong" },
                taut(keSel(s), kosong(s.isi)),
              );
            }),
          ),
        ),
      ),
    );
    return [
      `${l.buku} › ${l.nama}`,
      [
        el("p", { kelas: "redup" }, [
          l.uraian ? `${l.uraian}. ` : l.dibaca ? "" : "Lembar ini tidak termasuk data yang dikenal. ",
          "Merah muda: tidak tercetak.",
        ]),
        el("div", { kelas: "geser" }, el("table", {}, [th, tb])),
      ],
    ];
  }
  function takTercetak() {
    const kel = [],
      ada = {};
    S.forEach((s) => {
      if (s.kepala || s.di.length) return;
      const k = `${s.l.berkas}!${s.l.nama}!${s.kolom}!${s.peran}`;
      if (!ada[k]) {
        ada[k] = { s: s, isi: [] };
        kel.push(ada[k]);
      }
      ada[k].isi.push(s);
    });
    const jumlah = kel.reduce((n, k) => n + k.isi.length, 0);
    const tb = el(
      "tbody",
      {},
      kel.map((k) => {
        const d = el("details", {}, [el("summary", {}, `${ribu(k.isi.length)} sel`)]);
        d.ontoggle = () => {
          if (d.children.length < 2)
            d.appendChild(
              el(
                "ul",
                {},
                k.isi.map((s) => el("li", {}, [taut(keSel(s), s.a), ` ${s.isi}`])),
              ),
            );
        };
        return el("tr", {}, [
          el("td", {}, taut(keLembar(k.s.l), `${k.s.l.buku} › ${k.s.l.nama}`)),
          el("td", {}, k.s.kolom),
          el("td", {}, k.s.peran || "tidak tercetak"),
          el("td", {}, d),
        ]);
      }),
    );
    const th = el(
      "thead",
      {},
      el(
        "tr",
        {},
        ["Lembar", "Kolom", "Kegunaan lain", "Sel"].map((t) => el("th", { scope: "col" }, t)),
      ),
    );
    return [
      "Sel yang tidak tercetak",
      [
        el(
          "p",
          {},
          `${ribu(jumlah)} sel di bawah judul kolom tidak menjadi asal apa pun yang tercetak. Kode dan pilihan tetap dipakai program untuk menghubungkan baris dan mengatur cetakan.`,
        ),
        el("div", { kelas: "geser" }, el("table", {}, [th, tb])),
      ],
    ];
  }

  // ------------------------------------------------------------ home
  function beranda() {
    let label_ = [],
      ada = {},
      tak = 0;
    E.forEach((e) => {
      if (e.label && !ada[e.label]) {
        ada[e.label] = { e: e, n: 0 };
        label_.push(ada[e.label]);
      }
      if (e.label) ada[e.label].n++;
    });
    S.forEach((s) => {
      if (!s.kepala && !s.di.length) tak++;
    });
    return [
      "",
      [
        el(
          "p",
          {},
          `${ribu(E.length)} nilai tercetak, masing-masing dengan tempat, rumus, dan sel asalnya; ${ribu(S.length)} sel buku kerja, masing-masing dengan tempat pemakaiannya. `,
        ),
        el("p", {}, taut("tak-tercetak", `${ribu(tak)} sel yang tidak tercetak`)),
        el("h3", {}, "Tabel, grafik, dan gambar"),
        el(
          "ul",
          { kelas: "kolom2" },
          label_.map((x) =>
            el("li", {}, [
              taut(`label=${kodekan(x.e.label)}`, x.e.sebutan),
              ` ${x.e.judul}`,
              el("span", { kelas: "redup" }, ` · ${ribu(x.n)} nilai`),
            ]),
          ),
        ),
        el("h3", {}, "Buku kerja"),
        el(
          "ul",
          { kelas: "kolom2" },
          L.map((l) =>
            el("li", {}, [
              taut(keLembar(l), `${l.buku} › ${l.nama}`),
              el("span", { kelas: "redup" }, ` · ${ribu(l.sel.length)} sel`),
            ]),
          ),
        ),
      ],
    ];
  }
  function hilang(apa) {
    return ["Tidak ditemukan", [el("p", {}, `Tidak ada ${apa} dalam susunan ini.`)]];
  }

  // ------------------------------------------------------------ what the address says
  const TAMPILAN = {
    cari: cari,
    angka: (n) => angka(+n),
    sel: sel,
    label: label,
    lembar: lembar,
    "tak-tercetak": takTercetak,
  };
  function tampilkan(dariKetikan) {
    let h = location.hash.slice(1),
      i = h.indexOf("="),
      nama = i < 0 ? h : h.slice(0, i),
      nilai = "";
    try {
      nilai = i < 0 ? "" : decodeURIComponent(h.slice(i + 1));
    } catch (_) {
      nama = "";
    }
    const hasil = (Object.hasOwn(TAMPILAN, nama) ? TAMPILAN[nama] : beranda)(nilai);
    if (!dariKetikan) kotak.value = nama === "cari" ? nilai : "";
    const judul = hasil[0] ? el("h2", { tabindex: "-1" }, hasil[0]) : null;
    isi.replaceChildren.apply(isi, (judul ? [judul] : []).concat(hasil[1]));
    document.title = `${hasil[0] ? `${hasil[0]} · ` : ""}Jejak angka · ${D.judul}`;
    if (!dariKetikan) {
      window.scrollTo(0, 0);
      if (judul) judul.focus({ preventScroll: true });
    }
  }
  let tunggu = 0;
  kotak.addEventListener("input", () => {
    clearTimeout(tunggu);
    tunggu = setTimeout(() => {
      const ke = kotak.value.trim() ? `#cari=${kodekan(kotak.value)}` : "#";
      if (location.hash.indexOf("#cari=") === 0 || location.hash.length < 2) history.replaceState(null, "", ke);
      else history.pushState(null, "", ke);
      tampilkan(true);
    }, 120);
  });
  document.addEventListener("keydown", (k) => {
    const semua = Array.prototype.slice.call(isi.querySelectorAll(".hasil a")),
      kini = semua.indexOf(document.activeElement);
    if (k.key === "/" && document.activeElement !== kotak) {
      kotak.focus();
      kotak.select();
      k.preventDefault();
    } else if (k.key === "Escape" && document.activeElement === kotak) {
      location.hash = "";
    } else if (k.key === "ArrowDown" && semua.length && (kini >= 0 || document.activeElement === kotak)) {
      semua[Math.min(kini + 1, semua.length - 1)].focus();
      k.preventDefault();
    } else if (k.key === "ArrowUp" && kini >= 0) {
      (kini ? semua[kini - 1] : kotak).focus();
      k.preventDefault();
    } else if (k.key === "Enter" && document.activeElement === kotak && semua.length) {
      semua[0].focus();
      k.preventDefault();
    }
  });
  window.addEventListener("hashchange", () => {
    tampilkan(false);
  });
  window.addEventListener("popstate", () => {
    tampilkan(false);
  });
  tampilkan(false);
})();
