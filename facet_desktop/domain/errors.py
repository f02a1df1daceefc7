"""Errors by blame. What the user can mend is a UserError; trouble of the machine is a StorageError.

Everything else is a defect of the program and travels as the exception it is.
"""

from __future__ import annotations

from enum import StrEnum


def mark(text: str) -> str:
    """Marks a text for translation without translating it; the screen that shows it translates it."""
    return text


class UserError(Exception):
    """Something that the user can mend.

    `message` says what happened, `advice` what to do next; both may hold {names} filled from `values`.
    """

    def __init__(self, message: str, advice: str = "", **values: object) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.advice = advice
        self.values = values


class Trouble(StrEnum):
    """Known kinds of trouble with the database or the disk."""

    LOCKED = "locked"
    FULL = "full"
    DISK = "disk"
    """Reading or writing failed and nobody says why: the disk may be full, broken or gone."""
    READ_ONLY = "read-only"
    CORRUPT = "corrupt"
    TOO_NEW = "too-new"
    WRONG_KEY = "wrong-key"
    KEY_MISSING = "key-missing"
    DATA_MISSING = "data-missing"
    IN_USE = "in-use"
    NO_FOLDER = "no-folder"
    """There is no such folder, or what is there is no folder, or its disk does not answer."""


class StorageError(Exception):
    """A trouble of the machine with a known name; `detail` is for the log and for support."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble.value}: {detail}")
        self.trouble = trouble
        self.detail = detail
