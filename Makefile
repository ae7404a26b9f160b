# make demo · make test · make bench · make mutants · make release · make clean
# Each one makes .venv by itself; all that is needed is python3 (3.10 or newer) and make.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: demo test bench mutants release clean

demo: $(VENV)/.grader
	@rm -rf demo
	$(BIN)/autograder release softmax
	$(BIN)/python -m autograder.demo softmax demo/submitted
	@# The samples are ours: where the sandbox cannot be had, they are graded without it.
	$(BIN)/autograder grade softmax --submitted demo/submitted --out demo --json demo/softmax.json \
	  $$($(BIN)/autograder doctor >/dev/null 2>&1 || echo --unsafe-no-sandbox)
	$(BIN)/autograder feedback softmax --out demo
	$(BIN)/autograder report softmax --out demo
	@echo
	@echo "Look at  demo/report/softmax.html  (the instructor's report)"
	@echo "         demo/feedback/dogwood/softmax/softmax.html  (a feedback page)"
	@echo "         demo/softmax.json  (all results)   demo/gradebook.db  (nbgrader's gradebook)"

test: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/python -m pytest -n auto --dist loadfile

bench: $(VENV)/.bench
	$(BIN)/python -m autograder.bench

mutants: $(VENV)/.grader
	$(BIN)/autograder mutants --sweep

release: $(VENV)/.grader
	$(BIN)/autograder release
	$(BIN)/autograder validate

clean:
	rm -rf $(VENV) demo dist build

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	  { echo "make: $(PYTHON) is missing or older than 3.10; name a newer one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "make: $(PYTHON) cannot make environments; on Debian and Ubuntu: apt install python3-venv"; exit 1; }

# A stamp per extra, so that nothing is installed twice.
$(VENV)/.grader: pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) (once, about a minute) ..."
	@$(PIP) --editable '.[grader]'
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) (once, about a minute) ..."
	@$(PIP) --editable '.[dev]'
	@touch $(VENV)/.grader $@

$(VENV)/.bench: pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) (once; on Linux, PyTorch alone is some gigabytes) ..."
	@$(PIP) --editable '.[bench]'
	@touch $(VENV)/.grader $@
