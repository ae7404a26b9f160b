"""How a check speaks: a green line when all is well, CheckFailed with a message when not."""

GREEN, RED, PLAIN = "\033[32m", "\033[31m", "\033[0m"


def in_red(text):
    """A message as the lines that a notebook shows: the first one in red, behind a ✗."""
    first, *rest = text.split("\n")
    return [f"{RED}✗ {first}{PLAIN}", *rest]


class CheckFailed(AssertionError):
    """A check found a mistake. Its text is the whole message; a notebook shows it without a stack trace."""

    def _render_traceback_(self):
        return in_red(str(self))


class Verdict:
    """The verdicts on one task."""

    def __init__(self, task):
        self.task = task

    def passed(self, note="all visible checks pass"):
        """Say that everything above held. The last line of a visible check cell."""
        print(f"{GREEN}✓ {self.task}: {note}{PLAIN}")

    def fail(self, sentence, numbers="", hint=""):
        """Raise CheckFailed with the parts that are not empty, a line each."""
        lines = [f"{self.task}: {sentence}", numbers, f"Hint: {hint}" if hint else ""]
        raise CheckFailed("\n".join(line for line in lines if line))

    def true(self, condition, sentence, hint=""):
        """Fail with the sentence unless the condition holds. An array of several truths is none, so it fails."""
        try:
            holds = bool(condition)
        except Exception:
            holds = False
        if not holds:
            self.fail(sentence, hint=hint)
