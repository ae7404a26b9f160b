"""Checks that explain: what the visible and the hidden tests of every notebook are written with.

A check stops at the first thing that is wrong, in the order in which a person would look: was anything returned,
its shape, its dtype, is it finite, its value, its gradient, were the inputs left alone. The message names the task,
the thing, what kind of mistake it looks like, and at most sixteen numbers of each array. Whatever a function returns,
a check says CheckFailed or nothing; what the function itself raises passes through, a stub's NotImplementedError too.
"""

import contextlib

import numpy as np

from . import cell, hints
from .answer import AnswerCheck
from .effort import EffortCheck
from .purity import called, changed, copied, same
from .verdict import CheckFailed, TestFault, in_red
from .wording import kind, shown

__all__ = ["Check", "CheckFailed"]


class Check(AnswerCheck, EffortCheck):
    """The checks of one task. Each method returns nothing when all is well and raises CheckFailed when not."""

    def call(self, function, *args, **kwargs):
        """The result of function on copies of its arguments, so that one that writes into them harms no later check."""
        *args, kwargs = copied((*args, kwargs))
        try:
            return function(*args, **kwargs)
        except NotImplementedError as stub:
            # A notebook then shows one line instead of a stack trace through this file.
            what = ": ".join(filter(None, (str(stub), cell.function(stub, self.own_cell))))
            lines = in_red(f"{what} is not written yet".strip())
            stub._render_traceback_ = lambda: lines
            raise
        except Exception as error:
            # So it is with a mistake in a cell of the student: the line of it, and not what is around it.
            if not isinstance(error, CheckFailed) and (place := cell.place(error, self.own_cell)):
                lines = in_red(self.told(error, place))
                with contextlib.suppress(Exception):  # an exception may refuse to be given anything
                    error._render_traceback_ = lambda: lines
            raise

    def like(
        self,
        reference,
        function,
        *args,
        names,
        what,
        arguments=(),
        terms=None,
        masks=None,
        mistakes=None,
        tol=None,
        **options,
    ):
        """Fail unless function returns what reference returns for the same arguments, part by part.

        names: the parts of the result, ("loss", "dW"), or one name for a result that is no tuple. what: follows the
        part's name in the message. arguments: the names of args, to say which one is ignored or leads to nan. terms,
        masks, mistakes, tol: as in `value`, or one for each part, {"dW": ...}. options: further ones of `value`.
        """
        one = isinstance(names, str)
        names = (names,) if one else names

        def right(args):
            result = self.call(reference, *args)
            return (result,) if one else result

        def mine(args):
            result = self.call(function, *args)
            return (result,) if one else self.parts(result, names, what.removeprefix("of "))

        expected, actual = right(args), mine(args)
        inputs = dict(zip(arguments, args, strict=False))
        for place, name in enumerate(names):
            self.value(
                actual[place],
                expected[place],
                f"{name} {what}",
                terms=_of_part(terms, name, names),
                masks=_of_part(masks, name, names),
                mistakes=_of_part(mistakes, name, names),
                tol=_of_part(tol, name, names),
                inputs=inputs,
                otherwise=lambda place=place: _ignored(
                    inputs, args, lambda args: right(args)[place], lambda args: mine(args)[place]
                ),
                **options,
            )

    def chain(self, actual, expected, what, called="{}", terms=None, masks=None, mistakes=None, **options):
        """Fail at the first wrong gradient of a backward pass.

        actual: {"dscores": array, ...} as it was returned; expected: the same, right, in the order of the forward pass.
        They are compared in reverse, as the backward pass makes them; all before the one that is named are right.
        called: what a message calls one of them, "the gradient of {}". terms, masks, mistakes: one dict for each of
        them, {"dW": {...}}. options: further ones of `value`.
        """
        if not isinstance(actual, dict):
            self.fail(f"{what} must return a dict of gradients; got {kind(actual)}")
        right = []
        for name in reversed(expected):
            if name not in actual:
                self.fail(f"{what} does not return {name}; it must return {', '.join(expected)}")
            behind = f" (already right: {', '.join(right)})" if right else ""
            known = {
                key: (given or {}).get(name)
                for key, given in (("terms", terms), ("masks", masks), ("mistakes", mistakes))
            }
            self.value(actual[name], expected[name], f"{called.format(name)} of {what}{behind}", **known, **options)
            right.append(name)

    def steps(self, reference, optimiser, w, gradients, config, what):
        """Fail at the first step at which optimiser leaves the path of reference.

        w: the start; gradients (T, *w.shape); config: that of step 1. A second weight array is moved in between, with
        a config of its own, so that an optimiser that keeps its memory outside the config is found out.
        """
        first, second = ([start, config, start, config] for start in (w, 1.0 - w))
        for step, dw in enumerate(gradients, start=1):
            hint = hints.STATE if step > 1 else ""
            self._step(reference, optimiser, first, dw, f"w after step {step} of {what}", hint, what)
            hint = "the first weight array was right: is anything remembered outside the config?"
            second_w = f"w of a second weight array after step {step} of {what}"
            self._step(reference, optimiser, second, -0.5 * dw, second_w, hint, what)

    def raises(self, error, function, *args, what):
        """Fail unless function(*args) raises error (a built-in exception class)."""
        try:
            result = self.call(function, *args)
        except (NotImplementedError, TestFault):
            raise
        except error:
            return
        except Exception as other:
            self.fail(f"{what} must raise {error.__name__}; it raised {type(other).__name__}")
        self.fail(f"{what} must raise {error.__name__}; it returned {shown(result)}")

    def repeatable(self, function, *args, what):
        """Fail when function gives another answer when it is called again with the same arguments."""
        self._again(self.call(function, *args), function, args, what)

    def pure(self, function, *args, names, what):
        """Fail when function changes an argument, or gives another answer when called again with the same ones.

        names: a name for each argument, for the message; "" for one that may be changed. Arguments that are functions
        or Generators are not judged.
        """
        first, given = self.call(lambda: called(function, copied(args)))
        for name, before, after in zip(names, args, given, strict=True):
            if name and not same(before, after):
                self.fail(
                    f"{what} changed its input {name}",
                    hint="work on a copy (x = x.copy()), and avoid +=, -= and out= on an argument",
                )
        self._again(first, function, args, what)

    def _again(self, first, function, args, what):
        """Fail unless function gives its first answer again. It is copied: it may be what function keeps."""
        (first,) = copied([first])
        if not same(first, function(*copied(args)), rounding=True):
            self.fail(
                f"{what} gives another answer when it is called again with the same arguments",
                hint="nothing may be kept between two calls, but in what is returned",
            )

    def _step(self, reference, optimiser, path, dw, name, hint, what):
        """One step of both; path is [reference's w, its config, optimiser's w, its config]."""
        before, given = list(path), path[3]
        path[0], path[1] = self.call(reference, path[0], dw, path[1])
        next_w, path[3] = self.parts(self.call(optimiser, path[2], dw, given), ("next_w", "config"), what)

        def step_of(f):
            return lambda values: self.call(f, before[2], dw, dict(zip(given, values, strict=True)))[0]

        names = [f"config[{key!r}]" for key in given]
        self.value(
            next_w,
            path[0],
            name,
            hint=hint,
            otherwise=lambda: _ignored(names, list(given.values()), step_of(reference), step_of(optimiser)),
        )
        path[2] = np.asarray(next_w)
        if not isinstance(path[3], dict):
            self.fail(f"the config that {what} returned is {kind(path[3])}; it must be a dict")
        lost = [key for key in given if key not in path[3]]
        if lost:
            self.fail(f"the config that {what} returned lacks {lost[0]!r}; it must hold all that it held before")


def _of_part(options, name, names):
    """What belongs to one part of a result: options[name] where there is one dict for each."""
    if isinstance(options, dict) and options and set(options) <= set(names):
        return options.get(name)
    return options


def _ignored(names, args, right, mine):
    """A sentence about the first named argument that changes the right result and not this one, or ""."""
    for place, name in enumerate(names):
        others = list(args)
        others[place] = changed(args[place])
        try:
            if not same(right(args), right(others), rounding=True) and same(mine(args), mine(others), rounding=True):
                return f"the result does not change when {name} changes"
        except TestFault:
            raise
        except Exception:
            continue
    return ""
