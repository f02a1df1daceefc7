"""The first page of all: whom this computer is for, and what to begin with."""
