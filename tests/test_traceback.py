"""A failed check in a notebook: the message, and no stack trace."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config


@pytest.fixture
def shell(tmp_path):
    config = Config()
    config.HistoryManager.enabled = False
    return InteractiveShell(config=config, ipython_dir=str(tmp_path))


def test_a_cell_shows_the_message_and_no_stack_trace(shell, capsys):
    cell = (
        "from flatgrad.check import Check\nCheck('Task 1.1').value([1.0, 5.0, 3.0], [1.0, 2.0, 3.0], 'p', hint='think')"
    )
    result = shell.run_cell(cell)
    assert type(result.error_in_exec).__name__ == "CheckFailed"
    shown = capsys.readouterr().out
    assert "\033[31m✗ Task 1.1: p is wrong: only entry 1 is wrong\033[0m" in shown and "Hint: think" in shown
    assert "Traceback" not in shown and "File" not in shown and "CheckFailed" not in shown
    assert len(shown.splitlines()) == 6


def test_an_error_of_the_function_itself_keeps_its_trace(shell, capsys):
    shell.run_cell("from flatgrad.check import Check\nCheck('Task 1.1').call(lambda x: x[5], [1])")
    assert "IndexError" in capsys.readouterr().out


def test_a_stub_shows_one_line(shell, capsys):
    shell.run_cell("from flatgrad.check import Check\ndef f(x):\n    raise NotImplementedError('Task 1.1')\n")
    for call in ("call(f, 1)", "pure(f, 1, names=('x',), what='f')"):
        result = shell.run_cell(f"Check('Task 1.1').{call}")
        assert isinstance(result.error_in_exec, NotImplementedError)
        assert capsys.readouterr().out == "\033[31m✗ Task 1.1 is not written yet\033[0m\n"
