"""Run a sanitised notebook in a kernel of its own, with nbgrader's executor, under limits."""

import contextlib
import tempfile
import time
from queue import Empty

from jupyter_core.utils import run_sync
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute

from . import files
from .kernel import OwnKernelManager
from .outputs import Keeper

OVER_TIME, DEAD, LOST = "TimeLimit", "DeadKernelError", "OutputLost"

# Seconds that are given to a cell which was stopped to end its output.
LAST_WORDS = 2


class Execution(Execute):
    """nbgrader's executor that also keeps to a deadline for the whole notebook.

    A cell that is not run because time is up, or because Python died before it, gets an error output that says so.
    """

    def __init__(self, limits, skip, **kwargs):
        super().__init__(**kwargs)
        self.limits = limits
        self.skip = {id(cell) for cell in skip}
        self.shell_timeout_interval = 1
        # A cell whose output did not end may hide an error or a score, so it must not pass for one without.
        self.raise_on_iopub_timeout = True
        self.shutdown_kernel = "immediate"
        self.allow_errors = True
        self.log.setLevel("CRITICAL")
        self.deadline = time.monotonic() + limits.total_seconds
        self.given_up = ""
        self.seconds, self.timed_out = limits.cell_seconds, False
        self.keeper = Keeper(limits.output_bytes)
        self.timeout_func = lambda cell: self.seconds
        self.error_on_timeout = {"ename": OVER_TIME, "evalue": "", "traceback": []}

    def preprocess_cell(self, cell, resources, index):
        if cell.cell_type != "code" or id(cell) in self.skip:
            return cell, resources
        cell.outputs = []
        left = self.deadline - time.monotonic()
        if self.given_up:
            return _add_error(cell, DEAD, self.given_up), resources
        if left <= 0:
            reason = f"not run: the {self.limits.total_seconds:g} s for the whole notebook were used up before"
            return _add_error(cell, OVER_TIME, reason), resources
        self.seconds = max(0.5, min(self.limits.cell_seconds, left))
        self.keeper = Keeper(self.limits.output_bytes)
        self.timed_out = False
        self.iopub_timeout = max(LAST_WORDS, int(self.seconds))
        try:
            super().preprocess_cell(cell, resources, index)
        except DeadKernelError:
            self.given_up = "not run: Python stopped in an earlier cell"
            _add_error(cell, DEAD, "Python stopped while running this cell")
        except CellTimeoutError:
            if not self.timed_out:
                _add_error(cell, LOST, "this cell wrote more output than can be read")
        except Exception as error:
            # The kernel is the student's to play with: what it sends need not be what Jupyter agreed on.
            _add_error(cell, LOST, f"the output of this cell cannot be read ({type(error).__name__})")
        if self.timed_out:
            whole = self.seconds < self.limits.cell_seconds
            limit = f"{self.limits.total_seconds:g} s for the whole notebook" if whole else f"{self.seconds:g} s"
            _add_error(cell, OVER_TIME, f"this cell ran longer than {limit} and was stopped")
            self._let_rest()
        if type(cell.execution_count) is not int:
            cell.execution_count = None
        if self.keeper.full:
            cell.outputs.insert(0, self.keeper.note)
        return cell, resources

    def output(self, outs, msg, display_id, cell_index):
        """Keep of a message what may be kept. Called by the executor for each output of the cell that runs."""
        kept = self.keeper.keep({**msg["content"], "output_type": msg["msg_type"]})
        if kept is not None:
            outs.append(kept)
        return kept

    def handle_comm_msg(self, outs, msg, cell_index):
        """Widgets have nobody to talk to."""

    def clear_output(self, outs, msg, cell_index):
        """What was said was said; an error cannot be taken back."""

    async def _async_handle_timeout(self, *args, **kwargs):
        self.timed_out = True
        self.iopub_timeout = LAST_WORDS
        return await super()._async_handle_timeout(*args, **kwargs)

    def _let_rest(self):
        """Give a kernel that was interrupted a while to answer again; without an answer the notebook is given up."""
        seconds = max(2, min(self.limits.cell_seconds, self.deadline - time.monotonic()))
        if not self.given_up and not run_sync(self._answers)(seconds):
            self.given_up = "not run: an earlier cell could not be stopped"

    async def _answers(self, seconds):
        wanted, end = self.kc.kernel_info(), time.monotonic() + seconds
        with contextlib.suppress(Empty):
            while (left := end - time.monotonic()) > 0:
                reply = await self.kc.shell_channel.get_msg(timeout=left)
                if reply["parent_header"].get("msg_id") == wanted:
                    return True
        return False


def _add_error(cell, ename, evalue):
    """Note why a cell has no result. Replaces what the executor noted about the same reason."""
    cell.outputs = [output for output in cell.outputs if output.get("ename") != ename]
    cell.outputs.append(new_output("error", ename=ename, evalue=evalue, traceback=[f"{ename}: {evalue}"]))
    return cell


def execute(notebook, limits, skip=()):
    """Run the code cells of a notebook in place, but for those in skip, in an empty scratch folder."""
    scratch = tempfile.mkdtemp(prefix="submission-")
    try:
        execution = Execution(limits, skip, kernel_manager_class=OwnKernelManager)
        execution.preprocess(notebook, {"metadata": {"path": scratch}})
    finally:
        files.remove(scratch)
