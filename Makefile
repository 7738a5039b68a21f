# Every target does all of its own set-up: the Python environment (setup/python.sh), LibreOffice (setup/libreoffice.sh) and
# the dictionary (setup/kamus.sh).

.DEFAULT_GOAL := bantuan
.DELETE_ON_ERROR:
override PY := .venv/bin/python
override SIAP := .venv/.siap
override RENSTRA := $(PY) setup/opsi.py .venv/bin/renstra

# What users give after make's name reaches the commands as it was typed, through the environment: neither make
# ($(value …) does not expand) nor a shell ("$$TAHUN") reads it as anything but words. setup/opsi.py splits OPSI.
override NILAI := TAHUN DARI KE NAMA OPSI PAKSA PYTHON
$(foreach n,$(NILAI),$(eval override $(n) := $$(value $(n))))
export $(NILAI)

# The environment is put right when the lock or the project file changed, when the folder was moved, and when it is broken.
ifneq "$(shell sh setup/utuh.sh)" ""
.PHONY: $(SIAP)
endif

.PHONY: bantuan siap renstra renja renja-semua pk banding versi periksa jejak test periksa-kode kerentanan bench golden kunci bersih

bantuan: ## Daftar sasaran ini
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

renstra: siap ## Susun build/renstra.docx, .pdf, .md dan manifest.json (PAKSA=1: walau sumber tidak berubah)
	@.venv/bin/renstra susun $(if $(PAKSA),--paksa)

renja: siap ## Susun Renja dan lembar SIPD sebuah tahun dari Renstra (TAHUN=2027)
	@[ -n "$$TAHUN" ] || { echo "Sebut tahunnya: make renja TAHUN=2027" >&2; exit 2; }
	@$(RENSTRA) renja $(if $(PAKSA),--paksa) -- "$$TAHUN"

renja-semua: siap ## Susun Renja semua tahun Renstra
	@$(RENSTRA) renja $(if $(PAKSA),--paksa)

pk: siap ## Susun Perjanjian Kinerja sebuah tahun (TAHUN=2027)
	@[ -n "$$TAHUN" ] || { echo "Sebut tahunnya: make pk TAHUN=2027" >&2; exit 2; }
	@$(RENSTRA) pk $(if $(PAKSA),--paksa) -- "$$TAHUN"

banding: siap ## Bandingkan dua versi (DARI=v1.0 KE=., bawaan KE: salinan kerja) ke build/banding/
	@[ -n "$$DARI" ] || { echo "Sebut versi lamanya: make banding DARI=v1.0" >&2; exit 2; }
	@$(RENSTRA) banding -- "$$DARI" $${KE:+"$$KE"} || [ $$? -eq 1 ]

versi: siap ## Beri nama versi sekarang (NAMA=v1.1): tag git, DOCX dan PDF di build/versi/
	@[ -n "$$NAMA" ] || { echo "Sebut namanya: make versi NAMA=v1.1" >&2; exit 2; }
	@.venv/bin/renstra versi -- "$$NAMA"

periksa: $(SIAP) ## Periksa data, naskah dan dokumen tanpa menyusun (OPSI="--tegas": peringatan pun gagal)
	@sh setup/kamus.sh
	@$(RENSTRA) periksa

jejak: $(SIAP) ## Tulis build/jejak.html: asal setiap angka, dan di mana setiap sel tercetak
	@$(RENSTRA) jejak

# Tests run on all processors (-n), and keep the bytecode of what they start even where the environment forbids it, as
# containers do: compiling the program anew took half the time of every command that they run.
test: siap ## Jalankan semua uji, di semua prosesor (OPSI="-k pdf": sebagian; OPSI=-n0: satu per satu)
	@sh setup/uji.sh
	@PYTHONDONTWRITEBYTECODE= $(PY) setup/opsi.py $(PY) -m pytest -n auto --maxprocesses 8 --dist worksteal

periksa-kode: $(SIAP) ## Periksa gaya, keamanan, tipe dan arah impor: ruff, mypy --strict, import-linter; laman: biome
	@status=0; \
	$(PY) -m ruff check . || status=1; \
	$(PY) -m ruff format --check . || status=1; \
	$(PY) -m mypy --strict || status=1; \
	.venv/bin/lint-imports || status=1; \
	sh setup/laman.sh || status=1; \
	exit $$status

kerentanan: $(SIAP) ## Periksa apakah ada kerentanan yang dikenal dalam pustaka yang dipakai: pip-audit
	@$(PY) setup/kerentanan.py

bench: siap ## Ukur waktu dan memori; tidak termasuk uji
	@$(PY) setup/opsi.py $(PY) -m pytest bench --benchmark-only

golden: siap ## Tulis ulang berkas acuan (golden) di tests/ dari keluaran sekarang
	@RENSTRA_GOLDEN=tulis $(PY) setup/opsi.py $(PY) -m pytest -k golden

siap: $(SIAP) ## Hanya menyiapkan: lingkungan Python, LibreOffice, huruf dan kamus
	@sh setup/libreoffice.sh
	@sh setup/kamus.sh

$(SIAP): requirements.lock pyproject.toml setup/python.sh
	@sh setup/python.sh

kunci: KUNCI := --universal --python-version 3.11 --generate-hashes --no-annotate
kunci: ## Perbarui requirements.lock dari pyproject.toml (memerlukan uv)
	UV_CUSTOM_COMPILE_COMMAND="make kunci" uv pip compile pyproject.toml --extra dev $(KUNCI) -o requirements.lock
	echo "pip-audit>=2.10" | UV_CUSTOM_COMPILE_COMMAND="make kunci" uv pip compile - $(KUNCI) -o setup/kerentanan.lock

bersih: ## Hapus hasil (build/, kecuali build/versi/), cache dan .venv
	@if [ -d build ]; then find build -mindepth 1 -maxdepth 1 ! -name versi -exec rm -rf {} +; fi
	@rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks .import_linter_cache ./*.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
