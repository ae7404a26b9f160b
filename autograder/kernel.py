"""Run a notebook as a student does, in a Jupyter kernel: to see that a release works, before it is handed out.

Submissions are not run here; see `session`.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

from . import CourseError, files

# One BLAS thread: with as many kernels as cores, more only get in each other's way, and time is limited.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class OwnKernelManager(AsyncKernelManager):
    """A kernel with a folder of its own, reached by socket files: ports on localhost can be taken by a neighbour.

    What it writes past Jupyter, to the terminal of the grader, goes nowhere; what it leaves running is killed.
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.folder = tempfile.mkdtemp(prefix="kernel-")
        self.connection_file = str(Path(self.folder) / "kernel.json")
        self.cleaned = False
        if sys.platform != "win32":
            self.transport, self.ip = "ipc", str(Path(self.folder) / "socket")

    async def start_kernel(self, **kwargs):
        nowhere = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        env = {**os.environ, **ONE_THREAD, "IPYTHONDIR": self.folder}
        await super().start_kernel(env=env, **nowhere, **kwargs)

    def cleanup_ipc_files(self):
        super().cleanup_ipc_files()
        group = getattr(self.provisioner, "pgid", None)
        if group is not None and not self.cleaned:
            # The kernel leads a session of its own, so this group is its children, also when it is gone itself.
            with contextlib.suppress(OSError):
                os.killpg(group, signal.SIGKILL)
        self.cleaned = True
        files.remove(self.folder)


def run(notebook, limits):
    """Run all cells of an instructor's notebook in place, in an empty folder; cells may raise. Raises CourseError."""
    scratch = files.scratch("submission-")
    try:
        NotebookClient(
            notebook,
            kernel_manager_class=OwnKernelManager,
            timeout=int(limits.total_seconds),
            allow_errors=True,
            shutdown_kernel="immediate",
            resources={"metadata": {"path": scratch}},
        ).execute()
    except CellTimeoutError:
        raise CourseError(f"a cell ran longer than {limits.total_seconds:g} s") from None
    except DeadKernelError:
        raise CourseError("Python stopped while running it") from None
    finally:
        files.remove(scratch)
