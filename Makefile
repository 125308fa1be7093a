# What you can do here: `make help`. Needs Python 3.11 and Pango; everything else is put into .venv.
# Folders and files may have spaces in their names. Builds share build/work, so one runs at a time.

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

OCTAVO := .venv/bin/octavo
PYTHON := .venv/bin/python
REPORT ?= full
LOCK := $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-annotate --no-strip-extras --custom-compile-command 'make lock' --no-emit-index-url --no-emit-find-links

.PHONY: all pdf epub docx check verify explain test lint golden gallery bench fuzz lock docs picture audit sbom licences clean help

all: build/.made-all ## Set up if need be, check, and build the PDF, the EPUB and the DOCX (plain `make`)

pdf: build/.made-pdf ## Build the PDF only

epub: build/.made-epub ## Build the EPUB only

docx: build/.made-docx ## Build the DOCX only

check: .venv/.ready ## Report what is wrong with the manuscript; write nothing
	@$(OCTAVO) check --report $(REPORT)

verify: build/.made-all .venv/.ready-dev .venv/.ready-ace ## Have veraPDF, EPUBCheck, Ace and openxml-audit judge the editions
	@$(OCTAVO) verify --report $(REPORT) build/*.pdf build/*.epub build/*.docx

explain: .venv/.ready ## Explain a diagnostic: make explain CODE=C001
	@$(OCTAVO) explain $(or $(CODE),$(error which one? make explain CODE=C001))

test: .venv/.ready-dev .venv/.ready-ace ## Run all tests; make test ARGS="tests/unit -x" runs some
	@$(PYTHON) -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder $(ARGS)

lint: .venv/.ready-dev ## Check the style, the types, the layers and the sizes of the code
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-logo
	@$(PYTHON) -m pytest -q tests/test_architecture.py

golden: .venv/.ready-dev ## Accept what octavo writes now as what the golden tests expect
	@$(PYTHON) -m pytest --update-golden $(ARGS)

gallery: .venv/.ready-dev ## Draw a specimen in three brands as sheets under build/gallery/
	@$(PYTHON) -m tests.gallery $(ARGS)

bench: .venv/.ready-dev ## Measure how long builds take
	@$(PYTHON) -m tests.bench

fuzz: .venv/.ready-dev ## Try octavo's readers on made-up files; make fuzz ARGS="--runs 50000 bibliography"
	@$(PYTHON) -m tests.fuzz $(ARGS)

lock: .venv/.ready-dev ## Choose the newest versions of all dependencies and write them down
	@$(LOCK) pyproject.toml --output-file requirements.lock
	@$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock
	@$(LOCK) --group supply --output-file requirements-supply.lock

audit: .venv/.ready-supply ## Look for known vulnerabilities in the packages of the lock files
	@.venv/supply/bin/python scripts/supply_chain.py audit

sbom: .venv/.ready-supply ## Write the bill of materials (CycloneDX) to build/octavo.cdx.json
	@.venv/supply/bin/python scripts/supply_chain.py sbom

licences: .venv/.ready-dev .venv/.ready-supply ## Write docs/licences.md: what octavo is made of, and under which terms
	@.venv/supply/bin/python scripts/supply_chain.py licences

docs: .venv/.ready ## Write docs/diagnostics.md from the table of codes
	@$(PYTHON) -c 'from octavo.report.explain import diagnostics_page; print(diagnostics_page(), end="")' \
		> docs/diagnostics.md

picture: all ## Draw docs/source-and-page.png, the README's picture, from what was built
	@$(PYTHON) scripts/draw_picture.py

clean: ## Remove all that was built; keeps .venv
	@find build -mindepth 1 ! -name .gitkeep -delete

help: ## Show this help
	@sed -n 's/^\([a-z][a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '%-10s %s\n' "$$name" "$$text"; done
	@printf '\nREPORT=full|concise|json|github chooses how diagnostics are shown (now: $(REPORT)).\n'

# A stamp stands for the editions that a goal made, because their names are the publication's to choose.
# It lists them, so that scripts/note-inputs notices when one is gone.
build/.made-all build/.made-pdf build/.made-epub build/.made-docx: build/.inputs .venv/.ready
	@$(OCTAVO) build $(if $(filter-out %-all,$@),--format $(patsubst build/.made-%,%,$@)) --report $(REPORT)
	@find build -maxdepth 1 -type f \( -name manifest.json -o -name '*.$(subst all,*,$(patsubst build/.made-%,%,$@))' \) \
		! -name '.*' > $@

# Read before any goal is made: an input that is new, gone or changed makes build/.inputs newer than the stamps.
ifneq ($(filter all verify pdf epub docx build/%,$(or $(MAKECMDGOALS),all)),)
$(shell scripts/note-inputs)
endif

build/.inputs:
	@scripts/note-inputs

.venv/.ready: requirements.lock scripts/set-up
	@scripts/set-up

.venv/.ready-dev: requirements-dev.lock .venv/.ready
	@scripts/set-up dev

# Without Node.js there is no stamp, and no Ace.
.venv/.ready-ace: scripts/ace/package-lock.json scripts/set-up-ace | .venv/.ready
	@scripts/set-up-ace

.venv/.ready-supply: requirements-supply.lock .venv/.ready
	@scripts/set-up supply
