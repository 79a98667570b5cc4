"""Figures: `make bench`, or `python -m tests.bench NAME…` for some of them.

Scores over the annotated articles need the folder `../shared/eval`; those over the samples need
nothing but the repository.
"""
