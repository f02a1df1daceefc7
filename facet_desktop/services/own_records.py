"""The clinic's own exercises as they are kept, and what keeping them needs from outside."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from facet_desktop.domain.figure_names import PICTURE
from facet_desktop.domain.values import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from facet_desktop.domain.exercise import Exercise
    from facet_desktop.domain.own_figure import OwnPose
    from facet_desktop.domain.problems import Problem
    from facet_desktop.services.records import Stamp


@frozen
class OwnContent:
    """One exercise with the changes of its figure, if it has any."""

    exercise: Exercise
    pose: OwnPose | None = None


@frozen
class StoredVersion:
    """One version as it is stored: it is never changed. `document` is text that the codec understands."""

    id: str
    slug: str
    number: int
    document: str
    stamp: Stamp


@frozen
class Picture:
    """A picture without anything hidden in it: freshly written by this program. `kind` is png or jpeg."""

    kind: str
    content: bytes

    @property
    def name(self) -> str:
        """Its name in `Exercise.figure`: the same content has the same name."""
        from hashlib import blake2b  # loads OpenSSL; no start needs it

        return PICTURE + blake2b(self.content, digest_size=16).hexdigest()


class FormKind(StrEnum):
    """What the form was opened for."""

    NEW = "new"
    COPY = "copy"
    CHANGE = "change"


@frozen
class FormPlace:
    """One form; `slug` is the exercise that is copied or changed, and empty for a new one."""

    kind: FormKind
    slug: str = ""


@frozen
class FormDraft:
    """What is filled in and not saved yet. `document` is its text, `based_on` the version that is changed."""

    id: str
    place: FormPlace
    based_on: int | None
    document: str
    stamp: Stamp


@frozen
class ReadFile:
    """What a file holds: the exercise and the picture as it came, or everything that is wrong with it."""

    content: OwnContent | None
    picture: bytes | None
    problems: tuple[Problem, ...]


class OwnRepository(Protocol):
    """Stored versions, pictures, and which exercises are put away."""

    def is_empty(self) -> bool:
        """Whether there was never an own exercise; asked at every start."""
        ...

    def add(self, version: StoredVersion) -> None:
        """Adds a version. Raises ValueError when there is one of that number."""
        ...

    def versions(self, slug: str) -> Sequence[StoredVersion]:
        """All versions of an exercise, the newest first."""
        ...

    def newest(self) -> Sequence[StoredVersion]:
        """The newest version of every exercise, also of those that are put away."""
        ...

    def archived(self) -> frozenset[str]:
        """Slugs of the exercises that are put away."""
        ...

    def set_archived(self, mark_id: str, slug: str, *, archived: bool, stamp: Stamp) -> None:
        """Puts an exercise away, or brings it back."""
        ...

    def add_picture(self, picture_id: str, picture: Picture, stamp: Stamp) -> None:
        """Keeps a picture; one that is known already stays as it is."""
        ...

    def picture(self, name: str) -> Picture | None:
        """A picture by its name, or None."""
        ...


class OwnDraftRepository(Protocol):
    """Stored drafts of forms. There may be several of one form, one for each window."""

    def save(self, draft: FormDraft) -> None:
        """Adds or replaces a draft; its picture stays."""
        ...

    def save_picture(self, draft_id: str, picture: Picture, stamp: Stamp) -> None:
        """Adds or replaces the picture of a draft."""
        ...

    def get(self, draft_id: str) -> FormDraft | None:
        """One draft, or None."""
        ...

    def of(self, place: FormPlace) -> Sequence[FormDraft]:
        """The drafts of a form, the latest first."""
        ...

    def picture(self, draft_id: str) -> Picture | None:
        """The picture of a draft, or None."""
        ...

    def delete(self, draft_id: str) -> None:
        """Removes a draft and its picture."""
        ...


class OwnCodec(Protocol):
    """Turns own exercises into texts and files, and back."""

    def encode(self, content: OwnContent) -> str:
        """The text to store."""
        ...

    def decode(self, document: str) -> OwnContent:
        """What was stored. Raises ValueError for a damaged text."""
        ...

    def problems(self, content: OwnContent) -> list[Problem]:
        """Everything that is wrong with it by itself, with the field."""
        ...

    def write(self, path: Path, content: OwnContent, picture: Picture | None) -> None:
        """Writes one file with everything in it. Raises UserError when that fails."""
        ...

    def read(self, path: Path) -> ReadFile:
        """Reads a file. Never raises for what it holds."""
        ...
