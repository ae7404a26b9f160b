"""Everything that only an instructor runs: releases, grading, feedback. Student code never imports it."""

__version__ = "0.1.0"


class CourseError(Exception):
    """Something in the course or in what was asked for is wrong. The text is one line: what, where, what to do."""
