"""Measurements: run `uv run pytest tests/benchmarks -s`; they are no part of the default tests."""
