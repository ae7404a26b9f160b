"""What goes wrong, on standard error: each line begins with the name of the program."""

import click


def complain(line):
    """Print a line."""
    click.echo(f"autograder: {line}", err=True)
