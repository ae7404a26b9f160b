"""The trusted side of grading: starts the confined side, calls into it, and runs test cells that use it.

Tests run here, as plain Python; what a student defined appears to them as proxies, and only values come back.
"""
