"""What is wrong with a data file, said so that its author can mend it."""

from __future__ import annotations

from facet_desktop.domain.values import frozen


@frozen
class Problem:
    """One fault of one file.

    `file` is the path below the resources folder with forward slashes, `field` the place inside the file
    ("dose.reps", "steps.2" for the second step; empty where the whole file is meant), `reason` a plain
    sentence part that follows the name of the field ("must be a whole number").
    """

    file: str
    field: str
    reason: str

    def __str__(self) -> str:
        place = f"{self.file}, {self.field}" if self.field else self.file
        return f"{place}: {self.reason}"
