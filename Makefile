# The two commands of the README: `make demo` and `make test`. Both bring their own .venv.
PYTHON ?= python3
PORT ?= 5000
BIN := .venv/bin
FLASK := $(BIN)/flask --app wsgi
DEMO := REGISTER_OVER_HTTP=1 DATABASE_URL=sqlite:///$(CURDIR)/instance/demo.sqlite PORT=$(PORT) \
	REGISTER_FILES=$(CURDIR)/instance/demo-files
TESTS := $(BIN)/python -m pytest -q -n auto --dist loadfile

.PHONY: demo demo-reset test bench lint catalogues lock

demo: .venv/runs
	@$(DEMO) $(FLASK) demo load
	@$(DEMO) $(FLASK) serve

demo-reset: .venv/runs
	@rm -rf instance/demo.sqlite instance/demo.sqlite-wal instance/demo.sqlite-shm instance/demo-files
	@$(MAKE) --no-print-directory demo

test: .venv/tests
	@env -u TEST_DATABASE_URL $(TESTS)
ifdef TEST_DATABASE_URL
	@$(TESTS)
endif

bench: .venv/tests
	@$(BIN)/python -m tests.bench

lint: .venv/tests
	@$(BIN)/ruff check .

# New texts of the interface go into every language's catalogue.
catalogues: .venv/tests
	@$(BIN)/python -m tests.catalogues

lock:
	@env -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL uv pip compile -q --universal --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.lock
	@env -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL uv pip compile -q --universal --generate-hashes --no-header --no-annotate --extra dev pyproject.toml -o requirements-dev.lock

.venv/bin/python:
	@$(PYTHON) -m venv .venv

.venv/runs: requirements.lock | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/tests: requirements-dev.lock | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ .venv/runs
