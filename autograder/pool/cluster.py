"""Workers of a dask cluster: the same grading on other machines. The scheduler retries what a dying worker leaves."""

import contextlib
import tempfile
import threading
import warnings
from concurrent.futures import Executor

from distributed import Client, KilledWorker, WorkerPlugin
from distributed.comm import CommClosedError, get_address_host_port

from .. import CourseError
from ..identity import grader_digest
from ..text import one_line
from .worker import forget, learn

# Seconds to wait for a scheduler, and for its first worker.
CONNECT_SECONDS, WORKER_SECONDS = 20, 60
# Submissions under way for each thread of the workers: one that it grades, and what lies ready behind it.
AHEAD = 3
MOST_UNDER_WAY = 5_000


class Cluster:
    """The crew at a scheduler's address. Use it as a context manager.

    The assignment is sent to each worker once, also to those that come later; then a submission is only its bytes.
    """

    # No end of patience: the scheduler notices by itself that a worker does not answer.
    deaths, breaks, patience = (KilledWorker,), False, None

    def __init__(self, terms, address):
        self.terms, self.address = terms, address
        self.assignment, self.key = terms.assignment, terms.assignment.key
        self.gone = f"the scheduler at {address} is gone; what was graded is kept: grade again when it is back"

    def __enter__(self):
        self._look_at_address()
        with self._told():
            self.client = Client(self.address, timeout=CONNECT_SECONDS, set_as_default=False)
        try:
            with self._told():
                self._prepare_workers()
        except BaseException:
            self.client.close(timeout=5)
            raise
        return self

    def __exit__(self, *exception):
        with contextlib.suppress(Exception):
            self.client.unregister_worker_plugin(self.name)
        self.client.close(timeout=5)

    @property
    def name(self):
        """The name of the assignment at the workers."""
        return f"autograder-{self.key}"

    @property
    def window(self):
        """How many submissions are under way at once."""
        return min(MOST_UNDER_WAY, AHEAD * max(1, sum(self.client.nthreads().values())))

    @contextlib.contextmanager
    def executor(self):
        """The client as an executor. What is still under way afterwards is called off."""
        executor = self.client.get_executor(pure=False)
        try:
            yield _Quiet(executor)
        finally:
            executor.shutdown(wait=False)

    def _prepare_workers(self):
        try:
            self.client.wait_for_workers(1, timeout=WORKER_SECONDS)
        except TimeoutError:
            raise CourseError(f"no worker came to {self.address} in {WORKER_SECONDS} s; start some there") from None
        try:
            others = [at for at, digest in self.client.run(grader_digest).items() if digest != grader_digest()]
        except (ImportError, AttributeError):
            raise CourseError(_not_the_same("a worker")) from None
        if others:
            raise CourseError(_not_the_same(others[0]))
        self.client.register_plugin(_Knowledge(self.terms, grader_digest()), name=self.name)

    def _look_at_address(self):
        """A Client that was given a wrong address would wait for itself when Python ends, and leave a stack trace."""
        try:
            get_address_host_port(self.address)
        except ValueError:
            raise CourseError(
                f"cannot use the scheduler at {self.address}: an address looks like tcp://HOST:8786"
            ) from None

    @contextlib.contextmanager
    def _told(self):
        try:
            yield
        except (OSError, ValueError, CommClosedError) as error:
            reason = one_line(str(error)) or type(error).__name__
            raise CourseError(f"cannot use the scheduler at {self.address}: {reason[:300]}") from None


def _not_the_same(where):
    return f"{where} has another autograder than this machine; install the same flatgrad[grader,cluster] everywhere"


class _Quiet(Executor):
    """An executor that sends submissions of any size without dask's advice on large ones."""

    def __init__(self, executor):
        self.executor = executor

    def submit(self, *args, **kwargs):
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Sending large graph")
            return self.executor.submit(*args, **kwargs)


class _Knowledge(WorkerPlugin):
    """Has each worker learn the assignment when it comes, and forget it when the run is over."""

    def __init__(self, terms, digest):
        self.terms, self.digest = terms, digest

    def setup(self, worker):
        if self.digest != grader_digest():
            raise CourseError(_not_the_same(worker.address))
        # Where the worker keeps its own temporary files: when it dies, the next one clears them away.
        tempfile.tempdir = worker.local_directory
        learn(self.terms)

    def teardown(self, worker):
        # What is being graded comes to an end first, and the worker's messages cannot wait for that.
        threading.Thread(target=forget, args=(self.terms.assignment.key,), daemon=True).start()
