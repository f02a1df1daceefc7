"""Migrations, forward only, run in the order of their numbers.

A migration never imports the live models: it carries its own copy of the tables as they were. Once released,
it is never changed.
"""
