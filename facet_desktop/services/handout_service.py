"""Makes the patient's paper: words from the builder, figures from a drawer, pages from a printer."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from facet_desktop.domain.errors import UserError, mark
from facet_desktop.domain.exercise import Exercise
from facet_desktop.domain.library import Library
from facet_desktop.domain.program import Program
from facet_desktop.domain.step import StepSide
from facet_desktop.domain.values import frozen
from facet_desktop.services.figures import FigureSource
from facet_desktop.services.handout import Handout, Picture
from facet_desktop.services.handout_builder import Basis, Person, build_handout
from facet_desktop.services.ports import Clock
from facet_desktop.services.settings import Settings
from facet_desktop.services.wording.all_words import Words
from facet_desktop.services.wording.handout_words import HandoutWords

_PNG_SIGN = b"\x89PNG"


class Paper(StrEnum):
    """Size of the paper."""

    A4 = "a4"
    LETTER = "letter"


@frozen
class HandoutLook:
    """How the paper looks."""

    paper: Paper = Paper.A4
    large_print: bool = False
    current_only: bool = False
    """Leaves out the phases that are not played now."""


class FigureDrawer(Protocol):
    """Draws figures as vectors, in the colours of print."""

    def draw(self, slug: str, position: float, side: StepSide = StepSide.BOTH) -> bytes | None:
        """An SVG of an exercise at a position (0 start, 1 end); None where it has no figure."""
        ...


class HandoutPrinter(Protocol):
    """Sets a handout in pages."""

    def pages(self, handout: Handout, look: HandoutLook, drawings: Mapping[str, bytes]) -> bytes:
        """A PDF. `drawings` are SVGs by the key of their picture. Raises UserError when it cannot be made."""
        ...


class FileWriter(Protocol):
    """Writes files as a whole or not at all."""

    def write(self, path: Path, content: bytes) -> None:
        """Puts the content in the place of a file. Raises UserError when that cannot be done."""
        ...


@frozen
class HandoutTools:
    """What does the work. `prescribed` finds the version of an exercise that a program means."""

    prescribed: Callable[[str, int], Exercise | None]
    figures: FigureSource
    drawer: FigureDrawer
    printer: HandoutPrinter
    writer: FileWriter


def _as_drawing(picture: bytes) -> bytes:
    """A clinic's own picture in the frame of a figure, in its own shape."""
    kind = "png" if picture.startswith(_PNG_SIGN) else "jpeg"
    data = b64encode(picture).decode("ascii")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 224" width="320" height="224">'
        f'<image width="320" height="224" href="data:image/{kind};base64,{data}"/></svg>'
    ).encode()


class HandoutService:
    """One method for each step, so that a window stays alive between them; `make` takes them all."""

    def __init__(
        self,
        tools: HandoutTools,
        library: Callable[[], Library],
        settings: Callable[[], Settings],
        words: Words,
        own: HandoutWords,
        clock: Clock,
    ) -> None:
        self._tools = tools
        self._library = library
        self._settings = settings
        self._words = words
        self._own = own
        self._clock = clock

    def condition_names(self) -> tuple[str, ...]:
        """Keys of every condition that a handout can speak about."""
        return tuple(self._library().conditions)

    def handout(self, program: Program, person: Person, look: HandoutLook) -> Handout:
        """What will be printed. Raises UserError for a program without exercises or with unsound doses."""
        problems = program.problems()
        if problems:
            raise UserError(
                mark("The handout cannot be made yet: {problems}"),
                mark("Mend these places in the program first."),
                problems="; ".join(f"{place}: {reason}" for place, reason in problems),
            )
        settings = self._settings()
        basis = Basis(
            self._library(),
            self._tools.prescribed,
            self._tools.figures,
            self._words,
            self._own,
            settings.thresholds,
            settings.pacing,
            settings.language or "en",
        )
        return build_handout(basis, program, person, self._clock.today(), current_only=look.current_only)

    def draw(self, picture: Picture) -> bytes | None:
        """The drawing of one figure; to be asked for in the thread that owns the data."""
        drawn = self._tools.drawer.draw(picture.slug, picture.position)
        still = self._tools.figures.still(picture.slug) if drawn is None else None
        return _as_drawing(still) if still is not None else drawn

    def pages(self, handout: Handout, look: HandoutLook, drawings: Mapping[str, bytes]) -> bytes:
        """The PDF of a handout whose figures are drawn; safe in any thread. Raises UserError."""
        return self._tools.printer.pages(handout, look, drawings)

    def make(self, program: Program, person: Person, look: HandoutLook) -> bytes:
        """The PDF at once. Raises UserError when it cannot be made."""
        handout = self.handout(program, person, look)
        drawn = ((picture.key, self.draw(picture)) for picture in handout.pictures())
        return self.pages(handout, look, {key: one for key, one in drawn if one is not None})

    def save(self, pages: bytes, path: Path) -> None:
        """Writes a made PDF. Raises UserError when that cannot be done."""
        self._tools.writer.write(path, pages)
