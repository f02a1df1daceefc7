"""How a command says that it failed."""


class CommandError(Exception):
    """A command could not do its work; the message is one line for the person who ran it."""
