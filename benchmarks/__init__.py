"""Measures Ottawa Atlas beside what a reader would pick instead, in one run, in one browser.

`python -m benchmarks` writes `results.md` and `results.json` beside this file.
"""
