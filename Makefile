# Two commands on a fresh machine: `make plan` builds the annual plan, `make test` runs every check.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUPPLY := .venv-supply
COMPILE := $(SUPPLY)/bin/uv pip compile --quiet --universal --python-version 3.11 --constraint constraints.txt \
    --generate-hashes --no-strip-extras --no-annotate --no-emit-index-url --custom-compile-command "make requirements"

.PHONY: plan pack test test-long lint docs interpreters bench requirements notices sbom dist from-empty clean

plan: $(VENV)/.installed
	$(BIN)/plangen build plan 2011-12 --final

pack: $(VENV)/.installed
	$(BIN)/plangen build pack 2016-17-q2 --final

test: $(VENV)/.installed-test lint interpreters
	$(BIN)/python -m pytest -n 2 -m "not long" --cov --cov-report=term

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.installed
	$(BIN)/python -m plangen.diagnostics.page docs/diagnostics.md

# An environment for each other Python on this machine, to see that they all build the same bytes.
interpreters: $(VENV)/.installed-test
	$(BIN)/python tests/interpreters.py

test-long: $(VENV)/.installed-test
	$(BIN)/python -m pytest -n 2 -m long
	$(BIN)/python -m pytest -n 2 -m "hypothesis and not long" --hypothesis-profile=exploring

bench: $(VENV)/.installed-bench
	$(BIN)/python bench/compare.py
	$(BIN)/python bench/throughput.py
	$(BIN)/python bench/growth.py
	$(BIN)/python bench/editing.py
	$(BIN)/python bench/archive.py
	$(BIN)/python bench/checking.py

# Packages are installed by the digests in requirements.txt; plangen itself is only linked to.
PINNED := --quiet --require-hashes --requirement
ITSELF := --quiet --no-deps --no-build-isolation --editable

$(VENV)/.installed: pyproject.toml requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install $(PINNED) requirements.txt
	$(BIN)/python -m pip install $(ITSELF) .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed requirements-test.txt
	$(BIN)/python -m pip install $(PINNED) requirements-test.txt
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.installed
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet ".[bench]" --editable .
	@touch $@

# The tools that pin, list and describe packages have an environment of their own.
$(SUPPLY)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(SUPPLY)
	PIP_CONSTRAINT=constraints.txt $(SUPPLY)/bin/python -m pip install --quiet --editable ".[sign,supply]"
	@touch $@

# After a change of dependencies: name it in pyproject.toml, pin it and what it needs in constraints.txt, then this.
requirements: $(SUPPLY)/.installed
	$(COMPILE) --extra build --output-file requirements.txt pyproject.toml
	$(COMPILE) --extra build --extra test --output-file requirements-test.txt pyproject.toml

notices: $(SUPPLY)/.installed
	$(SUPPLY)/bin/python supply/notices.py

# A list of all that plangen needs to run, with licences and their texts (CycloneDX); made when asked for, not kept.
sbom: $(SUPPLY)/.installed
	rm -rf .venv-sbom
	$(PYTHON) -m venv .venv-sbom
	.venv-sbom/bin/python -m pip install $(PINNED) requirements.txt
	.venv-sbom/bin/python -m pip install --quiet --no-deps --no-build-isolation .
	.venv-sbom/bin/python -m pip uninstall --quiet --yes hatchling editables pathspec pluggy trove-classifiers
	$(SUPPLY)/bin/cyclonedx-py environment --gather-license-texts --output-reproducible --pyproject pyproject.toml \
	    --output-file output/plangen.cdx.json .venv-sbom/bin/python

# The wheel and the source distribution, in dist/; then a trial of the wheel from an empty folder.
dist: $(VENV)/.installed
	rm -rf dist
	$(BIN)/python -m hatchling build

from-empty: dist
	$(PYTHON) supply/from_empty.py

clean:
	rm -rf $(VENV) .venv-* dist output/*.pdf output/*.cdx.json .mypy_cache .ruff_cache .pytest_cache .coverage
