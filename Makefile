# `make chat` is all a newcomer needs; `make test` and `make check` are what a change must pass.

PYTHON ?= python3
VENV ?= .venv
STORE ?= store
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: help chat test check format bench train clean

help:
	@echo "make chat    install if needed, index seeds/ and open the chat on http://127.0.0.1:7860"
	@echo "make test    install if needed and run every test"
	@echo "make check   style and types: ruff, mypy"
	@echo "make format  let ruff mend the style"
	@echo "make bench   measure everything; NAMES=\"answers checks\" some of it, NAMES=\"news --quick\" part of it"
	@echo "make train   train the attribution tagger anew: make train TRAIN=train.jsonl DEV=dev.jsonl"
	@echo "make clean   remove the virtual environment, the sample store and those of the benchmark"
	@echo "PYTHON=python3.12 chooses the Python, VENV the environment's folder, STORE the store's."

# The sample store lies in the clone, so that trying the chat leaves nothing behind elsewhere.
chat: $(INSTALLED)
	@$(BIN)/onrecord chat --store $(STORE) seeds

# Two files at once: many tests wait for a browser or a killed process. Each pair of workers loads its own models.
test: $(INSTALLED)
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(INSTALLED)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(INSTALLED)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(INSTALLED)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test,bench]"
	@$(BIN)/python -m tests.bench $(NAMES)

train: $(INSTALLED)
	@test -n "$(TRAIN)" && test -n "$(DEV)" || \
		{ echo "Name the annotated articles: make train TRAIN=train.jsonl DEV=dev.jsonl"; exit 2; }
	$(BIN)/python -m index.training --train $(TRAIN) --dev $(DEV) --out index/weights

clean:
	rm -rf $(VENV) $(STORE) .bench

# Installed again only when what is wanted has changed; the stamp is written last, so that an
# installation that was broken off is taken up again.
$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "OnRecord needs Python 3.11 or newer, and '$(PYTHON)' is not: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV); the first time this takes some minutes."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	@touch $@
