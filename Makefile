# `make site` builds everything, `make test` proves it; each sets up what it needs first.
BIN := .venv/bin
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
CHECK_FORMAT ?= text
# Options of the build: where only a copy is built, BUILD=--overwrite asks nobody.
BUILD ?=
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: site serve check-site test check golden floors weights bench clean

site: .venv/for-site
	$(BIN)/egov-timeline build $(BUILD)

serve: .venv/for-site
	$(BIN)/egov-timeline serve

# What gates publishing: the content, and the site that a build would make of it.
check-site: .venv/for-site
	$(BIN)/egov-timeline check --site --format $(CHECK_FORMAT)

test: .venv/for-tests
	@tests/browser.sh $(BIN)/python
	$(BIN)/pytest -n auto --dist loadfile

check: .venv/for-tests
	$(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/mypy \
		&& $(BIN)/lint-imports && $(BIN)/egov-timeline check

golden: .venv/for-tests
	WRITE_GOLDEN=1 $(BIN)/pytest tests/test_golden.py

weights: .venv/for-tests
	$(BIN)/python tests/benchmark/name_weights.py && $(BIN)/python tests/benchmark/weights.py && \
	  $(BIN)/python tests/benchmark/place_weights.py

floors: .venv/for-tests
	WRITE_FLOORS=1 $(BIN)/pytest tests/benchmark/test_floors.py

# How long a build takes as the archive grows, beside other generators: a short one is
# `make bench SIZES="100 1000" ROUNDS=1`.
SIZES ?= 100 1000 4000 10000
ROUNDS ?= 3
bench: .venv/for-tests
	$(BIN)/python tests/benchmark/bench.py --sizes $(SIZES) --rounds $(ROUNDS)

clean:
	rm -rf site dist .venv .*_cache .hypothesis

.venv/for-site: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Needs Python 3.11 or newer: on the PATH, or make PYTHON=/path/to/it"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(INSTALL) hatchling editables && $(INSTALL) --no-build-isolation --editable . && touch $@

.venv/for-tests: .venv/for-site tests/package-lock.json
	$(INSTALL) --no-build-isolation --editable '.[dev]'
	@tests/npm.sh $(BIN) && touch $@
