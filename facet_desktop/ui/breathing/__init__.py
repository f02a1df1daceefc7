"""Breathing practice by itself: choose a pattern, set it, follow it."""
