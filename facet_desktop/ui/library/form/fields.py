"""Every field of an own exercise, in groups, with its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from facet_desktop.domain.breathing import BreathCode
from facet_desktop.domain.dose import Side
from facet_desktop.domain.exercise import Category, Load, Phase, Precaution, StartPosition
from facet_desktop.domain.values import frozen
from facet_desktop.services.wording.all_words import Words
from facet_desktop.services.wording.sentence import sentence
from facet_desktop.ui.library.form.inputs import (
    AreaInput,
    ChipsInput,
    ChoiceInput,
    Input,
    LineInput,
    NameInput,
)
from facet_desktop.ui.theme import Look


@frozen
class InputGroup:
    """Fields that stand together. `columns` of them stand side by side."""

    title: str
    inputs: tuple[Input, ...]
    columns: int = 1


class InputMaker:
    """Makes the inputs of the form."""

    def __init__(self, look: Look, words: Words, names: Sequence[str], parent: QWidget) -> None:
        self._look = look
        self._words = words
        self._names = names
        self._parent = parent

    def groups(self) -> tuple[InputGroup, ...]:
        """All groups, in the order in which people think of them."""
        return (
            InputGroup(_tr("What it is"), self._identity()),
            InputGroup(_tr("How it is done"), self._doing()),
            InputGroup(_tr("Dose"), self._dose(), columns=2),
            InputGroup(_tr("Where it belongs"), self._place()),
            InputGroup(_tr("Easier, harder, instead"), self._neighbours()),
        )

    def _identity(self) -> tuple[Input, ...]:
        return (
            self._line("name", _tr("Name")),
            self._line("aliases", _tr("Other names"), _tr("With commas between them.")),
            self._area("purpose", _tr("What it is for"), _tr("One or two plain sentences."), lines=2),
            self._line("cue", _tr("Think of this"), _tr("One short sentence, shown while it is played.")),
            self._area("note", _tr("Where it comes from"), lines=2),
        )

    def _doing(self) -> tuple[Input, ...]:
        return (
            self._area("steps", _tr("Step by step"), _tr("Two to five steps, one a line."), lines=5),
            self._area("faults", _tr("Watch out for"), _tr("One a line, beginning with “Do not”."), lines=3),
        )

    def _dose(self) -> tuple[Input, ...]:
        terms, dose = self._words.terms, self._words.dose
        sides = [(one.value, sentence(dose.side(one)) or _tr("Both together")) for one in Side]
        breaths = [(one.value, sentence(terms.breath(one))) for one in BreathCode]
        return (
            self._line("sets", _tr("Sets"), _tr("Such as 2, or 2-3.")),
            self._line("reps", _tr("Repetitions"), _tr("Leave it empty for a hold.")),
            self._line("hold_s", _tr("Hold"), _tr("Seconds, such as 30 or 30-60.")),
            self._line("distance_m", _tr("Distance in metres")),
            self._line("tempo", _tr("Tempo"), _tr("Seconds for up, hold and down, such as 3-2-4.")),
            self._line("tempo_words", _tr("Words for the tempo"), _tr("Three, such as lift, hold, lower.")),
            self._line("rest_s", _tr("Rest between sets"), _tr("Seconds.")),
            ChoiceInput("side", _tr("Sides"), sides, self._parent),
            self._line("times_per_day", _tr("Times a day")),
            self._line("days_per_week", _tr("Days a week")),
            ChoiceInput("breath", _tr("Breathing"), breaths, self._parent),
        )

    def _place(self) -> tuple[Input, ...]:
        terms, look, parent = self._words.terms, self._look, self._parent
        categories = [(one.value, sentence(terms.category(one))) for one in Category]
        positions = [(one.value, sentence(terms.position(one))) for one in StartPosition]
        return (
            ChipsInput(look, "phases", _tr("Phases"), [(p.value, terms.phase(p)) for p in Phase], parent),
            ChoiceInput("category", _tr("What it trains"), categories, parent),
            ChoiceInput("position", _tr("Start position"), positions, parent),
            ChipsInput(
                look, "loads", _tr("Load on the lower back"), [(x.value, terms.load(x)) for x in Load], parent
            ),
            self._line("targets", _tr("Works on"), _tr("Muscles or joints, with commas between them.")),
            self._line("equipment", _tr("You need"), _tr("With commas between them.")),
            ChipsInput(
                look,
                "precautions",
                _tr("It asks for"),
                [(tag.value, terms.precaution(tag)) for tag in Precaution],
                parent,
            ),
        )

    def _neighbours(self) -> tuple[Input, ...]:
        hint = _tr("The name of another exercise, or own words such as “with bent knees”.")
        return (
            NameInput("easier", _tr("Easier"), self._names, hint, self._parent),
            NameInput("harder", _tr("Harder"), self._names, "", self._parent),
            NameInput("swap", _tr("Instead of this"), self._names, "", self._parent),
        )

    def _line(self, field: str, title: str, hint: str = "") -> LineInput:
        return LineInput(field, title, hint, self._parent)

    def _area(self, field: str, title: str, hint: str = "", *, lines: int) -> AreaInput:
        return AreaInput(field, title, hint, self._parent, lines=lines)


def _tr(text: str) -> str:
    return QCoreApplication.translate("InputMaker", text)
