"""Reusable widgets; pages are built from these. See `facet_desktop.ui.theme` for how they get their look."""
