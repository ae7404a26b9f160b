"""What to do when the gradebook's database cannot be used: SQLite itself says only what is wrong."""

# By a part of what SQLite says.
ADVICE = {
    "locked": "something else has it open (another grade, a formgrader): end that, and type the command again",
    "readonly": "it may not be written: give yourself the right to write the file and its folder",
    "unable to open": "give yourself the right to read and write the file and its folder",
    "disk is full": "make room on the disk, and type the command again",
    "not a database": "put back a copy of it; or move it away and grade again, which loses what was given by hand",
    "malformed": "put back a copy of it; or move it away and grade again, which loses what was given by hand",
}


def advised(reason):
    """SQLite's reason, and what to do."""
    return "; ".join([reason, *(advice for part, advice in ADVICE.items() if part in reason)][:2])
