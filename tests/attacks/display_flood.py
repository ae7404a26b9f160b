# tries: 20,000 displays, a few very large ones, updates and clears
# base: birch
# may score: 22
# %% first
from IPython.display import HTML, clear_output, display, update_display

for number in range(5000):
    display({"text/plain": "x"}, raw=True)
for number in range(5):
    display(HTML("<p>" + "mallory " * 500_000 + "</p>"))
handle = display("first", display_id=True)
for number in range(200):
    update_display(number, display_id=handle.display_id)
    clear_output()
display({"image/png": b"not an image", "application/" + "x" * 5000: {"deep": [[[[]]]]}, 7: 7}, raw=True)
display({"text/html": 3, "application/json": float("nan")}, raw=True)
