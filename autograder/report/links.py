"""Addresses of what belongs to a student, for the pages in report/. Names are hostile: each part is quoted."""

import os
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote


class Links(NamedTuple):
    """Addresses of what belongs to a student, from a page in report/ of a folder `out`; "" for what is not there."""

    out: Path
    stage: str

    def feedback(self, student):
        """A student's feedback page."""
        return self._address("feedback", student, f"{self.stage}.html")

    def notebook(self, student):
        """A student's graded notebook."""
        return self._address("autograded", student, f"{self.stage}.ipynb")

    def _address(self, room, student, name):
        parts = (room, student, self.stage, name)
        return "/".join(["..", *map(_quoted, parts)]) if os.path.isfile(self.out.joinpath(*parts)) else ""


def _quoted(part):
    return quote(part.encode("utf-8", "surrogateescape"), safe="")
