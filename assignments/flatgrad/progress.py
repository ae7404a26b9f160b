"""A progress bar for loops and downloads: tqdm where it is installed, else a line to stderr each 10 %."""

import sys
import warnings


def progress(iterable, total=None, desc="", unit="it", enabled=True):
    """Yield the items of `iterable`, showing how far the loop has come.

    total: the number of items, if `len(iterable)` does not tell. enabled=False shows nothing.
    """
    if total is None and hasattr(iterable, "__len__"):
        total = len(iterable)
    with counter(total, desc, unit, enabled=enabled) as bar:
        for item in iterable:
            yield item
            bar.update(1)


def counter(total=None, desc="", unit="it", start=0, enabled=True):
    """A context manager with `update(n)`: counts from `start` to `total`. unit="B" counts bytes."""
    if not enabled:
        return _Lines(None, desc, unit, start)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # tqdm complains where ipywidgets is missing; its text bar will do
            from tqdm.auto import tqdm
    except ImportError:
        return _Lines(total, desc, unit, start)
    return tqdm(total=total, desc=desc or None, unit=unit, initial=start, unit_scale=unit == "B", leave=True)


class _Lines:
    """What is used without tqdm. Stays silent if the total is not known."""

    def __init__(self, total, desc, unit, start):
        self.total, self.desc, self.unit, self.count = total, desc or "progress", unit, start
        self.tenth = self._tenth()

    def _tenth(self):
        return 10 * self.count // self.total if self.total else 0

    def update(self, n=1):
        self.count += n
        if self._tenth() > self.tenth:
            self.tenth = self._tenth()
            scale, unit = (1e6, "MB") if self.unit == "B" else (1, self.unit)
            done = f"{self.count / scale:.0f} of {self.total / scale:.0f} {unit}"
            print(f"{self.desc}: {10 * self.tenth} % ({done})", file=sys.stderr, flush=True)

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        return None
