# `make run` to try the portal, `make test` to check it, `make help` for the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# `make test APT=no` keeps the machine's own packages as they are, even where installing would be allowed.
export APT ?= yes
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONDONTWRITEBYTECODE := 1

# Where the tests lie that hold a figure against a target.
PEOPLE := tests/web tests/people tests/journeys tests/public/test_leaflet.py tests/house/test_catalogues.py

.DEFAULT_GOAL := help
.PHONY: help run test check bench messages readme attacks slow viruses gates people names pictures mutate lock clean

help:  ## Lists these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

run: $(VENV)/.run  ## Installs, makes the database, loads invented cases, and serves the portal on this machine
	@.build/provide-machine fonts
	@echo "- Compiling the translations"
	@$(BIN)/python .build/translations.py
	@echo "- Making or upgrading the database"
	@$(BIN)/portal init
	@echo "- Loading the demonstration: invented cases only"
	@$(BIN)/portal demo
	@echo "- Serving until you press Ctrl+C"
	@exec $(BIN)/portal run

test: $(VENV)/.test  ## Installs what the tests need and runs every test
	@.build/provide-machine browser fonts postgres
	@$(BIN)/python .build/translations.py
	@echo "- Running every test"
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

check: $(VENV)/.test  ## The quick checks alone: lint, types, import rules
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --cache-dir .cache/imports

bench: $(VENV)/.test  ## Times journeys, desk and reports on both databases with a million cases (ARGS=--quick, --desk, --report)
	@.build/provide-machine postgres
	@$(BIN)/python .build/translations.py
	@$(BIN)/python -m tests.bench $(ARGS)

messages: $(VENV)/.test  ## Collects the texts to translate and brings every language's file up to date
	@$(BIN)/portal language update

readme: $(VENV)/.test  ## Writes README's tables of commands and settings from the code
	@$(BIN)/python .build/readme.py

attacks: $(VENV)/.test  ## Every attack on published tables, a thousand and more, of which `make test` tries some
	@$(BIN)/python -m pytest -n auto -m "slow or not slow" tests/domain/disclosure tests/domain/tables

slow: $(VENV)/.test  ## Every test that `make test` leaves out, the attacks among them
	@.build/provide-machine browser fonts postgres
	@$(BIN)/python .build/translations.py
	@$(BIN)/python -m pytest -n auto --dist worksteal -m slow $(ARGS)

viruses: $(VENV)/.test  ## Files before a real clamd, whose part a small scanner of our own plays in `make test`
	@.build/provide-machine clamd
	@PORTAL_REQUIRE=clamd $(BIN)/python -m pytest -m slow tests/services/test_real_scanner.py

gates: $(VENV)/.test  ## Every page in every state before every gate, of which `make test` shows one of each shape
	@.build/provide-machine browser fonts
	@$(BIN)/python .build/translations.py
	@PORTAL_GATES=every $(BIN)/python -m pytest -n auto --dist worksteal tests/web tests/staff/test_looks*.py

people: $(VENV)/.test  ## Every target of the public pages with its figure now, in one table; fails where one is missed
	@.build/provide-machine browser fonts
	@$(BIN)/python .build/translations.py
	@PORTAL_GATES=$(PAGES) $(BIN)/python -m pytest -n auto --dist worksteal -q --people $(ARGS) $(PEOPLE)

names: $(VENV)/.test  ## Writes down anew what a screen reader is told of the main pages; read the change
	@.build/provide-machine browser fonts
	@$(BIN)/python .build/translations.py
	@PORTAL_NAMES=write $(BIN)/python -m pytest tests/web/test_names.py tests/staff/test_names.py

pictures: $(VENV)/.test  ## Takes the small pictures of the main pages anew; look at what changes
	@.build/provide-machine browser fonts
	@$(BIN)/python .build/translations.py
	@PORTAL_PICTURES=write $(BIN)/python -m pytest tests/web/test_kept_pictures.py

mutate: $(VENV)/.test  ## Breaks the domain's rules one by one and tells which breakages no test noticed; fails under 90 %
	@$(BIN)/python .build/mutate.py $(ARGS)

lock: $(VENV)/.test  ## Pins the newest versions that fit pyproject.toml
	@PATH="$(CURDIR)/$(BIN):$$PATH" .build/lock

clean:  ## Removes what was made here, except the database
	@rm -rf $(VENV) .cache dist mutants

$(VENV)/bin/pip:
	@PYTHON=$(PYTHON) .build/provide-venv $(VENV)

$(VENV)/.run: .requirements/run.txt .requirements/build.txt pyproject.toml | $(VENV)/bin/pip
	@echo "- Installing the packages the portal stands on"
	@.build/install .requirements/run.txt
	@touch $@

$(VENV)/.test: .requirements/test.txt .requirements/build.txt pyproject.toml | $(VENV)/bin/pip
	@echo "- Installing the packages the portal and its tests stand on"
	@.build/install .requirements/test.txt
	@touch $@ $(VENV)/.run
