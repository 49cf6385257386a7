# Ottawa Atlas. `make` on its own lists the targets.
# ARGS goes to the program a target runs: make run ARGS="--server.port 8600", make test ARGS="-k treaty".

VENV := .venv
PY := $(VENV)/bin/python
ARGS ?=

# A worker a core. A file's tests stay together, because they share what is dear to make.
PARALLEL := -n auto --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help run test quick lint check bench lock clean browser

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.runtime  ## start the dashboard on http://localhost:8501
	$(PY) -m streamlit run dashboard.py $(ARGS)

test: lint browser  ## everything a change must pass: ruff, mypy, pytest (with a real Chromium)
	$(PY) -m pytest $(PARALLEL) $(ARGS)

quick: lint  ## while working: ruff, mypy and the tests of the logic, without pages, pictures and browsers
	$(PY) -m pytest $(PARALLEL) -m "not slow" --ignore tests/browser $(ARGS)

lint: $(VENV)/.development  ## ruff and mypy only
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy --strict .

check: $(VENV)/.runtime  ## test the data against its schema and against the law
	$(PY) -m geo check $(ARGS)

bench: $(VENV)/.peers browser  ## measure what the README's figures come from
	$(PY) -m benchmarks.budgets
	$(PY) -m benchmarks $(ARGS)

lock:  ## pin every requirements*.in again, with hashes (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: see https://docs.astral.sh/uv/"; exit 1; }
	uv pip compile --universal --python-version 3.11 --generate-hashes $(ARGS) \
		requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes $(ARGS) \
		requirements-dev.in -o requirements-dev.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes $(ARGS) \
		requirements-bench.in -o requirements-bench.txt

clean:  ## remove the environment, caches and built files
	rm -rf $(VENV) build out .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Finds Chromium, Firefox and WebKitGTK, or installs those that are missing from Debian's packages;
# OTTAWA_ATLAS_CHROMIUM names a Chromium of your own.
browser: $(VENV)/.development
	$(PY) -m tests.browser.chromium
	$(PY) -m tests.browser.engines

# The stamps make pip run again only when the pins have changed.
$(VENV)/.runtime: requirements.txt
	sh scripts/install.sh $(VENV) requirements.txt
	@touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	sh scripts/install.sh $(VENV) requirements-dev.txt
	@touch $@

$(VENV)/.peers: requirements-bench.txt $(VENV)/.development
	sh scripts/install.sh $(VENV) requirements-bench.txt
	@touch $@
