"""The Library page: every exercise, its figure and its neighbours, and the clinic's own exercises."""
