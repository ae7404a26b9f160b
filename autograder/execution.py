"""Run a sanitised notebook in a kernel of its own, with nbgrader's executor, under limits."""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import DeadKernelError
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute

OVER_TIME = "TimeLimit"


class SocketKernelManager(AsyncKernelManager):
    """A kernel reached by socket files in a folder of its own: ports on localhost can be taken by a neighbour."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        if sys.platform != "win32":
            self.folder = tempfile.mkdtemp(prefix="kernel-")
            self.transport, self.ip = "ipc", str(Path(self.folder) / "socket")

    def cleanup_ipc_files(self):
        super().cleanup_ipc_files()
        if self.transport == "ipc":
            shutil.rmtree(self.folder, ignore_errors=True)


class Execution(Execute):
    """nbgrader's executor that also keeps to a deadline for the whole notebook.

    A cell that is not run because time is up, or because Python died before it, gets an error output that says so.
    """

    def __init__(self, limits, skip, **kwargs):
        super().__init__(**kwargs)
        self.limits = limits
        self.skip = {id(cell) for cell in skip}
        self.shell_timeout_interval = 1
        self.iopub_timeout = 2
        self.raise_on_iopub_timeout = False
        self.allow_errors = True
        self.log.setLevel("CRITICAL")
        self.deadline = time.monotonic() + limits.total_seconds
        self.dead = False
        self.timeout_func = lambda cell: max(1, min(limits.cell_seconds, self.deadline - time.monotonic()))
        self.error_on_timeout = {
            "ename": OVER_TIME,
            "evalue": f"this cell ran longer than {limits.cell_seconds:g} s and was stopped",
            "traceback": [f"{OVER_TIME}: this cell ran longer than {limits.cell_seconds:g} s and was stopped"],
        }

    def preprocess_cell(self, cell, resources, index):
        if cell.cell_type != "code" or id(cell) in self.skip:
            return cell, resources
        if self.dead:
            return _not_run(cell, "DeadKernelError", "not run: Python stopped in an earlier cell"), resources
        if time.monotonic() > self.deadline:
            reason = f"not run: the {self.limits.total_seconds:g} s for the whole notebook were used up before"
            return _not_run(cell, OVER_TIME, reason), resources
        try:
            return super().preprocess_cell(cell, resources, index)
        except DeadKernelError:
            self.dead = True
            return _not_run(cell, "DeadKernelError", "Python stopped while running this cell"), resources


def _not_run(cell, ename, evalue):
    cell.outputs.append(new_output("error", ename=ename, evalue=evalue, traceback=[f"{ename}: {evalue}"]))
    return cell


def execute(notebook, limits, skip=()):
    """Run the code cells of a notebook in place, but for those in skip, in an empty scratch folder."""
    with tempfile.TemporaryDirectory(prefix="submission-") as scratch:
        Execution(limits, skip, kernel_manager_class=SocketKernelManager).preprocess(
            notebook, {"metadata": {"path": scratch}}
        )
