"""Everything that only an instructor runs: releases, grading, feedback. Student code never imports it."""

import sys

__version__ = "0.1.0"

# jsonschema imports it, if it can, for a kind of address that no notebook has; it takes a second each time.
sys.modules.setdefault("rfc3987_syntax", None)


class CourseError(Exception):
    """Something in the course or in what was asked for is wrong. The text is one line: what, where, what to do."""
