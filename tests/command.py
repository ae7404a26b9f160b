"""The commands in this process: starting one takes seconds."""

import pytest
from click.testing import CliRunner

from autograder.cli import commands


def autograder(*words, cwd, status=0):
    """Run a command in a folder and return (standard output, standard error); it ends with this exit status."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        done = CliRunner().invoke(commands, [str(word) for word in words], prog_name="autograder")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    assert done.exit_code == status, (done.stdout, done.stderr)
    assert "Traceback" not in done.output and "\x1b" not in done.output
    return done.stdout, done.stderr
