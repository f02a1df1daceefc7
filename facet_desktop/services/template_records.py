"""Own program templates as they are kept, and what is noted about any template."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from facet_desktop.domain.program import Program
    from facet_desktop.services.records import Stamp


@frozen
class StoredTemplate:
    """A program kept as a template; it never changes. Its name is a mark, else the title of the program."""

    id: str
    program: Program
    stamp: Stamp


class MarkKind(StrEnum):
    """What a mark says about a template."""

    NAME = "name"
    """The value is its name."""
    FAVOURITE = "favourite"
    """The value is "1" for a favourite, "0" for one no longer."""
    REMOVED = "removed"
    """The value is "1" for one that was deleted, "0" for one that was brought back."""


YES, NO = "1", "0"


@frozen
class TemplateMark:
    """Something noted about a template: the id of an own one, or the slug of one that ships.

    Marks are only added; of each kind the latest counts.
    """

    id: str
    template: str
    kind: MarkKind
    value: str
    stamp: Stamp


class TemplateRepository(Protocol):
    """Stored templates and marks."""

    def add(self, template: StoredTemplate) -> None:
        """Adds a template."""
        ...

    def get(self, template_id: str) -> StoredTemplate | None:
        """One template, also a deleted one, or None."""
        ...

    def all(self) -> Sequence[StoredTemplate]:
        """Every template, also deleted ones, the latest first."""
        ...

    def add_mark(self, mark: TemplateMark) -> None:
        """Notes something about a template."""
        ...

    def marks(self) -> Mapping[tuple[str, MarkKind], str]:
        """The latest value of every mark, by template and kind."""
        ...
