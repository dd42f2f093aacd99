# From nothing but Python 3.11–3.13 and make: `make demo`, then `make test`. `make help` lists the rest.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-all pytest fuzz lint format bench site clean

# An interpreter counts when it runs, is supported and can make a virtual environment: a shim may exist and do neither.
usable = -c 'import sys, ensurepip, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' >/dev/null 2>&1
ifndef PYTHON
PYTHON := $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	$$python $(usable) && { echo $$python; break; }; done)
endif

VENV ?= .venv
PARALLEL ?= -n 2 --dist loadfile
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
ARTICLE := examples/forum.md

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/installed ## install, and print the record of the article in examples/
	@$(BIN)/letopis extract $(ARTICLE) --published 2025-03-14 --format text
	@echo
	@echo 'Your own file:   $(BIN)/letopis extract PATH/TO/FILE.md --published 2025-03-14'
	@echo 'All the options: $(BIN)/letopis extract --help'

test: lint pytest ## install, then lint, types and tests

pytest: $(VENV)/installed-dev ## the tests alone; ARGS="-k dates" for some of them
	@$(BIN)/python -m pytest $(PARALLEL) $(ARGS)

fuzz: $(VENV)/installed-dev ## broken files and texts for an hour, or MINUTES=5; prints what it finds
	@$(BIN)/python -m tests.archive.fuzz --minutes $(or $(MINUTES),60)

lint: $(VENV)/installed-dev ## ruff and mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/installed-dev ## let ruff put the code in its form
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

test-all: lint ## the tests on every supported Python found on PATH or under pyenv
	@for version in 3.11 3.12 3.13; do \
		found=; \
		for python in python$$version $${PYENV_ROOT:-$$HOME/.pyenv}/versions/$$version.*/bin/python; do \
			$$python $(usable) && { found=$$python; break; }; \
		done; \
		if [ -z "$$found" ]; then echo "Python $$version: not found here, skipped"; continue; fi; \
		echo "Python $$version: $$found"; \
		$(MAKE) --no-print-directory pytest PYTHON="$$found" VENV=.venv-$$version || exit 1; \
	done

bench: $(VENV)/installed ## texts a second, beside natasha: make bench TEXTS="news/*.txt" NATASHA=/path/to/its/python
	@$(BIN)/python benchmarks/throughput.py $(or $(TEXTS),$(ARTICLE)) $(if $(NATASHA),--natasha $(NATASHA))

site: $(VENV)/installed-dev ## the documentation as pages, in site/
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet
	@echo 'Open site/index.html'

clean: ## remove the virtual environments and everything built
	rm -rf .venv .venv-3.* build dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find nlp tests models -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'letopis needs Python 3.11, 3.12 or 3.13 with its venv module; none was found.' \
		'Name one: make PYTHON=/path/to/python3.12' >&2; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo 'Installing letopis (a minute or two, once)'
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo 'Installing letopis and its test tools (a minute or two, once)'
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $(VENV)/installed $@
