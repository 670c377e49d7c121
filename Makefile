# Needs python3 (3.11 or later, with venv) and make; the rest is installed in .venv and .state.
PYTHON ?= python3
PORT ?= 8000
BOOTSTRAP = command -v $(PYTHON) >/dev/null || { echo "Safetyportal needs Python 3.11 or later (Debian: apt-get install python3 python3-venv)."; exit 1; }; \
	$(PYTHON) requirements/bootstrap.py
RUN = .venv/bin/python -m
DEVELOP = SAFETYPORTAL_TESTING=1 .venv/bin/python

.PHONY: docs pictures bench help demo demo-reset stop test check fmt lock clean install
.DEFAULT_GOAL := help

help:
	@echo "make demo         the whole portal on http://localhost:$(PORT) (PORT=... for another one); Ctrl-C stops it"
	@echo "make demo-reset   stop the demo and throw its data away"
	@echo "make stop         stop the demo, also one started in another terminal"
	@echo "make test         make check, then every test; finds or installs a browser"
	@echo "make check        format, lint, types, templates, layers, migrations, translations"
	@echo "make fmt          put the code in the house format"
	@echo "make lock         pin the dependencies of pyproject.toml anew, with their hashes"
	@echo "make docs         write the pages that are made from the code"
	@echo "make pictures     take the pictures of docs/tour.md anew"
	@echo "make bench        how far we are from what server and database could do (bench/README.md)"
	@echo "make clean        remove what make made: .venv, .state, caches"

install:
	@$(BOOTSTRAP)

demo:
	@$(BOOTSTRAP) --port $(PORT) && exec $(RUN) safetyportal.embedded.demo run --port $(PORT) --end-with-parent

demo-reset: install
	@$(RUN) safetyportal.embedded.demo reset

stop: install
	@$(RUN) safetyportal.embedded.demo stop

test: check
	@browser=$$($(RUN) tests.browser) && SAFETYPORTAL_BROWSER="$$browser" $(RUN) pytest -q $(PYTEST_ARGS)

check: install
	@$(RUN) ruff format --check --quiet . || { echo "make fmt mends the format"; exit 1; }
	@$(RUN) ruff check --quiet .
	@$(DEVELOP) -m mypy
	@$(RUN) djlint --lint --quiet templates safetyportal complexes incidents partners
	@.venv/bin/python -c "from importlinter.cli import lint_imports_command; lint_imports_command()"
	@$(DEVELOP) -W ignore::RuntimeWarning -m manage makemigrations --check --dry-run
	@$(DEVELOP) -m manage check_texts

fmt: install
	@$(RUN) ruff format .
	@$(RUN) ruff check --fix .

# --upgrade takes newer versions: make lock LOCK_ARGS=--upgrade
LOCK = $(RUN) uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --python-version 3.11 $(LOCK_ARGS) pyproject.toml
lock: install
	@$(LOCK) -o requirements/run.txt
	@$(LOCK) --group dev -o requirements/dev.txt

docs: install
	@$(DEVELOP) -m manage shell -v 0 -c "from tests.house.authz import write; write()"

pictures: install
	@$(RUN) tests.tour

bench: install
	@$(RUN) bench $(BENCH_ARGS)

clean:
	@test ! -x .venv/bin/python || $(RUN) safetyportal.embedded.demo stop
	@rm -rf .venv .state .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis staticfiles test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
