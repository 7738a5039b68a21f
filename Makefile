# Every target does all of its own set-up: the Python environment (setup/python.sh), LibreOffice (setup/libreoffice.sh) and
# the dictionary (setup/kamus.sh).

.DEFAULT_GOAL := bantuan
.DELETE_ON_ERROR:
PY := .venv/bin/python
SIAP := .venv/.siap

# The environment is made anew when the lock or the project file changed, or when the folder was moved.
ifneq "$(shell cat $(SIAP) 2>/dev/null)" "$(shell pwd -P)"
.PHONY: $(SIAP)
endif

.PHONY: bantuan siap renstra renja renja-semua pk banding versi periksa jejak test periksa-kode bench golden kunci bersih

bantuan: ## Daftar sasaran ini
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

renstra: siap ## Susun build/renstra.docx, .pdf, .md dan manifest.json (PAKSA=1: walau sumber tidak berubah)
	@.venv/bin/renstra susun $(if $(PAKSA),--paksa)

renja: siap ## Susun Renja dan lembar SIPD sebuah tahun dari Renstra (TAHUN=2027)
	@$(if $(TAHUN),,echo "Sebut tahunnya: make renja TAHUN=2027" >&2; exit 2;) .venv/bin/renstra renja $(TAHUN) $(if $(PAKSA),--paksa) $(OPSI)

renja-semua: siap ## Susun Renja semua tahun Renstra
	@.venv/bin/renstra renja $(if $(PAKSA),--paksa) $(OPSI)

pk: siap ## Susun Perjanjian Kinerja sebuah tahun (TAHUN=2027)
	@$(if $(TAHUN),,echo "Sebut tahunnya: make pk TAHUN=2027" >&2; exit 2;) .venv/bin/renstra pk $(TAHUN) $(if $(PAKSA),--paksa) $(OPSI)

banding: siap ## Bandingkan dua versi (DARI=v1.0 KE=., bawaan KE: salinan kerja) ke build/banding/
	@$(if $(DARI),,echo "Sebut versi lamanya: make banding DARI=v1.0" >&2; exit 2;) .venv/bin/renstra banding "$(DARI)" $(if $(KE),"$(KE)") $(OPSI) || [ $$? -eq 1 ]

versi: siap ## Beri nama versi sekarang (NAMA=v1.1): tag git, DOCX dan PDF di build/versi/
	@$(if $(NAMA),,echo "Sebut namanya: make versi NAMA=v1.1" >&2; exit 2;) .venv/bin/renstra versi "$(NAMA)"

periksa: $(SIAP) ## Periksa data, naskah dan dokumen tanpa menyusun (OPSI="--tegas": peringatan pun gagal)
	@sh setup/kamus.sh
	@.venv/bin/renstra periksa $(OPSI)

jejak: $(SIAP) ## Tulis build/jejak.html: asal setiap angka, dan di mana setiap sel tercetak
	@.venv/bin/renstra jejak $(OPSI)

test: siap ## Jalankan semua uji (OPSI="-k pdf": sebagian)
	@sh setup/uji.sh
	@$(PY) -m pytest $(OPSI)

periksa-kode: $(SIAP) ## Periksa gaya, tipe dan arah impor: ruff, mypy --strict, import-linter; laman: biome
	@status=0; \
	$(PY) -m ruff check . || status=1; \
	$(PY) -m ruff format --check . || status=1; \
	$(PY) -m mypy --strict || status=1; \
	.venv/bin/lint-imports || status=1; \
	sh setup/laman.sh || status=1; \
	exit $$status

bench: siap ## Ukur waktu dan memori; tidak termasuk uji
	@$(PY) -m pytest bench --benchmark-only $(OPSI)

golden: siap ## Tulis ulang berkas acuan (golden) di tests/ dari keluaran sekarang
	@RENSTRA_GOLDEN=tulis $(PY) -m pytest -k golden $(OPSI)

siap: $(SIAP) ## Hanya menyiapkan: lingkungan Python, LibreOffice, huruf dan kamus
	@sh setup/libreoffice.sh
	@sh setup/kamus.sh

$(SIAP): requirements.lock pyproject.toml setup/python.sh
	@sh setup/python.sh

kunci: ## Perbarui requirements.lock dari pyproject.toml (memerlukan uv)
	UV_CUSTOM_COMPILE_COMMAND="make kunci" uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-annotate -o requirements.lock

bersih: ## Hapus hasil (build/, kecuali build/versi/), cache dan .venv
	@if [ -d build ]; then find build -mindepth 1 -maxdepth 1 ! -name versi -exec rm -rf {} +; fi
	@rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks .import_linter_cache ./*.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
