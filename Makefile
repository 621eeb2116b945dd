# The few commands of this project. Everything sets itself up in .venv; Python 3.11 or newer, make and git are enough.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := list
.PHONY: list setup run preview test check bench chaos docs pictures screenshots lock

list: ## show these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

.venv/run.done: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "SeroCheck needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

.venv/dev.done: requirements-dev.lock .venv/run.done
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

setup: .venv/dev.done ## make .venv with everything that running and testing need

run: .venv/run.done ## the bot: Telegram with a token in .env, else a chat page on this machine
	$(BIN)/python -m bot run

preview: .venv/run.done ## the chat page with a pane that says why; it follows the YAML files as you save them
	$(BIN)/python -m bot preview

test: .venv/dev.done ## style, types, import rules, content, and all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bot check
	$(BIN)/python -m pytest -n 2

check: .venv/run.done ## the content's issues, one a line
	$(BIN)/python -m bot check

bench: .venv/dev.done ## speed: a step, an assessment, the start
	$(BIN)/python -m tests.bench

chaos: .venv/dev.done ## kill -9, floods, faults and thieves at full size; prints a table, takes about 20 minutes
	$(BIN)/python -m tests.chaos

docs: .venv/dev.done ## draw the flows and write the tables in docs/
	$(BIN)/python -m tests.docs

pictures: .venv/dev.done ## draw the home checks, and the examples of a card in docs/pictures
	$(BIN)/python -m tests.pictures

screenshots: .venv/dev.done ## take the README's pictures with the system's Chromium
	$(BIN)/python -m tests.screenshots

lock: .venv/dev.done ## pin the newest versions that pyproject.toml allows
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile -q --upgrade --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements.lock pyproject.toml
	$(BIN)/pip-compile -q --upgrade --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --allow-unsafe --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml
