"""Scores for the systems that a course already has: nbgrader's CSV, Canvas's gradebook, Gradescope's autograder."""
