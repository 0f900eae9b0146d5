# The two commands most people want: `make read` and `make test`.
# Everything is installed into .venv, from the locked versions in requirements/.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
FILE ?= sample_articles/ceasefire-talks.txt

.DEFAULT_GOAL := help
.PHONY: help read test lint types imports check bench score model lock screenshot clean

help: ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

read: $(VENV)/read.installed ## Open the reader on a sample article (FILE=… for another)
	@$(BIN)/briefing $(FILE)

test: $(VENV)/test.installed ## Run all tests
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

lint: $(VENV)/test.installed ## Check style and format (ruff)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/test.installed ## Check types (mypy, strict)
	$(BIN)/mypy

imports: $(VENV)/test.installed ## Check that imports point one way (import-linter)
	$(BIN)/lint-imports

check: lint types imports test ## Everything that CI runs

bench: $(VENV)/test.installed ## Measure speed, memory and bytes, each against its yardstick
	$(BIN)/python tests/benchmarks/bench.py
	$(BIN)/python tests/benchmarks/steps.py
	$(BIN)/python tests/benchmarks/articles.py
	$(BIN)/python tests/benchmarks/terminal.py

score: $(VENV)/test.installed ## Score the analysis: GOLD=folder of annotated articles, SCORER=script that compares
	@test -n "$(GOLD)" || { echo "usage: make score GOLD=DIR SCORER=score.py"; exit 2; }
	$(BIN)/python tests/benchmarks/score_gold.py $(GOLD) --scorer $(SCORER)
	$(BIN)/python tests/benchmarks/structure.py
	$(BIN)/python tests/benchmarks/pages.py
	$(BIN)/python tests/benchmarks/printed_pages.py

model: $(VENV)/train.installed ## Train all weights from tests/corpus and write the model cards
	$(BIN)/python -m briefing.analysis.training

lock: $(VENV)/test.installed ## Renew the locked versions in requirements/
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile pyproject.toml --extra build --universal --python-version 3.10 --generate-hashes -q -o requirements/read.txt
	$(BIN)/uv pip compile pyproject.toml --extra build --extra dev --universal --python-version 3.10 --generate-hashes -q -o requirements/test.txt
	$(BIN)/uv pip compile pyproject.toml --extra build --extra dev --extra train --universal --python-version 3.10 --generate-hashes -q -o requirements/train.txt

screenshot: $(VENV)/test.installed ## Make the pictures in the README anew
	$(BIN)/python -m briefing.reader.screenshot docs/reader.svg --size 168x42
	$(BIN)/python -m briefing.reader.screenshot docs/reader-light.svg --size 168x42 --theme paper
	$(BIN)/python -m briefing.reader.screenshot docs/comparison.svg --size 120x30 --keys "; p c r e l i n enter"
	$(BIN)/python -m briefing.reader.screenshot docs/dossier.svg --size 120x34 --theme paper --keys "; b d"

clean: ## Remove what the other targets made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# Each stamp stands for an environment that has everything of the set before it.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "briefing needs Python 3.10 or later: make PYTHON=/path/to/python3.12")'
	@echo "Making the environment $(VENV) (once)" >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/%.installed: requirements/%.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing the packages of requirements/$*.txt (once)" >&2
	@$(PIP) --require-hashes -r requirements/$*.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@
