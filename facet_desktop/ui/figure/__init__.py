"""Painting figures: one painter for screen and print, the view that turns, thumbnails and contact sheets."""
