"""Colours and dashes. The colours are Okabe and Ito's (2008), told apart by colour-blind readers too."""

from cycler import cycler

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#000000", "#F0E442")
DASHES = ("-", "--", "-.", ":", (0, (5, 1)), (0, (3, 1, 1, 1)), (0, (1, 1)), (0, (8, 2)))
STYLES = cycler(color=COLOURS) + cycler(linestyle=DASHES)
