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
	$(BIN)/audit run $(ARTICLE) --no-cache -o reports/article.jsonl -o reports/article.csv -o reports/article.txt -o reports/article.html -o reports/article.xlsx
	$(BIN)/audit run corpora/samples/feed.xml --no-cache -o reports/feed.jsonl -o reports/feed.csv -o reports/feed.txt -o reports/feed.html
	$(BIN)/audit run corpora/samples/feed.xml -f sarif -o reports/feed.sarif -f junit -o reports/feed.junit.xml -f gitlab -o reports/feed.gitlab.json -f markdown -o reports/feed.md -f github -o reports/feed.github.txt
	$(BIN)/audit run corpora/samples/bridge.txt --source corpora/samples/bridge.src.txt --no-cache -o reports/bridge.txt -o reports/bridge.html
	$(BIN)/audit run corpora/samples/bilingual.xlf --no-cache -o reports/bilingual.txt -o reports/bilingual.xlf
	$(BIN)/audit fix corpora/samples/article.html --diff > reports/fixes.diff || test $$? -eq 1

bench: .venv/ready
	$(BIN)/audit bench

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/pip install --quiet --disable-pip-version-check --group dev --editable .
	touch $@

.PHONY: run test check reports bench
