# Two commands on a fresh machine: `make plan` builds the annual plan, `make test` runs every check.

PYTHON ?= python3
export PIP_CONSTRAINT := constraints.txt
VENV := .venv
BIN := $(VENV)/bin

.PHONY: plan pack test test-long lint docs interpreters bench clean

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
	$(BIN)/python bench/archive.py
	$(BIN)/python bench/checking.py

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable ".[test]"
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	@touch $@

clean:
	rm -rf $(VENV) .venv-* output/*.pdf .mypy_cache .ruff_cache .pytest_cache .coverage
