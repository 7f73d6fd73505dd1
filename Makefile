# Everything here sets up what it needs, once. `make build` needs git, make and Python 3.11 or newer; `make test` also
# a browser and checkers, which it installs when root on Debian and else names. ARGS are handed on: make serve ARGS=--open

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

READY := .venv/.ready
READY_DEV := .venv/.ready-dev
READY_NPM := node_modules/.ready

export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: help build serve check test lint bench benchphotos soak slips fix accept screenshots wheel lock setup machine clean distclean

help: ## what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | column -t -s '|'

build: $(READY) ## build the site into output/
	@sentra build $(ARGS)

serve: $(READY) ## show the site in a browser and rebuild what you save
	@sentra serve $(ARGS)

check: lint ## look over code and content, strictly
	@sentra check --strict $(ARGS)

test: lint machine $(READY_NPM) ## run all tests (make test ARGS="-k words tests/unit")
	@pytest -n auto --dist loadfile -m "not alone" $(ARGS) || [ $$? = 5 ]
	pytest -m alone $(ARGS) || [ $$? = 5 ]

lint: $(READY_DEV)
	@ruff format --check --quiet --output-format concise . || { echo "Some files are not formatted: make fix" >&2; exit 1; }
	ruff check --quiet --output-format concise .
	mypy

bench: $(READY_DEV) ## measure beside Hugo, sites, previews and photos; leaves bench/results/latest.json
	@python -m bench $(ARGS)
	python -m bench.preview
	python -m bench.photos

benchphotos: $(READY_DEV) ## measure more photos beside Hugo (make benchphotos ARGS="--photos 2000")
	@python -m bench.photos $(ARGS)

soak: $(READY_DEV) machine ## save a thousand times and look on in a browser, for a quarter of an hour
	@python -m tools.soak $(ARGS)

slips: $(READY_DEV) ## break the real content 500 times as editors do, and print what is told and mended
	@pytest -s tests/laws/test_mutations.py --slips 500 $(ARGS)

fix: $(READY_DEV) ## format the code and mend what can be mended by itself
	@ruff check --quiet --fix-only . && ruff format .

accept: $(READY_DEV) ## rewrite the expected files of tests/cases; read the difference before you commit it
	@pytest --accept tests/cases $(ARGS)
	git status --short tests/cases

screenshots: $(READY_DEV) machine ## take pictures of all page types into build/screenshots/, four into docs/pictures/
	@python -m tools.screenshots $(ARGS)

wheel: $(READY) ## make the file that editors install, in dist/ (docs/handbook/en/01-first-day.md)
	@python -m pip --disable-pip-version-check wheel -q --no-index --no-deps --no-build-isolation -w dist .
	ls dist/*.whl

lock: ## bring the locks in step with pyproject.toml and package.json (ARGS=--upgrade: newer releases)
	@tools/lock.sh $(ARGS)
	npm install --package-lock-only --loglevel=error

setup: $(READY_DEV) machine $(READY_NPM) ## only set everything up

machine:
	@tools/setup-test-machine.sh

clean: ## remove what builds and tests left
	@rm -rf output .output.spare .cache build dist bench/corpus .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find site_builder tests bench tools -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

distclean: clean
	@rm -rf .venv node_modules

$(READY): requirements.lock pyproject.toml tools/make-venv.sh
	@tools/make-venv.sh requirements.lock
	touch $@

$(READY_DEV): requirements-dev.lock $(READY)
	@tools/make-venv.sh requirements-dev.lock
	touch $@

$(READY_NPM): package-lock.json package.json .npmrc | machine
	@echo "Installing the checkers that package-lock.json names ..."
	npm ci --loglevel=error
	touch $@
