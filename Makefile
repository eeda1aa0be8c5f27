# make        make everything: the website, the comparison, the PDF and Word files
# make quick  run the tests that take no time, while you work
# make test   run all tests
# make deep   try what holds of any text on three times as many texts
# Both set up their own .venv the first time; after that neither needs the network.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# A file of tests is run by one process; which go first: tests/ordering.py.
PARALLEL := -n auto --dist loadfile --no-loadscope-reorder
READY  := $(VENV)/.ready

# Nothing is written outside this folder.
export PIP_CACHE_DIR := $(CURDIR)/.cache/pip
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONDONTWRITEBYTECODE :=

.PHONY: build voor-mr quick test deep check serve lint types lock clean distclean help
.DEFAULT_GOAL := build

build: $(READY)  ## the website with all downloads, in _build/html
	$(BIN)/protocol build

voor-mr: $(READY)  ## the same with drafts and what is before an MR, in _build/voor-mr/html
	$(BIN)/protocol build --with-drafts

check: $(READY)  ## look for problems in the protocols
	$(BIN)/protocol check

serve: $(READY)  ## the website on this machine, built again at every change
	$(BIN)/protocol serve

quick: $(READY)  ## the tests that need no browser, no other program and no website
	$(BIN)/python -m pytest $(PARALLEL) --hypothesis-profile=quick \
	  -m "not (browser or npm or office or build or process or long)"

test: $(READY)  ## all tests
	$(BIN)/python -m pytest $(PARALLEL)

deep: $(READY)  ## what holds of any text, on three times as many texts as in make test
	$(BIN)/python -m pytest $(PARALLEL) --hypothesis-profile=deep -m "hypothesis or drawn"

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

lock: $(READY)  ## choose the newest allowed versions and pin them (needs the network)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.11 --extra dev \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --generate-hashes \
	  pyproject.toml --output-file requirements/lock.txt

clean:  ## remove what was built
	rm -rf _build

distclean: clean  ## and the environment and caches too
	rm -rf $(VENV) .cache

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(READY): requirements/lock.txt pyproject.toml
	@.ci/setup $(VENV) $(PYTHON)
	@touch $(READY)
