"""Edits of a program: pure functions from one program to the next, sound or refused with a reason."""
