"""What runs in the student's process: the server that forks it, its confinement, its shell, its end of the wire.

Nothing here is secret, and nothing that it says is believed. It is loaded by a fresh Python that knows no assignment,
under a name of its own (see `autograder.session.server`), and student code cannot import it.
"""
