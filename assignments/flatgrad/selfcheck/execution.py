"""Run cells one by one in a Jupyter kernel. A cell that fails, hangs or kills Python does not stop those after it.

Only what works on Windows, macOS and Linux alike: no signals, no fork.
"""

import contextlib
import os
import queue
import subprocess
import tempfile
import time
from typing import NamedTuple

from . import SelfcheckError

try:
    import ipykernel  # noqa: F401  (what is started)
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import KernelManager
except ImportError as error:
    raise SelfcheckError(
        f"running a notebook needs the package {(error.name or 'jupyter_client').split('.')[0]}, which comes with "
        "JupyterLab: python -m pip install jupyterlab"
    ) from None

FINE, ERROR, SLOW, DIED, NOT_RUN = "fine", "error", "slow", "died", "not run"
START_SECONDS = 120  # a cold start on a slow disk
GRACE_SECONDS = 3  # to stop when asked, before Python is ended
POLL_SECONDS = 0.5
MOST_RESTARTS = 3
MOST_PRINTED = 1_000_000  # characters of a cell
# Set in the kernel: a cell that starts this command must not start it without end.
INSIDE = "FLATGRAD_SELFCHECK"
# exit() would end the kernel a moment later, in another cell. (`exit = ...` is read as a call of it.)
FIRST = "get_ipython().user_ns.update(dict.fromkeys(('exit', 'quit'), lambda *ignored: None))"


class Outcome(NamedTuple):
    """How a cell ended (FINE, ERROR, SLOW, DIED or NOT_RUN), the exception with its traceback, what was printed, and
    how long it took.
    """

    end: str
    error: str = ""
    text: str = ""
    traceback: str = ""
    printed: str = ""
    seconds: float = 0.0


def run(cells, limit, status=lambda text: None):
    """Yield the Outcome of each cell, in order. limit: seconds for each. status: is told what happens now.

    Raises SelfcheckError when Python does not start at all, and in a cell that is being run so itself.
    """
    if INSIDE in os.environ:
        raise SelfcheckError("not run in a cell of a notebook that is being checked")
    with tempfile.TemporaryDirectory(prefix="selfcheck-", ignore_cleanup_errors=True) as folder:
        session = _Session(folder, limit)
        try:
            for number, cell in enumerate(cells, start=1):
                status(f"cell {number} of {len(cells)} ...")
                yield session.run(cell)
        finally:
            session.close()


class _Session:
    """A kernel that is started anew when a cell has ended it, with the cells before that one run again."""

    def __init__(self, folder, limit):
        self.folder, self.limit = folder, limit
        self.kernel, self.done, self.starts = None, [], 0

    def run(self, cell):
        if not cell.source.strip():
            return Outcome(FINE)
        if not self._ready():
            return Outcome(NOT_RUN)
        outcome = self._run(cell)
        if self.kernel and not cell.is_check:
            self.done.append(cell)
        return outcome

    def close(self):
        if self.kernel:
            self.kernel.close()
        self.kernel = None

    def _run(self, cell):
        begun = time.monotonic()
        outcome = self.kernel.run(cell.source, self.limit)._replace(seconds=time.monotonic() - begun)
        if outcome.end == DIED or (outcome.end == SLOW and not self.kernel.idle):
            self.close()
        return outcome

    def _ready(self):
        """True when there is a kernel in which the cells so far have run."""
        if self.kernel and not self.kernel.alive():
            self.close()
            self.done = self.done[:-1]  # it outlived its cell by a moment
        while self.kernel is None and self.starts <= MOST_RESTARTS:
            self.starts += 1
            self.kernel = _Kernel(self.folder)
            for cell in list(self.done):
                self._run(cell)
                if self.kernel is None:
                    self.done.remove(cell)
                    break
        return self.kernel is not None


class _Kernel:
    """A Jupyter kernel of the Python that runs this, in a folder. Nothing of it is written to the terminal."""

    def __init__(self, folder):
        specs = KernelSpecManager(kernel_dirs=[])  # none that was installed under the same name
        self.manager = KernelManager(kernel_name="python3", kernel_spec_manager=specs)
        self.manager.connection_file = os.path.join(folder, f"kernel-{time.monotonic_ns()}.json")
        self.client, self.idle = None, True
        nowhere = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        work = tempfile.mkdtemp(dir=folder)
        try:
            self.manager.start_kernel(cwd=work, env={**os.environ, "IPYTHONDIR": folder, INSIDE: "1"}, **nowhere)
            self.client = self.manager.client()
            self.client.start_channels()
            self.client.wait_for_ready(timeout=START_SECONDS)
        except (RuntimeError, OSError) as error:
            self.close()
            raise SelfcheckError(f"Python for notebooks does not start: {error}") from None
        self.run(FIRST, START_SECONDS)

    def alive(self):
        return self.manager.is_alive()

    def close(self):
        if self.client:
            self.client.stop_channels()
        with contextlib.suppress(RuntimeError, OSError):
            self.manager.shutdown_kernel(now=True)

    def run(self, source, limit):
        """The Outcome of a text. `idle` is False afterwards when it is still running."""
        request = self.client.execute(source, allow_stdin=False, stop_on_error=False)
        deadline, asked_to_stop, self.idle = time.monotonic() + limit, False, False
        printed, size, error = [], 0, {}
        while not self.idle:
            message = self._message(deadline)
            content = message["content"] if message and message["parent_header"].get("msg_id") == request else {}
            if content.get("name") == "stdout" and size < MOST_PRINTED:
                printed.append(content["text"])
                size += len(content["text"])
            elif "ename" in content:
                error = content
            elif content.get("execution_state") == "idle":
                self.idle = True
            elif message is None and not self.alive():
                return Outcome(DIED)
            if not self.idle and time.monotonic() > deadline:
                if asked_to_stop:
                    return Outcome(SLOW)
                self.manager.interrupt_kernel()
                deadline, asked_to_stop = time.monotonic() + GRACE_SECONDS, True
        if not error:
            return Outcome(FINE, printed="".join(printed))
        if asked_to_stop and error["ename"] == "KeyboardInterrupt":
            return Outcome(SLOW)
        traceback = "\n".join(map(str, error.get("traceback", [])))
        return Outcome(ERROR, str(error["ename"]), str(error.get("evalue", "")), traceback, "".join(printed))

    def _message(self, deadline):
        """The kernel's next message, or None when there is none for a while."""
        left = deadline - time.monotonic()
        try:
            return self.client.get_iopub_msg(timeout=min(POLL_SECONDS, max(left, 0.01)))
        except queue.Empty:
            return None
