// Steps from change to change, opens what stayed the same, follows anchors. Each step does work for what it shows only.
"use strict";
(() => {
  function el(id) {
    return document.getElementById(id);
  }
  function semuaUnsur(pilih) {
    return Array.prototype.slice.call(document.querySelectorAll(pilih));
  }
  const U = semuaUnsur("#dokumen .u"),
    celah = semuaUnsur(".celah");
  let semua = el("semua"),
    letak = el("letak"),
    kini = -1,
    tertuju = null;

  // ------------------------------------------------------------ stops
  function tandai(i) {
    if (kini >= 0) U[kini].classList.remove("kini");
    if (tertuju) {
      tertuju.classList.remove("tuju");
      tertuju = null;
    }
    kini = i;
    U[i].classList.add("kini");
    const n = U[i].getAttribute("data-n");
    letak.textContent = `tempat ${i + 1} dari ${U.length}${n ? ` · perubahan ${n}` : ""}`;
  }
  function tunjuk(i, fokus) {
    tandai(i);
    if (fokus) U[i].focus({ preventScroll: true });
    U[i].scrollIntoView({ block: "start" });
    history.replaceState(null, "", `#${U[i].id}`);
  }
  function langkah(arah, fokus) {
    if (!U.length) return;
    const di = document.activeElement?.closest("#dokumen .u");
    let i = (di ? U.indexOf(di) : kini) + arah;
    if (i >= U.length || i < 0) {
      i = Math.max(0, Math.min(U.length - 1, i));
      tunjuk(i, fokus);
      letak.textContent += arah > 0 ? " (terakhir)" : " (pertama)";
    } else tunjuk(i, fokus);
  }
  function keJangkar() {
    const tujuan = location.hash.length > 1 && el(decodeURIComponent(location.hash.slice(1)));
    const u = tujuan?.closest("#dokumen .u");
    if (!u) return;
    tandai(U.indexOf(u));
    if (tujuan !== u) {
      tertuju = tujuan;
      tujuan.classList.add("tuju");
    }
    u.focus({ preventScroll: true });
    tujuan.scrollIntoView({ block: "start" });
  }

  // ------------------------------------------------------------ what stayed the same
  function buka(c, ya) {
    let tombol = c.firstElementChild,
      isi = c.lastElementChild;
    if (ya && isi.nodeName === "TEMPLATE") {
      isi = document.createElement("div");
      isi.appendChild(c.lastElementChild.content.cloneNode(true));
      c.appendChild(isi);
    }
    if (isi.nodeName !== "TEMPLATE") isi.hidden = !ya;
    tombol.setAttribute("aria-expanded", ya);
  }
  function terbuka(tombol) {
    return tombol.getAttribute("aria-expanded") === "true";
  }
  function tukar() {
    const ya = semua.getAttribute("aria-pressed") !== "true";
    const acuan = kini >= 0 ? U[kini] : null,
      atas = acuan?.getBoundingClientRect().top;
    const tampak = acuan && atas > -acuan.offsetHeight && atas < window.innerHeight;
    celah.forEach((c) => {
      buka(c, ya);
    });
    semua.setAttribute("aria-pressed", ya);
    if (tampak) window.scrollBy(0, acuan.getBoundingClientRect().top - atas);
  }

  // ------------------------------------------------------------ clicks and keys
  el("sebelum").addEventListener("click", () => {
    langkah(-1, false);
  });
  el("sesudah").addEventListener("click", () => {
    langkah(1, false);
  });
  semua.addEventListener("click", tukar);
  document.addEventListener("click", (k) => {
    const tombol = k.target.closest(".celah > button");
    if (tombol) {
      buka(tombol.parentNode, !terbuka(tombol));
      return;
    }
    const taut = k.target.closest("a[href^='#']");
    if (taut && taut.getAttribute("href") === location.hash) setTimeout(keJangkar, 0);
  });
  document.addEventListener("keydown", (k) => {
    if (k.ctrlKey || k.altKey || k.metaKey) return;
    if (k.key === "j" || k.key === "n") langkah(1, true);
    else if (k.key === "k" || k.key === "p") langkah(-1, true);
    else if (k.key === "s") tukar();
    else if (k.key === "r") {
      const r = el("ringkasan");
      r.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    } else return;
    k.preventDefault();
  });
  window.addEventListener("hashchange", keJangkar);
  // the browser's own jump, which takes the focus away from what it cannot focus, comes first
  window.addEventListener("load", () => {
    setTimeout(keJangkar, 0);
  });
})();
