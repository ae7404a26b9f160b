"""What all pages have in common: templates that escape everything, and code in colours that can be read."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

# Finding the colours of a longer line could take for ever.
LONGEST_LINE = 500
# Of pygments' coloured styles, those that keep a contrast of 4.5 on white and on our dark page: see test_feedback.
LIGHT, DARK = "xcode", "github-dark"


def template(name):
    """A template of this package. All that is put into it is escaped, and a name that it lacks is an error."""
    environment = Environment(
        loader=PackageLoader("autograder"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["points"], environment.filters["breakable"] = points, breakable
    environment.globals["light"], environment.globals["dark"] = _colours(LIGHT), _colours(DARK)
    return environment.get_template(name)


def points(value):
    """A number of points as it is said: 3, 2.5, 0.33; an en dash for None."""
    return "–" if value is None else f"{round(value, 2):g}"


def breakable(text):
    """A text as markup in which a line can end behind the underscores of a name."""
    return escape(text).replace("_", Markup("_<wbr>"))


def highlighted(code):
    """Code as markup with colours; without them where a line is very long."""
    if not code.strip():
        return Markup("")
    if max(map(len, code.split("\n"))) > LONGEST_LINE:
        return escape(code)
    return Markup(highlight(code, PythonLexer(), HtmlFormatter(nowrap=True)))


def _colours(style):
    """The rules for colours of a pygments style: those for its page, its line numbers and the like are left out."""
    lines = HtmlFormatter(style=style).get_style_defs(".code").split("\n")
    return Markup("\n".join(line for line in lines if line.startswith(".code .") and ".hll" not in line))
