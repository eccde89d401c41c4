# `make site` builds everything, `make test` proves it; each sets up what it needs first.
BIN := .venv/bin
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
CHECK_FORMAT ?= text
# Options of the build: where only a copy is built, BUILD=--overwrite asks nobody.
BUILD ?=
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Nothing is installed but the very files that requirements/ tells by their hashes.
LOCKED := $(PIP) --require-hashes --requirement requirements/
ITSELF := $(PIP) --no-deps --no-build-isolation --editable .
UV := uv==0.13.9

.PHONY: site serve check-site test check golden settled reference floors weights lock vendored bench clean

site: .venv/for-site
	$(BIN)/egov-timeline build $(BUILD)

serve: .venv/for-site
	$(BIN)/egov-timeline serve

# What gates publishing: the content, and the site that a build would make of it.
check-site: .venv/for-site
	$(BIN)/egov-timeline check --site --format $(CHECK_FORMAT)

test: .venv/for-tests
	@tests/browser.sh $(BIN)/python
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

check: .venv/for-tests
	$(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/mypy \
		&& $(BIN)/lint-imports && $(BIN)/egov-timeline check

golden: .venv/for-tests
	WRITE_GOLDEN=1 $(BIN)/pytest tests/test_golden.py

settled: .venv/for-tests
	WRITE_SETTLED=1 $(BIN)/pytest tests/test_settled.py

reference: .venv/for-tests
	WRITE_REFERENCE=1 $(BIN)/pytest tests/test_reference.py

weights: .venv/for-tests
	$(BIN)/python tests/benchmark/name_weights.py && $(BIN)/python tests/benchmark/weights.py && \
	  $(BIN)/python tests/benchmark/place_weights.py

floors: .venv/for-tests
	WRITE_FLOORS=1 $(BIN)/pytest tests/benchmark/test_floors.py

# What is installed, after a change of pyproject.toml or constraints.txt: for every system and each Python
# that pyproject.toml admits, with the hash of each file, and the address of none.
COMPILE = .venv/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --no-emit-package pip --constraint constraints.txt --custom-compile-command "make lock" \
	pyproject.toml requirements/build.in
lock:
	@$(PYTHON) -m venv .venv/lock && .venv/lock/bin/python -m pip install --quiet --disable-pip-version-check $(UV)
	$(COMPILE) --output-file requirements/site.txt
	$(COMPILE) --extra dev --output-file requirements/tests.txt

# Whether what others made is as it was taken (build/VENDORED.yml).
vendored: .venv/for-tests
	$(BIN)/pytest tests/test_vendored.py

# How long a build takes as the archive grows, beside other generators: a short one is
# `make bench SIZES="100 1000" ROUNDS=1`.
SIZES ?= 100 1000 4000 10000
ROUNDS ?= 3
bench: .venv/for-tests
	$(BIN)/python tests/benchmark/bench.py --sizes $(SIZES) --rounds $(ROUNDS)

clean:
	rm -rf site dist .venv .*_cache .hypothesis

.venv/for-site: pyproject.toml requirements/site.txt
	@test -n "$(PYTHON)" || { echo "Needs Python 3.11 or newer: on the PATH, or make PYTHON=/path/to/it"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(LOCKED)site.txt && $(ITSELF) && touch $@

.venv/for-tests: .venv/for-site requirements/tests.txt tests/package-lock.json
	$(LOCKED)tests.txt
	@tests/npm.sh $(BIN) && touch $@
