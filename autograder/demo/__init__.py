"""A small class to try the grader on: submissions made from the release as different students would fill it in."""
