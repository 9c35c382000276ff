# Set-up, run and test in one command each: `make run`, `make test`.
PYTHON ?= python3
BIN = .venv/bin
ARTICLE = corpora/samples/article.txt

run: .venv/ready
	$(BIN)/audit run $(ARTICLE)

test: .venv/ready
	$(BIN)/python -m pytest

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/audit docs --check docs

reports: .venv/ready
	$(BIN)/audit run corpora/samples/article.txt --no-cache --format jsonl -o reports/article.jsonl --format csv -o reports/article.csv --format table -o reports/article.txt
	$(BIN)/audit run corpora/samples/feed.xml --no-cache --format jsonl -o reports/feed.jsonl --format csv -o reports/feed.csv --format table -o reports/feed.txt

bench: .venv/ready
	$(BIN)/audit bench

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/pip install --quiet --disable-pip-version-check --group dev --editable .
	touch $@

.PHONY: run test check reports bench
