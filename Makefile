# Two commands matter: `make demo` and `make test`. Each does all its set-up itself.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
BENCH := benchmarks/.venv
export JINGUO_HOME ?= $(CURDIR)/.home

.PHONY: install install-dev demo serve test check lint bench clean

install: $(VENV)/.installed
	@$(BIN)/jinguo prepare

# pip is the last thing venv makes: where it is missing, an earlier try broke off, and all is made anew.
$(VENV)/bin/pip:
	$(PYTHON) -m venv --clear $(VENV)

$(VENV)/.installed: requirements/base.txt pyproject.toml | $(VENV)/bin/pip
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/base.txt
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

install-dev: $(VENV)/.installed-dev
	@$(BIN)/jinguo prepare

$(VENV)/.installed-dev: requirements/dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

demo: install
	$(BIN)/jinguo demo

serve: install
	$(BIN)/jinguo serve

test: install-dev
	$(BIN)/python -m pytest

check: install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m django makemigrations --check --dry-run --settings jinguo.config.settings

bench: $(BENCH)/.installed
	$(BENCH)/bin/python -m benchmarks

bench-%: $(BENCH)/.installed
	$(BENCH)/bin/python -m benchmarks $*

$(BENCH)/.installed: benchmarks/requirements.txt pyproject.toml
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --require-hashes -r benchmarks/requirements.txt
	$(BENCH)/bin/python -m pip install --quiet --no-deps --editable .
	@touch $@

clean:
	rm -rf $(VENV) node_modules .mypy_cache .ruff_cache .pytest_cache
