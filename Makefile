# Each word is one line; `make` alone lists them. `make test ARGS='-k fetch'` passes arguments on.
PYTHON ?= python3
run := .venv/bin/python -m
# Hundreds of processes import the same modules, which are compiled once; some images forbid it.
unexport PYTHONDONTWRITEBYTECODE

help: ; @awk -F ':|## ' '/^[a-z0-9-]+:.*## / && !/^help/ {printf "  make %-12s %s\n", $$1, $$NF}' Makefile
regenerate: .venv/ready ; $(run) generator regenerate $(ARGS) ## fetch the published document and renew generated/
test: .venv/ready ; $(run) pytest -n auto $(ARGS) ## all tests
check: .venv/ready ; $(run) generator check $(ARGS) ## is generated/ what the archived document gives?
test-httpx2: .venv/ready ; $(run) pytest tests/httpx2 -n auto --dist loadfile $(ARGS) ## the tests of the client once more, on httpx2 (Python 3.11 or newer)
test-oracle: .venv/oracle/ready ; $(run) pytest tests/oracle $(ARGS) ## every request of the client, judged by a mock server of others (needs node)
test-versions: .venv/ready ; $(run) pytest tests/versions $(ARGS) ## the contract of every archived document, each with a client of its own
test-edits: .venv/ready ; $(run) pytest tests/edits -n auto --dist loadfile $(ARGS) ## edits of clients and documents, each of which a check of the contract must catch
contract: .venv/ready ; $(run) generator contract $(ARGS) ## does the committed client keep the contract? (ARGS="-k listWebhooks" for some of it)
test-hostile: .venv/ready ; $(run) pytest tests/hostile -n auto $(ARGS) ## documents whose texts try to become code, in every place
test-fuzz: .venv/ready ; $(run) pytest tests/fuzz $(ARGS) ## 20,000 mutated documents: each gives a package or located errors
fuzz: .venv/ready ; $(run) tests.fuzz $(ARGS) ## mutated documents for as long as you like (ARGS='--seed 7 --minutes 30'; --case N for one)
mutants: .venv/ready ; $(run) tests.mutants $(ARGS) ## can the contract fail? edits of the client and the document must be caught
dist: .venv/ready ; $(run) generator dist $(ARGS) ## a wheel and a source distribution of the client, in .dist/ (ARGS='--post 1' for a new release of the same API)
test-dist: .venv/ready ; $(run) pytest tests/dist $(ARGS) ## both, installed in empty environments with the lowest and the newest httpx and pydantic
vendor: .venv/ready ; $(run) generator vendor $(DEST) $(if $(PACKAGE),--package $(PACKAGE)) $(ARGS) ## copy the client into another repository (DEST=../shop PACKAGE=acme._vendor.client, or DEST=../shop ARGS=--update)
test-copies: .venv/ready ; $(run) pytest tests/copies -n auto $(ARGS) ## real copies: from one version to the next in a repository, and each resource by itself
report: .venv/ready ; $(run) generator report $(ARGS) ## write the change report of each step between archived documents
agreement: .venv/ready ; $(run) tests.agreement $(ARGS) ## change reports held against the verdicts in ../shared/cases/changes
test-browser: .venv/ready ; $(run) pytest tests/browser $(ARGS) ## the page of a change report, driven in Chromium (which Debian has as a package)
lint: .venv/ready ; $(run) ruff check && $(run) black --check --quiet . && $(run) mypy && $(run) pyright --pythonpath .venv/bin/python ## style and types
bench: .venv/ready ; $(run) tests.bench $(ARGS) ## the numbers, as ratios within one run
corpus: .venv/ready ; $(run) tests.corpus $(ARGS) ## a client for every document in ../shared/corpus (ARGS=FOLDER for others)
shapes: .venv/ready ; $(run) tests.shapes $(ARGS) ## renew the table of what black leaves alone, after other shapes in templates or another black (ARGS=FOLDER for other documents)
support: .venv/ready ; $(run) pytest tests/support $(ARGS) ## a client for every feature, and for small documents with what real ones have, held against its document (UPDATE_CASES=1 writes what is served into the README)
lock: .venv/ready ; $(run) pip install --quiet uv==0.13.9 && UV_PYTHON_DOWNLOADS=never $(run) uv pip compile --quiet --universal --python-version 3.10 --fork-strategy fewest --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --group dev pyproject.toml --output-file requirements.lock $(ARGS) ## renew requirements.lock (ARGS=--upgrade for newer transitive versions)
clean: ; rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis && find . -name __pycache__ -type d -prune -exec rm -rf {} + ## remove what is not committed

.PHONY: help regenerate test dist test-dist vendor test-copies test-httpx2 test-oracle test-versions test-edits test-hostile test-fuzz fuzz test-browser contract report agreement mutants check lint bench corpus shapes support lock clean

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.10 or newer is needed, this is %d.%d; say make PYTHON=python3.12, for example." % sys.version_info[:2] if sys.version_info < (3, 10) else 0)'
	$(PYTHON) -m venv --clear .venv
	$(run) pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(run) pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/oracle/ready: .venv/ready tests/oracle/package.json tests/oracle/package-lock.json
	@command -v npm > /dev/null || { echo 'Node.js 14 or newer with npm is needed.' >&2; exit 1; }
	@mkdir -p $(@D) && cp tests/oracle/package.json tests/oracle/package-lock.json $(@D)
	npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
