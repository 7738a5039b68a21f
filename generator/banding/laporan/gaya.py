"""The style of `laporan.html`, on screen and on paper. What is gone and what is new can be told without colours."""

GAYA = """
:root { color-scheme: light; --tinta: #1c2733; --redup: #55636f; --garis: #d5dce3; --alas: #f4f7fa; --tekan: #0b5394;
  --hapus: #fde3e1; --hapus-tua: #9c1c14; --baru: #dff3e2; --baru-tua: #14602a; --fokus: #c77700; }
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; }
body { margin: 0; font: 16px/1.5 system-ui, "Segoe UI", Arial, sans-serif; color: var(--tinta); background: #fff; }
header, main, .alat { max-width: 84rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.3rem; margin: 1.6rem 0 .5rem; border-bottom: 2px solid var(--tinta); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; }
h4 { font-size: .95rem; margin: .8rem 0 .3rem; }
p { margin: .3rem 0; overflow-wrap: anywhere; }
.dokumen { font-size: 1.1rem; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .4rem 0; }
dt { color: var(--redup); }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.redup { color: var(--redup); font-size: .9rem; }
th .redup { display: block; font-weight: 400; }
kbd { font: .8em ui-monospace, Consolas, monospace; border: 1px solid #8795a3; border-radius: .25rem; padding: 0 .3em;
  background: #fff; color: var(--tinta); }
a { color: var(--tekan); }
a:focus-visible, button:focus-visible, summary:focus-visible, .geser:focus-visible, .u:focus-visible {
  outline: 3px solid var(--fokus); outline-offset: 2px; }
section:focus { outline: none; }
.lompat { position: absolute; left: -100rem; top: 0; z-index: 3; padding: .6rem 1rem; background: #fff; }
.lompat:focus { left: .5rem; top: .5rem; }
.alat { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .6rem;
  padding-top: .5rem; padding-bottom: .5rem; background: #fff; border-bottom: 1px solid var(--garis); }
#letak { margin-left: auto; color: var(--redup); font-variant-numeric: tabular-nums; }
button { font: inherit; font-size: .95rem; padding: .25rem .7rem; border: 1px solid #8795a3; border-radius: .4rem;
  background: var(--alas); color: inherit; cursor: pointer; }
button:hover { border-color: var(--tekan); }
button:disabled { color: #8795a3; cursor: default; }
button[aria-pressed=true] { background: var(--tekan); border-color: var(--tekan); color: #fff; }
.pokok { margin: .5rem 0 1rem; padding-left: 1.2rem; }
.sama { font-size: 1.1rem; padding: .8rem 1rem; background: var(--baru); border-left: .3rem solid var(--baru-tua); }
.geser { overflow-x: auto; margin: .4rem 0; }
table { border-collapse: collapse; font-size: .88rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--redup); }
th, td { border: 1px solid var(--garis); padding: .25rem .5rem; text-align: left; vertical-align: top;
  max-width: 30rem; }
th { background: var(--alas); font-weight: 600; }
tbody th { max-width: 22rem; background: none; }
tbody + tbody { border-top: 2px solid #8795a3; }
.ka { text-align: right; white-space: nowrap; }
.te { text-align: center; }
.angka { display: block; text-align: right; white-space: nowrap; }
td.ka:has(del, ins) { white-space: normal; }
tr.tetap td { color: var(--redup); }
details { margin: .4rem 0; }
summary { cursor: pointer; color: var(--tekan); }
svg { max-width: 100%; height: auto; }
del { background: var(--hapus); color: var(--hapus-tua); text-decoration: line-through; }
ins { background: var(--baru); color: var(--baru-tua); text-decoration: underline; }
.letak ins, #dokumen > .takarir ins { background: none; color: inherit; text-decoration: none; }
.asal { font-size: .82rem; color: var(--redup); overflow-wrap: anywhere; }
td .asal, td.asal { display: block; min-width: 11rem; }
td.asal { display: table-cell; }
.letak { margin: 2rem 0 .4rem; padding-top: .5rem; border-top: 1px solid #8795a3; font-size: 1.1rem; }
.u { margin: .6rem 0; padding: .4rem .8rem .6rem; border: 1px solid var(--garis); border-left: .3rem solid #8795a3;
  border-radius: .3rem; }
.u.kini { border-color: var(--fokus); box-shadow: 0 0 0 1px var(--fokus); }
.tuju { background: #fff7dd; }
.ket { font-size: .92rem; margin: 0 0 .3rem; }
.ket > a:first-child { display: inline-block; min-width: 2rem; font-weight: 600; }
.cap { display: inline-block; padding: 0 .45em; border: 1px solid; border-radius: .6em; font-size: .82rem;
  font-weight: 400; color: var(--redup); white-space: nowrap; }
.cap.ditambah { color: var(--baru-tua); }
.cap.dihapus { color: var(--hapus-tua); }
.cap.pindah, .cap.ganti-nama { color: #5b3a94; }
.ket .asal { display: block; }
.pasang { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; }
.pasang > div { min-width: 0; padding: .2rem .6rem; background: #fbfcfd; border-top: 2px solid var(--garis); }
.pasang > .lama { border-top-color: #d99a95; }
.pasang > .baru { border-top-color: #8fc49b; }
.sisi { display: block; font-size: .75rem; font-weight: 600; color: var(--redup); text-transform: uppercase;
  letter-spacing: .05em; }
.tiada { color: var(--redup); font-style: italic; }
.kolom { font-size: .85rem; color: var(--redup); }
.selbeda { display: grid; grid-template-columns: minmax(12rem, 2fr) 5fr; gap: 0 .8rem; margin-top: .3rem; }
.selbeda .asal { display: block; }
.selbeda + .selbeda .sisi { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.judul { font-weight: 700; }
.t1 { font-size: 1.1rem; }
.takarir { margin: .8rem 0 .3rem; }
.sumber { font-size: .88rem; font-style: italic; }
.d1 { margin-left: 1.5rem; } .d2 { margin-left: 3rem; } .d3 { margin-left: 4.5rem; } .d4 { margin-left: 6rem; }
.seluruh { padding-left: .6rem; border-left: .3rem solid #8fc49b; }
.seluruh.hapus { border-left-color: #d99a95; }
.seluruh.hapus td:not(.asal) { text-decoration: line-through; color: var(--hapus-tua); }
.seluruh.baru td:not(.asal) { color: var(--baru-tua); }
.celah { margin: .4rem 0; }
.celah > button { width: 100%; padding: .1rem .8rem; border-style: dashed; color: var(--redup); text-align: left; }
.celah > button::before { content: "▸ "; }
.celah > button[aria-expanded=true]::before { content: "▾ "; }
.celah > div { padding: .2rem .8rem; border-left: 1px dashed #8795a3; }
@media (max-width: 48rem) {
  html { scroll-padding-top: 8.5rem; }
  body { font-size: 15px; }
  header, main, .alat { padding-left: .75rem; padding-right: .75rem; }
  .alat kbd { display: none; }
  .pasang, .selbeda { grid-template-columns: 1fr; }
  .selbeda .pasang { grid-template-columns: 1fr 1fr; }
  #letak { margin-left: 0; }
}
@page { size: A4 landscape; margin: 12mm; }
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html, body { font-size: 9pt; }
  header, main { max-width: none; padding: 0; }
  .alat, .lompat, .tombol-tombol, .pintas, .celah > button, .pasang details:not([open]) { display: none; }
  summary { list-style: none; color: inherit; }
  a { color: inherit; text-decoration: none; }
  .geser { overflow: visible; }
  table { font-size: 7.5pt; max-width: 100%; }
  th, td { padding: .1rem .3rem; overflow-wrap: anywhere; }
  thead { display: table-header-group; }
  tr, p, h2, h3, .selbeda { break-inside: avoid; }
  h2, h3, h4, .ket, .kolom, .takarir { break-after: avoid; }
  .u { box-shadow: none !important; border-color: var(--garis) !important; }
  .u:not(:has(table)) { break-inside: avoid; }
  .pasang { grid-template-columns: 1fr 1fr; }
  .selbeda { grid-template-columns: 1fr 1fr; }
  #dokumen { break-before: page; }
}
"""
