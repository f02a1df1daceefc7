"""Revisions of a program: what differs between any two, side by side, and the way back."""
