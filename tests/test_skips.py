"""A test that is skipped where none should be makes the whole run fail, and says which it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SKIPPING = {
    "in the test": "import pytest\n\ndef test_one():\n    pytest.skip('no time')\n\ndef test_two():\n    pass\n",
    "the module": "import pytest\n\npytest.skip('no time', allow_module_level=True)\n",
}


def run(folder, *words, **env):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words, str(folder)]
    kept = {key: value for key, value in os.environ.items() if key != "FLATGRAD_NO_SKIP"}
    return subprocess.run(command, env={**kept, **env}, capture_output=True, text=True, cwd=folder, timeout=60)


@pytest.mark.parametrize("text", SKIPPING.values(), ids=SKIPPING)
@pytest.mark.parametrize("words", [(), ("-n", "2")], ids=["one process", "two processes"])
def test_skip_fails_when_asked(tmp_path, text, words):
    (tmp_path / "conftest.py").write_text((Path(__file__).parent / "conftest.py").read_text())
    (tmp_path / "test_some.py").write_text(text)
    asked = run(tmp_path, *words, FLATGRAD_NO_SKIP="1")
    assert asked.returncode != 0
    assert "these tests were skipped: test_some.py" in asked.stdout


def test_skip_is_allowed_otherwise(tmp_path):
    (tmp_path / "conftest.py").write_text((Path(__file__).parent / "conftest.py").read_text())
    (tmp_path / "test_some.py").write_text(SKIPPING["in the test"])
    assert run(tmp_path).returncode == 0
