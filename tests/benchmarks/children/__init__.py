"""Programs that are measured, each run in a fresh process."""
