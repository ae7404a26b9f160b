"""Processes that begin with everything imported: forked from one that did it once, for all that a command needs.

Nothing is imported here, so that this can be the first thing a command does: the imports over there and those of the
command itself then happen at the same time.
"""

import contextlib
import multiprocessing

MODULES = ["autograder.pool.worker", "autograder.feedback"]


def process_context():
    """How new processes are made; where nothing can be forked, each starts from nothing."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(MODULES)
    return context


def start():
    """Have the imports begin."""
    if process_context().get_start_method() == "forkserver":
        from multiprocessing import forkserver

        with contextlib.suppress(OSError):  # no room for its socket: the command itself will say so
            forkserver.ensure_running()
